//! Quantities: numbers with units.

use std::fmt;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::{Number, Unit};

mod rounding;

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
    ///
    /// Rounding is granted only where a conversion can have caused it: never between units that differ by a power of ten (1.5 kW is not
    /// 2 kW, nor 1500 W), and never beyond a twentieth of the value (an inch is not 30 mm, though 30 mm is an inch to the nearest inch).
    /// A level such as 48.75 dBm is compared with the value it is the logarithm of, 75 W, by whole powers and exactly.
    pub fn equal_within_rounding(&self, other: &Self) -> bool {
        rounding::equal(self, other)
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
