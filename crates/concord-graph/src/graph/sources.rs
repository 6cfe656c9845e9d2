//! What the graph is built from.

use concord_model::{Code, List, Stratum, begins_with};
use serde::Deserialize;

use crate::mapping::MappingSet;

/// What the graph is built from. Everything but the lists may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sources<'a> {
    /// The lists, each of another jurisdiction.
    pub lists: &'a [&'a List],
    /// Mappings made by hand. They win over computed ones.
    pub hand: &'a [MappingSet],
    /// Computed mappings.
    pub computed: &'a [MappingSet],
    /// The regimes.
    pub regimes: &'a [Regime],
    /// How each list shows which regime a control carries out; every one that fits counts.
    pub origins: &'a [Origin],
    /// Who takes part in which regime.
    pub participations: &'a [Participation],
    /// What is known of the rules outside the lists.
    pub answers: &'a [Answer],
}

/// An international regime.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Short identifier (`wassenaar`).
    pub id: String,
    /// Its name.
    pub name: String,
    /// Code under which its own list is known as a list like any other; empty where it is not.
    #[serde(default)]
    pub list: String,
}

/// How a jurisdiction's list shows that a control carries out a regime.
///
/// A control fits if it has one of the codes or one of the reasons, and stands in one of the strata.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Code of the jurisdiction; the loader fills it in from the folder.
    #[serde(default)]
    pub jurisdiction: String,
    /// The regime's identifier.
    pub regime: String,
    /// Patterns of entry codes, in which `?` stands for any one character.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Patterns of entry codes that are not meant, though they fit.
    #[serde(default)]
    pub except: Vec<String>,
    /// Reasons for control.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Strata; the regime stratum if none is named.
    #[serde(default)]
    pub strata: Vec<Stratum>,
    /// What shows it.
    pub citation: String,
}

impl Origin {
    /// Whether entries of this stratum are meant.
    pub(super) fn covers(&self, stratum: Stratum) -> bool {
        if self.strata.is_empty() { stratum == Stratum::Regime } else { self.strata.contains(&stratum) }
    }

    /// Whether an entry's code shows it.
    pub(super) fn by_code(&self, code: &Code) -> bool {
        let fits = |patterns: &[String]| patterns.iter().any(|pattern| begins_with(code, pattern));
        fits(&self.codes) && !fits(&self.except)
    }
}

/// A jurisdiction that takes part in a regime.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// The regime's identifier.
    pub regime: String,
    /// What shows it.
    pub citation: String,
}

/// What is known of one attribute of a jurisdiction's rules outside its list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// The attribute's identifier in the vocabulary.
    pub attribute: String,
    /// The attribute's label.
    pub label: String,
    /// The value, in words.
    pub value: String,
    /// What shows it.
    pub citation: String,
}
