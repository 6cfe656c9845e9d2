//! `concord compare`, `report` and `explain` end to end.

use crate::support::{bare, concord};
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let run = concord(arguments);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the output is JSON")
}

#[test]
fn text() {
    insta::assert_snapshot!(concord(&["compare", "aa", "bb"]).shown(None));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(concord(&["compare", "aa", "bb", "--format", "md"]).shown(None));
}

#[test]
fn an_earlier_date_gives_the_list_that_held_then() {
    let old = json(&["compare", "aa", "bb", "--format", "json", "--as-of", "2030-02-01"]);
    assert_eq!(old["left"]["as_of"], "2030-01-01");
    let run = concord(&["compare", "aa", "bb", "--as-of", "2029-06-01"]);
    insta::assert_snapshot!(run.shown(None));
}

/// What stays of a divergence when the sides change places.
fn mirrored(divergence: &Value) -> (String, String, String, Value, Value) {
    let direction = match divergence["direction"].as_str().unwrap_or_default() {
        "left-stricter" => "right-stricter",
        "right-stricter" => "left-stricter",
        other => other,
    };
    let text = |key: &str| divergence[key].as_str().unwrap_or_default().to_owned();
    (direction.to_owned(), text("severity"), text("parameter"), divergence["right"].clone(), divergence["left"].clone())
}

#[test]
fn the_json_document_mirrors_when_the_sides_change_places() {
    let here = json(&["compare", "aa", "bb", "--format", "json"]);
    let there = json(&["compare", "bb", "aa", "--format", "json"]);
    assert_eq!(here["schema_version"], "1");
    assert_eq!(here["summary"]["left_covered_by_right"], there["summary"]["right_covered_by_left"]);
    let identity = |d: &Value| {
        let text = |key: &str| d[key].as_str().unwrap_or_default().to_owned();
        (text("direction"), text("severity"), text("parameter"), d["left"].clone(), d["right"].clone())
    };
    let divergences = |document: &Value| document["divergences"].as_array().unwrap().clone();
    let mut expected: Vec<_> = divergences(&here).iter().map(mirrored).collect();
    let mut found: Vec<_> = divergences(&there).iter().map(identity).collect();
    expected.sort_by_key(|row| format!("{row:?}"));
    found.sort_by_key(|row| format!("{row:?}"));
    assert!(!found.is_empty());
    assert_eq!(found, expected);
}

#[test]
fn the_json_document_has_every_key_its_schema_requires() {
    fn check(value: &Value, schema: &Value, root: &Value, path: &str) {
        if let Some(name) = schema["$ref"].as_str() {
            return check(value, &root["$defs"][name.trim_start_matches("#/$defs/")], root, path);
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            return match choices.iter().find(|choice| !value.is_null() && choice["type"] != "null") {
                Some(choice) => check(value, choice, root, path),
                None => assert!(value.is_null(), "{path}"),
            };
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(value.get(key).is_some(), "{path} lacks {key}");
        }
        if let Some(properties) = schema["properties"].as_object() {
            let value = value.as_object().unwrap();
            for (key, value) in value {
                check(
                    value,
                    properties.get(key).unwrap_or_else(|| panic!("{path}.{key} is not in the schema")),
                    root,
                    &format!("{path}.{key}"),
                );
            }
        }
        for (at, item) in value.as_array().into_iter().flatten().enumerate() {
            check(item, &schema["items"], root, &format!("{path}[{at}]"));
        }
        if let Some(allowed) = schema["enum"].as_array() {
            assert!(allowed.contains(value), "{path}: {value}");
        }
    }
    let schema: Value = serde_json::from_str(&bare(&["schema", "compare"]).stdout).unwrap();
    check(&json(&["compare", "aa", "bb", "--format", "json"]), &schema, &schema, "$");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["text", "md", "json"] {
        let run = || concord(&["compare", "aa", "bb", "--format", format]).stdout;
        assert_eq!(run(), run());
    }
}

