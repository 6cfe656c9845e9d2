//! What a jurisdiction is called: the file `jurisdiction.yaml` beside its lists.

use std::collections::BTreeMap;

use concord_report::Place;
use serde::Deserialize;

use crate::failure::Failure;
use crate::problem::Problem;

/// A jurisdiction's names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Jurisdiction {
    /// Its code, the name of its folder.
    pub(crate) code: String,
    /// Full name (`European Union`).
    pub(crate) name: String,
    /// Short name inside a sentence (`the EU`).
    pub(crate) short: String,
    /// Short name before a noun and in tables (`EU`).
    pub(crate) adjective: String,
    /// Titles of its lists' categories, by the first character of their entries.
    #[serde(default)]
    pub(crate) categories: BTreeMap<String, String>,
}

impl Jurisdiction {
    /// Reads the file.
    pub(crate) fn parse(file: &str, text: &str) -> Result<Self, Failure> {
        serde_yaml::from_str(text).map_err(|error| Failure::Input(vec![Problem::from_yaml(file, text, &error)]))
    }

    /// A jurisdiction of which only the code is known.
    pub(crate) fn unnamed(code: &str) -> Self {
        let name = code.to_uppercase();
        Self { code: code.to_owned(), name: name.clone(), short: name.clone(), adjective: name, categories: BTreeMap::new() }
    }

    /// Its names as a report uses them.
    pub(crate) fn place(&self) -> Place {
        Place { name: self.name.clone(), short: self.adjective.clone(), phrase: self.short.clone() }
    }
}
