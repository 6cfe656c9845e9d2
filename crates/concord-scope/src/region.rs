//! Regions: boxes of items.

use std::collections::{BTreeMap, BTreeSet};

use concord_quantity::IntervalSet;
use num_rational::BigRational;

use crate::{Formula, ParameterId, PropositionId};

/// A box: a set of values for each parameter it names, propositions that hold, propositions that do not. Never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    values: BTreeMap<ParameterId, IntervalSet>,
    propositions: BTreeMap<PropositionId, bool>,
}

impl Region {
    /// Every item.
    pub fn everything() -> Self {
        Self::default()
    }

    /// The values allowed for each parameter that it names, in the base unit.
    pub const fn values(&self) -> &BTreeMap<ParameterId, IntervalSet> {
        &self.values
    }

    /// The propositions it names, and whether they hold.
    pub const fn propositions(&self) -> &BTreeMap<PropositionId, bool> {
        &self.propositions
    }

    /// The propositions that hold.
    pub fn holding(&self) -> BTreeSet<PropositionId> {
        self.propositions.iter().filter(|(_, holds)| **holds).map(|(id, _)| *id).collect()
    }

    /// The propositions that do not hold.
    pub fn failing(&self) -> BTreeSet<PropositionId> {
        self.propositions.iter().filter(|(_, holds)| !**holds).map(|(id, _)| *id).collect()
    }

    /// Keeps the items whose parameter is in `set`; `false` if none is left (the region is then unchanged).
    #[must_use]
    pub fn keep_values(&mut self, parameter: ParameterId, set: &IntervalSet) -> bool {
        let kept = match self.values.get(&parameter) {
            Some(old) => old.intersection(set),
            None => set.clone(),
        };
        if kept.is_empty() {
            return false;
        }
        if !kept.is_all() {
            self.values.insert(parameter, kept);
        }
        true
    }

    /// Keeps the items of which the proposition holds, or does not; `false` if none is left (the region is then unchanged).
    #[must_use]
    pub fn keep_proposition(&mut self, proposition: PropositionId, holds: bool) -> bool {
        *self.propositions.entry(proposition).or_insert(holds) == holds
    }

    /// The items in both; `None` if there are none.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let mut out = self.clone();
        let fits = other.propositions.iter().all(|(id, holds)| out.keep_proposition(*id, *holds))
            && other.values.iter().all(|(id, set)| out.keep_values(*id, set));
        fits.then_some(out)
    }

    /// Whether every item of this region is in `other`.
    pub fn is_subset(&self, other: &Self) -> bool {
        other.propositions.iter().all(|(id, holds)| self.propositions.get(id) == Some(holds))
            && other.values.iter().all(|(id, set)| self.values.get(id).is_some_and(|own| own.is_subset(set)))
    }

    /// The items in this region and not in `other`, as disjoint regions.
    pub fn difference(&self, other: &Self) -> Vec<Self> {
        let mut out = Vec::new();
        let mut rest = self.clone();
        for (id, set) in &other.values {
            let mut outside = rest.clone();
            if outside.keep_values(*id, &set.complement()) {
                out.push(outside);
            }
            if !rest.keep_values(*id, set) {
                return out;
            }
        }
        for (id, holds) in &other.propositions {
            let mut outside = rest.clone();
            if outside.keep_proposition(*id, !holds) {
                out.push(outside);
            }
            if !rest.keep_proposition(*id, *holds) {
                return out;
            }
        }
        out
    }

    /// Whether the region holds an item; `None` where what is unknown about the item decides.
    pub fn contains<'v>(
        &self,
        value: &impl Fn(ParameterId) -> Option<&'v BigRational>,
        holds: &impl Fn(PropositionId) -> Option<bool>,
    ) -> Option<bool> {
        self.to_formula().evaluate(value, holds)
    }

    /// The region as a conjunction.
    pub fn to_formula(&self) -> Formula {
        let values = self.values.iter().map(|(id, set)| Formula::Value(*id, set.clone()));
        let propositions = self.propositions.iter().map(|(id, holds)| {
            let leaf = Formula::Holds(*id);
            if *holds { leaf } else { leaf.negated() }
        });
        Formula::all(propositions.chain(values))
    }
}
