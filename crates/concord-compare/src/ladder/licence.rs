//! Whether a licence is required, and why.

use concord_model::Reason;
use concord_model::licensing::{Answer, Basis, Case, ChartRow, Requirement};

use super::context::{Context, Controlled};
use super::{Row, any_of};
use crate::Message;
use crate::message::message;

/// The rung "licence required".
pub(crate) struct Licence {
    pub(crate) answer: Answer,
    pub(crate) rows: Vec<Row>,
    /// The reasons or rules for which it is required beyond doubt.
    pub(crate) required: Vec<String>,
    /// Those for which it may be required.
    pub(crate) perhaps: Vec<String>,
}

impl Licence {
    /// Whether a licence is required for one of these reasons.
    pub(crate) fn required_for(&self, reasons: &[String]) -> Answer {
        let has = |held: &[String]| reasons.iter().any(|reason| held.contains(reason));
        if has(&self.required) { Answer::Yes } else { Answer::from_bool(has(&self.perhaps)).and(Answer::Unknown) }
    }

    /// Whether it is required, if at all, for these reasons and no other.
    pub(crate) fn only_for(&self, reasons: &[String]) -> Answer {
        let within = |held: &[String]| held.iter().all(|reason| reasons.contains(reason));
        if !within(&self.required) {
            return Answer::No;
        }
        Answer::from_bool(within(&self.perhaps)).or(Answer::Unknown)
    }
}

pub(crate) fn step(context: &Context) -> Licence {
    let mut out = Licence { answer: Answer::No, rows: Vec::new(), required: Vec::new(), perhaps: Vec::new() };
    for requirement in &context.rules().requirements {
        let case = context.holds(&requirement.case);
        if case == Answer::No {
            continue;
        }
        match requirement.basis {
            Basis::Reasons => {
                for held in &context.reasons {
                    by_reason(context, requirement, held, &mut out);
                }
            }
            Basis::Case => {
                let facts = &requirement.case.facts;
                let text = if facts.is_empty() {
                    Message::from(&requirement.name)
                } else {
                    message!("ladder-rule-if", "{name}; if {facts}", name = &requirement.name, facts = facts.join(", "))
                };
                note(&mut out, &requirement.id, Row::new(case, text, &requirement.citation));
            }
        }
    }
    for embargo in context.rules().embargoes.iter().filter(|embargo| embargo.licence) {
        let answer = context.holds(&embargo.case);
        if answer != Answer::No {
            let text = message!("ladder-embargo-licence", "{name}: a licence is required", name = &embargo.name);
            note(&mut out, &embargo.name, Row::new(answer, text, &embargo.citation));
        }
    }
    let unread =
        context.question.list.is_some() && context.entry.is_some_and(|entry| entry.reasons.is_empty() && entry.elsewhere.is_empty());
    let by_reasons = context.rules().requirements.iter().any(|requirement| requirement.basis == Basis::Reasons);
    if unread && by_reasons && any_of(&out.rows) == Answer::No {
        out.rows.push(Row::new(Answer::Unknown, message!("ladder-no-reason", "the entry states no reason for control in its table"), ""));
    }
    let covered = context.reasons.iter().any(|held| held.answer != Answer::No);
    if by_reasons && !context.reasons.is_empty() && !covered && any_of(&out.rows) == Answer::No {
        let text = message!(
            "ladder-not-covered",
            "no reason for control in the entry's table covers the paragraph; another agency may license it"
        );
        out.rows.push(Row::new(Answer::Unknown, text, ""));
    }
    if context.question.list.is_none() && by_reasons && any_of(&out.rows) == Answer::No {
        out.rows.push(Row::new(
            Answer::Unknown,
            message!("ladder-list-not-held", "the reasons for control stand in a list that is not held"),
            "",
        ));
    }
    if context.elsewhere().is_some() && any_of(&out.rows) == Answer::No {
        out.rows.push(Row::new(Answer::Unknown, message!("ladder-other-agency", "another agency licenses the item"), ""));
    }
    out.answer = any_of(&out.rows);
    out
}

fn note(out: &mut Licence, name: &str, row: Row) {
    let held = match row.answer {
        Answer::Yes => &mut out.required,
        Answer::Unknown => &mut out.perhaps,
        Answer::No => {
            out.rows.push(row);
            return;
        }
    };
    if !held.iter().any(|known| known == name) {
        held.push(name.to_owned());
    }
    out.rows.push(row);
    let required = out.required.clone();
    out.perhaps.retain(|name| !required.contains(name));
}

