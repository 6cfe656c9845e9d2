//! Controls of one side that the alignment found no counterpart for.

use std::collections::BTreeMap;

use concord_graph::Unmatched;
use concord_lexicon::Lexicon;
use concord_model::{Code, Connective, Holding, Paragraph, Qualifier, Role};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::leaning;
use crate::message::message;
use crate::observation::{Bears, Kind, Observation};
use crate::pair::phrases::referenced;
use crate::side::Indexed;
use crate::{Covered, Direction, Message};

/// Similarity in thousandths from which a rejected candidate is near enough to leave the question open.
const NEAR: u32 = 400;
/// Entries that must name a subject before it is held to be generic ("equipment").
const GENERIC_FROM: usize = 4;

/// Observes the topmost unmatched paragraphs of one side; `matched` has the counterparts of the others.
pub(crate) fn observe(
    unmatched: &[Unmatched],
    own: &Indexed<'_>,
    other: &Indexed<'_>,
    others_unmatched: &[Unmatched],
    matched: &BTreeMap<&Code, &Code>,
    own_is_left: bool,
) -> Loose {
    let stricter = if own_is_left { Direction::LeftStricter } else { Direction::RightStricter };
    let mut out = Loose::default();
    let named = other.subjects();
    for item in unmatched {
        let Some((entry, paragraph)) = own.get(&item.code) else { continue };
        let is_entry = item.code.is_entry();
        if !is_entry && item.under.is_none() {
            continue; // its parent is unmatched too and speaks for it
        }
        let kind = if is_entry { Kind::Entry } else { Kind::Paragraph };
        let mut observation = Observation::new(kind, stricter, None, None);
        observation.bears = if own_is_left { Bears::Left } else { Bears::Right };
        let handed_over = item.under.as_ref().and_then(|u| other.get(u)).is_some_and(|(e, _)| !e.elsewhere.is_empty());
        if handed_over {
            continue; // the entry as a whole lies with another instrument, which is said once
        }
        if let Some(by) = restated(own, paragraph) {
            let (code, under) = (item.code.to_string(), item.under.as_ref().map_or_else(String::new, Code::to_string));
            let (left, right) = if own_is_left { (code, under) } else { (under, code) };
            out.covered.push(Covered { left, right, parameter: None, by });
            out.restated.push(item.code.clone());
            continue;
        }
        let mut own_states = own.describe(&item.code);
        let mut other_states = Message::default();
        let area = other.list.perimeter.area(&item.code);
        if !entry.elsewhere.is_empty() {
            observation.kind = Kind::Instrument;
            observation.direction = Direction::Unknown;
            own_states = message!("states-under", "{what}, under {instrument}", what = own_states, instrument = &entry.elsewhere);
            other_states = message!("states-no-entry", "no entry of its list");
        } else if let Some(Holding::Elsewhere(instrument)) = area.map(|a| &a.holding) {
            if !is_entry {
                continue;
            }
            observation.kind = Kind::Instrument;
            observation.direction = Direction::Unknown;
            let citation = area.map_or("", |a| a.citation.as_str());
            other_states = message!("states-held-by", "held by {instrument} ({citation})", instrument = instrument, citation = citation);
        } else if let Some((near, score)) = item.nearest.as_ref().filter(|(_, s)| *s >= NEAR) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![message!("reason-may-describe", "a paragraph of the other list may describe it")];
            other_states = nearest(other, near, *score);
            set(&mut observation, !own_is_left, near.clone());
        } else if let Some(namesake) = namesake(paragraph, item.under.as_ref(), other, &named) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![message!("reason-may-describe", "a paragraph of the other list may describe it")];
            other_states = same_name(other, &namesake);
            set(&mut observation, !own_is_left, namesake);
        } else if let Some(part) = matched.range::<&Code, _>(&item.code..).next().map(|(c, _)| c).filter(|c| c.is_within(&item.code)) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![message!("reason-parts-elsewhere", "parts of it sit elsewhere in the other list")];
            other_states = message!("states-counterpart", "a counterpart of its {code}", code = part.to_string());
        } else if let Some((reason, place)) = doubt(own, other, paragraph, item.under.as_ref(), (matched, &named)) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![reason];
            if let Some(place) = place {
                other_states = Message::join(", ", [place.to_string().into(), other.describe(&place)]);
                set(&mut observation, !own_is_left, place);
            }
        } else if let Some(twin) = item
            .under
            .as_ref()
            .filter(|_| is_alternative(own, &item.code))
            .and_then(|under| others_unmatched.iter().find(|u| u.code.is_within(under) && u.under.is_some()))
        {
            observation.direction = Direction::Incomparable;
            observation.reasons =
                vec![message!("reason-twins", "both lists have paragraphs here without a counterpart, which may be the same")];
            other_states = Message::join(", ", [twin.code.to_string().into(), other.describe(&twin.code)]);
            set(&mut observation, !own_is_left, twin.code.clone());
        } else if restates(own, paragraph) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![message!("reason-restates", "it names items of its own entry again")];
            if let Some(under) = &item.under {
                set(&mut observation, !own_is_left, under.clone());
            }
        } else if let Some(under) = item.under.as_ref().filter(|u| other.children(u).is_empty()) {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![message!("reason-group", "the other list states the group without sub-paragraphs")];
            set(&mut observation, !own_is_left, under.clone());
        } else if let Some(under) = &item.under {
            let parent = own.parent(&item.code).map_or(Connective::Any, |p| p.children);
            if parent == Connective::All {
                narrowing(&mut observation, stricter, under, others_unmatched, !paragraph.when.is_empty());
                set(&mut observation, !own_is_left, under.clone());
            } else if matches!(parent, Connective::AtLeast(_)) {
                observation.direction = Direction::Incomparable;
                observation.reasons = vec![message!("reason-at-least", "one more choice in an at-least group")];
                set(&mut observation, !own_is_left, under.clone());
            }
        }
        set(&mut observation, own_is_left, item.code.clone());
        observation.states = if own_is_left { (own_states, other_states) } else { (other_states, own_states) };
        out.observations.push(observation);
    }
    out
}

