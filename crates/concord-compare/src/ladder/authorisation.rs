//! What may stand in a licence's place.

use concord_model::Availability;
use concord_model::licensing::{Answer, Authorisation, Case, Rung, inside};

use super::context::Context;
use super::licence::Licence;
use super::{Open, Row, Step};
use crate::Message;
use crate::message::message;

/// The rung "authorisation available", and each authorisation with whether it is open.
pub(crate) fn step(context: &Context, licence: &Licence) -> (Step, Vec<Open>) {
    if licence.answer == Answer::No {
        let row = Row::new(Answer::No, message!("ladder-none-needed", "none is needed"), "");
        return (Step { rung: Rung::Authorisation, answer: Answer::No, rows: vec![row] }, Vec::new());
    }
    let open: Vec<Open> = context.rules().authorisations.iter().map(|authorisation| judge(context, licence, authorisation)).collect();
    let answer = open.iter().fold(Answer::No, |answer, open| answer.or(open.answer));
    let rows = open.iter().map(|open| {
        let mut text = Message::from(format!("{} ({})", open.id, open.name));
        if !open.why.is_empty() {
            text = Message::join(": ", [text, open.why.clone()]);
        }
        if open.answer != Answer::No && !open.conditions.is_empty() {
            let conditions = Message::join("; ", open.conditions.iter().cloned());
            text = message!("ladder-conditions", "{text}; conditions: {conditions}", text = text, conditions = conditions);
        }
        Row::new(open.answer, text, &open.citation)
    });
    (Step { rung: Rung::Authorisation, answer, rows: rows.collect() }, open)
}

/// Makes what closes an authorisation, or leaves it open.
type Why = fn() -> Message;

/// Whether one authorisation is open, and under which conditions.
pub(crate) fn judge(context: &Context, licence: &Licence, authorisation: &Authorisation) -> Open {
    let mut open = Open {
        id: authorisation.id.clone(),
        name: authorisation.name.clone(),
        answer: Answer::Yes,
        why: Message::default(),
        covers: authorisation.covers.clone(),
        conditions: authorisation.conditions.iter().map(Message::from).collect(),
        citation: authorisation.citation.clone(),
    };
    let case = &authorisation.case;
    let rules = context.rules();
    let parts: [(Answer, Why, Why); 6] = [
        (
            context.holds_apart_from_facts(&Case { items: case.items.clone(), ..Case::default() }),
            || message!("closed-item", "not open to the item"),
            || message!("unsure-item", "open to part of the items"),
        ),
        (
            case.holds_destination(rules, context.question.destination),
            || message!("closed-destination", "not open to the destination"),
            || message!("unsure-destination", "whether it is open to the destination is not known"),
        ),
        (case.holds_activity(context.question.activity), || message!("closed-activity", "not open to the activity"), Message::default),
        (
            of(&case.controlled_for, |reasons| context.controlled_for(reasons)),
            || message!("closed-reasons", "not for items of these reasons"),
            || message!("unsure-reasons", "it hangs on a reason for control"),
        ),
        (
            of(&case.only_for, |reasons| licence.only_for(reasons)),
            || message!("closed-other-reasons", "a licence is required for other reasons too"),
            || message!("unsure-other-reasons", "a licence may be required for other reasons too"),
        ),
        (
            of(&case.required_for, |reasons| licence.required_for(reasons)),
            || message!("closed-its-reasons", "no licence is required for its reasons"),
            || message!("unsure-reasons", "it hangs on a reason for control"),
        ),
    ];
    for (answer, closed, unsure) in parts {
        lower(&mut open, answer, closed, unsure, &authorisation.citation);
    }
    if authorisation.by_entry {
        by_entry(context, &mut open);
    }
    if !case.facts.is_empty() {
        let facts = || message!("unsure-if", "if {facts}", facts = case.facts.join(", "));
        lower(&mut open, Answer::Unknown, Message::default, facts, &authorisation.citation);
    }
    for closing in rules.closings.iter().filter(|closing| closing.authorisation == authorisation.id) {
        let closed = || message!("closed-by-entry", "the entry closes it");
        let unsure = || message!("unsure-by-entry", "the entry closes it in part");
        lower(&mut open, context.holds(&closing.case).negate(), closed, unsure, &closing.citation);
    }
    for restriction in &rules.restrictions {
        let named =
            if restriction.closes.is_empty() { !restriction.leaves.contains(&open.id) } else { restriction.closes.contains(&open.id) };
        if named {
            let holds = applies(context, licence, &restriction.case);
            lower(&mut open, holds.negate(), || (&restriction.name).into(), || closed_if(&restriction.name), &restriction.citation);
        }
    }
    for embargo in rules.embargoes.iter().filter(|embargo| embargo.closes && !embargo.leaves.contains(&authorisation.id)) {
        let holds = context.holds(&embargo.case);
        lower(&mut open, holds.negate(), || (&embargo.name).into(), || closed_if(&embargo.name), &embargo.citation);
    }
    open
}

/// Whether a case holds, the reasons for which a licence is required included.
pub(super) fn applies(context: &Context, licence: &Licence, case: &Case) -> Answer {
    let required = of(&case.required_for, |reasons| licence.required_for(reasons));
    let only = of(&case.only_for, |reasons| licence.only_for(reasons));
    context.holds(case).and(required).and(only)
}

fn of(reasons: &[String], answer: impl Fn(&[String]) -> Answer) -> Answer {
    if reasons.is_empty() { Answer::Yes } else { answer(reasons) }
}

fn closed_if(name: &str) -> Message {
    message!("unsure-closed-if", "closed if: {name}", name = name)
}

fn lower(open: &mut Open, answer: Answer, closed: impl FnOnce() -> Message, unsure: impl FnOnce() -> Message, citation: &str) {
    if answer < open.answer {
        open.answer = answer;
        open.why = if answer == Answer::No { closed() } else { unsure() };
        citation.clone_into(&mut open.citation);
    }
}

/// What the entry itself says about the authorisation.
fn by_entry(context: &Context, open: &mut Open) {
    let Some(entry) = context.entry else {
        let why = || message!("unsure-entry-not-held", "the entry that must open it is not held");
        lower(open, Answer::Unknown, Message::default, why, "");
        return;
    };
    let code = context.question.code;
    let any = |codes: &[String]| codes.iter().fold(Answer::No, |answer, pattern| answer.or(inside(code, pattern)));
    let mut answer = Answer::No;
    let mut limit = String::new();
    for row in entry.exceptions.iter().filter(|row| row.symbol == open.id) {
        let only = if row.only.is_empty() { Answer::Yes } else { any(&row.only) };
        let reach = only.and(any(&row.except).negate());
        let said = match row.available {
            Availability::Yes => reach,
            Availability::No => Answer::No,
            // A row that names its codes says all it has to say by them.
            Availability::Partly if !row.only.is_empty() || !row.except.is_empty() => reach,
            Availability::Partly => reach.and(Answer::Unknown),
        };
        if said > answer {
            answer = said;
            limit.clone_from(&row.value_limit);
        }
    }
    let citation = context.question.list.map_or_else(String::new, |list| list.citation(entry.code()));
    let closed = || message!("closed-not-opened", "the entry does not open it");
    lower(open, answer, closed, || message!("unsure-opened-in-part", "the entry opens it in part"), &citation);
    if !limit.is_empty() && open.answer != Answer::No {
        open.conditions.insert(0, message!("ladder-net-value", "net value at most {limit}", limit = limit));
    }
}
