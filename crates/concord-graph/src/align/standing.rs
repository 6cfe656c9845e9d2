//! How the scopes of matched paragraphs stand to each other, by set inclusion.

use concord_model::{Code, Digest, Entry, List, Paragraph, Qualifier};
use concord_scope::{Builder, Formula, Options, Relation, Renaming, Scope, Siblings, Snap, Vocabulary, relate};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::reading::Reader;
use super::relation::{Predicate, Standing, Text, predicate};
use super::stem::Stems;
use super::{Alignment, Match};

/// How a matched pair relates, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// How the scopes stand to each other.
    pub standing: Standing,
    /// The predicate of the mapping.
    pub predicate: Predicate,
    /// What decided it, in words.
    pub by: &'static str,
}

/// How the pairs of an alignment relate: its matches in order, then its parts.
///
/// The scope of a paragraph is what it and its sub-paragraphs say; its ancestors are left out, because they are matched on their own. References
/// are read through the alignment.
pub fn relations(left: &List, right: &List, alignment: &Alignment) -> Vec<Related> {
    let sides = (Scopes::new(left), Scopes::new(right));
    let codes: Codes<'_> = alignment.matches.iter().map(|m| (m.left.as_str(), m.right.as_str())).collect();
    let pairs: Vec<&Match> = alignment.matches.iter().chain(alignment.parts.iter().map(|p| &p.pair)).collect();
    pairs.par_iter().map_init(Stems::new, |stems, pair| related(pair, &sides.0, &sides.1, &codes, stems)).collect()
}

fn related(pair: &Match, left: &Scopes<'_>, right: &Scopes<'_>, codes: &Codes<'_>, stems: &Stems) -> Related {
    if let Some((predicate, _)) = &pair.by_hand {
        return Related { standing: Standing::Undecided, predicate: *predicate, by: "a mapping by hand" };
    }
    let (standing, read) = standing(pair, left, right, codes, stems);
    let text = Text::of(pair);
    let by = match standing {
        Standing::Undecided => "what the texts have in common",
        _ if read => "the inclusion of the scopes, with phrases that differ in few words read as the same",
        _ => "the inclusion of the scopes",
    };
    Related { standing, predicate: predicate(standing, text), by }
}

/// The matches of left codes.
pub(super) type Codes<'a> = FxHashMap<&'a str, &'a str>;

/// A list whose scopes are asked for.
pub(super) struct Scopes<'l> {
    builder: Builder<'l>,
    entries: FxHashMap<&'l str, &'l Entry>,
}

impl<'l> Scopes<'l> {
    fn new(list: &'l List) -> Self {
        let options = Options { siblings: Siblings::Apart, without_general_notes: true, without_ancestors: true, ..Options::default() };
        Self { builder: Builder::new(list, options), entries: list.entries.iter().map(|e| (e.code().as_str(), e)).collect() }
    }

    /// A paragraph and all that stands under it.
    fn within(&self, code: &Code) -> impl Iterator<Item = &'l Paragraph> + use<'l> {
        let code = code.clone();
        self.entry(&code).into_iter().flat_map(|e| &e.paragraphs).filter(move |p| p.code.is_within(&code))
    }

    /// The paragraphs that a paragraph stands under.
    fn above(&self, code: &Code) -> Vec<&'l Paragraph> {
        let entry = self.entry(code);
        entry.into_iter().flat_map(|e| &e.paragraphs).filter(|p| p.code != *code && code.is_within(&p.code)).collect()
    }

    fn entry(&self, code: &Code) -> Option<&'l Entry> {
        self.entries.get(code.entry().as_str()).copied()
    }

    fn paragraph(&self, code: &Code) -> Option<&'l Paragraph> {
        self.entry(code)?.paragraph(code)
    }
}

