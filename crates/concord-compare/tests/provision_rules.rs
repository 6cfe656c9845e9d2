//! Every rule on provisions and definitions on its own pair of tiny jurisdictions, and on all the others.

mod support;

use std::fmt::Write as _;

use concord_compare::{Finding, rules};
use support::provisions::{compare, provision_fixtures, shipped_layer};

fn all(comparison: &concord_compare::RuleComparison) -> impl Iterator<Item = &Finding> {
    comparison.findings.iter().chain(&comparison.gaps)
}

#[test]
fn every_rule_fires_on_its_own_pair() {
    for fixture in provision_fixtures() {
        let comparison = fixture.compare(false);
        let fired: Vec<&str> = all(&comparison).map(|f| f.rule.as_str()).collect();
        // A pair of a definition and an answer leaves the answer's counterpart unknown.
        assert!(fired.iter().all(|rule| *rule == fixture.id || *rule == "fact-unknown"), "{}: {fired:?}", fixture.id);
        assert!(fired.contains(&fixture.id.as_str()), "{}: {fired:?}", fixture.id);
    }
}

/// What the findings say; a rule that fires where it should not shows up here.
#[test]
fn all_rules_on_all_pairs() {
    let mut table = String::new();
    for fixture in provision_fixtures() {
        for finding in all(&fixture.compare(false)) {
            // The vocabulary words the questions; here they would only make noise.
            let question = finding.left.as_ref().map_or("", |side| side.subject.english());
            let said = finding.explanation.replace(question, "…");
            let _ = writeln!(table, "{} [{:?}, {:?}] {said}", finding.rule, finding.severity, finding.layer);
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
    for fixture in provision_fixtures() {
        let mut forward: Vec<_> =
            all(&fixture.compare(false)).map(|f| (mirror(&f.rule), f.direction.mirrored(), f.parameter.clone())).collect();
        let mut backward: Vec<_> = all(&fixture.compare(true)).map(|f| (f.rule.clone(), f.direction, f.parameter.clone())).collect();
        forward.sort();
        backward.sort();
        assert_eq!(forward, backward, "{}", fixture.id);
    }
}

#[test]
fn every_finding_of_the_shipped_rules_cites_both_texts() {
    let layer = shipped_layer();
    let codes = layer.described();
    for left in &codes {
        for right in codes.iter().filter(|right| *right != left) {
            for finding in compare(&layer, left, right).findings {
                for side in [&finding.left, &finding.right] {
                    assert!(side.as_ref().is_some_and(|s| !s.citation.is_empty()), "{left} {right} {}: {side:?}", finding.id);
                }
            }
        }
    }
}

#[test]
fn no_jurisdiction_differs_from_itself() {
    let layer = shipped_layer();
    for code in layer.described() {
        let comparison = compare(&layer, code, code);
        assert!(comparison.findings.is_empty() && comparison.gaps.is_empty(), "{code}: {:#?}", comparison.findings);
    }
}
