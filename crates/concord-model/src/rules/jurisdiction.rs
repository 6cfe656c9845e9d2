//! What a jurisdiction is called, who its authorities are and where its texts are published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::Citation;

/// What an authority does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorityRole {
    /// It grants licences.
    Licensing,
    /// It investigates and inspects.
    Enforcement,
    /// It checks goods at the border.
    Customs,
    /// It makes the rules.
    Policy,
    /// It licenses nuclear items.
    Nuclear,
}

/// An authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// Its name.
    pub name: String,
    /// What it does.
    pub role: AuthorityRole,
    /// Where its task is stated.
    pub cites: Vec<Citation>,
}

/// A place where official texts are published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its title.
    pub title: String,
    /// Its address; empty if no source states one.
    pub url: String,
}

/// A jurisdiction: names, languages, authorities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jurisdiction {
    /// Its code, the name of its folder.
    pub code: String,
    /// Full name (`European Union`).
    pub name: String,
    /// Short name inside a sentence (`the EU`).
    pub short: String,
    /// Short name before a noun and in tables (`EU`).
    pub adjective: String,
    /// Languages of its official texts.
    pub languages: Vec<String>,
    /// The bloc whose rules hold in it unless its own say otherwise; empty if none.
    pub parent: String,
    /// Its authorities.
    pub authorities: Vec<Authority>,
    /// Where its texts are published.
    pub publications: Vec<Publication>,
    /// Titles of its lists' categories, by the first character of their entries.
    pub categories: BTreeMap<String, String>,
}

impl Jurisdiction {
    /// A jurisdiction of which only the code is known.
    pub fn unnamed(code: &str) -> Self {
        let name = code.to_uppercase();
        Self {
            code: code.to_owned(),
            name: name.clone(),
            short: name.clone(),
            adjective: name,
            languages: Vec::new(),
            parent: String::new(),
            authorities: Vec::new(),
            publications: Vec::new(),
            categories: BTreeMap::new(),
        }
    }
}
