//! Findings grouped by category and, apart from these, by stratum.

use std::collections::BTreeMap;

use concord_compare::{Direction, Finding};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Columns, DECIDED, FindingView, MAIN, count, is_decided, is_of_list, is_substantial};
use crate::{Context, words};

/// Findings of a stratum other than the main one that a report shows; the rest is only counted.
const STRATUM_SAMPLE: usize = 10;

/// The findings of one category.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CategoryView {
    /// The category, the first character of its entries.
    pub key: String,
    /// Its title; empty if no list names it.
    pub title: String,
    /// Anchor inside the report.
    pub anchor: String,
    /// Who controls more here, in one sentence.
    pub sentence: String,
    /// Findings by direction, in the order of the summary's directions.
    pub counts: Vec<usize>,
    /// Findings by direction, without those that could not be decided.
    pub groups: Vec<GroupView>,
}

/// Findings of one direction.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GroupView {
    /// Key of the direction.
    #[schemars(extend("enum" = ["left-stricter", "right-stricter", "overlap", "incomparable", "unknown"]))]
    pub direction: &'static str,
    /// Heading.
    pub heading: String,
    /// The findings that change what is controlled.
    pub findings: Vec<FindingView>,
    /// Findings worth knowing that change no item's status by themselves, or that speak of another layer.
    pub notes: Vec<FindingView>,
}

/// The findings of a stratum that does not lead the report.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StratumView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it holds.
    pub holds: String,
    /// Findings by direction, in the order of the summary's directions.
    pub counts: Vec<usize>,
    /// The findings that matter most.
    pub sample: Vec<FindingView>,
    /// How many are left out.
    pub left_out: usize,
}

/// Findings of the main stratum, by category.
pub(super) fn categories(findings: &[&Finding], columns: &Columns, context: &Context) -> Vec<CategoryView> {
    let mut by_category: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.stratum == MAIN && !is_of_list(finding)) {
        by_category.entry(&finding.category).or_default().push(finding);
    }
    by_category.into_iter().map(|(key, findings)| category(key, &findings, columns, context)).collect()
}

fn category(key: &str, findings: &[&Finding], columns: &Columns, context: &Context) -> CategoryView {
    let groups = DECIDED.into_iter().chain([Direction::Unknown]).filter_map(|direction| {
        let (findings, notes): (Vec<&Finding>, Vec<&Finding>) =
            findings.iter().filter(|finding| finding.direction == direction).partition(|finding| is_substantial(finding));
        let view = |findings: Vec<&Finding>| -> Vec<FindingView> {
            findings.into_iter().map(|finding| FindingView::new(finding, context)).collect()
        };
        let heading = words::group(direction, context);
        (!findings.is_empty() || !notes.is_empty()).then(|| GroupView {
            direction: words::direction_key(direction),
            heading,
            findings: view(findings),
            notes: view(notes),
        })
    });
    let substantial: Vec<&Finding> = findings.iter().copied().filter(|finding| is_substantial(finding)).collect();
    CategoryView {
        key: key.to_owned(),
        title: context.categories.get(key).cloned().unwrap_or_default(),
        anchor: format!("category-{}", key.to_lowercase()),
        sentence: sentence(&substantial, context),
        counts: columns.counts(&substantial),
        groups: groups.collect(),
    }
}

/// Who controls more among these findings, in one sentence.
pub(super) fn sentence(findings: &[&Finding], context: &Context) -> String {
    let [left, right, overlap] = DECIDED.map(|direction| count(findings, direction));
    let (l, r) = (&context.left.phrase, &context.right.phrase);
    let (who, other, most, least) = if right > left { (r, l, right, left) } else { (l, r, left, right) };
    let standing = match (most, least) {
        (0, 0) => "none",
        (_, 0) => "alone",
        _ if most == least => "both",
        _ => "more",
    };
    let args = [
        ("standing", standing.into()),
        ("who", who.into()),
        ("other", other.into()),
        ("most", most.into()),
        // The smaller figure stands without a word.
        ("least", least.to_string().into()),
        ("overlap", overlap.into()),
        ("undecided", (findings.len() - left - right - overlap).into()),
    ];
    words::capitalised(&context.text("category-sentence", &args))
}

/// The other strata.
pub(super) fn strata(findings: &[&Finding], columns: &Columns, context: &Context) -> Vec<StratumView> {
    let mut by_stratum: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.stratum != MAIN) {
        by_stratum.entry(&finding.stratum).or_default().push(finding);
    }
    let view = |(key, mut findings): (&str, Vec<&Finding>)| {
        let counts = columns.counts(&findings);
        let total = findings.len();
        findings.sort_by_key(|finding| (!is_decided(finding.direction), finding.severity));
        let (title, holds) = words::stratum(key, context);
        StratumView {
            key: key.to_owned(),
            title,
            holds,
            counts,
            sample: findings.into_iter().take(STRATUM_SAMPLE).map(|finding| FindingView::new(finding, context)).collect(),
            left_out: total.saturating_sub(STRATUM_SAMPLE),
        }
    };
    by_stratum.into_iter().map(view).collect()
}
