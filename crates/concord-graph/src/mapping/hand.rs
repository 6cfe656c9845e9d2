//! Mappings made by hand, in the form an aligner takes.

use concord_model::Code;

use super::{MappingSet, Relation, paragraph_of};

/// A mapping of two paragraphs that a person made, or denied. It wins over every computed one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandMapping {
    /// Code of the left paragraph.
    pub left: Code,
    /// Code of the right paragraph.
    pub right: Code,
    /// How they stand to each other.
    pub relation: Relation,
    /// Whether the relation is denied. A denied `close` denies `exact` too: the two are not the same control.
    pub negated: bool,
    /// Where it is said (`eu-us.sssom.tsv:12`).
    pub source: String,
}

/// The hand mappings between the paragraphs of two jurisdictions, read from left to right whichever way round they are stated, by code.
///
/// Mappings of other things (terms, other jurisdictions) and those with a predicate of no known relation are left out.
pub fn hand_mappings(sets: &[MappingSet], left: &str, right: &str) -> Vec<HandMapping> {
    let mut out = Vec::new();
    for mapping in sets.iter().flat_map(|set| &set.mappings) {
        let Some(relation) = mapping.relation() else { continue };
        let (Some((from, a)), Some((to, b))) = (paragraph_of(&mapping.subject), paragraph_of(&mapping.object)) else { continue };
        let (negated, source) = (mapping.negated, mapping.source.clone());
        if (from, to) == (left, right) {
            out.push(HandMapping { left: a, right: b, relation, negated, source });
        } else if (from, to) == (right, left) {
            out.push(HandMapping { left: b, right: a, relation: relation.inverse(), negated, source });
        }
    }
    out.sort();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Mapping;

    #[test]
    fn read_from_either_side() {
        let mapping = |subject: &str, predicate: &str, object: &str| Mapping {
            subject: subject.to_owned(),
            predicate: predicate.to_owned(),
            object: object.to_owned(),
            ..Mapping::default()
        };
        let set = MappingSet {
            mappings: vec![
                mapping("bb:2T001.a", "skos:broadMatch", "aa:1T001"),
                mapping("aa:1T001", "skos:closeMatch", "bb:2T002"),
                mapping("aa:term/loom", "skos:exactMatch", "bb:term/loom"),
                mapping("aa:1T001", "ex:likes", "bb:2T003"),
                mapping("aa:1T001", "skos:closeMatch", "cc:2T002"),
            ],
            ..MappingSet::default()
        };
        let found = hand_mappings(&[set], "aa", "bb");
        let said: Vec<String> = found.iter().map(|m| format!("{} {:?} {}", m.left, m.relation, m.right)).collect();
        assert_eq!(said, ["1T001 Narrow 2T001.a", "1T001 Close 2T002"]);
    }
}
