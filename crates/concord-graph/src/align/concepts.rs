//! Any two vocabularies of named concepts in a hierarchy, matched with the same space, index and assignment as control lists.
//!
//! Names are compared by their words and by the beginnings of their words. The synonyms of each vocabulary teach which words stand for each
//! other, and names are varied by them. What the broader concepts correspond to decides between names that are merely alike.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::assign::{Edge, assign};
use super::evidence::Evidence;
use super::index::{Index, Reach};
use super::space::{Bag, Name, Space, Weighing, similarity};
use super::stem::Stems;

/// A concept of a vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concept {
    /// Its names, the preferred one first.
    pub names: Vec<String>,
    /// The concepts that are broader or of which it is a part, as indices in the vocabulary.
    pub broader: Vec<usize>,
}

/// Two concepts held to be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConceptMatch {
    /// Index of the left concept.
    pub left: usize,
    /// Index of the right concept.
    pub right: usize,
    /// Similarity in thousandths.
    pub score: u32,
    /// Similarity of the names alone.
    pub names: u32,
    /// Similarity of what the broader concepts correspond to.
    pub context: u32,
}

/// How candidates are proposed.
const REACH: Reach = Reach { common: 400, rarest: 12, keep: 24 };
/// Letters of a word's beginning.
const BEGINNING: usize = 6;
/// Pairs of synonyms that must vary in the same words for the words to stand for each other.
const TAUGHT: usize = 2;
/// Names of a concept, variants included.
const MOST_NAMES: usize = 12;
/// Thousandths that a name counts which is a synonym, and which is a variant.
const SYNONYM: u32 = 990;
const VARIANT: u32 = 950;
/// Hundredths of the similarity that rest on the broader concepts.
const CONTEXT: u32 = 15;
/// Thousandths of similarity of names that are sure, and of names in context that are enough.
const SURE: u32 = 800;
const ENOUGH: u32 = 690;
/// Thousandths from which a pair competes with others, though it may not be enough.
const RIVAL: u32 = 600;

/// The weight of a whole word, and of a word's beginning.
fn weight(kind: Evidence) -> u32 {
    if kind == Evidence::Words { 8 } else { 4 }
}

/// A name as the set of its words, sorted.
type Words = Vec<String>;

/// Matches the concepts of two vocabularies, one to one; by left index.
pub fn align_concepts(left: &[Concept], right: &[Concept]) -> Vec<ConceptMatch> {
    let (l, r) = rayon::join(|| Vocabulary::new(left), || Vocabulary::new(right));
    let (space, left_bags, right_bags) = Space::new(&l.documents, &r.documents, &Weighing { kind: weight, one_sided: 100, squared: false });
    let (l, r) = (l.weighed(left_bags), r.weighed(right_bags));
    let index = Index::new(&space, r.bags.iter(), REACH);
    let candidates: Vec<Edge> = (0..left.len())
        .into_par_iter()
        .map_init(Vec::new, |sums, a| {
            let names = l.names(a).flat_map(|(_, name)| index.candidates(name, sums).into_iter().map(|at| r.owners[at]));
            let near: BTreeSet<usize> = names.collect();
            near.into_iter().map(|b| (a, b, l.names_alike(a, &r, b))).filter(|e| e.2 > 0).collect::<Vec<Edge>>()
        })
        .flatten()
        .collect();
    let sure = assign(candidates.iter().copied().filter(|e| e.2 >= SURE).collect());
    let images: BTreeMap<usize, usize> = sure.iter().map(|e| (e.0, e.1)).collect();
    let known: BTreeSet<usize> = images.values().copied().collect();
    let (above_left, above_right) = (ancestors(left), ancestors(right));
    let expected: Vec<BTreeSet<usize>> = above_left.iter().map(|up| up.iter().filter_map(|a| images.get(a).copied()).collect()).collect();
    let found: Vec<BTreeSet<usize>> = above_right.iter().map(|up| up.intersection(&known).copied().collect()).collect();
    let placed: Vec<(Edge, u32, u32)> = candidates
        .into_iter()
        .map(|(a, b, names)| {
            let (x, y) = (&expected[a], &found[b]);
            let common = u64::try_from(x.intersection(y).count()).unwrap_or(0);
            let context = if x.is_empty() && y.is_empty() { 500 } else { dice(common, x.len(), y.len()) };
            let score = (names * (100 - CONTEXT) + context * CONTEXT) / 100;
            ((a, b, score), names, context)
        })
        .filter(|p| p.0.2 >= RIVAL)
        .collect();
    let told: BTreeMap<(usize, usize), (u32, u32)> = placed.iter().map(|(e, names, context)| ((e.0, e.1), (*names, *context))).collect();
    let matched = assign(placed.into_iter().map(|p| p.0).collect());
    let told = |(left, right, score): Edge| {
        let (names, context) = told.get(&(left, right)).copied().unwrap_or_default();
        ConceptMatch { left, right, score, names, context }
    };
    matched.into_iter().filter(|e| e.2 >= ENOUGH).map(told).collect()
}

