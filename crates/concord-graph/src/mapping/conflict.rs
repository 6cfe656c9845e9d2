//! Conflicts: mappings of one pair that cannot both hold.

use std::collections::BTreeMap;

use concord_model::{Diagnostic, codes};

use super::Mapping;

/// Two mappings that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// The one that stands first.
    pub first: &'a Mapping,
    /// The other, as it was given; it may be stated from the other side.
    pub second: &'a Mapping,
}

/// Every conflict among some mappings, in whichever files and from whichever side they are stated, in the order of the mappings.
///
/// A denial contradicts an affirmation of the same relation or of one that implies it; two affirmations contradict each other where one
/// calls a side broader and the other calls it equal or narrower.
pub fn conflicts(mappings: &[Mapping]) -> Vec<Conflict<'_>> {
    let mut by_pair: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, mapping) in mappings.iter().enumerate().filter(|(_, m)| !m.subject.is_empty() && !m.object.is_empty()) {
        let (subject, object) = (mapping.subject.as_str(), mapping.object.as_str());
        by_pair.entry((subject.min(object), subject.max(object))).or_default().push(at);
    }
    let mut found = Vec::new();
    for group in by_pair.values() {
        for (n, &a) in group.iter().enumerate() {
            for &b in &group[n + 1..] {
                if contradict(&mappings[a], &mappings[b]) {
                    found.push((a, b));
                }
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(a, b)| Conflict { first: &mappings[a], second: &mappings[b] }).collect()
}

fn contradict(a: &Mapping, b: &Mapping) -> bool {
    let (Some(first), Some(mut second)) = (a.relation(), b.relation()) else { return false };
    if a.subject != b.subject {
        second = second.inverse();
    }
    match (a.negated, b.negated) {
        (false, false) => first.excludes(second),
        (true, true) => false,
        (true, false) => second.implies(first),
        (false, true) => first.implies(second),
    }
}

impl Conflict<'_> {
    /// The conflict as a diagnostic at the second mapping's place; it names the first one's source.
    pub fn diagnostic(&self) -> Diagnostic {
        let message = format!("`{}` contradicts `{}`, which {} says", self.second.said(), self.first.said(), self.first.source);
        let (file, line) = self.second.source.rsplit_once(':').unwrap_or((self.second.source.as_str(), "0"));
        let hint = "read both texts again and keep the one that holds";
        Diagnostic::new(codes::CONTRADICTING_MAPPINGS, message, hint).at(file, line.parse().unwrap_or_default(), 1, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(subject: &str, predicate: &str, negated: bool, object: &str, source: &str) -> Mapping {
        Mapping {
            subject: subject.to_owned(),
            predicate: format!("skos:{predicate}Match"),
            negated,
            object: object.to_owned(),
            source: source.to_owned(),
            ..Mapping::default()
        }
    }

    #[test]
    fn both_sources_are_named() {
        let given = [mapping("aa:1", "exact", false, "bb:1", "one.tsv:8"), mapping("bb:1", "close", true, "aa:1", "two.tsv:9")];
        let found = conflicts(&given);
        assert_eq!(found.len(), 1);
        let shown = found[0].diagnostic().to_string();
        assert!(
            shown.starts_with(
                "two.tsv:9:1: error[E0609]: `bb:1 not closeMatch aa:1` contradicts `aa:1 exactMatch bb:1`, which one.tsv:8 says"
            ),
            "{shown}"
        );
    }

    #[test]
    fn what_can_both_hold_is_no_conflict() {
        let pairs = [
            (("exact", false), ("close", false), 0),
            (("close", false), ("exact", true), 0),
            (("close", false), ("broad", false), 0),
            (("exact", true), ("close", true), 0),
            (("exact", false), ("broad", false), 1),
            (("broad", false), ("narrow", false), 1),
            (("broad", false), ("broad", true), 1),
        ];
        for ((p, not_p), (q, not_q), expected) in pairs {
            let given = [mapping("aa:1", p, not_p, "bb:1", ""), mapping("aa:1", q, not_q, "bb:1", "")];
            assert_eq!(conflicts(&given).len(), expected, "{p} {not_p} {q} {not_q}");
        }
        let from_both_sides = [mapping("aa:1", "broad", false, "bb:1", ""), mapping("bb:1", "narrow", false, "aa:1", "")];
        assert!(conflicts(&from_both_sides).is_empty());
    }
}
