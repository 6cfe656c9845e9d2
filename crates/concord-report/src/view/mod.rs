//! The view model of a comparison: everything a template shows, worded and grouped.

mod category;
mod coverage;
mod desk;
mod finding;
mod index;
pub mod item;
pub mod ladder;
mod layers;
mod ledger;
mod matrix;
mod needs;
mod page;
pub mod recognize;
mod rules;
mod site;
mod summary;
mod track;
mod undecided;

use std::collections::BTreeMap;

use concord_compare::layers::LayerComparison;
use concord_compare::{Comparison, Covered, Direction, Edition, Finding, Layer, RuleComparison, Severity, Side};
use concord_model::rules::Vocabulary;
use schemars::JsonSchema;
use serde::Serialize;

pub use category::{CategoryView, GroupView, StratumView};
pub use coverage::CoverageView;
pub use desk::{EditionRow, EditionView, ReviewView};
pub use finding::{CitedView, FactView, FindingPage, FindingView, WordsView};
pub use index::{IndexRow, IndexView, MatrixLink, RecognitionLink};
pub use layers::{LayerRow, LayersDestinationView, LayersView};
pub use ledger::{
    AboveView, AnswerView, Gate, GoneRow, LayerCountRow, LedgerRow, LedgerView, LimitView, MatchRow, PlaceView, ProvisionRow, ThresholdRow,
};
pub use matrix::{MatrixRow, MatrixTable, MatrixView};
pub use needs::{DoerView, NeedView, NeedsView};
pub use page::{Choice, ComparePage, FiltersView, PageGroup, SectionView};
pub(crate) use rules::index_title;
pub use rules::{AsideView, GapView, RuleFindingView, RuleTopicView, RulesView, TopicCounts};
pub use site::{MatrixPage, OfSet, SiteFinding, SiteJurisdiction, SiteReport, SiteView};
pub use summary::{LayerView, RuleView, SeverityRow, SummaryView};
pub use track::{TrackBehind, TrackDay, TrackDifference, TrackLaw, TrackList, TrackMember, TrackPage, TrackStep, TrackView};
pub use undecided::{CauseView, RelationView, UndecidedView};

use crate::{Context, Links, Place};

/// A comparison, ready to be laid out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CompareView {
    /// The left list.
    pub left: SideView,
    /// The right list.
    pub right: SideView,
    /// The date the question was asked for.
    pub as_of: String,
    /// Whether two lists were compared.
    pub lists: bool,
    /// What the two laws say outside their lists; none where that is not described for both.
    pub rules_outside: Option<RulesView>,
    /// The layers above the list for the destinations asked about; none where none was.
    pub above: Option<LayersView>,
    /// The answer.
    pub summary: SummaryView,
    /// Findings of the regime stratum, by category.
    pub categories: Vec<CategoryView>,
    /// Words that the two sides define differently, or one of them not at all.
    pub terms: Vec<FindingView>,
    /// The other strata.
    pub strata: Vec<StratumView>,
    /// Differences between paragraphs that other paragraphs take back.
    pub covered: Vec<CoveredView>,
    /// What could not be compared.
    pub undecided: UndecidedView,
    /// Findings by rule.
    pub rules: Vec<RuleView>,
    /// Findings that a baseline accepts.
    pub accepted: Vec<FindingView>,
    /// Baseline lines that match nothing any more.
    pub stale_baseline: Vec<String>,
    /// Who may read the report; empty if anybody may.
    pub marking: String,
    /// What has changed since an earlier edition; none where there is none to compare with.
    pub edition: Option<EditionView>,
}

/// One of the two lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SideView {
    /// What the jurisdiction is called.
    #[serde(flatten)]
    pub place: Place,
    /// Jurisdiction code.
    pub code: String,
    /// Title of the list.
    pub title: String,
    /// Date as of which it holds.
    pub as_of: String,
    /// The official document.
    pub document: String,
    /// Where it is published; empty if unknown.
    pub url: String,
    /// Entries.
    pub entries: usize,
    /// Paragraphs.
    pub paragraphs: usize,
}

/// A difference between two matched paragraphs that changes no item's status.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CoveredView {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// The parameter; empty if it is about none.
    pub parameter: String,
    /// Paragraphs that hold the items beside the matched one.
    pub by: Vec<String>,
}

impl CompareView {
    /// Words and groups a comparison.
    pub fn new(comparison: &Comparison, context: &Context) -> Self {
        let shown: Vec<&Finding> = comparison.findings.iter().filter(|finding| finding.accepted.is_none()).collect();
        let columns = Columns::new(&shown);
        let accepted = comparison.findings.iter().filter(|finding| finding.accepted.is_some());
        Self {
            left: side(&comparison.left, &context.left),
            right: side(&comparison.right, &context.right),
            as_of: context.as_of.clone(),
            lists: comparison.has_lists(),
            rules_outside: None,
            above: None,
            summary: summary::view(comparison, &shown, &columns, context),
            categories: category::categories(&shown, &columns, context),
            terms: shown.iter().filter(|finding| is_of_list(finding)).map(|finding| FindingView::new(finding, context)).collect(),
            strata: category::strata(&shown, &columns, context),
            covered: comparison.covered.iter().map(covered).collect(),
            undecided: undecided::view(comparison, &shown, context),
            rules: summary::rules(&shown, &columns, context),
            accepted: accepted.map(|finding| FindingView::new(finding, context)).collect(),
            stale_baseline: comparison.stale_baseline.clone(),
            marking: context.desk.marking.clone(),
            edition: None,
        }
    }

