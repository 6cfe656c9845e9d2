//! Formulas over items: what must hold of an item for a paragraph to catch it.

use std::collections::BTreeSet;

use concord_quantity::IntervalSet;
use num_rational::BigRational;

use crate::{ParameterId, PropositionId};

/// A formula over items. An item gives every parameter one value and every proposition a truth value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Every item.
    True,
    /// No item.
    False,
    /// Items whose parameter has a value in the set (in the base unit of the parameter's dimension).
    Value(ParameterId, IntervalSet),
    /// Items of which the proposition holds.
    Holds(PropositionId),
    /// Items that every part takes in.
    All(Vec<Formula>),
    /// Items that some part takes in.
    Any(Vec<Formula>),
    /// Items that at least so many parts take in.
    AtLeast(u32, Vec<Formula>),
    /// Items that the part does not take in.
    Not(Box<Formula>),
}

impl Formula {
    /// The conjunction, without needless nesting.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut out = Vec::new();
        for part in parts {
            match part {
                Self::True => {}
                Self::False => return Self::False,
                Self::All(inner) => out.extend(inner),
                other => out.push(other),
            }
        }
        match out.len() {
            0 => Self::True,
            1 => out.remove(0),
            _ => Self::All(out),
        }
    }

    /// The disjunction, without needless nesting.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut out = Vec::new();
        for part in parts {
            match part {
                Self::False => {}
                Self::True => return Self::True,
                Self::Any(inner) => out.extend(inner),
                other => out.push(other),
            }
        }
        match out.len() {
            0 => Self::False,
            1 => out.remove(0),
            _ => Self::Any(out),
        }
    }

    /// At least `count` of the parts.
    pub fn at_least(count: u32, parts: Vec<Self>) -> Self {
        match count {
            0 => Self::True,
            1 => Self::any(parts),
            n if n as usize > parts.len() => Self::False,
            n if n as usize == parts.len() => Self::all(parts),
            n => Self::AtLeast(n, parts),
        }
    }

    /// The negation.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Whether the formula takes in an item, as far as the item is known: `None` where what is unknown decides.
    pub fn evaluate<'v>(
        &self,
        value: &impl Fn(ParameterId) -> Option<&'v BigRational>,
        holds: &impl Fn(PropositionId) -> Option<bool>,
    ) -> Option<bool> {
        let at_least = |count: usize, parts: &[Self]| {
            let (mut yes, mut unknown) = (0, 0);
            for part in parts {
                match part.evaluate(value, holds) {
                    Some(true) => yes += 1,
                    Some(false) => {}
                    None => unknown += 1,
                }
            }
            if yes >= count {
                Some(true)
            } else if yes + unknown < count {
                Some(false)
            } else {
                None
            }
        };
        match self {
            Self::True => Some(true),
            Self::False => Some(false),
            Self::Value(parameter, set) => value(*parameter).map(|v| set.contains(v)),
            Self::Holds(proposition) => holds(*proposition),
            Self::All(parts) => at_least(parts.len(), parts),
            Self::Any(parts) => at_least(1, parts),
            Self::AtLeast(count, parts) => at_least(*count as usize, parts),
            Self::Not(part) => part.evaluate(value, holds).map(|v| !v),
        }
    }

    /// The same formula with every leaf replaced; `leaf` is called with values and propositions only.
    #[must_use]
    pub fn map(&self, leaf: &impl Fn(&Self) -> Self) -> Self {
        match self {
            Self::True | Self::False => self.clone(),
            Self::Value(..) | Self::Holds(_) => leaf(self),
            Self::All(parts) => Self::all(parts.iter().map(|p| p.map(leaf))),
            Self::Any(parts) => Self::any(parts.iter().map(|p| p.map(leaf))),
            Self::AtLeast(count, parts) => Self::at_least(*count, parts.iter().map(|p| p.map(leaf)).collect()),
            Self::Not(part) => part.map(leaf).negated(),
        }
    }

    /// The parameters that it constrains.
    pub fn parameters(&self) -> BTreeSet<ParameterId> {
        let mut out = BTreeSet::new();
        self.visit(&mut |leaf| {
            if let Self::Value(parameter, _) = leaf {
                out.insert(*parameter);
            }
        });
        out
    }

    /// The propositions that it names.
    pub fn propositions(&self) -> BTreeSet<PropositionId> {
        let mut out = BTreeSet::new();
        self.visit(&mut |leaf| {
            if let Self::Holds(proposition) = leaf {
                out.insert(*proposition);
            }
        });
        out
    }

    fn visit(&self, leaf: &mut impl FnMut(&Self)) {
        match self {
            Self::True | Self::False => {}
            Self::Value(..) | Self::Holds(_) => leaf(self),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => parts.iter().for_each(|p| p.visit(leaf)),
            Self::Not(part) => part.visit(leaf),
        }
    }
}