/// A reason for control: whether it applies to the item, and whether it asks for a licence to the destination.
fn by_reason(context: &Context, requirement: &Requirement, held: &Controlled, out: &mut Licence) {
    if held.answer == Answer::No {
        return;
    }
    let (place, text, citation) = to_destination(context, held.reason);
    let answer = held.answer.and(place);
    let mut text = Message::join("", [format!("{}: ", held.reason.reason).into(), text]);
    if !held.why.is_empty() && place != Answer::No {
        text = Message::join("; ", [text, held.why.clone()]);
    }
    let citation = if citation.is_empty() { requirement.citation.clone() } else { citation };
    note(out, &held.reason.reason, Row::new(answer, text, &citation));
}

/// Whether a reason asks for a licence to the destination, in words, with its citation.
fn to_destination(context: &Context, reason: &Reason) -> (Answer, Message, String) {
    let rules = context.rules();
    let place = context.question.destination;
    if !reason.column.is_empty()
        && let Some(chart) = &rules.chart
    {
        return match chart.rows.get(place) {
            Some(ChartRow::Marked(columns)) if chart.columns.contains(&reason.column) => {
                let marked = columns.contains(&reason.column);
                let text = if marked {
                    message!("ladder-marked", "{column} is marked for the destination", column = &reason.column)
                } else {
                    message!("ladder-not-marked", "{column} is not marked for the destination", column = &reason.column)
                };
                (Answer::from_bool(marked), text, chart.citation.clone())
            }
            Some(ChartRow::Refers(to)) => {
                // The provision the chart refers to asks for a licence, and applications are reviewed under the reason as well.
                let embargoed = rules.embargoes.iter().filter(|embargo| embargo.licence).map(|embargo| context.holds(&embargo.case));
                let answer = embargoed.fold(Answer::No, Answer::or).or(Answer::Unknown);
                let text = message!("ladder-chart-refers", "{column}: the chart refers to {to}", column = &reason.column, to = to);
                (answer, text, chart.citation.clone())
            }
            _ => {
                let text = message!("ladder-chart-open", "the chart does not settle {column}", column = &reason.column);
                (Answer::Unknown, text, chart.citation.clone())
            }
        };
    }
    let mut found = false;
    let mut best: Option<(Answer, Message, String)> = None;
    for rule in rules.reasons.iter().filter(|rule| rule.reason == reason.reason) {
        let item = Case { to: Vec::new(), facts: Vec::new(), ..rule.case.clone() };
        // A rule for a part of the paragraph does not speak for all of it.
        if context.holds_apart_from_facts(&item) != Answer::Yes {
            continue;
        }
        found = true;
        let answer = context.holds(&rule.case);
        if best.as_ref().is_none_or(|(known, ..)| answer > *known) {
            let places = if rule.case.to.is_empty() {
                message!("ladder-all-destinations", "all destinations")
            } else {
                rule.case.to.join(", ").into()
            };
            let text = if answer == Answer::No {
                message!("ladder-not-required", "not required to the destination")
            } else if rule.case.facts.is_empty() {
                message!("ladder-required-to", "required to {places}", places = places)
            } else {
                let facts = rule.case.facts.join(", ");
                message!("ladder-required-to-if", "required to {places}, if {facts}", places = places, facts = facts)
            };
            best = Some((answer, text, rule.citation.clone()));
        }
    }
    if found && let Some(best) = best {
        return best;
    }
    stated(context, reason)
}

/// The destinations the entry's own row states.
fn stated(context: &Context, reason: &Reason) -> (Answer, Message, String) {
    let rules = context.rules();
    let place = context.question.destination;
    if reason.destinations.is_empty() {
        let text = message!("ladder-entry-refers", "the entry refers to another provision for its destinations");
        return (Answer::Unknown, text, String::new());
    }
    let mut read = true;
    let (mut within, mut out) = (Answer::No, Answer::No);
    for name in &reason.destinations {
        let (bare, left_out) = name.strip_prefix('-').map_or((name.as_str(), false), |bare| (bare, true));
        let known = bare == "worldwide" || rules.sets.contains_key(bare);
        read &= known;
        let holds = if bare == "worldwide" { Answer::Yes } else { rules.holds(bare, place) };
        if left_out { out = out.or(holds) } else { within = within.or(holds) }
    }
    let answer = within.and(out.negate());
    let text = message!("ladder-entry-states", "the entry states {places}", places = reason.destinations.join(", "));
    let citation = context.question.list.zip(context.entry).map_or_else(String::new, |(list, entry)| list.citation(entry.code()));
    (if read || answer == Answer::Yes { answer } else { Answer::Unknown }, text, citation)
}
