//! Notes against notes: what each side takes out.

use std::collections::BTreeSet;

use concord_model::{Digest, Entry, Note, NoteEffect, Paragraph, Qualifier, Role};

use super::conditions::{SetRelation, pair_conditions};
use super::phrases::{Codes, PhraseRelation, compare, hands_over, may_hand_over};

/// A note of one side against its counterpart, if it has one.
#[derive(Clone, Debug)]
pub(crate) struct NotePair<'a> {
    pub(crate) left: Option<&'a Note>,
    pub(crate) right: Option<&'a Note>,
    /// `Some(true)`: the left side's note takes out more; `Some(false)`: the right side's; `None`: not decided.
    pub(crate) left_takes_more: Option<bool>,
    /// It only hands items to another agency or instrument.
    pub(crate) handed: bool,
}

/// Notes that bear on the scope and that the other side does not state word for word anywhere in its entry.
fn open<'a>(paragraph: &'a Paragraph, other: &Entry) -> Vec<&'a Note> {
    let stated = |wording: Digest| other.paragraphs.iter().flat_map(|p| &p.notes).any(|n| n.wording == wording);
    paragraph
        .notes
        .iter()
        .filter(|n| matches!(n.effect, NoteEffect::Excludes | NoteEffect::LimitsTo | NoteEffect::Other))
        .filter(|n| n.wording == Digest(0) || !stated(n.wording))
        .collect()
}

/// Pairs the notes of two matched paragraphs; notes that both sides state in the same words are left out.
pub(crate) fn pair_notes<'a>(left: (&'a Paragraph, &'a Entry), right: (&'a Paragraph, &'a Entry), codes: &Codes<'_>) -> Vec<NotePair<'a>> {
    let l = open(left.0, right.1);
    let mut r = open(right.0, left.1);
    let mut out = Vec::new();
    for a in l {
        let best = (0..r.len())
            .filter(|j| r[*j].effect == a.effect)
            .map(|j| (shared(a, r[j]), j))
            .filter(|(n, _)| *n > 0)
            .max_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1)));
        if let Some((_, j)) = best {
            let b = r.remove(j);
            if let Some(pair) = relate(a, b, codes) {
                out.push(pair);
            }
        } else {
            let known = takes_out(a) && !echoed(a, right.1);
            out.push(NotePair { left: Some(a), right: None, left_takes_more: known.then_some(true), handed: handed(a) });
        }
    }
    out.extend(r.into_iter().map(|b| {
        let known = takes_out(b) && !echoed(b, left.1);
        NotePair { left: None, right: Some(b), left_takes_more: known.then_some(false), handed: handed(b) }
    }));
    out
}

/// Whether a note that only one side has is known to release items.
fn takes_out(note: &Note) -> bool {
    let points = note.place.to_lowercase().starts_with("related");
    note.effect == NoteEffect::Excludes && !points && !note.qualifiers.iter().any(may_hand_over)
}

/// Whether a note takes items out because another agency or instrument controls them.
fn handed(note: &Note) -> bool {
    note.effect == NoteEffect::Excludes && note.qualifiers.iter().any(hands_over)
}

/// Whether any note or text of the other entry speaks of much the same: then a note without counterpart decides nothing.
fn echoed(note: &Note, other: &Entry) -> bool {
    let own = words(&note.qualifiers);
    let texts = other.paragraphs.iter().flat_map(|p| p.notes.iter().map(|n| &n.qualifiers).chain([&p.qualifiers]));
    texts.map(|q| words(q).intersection(&own).count()).any(|shared| shared * 2 >= own.len().max(1))
}

fn words(qualifiers: &[Qualifier]) -> BTreeSet<&str> {
    qualifiers.iter().flat_map(|q| q.phrase.split(' ')).map(|word| word.trim_matches('"')).collect()
}

fn shared(a: &Note, b: &Note) -> usize {
    words(&a.qualifiers).intersection(&words(&b.qualifiers)).count()
}

/// Relates two notes of one effect; `None` if they take out the same.
fn relate<'a>(a: &'a Note, b: &'a Note, codes: &Codes<'_>) -> Option<NotePair<'a>> {
    // A note's items join in ways of their own ("any of", "all of"), so that a further restriction decides nothing.
    let difference = compare(&a.qualifiers, &b.qualifiers, codes);
    let further_items = difference.only_left.iter().chain(&difference.only_right).all(|q| q.role == Role::Subject);
    let phrases =
        if further_items || difference.relation == PhraseRelation::Equal { difference.relation } else { PhraseRelation::Undecided };
    let mut left_wider = phrases == PhraseRelation::LeftWider;
    let mut right_wider = phrases == PhraseRelation::RightWider;
    let mut undecided = phrases == PhraseRelation::Undecided || a.effect == NoteEffect::Other;
    for pair in pair_conditions(&a.when, &b.when) {
        match pair.relation {
            SetRelation::Equal => {}
            SetRelation::LeftWider | SetRelation::OnlyRight => left_wider = true,
            SetRelation::RightWider | SetRelation::OnlyLeft => right_wider = true,
            SetRelation::Overlapping | SetRelation::Undecided(_) => undecided = true,
        }
    }
    // The set a note speaks of is what an exclusion takes out, and what a limitation leaves in.
    let takes_out = a.effect == NoteEffect::Excludes;
    let left_takes_more = match (undecided, left_wider, right_wider) {
        (false, false, false) => return None,
        (false, true, false) => Some(takes_out),
        (false, false, true) => Some(!takes_out),
        _ => None,
    };
    Some(NotePair { left: Some(a), right: Some(b), left_takes_more, handed: false })
}
