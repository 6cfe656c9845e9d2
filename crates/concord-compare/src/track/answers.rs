//! The answers of a day.

use concord_model::rules::{Attribute, Law, RuleLayer, Topic, Value};
use jiff::civil::Date;

use super::Followed;
use crate::provisions::{Standing, stand};

/// A question with its topic.
pub(super) type Asked<'a> = (&'a Topic, &'a Attribute);

/// What is known of a day: one answer a question for each of those who belong on it.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    pub(super) day: Date,
    of: Vec<Option<Vec<Option<Value>>>>,
}

impl Answers {
    /// The answers of all followed on a day; none of those who do not belong on it.
    pub(super) fn on(day: Date, layer: &RuleLayer, followed: &[Followed<'_>], asked: &[Asked<'_>]) -> Self {
        let answer = |law: &Law, attribute| layer.answer(law, attribute, day).value;
        let all = |member: &Followed<'_>| asked.iter().map(|(_, attribute)| member.law.and_then(|law| answer(law, attribute))).collect();
        Self { day, of: followed.iter().map(|member| member.belongs_on(day).then(|| all(member))).collect() }
    }

    /// The answers of one of those followed, in the order of the questions.
    pub(super) fn of(&self, member: usize) -> Option<&[Option<Value>]> {
        self.of.get(member)?.as_deref()
    }

    /// One answer; none where it is unknown or the jurisdiction does not belong.
    pub(super) fn get(&self, member: usize, question: usize) -> Option<&Value> {
        self.of(member)?.get(question)?.as_ref()
    }

    /// How two stand to each other on a question; none unless both belong.
    pub(super) fn standing(
        &self,
        layer: &RuleLayer,
        asked: &[Asked<'_>],
        (left, right): (usize, usize),
        question: usize,
    ) -> Option<Standing> {
        let (_, attribute) = asked.get(question)?;
        let (a, b) = (self.of(left)?.get(question)?, self.of(right)?.get(question)?);
        Some(stand(attribute, a.as_ref(), b.as_ref(), layer.rates.as_ref()))
    }
}
