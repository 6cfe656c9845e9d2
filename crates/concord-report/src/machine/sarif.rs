//! SARIF 2.1.0, the OASIS format for results of static analysis.

use std::collections::BTreeSet;

use concord_compare::Rule;
use serde_json::{Map, Value, json};

use super::{headline, message};
use crate::view::{CitedView, GoneRow, LedgerRow, LedgerView, PlaceView, SideView};

/// The schema that a log names.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The key of the partial fingerprint; the number rises if what goes into a fingerprint changes.
const FINGERPRINT: &str = "concordFinding/v1";

/// A log of one run, indented, with a final line break. `rules` are the rules to describe; those that found nothing are left out.
///
/// A finding that could not be decided is `open` and without level. Where an earlier edition or a baseline was given, each finding says how it stands
/// to it; what a baseline accepts is suppressed, and what is no more is `absent`. A place in a file is given only where the definitions were read from files; else the locations are logical: the codes.
pub fn sarif(ledger: &LedgerView, rules: &[Rule], version: &str) -> String {
    let used: BTreeSet<&str> = ledger.findings.iter().map(|row| row.finding.rule.as_str()).collect();
    let rules: Vec<&Rule> = rules.iter().filter(|rule| used.contains(rule.id.as_str())).collect();
    let present = ledger.findings.iter().map(|row| result(ledger, row, &rules));
    let results: Vec<Value> = present.chain(ledger.gone.iter().map(absent)).collect();
    let pair = format!("{}-{}", ledger.left.code, ledger.right.code);
    let publications: Vec<Value> = [&ledger.left, &ledger.right].into_iter().filter_map(publication).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "concord",
                    "semanticVersion": version,
                    "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<Value>>(),
                },
            },
            "automationDetails": {
                "id": format!("concord/compare/{pair}/{}", ledger.as_of),
                "description": { "text": format!("{} and {} compared as of {}", ledger.left.place.name, ledger.right.place.name, ledger.as_of) },
            },
            "language": "en",
            "invocations": [{ "executionSuccessful": true, "toolExecutionNotifications": notifications(ledger) }],
            "artifacts": publications,
            "results": results,
        }],
    });
    crate::escape::json(format!("{log:#}\n"))
}

/// The official publication of a list.
fn publication(side: &SideView) -> Option<Value> {
    let text = format!("{}, as of {}: {}", side.title, side.as_of, side.document);
    (!side.url.is_empty()).then(|| json!({ "location": { "uri": side.url }, "description": { "text": text } }))
}

fn notifications(ledger: &LedgerView) -> Vec<Value> {
    let note = |line: &String| json!({ "level": "warning", "message": { "text": format!("A baseline line matches no finding: {line}") } });
    ledger.stale_baseline.iter().map(note).collect()
}

fn descriptor(rule: &Rule) -> Value {
    let severity = crate::words::severity_key(rule.severity);
    let help = [
        ("What it finds", &rule.finds),
        ("To an exporter", &rule.exporter),
        ("To a regulator", &rule.regulator),
        ("What would close it", &rule.remedy),
    ];
    let text: Vec<String> = help.iter().map(|(title, text)| format!("{title}: {text}")).collect();
    let markdown: Vec<String> = help.iter().map(|(title, text)| format!("**{title}.** {}", crate::escape::markdown(text))).collect();
    json!({
        "id": rule.id,
        "name": pascal(&rule.id),
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.finds },
        "help": { "text": text.join("\n"), "markdown": markdown.join("\n\n") },
        "defaultConfiguration": { "level": level(severity) },
        "properties": {
            "tags": ["export-control", rule.topic],
            "topic": rule.topic,
            "direction": crate::words::direction_key(rule.direction),
            "severity": severity,
        },
    })
}

