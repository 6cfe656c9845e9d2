//! Controls of one side that the alignment found no counterpart for.

use std::collections::{BTreeSet, HashMap, HashSet};

use concord_graph::Unmatched;
use concord_model::{Code, Connective, Holding, Paragraph};

use crate::Direction;
use crate::observation::{Kind, Observation};
use crate::side::Indexed;

/// Similarity in thousandths from which a rejected candidate is near enough to leave the question open.
const NEAR: u32 = 630;
/// Entries that must name a subject before it is held to be generic ("equipment").
const GENERIC_FROM: usize = 4;

/// Observes the topmost unmatched paragraphs of one side; `matched` are its paragraphs that have a counterpart.
pub(crate) fn observe(
    unmatched: &[Unmatched],
    own: &Indexed<'_>,
    other: &Indexed<'_>,
    others_unmatched: &[Unmatched],
    matched: &BTreeSet<&Code>,
    own_is_left: bool,
) -> Vec<Observation> {
    let stricter = if own_is_left { Direction::LeftStricter } else { Direction::RightStricter };
    let mut out = Vec::new();
    let named = other.subjects();
    for item in unmatched {
        let Some((entry, paragraph)) = own.get(&item.code) else { continue };
        let is_entry = item.code.is_entry();
        if !is_entry && item.under.is_none() {
            continue; // its parent is unmatched too and speaks for it
        }
        let kind = if is_entry { Kind::Entry } else { Kind::Paragraph };
        let mut observation = Observation::new(kind, stricter, None, None);
        let handed_over = item.under.as_ref().and_then(|u| other.get(u)).is_some_and(|(e, _)| !e.elsewhere.is_empty());
        if handed_over {
            continue; // the entry as a whole lies with another instrument, which is said once
        }
        let mut own_states = own.describe(&item.code);
        let mut other_states = String::new();
        let area = other.list.perimeter.area(&item.code);
        if !entry.elsewhere.is_empty() {
            observation.kind = Kind::Instrument;
            observation.direction = Direction::Unknown;
            own_states = format!("{own_states}, under {}", entry.elsewhere);
            "no entry of its list".clone_into(&mut other_states);
        } else if let Some(Holding::Elsewhere(instrument)) = area.map(|a| &a.holding) {
            if !is_entry {
                continue;
            }
            observation.kind = Kind::Instrument;
            observation.direction = Direction::Unknown;
            other_states = format!("held by {instrument} ({})", area.map_or("", |a| a.citation.as_str()));
        } else if let Some((near, score)) = item.nearest.as_ref().filter(|(_, s)| *s >= NEAR) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec!["a paragraph of the other list may describe it".to_owned()];
            let of_ten = score / 100;
            other_states = format!("nearest: {near}, {} (similarity {of_ten} of 10)", other.describe(near));
            set(&mut observation, !own_is_left, near.clone());
        } else if let Some(namesake) = namesake(paragraph, item.under.as_ref(), other, &named) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec!["a paragraph of the other list may describe it".to_owned()];
            other_states = format!("the same subject or code: {namesake}, {}", other.describe(&namesake));
            set(&mut observation, !own_is_left, namesake);
        } else if let Some(part) = matched.range::<&Code, _>(&item.code..).next().filter(|c| c.is_within(&item.code)) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec!["parts of it sit elsewhere in the other list".to_owned()];
            other_states = format!("a counterpart of its {part}");
        } else if restates(own, paragraph) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec!["it names items of its own entry again".to_owned()];
            if let Some(under) = &item.under {
                set(&mut observation, !own_is_left, under.clone());
            }
        } else if let Some(under) = item.under.as_ref().filter(|u| !u.is_entry() && other.children(u).is_empty()) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec!["the other list states the group without sub-paragraphs".to_owned()];
            set(&mut observation, !own_is_left, under.clone());
        } else if let Some(under) = &item.under {
            let parent = own.parent(&item.code).map_or(Connective::Any, |p| p.children);
            if parent == Connective::All {
                narrowing(&mut observation, stricter, under, others_unmatched, !paragraph.when.is_empty());
                set(&mut observation, !own_is_left, under.clone());
            } else if matches!(parent, Connective::AtLeast(_)) {
                observation.direction = Direction::Incomparable;
                observation.reasons = vec!["one more choice in an at-least group".to_owned()];
                set(&mut observation, !own_is_left, under.clone());
            }
        }
        set(&mut observation, own_is_left, item.code.clone());
        observation.states = if own_is_left { (own_states, other_states) } else { (other_states, own_states) };
        out.push(observation);
    }
    out
}

/// A paragraph of the other list that bears the same code, or names the same kind of item.
fn namesake(paragraph: &Paragraph, under: Option<&Code>, other: &Indexed<'_>, named: &HashMap<String, Vec<Code>>) -> Option<Code> {
    if other.get(&paragraph.code).is_some_and(|(_, p)| !p.reserved) {
        return Some(paragraph.code.clone());
    }
    let places = named.get(&paragraph.subject).filter(|_| !paragraph.subject.is_empty())?;
    let at_hand = under.and_then(|u| places.iter().find(|c| c.entry() == u.entry()));
    let entries: HashSet<Code> = places.iter().map(Code::entry).collect();
    at_hand.or_else(|| places.first().filter(|_| entries.len() < GENERIC_FROM)).cloned()
}

/// Whether a paragraph speaks of items that its own entry describes elsewhere ("commodities described in this entry that also …"):
/// it adds nothing to the entry. One that names nothing itself does so if all its sub-paragraphs do.
fn restates(own: &Indexed<'_>, paragraph: &Paragraph) -> bool {
    let children = own.children(&paragraph.code);
    if paragraph.references.is_empty() && paragraph.when.is_empty() && !children.is_empty() {
        return children.iter().all(|c| restates(own, c));
    }
    let named = paragraph.references.iter().filter_map(|r| Code::parse(r).ok());
    named.into_iter().any(|r| r.entry() == paragraph.code.entry() && !r.is_within(&paragraph.code))
}

/// A sub-paragraph of an "all" group is a further requirement: without counterpart it makes its side the narrower.
fn narrowing(observation: &mut Observation, stricter: Direction, under: &Code, others_unmatched: &[Unmatched], has_conditions: bool) {
    if others_unmatched.iter().any(|u| u.code.parent().as_ref() == Some(under)) {
        observation.direction = Direction::Incomparable;
        observation.reasons = vec!["requirements without counterpart on both sides".to_owned()];
    } else {
        observation.kind = if has_conditions { Kind::Condition } else { Kind::Subject };
        observation.direction = stricter.mirrored();
    }
}

fn set(observation: &mut Observation, left: bool, code: Code) {
    if left {
        observation.left = Some(code);
    } else {
        observation.right = Some(code);
    }
}
