//! One side's answer with what it rests on.

use concord_model::rules::{Amount, Answer, Attribute, Form, Held, Law, Length, Period, RuleLayer, Status, Value};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::message::message;

/// One side's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The answer; `None` where it is unknown.
    pub value: Option<Value>,
    /// The answer as it stands in the definitions (`5 years`), `unknown` where it is.
    pub written: String,
    /// The answer in words.
    pub words: Message,
    /// Pinpoint citations in full.
    pub citation: String,
    /// The bloc whose rule it is, where it is inherited; else empty.
    pub via: String,
    /// Ambiguities and conditions.
    pub notes: Vec<String>,
    /// Answers that are not in force on the day, each in one phrase: stayed, adopted, repealed, of a later time, or not shown for the day.
    pub aside: Vec<Message>,
    /// Answers that were in force before the day and are no more, each in one phrase.
    pub past: Vec<Message>,
}

impl Stated {
    /// The answer in words, with ambiguities and conditions in brackets.
    pub fn with_notes(&self) -> Message {
        if self.notes.is_empty() {
            return self.words.clone();
        }
        Message::join("", [self.words.clone(), format!(" ({})", self.notes.join("; ")).into()])
    }
}

/// Words an answer.
pub(crate) fn stated(layer: &RuleLayer, law: &Law, attribute: &Attribute, answer: Answer<'_>, day: Date) -> Stated {
    let unit = match &attribute.form {
        Form::Number { unit } => unit.as_str(),
        _ => "",
    };
    let mut citations: Vec<String> = answer.held.iter().map(|held| layer.cite(held.law, &held.fact.cites)).collect();
    citations.retain(|citation| !citation.is_empty());
    citations.dedup();
    let worded = |held: &&Held<'_>| {
        let status = match held.fact.status {
            // Nothing says that it did not hold; only no text at hand is as old as the day.
            _ if held.fact.may_hold_on(day) => {
                message!("status-not-shown", "known only from {day} on", day = held.fact.shown.to_string())
            }
            Status::InForce => message!("status-other-time", "of another time"),
            Status::Stayed => message!("status-stayed", "stayed"),
            Status::Adopted => message!("status-adopted", "adopted, not in force"),
            Status::Repealed => message!("status-repealed", "repealed"),
        };
        let dates = match (held.fact.from, held.fact.to) {
            (Some(from), Some(to)) => message!("status-from-to", ", {from} to {to}", from = from.to_string(), to = to.to_string()),
            (Some(from), None) => message!("status-from", ", from {from}", from = from.to_string()),
            (None, Some(to)) => message!("status-to", ", until {to}", to = to.to_string()),
            (None, None) => Message::default(),
        };
        let value = held.fact.value.as_ref().map_or_else(unknown, |value| written(attribute, value, unit));
        let citation = layer.cite(held.law, &held.fact.cites);
        Message::join("", [status, dates, ": ".into(), value, format!(" ({citation})").into()])
    };
    let is_past = |held: &Held<'_>| held.fact.status == Status::InForce && held.fact.to.is_some_and(|to| to < day);
    let (past, aside): (Vec<&Held<'_>>, Vec<&Held<'_>>) = answer.aside.iter().partition(|held| is_past(held));
    Stated {
        written: answer.value.as_ref().map_or_else(|| "unknown".to_owned(), |v| v.written(unit)),
        words: words(attribute, answer.value.as_ref(), unit),
        citation: citations.join("; "),
        via: answer.via.filter(|via| *via != law.jurisdiction.code).unwrap_or_default().to_owned(),
        notes: answer.notes().into_iter().map(str::to_owned).collect(),
        aside: aside.iter().map(worded).collect(),
        past: past.iter().map(worded).collect(),
        value: answer.value,
    }
}

fn words(attribute: &Attribute, value: Option<&Value>, unit: &str) -> Message {
    match value {
        None => message!("answer-not-known", "not known"),
        Some(Value::NotApplicable) => message!("answer-not-applicable", "not applicable"),
        Some(Value::Choice(word)) => {
            let known = attribute.form.choices().iter().find(|c| c.id == *word);
            known.map_or_else(|| Message::from(word), |c| Message::named(format!("value/{}/{word}", attribute.id), &c.meaning))
        }
        Some(Value::Money(Amount::Of(sum), currency)) => {
            message!("answer-money", "{sum} {currency}", sum = grouped(&sum.to_string()), currency = currency)
        }
        Some(value) => written(attribute, value, unit),
    }
}

/// An answer as it stands in the definitions.
fn written(attribute: &Attribute, value: &Value, unit: &str) -> Message {
    match value {
        Value::Yes => message!("answer-yes", "yes"),
        Value::No => message!("answer-no", "no"),
        Value::Number(Amount::None) | Value::Money(Amount::None, _) | Value::Duration(Length::None) => message!("answer-none", "none"),
        Value::Number(Amount::Unlimited) | Value::Money(Amount::Unlimited, _) | Value::Duration(Length::Unlimited) => {
            message!("answer-unlimited", "unlimited")
        }
        Value::Duration(Length::Life) => message!("answer-life", "life"),
        Value::Duration(Length::Of(count, period)) => duration(*count as usize, *period),
        Value::Set(words) if words.is_empty() => message!("answer-none", "none"),
        Value::Set(words) => set(attribute, words),
        Value::NotApplicable => message!("answer-not-applicable", "not-applicable"),
        Value::Choice(_) | Value::Number(_) | Value::Money(..) | Value::Date(_) => value.written(unit).into(),
    }
}

/// Words of a set, each by its name in the vocabulary.
pub(super) fn set<'w>(attribute: &Attribute, words: impl IntoIterator<Item = &'w String>) -> Message {
    Message::join(", ", words.into_iter().map(|word| Message::named(format!("value/{}/{word}", attribute.id), word)))
}

fn duration(count: usize, period: Period) -> Message {
    match (period, count) {
        (Period::WorkingDays, 1) => message!("duration-working-days", "{count} working day", count = count),
        (Period::WorkingDays, _) => message!("duration-working-days", "{count} working days", count = count),
        (Period::Days, 1) => message!("duration-days", "{count} day", count = count),
        (Period::Days, _) => message!("duration-days", "{count} days", count = count),
        (Period::Weeks, 1) => message!("duration-weeks", "{count} week", count = count),
        (Period::Weeks, _) => message!("duration-weeks", "{count} weeks", count = count),
        (Period::Months, 1) => message!("duration-months", "{count} month", count = count),
        (Period::Months, _) => message!("duration-months", "{count} months", count = count),
        (Period::Years, 1) => message!("duration-years", "{count} year", count = count),
        (Period::Years, _) => message!("duration-years", "{count} years", count = count),
    }
}

fn unknown() -> Message {
    message!("answer-unknown", "unknown")
}

/// Digits before the decimal point in groups of three: `1,000,000`.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}
