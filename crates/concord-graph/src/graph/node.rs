//! Nodes of the concept graph.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// A jurisdiction.
    Jurisdiction,
    /// An international regime.
    Regime,
    /// A legal instrument.
    Instrument,
    /// A list as of a date.
    List,
    /// An entry.
    Entry,
    /// A paragraph of an entry.
    Paragraph,
    /// A parameter, whatever each list calls it.
    Parameter,
    /// A dimension of units.
    Dimension,
    /// A defined term of one list.
    Term,
    /// A phrase that definitions have in common.
    Element,
    /// An attribute of rules outside the lists.
    Attribute,
    /// A type of licence, or a licence exception.
    Licence,
    /// What paragraphs or terms of several lists have in common.
    Concept,
}

impl NodeKind {
    /// The kind as machine output spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jurisdiction => "jurisdiction",
            Self::Regime => "regime",
            Self::Instrument => "instrument",
            Self::List => "list",
            Self::Entry => "entry",
            Self::Paragraph => "paragraph",
            Self::Parameter => "parameter",
            Self::Dimension => "dimension",
            Self::Term => "term",
            Self::Element => "element",
            Self::Attribute => "attribute",
            Self::Licence => "licence",
            Self::Concept => "concept",
        }
    }
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Node {
    /// Unique identifier, a CURIE: `us:3A001.a`, `concord:parameter/sample%20rate`.
    pub id: String,
    /// What it stands for.
    pub kind: NodeKind,
    /// Short label of Concord's own; a paragraph without a subject has its code.
    pub label: String,
    /// Code of the jurisdiction it belongs to; empty for what belongs to none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub jurisdiction: String,
    /// Code of an entry or a paragraph; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Pinpoint citation; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub citation: String,
}

impl Node {
    /// A node that belongs to no jurisdiction.
    pub(crate) fn new(kind: NodeKind, id: String, label: &str) -> Self {
        Self { id, kind, label: label.to_owned(), jurisdiction: String::new(), code: String::new(), citation: String::new() }
    }

    /// A node of a jurisdiction.
    pub(crate) fn of(jurisdiction: &str, kind: NodeKind, id: String, label: &str) -> Self {
        Self { jurisdiction: jurisdiction.to_owned(), ..Self::new(kind, id, label) }
    }
}
