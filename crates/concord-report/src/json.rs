//! The published JSON document of a comparison.
//!
//! Its shape is stable: a change that a reader could notice raises [`SCHEMA_VERSION`].

use concord_compare::{Cause, Comparison, Coverage, Covered, Direction, Edition, Finding, MatchedPair, Severity, Summary};
use schemars::JsonSchema;
use serde::Serialize;

mod desk;
mod layers;
mod matrix;
mod needs;
mod recognize;
mod rules;
mod side;
mod track;

pub use desk::{EditionDocument, ReviewDocument};
pub use layers::{LayersDocument, PairDocument, StatusDocument};
pub use matrix::{MatrixDocument, matrix_schema};
pub use needs::{NeedsDocument, needs_schema};
pub use recognize::{RecognizeDocument, recognize_schema};
pub use rules::RulesDocument;
pub use side::{EndDocument, FactDocument, StatedLimitDocument, StretchDocument, ValuesDocument};
pub use track::{OfBloc, TrackDocument, track_schema};

use crate::{Context, words};

/// Version of the document's shape.
pub const SCHEMA_VERSION: &str = "1";

/// A comparison of two lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord comparison")]
pub struct CompareDocument {
    /// Version of this document's shape.
    pub schema_version: &'static str,
    /// The left list.
    pub left: ListDocument,
    /// The right list.
    pub right: ListDocument,
    /// The date the question was asked for, ISO.
    pub as_of: String,
    /// Figures, each of which expands to rows of `matches` or `divergences`.
    pub summary: SummaryDocument,
    /// Matched paragraphs, by left code.
    pub matches: Vec<MatchDocument>,
    /// What differs, in the lists and in the rules outside them.
    pub divergences: Vec<DivergenceDocument>,
    /// What the two laws say outside their lists; `null` where that is not described for both.
    pub rules: Option<RulesDocument>,
    /// The layers above the list for the destinations asked about; `null` where none was.
    pub layers: Option<LayersDocument>,
    /// Differences between matched paragraphs that change no item's status, because other paragraphs take them back.
    pub covered: Vec<CoveredDocument>,
    /// Baseline lines that match nothing any more.
    pub stale_baseline: Vec<String>,
    /// Who may read the document; empty if anybody may.
    pub marking: String,
    /// What has changed since an earlier edition; `null` where there is none to compare with.
    pub edition: Option<EditionDocument>,
}

/// A list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListDocument {
    /// Jurisdiction code.
    pub jurisdiction: String,
    /// Name of the jurisdiction.
    pub name: String,
    /// Identifier of the list.
    pub list: String,
    /// Title of the list.
    pub title: String,
    /// Date as of which the list holds, ISO.
    pub as_of: String,
    /// The official document.
    pub document: String,
    /// Where it is published; empty if unknown.
    pub url: String,
    /// Number of entries.
    pub entries: usize,
    /// Number of paragraphs that are not reserved.
    pub paragraphs: usize,
}

/// Figures over the whole comparison.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryDocument {
    /// Share of the left side's controls that the right side also holds.
    pub left_covered_by_right: CoverageDocument,
    /// Share of the right side's controls that the left side also holds.
    pub right_covered_by_left: CoverageDocument,
    /// Findings by direction: regime stratum, without accepted ones.
    pub by_direction: Vec<CountDocument>,
    /// Findings by severity: regime stratum, without accepted ones.
    pub by_severity: Vec<CountDocument>,
    /// Findings by category and direction.
    pub by_category: Vec<DirectionsDocument>,
    /// Findings by rule and direction.
    pub by_rule: Vec<DirectionsDocument>,
    /// Findings by stratum and direction.
    pub by_stratum: Vec<DirectionsDocument>,
    /// Matched pairs by relation of their scopes.
    pub relations: Vec<CountDocument>,
    /// Main causes of undecided pairs, most frequent first.
    pub causes: Vec<CauseDocument>,
    /// Witnesses printed, each confirmed by the independent evaluator.
    pub witnesses: usize,
    /// Candidate witnesses that the independent evaluator refused.
    pub witnesses_refused: usize,
    /// Ids of the findings that matter most.
    pub top: Vec<String>,
}

