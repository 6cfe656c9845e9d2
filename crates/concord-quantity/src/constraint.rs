//! Constraints: the values that satisfy a condition, as written (`>=8 bit <10 bit`).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Dimension, IntervalSet, Op, Quantity};

mod parse;

/// One limit: an operator, the quantity that governs, and what the text prints beside it as the same value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limit {
    /// How a value must compare with the quantity.
    pub op: Op,
    /// The first-printed quantity, which governs.
    pub quantity: Quantity,
    /// The same value in other units, as printed.
    pub alternatives: Vec<Quantity>,
}

impl Limit {
    /// A limit without printed alternatives.
    pub const fn new(op: Op, quantity: Quantity) -> Self {
        Self { op, quantity, alternatives: Vec::new() }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.op, self.quantity)?;
        for (position, alternative) in self.alternatives.iter().enumerate() {
            write!(f, "{}{alternative}", if position == 0 { " (" } else { ", " })?;
        }
        if self.alternatives.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}

/// Limits that must all hold. No limit at all always holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Constraint {
    /// The limits, in the order of the text.
    pub limits: Vec<Limit>,
}

/// What is wrong with a written constraint.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message} (at byte {offset})")]
pub struct ConstraintError {
    /// Where, in bytes from the start of the text.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

impl Constraint {
    /// Reads a written constraint: `>=8 bit <10 bit`, `>398 K (125 °C)`, always with a decimal point and without thousands separators.
    pub fn parse(text: &str) -> Result<Self, ConstraintError> {
        parse::constraint(text)
    }

    /// The values that satisfy every limit, in the base unit; for counts in the whole-number form of [`IntervalSet::in_domain`].
    ///
    /// Limits of another dimension than the first do not compare and leave nothing.
    pub fn set(&self) -> IntervalSet {
        let Some(first) = self.limits.first() else { return IntervalSet::all() };
        let unit = &first.quantity.unit;
        if self.limits.iter().any(|l| l.quantity.unit.dimension() != unit.dimension()) {
            return IntervalSet::empty();
        }
        let sets = self.limits.iter().map(|l| IntervalSet::from_limit(l.op, l.quantity.base()));
        sets.fold(IntervalSet::all(), |all, one| all.intersection(&one)).in_domain(unit.domain())
    }

    /// The dimension of its limits; `None` if it has none, or if they differ.
    pub fn dimension(&self) -> Option<&Dimension> {
        let mut dimensions = self.limits.iter().map(|l| l.quantity.unit.dimension());
        let first = dimensions.next()?;
        dimensions.all(|d| d == first).then_some(first)
    }
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, limit) in self.limits.iter().enumerate() {
            write!(f, "{}{limit}", if position == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl FromStr for Constraint {
    type Err = ConstraintError;

    fn from_str(text: &str) -> Result<Self, ConstraintError> {
        Self::parse(text)
    }
}
