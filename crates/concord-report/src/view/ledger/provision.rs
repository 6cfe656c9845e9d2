//! Every question outside the lists with both answers.

use concord_compare::RuleComparison;
use concord_compare::provisions::{Row, Standing, Stated};
use concord_model::rules::Vocabulary;
use serde::Serialize;

use crate::Context;

/// One question with both answers.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionRow {
    /// The topic's title.
    pub topic: String,
    /// The attribute.
    pub attribute: String,
    /// The question.
    pub question: String,
    /// Its weight in the indices.
    pub weight: u32,
    /// Key of the direction.
    pub direction: &'static str,
    /// How the two answers stand to each other, in words.
    pub standing: String,
    /// The left answer.
    pub left: AnswerView,
    /// The right answer.
    pub right: AnswerView,
    /// Fingerprint of the finding on it; empty if there is none.
    pub finding: String,
}

/// An answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerView {
    /// The answer in words.
    pub states: String,
    /// Whether it is known.
    pub known: bool,
    /// Pinpoint citations.
    pub citation: String,
    /// Ambiguities, conditions, and answers that are not in force on the day.
    pub notes: Vec<String>,
}

/// The rows, in the order of the vocabulary.
pub(super) fn rows(rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Vec<ProvisionRow> {
    rules.rows.iter().map(|row| view(row, rules, vocabulary, context)).collect()
}

fn view(row: &Row, rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> ProvisionRow {
    let attribute = vocabulary.attribute(&row.attribute).map(|(_, attribute)| attribute);
    let (direction, standing) = standing(&row.standing, context);
    ProvisionRow {
        topic: vocabulary.topic(&row.topic).map_or_else(|| row.topic.clone(), |topic| topic.title.clone()),
        attribute: row.attribute.clone(),
        question: attribute.map_or_else(String::new, |attribute| attribute.question.clone()),
        weight: attribute.map_or(0, |attribute| attribute.weight),
        direction,
        standing,
        left: answer(&row.left, context),
        right: answer(&row.right, context),
        finding: rules
            .findings
            .iter()
            .find(|finding| finding.parameter.as_deref() == Some(row.attribute.as_str()))
            .map_or_else(String::new, |finding| finding.id.clone()),
    }
}

fn answer(stated: &Stated, context: &Context) -> AnswerView {
    AnswerView {
        states: context.say(&stated.words),
        known: stated.value.is_some(),
        citation: stated.citation.clone(),
        notes: stated.notes.iter().cloned().chain(stated.aside.iter().map(|aside| context.say(aside))).collect(),
    }
}

fn standing(standing: &Standing, context: &Context) -> (&'static str, String) {
    let text = |key: &str| context.text(key, &[("left", (&context.left.short).into()), ("right", (&context.right.short).into())]);
    match standing {
        Standing::Same => ("", text("office-standing-same")),
        Standing::LeftStricter => ("left-stricter", text("office-standing-left-stricter")),
        Standing::RightStricter => ("right-stricter", text("office-standing-right-stricter")),
        Standing::Differs => ("unknown", text("office-standing-differs")),
        Standing::Overlap => ("overlap", text("office-standing-overlap")),
        Standing::Incomparable { .. } => ("incomparable", text("office-standing-incomparable")),
        Standing::LeftUnknown => ("", text("office-standing-left-unknown")),
        Standing::RightUnknown => ("", text("office-standing-right-unknown")),
        Standing::BothUnknown => ("", text("office-standing-both-unknown")),
        Standing::NotApplicable => ("", text("office-standing-not-applicable")),
    }
}
