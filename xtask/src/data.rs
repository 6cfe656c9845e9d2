//! `cargo xtask data`: imports the shipped lists again from the official texts; the same input gives the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use concord_import::adapter::{Input, detect};
use concord_import::document::Document;
use concord_import::{Imported, Origin, Profile, Request, import};
use concord_model::write_list;
use serde::Deserialize;

use crate::Outcome;

/// One shipped list: where its official text stands in the corpus.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shipped {
    pub(crate) jurisdiction: String,
    /// Its profile, under the jurisdiction's `import` folder.
    pub(crate) profile: String,
    /// The list's own file, in the corpus.
    pub(crate) text: String,
    /// Files or folders beside it, in the corpus.
    #[serde(default)]
    pub(crate) beside: Vec<String>,
    /// Date as of which it holds.
    pub(crate) as_of: jiff::civil::Date,
}

/// The shipped lists, from `xtask/shipped.yaml`.
pub(crate) fn shipped(root: &Path) -> Outcome<Vec<Shipped>> {
    let path = root.join("xtask/shipped.yaml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// The newest shipped list of each jurisdiction, in the order of the file.
pub(crate) fn newest(root: &Path) -> Outcome<Vec<Shipped>> {
    let all = shipped(root)?;
    let newer = |list: &Shipped| all.iter().any(|other| other.jurisdiction == list.jurisdiction && other.as_of > list.as_of);
    Ok(all.iter().filter(|list| !newer(list)).cloned().collect())
}

/// Imports one shipped list from the corpus.
pub(crate) fn import_shipped(root: &Path, corpus: &Path, list: &Shipped) -> Outcome<Imported> {
    let files = files(corpus, list)?;
    let inputs: Vec<Input<'_>> = files.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    let command = command(list);
    let request = Request { jurisdiction: &list.jurisdiction, adapter: None, decimal: None, as_of: Some(list.as_of), command: &command };
    import(&inputs, &request, &profile(root, list)?).map_err(|e| e.to_string())
}

/// An official text as its adapter reads it, with what the importer is told beside it.
pub(crate) struct Prepared {
    pub(crate) document: Document,
    pub(crate) profile: Profile,
    pub(crate) origin: Origin,
}

/// Reads the official text of a shipped list, and stops before the grammar does.
pub(crate) fn prepared(root: &Path, corpus: &Path, list: &Shipped) -> Outcome<Prepared> {
    let files = files(corpus, list)?;
    let inputs: Vec<Input<'_>> = files.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    let document = detect(&inputs).and_then(|adapter| adapter.read(&inputs)).map_err(|e| e.to_string())?;
    let origin = Origin { jurisdiction: list.jurisdiction.clone(), as_of: list.as_of, sha256: String::new(), command: command(list) };
    Ok(Prepared { document, profile: profile(root, list)?, origin })
}

/// The folder of a shipped list's definitions.
pub(crate) fn list_folder(root: &Path, list: &Shipped) -> Outcome<PathBuf> {
    let id = format!("{}-{}", profile(root, list)?.list, list.as_of);
    Ok(root.join("jurisdictions").join(&list.jurisdiction).join("lists").join(id))
}

fn command(list: &Shipped) -> String {
    format!("cargo xtask data ({})", list.text)
}

fn profile(root: &Path, list: &Shipped) -> Outcome<Profile> {
    let path = root.join("jurisdictions").join(&list.jurisdiction).join("import").join(format!("{}.yaml", list.profile));
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// The list's files in the corpus, its own first.
fn files(corpus: &Path, list: &Shipped) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for name in std::iter::once(&list.text).chain(&list.beside) {
        read_into(corpus, &corpus.join(name), &mut files)?;
    }
    Ok(files)
}

fn read_into(corpus: &Path, path: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Outcome<()> {
    if path.is_dir() {
        let mut names: Vec<PathBuf> =
            fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?.filter_map(|e| e.ok().map(|e| e.path())).collect();
        names.sort();
        return names.iter().try_for_each(|p| read_into(corpus, p, files));
    }
    let name = path.strip_prefix(corpus).unwrap_or(path).display().to_string();
    let bytes = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    files.push((name, bytes));
    Ok(())
}

/// Writes the shipped lists, or with `check` says which files are not current.
pub(crate) fn run(root: &Path, corpus: &Path, check: bool) -> Outcome<()> {
    let mut stale = Vec::new();
    for list in shipped(root)? {
        let imported = import_shipped(root, corpus, &list)?;
        let folder = root.join("jurisdictions").join(&list.jurisdiction).join("lists").join(&imported.list.id);
        let files = write_list(&imported.list);
        let mut kept: Vec<PathBuf> = files.iter().map(|f| folder.join(&f.name)).collect();
        kept.push(folder.join("overlay.yaml"));
        if folder.exists() {
            for entry in fs::read_dir(&folder).map_err(|e| e.to_string())?.filter_map(Result::ok) {
                if !kept.contains(&entry.path()) {
                    stale.push(entry.path());
                    if !check {
                        fs::remove_file(entry.path()).map_err(|e| e.to_string())?;
                    }
                }
            }
        }
        for file in files {
            let path = folder.join(&file.name);
            if fs::read_to_string(&path).is_ok_and(|old| old == file.text) {
                continue;
            }
            stale.push(path.clone());
            if !check {
                fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
                fs::write(&path, &file.text).map_err(|e| format!("{}: {e}", path.display()))?;
            }
        }
        let r = &imported.report;
        println!(
            "{}: {} entries, {} paragraphs, {} conditions; {} of {} number-bearing paragraphs fully understood",
            imported.list.id, r.entries, r.paragraphs, r.conditions, r.understood, r.with_numbers
        );
    }
    if check && !stale.is_empty() {
        let names: Vec<String> = stale.iter().map(|p| p.display().to_string()).collect();
        return Err(format!("not current, run `cargo xtask data`: {}", names.join(", ")));
    }
    Ok(())
}
