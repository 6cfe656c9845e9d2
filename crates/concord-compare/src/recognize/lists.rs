//! Whether the partner's list holds what the grantor's list holds, in one area.

use concord_model::recognition::ListDemand;

use super::Question;
use super::level::{Level, Range};
use crate::{Cited, Comparison, CoverageRow, Direction, Finding, Held, Layer, Message, Side, Witness};

/// What the comparison of the two lists says of one area, seen from the grantor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPart {
    /// Sides whose list is not held, by code; where there are any, nothing below is counted.
    pub missing: Vec<String>,
    /// The grantor's controls in the area: its paragraphs without children that carry out a regime, one row each.
    pub rows: Vec<CoverageRow>,
    /// Controls of the grantor's own beyond the regimes, by stratum, with their number; they are outside the comparison and stay under its own licence.
    pub own_strata: Vec<(String, usize)>,
    /// What the partner lacks or holds looser, proved.
    pub exclusions: Vec<Exclusion>,
}

/// A control of the grantor that the partner lacks or holds looser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Fingerprint of the finding that shows it; empty where the difference stands in no finding of its own.
    pub finding: String,
    /// The grantor's text.
    pub grantor: Cited,
    /// The partner's text, if it has one.
    pub partner: Option<Cited>,
    /// The finding's sentence; empty without one.
    pub explanation: Message,
    /// Items that the grantor lists and the partner does not.
    pub witnesses: Vec<Witness>,
    /// The grantor's controls that it concerns, by code.
    pub controls: Vec<String>,
}

impl ListPart {
    /// How many of the rows stand so.
    pub fn count(&self, held: Held) -> usize {
        self.rows.iter().filter(|row| row.held == held).count()
    }

    /// Controls that are compared or should be: all but those the grantor's list hands to another instrument.
    pub fn controls(&self) -> usize {
        self.rows.len() - self.count(Held::HandedOver)
    }

    /// Controls that the partner surely lacks or holds looser.
    pub fn short(&self) -> usize {
        self.count(Held::Partly) + self.count(Held::NotCovered)
    }

    /// Controls of which the comparison does not say whether the partner's list holds them.
    pub fn open(&self) -> usize {
        self.count(Held::Undecided) + self.count(Held::Elsewhere)
    }

    /// Whether the grantor's list leaves the whole area to another instrument.
    pub fn is_handed_over(&self) -> bool {
        self.controls() == 0 && !self.rows.is_empty()
    }

    /// The level it leaves under a policy.
    pub(super) fn range(&self, policy: ListDemand) -> Range {
        let grade = |part: usize, whole: usize| match (policy.tolerated.holds(part, whole), policy.conditional.holds(part, whole)) {
            (true, _) => Level::Acceptable,
            (false, true) => Level::Conditional,
            (false, false) => Level::NotRecognisable,
        };
        if !self.missing.is_empty() || self.is_handed_over() {
            return Range::open(grade(1, 1), grade(0, 1));
        }
        let (controls, short, open) = (self.controls(), self.short(), self.open());
        let range = Range::open(grade(short + open, controls), grade(short, controls));
        let carried = range.high == Level::Acceptable && policy.undecided.holds(open, controls);
        Range { stands: if carried { Level::Acceptable } else { range.stands }, ..range }
    }
}

/// What the lists say of an area when the left side, or the right one, is the grantor.
pub(super) fn part(question: &Question<'_>, area: &str, left_accepts: bool) -> ListPart {
    let sides = [question.left, question.right];
    let missing: Vec<String> = sides.iter().filter(|side| side.list.is_none()).map(|side| side.code.clone()).collect();
    if !missing.is_empty() {
        return ListPart { missing, ..ListPart::default() };
    }
    let comparison = question.comparison;
    let all = if left_accepts { &comparison.coverage.0 } else { &comparison.coverage.1 };
    let within = |row: &&CoverageRow| row.code.starts_with(area);
    let rows: Vec<CoverageRow> = all.iter().filter(within).filter(|row| row.stratum == "regime").cloned().collect();
    let own_strata = ["unilateral", "anti-terrorism", "munitions-like"].into_iter().filter_map(|stratum| {
        let count = all.iter().filter(within).filter(|row| row.stratum == stratum && row.held != Held::HandedOver).count();
        (count > 0).then(|| (stratum.to_owned(), count))
    });
    let own_strata = own_strata.collect();
    let exclusions = exclusions(comparison, area, &rows, left_accepts);
    ListPart { missing, rows, own_strata, exclusions }
}

/// What the partner lacks or holds looser: each finding that proves it with the controls it concerns, and controls that no finding names.
fn exclusions(comparison: &Comparison, area: &str, rows: &[CoverageRow], left_accepts: bool) -> Vec<Exclusion> {
    let (stricter, side) = if left_accepts { (Direction::LeftStricter, "left") } else { (Direction::RightStricter, "right") };
    let short: Vec<&CoverageRow> = rows.iter().filter(|row| matches!(row.held, Held::Partly | Held::NotCovered)).collect();
    let mut named: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    let proves =
        |f: &&Finding| f.layer == Layer::Listed && f.stratum == "regime" && (f.direction == stricter || f.direction == Direction::Overlap);
    for finding in comparison.findings.iter().filter(proves) {
        let (own, other) = if left_accepts { (&finding.left, &finding.right) } else { (&finding.right, &finding.left) };
        let Some(own) = own.as_ref().filter(|own| own.code.starts_with(area)) else { continue };
        let follows = |code: &str| finding.follows.iter().any(|f| f.split_once(':').is_some_and(|(s, c)| s == side && is_within(code, c)));
        let concerned = short.iter().map(|row| row.code.as_str()).filter(|code| is_within(code, &own.code) || follows(code));
        let controls: Vec<&str> = concerned.collect();
        named.extend(&controls);
        out.push(Exclusion {
            finding: finding.id.clone(),
            grantor: own.clone(),
            partner: other.clone(),
            explanation: finding.explanation.clone(),
            witnesses: finding.witnesses.iter().filter(|witness| witness.listed_on == side).cloned().collect(),
            controls: controls.into_iter().map(str::to_owned).collect(),
        });
    }
    let list = if left_accepts { &comparison.left } else { &comparison.right };
    out.extend(short.iter().filter(|row| !named.contains(&row.code.as_str())).map(|row| Exclusion {
        finding: String::new(),
        grantor: cited(list, row),
        partner: None,
        explanation: Message::default(),
        witnesses: Vec::new(),
        controls: vec![row.code.clone()],
    }));
    out.sort_by(|a, b| (&a.grantor.code, &a.finding).cmp(&(&b.grantor.code, &b.finding)));
    out
}

fn is_within(code: &str, above: &str) -> bool {
    code.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn cited(list: &Side, row: &CoverageRow) -> Cited {
    Cited {
        code: row.code.clone(),
        subject: (&row.subject).into(),
        states: Message::default(),
        citation: format!("{}, {} (as of {})", list.document, row.code, list.as_of).into(),
        facts: Vec::new(),
    }
}
