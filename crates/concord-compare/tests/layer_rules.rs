//! Every rule on layers above the list on its own pair of tiny licensing laws, and on all the others.

mod support;

use std::fmt::Write as _;

use concord_compare::{Direction, rules};
use support::layers::layer_fixtures;

#[test]
fn every_rule_fires_on_its_own_pair() {
    for fixture in layer_fixtures() {
        let found = fixture.compare();
        let fired: Vec<&str> = found.findings.iter().map(|f| f.finding.rule.as_str()).collect();
        assert!(fired.contains(&fixture.id.as_str()), "{}: {fired:?}", fixture.id);
    }
}

/// A rule that fires where it should not shows up here.
#[test]
fn all_rules_on_all_pairs() {
    let mut table = String::new();
    for fixture in layer_fixtures() {
        let _ = writeln!(table, "{}:", fixture.id);
        for found in fixture.compare().findings {
            let f = &found.finding;
            let code = |side: &Option<concord_compare::Cited>| side.as_ref().map_or_else(String::new, |side| side.code.clone());
            let _ = writeln!(table, "  {} {} ({} pairs): {}", f.rule, code(&f.left), found.pairs.len(), f.explanation);
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn exchanging_the_sides_mirrors_every_finding() {
    let mirror = |id: &str| rules().iter().find(|r| r.id == id).and_then(|r| r.mirror.clone()).unwrap_or_else(|| id.to_owned());
    for fixture in layer_fixtures() {
        let mut forward: Vec<(String, Direction)> = Vec::new();
        let mut backward = forward.clone();
        forward.extend(fixture.compare().findings.iter().map(|f| (mirror(&f.finding.rule), f.finding.direction.mirrored())));
        let mirrored = fixture.compare_for(&["ZZ"], true);
        backward.extend(mirrored.findings.iter().map(|f| (f.finding.rule.clone(), f.finding.direction)));
        forward.sort();
        backward.sort();
        assert_eq!(forward, backward, "{}", fixture.id);
    }
}

#[test]
fn a_direction_needs_both_rungs_and_each_layer_is_counted_apart() {
    for fixture in layer_fixtures() {
        let found = fixture.compare_for(&["ZZ", "YY"], false);
        for count in &found.counts {
            let by_direction: usize = count.by_direction.iter().map(|(_, n)| n).sum();
            assert_eq!(count.of, count.same + count.not_applicable + by_direction, "{}: {count:?}", fixture.id);
            let gathered: usize = found
                .findings
                .iter()
                .filter(|f| f.finding.layer == count.layer && f.finding.destination == count.destination)
                .map(|f| f.pairs.len().max(1))
                .sum();
            assert_eq!(gathered, by_direction, "{}: {count:?}", fixture.id);
        }
        for f in found.findings.iter().map(|f| &f.finding) {
            let cited = [&f.left, &f.right].into_iter().flatten().filter(|side| !side.citation.is_empty()).count();
            assert_eq!(cited, 2, "{}: both sides are cited", fixture.id);
            assert_eq!(f.rule.ends_with("-unknown"), f.direction == Direction::Unknown);
        }
    }
}

#[test]
fn nothing_is_exported_to_a_place_inside_a_side() {
    for fixture in layer_fixtures() {
        let found = fixture.compare_for(&["AA", "BB"], false);
        assert!(found.findings.is_empty() && found.counts.is_empty() && found.destinations.iter().all(|place| place.inside));
    }
}
