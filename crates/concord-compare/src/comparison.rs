//! The result of a comparison.

use concord_model::List;
use serde::{Deserialize, Serialize};

use crate::{Baseline, Direction, Finding, Message, Severity};

/// One of the two lists compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Jurisdiction code.
    pub jurisdiction: String,
    /// List id.
    pub list: String,
    /// List title.
    pub title: String,
    /// As of, ISO date.
    pub as_of: String,
    /// The official document.
    pub document: String,
    /// Where it is published.
    pub url: String,
    /// Entries.
    pub entries: usize,
    /// Paragraphs that are not reserved.
    pub paragraphs: usize,
}

/// A pair of matched paragraphs and how their scopes relate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedPair {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// SKOS predicate local name: `exact`, `close`, `broad` (right is broader), `narrow`, `related`.
    pub predicate: String,
    /// Confidence in hundredths, 0 to 100.
    pub confidence: u8,
    /// Why they are matched.
    pub justification: String,
    /// `equal`, `left-wider`, `right-wider`, `overlapping`, `disjoint`, `incomparable`.
    pub relation: String,
    /// Defined terms on which the relation depends, because the two lists do not define them alike.
    pub subject_to: Vec<String>,
}

/// Share of one side's controls that the other side also holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The population: paragraphs without children, not reserved, inside both perimeters, regime stratum.
    pub population: usize,
    /// Of these, surely covered (equal, or the other side is wider).
    pub covered: usize,
    /// Of these, partly covered, surely (the other side is narrower or overlaps).
    pub partly: usize,
    /// Of these, surely not covered.
    pub not_covered: usize,
    /// Of these, undecided (incomparable).
    pub undecided: usize,
    /// Of the undecided, those whose own text is decided, and only a heading above is not.
    pub undecided_by_heading: usize,
}

/// How one paragraph without children stands to the other side's list: a row that coverage counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageRow {
    /// Its code.
    pub code: String,
    /// Its subject label, or its nearest ancestor's.
    pub subject: String,
    /// Its stratum (`regime`, `unilateral`, `anti-terrorism`, `munitions-like`).
    pub stratum: String,
    /// How it stands.
    pub held: Held,
}

/// Whether the other side's list holds what a paragraph controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// All of it, surely.
    Covered,
    /// Not all of it, surely.
    Partly,
    /// None of it, surely.
    NotCovered,
    /// The comparison does not decide.
    Undecided,
    /// The other side leaves the area to another instrument than its list.
    Elsewhere,
    /// The paragraph's own list hands the items to another instrument.
    HandedOver,
}

/// A count with its label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Label.
    pub label: String,
    /// One count a direction, in the order of [`Direction`].
    pub by_direction: Vec<(Direction, usize)>,
}

/// A cause of undecided pairs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// What stopped the model.
    pub cause: Message,
    /// Pairs.
    pub pairs: usize,
    /// An example, left and right code.
    pub example: String,
}

/// Figures over the whole comparison; every one expands to rows of `matches` or `findings`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Share of the left side's controls that the right side also holds.
    pub left_covered_by_right: Coverage,
    /// Share of the right side's controls that the left side also holds.
    pub right_covered_by_left: Coverage,
    /// Findings by direction (main stratum, accepted ones left out).
    pub by_direction: Vec<(Direction, usize)>,
    /// Findings by severity.
    pub by_severity: Vec<(Severity, usize)>,
    /// Findings by category and direction.
    pub by_category: Vec<Counts>,
    /// Findings by rule and direction.
    pub by_rule: Vec<Counts>,
    /// Findings by stratum and direction.
    pub by_stratum: Vec<Counts>,
    /// Matched pairs by relation (`equal`, …).
    pub relations: Vec<(String, usize)>,
    /// Main causes of incomparable pairs, most frequent first.
    pub causes: Vec<Cause>,
    /// Witnesses printed, and how many of them the independent evaluator confirmed (all, or the finding is not printed).
    pub witnesses: usize,
    /// Candidate witnesses that the evaluator refused, whose findings became another verdict.
    pub witnesses_refused: usize,
    /// Fingerprints of the ten findings that matter most.
    pub top: Vec<String>,
}

/// A difference between two matched paragraphs that makes no difference to any item: the other list holds what it would leave out
/// under other paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
    /// The parameter, if the difference is about one.
    pub parameter: Option<String>,
    /// The paragraphs that hold the items, beside the matched one; none if that alone, with all that stands above and below it, does.
    pub by: Vec<String>,
}

/// A whole comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The left list.
    pub left: Side,
    /// The right list.
    pub right: Side,
    /// Figures.
    pub summary: Summary,
    /// Matched paragraphs, by left code.
    pub matches: Vec<MatchedPair>,
    /// Findings: by category, severity, code.
    pub findings: Vec<Finding>,
    /// Differences that other paragraphs take back, by left code.
    pub covered: Vec<Covered>,
    /// How each paragraph without children stands to the other list, left and right, in the order of the lists.
    pub coverage: (Vec<CoverageRow>, Vec<CoverageRow>),
    /// Baseline lines that match nothing, with their reasons.
    pub stale_baseline: Vec<String>,
}

impl Comparison {
    /// The comparison of two jurisdictions of which not both have a list: it finds nothing, and every line of the baseline is left over.
    pub fn without_lists(left: (&str, Option<&List>), right: (&str, Option<&List>), baseline: &Baseline) -> Self {
        Self {
            left: Side::of(left.0, left.1),
            right: Side::of(right.0, right.1),
            summary: Summary::default(),
            matches: Vec::new(),
            findings: Vec::new(),
            covered: Vec::new(),
            coverage: (Vec::new(), Vec::new()),
            stale_baseline: crate::findings::stale(&[], baseline),
        }
    }

    /// Whether two lists were compared.
    pub fn has_lists(&self) -> bool {
        !self.left.list.is_empty() && !self.right.list.is_empty()
    }
}

impl Side {
    /// The side of a jurisdiction, with its list if it has one.
    fn of(jurisdiction: &str, list: Option<&List>) -> Self {
        let text = |of: fn(&List) -> String| list.map_or_else(String::new, of);
        Self {
            jurisdiction: jurisdiction.to_owned(),
            list: text(|l| l.id.clone()),
            title: text(|l| l.title.clone()),
            as_of: text(|l| l.as_of.to_string()),
            document: text(|l| l.source.document.clone()),
            url: text(|l| l.source.url.clone()),
            entries: list.map_or(0, |l| l.entries.len()),
            paragraphs: list.map_or(0, |l| l.entries.iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved).count()),
        }
    }
}
