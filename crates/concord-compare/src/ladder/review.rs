//! How an application is reviewed, which catch-alls could apply, which embargoes cover the item.

use concord_model::licensing::{Answer, Policy, Rung};

use super::authorisation::applies;
use super::context::Context;
use super::licence::Licence;
use super::{Row, Step, any_of};
use crate::Message;
use crate::message::message;

/// The strictest review policies.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Strictest {
    /// The strictest that applies beyond doubt.
    pub(crate) surely: Option<Policy>,
    /// The strictest that may apply; none where a reason has no policy that is held.
    pub(crate) at_most: Option<Policy>,
}

/// The rung "review policy", and the strictest policies.
pub(crate) fn step(context: &Context, licence: &Licence) -> (Step, Strictest) {
    if licence.answer == Answer::No {
        let row = Row::new(Answer::No, message!("ladder-no-application", "no application is needed"), "");
        return (Step { rung: Rung::Review, answer: Answer::No, rows: vec![row] }, Strictest::default());
    }
    let mut rows = Vec::new();
    let mut strictest = Strictest::default();
    // Reasons with a policy beyond doubt; a policy may be for every reason.
    let (mut spoken_of, mut general): (Vec<&str>, bool) = (Vec::new(), false);
    let mut add = |answer: Answer, policy: Policy, note: Message, citation: &str| {
        if answer == Answer::No {
            return;
        }
        if answer == Answer::Yes {
            strictest.surely = strictest.surely.max(Some(policy));
        }
        strictest.at_most = strictest.at_most.max(Some(policy));
        let text = if note.is_empty() { policy_name(policy) } else { Message::join(": ", [policy_name(policy), note]) };
        rows.push(Row::new(answer, text, citation));
    };
    for embargo in &context.rules().embargoes {
        if let Some(policy) = embargo.policy {
            let answer = context.holds(&embargo.case);
            add(answer, policy, (&embargo.name).into(), &embargo.citation);
            if answer == Answer::Yes {
                spoken_of.push(&embargo.name);
            }
        }
    }
    for review in &context.rules().reviews {
        let facts = (!review.case.facts.is_empty()).then(|| message!("unsure-if", "if {facts}", facts = review.case.facts.join(", ")));
        let own = (!review.note.is_empty()).then(|| Message::from(&review.note));
        let note = Message::join("; ", own.into_iter().chain(facts));
        let answer = applies(context, licence, &review.case);
        add(answer, review.policy, note, &review.citation);
        if answer == Answer::Yes {
            spoken_of.extend(review.case.required_for.iter().map(String::as_str));
            general |= review.case.required_for.is_empty();
        }
    }
    let mut reasons = licence.required.iter().chain(&licence.perhaps);
    if !general && !reasons.all(|reason| spoken_of.contains(&reason.as_str())) && strictest.surely != Some(Policy::Denial) {
        strictest.at_most = None;
    }
    let answer = any_of(&rows).or(Answer::Unknown);
    if rows.is_empty() {
        rows.push(Row::new(Answer::Unknown, message!("ladder-no-policy", "no review policy is held for the reasons"), ""));
    }
    (Step { rung: Rung::Review, answer, rows }, strictest)
}

/// A review policy in words.
pub(crate) fn policy_name(policy: Policy) -> Message {
    Message::named(format!("policy/{}", policy.name()), policy.name())
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
