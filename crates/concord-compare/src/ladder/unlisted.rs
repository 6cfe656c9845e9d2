//! What bears on an item that no list names: catch-alls and embargoes.

use concord_model::licensing::{Answer, Case, Licensing, Rung};

use super::{Row, any_of};

/// What an origin's law holds ready for items that its list does not name, to one destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted {
    /// The catch-alls that could apply.
    pub guards: Vec<Guard>,
    /// Catch-alls that are not held, each with the ends it could guard against; none for any.
    pub not_held: Vec<(String, Vec<String>)>,
    /// Whether an embargo covers items of every kind.
    pub embargo: Answer,
    /// The embargoes that do, or may.
    pub embargoes: Vec<Row>,
}

/// A catch-all that could apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// What it is against.
    pub name: String,
    /// What makes it apply.
    pub trigger: String,
    /// The ends and ways it guards against.
    pub against: Vec<String>,
    /// Yes where only its trigger is open; unknown where it hangs on more.
    pub answer: Answer,
    /// Where it is stated.
    pub citation: String,
}

/// What bears on an item that no list names.
pub fn unlisted(rules: &Licensing, destination: &str, activity: &str) -> Unlisted {
    let asks = |case: &Case| holds(case, rules, destination, activity);
    let guards = rules.catch_alls.iter().map(|rule| (asks(&rule.case), rule)).filter(|(answer, _)| *answer != Answer::No);
    let guards = guards.map(|(answer, rule)| Guard {
        name: rule.name.clone(),
        trigger: rule.trigger.clone(),
        against: rule.against.clone(),
        answer,
        citation: rule.citation.clone(),
    });
    let missing = |rung: Rung| rules.unknowns.iter().filter(move |unknown| unknown.rung == rung && asks(&unknown.case) != Answer::No);
    let mut embargoes: Vec<Row> = rules
        .embargoes
        .iter()
        .map(|embargo| (asks(&embargo.case), embargo))
        .filter(|(answer, _)| *answer != Answer::No)
        .map(|(answer, embargo)| Row::new(answer, &embargo.name, &embargo.citation))
        .collect();
    embargoes.extend(missing(Rung::Embargo).map(|unknown| Row::new(Answer::Unknown, &unknown.what, "")));
    Unlisted {
        guards: guards.collect(),
        not_held: missing(Rung::CatchAll).map(|unknown| (unknown.what.clone(), unknown.against.clone())).collect(),
        embargo: any_of(&embargoes),
        embargoes,
    }
}

/// Whether a case holds for an item that is on no list: patterns of codes and reasons for control speak of listed items only.
fn holds(case: &Case, rules: &Licensing, destination: &str, activity: &str) -> Answer {
    let of_the_list = case.items.iter().any(|name| !name.starts_with('-'))
        || [&case.controlled_for, &case.required_for, &case.only_for].iter().any(|reasons| !reasons.is_empty());
    let plain = Answer::from_bool(!of_the_list).and(case.holds_destination(rules, destination)).and(case.holds_activity(activity));
    if case.facts.is_empty() { plain } else { plain.and(Answer::Unknown) }
}
