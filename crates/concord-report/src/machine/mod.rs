//! Findings in formats that other programs read: CSV, JSON Lines, SARIF, JUnit and GitHub annotations.
//!
//! Each renderer lays out the same [`LedgerView`](crate::view::LedgerView); none of them decides what fails a run.

pub mod csv;
mod github;
mod jsonl;
mod junit;
pub mod sarif;

pub use github::github;
pub use jsonl::{FindingLine, finding_schema, jsonl};
pub use junit::junit;
pub use sarif::sarif;

use crate::view::LedgerRow;

/// The explanation of a finding with its witnesses and what stopped the comparison, in one paragraph.
fn message(row: &LedgerRow) -> String {
    let finding = &row.finding;
    let parts = [&finding.explanation].into_iter().chain(&finding.witnesses).chain(&finding.reasons).map(String::as_str);
    let text = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    crate::escape::visible(&text)
}

/// What a finding is about in one line: codes, subject, parameter.
fn headline(row: &LedgerRow) -> String {
    let finding = &row.finding;
    // The code of a rule outside the lists is its attribute, which says less than the question.
    let codes = if row.finding.stratum.is_empty() && !finding.subject.is_empty() { String::new() } else { finding.codes.join(" / ") };
    let parameter = if row.finding.stratum.is_empty() { "" } else { finding.parameter.as_str() };
    let parts = [codes.as_str(), finding.subject.as_str(), parameter];
    crate::escape::visible(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
