//! Quantities: numbers with units.

use std::fmt;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::{Number, Unit};

/// A number with its unit, as printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// The number.
    pub number: Number,
    /// The unit.
    pub unit: Unit,
}

impl Quantity {
    /// A number with its unit.
    pub const fn new(number: Number, unit: Unit) -> Self {
        Self { number, unit }
    }

    /// Its exact value in the base unit of its dimension.
    pub fn base(&self) -> BigRational {
        self.number.value() * self.unit.factor() + self.unit.offset()
    }

    /// Half of the last printed place, in the base unit.
    pub fn half_step_base(&self) -> BigRational {
        self.number.half_step() * self.unit.factor()
    }

    /// Whether both state the same value: exactly, or because one is the other converted and rounded to the digits printed.
    pub fn equal_within_rounding(&self, other: &Self) -> bool {
        self.unit.dimension() == other.unit.dimension() && self.base() == other.base()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unit.symbol().is_empty() {
            return write!(f, "{}", self.number);
        }
        write!(f, "{} {}", self.number, self.unit)
    }
}
