//! `concord recognize` end to end, on the shipped definitions.

use serde_json::Value;

use crate::support::{bare, concord};

fn document(arguments: &[&str]) -> Value {
    let run = bare(&[&["recognize"], arguments, &["--format", "json"]].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the document is JSON")
}

#[test]
fn the_document_has_the_shape_that_other_tools_rely_on() {
    let found = document(&["eu", "us", "--area", "3,4"]);
    for key in ["schema_version", "left", "right", "as_of", "policy", "areas"] {
        assert!(!found[key].is_null(), "{key}");
    }
    let areas = found["areas"].as_array().expect("areas");
    assert_eq!(areas.iter().filter_map(|area| area["area"].as_str()).collect::<Vec<_>>(), ["3", "4"]);
    for area in areas {
        for key in ["verdict", "conditions", "exclusions", "unknowns"] {
            assert!(!area[key].is_null(), "{key}");
        }
        let possible = area["possible"].as_array().expect("possible verdicts");
        assert!(possible.contains(&area["verdict"]), "{area}");
        for exclusion in area["exclusions"].as_array().into_iter().flatten() {
            assert_ne!(exclusion["source"], "", "{exclusion}");
            assert!(exclusion["partner_code"].is_null() || exclusion["partner_source"] != "", "{exclusion}");
        }
        // Every control is counted once.
        let lists = &area["a_accepts_b"]["lists"];
        let mut codes: Vec<&str> = Vec::new();
        for state in ["covered", "partly", "not_covered", "undecided", "elsewhere", "handed_over"] {
            codes.extend(lists[state].as_array().into_iter().flatten().filter_map(Value::as_str));
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert!(all > 0 && codes.len() == all);
    }
}

#[test]
fn the_other_way_round_mirrors_the_verdicts() {
    let mirrored = |verdict: &Value| match verdict.as_str() {
        Some("a-may-accept-b") => Value::from("b-may-accept-a"),
        Some("b-may-accept-a") => Value::from("a-may-accept-b"),
        _ => verdict.clone(),
    };
    for object in ["licence-free-destination", "denial-consultation"] {
        let (forward, backward) = (document(&["us", "jp", "--object", object]), document(&["jp", "us", "--object", object]));
        for (here, there) in forward["areas"].as_array().into_iter().flatten().zip(backward["areas"].as_array().into_iter().flatten()) {
            assert_eq!(mirrored(&here["verdict"]), there["verdict"]);
            assert_eq!(here["a_accepts_b"], there["b_accepts_a"]);
        }
    }
}

#[test]
fn arrangements_stand_beside_the_verdict() {
    let found = document(&["us", "jp"]);
    let existing: Vec<(&str, &str)> = found["directions"][0]["existing"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| Some((row["id"].as_str()?, row["holds"].as_str()?)))
        .collect();
    assert_eq!(existing, [("us-sta-a5", "grants"), ("us-sta-a6", "withholds"), ("us-chart-aukus", "withholds"), ("us-iec", "unknown")]);
    assert_eq!(found["directions"][1]["existing"][0]["holds"], "grants");
    assert_eq!(found["directions"][0]["vehicle"]["source"].as_str().map(|text| text.contains("15 CFR 740.20")), Some(true));
}

#[test]
fn what_is_open_today_is_counted_by_control() {
    let found = document(&["eu", "us", "--area", "4"]);
    let rows = found["directions"][0]["treatment"].as_array().expect("rows");
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row["treatment"] == "open" && row["open"][0] == "EU001"), "{rows:#?}");
}

#[test]
fn the_report_says_what_it_judged_and_under_which_policy() {
    let run = bare(&["recognise", "uk", "us", "--format", "md"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for text in [
        "# Recognition of export controls: United Kingdom and United States",
        "no list at hand",
        "## Policy: Cautious partner",
        "Residual risk",
    ] {
        assert!(run.stdout.contains(text), "{text}");
    }
}

#[test]
fn wrong_use_is_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("mine.yaml");
    std::fs::write(&file, "policy: mine\ntitle: Mine\nabout: Mine.\nobjects:\n- {object: classifications, title: t, means: m, activities: [export], demands: [{question: recor-duty, answer: [\"yes\"], lacking: refuses, why: w}]}\n").expect("written");
    let path = file.display().to_string();
    let policy = bare(&["recognize", "eu", "us", "--policy", &path]);
    assert_eq!(policy.status, 3);
    assert!(policy.stderr.contains("E0705") && policy.stderr.contains(":5:") && policy.stderr.contains("record-duty"), "{}", policy.stderr);
    let itself = bare(&["recognize", "eu", "eu"]);
    assert!(itself.status == 2 && itself.stderr.contains("does not recognise itself"), "{}", itself.stderr);
    let member = bare(&["recognize", "eu", "de"]);
    assert!(member.status == 2 && member.stderr.contains("belongs to the other"), "{}", member.stderr);
    let area = bare(&["recognize", "eu", "us", "--area", "X"]);
    assert!(area.status == 2 && area.stderr.contains("area `X`"), "{}", area.stderr);
    let format = bare(&["recognize", "eu", "us", "--format", "csv"]);
    assert_eq!(format.status, 2, "{}", format.stderr);
}

#[test]
fn definitions_of_ones_own_need_no_policy_of_their_own() {
    let run = concord(&["recognize", "aa", "bb"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Cautious partner"), "{}", run.stdout);
}

#[test]
fn reports_speak_french_and_machine_formats_english() {
    let said = |arguments: &[&str]| {
        let run = bare(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
        run.stdout
    };
    let asked = [&["recognize", "eu", "us"][..], &["compare", "us", "jp", "--to", "cn"], &["needs", "my"], &["matrix", "eu", "us", "jp"]];
    let asked = asked.into_iter().chain([&["ladder", "3A001.a", "--from", "us", "--to", "cn"][..], &["track", "de", "eu"]]);
    for arguments in asked {
        let in_language = |format: &str, language: &str| said(&[arguments, &["--format", format, "--lang", language]].concat());
        assert_eq!(in_language("json", "fr"), in_language("json", "en"), "{arguments:?}");
        for format in ["text", "md", "html"] {
            let (french, english) = (in_language(format, "fr"), in_language(format, "en"));
            // A name, a word of the answers and the note on what stays English.
            assert!(french.contains("en anglais"), "{arguments:?} {format}");
            assert!(["États-Unis", "UE", "Malaisie"].iter().any(|name| french.contains(name)), "{arguments:?} {format}");
            for own in [
                " is stricter",
                "controls more",
                "may accept",
                "falls short of",
                "licence required",
                "questions answered",
                "come closer",
                "became known",
            ] {
                let page = french.rsplit("</style>").next().unwrap_or_default();
                assert!(!page.contains(own), "{arguments:?} {format}: {own}");
            }
            assert!(!english.contains("en anglais"), "{arguments:?} {format}");
        }
    }
}
