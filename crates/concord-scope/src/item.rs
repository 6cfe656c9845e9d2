//! Concrete items.

use std::fmt;

use concord_model::Digest;
use concord_quantity::{BigRational, Number, Quantity, Unit};
use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};

use crate::ParameterKey;

/// A concrete item: what is said of it, and nothing else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Phrases that hold of it.
    pub phrases: Vec<Phrase>,
    /// Phrases that do not hold of it, where that matters.
    pub lacks: Vec<Phrase>,
    /// Values of its parameters.
    pub values: Vec<Stated>,
    /// Limits kept whole, open readings and notes not understood, with the outcome assumed: met, as alternatives, or without effect.
    pub assumed: Vec<(Phrase, bool)>,
    /// The item that it is a component of, for a components branch.
    pub host: Option<Box<Item>>,
}

/// A phrase of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// Words for a reader.
    pub label: String,
    /// Its identities: one, or one for each wording that an alignment holds to be the same.
    pub names: Vec<Name>,
}

/// The identity of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Digest of its wording.
    pub digest: Digest,
    /// The jurisdiction whose meaning of the wording is meant, where the wording does not mean the same in both; else empty.
    pub regime: String,
}

/// A value of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The parameter: one identity, or one for each name that an alignment holds to be the same. The first is shown.
    pub parameters: Vec<ParameterKey>,
    /// The value in the base unit.
    pub value: BigRational,
    /// The unit to print it in.
    pub unit: Unit,
}

impl Stated {
    /// The value in the unit to print it in.
    pub fn quantity(&self) -> Quantity {
        let factor = self.unit.factor();
        let value = if factor.is_zero() { self.value.clone() } else { (&self.value - self.unit.offset()) / factor };
        Quantity::new(Number::exact(value), self.unit.clone())
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(key) = self.parameters.first() {
            write!(f, "{} ", key.label())?;
        }
        write!(f, "{}", decimal(self.quantity().number.value()))?;
        if self.unit.symbol().is_empty() { Ok(()) } else { write!(f, " {}", self.unit) }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrases = self.phrases.iter().map(|p| p.label.clone());
        let values = self.values.iter().map(Stated::to_string);
        let lacks = self.lacks.iter().map(|p| format!("not: {}", p.label));
        let assumed = self.assumed.iter().map(|(p, met)| format!("{}: {}", if *met { "met" } else { "not met" }, p.label));
        let parts: Vec<String> = phrases.chain(values).chain(lacks).chain(assumed).filter(|p| !p.is_empty()).collect();
        f.write_str(if parts.is_empty() { "any item" } else { "" })?;
        f.write_str(&parts.join("; "))?;
        self.host.as_ref().map_or(Ok(()), |host| write!(f, " (for: {host})"))
    }
}

/// A plain decimal of at most this many digits, or scientific.
const PLAIN_DIGITS: usize = 7;

/// The number as a decimal where it has one of reasonable length (`0.02`, `5e13`), else as a fraction.
pub(crate) fn decimal(value: &BigRational) -> String {
    let ten = BigRational::from_integer(10.into());
    let (mut digits, mut places) = (value.clone(), 0_i32);
    while !digits.is_integer() {
        if places >= 400 {
            return format!("{}/{}", value.numer(), value.denom());
        }
        digits *= &ten;
        places += 1;
    }
    let sign = if value.is_negative() { "-" } else { "" };
    let mut text = digits.numer().magnitude().to_string();
    if places == 0 {
        let short = text.trim_end_matches('0').len();
        if text.len() > PLAIN_DIGITS && text.len() - short > 3 {
            let zeros = text.len() - short;
            text.truncate(short);
            return format!("{sign}{text}e{zeros}");
        }
        return format!("{sign}{text}");
    }
    let places = usize::try_from(places).unwrap_or_default();
    if places > PLAIN_DIGITS && text.len() + 3 < places {
        return format!("{sign}{text}e-{places}");
    }
    if text.len() <= places {
        text.insert_str(0, &"0".repeat(places + 1 - text.len()));
    }
    text.insert(text.len() - places, '.');
    format!("{sign}{text}")
}
