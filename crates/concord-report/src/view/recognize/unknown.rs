//! Unknown facts that could change a verdict.

use concord_compare::recognize::Unknown;
use schemars::JsonSchema;
use serde::Serialize;

use super::condition::Areas;
use super::rows::QuestionView;
use super::{Words, acceptance};
use crate::lang::Arg;

/// Something unknown, told once for all areas in which it has the same effect.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnknownView {
    /// What is not known, in one sentence.
    pub sentence: String,
    /// The areas.
    pub areas: Areas,
    /// What it would come to if it turns out against the partner: the verdict.
    pub if_against: String,
    /// What it would come to if it turns out for the partner: the verdict.
    pub if_for: String,
    /// The questions it is about.
    pub rows: Vec<QuestionView>,
}

impl Words<'_> {
    pub(super) fn unknowns(&self, left_accepts: bool) -> Vec<UnknownView> {
        let mut shared: Vec<(&Unknown, Vec<&str>)> = Vec::new();
        for area in &self.found.areas {
            for unknown in &acceptance(area, left_accepts).unknowns {
                let same = |(known, _): &&mut (&Unknown, Vec<&str>)| *known == unknown;
                match shared.iter_mut().find(same) {
                    Some((_, areas)) => areas.push(&area.code),
                    None => shared.push((unknown, vec![&area.code])),
                }
            }
        }
        let view = |(unknown, areas): (&Unknown, Vec<&str>)| UnknownView {
            sentence: self.unknown(unknown, left_accepts),
            areas: self.area_list(&areas),
            if_against: self.verdict(unknown.verdict_if_against),
            if_for: self.verdict(unknown.verdict_if_for),
            rows: unknown.rows.iter().map(|row| self.question(row, left_accepts)).collect(),
        };
        shared.into_iter().map(view).collect()
    }

    fn unknown(&self, unknown: &Unknown, left_accepts: bool) -> String {
        let who: Vec<String> = unknown.who.iter().map(|code| self.who(code)).collect();
        let asked = unknown.demand.as_ref().map_or_else(String::new, |demand| self.demand(demand, Some(left_accepts)));
        let args = [("who", Arg::from(self.join(&who))), ("asked", asked.into()), ("controls", unknown.controls.into())];
        let key = match (&unknown.demand, unknown.controls) {
            (Some(_), _) => "recognize-unknown-answer",
            (None, 0) => "recognize-unknown-list",
            (None, _) => "recognize-unknown-controls",
        };
        self.text(key, &args)
    }
}
