//! Units.

use std::fmt;
use std::sync::{Arc, LazyLock};

use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Dimension, Domain};

mod compound;
mod data;
mod exponents;
mod read;
mod table;
mod token;
mod trie;

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
    /// The linear dimension and reference value (in its base unit) of a logarithmic unit.
    level: Option<(Dimension, BigRational)>,
    is_number: bool,
    known: bool,
}

/// What a logarithmic unit is the logarithm of.
#[derive(Clone, Debug)]
struct Level {
    exponents: exponents::Exponents,
    reference: BigRational,
}

static NONE: LazyLock<Unit> = LazyLock::new(|| table::TABLE.define(compound::Compound::new(&[])));

impl Unit {
    fn new(definition: Definition) -> Self {
        Self(Arc::new(definition))
    }

    /// The unit of a number that has none.
    pub fn none() -> Self {
        NONE.clone()
    }

    /// The unit that a text writes, in any spelling (`W/cm^2`, `watts per square centimetre`, `kg N^-1 h^-1`, `degC`).
    ///
    /// No text is no unit. A text that nobody knows is a unit with a dimension of its own; see [`Unit::is_known`].
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::none();
        }
        table::TABLE.whole(text).unwrap_or_else(|| Self::unknown(text))
    }

    fn unknown(text: &str) -> Self {
        let symbol = table::unknown_symbol(text);
        Self::new(Definition {
            dimension: Dimension::new(&format!("\"{symbol}\"")),
            symbol,
            factor: BigRational::one(),
            offset: BigRational::zero(),
            domain: Domain::Real,
            level: None,
            is_number: false,
            known: false,
        })
    }

    /// The longest known unit that a text starts with, ending at the end of a word, and its length in bytes.
    ///
    /// For running text: a word that could be a unit but is more often none ("in") counts only where a mark shows that it is one.
    pub fn longest_prefix(text: &str) -> Option<(Self, usize)> {
        table::TABLE.prefix(text)
    }

    /// The unit of differences between values of this unit: `Δ°C` for `°C`. Other units than temperatures are their own.
    #[must_use]
    pub fn as_difference(&self) -> Self {
        if self.dimension().name() == "temperature" {
            let difference = Self::parse(&format!("Δ{}", self.symbol()));
            if difference.is_known() {
                return difference;
            }
        }
        self.clone()
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
        self.0.is_number
    }

    /// For a unit that is ten times a common logarithm (`dBm`): the dimension of what it is the logarithm of, and the reference in base units.
    pub(crate) fn level(&self) -> Option<(&Dimension, &BigRational)> {
        self.0.level.as_ref().map(|(dimension, reference)| (dimension, reference))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}

impl Serialize for Unit {
    /// As its symbol.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.symbol())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}
