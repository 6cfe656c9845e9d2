//! Differences that are none, or none that can be told: a demand that stands one level up or down, another measuring standard, a control
//! that can only be read with another entry.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own lists should fail")]

use concord_compare::{Comparison, Direction, Options, compare};
use concord_model::{List, load_list};

fn list(jurisdiction: &str, entries: &str) -> List {
    let head = format!(
        "jurisdiction: {jurisdiction}\nlist: goods-2026-01-01\ntitle: Goods of {jurisdiction}\nas-of: \"2026-01-01\"\n\
         source: {{document: Goods Act of {jurisdiction}, date: \"2026-01-01\"}}\nentries:\n"
    );
    load_list(&[("list.yaml".to_owned(), (head + entries).into_bytes())]).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The rules that fire between two lists, with the direction of each; both ways round they must say the same.
fn found(left: &str, right: &str) -> Vec<(String, Direction)> {
    let (left, right) = (list("aa", left), list("bb", right));
    let told = |comparison: Comparison| -> Vec<(String, Direction)> {
        comparison.findings.into_iter().map(|finding| (finding.rule, finding.direction)).collect()
    };
    let there = told(compare(&left, &right, &Options::default()));
    let back = told(compare(&right, &left, &Options::default()));
    let directions = |found: &[(String, Direction)]| {
        let mut out: Vec<Direction> = found.iter().map(|(_, direction)| *direction).collect();
        out.sort();
        out
    };
    let mirrored: Vec<(String, Direction)> = back.into_iter().map(|(rule, direction)| (rule, direction.mirrored())).collect();
    assert_eq!(directions(&there), directions(&mirrored));
    there
}

fn decided(found: &[(String, Direction)]) -> bool {
    found.iter().any(|(_, d)| matches!(d, Direction::LeftStricter | Direction::RightStricter | Direction::Overlap))
}

/// An entry of two kilns; `above` and `below` are further lines of the entry and of each paragraph.
fn kilns(above: &str, below: &str) -> String {
    let lines = |text: &str, indent: &str| text.lines().flat_map(|line| [indent, line, "\n"]).collect::<String>();
    format!(
        "- entry: \"1A001\"\n  subject: kiln\n{}  paragraphs:\n  - code: \"1A001.a\"\n    subject: tunnel kiln\n{}  - code: \"1A001.b\"\n    \
         subject: shaft kiln\n{}",
        lines(above, "  "),
        lines(below, "    "),
        lines(below, "    ")
    )
}

#[test]
fn a_condition_that_the_other_list_states_above_is_no_difference() {
    let below = kilns("", "when: {length: \">2 m\"}");
    assert_eq!(found(&below, &kilns("when: {length: \">2 m\"}", "")), []);
    let other = found(&below, &kilns("when: {length: \">3 m\"}", ""));
    assert!(!other.is_empty() && !decided(&other), "{other:?}");
    assert!(decided(&found(&below, &kilns("", ""))));
}

#[test]
fn a_demand_in_words_that_the_other_list_states_above_is_no_difference() {
    let demand = "qualifiers:\n- restricts: for glaze firing";
    let below = kilns("", demand);
    assert_eq!(found(&below, &kilns(demand, "")), []);
    let both = "qualifiers:\n- restricts: for glaze firing\n- restricts: in vacuum";
    let part = found(&kilns("", both), &kilns(demand, ""));
    assert!(!part.is_empty() && !decided(&part), "{part:?}");
    assert!(decided(&found(&below, &kilns("", ""))));
}

#[test]
fn values_by_different_measuring_standards_are_not_ordered() {
    let measured = |standard: &str, limit: u32| {
        format!(
            "- entry: \"1A001\"\n  subject: kiln\n  when: {{positioning accuracy: \"<={limit} µm\"}}\n  qualifiers:\n  - restricts: according iso 230 2 {standard}\n"
        )
    };
    let same = found(&measured("1988", 6), &measured("1988", 4));
    assert!(decided(&same), "{same:?}");
    let other = found(&measured("1988", 6), &measured("2006", 4));
    assert!(!other.is_empty() && !decided(&other), "{other:?}");
}

#[test]
fn a_control_described_by_another_entry_is_left_open_where_the_other_list_has_that_entry() {
    let kiln = "- entry: \"1A001\"\n  subject: kiln\n  when: {length: \">2 m\"}\n";
    let lining = |reference: &str| format!("- entry: \"1A002\"\n  subject: lining\n  when: {{thickness: \">2 mm\"}}\n{reference}");
    let of_kilns = lining("  qualifiers:\n  - subject: lining\n  - restricts: specified-in ref:1a001\n  references: [\"1A001\"]\n");
    let entry = |found: &[(String, Direction)]| found.iter().map(|(rule, _)| rule.clone()).collect::<Vec<_>>();
    assert_eq!(entry(&found(&(kiln.to_owned() + &lining("")), kiln)), ["entry-left-stricter"]);
    assert_eq!(entry(&found(&(kiln.to_owned() + &of_kilns), kiln)), ["entry-undecided"]);
    // A note of the other list that releases such items by name settles it.
    let released = kiln.to_owned() + "  notes:\n  - excludes: Note\n    qualifiers:\n    - subject: lining\n";
    let rules = entry(&found(&(released.clone() + &of_kilns), &released));
    assert_eq!(rules, ["entry-left-stricter"]);
}
