//! The shape of `data/units.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::Domain;

/// The whole file; its header says what each field means.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitFile {
    pub(super) prefixes: Vec<PrefixLine>,
    pub(super) si: String,
    pub(super) units: Vec<UnitLine>,
    pub(super) counts: Vec<CountLine>,
    pub(super) misprints: BTreeMap<String, String>,
    pub(super) dimensions: BTreeMap<String, String>,
}

/// An SI prefix.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrefixLine {
    pub(super) symbol: String,
    pub(super) name: String,
    pub(super) power: i32,
    #[serde(default)]
    pub(super) stands_for: String,
}

/// What sets a unit apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Trait {
    /// Its symbol is also a common word.
    Word,
    /// A digit glued to its symbol is a power.
    Flattens,
    /// It says how a value is measured (rms).
    Marker,
    /// It takes no part in compounds of running text.
    Alone,
    /// It is a thing that is counted.
    Count,
}

/// A unit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct UnitLine {
    pub(super) symbol: String,
    pub(super) dimension: String,
    pub(super) equals: String,
    pub(super) factor: String,
    pub(super) offset: String,
    pub(super) level_of: String,
    pub(super) domain: Domain,
    pub(super) prefixes: String,
    pub(super) names: Vec<String>,
    pub(super) symbols: Vec<String>,
    pub(super) spellings: Vec<String>,
    pub(super) traits: Vec<Trait>,
}

/// A thing that is counted.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CountLine {
    pub(super) symbol: String,
    pub(super) names: Vec<String>,
    pub(super) symbols: Vec<String>,
    pub(super) spellings: Vec<String>,
    pub(super) prefixes: String,
    pub(super) traits: Vec<Trait>,
}

impl From<CountLine> for UnitLine {
    /// A count is a dimension of its own over the integers.
    fn from(mut count: CountLine) -> Self {
        count.traits.push(Trait::Count);
        Self {
            dimension: count.symbol.clone(),
            symbol: count.symbol,
            domain: Domain::Integer,
            prefixes: count.prefixes,
            names: count.names,
            symbols: count.symbols,
            spellings: count.spellings,
            traits: count.traits,
            ..Self::default()
        }
    }
}
