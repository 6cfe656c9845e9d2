//! From rows and words to findings, by the rule files.

use std::collections::BTreeSet;

use concord_model::rules::{Attribute, Effect, Form, Law, Reach, RuleLayer, Value};

use crate::findings::nothing_more;
use crate::fingerprint::fingerprint;
use crate::message::message;
use crate::observation::Kind;
use crate::provisions::definitions::{DefinedWord, DefinitionSide};
use crate::provisions::standing::factor;
use crate::provisions::stated::set;
use crate::provisions::{Row, RuleOptions, Standing, Stated};
use crate::rule::rule_for_attribute;
use crate::sentence::Placeholders;
use crate::{Cited, Direction, Finding, Layer, Message};

/// A difference before a rule gives it a name.
struct Seen<'a> {
    kind: Kind,
    direction: Direction,
    /// The attribute or term.
    about: &'a str,
    topic: &'a str,
    layer: Layer,
    question: Message,
    sides: (Option<Cited>, Option<Cited>),
    only: (Vec<Message>, Vec<Message>),
    /// The looser side's answer as written.
    looser: &'a str,
    factor: Option<num_rational::BigRational>,
    reasons: Vec<Message>,
}

/// Findings and gaps, in the order of the vocabulary.
pub(super) fn findings(
    layer: &RuleLayer,
    rows: &[Row],
    words: &[DefinedWord],
    sides: (&Law, &Law),
    options: &RuleOptions<'_>,
) -> (Vec<Finding>, Vec<Finding>) {
    let of_rows = layer.vocabulary.attributes().zip(rows).filter_map(|((topic, attribute), row)| {
        let layer = layer_of(attribute.layer(topic));
        of_row(row, attribute, layer)
    });
    let of_words = words.iter().filter_map(of_word);
    let (mut findings, mut gaps) = (Vec::new(), Vec::new());
    for seen in of_rows.chain(of_words) {
        let gap = seen.kind == Kind::Gap;
        if let Some(finding) = name(seen, sides, options) {
            if gap { gaps.push(finding) } else { findings.push(finding) }
        }
    }
    (findings, gaps)
}

/// The layer that a word of the vocabulary names.
fn layer_of(word: &str) -> Layer {
    serde_yaml::from_str(word).unwrap_or(Layer::Procedure)
}

fn of_row<'a>(row: &'a Row, attribute: &Attribute, layer: Layer) -> Option<Seen<'a>> {
    let question = Message::named(format!("question/{}", attribute.id), &attribute.question);
    let kind = match &attribute.form {
        Form::YesNo => Kind::Presence,
        Form::Set { .. } => Kind::Set,
        _ => Kind::Value,
    };
    let (kind, direction, reasons) = match &row.standing {
        Standing::Same | Standing::BothUnknown | Standing::NotApplicable => return None,
        Standing::LeftUnknown | Standing::RightUnknown => (Kind::Gap, Direction::Unknown, Vec::new()),
        Standing::LeftStricter => (kind, Direction::LeftStricter, Vec::new()),
        Standing::RightStricter => (kind, Direction::RightStricter, Vec::new()),
        Standing::Differs => (kind, Direction::Unknown, Vec::new()),
        Standing::Overlap => (kind, Direction::Overlap, Vec::new()),
        Standing::Incomparable { reason, .. } => (Kind::Value, Direction::Incomparable, vec![reason.clone()]),
    };
    let looser = match (direction, attribute.stricter) {
        (Direction::LeftStricter, _) => &row.right.written,
        (Direction::RightStricter, _) => &row.left.written,
        _ => "",
    };
    let cited = |side: &Stated| Cited {
        code: row.attribute.clone(),
        subject: question.clone(),
        states: side.with_notes(),
        citation: if side.via.is_empty() {
            side.citation.trim_start().into()
        } else if side.citation.is_empty() {
            message!("cites-rule-of-only", "[rule of {code}]", code = &side.via)
        } else {
            message!("cites-rule-of", "{citation} [rule of {code}]", citation = side.citation.trim_start(), code = &side.via)
        },
        facts: Vec::new(),
    };
    Some(Seen {
        kind,
        direction,
        about: &row.attribute,
        topic: &row.topic,
        layer,
        only: only(attribute, row.left.value.as_ref(), row.right.value.as_ref()),
        factor: row.left.value.as_ref().zip(row.right.value.as_ref()).and_then(|(a, b)| factor(a, b)),
        sides: (Some(cited(&row.left)), Some(cited(&row.right))),
        looser,
        reasons,
        question,
    })
}

