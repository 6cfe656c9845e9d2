//! `concord list`, `check`, `explain`, `schema`, `graph` and `completions` end to end.

use std::fs;

use crate::support::{bare, concord, data};

#[test]
fn jurisdictions() {
    insta::assert_snapshot!(concord(&["list", "jurisdictions"]).shown(None));
}

#[test]
fn entries() {
    insta::assert_snapshot!(concord(&["list", "entries", "aa", "--format", "csv"]).shown(None));
}

#[test]
fn thresholds_keep_their_published_shape() {
    insta::assert_snapshot!(concord(&["list", "thresholds", "bb", "--format", "jsonl"]).shown(None));
}

#[test]
fn every_rule_is_listed_and_explained() {
    let rules = bare(&["list", "rules", "--format", "jsonl"]);
    let ids: Vec<String> = rules
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["rule"].as_str().unwrap().to_owned())
        .collect();
    assert!(ids.len() > 10);
    for id in ids {
        let run = bare(&["explain", &id]);
        assert!(run.status == 0 && run.stdout.starts_with(&format!("{id}: ")), "{id}: {}", run.stderr);
    }
}

#[test]
fn a_paragraph_is_explained() {
    insta::assert_snapshot!(concord(&["explain", "aa:1T001.a"]).shown(None));
}

#[test]
fn a_diagnostic_is_explained() {
    let run = bare(&["explain", "E0301"]);
    assert!(run.status == 0 && run.stdout.starts_with("E0301: "), "{}{}", run.stdout, run.stderr);
}

#[test]
fn an_unknown_name_is_not_explained() {
    insta::assert_snapshot!(concord(&["explain", "nonsense"]).shown(None));
}

#[test]
fn good_definitions_pass() {
    insta::assert_snapshot!(bare(&["check", data().to_str().unwrap()]).shown(None));
    assert_eq!(bare(&["check"]).status, 0, "the shipped definitions pass");
}

#[test]
fn a_bad_file_shows_every_problem_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let lists = folder.path().join("cc/lists");
    fs::create_dir_all(&lists).unwrap();
    let good = fs::read_to_string(data().join("bb/lists/crafts-2030-02-01.yaml")).unwrap();
    let bad =
        good.replace("jurisdiction: bb", "jurisdiction: cc").replace("children: all", "childs: all").replace(">3000 l", ">3000 l <2 l");
    fs::write(lists.join("crafts.yaml"), bad).unwrap();
    let path = folder.path().to_str().unwrap();
    insta::assert_snapshot!(bare(&["check", path]).shown(Some(folder.path())));
    let lines = bare(&["check", path, "--format", "jsonl"]);
    assert_eq!((lines.status, lines.stdout.lines().count()), (3, 2));
    let out = folder.path().join("out.csv");
    let run = bare(&["--data", path, "list", "entries", "--format", "csv", "--output", out.to_str().unwrap()]);
    assert!(run.status == 3 && !out.exists(), "nothing is written");
}

#[test]
fn a_bad_jurisdiction_file_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("cc/lists")).unwrap();
    fs::write(folder.path().join("cc/jurisdiction.yaml"), "code: cc\nname: Cern\nshirt: the Cern\n").unwrap();
    insta::assert_snapshot!(bare(&["--data", folder.path().to_str().unwrap(), "list", "jurisdictions"]).shown(Some(folder.path())));
}

