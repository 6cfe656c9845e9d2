//! The view of a comparison as one web page: every finding, in sections, with what the filter offers.

use std::collections::{BTreeMap, BTreeSet};

use concord_compare::{Comparison, Direction, Finding};
use schemars::JsonSchema;
use serde::Serialize;

use super::category::sentence;
use super::{Columns, CompareView, DIRECTIONS, FindingView, MAIN, SEVERITIES, is_of_list, is_substantial};
use crate::chart::{CategoryBar, CategoryBars, Chart, TopicBars};
use crate::{Context, Links, words};

/// A comparison as a web page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ComparePage {
    /// The title of the page.
    pub title: String,
    /// The comparison, worded and grouped.
    #[serde(flatten)]
    pub view: CompareView,
    /// Findings by category, drawn; none where no list is compared.
    pub bars: Option<Chart>,
    /// The questions of each topic, drawn; none where no rules are compared.
    pub topics: Option<Chart>,
    /// Every finding on the lists that no baseline accepts, in the order of the page.
    pub sections: Vec<SectionView>,
    /// How many findings the page shows.
    pub total: usize,
    /// What the filter offers.
    pub filters: FiltersView,
}

/// Findings under one heading.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SectionView {
    /// What kind of section it is: `category` or `stratum`.
    #[schemars(extend("enum" = ["category", "stratum"]))]
    pub kind: &'static str,
    /// The category or stratum.
    pub key: String,
    /// Its title; empty for a category that no list names.
    pub title: String,
    /// Anchor inside the page.
    pub anchor: String,
    /// What it holds or comes to, in one sentence.
    pub sentence: String,
    /// Findings by direction, in the order of the summary's directions.
    pub counts: Vec<usize>,
    /// Its findings by direction.
    pub groups: Vec<PageGroup>,
}

/// Findings of one direction under one heading.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PageGroup {
    /// Key of the direction.
    #[schemars(extend("enum" = ["left-stricter", "right-stricter", "overlap", "incomparable", "unknown"]))]
    pub direction: &'static str,
    /// Heading.
    pub heading: String,
    /// The findings, the gravest first.
    pub findings: Vec<FindingView>,
}

/// What the filter offers.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct FiltersView {
    /// Categories with their titles.
    pub categories: Vec<Choice>,
    /// Topics with their titles.
    pub topics: Vec<Choice>,
    /// Directions in words.
    pub directions: Vec<Choice>,
    /// Severities.
    pub severities: Vec<Choice>,
    /// Where the controls come from.
    pub strata: Vec<Choice>,
}

/// A choice of the filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choice {
    /// Its key.
    pub key: String,
    /// What the reader sees.
    pub label: String,
}

impl ComparePage {
    /// The page of a comparison; `links` says where the official texts stand.
    pub fn new(mut view: CompareView, comparison: &Comparison, context: &Context, links: &Links) -> Self {
        let shown: Vec<&Finding> =
            comparison.findings.iter().filter(|finding| finding.accepted.is_none() && !is_of_list(finding)).collect();
        let columns = Columns::new(&comparison.findings.iter().filter(|finding| finding.accepted.is_none()).collect::<Vec<_>>());
        let mut sections = categories(&shown, &columns, context);
        sections.extend(strata(&shown, &columns, context));
        for finding in sections.iter_mut().flat_map(|section| &mut section.groups).flat_map(|group| &mut group.findings) {
            finding.link(links);
        }
        view.link(links);
        let filters = filters(&view, &sections, context);
        let total = sections.iter().flat_map(|section| &section.groups).map(|group| group.findings.len()).sum::<usize>()
            + view.terms.len()
            + view.above.iter().flat_map(|above| &above.destinations).map(|place| place.findings.len()).sum::<usize>()
            + view.rules_outside.iter().flat_map(|rules| &rules.topics).map(|topic| topic.findings.len()).sum::<usize>();
        let names = [("left", context.left.name.as_str().into()), ("right", context.right.name.as_str().into())];
        let texts = context.texts();
        let (left, right) = (context.left.short.as_str(), context.right.short.as_str());
        let rows = CategoryBar::all(&view.categories);
        let bars = (!rows.is_empty()).then(|| CategoryBars { prefix: "bars", left, right, rows: &rows }.chart(texts));
        let topics =
            view.rules_outside.as_ref().map(|rules| TopicBars { prefix: "topics", left, right, topics: &rules.counts }.chart(texts));
        Self { title: context.text("html-compare-title", &names), bars, topics, view, sections, total, filters }
    }
}