fn dice(common: u64, a: usize, b: usize) -> u32 {
    similarity(common, u64::try_from(a).unwrap_or(0), u64::try_from(b).unwrap_or(0)).min(1000)
}

/// All broader concepts of each concept, however far; a circle ends where it closes.
fn ancestors(concepts: &[Concept]) -> Vec<BTreeSet<usize>> {
    let above = |at: usize| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = concepts[at].broader.clone();
        while let Some(up) = open.pop() {
            if up < concepts.len() && up != at && seen.insert(up) {
                open.extend(&concepts[up].broader);
            }
        }
        seen
    };
    (0..concepts.len()).into_par_iter().map(above).collect()
}

/// The names of a vocabulary, each a document.
struct Vocabulary {
    /// The features of every name, concept by concept.
    documents: Vec<Vec<Name>>,
    /// For each concept where its names begin, and how many of them are printed.
    concepts: Vec<(usize, usize)>,
}

impl Vocabulary {
    fn new(concepts: &[Concept]) -> Self {
        let printed: Vec<Vec<Words>> = concepts.iter().map(|c| unique(c.names.iter().map(|n| words(n)))).collect();
        let swaps = taught(&printed);
        let mut out = Self { documents: Vec::new(), concepts: Vec::new() };
        for names in printed {
            out.concepts.push((out.documents.len(), names.len()));
            out.documents.extend(varied(&names, &swaps).iter().map(features));
        }
        out
    }

    fn weighed(self, bags: Vec<Bag>) -> Weighed {
        let ends = self.concepts.iter().skip(1).map(|c| c.0).chain([bags.len()]);
        let spans: Vec<(usize, usize, usize)> =
            self.concepts.iter().zip(ends).map(|((start, printed), end)| (*start, *printed, end)).collect();
        let owners = spans.iter().enumerate().flat_map(|(concept, (start, _, end))| std::iter::repeat_n(concept, end - start)).collect();
        Weighed { bags, spans, owners }
    }
}

struct Weighed {
    bags: Vec<Bag>,
    /// For each concept where its names begin, how many of them are printed, and where they end.
    spans: Vec<(usize, usize, usize)>,
    /// The concept of each name.
    owners: Vec<usize>,
}

impl Weighed {
    fn names(&self, concept: usize) -> impl Iterator<Item = (u32, &Bag)> {
        let (start, printed, end) = self.spans[concept];
        let counts = move |at: usize| match at {
            0 => 1000,
            _ if at < printed => SYNONYM,
            _ => VARIANT,
        };
        self.bags[start..end].iter().enumerate().map(move |(at, bag)| (counts(at), bag))
    }

    /// The similarity of the two names that are most alike.
    fn names_alike(&self, concept: usize, other: &Self, theirs: usize) -> u32 {
        let pairs = self.names(concept).flat_map(|(x, a)| other.names(theirs).map(move |(y, b)| a.similarity(b) * x / 1000 * y / 1000));
        pairs.max().unwrap_or(0)
    }
}

