//! How the two sides of a mapping stand to each other.

use serde::{Deserialize, Serialize};

/// A mapping relation, read from left (subject) to right (object).
///
/// The words are those of SKOS (W3C Recommendation of 18 August 2009, section 10): `Broad` says that the right side is the broader one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The same thing.
    Exact,
    /// Nearly the same thing.
    Close,
    /// The right side holds the left side and more.
    Broad,
    /// The left side holds the right side and more.
    Narrow,
    /// They have to do with each other.
    Related,
}

/// Every relation.
pub const RELATIONS: [Relation; 5] = [Relation::Exact, Relation::Close, Relation::Broad, Relation::Narrow, Relation::Related];

impl Relation {
    /// The SKOS mapping property as a CURIE (`skos:exactMatch`).
    pub fn predicate(self) -> &'static str {
        match self {
            Self::Exact => "skos:exactMatch",
            Self::Close => "skos:closeMatch",
            Self::Broad => "skos:broadMatch",
            Self::Narrow => "skos:narrowMatch",
            Self::Related => "skos:relatedMatch",
        }
    }

    /// The relation that a predicate states: a SKOS mapping property or its OWL or RDFS counterpart.
    pub fn of_predicate(curie: &str) -> Option<Self> {
        match curie {
            "owl:equivalentClass" | "owl:equivalentProperty" | "owl:sameAs" => Some(Self::Exact),
            "rdfs:subClassOf" | "rdfs:subPropertyOf" => Some(Self::Broad),
            _ => RELATIONS.into_iter().find(|relation| relation.predicate() == curie),
        }
    }

    /// The relation read from right to left.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Broad => Self::Narrow,
            Self::Narrow => Self::Broad,
            other => other,
        }
    }

    /// The relation of A to C where A stands in `self` to B and B in `next` to C; none where nothing follows.
    ///
    /// The rules are those of the SSSOM guide to chaining: exact hands the other relation on, broad and narrow are transitive, close and
    /// related are not.
    pub fn then(self, next: Self) -> Option<Self> {
        match (self, next) {
            (Self::Exact, other) | (other, Self::Exact) => Some(other),
            (Self::Broad, Self::Broad) => Some(Self::Broad),
            (Self::Narrow, Self::Narrow) => Some(Self::Narrow),
            _ => None,
        }
    }

    /// Whether the two cannot both hold of one pair.
    pub fn excludes(self, other: Self) -> bool {
        use Relation::{Broad, Exact, Narrow};
        matches!((self, other), (Exact | Narrow, Broad) | (Broad, Exact | Narrow) | (Exact, Narrow) | (Narrow, Exact))
    }

    /// Whether a pair of which `self` holds is also one of which `other` holds: what is exact is close.
    pub fn implies(self, other: Self) -> bool {
        self == other || (self == Self::Exact && other == Self::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predicates_read_as_written() {
        for relation in RELATIONS {
            assert_eq!(Relation::of_predicate(relation.predicate()), Some(relation));
            assert_eq!(relation.inverse().inverse(), relation);
        }
        assert_eq!(Relation::of_predicate("rdfs:subClassOf"), Some(Relation::Broad));
        assert_eq!(Relation::of_predicate("ex:likes"), None);
    }

    #[test]
    fn exclusion_is_symmetric() {
        for a in RELATIONS {
            assert!(!a.excludes(a));
            for b in RELATIONS {
                assert_eq!(a.excludes(b), b.excludes(a), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_chain_reads_the_same_from_its_other_end() {
        for a in RELATIONS {
            for b in RELATIONS {
                assert_eq!(a.then(b).map(Relation::inverse), b.inverse().then(a.inverse()), "{a:?} {b:?}");
            }
        }
    }
}
