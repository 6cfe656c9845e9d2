//! The licence ladder: for an item, an origin, a destination and an activity, from jurisdiction up to embargo.
//!
//! Each rung is answered by rows; each row has its own answer, its reason and its citation. Nothing is decided that item and destination do not
//! decide: what hangs on more is unknown, or open under the conditions that stand beside it.

mod authorisation;
mod context;
mod licence;
mod review;
#[cfg(test)]
mod tests;
mod unlisted;

use concord_model::licensing::Licensing;
pub use concord_model::licensing::{Answer, Policy, Rung};
use concord_model::{Code, List};

use crate::Message;
use crate::message::message;

pub(crate) use authorisation::judge;
pub(crate) use context::Context;
pub(crate) use licence::step as licence_step;
pub(crate) use review::policy_name;
pub use unlisted::{Guard, Unlisted, unlisted};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// The origin's list, if it is held.
    pub list: Option<&'q List>,
    /// The origin's licensing rules.
    pub rules: &'q Licensing,
    /// The paragraph the item falls under.
    pub code: &'q Code,
    /// The destination's code (`JP`).
    pub destination: &'q str,
    /// The activity (`export`).
    pub activity: &'q str,
}

/// The answer, rung by rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The paragraph.
    pub code: Code,
    /// The destination's code.
    pub destination: String,
    /// The rungs in order.
    pub steps: Vec<Step>,
    /// Whether a licence is required.
    pub licence: Answer,
    /// The reasons for control, or the identifiers of the rules, for which it is required beyond doubt.
    pub required_for: Vec<String>,
    /// Those for which it may be required.
    pub perhaps_for: Vec<String>,
    /// Each authorisation with whether it is open.
    pub authorisations: Vec<Open>,
    /// The strictest review policy that applies beyond doubt, where a licence is required.
    pub review: Option<Policy>,
    /// The strictest review policy that may apply; none where that is not known.
    pub review_at_most: Option<Policy>,
    /// The rungs of which something that bears on the question is not held.
    pub open_ended: Vec<Rung>,
    /// Whether an embargo covers the item.
    pub embargo: Answer,
}

/// Whether an authorisation may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its symbol.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Yes: open under its conditions. No: closed. Unknown: item and destination do not decide it.
    pub answer: Answer,
    /// What closes it, or why it is unknown; empty where it is open.
    pub why: Message,
    /// The kinds of transaction it covers.
    pub covers: Vec<String>,
    /// The terms its use must meet.
    pub conditions: Vec<Message>,
    /// Where the answer is stated.
    pub citation: String,
}

/// A rung of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub rung: Rung,
    /// Its answer; for catch-alls, whether one could apply.
    pub answer: Answer,
    /// What it rests on.
    pub rows: Vec<Row>,
}

/// One fact under a rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whether it holds.
    pub answer: Answer,
    /// What it says.
    pub text: Message,
    /// Where it is stated.
    pub citation: String,
}

impl Row {
    pub(crate) fn new(answer: Answer, text: impl Into<Message>, citation: &str) -> Self {
        Self { answer, text: text.into(), citation: citation.to_owned() }
    }
}

/// Climbs the ladder for one item and destination.
pub fn ladder(question: &Question) -> Ladder {
    let context = Context::new(question);
    let rules = question.rules;
    let licence = licence::step(&context);
    let embargo = review::embargo(&context);
    let (authorisation, open) = authorisation::step(&context, &licence);
    let (review, policies) = review::step(&context, &licence);
    let listed = context.listed();
    let agency = Row::new(
        Answer::from_bool(!rules.agency.is_empty()).or(Answer::Unknown),
        format!("{}; {}", rules.agency, rules.law),
        &rules.citation,
    );
    let mut jurisdiction = vec![agency];
    if let Some(elsewhere) = context.elsewhere() {
        jurisdiction.push(Row::new(
            Answer::Unknown,
            message!("ladder-elsewhere", "the list hands the item to another agency: {agency}", agency = elsewhere),
            &listed.citation,
        ));
    }
    let mut steps = vec![
        Step { rung: Rung::Jurisdiction, answer: all_of(&jurisdiction), rows: jurisdiction },
        Step { rung: Rung::Listed, answer: listed.answer, rows: vec![listed] },
        Step { rung: Rung::Licence, answer: licence.answer, rows: licence.rows.clone() },
        authorisation,
        review,
        review::catch_all(&context),
        Step { rung: Rung::Embargo, answer: any_of(&embargo), rows: embargo },
    ];
    let mut open_ended = Vec::new();
    for step in &mut steps {
        for unknown in rules.unknowns.iter().filter(|unknown| unknown.rung == step.rung) {
            if context.holds(&unknown.case) != Answer::No {
                step.rows.push(Row::new(Answer::Unknown, &unknown.what, ""));
                if !open_ended.contains(&step.rung) {
                    open_ended.push(step.rung);
                }
                let settled = step.answer == Answer::Yes || step.rung == Rung::Authorisation && licence.answer == Answer::No;
                if !settled {
                    step.answer = Answer::Unknown;
                }
            }
        }
    }
    let embargo = steps.last().map_or(Answer::Unknown, |step| step.answer);
    Ladder {
        code: question.code.clone(),
        destination: question.destination.to_owned(),
        licence: steps.get(2).map_or(Answer::Unknown, |step| step.answer),
        required_for: licence.required,
        perhaps_for: licence.perhaps,
        authorisations: open,
        review: policies.surely,
        // An embargo that is not known may ask for more than the policies do.
        review_at_most: policies.at_most.filter(|policy| {
            let bounded = !open_ended.contains(&Rung::Review) && embargo != Answer::Unknown;
            bounded || *policy == Policy::Denial
        }),
        open_ended,
        embargo,
        steps,
    }
}

fn any_of(rows: &[Row]) -> Answer {
    rows.iter().fold(Answer::No, |answer, row| answer.or(row.answer))
}

fn all_of(rows: &[Row]) -> Answer {
    rows.iter().fold(Answer::Yes, |answer, row| answer.and(row.answer))
}
