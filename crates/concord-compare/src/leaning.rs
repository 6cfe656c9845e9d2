//! The entries on which a control leans: what it describes is made of, made for, or a part of what they list.

use std::collections::BTreeSet;

use concord_model::{Code, Connective, NoteEffect, Paragraph, Role};

use crate::pair::phrases::referenced;
use crate::side::Indexed;

/// The other entries without which a paragraph, or each of its alternatives, cannot be read; empty where it can.
///
/// Entries that only take items out of it are no help to a reader of what it holds.
pub(crate) fn entries(own: &Indexed<'_>, paragraph: &Paragraph) -> BTreeSet<Code> {
    let named = of_phrases(paragraph);
    let children = own.children(&paragraph.code);
    if !named.is_empty() || children.is_empty() {
        return named;
    }
    let parts: Vec<BTreeSet<Code>> = children.iter().map(|child| entries(own, child)).collect();
    if paragraph.children == Connective::Any && parts.iter().any(BTreeSet::is_empty) {
        return BTreeSet::new();
    }
    parts.into_iter().flatten().collect()
}

fn of_phrases(paragraph: &Paragraph) -> BTreeSet<Code> {
    let phrases = paragraph.qualifiers.iter().filter(|q| !matches!(q.role, Role::Excludes | Role::Illustrates));
    let codes = phrases.flat_map(|q| q.phrase.split(' ')).filter_map(|word| word.strip_prefix("ref:")).filter_map(referenced);
    codes.map(|code| code.entry()).filter(|entry| *entry != paragraph.code.entry()).collect()
}

/// Whether a note of an entry takes out items of this kind by name.
pub(crate) fn releases(side: &Indexed<'_>, entry: &Code, subject: &str) -> bool {
    let kind: Vec<&str> = subject.split(' ').filter(|word| !word.is_empty()).collect();
    let notes = side.get(entry).into_iter().flat_map(|(entry, _)| &entry.paragraphs).flat_map(|p| &p.notes);
    let taken_out = notes.filter(|n| n.effect == NoteEffect::Excludes).flat_map(|n| &n.qualifiers);
    let names = |phrase: &str| kind.iter().all(|word| phrase.split(' ').any(|own| own.trim_matches('"') == *word));
    !kind.is_empty() && taken_out.filter(|q| q.role != Role::Illustrates).any(|q| names(&q.phrase))
}
