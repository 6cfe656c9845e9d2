//! How an application is reviewed, which catch-alls could apply, which embargoes cover the item.

use concord_model::licensing::{Answer, Policy, Rung};

use super::authorisation::applies;
use super::context::Context;
use super::licence::Licence;
use super::{Row, Step, any_of};

/// The rung "review policy", and the strictest policy that applies beyond doubt.
pub(crate) fn step(context: &Context, licence: &Licence) -> (Step, Option<Policy>) {
    if licence.answer == Answer::No {
        let row = Row::new(Answer::No, "no application is needed", "");
        return (Step { rung: Rung::Review, answer: Answer::No, rows: vec![row] }, None);
    }
    let mut rows = Vec::new();
    let mut strictest: Option<Policy> = None;
    let mut add = |answer: Answer, policy: Policy, note: &str, citation: &str| {
        if answer == Answer::No {
            return;
        }
        if answer == Answer::Yes {
            strictest = strictest.max(Some(policy));
        }
        let text = if note.is_empty() { policy.name().to_owned() } else { format!("{}: {note}", policy.name()) };
        rows.push(Row::new(answer, text, citation));
    };
    for embargo in &context.rules().embargoes {
        if let Some(policy) = embargo.policy {
            add(context.holds(&embargo.case), policy, &embargo.name, &embargo.citation);
        }
    }
    for review in &context.rules().reviews {
        let facts = if review.case.facts.is_empty() { String::new() } else { format!("if {}", review.case.facts.join(", ")) };
        let note = [review.note.as_str(), &facts].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        add(applies(context, licence, &review.case), review.policy, &note, &review.citation);
    }
    let answer = any_of(&rows).or(Answer::Unknown);
    if rows.is_empty() {
        rows.push(Row::new(Answer::Unknown, "no review policy is held for the reasons", ""));
    }
    (Step { rung: Rung::Review, answer, rows }, strictest)
}

/// The rung "catch-all": which could apply, whatever the list says.
pub(crate) fn catch_all(context: &Context) -> Step {
    let mut rows = Vec::new();
    for rule in &context.rules().catch_alls {
        let answer = context.holds(&rule.case);
        if answer != Answer::No {
            rows.push(Row::new(answer, format!("{}: {}", rule.name, rule.trigger), &rule.citation));
        }
    }
    Step { rung: Rung::CatchAll, answer: any_of(&rows), rows }
}

/// The embargoes that cover the item, or may.
pub(crate) fn embargo(context: &Context) -> Vec<Row> {
    let held = context.rules().embargoes.iter().map(|embargo| (context.holds(&embargo.case), embargo));
    held.filter(|(answer, _)| *answer != Answer::No).map(|(answer, embargo)| Row::new(answer, &embargo.name, &embargo.citation)).collect()
}
