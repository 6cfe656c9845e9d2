//! Reading answers by the form of their attribute.

use std::collections::BTreeSet;

use concord_quantity::Number;

use crate::diagnostic::codes;
use crate::load::reader::Reader;
use crate::load::tree::{Kind, Tree};
use crate::rules::{Amount, Attribute, Form, Length, Period, Value};

/// What stands as an answer.
pub(crate) enum Said {
    /// `unknown`.
    Unknown,
    /// An answer.
    Known(Value),
}

/// Reads an answer; what is no answer of the form is reported.
pub(crate) fn value(r: &mut Reader, node: &Tree, attribute: &Attribute) -> Option<Said> {
    if let Kind::Sequence(_) = node.kind {
        if let Form::Set { .. } = attribute.form {
            let words = r.list(Some(node), Reader::text);
            return set(r, node, attribute, words).map(Said::Known);
        }
        let wanted = format!("`{}` is a {}; a single value", attribute.id, attribute.form.key());
        r.wrong_type(node, &wanted, "take the brackets away");
        return None;
    }
    let text = r.text(node)?;
    match text.as_str() {
        "unknown" => return Some(Said::Unknown),
        "not-applicable" => return Some(Said::Known(Value::NotApplicable)),
        _ => {}
    }
    let found = match &attribute.form {
        Form::YesNo => match text.as_str() {
            "yes" => Some(Value::Yes),
            "no" => Some(Value::No),
            _ => None,
        },
        Form::Choice(choices) => choices.iter().any(|c| c.id == text).then(|| Value::Choice(text.clone())),
        Form::Set { .. } => return set(r, node, attribute, vec![text]).map(Said::Known),
        Form::Number { unit } => amount(&text, unit).map(Value::Number),
        Form::Money => money(&text),
        Form::Duration => length(&text).map(Value::Duration),
        Form::Date => return r.date(node).map(|date| Said::Known(Value::Date(date))),
    };
    if found.is_none() {
        r.report(node.place, codes::WRONG_ANSWER, format!("`{text}` is no answer to `{}`", attribute.id), wanted(attribute));
    }
    found.map(Said::Known)
}

/// What an answer to an attribute looks like.
fn wanted(attribute: &Attribute) -> String {
    match &attribute.form {
        Form::YesNo => "answer yes, no or unknown".to_owned(),
        Form::Choice(choices) | Form::Set { values: choices, .. } => {
            format!("known are {}", choices.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(", "))
        }
        Form::Number { unit } => format!("write a number and its unit, such as `10 {unit}`, or none"),
        Form::Money => "write a sum and its currency, such as `1000000 USD`, or none or unlimited".to_owned(),
        Form::Duration => "write a length of time, such as `5 years`, or none, unlimited or life".to_owned(),
        Form::Date => "write year-month-day".to_owned(),
    }
}

fn set(r: &mut Reader, node: &Tree, attribute: &Attribute, words: Vec<String>) -> Option<Value> {
    let Form::Set { values, open } = &attribute.form else { return None };
    let known = |word: &str| match open {
        Some(_) => !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
        None => values.iter().any(|v| v.id == word),
    };
    let mut out = BTreeSet::new();
    let mut sound = true;
    for word in words {
        if !known(&word) {
            let hint = open.clone().unwrap_or_else(|| wanted(attribute));
            r.report(node.place, codes::WRONG_ANSWER, format!("`{word}` is no word of `{}`", attribute.id), hint);
            sound = false;
        }
        out.insert(word);
    }
    sound.then_some(Value::Set(out))
}

fn amount(text: &str, unit: &str) -> Option<Amount> {
    match text {
        "none" => Some(Amount::None),
        "unlimited" => Some(Amount::Unlimited),
        _ => {
            let number = text.strip_suffix(unit)?.trim_end();
            Some(Amount::Of(number.parse().ok()?))
        }
    }
}

fn money(text: &str) -> Option<Value> {
    match text {
        "none" => return Some(Value::Money(Amount::None, String::new())),
        "unlimited" => return Some(Value::Money(Amount::Unlimited, String::new())),
        _ => {}
    }
    let (sum, currency) = text.rsplit_once(' ')?;
    let sum: Number = sum.trim_end().parse().ok()?;
    let iso = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
    iso.then(|| Value::Money(Amount::Of(sum), currency.to_owned()))
}

fn length(text: &str) -> Option<Length> {
    match text {
        "none" => return Some(Length::None),
        "unlimited" => return Some(Length::Unlimited),
        "life" => return Some(Length::Life),
        _ => {}
    }
    let (count, word) = text.split_once(' ')?;
    let period: Period = Period::WORDS.iter().find(|(_, one, many)| word == *one || word == *many).map(|(period, _, _)| *period)?;
    Some(Length::Of(count.parse().ok()?, period))
}
