//! The rule layer end to end: three invented jurisdictions without lists, one of them a member of another.

use std::path::{Path, PathBuf};

use crate::support::{Run, bare};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn concord(arguments: &[&str]) -> Run {
    let folder = folder().display().to_string();
    let mut all = vec!["--data", folder.as_str()];
    all.extend(arguments);
    bare(&all)
}

#[test]
fn jurisdictions_without_lists_compare_on_rules() {
    insta::assert_snapshot!(concord(&["compare", "aa", "bb"]).shown(None));
}

#[test]
fn the_same_as_a_report() {
    insta::assert_snapshot!(concord(&["compare", "aa", "bb", "--format", "md"]).shown(None));
}

#[test]
fn the_same_as_a_document() {
    let run = concord(&["compare", "aa", "bb", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["rules"]["rows"].as_array().unwrap().len(), 4);
    let rules: Vec<&str> = document["divergences"].as_array().unwrap().iter().map(|d| d["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["retention-left-stricter", "set-overlap", "definition-left-stricter"]);
    assert_eq!(document["rules"]["gaps"].as_array().unwrap().len(), 1);
    assert_eq!(document["divergences"][0]["left"]["citation"], "Crafts Act, Act 7 of 2029, section 4 (text of 2030-01-01)");
}

#[test]
fn a_day_after_a_rule_comes_into_force_it_counts() {
    let run = concord(&["--as-of", "2031-06-01", "explain", "retention-period"]);
    insta::assert_snapshot!(run.shown(None));
}

#[test]
fn answers_are_listed_with_their_sources() {
    insta::assert_snapshot!(concord(&["list", "provisions", "cc", "--format", "jsonl"]).shown(None));
}

#[test]
fn a_matrix_of_a_bloc_says_who_is_missing() {
    insta::assert_snapshot!(concord(&["matrix", "--bloc", "league"]).shown(None));
}

#[test]
fn a_matrix_is_a_document_too() {
    let run = concord(&["matrix", "aa", "bb", "cc", "--topic", "records", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["pairs"].as_array().unwrap().len(), 3);
    assert_eq!(document["pairs"][0]["indices"][0]["index"], "heterogeneity");
}

#[test]
fn a_matrix_is_drawn_in_clustered_order() {
    let run = concord(&["matrix", "aa", "bb", "cc", "--format", "svg"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with("<?xml") && run.stdout.ends_with("</svg>\n"), "{}", run.stdout);
    // The order of the question shows in the title alone.
    let drawn = |svg: &str| svg.split_once("</title>").map(|parts| parts.1.to_owned());
    assert_eq!(drawn(&run.stdout), drawn(&concord(&["matrix", "cc", "bb", "aa", "--format", "svg"]).stdout));
    assert!(concord(&["matrix", "aa", "bb", "cc", "--format", "svg", "--lang", "fr"]).stdout.contains("Couleur"));
}

#[test]
fn needs_are_ordered_by_weight_with_who_does_more() {
    insta::assert_snapshot!(concord(&["needs", "bb", "--reference", "aa"]).shown(None));
}

#[test]
fn unknown_names_are_refused_with_those_known() {
    for arguments in [&["matrix", "--bloc", "none"][..], &["matrix", "--topic", "none"], &["needs", "aa", "--reference", "aa"]] {
        let run = concord(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(concord(&["needs", "xx"]).status, 3);
}

#[test]
fn sound_rules_pass_the_check() {
    let run = bare(&["check", folder().to_str().unwrap()]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "checked 0 lists, 11 facts: 0 errors, 0 warnings\n"), "{}", run.stderr);
}

#[test]
fn a_finding_on_a_rule_is_explained() {
    let run = concord(&["compare", "aa", "bb", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let explained = concord(&["explain", document["divergences"][0]["id"].as_str().unwrap()]);
    assert!(explained.stdout.contains("retention-left-stricter"), "{}{}", explained.stdout, explained.stderr);
}
