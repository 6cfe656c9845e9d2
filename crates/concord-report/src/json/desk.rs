//! What the analyst's desk adds to the document of a comparison.

use concord_compare::{Edition, Materiality, Record, ReviewVerdict};
use schemars::JsonSchema;
use serde::Serialize;

/// An analyst's record on a divergence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReviewDocument {
    /// Who looked.
    pub reviewer: String,
    /// On which day, ISO.
    pub on: String,
    /// Whether the finding stands.
    #[schemars(extend("enum" = ["confirmed", "contested"]))]
    pub verdict: &'static str,
    /// How much it matters to the analyst's own side: `high`, `medium` or `low`; `null` where the analyst does not say.
    pub materiality: Option<&'static str>,
    /// The line recommended to a negotiator; empty if none.
    pub line: String,
    /// Why; empty if not said.
    pub note: String,
}

impl ReviewDocument {
    pub(super) fn new(record: &Record) -> Self {
        Self {
            reviewer: record.reviewer.clone(),
            on: record.on.to_string(),
            verdict: match record.verdict {
                ReviewVerdict::Confirmed => "confirmed",
                ReviewVerdict::Contested => "contested",
            },
            materiality: record.materiality.map(|materiality| match materiality {
                Materiality::High => "high",
                Materiality::Medium => "medium",
                Materiality::Low => "low",
            }),
            line: record.line.clone(),
            note: record.note.clone(),
        }
    }
}

/// What has changed since an earlier edition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EditionDocument {
    /// The date that the earlier edition was asked for, ISO.
    pub since: String,
    /// Ids of divergences that it did not have.
    pub new: Vec<String>,
    /// Ids of divergences with another severity or another sentence now.
    pub changed: Vec<String>,
    /// Ids of its divergences that are no more.
    pub gone: Vec<String>,
    /// Number of divergences that are as they were.
    pub unchanged: usize,
}

impl EditionDocument {
    pub(super) fn new(edition: &Edition) -> Self {
        let ids = |findings: &[concord_compare::PastFinding]| findings.iter().map(|finding| finding.id.clone()).collect();
        Self {
            since: edition.since.clone(),
            new: edition.new.clone(),
            changed: ids(&edition.changed),
            gone: ids(&edition.gone),
            unchanged: edition.unchanged,
        }
    }
}
