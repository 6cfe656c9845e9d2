//! What must be met, and which unknown facts could change a level.

use concord_model::recognition::{Asked, Demand};

use super::Direction;
use super::area::{Part, What};
use super::demand::{Judged, JudgedRow, State};
use super::level::{Level, Range, Verdict};
use super::lists::ListPart;
use crate::Held;

/// What kind of step meets a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionKind {
    /// The partner changes a rule.
    Change,
    /// The partner, or a country of it, joins a regime, or is left out as a destination.
    TakePart,
    /// The grantor takes the partner off a list of adverse destinations.
    Delist,
    /// The partner lists items, or they stay on the exclusion list.
    ListItems,
    /// Somebody establishes an answer that is not known.
    Establish,
    /// Somebody decides controls that the comparison leaves open.
    Decide,
    /// A list that is not held is brought in and compared.
    BringList,
}

impl ConditionKind {
    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::TakePart => "take-part",
            Self::Delist => "delist",
            Self::ListItems => "list-items",
            Self::Establish => "establish",
            Self::Decide => "decide",
            Self::BringList => "bring-list",
        }
    }
}

/// Something to be met before a side may accept the other, or may do so without condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The step that meets it.
    pub kind: ConditionKind,
    /// Who must take it, by code.
    pub who: Vec<String>,
    /// How far the grantor may go as long as it is not met.
    pub until: Level,
    /// How far it may go if what is open turns out against the partner; the same as `until` where nothing is open.
    pub at_worst: Level,
    /// The demand of the policy; nothing for lists.
    pub demand: Option<Demand>,
    /// The questions it is about, with both answers; none for lists.
    pub rows: Vec<JudgedRow>,
    /// Weights of a topic's questions: not met, open, all; noughts for anything else.
    pub weights: (u32, u32, u32),
    /// Controls it is about; nought for rules.
    pub controls: usize,
}

/// Something unknown that could change how far a side may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Whose facts are missing, by code.
    pub who: Vec<String>,
    /// The demand that it leaves open; nothing for lists.
    pub demand: Option<Demand>,
    /// The questions it is about; none for lists.
    pub rows: Vec<JudgedRow>,
    /// Controls it is about; nought for rules.
    pub controls: usize,
    /// How far the grantor can go at best if it turns out against the partner.
    pub if_against: Level,
    /// The verdict on the area then, at best, if the other direction stays as it stands.
    pub verdict_if_against: Verdict,
    /// How far the grantor can go at best if it turns out for the partner.
    pub if_for: Level,
    /// The verdict on the area then, at best, if the other direction stays as it stands.
    pub verdict_if_for: Verdict,
}

/// The conditions that parts leave, those that refuse recognition first.
pub(super) fn conditions(parts: &[Part<'_>], direction: &Direction) -> Vec<Condition> {
    let mut out: Vec<Condition> = Vec::new();
    for part in parts {
        match &part.what {
            What::Demand(judged) => out.extend(of_demand(judged, part.range, direction)),
            What::Lists(lists) => out.extend(of_lists(lists, part.range, direction)),
        }
    }
    out.sort_by_key(|condition| (condition.kind >= ConditionKind::Establish, condition.until));
    out
}

fn of_demand(judged: &Judged, range: Range, direction: &Direction) -> Vec<Condition> {
    let condition = |kind: ConditionKind, who: Vec<String>, rows: Vec<JudgedRow>| Condition {
        kind,
        who,
        until: range.stands,
        at_worst: range.low,
        demand: Some(judged.demand.clone()),
        rows,
        weights: if matches!(judged.demand.asked, Asked::Topic(_)) { judged.weights() } else { (0, 0, 0) },
        controls: 0,
    };
    let rows = |state: State| {
        let mut rows: Vec<JudgedRow> = judged.rows.iter().filter(|row| row.state == state).cloned().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.weight));
        rows
    };
    let mut out = Vec::new();
    let unmet = rows(State::Unmet);
    if judged.state == State::Unmet && !unmet.is_empty() {
        let (kind, who) = match judged.demand.asked {
            Asked::Regime(_) => (ConditionKind::TakePart, direction.partner.clone()),
            Asked::NamedIn(_) => (ConditionKind::Delist, direction.grantor.clone()),
            Asked::Question(_) | Asked::Topic(_) => (ConditionKind::Change, direction.partner.clone()),
        };
        out.push(condition(kind, vec![who], unmet));
    }
    if judged.state == State::Open {
        let open = rows(State::Open);
        out.push(condition(ConditionKind::Establish, missing(&open, direction), open));
    }
    out
}

