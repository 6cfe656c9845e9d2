//! What an alignment holds to be the same on both sides.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Formula, ParameterId, PropositionId};

/// Which parameters and which propositions of the two sides are the same, and which propositions hold of every item compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renaming {
    parameters: BTreeMap<ParameterId, ParameterId>,
    propositions: BTreeMap<PropositionId, PropositionId>,
    held: BTreeSet<PropositionId>,
}

/// The representative of a class; links always lead to smaller ids, so the walk ends.
fn representative<T: Copy + Ord>(links: &BTreeMap<T, T>, mut id: T) -> T {
    while let Some(next) = links.get(&id) {
        id = *next;
    }
    id
}

fn join<T: Copy + Ord>(links: &mut BTreeMap<T, T>, a: T, b: T) {
    let (a, b) = (representative(links, a), representative(links, b));
    if a != b {
        links.insert(a.max(b), a.min(b));
    }
}

impl Renaming {
    /// Nothing but what has equal identities anyway.
    pub fn none() -> Self {
        Self::default()
    }

    /// Declares two parameters to be the same. They should have the same dimension, or values that do not compare will meet.
    pub fn same_parameter(&mut self, a: ParameterId, b: ParameterId) {
        join(&mut self.parameters, a, b);
    }

    /// Declares two propositions to be the same.
    pub fn same_proposition(&mut self, a: PropositionId, b: PropositionId) {
        join(&mut self.propositions, a, b);
    }

    /// Declares that a proposition holds of every item compared, such as the general heading of two matched entries.
    pub fn hold(&mut self, proposition: PropositionId) {
        self.held.insert(proposition);
    }

    /// The id that stands for all parameters declared the same.
    pub fn parameter(&self, id: ParameterId) -> ParameterId {
        representative(&self.parameters, id)
    }

    /// The id that stands for all propositions declared the same.
    pub fn proposition(&self, id: PropositionId) -> PropositionId {
        representative(&self.propositions, id)
    }

    /// The propositions declared to hold of every item compared.
    pub const fn held(&self) -> &BTreeSet<PropositionId> {
        &self.held
    }

    /// Whether it declares nothing.
    pub fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.propositions.is_empty() && self.held.is_empty()
    }

    /// The formula in terms of the representatives.
    #[must_use]
    pub fn apply(&self, formula: &Formula) -> Formula {
        if self.is_empty() {
            return formula.clone();
        }
        let held: BTreeSet<PropositionId> = self.held.iter().map(|id| self.proposition(*id)).collect();
        formula.map(&|leaf| match leaf {
            Formula::Value(id, set) => Formula::Value(self.parameter(*id), set.clone()),
            Formula::Holds(id) if held.contains(&self.proposition(*id)) => Formula::True,
            Formula::Holds(id) => Formula::Holds(self.proposition(*id)),
            other => other.clone(),
        })
    }
}
