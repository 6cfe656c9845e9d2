//! Joining sets: hand mappings before what follows from them, and that before what was computed.

use std::collections::BTreeSet;

use super::chain::{chain, fill};
use super::computed::LICENSE;
use super::{Mapping, MappingSet, Namespace, OWN};

/// What follows from mappings made by hand through things that two of them share, in whichever direction they are stated. Only pairs of
/// two different prefixes (two jurisdictions) are kept, each in one direction, and none of which a hand mapping speaks itself.
pub fn chained(hand: &[MappingSet], namespace: &Namespace) -> MappingSet {
    let stated: Vec<Mapping> = hand.iter().flat_map(|set| &set.mappings).cloned().collect();
    let both_ways: Vec<Mapping> = stated.iter().cloned().chain(stated.iter().filter_map(Mapping::inverted)).collect();
    let across = |m: &Mapping| m.subject.split(':').next() < m.object.split(':').next();
    let mut mappings = fill(&stated, chain(&both_ways, &both_ways));
    mappings.retain(across);
    let prefixes = hand.iter().flat_map(|set| set.prefixes.clone()).collect();
    MappingSet {
        id: namespace.iri(&format!("{OWN}:mappings/chained")),
        license: LICENSE.to_owned(),
        prefixes,
        mappings,
        ..MappingSet::default()
    }
}

/// All mappings between some jurisdictions as one set. Of two sets that speak of the same pair, the earlier one is followed.
pub fn merge(sets: &[&MappingSet], jurisdictions: &[String], title: &str, namespace: &Namespace) -> MappingSet {
    let keep = |curie: &str| curie.split_once(':').is_some_and(|(prefix, _)| jurisdictions.iter().any(|code| code == prefix));
    let mut merged = MappingSet {
        id: namespace.iri(&format!("{OWN}:mappings/{}", jurisdictions.join("-"))),
        license: LICENSE.to_owned(),
        prefixes: jurisdictions.iter().map(|code| (code.clone(), namespace.prefix(code))).collect(),
        more: [("mapping_set_title".to_owned(), vec![title.to_owned()])].into(),
        ..MappingSet::default()
    };
    let mut settled: BTreeSet<(&str, &str)> = BTreeSet::new();
    for set in sets {
        for (prefix, iri) in &set.prefixes {
            merged.prefixes.entry(prefix.clone()).or_insert_with(|| iri.clone());
        }
        let free = |m: &&Mapping| {
            !settled.contains(&(m.subject.as_str(), m.object.as_str())) && !settled.contains(&(m.object.as_str(), m.subject.as_str()))
        };
        let taken: Vec<&Mapping> = set.mappings.iter().filter(|m| keep(&m.subject) && keep(&m.object)).filter(free).collect();
        settled.extend(taken.iter().map(|m| (m.subject.as_str(), m.object.as_str())));
        merged.mappings.extend(taken.into_iter().cloned());
    }
    merged
}
