//! Questions with both answers.

use concord_compare::recognize::{Answered, JudgedRow};
use schemars::JsonSchema;
use serde::Serialize;

use super::Words;

/// One question, or one country's part in a regime, with both answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuestionView {
    /// The question's identifier, for `concord explain`.
    pub about: String,
    /// The question in plain words, or the regime.
    pub question: String,
    /// Whether the partner meets it: `met`, `open`, `unmet`.
    #[schemars(extend("enum" = ["met", "open", "unmet"]))]
    pub state: &'static str,
    /// The answer of the side that recognises; nothing where it does not matter.
    pub grantor: Option<SideAnswer>,
    /// The partner's answer; nothing where it does not matter.
    pub partner: Option<SideAnswer>,
    /// Why it is open although both answers are known; else empty.
    pub reason: String,
}

/// An answer with its source.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SideAnswer {
    /// Who answers, short.
    pub who: String,
    /// The answer in words.
    pub states: String,
    /// Pinpoint citation; empty where nothing is stated.
    pub citation: String,
}

impl Words<'_> {
    pub(super) fn question(&self, row: &JudgedRow, left_accepts: bool) -> QuestionView {
        let (grantor, partner) = self.sides(left_accepts);
        let said = |answered: &Answered, who: &str| {
            (!answered.states.is_empty()).then(|| SideAnswer {
                who: who.to_owned(),
                states: self.given.context.say(&answered.states),
                citation: answered.citation.clone(),
            })
        };
        QuestionView {
            about: row.about.clone(),
            question: self.given.context.say(&row.question),
            state: row.state.word(),
            grantor: said(&row.grantor, &grantor.short),
            partner: said(&row.partner, &partner.short),
            reason: self.given.context.say(&row.reason),
        }
    }
}
