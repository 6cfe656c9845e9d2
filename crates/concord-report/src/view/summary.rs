//! The answer: who controls more where, and the findings that matter most.

use std::collections::BTreeMap;

use concord_compare::{Comparison, Direction, Finding, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Columns, CoverageView, DECIDED, FindingView, LAYERS, MAIN, SEVERITIES, count, is_substantial};
use crate::lang::Arg;
use crate::{Context, words};

/// The executive summary.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryView {
    /// The answer in plain sentences, the most important first.
    pub answer: Vec<String>,
    /// Coverage each way.
    pub coverage: Vec<CoverageView>,
    /// Counts by severity and direction, one table a layer that has findings.
    pub layers: Vec<LayerView>,
    /// The findings that matter most.
    pub top: Vec<FindingView>,
    /// Headings of the directions, in the order of every row of counts.
    pub directions: Vec<String>,
    /// Witnesses printed, each confirmed.
    pub witnesses: usize,
    /// Candidate witnesses refused.
    pub witnesses_refused: usize,
}

/// Counts of one layer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LayerView {
    /// The layer in words.
    pub layer: String,
    /// One row a severity.
    pub rows: Vec<SeverityRow>,
    /// The last row.
    pub total: Vec<usize>,
}

/// Counts of one severity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SeverityRow {
    /// The severity.
    #[schemars(extend("enum" = ["major", "moderate", "minor", "info"]))]
    pub severity: &'static str,
    /// One count a direction.
    pub counts: Vec<usize>,
}

/// Counts of one rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleView {
    /// The rule's id.
    pub id: String,
    /// Its title; empty if unknown.
    pub title: String,
    /// One count a direction.
    pub counts: Vec<usize>,
}

/// Words the summary; `shown` are the findings that no baseline accepts.
pub(super) fn view(comparison: &Comparison, shown: &[&Finding], columns: &Columns, context: &Context) -> SummaryView {
    let main: Vec<&Finding> = shown.iter().copied().filter(|finding| finding.stratum == MAIN).collect();
    let substantial: Vec<&Finding> = main.iter().copied().filter(|finding| is_substantial(finding)).collect();
    let coverage = vec![
        CoverageView::new(&comparison.summary.left_covered_by_right, &context.left, &context.right, context.texts()),
        CoverageView::new(&comparison.summary.right_covered_by_left, &context.right, &context.left, context.texts()),
    ];
    let mut answer =
        if comparison.has_lists() { vec![headline(&substantial, context)] } else { vec![context.text("answer-no-lists", &[])] };
    answer.extend(where_each_leads(&substantial, context));
    if comparison.has_lists() {
        answer.extend(coverage.iter().map(|coverage| coverage.sentence.clone()));
    }
    let apart = shown.len() - main.len();
    if apart > 0 {
        answer.push(context.text("answer-apart", &[("count", apart.into())]));
    }
    let by_id: BTreeMap<&str, &Finding> = comparison.findings.iter().map(|finding| (finding.id.as_str(), finding)).collect();
    let top = comparison.summary.top.iter().filter_map(|id| by_id.get(id.as_str()));
    SummaryView {
        answer,
        coverage,
        layers: LAYERS.iter().filter_map(|layer| layer_view(&main, *layer, columns, context)).collect(),
        top: top.map(|finding| FindingView::new(finding, context)).collect(),
        directions: columns.0.iter().map(|direction| words::column(*direction, context)).collect(),
        witnesses: comparison.summary.witnesses,
        witnesses_refused: comparison.summary.witnesses_refused,
    }
}

fn headline(findings: &[&Finding], context: &Context) -> String {
    let [left, right, overlap] = DECIDED.map(|direction| count(findings, direction));
    let args = [
        ("decided", (left + right + overlap).into()),
        ("who", (&context.left.phrase).into()),
        ("other", (&context.right.phrase).into()),
        ("left", left.into()),
        ("right", right.into()),
        ("overlap", overlap.into()),
        ("undecided", (findings.len() - left - right - overlap).into()),
    ];
    words::capitalised(&context.text("answer-headline", &args))
}

/// One sentence for each side that leads in a category.
fn where_each_leads(findings: &[&Finding], context: &Context) -> Vec<String> {
    let mut by_category: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for finding in findings {
        let counts = by_category.entry(&finding.category).or_default();
        match finding.direction {
            Direction::LeftStricter => counts.0 += 1,
            Direction::RightStricter => counts.1 += 1,
            Direction::Overlap | Direction::Incomparable | Direction::Unknown => {}
        }
    }
    let leads = |phrase: &str, own: fn(&(usize, usize)) -> (usize, usize)| {
        let mut rows: Vec<(usize, usize, &str)> = by_category
            .iter()
            .map(|(key, counts)| (own(counts), *key))
            .filter(|((mine, theirs), _)| mine > theirs)
            .map(|((mine, theirs), key)| (mine, theirs, key))
            .collect();
        rows.sort_by_key(|(mine, theirs, key)| (std::cmp::Reverse(mine - theirs), *key));
        let part = |(mine, theirs, key): &(usize, usize, &str)| {
            let args =
                [("what", Arg::from(category(key, context))), ("mine", mine.to_string().into()), ("theirs", theirs.to_string().into())];
            context.text("answer-count", &args)
        };
        let parts: Vec<String> = rows.iter().map(part).collect();
        let args = [("who", Arg::from(phrase)), ("parts", context.texts().join(&parts).into())];
        (!parts.is_empty()).then(|| words::capitalised(&context.text("answer-leads", &args)))
    };
    let left = leads(&context.left.phrase, |counts| *counts);
    let right = leads(&context.right.phrase, |counts| (counts.1, counts.0));
    left.into_iter().chain(right).collect()
}

fn category(key: &str, context: &Context) -> String {
    match context.categories.get(key) {
        None => context.text("answer-category", &[("key", key.into())]),
        Some(title) => context.text("answer-category-titled", &[("key", key.into()), ("title", title.into())]),
    }
}

fn layer_view(findings: &[&Finding], layer: Layer, columns: &Columns, context: &Context) -> Option<LayerView> {
    let findings: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.layer == layer).collect();
    let row = |severity| {
        let findings: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.severity == severity).collect();
        (!findings.is_empty()).then(|| SeverityRow { severity: words::severity_key(severity), counts: columns.counts(&findings) })
    };
    (!findings.is_empty()).then(|| LayerView {
        layer: words::layer(layer, context),
        rows: SEVERITIES.into_iter().filter_map(row).collect(),
        total: columns.counts(&findings),
    })
}

/// Findings by rule, all strata.
pub(super) fn rules(findings: &[&Finding], columns: &Columns, context: &Context) -> Vec<RuleView> {
    let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        by_rule.entry(&finding.rule).or_default().push(finding);
    }
    let view = |(id, findings): (&str, Vec<&Finding>)| RuleView {
        id: id.to_owned(),
        title: context.rules.get(id).cloned().unwrap_or_default(),
        counts: columns.counts(&findings),
    };
    by_rule.into_iter().map(view).collect()
}
