//! Embeds the shipped definitions: the lists as one image, the small files beside them as they are.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use concord_model::{Severity, encode, load_folder};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../jurisdictions").canonicalize()?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.display());
    let mut lists = Vec::new();
    let mut files = String::from("[\n");
    for jurisdiction in children(&root)? {
        for folder in children(&jurisdiction.join("lists"))? {
            let loaded = load_folder(&folder);
            // The first few tell what is wrong; `concord check` lists all.
            for diagnostic in loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).take(10) {
                println!("cargo::error={diagnostic}");
            }
            lists.extend(loaded.list);
        }
        let alone = jurisdiction.is_file().then(|| jurisdiction.clone());
        let folders = ["", "import", "licensing"].map(|folder| children(&jurisdiction.join(folder)));
        let beside = alone.into_iter().chain(folders.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten());
        for path in beside.filter(|path| path.is_file()) {
            let name = path.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
            writeln!(files, "({name:?}, include_str!({:?})),", path.display().to_string())?;
        }
    }
    files.push(']');
    fs::write(out.join("lists.image"), encode(&lists)?)?;
    fs::write(out.join("files.rs"), files)?;
    Ok(())
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