fn unique(names: impl Iterator<Item = Words>) -> Vec<Words> {
    let mut out: Vec<Words> = Vec::new();
    for name in names.filter(|n| !n.is_empty()) {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// The words of a name in one form: lower case, singular, numbers as digits, without words that only join.
fn words(name: &str) -> Words {
    const JOINING: [&str; 9] = ["of", "the", "and", "to", "in", "a", "an", "or", "with"];
    let lower = name.to_lowercase().replace("'s", "");
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !JOINING.contains(w));
    let mut out: Words = parts.map(singular).collect();
    out.sort();
    out.dedup();
    out
}

fn singular(word: &str) -> String {
    const NUMERALS: [&[&str]; 10] = [
        &["i", "first"],
        &["ii", "second"],
        &["iii", "third"],
        &["iv", "fourth"],
        &["v", "fifth"],
        &["vi", "sixth"],
        &["vii", "seventh"],
        &["viii", "eighth"],
        &["ix", "ninth"],
        &["x", "tenth"],
    ];
    if let Some(at) = NUMERALS.iter().position(|forms| forms.contains(&word)) {
        return (at + 1).to_string();
    }
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    for (ending, by) in [("ies", "y"), ("ae", "a"), ("s", "")] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3 && !kept) {
            return format!("{stem}{by}");
        }
    }
    word.to_owned()
}

fn features(name: &Words) -> Vec<Name> {
    let beginning = |word: &String| word.chars().take(BEGINNING).collect::<String>();
    let stems = Stems::new();
    let mut out: Vec<Name> = name.iter().map(|word| Name::new(Evidence::Words, &[stems.one(word).as_bytes()])).collect();
    out.extend(name.iter().map(|word| Name::new(Evidence::Phrases, &[beginning(word).as_bytes()])));
    out.sort_unstable();
    out.dedup();
    out
}

/// Words that stand for others, by the first of them.
type Swaps = BTreeMap<String, BTreeSet<(Words, Words)>>;

/// What the synonyms of a vocabulary teach: names of one concept that differ in a word or two.
fn taught(concepts: &[Vec<Words>]) -> Swaps {
    let mut counts: BTreeMap<(Words, Words), usize> = BTreeMap::new();
    for names in concepts {
        let mut here: BTreeSet<(Words, Words)> = BTreeSet::new();
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                let only = |x: &Words, y: &Words| x.iter().filter(|w| !y.contains(w)).cloned().collect::<Words>();
                let (x, y) = (only(a, b), only(b, a));
                let short = x.len().min(y.len()) == 1 && x.len().max(y.len()) <= 2;
                if short {
                    here.insert((x.clone(), y.clone()));
                    here.insert((y, x));
                }
            }
        }
        for swap in here {
            *counts.entry(swap).or_default() += 1;
        }
    }
    let mut out = Swaps::new();
    for ((from, to), _) in counts.into_iter().filter(|(_, n)| *n >= TAUGHT) {
        if let Some(first) = from.first().cloned() {
            out.entry(first).or_default().insert((from, to));
        }
    }
    out
}

/// The names with their variants behind them.
fn varied(names: &[Words], swaps: &Swaps) -> Vec<Words> {
    let mut out = names.to_vec();
    for name in names {
        for (from, to) in name.iter().filter_map(|word| swaps.get(word)).flatten() {
            if out.len() >= MOST_NAMES {
                return out;
            }
            if from.iter().all(|w| name.contains(w)) {
                let mut variant: Words = name.iter().filter(|w| !from.contains(w)).chain(to).cloned().collect();
                variant.sort();
                variant.dedup();
                if !out.contains(&variant) {
                    out.push(variant);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concept(names: &[&str], broader: &[usize]) -> Concept {
        Concept { names: names.iter().map(|n| (*n).to_owned()).collect(), broader: broader.to_vec() }
    }

    #[test]
    fn synonyms_teach_words_that_stand_for_each_other() {
        let left = [concept(&["kiln"], &[]), concept(&["rotary kiln door"], &[0]), concept(&["bell"], &[])];
        let right = [
            concept(&["Furnace", "Kiln"], &[]),
            concept(&["Small_Furnace", "small kiln"], &[0]),
            concept(&["Rotary_Furnace_Door"], &[0]),
            concept(&["Anvil"], &[]),
        ];
        let pairs: Vec<(usize, usize)> = align_concepts(&left, &right).iter().map(|m| (m.left, m.right)).collect();
        assert_eq!(pairs, [(0, 0), (1, 2)]);
    }

    #[test]
    fn circles_and_unknown_concepts_do_no_harm() {
        let round = [concept(&["a bolt"], &[1]), concept(&["a nut"], &[0, 7])];
        assert_eq!(align_concepts(&round, &round).len(), 2);
        assert!(align_concepts(&[], &round).is_empty());
    }
}