#[test]
fn fail_on_gives_status_1_only_for_findings_that_grave() {
    assert_eq!(concord(&["compare", "aa", "bb", "--fail-on", "major", "--quiet"]).status, 1);
    assert_eq!(concord(&["compare", "aa", "bb"]).status, 0);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("baseline.yaml");
    let document = json(&["compare", "aa", "bb", "--format", "json"]);
    let major = document["divergences"].as_array().unwrap().iter().filter(|d| d["severity"] == "major");
    let lines: Vec<String> =
        major.map(|d| format!("- {{id: \"{}\", reason: agreed, until: 2031-01-01}}\n", d["id"].as_str().unwrap())).collect();
    let lines = lines.concat();
    std::fs::write(&path, format!("accepted:\n{lines}")).unwrap();
    let baseline = path.to_str().unwrap();
    assert_eq!(concord(&["compare", "aa", "bb", "--baseline", baseline, "--fail-on", "major"]).status, 0);
    assert_eq!(concord(&["compare", "aa", "bb", "--baseline", baseline, "--fail-on", "moderate"]).status, 1);
    std::fs::write(&path, format!("accepted:\n{}", lines.replace("2031", "2029"))).unwrap();
    let run = concord(&["compare", "aa", "bb", "--baseline", baseline, "--fail-on", "major"]);
    assert_eq!(run.status, 1, "an acceptance that has expired accepts nothing");
}

#[test]
fn a_baseline_line_that_matches_nothing_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("baseline.yaml");
    std::fs::write(&path, "accepted:\n- {id: \"000000000000\", reason: settled, until: 2031-01-01}\n").unwrap();
    let run = concord(&["compare", "aa", "bb", "--baseline", path.to_str().unwrap()]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains("warning: a baseline line matches no finding: 000000000000"), "{}", run.stderr);
    assert!(run.stdout.contains("BASELINE LINES THAT MATCH NOTHING"));
    std::fs::write(&path, "accepted:\n- {id: \"000000000000\", until: 2031-01-01}\n").unwrap();
    assert_eq!(concord(&["compare", "aa", "bb", "--baseline", path.to_str().unwrap()]).status, 3);
}

#[test]
fn a_broken_template_ends_with_file_and_line_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("partials")).unwrap();
    std::fs::write(folder.path().join("partials/finding.txt.j2"), "{{ finding.id }}\n{{ finding.nonsense }}\n").unwrap();
    let templates = folder.path().to_str().unwrap();
    let out = folder.path().join("out.txt");
    let run = concord(&["compare", "aa", "bb", "--templates", templates, "--output", out.to_str().unwrap()]);
    assert!(!out.exists());
    insta::assert_snapshot!(run.shown(Some(folder.path())));
}

#[test]
fn a_template_of_ones_own_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("compare.txt.j2"), "{{ left.name }} | {{ right.short }}\n").unwrap();
    let run = concord(&["compare", "aa", "bb", "--templates", folder.path().to_str().unwrap()]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "Republic of Arva | BU\n"));
}

#[test]
fn report_writes_every_pair_and_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("gaps");
    let run = concord(&["report", "--output", out.to_str().unwrap()]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("index.html"), "{}", run.stderr);
    let report = std::fs::read_to_string(out.join("aa-bb.md")).unwrap();
    assert_eq!(report, concord(&["compare", "aa", "bb", "--format", "md"]).stdout);
    insta::assert_snapshot!(std::fs::read_to_string(out.join("index.md")).unwrap());
    let home = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(home.contains("href=\"aa-bb.html\""), "{home}");
    let page = std::fs::read_to_string(out.join("aa-bb.html")).unwrap();
    let linked = home.split("aa-bb.html#").skip(1).filter_map(|rest| rest.split('"').next());
    for anchor in linked {
        assert!(page.contains(&format!(" id=\"{anchor}\"")), "{anchor}");
    }
    let alone = concord(&["compare", "aa", "bb", "--format", "html"]).stdout;
    assert_eq!(page.replace("<p class=\"kicker\"><a href=\"index.html\">All reports</a></p>\n", ""), alone);
}

