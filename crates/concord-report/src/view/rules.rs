//! The part of a report on rules outside the lists, topic by topic.

use std::collections::BTreeMap;

use concord_compare::indices::{Index, IndexKind, TopicIndices};
use concord_compare::provisions::{Row, Standing, Stated};
use concord_compare::{Finding, RuleComparison, RuleSide};
use concord_model::rules::{Reach, Vocabulary};
use schemars::JsonSchema;
use serde::Serialize;

use super::FindingView;
use crate::figures;
use crate::lang::{Arg, Texts};
use crate::{Context, Links, Place};

/// What the two laws say outside their lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RulesView {
    /// The left jurisdiction in headings.
    pub left: String,
    /// The right jurisdiction in headings.
    pub right: String,
    /// The day as of which both are asked.
    pub as_of: String,
    /// The answer in plain sentences.
    pub answer: Vec<String>,
    /// Findings by topic, in the order of the vocabulary; topics without any are left out.
    pub topics: Vec<RuleTopicView>,
    /// Counts of every topic.
    pub counts: Vec<TopicCounts>,
    /// Headings of the indices.
    pub index_titles: Vec<String>,
    /// What each index measures, in the order of the headings.
    pub index_about: Vec<String>,
    /// The indices over all topics, then of each.
    pub indices: Vec<IndexRow>,
    /// The range of the indices over all topics under other weights.
    pub sensitivity: Vec<String>,
    /// The words that both sides define, counted.
    pub words: Vec<String>,
    /// Questions that one side's sources do not answer.
    pub gaps: Vec<GapView>,
    /// Questions that neither side's sources answer.
    pub both_unknown: usize,
    /// Rules that are not in force on the day.
    pub aside: Vec<AsideView>,
    /// The exchange rates used; empty if none were.
    pub rates: String,
}

/// Findings on one topic.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleTopicView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it covers.
    pub about: String,
    /// Anchor inside the report.
    pub anchor: String,
    /// Findings, the gravest first.
    pub findings: Vec<RuleFindingView>,
}

/// A finding with the weight of its question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleFindingView {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingView,
    /// The weight of its question; 0 for a defined word.
    pub weight: u32,
}

/// How the questions of a topic stand.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct TopicCounts {
    /// Its title.
    pub title: String,
    /// Anchor of its findings; empty if it has none.
    pub anchor: String,
    /// Questions answered alike.
    pub alike: usize,
    /// Questions on which the left is stricter.
    pub left: usize,
    /// Questions on which the right is stricter.
    pub right: usize,
    /// Questions on which each has what the other has not.
    pub overlap: usize,
    /// Questions answered differently without an order, or not comparable.
    pub other: usize,
    /// Questions that one or both sides' sources do not answer.
    pub unknown: usize,
    /// Questions that do not apply to both.
    pub not_applicable: usize,
}

/// The indices of one topic.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndexRow {
    /// The topic's title.
    pub title: String,
    /// Sum of the weights of its questions that apply to both.
    pub weight: u64,
    /// One range an index.
    pub ranges: Vec<String>,
}

/// A question that one side's sources do not answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GapView {
    /// The question.
    pub question: String,
    /// Its attribute.
    pub attribute: String,
    /// Whose answer is missing.
    pub missing: String,
    /// The other side's answer.
    pub other: String,
    /// Its citation.
    pub citation: String,
    /// Address of the official publication; empty if none is known.
    pub url: String,
}

/// A rule that is not in force on the day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AsideView {
    /// Whose rule it is.
    pub who: String,
    /// The question.
    pub question: String,
    /// What it says, with its status and citation.
    pub text: String,
}

