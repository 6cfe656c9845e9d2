//! Defined terms against defined terms: by name, definitional elements and words.

use std::collections::BTreeSet;

use concord_model::{Digest, List, Role, Term};
use serde::{Deserialize, Serialize};

use super::assign::{Edge, assign};
use super::evidence::Evidence;
use super::relation::Predicate;
use super::space::{Bag, Name, Space, Weighing};

/// Thousandths of similarity from which two terms of different names are held to be the same.
const LEAST: u32 = 550;
/// Thousandths of similarity of the definitions from which two terms are close rather than related.
const CLOSE: u32 = 400;

/// Two defined terms held to correspond.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermMatch {
    /// The left term.
    pub left: String,
    /// The right term.
    pub right: String,
    /// How they relate: by the inclusion of their definitional elements where one set holds the other.
    pub predicate: Predicate,
    /// Similarity of names and definitions in thousandths.
    pub score: u32,
    /// Why, in words.
    pub justification: String,
}

/// The weight of a feature of a term: words of the name count most, then whole elements, then the elements' words.
fn weight(kind: Evidence) -> u32 {
    match kind {
        Evidence::Words => 12,
        Evidence::Phrases => 4,
        _ => 3,
    }
}

/// Matches the defined terms of two lists, one to one; equal names go together. By left term.
pub fn align_terms(left: &List, right: &List) -> Vec<TermMatch> {
    let features = |list: &List| list.terms.iter().map(features).collect::<Vec<_>>();
    let (space, l, r) = Space::new(&features(left), &features(right), &Weighing { kind: weight, one_sided: 100, squared: false });
    let names = |bag: &Bag| space.of_kind(bag, Evidence::Words);
    let mut edges: Vec<Edge> = Vec::new();
    for (i, (x, a)) in left.terms.iter().zip(&l).enumerate() {
        for (j, (y, b)) in right.terms.iter().zip(&r).enumerate() {
            let same_name = x.term == y.term;
            let same_definition = x.definition.is_some() && x.definition == y.definition;
            let alike = if same_name || same_definition { 1000 } else { a.similarity(b).min(999) };
            // Definitions that share much say nothing if the names share no word.
            if alike == 1000 || (alike >= LEAST && names(a).shared(&names(b)) > 0) {
                edges.push((i, j, alike));
            }
        }
    }
    assign(edges).into_iter().map(|(i, j, _)| matched(&left.terms[i], &right.terms[j], (&l[i], &r[j]))).collect()
}

fn matched(left: &Term, right: &Term, (a, b): (&Bag, &Bag)) -> TermMatch {
    let score = if left.definition.is_some() && left.definition == right.definition { 1000 } else { a.similarity(b) };
    let name = if left.term == right.term { "the same name" } else { "names with words in common" };
    let (predicate, definition) = relation(left, right, score);
    TermMatch { left: left.term.clone(), right: right.term.clone(), predicate, score, justification: format!("{name}; {definition}") }
}

/// How two terms relate, by their definitional elements.
fn relation(left: &Term, right: &Term, score: u32) -> (Predicate, &'static str) {
    match (left.definition, right.definition) {
        (Some(a), Some(b)) if a == b => return (Predicate::Exact, "the same definition"),
        (Some(_), Some(_)) => {}
        _ => return (Predicate::Related, "one list uses the word without a definition"),
    }
    let elements = |term: &Term| -> BTreeSet<(bool, Digest)> { term.elements.iter().map(|e| (narrows(e.role), e.digest)).collect() };
    let (l, r) = (elements(left), elements(right));
    let extra: Vec<(bool, Digest)> = l.symmetric_difference(&r).copied().collect();
    let (restrictions, alternatives) = (extra.iter().any(|e| e.0), extra.iter().any(|e| !e.0));
    match (l.is_subset(&r), r.is_subset(&l)) {
        (true, true) => (Predicate::Close, "the same definitional elements, worded differently"),
        (true, false) if !alternatives => (Predicate::Narrow, "the right definition has further restrictions"),
        (true, false) if !restrictions => (Predicate::Broad, "the right definition includes more"),
        (false, true) if !alternatives => (Predicate::Broad, "the left definition has further restrictions"),
        (false, true) if !restrictions => (Predicate::Narrow, "the left definition includes more"),
        _ if score >= CLOSE => (Predicate::Close, "definitions with much in common"),
        _ => (Predicate::Related, "different definitions"),
    }
}

/// Whether an element of a definition takes something away.
fn narrows(role: Role) -> bool {
    matches!(role, Role::Restricts | Role::Excludes)
}

fn features(term: &Term) -> Vec<Name> {
    let words = |text: &str, kind: Evidence| -> Vec<Name> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 1)
            .map(|w| Name::new(kind, &[w.to_lowercase().as_bytes()]))
            .collect()
    };
    let mut out = words(&term.term, Evidence::Words);
    for element in &term.elements {
        out.push(Name::of(Evidence::Phrases, element.digest.0));
        out.extend(words(&element.phrase, Evidence::Context));
    }
    out.sort_unstable();
    out.dedup();
    out
}
