//! Comparing what two jurisdictions' laws say outside their lists, question by question and word by word.

mod definitions;
mod findings;
mod needs;
mod row;
mod standing;
mod stated;

use concord_model::rules::{Law, Rates, RuleLayer};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use definitions::{DefinedWord, DefinitionSide};
pub use needs::{Doer, Need, Needs, needs};
pub use row::{Row, row};
pub use standing::Standing;
pub(crate) use standing::{is_loosest, is_strictest, stand};
pub use stated::Stated;
pub(crate) use stated::stated;

use crate::indices::{TopicIndices, indices};
use crate::{Baseline, Finding};

/// One of the two jurisdictions, with how much of its law is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSide {
    /// Code.
    pub jurisdiction: String,
    /// Questions of the vocabulary.
    pub questions: usize,
    /// Of these, answered.
    pub known: usize,
    /// Defined words that are described.
    pub definitions: usize,
}

/// What differs between two jurisdictions' rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleComparison {
    /// The left jurisdiction.
    pub left: RuleSide,
    /// The right jurisdiction.
    pub right: RuleSide,
    /// The day as of which both are asked.
    pub as_of: Date,
    /// Every question with both answers, in the order of the vocabulary.
    pub rows: Vec<Row>,
    /// Words that either side defines, by term.
    pub words: Vec<DefinedWord>,
    /// Findings, in the order of the vocabulary, definitions last.
    pub findings: Vec<Finding>,
    /// Questions that one side's sources at hand do not answer: no divergences, but gaps in what is known.
    pub gaps: Vec<Finding>,
    /// Indices over all topics, then one set a topic.
    pub indices: Vec<TopicIndices>,
    /// The exchange rates with which sums were compared, if any were.
    pub rates: Option<Rates>,
}

/// What a comparison of rules is told beside the two jurisdictions.
#[derive(Clone, Debug)]
pub struct RuleOptions<'a> {
    /// Short display names of the two sides.
    pub names: (String, String),
    /// The day as of which both are asked.
    pub as_of: Date,
    /// Findings that a reader has accepted.
    pub baseline: &'a Baseline,
}

/// Compares the rules of two jurisdictions.
pub fn compare_rules(layer: &RuleLayer, left: &Law, right: &Law, options: &RuleOptions<'_>) -> RuleComparison {
    let rows: Vec<Row> =
        layer.vocabulary.attributes().map(|(topic, attribute)| row(layer, (topic, attribute), (left, right), options.as_of)).collect();
    let words = definitions::words(layer, left, right, options.as_of);
    let (findings, gaps) = findings::findings(layer, &rows, &words, (left, right), options);
    let side = |law: &Law, known: usize, definitions: usize| RuleSide {
        jurisdiction: law.jurisdiction.code.clone(),
        questions: rows.len(),
        known,
        definitions,
    };
    RuleComparison {
        left: side(left, rows.iter().filter(|r| r.left.value.is_some()).count(), words.iter().filter(|w| w.left.is_some()).count()),
        right: side(right, rows.iter().filter(|r| r.right.value.is_some()).count(), words.iter().filter(|w| w.right.is_some()).count()),
        as_of: options.as_of,
        indices: indices(&layer.vocabulary, &rows),
        rates: layer.rates.clone().filter(|_| rows.iter().any(Row::converts)),
        rows,
        words,
        findings,
        gaps,
    }
}
