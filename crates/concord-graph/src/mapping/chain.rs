//! Chaining: from A to B and B to C follows A to C, with the provenance of both.

use std::collections::{BTreeMap, BTreeSet};

use super::justification::CHAINING;
use super::{Confidence, Mapping};

/// Concludes mappings from `first` to `second` through what both have in common: the objects of `first` and the subjects of `second`.
///
/// The relation follows [`Relation::then`](super::Relation::then); a denial follows only through an exact match, for what is not true of a thing is
/// not true of the very same thing. The confidence is the product of both. Where several middles lead to the same conclusion, the surest
/// stands, and among equals the first by its middle. A mapping that the two sets state themselves is not concluded again by the caller's
/// choice: see [`fill`].
pub fn chain(first: &[Mapping], second: &[Mapping]) -> Vec<Mapping> {
    let mut by_subject: BTreeMap<&str, Vec<&Mapping>> = BTreeMap::new();
    for mapping in second.iter().filter(|mapping| !mapping.subject.is_empty()) {
        by_subject.entry(&mapping.subject).or_default().push(mapping);
    }
    let mut found: BTreeMap<(String, String, bool, String), Mapping> = BTreeMap::new();
    for one in first.iter().filter(|mapping| !mapping.object.is_empty() && !mapping.subject.is_empty()) {
        for two in by_subject.get(one.object.as_str()).into_iter().flatten().filter(|two| two.object != one.subject) {
            let Some(mapping) = follow(one, two) else { continue };
            let key = (mapping.subject.clone(), mapping.object.clone(), mapping.negated, mapping.predicate.clone());
            let better = found.get(&key).is_none_or(|known| (known.confidence, &mapping.comment) < (mapping.confidence, &known.comment));
            if better {
                found.insert(key, mapping);
            }
        }
    }
    found.into_values().collect()
}

/// The concluded mappings of pairs about which `stated` says nothing, in either direction: what is stated always wins.
pub fn fill(stated: &[Mapping], concluded: Vec<Mapping>) -> Vec<Mapping> {
    let known: BTreeSet<(&str, &str)> =
        stated.iter().flat_map(|m| [(m.subject.as_str(), m.object.as_str()), (m.object.as_str(), m.subject.as_str())]).collect();
    concluded.into_iter().filter(|m| !known.contains(&(m.subject.as_str(), m.object.as_str()))).collect()
}

fn follow(one: &Mapping, two: &Mapping) -> Option<Mapping> {
    use super::Relation::Exact;
    let (first, second) = (one.relation()?, two.relation()?);
    let relation = match (one.negated, two.negated) {
        (false, false) => first.then(second)?,
        (true, false) if second == Exact => first,
        (false, true) if first == Exact => second,
        _ => return None,
    };
    let sure = |mapping: &Mapping| mapping.confidence.unwrap_or(Confidence::FULL);
    let named = |mapping: &Mapping| match mapping.source.as_str() {
        "" => mapping.said(),
        source => format!("{} ({}, {source})", mapping.said(), mapping.justification),
    };
    Some(Mapping {
        subject: one.subject.clone(),
        subject_label: one.subject_label.clone(),
        predicate: relation.predicate().to_owned(),
        negated: one.negated || two.negated,
        object: two.object.clone(),
        object_label: two.object_label.clone(),
        justification: CHAINING.to_owned(),
        confidence: (one.confidence.is_some() || two.confidence.is_some()).then(|| sure(one).and(sure(two))),
        date: one.date.max(two.date),
        comment: format!("follows from {} and {}", named(one), named(two)),
        more: BTreeMap::new(),
        source: format!("{} and {}", one.source, two.source),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(text: &str, confidence: u32) -> Mapping {
        let mut words = text.split(' ');
        let subject = words.next().unwrap().to_owned();
        let mut predicate = words.next().unwrap();
        let negated = predicate == "not";
        if negated {
            predicate = words.next().unwrap();
        }
        Mapping {
            subject,
            predicate: format!("skos:{predicate}Match"),
            negated,
            object: words.next().unwrap().to_owned(),
            justification: "semapv:ManualMappingCuration".to_owned(),
            confidence: Some(Confidence::thousandths(confidence)),
            source: "hand.sssom.tsv:7".to_owned(),
            ..Mapping::default()
        }
    }

    #[test]
    fn through_a_middle_regime() {
        let first =
            [mapping("aa:1T001 exact mm:1.A.1", 900), mapping("aa:1T002 broad mm:1.A.2", 1000), mapping("aa:1T003 close mm:1.A.3", 1000)];
        let second =
            [mapping("mm:1.A.1 narrow bb:9T001", 500), mapping("mm:1.A.2 broad bb:9T002", 1000), mapping("mm:1.A.3 close bb:9T003", 1000)];
        let found = chain(&first, &second);
        let said: Vec<String> = found.iter().map(Mapping::said).collect();
        assert_eq!(said, ["aa:1T001 narrowMatch bb:9T001", "aa:1T002 broadMatch bb:9T002"], "close is not transitive");
        assert_eq!(found[0].confidence, Some(Confidence::thousandths(450)));
        assert_eq!(found[0].justification, CHAINING);
        assert_eq!(
            found[0].comment,
            "follows from aa:1T001 exactMatch mm:1.A.1 (semapv:ManualMappingCuration, hand.sssom.tsv:7) and mm:1.A.1 narrowMatch bb:9T001 (semapv:ManualMappingCuration, hand.sssom.tsv:7)"
        );
    }

    #[test]
    fn a_denial_follows_through_an_exact_match_only() {
        let first = [
            mapping("aa:1T001 exact mm:1.A.1", 1000),
            mapping("aa:1T002 close mm:1.A.1", 1000),
            mapping("aa:1T003 not close mm:1.A.2", 1000),
        ];
        let second = [mapping("mm:1.A.1 not close bb:9T001", 1000), mapping("mm:1.A.2 exact bb:9T002", 1000)];
        let said: Vec<String> = chain(&first, &second).iter().map(Mapping::said).collect();
        assert_eq!(said, ["aa:1T001 not closeMatch bb:9T001", "aa:1T003 not closeMatch bb:9T002"]);
    }

    #[test]
    fn the_surest_way_stands_and_what_is_stated_wins() {
        let first = [mapping("aa:1 exact mm:1", 600), mapping("aa:1 exact mm:2", 700)];
        let second = [mapping("mm:1 exact bb:1", 1000), mapping("mm:2 exact bb:1", 1000)];
        let found = chain(&first, &second);
        assert_eq!((found.len(), found[0].confidence), (1, Some(Confidence::thousandths(700))));
        assert!(fill(&[mapping("bb:1 not exact aa:1", 1000)], found).is_empty());
    }
}
