//! Reading the folder of a list: the one place where this crate meets the file system.

use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, codes, severity};
use crate::load::rules::{RuleFile, is_rule_file};
use crate::load::{Loaded, load};

/// Loads the list whose YAML files (`*.yaml`) lie in a folder. What the operating system refuses is a diagnostic too.
pub fn load_folder(folder: &Path) -> Loaded {
    match read_folder(folder) {
        Ok(files) => load(&files),
        Err(diagnostics) => Loaded { diagnostics, ..load::<&str, &[u8]>(&[]) },
    }
}

/// Reads the YAML files (`*.yaml`) of a folder, by name. Sub-folders are not entered.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
    let entries = fs::read_dir(folder).map_err(|e| vec![failure(folder, &e)])?;
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for entry in entries {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(e) => {
                problems.push(failure(folder, &e));
                continue;
            }
        };
        if path.extension().is_none_or(|e| e != "yaml") || path.is_dir() {
            continue;
        }
        match fs::read(&path) {
            Ok(bytes) => files.push((path.display().to_string(), bytes)),
            Err(e) => problems.push(failure(&path, &e)),
        }
    }
    problems.sort();
    files.sort();
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// Reads the files of the rule layer below a folder of definitions: the vocabulary, the blocs, and what stands beside the lists of
/// each jurisdiction.
pub fn rule_files(root: &Path) -> Result<Vec<RuleFile>, Vec<Diagnostic>> {
    let mut folders = vec![root.to_owned()];
    let children = fs::read_dir(root).map_err(|e| vec![failure(root, &e)])?;
    for folder in children.filter_map(|entry| entry.ok().map(|e| e.path())).filter(|path| path.is_dir()) {
        folders.extend(Some(folder.join("provisions")).filter(|f| f.is_dir()));
        folders.push(folder);
    }
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for folder in &folders {
        match read_folder(folder) {
            Ok(read) => files.extend(read.into_iter().filter_map(|(name, bytes)| {
                let path = Path::new(&name).strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
                is_rule_file(&path).then_some(RuleFile { path, name, bytes })
            })),
            Err(found) => problems.extend(found),
        }
    }
    files.sort();
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

fn failure(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic {
        file: path.display().to_string(),
        line: 0,
        column: 0,
        length: 0,
        code: codes::UNREADABLE_FILE,
        severity: severity(codes::UNREADABLE_FILE),
        message: format!("it cannot be read: {error}"),
        hint: "check the path and your right to read it".to_owned(),
    }
}
