//! The published JSON document of a comparison: the part on rules outside the lists.

use concord_compare::indices::{Index, TopicIndices};
use concord_compare::provisions::{DefinedWord, DefinitionSide, Row, Standing, Stated};
use concord_compare::{RuleComparison, RuleSide};
use concord_model::rules::Vocabulary;
use num_rational::BigRational;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CompareDocument, DivergenceDocument, divergence};
use crate::Context;

/// What the two laws say outside their lists. Its divergences stand with those of the lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RulesDocument {
    /// The day as of which both are asked, ISO.
    pub as_of: String,
    /// How much of the left law is known.
    pub left: KnownDocument,
    /// How much of the right law is known.
    pub right: KnownDocument,
    /// Every question with both answers.
    pub rows: Vec<RowDocument>,
    /// Words that either side defines.
    pub words: Vec<WordDocument>,
    /// Questions that one side's sources at hand do not answer: no divergences.
    pub gaps: Vec<DivergenceDocument>,
    /// Indices over all topics (topic ""), then over each.
    pub indices: Vec<IndexDocument>,
    /// The exchange rates with which sums were compared; `null` if none were.
    pub rates: Option<RatesDocument>,
}

/// How much of a law is known.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KnownDocument {
    /// Questions of the vocabulary.
    pub questions: usize,
    /// Of these, answered.
    pub known: usize,
    /// Defined words that are described.
    pub definitions: usize,
}

/// One question with both answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RowDocument {
    /// Topic.
    pub topic: String,
    /// Attribute.
    pub attribute: String,
    /// Weight in the indices.
    pub weight: u32,
    /// How the two answers stand to each other.
    #[schemars(extend("enum" = ["same", "left-stricter", "right-stricter", "differs", "overlap", "incomparable", "left-unknown", "right-unknown", "both-unknown", "not-applicable"]))]
    pub standing: &'static str,
    /// The left answer.
    pub left: AnswerDocument,
    /// The right answer.
    pub right: AnswerDocument,
}

/// An answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AnswerDocument {
    /// The answer as it stands in the definitions; `unknown` where it is.
    pub value: String,
    /// Pinpoint citations, joined by semicolons.
    pub source: String,
    /// The bloc whose rule it is; empty if the jurisdiction's own.
    pub via: String,
    /// Ambiguities and conditions.
    pub notes: Vec<String>,
    /// Answers that are not in force on the day.
    pub not_in_force: Vec<String>,
}

/// A defined word.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WordDocument {
    /// Term.
    pub term: String,
    /// How the two definitions stand: `exact`, `left-broader`, `right-broader`, `overlapping`, `open`; `null` where one is not described.
    pub reach: Option<String>,
    /// The left definition.
    pub left: Option<DefinitionDocument>,
    /// The right definition.
    pub right: Option<DefinitionDocument>,
}

/// A definition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DefinitionDocument {
    /// The word the law uses.
    pub label: String,
    /// Elements that widen it.
    pub covers: Vec<String>,
    /// Elements that narrow it.
    pub limits: Vec<String>,
    /// Pinpoint citation.
    pub source: String,
}

/// An index.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndexDocument {
    /// Topic; empty for all.
    pub topic: String,
    /// Which index.
    pub index: String,
    /// The least it can be, as an exact fraction; `null` where there is nothing to count.
    pub low: Option<String>,
    /// The greatest it can be.
    pub high: Option<String>,
    /// Its range if any one weight were half as large again or half as small.
    pub sensitivity: Option<[String; 2]>,
    /// Questions that belong, or may belong, to its population.
    pub population: usize,
    /// Of these, open.
    pub open: usize,
    /// Sum of their weights.
    pub weight: u64,
    /// What each question contributes; given for the indices over all topics.
    pub parts: Vec<PartDocument>,
}

/// What one question contributes to an index.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PartDocument {
    /// Attribute.
    pub attribute: String,
    /// Weight.
    pub weight: u32,
    /// Whether it may fall outside the population.
    pub may_be_outside: bool,
    /// The least it contributes, as an exact fraction.
    pub low: String,
    /// The most it contributes.
    pub high: String,
}