/// What the other side states where a paragraph of it was nearly taken for the counterpart; the score in thousandths.
fn nearest(other: &Indexed<'_>, near: &Code, score: u32) -> Message {
    let of_ten = (score / 100) as usize;
    let (code, what) = (near.to_string(), other.describe(near));
    message!("states-nearest", "nearest: {code}, {what} (similarity {of_ten} of 10)", code = code, what = what, of_ten = of_ten)
}

/// What the other side states where a paragraph of it bears the same subject or code.
fn same_name(other: &Indexed<'_>, namesake: &Code) -> Message {
    let (code, what) = (namesake.to_string(), other.describe(namesake));
    message!("states-namesake", "the same subject or code: {code}, {what}", code = code, what = what)
}

/// What the paragraphs of one side without counterpart come to.
#[derive(Debug, Default)]
pub(crate) struct Loose {
    pub(crate) observations: Vec<Observation>,
    /// Paragraphs that only name items again which their own entry lists.
    pub(crate) covered: Vec<Covered>,
    /// Their codes.
    pub(crate) restated: Vec<Code>,
}

/// The codes of its own entry that a paragraph names again, if it says nothing more than that: "any commodity specified in …",
/// conditions or not. Such a paragraph lists nothing that those codes do not list.
fn restated(own: &Indexed<'_>, paragraph: &Paragraph) -> Option<Vec<String>> {
    let words = Lexicon::english().normal();
    let phrases: Vec<&Qualifier> = paragraph.qualifiers.iter().filter(|q| q.role != Role::Illustrates).collect();
    let children = own.children(&paragraph.code);
    if phrases.iter().any(|q| matches!(q.role, Role::Widens | Role::Excludes)) || paragraph.components.is_some() {
        return None;
    }
    let (subjects, rest): (Vec<&Qualifier>, Vec<&Qualifier>) = phrases.into_iter().partition(|q| q.role == Role::Subject);
    if !subjects.iter().all(|q| words.is_any_item(&q.phrase)) {
        return None;
    }
    if rest.is_empty() && paragraph.when.is_empty() && !children.is_empty() && paragraph.children == Connective::Any {
        let by: Option<Vec<Vec<String>>> = children.iter().map(|c| restated(own, c)).collect();
        return by.map(|by| {
            let mut by = by.concat();
            by.sort();
            by.dedup();
            by
        });
    }
    let named = rest.first().filter(|q| words.opens_with_reference(&q.phrase))?;
    let codes: Vec<Code> = named.phrase.split(' ').filter_map(|w| w.strip_prefix("ref:")).filter_map(referenced).collect();
    let own_entry = |c: &Code| c.entry() == paragraph.code.entry() && own.get(c).is_some();
    let elsewhere = |c: &Code| c.is_entry() || !(c.is_within(&paragraph.code) || paragraph.code.is_within(c));
    let sure = !codes.is_empty() && codes.iter().all(|c| own_entry(c) && elsewhere(c));
    sure.then(|| codes.iter().map(Code::to_string).collect())
}