#[test]
fn the_graph_in_every_form() {
    let run = concord(&["graph", "aa", "bb", "--format", "json"]);
    let graph: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let nodes = graph["nodes"].as_array().unwrap();
    let edges = graph["edges"].as_array().unwrap();
    assert!(nodes.iter().any(|node| node["id"] == "aa:1T001.a"));
    assert!(edges.iter().any(|edge| edge["kind"] == "narrow" && edge["from"] == "aa:1T001.a" && edge["to"] == "bb:1T001.a"));
    let dot = concord(&["graph", "aa"]).stdout;
    assert!(dot.starts_with("digraph concord {\n") && dot.ends_with("}\n"));
    assert!(concord(&["graph", "--format", "graphml"]).stdout.contains("<graphml "));
    assert!(concord(&["graph", "--format", "ttl"]).stdout.contains("skos:Concept"));
    let sssom = concord(&["graph", "--format", "sssom", "--namespace", "https://data.example"]).stdout;
    assert!(
        sssom.contains("#  aa: https://data.example/aa/\n") && sssom.contains("aa:1T002\tshuttle\tskos:closeMatch\tNot\tbb:2T009"),
        "{sssom}"
    );
}

#[test]
fn questions_to_the_graph() {
    let questions: [&[&str]; 7] = [
        &["--neighbours", "aa:2T001"],
        &["--thresholds", "weft speed"],
        &["--path", "aa:1T001.a", "bb:1T001.b"],
        &["--cycles"],
        &["--orphans"],
        &["--unilateral"],
        &["--neighbours", "aa:1T002", "--format", "jsonl"],
    ];
    let answers = questions.map(|question| concord(&[&["graph"], question].concat()).shown(None));
    insta::assert_snapshot!(answers.join("\n"));
    let drawn = concord(&["graph", "--neighbours", "aa:2T001", "--format", "dot"]).stdout;
    assert!(drawn.contains("\"aa:2T001\" -> \"bb:2T001\"") && !drawn.contains("1T001"), "{drawn}");
    let chart = concord(&["graph", "aa", "bb", "--neighbours", "aa:2T001", "--format", "svg"]).stdout;
    assert!(chart.starts_with("<?xml") && chart.contains("aria-labelledby=\"concept-title concept-desc\""), "{chart}");
    assert_eq!(concord(&["graph", "aa", "--neighbours", "aa:2T001", "--format", "svg"]).status, 2, "two jurisdictions");
    assert_eq!(concord(&["graph", "aa", "bb", "--orphans", "--format", "svg"]).status, 2, "one question is drawn");
    assert_eq!(concord(&["graph", "--neighbours", "nonsense"]).status, 3);
    assert_eq!(concord(&["graph", "--cycles", "--orphans"]).status, 2, "one question at a time");
    assert_eq!(concord(&["graph", "--cycles", "--format", "ttl"]).status, 2);
    assert_eq!(concord(&["graph", "--namespace", "nowhere"]).status, 2);
}

#[test]
fn parameters() {
    insta::assert_snapshot!(concord(&["list", "parameters", "bb"]).shown(None));
}

#[test]
fn names_of_the_graph_are_explained() {
    let names = ["concept/2T001", "reed width", "kiln"];
    insta::assert_snapshot!(names.map(|name| concord(&["explain", name]).shown(None)).join("\n"));
}

