//! Quantities: numbers with units.

use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};
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
        let (factor, offset) = (self.unit.factor(), self.unit.offset());
        let scaled = if factor.is_one() { self.number.value().clone() } else { product(self.number.value(), factor) };
        if offset.is_zero() { scaled } else { scaled + offset }
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

/// The product of two fractions in lowest terms, in machine words where they fit: nearly every printed number does.
fn product(a: &BigRational, b: &BigRational) -> BigRational {
    let words = |x: &BigRational| Some((i128::from(x.numer().to_i64()?), i128::from(x.denom().to_i64()?)));
    let (Some((above, below)), Some((other_above, other_below))) = (words(a), words(b)) else { return a * b };
    // Both are in lowest terms, so that only crosswise parts can be common; two words never overflow a double one.
    let (first, second) = (above.gcd(&other_below).max(1), other_above.gcd(&below).max(1));
    let numerator = (above / first) * (other_above / second);
    let denominator = (below / second) * (other_below / first);
    BigRational::new_raw(BigInt::from(numerator), BigInt::from(denominator))
}
