//! The published JSON document of a matrix.

use concord_compare::Matrix;
use schemars::JsonSchema;
use serde::Serialize;

use super::SCHEMA_VERSION;
use super::rules::{IndexDocument, index_documents};

/// The indices of every pair of some jurisdictions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord matrix")]
pub struct MatrixDocument {
    /// Version of this document's shape.
    pub schema_version: &'static str,
    /// The day as of which all are asked, ISO.
    pub as_of: String,
    /// The topic; empty for all.
    pub topic: String,
    /// The bloc asked about; empty if jurisdictions were named.
    pub bloc: String,
    /// Members of the bloc whose law is not described here.
    pub not_described: Vec<String>,
    /// Countries of which it is not sure that they belong to the bloc.
    pub uncertain: Vec<String>,
    /// The jurisdictions with how much of their law is known.
    pub jurisdictions: Vec<MatrixSideDocument>,
    /// One entry a pair.
    pub pairs: Vec<PairDocument>,
}

/// A jurisdiction of a matrix.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixSideDocument {
    /// Code.
    pub jurisdiction: String,
    /// Questions asked.
    pub questions: usize,
    /// Of these, answered.
    pub known: usize,
}

/// The indices of one pair.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PairDocument {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// The indices.
    pub indices: Vec<IndexDocument>,
}

impl MatrixDocument {
    /// The document of a matrix; of a bloc, with the members that are not described and the countries that are not sure.
    pub fn new(matrix: &Matrix, bloc: &str, not_described: Vec<String>, uncertain: Vec<String>) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            as_of: matrix.as_of.to_string(),
            topic: matrix.topic.clone(),
            bloc: bloc.to_owned(),
            not_described,
            uncertain,
            jurisdictions: matrix
                .sides
                .iter()
                .map(|side| MatrixSideDocument { jurisdiction: side.jurisdiction.clone(), questions: side.questions, known: side.known })
                .collect(),
            pairs: matrix
                .cells
                .iter()
                .map(|cell| PairDocument {
                    left: cell.left.clone(),
                    right: cell.right.clone(),
                    indices: index_documents(&cell.indices, false),
                })
                .collect(),
        }
    }
}

/// The JSON Schema of [`MatrixDocument`].
pub fn matrix_schema() -> serde_json::Value {
    schemars::schema_for!(MatrixDocument).to_value()
}
