//! What a report needs beside the comparison: names.

use std::collections::BTreeMap;
use std::sync::Arc;

use concord_compare::{Message, Reviews};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::{Arg, Glossary, Language, Texts, Voice};

/// How a jurisdiction is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// Full name (`European Union`).
    pub name: String,
    /// Short name for tables and headings (`EU`, `Japan`).
    pub short: String,
    /// The word before "list" (`EU`, `Japanese`).
    pub adjective: String,
    /// The short name inside a sentence (`the EU`).
    pub phrase: String,
}

impl Place {
    /// A place by its full name, its short name inside a sentence and its adjective.
    pub fn new(name: &str, phrase: &str, adjective: &str) -> Self {
        let short = phrase.strip_prefix("the ").unwrap_or(phrase).to_owned();
        Self { name: name.to_owned(), short, adjective: adjective.to_owned(), phrase: phrase.to_owned() }
    }

    /// A place whose only known name is its code.
    pub fn from_code(code: &str) -> Self {
        let code = code.to_uppercase();
        Self::new(&code, &code, &code)
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
    /// The language of the report.
    pub language: Language,
    /// What definitions and rules say in that language.
    pub glossary: Arc<Glossary>,
    /// What the analyst's desk adds.
    pub desk: Desk,
}

/// What the analyst's desk adds to a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// Who may read it (`Official – sensitive`), printed at its head and foot; empty if anybody may.
    pub marking: String,
    /// Records on findings.
    pub reviews: Reviews,
}

impl Context {
    /// A message of the catalogue in the language of the report.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts().get(key, args)
    }

    /// The messages of the language of the report.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }

    /// What the comparison says, in the language of the report.
    pub fn say(&self, message: &Message) -> String {
        self.glossary.say(message, self.language)
    }

    /// The language of the report with its glossary.
    pub fn voice(&self) -> Voice {
        Voice { language: self.language, glossary: Arc::clone(&self.glossary) }
    }
}
