//! The kinds of evidence, with their weights from `data/evidence.yaml`.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// What speaks for a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// A mapping made by hand.
    Hand,
    /// The normalised wordings are equal.
    Wording,
    /// The normalised wordings are equal but for conditions.
    Residue,
    /// The listed substances.
    Substances,
    /// Content words.
    Words,
    /// Words of the official text, where it is at hand.
    Text,
    /// Whole key phrases.
    Phrases,
    /// Names of constrained parameters.
    Parameters,
    /// Measuring settings.
    Settings,
    /// Dimensions of limits.
    Units,
    /// Limits and values.
    Limits,
    /// Notes that take items out.
    Exclusions,
    /// The group of items: goods, software or technology.
    Group,
    /// Where the control comes from: a regime's list, or the jurisdiction itself.
    Origin,
    /// References to controls that are matched with each other.
    References,
    /// The entry codes are equal, in lists that share the numbering.
    EntryCode,
    /// The labels are equal under matched parents, in lists that share the numbering.
    Label,
    /// What the ancestors speak of.
    Context,
    /// What the descendants speak of.
    Members,
    /// The parents are matched.
    Parent,
}

/// All kinds, in the order of the enumeration.
pub(crate) const KINDS: [Evidence; 20] = [
    Evidence::Hand,
    Evidence::Wording,
    Evidence::Residue,
    Evidence::Substances,
    Evidence::Words,
    Evidence::Text,
    Evidence::Phrases,
    Evidence::Parameters,
    Evidence::Settings,
    Evidence::Units,
    Evidence::Limits,
    Evidence::Exclusions,
    Evidence::Group,
    Evidence::Origin,
    Evidence::References,
    Evidence::EntryCode,
    Evidence::Label,
    Evidence::Context,
    Evidence::Members,
    Evidence::Parent,
];

impl Evidence {
    /// Every kind of evidence.
    pub fn all() -> &'static [Self] {
        &KINDS
    }

    /// How much it weighs and how it is worded.
    pub fn row(self) -> &'static Row {
        &TABLE.evidence[self as usize]
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.row().id)
    }
}

/// One kind of evidence, as its data file describes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Row {
    /// Name in machine output.
    pub id: String,
    /// How much a feature of this kind weighs; 0 for a circumstance of the pair.
    #[serde(default)]
    pub weight: u32,
    /// Thousandths of similarity that a pair with this evidence has at least; 0 for none.
    #[serde(default)]
    pub lifts_to: u32,
    /// Hundredths of the similarity that a pair without this evidence keeps.
    #[serde(default)]
    pub keeps: u32,
    /// Thousandths added to the similarity.
    #[serde(default)]
    pub adds: u32,
    /// The words of a justification.
    pub says: String,
    /// What a candidate without it lacks.
    pub absent: String,
    /// What it is.
    pub meaning: String,
}

/// Thousandths of similarity from which a pair is held to be the same control, by how much its place already says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Mix {
    /// Hundredths of the own texts in the similarity of paragraphs that have children.
    pub(crate) own: u32,
    /// Hundredths of the similarity of the own texts that a pair has at least, whatever stands under them.
    pub(crate) alone: u32,
    /// Hundredths of the weight of a feature that only one of the lists has.
    pub(crate) one_sided: u32,
}

/// Thousandths of similarity from which a pair is held to be the same control, by how much its place already says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Least {
    /// Entries.
    pub(crate) entry: u32,
    /// Entries of the same code, without the code: a code must be confirmed by what the entries speak of.
    pub(crate) same_code: u32,
    /// Children of matched parents.
    pub(crate) sibling: u32,
    /// Another level under matched paragraphs.
    pub(crate) same_entry: u32,
    /// Anywhere in the other list.
    pub(crate) elsewhere: u32,
    /// A further counterpart of a paragraph that is matched already.
    pub(crate) part: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    evidence: Vec<Row>,
    mix: Mix,
    least: Least,
    general: Vec<String>,
    groups: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The file is part of the crate, and a test reads it.
    serde_yaml::from_str(include_str!("../../data/evidence.yaml")).expect("data/evidence.yaml is well-formed")
});

/// How the views of a pair mix.
pub(crate) fn mix() -> Mix {
    TABLE.mix
}

/// The words that stand for any item, of which none says more than another.
pub(crate) fn general() -> &'static [String] {
    &TABLE.general
}

/// The words in a subject that tell a group of items from goods.
pub(crate) fn groups() -> &'static [String] {
    &TABLE.groups
}

/// The least similarities.
pub(crate) fn least() -> Least {
    TABLE.least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_describes_every_kind_in_order() {
        assert_eq!(TABLE.evidence.len(), KINDS.len());
        for (at, kind) in KINDS.into_iter().enumerate() {
            assert_eq!(kind as usize, at);
            let name = serde_yaml::to_string(&kind).unwrap();
            assert_eq!(name.trim(), kind.row().id);
        }
    }
}
