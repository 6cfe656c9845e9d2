//! `cargo xtask eval mutants`: each shipped list against mutants of itself, whose differences are known.

mod found;
mod limits;
mod mutant;
mod renumber;
mod respell;
mod scope;

use std::path::Path;

use concord_compare::{Options, compare};
use concord_import::assemble;
use concord_import::document::{Document, RawEntry};
use concord_lexicon::Lexicon;
use concord_model::{Code, Entry, List, Severity, load_folder};
use fastrand::Rng;

use crate::Outcome;
use crate::data::{Shipped, import_shipped, list_folder, newest, prepared};
use mutant::{Expected, Mutant, Tally, judge};
use respell::{Notation, RESPELLINGS, other_decimal, other_mark};
use scope::{CHANGES, Facts};

/// Mutants of one kind made of one list, at most.
const MOST: usize = 60;

/// Makes mutants of every shipped list and prints what the comparison says of them. Real changes are made on the definitions,
/// respellings on the official texts, which must be at hand, before they are read.
pub(crate) fn run(root: &Path, corpus: Option<&Path>, seed: u64, verbose: bool) -> Outcome<()> {
    println!("seed {seed}");
    let mut failed = Vec::new();
    for list in newest(root)? {
        let original = original(root, corpus, &list)?;
        let mut rng = Rng::with_seed(seed);
        let mut rows = vec![("no change".to_owned(), judge(&compare(&original, &original, &Options::default()), &[]))];
        rows.extend(real(&original, &mut rng));
        let split = rows.len();
        rows.push(("renumbered".to_owned(), renumbered(&original, &mut rng)));
        match corpus {
            Some(corpus) => rows.extend(respelled(root, corpus, &list, &mut rng)?),
            None => println!("{}: respellings skipped: CONCORD_CORPUS is not set", original.id),
        }
        print(&original.id, &rows, split, verbose);
        failed.extend(short_of_target(&original.id, &rows, split));
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ")) }
}

/// The list as imported where the official text is at hand (`cargo xtask check` holds the shipped one to be the same), else as shipped.
fn original(root: &Path, corpus: Option<&Path>, list: &Shipped) -> Outcome<List> {
    if let Some(corpus) = corpus {
        return import_shipped(root, corpus, list).map(|imported| imported.list);
    }
    let folder = list_folder(root, list)?;
    let loaded = load_folder(&folder);
    let problem = loaded.diagnostics.iter().find(|d| d.severity == Severity::Error);
    loaded.list.ok_or_else(|| format!("{}: {}", folder.display(), problem.map_or_else(String::new, ToString::to_string)))
}

/// The real changes, one comparison a kind, at most one mutant an entry.
fn real(original: &List, rng: &mut Rng) -> Vec<(String, Tally)> {
    let facts = Facts::of(original);
    let kind = |(name, change): &(&str, scope::Change)| {
        let mut changed = original.clone();
        let mutants = spread(&mut changed.entries, rng, |entry, rng| change(entry, &facts, rng));
        ((*name).to_owned(), judge(&compare(original, &changed, &Options::default()), &mutants))
    };
    CHANGES.iter().map(kind).collect()
}

fn renumbered(original: &List, rng: &mut Rng) -> Tally {
    let facts = Facts::of(original);
    let mut changed = original.clone();
    let mutants = spread(&mut changed.entries, rng, |entry, rng| renumber::renumber(entry, &facts, rng));
    judge(&compare(original, &changed, &Options::default()), &mutants)
}

/// Changes entries in an order drawn at random until there are enough mutants.
fn spread(entries: &mut [Entry], rng: &mut Rng, mut change: impl FnMut(&mut Entry, &mut Rng) -> Option<Mutant>) -> Vec<Mutant> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    rng.shuffle(&mut order);
    let mut mutants = Vec::new();
    for at in order {
        let Some(entry) = entries.get_mut(at).filter(|e| mutants.len() < MOST && e.elsewhere.is_empty()) else { continue };
        let mut changed = entry.clone();
        if let Some(mutant) = change(&mut changed, rng) {
            *entry = changed;
            mutants.push(mutant);
        }
    }
    mutants
}

