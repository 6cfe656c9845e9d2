//! Baselines: findings that a reader has accepted, each with a reason and an expiry date.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One accepted finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The finding's fingerprint.
    pub id: String,
    /// Why it is accepted.
    pub reason: String,
    /// The last day on which it is accepted.
    pub until: Date,
}

/// A baseline file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The accepted findings.
    pub accepted: Vec<Accepted>,
}

/// Why a baseline cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// The file is not in the form of a baseline.
    #[error("the baseline is not well formed: {0}")]
    Form(String),
    /// A line lacks its reason.
    #[error("the baseline line for finding {0} has no reason; say why the finding is accepted")]
    NoReason(String),
}

impl Baseline {
    /// Reads a baseline.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let baseline: Self = serde_yaml::from_str(text).map_err(|e| BaselineError::Form(e.to_string()))?;
        match baseline.accepted.iter().find(|a| a.reason.trim().is_empty()) {
            Some(line) => Err(BaselineError::NoReason(line.id.clone())),
            None => Ok(baseline),
        }
    }

    /// The reason that accepts a finding on a day, if one does.
    pub(crate) fn accepts(&self, id: &str, day: Date) -> Option<&str> {
        self.accepted.iter().find(|a| a.id == id && day <= a.until).map(|a| a.reason.as_str())
    }
}
