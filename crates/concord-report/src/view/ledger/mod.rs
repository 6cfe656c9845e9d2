//! Every finding with all that it rests on, in flat tables: what the workbook and the formats for machines lay out.
//!
//! Where a report groups and shortens, the ledger leaves nothing out and keeps the order of the comparison.

mod layer;
mod provision;
mod threshold;

use std::collections::BTreeSet;

use concord_compare::layers::{LayerComparison, LayerFinding};
use concord_compare::{Comparison, Edition, Finding, MatchedPair, PastFinding, RuleComparison, Severity};
use concord_model::List;
use concord_model::rules::Vocabulary;
use serde::Serialize;

pub use layer::{AboveView, LayerCountRow};
pub use provision::{AnswerView, ProvisionRow};
pub use threshold::{LimitView, ThresholdRow};

use super::{FindingView, SideView};
use crate::{Context, Links, words};

/// What a run is asked to judge findings by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The least grave finding that fails the run; none if no finding does.
    pub fail_on: Option<Severity>,
    /// Whether a baseline of accepted findings was given.
    pub baseline: bool,
}

/// Every finding and every row it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerView {
    /// The left list.
    pub left: SideView,
    /// The right list.
    pub right: SideView,
    /// The date the question was asked for, ISO; empty if there is none.
    pub as_of: String,
    /// Whether a baseline of accepted findings was given.
    pub baseline: bool,
    /// The gravity from which a finding fails the run; empty if none does.
    pub fail_on: &'static str,
    /// All findings: of the lists, then of the rules outside them.
    pub findings: Vec<LedgerRow>,
    /// All matched paragraphs, by left code.
    pub matches: Vec<MatchRow>,
    /// The limits of matched paragraphs side by side; empty unless the lists were given.
    pub thresholds: Vec<ThresholdRow>,
    /// Every question with both answers; empty where the rules outside the lists were not compared.
    pub provisions: Vec<ProvisionRow>,
    /// How each layer above the list stands for each destination asked about; empty where none was.
    pub layer_counts: Vec<LayerCountRow>,
    /// Questions that one side's sources at hand do not answer.
    pub gaps: Vec<LedgerRow>,
    /// Baseline lines that match nothing any more.
    pub stale_baseline: Vec<String>,
    /// Who may read it; empty if anybody may.
    pub marking: String,
    /// Findings of an earlier edition that are no more.
    pub gone: Vec<GoneRow>,
}

/// A finding of an earlier edition that is no more.
#[derive(Clone, Debug, Serialize)]
pub struct GoneRow {
    /// Fingerprint.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// What it said.
    pub said: String,
}

/// One finding with what a table filters by.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerRow {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingView,
    /// Key of the layer.
    pub layer_key: &'static str,
    /// Who controls more, as a word of a column.
    pub side: String,
    /// Whether it fails the run.
    pub fails: bool,
    /// How it stands to what went before: `new`, `updated` or `unchanged` since an earlier edition, where one was given; else `unchanged` if the
    /// baseline accepts it and `new` if not, where a baseline was given; else empty.
    pub state: &'static str,
    /// What a finding on a layer above the list gathers; none for other findings.
    pub above: Option<AboveView>,
    /// Where the left side stands in a file of definitions; none unless it was read from one.
    pub left_place: Option<PlaceView>,
    /// Where the right side stands in a file of definitions; none unless it was read from one.
    pub right_place: Option<PlaceView>,
}

/// A place in a file of definitions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// The file's path.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
}

/// A pair of matched paragraphs.
#[derive(Clone, Debug, Serialize)]
pub struct MatchRow {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// Local name of the SKOS mapping property.
    pub predicate: String,
    /// Confidence in hundredths.
    pub confidence: u8,
    /// How the scopes relate, in words.
    pub relation: String,
    /// Why they are matched.
    pub justification: String,
    /// Defined terms on which the relation depends.
    pub subject_to: Vec<String>,
}

