//! What an import found, and what it could not read.

use crate::document::Problem;

/// A numeric token without a sure role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The paragraph.
    pub code: String,
    /// The token as printed.
    pub printed: String,
    /// The words around it (shown to the user who holds the text, never stored).
    pub around: String,
    /// Why it has no role.
    pub reason: String,
}

/// Figures of an import, and every place that was not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Entries.
    pub entries: usize,
    /// Paragraphs, the entries' own included.
    pub paragraphs: usize,
    /// Conditions.
    pub conditions: usize,
    /// Conditions kept whole as formulas.
    pub formulas: usize,
    /// Paragraphs with at least one numeric token.
    pub with_numbers: usize,
    /// Of these, those in which every numeric token has exactly one role.
    pub understood: usize,
    /// Tokens without a role.
    pub unread: Vec<Unread>,
    /// Defects of the text and places that an adapter could not read.
    pub problems: Vec<Problem>,
}

impl ImportReport {
    /// Adds the figures of a part.
    pub(super) fn add(&mut self, part: Self) {
        self.paragraphs += part.paragraphs;
        self.conditions += part.conditions;
        self.formulas += part.formulas;
        self.with_numbers += part.with_numbers;
        self.understood += part.understood;
        self.unread.extend(part.unread);
        self.problems.extend(part.problems);
    }

    /// Reasons for unread tokens with how many paragraphs each stops, most frequent first.
    pub fn reasons(&self) -> Vec<(String, usize)> {
        let mut counts: std::collections::BTreeMap<&str, std::collections::BTreeSet<&str>> = std::collections::BTreeMap::new();
        for unread in &self.unread {
            counts.entry(&unread.reason).or_default().insert(&unread.code);
        }
        let mut out: Vec<(String, usize)> = counts.into_iter().map(|(r, c)| (r.to_owned(), c.len())).collect();
        out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        out
    }
}
