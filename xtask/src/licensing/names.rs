//! Names of destinations as official texts print them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::Outcome;

/// Codes of destinations by every name they are known under.
pub(super) struct Names {
    codes: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct File {
    destinations: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    code: String,
    name: String,
    #[serde(default)]
    also: Vec<String>,
}

impl Names {
    pub(super) fn read(root: &Path) -> Outcome<Self> {
        let path = root.join("jurisdictions/destinations.yaml");
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: File = serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        let rows = file.destinations.into_iter();
        let codes = rows.flat_map(|row| row.also.into_iter().chain([row.name]).map(move |name| (name, row.code.clone()))).collect();
        Ok(Self { codes })
    }

    /// The code of a printed name.
    pub(super) fn code(&self, printed: &str) -> Outcome<String> {
        let name = printed.trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        self.codes
            .get(name)
            .cloned()
            .ok_or_else(|| format!("no destination is called `{name}`; add the name to jurisdictions/destinations.yaml"))
    }
}
