//! Scores the grammar against paragraphs labelled by hand, on (operator, value, unit).
//!
//! The labels stand beside the corpus (`gold/thresholds-*.jsonl`); where either is absent, the test says so and does nothing.

mod scoring;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use concord_import::adapter::{self, Input};
use concord_import::document::Document;
use concord_import::grammar::{Context, read};
use concord_lexicon::Lexicon;
use concord_quantity::NumberFormat;

use scoring::{Label, Score, Tally, score};

/// The least precision and recall, in thousandths.
const LEAST: usize = 970;

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("CONCORD_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: CONCORD_CORPUS is not set");
    }
    folder
}

#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn labels(corpus: &Path, name: &str) -> Option<Vec<Label>> {
    let path = corpus.parent()?.join("gold").join(name);
    let labels = std::fs::read_to_string(&path).ok().map(|text| scoring::labels(&text).expect("labels are JSON"));
    if labels.is_none() {
        eprintln!("skipped: no labels beside the corpus ({name})");
    }
    labels
}

/// Texts with their parents' texts, by code.
type Texts = BTreeMap<String, (String, Option<String>)>;

fn texts(document: &Document) -> Texts {
    let mut out = Texts::new();
    for entry in &document.entries {
        let mut own: BTreeMap<&str, &str> = BTreeMap::from([(entry.code.as_str(), entry.heading.as_str())]);
        own.extend(entry.paragraphs.iter().map(|p| (p.code.as_str(), p.text.as_str())));
        for (code, text) in &own {
            let parent = code.rsplit_once('.').and_then(|(parent, _)| own.get(parent));
            out.insert((*code).to_owned(), ((*text).to_owned(), parent.map(|p| (*p).to_owned())));
        }
    }
    out
}

fn document(path: &Path) -> Document {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(path).expect("the corpus holds the list");
    let inputs = [Input { name: &name, bytes: &bytes }];
    adapter::detect(&inputs).and_then(|a| a.read(&inputs)).expect("the list reads")
}

/// Letters and digits only: how the start of a text is recognised.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn measure(source: &str, labels: &[Label], texts: &Texts, numbers: NumberFormat, flattened: bool) -> Tally {
    let mut total = Score::default();
    let mut absent = 0;
    for labelled in labels {
        let start = letters(&labelled.snippet);
        let start: String = start.chars().take(start.chars().count().saturating_sub(4)).collect();
        let begins = |text: &str| letters(text).starts_with(&start);
        let by_code = texts.get(&labelled.code).filter(|(text, _)| begins(text));
        let Some((text, parent)) = by_code.or_else(|| texts.values().filter(|(text, _)| begins(text)).min()) else {
            absent += 1;
            continue;
        };
        let mut ctx = Context::new(Lexicon::english(), numbers, flattened);
        ctx.parent_text = parent.as_deref();
        let reading = read(text, &ctx);
        let score = score(labelled, &reading.when.conditions(), &|c| c.parameter.clone());
        for remark in score.remarks.iter().filter(|r| r.contains("not ")) {
            println!("{source} {remark}");
        }
        total.add(score);
    }
    println!("{source}: {}, {absent} labels without text", total.limits.text());
    total.limits
}

fn check(score: Tally, least_recall: usize) {
    assert!(score.precision() >= LEAST && score.recall() >= least_recall, "{}", score.text());
}

#[test]
fn us_labels_are_met() {
    let Some(corpus) = corpus() else { return };
    let Some(labels) = labels(&corpus, "thresholds-us.jsonl") else { return };
    let texts = texts(&document(&corpus.join("us/ear-ecfr-xml/2025-12-30/title-15_part-774_2025-12-30.xml.gz")));
    check(measure("us", &labels, &texts, NumberFormat::POINT, false), LEAST);
}

