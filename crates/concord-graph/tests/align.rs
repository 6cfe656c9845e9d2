//! The alignment on small lists written for it: each shows one thing.
#![allow(clippy::unwrap_used, reason = "a test that cannot read its own lists should fail")]

use std::collections::BTreeSet;

use concord_graph::{
    AlignOptions, Alignment, Evidence, HandMapping, Place, Predicate, Shape, Standing, align, align_terms, align_with, align_with_texts,
    relations,
};
use concord_model::texts::Texts;
use concord_model::{Code, List, load_list};

/// A list with these entries, as they stand in YAML.
fn list(jurisdiction: &str, entries: &str) -> List {
    let head = format!(
        "jurisdiction: {jurisdiction}\nlist: goods-2026-01-01\ntitle: Goods\nas-of: \"2026-01-01\"\n\
         source: {{document: Goods Act, date: \"2026-01-01\"}}\nentries:\n"
    );
    load_list(&[("list.yaml", format!("{head}{entries}"))]).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn pairs(alignment: &Alignment) -> Vec<(&str, &str)> {
    alignment.matches.iter().map(|m| (m.left.as_str(), m.right.as_str())).collect()
}

const KILNS: &str = r#"
- entry: "1A001"
  subject: rotary kiln
  paragraphs:
  - code: "1A001.a"
    subject: brick lining
    when: {lining thickness: ">20 mm"}
  - code: "1A001.b"
    subject: gas burner
    when: {burner power: ">40 kW"}
- entry: "1A002"
  subject: ribbon loom
  when: {warp tension: ">50 N"}
"#;

#[test]
fn another_threshold_breaks_no_match_but_another_subject_does() {
    let left = list("aa", KILNS);
    let limit = list("bb", &KILNS.replace(">40 kW", ">65 kW").replace(">50 N", ">=10 N"));
    assert_eq!(pairs(&align(&left, &limit)).len(), 4);
    let subject = KILNS.replace("ribbon loom", "diving bell").replace("warp tension: \">50 N\"", "hull depth: \">300 m\"");
    let found = align(&left, &list("bb", &subject));
    assert_eq!(pairs(&found), [("1A001", "1A001"), ("1A001.a", "1A001.a"), ("1A001.b", "1A001.b")]);
    assert_eq!(found.left_only[0].code, code("1A002"));
}

#[test]
fn letters_may_shift_and_the_match_says_so() {
    let right = KILNS.replace("1A001.a", "1A001.x").replace("1A001.b", "1A001.a").replace("1A001.x", "1A001.b");
    let swapped = list("bb", &right);
    let found = align(&list("aa", KILNS), &swapped);
    assert_eq!(pairs(&found), [("1A001", "1A001"), ("1A001.a", "1A001.b"), ("1A001.b", "1A001.a"), ("1A002", "1A002")]);
    assert!(found.matches[1].justification.contains("equal codes name different subjects here"), "{}", found.matches[1].justification);
}

#[test]
fn a_control_of_another_number_is_found_in_its_entry_and_elsewhere() {
    let right = r#"
- entry: "7C300"
  subject: ribbon loom
  when: {warp tension: ">50 N"}
- entry: "8D400"
  subject: workshop equipment
  paragraphs:
  - code: "8D400.a"
    subject: rotary kiln
  - code: "8D400.a.1"
    subject: brick lining
    when: {lining thickness: ">20 mm"}
  - code: "8D400.a.2"
    subject: gas burner
    when: {burner power: ">40 kW"}
  - code: "8D400.b"
    subject: anvil
    when: {anvil mass: ">900 kg"}
  - code: "8D400.c"
    subject: steam hammer
    when: {blow energy: ">70 kJ"}
  - code: "8D400.d"
    subject: drop forge
    when: {die area: ">3 m2"}
  - code: "8D400.e"
    subject: wire drawing bench
    when: {drawing speed: ">12 m/s"}
"#;
    let found = align(&list("aa", KILNS), &list("bb", right));
    assert!(!found.shared_numbering);
    assert_eq!(pairs(&found), [("1A001", "8D400.a"), ("1A001.a", "8D400.a.1"), ("1A001.b", "8D400.a.2"), ("1A002", "7C300")]);
    assert_eq!(found.matches[0].place, Place::Elsewhere);
    assert!(found.matches[0].justification.contains("elsewhere"), "{}", found.matches[0].justification);
}

const SPLIT: &str = r#"
- entry: "1A001"
  subject: rotary kiln
  when: {kiln length: ">20 m"}
- entry: "2B005"
  subject: rotary kiln
  when: {kiln length: ">20 m"}
- entry: "1A002"
  subject: ribbon loom
  when: {warp tension: ">50 N"}
"#;

#[test]
fn one_control_split_into_two_is_told_from_either_side() {
    let (whole, parts) = (SPLIT.split("- entry: \"2B005\"").next().unwrap(), SPLIT);
    let whole = format!("{whole}- entry: \"1A002\"\n  subject: ribbon loom\n  when: {{warp tension: \">50 N\"}}\n");
    let split = align(&list("aa", &whole), &list("bb", parts));
    assert_eq!(pairs(&split), [("1A001", "1A001"), ("1A002", "1A002")]);
    let part = &split.parts[0];
    assert_eq!((part.pair.left.as_str(), part.pair.right.as_str(), part.shape), ("1A001", "2B005", Shape::Split));
    let merged = align(&list("aa", parts), &list("bb", &whole));
    assert_eq!(merged.parts[0].shape, Shape::Merged);
    assert_eq!(merged.parts[0].pair.left, code("2B005"));
}

fn hand(left: &str, right: &str, relation: Predicate, negated: bool) -> HandMapping {
    HandMapping { left: code(left), right: code(right), relation, negated, source: format!("maps.tsv:{}", if negated { 2 } else { 1 }) }
}

#[test]
fn a_mapping_by_hand_wins_and_a_negative_one_forbids() {
    let (left, right) = (list("aa", KILNS), list("bb", KILNS));
    let mapped = vec![hand("1A001.a", "1A002", Predicate::Broad, false), hand("1A002", "1A002", Predicate::Exact, true)];
    let found = align_with(&left, &right, &AlignOptions { hand: mapped.clone(), ..AlignOptions::default() });
    assert!(pairs(&found).contains(&("1A001.a", "1A002")) && !pairs(&found).contains(&("1A002", "1A002")));
    let m = found.matches.iter().find(|m| m.left == code("1A001.a")).unwrap();
    assert_eq!(m.evidence, [(Evidence::Hand, 1000)]);
    assert_eq!(m.by_hand, Some((Predicate::Broad, "maps.tsv:1".to_owned())));
    let at = found.matches.iter().position(|m| m.left == code("1A001.a")).unwrap();
    assert_eq!(relations(&left, &right, &found)[at].predicate, Predicate::Broad);
}

#[test]
fn mappings_that_contradict_each_other_are_told_with_both_sources() {
    let mapped = vec![hand("1A001", "1A002", Predicate::Exact, false), hand("1A001", "1A002", Predicate::Exact, true)];
    let options = AlignOptions { hand: mapped, ..AlignOptions::default() };
    let found = align_with(&list("aa", KILNS), &list("bb", KILNS), &options);
    assert_eq!(found.conflicts[0].sources, ["maps.tsv:1", "maps.tsv:2"]);
    assert!(pairs(&found).contains(&("1A001", "1A001")));
}

#[test]
fn references_are_followed_to_the_controls_they_name() {
    let left = format!(
        "{KILNS}- entry: \"1D001\"\n  subject: software\n  qualifiers:\n  - subject: software\n  - restricts: for use ref:1a001\n  references: [\"1A001\"]\n- entry: \"1D002\"\n  subject: software\n  qualifiers:\n  - subject: software\n  - restricts: for use ref:1a002\n  references: [\"1A002\"]\n"
    );
    let right = left
        .replace("1A001", "5K010")
        .replace("1A002", "5K020")
        .replace("ref:1a001", "ref:5k010")
        .replace("ref:1a002", "ref:5k020")
        .replace("1D001", "6L099")
        .replace("1D002", "6L001");
    let found = align(&list("aa", &left), &list("bb", &right));
    assert!(pairs(&found).contains(&("1D001", "6L099")) && pairs(&found).contains(&("1D002", "6L001")), "{:?}", pairs(&found));
}

#[test]
fn the_relation_is_the_inclusion_of_the_scopes() {
    let (left, right) = (list("aa", KILNS), list("bb", &KILNS.replace(">40 kW", ">65 kW")));
    let found = align(&left, &right);
    let told = relations(&left, &right, &found);
    let of = |c: &str| &told[found.matches.iter().position(|m| m.left == code(c)).unwrap()];
    assert_eq!((of("1A001.b").standing, of("1A001.b").predicate), (Standing::LeftWider, Predicate::Narrow));
    assert_eq!(of("1A001.a").predicate, Predicate::Exact);
    assert_eq!(of("1A001").predicate, Predicate::Narrow);
    let back = relations(&right, &left, &align(&right, &left));
    assert_eq!(back[2].predicate, Predicate::Broad);
}

#[test]
fn an_unmatched_paragraph_says_what_its_nearest_lacks() {
    let right = KILNS.replace("gas burner", "oil burner").replace("burner power: \">40 kW\"", "nozzle width: \">3 mm\"");
    let options = AlignOptions { details: true, ..AlignOptions::default() };
    let found = align_with(&list("aa", KILNS), &list("bb", &right), &options);
    for unmatched in found.left_only.iter().filter(|u| u.nearest.is_some()) {
        assert!(!unmatched.missing.is_empty(), "{unmatched:?}");
    }
    assert!(!found.rejected.is_empty() || found.left_only.is_empty());
}

#[test]
fn terms_relate_by_their_elements() {
    let terms = |elements: &str| {
        format!(
            "- entry: \"1A001\"\n  subject: kiln\nterms:\n- term: kiln\n  definition: {}\n  elements:\n{elements}  citation: Goods Act\n",
            "a".repeat(15) + &elements.len().to_string()[..1]
        )
    };
    let plain = list("aa", &terms("  - subject: oven\n"));
    let narrow = list("bb", &terms("  - subject: oven\n  - restricts: for brick\n"));
    let found = align_terms(&plain, &narrow);
    assert_eq!((found[0].left.as_str(), found[0].predicate), ("kiln", Predicate::Narrow));
    assert_eq!(align_terms(&narrow, &plain)[0].predicate, Predicate::Broad);
    assert_eq!(align_terms(&plain, &plain)[0].predicate, Predicate::Exact);
}

#[test]
fn phrases_that_differ_in_endings_are_read_as_the_same_demand() {
    let press = |restricts: &str, limit: &str| {
        format!(
            "{KILNS}- entry: \"2B001\"\n  subject: hydraulic brick press\n  when: {{press force: \"{limit}\"}}\n  qualifiers:\n  - subject: hydraulic brick press\n  - restricts: {restricts}\n"
        )
    };
    let left = list("aa", &press("capable pressing hollow brick", ">90 kN"));
    let told = |right: &str, limit: &str| {
        let right = list("bb", &press(right, limit));
        let found = align(&left, &right);
        let at = found.matches.iter().position(|m| m.left == code("2B001")).unwrap();
        relations(&left, &right, &found)[at].clone()
    };
    assert_eq!(told("capability press hollow bricks", ">90 kN").predicate, Predicate::Exact);
    let lower = told("capability press hollow bricks", ">70 kN");
    assert_eq!((lower.standing, lower.predicate), (Standing::RightWider, Predicate::Broad));
    assert!(lower.by.contains("read as the same"), "{}", lower.by);
    assert_eq!(told("able press glazed tile", ">70 kN").standing, Standing::Undecided);
}

#[test]
fn a_parameter_with_another_setting_in_brackets_is_read_as_the_same() {
    let kiln = |setting: &str| {
        format!(
            "- entry: \"2B002\"\n  subject: test kiln\n  when: {{\"heat loss @ temperature {setting}\": \"<3 kW\"}}\n  qualifiers:\n  - subject: test kiln\n"
        )
    };
    let relation = |other: &str| {
        let (left, right) = (list("aa", &kiln("==1300 K (1027 \u{b0}C)")), list("bb", &kiln(other)));
        relations(&left, &right, &align(&left, &right))[0].standing
    };
    assert_eq!(relation("==1300 K"), Standing::Equal);
    assert_ne!(relation("==900 K"), Standing::Equal);
}

#[test]
fn software_for_a_thing_is_not_the_thing() {
    let entry = |code: &str, subject: &str| {
        format!(
            "{KILNS}- entry: \"{code}\"\n  subject: {subject}\n  qualifiers:\n  - subject: {subject}\n  - restricts: for jacquard pattern weaving\n"
        )
    };
    let (left, right) = (list("aa", &entry("1D001", "software")), list("bb", &entry("4A009", "punched card")));
    let matched = |without: BTreeSet<Evidence>| {
        let found = align_with(&left, &right, &AlignOptions { without, ..AlignOptions::default() });
        found.matches.iter().find(|m| m.left == code("1D001")).map(|m| m.score)
    };
    let (with, without) = (matched(BTreeSet::new()), matched(BTreeSet::from([Evidence::Group])));
    assert!(without.is_some() && with < without.map(|score| score * 6 / 10), "{with:?} {without:?}");
}

#[test]
fn words_of_the_official_texts_count_where_both_are_at_hand() {
    let entry = |code: &str, subject: &str| format!("- entry: \"{code}\"\n  subject: {subject}\n");
    let left = list("aa", &(entry("1A001", "apparatus") + &entry("1A002", "anvil")));
    let right = list("bb", &(entry("7C001", "assembly") + &entry("7C002", "bell")));
    let texts = |codes: [&str; 2]| {
        let mut texts = Texts::default();
        texts.entry(code(codes[0])).text = "Cradles that rock a sleeping child by clockwork".to_owned();
        texts.entry(code(codes[1])).text = format!("Heavy {}", codes[1]);
        texts
    };
    let (ours, theirs) = (texts(["1A001", "1A002"]), texts(["7C001", "7C002"]));
    let found = |l: Option<&Texts>, r: Option<&Texts>| {
        pairs(&align_with_texts((&left, l), (&right, r), &AlignOptions::default())).contains(&("1A001", "7C001"))
    };
    assert!(found(Some(&ours), Some(&theirs)));
    assert!(!found(Some(&ours), None) && !found(None, None));
}