fn result(ledger: &LedgerView, row: &LedgerRow, rules: &[&Rule]) -> Value {
    let finding = &row.finding;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
    put("ruleId", json!(finding.rule));
    if let Some(index) = rules.iter().position(|rule| rule.id == finding.rule) {
        put("ruleIndex", json!(index));
    }
    let undecided = finding.direction == "incomparable";
    put("kind", json!(if undecided { "open" } else { "fail" }));
    put("level", json!(if undecided { "none" } else { level(finding.severity) }));
    put("message", json!({ "text": format!("{}: {}. {}", headline(row), finding.verdict, message(row)) }));
    let sides = [
        finding.left.as_ref().map(|cited| location(&ledger.left, cited, row.left_place.as_ref(), row)),
        finding.right.as_ref().map(|cited| location(&ledger.right, cited, row.right_place.as_ref(), row)),
    ];
    let mut sides = sides.into_iter().flatten();
    if let Some(mut first) = sides.next() {
        // What a result's own location says stands in its message.
        if let Some(first) = first.as_object_mut() {
            first.remove("message");
        }
        put("locations", json!([first]));
    } else if !finding.parameter.is_empty() {
        // A defined word stands in no paragraph of its own.
        put("locations", json!([{ "logicalLocations": [{ "name": finding.parameter, "kind": "term" }] }]));
    }
    let related: Vec<Value> = sides.collect();
    if !related.is_empty() {
        put("relatedLocations", json!(related));
    }
    put("partialFingerprints", json!({ FINGERPRINT: finding.id }));
    if !finding.accepted.is_empty() {
        put(
            "suppressions",
            json!([{ "kind": "external", "status": "accepted", "justification": crate::escape::visible(&finding.accepted) }]),
        );
    }
    if !row.state.is_empty() {
        put("baselineState", json!(row.state));
    }
    put("properties", properties(row));
    Value::Object(out)
}

/// A finding of an earlier edition that is no more.
fn absent(gone: &GoneRow) -> Value {
    json!({
        "ruleId": gone.rule,
        "kind": "notApplicable",
        "level": "none",
        "message": { "text": crate::escape::visible(&gone.said) },
        "partialFingerprints": { FINGERPRINT: gone.id },
        "baselineState": "absent",
    })
}

/// One side as a location: its code, and where the definitions were read from files, the place of the code.
fn location(side: &SideView, cited: &CitedView, place: Option<&PlaceView>, row: &LedgerRow) -> Value {
    let kind = if row.finding.stratum.is_empty() { "provision" } else { "paragraph" };
    let mut out = Map::new();
    if let Some(place) = place {
        let physical = json!({ "artifactLocation": { "uri": uri(&place.file) }, "region": { "startLine": place.line } });
        out.insert("physicalLocation".to_owned(), physical);
    }
    let name = format!("{}:{}", side.code, cited.code);
    out.insert("logicalLocations".to_owned(), json!([{ "name": cited.code, "fullyQualifiedName": name, "kind": kind }]));
    let text = crate::escape::visible(&format!("{}: {} ({})", side.place.short, cited.states, cited.citation));
    out.insert("message".to_owned(), json!({ "text": text }));
    Value::Object(out)
}

fn properties(row: &LedgerRow) -> Value {
    let finding = &row.finding;
    let sources: Vec<&str> = [&finding.left, &finding.right].into_iter().flatten().map(|side| side.citation.as_str()).collect();
    json!({
        "severity": finding.severity,
        "direction": finding.direction,
        "topic": row.finding.topic,
        "layer": row.layer_key,
        "category": row.finding.category,
        "stratum": row.finding.stratum,
        "destination": finding.destination,
        "parameter": finding.parameter,
        "witnesses": finding.witnesses,
        "sources": sources,
        "follows": finding.follows,
        "reviews": finding.reviews,
    })
}

fn level(severity: &str) -> &'static str {
    match severity {
        "major" => "error",
        "moderate" => "warning",
        _ => "note",
    }
}

/// An id as a name: `threshold-left-stricter` as `ThresholdLeftStricter`.
fn pascal(id: &str) -> String {
    id.split('-').map(crate::words::capitalised).collect()
}

/// A path as a relative or absolute reference: what no reference may hold is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            use std::fmt::Write as _;
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_paths_have_the_forms_asked_for() {
        assert_eq!(pascal("threshold-left-stricter"), "ThresholdLeftStricter");
        assert_eq!(uri("my data\\eu/ä.yaml"), "my%20data/eu/%C3%A4.yaml");
    }
}
