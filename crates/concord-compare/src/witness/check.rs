//! The check of an item: its own list must hold it, and the whole other list must not.

use std::collections::BTreeSet;

use concord_model::{Code, Digest};
use concord_scope::{Item, Verdict};

use super::Half;
use super::identity::{path, subjects};
use crate::Message;
use crate::message::message;

/// Why an item proves nothing.
pub(super) enum Refusal {
    Caught(Code),
    Unknown(Message),
}

/// What is said where a paragraph of the other list may hold the item.
pub(super) fn may_hold(code: &Code) -> Message {
    message!("open-may-hold", "the other list's {code} may hold the item", code = code.to_string())
}

/// The item, if its own list holds it at `code` and the whole other list does not hold it.
///
/// Headings name groups, and words such as "equipment" stand in many of them. Against the whole other list the item is
/// therefore taken for what its own paragraph says it is; against the entries at hand it is taken for everything that its
/// headings say as well.
pub(super) fn check(own: &Half<'_>, other: &Half<'_>, item: &Item, code: &Code, at_hand: Option<&Code>) -> Result<Item, Refusal> {
    let closed = |_: Digest| Some(false);
    let item = own.evaluator.settle(item, &closed);
    match own.evaluator.evaluate_at(&item, code, &closed) {
        Some(Verdict::Caught { .. }) => {}
        _ => return Err(Refusal::Unknown(message!("open-not-sure", "the paragraph itself is not sure to hold the item"))),
    }
    let mut headings: BTreeSet<Digest> = own.generic.union(&other.generic).copied().collect();
    let own_subjects = own.side.get(code).map_or_else(Vec::new, |(_, p)| subjects(p));
    if own_subjects.iter().any(|d| !headings.contains(d)) {
        headings.extend(path(own.side, code).into_iter().skip(1).flat_map(subjects));
    }
    let item = other.evaluator.settle(&item, &closed);
    let mut narrow = item.clone();
    narrow.phrases.retain(|p| !p.names.iter().any(|n| headings.contains(&n.digest)));
    let narrow = other.evaluator.settle(&narrow, &closed);
    let refuse = |verdict: Verdict| match verdict {
        Verdict::NotCaught => None,
        Verdict::Caught { by } => Some(Refusal::Caught(by)),
        Verdict::Unknown { code, .. } => Some(Refusal::Unknown(may_hold(&code))),
    };
    if let Some(refusal) = refuse(other.evaluator.evaluate(&narrow)) {
        return Err(refusal);
    }
    let entry = at_hand.and_then(|code| other.side.get(code)).map(|(entry, _)| entry);
    for paragraph in entry.into_iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved && other.side.children(&p.code).is_empty()) {
        let named = subjects(paragraph);
        if !named.is_empty() && named.iter().all(|d| headings.contains(d)) {
            continue;
        }
        let refusal = other.evaluator.evaluate_at(&item, &paragraph.code, &closed).and_then(refuse);
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
    }
    Ok(Item { values: narrow.values, ..item })
}