/// Coverage of one list by the other, as counts over a stated population.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CoverageDocument {
    /// Paragraphs without children, not reserved, inside both perimeters, regime stratum.
    pub population: usize,
    /// Of these, surely covered.
    pub covered: usize,
    /// Of these, surely covered in part only.
    pub partly: usize,
    /// Of these, surely not covered.
    pub not_covered: usize,
    /// Of these, undecided.
    pub undecided: usize,
    /// Of the undecided, those whose own text is decided and only a heading above is not.
    pub undecided_by_heading: usize,
    /// Low and high end of the share covered, as exact fractions of the population.
    pub range: [String; 2],
}

/// A count with its label.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountDocument {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// Counts by direction with a label.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DirectionsDocument {
    /// What is counted.
    pub label: String,
    /// How many in each direction.
    pub by_direction: Vec<CountDocument>,
}

/// A cause of undecided pairs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CauseDocument {
    /// What stopped the model.
    pub cause: String,
    /// Number of pairs.
    pub pairs: usize,
    /// An example: left and right code.
    pub example: String,
}

/// A pair of matched paragraphs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatchDocument {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// Local name of the SKOS mapping property: `exact`, `close`, `broad`, `narrow` or `related`.
    pub predicate: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// Why they are matched.
    pub justification: String,
    /// How their scopes relate: `equal`, `left-wider`, `right-wider`, `overlapping`, `disjoint` or `incomparable`.
    pub relation: String,
    /// Defined terms on which the relation depends, because the two lists do not define them alike.
    pub subject_to: Vec<String>,
}

/// A difference between two matched paragraphs that changes no item's status.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CoveredDocument {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// The parameter; `null` if it is about none.
    pub parameter: Option<String>,
    /// Paragraphs that hold the items beside the matched one.
    pub by: Vec<String>,
}

/// One divergence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DivergenceDocument {
    /// Stable fingerprint, 12 hex digits.
    #[schemars(regex(pattern = r"^[0-9a-f]{12}$"))]
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's topic.
    pub topic: String,
    /// The layer of control.
    #[schemars(extend("enum" = [
        "jurisdiction", "listed", "licence-required", "authorisation", "review-policy", "catch-all", "duties", "enforcement", "procedure"
    ]))]
    pub layer: &'static str,
    /// Destination, for layers that depend on one; else empty.
    pub destination: String,
    /// Who controls more.
    #[schemars(extend("enum" = ["left-stricter", "right-stricter", "overlap", "incomparable", "unknown"]))]
    pub direction: &'static str,
    /// How much it matters.
    #[schemars(extend("enum" = ["major", "moderate", "minor", "info"]))]
    pub severity: &'static str,
    /// Category of the list; empty for a rule outside the lists.
    pub category: String,
    /// Where the control comes from; empty for a rule outside the lists.
    pub stratum: String,
    /// The left text; `null` if it has no such control.
    pub left: Option<CitedDocument>,
    /// The right text; `null` if it has no such control.
    pub right: Option<CitedDocument>,
    /// The parameter; `null` if it is about none.
    pub parameter: Option<String>,
    /// The values of the parameter that each side controls, on one axis; `null` unless the limits compare as numbers.
    pub values: Option<ValuesDocument>,
    /// A concrete item listed on one side only; `null` where none is needed or could be confirmed.
    pub witness: Option<WitnessDocument>,
    /// A second witness the other way, for an overlap; else `null`.
    pub counter_witness: Option<WitnessDocument>,
    /// Pinpoint citations, left then right.
    pub sources: Vec<String>,
    /// One or two sentences for a reader.
    pub explanation: String,
    /// What stopped the model, for `incomparable`.
    pub reasons: Vec<String>,
    /// Where the official wordings differ, word by word; empty unless both texts are at hand.
    pub wording: Vec<WordsDocument>,
    /// Paragraphs that only follow this difference.
    pub follows: Vec<String>,
    /// The pairs of paragraphs that a divergence on a layer above the list gathers; else empty.
    pub pairs: Vec<PairDocument>,
    /// Reason of the baseline line that accepts this divergence; `null` if none does.
    pub accepted: Option<String>,
    /// What analysts have recorded about it, the latest first.
    pub reviews: Vec<ReviewDocument>,
}

