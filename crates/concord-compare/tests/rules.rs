//! Every rule on its own pair of tiny jurisdictions, and on all the others.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use concord_compare::{Cited, Finding, rules};
use support::fixtures;
use support::layers::layer_fixtures;
use support::provisions::provision_fixtures;

fn code(cited: Option<&Cited>) -> &str {
    cited.map_or("-", |c| c.code.as_str())
}

#[test]
fn every_rule_has_a_pair_and_every_pair_a_rule() {
    let rules: BTreeSet<String> = rules().iter().map(|r| r.id.clone()).collect();
    let pairs: BTreeSet<String> = fixtures()
        .into_iter()
        .map(|f| f.id)
        .chain(provision_fixtures().into_iter().map(|f| f.id))
        .chain(layer_fixtures().into_iter().map(|f| f.id))
        .collect();
    assert_eq!(rules, pairs);
}

#[test]
fn every_rule_fires_on_its_own_pair() {
    for fixture in fixtures() {
        let comparison = fixture.compare();
        let fired: Vec<&str> = comparison.findings.iter().map(|f| f.rule.as_str()).collect();
        assert!(fired.contains(&fixture.id.as_str()), "{}: {fired:?}", fixture.id);
    }
}

/// A rule that fires where it should not shows up here.
#[test]
fn all_rules_on_all_pairs() {
    let mut table = String::new();
    for fixture in fixtures() {
        let comparison = fixture.compare();
        let _ = writeln!(table, "{}:", fixture.id);
        for rule in rules() {
            let found: Vec<&Finding> = comparison.findings.iter().filter(|f| f.rule == rule.id).collect();
            if found.is_empty() {
                continue;
            }
            let codes: Vec<String> = found.iter().map(|f| format!("{} / {}", code(f.left.as_ref()), code(f.right.as_ref()))).collect();
            let _ = writeln!(table, "  {} x {}: {}", rule.id, found.len(), codes.join(", "));
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn swapping_the_sides_mirrors_every_finding() {
    let mirror = |id: &str| {
        let rule = rules().iter().find(|r| r.id == id).unwrap();
        rule.mirror.clone().unwrap_or_else(|| rule.id.clone())
    };
    for fixture in fixtures() {
        let mut forward: Vec<_> = fixture
            .compare()
            .findings
            .iter()
            .map(|f| (mirror(&f.rule), f.direction.mirrored(), code(f.right.as_ref()).to_owned(), code(f.left.as_ref()).to_owned()))
            .collect();
        let mut backward: Vec<_> = fixture
            .compare_mirrored()
            .findings
            .iter()
            .map(|f| (f.rule.clone(), f.direction, code(f.left.as_ref()).to_owned(), code(f.right.as_ref()).to_owned()))
            .collect();
        forward.sort();
        backward.sort();
        assert_eq!(forward, backward, "{}", fixture.id);
    }
}

#[test]
fn a_strict_difference_of_what_is_listed_comes_with_a_witness() {
    for fixture in fixtures() {
        for finding in fixture.compare().findings {
            let strict = finding.rule.ends_with("-stricter") || finding.rule == "threshold-overlap";
            assert_eq!(strict, !finding.witnesses.is_empty(), "{}: {}", fixture.id, finding.rule);
        }
    }
}
