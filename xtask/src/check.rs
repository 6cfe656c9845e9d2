//! `cargo xtask check`: everything generated is current.

use std::fs;
use std::path::{Path, PathBuf};

use crate::docs::{Generated, REPORTS, documents, reports};
use crate::{Outcome, data, participation};

/// Makes everything again and compares; the shipped lists only where the official texts are at hand.
pub(crate) fn run(root: &Path, corpus: Option<&Path>) -> Outcome<()> {
    let mut failures = Vec::new();
    match corpus {
        Some(corpus) => {
            failures.extend(data::run(root, corpus, true).err());
            failures.extend(participation::run(root, corpus, true).err());
        }
        None => println!("shipped lists skipped: CONCORD_CORPUS is not set"),
    }
    let documents = documents(root)?;
    let reports = reports(root)?;
    let stale = stale(root, documents.iter().chain(&reports));
    let left_over = left_over(root, &reports)?;
    if !stale.is_empty() {
        failures.push(format!("not current, run `cargo xtask docs`: {}", stale.join(", ")));
    }
    if !left_over.is_empty() {
        failures.push(format!("made by nothing, remove: {}", left_over.join(", ")));
    }
    if failures.is_empty() {
        println!("{} generated files are current", documents.len() + reports.len());
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

fn stale<'a>(root: &Path, files: impl Iterator<Item = &'a Generated>) -> Vec<String> {
    let current = |file: &&Generated| fs::read_to_string(root.join(&file.path)).is_ok_and(|text| text == file.text);
    files.filter(|f| !current(f)).map(|f| f.path.display().to_string()).collect()
}

/// Markdown files in the folder of reports that `concord report` does not write.
fn left_over(root: &Path, reports: &[Generated]) -> Outcome<Vec<String>> {
    let folder = root.join(REPORTS);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|e| Path::new(REPORTS).join(e.file_name())))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| reports.iter().all(|r| r.path != *path))
        .collect();
    names.sort();
    Ok(names.iter().map(|p| p.display().to_string()).collect())
}
