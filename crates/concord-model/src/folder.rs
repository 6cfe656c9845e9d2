//! Reading the folder of a list: the one place where this crate meets the file system.

use std::fs;
use std::io;
use std::path::Path;

use crate::diagnostic::{Diagnostic, codes, severity};
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
