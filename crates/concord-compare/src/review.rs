//! What analysts have recorded about findings: who looked, when, and what they made of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whether an analyst stands by a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewVerdict {
    /// Checked against both texts and found right.
    Confirmed,
    /// Held to be wrong, or open to another reading.
    Contested,
}

/// How much a finding matters to the analyst's own side, whatever its severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Materiality {
    /// Worth a negotiating point.
    High,
    /// Worth a mention.
    Medium,
    /// Worth knowing.
    Low,
}

/// One analyst's record on one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The finding's fingerprint.
    pub id: String,
    /// Who looked.
    pub reviewer: String,
    /// On which day.
    pub on: Date,
    /// Whether the finding stands.
    pub verdict: ReviewVerdict,
    /// How much it matters; none where the analyst does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materiality: Option<Materiality>,
    /// The line recommended to a negotiator; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// Why: needed where the finding is contested.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A review file: records in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reviews {
    /// The records.
    pub reviewed: Vec<Record>,
}

/// A record that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// A contested finding without a reason.
    #[error("the record on finding {0} contests it without a note; say why")]
    NoNote(String),
    /// Two records of one reviewer on one finding.
    #[error("{1} has two records on finding {0}; keep the later one")]
    Twice(String, String),
    /// A record without a reviewer.
    #[error("the record on finding {0} names no reviewer")]
    NoReviewer(String),
}

impl Reviews {
    /// The records, if each says what it must.
    ///
    /// # Errors
    /// The first record that lacks a reviewer or a reason, or repeats another.
    pub fn checked(self) -> Result<Self, ReviewError> {
        for (at, record) in self.reviewed.iter().enumerate() {
            if record.reviewer.trim().is_empty() {
                return Err(ReviewError::NoReviewer(record.id.clone()));
            }
            if record.verdict == ReviewVerdict::Contested && record.note.trim().is_empty() {
                return Err(ReviewError::NoNote(record.id.clone()));
            }
            if self.reviewed[..at].iter().any(|other| other.id == record.id && other.reviewer == record.reviewer) {
                return Err(ReviewError::Twice(record.id.clone(), record.reviewer.clone()));
            }
        }
        Ok(self)
    }

    /// The records on a finding, the latest first.
    pub fn of<'r>(&'r self, id: &str) -> Vec<&'r Record> {
        let mut records: Vec<&Record> = self.reviewed.iter().filter(|record| record.id == id).collect();
        records.sort_by_key(|record| std::cmp::Reverse(record.on));
        records
    }

    /// Fingerprints on record that none of the findings has any more.
    pub fn stale(&self, found: impl Fn(&str) -> bool) -> Vec<&str> {
        let mut out: Vec<&str> = self.reviewed.iter().map(|record| record.id.as_str()).filter(|id| !found(id)).collect();
        out.dedup();
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(reviewer: &str, verdict: ReviewVerdict, note: &str) -> Record {
        Record {
            id: "0123456789ab".to_owned(),
            reviewer: reviewer.to_owned(),
            on: jiff::civil::date(2030, 1, 2),
            verdict,
            materiality: None,
            line: String::new(),
            note: note.to_owned(),
        }
    }

    #[test]
    fn a_contested_finding_needs_a_reason() {
        let reviews = Reviews { reviewed: vec![record("A. Weaver", ReviewVerdict::Contested, " ")] };
        assert_eq!(reviews.checked(), Err(ReviewError::NoNote("0123456789ab".to_owned())));
    }

    #[test]
    fn a_reviewer_speaks_once_on_a_finding() {
        let twice = vec![record("A. Weaver", ReviewVerdict::Confirmed, ""), record("A. Weaver", ReviewVerdict::Confirmed, "")];
        assert!(matches!(Reviews { reviewed: twice }.checked(), Err(ReviewError::Twice(..))));
        let two = vec![record("A. Weaver", ReviewVerdict::Confirmed, ""), record("B. Dyer", ReviewVerdict::Contested, "Other reading.")];
        let reviews = Reviews { reviewed: two }.checked().unwrap();
        assert_eq!(reviews.of("0123456789ab").len(), 2);
        assert_eq!(reviews.stale(|_| false), ["0123456789ab"]);
        assert!(reviews.stale(|_| true).is_empty());
    }
}
