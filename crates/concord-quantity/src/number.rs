//! Numbers as printed: an exact value and the place of the last printed digit.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

mod scan;

pub use scan::superscript_digit;

/// How a text writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    /// The decimal mark.
    pub decimal: char,
    /// The marks that may separate groups of three digits.
    pub thousands: &'static [char],
}

impl NumberFormat {
    /// Decimal point; comma or a space between thousands.
    pub const POINT: Self = Self { decimal: '.', thousands: &[',', ' ', '\u{a0}', '\u{2009}', '\u{202f}'] };
    /// Decimal comma; point or a space between thousands.
    pub const COMMA: Self = Self { decimal: ',', thousands: &['.', ' ', '\u{a0}', '\u{2009}', '\u{202f}'] };
    /// Decimal point and nothing between thousands: the form of written constraints.
    pub(crate) const PLAIN: Self = Self { decimal: '.', thousands: &[] };
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// The text is empty.
    #[error("there is no number here")]
    Empty,
    /// The text is not a number, from this byte on.
    #[error("this is not a number (from byte {0} on)")]
    Malformed(usize),
    /// A fraction or ratio with nothing below the line.
    #[error("the number is divided by zero")]
    ZeroDenominator,
    /// More digits than any text prints.
    #[error("the number has more than {} digits", Number::MAX_DIGITS)]
    TooManyDigits,
    /// An exponent beyond any quantity.
    #[error("the exponent is beyond ±{}", Number::MAX_EXPONENT)]
    ExponentTooLarge,
}

/// A number as printed: its exact value and, for decimals, the place of its last printed digit.
///
/// `5e3` and `5000` have the same value, but the first is printed to thousands and the second to units. Fractions and ratios
/// (`1/3`, `1:5000`) are exact: they have no printed place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    value: BigRational,
    place: Option<i32>,
}

impl Number {
    /// The largest number of digits that is read.
    pub const MAX_DIGITS: usize = 200;
    /// The largest size of an exponent that is read.
    pub const MAX_EXPONENT: i32 = 400;

    /// Reads the whole text as a number.
    ///
    /// Plain and grouped decimals, scientific forms (`5 × 10^{3}`, `5e3`, `10^{-4}`, `2 × 10⁸`), signs (`-`, U+2212, U+2011),
    /// fractions (`1/2`) and ratios (`1:5000`).
    pub fn parse(text: &str, format: &NumberFormat) -> Result<Self, NumberError> {
        let start = text.len() - text.trim_start().len();
        let trimmed = text.trim();
        let (number, length) = scan::longest(trimmed, format).map_err(|e| match e {
            NumberError::Malformed(at) => NumberError::Malformed(at + start),
            other => other,
        })?;
        if length == trimmed.len() { Ok(number) } else { Err(NumberError::Malformed(start + length)) }
    }

    /// The longest number that `text` starts with, and its length in bytes; `None` if it starts with none.
    pub fn longest_prefix(text: &str, format: &NumberFormat) -> Option<(Self, usize)> {
        scan::longest(text, format).ok()
    }

    /// A whole number, printed to the unit.
    pub fn from_integer(value: i64) -> Self {
        Self { value: BigRational::from_integer(BigInt::from(value)), place: Some(0) }
    }

    /// An exact number that was not printed as a decimal.
    pub const fn exact(value: BigRational) -> Self {
        Self { value, place: None }
    }

    /// A decimal: `digits` × 10^`place`, where `place` is the power of ten of its last digit.
    pub(crate) fn decimal(digits: BigInt, place: i32) -> Self {
        let power = power_of_ten(place.unsigned_abs());
        let value = match place {
            0 => BigRational::from_integer(digits),
            1.. => BigRational::from_integer(digits * power),
            _ => BigRational::new(digits, power),
        };
        Self { value, place: Some(place) }
    }

    /// The exact value.
    pub const fn value(&self) -> &BigRational {
        &self.value
    }

    /// Half of the last printed place: the most by which rounding can have moved the number; zero for an exact one.
    pub fn half_step(&self) -> BigRational {
        match self.place {
            None => BigRational::zero(),
            Some(place) => {
                let power = power_of_ten(place.unsigned_abs());
                let two = BigInt::from(2);
                if place >= 0 { BigRational::new(power, two) } else { BigRational::new(BigInt::one(), power * two) }
            }
        }
    }
}

impl Number {
    /// The number as a plain or scientific decimal, also where it is written as a fraction; `None` for a fraction whose decimals do not end.
    pub fn to_decimal(&self) -> Option<String> {
        if self.place.is_some() {
            return Some(self.to_string());
        }
        // A denominator of 2^a 5^b ends after max(a, b) decimals, which is at most its number of bits.
        let bits = i32::try_from(self.value.denom().bits()).ok()?;
        let decimals = (0..=bits).find(|n| (power_of_ten(n.unsigned_abs()) % self.value.denom()).is_zero())?;
        let digits = (&self.value * BigRational::from_integer(power_of_ten(decimals.unsigned_abs()))).to_integer();
        Some(Self::decimal(digits, -decimals).to_string())
    }
}

/// Ten to a power.
pub(crate) fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10u32).pow(exponent)
}

impl fmt::Display for Number {
    /// A plain decimal, a scientific one (`5e3`) where zeros would be of the writer's making, or a fraction; reading it back gives the same number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(place) = self.place else {
            return write!(f, "{}/{}", self.value.numer(), self.value.denom());
        };
        let power = BigRational::from_integer(power_of_ten(place.unsigned_abs()));
        let scaled = if place < 0 { &self.value * power } else { &self.value / power };
        let digits = scaled.to_integer().abs().to_string();
        if self.value.is_negative() {
            f.write_str("-")?;
        }
        let decimals = usize::try_from(-i64::from(place)).unwrap_or(0);
        if place > 0 || decimals > digits.len() + 4 {
            let (head, tail) = digits.split_at(1);
            let exponent = i64::from(place) + i64::try_from(tail.len()).unwrap_or(0);
            let point = if tail.is_empty() { "" } else { "." };
            return write!(f, "{head}{point}{tail}e{exponent}");
        }
        if decimals == 0 {
            return f.write_str(&digits);
        }
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (head, tail) = padded.split_at(padded.len() - decimals);
        write!(f, "{head}.{tail}")
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads the form that [`Display`](fmt::Display) writes: decimal point, no thousands.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text, &NumberFormat::PLAIN)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