/// Exchange rates.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RatesDocument {
    /// The day of the rates, ISO.
    pub day: String,
    /// Where they are published.
    pub source: String,
    /// The currency they are stated for.
    pub base: String,
    /// From how large a factor two converted sums count as different.
    pub margin: String,
    /// Units of each currency for one unit of the base: currency and rate.
    pub rates: Vec<(String, String)>,
}

impl CompareDocument {
    /// Adds what the two laws say outside their lists.
    #[must_use]
    pub fn with_rules(mut self, rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Self {
        self.divergences.extend(rules.findings.iter().map(|finding| divergence(finding, context)));
        let known = |side: &RuleSide| KnownDocument { questions: side.questions, known: side.known, definitions: side.definitions };
        let row = |row: &Row| RowDocument {
            topic: row.topic.clone(),
            attribute: row.attribute.clone(),
            weight: vocabulary.attribute(&row.attribute).map_or(0, |(_, attribute)| attribute.weight),
            standing: standing(&row.standing),
            left: answer(&row.left),
            right: answer(&row.right),
        };
        self.rules = Some(RulesDocument {
            as_of: rules.as_of.to_string(),
            left: known(&rules.left),
            right: known(&rules.right),
            rows: rules.rows.iter().map(row).collect(),
            words: rules.words.iter().map(word).collect(),
            gaps: rules.gaps.iter().map(|gap| divergence(gap, context)).collect(),
            indices: rules.indices.iter().flat_map(|topic| index_documents(topic, topic.topic.is_empty())).collect(),
            rates: rules.rates.as_ref().map(|rates| RatesDocument {
                day: rates.day.to_string(),
                source: rates.source.clone(),
                base: rates.base.clone(),
                margin: rates.margin.to_string(),
                rates: rates.rates.iter().map(|rate| (rate.currency.clone(), rate.rate.to_string())).collect(),
            }),
        });
        self
    }
}

pub(super) fn answer(stated: &Stated) -> AnswerDocument {
    AnswerDocument {
        value: stated.written.clone(),
        source: stated.citation.clone(),
        via: stated.via.clone(),
        notes: stated.notes.clone(),
        not_in_force: stated.aside.iter().chain(&stated.past).map(ToString::to_string).collect(),
    }
}

fn standing(standing: &Standing) -> &'static str {
    match standing {
        Standing::Same => "same",
        Standing::LeftStricter => "left-stricter",
        Standing::RightStricter => "right-stricter",
        Standing::Differs => "differs",
        Standing::Overlap => "overlap",
        Standing::Incomparable { .. } => "incomparable",
        Standing::LeftUnknown => "left-unknown",
        Standing::RightUnknown => "right-unknown",
        Standing::BothUnknown => "both-unknown",
        Standing::NotApplicable => "not-applicable",
    }
}

/// The word that a value is written with in machine output.
pub(super) fn key(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn word(word: &DefinedWord) -> WordDocument {
    let side = |side: &Option<DefinitionSide>| {
        side.as_ref().map(|side| DefinitionDocument {
            label: side.label.clone(),
            covers: side.covers.iter().map(ToString::to_string).collect(),
            limits: side.limits.iter().map(ToString::to_string).collect(),
            source: side.citation.clone(),
        })
    };
    WordDocument { term: word.term.clone(), reach: word.reach.as_ref().map(key), left: side(&word.left), right: side(&word.right) }
}

pub(super) fn fraction(share: &BigRational) -> String {
    format!("{}/{}", share.numer(), share.denom())
}

pub(super) fn index_documents(topic: &TopicIndices, with_parts: bool) -> Vec<IndexDocument> {
    let document = |index: &Index| {
        let share = &index.share;
        let parts = share.parts.iter().filter(|_| with_parts).filter_map(|part| {
            let (low, high) = part.inside.as_ref()?;
            Some(PartDocument {
                attribute: part.attribute.clone(),
                weight: part.weight,
                may_be_outside: part.out,
                low: fraction(low),
                high: fraction(high),
            })
        });
        IndexDocument {
            topic: topic.topic.clone(),
            index: key(&index.kind),
            low: share.low.as_ref().map(fraction),
            high: share.high.as_ref().map(fraction),
            sensitivity: share.sensitivity.as_ref().map(|(low, high)| [fraction(low), fraction(high)]),
            population: share.population,
            open: share.open,
            weight: share.weight,
            parts: parts.collect(),
        }
    };
    topic.indices.iter().map(document).collect()
}
