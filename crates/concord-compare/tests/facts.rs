//! What findings carry beside their sentence: both texts as facts, and the values that each side controls.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own fixtures should fail")]

mod support;

use concord_compare::{Cited, Fact, FactKind, Finding};
use support::fixtures;

/// The finding that a fixture is made for.
fn finding(id: &str) -> Finding {
    let fixture = fixtures().into_iter().find(|fixture| fixture.id == id).unwrap();
    fixture.compare().findings.into_iter().find(|finding| finding.rule == id).unwrap()
}

fn conditions(side: Option<&Cited>) -> Vec<&Fact> {
    side.iter().flat_map(|side| &side.facts).filter(|fact| fact.kind == FactKind::Condition).collect()
}

#[test]
fn a_limit_that_differs_is_marked_and_stated_as_numbers() {
    let found = finding("threshold-left-stricter");
    for (side, value) in [(&found.left, "2"), (&found.right, "5")] {
        let [condition] = conditions(side.as_ref())[..] else { panic!("{side:?}") };
        assert!(condition.differs, "{condition:?}");
        let limit = &condition.limits[0];
        assert_eq!((limit.op.as_str(), limit.value.as_str(), limit.unit.as_str()), (">", value, "m"));
    }
    let values = found.values.unwrap();
    assert_eq!((values.unit.as_str(), values.left.len(), values.only_left.len(), values.only_right.len()), ("m", 1, 1, 0));
}

#[test]
fn facts_of_a_side_alone_are_marked_nowhere() {
    let found = finding("entry-left-stricter");
    assert!(found.right.is_none() && found.values.is_none());
    assert!(found.left.unwrap().facts.iter().all(|fact| !fact.differs));
}

#[test]
fn the_mirror_has_the_same_facts_on_the_other_side() {
    for fixture in fixtures() {
        let sides = |left: bool| -> Vec<(Vec<Fact>, Vec<Fact>)> {
            let comparison = if left { fixture.compare() } else { fixture.compare_mirrored() };
            let facts = |side: &Option<Cited>| side.as_ref().map_or_else(Vec::new, |side| side.facts.clone());
            let mut out: Vec<_> = comparison
                .findings
                .iter()
                .map(|f| if left { (facts(&f.left), facts(&f.right)) } else { (facts(&f.right), facts(&f.left)) })
                .collect();
            out.sort_by_key(|pair| format!("{pair:?}"));
            out
        };
        assert_eq!(sides(true), sides(false), "{}", fixture.id);
    }
}

#[test]
fn only_what_differs_in_its_numbers_has_values() {
    for fixture in fixtures() {
        for found in fixture.compare().findings {
            if let Some(values) = &found.values {
                assert!(!values.only_left.is_empty() || !values.only_right.is_empty(), "{}: {found:?}", fixture.id);
                let marked = |side: Option<&Cited>| conditions(side).iter().any(|fact| fact.differs);
                assert!(marked(found.left.as_ref()) || marked(found.right.as_ref()), "{}: {found:?}", fixture.id);
            }
        }
    }
}
