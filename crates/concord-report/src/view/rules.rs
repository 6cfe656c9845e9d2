//! The part of a report on rules outside the lists, topic by topic.

use std::collections::BTreeMap;

use concord_compare::indices::{Index, IndexKind, TopicIndices};
use concord_compare::provisions::{Row, Standing, Stated};
use concord_compare::{Finding, RuleComparison, RuleSide};
use concord_model::rules::{Reach, Vocabulary};
use schemars::JsonSchema;
use serde::Serialize;

use super::FindingView;
use crate::figures::{self, counted};
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
    pub index_about: Vec<&'static str>,
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
            index_titles: IndexKind::ALL.iter().map(|kind| index_title(*kind, &context.left.short, &context.right.short)).collect(),
            index_about: IndexKind::ALL.iter().map(|kind| index_about(*kind)).collect(),
            indices: rules.indices.iter().map(|topic| index_row(topic, vocabulary)).collect(),
            sensitivity: rules.indices.first().map_or_else(Vec::new, |all| all.indices.iter().map(sensitivity).collect()),
            words: defined_words(rules, context),
            gaps: rules.gaps.iter().map(|gap| gap_view(gap, rules, context)).collect(),
            both_unknown: rules.rows.iter().filter(|row| row.standing == Standing::BothUnknown).count(),
            aside: aside(rules, vocabulary, context),
            rates: rules.rates.as_ref().map_or_else(String::new, |rates| {
                format!(
                    "Sums in different currencies were compared at the rates of {} ({}); they count as different only where one is more than {} times the other.",
                    rates.day, rates.source, rates.margin
                )
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
        let about = "Words that the two laws define.".to_owned();
        let key = DEFINITIONS.to_owned();
        out.push(RuleTopicView { key, title: "Definitions".to_owned(), about, anchor: anchor(DEFINITIONS), findings: of(DEFINITIONS) });
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
    let sum = |of: fn(&TopicCounts) -> usize| counts.iter().map(of).sum::<usize>();
    let (l, r) = (&context.left.phrase, &context.right.phrase);
    let questions = |n| counted(n, "question", "questions");
    let mut out = vec![format!(
        "In the rules outside the lists, {l} is stricter on {}, {r} on {}; on {} each has what the other has not. Answered alike: {}.",
        questions(sum(|c| c.left)),
        questions(sum(|c| c.right)),
        figures::count(sum(|c| c.overlap)),
        questions(sum(|c| c.alike)),
    )];
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
        let parts: Vec<String> =
            leads.iter().map(|(mine, theirs, title)| format!("{} ({mine} to {theirs})", title.to_lowercase())).collect();
        if !parts.is_empty() {
            out.push(format!("On count, {own} is stricter than {other} above all in {}.", figures::join(&parts)));
        }
    }
    let known = |side: &RuleSide| format!("{} of {}", figures::count(side.known), questions(side.questions));
    out.push(format!(
        "The sources at hand answer {} for {l} and {} for {r}; what is not known counts for neither side.",
        known(&rules.left),
        known(&rules.right),
    ));
    out
}

/// The heading of an index.
pub(crate) fn index_title(kind: IndexKind, left: &str, right: &str) -> String {
    match kind {
        IndexKind::Heterogeneity => "answered differently".to_owned(),
        IndexKind::Distance => "mean distance".to_owned(),
        IndexKind::Jaccard => "common yes".to_owned(),
        IndexKind::Harmonisation => "harmonised".to_owned(),
        IndexKind::LeftShortfall => format!("{left} looser"),
        IndexKind::RightShortfall => format!("{right} looser"),
        IndexKind::LeftCoveredByRight => format!("of {left} matched by {right}"),
        IndexKind::RightCoveredByLeft => format!("of {right} matched by {left}"),
    }
}