/// Whether a paragraph is one of several alternatives.
fn is_alternative(own: &Indexed<'_>, code: &Code) -> bool {
    own.parent(code).is_none_or(|parent| parent.children == Connective::Any)
}

/// What speaks against a claim that the other list holds nothing of a paragraph's, and the place it speaks of.
fn doubt(
    own: &Indexed<'_>,
    other: &Indexed<'_>,
    paragraph: &Paragraph,
    under: Option<&Code>,
    (matched, named): (&BTreeMap<&Code, &Code>, &FxHashMap<String, Vec<Code>>),
) -> Option<(Message, Option<Code>)> {
    let words = Lexicon::english().normal();
    // The same substance is the same item wherever it stands; no general entry is needed to hold it.
    if paragraph.substances.is_empty() && words.is_generic(&own.subject(&paragraph.code)) {
        return Some((message!("reason-wide", "general entries of the other list may hold so wide a kind"), None));
    }
    let mut path = vec![paragraph];
    while let Some(up) = path.last().and_then(|p| own.parent(&p.code)) {
        path.push(up);
    }
    let subjects = path.iter().flat_map(|p| p.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.words()));
    let whole = subjects.filter(|s| !words.is_generic(s)).filter_map(|s| named.get(s.as_ref())).flatten().find(|c| is_whole(other, c));
    if let Some(whole) = whole {
        return Some((message!("reason-whole-kind", "the other list holds a whole kind that it may belong to"), Some(whole.clone())));
    }
    let pointer = other.pointer(under.map(Code::entry).as_ref(), &own.subject(&paragraph.code));
    if let Some(code) = pointer {
        return Some((message!("reason-pointer", "the other list points to another instrument for such items"), Some(code)));
    }
    let leans_on = leaning::entries(own, paragraph);
    let counterparts: Vec<&Code> = leans_on.iter().filter_map(|entry| matched.get(entry)).copied().collect();
    let handed = |code: &&&Code| other.get(code).is_some_and(|(entry, _)| !entry.elsewhere.is_empty());
    if let Some(code) = counterparts.iter().find(handed) {
        return Some((
            message!("reason-belongs-elsewhere", "the other list leaves what it belongs to to another instrument"),
            Some((*code).clone()),
        ));
    }
    // Where the other list's entry releases such items by name, it does not hold them.
    let code = counterparts.into_iter().find(|code| !leaning::releases(other, code, &paragraph.subject))?;
    Some((message!("reason-leans", "it is described by another entry, which the other list has as well"), Some(code.clone())))
}

/// Whether a paragraph holds everything of the kind it names.
fn is_whole(side: &Indexed<'_>, code: &Code) -> bool {
    side.get(code).is_some_and(|(entry, p)| {
        let plain = p.qualifiers.iter().all(|q| matches!(q.role, Role::Subject | Role::Illustrates));
        entry.elsewhere.is_empty() && plain && p.when.is_empty() && side.children(code).is_empty()
    })
}

/// A paragraph of the other list that bears the same code, or names the same kind of item.
fn namesake(paragraph: &Paragraph, under: Option<&Code>, other: &Indexed<'_>, named: &FxHashMap<String, Vec<Code>>) -> Option<Code> {
    if other.get(&paragraph.code).is_some_and(|(_, p)| !p.reserved) {
        return Some(paragraph.code.clone());
    }
    let places = named.get(&paragraph.subject).filter(|_| !paragraph.subject.is_empty())?;
    let at_hand = under.and_then(|u| places.iter().find(|c| c.entry() == u.entry()));
    let entries: FxHashSet<Code> = places.iter().map(Code::entry).collect();
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
    observation.bears = Bears::Both;
    if others_unmatched.iter().any(|u| u.code.parent().as_ref() == Some(under)) {
        observation.direction = Direction::Incomparable;
        observation.reasons = vec![message!("reason-requirements", "requirements without counterpart on both sides")];
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
