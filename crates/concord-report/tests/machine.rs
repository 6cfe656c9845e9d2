//! The formats for other programs, on a small comparison of two invented lists and on labels made to break out of them.
#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

mod records;
mod sample;

use concord_compare::{Comparison, Finding, Rule, Severity};
use concord_report::json::CompareDocument;
use concord_report::machine;
use concord_report::view::{Gate, LedgerView, PlaceView};
use serde_json::Value;

/// Labels that mean something to one format or another.
const HOSTILE: [&str; 6] = [
    "=HYPERLINK(\"https://x.example\",\"y\")",
    "@SUM(A1)\n::error title=x::y",
    "a \"quoted\", b%0A::warning::c\r\n##[error]d",
    "]]><failure/> & <b>",
    "nul \u{0} escape \u{1b}[31m bell \u{7}",
    "turned \u{202e}around\u{202c}, hidden \u{200b}blank",
];

fn rules() -> Vec<Rule> {
    let text = "{id: threshold, title: A limit is set at another value, topic: list-scope, observes: threshold, direction: left-stricter, no_mirror: a test, \
                severity: moderate, finds: 'Limits <that> differ.', exporter: An item., regulator: A gap., remedy: One limit., explanation: x}";
    vec![Rule::parse("threshold.yaml", text).unwrap()]
}

fn ledger(comparison: &Comparison, fail_on: Option<Severity>) -> LedgerView {
    LedgerView::new(comparison, None, &sample::context(), Gate { fail_on, baseline: true })
}

fn sample_ledger() -> LedgerView {
    ledger(&sample::comparison(), Some(Severity::Moderate))
}

fn hostile() -> Comparison {
    let mut comparison = sample::comparison();
    let kind = comparison.findings[0].clone();
    comparison.findings = HOSTILE.iter().enumerate().map(|(at, label)| disguised(&kind, at, label)).collect();
    comparison.stale_baseline = vec![HOSTILE[1].to_owned()];
    comparison
}

/// A finding with a label in every text.
fn disguised(kind: &Finding, at: usize, label: &str) -> Finding {
    let mut finding = Finding { id: format!("{at:012}"), explanation: label.into(), parameter: Some(label.to_owned()), ..kind.clone() };
    for side in [&mut finding.left, &mut finding.right].into_iter().flatten() {
        side.subject = label.into();
        side.states = label.into();
    }
    finding.accepted = (at % 2 == 1).then(|| label.to_owned());
    finding
}

#[test]
fn csv() {
    insta::assert_snapshot!(machine::csv::findings(&sample_ledger()));
}

#[test]
fn jsonl() {
    insta::assert_snapshot!(machine::jsonl(&CompareDocument::new(&sample::comparison(), &sample::context())).unwrap());
}

#[test]
fn sarif() {
    insta::assert_snapshot!(machine::sarif(&sample_ledger(), &rules(), "1.2.3"));
}

#[test]
fn junit() {
    insta::assert_snapshot!(machine::junit(&sample_ledger()));
}

#[test]
fn github() {
    insta::assert_snapshot!(machine::github(&sample_ledger()));
}

#[test]
fn without_a_gate_nothing_fails_and_github_shows_all_that_is_not_accepted() {
    let ledger = ledger(&sample::comparison(), None);
    assert_eq!(ledger.failing(), 0);
    let junit = machine::junit(&ledger);
    let junit = roxmltree::Document::parse(&junit).unwrap();
    assert_eq!(junit.descendants().filter(|n| n.has_tag_name("failure")).count(), 0);
    assert_eq!(machine::github(&ledger).lines().count(), ledger.findings.len() - 1 + ledger.stale_baseline.len() + 1);
}

#[test]
fn places_in_files_are_physical_locations_and_annotations() {
    let place = |_: &str, code: &str| (code == "1A001.b").then(|| PlaceView { file: "my data/bb.yaml".to_owned(), line: 7 });
    let ledger = sample_ledger().with_places(place);
    let log: Value = serde_json::from_str(&machine::sarif(&ledger, &rules(), "1.2.3")).unwrap();
    let related = &log["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["artifactLocation"]["uri"], "my%20data/bb.yaml");
    assert_eq!(related["region"]["startLine"], 7);
    assert!(machine::github(&ledger).starts_with("::error file=my data/bb.yaml,line=7,title="));
}

#[test]
fn no_label_breaks_out_of_csv() {
    let records = records::records(&machine::csv::findings(&ledger(&hostile(), None)));
    assert_eq!(records.len(), HOSTILE.len() + 1);
    for record in &records {
        assert_eq!(record.len(), machine::csv::COLUMNS.len());
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{record:?}");
    }
    let subject = machine::csv::COLUMNS.iter().position(|column| column.name == "left_subject").unwrap();
    let shown: Vec<&str> = records[1..].iter().map(|record| record[subject].trim_start_matches('\'')).collect();
    // Line breaks stay; control characters are blanks, and what turns the direction of writing is shown by number.
    let expected = HOSTILE.map(|label| {
        label
            .replace(['\r', '\u{0}', '\u{1b}', '\u{7}'], " ")
            .replace('\u{202e}', "U+202E")
            .replace('\u{202c}', "U+202C")
            .replace('\u{200b}', "U+200B")
    });
    assert_eq!(shown, expected);
}

#[test]
fn no_label_breaks_out_of_json_lines_or_sarif() {
    let lines = machine::jsonl(&CompareDocument::new(&hostile(), &sample::context())).unwrap();
    assert_eq!(lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count(), HOSTILE.len());
    let log: Value = serde_json::from_str(&machine::sarif(&ledger(&hostile(), None), &rules(), "1")).unwrap();
    let text = log["runs"][0]["results"][5]["message"]["text"].as_str().unwrap();
    assert!(text.contains("U+202E") && !text.contains('\u{202e}'), "{text}");
}

#[test]
fn no_label_breaks_out_of_junit() {
    let text = machine::junit(&ledger(&hostile(), Some(Severity::Info)));
    let document = roxmltree::Document::parse(&text).unwrap();
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!((count("testcase"), count("failure"), count("skipped")), (6, 3, 3));
}

#[test]
fn no_label_begins_a_workflow_command() {
    for line in machine::github(&ledger(&hostile(), None)).lines() {
        let (kind, rest) = line.strip_prefix("::").and_then(|line| line.split_once(' ')).unwrap();
        assert!(["error", "warning", "notice"].contains(&kind), "{line}");
        assert!(rest.starts_with("title="), "{line}");
    }
}

#[test]
fn every_line_has_what_its_schema_requires() {
    let schema = machine::finding_schema();
    let required: Vec<&str> = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let properties = schema["properties"].as_object().unwrap();
    for line in machine::jsonl(&CompareDocument::new(&sample::comparison(), &sample::context())).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let line = line.as_object().unwrap();
        assert!(required.iter().all(|key| line.contains_key(*key)));
        assert!(line.keys().all(|key| properties.contains_key(key)));
    }
}

#[test]
fn the_columns_stand_in_the_documentation() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md");
    let text = std::fs::read_to_string(path).unwrap();
    let rows: Vec<String> = machine::csv::COLUMNS.iter().map(|column| format!("| `{}` | {} |\n", column.name, column.holds)).collect();
    let rows = rows.concat();
    assert!(text.contains(&rows), "docs/formats.md should hold\n{rows}");
}
