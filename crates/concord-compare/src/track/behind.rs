//! Who lags behind a reference, and since when.

use concord_model::rules::{RuleLayer, Stricter};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Followed;
use super::answers::{Answers, Asked};
use crate::indices::shortfall;

/// What is known of the time before somebody lagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Before {
    /// It did not lag on the day looked at before.
    Level,
    /// Whether it lagged is not known.
    Unknown,
    /// The series begins there.
    Start,
}

/// A question on which somebody is looser than the reference on the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// Who lags.
    pub jurisdiction: String,
    /// The topic.
    pub topic: String,
    /// The question.
    pub attribute: String,
    /// The first day looked at from which it surely lagged without a break.
    pub since: Date,
    /// What is known of the time before.
    pub before: Before,
}

/// Everything on which those followed are surely looser than the reference on the last day, in their order and that of the vocabulary.
pub(super) fn behind(
    layer: &RuleLayer,
    followed: &[Followed<'_>],
    asked: &[Asked<'_>],
    answered: &[Answers],
    reference: &str,
) -> Vec<Behind> {
    let Some(measure) = followed.iter().position(|member| member.code == reference) else { return Vec::new() };
    let mut out = Vec::new();
    for (member, own) in followed.iter().enumerate().filter(|(member, _)| *member != measure) {
        for (question, (topic, attribute)) in asked.iter().enumerate().filter(|(_, (_, attribute))| attribute.stricter != Stricter::None) {
            let lags = |answers: &Answers| {
                let standing = answers.standing(layer, asked, (member, measure), question)?;
                Some(shortfall(attribute, &standing, answers.get(member, question), answers.get(measure, question)))
            };
            let lagging: Vec<Option<(bool, bool)>> = answered.iter().map(lags).collect();
            let run = lagging.iter().rev().take_while(|lags| matches!(lags, Some((true, _)))).count();
            let Some(since) = run.checked_sub(1).and_then(|back| answered.iter().rev().nth(back)) else { continue };
            let before = match lagging.iter().rev().nth(run) {
                None => Before::Start,
                Some(Some((false, false))) => Before::Level,
                Some(_) => Before::Unknown,
            };
            out.push(Behind {
                jurisdiction: own.code.clone(),
                topic: topic.id.clone(),
                attribute: attribute.id.clone(),
                since: since.day,
                before,
            });
        }
    }
    out
}
