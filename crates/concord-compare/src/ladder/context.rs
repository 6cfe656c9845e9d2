//! What is known of the item and the destination before any rung is climbed.

use crate::Message;
use crate::message::message;
use concord_model::licensing::{Answer, Case, Licensing, Reach, inside};
use concord_model::{Code, Entry, Reason};

use super::{Question, Row};

/// A reason for control of the item's entry, and whether it applies to the item.
#[derive(Clone, Debug)]
pub(crate) struct Controlled<'q> {
    pub(crate) reason: &'q Reason,
    pub(crate) answer: Answer,
    /// Why it is not certain; empty where it is.
    pub(crate) why: Message,
}

pub(crate) struct Context<'q> {
    pub(crate) question: Question<'q>,
    pub(crate) entry: Option<&'q Entry>,
    /// The reasons for control with whether they apply to the item.
    pub(crate) reasons: Vec<Controlled<'q>>,
    /// The code, where the origin's list or rules know it.
    code: Option<&'q Code>,
}

impl<'q> Context<'q> {
    pub(crate) fn new(question: &Question<'q>) -> Self {
        let question = *question;
        let entry = question.list.and_then(|list| list.entries.iter().find(|entry| *entry.code() == question.code.entry()));
        let found = entry.is_some_and(|entry| entry.paragraph(question.code).is_some());
        let reasons = entry.map(|entry| controlled(entry, question.rules, question.code)).unwrap_or_default();
        Self { question, entry, reasons, code: found.then_some(question.code) }
    }

    /// The same item towards another destination.
    pub(crate) fn turn_to(&mut self, destination: &'q str) {
        self.question.destination = destination;
    }

    pub(crate) fn rules(&self) -> &'q Licensing {
        self.question.rules
    }

    /// The row of the rung "listed".
    pub(crate) fn listed(&self) -> Row {
        let code = self.question.code;
        match (self.question.list, self.entry) {
            (None, _) => {
                let text =
                    message!("ladder-no-list", "the origin's list is not held; the rungs above ask what follows if it names the item");
                Row::new(Answer::Unknown, text, "")
            }
            (Some(list), Some(entry)) if self.code.is_some() => {
                let subject = entry.paragraph(code).map_or("", |paragraph| paragraph.subject.as_str());
                let subject = if subject.is_empty() { entry.root().subject.as_str() } else { subject };
                let text = message!(
                    "ladder-listed",
                    "{code} ({subject}), {list} of {day}",
                    code = code.to_string(),
                    subject = subject,
                    list = &list.title,
                    day = list.as_of.to_string()
                );
                Row::new(Answer::Yes, text, &list.citation(code))
            }
            (Some(list), _) => {
                let text = message!(
                    "ladder-not-listed",
                    "{list} of {day} has no paragraph {code}",
                    list = &list.title,
                    day = list.as_of.to_string(),
                    code = code.to_string()
                );
                Row::new(Answer::No, text, "")
            }
        }
    }

    /// Who holds the items, where the list hands them on.
    pub(crate) fn elsewhere(&self) -> Option<&'q str> {
        self.entry.map(|entry| entry.elsewhere.as_str()).filter(|text| !text.is_empty())
    }

    /// Whether the item is controlled for one of these reasons.
    pub(crate) fn controlled_for(&self, reasons: &[String]) -> Answer {
        if self.question.list.is_none() {
            return Answer::Unknown;
        }
        let held = self.reasons.iter().filter(|held| reasons.contains(&held.reason.reason) || reasons.contains(&held.reason.column));
        held.fold(Answer::No, |answer, held| answer.or(held.answer))
    }

    /// Whether the item, the destination, the activity and the reasons for control are those of a case; what else it hangs on is left aside.
    pub(crate) fn holds_apart_from_facts(&self, case: &Case) -> Answer {
        let rules = self.rules();
        // Most rules are for other items: they are told apart first.
        let item = case.holds_item(rules, self.code);
        if item == Answer::No {
            return Answer::No;
        }
        let place = case.holds_destination(rules, self.question.destination);
        if place == Answer::No {
            return Answer::No;
        }
        let reasons = if case.controlled_for.is_empty() { Answer::Yes } else { self.controlled_for(&case.controlled_for) };
        item.and(place).and(reasons).and(case.holds_activity(self.question.activity))
    }

    /// Whether a case holds; unknown where it hangs on facts that item and destination do not decide.
    pub(crate) fn holds(&self, case: &Case) -> Answer {
        let answer = self.holds_apart_from_facts(case);
        if case.facts.is_empty() { answer } else { answer.and(Answer::Unknown) }
    }
}

fn controlled<'q>(entry: &'q Entry, rules: &Licensing, code: &Code) -> Vec<Controlled<'q>> {
    let reaches: Vec<&Reach> = rules.reaches.iter().filter(|reach| reach.entry == entry.code().as_str()).collect();
    let rows = entry.reasons.iter().enumerate();
    rows.map(|(at, reason)| {
        let reach = reaches.iter().find(|reach| reach.row == at + 1 && reach.reason == reason.reason);
        let (answer, why) = match reach {
            Some(reach) => by_reach(reach, code),
            None => by_row(reason, code),
        };
        Controlled { reason, answer, why }
    })
    .collect()
}

fn by_row(reason: &Reason, code: &Code) -> (Answer, Message) {
    let within = if reason.applies_to.is_empty() { Answer::Yes } else { any(&reason.applies_to, code) };
    match within {
        Answer::No => (Answer::No, Message::default()),
        Answer::Unknown => {
            let codes = reason.applies_to.join(", ");
            (Answer::Unknown, message!("ladder-applies-only", "it applies to {codes} only", codes = codes))
        }
        Answer::Yes => (Answer::Yes, Message::default()),
    }
}

fn by_reach(reach: &Reach, code: &Code) -> (Answer, Message) {
    let within = if reach.only.is_empty() { Answer::Yes } else { any(&reach.only, code) };
    let answer = within.and(any(&reach.except, code).negate());
    if answer == Answer::No {
        return (Answer::No, Message::default());
    }
    let unclear = any(&reach.unclear, code) != Answer::No;
    if reach.narrowed || unclear {
        let why = if reach.related.is_empty() {
            message!("ladder-narrowed", "its text narrows it to some of the items")
        } else {
            message!("ladder-hangs-on-items", "it hangs on which items it is for ({codes})", codes = reach.related.join(", "))
        };
        return (Answer::Unknown, why);
    }
    if answer == Answer::Unknown {
        let why = if reach.except.is_empty() {
            message!("ladder-applies-to", "it applies to {codes}", codes = reach.only.join(", "))
        } else {
            message!("ladder-leaves-out", "it leaves out {codes}", codes = reach.except.join(", "))
        };
        return (Answer::Unknown, why);
    }
    (answer, Message::default())
}

fn any(patterns: &[String], code: &Code) -> Answer {
    patterns.iter().fold(Answer::No, |answer, pattern| answer.or(inside(code, pattern)))
}
