//! Requirements that one paragraph of a pair states alone, but that the other list states one level up or down.
//!
//! Two lists may cut the same control into paragraphs at different places: what one puts into the heading the other repeats in each
//! sub-paragraph. Then the paragraph that does not state it is not the wider one.

use std::collections::BTreeSet;

use concord_model::{Code, Condition, Connective, Digest, Paragraph, Role};

use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::pair::conditions::{self, SetRelation};
use crate::pair::phrases::{Codes, compare};
use crate::side::Indexed;
use crate::{Direction, Message};

/// Where a requirement of one paragraph alone stands in the other list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// Nowhere around the other paragraph.
    Nowhere,
    /// Around it, but with other limits, or not for all that it holds.
    InPart(Message),
    /// Around it, for all that it holds.
    Whole,
}

/// Drops the observations of a pair that rest on where a requirement stands, and leaves open those that may do so.
pub(crate) fn place(
    observations: &mut Vec<Observation>,
    (left, l): (&Code, &Indexed<'_>),
    (right, r): (&Code, &Indexed<'_>),
    codes: &Codes<'_>,
) {
    observations.retain_mut(|observation| {
        if observation.direction == Direction::Incomparable {
            return true;
        }
        let found = match (observation.kind, &observation.conditions) {
            (Kind::Condition, (Some(condition), None)) => condition_around(condition, right, r),
            (Kind::Condition, (None, Some(condition))) => condition_around(condition, left, l),
            (Kind::Subject, _) => phrases_around((left, l), (right, r), codes),
            _ => Found::Nowhere,
        };
        if let Found::InPart(why) = &found {
            observation.direction = Direction::Incomparable;
            observation.reasons = vec![why.clone()];
            if observation.kind == Kind::Subject {
                observation.kind = Kind::Qualifier;
            }
        }
        found != Found::Whole
    });
}

fn above<'a>(side: &'a Indexed<'_>, code: &Code) -> impl Iterator<Item = &'a Paragraph> {
    std::iter::successors(side.parent(code), |paragraph| side.parent(&paragraph.code))
}

/// Where a condition stands around a paragraph: above it, in each of its sub-paragraphs, or in one of them where all must be met.
fn condition_around(condition: &Condition, code: &Code, side: &Indexed<'_>) -> Found {
    let twins = |paragraph: &Paragraph| -> Vec<bool> {
        let named = paragraph.when.conditions().into_iter().filter(|other| conditions::same_words(condition, other));
        named.map(|other| conditions::relate(condition, other).relation == SetRelation::Equal).collect()
    };
    let all_hold = side.get(code).is_some_and(|(_, paragraph)| paragraph.children == Connective::All);
    let higher: Vec<bool> = above(side, code).flat_map(twins).collect();
    let lower: Vec<Vec<bool>> = side.children(code).iter().map(|paragraph| twins(paragraph)).collect();
    let states = |twins: &Vec<bool>| twins.contains(&true);
    let below = if all_hold { lower.iter().any(states) } else { !lower.is_empty() && lower.iter().all(states) };
    if higher.contains(&true) || below {
        Found::Whole
    } else if higher.is_empty() && lower.iter().all(Vec::is_empty) {
        Found::Nowhere
    } else {
        Found::InPart(message!("reason-level", "the condition stands at another level with other limits"))
    }
}

/// Where the restricting phrases that one paragraph alone states stand around the other one: above it, or in each of its sub-paragraphs.
fn phrases_around((left, l): (&Code, &Indexed<'_>), (right, r): (&Code, &Indexed<'_>), codes: &Codes<'_>) -> Found {
    let (Some((_, a)), Some((_, b))) = (l.get(left), r.get(right)) else { return Found::Nowhere };
    let difference = compare(&a.qualifiers, &b.qualifiers, codes);
    let (extra, code, side) = match (difference.only_left.is_empty(), difference.only_right.is_empty()) {
        (false, true) => (difference.only_left, right, r),
        (true, false) => (difference.only_right, left, l),
        _ => return Found::Nowhere,
    };
    if !extra.iter().all(|q| q.role == Role::Restricts) {
        return Found::Nowhere;
    }
    let said = |paragraph: &Paragraph| -> BTreeSet<Digest> {
        paragraph.qualifiers.iter().filter(|q| !matches!(q.role, Role::Excludes | Role::Illustrates)).map(|q| q.digest).collect()
    };
    let higher: BTreeSet<Digest> = above(side, code).flat_map(said).collect();
    let lower: Vec<BTreeSet<Digest>> = side.children(code).iter().map(|paragraph| said(paragraph)).collect();
    let everywhere = |digest: &Digest| higher.contains(digest) || (!lower.is_empty() && lower.iter().all(|own| own.contains(digest)));
    let somewhere = |digest: &Digest| higher.contains(digest) || lower.iter().any(|own| own.contains(digest));
    if extra.iter().all(|q| everywhere(&q.digest)) {
        Found::Whole
    } else if extra.iter().any(|q| somewhere(&q.digest)) {
        Found::InPart(message!("reason-words-level", "some of the words stand at another level"))
    } else {
        Found::Nowhere
    }
}
