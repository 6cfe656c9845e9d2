//! The independent evaluator: whether a list catches an item, found by walking the list's own paragraphs.
//!
//! *Architecture invariant:* nothing here uses formulas, regions or the search; a mistake there shows as a witness refused here.

use concord_model::{Code, Digest, List};
use concord_quantity::{BigRational, IntervalSet};

use crate::{Item, ParameterKey, witness};

mod compile;
mod walk;

use compile::Compiled;
use walk::Walk;

/// Whether a list catches an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Caught {
        /// The paragraph that catches it.
        by: Code,
    },
    /// It does not.
    NotCaught,
    /// It cannot be said.
    Unknown {
        /// The first paragraph that might catch it.
        code: Code,
        /// What is not known there.
        why: Unsure,
    },
}

/// What keeps the evaluator from a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// The item does not state this parameter.
    Parameter(ParameterKey),
    /// It is not known whether this phrase, which the item does not state, holds of it.
    Phrase(Digest),
    /// A limit whose value is not at hand.
    Limit(String),
    /// A note or a number that was not understood.
    NotUnderstood(String),
}

/// A list made ready for many items.
#[derive(Debug)]
pub struct Evaluator<'l> {
    compiled: Compiled<'l>,
}

impl<'l> Evaluator<'l> {
    /// Indexes a list; `general_notes` says whether its general notes take part.
    pub fn new(list: &'l List, general_notes: bool) -> Self {
        Self { compiled: Compiled::new(list, general_notes) }
    }

    /// Whether the list catches the item, where phrases that the item does not state do not hold of it.
    pub fn evaluate(&self, item: &Item) -> Verdict {
        self.evaluate_with(item, &|_| Some(false))
    }

    /// Whether the list catches the item; `kind_of` answers for phrases that the item neither states nor lacks (`None`: not known).
    pub fn evaluate_with(&self, item: &Item, kind_of: &dyn Fn(Digest) -> Option<bool>) -> Verdict {
        Walk::new(&self.compiled, item, kind_of).list()
    }

    /// Whether one paragraph catches the item, with its ancestors, its children and the siblings that must hold with it.
    ///
    /// `None` if the list has no such paragraph.
    pub fn evaluate_at(&self, item: &Item, code: &Code, kind_of: &dyn Fn(Digest) -> Option<bool>) -> Option<Verdict> {
        let node = self.compiled.node(code)?;
        Some(Walk::new(&self.compiled, item, kind_of).paragraph(node))
    }

    /// The item with values for parameters that it leaves open and that decide, chosen so that this list's limits on them are not met.
    ///
    /// It says more of the item, so a verdict of another list on the item must be asked for again. The item is returned as it is where no
    /// value helps.
    #[must_use]
    pub fn settle(&self, item: &Item, kind_of: &dyn Fn(Digest) -> Option<bool>) -> Item {
        const ROUNDS: usize = 64;
        let mut out = item.clone();
        let mut walk = Walk::new(&self.compiled, item, kind_of);
        for _ in 0..ROUNDS {
            let Verdict::Unknown { why: Unsure::Parameter(key), .. } = walk.list() else { break };
            let Some(stated) = self.value_outside(&key) else { break };
            walk.state(&stated);
            out.values.push(stated);
        }
        out
    }

    /// A value of the parameter that meets none of the list's limits on it.
    fn value_outside(&self, key: &ParameterKey) -> Option<crate::Stated> {
        let (unit, sets) = self.compiled.limits_on(key)?;
        let met = sets.into_iter().fold(IntervalSet::empty(), |all, one| all.union(&one));
        let value: BigRational = witness::sample(&met.complement().in_domain(unit.domain()), unit.domain(), unit)?;
        Some(crate::Stated { parameters: vec![key.clone()], value, unit: unit.clone() })
    }
}
