//! The pairs whose ladders are compared, and how each stands on each layer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use concord_model::licensing::Licensing;
use concord_model::{Code, List, Stratum};
use rayon::prelude::*;

use super::rungs::{LAYERS, Outcome, outcome};
use super::{LayerDestination, alike};
use crate::ladder::{Question, ladder};
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

/// How every pair stands for a destination.
pub(super) struct Outcomes {
    /// Of each kind of pairs that are treated alike, one outcome a layer.
    kinds: Vec<[Outcome; LAYERS.len()]>,
    /// The kind of each pair, in the order of the population.
    of: Vec<usize>,
}

impl Outcomes {
    /// Each pair with its kind and its outcomes, in the order of the population.
    pub(super) fn of<'o>(&'o self, population: &'o Population) -> impl Iterator<Item = (&'o Pair, usize, &'o [Outcome; LAYERS.len()])> {
        population.pairs.iter().zip(&self.of).filter_map(|(pair, kind)| Some((pair, *kind, self.kinds.get(*kind)?)))
    }
}

/// The outcomes for every destination, in their order; destinations that are treated alike share theirs.
pub(super) fn outcomes(
    population: &Population,
    lists: (&List, &List),
    rules: (&Licensing, &Licensing),
    places: &[LayerDestination],
    activity: &str,
) -> Vec<Arc<Outcomes>> {
    let left = alike::paragraphs(lists.0, rules.0, population.codes.0.iter());
    let right = alike::paragraphs(lists.1, rules.1, population.codes.1.iter());
    let mut kinds: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut first: Vec<&Pair> = Vec::new();
    let mut of = Vec::new();
    for pair in &population.pairs {
        let key = (left.get(&pair.left).copied().unwrap_or_default(), right.get(&pair.right).copied().unwrap_or_default());
        let kind = *kinds.entry(key).or_insert_with(|| {
            first.push(pair);
            first.len() - 1
        });
        of.push(kind);
    }
    let same = alike::destinations(places, rules);
    let firsts: BTreeSet<usize> = same.iter().copied().collect();
    let climbed: BTreeMap<usize, Arc<Outcomes>> = firsts
        .into_par_iter()
        .filter_map(|at| {
            let place = places.get(at)?;
            let rules = (rules.0.toward(&place.code), rules.1.toward(&place.code));
            let climb = |list, rules, code| ladder(&Question { list: Some(list), rules, code, destination: &place.code, activity });
            let kinds = first.par_iter().map(|pair| {
                let (left, right) = (climb(lists.0, &rules.0, &pair.left), climb(lists.1, &rules.1, &pair.right));
                LAYERS.map(|layer: Layer| outcome(layer, &left, &right))
            });
            Some((at, Arc::new(Outcomes { kinds: kinds.collect(), of: of.clone() })))
        })
        .collect();
    same.iter().filter_map(|first| climbed.get(first).cloned()).collect()
}