/// Words that one side's official text or both say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WordsDocument {
    /// Who says them.
    #[schemars(extend("enum" = ["both", "left", "right"]))]
    pub said: &'static str,
    /// The words.
    pub words: String,
}

/// One side of a divergence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CitedDocument {
    /// The paragraph's code; the attribute or term of a rule outside the lists.
    pub code: String,
    /// Short subject label; the question of a rule outside the lists.
    pub subject: String,
    /// What it states on the point at issue; empty if nothing.
    pub states: String,
    /// Pinpoint citation.
    pub citation: String,
    /// What the paragraph says by its own words, as facts; empty for a rule outside the lists.
    pub facts: Vec<FactDocument>,
}

/// A concrete item that one side lists and the other does not.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WitnessDocument {
    /// What the item is.
    pub item: String,
    /// Its values.
    pub values: Vec<ValueDocument>,
    /// Phrases that do not hold of it, where that is the difference.
    pub lacks: Vec<String>,
    /// The code that lists it.
    pub listed_by: String,
    /// The side that lists it.
    #[schemars(extend("enum" = ["left", "right"]))]
    pub listed_on: String,
    /// The same in one sentence.
    pub sentence: String,
    /// What becomes of it for each destination asked about.
    pub status: Vec<StatusDocument>,
}

/// A value of a witness.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ValueDocument {
    /// The parameter.
    pub parameter: String,
    /// The value with its unit.
    pub value: String,
}

impl CompareDocument {
    /// The document of a comparison.
    pub fn new(comparison: &Comparison, context: &Context) -> Self {
        let list = |side: &concord_compare::Side, name: &str| ListDocument {
            jurisdiction: side.jurisdiction.clone(),
            name: name.to_owned(),
            list: side.list.clone(),
            title: side.title.clone(),
            as_of: side.as_of.clone(),
            document: side.document.clone(),
            url: side.url.clone(),
            entries: side.entries,
            paragraphs: side.paragraphs,
        };
        Self {
            schema_version: SCHEMA_VERSION,
            left: list(&comparison.left, &context.left.name),
            right: list(&comparison.right, &context.right.name),
            as_of: context.as_of.clone(),
            summary: summary(&comparison.summary),
            matches: comparison.matches.iter().map(matched).collect(),
            divergences: comparison.findings.iter().map(|finding| divergence(finding, context)).collect(),
            rules: None,
            layers: None,
            covered: comparison.covered.iter().map(covered).collect(),
            stale_baseline: comparison.stale_baseline.clone(),
            marking: context.desk.marking.clone(),
            edition: None,
        }
    }

    /// Adds what has changed since an earlier edition.
    #[must_use]
    pub fn with_edition(mut self, edition: &Edition) -> Self {
        self.edition = Some(EditionDocument::new(edition));
        self
    }

    /// The document as indented JSON with a final line break.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        pretty(self)
    }
}

/// A value as indented JSON with a final line break. Characters that hide or turn the direction of writing stand as escapes.
///
/// # Errors
/// Where the value cannot be JSON, such as a map whose keys are no texts.
pub fn pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|text| crate::escape::json(text) + "\n")
}

/// A value as JSON on one line with a line break at its end. Characters that hide or turn the direction of writing stand as escapes.
///
/// # Errors
/// Where the value cannot be JSON, such as a map whose keys are no texts.
pub fn line<T: Serialize + ?Sized>(value: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(value).map(|text| crate::escape::json(text) + "\n")
}

/// The JSON Schema of [`CompareDocument`].
pub fn compare_schema() -> serde_json::Value {
    schemars::schema_for!(CompareDocument).to_value()
}

fn summary(summary: &Summary) -> SummaryDocument {
    let directions = |rows: &[concord_compare::Counts]| {
        rows.iter().map(|row| DirectionsDocument { label: row.label.clone(), by_direction: by_direction(&row.by_direction) }).collect()
    };
    SummaryDocument {
        left_covered_by_right: coverage(&summary.left_covered_by_right),
        right_covered_by_left: coverage(&summary.right_covered_by_left),
        by_direction: by_direction(&summary.by_direction),
        by_severity: by_severity(&summary.by_severity),
        by_category: directions(&summary.by_category),
        by_rule: directions(&summary.by_rule),
        by_stratum: directions(&summary.by_stratum),
        relations: summary.relations.iter().map(|(label, count)| CountDocument { label: label.clone(), count: *count }).collect(),
        causes: summary.causes.iter().map(cause).collect(),
        witnesses: summary.witnesses,
        witnesses_refused: summary.witnesses_refused,
        top: summary.top.clone(),
    }
}