/// Whose answers are missing; the partner's where both are known and cannot be compared.
fn missing(rows: &[JudgedRow], direction: &Direction) -> Vec<String> {
    let mut who: Vec<String> = rows.iter().flat_map(|row| row.missing.iter().cloned()).collect();
    if who.is_empty() {
        who.push(direction.partner.clone());
    }
    who.sort();
    who.dedup();
    who
}

fn of_lists(lists: &ListPart, range: Range, direction: &Direction) -> Vec<Condition> {
    let condition = |kind: ConditionKind, who: Vec<String>, at_worst: Level, controls: usize| Condition {
        kind,
        who,
        until: range.stands,
        at_worst,
        demand: None,
        rows: Vec::new(),
        weights: (0, 0, 0),
        controls,
    };
    if range.stands == Level::Acceptable {
        return Vec::new();
    }
    if !lists.missing.is_empty() {
        return vec![condition(ConditionKind::BringList, lists.missing.clone(), range.low, 0)];
    }
    if lists.is_handed_over() {
        return vec![condition(ConditionKind::BringList, vec![direction.grantor.clone()], range.low, lists.rows.len())];
    }
    let mut out = Vec::new();
    if range.high < Level::Acceptable {
        out.push(condition(ConditionKind::ListItems, vec![direction.partner.clone()], range.high, lists.short()));
    }
    if range.low < range.high {
        let (undecided, elsewhere) = (lists.count(Held::Undecided), lists.count(Held::Elsewhere));
        if undecided > 0 {
            let both = vec![direction.grantor.clone(), direction.partner.clone()];
            out.push(condition(ConditionKind::Decide, both, range.low, undecided));
        }
        if elsewhere > 0 {
            out.push(condition(ConditionKind::BringList, vec![direction.partner.clone()], range.low, elsewhere));
        }
    }
    out
}

/// The unknowns that could change the level, and how many open parts could not. `verdict` is that of the area at a level of this direction.
pub(super) fn unknowns(parts: &[Part<'_>], direction: &Direction, verdict: impl Fn(Level) -> Verdict) -> (Vec<Unknown>, usize) {
    let whole = Range::all(parts.iter().map(|part| part.range));
    let (mut out, mut idle) = (Vec::new(), 0);
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.is_open()) {
        let others = Range::all(parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| part.range));
        let (if_against, if_for) = (others.high.min(part.range.low), whole.high);
        if if_against == if_for {
            idle += 1;
            continue;
        }
        let (who, demand, rows, controls) = match &part.what {
            What::Demand(judged) => {
                let open: Vec<JudgedRow> = judged.rows.iter().filter(|row| row.state == State::Open).cloned().collect();
                (missing(&open, direction), Some(judged.demand.clone()), open, 0)
            }
            What::Lists(lists) if !lists.missing.is_empty() => (lists.missing.clone(), None, Vec::new(), 0),
            What::Lists(lists) => {
                let open = if lists.is_handed_over() { lists.rows.len() } else { lists.open() };
                (vec![direction.grantor.clone(), direction.partner.clone()], None, Vec::new(), open)
            }
        };
        out.push(Unknown {
            who,
            demand,
            rows,
            controls,
            if_against,
            verdict_if_against: verdict(if_against),
            if_for,
            verdict_if_for: verdict(if_for),
        });
    }
    (out, idle)
}
