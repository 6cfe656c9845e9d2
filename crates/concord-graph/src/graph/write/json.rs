//! JSON: the published document and its schema.

use petgraph::visit::EdgeRef as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{ConceptGraph, Edge, EdgeKind, Node, Via};
use crate::mapping::Confidence;

/// Version of the document's shape.
pub const SCHEMA_VERSION: &str = "2";

/// The concept graph as a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GraphDocument {
    /// Version of this document's shape.
    pub schema_version: String,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<EdgeDocument>,
}

/// An edge as the document has it. What does not apply to its kind is left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EdgeDocument {
    /// Identifier of the first node.
    pub from: String,
    /// Identifier of the second node.
    pub to: String,
    /// What the edge says.
    pub kind: EdgeKind,
    /// Of a denied mapping: the relation that is denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denied: Option<EdgeKind>,
    /// Of a mapping: how sure it is, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Of a mapping: why one may say so, a term of the Semantic Mapping Vocabulary.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub justification: String,
    /// Where it is said, or what shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Of a constraint: what the list calls the parameter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spelling: String,
    /// Of a constraint: the settings in which the parameter is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// Of a constraint: the limits as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub limits: String,
    /// Of a citation: where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    /// Of an answer: the value. Of a licence exception: `yes` or `partly`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

impl EdgeDocument {
    /// An edge between two identifiers.
    pub(super) fn new(from: &str, to: &str, edge: &Edge) -> Self {
        let mut document = Self {
            from: from.to_owned(),
            to: to.to_owned(),
            kind: edge.kind(),
            denied: None,
            confidence: None,
            justification: String::new(),
            source: String::new(),
            spelling: String::new(),
            settings: Vec::new(),
            limits: String::new(),
            via: None,
            value: String::new(),
        };
        match edge {
            Edge::Maps(link) => {
                document.denied = edge.denied();
                document.confidence = link.confidence.map(Confidence::value);
                document.justification.clone_from(&link.justification);
                document.source.clone_from(&link.source);
            }
            Edge::Constrains(bound) => {
                document.spelling.clone_from(&bound.spelling);
                document.settings.clone_from(&bound.settings);
                document.limits.clone_from(&bound.limits);
            }
            Edge::Cites(via) => document.via = Some(*via),
            Edge::Implements { citation } | Edge::Participates { citation } => document.source.clone_from(citation),
            Edge::Answers { value, citation } => {
                document.value.clone_from(value);
                document.source.clone_from(citation);
            }
            Edge::Allows(available) => {
                let value = if *available == concord_model::Availability::Yes { "yes" } else { "partly" };
                document.value.push_str(value);
            }
            Edge::Contains | Edge::Defines | Edge::MeasuredIn | Edge::Uses | Edge::Means => {}
        }
        document
    }
}

impl GraphDocument {
    /// The document of a graph.
    pub fn new(graph: &ConceptGraph) -> Self {
        let graph = &graph.graph;
        let edge =
            |e: petgraph::graph::EdgeReference<'_, Edge>| EdgeDocument::new(&graph[e.source()].id, &graph[e.target()].id, e.weight());
        Self {
            schema_version: SCHEMA_VERSION.to_owned(),
            nodes: graph.node_weights().cloned().collect(),
            edges: graph.edge_references().map(edge).collect(),
        }
    }

    /// The document as text.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

/// The JSON Schema of [`GraphDocument`].
pub fn schema() -> Value {
    schemars::schema_for!(GraphDocument).to_value()
}
