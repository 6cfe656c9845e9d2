//! The formats of `concord compare` and `concord matrix` end to end.

use std::path::Path;

use serde_json::Value;

use crate::support::{bare, concord, data};

fn to_file(format: &str, arguments: &[&str]) -> (i32, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out");
    let mut all = vec!["compare", "aa", "bb", "--quiet", "--format", format, "--output", path.to_str().expect("a name")];
    all.extend(arguments);
    let run = concord(&all);
    (run.status, std::fs::read(&path).unwrap_or_else(|_| panic!("{format}: {}", run.stderr)))
}

#[test]
fn every_format_is_written_and_the_same_each_time() {
    for format in ["docx", "xlsx", "jsonl", "csv", "sarif", "junit", "github"] {
        let (status, bytes) = to_file(format, &[]);
        assert_eq!(status, 0, "{format}");
        assert_eq!(bytes, to_file(format, &[]).1, "{format}");
        assert_eq!(bytes.starts_with(b"PK"), ["docx", "xlsx"].contains(&format), "{format}");
    }
}

#[test]
fn the_gate_is_the_same_in_every_format() {
    for format in ["xlsx", "csv", "sarif", "junit", "github"] {
        assert_eq!(to_file(format, &["--fail-on", "major"]).0, 1, "{format}");
    }
    let text = |format: &str| String::from_utf8(to_file(format, &["--fail-on", "major"]).1).unwrap();
    let sarif: Value = serde_json::from_str(&text("sarif")).unwrap();
    let major = sarif["runs"][0]["results"].as_array().unwrap().iter().filter(|result| result["properties"]["severity"] == "major").count();
    assert_eq!(text("junit").matches("<failure ").count(), major);
    // The last line counts.
    assert_eq!(text("github").lines().count(), major + 1);
}

#[test]
fn locations_in_ones_own_files_are_real() {
    let sarif: Value = serde_json::from_slice(&to_file("sarif", &[]).1).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let mut seen = 0;
    for result in results {
        for location in result["locations"].as_array().into_iter().chain(result["relatedLocations"].as_array()).flatten() {
            let Some(uri) = location["physicalLocation"]["artifactLocation"]["uri"].as_str() else { continue };
            let line = usize::try_from(location["physicalLocation"]["region"]["startLine"].as_u64().unwrap()).unwrap();
            let text = std::fs::read_to_string(Path::new(uri)).unwrap();
            let code = location["logicalLocations"][0]["name"].as_str().unwrap();
            assert!(text.lines().nth(line - 1).unwrap().contains(code), "{uri}:{line} {code}");
            seen += 1;
        }
    }
    assert!(seen > 0);
    assert!(uri_of(results).starts_with(data().to_str().unwrap()));
}

fn uri_of(results: &[Value]) -> &str {
    results.iter().find_map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str()).expect("a file")
}

#[test]
fn shipped_definitions_have_no_file() {
    let run = bare(&["compare", "ch", "us", "--format", "sarif"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stdout.contains("physicalLocation"));
}

#[test]
fn rules_outside_the_lists_are_in_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let folder = folder.to_str().unwrap();
    for (format, part) in [("csv", "retention-left-stricter"), ("junit", "retention-left-stricter"), ("sarif", "provisions/records.yaml")] {
        let run = bare(&["--data", folder, "compare", "aa", "bb", "--format", format]);
        assert!(run.stdout.contains(part), "{format}: {}", run.stdout);
    }
    let out = tempfile::tempdir().unwrap();
    for (command, format) in [("compare", "docx"), ("compare", "xlsx"), ("matrix", "docx"), ("matrix", "xlsx")] {
        let path = out.path().join(format!("{command}.{format}"));
        let run = bare(&["--data", folder, command, "aa", "bb", "--format", format, "--output", path.to_str().expect("a name")]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    }
}

#[test]
fn every_report_is_a_word_paper_and_a_workbook_and_the_same_each_time() {
    let out = tempfile::tempdir().unwrap();
    let reports: [&[&str]; 4] = [
        &["recognize", "de", "jp", "--area", "3"],
        &["ladder", "3A001.a.5.a.1", "--from", "us,eu", "--to", "jp,cn", "--full"],
        &["needs", "my", "--reference", "us,eu"],
        &["track", "de", "uk"],
    ];
    for report in reports {
        for format in ["docx", "xlsx"] {
            for language in ["en", "fr"] {
                let written = |name: &str| {
                    let path = out.path().join(name);
                    let mut all = report.to_vec();
                    all.extend(["--format", format, "--lang", language, "--quiet", "--output", path.to_str().expect("a name")]);
                    let run = bare(&all);
                    assert_eq!(run.status, 0, "{report:?} {}", run.stderr);
                    std::fs::read(&path).unwrap()
                };
                let bytes = written("first");
                assert!(bytes.starts_with(b"PK"));
                assert_eq!(bytes, written("second"), "{report:?} {format} {language}");
            }
        }
    }
}

#[test]
fn the_table_of_formats_says_what_each_command_accepts() {
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md")).unwrap();
    let commands: [(&str, &[&str]); 6] = [
        ("compare", &["aa", "bb"]),
        ("recognize", &["eu", "us"]),
        ("ladder", &["3A001", "--from", "us", "--to", "jp"]),
        ("needs", &["my"]),
        ("matrix", &["eu", "us"]),
        ("track", &["eu", "us"]),
    ];
    for (command, arguments) in commands {
        let row = table.lines().find_map(|line| line.strip_prefix(&format!("| `{command}` | "))).unwrap();
        let listed: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        let mut all = vec![command];
        all.extend(arguments);
        all.extend(["--format", "graphml"]);
        let run = bare(&all);
        assert_eq!(run.status, 2, "{}", run.stderr);
        // The hint is wrapped like any other text.
        let said = run.stderr.split_whitespace().collect::<Vec<_>>().join(" ").replace(" | ", " ");
        let named = said.split_once("its formats are ").unwrap().1.replace(" and ", ", ");
        assert_eq!(named.trim().split(", ").collect::<Vec<_>>(), listed, "{command}");
    }
}

#[test]
fn an_unknown_format_names_the_known_ones() {
    let run = concord(&["compare", "aa", "bb", "--format", "dot"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("sarif") && run.stderr.contains("docx"), "{}", run.stderr);
}
