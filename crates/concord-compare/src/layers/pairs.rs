//! The pairs whose ladders are compared, and how each stands on each layer.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::licensing::Licensing;
use concord_model::{Code, List, Stratum};
use rayon::prelude::*;

use super::LayerDestination;
use super::rungs::{LAYERS, Outcome, outcome};
use crate::ladder::{Ladder, Question, ladder};
use crate::{Comparison, Layer};

/// A pair of matched paragraphs.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) left: Code,
    pub(super) right: Code,
    /// The stratum of the side further from the regimes' lists.
    pub(super) stratum: Stratum,
}

/// The pairs asked about.
#[derive(Clone, Debug, Default)]
pub(super) struct Population {
    pub(super) pairs: Vec<Pair>,
    /// Left and right codes of all pairs.
    pub(super) codes: (BTreeSet<Code>, BTreeSet<Code>),
    pub(super) left_out: usize,
}

/// Relations of scopes that share items.
const SHARING: [&str; 4] = ["equal", "left-wider", "right-wider", "overlapping"];

impl Population {
    pub(super) fn new(comparison: &Comparison, left: Option<&List>, right: Option<&List>) -> Self {
        let (Some(left), Some(right)) = (left, right) else { return Self::default() };
        let (left, right) = (leaves(left), leaves(right));
        let mut out = Self::default();
        for matched in &comparison.matches {
            let (Ok(a), Ok(b)) = (Code::parse(&matched.left), Code::parse(&matched.right)) else { continue };
            let (Some(one), Some(other)) = (left.get(&a), right.get(&b)) else { continue };
            if !SHARING.contains(&matched.relation.as_str()) {
                out.left_out += 1;
                continue;
            }
            out.codes.0.insert(a.clone());
            out.codes.1.insert(b.clone());
            out.pairs.push(Pair { left: a, right: b, stratum: (*one).max(*other) });
        }
        out
    }
}

/// Paragraphs without sub-paragraphs that are not reserved, with their strata.
fn leaves(list: &List) -> BTreeMap<Code, Stratum> {
    let mut out = BTreeMap::new();
    for entry in &list.entries {
        let parents: BTreeSet<Code> = entry
            .paragraphs
            .iter()
            .filter(|paragraph| !paragraph.reserved)
            .flat_map(|paragraph| std::iter::successors(paragraph.code.parent(), Code::parent))
            .collect();
        for paragraph in entry.paragraphs.iter().filter(|paragraph| !paragraph.reserved && !parents.contains(&paragraph.code)) {
            out.insert(paragraph.code.clone(), entry.stratum);
        }
    }
    out
}

/// The outcomes of a destination: one for each pair, of each layer.
pub(super) type Outcomes = Vec<[Outcome; LAYERS.len()]>;

/// The outcomes of every destination, in their order.
pub(super) fn outcomes(
    population: &Population,
    lists: (Option<&List>, Option<&List>),
    rules: (&Licensing, &Licensing),
    places: &[LayerDestination],
    activity: &str,
) -> Vec<Outcomes> {
    let climb = |list: Option<&List>, rules: &Licensing, code: &Code, place: &LayerDestination| -> Ladder {
        ladder(&Question { list, rules, code, destination: &place.code, activity })
    };
    places
        .par_iter()
        .map(|place| {
            population
                .pairs
                .par_iter()
                .map(|pair| {
                    let left = climb(lists.0, rules.0, &pair.left, place);
                    let right = climb(lists.1, rules.1, &pair.right, place);
                    LAYERS.map(|layer: Layer| outcome(layer, &left, &right))
                })
                .collect()
        })
        .collect()
}
