//! Findings: one divergence each, with both texts cited and a witness.

use serde::{Deserialize, Serialize};

use crate::Message;
use crate::facts::Fact;
use crate::value_sets::ValueSets;
use crate::wording::Words;

/// Which side controls more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The left side controls more.
    LeftStricter,
    /// The right side controls more.
    RightStricter,
    /// Each side controls something that the other does not.
    Overlap,
    /// The model cannot decide; the finding says what stopped it.
    Incomparable,
    /// A fact is missing.
    Unknown,
}

impl Direction {
    /// The direction seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::LeftStricter => Self::RightStricter,
            Self::RightStricter => Self::LeftStricter,
            other => other,
        }
    }
}

/// How much a finding matters; `Major` first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Changes which items are controlled, in a whole entry or by a wide margin.
    Major,
    /// Changes which items are controlled.
    Moderate,
    /// Changes little, or few items.
    Minor,
    /// Worth knowing; changes no item's status by itself.
    Info,
}

/// The layer of control a finding speaks of (never summed with another).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Which instrument and agency.
    Jurisdiction,
    /// Whether an item is listed.
    Listed,
    /// Whether a licence is required.
    LicenceRequired,
    /// Whether an exception or general authorisation is available.
    Authorisation,
    /// By what policy applications are judged.
    ReviewPolicy,
    /// Control of unlisted items by their end use, user or destination, and embargoes.
    CatchAll,
    /// What exporters and users must do beside applying for licences.
    Duties,
    /// Offences, penalties, inspection and cooperation of authorities.
    Enforcement,
    /// How rules are made, published, reviewed and applied.
    Procedure,
}

/// One side of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// The paragraph's code.
    pub code: String,
    /// Short subject label with its ancestors' where its own says little.
    pub subject: Message,
    /// The value sets, phrases or connective that the finding is about, in words of our own (`>= 8 bit, < 10 bit`); empty if none.
    pub states: Message,
    /// Pinpoint citation.
    pub citation: Message,
    /// What the paragraph says by its own words, as facts; none for a rule outside the lists.
    pub facts: Vec<Fact>,
}

/// A value of a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WitnessValue {
    /// The parameter.
    pub parameter: String,
    /// The value with its unit.
    pub value: String,
}

/// A concrete item that one side lists and the other does not, checked against the whole other list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// What the item is, from the subject labels of the side that lists it.
    pub item: String,
    /// Its values.
    pub values: Vec<WitnessValue>,
    /// Phrases that do not hold of it, where that is the difference.
    pub lacks: Vec<String>,
    /// The code that lists it.
    pub listed_by: String,
    /// `left` or `right`: the side that lists it.
    pub listed_on: String,
}

/// One divergence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable fingerprint, 12 hex digits: rule, codes, parameter and direction, never order or wording.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's topic (`list-scope`).
    pub topic: String,
    /// The layer.
    pub layer: Layer,
    /// Destination, for layers that depend on one; else empty.
    pub destination: String,
    /// Who controls more.
    pub direction: Direction,
    /// How much it matters.
    pub severity: Severity,
    /// List category (first character of the entry's code).
    pub category: String,
    /// `regime`, `unilateral`, `anti-terrorism` or `munitions-like`.
    pub stratum: String,
    /// The left text, if it has the control.
    pub left: Option<Cited>,
    /// The right text, if it has the control.
    pub right: Option<Cited>,
    /// The parameter, if it is about one.
    pub parameter: Option<String>,
    /// The values of the parameter that each side controls; none unless the finding is about limits that compare as numbers.
    pub values: Option<ValueSets>,
    /// A concrete item listed on one side only; both ways for an overlap.
    pub witnesses: Vec<Witness>,
    /// One or two sentences for a reader.
    pub explanation: Message,
    /// What stopped the model, for an incomparable finding: one line each.
    pub reasons: Vec<Message>,
    /// Where the official wordings differ, word by word; empty unless both texts are at hand.
    pub wording: Vec<Words>,
    /// Codes of software, technology and component paragraphs that only follow this difference (`left:3E001`).
    pub follows: Vec<String>,
    /// The reason of the baseline line that accepts this finding, if one does.
    pub accepted: Option<String>,
}

impl Finding {
    /// Whether it is at least this grave and no baseline accepts it.
    pub fn reaches(&self, at_least: Severity) -> bool {
        // The gravest severity is the least.
        self.accepted.is_none() && self.severity <= at_least
    }
}
