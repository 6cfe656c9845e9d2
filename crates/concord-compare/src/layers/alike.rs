//! Paragraphs and destinations that the rules treat alike, so that a ladder is climbed once for all of them.

use std::collections::BTreeMap;

use concord_model::licensing::{Answer, Licensing, inside};
use concord_model::{Code, Entry, List};

use super::LayerDestination;

/// For each destination the place, among the destinations, of the first that all rules treat alike.
pub(super) fn destinations(places: &[LayerDestination], rules: (&Licensing, &Licensing)) -> Vec<usize> {
    let mut firsts: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let alike = |first: &&usize| {
            places
                .get(**first)
                .is_some_and(|other| rules.0.treats_alike(&place.code, &other.code) && rules.1.treats_alike(&place.code, &other.code))
        };
        let first = firsts.iter().find(alike).copied().unwrap_or_else(|| {
            firsts.push(at);
            at
        });
        out.push(first);
    }
    out
}

/// For each code a number that it shares with the paragraphs of its entry which all rules treat alike.
pub(super) fn paragraphs<'c>(list: &List, rules: &Licensing, codes: impl Iterator<Item = &'c Code>) -> BTreeMap<&'c Code, usize> {
    let mut patterns: Vec<&str> =
        rules.cases().flat_map(|case| &case.items).chain(rules.items.values().flatten()).map(String::as_str).collect();
    for pattern in &mut patterns {
        *pattern = pattern.trim_start_matches('-');
    }
    patterns.retain(|pattern| !pattern.starts_with('@'));
    patterns.sort_unstable();
    patterns.dedup();
    let entries: BTreeMap<&Code, &Entry> = list.entries.iter().map(|entry| (entry.code(), entry)).collect();
    let mut parting: BTreeMap<Code, Vec<&str>> = BTreeMap::new();
    let mut known: BTreeMap<(Code, Vec<Answer>), usize> = BTreeMap::new();
    let mut out = BTreeMap::new();
    for code in codes {
        let entry = code.entry();
        let parts = parting.entry(entry.clone()).or_insert_with(|| {
            // A pattern that holds the whole entry, or none of it, parts nothing of it.
            let mut own: Vec<&str> = patterns.iter().copied().filter(|pattern| inside(&entry, pattern) == Answer::Unknown).collect();
            own.extend(entries.get(&entry).into_iter().flat_map(|entry| stated(entry)));
            let reaches = rules.reaches.iter().filter(|reach| reach.entry == entry.as_str());
            own.extend(reaches.flat_map(|reach| reach.only.iter().chain(&reach.except).chain(&reach.unclear)).map(String::as_str));
            own
        });
        let answers = parts.iter().map(|pattern| inside(code, pattern)).collect();
        let next = known.len();
        out.insert(code, *known.entry((entry, answers)).or_insert(next));
    }
    out
}

/// The codes that an entry's own tables name.
fn stated(entry: &Entry) -> impl Iterator<Item = &str> {
    let reasons = entry.reasons.iter().flat_map(|reason| &reason.applies_to);
    let exceptions = entry.exceptions.iter().flat_map(|row| row.only.iter().chain(&row.except));
    reasons.chain(exceptions).map(String::as_str)
}
