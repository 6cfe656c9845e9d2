//! Runs `rules_diagnostics.md`: every diagnostic of the rule layer on a small file of its own.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;

use concord_model::{Diagnostic, RuleFile, check_rules, explanations, load_rules};

/// Files that every case stands beside, unless it holds one of the same path.
const BESIDE: [(&str, &str); 4] = [
    (
        "vocabulary/records.yaml",
        "topic: records\ntitle: Records\nabout: What must be kept.\nlayer: duties\nattributes:\n  record-duty: {question: Must records be kept?, why: Proof., type: yes-no, stricter: yes, weight: 2}\n  retention-period: {question: For how long?, why: Proof., type: duration, stricter: more, none: lowest, weight: 3}\n",
    ),
    (
        "vocabulary/terms.yaml",
        "terms:\n  export: {label: export, covers: {goods-out: sending goods out, oral: word of mouth}, limits: {}}\n",
    ),
    ("xx/instruments.yaml", "instruments:\n  act: {title: Example act, kind: act}\n"),
    ("xx/jurisdiction.yaml", "code: xx\nname: Exland\nshort: Exland\nadjective: Exlandish\n"),
];

struct Case<'a> {
    title: &'a str,
    path: &'a str,
    yaml: &'a str,
    expected: Vec<&'a str>,
}

/// Each case is a heading with the code, the file's path in backquotes, a YAML block and a list of places with codes.
fn cases(page: &str) -> Vec<Case<'_>> {
    page.split("\n## ")
        .skip(1)
        .map(|section| {
            let (title, rest) = section.split_once('\n').unwrap();
            let (before, rest) = rest.split_once("```yaml\n").unwrap();
            let path = before.split('`').nth(1).unwrap();
            let (yaml, rest) = rest.split_once("```").unwrap();
            Case { title, path, yaml, expected: rest.lines().filter_map(|l| l.strip_prefix("- ")).collect() }
        })
        .collect()
}

fn diagnose(case: &Case<'_>) -> Vec<Diagnostic> {
    let file = |path: &str, text: &str| RuleFile { path: path.to_owned(), name: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let mut files: Vec<RuleFile> = BESIDE.iter().filter(|(path, _)| *path != case.path).map(|(path, text)| file(path, text)).collect();
    files.push(file(case.path, case.yaml));
    let loaded = load_rules(&files, None);
    let mut found = loaded.diagnostics;
    if let Some(layer) = &loaded.layer {
        found.extend(check_rules(layer, &loaded.places));
    }
    found
}

#[test]
fn every_case_of_the_page_gives_its_diagnostics() {
    let mut failures = String::new();
    for case in cases(include_str!("rules_diagnostics.md")) {
        let found = diagnose(&case);
        let mut places: Vec<String> = found.iter().map(|d| format!("{}:{} {}", d.line, d.column, d.code)).collect();
        let mut expected = case.expected.clone();
        places.sort();
        expected.sort_unstable();
        if places != expected {
            let _ = writeln!(failures, "{}: expected {expected:?}, found:", case.title);
            for d in &found {
                let _ = writeln!(failures, "    {d}");
            }
        }
        let code = case.title.split(' ').next().unwrap();
        assert!(places.iter().any(|p| p.ends_with(code)), "{} does not show its own code: {found:#?}", case.title);
        for d in &found {
            assert!(!d.hint.is_empty(), "{d}");
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_diagnostic_of_the_rule_layer_has_a_case() {
    let page = include_str!("rules_diagnostics.md");
    for e in explanations().iter().filter(|e| e.code[1..].starts_with("07")) {
        assert!(page.contains(&format!("\n## {} {}\n", e.code, e.title)), "{} {} has no case", e.code, e.title);
    }
}

#[test]
fn a_sound_layer_has_no_diagnostics_and_packs_and_unpacks() {
    let yaml = "topic: records\nread: \"2026-01-01\"\nfacts:\n- {attribute: record-duty, value: yes, cite: act article 1}\n- {attribute: retention-period, value: 5 years, cite: act article 2; article 3}\n";
    let case = Case { title: "", path: "xx/provisions/records.yaml", yaml, expected: Vec::new() };
    assert_eq!(diagnose(&case), []);
    let file = |path: &str, text: &str| RuleFile { path: path.to_owned(), name: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let mut files: Vec<RuleFile> = BESIDE.iter().map(|(path, text)| file(path, text)).collect();
    files.push(file(case.path, yaml));
    let layer = load_rules(&files, None).layer.unwrap();
    files.reverse();
    assert_eq!(load_rules(&files, None).layer.as_ref(), Some(&layer), "the order of the files does not matter");
    let packed = concord_model::encode_rules(&layer).unwrap();
    assert_eq!(concord_model::decode_rules(&packed).unwrap(), layer);
    assert!(concord_model::decode_rules(&packed[..packed.len() - 1]).is_err());
    let law = layer.law("xx").unwrap();
    assert_eq!(layer.cite(law, &law.facts[1].cites), "Example act, article 2; article 3");
}