impl RulesView {
    /// Words a comparison of rules.
    pub fn new(rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Self {
        let counts = counts(rules, vocabulary);
        Self {
            left: context.left.short.clone(),
            right: context.right.short.clone(),
            as_of: rules.as_of.to_string(),
            answer: answer(rules, &counts, context),
            topics: topics(rules, vocabulary, context),
            index_titles: IndexKind::ALL
                .iter()
                .map(|kind| index_title(*kind, &context.left.short, &context.right.short, context.texts()))
                .collect(),
            index_about: IndexKind::ALL.iter().map(|kind| index_about(*kind, context.texts())).collect(),
            indices: rules.indices.iter().map(|topic| index_row(topic, vocabulary, context.texts())).collect(),
            sensitivity: rules
                .indices
                .first()
                .map_or_else(Vec::new, |all| all.indices.iter().map(|index| sensitivity(index, context.texts())).collect()),
            words: defined_words(rules, context),
            gaps: rules.gaps.iter().map(|gap| gap_view(gap, rules, context)).collect(),
            both_unknown: rules.rows.iter().filter(|row| row.standing == Standing::BothUnknown).count(),
            aside: aside(rules, vocabulary, context),
            rates: rules.rates.as_ref().map_or_else(String::new, |rates| {
                let args = [
                    ("day", rates.day.to_string().into()),
                    ("source", (&rates.source).into()),
                    ("margin", rates.margin.to_string().into()),
                ];
                context.text("rules-rates", &args)
            }),
            counts,
        }
    }
}

impl RulesView {
    /// Fills in the addresses of what it cites.
    pub(super) fn link(&mut self, links: &Links) {
        for found in self.topics.iter_mut().flat_map(|topic| &mut topic.findings) {
            found.finding.link(links);
        }
        for gap in &mut self.gaps {
            gap.url = links.of(&gap.citation);
        }
    }
}

/// The topic of findings on defined words, which a vocabulary need not have.
const DEFINITIONS: &str = "definitions";

fn anchor(topic: &str) -> String {
    format!("topic-{topic}")
}

fn topics(rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Vec<RuleTopicView> {
    let weight = |finding: &Finding| {
        let about = finding.parameter.as_deref().unwrap_or_default();
        vocabulary.attribute(about).map_or(0, |(_, attribute)| attribute.weight)
    };
    let of = |topic: &str| {
        let mut findings: Vec<&Finding> = rules.findings.iter().filter(|f| f.topic == topic && f.accepted.is_none()).collect();
        findings.sort_by_key(|f| (f.severity, std::cmp::Reverse(weight(f))));
        findings.into_iter().map(|f| RuleFindingView { finding: FindingView::new(f, context), weight: weight(f) }).collect()
    };
    let view = |topic: &concord_model::rules::Topic| RuleTopicView {
        key: topic.id.clone(),
        title: topic.title.clone(),
        about: topic.about.clone(),
        anchor: anchor(&topic.id),
        findings: of(&topic.id),
    };
    let mut out: Vec<RuleTopicView> = vocabulary.topics.iter().map(view).collect();
    if vocabulary.topic(DEFINITIONS).is_none() {
        let about = context.text("rules-definitions-about", &[]);
        let key = DEFINITIONS.to_owned();
        out.push(RuleTopicView {
            key,
            title: context.text("rules-definitions", &[]),
            about,
            anchor: anchor(DEFINITIONS),
            findings: of(DEFINITIONS),
        });
    }
    out.retain(|topic| !topic.findings.is_empty());
    out
}

fn counts(rules: &RuleComparison, vocabulary: &Vocabulary) -> Vec<TopicCounts> {
    let mut by_topic: BTreeMap<&str, TopicCounts> = BTreeMap::new();
    for row in &rules.rows {
        let counts = by_topic.entry(&row.topic).or_default();
        match row.standing {
            Standing::Same => counts.alike += 1,
            Standing::LeftStricter => counts.left += 1,
            Standing::RightStricter => counts.right += 1,
            Standing::Overlap => counts.overlap += 1,
            Standing::Differs | Standing::Incomparable { .. } => counts.other += 1,
            Standing::LeftUnknown | Standing::RightUnknown | Standing::BothUnknown => counts.unknown += 1,
            Standing::NotApplicable => counts.not_applicable += 1,
        }
    }
    let has_findings = |topic: &str| rules.findings.iter().any(|f| f.topic == topic && f.accepted.is_none());
    let mut out = Vec::new();
    for topic in &vocabulary.topics {
        let Some(counts) = by_topic.remove(topic.id.as_str()) else { continue };
        let anchor = if has_findings(&topic.id) { anchor(&topic.id) } else { String::new() };
        out.push(TopicCounts { title: topic.title.clone(), anchor, ..counts });
    }
    out
}

fn answer(rules: &RuleComparison, counts: &[TopicCounts], context: &Context) -> Vec<String> {
    let sum = |of: fn(&TopicCounts) -> usize| Arg::from(counts.iter().map(of).sum::<usize>());
    let (l, r) = (&context.left.phrase, &context.right.phrase);
    let names = [("left", Arg::from(l)), ("right", r.into())];
    let stand =
        [("left_more", sum(|c| c.left)), ("right_more", sum(|c| c.right)), ("overlap", sum(|c| c.overlap)), ("alike", sum(|c| c.alike))];
    let mut out = vec![context.text("rules-answer", &[names.clone().as_slice(), &stand].concat())];
    for (own, other, of) in
        [(l, r, (|c: &TopicCounts| (c.left, c.right)) as fn(&TopicCounts) -> (usize, usize)), (r, l, |c| (c.right, c.left))]
    {
        let mut leads: Vec<(usize, usize, &str)> = counts
            .iter()
            .map(|c| (of(c).0, of(c).1, c.title.as_str()))
            .filter(|(mine, theirs, _)| mine > theirs && mine - theirs > 1)
            .collect();
        leads.sort_by_key(|(mine, theirs, _)| std::cmp::Reverse(mine - theirs));
        leads.truncate(4);
        let part = |(mine, theirs, title): &(usize, usize, &str)| {
            let args =
                [("what", Arg::from(title.to_lowercase())), ("mine", mine.to_string().into()), ("theirs", theirs.to_string().into())];
            context.text("answer-count", &args)
        };
        let parts: Vec<String> = leads.iter().map(part).collect();
        if !parts.is_empty() {
            let args = [("who", own.into()), ("other", other.into()), ("parts", context.texts().join(&parts).into())];
            out.push(context.text("rules-leads", &args));
        }
    }
    let known =
        |side: &RuleSide| Arg::from(context.text("rules-known-of", &[("known", side.known.into()), ("questions", side.questions.into())]));
    let known = [("left_known", known(&rules.left)), ("right_known", known(&rules.right))];
    out.push(context.text("rules-known", &[names.as_slice(), &known].concat()));
    out
}

/// The heading of an index.
pub(crate) fn index_title(kind: IndexKind, left: &str, right: &str, texts: &Texts) -> String {
    let args = [("left", left.into()), ("right", right.into())];
    texts.get(
        match kind {
            IndexKind::Heterogeneity => "index-differently",
            IndexKind::Distance => "index-distance",
            IndexKind::Jaccard => "index-common",
            IndexKind::Harmonisation => "index-harmonised",
            IndexKind::LeftShortfall => "index-left-looser",
            IndexKind::RightShortfall => "index-right-looser",
            IndexKind::LeftCoveredByRight => "index-left-matched",
            IndexKind::RightCoveredByLeft => "index-right-matched",
        },
        &args,
    )
}

/// What an index measures.
pub(super) fn index_about(kind: IndexKind, texts: &Texts) -> String {
    let key = match kind {
        IndexKind::Heterogeneity => "index-differently-about",
        IndexKind::Distance => "index-distance-about",
        IndexKind::Jaccard => "index-common-about",
        IndexKind::Harmonisation => "index-harmonised-about",
        IndexKind::LeftShortfall | IndexKind::RightShortfall => "index-looser-about",
        IndexKind::LeftCoveredByRight | IndexKind::RightCoveredByLeft => "index-matched-about",
    };
    texts.get(key, &[])
}

fn index_row(topic: &TopicIndices, vocabulary: &Vocabulary, texts: &Texts) -> IndexRow {
    IndexRow {
        title: vocabulary.topic(&topic.topic).map_or_else(|| texts.get("topic-all", &[]), |t| t.title.clone()),
        weight: topic.get(IndexKind::Heterogeneity).map_or(0, |share| share.weight),
        ranges: topic.indices.iter().map(|index| figures::range(index.share.low.as_ref(), index.share.high.as_ref(), texts)).collect(),
    }
}

fn sensitivity(index: &Index, texts: &Texts) -> String {
    let ends = index.share.sensitivity.as_ref();
    figures::range(ends.map(|e| &e.0), ends.map(|e| &e.1), texts)
}

fn defined_words(rules: &RuleComparison, context: &Context) -> Vec<String> {
    let say = |word: &concord_compare::provisions::DefinedWord| context.say(&word.label);
    let of = |reach: Reach| -> Vec<String> { rules.words.iter().filter(|w| w.reach == Some(reach)).map(say).collect() };
    let only = |left: bool| -> Vec<String> {
        let stands = |w: &&concord_compare::provisions::DefinedWord| if left { w.right.is_none() } else { w.left.is_none() };
        rules.words.iter().filter(stands).filter(|w| w.undefined.is_none()).map(say).collect()
    };
    let (l, r) = (&context.left.phrase, &context.right.phrase);
    let mut out = Vec::new();
    let mut line = |words: Vec<String>, key: &str, who: &String, other: &String| {
        if !words.is_empty() {
            out.push(context.text(key, &[("who", who.into()), ("other", other.into()), ("words", words.join(", ").into())]));
        }
    };
    line(of(Reach::Exact), "words-same", l, r);
    line(of(Reach::LeftBroader), "words-broader", l, r);
    line(of(Reach::RightBroader), "words-broader", r, l);
    line(of(Reach::Overlapping), "words-overlap", l, r);
    line(of(Reach::Open), "words-open", l, r);
    line(only(true), "words-only", l, r);
    line(only(false), "words-only", r, l);
    out
}

fn gap_view(gap: &Finding, rules: &RuleComparison, context: &Context) -> GapView {
    let attribute = gap.parameter.clone().unwrap_or_default();
    let row = rules.rows.iter().find(|row| row.attribute == attribute);
    let missing_left = row.is_some_and(|row| row.standing == Standing::LeftUnknown);
    let (missing, other) = if missing_left { (&context.left, &gap.right) } else { (&context.right, &gap.left) };
    GapView {
        question: other.as_ref().map_or_else(String::new, |side| context.say(&side.subject)),
        missing: missing.phrase.clone(),
        other: other.as_ref().map_or_else(String::new, |side| context.say(&side.states)),
        citation: other.as_ref().map_or_else(String::new, |side| context.say(&side.citation)),
        url: String::new(),
        attribute,
    }
}

fn aside(rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Vec<AsideView> {
    let view = |row: &Row, stated: &Stated, place: &Place| -> Vec<AsideView> {
        let question = vocabulary.attribute(&row.attribute).map_or_else(String::new, |(_, a)| a.question.clone());
        stated
            .aside
            .iter()
            .map(|text| AsideView { who: place.short.clone(), question: question.clone(), text: context.say(text) })
            .collect()
    };
    let both = |row: &Row| [view(row, &row.left, &context.left), view(row, &row.right, &context.right)].concat();
    rules.rows.iter().flat_map(both).collect()
}
