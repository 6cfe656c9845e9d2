//! The index page of a set of web pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ComparePage, FindingView, MatrixView};
use crate::chart::Chart;
use crate::figures::{self, Rounding};
use crate::lang::Texts;

/// A view that is a page of a set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OfSet<V> {
    /// What the page shows.
    #[serde(flatten)]
    pub view: V,
    /// Whether there is an index page beside it.
    pub site: bool,
}

impl<V> OfSet<V> {
    /// A page that stands alone.
    pub fn alone(view: V) -> Self {
        Self { view, site: false }
    }

    /// A page with an index page beside it.
    pub fn with_index(view: V) -> Self {
        Self { view, site: true }
    }
}

/// A matrix as a web page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixPage {
    /// The matrix in words.
    #[serde(flatten)]
    pub view: MatrixView,
    /// How differently the jurisdictions answer, drawn; none where that is not asked for.
    pub heat: Option<Chart>,
}

/// The index page of a set.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct SiteView {
    /// The newest date that a report was asked for.
    pub as_of: String,
    /// The reports, in the order of the set.
    pub reports: Vec<SiteReport>,
    /// The findings that matter most of all reports, the gravest first.
    pub matters: Vec<SiteFinding>,
    /// How differently the jurisdictions answer, drawn; none where fewer than two are described.
    pub heat: Option<Chart>,
    /// The jurisdictions described.
    pub jurisdictions: Vec<SiteJurisdiction>,
}

/// A report of the set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteReport {
    /// Its file, beside the index.
    pub file: String,
    /// Its title.
    pub title: String,
    /// What it comes to, the most important first.
    pub answer: Vec<String>,
}

/// A finding that matters.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SiteFinding {
    /// The file of its report.
    pub file: String,
    /// The two sides.
    pub pair: String,
    /// The finding.
    pub finding: FindingView,
}

/// What is held of a jurisdiction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteJurisdiction {
    /// Its name.
    pub name: String,
    /// The title of its list; empty if none is held.
    pub list: String,
    /// Where the list is published; empty if unknown.
    pub url: String,
    /// The date as of which the list holds.
    pub as_of: String,
    /// Entries of the list.
    pub entries: usize,
    /// Questions asked of its rules; none if its rules are not described.
    pub questions: usize,
    /// Of these, answered.
    pub known: usize,
    /// The share of these.
    pub share: String,
}

/// Sentences of a report that the index shows.
const SENTENCES: usize = 3;
/// Findings of a report that the index shows.
const FINDINGS: usize = 5;

impl SiteView {
    /// Adds the page of a comparison.
    pub fn add(&mut self, file: &str, page: &ComparePage) {
        let (left, right) = (&page.view.left.place, &page.view.right.place);
        if page.view.as_of > self.as_of {
            self.as_of.clone_from(&page.view.as_of);
        }
        self.reports.push(SiteReport {
            file: file.to_owned(),
            title: page.title.clone(),
            answer: page.view.summary.answer.iter().take(SENTENCES).cloned().collect(),
        });
        let pair = format!("{} / {}", left.short, right.short);
        let top = page.view.summary.top.iter().take(FINDINGS).cloned();
        self.matters.extend(top.map(|finding| SiteFinding { file: file.to_owned(), pair: pair.clone(), finding }));
    }
}

impl SiteJurisdiction {
    /// Sets how many of the questions asked of its rules are answered.
    #[must_use]
    pub fn answering(self, known: usize, questions: usize, texts: &Texts) -> Self {
        let share = if questions == 0 { String::new() } else { figures::percent(known, questions, Rounding::Nearest, texts) };
        Self { questions, known, share, ..self }
    }
}
