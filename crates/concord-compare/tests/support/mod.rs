#![allow(clippy::unwrap_used, reason = "a test that cannot read its own fixtures should fail")]
//! The pairs of tiny jurisdictions under `fixtures/`, and the shipped lists where they are at hand.
#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod drawn;
pub(crate) mod layers;
pub(crate) mod provisions;

use std::fs;
use std::path::{Path, PathBuf};

use concord_compare::{Comparison, Options, compare};
use concord_model::{List, load_folder, load_list};

/// A pair of lists that shows what one rule finds.
pub(crate) struct Fixture {
    /// The rule's id, which is the folder's name.
    pub(crate) id: String,
    pub(crate) left: List,
    pub(crate) right: List,
}

impl Fixture {
    pub(crate) fn compare(&self) -> Comparison {
        compare(&self.left, &self.right, &Options::default())
    }

    pub(crate) fn compare_mirrored(&self) -> Comparison {
        compare(&self.right, &self.left, &Options::default())
    }
}

/// Every fixture, by id.
pub(crate) fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut out: Vec<Fixture> = children(&folder)
        .iter()
        .map(|path| Fixture {
            id: path.file_name().unwrap().to_string_lossy().into_owned(),
            left: list(&path.join("left.yaml")),
            right: list(&path.join("right.yaml")),
        })
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}

fn list(path: &Path) -> List {
    let text = fs::read(path).unwrap();
    load_list(&[(path.display().to_string(), text)]).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The newest shipped list of a jurisdiction; none where the definitions are not at hand or are being made again.
pub(crate) fn shipped(jurisdiction: &str) -> Option<List> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../jurisdictions").join(jurisdiction).join("lists");
    children(&folder).iter().filter_map(|path| load_folder(path).list).max_by_key(|list| list.as_of)
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).map(|entries| entries.map(|e| e.unwrap().path()).collect::<Vec<_>>());
    let mut out = entries.unwrap_or_default();
    out.retain(|path| path.is_dir());
    out.sort();
    out
}