fn only(attribute: &Attribute, left: Option<&Value>, right: Option<&Value>) -> (Vec<Message>, Vec<Message>) {
    let (Some(Value::Set(a)), Some(Value::Set(b))) = (left, right) else { return Default::default() };
    let difference = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).map(|word| set(attribute, [word])).collect();
    (difference(a, b), difference(b, a))
}

fn of_word(word: &DefinedWord) -> Option<Seen<'_>> {
    // What frees from control makes the side with the narrower word the stricter.
    let direction_of = |broader_left: bool| match word.effect {
        Effect::None => Direction::Unknown,
        effect if (effect == Effect::Stricter) == broader_left => Direction::LeftStricter,
        Effect::Stricter | Effect::Looser => Direction::RightStricter,
    };
    let (kind, direction, reasons) = match (word.reach, &word.undefined) {
        // Where nobody looked whether the other side defines the word there is no finding; the gap shows in the table of words.
        (Some(Reach::Exact), _) | (None, None) => return None,
        (Some(Reach::LeftBroader), _) => (Kind::Definition, direction_of(true), Vec::new()),
        (Some(Reach::RightBroader), _) => (Kind::Definition, direction_of(false), Vec::new()),
        (Some(Reach::Overlapping), _) => (Kind::Definition, Direction::Overlap, Vec::new()),
        (Some(Reach::Open), _) => (
            Kind::Definition,
            Direction::Incomparable,
            vec![message!("reason-element", "an element that only one side records could decide")],
        ),
        (None, Some(_)) => (Kind::Undefined, Direction::Unknown, Vec::new()),
    };
    let cited = |side: &Option<DefinitionSide>| {
        let missing = || Cited {
            code: word.term.clone(),
            subject: word.label.clone(),
            states: message!("definition-none", "does not define it"),
            citation: word.undefined.clone().unwrap_or_default().into(),
            facts: Vec::new(),
        };
        side.as_ref().map_or_else(missing, |side| {
            let covers = Message::join(", ", side.covers.iter().cloned());
            let limits = Message::join(", ", side.limits.iter().cloned());
            Cited {
                code: word.term.clone(),
                subject: word.label.clone(),
                states: if side.limits.is_empty() {
                    message!("definition-covers", "covers: {covers}", covers = covers)
                } else {
                    message!("definition-covers-limits", "covers: {covers}; limits: {limits}", covers = covers, limits = limits)
                },
                citation: if side.via.is_empty() {
                    (&side.citation).into()
                } else {
                    message!("cites-definition-of", "{citation} [definition of {code}]", citation = &side.citation, code = &side.via)
                },
                facts: Vec::new(),
            }
        })
    };
    Some(Seen {
        kind,
        direction,
        about: &word.term,
        topic: "definitions",
        layer: Layer::Jurisdiction,
        question: word.label.clone(),
        sides: (Some(cited(&word.left)), Some(cited(&word.right))),
        only: word.only.clone(),
        looser: "",
        factor: None,
        reasons,
    })
}

fn name(seen: Seen<'_>, sides: (&Law, &Law), options: &RuleOptions<'_>) -> Option<Finding> {
    let rule = rule_for_attribute(seen.kind, seen.direction, seen.about, seen.looser)?;
    let codes = (sides.0.jurisdiction.code.as_str(), sides.1.jurisdiction.code.as_str());
    let id = fingerprint(&rule.id, codes, (seen.about, seen.about), "", seen.direction, 1);
    let states = |cited: &Option<Cited>| cited.as_ref().map_or_else(Message::default, |c| c.states.clone());
    let list = |words: Vec<Message>| if words.is_empty() { nothing_more() } else { Message::join(", ", words) };
    let words = Placeholders::default()
        .with("left", Message::place(codes.0, &options.names.0))
        .with("right", Message::place(codes.1, &options.names.1))
        .with("question", seen.question)
        .with("parameter", seen.about)
        .with("left_states", states(&seen.sides.0))
        .with("right_states", states(&seen.sides.1))
        .with("left_only", list(seen.only.0))
        .with("right_only", list(seen.only.1));
    Some(Finding {
        rule: rule.id.clone(),
        topic: seen.topic.to_owned(),
        layer: rule.layer.unwrap_or(seen.layer),
        destination: String::new(),
        direction: seen.direction,
        severity: rule.severity_at(seen.factor.as_ref()),
        category: String::new(),
        stratum: String::new(),
        left: seen.sides.0,
        right: seen.sides.1,
        parameter: Some(seen.about.to_owned()),
        values: None,
        witnesses: Vec::new(),
        explanation: words.sentence(rule),
        reasons: seen.reasons,
        wording: Vec::new(),
        follows: Vec::new(),
        accepted: options.baseline.accepts(&id, options.as_of).map(str::to_owned),
        id,
    })
}
