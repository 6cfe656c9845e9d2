//! The index page of a set of reports.

use schemars::JsonSchema;
use serde::Serialize;

use super::CompareView;

/// The index page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndexView {
    /// The date the reports were asked for.
    pub as_of: String,
    /// One row a report.
    pub reports: Vec<IndexRow>,
    /// One row a matrix.
    pub matrices: Vec<MatrixLink>,
    /// One row a series through time.
    pub tracks: Vec<MatrixLink>,
    /// One row a page of licence ladders, named by its origins.
    pub ladders: Vec<MatrixLink>,
    /// One row a recognition.
    pub recognitions: Vec<RecognitionLink>,
}

/// One recognition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecognitionLink {
    /// Its file, beside the index.
    pub file: String,
    /// The two sides.
    pub title: String,
}

/// One matrix.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixLink {
    /// Its file, beside the index.
    pub file: String,
    /// The bloc's name.
    pub name: String,
}

/// One report.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndexRow {
    /// Its file, beside the index.
    pub file: String,
    /// The comparison it shows.
    #[serde(flatten)]
    pub view: CompareView,
}
