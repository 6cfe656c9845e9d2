//! `cargo xtask new-rule`: the files that a new divergence rule needs, in the form that the tests expect.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// Answers of an invented law; both sides cite the instrument `act`.
const PROVISIONS: &str = "topic: records\nread: \"2030-01-01\"\nfacts:\n- attribute: record-duty\n  value: yes\n  cite: act article 1\n";

const LEFT: &str = "-left-stricter";
const RIGHT: &str = "-right-stricter";

/// Makes the rule, its mirror if its id names a side, and a pair of fixtures for each. Existing files are never overwritten.
pub(crate) fn run(root: &Path, id: &str, provision: bool) -> Outcome<()> {
    let words = id.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !id.starts_with('-') && !id.ends_with('-');
    if id.is_empty() || !words {
        return Err(format!("`{id}` is no id: lower-case words joined by `-`"));
    }
    let mut files = Vec::new();
    for (id, mirror) in with_mirror(id) {
        files.push((PathBuf::from(format!("rules/{id}.yaml")), rule(&id, mirror.as_deref(), provision)));
        for (side, jurisdiction) in [("left", "aa"), ("right", "bb")] {
            let (folder, text) =
                if provision { ("provision-fixtures", PROVISIONS.to_owned()) } else { ("fixtures", fixture(jurisdiction)) };
            files.push((PathBuf::from(format!("{folder}/{id}/{side}.yaml")), text));
        }
    }
    let base = root.join("crates/concord-compare");
    if let Some((path, _)) = files.iter().find(|(path, _)| base.join(path).exists()) {
        return Err(format!("{} exists already", path.display()));
    }
    for (path, text) in files {
        let path = base.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("wrote {}", path.strip_prefix(root).unwrap_or(&path).display());
    }
    println!("Next: say in the rule what it observes and finds, write a minimal pair that shows it, and run");
    println!("`cargo test -p concord-compare`; then review the snapshot and run `cargo xtask docs`.");
    Ok(())
}

/// The rules to make, each with its mirror.
fn with_mirror(id: &str) -> Vec<(String, Option<String>)> {
    let stem = id.strip_suffix(LEFT).or_else(|| id.strip_suffix(RIGHT));
    match stem {
        Some(stem) => {
            let (left, right) = (format!("{stem}{LEFT}"), format!("{stem}{RIGHT}"));
            vec![(left.clone(), Some(right.clone())), (right, Some(left))]
        }
        None => vec![(id.to_owned(), None)],
    }
}

fn rule(id: &str, mirror: Option<&str>, provision: bool) -> String {
    let (topic, kinds) = if provision { ("any", "presence, value, set or definition") } else { ("list-scope", "the kind of observation") };
    let direction = if id.ends_with(LEFT) {
        "left-stricter"
    } else if id.ends_with(RIGHT) {
        "right-stricter"
    } else {
        "incomparable"
    };
    let mirror = mirror.map_or_else(|| "no_mirror: 'why it has none'".to_owned(), |mirror| format!("mirror: {mirror}"));
    format!(
        "id: {id}
title: 'One line'
topic: {topic}
observes: '{kinds}, see crates/concord-compare/src/observation.rs'
direction: {direction}
{mirror}
severity: minor
finds: 'What it finds.'
exporter: 'Why it matters to an exporter.'
regulator: 'Why it matters to a regulator.'
remedy: 'What would close it.'
explanation: '{{left}}: {{left_states}}. {{right}}: {{right_states}}.'
"
    )
}

fn fixture(jurisdiction: &str) -> String {
    format!(
        r#"jurisdiction: {jurisdiction}
list: goods-2026-01-01
title: Goods of {upper}
as-of: "2026-01-01"
source: {{document: Goods Act of {upper}, date: "2026-01-01"}}
entries:
- entry: "1A001"
  subject: kiln
  when: {{length: ">2 m"}}
"#,
        upper = jurisdiction.to_uppercase()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_with_a_side_comes_with_its_mirror() {
        let made = with_mirror("ladder-right-stricter");
        assert_eq!(made.len(), 2);
        assert_eq!(made[0], ("ladder-left-stricter".to_owned(), Some("ladder-right-stricter".to_owned())));
        assert_eq!(with_mirror("ladder-differs"), [("ladder-differs".to_owned(), None)]);
    }

    #[test]
    fn ids_are_words() {
        assert!(run(Path::new("."), "Not An Id", false).is_err());
        assert!(run(Path::new("."), "", true).is_err());
    }

    #[test]
    fn a_fixture_is_a_list() {
        concord_model::load_list(&[("left.yaml", fixture("aa"))]).unwrap();
    }
}
