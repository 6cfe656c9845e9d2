//! Edges of the concept graph.

use concord_model::Availability;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mapping::{Confidence, Relation};

/// What an edge says, from its first node to its second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A whole and its part: jurisdiction and instrument, instrument and list, list and entry, paragraph and paragraph, term and element.
    Contains,
    /// A list and the term it defines.
    Defines,
    /// A paragraph and the parameter it limits.
    Constrains(Bound),
    /// A parameter and the dimension of its units.
    MeasuredIn,
    /// A paragraph and another place that it names.
    Cites(Via),
    /// A paragraph and a defined term that it uses.
    Uses,
    /// An entry or a paragraph and the regime, or the entry of the regime's list, that it carries out.
    Implements {
        /// What shows it.
        citation: String,
    },
    /// A jurisdiction and a regime it takes part in.
    Participates {
        /// What shows it.
        citation: String,
    },
    /// A jurisdiction and an attribute that is known of its rules.
    Answers {
        /// The value.
        value: String,
        /// What shows it.
        citation: String,
    },
    /// An entry and a licence exception that may be used for it.
    Allows(Availability),
    /// A paragraph or a term and the concept it shares with others.
    Means,
    /// Two paragraphs or terms of two lists and how they stand to each other.
    Maps(Link),
}

/// The values that a paragraph sets for a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What the list calls the parameter.
    pub spelling: String,
    /// The settings in which it is measured.
    pub settings: Vec<String>,
    /// The limits as the list prints them (`>=8 bit <10 bit`).
    pub limits: String,
    /// Dimension of the limits' units; empty for a limit by reference or a formula.
    pub dimension: String,
}

/// Where a paragraph names another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// In its own text: its scope depends on the place.
    Text,
    /// For a limit that the place states.
    Limit,
    /// In one of its notes.
    Note,
    /// As a related control: a pointer for the reader.
    Related,
    /// The entry hands its items over to the instrument.
    Elsewhere,
}

impl Via {
    /// As machine output spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Limit => "limit",
            Self::Note => "note",
            Self::Related => "related",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A mapping as an edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How the first stands to the second.
    pub relation: Relation,
    /// Whether the relation is denied.
    pub negated: bool,
    /// How sure it is, if anything is said.
    pub confidence: Option<Confidence>,
    /// Why one may say so (`semapv:ManualMappingCuration`).
    pub justification: String,
    /// Where it is said.
    pub source: String,
}

/// What an edge is, without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeKind {
    /// A whole and its part.
    Contains,
    /// A list and the term it defines.
    Defines,
    /// A paragraph and the parameter it limits.
    Constrains,
    /// A parameter and the dimension of its units.
    MeasuredIn,
    /// A paragraph and another place that it names.
    Cites,
    /// A paragraph and a defined term that it uses.
    Uses,
    /// A control and the regime it carries out.
    Implements,
    /// A jurisdiction and a regime it takes part in.
    Participates,
    /// A jurisdiction and an attribute that is known of its rules.
    Answers,
    /// An entry and a licence exception that may be used for it.
    Allows,
    /// A paragraph or a term and the concept it shares with others.
    Means,
    /// The same control or meaning.
    Exact,
    /// Nearly the same.
    Close,
    /// The second is broader.
    Broad,
    /// The first is broader.
    Narrow,
    /// They have to do with each other.
    Related,
    /// A relation that is denied; the edge says which.
    Not,
}

impl Edge {
    /// What the edge is.
    pub fn kind(&self) -> EdgeKind {
        match self {
            Self::Contains => EdgeKind::Contains,
            Self::Defines => EdgeKind::Defines,
            Self::Constrains(_) => EdgeKind::Constrains,
            Self::MeasuredIn => EdgeKind::MeasuredIn,
            Self::Cites(_) => EdgeKind::Cites,
            Self::Uses => EdgeKind::Uses,
            Self::Implements { .. } => EdgeKind::Implements,
            Self::Participates { .. } => EdgeKind::Participates,
            Self::Answers { .. } => EdgeKind::Answers,
            Self::Allows(_) => EdgeKind::Allows,
            Self::Means => EdgeKind::Means,
            Self::Maps(link) if link.negated => EdgeKind::Not,
            Self::Maps(link) => match link.relation {
                Relation::Exact => EdgeKind::Exact,
                Relation::Close => EdgeKind::Close,
                Relation::Broad => EdgeKind::Broad,
                Relation::Narrow => EdgeKind::Narrow,
                Relation::Related => EdgeKind::Related,
            },
        }
    }
}

impl Edge {
    /// The relation that a denied mapping denies.
    pub fn denied(&self) -> Option<EdgeKind> {
        match self {
            Self::Maps(link) if link.negated => Some(Self::Maps(Link { negated: false, ..link.clone() }).kind()),
            _ => None,
        }
    }
}

impl EdgeKind {
    /// The kind as machine output spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contains => "contains",
            Self::Defines => "defines",
            Self::Constrains => "constrains",
            Self::MeasuredIn => "measured-in",
            Self::Cites => "cites",
            Self::Uses => "uses",
            Self::Implements => "implements",
            Self::Participates => "participates",
            Self::Answers => "answers",
            Self::Allows => "allows",
            Self::Means => "means",
            Self::Exact => "exact",
            Self::Close => "close",
            Self::Broad => "broad",
            Self::Narrow => "narrow",
            Self::Related => "related",
            Self::Not => "not",
        }
    }
}
