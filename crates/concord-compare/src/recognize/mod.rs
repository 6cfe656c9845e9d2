//! Mutual recognition: what either side may accept of the other, area by area, under a policy.
//!
//! Recognition has a direction. The side that recognises (the grantor) looks at the partner: does the partner's list hold what its own list holds, do the
//! partner's rules meet the demands of the policy? Each demand is met, not met, or open; what is open leaves a range, and the verdict says so.

mod area;
mod conditions;
mod demand;
mod existing;
mod level;
mod lists;
mod party;
mod treatment;

use std::collections::BTreeSet;

use concord_model::recognition::{Arrangement, Object, ObjectPolicy, Vehicle};
use concord_model::rules::{RuleLayer, Value};
use jiff::civil::Date;

pub use area::{Acceptance, Area};
pub use conditions::{Condition, ConditionKind, Unknown};
pub use demand::{Answered, Judged, JudgedRow, State};
pub use existing::{Existing, Stance};
pub use level::{Level, Range, Verdict};
pub use lists::{Exclusion, ListPart};
pub use party::Party;
pub use treatment::{Treatment, TreatmentRow, Treatments};

use crate::Comparison;

/// The question that tells which categories a law covers.
const CATEGORIES: &str = "list-categories";

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The rule layer.
    pub layer: &'q RuleLayer,
    /// The left side.
    pub left: &'q Party<'q>,
    /// The right side.
    pub right: &'q Party<'q>,
    /// The comparison of the two lists; without lists where not both are held.
    pub comparison: &'q Comparison,
    /// What the policy asks for the object.
    pub policy: &'q ObjectPolicy,
    /// The list areas asked for, by the beginning of an entry's code (`3`, `3A`).
    pub areas: &'q [String],
    /// Arrangements that exist.
    pub arrangements: &'q [Arrangement],
    /// The day as of which the rules are asked.
    pub day: Date,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// Code of the left side.
    pub left: String,
    /// Code of the right side.
    pub right: String,
    /// The object.
    pub object: Object,
    /// The day as of which the rules were asked.
    pub as_of: Date,
    /// What holds for every area: left accepts right, right accepts left.
    pub accepts: (Direction, Direction),
    /// The areas, in the order asked for.
    pub areas: Vec<Area>,
}

/// One direction: one side, the grantor, accepts the other, the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Direction {
    /// Code of the side that accepts.
    pub grantor: String,
    /// Code of the side that is accepted.
    pub partner: String,
    /// Destinations that the partner is made of, by code.
    pub destinations: Vec<String>,
    /// The grantor's legal vehicle for the object, where one is recorded.
    pub vehicle: Option<Vehicle>,
    /// Each demand of the policy with what meets it, in the policy's order.
    pub demands: Vec<Judged>,
    /// Arrangements of the grantor for the object, and whether they hold for the partner.
    pub existing: Vec<Existing>,
    /// Who may use it: questions with the grantor's answers.
    pub users: Vec<JudgedRow>,
    /// Safeguards: questions with both answers.
    pub safeguards: Vec<JudgedRow>,
    /// Ways to suspend it: questions with the grantor's answers.
    pub suspension: Vec<JudgedRow>,
    /// What is already free for the partner, where the policy counts it and the grantor's list and licensing rules are held.
    pub treatment: Option<Treatments>,
}

/// Judges a recognition.
pub fn recognize(question: &Question<'_>) -> Recognition {
    let forward = direction(question, true);
    let back = direction(question, false);
    let areas = question.areas.iter().map(|code| area::judge(question, code, (&forward, &back))).collect();
    Recognition {
        left: question.left.code.clone(),
        right: question.right.code.clone(),
        object: question.policy.object,
        as_of: question.day,
        accepts: (forward, back),
        areas,
    }
}

/// The areas that two sides' lists or rules speak of: categories of the lists that are held, else those that the laws are said to cover; one nameless
/// area, the whole list, where neither is known.
pub fn areas(layer: &RuleLayer, sides: [&Party<'_>; 2], day: Date) -> Vec<String> {
    let mut out: BTreeSet<String> = BTreeSet::new();
    let entries = sides.iter().filter_map(|side| side.list).flat_map(|list| &list.entries);
    out.extend(entries.map(|entry| entry.code().as_str().chars().take(1).collect()));
    if sides.iter().any(|side| side.list.is_none())
        && let Some((_, attribute)) = layer.vocabulary.attribute(CATEGORIES)
    {
        for law in sides.iter().filter_map(|side| side.law) {
            if let Some(Value::Set(words)) = layer.answer(law, attribute, day).value {
                // `c5p1`: category 5, part 1.
                out.extend(words.iter().filter_map(|word| Some(word.strip_prefix('c')?.chars().take(1).collect())));
            }
        }
    }
    if out.is_empty() {
        out.insert(String::new());
    }
    out.into_iter().collect()
}

/// What holds for every area when the left side, or the right one, accepts the other.
fn direction(question: &Question<'_>, left_accepts: bool) -> Direction {
    let (grantor, partner) = if left_accepts { (question.left, question.right) } else { (question.right, question.left) };
    let asked = |ids: &[String]| ids.iter().filter_map(|id| demand::ask(question, (grantor, partner), id)).collect();
    Direction {
        grantor: grantor.code.clone(),
        partner: partner.code.clone(),
        destinations: partner.destinations.clone(),
        vehicle: grantor.vehicles.iter().find(|vehicle| vehicle.object == question.policy.object).cloned(),
        demands: question.policy.demands.iter().map(|demand| demand::judge(question, (grantor, partner), demand)).collect(),
        existing: existing::find(question, grantor, partner),
        users: asked(&question.policy.users),
        safeguards: asked(&question.policy.safeguards),
        suspension: asked(&question.policy.suspension),
        treatment: question.policy.counts_treatment.then(|| treatment::count(question, left_accepts)).flatten(),
    }
}
