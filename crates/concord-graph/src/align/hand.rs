//! Mappings made by hand, which win over computed ones.

use std::collections::BTreeMap;

use concord_model::Code;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::paragraphs::Paragraphs;
use super::relation::Predicate;

/// A mapping made by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandMapping {
    /// Left code.
    pub left: Code,
    /// Right code.
    pub right: Code,
    /// How the two relate.
    pub relation: Predicate,
    /// Whether it says that they do not relate so.
    pub negated: bool,
    /// Where it stands (file and line, or a citation).
    pub source: String,
}

impl HandMapping {
    /// The mapping seen from the other side.
    #[must_use]
    pub(crate) fn mirrored(&self) -> Self {
        Self { left: self.right.clone(), right: self.left.clone(), relation: self.relation.mirrored(), ..self.clone() }
    }
}

/// Two mappings by hand that cannot both hold, or one that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Left code.
    pub left: Code,
    /// Right code.
    pub right: Code,
    /// What is wrong.
    pub what: String,
    /// Where the mappings stand.
    pub sources: Vec<String>,
}

/// Mappings by hand, looked up in two lists.
#[derive(Debug, Default)]
pub(crate) struct Hand {
    /// One-to-one pairs, the first mapping of each paragraph.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Further pairs of paragraphs that are paired already, or that are merely related.
    pub(crate) beside: Vec<(usize, usize)>,
    /// Pairs that must not be matched.
    pub(crate) forbidden: FxHashSet<(usize, usize)>,
    /// What the mapping of a pair says.
    pub(crate) says: FxHashMap<(usize, usize), (Predicate, String)>,
    pub(crate) conflicts: Vec<Conflict>,
}

impl Hand {
    pub(crate) fn new(mappings: &[HandMapping], l: &Paragraphs<'_>, r: &Paragraphs<'_>) -> Self {
        let mut hand = Self::default();
        let mut stated: BTreeMap<(&Code, &Code), &HandMapping> = BTreeMap::new();
        for mapping in mappings {
            let conflict = |what: &str, sources: Vec<&String>| Conflict {
                left: mapping.left.clone(),
                right: mapping.right.clone(),
                what: what.to_owned(),
                sources: sources.into_iter().cloned().collect(),
            };
            let (Some(a), Some(b)) = (l.by_code.get(mapping.left.as_str()), r.by_code.get(mapping.right.as_str())) else {
                hand.conflicts.push(conflict("a list has no such paragraph", vec![&mapping.source]));
                continue;
            };
            let pair = (*a, *b);
            if let Some(before) = stated.get(&(&mapping.left, &mapping.right)) {
                if before.negated != mapping.negated {
                    hand.conflicts.push(conflict(
                        "one mapping says what the other denies; neither is followed",
                        vec![&before.source, &mapping.source],
                    ));
                    hand.drop(pair);
                } else if before.relation != mapping.relation {
                    hand.conflicts
                        .push(conflict("two relations for one pair; the first is followed", vec![&before.source, &mapping.source]));
                }
                continue;
            }
            stated.insert((&mapping.left, &mapping.right), mapping);
            if mapping.negated {
                hand.forbidden.insert(pair);
                continue;
            }
            hand.says.insert(pair, (mapping.relation, mapping.source.clone()));
            let taken = hand.pairs.iter().any(|(x, y)| *x == pair.0 || *y == pair.1);
            if taken || mapping.relation == Predicate::Related {
                hand.beside.push(pair);
            } else {
                hand.pairs.push(pair);
            }
        }
        hand
    }

    fn drop(&mut self, pair: (usize, usize)) {
        self.pairs.retain(|p| *p != pair);
        self.beside.retain(|p| *p != pair);
        self.forbidden.remove(&pair);
        self.says.remove(&pair);
    }
}
