//! Controls that the two lists number differently, listed by reading both: half of them to work with, half held out.

use std::collections::BTreeMap;
use std::path::Path;

use concord_graph::{AlignOptions, Alignment, Related, align_with_texts, relations};
use concord_model::texts::Texts;
use concord_model::{Code, List};
use serde::Deserialize;

use crate::Outcome;

/// Where the draw of the halves starts.
const SEED: u64 = 20_261_122;

/// One pair.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labelled {
    left: Code,
    right: Code,
    relation: String,
    kind: String,
}

impl Labelled {
    /// Whether an alignment has the pair, as a match or a part.
    pub(crate) fn is_found(&self, alignment: &Alignment) -> bool {
        let mut pairs = alignment.matches.iter().chain(alignment.parts.iter().map(|p| &p.pair));
        pairs.any(|m| m.left == self.left && m.right == self.right)
    }
}

/// The labelled pairs: those to work with, and those held out.
pub(crate) fn halves(root: &Path) -> Outcome<(Vec<Labelled>, Vec<Labelled>)> {
    let path = root.join("evaluation/alignment-pairs.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut pairs: Vec<Labelled> = text
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|e| format!("{}: {e}: {line}", path.display())))
        .collect::<Outcome<_>>()?;
    fastrand::Rng::with_seed(SEED).shuffle(&mut pairs);
    let held_out = pairs.split_off(pairs.len() / 2);
    Ok((pairs, held_out))
}

/// Prints how many pairs are found, with and without codes.
pub(crate) fn print(root: &Path, eu: (&List, Option<&Texts>), us: (&List, Option<&Texts>), verbose: bool) -> Outcome<()> {
    let (dev, held_out) = halves(root)?;
    for ignore_codes in [true, false] {
        let alignment = align_with_texts(eu, us, &AlignOptions { ignore_codes, ..AlignOptions::default() });
        let relations = relations(eu.0, us.0, &alignment);
        let pairs = alignment.matches.iter().chain(alignment.parts.iter().map(|p| &p.pair));
        let found: BTreeMap<(&Code, &Code), &Related> = pairs.zip(&relations).map(|(m, r)| ((&m.left, &m.right), r)).collect();
        println!("different codes{}:", if ignore_codes { ", codes ignored" } else { "" });
        for (name, pairs) in [("worked with", &dev), ("held out", &held_out)] {
            let hits: Vec<(&Labelled, &Related)> = pairs.iter().filter_map(|p| found.get(&(&p.left, &p.right)).map(|r| (p, *r))).collect();
            let right = hits.iter().filter(|(p, r)| p.relation == r.predicate.as_str()).count();
            println!("  {name}: {} of {} found, {right} with the right relation", hits.len(), pairs.len());
            if verbose {
                // Of the half held out only the sums are shown.
                let mut table: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
                for (p, r) in &hits {
                    *table.entry((&p.relation, r.predicate.as_str(), r.by)).or_default() += 1;
                }
                for ((truth, told, by), count) in table {
                    println!("    {truth} told as {told} by {by}: {count}");
                }
            }
            if verbose && name == "worked with" {
                for (p, r) in hits.iter().filter(|(p, r)| p.relation != r.predicate.as_str()) {
                    println!("    relation {} {}: {} but {:?}", p.left, p.right, p.relation, r);
                }
            }
            if verbose && name == "worked with" {
                for p in pairs.iter().filter(|p| !found.contains_key(&(&p.left, &p.right))) {
                    let instead: Vec<String> = alignment
                        .matches
                        .iter()
                        .filter(|m| m.left == p.left || m.right == p.right)
                        .map(|m| format!("{} = {} ({})", m.left, m.right, m.score))
                        .collect();
                    println!("    {} {} {} {} missed; {}", p.kind, p.left, p.right, p.relation, instead.join(", "));
                }
            }
        }
    }
    Ok(())
}
