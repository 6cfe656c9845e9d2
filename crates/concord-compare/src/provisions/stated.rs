//! One side's answer with what it rests on.

use concord_model::rules::{Amount, Answer, Attribute, Form, Law, RuleLayer, Status, Value};
use serde::{Deserialize, Serialize};

/// One side's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The answer; `None` where it is unknown.
    pub value: Option<Value>,
    /// The answer as it stands in the definitions (`5 years`), `unknown` where it is.
    pub written: String,
    /// The answer in words.
    pub words: String,
    /// Pinpoint citations in full.
    pub citation: String,
    /// The bloc whose rule it is, where it is inherited; else empty.
    pub via: String,
    /// Ambiguities and conditions.
    pub notes: Vec<String>,
    /// Answers that are not in force on the day, each in one phrase.
    pub aside: Vec<String>,
}

/// Words an answer.
pub(super) fn stated(layer: &RuleLayer, law: &Law, attribute: &Attribute, answer: Answer<'_>) -> Stated {
    let unit = match &attribute.form {
        Form::Number { unit } => unit.as_str(),
        _ => "",
    };
    let mut citations: Vec<String> = answer.held.iter().map(|held| layer.cite(held.law, &held.fact.cites)).collect();
    citations.retain(|citation| !citation.is_empty());
    citations.dedup();
    let aside = answer.aside.iter().map(|held| {
        let status = match held.fact.status {
            Status::InForce => "of another time",
            Status::Stayed => "stayed",
            Status::Adopted => "adopted, not in force",
            Status::Repealed => "repealed",
        };
        let dates = match (held.fact.from, held.fact.to) {
            (Some(from), Some(to)) => format!(", {from} to {to}"),
            (Some(from), None) => format!(", from {from}"),
            (None, Some(to)) => format!(", until {to}"),
            (None, None) => String::new(),
        };
        let value = held.fact.value.as_ref().map_or_else(|| "unknown".to_owned(), |v| v.written(unit));
        format!("{status}{dates}: {value} ({})", layer.cite(held.law, &held.fact.cites))
    });
    Stated {
        written: answer.value.as_ref().map_or_else(|| "unknown".to_owned(), |v| v.written(unit)),
        words: words(attribute, answer.value.as_ref(), unit),
        citation: citations.join("; "),
        via: answer.via.filter(|via| *via != law.jurisdiction.code).unwrap_or_default().to_owned(),
        notes: answer.notes().into_iter().map(str::to_owned).collect(),
        aside: aside.collect(),
        value: answer.value,
    }
}

fn words(attribute: &Attribute, value: Option<&Value>, unit: &str) -> String {
    match value {
        None => "not known".to_owned(),
        Some(Value::NotApplicable) => "not applicable".to_owned(),
        Some(Value::Choice(word)) => {
            attribute.form.choices().iter().find(|c| c.id == *word).map_or_else(|| word.clone(), |c| c.meaning.clone())
        }
        Some(Value::Money(Amount::Of(sum), currency)) => format!("{} {currency}", grouped(&sum.to_string())),
        Some(value) => value.written(unit),
    }
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
