//! JSON Lines: one finding a line.

use schemars::JsonSchema;
use serde::Serialize;

use crate::json::{CompareDocument, DivergenceDocument};

/// One line: a divergence as in the JSON document of a comparison, with whose it is, so that lines of several comparisons can stand in one file.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingLine<'a> {
    /// Version of the form.
    pub schema_version: &'a str,
    /// Code of the left jurisdiction.
    pub left_jurisdiction: &'a str,
    /// Code of the right jurisdiction.
    pub right_jurisdiction: &'a str,
    /// The date asked for, ISO.
    pub as_of: &'a str,
    /// The divergence.
    #[serde(flatten)]
    pub divergence: &'a DivergenceDocument,
}

/// All divergences of a document, one object a line.
pub fn jsonl(document: &CompareDocument) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    for divergence in &document.divergences {
        let line = FindingLine {
            schema_version: document.schema_version,
            left_jurisdiction: &document.left.jurisdiction,
            right_jurisdiction: &document.right.jurisdiction,
            as_of: &document.as_of,
            divergence,
        };
        out.push_str(&crate::json::line(&line)?);
    }
    Ok(out)
}

/// The JSON Schema of [`FindingLine`].
pub fn finding_schema() -> serde_json::Value {
    schemars::schema_for!(FindingLine<'_>).to_value()
}
