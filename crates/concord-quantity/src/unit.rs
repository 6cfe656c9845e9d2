//! Units.

use std::fmt;
use std::sync::Arc;

use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Dimension, Domain};

/// A unit: its symbol, its dimension, and how it converts to the base unit of that dimension.
///
/// A value `v` in this unit is `v × factor + offset` in the base unit. Two spellings of one unit are equal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit(Arc<Definition>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Definition {
    symbol: String,
    dimension: Dimension,
    factor: BigRational,
    offset: BigRational,
    domain: Domain,
    known: bool,
}

impl Unit {
    /// The unit of a number that has none.
    pub fn none() -> Self {
        Self::parse("")
    }

    /// The unit that a text writes, in any spelling. A text that nobody knows is a unit with its own dimension.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        Self(Arc::new(Definition {
            symbol: text.to_owned(),
            dimension: Dimension::new(text),
            factor: BigRational::one(),
            offset: BigRational::zero(),
            domain: Domain::Real,
            known: false,
        }))
    }

    /// The longest known unit that the text starts with, ending at the end of a word, and its length in bytes.
    pub fn longest_prefix(_text: &str) -> Option<(Self, usize)> {
        None
    }

    /// Its symbol, with `^` before powers (`n/cm^2`); empty for no unit. Reading the symbol gives the same unit.
    pub fn symbol(&self) -> &str {
        &self.0.symbol
    }

    /// What it measures.
    pub fn dimension(&self) -> &Dimension {
        &self.0.dimension
    }

    /// The base units in one of this unit.
    pub fn factor(&self) -> &BigRational {
        &self.0.factor
    }

    /// The base units at this unit's zero (273.15 for °C).
    pub fn offset(&self) -> &BigRational {
        &self.0.offset
    }

    /// The values its quantities can take.
    pub fn domain(&self) -> Domain {
        self.0.domain
    }

    /// Whether the unit table knows it.
    pub fn is_known(&self) -> bool {
        self.0.known
    }

    /// Whether it is a plain number or a multiple of one (`%`, `ppm`).
    pub fn is_dimensionless(&self) -> bool {
        self.0.symbol.is_empty()
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.symbol())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}
