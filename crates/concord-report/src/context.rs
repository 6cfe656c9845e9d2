//! What a report needs beside the comparison: names.

use std::collections::BTreeMap;

use serde::Serialize;

/// How a jurisdiction is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Full name (`European Union`).
    pub name: String,
    /// Short name for tables (`EU`).
    pub short: String,
    /// The short name inside a sentence (`the EU`).
    pub phrase: String,
}

impl Place {
    /// The short name as a heading: that of a sentence without its article (`EU`, `Japan`).
    pub fn label(&self) -> &str {
        self.phrase.strip_prefix("the ").unwrap_or(&self.phrase)
    }

    /// A place whose only known name is its code.
    pub fn from_code(code: &str) -> Self {
        let code = code.to_uppercase();
        Self { name: code.clone(), short: code.clone(), phrase: code }
    }
}

/// Names that a report uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The left jurisdiction.
    pub left: Place,
    /// The right jurisdiction.
    pub right: Place,
    /// Titles of list categories, by the character that entries of the category begin with.
    pub categories: BTreeMap<String, String>,
    /// Titles of the divergence rules, by id.
    pub rules: BTreeMap<String, String>,
    /// The date the question was asked for, ISO.
    pub as_of: String,
}
