//! `cargo xtask eval extraction`: the importer against labels made by hand.

mod score;
#[path = "../../../crates/concord-import/tests/scoring/mod.rs"]
mod scoring;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use concord_import::ImportReport;
use concord_model::{Code, List};
use serde::Deserialize;

use crate::Outcome;
use crate::data::{Shipped, import_shipped};
use score::{Score, score};
use scoring::{Tally, labels, share};

/// What a file of labels serves.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Purpose {
    /// To measure only: whoever improves the tool never looks at them, so single disagreements are not printed.
    Blind,
    /// To improve the tool by.
    Development,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::Blind => "blind",
            Self::Development => "development",
        }
    }
}

/// One file of labels, as `xtask/evaluation.yaml` states it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFile {
    /// The file: under the project's `evaluation` folder, or under `gold` for the folder of expected results beside it.
    #[serde(rename = "labels")]
    file: String,
    /// What the labels serve.
    purpose: Purpose,
    /// Only labels of this source count.
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    jurisdiction: String,
    #[serde(default)]
    profile: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    as_of: Option<jiff::civil::Date>,
    /// Why it cannot be scored.
    #[serde(default)]
    skipped: Option<String>,
}

/// Scores every file of labels that is at hand; `gold` is the folder of expected results, beside the project if not given.
pub(crate) fn run(root: &Path, corpus: &Path, gold: Option<&str>, verbose: bool) -> Outcome<()> {
    let gold = gold.map_or_else(|| root.join("../shared/gold"), PathBuf::from);
    let path = root.join("xtask/evaluation.yaml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let files: Vec<LabelFile> = serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut imports: BTreeMap<String, (List, ImportReport)> = BTreeMap::new();
    for file in &files {
        let path = match file.file.strip_prefix("gold/") {
            Some(name) => gold.join(name),
            None => root.join(&file.file),
        };
        if let Some(why) = &file.skipped {
            println!("{}: skipped: {why}", file.file);
            continue;
        }
        if !path.exists() {
            println!("{}: skipped: there is no such file", file.file);
            continue;
        }
        let as_of = file.as_of.ok_or_else(|| format!("{}: `as_of` is missing", file.file))?;
        if !imports.contains_key(&file.text) {
            let shipped = Shipped {
                jurisdiction: file.jurisdiction.clone(),
                profile: file.profile.clone(),
                text: file.text.clone(),
                beside: Vec::new(),
                as_of,
            };
            let imported = import_shipped(root, corpus, &shipped)?;
            imports.insert(file.text.clone(), (imported.list, imported.report));
        }
        if let Some((list, _)) = imports.get(&file.text) {
            print(file, &scored(file, &path, list)?, verbose);
        }
    }
    for (text, (list, report)) in &imports {
        understood(text, list, report);
    }
    Ok(())
}

/// The scores of one file.
#[derive(Default)]
struct Scores {
    paragraphs: usize,
    all: Score,
    /// Without the labels that their maker marked as open to another reading, before the importer was run on them.
    undisputed: Score,
    debatable: usize,
}

fn scored(file: &LabelFile, path: &Path, list: &List) -> Outcome<Scores> {
    let mut scores = Scores::default();
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    for label in labels(&text)
        .map_err(|e| format!("{}, {e}", path.display()))?
        .iter()
        .filter(|l| file.source.as_ref().is_none_or(|s| *s == l.source))
    {
        let code = Code::parse(&label.code).map_err(|e| format!("{}: {e}", file.file))?;
        let found = list.entry(&code).and_then(|e| Some((e, e.paragraph(&code)?)));
        scores.all.add(score(label, found));
        scores.paragraphs += 1;
        if label.debatable {
            scores.debatable += 1;
        } else {
            scores.undisputed.add(score(label, found));
        }
    }
    Ok(scores)
}

fn print(file: &LabelFile, scores: &Scores, verbose: bool) {
    let Scores { paragraphs, all: score, undisputed, debatable } = scores;
    let date = file.as_of.map_or_else(String::new, |d| d.to_string());
    println!("{} ({}, {paragraphs} paragraphs, text of {date})", file.file, file.purpose.name());
    if score.limits.limits != Tally::default() {
        println!("  operator, value, unit:  {}", score.limits.limits.text());
        println!("  and parameter:          {}", score.limits.with_parameter.text());
        println!("  measuring settings:     {}", score.limits.settings.text());
        if *debatable > 0 {
            println!("  without {debatable:2} debatable:   {}", undisputed.limits.limits.text());
        }
    }
    for (name, tally) in [("connective of children:", score.connective), ("children:", score.children)] {
        let all = tally.hits + tally.missed;
        if all > 0 {
            println!("  {name:23} {} ({} of {all})", share(tally.hits, all), tally.hits);
        }
    }
    if verbose && file.purpose == Purpose::Development {
        for line in &score.limits.remarks {
            println!("    {line}");
        }
    }
}

fn understood(text: &str, list: &List, report: &ImportReport) {
    println!(
        "{} ({text}): {} of {} number-bearing paragraphs fully understood ({})",
        list.id,
        report.understood,
        report.with_numbers,
        share(report.understood, report.with_numbers)
    );
    for (reason, paragraphs) in report.reasons().iter().take(10) {
        println!("  {paragraphs} paragraphs: {reason}");
    }
}
