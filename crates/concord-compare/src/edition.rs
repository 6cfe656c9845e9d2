//! What has changed since an earlier edition of a report: fingerprints tell which findings are the same.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Direction, Finding, Severity};

/// An earlier comparison of the same two jurisdictions, as its JSON document tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PastEdition {
    /// The left list.
    pub left: PastSide,
    /// The right list.
    pub right: PastSide,
    /// The date the question was asked for, ISO.
    pub as_of: String,
    /// Its findings.
    pub divergences: Vec<PastFinding>,
}

/// One side of an earlier comparison.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PastSide {
    /// Jurisdiction code.
    pub jurisdiction: String,
    /// Date as of which its list held, ISO.
    pub as_of: String,
}

/// A finding of an earlier edition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PastFinding {
    /// Fingerprint.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// Who controlled more.
    pub direction: Direction,
    /// How much it mattered.
    pub severity: Severity,
    /// The left text, if it had the control.
    pub left: Option<PastCited>,
    /// The right text, if it had the control.
    pub right: Option<PastCited>,
    /// Its sentence.
    pub explanation: String,
}

/// One side of an earlier finding.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PastCited {
    /// The paragraph's code; the attribute or term of a rule outside the lists.
    pub code: String,
}

/// What has changed since an earlier edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The date that the earlier edition was asked for, ISO.
    pub since: String,
    /// Fingerprints of findings that it did not have, in the order of the report.
    pub new: Vec<String>,
    /// Findings that are no more, in its order.
    pub gone: Vec<PastFinding>,
    /// Findings with another severity or another sentence now, as they were, in the order of the report.
    pub changed: Vec<PastFinding>,
    /// Number of findings that are as they were.
    pub unchanged: usize,
}

impl Edition {
    /// What has changed from `past` to these findings.
    pub fn since<'f>(past: &PastEdition, findings: impl Iterator<Item = &'f Finding>) -> Self {
        Self::between(past, findings.map(|finding| (finding.id.as_str(), finding.severity, finding.explanation.english())))
    }

    /// What has changed from `past` to findings given as fingerprint, severity and sentence.
    fn between<'f>(past: &PastEdition, now: impl Iterator<Item = (&'f str, Severity, &'f str)>) -> Self {
        let mut before: BTreeMap<&str, &PastFinding> = past.divergences.iter().map(|finding| (finding.id.as_str(), finding)).collect();
        let mut out = Self { since: past.as_of.clone(), ..Self::default() };
        for (id, severity, explanation) in now {
            match before.remove(id) {
                None => out.new.push(id.to_owned()),
                Some(was) if was.severity == severity && was.explanation == explanation => out.unchanged += 1,
                Some(was) => out.changed.push(was.clone()),
            }
        }
        out.gone = past.divergences.iter().filter(|finding| before.contains_key(finding.id.as_str())).cloned().collect();
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(ids: &[(&str, &str)]) -> PastEdition {
        let finding = |(id, explanation): &(&str, &str)| PastFinding {
            id: (*id).to_owned(),
            rule: "threshold".to_owned(),
            direction: Direction::LeftStricter,
            severity: Severity::Moderate,
            left: None,
            right: None,
            explanation: (*explanation).to_owned(),
        };
        let side = |code: &str| PastSide { jurisdiction: code.to_owned(), as_of: "2029-01-01".to_owned() };
        PastEdition { left: side("aa"), right: side("bb"), as_of: "2029-01-01".to_owned(), divergences: ids.iter().map(finding).collect() }
    }

    #[test]
    fn findings_are_new_gone_changed_or_the_same() {
        let now = [("a", "Eight."), ("b", "Ten."), ("d", "New.")].map(|(id, says)| (id, Severity::Moderate, says));
        let edition = Edition::between(&past(&[("a", "Eight."), ("b", "Nine."), ("c", "Old.")]), now.into_iter());
        assert_eq!((edition.new, edition.unchanged), (vec!["d".to_owned()], 1));
        assert_eq!(edition.gone.iter().map(|f| f.id.as_str()).collect::<Vec<_>>(), ["c"]);
        assert_eq!(edition.changed.iter().map(|f| f.id.as_str()).collect::<Vec<_>>(), ["b"]);
    }
}