fn categories(shown: &[&Finding], columns: &Columns, context: &Context) -> Vec<SectionView> {
    let mut by_category: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in shown.iter().filter(|finding| finding.stratum == MAIN) {
        by_category.entry(&finding.category).or_default().push(finding);
    }
    let section = |(key, findings): (&str, Vec<&Finding>)| {
        let substantial: Vec<&Finding> = findings.iter().copied().filter(|finding| is_substantial(finding)).collect();
        SectionView {
            kind: "category",
            key: key.to_owned(),
            title: context.categories.get(key).cloned().unwrap_or_default(),
            anchor: format!("category-{}", key.to_lowercase()),
            sentence: sentence(&substantial, context),
            counts: columns.counts(&substantial),
            groups: groups(&findings, context),
        }
    };
    by_category.into_iter().map(section).collect()
}

fn strata(shown: &[&Finding], columns: &Columns, context: &Context) -> Vec<SectionView> {
    let mut by_stratum: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in shown.iter().filter(|finding| finding.stratum != MAIN) {
        by_stratum.entry(&finding.stratum).or_default().push(finding);
    }
    let section = |(key, findings): (&str, Vec<&Finding>)| {
        let (title, holds) = words::stratum(key, context);
        SectionView {
            kind: "stratum",
            key: key.to_owned(),
            title,
            anchor: format!("stratum-{key}"),
            sentence: holds,
            counts: columns.counts(&findings),
            groups: groups(&findings, context),
        }
    };
    by_stratum.into_iter().map(section).collect()
}

/// Findings by direction: who controls more first, what is worth knowing next, what is not decided last.
fn groups(findings: &[&Finding], context: &Context) -> Vec<PageGroup> {
    let order = [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Unknown, Direction::Incomparable];
    let group = |direction: Direction| {
        let mut found: Vec<&Finding> = findings.iter().copied().filter(|finding| finding.direction == direction).collect();
        found.sort_by_key(|finding| (!is_substantial(finding), finding.severity));
        (!found.is_empty()).then(|| PageGroup {
            direction: words::direction_key(direction),
            heading: words::group(direction, context),
            findings: found.into_iter().map(|finding| FindingView::new(finding, context)).collect(),
        })
    };
    order.into_iter().filter_map(group).collect()
}

fn filters(view: &CompareView, sections: &[SectionView], context: &Context) -> FiltersView {
    let choice = |key: &str, label: &str| Choice { key: key.to_owned(), label: words::capitalised(label) };
    let listed = sections.iter().flat_map(|section| &section.groups).flat_map(|group| &group.findings).chain(&view.terms);
    let ruled = view.rules_outside.iter().flat_map(|rules| &rules.topics).flat_map(|topic| &topic.findings).map(|found| &found.finding);
    let above = view.above.iter().flat_map(|above| &above.destinations).flat_map(|place| &place.findings);
    let all: Vec<&FindingView> = listed.chain(ruled).chain(above).collect();
    let keys = |of: fn(&FindingView) -> &str| all.iter().map(|finding| of(finding)).filter(|key| !key.is_empty()).collect::<BTreeSet<_>>();
    let category = |key: &str| {
        let title = context.categories.get(key).map_or_else(String::new, |title| format!(" {title}"));
        choice(key, &format!("{key}{title}"))
    };
    let topic = |key: &&str| {
        let known = view.rules_outside.iter().flat_map(|rules| &rules.topics).find(|topic| topic.key == **key);
        choice(key, &known.map_or_else(|| words::topic(key), |topic| topic.title.clone()))
    };
    let directions = keys(|finding| finding.direction);
    let severities = keys(|finding| finding.severity);
    FiltersView {
        categories: keys(|finding| &finding.category).into_iter().map(category).collect(),
        topics: keys(|finding| &finding.topic).iter().map(topic).collect(),
        directions: DIRECTIONS
            .into_iter()
            .filter(|direction| directions.contains(words::direction_key(*direction)))
            .map(|direction| choice(words::direction_key(direction), &words::column(direction, context)))
            .collect(),
        severities: SEVERITIES
            .into_iter()
            .map(words::severity_key)
            .filter(|key| severities.contains(key))
            .map(|key| choice(key, &context.text(&format!("severity-{key}"), &[])))
            .collect(),
        strata: keys(|finding| &finding.stratum).into_iter().map(|key| choice(key, &words::stratum(key, context).0)).collect(),
    }
}