#[test]
fn eu_labels_are_met() {
    let Some(corpus) = corpus() else { return };
    let Some(labels) = labels(&corpus, "thresholds-eu-2025.jsonl") else { return };
    let texts = texts(&document(&corpus.join("eu/consolidated-2025-11-15/annex-i_2025-11-15.outline.txt")));
    // One labelled paragraph (a range given from its upper end "down to" its lower) is not read: it is listed as unread.
    check(measure("eu", &labels, &texts, NumberFormat::COMMA, true), 950);
}

#[test]
fn labels_of_a_printed_list_are_met() {
    let Some(corpus) = corpus() else { return };
    let Some(labels) = labels(&corpus, "thresholds-eu.jsonl") else { return };
    let texts = texts(&document(&corpus.join("eu/text/CELEX_02021R0821-20220505_EN.lines.tsv")));
    check(measure("eu in print", &labels, &texts, NumberFormat::COMMA, false), LEAST);
}

#[test]
fn wassenaar_labels_are_met() {
    let Some(corpus) = corpus() else { return };
    let Some(labels) = labels(&corpus, "thresholds-wa.jsonl") else { return };
    let lines =
        std::fs::read_to_string(corpus.join("regimes/wassenaar/2025_25_1_Corr/WA-LIST-25-1-Corr.lines.tsv")).expect("the lines read");
    check(measure("wassenaar", &labels, &paragraphs(&lines), NumberFormat::POINT, false), LEAST);
}

/// Paragraphs of a page-wise text: a new one starts at a label; page headings are dropped.
fn paragraphs(lines: &str) -> Texts {
    let mut out = Texts::new();
    let mut current = String::new();
    for line in lines.lines().skip(1) {
        let text = line.split('\t').nth(4).unwrap_or_default().trim();
        let page_heading =
            text.starts_with("WA-LIST") || text.starts_with("____") || text.starts_with("DUAL-USE LIST") || text.starts_with("- ");
        if page_heading {
            continue;
        }
        let label = text.split(' ').next().unwrap_or_default();
        let labelled =
            label.ends_with('.') && label.len() <= 12 && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '.') && label.len() > 1;
        if labelled || text.starts_with("Note") || text.starts_with("Technical") || text.starts_with("N.B") {
            let key = out.len().to_string();
            out.insert(key, (std::mem::take(&mut current), None));
            text.strip_prefix(label).filter(|_| labelled).unwrap_or(text).trim().clone_into(&mut current);
        } else {
            current.push(' ');
            current.push_str(text);
        }
    }
    out.insert(out.len().to_string(), (current, None));
    out
}

/// The share of number-bearing paragraphs without an unread number, with the commonest reasons for the rest.
#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn understood(source: &str, texts: &Texts, numbers: NumberFormat, flattened: bool) -> f64 {
    let (mut bearing, mut whole) = (0u32, 0u32);
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, (text, parent)) in texts {
        let mut ctx = Context::new(Lexicon::english(), numbers, flattened);
        ctx.parent_text = parent.as_deref();
        ctx.entry_code = code.split('.').next();
        let reading = read(text, &ctx);
        bearing += u32::from(reading.numeric_tokens > 0);
        whole += u32::from(reading.numeric_tokens > 0 && reading.unread.is_empty());
        reading.unread.iter().for_each(|u| *reasons.entry(u.reason).or_default() += 1);
    }
    let share = f64::from(whole) / f64::from(bearing.max(1));
    println!("{source}: {whole} of {bearing} number-bearing paragraphs understood ({share:.3}); the rest: {reasons:?}");
    share
}

#[test]
fn most_paragraphs_are_understood() {
    let Some(corpus) = corpus() else { return };
    let us = texts(&document(&corpus.join("us/ear-ecfr-xml/2026-01-29/title-15_part-774_2026-01-29.xml")));
    assert!(understood("us", &us, NumberFormat::POINT, false) >= 0.95);
    let eu = texts(&document(&corpus.join("eu/consolidated-2025-11-15/annex-i_2025-11-15.outline.txt")));
    assert!(understood("eu", &eu, NumberFormat::COMMA, true) >= 0.95);
}
