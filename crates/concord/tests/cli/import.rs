//! `concord import` end to end, on an invented list laid out as an outline.

use std::fs;
use std::path::Path;

use crate::support::{bare, data};

const TEXT: &str = "\
1A001 Power looms, as follows:
1A001.a Power looms having all of the following:
1A001.a.1 A reed width exceeding 2.5 m; and
1A001.a.2 A weft speed of 900 m/min or more;
1A001.b Jacquard looms having a mass exceeding 800 kg;
2B001 Kilns having a temperature exceeding 1 500 K
";

fn import(folder: &Path, more: &[&str]) -> crate::support::Run {
    let file = folder.join("crafts.txt").display().to_string();
    let mut arguments = vec!["import", &file, "--jurisdiction", "cc", "--adapter", "outline"];
    arguments.extend(more);
    bare(&arguments)
}

#[test]
fn an_import_becomes_a_folder_of_definitions() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("crafts.txt"), TEXT).unwrap();
    let out = folder.path().join("data");
    let out = out.to_str().unwrap();
    let run = import(folder.path(), &["--as-of", "2030-03-01", "--output", out, "--with-text"]);
    insta::assert_snapshot!(run.shown(Some(folder.path())));
    assert_eq!(bare(&["check", out, "--quiet"]).status, 0);
    let thresholds = bare(&["--data", out, "list", "thresholds", "cc", "--format", "csv"]).stdout;
    assert!(thresholds.contains("1A001.a.1,reed width,>,2.5,m,"), "{thresholds}");
    let kept = fs::read_to_string(folder.path().join("data/cc/texts/crafts-2030-03-01/paragraphs.jsonl")).unwrap();
    assert!(kept.contains("{\"code\":\"1A001.a.1\",\"text\":\"A reed width exceeding 2.5 m; and\"}"), "{kept}");
    let first = fs::read_to_string(folder.path().join("data/cc/lists/crafts-2030-03-01/list.yaml")).unwrap();
    assert!(!first.contains(folder.path().to_str().unwrap()), "no folder of this machine is recorded");
    import(folder.path(), &["--as-of", "2030-03-01", "--output", out]);
    assert_eq!(fs::read_to_string(folder.path().join("data/cc/lists/crafts-2030-03-01/list.yaml")).unwrap(), first);
}

#[test]
fn an_imported_list_compares_with_others() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("crafts.txt"), TEXT).unwrap();
    let out = folder.path().join("data");
    import(folder.path(), &["--as-of", "2030-03-01", "--output", out.to_str().unwrap()]);
    fs::create_dir_all(out.join("bb/lists")).unwrap();
    let other = fs::read_to_string(data().join("bb/lists/crafts-2030-02-01.yaml")).unwrap();
    fs::write(out.join("bb/lists/crafts.yaml"), other.replace("1T001", "1A001").replace("2T001", "2B001")).unwrap();
    let run = bare(&["--data", out.to_str().unwrap(), "compare", "cc", "bb"]);
    assert!(run.status == 0 && run.stdout.contains("reed width"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn texts_at_hand_show_which_words_differ() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("data");
    let texts = [("cc", TEXT.to_owned()), ("dd", TEXT.replace("Jacquard looms", "Jacquard looms and dobby looms"))];
    for (code, text) in &texts {
        let file = folder.path().join("crafts.txt");
        fs::write(&file, text).unwrap();
        let (file, out) = (file.display().to_string(), out.display().to_string());
        let arguments = ["import", &file, "--jurisdiction", code, "--adapter", "outline"];
        let more = ["--as-of", "2030-03-01", "--output", &out, "--with-text"];
        assert_eq!(bare(&[&arguments[..], &more].concat()).status, 0);
    }
    let out = out.display().to_string();
    let report = bare(&["--data", &out, "compare", "cc", "dd"]).stdout;
    assert!(report.contains("{+and dobby looms+}"), "{report}");
    let report = bare(&["--data", &out, "compare", "cc", "dd", "--format", "md"]).stdout;
    assert!(report.contains("**and dobby looms**"), "{report}");
}

#[test]
fn a_bad_text_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("crafts.txt"), "no list at all\n").unwrap();
    let out = folder.path().join("data");
    let run = import(folder.path(), &["--as-of", "2030-03-01", "--output", out.to_str().unwrap()]);
    assert!(!out.exists());
    insta::assert_snapshot!(run.shown(Some(folder.path())));
}

#[test]
fn a_text_without_a_date_asks_for_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("crafts.txt"), TEXT).unwrap();
    let run = import(folder.path(), &[]);
    assert!(run.status == 3 && run.stderr.contains("--as-of"), "{}", run.stderr);
    assert_eq!(import(folder.path(), &["--adapter-nonsense"]).status, 2);
}
