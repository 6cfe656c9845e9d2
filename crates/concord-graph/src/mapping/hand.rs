//! Mappings made by hand, in the form an aligner takes.

use super::{MappingSet, Relation, paragraph_of};
use crate::{HandMapping, Predicate};

impl From<Relation> for Predicate {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Exact => Self::Exact,
            Relation::Close => Self::Close,
            Relation::Broad => Self::Broad,
            Relation::Narrow => Self::Narrow,
            Relation::Related => Self::Related,
        }
    }
}

impl From<Predicate> for Relation {
    fn from(predicate: Predicate) -> Self {
        match predicate {
            Predicate::Exact => Self::Exact,
            Predicate::Close => Self::Close,
            Predicate::Broad => Self::Broad,
            Predicate::Narrow => Self::Narrow,
            Predicate::Related => Self::Related,
        }
    }
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
            out.push(HandMapping { left: a, right: b, relation: relation.into(), negated, source });
        } else if (from, to) == (right, left) {
            out.push(HandMapping { left: b, right: a, relation: relation.inverse().into(), negated, source });
        }
    }
    out.sort_by(|x, y| (&x.left, &x.right, x.relation, x.negated, &x.source).cmp(&(&y.left, &y.right, y.relation, y.negated, &y.source)));
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
