//! Runs `diagnostics.md`, and the cases that no page can hold.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;

use concord_model::{Diagnostic, check, explanations, load, load_folder, load_list};

const HEADER: &str = "jurisdiction: xx\nlist: example\ntitle: Example list\nas-of: \"2026-01-01\"\nsource:\n  document: Example act, annex\n  date: \"2026-01-01\"\n";

/// Codes whose cases stand in this file.
const ELSEWHERE: [&str; 4] = ["E0001", "E0002", "E0003", "E0008"];

struct Case<'a> {
    title: &'a str,
    yaml: &'a str,
    expected: Vec<&'a str>,
}

fn cases(page: &str) -> Vec<Case<'_>> {
    page.split("\n## ")
        .skip(1)
        .map(|section| {
            let (title, rest) = section.split_once('\n').unwrap();
            let (_, rest) = rest.split_once("```yaml\n").unwrap();
            let (yaml, rest) = rest.split_once("```").unwrap();
            Case { title, yaml, expected: rest.lines().filter_map(|l| l.strip_prefix("- ")).collect() }
        })
        .collect()
}

/// Loads and checks a case; gives what was found in `case.yaml`.
fn diagnose(yaml: &str) -> Vec<Diagnostic> {
    let own_header = yaml.contains("jurisdiction:");
    let mut files = vec![("case.yaml", yaml)];
    if !own_header {
        files.push(("a-header.yaml", HEADER));
    }
    let loaded = load(&files);
    let mut found = loaded.diagnostics;
    if let Some(list) = &loaded.list {
        found.extend(check(list, &loaded.places));
    }
    found.sort();
    assert!(found.iter().all(|d| d.file == "case.yaml"), "{found:#?}");
    found
}

#[test]
fn every_case_of_the_page_gives_its_diagnostics() {
    let mut failures = String::new();
    for case in cases(include_str!("diagnostics.md")) {
        let found = diagnose(case.yaml);
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
        assert!(places.iter().any(|p| p.ends_with(code)), "{} does not show its own code", case.title);
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_diagnostic_has_a_case() {
    let page = include_str!("diagnostics.md");
    // Those of the rule layer have a page of their own; those of mappings and vocabularies are given by the crate of the graph, those of
    // licensing by the tests of the ladder.
    for e in explanations().iter().filter(|e| !["06", "07", "09"].contains(&&e.code[1..3])) {
        let shown = page.contains(&format!("\n## {} {}\n", e.code, e.title)) || ELSEWHERE.contains(&e.code.as_str());
        assert!(shown, "{} {} has no case", e.code, e.title);
    }
}

#[test]
fn every_diagnostic_says_what_to_do_or_names_the_choice() {
    for case in cases(include_str!("diagnostics.md")) {
        for d in diagnose(case.yaml) {
            assert!(!d.hint.is_empty() || ["E0103", "E0106", "E0109"].contains(&d.code), "{d}");
        }
    }
}

#[test]
fn a_near_miss_is_suggested() {
    let found = diagnose("entries:\n- entry: \"1A001\"\n  subjct: pumps\n  printed_code: x\n");
    let hints: Vec<&str> = found.iter().filter(|d| d.code == "E0101").map(|d| d.hint.as_str()).collect();
    assert_eq!(hints, ["did you mean `subject`?", "did you mean `printed-code`?"]);
}

fn codes(files: &[(&str, Vec<u8>)]) -> Vec<(usize, usize, &'static str)> {
    load(files).diagnostics.iter().map(|d| (d.line, d.column, d.code)).collect()
}

#[test]
fn bytes_that_are_not_utf8() {
    let mut bytes = b"jurisdiction: xx\ntitle: caf".to_vec();
    bytes.push(0xe9);
    assert_eq!(codes(&[("a.yaml", bytes)]), [(2, 11, "E0002")]);
    assert_eq!(codes(&[("a.yaml", vec![0xff, 0xfe, b'a', 0])]), [(1, 1, "E0002")]);
    let mut with_mark = b"\xef\xbb\xbf".to_vec();
    with_mark.extend(HEADER.as_bytes());
    assert!(load_list(&[("a.yaml", with_mark)]).is_ok());
}

#[test]
fn files_beyond_the_size() {
    assert_eq!(codes(&[("a.yaml", vec![b'#'; (16 << 20) + 1])]), [(0, 0, "E0003")]);
}

#[test]
fn nesting_beyond_the_depth_is_reported_not_crashed_on() {
    for deep in ["[".repeat(5_000), "{a: ".repeat(5_000), "- ".repeat(5_000), format!("entries: {}", "[{when: ".repeat(5_000))] {
        let found = codes(&[("a.yaml", deep.clone().into_bytes())]);
        assert!(found.iter().any(|(line, _, code)| *line == 1 && *code == "E0008"), "{deep:.20}: {found:?}");
    }
    let blocks = (0..5_000).fold(String::new(), |text, level| text + &" ".repeat(level) + "a:\n");
    assert!(codes(&[("a.yaml", blocks.into_bytes())]).iter().any(|(line, _, code)| *line > 60 && *code == "E0008"));
}

#[test]
fn a_list_without_a_header_names_each_missing_key() {
    let found = codes(&[("a.yaml", b"entries: []".to_vec())]);
    assert_eq!(found, [(1, 1, "E0102"); 5]);
    assert_eq!(codes(&[]).len(), 5);
}

#[test]
fn all_problems_of_all_files_come_at_once_in_order() {
    let files = [("b.yaml", b"colour: blue\nentries: {}".to_vec()), ("a.yaml", format!("{HEADER}size: 1\n").into_bytes())];
    let found: Vec<String> = load(&files).diagnostics.iter().map(|d| format!("{}:{} {}", d.file, d.line, d.code)).collect();
    assert_eq!(found, ["a.yaml:8 E0101", "b.yaml:1 E0101", "b.yaml:2 E0103"]);
}

#[test]
fn a_folder_is_read_by_name_and_its_absence_is_a_diagnostic() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("list.yaml"), HEADER).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "not read").unwrap();
    let loaded = load_folder(folder.path());
    assert_eq!(loaded.list.unwrap().id, "example");
    assert_eq!(load_folder(&folder.path().join("none")).diagnostics[0].code, "E0001");
}
