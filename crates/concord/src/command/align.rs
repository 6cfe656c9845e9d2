//! `concord align`: which paragraph of one list corresponds to which of the other, and why.

use std::fmt::Write as _;

use concord_graph::mapping::{MappingSet, Namespace, hand_mappings, merge, of_alignment, of_terms, sssom};
use concord_graph::{AlignOptions, Alignment, Evidence, Match, Related, TermMatch, Unmatched, align_terms, align_with, relations};
use concord_model::List;
use serde_json::{Value, json};

use crate::cli::{AlignArgs, Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Prints the alignment.
pub(crate) fn run(args: &AlignArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let form = global.format.unwrap_or(Format::Text);
    if !matches!(form, Format::Text | Format::Jsonl | Format::Sssom) {
        return Err(form.refuse("align", "text, jsonl and sssom"));
    }
    let (left, right) = (data.list(&args.left)?, data.list(&args.right)?);
    let hand = data.mappings()?;
    let between = hand_mappings(&hand, &left.jurisdiction, &right.jurisdiction);
    let options = AlignOptions { ignore_codes: args.ignore_codes, details: true, hand: between, ..AlignOptions::default() };
    let progress = output.progress("aligning");
    let alignment = align_with(&left, &right, &options);
    let told = Told {
        relations: relations(&left, &right, &alignment),
        terms: align_terms(&left, &right),
        left,
        right,
        alignment,
        rejected: args.rejected,
        hand,
    };
    drop(progress);
    output.data(&match form {
        Format::Jsonl => jsonl(&told),
        Format::Sssom => sssom(&told)?,
        _ => text(&told),
    })
}

/// Hand mappings and computed ones as SSSOM.
fn sssom(told: &Told) -> Result<String, Failure> {
    let (left, right, namespace) = (&told.left, &told.right, Namespace::default());
    let computed = [of_alignment(left, right, &told.alignment, &namespace), of_terms(left, right, &namespace)];
    let sets: Vec<&MappingSet> = told.hand.iter().chain(&computed).collect();
    let codes = [left.jurisdiction.clone(), right.jurisdiction.clone()];
    let merged = merge(&sets, &codes, &format!("{} and {}", left.title, right.title), &namespace);
    sssom::write(&merged).map_err(|error| Failure::input(error.to_string(), ""))
}

/// All that is told.
struct Told {
    left: List,
    right: List,
    alignment: Alignment,
    relations: Vec<Related>,
    terms: Vec<TermMatch>,
    rejected: bool,
    hand: Vec<MappingSet>,
}

impl Told {
    /// Matches and parts with how they relate; the shape is empty for a match.
    fn pairs(&self) -> impl Iterator<Item = (&Match, String, &Related)> {
        let matches = self.alignment.matches.iter().map(|m| (m, String::new()));
        let parts = self.alignment.parts.iter().map(|p| (&p.pair, name(p.shape)));
        matches.chain(parts).zip(&self.relations).map(|((pair, shape), related)| (pair, shape, related))
    }
}

/// The name of a kind, as machine output spells it.
fn name(kind: impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn shares(evidence: &[(Evidence, u32)]) -> Value {
    evidence.iter().map(|(kind, share)| json!({"kind": kind, "share": share})).collect()
}

/// One object a line: matches and parts, then unmatched paragraphs, rejected candidates if asked for, terms.
fn jsonl(told: &Told) -> String {
    let mut out = String::new();
    let mut line = |value: Value| {
        let _ = writeln!(out, "{value}");
    };
    for (pair, shape, related) in told.pairs() {
        line(json!({
            "kind": if shape.is_empty() { "match" } else { "part" },
            "left": pair.left, "right": pair.right,
            "predicate": related.predicate, "standing": related.standing, "decided_by": related.by,
            "score": pair.score, "place": pair.place, "shape": shape,
            "evidence": shares(&pair.evidence), "differs": shares(&pair.differs),
            "justification": pair.justification,
        }));
    }
    for (side, unmatched) in [("left", &told.alignment.left_only), ("right", &told.alignment.right_only)] {
        for u in unmatched {
            let (nearest, score) = u.nearest.clone().unzip();
            line(json!({
                "kind": "unmatched", "side": side, "code": u.code, "under": u.under,
                "nearest": nearest, "score": score, "missing": u.missing,
            }));
        }
    }
    for r in told.alignment.rejected.iter().filter(|_| told.rejected) {
        line(json!({"kind": "rejected", "left": r.left, "right": r.right, "score": r.score, "missing": r.missing, "why": r.why}));
    }
    for t in &told.terms {
        line(json!({
            "kind": "term", "left": t.left, "right": t.right, "predicate": t.predicate, "score": t.score, "justification": t.justification,
        }));
    }
    for c in &told.alignment.conflicts {
        line(json!({"kind": "conflict", "left": c.left, "right": c.right, "what": c.what, "sources": c.sources}));
    }
    out
}

fn text(told: &Told) -> String {
    let a = &told.alignment;
    let mut out = String::new();
    let numbering = if a.shared_numbering { "codes taken as evidence" } else { "codes left out" };
    let _ = writeln!(
        out,
        "{} and {}: {} matches, {} further counterparts; {numbering}\n",
        told.left.id,
        told.right.id,
        a.matches.len(),
        a.parts.len()
    );
    for (pair, _, related) in told.pairs() {
        let codes = format!("{} = {}", pair.left, pair.right);
        let _ = writeln!(out, "{codes:32}  {:7}  {:>3}%  {}", related.predicate.as_str(), pair.score / 10, pair.justification);
    }
    for (list, unmatched) in [(&told.left, &a.left_only), (&told.right, &a.right_only)] {
        let _ = writeln!(out, "\n{}: {} paragraphs without a counterpart", list.id, unmatched.len());
        for u in unmatched {
            let _ = writeln!(out, "{:32}  {}", u.code.to_string(), nearest(u));
        }
    }
    if told.rejected {
        let _ = writeln!(out, "\n{} candidates not taken", a.rejected.len());
        for r in &a.rejected {
            let codes = format!("{} ~ {}", r.left, r.right);
            let _ = writeln!(out, "{codes:32}  {:>3}%  {}; lacks {}", r.score / 10, r.why, lacks(&r.missing));
        }
    }
    let _ = writeln!(out, "\n{} defined terms", told.terms.len());
    for t in &told.terms {
        let terms = if t.left == t.right { t.left.clone() } else { format!("{} = {}", t.left, t.right) };
        let _ = writeln!(out, "{terms:32}  {:7}  {:>3}%  {}", t.predicate.as_str(), t.score / 10, t.justification);
    }
    for c in &a.conflicts {
        let _ = writeln!(out, "conflict: {} and {}: {} ({})", c.left, c.right, c.what, c.sources.join(", "));
    }
    out
}

/// The best rejected candidate of a paragraph, and what it lacks.
fn nearest(unmatched: &Unmatched) -> String {
    match &unmatched.nearest {
        Some((code, score)) => format!("nearest {code} ({}%), lacks {}", score / 10, lacks(&unmatched.missing)),
        None => "no candidate".to_owned(),
    }
}

fn lacks(missing: &[Evidence]) -> String {
    let words: Vec<&str> = missing.iter().map(|kind| kind.row().absent.as_str()).collect();
    if words.is_empty() { "nothing of its own".to_owned() } else { words.join(", ") }
}