#[test]
fn report_writes_only_the_form_asked_for() {
    for (format, there, missing) in [("md", "aa-bb.md", "index.html"), ("html", "aa-bb.html", "index.md")] {
        let folder = tempfile::tempdir().unwrap();
        let run = concord(&["report", "--format", format, "--output", folder.path().to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(folder.path().join(there).is_file() && !folder.path().join(missing).exists(), "{format}");
    }
}

#[test]
fn a_web_page_shows_limits_side_by_side_on_one_axis() {
    let page = concord(&["compare", "aa", "bb", "--format", "html"]).stdout;
    let document = json(&["compare", "aa", "bb", "--format", "json"]);
    let finding = document["divergences"].as_array().unwrap().iter().find(|d| d["rule"] == "threshold-left-stricter").unwrap();
    let id = finding["id"].as_str().unwrap();
    let evidence = page.split(&format!("id=\"f-{id}\"")).nth(1).unwrap().split("</details>").next().unwrap();
    assert!(evidence.contains("<svg") && evidence.contains("<mark>"), "{evidence}");
    assert!(finding["values"]["only_left"].as_array().is_some_and(|only| !only.is_empty()), "{finding}");
    assert!(
        finding["left"]["facts"].as_array().unwrap().iter().any(|f| f["differs"] == true && f["limits"][0]["unit"] == "m"),
        "{finding}"
    );
}

#[test]
fn a_finding_is_explained_by_its_fingerprint() {
    let document = json(&["compare", "aa", "bb", "--format", "json"]);
    let finding = document["divergences"].as_array().unwrap().iter().find(|d| d["rule"] == "threshold-left-stricter").unwrap();
    let run = concord(&["explain", finding["id"].as_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("reed width >2 m") && run.stdout.contains("To an exporter"), "{}", run.stdout);
}

#[test]
fn layers_above_the_list_have_a_destination_and_a_direction_of_their_own() {
    let run = bare(&["compare", "eu", "us", "--to", "jp,cn,fr", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).expect("the document is JSON");
    let layers = &document["layers"];
    assert!(layers["destinations"].as_array().is_some_and(|places| places[2]["inside"] == true), "{layers}");
    let all = document["divergences"].as_array().expect("divergences");
    let above: Vec<&Value> = all.iter().filter(|one| one["destination"] != "").collect();
    assert!(above.iter().all(|one| one["destination"] != "FR"));
    // The Union asks for a licence to Japan where the chart marks nothing; both ask for one to China.
    let names = |one: &Value, code: &str| one["pairs"].as_array().is_some_and(|pairs| pairs.iter().any(|pair| pair["left"] == code));
    let licence = |code: &str, to: &str| {
        let found = above.iter().find(|one| one["layer"] == "licence-required" && one["destination"] == to && names(one, code));
        found.map(|one| one["direction"].clone())
    };
    assert_eq!(licence("1A002.a.1", "JP"), Some(Value::from("left-stricter")));
    assert_eq!(licence("1A002.a.1", "CN"), None);
    for one in &above {
        assert!(one["sources"].as_array().is_some_and(|sources| sources.len() == 2), "{one}");
        assert_eq!(one["direction"] == "unknown", one["rule"].as_str().is_some_and(|rule| rule.ends_with("-unknown")), "{one}");
    }
    // Every pair is in one count of its layer, and no count speaks of two layers.
    for count in layers["counts"].as_array().expect("counts") {
        let n = |value: &Value| value.as_u64().unwrap_or_default();
        let sum: u64 = count["by_direction"].as_array().into_iter().flatten().map(|row| n(&row["count"])).sum();
        assert_eq!(n(&count["of"]), sum + n(&count["same"]) + n(&count["not_applicable"]), "{count}");
    }
    let told = all.iter().filter_map(|one| one["witness"]["status"].as_array()).filter(|status| status.len() == 2).count();
    assert!(told > 20, "{told}");
}

#[test]
fn without_licensing_rules_nothing_is_compared_above_the_list() {
    let run = bare(&["compare", "au", "us", "--to", "jp"]);
    assert!(run.status == 0 && run.stdout.contains("No licensing rules of Australia are held"), "{}", run.stdout);
    let wrong = bare(&["compare", "eu", "us", "--to", "atlantis"]);
    assert!(wrong.status == 2 && wrong.stderr.contains("no destination `atlantis`"), "{}", wrong.stderr);
}
