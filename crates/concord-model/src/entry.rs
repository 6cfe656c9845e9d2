//! Entries: a tree of paragraphs with what the list says about licences.

use serde::{Deserialize, Serialize};

use crate::{Code, LicenceException, Paragraph, Reason};

/// Where a control comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stratum {
    /// Implements an international regime's list.
    #[default]
    Regime,
    /// The jurisdiction's own control.
    Unilateral,
    /// Controlled for anti-terrorism reasons only.
    AntiTerrorism,
    /// A series that holds former munitions items.
    MunitionsLike,
}

/// An entry: its paragraphs in the order of the text, the entry itself first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where the control comes from.
    pub stratum: Stratum,
    /// Another instrument that holds the items, where the entry only points to it; else empty.
    pub elsewhere: String,
    /// Reasons for control.
    pub reasons: Vec<Reason>,
    /// List-based licence exceptions.
    pub exceptions: Vec<LicenceException>,
    /// Codes and instruments that its related-controls paragraph names.
    pub related: Vec<String>,
    /// The paragraphs, the entry's own first, parents before children.
    pub paragraphs: Vec<Paragraph>,
}

impl Entry {
    /// The entry's code.
    pub fn code(&self) -> &Code {
        &self.root().code
    }

    /// The entry's own paragraph.
    ///
    /// # Panics
    /// If the entry has no paragraph, which no loader or importer lets through.
    pub fn root(&self) -> &Paragraph {
        &self.paragraphs[0]
    }

    /// The children of `code`, in order.
    pub fn children<'a>(&'a self, code: &'a Code) -> impl Iterator<Item = &'a Paragraph> {
        self.paragraphs.iter().filter(move |p| p.code.depth() == code.depth() + 1 && p.code.is_within(code))
    }

    /// The paragraph with this code.
    pub fn paragraph(&self, code: &Code) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.code == *code)
    }
}
