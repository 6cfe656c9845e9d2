//! The alignment of two lists: which paragraph corresponds to which, decided by meaning.
//!
//! Evidence is named and weighed (`data/evidence.yaml`); an inverted index proposes candidates; each step is a global assignment over sparse
//! candidates. The order is: entries, first by what they and their paragraphs speak of, then once more by the controls they refer to; down the
//! trees of matched entries; across levels inside them; and at last the whole other list for a control that sits elsewhere. Codes are evidence
//! only where the two lists share the numbering, which is detected, and they never are proof.

mod assign;
mod concepts;
mod elsewhere;
mod entries;
mod evidence;
mod hand;
mod index;
mod inside;
mod matching;
mod numbering;
mod outcome;
mod paragraphs;
mod reading;
mod references;
mod relation;
mod score;
mod side;
mod space;
mod standing;
mod stem;
mod terms;

use std::collections::BTreeSet;

use concord_model::texts::Texts;
use concord_model::{Code, List};
use serde::{Deserialize, Serialize};

pub use concepts::{Concept, ConceptMatch, align_concepts};
pub use evidence::{Evidence, Row};
pub use hand::{Conflict, HandMapping};
pub use relation::{Predicate, Standing, Text, predicate};
pub use standing::{Related, relations};
pub use terms::{TermMatch, align_terms};

use matching::Matching;

/// What an alignment is told beside the two lists.
#[derive(Clone, Debug, Default)]
pub struct AlignOptions {
    /// Leaves codes out of everything: evidence, ties and order.
    pub ignore_codes: bool,
    /// Mappings made by hand; they win over computed ones.
    pub hand: Vec<HandMapping>,
    /// Tells also which candidates were not taken, and what they lack.
    pub details: bool,
    /// Kinds of evidence to leave out, to see what they are worth.
    pub without: BTreeSet<Evidence>,
}

/// Where a pair was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Two entries.
    Entry,
    /// Children of matched parents.
    Children,
    /// Another level under matched paragraphs.
    Level,
    /// Elsewhere in the other list.
    Elsewhere,
}

/// Two paragraphs held to be the same control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Left code.
    pub left: Code,
    /// Right code.
    pub right: Code,
    /// Similarity in thousandths.
    pub score: u32,
    /// What speaks for it, with the thousandths that rest on each kind, greatest first.
    pub evidence: Vec<(Evidence, u32)>,
    /// What the two do not share, sub-paragraphs included, by kind, in thousandths of all that both speak of; greatest first.
    pub differs: Vec<(Evidence, u32)>,
    /// Where it was found.
    pub place: Place,
    /// Why, in words.
    pub justification: String,
    /// What a mapping by hand says of the pair, and where it stands.
    pub by_hand: Option<(Predicate, String)>,
}

/// A further counterpart of a paragraph that has one already: a control that the other list splits or merges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The pair.
    pub pair: Match,
    /// Whether the left control is split over several right ones, or merged with others into one.
    pub shape: Shape,
}

/// How a control of one list corresponds to several of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One left control, several right ones.
    Split,
    /// Several left controls, one right one.
    Merged,
    /// Said by hand, beside the match.
    Related,
}

/// A candidate that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Left code.
    pub left: Code,
    /// Right code.
    pub right: Code,
    /// Similarity in thousandths.
    pub score: u32,
    /// The kinds of evidence it lacks, those that would weigh most first.
    pub missing: Vec<Evidence>,
    /// Why it was not taken.
    pub why: String,
}

/// A paragraph without a match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Its code.
    pub code: Code,
    /// The match of its parent on the other side.
    pub under: Option<Code>,
    /// The best rejected candidate and its similarity in thousandths.
    pub nearest: Option<(Code, u32)>,
    /// The kinds of evidence that the best rejected candidate lacks, those that would weigh most first; only if details are asked for.
    pub missing: Vec<Evidence>,
}

/// The alignment of two lists. Reserved paragraphs take no part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alignment {
    /// One-to-one matches by left code.
    pub matches: Vec<Match>,
    /// Further counterparts, by left code.
    pub parts: Vec<Part>,
    /// Left paragraphs without a match, by code.
    pub left_only: Vec<Unmatched>,
    /// Right paragraphs without a match, by code.
    pub right_only: Vec<Unmatched>,
    /// Candidates of unmatched paragraphs that were not taken, by left code; only if details are asked for.
    pub rejected: Vec<Rejected>,
    /// Mappings by hand that contradict each other or name a paragraph that is not there.
    pub conflicts: Vec<Conflict>,
    /// Whether codes were taken as evidence.
    pub shared_numbering: bool,
}

/// Aligns two lists. The alignment is the same whichever list stands first, ties included.
pub fn align(left: &List, right: &List) -> Alignment {
    align_with(left, right, &AlignOptions::default())
}

/// Aligns two lists under options.
pub fn align_with(left: &List, right: &List, options: &AlignOptions) -> Alignment {
    align_with_texts((left, None), (right, None), options)
}

/// Aligns two lists under options, by the words of their official texts as well where both are at hand.
pub fn align_with_texts(left: (&List, Option<&Texts>), right: (&List, Option<&Texts>), options: &AlignOptions) -> Alignment {
    let key = |list: &List| (list.jurisdiction.clone(), list.id.clone());
    if key(left.0) <= key(right.0) {
        Matching::new(left, right, options).run()
    } else {
        let swapped = AlignOptions { hand: options.hand.iter().map(HandMapping::mirrored).collect(), ..options.clone() };
        Matching::new(right, left, &swapped).run().mirrored()
    }
}

/// The candidates that the alignment saw for each left entry: left code, right code, similarity in thousandths; the best of each entry first.
pub fn entry_candidates(left: (&List, Option<&Texts>), right: (&List, Option<&Texts>), options: &AlignOptions) -> Vec<(Code, Code, u32)> {
    Matching::new(left, right, options).ranked()
}
