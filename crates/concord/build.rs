//! Embeds the shipped definitions: the lists as one image, the small files beside them as they are.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use concord_model::{Severity, check_rules, encode, encode_rules, is_rule_file, load_folder, load_rules, rule_files};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../jurisdictions").canonicalize()?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut lists = Vec::new();
    let mut files = String::from("[\n");
    for path in children(&root)?.into_iter().filter(|path| path.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !is_rule_file(&name) {
            embed(&mut files, &root, &path)?;
        }
    }
    // The folder of each jurisdiction, and that of the mappings, which has no lists.
    for jurisdiction in children(&root)? {
        for folder in children(&jurisdiction.join("lists"))? {
            let loaded = load_folder(&folder);
            // The first few tell what is wrong; `concord check` lists all.
            for diagnostic in loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).take(10) {
                println!("cargo::error={diagnostic}");
            }
            lists.extend(loaded.list);
        }
        // The translated vocabulary stands below its own folder, a folder a language.
        let folders = [jurisdiction.clone(), jurisdiction.join("import"), jurisdiction.join("licensing")];
        let folders = folders.into_iter().chain(children(&jurisdiction.join("lang"))?).collect::<Vec<_>>();
        let beside = folders.iter().map(|folder| children(folder)).collect::<Result<Vec<_>, _>>()?;
        for path in beside.into_iter().flatten().filter(|path| path.is_file()) {
            let name = path.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
            if !is_rule_file(&name) {
                embed(&mut files, &root, &path)?;
            }
        }
    }
    files.push(']');
    fs::write(out.join("lists.image"), encode(&lists)?)?;
    fs::write(out.join("files.rs"), files)?;
    fs::write(out.join("rules.image"), rules(&root)?)?;
    Ok(())
}

/// Embeds a small file under its path below the root.
fn embed(files: &mut String, root: &Path, path: &Path) -> Result<(), Box<dyn Error>> {
    let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
    writeln!(files, "({name:?}, include_str!({:?})),", path.display().to_string())?;
    Ok(())
}

/// The rule layer, packed.
fn rules(root: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let files = rule_files(root).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let loaded = load_rules(&files, None);
    let mut diagnostics = loaded.diagnostics;
    if let Some(layer) = &loaded.layer {
        diagnostics.extend(check_rules(layer, &loaded.places));
    }
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).take(10) {
        println!("cargo::error={diagnostic}");
    }
    Ok(encode_rules(&loaded.layer.unwrap_or_default())?)
}

/// What a folder holds, by name; nothing where there is no such folder.
fn children(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
