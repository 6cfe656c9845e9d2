//! The published JSON document of what a jurisdiction lacks.

use concord_compare::provisions::{Need, Needs};
use schemars::JsonSchema;
use serde::Serialize;

use super::SCHEMA_VERSION;
use super::rules::{AnswerDocument, answer};

/// What one jurisdiction lacks beside a reference set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord needs")]
pub struct NeedsDocument {
    /// Version of this document's shape.
    pub schema_version: &'static str,
    /// Code.
    pub jurisdiction: String,
    /// Codes of the reference set.
    pub reference: Vec<String>,
    /// The day as of which all are asked, ISO.
    pub as_of: String,
    /// Ordered questions that were asked.
    pub asked: usize,
    /// Questions on which it falls short.
    pub needs: Vec<NeedDocument>,
    /// Questions on which its own answer is not known.
    pub unknown: Vec<NeedDocument>,
}

/// One question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NeedDocument {
    /// Topic.
    pub topic: String,
    /// Attribute.
    pub attribute: String,
    /// Weight.
    pub weight: u32,
    /// Its own answer.
    pub own: AnswerDocument,
    /// Jurisdictions of the reference set whose answer is known.
    pub known: usize,
    /// Who is stricter.
    pub stricter: Vec<DoerDocument>,
}

/// Who is stricter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DoerDocument {
    /// Code.
    pub jurisdiction: String,
    /// Its answer.
    pub answer: AnswerDocument,
}

impl NeedsDocument {
    /// The document of what a jurisdiction lacks.
    pub fn new(needs: &Needs) -> Self {
        let need = |need: &Need| NeedDocument {
            topic: need.topic.clone(),
            attribute: need.attribute.clone(),
            weight: need.weight,
            own: answer(&need.own),
            known: need.known,
            stricter: need
                .doers
                .iter()
                .map(|doer| DoerDocument { jurisdiction: doer.jurisdiction.clone(), answer: answer(&doer.stated) })
                .collect(),
        };
        Self {
            schema_version: SCHEMA_VERSION,
            jurisdiction: needs.jurisdiction.clone(),
            reference: needs.reference.clone(),
            as_of: needs.as_of.to_string(),
            asked: needs.asked,
            needs: needs.needs.iter().map(need).collect(),
            unknown: needs.unknown.iter().map(need).collect(),
        }
    }
}

/// The JSON Schema of [`NeedsDocument`].
pub fn needs_schema() -> serde_json::Value {
    schemars::schema_for!(NeedsDocument).to_value()
}
