//! Workflow commands that GitHub Actions shows as annotations.

use super::{headline, message};
use crate::view::{LedgerRow, LedgerView};

/// One workflow command a finding, the gravest first: what fails the run if anything can, else every finding that no baseline accepts.
///
/// GitHub shows ten annotations of each kind a step; the last line tells how many findings there are.
pub fn github(ledger: &LedgerView) -> String {
    let mut shown: Vec<&LedgerRow> =
        ledger.findings.iter().filter(|row| if ledger.fail_on.is_empty() { row.finding.accepted.is_empty() } else { row.fails }).collect();
    shown.sort_by_key(|row| level(row.finding.severity));
    let mut out = String::new();
    for row in &shown {
        let kind = ["error", "warning", "notice"][level(row.finding.severity)];
        let title = format!("{}: {} ({}, {})", headline(row), row.finding.verdict, row.finding.severity, row.finding.rule);
        let place = row.place().map(|place| [("file", place.file.clone()), ("line", place.line.to_string())]);
        let place = place.into_iter().flatten();
        let properties: Vec<(&str, String)> = place.chain([("title", title)]).collect();
        out.push_str(&command(kind, &properties, &format!("{} [{}]", message(row), row.finding.id)));
    }
    for line in &ledger.stale_baseline {
        out.push_str(&command("warning", &[("title", "a baseline line matches no finding".to_owned())], &crate::escape::visible(line)));
    }
    let accepted = ledger.findings.iter().filter(|row| !row.finding.accepted.is_empty()).count();
    let told = format!(
        "concord compare {} {}: {} findings, {} of them accepted, {} fail this run.",
        ledger.left.code,
        ledger.right.code,
        ledger.findings.len(),
        accepted,
        ledger.failing()
    );
    out.push_str(&command("notice", &[("title", "concord".to_owned())], &told));
    out
}

/// The rank of a severity's kind of annotation, and its place among the kinds.
fn level(severity: &str) -> usize {
    match severity {
        "major" => 0,
        "moderate" => 1,
        _ => 2,
    }
}

/// A workflow command on a line of its own.
fn command(kind: &str, properties: &[(&str, String)], message: &str) -> String {
    let properties: Vec<String> = properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();
    format!("::{kind} {}::{}\n", properties.join(","), data(message))
}

/// Escapes the message of a command: a line break would end it and could begin another.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command: colons and commas separate properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_begins_a_command_or_ends_a_property() {
        let hostile = "a\n::error::b %0A::warning::c\r\nd, title=x: y";
        let line = command("notice", &[("title", hostile.to_owned())], hostile);
        assert_eq!(line.lines().count(), 1);
        assert_eq!(
            line,
            "::notice title=a%0A%3A%3Aerror%3A%3Ab %250A%3A%3Awarning%3A%3Ac%0D%0Ad%2C title=x%3A y::a%0A::error::b %250A::warning::c%0D%0Ad, title=x: y\n"
        );
    }
}
