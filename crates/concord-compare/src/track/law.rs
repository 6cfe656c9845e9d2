//! Changes of the laws outside the lists.

use concord_model::rules::{Law, RuleLayer};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Followed;
use super::answers::{Answers, Asked};
use crate::Direction;
use crate::indices::differing;
use crate::provisions::{Standing, Stated, stand, stated};

/// Which way a rule or a control moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Movement {
    /// It controls more than before.
    Stricter,
    /// It controls less than before.
    Looser,
    /// More in one part and less in another.
    Both,
    /// It is another, and neither is stricter.
    Other,
    /// What is known does not decide it.
    Unclear,
}

impl Movement {
    /// The movement from the left, the earlier, to the right, the later.
    pub(super) fn of(direction: Direction) -> Self {
        match direction {
            Direction::LeftStricter => Self::Looser,
            Direction::RightStricter => Self::Stricter,
            Direction::Overlap => Self::Both,
            Direction::Unknown => Self::Other,
            Direction::Incomparable => Self::Unclear,
        }
    }

    fn between(standing: &Standing) -> Self {
        match standing {
            Standing::LeftStricter => Self::Looser,
            Standing::RightStricter => Self::Stricter,
            Standing::Overlap => Self::Both,
            Standing::Differs => Self::Other,
            _ => Self::Unclear,
        }
    }
}

/// What a change did to the distance from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Of the others whose answers are known on both days fewer answer differently than before.
    Closer,
    /// More of them do.
    Apart,
    /// As many do, or the question cannot arise for the others.
    None,
    /// What is known does not decide it, or no other's answer is known on both days.
    Unclear,
}

/// A rule that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawChange {
    /// Whose.
    pub jurisdiction: String,
    /// The topic.
    pub topic: String,
    /// The question.
    pub attribute: String,
    /// The answer before.
    pub before: Stated,
    /// The answer since.
    pub since: Stated,
    /// The first day of the new answer, or the day after the last of the old; none where no source states either.
    pub day: Option<Date>,
    /// Which way it moved.
    pub movement: Movement,
    /// What it did to the distance from the others.
    pub effect: Effect,
    /// How many others' answers are known on both days.
    pub known: usize,
}

/// Answers that became known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learned {
    /// Whose.
    pub jurisdiction: String,
    /// How many.
    pub answers: usize,
}

/// What changed in the laws between two days, and how many answers became known without a change.
///
/// An answer changed where it is another than before, where a source states that its rule began in between, or where it is known no more because its rule ended.
pub(super) fn changes(
    layer: &RuleLayer,
    followed: &[Followed<'_>],
    asked: &[Asked<'_>],
    (before, now): (&Answers, &Answers),
) -> (Vec<LawChange>, Vec<Learned>) {
    let (mut changed, mut learned) = (Vec::new(), Vec::new());
    for (member, followed_member) in followed.iter().enumerate() {
        let (Some(law), Some(was), Some(is)) = (followed_member.law, before.of(member), now.of(member)) else { continue };
        let mut answers = 0;
        for (question, (topic, attribute)) in asked.iter().enumerate() {
            let (a, b) = (was.get(question).and_then(Option::as_ref), is.get(question).and_then(Option::as_ref));
            let begun = day(layer, law, asked[question], (before.day, now.day));
            let standing = stand(attribute, a, b, layer.rates.as_ref());
            let counts = match (a, b) {
                (Some(a), Some(b)) => a != b && standing != Standing::Same,
                (None, Some(_)) => begun.is_some(),
                (Some(_), None) => true,
                (None, None) => false,
            };
            if !counts {
                answers += usize::from(a.is_none() && b.is_some());
                continue;
            }
            let said = |day: Date| stated(layer, law, attribute, layer.answer(law, attribute, day), day);
            let (effect, known) = effect(layer, followed, asked, (before, now), (member, question));
            changed.push(LawChange {
                jurisdiction: law.jurisdiction.code.clone(),
                topic: topic.id.clone(),
                attribute: attribute.id.clone(),
                before: said(before.day),
                since: said(now.day),
                day: begun,
                movement: Movement::between(&standing),
                effect,
                known,
            });
        }
        if answers > 0 {
            learned.push(Learned { jurisdiction: law.jurisdiction.code.clone(), answers });
        }
    }
    (changed, learned)
}

/// The day in between on which, by its source, the rule that holds at the end began, or the one that held at the beginning had ended.
fn day(layer: &RuleLayer, law: &Law, (_, attribute): Asked<'_>, (after, until): (Date, Date)) -> Option<Date> {
    let within = |day: &Date| after < *day && *day <= until;
    let held = |day: Date| layer.answer(law, attribute, day).held;
    let begun = held(until).iter().filter_map(|held| held.fact.from).filter(within).max();
    let ended = || held(after).iter().filter_map(|held| held.fact.to?.checked_add(1.day()).ok()).filter(within).max();
    begun.or_else(ended)
}

/// What a change did to the distance from those others whose answers are known on both days, and how many these are.
fn effect(
    layer: &RuleLayer,
    followed: &[Followed<'_>],
    asked: &[Asked<'_>],
    (before, now): (&Answers, &Answers),
    (member, question): (usize, usize),
) -> (Effect, usize) {
    let others = || (0..followed.len()).filter(|other| *other != member && !followed[*other].outside);
    let standing = |answers: &Answers, other: usize| answers.standing(layer, asked, (member, other), question);
    let (mut known, mut was, mut is) = (0, (0, 0), (0, 0));
    for (a, b) in others().filter_map(|other| standing(before, other).zip(standing(now, other))) {
        if [&a, &b].into_iter().any(|standing| standing.is_unknown() || *standing == Standing::NotApplicable) {
            continue;
        }
        let ((surely, perhaps), (surely_now, perhaps_now)) = (differing(&a), differing(&b));
        known += 1;
        was = (was.0 + usize::from(surely), was.1 + usize::from(perhaps));
        is = (is.0 + usize::from(surely_now), is.1 + usize::from(perhaps_now));
    }
    // A question that cannot arise for the others parts nobody from them.
    let arises = others().any(|other| standing(now, other).is_some_and(|standing| standing != Standing::NotApplicable));
    let effect = if !arises {
        Effect::None
    } else if known == 0 {
        Effect::Unclear
    } else if is.1 < was.0 {
        Effect::Closer
    } else if is.0 > was.1 {
        Effect::Apart
    } else if was == is && was.0 == was.1 {
        Effect::None
    } else {
        Effect::Unclear
    };
    (effect, known)
}
