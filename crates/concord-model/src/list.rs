//! Lists, their sources, perimeters and general notes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Code, Entry, Note, Paragraph, Term};

/// Where a list was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The official document (`15 CFR part 774, Supplement No. 1`).
    pub document: String,
    /// Its date of validity.
    pub date: Date,
    /// Where the official text is published; empty if unknown.
    pub url: String,
    /// SHA-256 of the input file, 64 hex digits; empty for definitions written by hand.
    pub sha256: String,
    /// The command that made the definitions; empty for definitions written by hand.
    pub command: String,
}

/// Whether a list holds an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holding {
    /// The list holds it.
    Held,
    /// Another instrument holds it, with its agency.
    Elsewhere(String),
    /// The jurisdiction is not known to control it through any instrument named by the list.
    NotHeld,
}

/// One area of the perimeter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Codes that fall in the area, whichever list uses them: prefixes in which `?` stands for any one character (`0A`, `?A6`).
    pub codes: Vec<String>,
    /// Short name (`nuclear trigger list`).
    pub name: String,
    /// Who holds it.
    pub holding: Holding,
    /// Pinpoint citation.
    pub citation: String,
}

/// What a list covers and what lies elsewhere. Areas are tried in order; what none names is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perimeter {
    /// The areas.
    pub areas: Vec<Area>,
}

impl Perimeter {
    /// The area that holds `code`, the one with the longest matching prefix; `None` where no area names it, which means "held".
    pub fn area(&self, code: &Code) -> Option<&Area> {
        self.areas
            .iter()
            .flat_map(|a| a.codes.iter().map(move |c| (c, a)))
            .filter(|(pattern, _)| begins_with(code, pattern))
            .max_by_key(|(pattern, _)| (pattern.chars().filter(|c| *c != '?').count(), pattern.len()))
            .map(|(_, a)| a)
    }
}

/// Whether a code begins with a pattern, in which `?` stands for any one character.
///
/// ```
/// # use concord_model::{Code, begins_with};
/// let code = Code::parse("3A611.a").unwrap();
/// assert!(begins_with(&code, "?A6"));
/// assert!(!begins_with(&code, "3B"));
/// ```
pub fn begins_with(code: &Code, pattern: &str) -> bool {
    let mut letters = code.as_str().chars();
    pattern.chars().all(|p| letters.next().is_some_and(|c| p == '?' || p == c))
}

/// A general note: it applies to whole areas of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GeneralNote {
    /// Short name (`general technology note`).
    pub name: String,
    /// Entry-code prefixes or group letters it applies to (`0`, `3A`, `*E`); empty for the whole list.
    pub applies_to: Vec<String>,
    /// What it says.
    pub note: Note,
    /// Pinpoint citation.
    pub citation: String,
}

/// A control list as of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Lower-case jurisdiction code (`us`, `eu`).
    pub jurisdiction: String,
    /// Short identifier (`ccl-2026-01-29`).
    pub id: String,
    /// Title of our own (`Commerce Control List`).
    pub title: String,
    /// The date as of which it holds.
    pub as_of: Date,
    /// Where it was read.
    pub source: Source,
    /// What it covers.
    pub perimeter: Perimeter,
    /// General notes.
    pub notes: Vec<GeneralNote>,
    /// Defined terms.
    pub terms: Vec<Term>,
    /// The entries, by code.
    pub entries: Vec<Entry>,
}

impl List {
    /// The entry with this code.
    pub fn entry(&self, code: &Code) -> Option<&Entry> {
        let entry = code.entry();
        self.entries.iter().find(|e| *e.code() == entry)
    }

    /// The paragraph with this code.
    pub fn paragraph(&self, code: &Code) -> Option<&Paragraph> {
        self.entry(code)?.paragraph(code)
    }

    /// Pinpoint citation of a paragraph.
    pub fn citation(&self, code: &Code) -> String {
        format!("{}, {code} (as of {})", self.source.document, self.as_of)
    }
}
