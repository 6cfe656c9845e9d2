//! Jurisdictions through time, end to end.

use std::path::Path;

use crate::support::{Run, bare, concord};

/// On the rule layer of three invented jurisdictions.
fn rules(arguments: &[&str]) -> Run {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").display().to_string();
    bare(&[&["--data", folder.as_str()], arguments].concat())
}

#[test]
fn a_pair_is_followed_into_the_rules_that_are_adopted() {
    insta::assert_snapshot!(rules(&["track", "aa", "bb", "--from", "2030-01-01", "--to", "2031-06-01"]).shown(None));
}

#[test]
fn editions_of_a_list_tell_what_changed() {
    insta::assert_snapshot!(concord(&["track", "aa", "--format", "md"]).shown(None));
}

#[test]
fn a_bloc_is_measured_by_one_of_its_own_or_another() {
    insta::assert_snapshot!(rules(&["track", "--bloc", "league", "--reference", "aa", "--dates", "2030-01-01,2031-01-01"]).shown(None));
    let outside = rules(&["track", "--bloc", "league", "--reference", "cc", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&outside.stdout).unwrap();
    let last = document["points"].as_array().unwrap().last().unwrap();
    let measured: Vec<bool> = last["jurisdictions"].as_array().unwrap().iter().map(|member| member["looser"].is_object()).collect();
    assert_eq!(measured, [true, true, false]);
}

#[test]
fn a_series_is_a_document_too() {
    let run = rules(&["track", "aa", "bb", "--topic", "records", "--from", "2030-01-01", "--to", "2031-06-01", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let change = &document["steps"][0]["law"][0];
    assert_eq!(
        (&change["day"], &change["before"]["value"], &change["since"]["value"]),
        (&"2031-01-01".into(), &"3 years".into(), &"12 years".into())
    );
    assert_eq!(document["topic"], "records");
    assert!(document["points"].as_array().unwrap().iter().all(|point| point["differences"]["lists"].is_null()));
}

#[test]
fn a_day_of_the_past_tells_only_what_its_texts_tell() {
    let said = |day: &str| rules(&["--as-of", day, "list", "provisions", "aa", "--format", "jsonl"]).stdout;
    let known = |day: &str| said(day).lines().filter(|line| !line.contains("\"value\":\"unknown\"")).count();
    assert_eq!((known("2029-12-31"), known("2030-01-01")), (0, 4));
}

#[test]
fn what_cannot_be_followed_is_said() {
    for (arguments, hint) in [
        (&["track", "--bloc", "none"][..], "league"),
        (&["track", "aa", "bb", "--topic", "none"], "records"),
        (&["track", "aa", "aa"], "once"),
        (&["track", "aa", "--reference", "zz"], "known are"),
        (&["track", "aa", "bb", "--from", "2030-06-01", "--to", "2030-01-01"], "--from"),
    ] {
        let run = rules(arguments);
        assert!(run.status >= 2 && run.stdout.is_empty() && run.stderr.contains(hint), "{arguments:?}: {}", run.stderr);
    }
}
