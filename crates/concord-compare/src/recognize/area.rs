//! The verdict on one area.

use super::conditions::{self, Condition, Unknown};
use super::demand::{Judged, State};
use super::level::{Level, Range, Verdict};
use super::lists::{self, ListPart};
use super::{Direction, Question};

/// The verdict on one area, with what it rests on in either direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The beginning of the codes of its entries (`3`, `3A`); empty for the whole list.
    pub code: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Every verdict that unknown facts leave possible.
    pub possible: Vec<Verdict>,
    /// What the left side may accept of the right one.
    pub left_accepts: Acceptance,
    /// What the right side may accept of the left one.
    pub right_accepts: Acceptance,
}

/// What one side may accept of the other in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// How far, with the range that unknown facts leave.
    pub range: Range,
    /// What the lists say; nothing where the policy does not ask.
    pub lists: Option<ListPart>,
    /// What must be met before it may accept, or may accept without condition.
    pub conditions: Vec<Condition>,
    /// Unknown facts that could change the level.
    pub unknowns: Vec<Unknown>,
    /// Open demands that could not change it, because another demand decides.
    pub idle_unknowns: usize,
}

/// A part of what decides an acceptance.
pub(super) struct Part<'p> {
    pub(super) range: Range,
    pub(super) what: What<'p>,
}

/// What a part is.
pub(super) enum What<'p> {
    /// A demand of the policy.
    Demand(&'p Judged),
    /// The lists.
    Lists(&'p ListPart),
}

/// Judges an area.
pub(super) fn judge(question: &Question<'_>, code: &str, directions: (&Direction, &Direction)) -> Area {
    let list = |left_accepts: bool| question.policy.lists.map(|_| lists::part(question, code, left_accepts));
    let (left_lists, right_lists) = (list(true), list(false));
    let left_parts = parts(question, code, directions.0, left_lists.as_ref());
    let right_parts = parts(question, code, directions.1, right_lists.as_ref());
    let range = |parts: &[Part<'_>]| Range::all(parts.iter().map(|part| part.range));
    let (left, right) = (range(&left_parts), range(&right_parts));
    let accept = |parts: &[Part<'_>], direction: &Direction, left_accepts: bool| {
        let other = if left_accepts { right.stands } else { left.stands };
        let verdict = |level: Level| if left_accepts { Verdict::of(level, other) } else { Verdict::of(other, level) };
        let (unknowns, idle) = conditions::unknowns(parts, direction, verdict);
        (conditions::conditions(parts, direction), unknowns, idle)
    };
    let (left_found, right_found) = (accept(&left_parts, directions.0, true), accept(&right_parts, directions.1, false));
    drop((left_parts, right_parts));
    let acceptance = |range: Range, lists: Option<ListPart>, found: (Vec<Condition>, Vec<Unknown>, usize)| Acceptance {
        range,
        lists,
        conditions: found.0,
        unknowns: found.1,
        idle_unknowns: found.2,
    };
    Area {
        code: code.to_owned(),
        verdict: Verdict::of(left.stands, right.stands),
        possible: Verdict::possible(left, right),
        left_accepts: acceptance(left, left_lists, left_found),
        right_accepts: acceptance(right, right_lists, right_found),
    }
}

fn parts<'p>(question: &Question<'_>, code: &str, direction: &'p Direction, lists: Option<&'p ListPart>) -> Vec<Part<'p>> {
    let demands = direction.demands.iter().filter(|judged| judged.demand.concerns(code));
    let mut parts: Vec<Part<'p>> = demands.map(|judged| Part { range: judged.range(), what: What::Demand(judged) }).collect();
    if let (Some(lists), Some(policy)) = (lists, question.policy.lists) {
        parts.push(Part { range: lists.range(policy), what: What::Lists(lists) });
    }
    parts
}

impl Part<'_> {
    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        match &self.what {
            What::Demand(judged) => judged.state == State::Open,
            What::Lists(_) => self.range.low != self.range.high,
        }
    }
}
