//! What the analyst's desk adds to a report: records on findings, and what has changed since an earlier edition.

use concord_compare::{Edition, Materiality, PastFinding, Record, ReviewVerdict};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Context, words};

/// An analyst's record on a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReviewView {
    /// Who looked.
    pub reviewer: String,
    /// On which day, ISO.
    pub on: String,
    /// `confirmed` or `contested`.
    #[schemars(extend("enum" = ["confirmed", "contested"]))]
    pub verdict: &'static str,
    /// The same in words.
    pub verdict_words: String,
    /// `high`, `medium` or `low`; empty where the analyst does not say.
    #[schemars(extend("enum" = ["high", "medium", "low", ""]))]
    pub materiality: &'static str,
    /// The same in words.
    pub materiality_words: String,
    /// The recommended line; empty if none.
    pub line: String,
    /// Why; empty if not said.
    pub note: String,
}

impl ReviewView {
    /// The records on a finding, the latest first.
    pub(super) fn of(id: &str, context: &Context) -> Vec<Self> {
        context.desk.reviews.of(id).into_iter().map(|record| Self::new(record, context)).collect()
    }

    fn new(record: &Record, context: &Context) -> Self {
        let (verdict, verdict_words) = match record.verdict {
            ReviewVerdict::Confirmed => ("confirmed", context.text("desk-confirmed", &[])),
            ReviewVerdict::Contested => ("contested", context.text("desk-contested", &[])),
        };
        let (materiality, materiality_words) = match record.materiality {
            None => ("", String::new()),
            Some(Materiality::High) => ("high", context.text("desk-materiality-high", &[])),
            Some(Materiality::Medium) => ("medium", context.text("desk-materiality-medium", &[])),
            Some(Materiality::Low) => ("low", context.text("desk-materiality-low", &[])),
        };
        Self {
            reviewer: record.reviewer.clone(),
            on: record.on.to_string(),
            verdict,
            verdict_words,
            materiality,
            materiality_words,
            line: record.line.clone(),
            note: record.note.clone(),
        }
    }
}

/// What has changed since an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionView {
    /// The date that the earlier edition was asked for, ISO.
    pub since: String,
    /// New findings.
    pub new: Vec<EditionRow>,
    /// Findings with another severity or another sentence now.
    pub changed: Vec<EditionRow>,
    /// Findings that are no more.
    pub gone: Vec<EditionRow>,
    /// Number of findings that are as they were.
    pub unchanged: usize,
}

/// A finding in the account of changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionRow {
    /// Fingerprint.
    pub id: String,
    /// Codes on both sides: one where they are the same.
    pub codes: Vec<String>,
    /// What it says now, or said if it is no more.
    pub says: String,
    /// What it said before, with its severity; empty where nothing changed or it is new.
    pub said: String,
}

impl EditionView {
    /// Words what has changed; `now` gives codes and sentence of a finding of this edition.
    pub(super) fn new(edition: &Edition, now: impl Fn(&str) -> Option<(Vec<String>, String)>) -> Self {
        let row = |id: &str, said: String| {
            let (codes, says) = now(id).unwrap_or_default();
            EditionRow { id: id.to_owned(), codes, says, said }
        };
        let before = |finding: &PastFinding| format!("{} ({})", finding.explanation, words::severity_key(finding.severity));
        Self {
            since: edition.since.clone(),
            new: edition.new.iter().map(|id| row(id, String::new())).collect(),
            changed: edition.changed.iter().map(|finding| row(&finding.id, before(finding))).collect(),
            gone: edition.gone.iter().map(gone).collect(),
            unchanged: edition.unchanged,
        }
    }
}

fn gone(finding: &PastFinding) -> EditionRow {
    let mut codes: Vec<String> = [&finding.left, &finding.right].into_iter().flatten().map(|side| side.code.clone()).collect();
    codes.dedup();
    EditionRow { id: finding.id.clone(), codes, says: finding.explanation.clone(), said: String::new() }
}
