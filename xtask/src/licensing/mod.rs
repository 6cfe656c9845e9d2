//! `cargo xtask data`: the tables of licensing rules that exist as tables in the official texts.

mod chart;
mod groups;
mod names;
mod reach;
mod table;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Outcome;
use crate::data::{Shipped, prepared};
use names::Names;

/// One jurisdiction's tables: where their texts stand in the corpus.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    jurisdiction: String,
    /// Date as of which the texts hold.
    as_of: jiff::civil::Date,
    /// The part of the code that holds the country chart.
    chart: String,
    /// The part that holds the country groups.
    groups: String,
    /// The list whose tables of controls are read.
    list: Shipped,
}

/// A file made from the official texts.
struct Made {
    path: PathBuf,
    text: String,
}

/// Writes the tables, or with `check` says which files are not current.
pub(crate) fn run(root: &Path, corpus: &Path, check: bool) -> Outcome<()> {
    let path = root.join("xtask/licensing.yaml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let all: Vec<Tables> = serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut stale = Vec::new();
    for tables in &all {
        for made in make(root, corpus, tables)? {
            if fs::read_to_string(&made.path).is_ok_and(|old| old == made.text) {
                continue;
            }
            stale.push(made.path.display().to_string());
            if !check {
                fs::create_dir_all(made.path.parent().unwrap_or(root)).map_err(|e| e.to_string())?;
                fs::write(&made.path, made.text).map_err(|e| format!("{}: {e}", made.path.display()))?;
            }
        }
    }
    if check && !stale.is_empty() {
        return Err(format!("not current, run `cargo xtask data`: {}", stale.join(", ")));
    }
    Ok(())
}

fn make(root: &Path, corpus: &Path, tables: &Tables) -> Outcome<Vec<Made>> {
    let names = Names::read(root)?;
    let read = |name: &str| fs::read_to_string(corpus.join(name)).map_err(|e| format!("{name}: {e}"));
    let folder = root.join("jurisdictions").join(&tables.jurisdiction).join("licensing");
    let made = |file: &str, source: &str, body: String| Made { path: folder.join(file), text: format!("{}{body}", header(tables, source)) };
    let chart = chart::make(&read(&tables.chart)?, &names)?;
    let groups = groups::make(&read(&tables.groups)?, &names)?;
    let prepared = prepared(root, corpus, &tables.list)?;
    let (reach, closed) = reach::make(&prepared.document);
    println!(
        "{} licensing: {} destinations, {} country groups, {} reasons with a reach of their own, {} closings",
        tables.jurisdiction, chart.rows, groups.groups, reach.rows, closed.rows
    );
    Ok(vec![
        made("chart.yaml", &tables.chart, chart.yaml),
        made("groups.yaml", &tables.groups, groups.yaml),
        made("reach.yaml", &tables.list.text, reach.yaml),
        made("closed.yaml", &tables.list.text, closed.yaml),
    ])
}

fn header(tables: &Tables, source: &str) -> String {
    let mut out = format!("# Made by `cargo xtask data` ({source}).\n");
    let _ = writeln!(out, "jurisdiction: {}\nas-of: \"{}\"", tables.jurisdiction, tables.as_of);
    out
}

/// A table in YAML and the number of its rows.
struct Table {
    yaml: String,
    rows: usize,
}

/// Texts in quotes, in brackets.
fn quoted(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    format!("[{}]", quoted.join(", "))
}
