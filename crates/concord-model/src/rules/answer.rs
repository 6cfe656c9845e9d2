//! Answers of a jurisdiction as of a day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::rules::{Fact, Law, RuleLayer, Value};

/// A fact with the jurisdiction whose law states it.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// Whose law it is.
    pub law: &'a Law,
    /// The fact.
    pub fact: &'a Fact,
}

/// A jurisdiction's answer to one question as of a day.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The answer; `None` where it is unknown.
    pub value: Option<Value>,
    /// The facts that give it, the jurisdiction's own first.
    pub held: Vec<Held<'a>>,
    /// Facts on the same question that are not in force on the day, or that no text shows for it: stayed, adopted, repealed, or of another time.
    pub aside: Vec<Held<'a>>,
    /// The bloc whose rule it is, where it is inherited; a set may be both own and inherited.
    pub via: Option<&'a str>,
}

impl Answer<'_> {
    /// Notes of the facts that give the answer.
    pub fn notes(&self) -> Vec<&str> {
        self.held.iter().map(|held| held.fact.note.as_str()).filter(|note| !note.is_empty()).collect()
    }
}

/// The answer of `law`, its own or inherited from its parent.
pub(super) fn answer<'a>(layer: &'a RuleLayer, law: &'a Law, attribute: &str, day: Date) -> Answer<'a> {
    let own = stated(law, attribute);
    let parent = layer.parent(law);
    let adds = own.iter().any(|held| held.fact.adds && held.fact.holds_on(day));
    let (held, aside): (Vec<_>, Vec<_>) = own.iter().partition(|held| held.fact.holds_on(day));
    // An own rule that may hold, and that no text shows for the day, leaves the answer open whatever else is known.
    if own.iter().any(|held| held.fact.may_hold_on(day) && !held.fact.holds_on(day)) {
        return Answer { value: None, held: Vec::new(), aside: own, via: None };
    }
    // Where the own rule is not in force on the day and the attribute is inherited, the parent's rule holds.
    let inherits = own.is_empty() || adds || (held.is_empty() && law.inherits.contains(attribute));
    let inherited = parent.filter(|_| inherits).map(|parent| answer(layer, parent, attribute, day));
    let mut out = Answer { value: joined(&held), held, aside, via: None };
    if let Some(inherited) = inherited
        && let Some(parent) = parent
    {
        out.value = if out.held.is_empty() {
            inherited.value
        } else {
            match (out.value, inherited.value) {
                (Some(Value::Set(mut own)), Some(Value::Set(more))) => {
                    own.extend(more);
                    Some(Value::Set(own))
                }
                // Own words are certain, but what they are joined to is not.
                (Some(Value::Set(_)), None) => None,
                (value, _) => value,
            }
        };
        if !inherited.held.is_empty() {
            out.via = Some(&parent.jurisdiction.code);
        }
        out.held.extend(inherited.held);
        out.aside.extend(inherited.aside);
    }
    out
}

fn stated<'a>(law: &'a Law, attribute: &str) -> Vec<Held<'a>> {
    law.facts.iter().filter(|fact| fact.attribute == attribute).map(|fact| Held { law, fact }).collect()
}

/// The value of facts in force on one day: one fact, or sets that add to each other.
fn joined(held: &[Held<'_>]) -> Option<Value> {
    let (first, rest) = held.split_first()?;
    let mut value = first.fact.value.clone();
    for other in rest {
        value = match (value, &other.fact.value) {
            (Some(Value::Set(a)), Some(Value::Set(b))) => Some(Value::Set(a.union(b).cloned().collect::<BTreeSet<_>>())),
            (a, b) if a == *b => a,
            _ => None,
        };
    }
    value
}