/// How the scopes of a pair stand to each other, and whether phrases had to be read as the same for that.
fn standing(pair: &Match, left: &Scopes<'_>, right: &Scopes<'_>, codes: &Codes<'_>, stems: &Stems) -> (Standing, bool) {
    let mut vocabulary = Vocabulary::default();
    let (Some(l), Some(r)) = (left.builder.scope(&pair.left, &mut vocabulary), right.builder.scope(&pair.right, &mut vocabulary)) else {
        return (Standing::Undecided, false);
    };
    let mut renaming = Renaming::none();
    let phrases = left.within(&pair.left).flat_map(|p| p.qualifiers.iter().chain(p.notes.iter().flat_map(|n| &n.qualifiers)));
    for phrase in phrases {
        let theirs = translated(phrase, codes).and_then(|digest| vocabulary.find_phrase(digest));
        if let (Some(a), Some(b)) = (vocabulary.find_phrase(phrase.digest), theirs) {
            renaming.same_proposition(a, b);
        }
    }
    let stand = |left: &Formula, right: &Formula, renaming: &Renaming| {
        let snap = Snap::between(&l.printed, &r.printed, renaming);
        let items = match relate(left, right, &vocabulary, renaming, &snap).relation {
            Relation::Equal => Standing::Equal,
            Relation::Superset => Standing::LeftWider,
            Relation::Subset => Standing::RightWider,
            Relation::Overlapping => Standing::Overlapping,
            Relation::Disjoint => Standing::Disjoint,
            Relation::Incomparable(_) => Standing::Undecided,
        };
        with_components(items, &l, &r)
    };
    let proved = stand(&l.items, &r.items, &renaming);
    // What is read as the same is no better ground than texts that differ in few words and in no fact.
    if proved == Standing::Equal || proved == Standing::Undecided && Text::of(pair) == Text::NearlyEqual {
        return (proved, false);
    }
    let mut reader = Reader::new(stems, &vocabulary, (&l.items, &r.items), codes, renaming);
    for ours in left.within(&pair.left) {
        let counterpart = if ours.code == pair.left { Some(pair.right.as_str()) } else { codes.get(ours.code.as_str()).copied() };
        let theirs = counterpart.and_then(|code| Code::parse(code).ok()).filter(|code| code.is_within(&pair.right));
        let Some(theirs) = theirs.and_then(|code| right.paragraph(&code)) else { continue };
        reader.read((ours, theirs), (&left.above(&ours.code), &right.above(&theirs.code)));
    }
    reader.symbols();
    let (ours, theirs) = reader.scopes();
    let read = stand(&ours, &theirs, &reader.same);
    match (proved, read) {
        (_, Standing::Equal) | (Standing::Undecided, Standing::LeftWider | Standing::RightWider | Standing::Overlapping) => (read, true),
        _ => (proved, false),
    }
}

/// Takes the separate branches for components into account.
fn with_components(items: Standing, left: &Scope, right: &Scope) -> Standing {
    let same =
        left.components.len() == right.components.len() && left.components.iter().zip(&right.components).all(|(a, b)| a.own == b.own);
    match (items, left.components.is_empty(), right.components.is_empty()) {
        _ if same => items,
        (Standing::Equal | Standing::LeftWider, false, true) => Standing::LeftWider,
        (Standing::Equal | Standing::RightWider, true, false) => Standing::RightWider,
        _ => Standing::Undecided,
    }
}

/// The digest of a left phrase with the codes it names put into the right list's numbering; none where it names none, or was cut short.
fn translated(phrase: &Qualifier, codes: &Codes<'_>) -> Option<Digest> {
    let plain = phrase.words();
    if !plain.contains("ref:") || Digest::of(&plain) != phrase.digest {
        return None;
    }
    let word = |word: &str| -> String {
        let code = word.strip_prefix("ref:").and_then(|c| Code::parse(c).ok());
        code.and_then(|c| codes.get(c.as_str()).map(|right| format!("ref:{}", right.to_ascii_lowercase())))
            .unwrap_or_else(|| word.to_owned())
    };
    Some(Digest::of(&plain.split(' ').map(word).collect::<Vec<_>>().join(" ")))
}