/// What an index measures.
pub(super) fn index_about(kind: IndexKind) -> &'static str {
    match kind {
        IndexKind::Heterogeneity => "weighted share of the questions that the two answer differently",
        IndexKind::Distance => {
            "weighted mean distance of the answers: 0 or 1 for yes-no, words without order and figures; steps over the length of an ordered choice; for sets, the share of words that are not common"
        }
        IndexKind::Jaccard => "of the yes-no questions that either answers with yes, the weighted share that both do (Jaccard)",
        IndexKind::Harmonisation => "H = 1 - |gap| / |contexts|: the weighted share of the ordered questions on which neither is stricter",
        IndexKind::LeftShortfall | IndexKind::RightShortfall => {
            "weighted share of the ordered questions on which that side is looser, in whole or in part"
        }
        IndexKind::LeftCoveredByRight | IndexKind::RightCoveredByLeft => {
            "of the ordered questions on which the one side controls anything, the weighted share on which the other is at least as strict"
        }
    }
}

fn index_row(topic: &TopicIndices, vocabulary: &Vocabulary) -> IndexRow {
    IndexRow {
        title: vocabulary.topic(&topic.topic).map_or_else(|| "all topics".to_owned(), |t| t.title.clone()),
        weight: topic.get(IndexKind::Heterogeneity).map_or(0, |share| share.weight),
        ranges: topic.indices.iter().map(|index| figures::range(index.share.low.as_ref(), index.share.high.as_ref())).collect(),
    }
}

fn sensitivity(index: &Index) -> String {
    let ends = index.share.sensitivity.as_ref();
    figures::range(ends.map(|e| &e.0), ends.map(|e| &e.1))
}

fn defined_words(rules: &RuleComparison, context: &Context) -> Vec<String> {
    let of = |reach: Reach| -> Vec<String> { rules.words.iter().filter(|w| w.reach == Some(reach)).map(|w| w.label.clone()).collect() };
    let only = |left: bool| -> Vec<String> {
        let stands = |w: &&concord_compare::provisions::DefinedWord| if left { w.right.is_none() } else { w.left.is_none() };
        rules.words.iter().filter(stands).filter(|w| w.undefined.is_none()).map(|w| w.label.clone()).collect()
    };
    let (l, r) = (&context.left.phrase, &context.right.phrase);
    let mut out = Vec::new();
    let mut line = |words: Vec<String>, text: String| {
        if !words.is_empty() {
            out.push(format!("{text}: {}.", words.join(", ")));
        }
    };
    line(of(Reach::Exact), "Defined with the same elements".to_owned());
    line(of(Reach::LeftBroader), format!("Defined more broadly by {l}"));
    line(of(Reach::RightBroader), format!("Defined more broadly by {r}"));
    line(of(Reach::Overlapping), "Each side has elements that the other lacks".to_owned());
    line(of(Reach::Open), "Not decided, for an element that only one side records".to_owned());
    line(only(true), format!("Described for {l} only, which says nothing about {r}"));
    line(only(false), format!("Described for {r} only, which says nothing about {l}"));
    out
}

fn gap_view(gap: &Finding, rules: &RuleComparison, context: &Context) -> GapView {
    let attribute = gap.parameter.clone().unwrap_or_default();
    let row = rules.rows.iter().find(|row| row.attribute == attribute);
    let missing_left = row.is_some_and(|row| row.standing == Standing::LeftUnknown);
    let (missing, other) = if missing_left { (&context.left, &gap.right) } else { (&context.right, &gap.left) };
    GapView {
        question: other.as_ref().map_or_else(String::new, |side| side.subject.clone()),
        missing: missing.phrase.clone(),
        other: other.as_ref().map_or_else(String::new, |side| side.states.clone()),
        citation: other.as_ref().map_or_else(String::new, |side| side.citation.clone()),
        url: String::new(),
        attribute,
    }
}

fn aside(rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Vec<AsideView> {
    let view = |row: &Row, stated: &Stated, place: &Place| -> Vec<AsideView> {
        let question = vocabulary.attribute(&row.attribute).map_or_else(String::new, |(_, a)| a.question.clone());
        stated.aside.iter().map(|text| AsideView { who: place.short.clone(), question: question.clone(), text: text.clone() }).collect()
    };
    let both = |row: &Row| [view(row, &row.left, &context.left), view(row, &row.right, &context.right)].concat();
    rules.rows.iter().flat_map(both).collect()
}
