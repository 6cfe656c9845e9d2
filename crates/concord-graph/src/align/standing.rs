//! How the scopes of matched paragraphs stand to each other, by set inclusion.

use concord_model::{Code, Digest, Entry, List, Qualifier};
use concord_scope::{Builder, Options, Relation, Renaming, Scope, Siblings, Snap, Vocabulary, relate};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::relation::{Predicate, Standing, Text, predicate};
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
    let codes: FxHashMap<&str, &str> = alignment.matches.iter().map(|m| (m.left.as_str(), m.right.as_str())).collect();
    let pairs: Vec<&Match> = alignment.matches.iter().chain(alignment.parts.iter().map(|p| &p.pair)).collect();
    pairs.par_iter().map(|pair| related(pair, &sides.0, &sides.1, &codes)).collect()
}

fn related(pair: &Match, left: &Scopes<'_>, right: &Scopes<'_>, codes: &FxHashMap<&str, &str>) -> Related {
    if let Some((predicate, _)) = &pair.by_hand {
        return Related { standing: Standing::Undecided, predicate: *predicate, by: "a mapping by hand" };
    }
    let standing = standing(pair, left, right, codes);
    let by = match standing {
        Standing::Undecided => "what the texts have in common",
        _ => "the inclusion of the scopes",
    };
    Related { standing, predicate: predicate(standing, Text::of(pair)), by }
}

/// A list whose scopes are asked for.
struct Scopes<'l> {
    builder: Builder<'l>,
    entries: FxHashMap<&'l str, &'l Entry>,
}

impl<'l> Scopes<'l> {
    fn new(list: &'l List) -> Self {
        let options = Options { siblings: Siblings::Apart, without_general_notes: true, without_ancestors: true, ..Options::default() };
        Self { builder: Builder::new(list, options), entries: list.entries.iter().map(|e| (e.code().as_str(), e)).collect() }
    }

    /// The phrases of a paragraph and of all that stands under it.
    fn phrases(&self, code: &Code) -> impl Iterator<Item = &'l Qualifier> + use<'l> {
        let code = code.clone();
        let entry = self.entries.get(code.entry().as_str()).copied();
        let within = entry.into_iter().flat_map(|e| &e.paragraphs).filter(move |p| p.code.is_within(&code));
        within.flat_map(|p| p.qualifiers.iter().chain(p.notes.iter().flat_map(|n| &n.qualifiers)))
    }
}

fn standing(pair: &Match, left: &Scopes<'_>, right: &Scopes<'_>, codes: &FxHashMap<&str, &str>) -> Standing {
    let mut vocabulary = Vocabulary::default();
    let (Some(l), Some(r)) = (left.builder.scope(&pair.left, &mut vocabulary), right.builder.scope(&pair.right, &mut vocabulary)) else {
        return Standing::Undecided;
    };
    let mut renaming = Renaming::none();
    for phrase in left.phrases(&pair.left) {
        let theirs = translated(phrase, codes).and_then(|digest| vocabulary.find_phrase(digest));
        if let (Some(a), Some(b)) = (vocabulary.find_phrase(phrase.digest), theirs) {
            renaming.same_proposition(a, b);
        }
    }
    let snap = Snap::between(&l.printed, &r.printed, &renaming);
    let items = match relate(&l.items, &r.items, &vocabulary, &renaming, &snap).relation {
        Relation::Equal => Standing::Equal,
        Relation::Superset => Standing::LeftWider,
        Relation::Subset => Standing::RightWider,
        Relation::Overlapping => Standing::Overlapping,
        Relation::Disjoint => Standing::Disjoint,
        Relation::Incomparable(_) => Standing::Undecided,
    };
    with_components(items, &l, &r)
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
fn translated(phrase: &Qualifier, codes: &FxHashMap<&str, &str>) -> Option<Digest> {
    let plain = phrase.phrase.replace('"', "");
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
