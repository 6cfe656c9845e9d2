//! What paragraphs assert of an item: the identities of their subjects and phrases.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Code, Digest, List, Paragraph, Role};
use rustc_hash::FxHashMap;

use crate::side::Indexed;

/// Entries that must name a subject before it is held to be generic.
pub(super) const GENERIC_FROM: usize = 4;

pub(super) fn generic(list: &List) -> BTreeSet<Digest> {
    // A label and a phrase of the same words have one identity; a label's is worked out once.
    let mut labels: FxHashMap<&str, Digest> = FxHashMap::default();
    let mut named: FxHashMap<Digest, (usize, usize)> = FxHashMap::default();
    for (at, entry) in list.entries.iter().enumerate() {
        for paragraph in &entry.paragraphs {
            let label = (!paragraph.subject.is_empty())
                .then(|| *labels.entry(&paragraph.subject).or_insert_with(|| Digest::of(&paragraph.subject)));
            let phrases = paragraph.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.digest);
            for digest in phrases.chain(label) {
                let (latest, count) = named.entry(digest).or_insert((usize::MAX, 0));
                if *latest != at {
                    (*latest, *count) = (at, *count + 1);
                }
            }
        }
    }
    let named: BTreeMap<Digest, (usize, usize)> = named.into_iter().collect();
    named.into_iter().filter(|(_, (_, n))| *n >= GENERIC_FROM).map(|(d, _)| d).collect()
}

/// Identities of a paragraph's subjects: its label and its subject phrases.
pub(super) fn subjects(paragraph: &Paragraph) -> Vec<Digest> {
    let mut out: Vec<Digest> = paragraph.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.digest).collect();
    if !paragraph.subject.is_empty() {
        out.push(Digest::of(&paragraph.subject));
    }
    out
}

/// Identities of what a paragraph's own words assert.
pub(super) fn own_digests(side: &Indexed<'_>, code: &Code) -> BTreeSet<Digest> {
    side.get(code).map_or_else(BTreeSet::new, |(_, p)| asserted(p))
}

pub(super) fn asserted(paragraph: &Paragraph) -> BTreeSet<Digest> {
    let mut out: BTreeSet<Digest> = paragraph.qualifiers.iter().filter(|q| q.role != Role::Excludes).map(|q| q.digest).collect();
    if !paragraph.subject.is_empty() {
        out.insert(Digest::of(&paragraph.subject));
        out.insert(Digest::of(&format!("{}|{}", paragraph.subject, paragraph.residue)));
    }
    out
}

pub(super) fn path<'a>(side: &'a Indexed<'a>, code: &Code) -> Vec<&'a Paragraph> {
    let mut out: Vec<&Paragraph> = side.get(code).map(|(_, p)| p).into_iter().collect();
    let mut up = side.parent(code);
    while let Some(paragraph) = up {
        out.push(paragraph);
        up = side.parent(&paragraph.code);
    }
    out
}

pub(super) fn path_digests(side: &Indexed<'_>, code: &Code) -> BTreeSet<Digest> {
    path(side, code).into_iter().flat_map(asserted).collect()
}

/// Phrases that take items out somewhere on the path: holding them would leave no item.
pub(super) fn excluded_digests(side: &Indexed<'_>, code: &Code) -> BTreeSet<Digest> {
    path(side, code)
        .into_iter()
        .flat_map(|p| {
            let own = p.qualifiers.iter().filter(|q| q.role == Role::Excludes).map(|q| q.digest);
            let notes = p.notes.iter().flat_map(|n| n.qualifiers.iter().map(|q| q.digest));
            own.chain(notes).collect::<Vec<_>>()
        })
        .collect()
}
