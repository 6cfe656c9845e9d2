//! Comma-separated values that no spreadsheet takes for formulas.

use crate::view::{CitedView, LedgerRow, LedgerView, ReviewView};

/// A column of the findings.
pub struct Column {
    /// Its name in the first line.
    pub name: &'static str,
    /// What it holds.
    pub holds: &'static str,
    value: fn(&LedgerView, &LedgerRow) -> String,
}

/// The columns of the findings, in their order. New ones are only ever added at the end.
pub const COLUMNS: &[Column] = &[
    column("finding", "fingerprint, 12 hex digits; the same as long as rule, codes, parameter and direction are", |_, row| {
        row.finding.id.clone()
    }),
    column("left", "code of the left jurisdiction", |ledger, _| ledger.left.code.clone()),
    column("right", "code of the right jurisdiction", |ledger, _| ledger.right.code.clone()),
    column("as_of", "the date asked for, ISO", |ledger, _| ledger.as_of.clone()),
    column("topic", "topic of the vocabulary", |_, row| row.finding.topic.clone()),
    column("category", "category of the list; empty for a rule outside the lists", |_, row| row.finding.category.clone()),
    column("stratum", "where the control comes from; empty for a rule outside the lists", |_, row| row.finding.stratum.clone()),
    column("layer", "layer of control", |_, row| row.layer_key.to_owned()),
    column("destination", "destination, for layers that depend on one", |_, row| row.finding.destination.clone()),
    column("rule", "id of the divergence rule", |_, row| row.finding.rule.clone()),
    column("direction", "`left-stricter`, `right-stricter`, `overlap`, `incomparable` or `unknown`", |_, row| {
        row.finding.direction.to_owned()
    }),
    column("severity", "`major`, `moderate`, `minor` or `info`", |_, row| row.finding.severity.to_owned()),
    column("verdict", "who controls more, in words", |_, row| row.finding.verdict.clone()),
    column("left_code", "left paragraph; the attribute or term of a rule outside the lists", |_, row| left(row, |side| &side.code)),
    column("left_subject", "what the left paragraph is about", |_, row| left(row, |side| &side.subject)),
    column("left_states", "what the left side states on the point at issue", |_, row| left(row, |side| &side.states)),
    column("left_citation", "pinpoint citation of the left side", |_, row| left(row, |side| &side.citation)),
    column("right_code", "right paragraph, attribute or term", |_, row| right(row, |side| &side.code)),
    column("right_subject", "what the right paragraph is about", |_, row| right(row, |side| &side.subject)),
    column("right_states", "what the right side states on the point at issue", |_, row| right(row, |side| &side.states)),
    column("right_citation", "pinpoint citation of the right side", |_, row| right(row, |side| &side.citation)),
    column("parameter", "the parameter, attribute or term at issue; empty if it is none", |_, row| row.finding.parameter.clone()),
    column("explanation", "one or two sentences", |_, row| row.finding.explanation.clone()),
    column("witnesses", "items listed on one side only, a sentence each", |_, row| row.finding.witnesses.join(" ")),
    column("reasons", "what stopped the comparison, for `incomparable`", |_, row| row.finding.reasons.join(" ")),
    column("follows", "paragraphs that only follow this difference", |_, row| row.finding.follows.join("; ")),
    column("accepted", "reason of the baseline line that accepts it; empty if none does", |_, row| row.finding.accepted.clone()),
    column("left_url", "address of the official publication that the left side cites; empty if none is known", |_, row| {
        left(row, |side| &side.url)
    }),
    column("right_url", "address of the official publication that the right side cites; empty if none is known", |_, row| {
        right(row, |side| &side.url)
    }),
    column(
        "state",
        "`new`, `updated` or `unchanged` since the earlier edition or beside the baseline given; empty without either",
        |_, row| row.state.to_owned(),
    ),
    column("reviewed", "an analyst's latest record: `confirmed` or `contested`; empty if there is none", |_, row| {
        review(row, |review| review.verdict)
    }),
    column("reviewer", "who recorded it", |_, row| review(row, |review| &review.reviewer)),
    column("reviewed_on", "the day of the record, ISO", |_, row| review(row, |review| &review.on)),
    column("materiality", "`high`, `medium` or `low` as recorded", |_, row| review(row, |review| review.materiality)),
    column("line", "the recommended line", |_, row| review(row, |review| &review.line)),
    column("review_note", "why, as recorded", |_, row| review(row, |review| &review.note)),
];

const fn column(name: &'static str, holds: &'static str, value: fn(&LedgerView, &LedgerRow) -> String) -> Column {
    Column { name, holds, value }
}

fn left(row: &LedgerRow, part: fn(&CitedView) -> &String) -> String {
    row.finding.left.as_ref().map_or_else(String::new, |side| part(side).clone())
}

fn right(row: &LedgerRow, part: fn(&CitedView) -> &String) -> String {
    row.finding.right.as_ref().map_or_else(String::new, |side| part(side).clone())
}

/// A part of the latest record on a finding.
fn review(row: &LedgerRow, part: fn(&ReviewView) -> &str) -> String {
    row.finding.reviews.first().map_or_else(String::new, |review| part(review).to_owned())
}

/// All findings of a ledger, accepted ones included, with the names of the columns in the first line.
pub fn findings(ledger: &LedgerView) -> String {
    let mut out = line(COLUMNS.iter().map(|column| column.name));
    for row in &ledger.findings {
        out.push_str(&line(COLUMNS.iter().map(|column| (column.value)(ledger, row))));
    }
    out
}

/// One line: cells with commas between them and a line feed at the end.
///
/// A cell with a comma, a quote or a line break stands in quotes (RFC 4180). A cell that a spreadsheet would take for a formula begins
/// with an apostrophe, unless it is a number. Characters that hide or turn the direction of writing are shown by number.
pub fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let mut out = cells.into_iter().map(|text| cell(text.as_ref())).collect::<Vec<_>>().join(",");
    out.push('\n');
    out
}

fn cell(text: &str) -> String {
    let mark = if is_formula(text) { "'" } else { "" };
    let text = format!("{mark}{}", crate::escape::visible(text));
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// Whether a spreadsheet may take a text for a formula: it begins, blanks apart, with a sign that starts one, full-width signs included.
pub(crate) fn is_formula(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    (text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(signs)) && text.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{ff1d}1", "=HYPERLINK(\"x\")"] {
            assert!(cell(text).trim_start_matches('"').starts_with('\''), "{text:?}");
        }
        for text in ["-40", "+1.5e3", "3A001", ">=8 bit", "a=b"] {
            assert_eq!(cell(text), text);
        }
    }

    #[test]
    fn commas_quotes_and_breaks_stand_in_quotes() {
        assert_eq!(line(["a,b", "say \"x\"", "two\nlines", "plain"]), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain\n");
    }
}