impl LedgerView {
    /// The ledger of a comparison of lists and, where they were compared, of the rules outside them.
    pub fn new(comparison: &Comparison, rules: Option<(&RuleComparison, &Vocabulary)>, context: &Context, gate: Gate) -> Self {
        let row = |finding: &Finding| LedgerRow::new(finding, context, gate);
        let of_rules = rules.iter().flat_map(|(rules, _)| &rules.findings);
        Self {
            left: super::side(&comparison.left, &context.left),
            right: super::side(&comparison.right, &context.right),
            as_of: context.as_of.clone(),
            baseline: gate.baseline,
            fail_on: gate.fail_on.map_or("", words::severity_key),
            findings: comparison.findings.iter().chain(of_rules).map(row).collect(),
            matches: comparison.matches.iter().map(|pair| matched(pair, context)).collect(),
            thresholds: Vec::new(),
            provisions: rules.map_or_else(Vec::new, |(rules, vocabulary)| provision::rows(rules, vocabulary, context)),
            layer_counts: Vec::new(),
            gaps: rules.iter().flat_map(|(rules, _)| &rules.gaps).map(row).collect(),
            stale_baseline: comparison.stale_baseline.clone(),
            marking: context.desk.marking.clone(),
            gone: Vec::new(),
        }
    }

    /// Adds the findings on the layers above the list.
    #[must_use]
    pub fn with_layers(mut self, layers: &LayerComparison, context: &Context, gate: Gate) -> Self {
        self.findings.extend(layers.findings.iter().map(|found| LedgerRow::above(found, layers, context, gate)));
        self.layer_counts = layer::counts(layers, context);
        self
    }

    /// Adds the addresses of what the findings cite.
    #[must_use]
    pub fn with_links(mut self, links: &Links) -> Self {
        self.findings.iter_mut().chain(&mut self.gaps).for_each(|row| row.finding.link(links));
        self
    }

    /// Adds how each finding stands to an earlier edition, and what is no more.
    #[must_use]
    pub fn with_edition(mut self, edition: &Edition) -> Self {
        let new: BTreeSet<&str> = edition.new.iter().map(String::as_str).collect();
        let changed: BTreeSet<&str> = edition.changed.iter().map(|finding| finding.id.as_str()).collect();
        for row in &mut self.findings {
            let id = row.finding.id.as_str();
            row.state = match (new.contains(id), changed.contains(id)) {
                (true, _) => "new",
                (_, true) => "updated",
                _ => "unchanged",
            };
        }
        let gone =
            |finding: &PastFinding| GoneRow { id: finding.id.clone(), rule: finding.rule.clone(), said: finding.explanation.clone() };
        self.gone = edition.gone.iter().map(gone).collect();
        self
    }

    /// Adds the limits of matched paragraphs side by side.
    #[must_use]
    pub fn with_thresholds(mut self, left: &List, right: &List) -> Self {
        self.thresholds = threshold::rows(&self.matches, &self.findings, left, right);
        self
    }

    /// Adds where both sides stand in files of definitions: `place` gives the place of a code of a jurisdiction.
    #[must_use]
    pub fn with_places(mut self, place: impl Fn(&str, &str) -> Option<PlaceView>) -> Self {
        for row in &mut self.findings {
            row.left_place = row.finding.left.as_ref().and_then(|side| place(&self.left.code, &side.code));
            row.right_place = row.finding.right.as_ref().and_then(|side| place(&self.right.code, &side.code));
        }
        self
    }

    /// The number of findings that fail the run.
    pub fn failing(&self) -> usize {
        self.findings.iter().filter(|row| row.fails).count()
    }
}

impl LedgerRow {
    fn new(finding: &Finding, context: &Context, gate: Gate) -> Self {
        Self {
            finding: FindingView::new(finding, context),
            layer_key: words::layer_key(finding.layer),
            side: words::column(finding.direction, context),
            state: match (gate.baseline, &finding.accepted) {
                (false, _) => "",
                (true, None) => "new",
                (true, Some(_)) => "unchanged",
            },
            fails: gate.fail_on.is_some_and(|at_least| finding.reaches(at_least)),
            above: None,
            left_place: None,
            right_place: None,
        }
    }

    /// A finding on a layer above the list.
    fn above(found: &LayerFinding, layers: &LayerComparison, context: &Context, gate: Gate) -> Self {
        Self { above: Some(AboveView::new(found, layers, context)), ..Self::new(&found.finding, context, gate) }
    }

    /// Where it stands in a file of definitions: on the left, else on the right.
    pub fn place(&self) -> Option<&PlaceView> {
        self.left_place.as_ref().or(self.right_place.as_ref())
    }
}

fn matched(pair: &MatchedPair, context: &Context) -> MatchRow {
    MatchRow {
        left: pair.left.clone(),
        right: pair.right.clone(),
        predicate: pair.predicate.clone(),
        confidence: pair.confidence,
        relation: words::relation(&pair.relation, context),
        justification: pair.justification.clone(),
        subject_to: pair.subject_to.clone(),
    }
}
