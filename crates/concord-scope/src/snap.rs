//! Lets values that are equal as printed meet exactly.

use std::collections::BTreeMap;

use concord_quantity::{Bound, Interval, IntervalSet, Limit, Quantity};
use num_rational::BigRational;

use crate::{Formula, ParameterId, Renaming};

/// A limit as a text prints it, with the parameter it limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedLimit {
    /// The parameter.
    pub parameter: ParameterId,
    /// The limit with its printed alternatives.
    pub limit: Limit,
}

impl PrintedLimit {
    fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        std::iter::once(&self.limit.quantity).chain(&self.limit.alternatives)
    }

    fn equals_as_printed(&self, other: &Self) -> bool {
        self.quantities().any(|a| other.quantities().any(|b| a.equal_within_rounding(b)))
    }
}

/// Values of the right side that the left side prints in other words: 125 °C against 398 K, 133.3 mPa against 1 mTorr.
///
/// The left value stands for both. A right value that the left side prints exactly stays, and so does one whose replacement the right
/// side prints elsewhere, so that no two limits of one side ever fall together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snap(BTreeMap<ParameterId, BTreeMap<BigRational, BigRational>>);

/// The limits of each parameter with their values in the base unit.
type ByParameter<'a> = BTreeMap<ParameterId, Vec<(&'a PrintedLimit, BigRational)>>;

fn by_parameter<'a>(limits: &'a [PrintedLimit], renaming: &Renaming) -> ByParameter<'a> {
    let mut out = ByParameter::new();
    for printed in limits {
        out.entry(renaming.parameter(printed.parameter)).or_default().push((printed, printed.limit.quantity.base()));
    }
    out
}

impl Snap {
    /// The values of `right` that equal a value of `left` within printed rounding, alternatives included.
    pub fn between(left: &[PrintedLimit], right: &[PrintedLimit], renaming: &Renaming) -> Self {
        let (left, right) = (by_parameter(left, renaming), by_parameter(right, renaming));
        let mut out = BTreeMap::new();
        for (parameter, limits) in &right {
            let Some(candidates) = left.get(parameter) else { continue };
            let mut moves = BTreeMap::new();
            for (printed, base) in limits {
                let exact = candidates.iter().any(|(_, other)| other == base);
                let close = |(candidate, target): &&(&PrintedLimit, BigRational)| {
                    let free = !limits.iter().any(|(_, own)| own == target) && !moves.values().any(|taken| taken == target);
                    free && candidate.equals_as_printed(printed)
                };
                if !exact
                    && !moves.contains_key(base)
                    && let Some((_, target)) = candidates.iter().find(close)
                {
                    moves.insert(base.clone(), target.clone());
                }
            }
            if !moves.is_empty() {
                out.insert(*parameter, moves);
            }
        }
        Self(out)
    }

    /// Whether nothing moves.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The right formula, in terms of the renaming's representatives, with its limits moved onto the left values.
    #[must_use]
    pub fn apply(&self, formula: &Formula) -> Formula {
        if self.is_empty() {
            return formula.clone();
        }
        formula.map(&|leaf| match leaf {
            Formula::Value(id, set) => match self.0.get(id) {
                Some(moves) => Formula::Value(*id, moved(set, moves)),
                None => leaf.clone(),
            },
            other => other.clone(),
        })
    }
}

fn moved(set: &IntervalSet, moves: &BTreeMap<BigRational, BigRational>) -> IntervalSet {
    let end = |bound: &Bound| match bound {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Open(v) => Bound::Open(moves.get(v).unwrap_or(v).clone()),
        Bound::Closed(v) => Bound::Closed(moves.get(v).unwrap_or(v).clone()),
    };
    let intervals: Vec<Interval> = set.intervals().iter().map(|i| Interval { low: end(&i.low), high: end(&i.high) }).collect();
    IntervalSet::from(intervals)
}