fn by_direction(rows: &[(Direction, usize)]) -> Vec<CountDocument> {
    rows.iter().map(|(label, count)| CountDocument { label: words::direction_key(*label).to_owned(), count: *count }).collect()
}

fn by_severity(rows: &[(Severity, usize)]) -> Vec<CountDocument> {
    rows.iter().map(|(label, count)| CountDocument { label: words::severity_key(*label).to_owned(), count: *count }).collect()
}

fn coverage(coverage: &Coverage) -> CoverageDocument {
    let share = |part: usize| format!("{part}/{}", coverage.population);
    CoverageDocument {
        population: coverage.population,
        covered: coverage.covered,
        partly: coverage.partly,
        not_covered: coverage.not_covered,
        undecided: coverage.undecided,
        undecided_by_heading: coverage.undecided_by_heading,
        range: [share(coverage.covered), share(coverage.covered + coverage.undecided)],
    }
}

fn cause(cause: &Cause) -> CauseDocument {
    CauseDocument { cause: cause.cause.to_string(), pairs: cause.pairs, example: cause.example.clone() }
}

fn matched(pair: &MatchedPair) -> MatchDocument {
    MatchDocument {
        left: pair.left.clone(),
        right: pair.right.clone(),
        predicate: pair.predicate.clone(),
        confidence: f64::from(pair.confidence) / 100.0,
        justification: pair.justification.clone(),
        relation: pair.relation.clone(),
        subject_to: pair.subject_to.clone(),
    }
}

fn covered(covered: &Covered) -> CoveredDocument {
    CoveredDocument {
        left: covered.left.clone(),
        right: covered.right.clone(),
        parameter: covered.parameter.clone(),
        by: covered.by.clone(),
    }
}

fn divergence(finding: &Finding, context: &Context) -> DivergenceDocument {
    let cited = |side: &concord_compare::Cited| CitedDocument {
        code: side.code.clone(),
        subject: side.subject.to_string(),
        states: side.states.to_string(),
        citation: side.citation.to_string(),
        facts: side.facts.iter().map(FactDocument::new).collect(),
    };
    let mut witnesses = finding.witnesses.iter().map(|witness| WitnessDocument {
        item: witness.item.clone(),
        values: witness.values.iter().map(|v| ValueDocument { parameter: v.parameter.clone(), value: v.value.clone() }).collect(),
        lacks: witness.lacks.clone(),
        listed_by: witness.listed_by.clone(),
        listed_on: witness.listed_on.clone(),
        sentence: words::witness(witness, context),
        status: Vec::new(),
    });
    DivergenceDocument {
        id: finding.id.clone(),
        rule: finding.rule.clone(),
        topic: finding.topic.clone(),
        layer: words::layer_key(finding.layer),
        destination: finding.destination.clone(),
        direction: words::direction_key(finding.direction),
        severity: words::severity_key(finding.severity),
        category: finding.category.clone(),
        stratum: finding.stratum.clone(),
        left: finding.left.as_ref().map(cited),
        right: finding.right.as_ref().map(cited),
        parameter: finding.parameter.clone(),
        values: finding.values.as_ref().map(ValuesDocument::new),
        witness: witnesses.next(),
        counter_witness: witnesses.next(),
        sources: [&finding.left, &finding.right].into_iter().flatten().map(|side| side.citation.to_string()).collect(),
        explanation: finding.explanation.to_string(),
        reasons: finding.reasons.iter().map(ToString::to_string).collect(),
        wording: finding.wording.iter().map(|w| WordsDocument { said: words::said_key(w.said), words: w.words.clone() }).collect(),
        follows: finding.follows.clone(),
        pairs: Vec::new(),
        accepted: finding.accepted.clone(),
        reviews: context.desk.reviews.of(&finding.id).into_iter().map(ReviewDocument::new).collect(),
    }
}