    /// Adds what has changed since an earlier edition, to these findings.
    #[must_use]
    pub fn with_edition<'f>(mut self, edition: &Edition, findings: impl Iterator<Item = &'f Finding>, context: &Context) -> Self {
        let said = |finding: &Finding| {
            let mut codes: Vec<String> = [&finding.left, &finding.right].into_iter().flatten().map(|side| side.code.clone()).collect();
            codes.dedup();
            (codes, context.say(&finding.explanation))
        };
        let now: BTreeMap<&str, &Finding> = findings.map(|finding| (finding.id.as_str(), finding)).collect();
        self.edition = Some(EditionView::new(edition, |id| now.get(id).map(|finding| said(finding))));
        self
    }

    /// Adds what the two laws say outside their lists.
    #[must_use]
    pub fn with_rules(mut self, rules: &RuleComparison, vocabulary: &Vocabulary, context: &Context) -> Self {
        let view = RulesView::new(rules, vocabulary, context);
        self.summary.answer.extend(view.answer.iter().cloned());
        let accepted = rules.findings.iter().filter(|finding| finding.accepted.is_some());
        self.accepted.extend(accepted.map(|finding| FindingView::new(finding, context)));
        self.rules_outside = Some(view);
        self
    }

    /// Fills in the addresses of what its findings cite.
    pub(crate) fn link(&mut self, links: &Links) {
        let grouped = self.categories.iter_mut().flat_map(|category| &mut category.groups);
        let grouped = grouped.flat_map(|group| group.findings.iter_mut().chain(&mut group.notes));
        let rest = self.summary.top.iter_mut().chain(&mut self.terms).chain(&mut self.undecided.examples).chain(&mut self.accepted);
        let rest = rest.chain(self.strata.iter_mut().flat_map(|stratum| &mut stratum.sample));
        grouped.chain(rest).for_each(|finding| finding.link(links));
        let above = self.above.iter_mut().flat_map(|above| &mut above.destinations).flat_map(|place| &mut place.findings);
        above.for_each(|finding| finding.link(links));
        if let Some(rules) = &mut self.rules_outside {
            rules.link(links);
        }
    }
}

impl CompareView {
    /// Adds the layers above the list.
    #[must_use]
    pub fn with_layers(mut self, layers: &LayerComparison, context: &Context) -> Self {
        let view = LayersView::new(layers, context);
        self.summary.answer.extend(view.answer.iter().cloned());
        let accepted = layers.findings.iter().map(|found| &found.finding).filter(|finding| finding.accepted.is_some());
        self.accepted.extend(accepted.map(|finding| FindingView::new(finding, context)));
        layers::tell(&mut self, layers, context);
        self.above = Some(view);
        self
    }
}

fn covered(covered: &Covered) -> CoveredView {
    CoveredView {
        left: covered.left.clone(),
        right: covered.right.clone(),
        parameter: covered.parameter.clone().unwrap_or_default(),
        by: covered.by.clone(),
    }
}

fn side(side: &Side, place: &Place) -> SideView {
    SideView {
        place: place.clone(),
        code: side.jurisdiction.clone(),
        title: side.title.clone(),
        as_of: side.as_of.clone(),
        document: side.document.clone(),
        url: side.url.clone(),
        entries: side.entries,
        paragraphs: side.paragraphs,
    }
}

/// The stratum whose findings lead the report.
const MAIN: &str = "regime";

/// The directions that say who controls more, in the order of the report.
const DECIDED: [Direction; 3] = [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap];

/// The directions that a report counts, in its order: a missing fact only where there is one.
const DIRECTIONS: [Direction; 5] =
    [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Incomparable, Direction::Unknown];

/// The columns of every table of counts.
struct Columns(Vec<Direction>);

impl Columns {
    fn new(findings: &[&Finding]) -> Self {
        Self(DIRECTIONS.into_iter().filter(|direction| *direction != Direction::Unknown || count(findings, *direction) > 0).collect())
    }

    fn counts(&self, findings: &[&Finding]) -> Vec<usize> {
        self.0.iter().map(|direction| count(findings, *direction)).collect()
    }
}

/// All severities, the gravest first.
const SEVERITIES: [Severity; 4] = [Severity::Major, Severity::Moderate, Severity::Minor, Severity::Info];

/// All layers, in the order of the report.
const LAYERS: [Layer; 4] = [Layer::Listed, Layer::Jurisdiction, Layer::LicenceRequired, Layer::Authorisation];

/// Whether a direction says who controls more.
fn is_decided(direction: Direction) -> bool {
    DECIDED.contains(&direction)
}

/// Whether a finding speaks of the whole list, such as of a defined word, and of no category.
fn is_of_list(finding: &Finding) -> bool {
    finding.category.is_empty()
}

/// Whether a finding is about what is controlled: findings worth knowing, which change no item's status, are not.
fn is_substantial(finding: &Finding) -> bool {
    finding.layer == Layer::Listed && finding.severity != Severity::Info
}

/// The number of findings with a direction.
fn count(findings: &[&Finding], direction: Direction) -> usize {
    findings.iter().filter(|finding| finding.direction == direction).count()
}
