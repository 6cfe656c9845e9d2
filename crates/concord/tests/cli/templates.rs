//! `concord templates`, templates of one's own in every command, and the example of the guide.

#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

use std::path::{Path, PathBuf};

use super::support::{bare, concord, data};

/// A folder of templates.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, source) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, source).unwrap();
    }
    folder
}

#[test]
fn the_list_says_which_templates_are_replaced() {
    let own = folder(&[("needs.md.j2", "x")]);
    let run = bare(&["templates", "list", "--format", "csv", "--templates", own.path().to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let replaced: Vec<&str> = run.stdout.lines().filter(|line| line.ends_with(",yes")).collect();
    assert_eq!(replaced, ["needs.md.j2,what a jurisdiction's rules lack in Markdown,yes"]);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
    let named = run.stdout.lines().skip(1).filter_map(|line| line.split(',').next());
    assert!(named.into_iter().all(|name| shipped.join(name).is_file()), "{}", run.stdout);
}

#[test]
fn a_template_is_shown_as_it_would_be_used() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates/needs.md.j2");
    assert_eq!(bare(&["templates", "show", "needs.md.j2"]).stdout, std::fs::read_to_string(shipped).unwrap());
    let own = folder(&[("needs.md.j2", "mine\n")]);
    assert_eq!(bare(&["templates", "show", "needs.md.j2", "--templates", own.path().to_str().unwrap()]).stdout, "mine\n");
    let run = bare(&["templates", "show", "compare.html"]);
    assert!(run.status == 2 && run.stderr.contains("did you mean `html/compare.html.j2`?"), "{}", run.stderr);
}

#[test]
fn the_shipped_templates_pass_the_check_in_both_languages() {
    for language in ["en", "fr"] {
        let run = bare(&["templates", "check", "--lang", language]);
        assert!(run.status == 0 && run.stdout.ends_with(" templates: 0 errors, 0 warnings\n"), "{}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_check_shows_every_problem_of_every_file() {
    let own = folder(&[
        ("compare.md.j2", "# {{ left.nam }}\n{% for category in categories %}\n{{ category.titel|uper }}\n{% endfor %}\n"),
        ("compare.html.j2", "x"),
        ("needs.md.j2", "{% if needs %}\n"),
        ("notes on these.txt", "mine"),
    ]);
    let run = bare(&["templates", "check", own.path().to_str().unwrap()]);
    insta::assert_snapshot!(run.shown(Some(own.path())));
}

#[test]
fn a_report_says_the_same_of_a_broken_template_as_the_check() {
    let own = folder(&[("needs.txt.j2", "{{ nam }}\n")]);
    let path = own.path().to_str().unwrap();
    let (check, report) = (bare(&["templates", "check", path]), bare(&["needs", "ch", "--templates", path]));
    assert_eq!((report.status, report.stdout.as_str(), report.stderr), (3, "", check.stderr));
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let run = bare(&["templates", "check", "no-such-folder"]);
    assert!(run.status == 3 && run.stderr.contains("no-such-folder"), "{}", run.stderr);
    let run = concord(&["compare", "aa", "bb", "--templates", "no-such-folder"]);
    assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{}", run.stderr);
}

#[test]
fn every_command_that_lays_out_uses_the_templates_of_ones_own() {
    let commands: [(&str, &[&str]); 17] = [
        ("compare.txt.j2", &["compare", "eu", "us"]),
        ("compare.md.j2", &["compare", "eu", "us", "--format", "md"]),
        ("html/compare.html.j2", &["compare", "eu", "us", "--format", "html"]),
        ("recognize.txt.j2", &["recognize", "eu", "us"]),
        ("recognize.md.j2", &["recognize", "eu", "us", "--format", "md"]),
        ("html/recognize.html.j2", &["recognize", "eu", "us", "--format", "html"]),
        ("matrix.txt.j2", &["matrix", "us", "eu"]),
        ("html/matrix.html.j2", &["matrix", "us", "eu", "--format", "html"]),
        ("matrix.md.j2", &["matrix", "us", "eu", "--format", "md"]),
        ("track.txt.j2", &["track", "de", "uk"]),
        ("track.md.j2", &["track", "de", "uk", "--format", "md"]),
        ("html/track.html.j2", &["track", "de", "uk", "--format", "html"]),
        ("needs.txt.j2", &["needs", "ch"]),
        ("html/needs.html.j2", &["needs", "ch", "--format", "html"]),
        ("ladder.txt.j2", &["ladder", "3A001.a.2", "--from", "us", "--to", "jp"]),
        ("ladder.md.j2", &["ladder", "3A001.a.2", "--from", "us", "--to", "jp", "--format", "md"]),
        ("html/ladder.html.j2", &["ladder", "3A001.a.2", "--from", "us", "--to", "jp", "--format", "html"]),
    ];
    for (name, arguments) in commands {
        let own = folder(&[(name, "mine")]);
        let run = bare(&[arguments, &["--templates", own.path().to_str().unwrap()]].concat());
        assert_eq!((run.status, run.stdout.as_str()), (0, "mine"), "{name}: {}", run.stderr);
    }
    let names = ["index.md.j2", "compare.md.j2", "html/index.html.j2", "html/compare.html.j2"];
    let own = folder(&names.map(|name| (name, "mine")));
    let out = own.path().join("out");
    let run = concord(&["report", "--templates", own.path().to_str().unwrap(), "--output", out.to_str().unwrap()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for name in ["index.md", "aa-bb.md", "index.html", "aa-bb.html"] {
        assert_eq!(std::fs::read_to_string(out.join(name)).unwrap(), "mine", "{name}");
    }
}

/// The blocks of the guide that begin with a fence of this kind.
fn blocks(guide: &str, kind: &str) -> Vec<String> {
    let fence = format!("```{kind}\n");
    guide.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

/// Runs what a block of the guide shows, and compares what it shows as the result; `…` stands for any lines.
fn follow(block: &str, own: &Path) {
    for step in block.split("$ concord ").skip(1) {
        let (command, shown) = step.split_once('\n').unwrap();
        let place = |word: &str| match word {
            "mine" => own.to_path_buf(),
            "crates/concord/tests/data" => data(),
            other => PathBuf::from(other),
        };
        let arguments: Vec<String> = command.split(' ').map(|word| place(word).display().to_string()).collect();
        let run = bare(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let said = format!("{}{}", run.stderr, run.stdout).replace(&own.display().to_string(), "mine");
        for part in shown.split("…\n").filter(|part| !part.trim().is_empty()) {
            assert!(said.contains(part), "`concord {command}` should say\n{part}\nand says\n{said}");
        }
    }
}

#[test]
fn the_example_of_the_guide_does_what_it_shows() {
    let guide = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/templates-guide.md")).unwrap();
    let (template, shown) = (blocks(&guide, "jinja"), blocks(&guide, "console"));
    let own = folder(&[("partials/finding.txt.j2", &template[0])]);
    follow(&shown[0], own.path());
    let wrong = folder(&[("partials/finding.txt.j2", &template[0].replacen("finding.severity", "finding.state", 1))]);
    follow(&shown[1], wrong.path());
}