/// The respellings: the changed entries are read by the importer and take the place of the others.
fn respelled(root: &Path, corpus: &Path, list: &Shipped, rng: &mut Rng) -> Outcome<Vec<(String, Tally)>> {
    let text = prepared(root, corpus, list)?;
    let read = |document: &Document| assemble(document, &text.profile, &text.origin, Lexicon::english()).list;
    let base = read(&text.document);
    let notation = Notation::of(&text.document);
    let mut rows = Vec::new();
    for (name, respell) in RESPELLINGS {
        let changed = drawn(&text.document.entries, rng, |entry, rng| {
            let mut order: Vec<usize> = (0..entry.paragraphs.len()).collect();
            rng.shuffle(&mut order);
            order.into_iter().find_map(|at| {
                let paragraph = entry.paragraphs.get(at)?;
                let respelled = respell(&paragraph.text, notation)?;
                let what = format!("{} -> {respelled}", paragraph.text);
                let code = paragraph.code.clone();
                let mut out = entry.clone();
                out.paragraphs.get_mut(at)?.text = respelled;
                Some((out, code, what))
            })
        });
        let document = Document { decimal: notation.decimal, flattened_exponents: notation.flattened, ..Document::default() };
        rows.push((name.to_owned(), passed(&base, changed, document, &read)));
    }
    let changed = drawn(&text.document.entries, rng, |entry, _| {
        Some((other_decimal(entry, notation)?, entry.code.clone(), "every number with the other decimal mark".to_owned()))
    });
    let document = Document { decimal: other_mark(notation.decimal), flattened_exponents: notation.flattened, ..Document::default() };
    rows.push(("decimal mark".to_owned(), passed(&base, changed, document, &read)));
    Ok(rows)
}

/// Entries changed in an order drawn at random: the entry, the code and the words of the change.
fn drawn(
    entries: &[RawEntry],
    rng: &mut Rng,
    mut change: impl FnMut(&RawEntry, &mut Rng) -> Option<(RawEntry, String, String)>,
) -> Vec<(RawEntry, String, String)> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    rng.shuffle(&mut order);
    let mut out = Vec::new();
    for entry in order.into_iter().filter_map(|at| entries.get(at)) {
        if out.len() < MOST {
            out.extend(change(entry, rng));
        }
    }
    out
}

/// Reads the changed entries as `document` says, puts them into the list, and compares.
fn passed(base: &List, changed: Vec<(RawEntry, String, String)>, mut document: Document, read: &dyn Fn(&Document) -> List) -> Tally {
    let mutants: Vec<Mutant> = changed
        .iter()
        .filter_map(|(_, code, what)| {
            let code = Code::parse(code).ok()?;
            Some(Mutant {
                entry: code.entry(),
                left: Some(code.clone()),
                right: Some(code),
                expected: Expected::Nothing,
                what: what.clone(),
            })
        })
        .collect();
    document.entries = changed.into_iter().map(|(entry, _, _)| entry).collect();
    let mut list = base.clone();
    for entry in read(&document).entries {
        if let Some(place) = list.entries.iter_mut().find(|e| e.code() == entry.code()) {
            *place = entry;
        }
    }
    judge(&compare(base, &list, &Options::default()), &mutants)
}

fn print(list: &str, rows: &[(String, Tally)], split: usize, verbose: bool) {
    let (real, cosmetic) = rows.split_at(split);
    println!("\n{list}: changes of scope            mutants  right  covered  undecided  wrong  missed  unaccounted");
    let line = |name: &str, t: &Tally| {
        println!(
            "  {name:40} {:7} {:6} {:8} {:10} {:6} {:7} {:12}",
            t.mutants, t.right, t.covered, t.undecided, t.wrong, t.missed, t.false_findings
        );
    };
    for (name, tally) in real {
        line(name, tally);
    }
    line("together", &sum(real));
    println!("{list}: changes of wording          mutants  silent  with findings");
    let line = |name: &str, t: &Tally| println!("  {name:40} {:7} {:7} {:10}", t.mutants, t.right, t.false_findings);
    for (name, tally) in cosmetic {
        line(name, tally);
    }
    line("together", &sum(cosmetic));
    if verbose {
        for (name, tally) in rows {
            for remark in &tally.remarks {
                println!("  {name}: {remark}");
            }
        }
    }
}

fn sum(rows: &[(String, Tally)]) -> Tally {
    let mut total = Tally::default();
    for (_, tally) in rows {
        total.add(Tally { remarks: Vec::new(), ..tally.clone() });
    }
    total
}

/// The targets: fewer than 5 % of real changes missed or given another direction, fewer than 2 % of respellings with a finding.
fn short_of_target(list: &str, rows: &[(String, Tally)], split: usize) -> Vec<String> {
    let (real, cosmetic) = rows.split_at(split);
    let (real, cosmetic) = (sum(real), sum(cosmetic));
    let mut out = Vec::new();
    if (real.missed + real.wrong) * 20 >= real.mutants {
        out.push(format!("{list}: {} of {} real changes missed or with another direction", real.missed + real.wrong, real.mutants));
    }
    if cosmetic.false_findings * 50 >= cosmetic.mutants {
        out.push(format!("{list}: {} of {} respellings with a finding", cosmetic.false_findings, cosmetic.mutants));
    }
    out
}