#[test]
fn a_mapping_file_and_a_vocabulary_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.sssom.tsv");
    let shipped = fs::read_to_string(data().join("mappings/aa-bb.sssom.tsv")).unwrap();
    fs::write(&path, shipped.replace("bb:2T009", "bc:2T009")).unwrap();
    let name = path.to_str().unwrap();
    insta::assert_snapshot!(bare(&["check", name]).shown(Some(folder.path())));
    let run = concord(&["graph", "--mappings", name]);
    assert!(run.status == 3 && run.stdout.is_empty(), "{}", run.stderr);
    fs::write(&path, shipped.replace("Not\tbb:2T009", "\tbb:2T009")).unwrap();
    let run = concord(&["graph", "--mappings", name, "--cycles"]);
    assert!(
        run.status == 0 && run.stderr.contains("`aa:1T002 not closeMatch bb:2T009`") && run.stderr.contains("mine.sssom.tsv:8"),
        "{}",
        run.stderr
    );
    let run = concord(&["graph", "--mappings", name, "--neighbours", "aa:1T002"]);
    assert!(run.stdout.contains("  close     bb:2T009"), "one's own mapping wins: {}", run.stdout);
    let definitions = folder.path().join("definitions");
    fs::create_dir_all(definitions.join("mappings")).unwrap();
    fs::create_dir_all(definitions.join("bb/lists")).unwrap();
    fs::copy(data().join("bb/lists/crafts-2030-02-01.yaml"), definitions.join("bb/lists/crafts.yaml")).unwrap();
    fs::write(definitions.join("mappings/aa-bb.sssom.tsv"), shipped.replace("bb:2T009", "bb:2T008")).unwrap();
    let run = bare(&["check", definitions.to_str().unwrap()]);
    assert!(run.status == 0 && run.stderr.contains("warning[W0614]: no list of `bb` holds `2T008`"), "{}", run.stderr);
    let vocabulary = folder.path().join("crafts.ttl");
    fs::write(&vocabulary, concord(&["graph", "--format", "ttl"]).stdout).unwrap();
    let run = bare(&["check", vocabulary.to_str().unwrap()]);
    assert!(
        run.status == 0 && run.stdout.starts_with("checked 0 lists, ") && run.stdout.ends_with(" concepts: 0 errors, 0 warnings\n"),
        "{}{}",
        run.stdout,
        run.stderr
    );
}

#[test]
fn schemas() {
    insta::assert_snapshot!(bare(&["schema"]).shown(None));
    for name in ["compare", "graph", "list"] {
        let schema: serde_json::Value = serde_json::from_str(&bare(&["schema", name]).stdout).unwrap();
        assert!(schema["$schema"].is_string(), "{name}");
    }
    assert_eq!(bare(&["schema", "nonsense"]).status, 2);
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = bare(&["completions", shell]).stdout;
        for command in ["compare", "report", "import", "list", "check", "explain", "schema", "graph"] {
            assert!(script.contains(command), "{shell} lacks {command}");
        }
    }
}

#[test]
fn wrong_use_ends_with_status_2() {
    let cases: [&[&str]; 9] = [
        &["nonsense"],
        &["compare", "aa"],
        &["compare", "aa", "AA"],
        &["compare", "aa", "bb", "--format", "dot"],
        &["compare", "aa", "bb", "--as-of", "yesterday"],
        &["list", "thresholds", "--format", "md"],
        &["report", "--format", "json"],
        &["import", "x.xml"],
        &["list", "entries", "--quiet", "--verbose"],
    ];
    for case in cases {
        let run = concord(case);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{case:?}");
        assert!(run.stderr.starts_with("error:"), "{case:?}: {}", run.stderr);
    }
}

#[test]
fn bad_input_ends_with_status_3() {
    let cases: [&[&str]; 4] = [
        &["compare", "aa", "zz"],
        &["list", "entries", "zz"],
        &["check", "no/such/folder"],
        &["compare", "aa", "bb", "--baseline", "no/such/file"],
    ];
    for case in cases {
        let run = concord(case);
        assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{case:?}");
        assert!(run.stderr.starts_with("error:"), "{case:?}: {}", run.stderr);
    }
    assert_eq!(bare(&["--data", "no/such/folder", "list", "entries"]).status, 3);
}

#[test]
fn help_has_examples_for_every_command() {
    for command in ["compare", "report", "import", "list", "check", "explain", "schema", "graph", "completions"] {
        let run = bare(&[command, "--help"]);
        assert!(run.status == 0 && run.stdout.contains("Examples:\n  concord "), "{command}: {}", run.stdout);
    }
}

#[test]
fn a_question_is_explained_as_of_a_day_before_the_first_list() {
    let run = concord(&["--as-of", "2028-01-01", "explain", "retention-period"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Answers as of 2028-01-01"), "{}", run.stdout);
    let run = concord(&["--as-of", "2028-01-01", "compare", "aa", "bb"]);
    assert!(run.status == 3 && run.stderr.contains("its lists are of"), "{}", run.stderr);
}
