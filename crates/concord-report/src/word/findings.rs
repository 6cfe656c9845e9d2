//! Tables of findings.

use super::document::{Document, Run, shortened};
use super::table::Cell;
use crate::lang::Texts;
use crate::view::{CitedView, FindingView, SideView};

/// The longest statement of a side that the brief prints in full, in characters.
const STATES: usize = 220;
/// The longest row of codes that the brief prints in full, in characters.
const CODES: usize = 90;
/// The longest proof that the brief prints in full, in characters.
const PROOF: usize = 420;

/// The two sides of a report and the words of its tables.
pub(super) struct FindingTable<'a> {
    /// Messages.
    pub(super) texts: &'a Texts,
    /// The left side.
    pub(super) left: &'a SideView,
    /// The right side.
    pub(super) right: &'a SideView,
    /// The head of the first column.
    pub(super) first: String,
    /// What the table holds, for those who do not see it.
    pub(super) about: String,
}

impl FindingTable<'_> {
    /// Writes findings as a table: what each is about with its sources as a note, both sides, who controls more, and below across the
    /// columns what proves it.
    pub(super) fn write(&self, document: &mut Document, findings: &[&FindingView], of_rules: bool) {
        let who = self.texts.get("office-who", &[]);
        let (left, right) = (self.left.place.short.as_str(), self.right.place.short.as_str());
        let columns = [(self.first.as_str(), 30), (left, 26), (right, 26), (who.as_str(), 18)];
        let rows = findings.iter().flat_map(|finding| self.rows(finding, of_rules)).collect::<Vec<_>>();
        document.table(&self.about, &columns, &rows);
    }

    fn rows<'f>(&self, finding: &'f FindingView, of_rules: bool) -> Vec<Vec<Cell<'f>>> {
        let mut about = Vec::new();
        if !of_rules {
            about.extend([Run::OwnedStrong(codes(finding)), Run::Plain(" ")]);
        }
        about.push(Run::Plain(finding.subject.as_str()));
        about.push(Run::Note(self.sources(finding)));
        let states = |side: &Option<CitedView>| match side {
            Some(side) => Cell::owned(shortened(&side.states, STATES)),
            None => Cell::owned(self.texts.get("office-no-control", &[])),
        };
        let verdict = Cell { direction: finding.direction, ..Cell::owned(self.verdict(finding)) };
        let mut rows = vec![vec![Cell::runs(about), states(&finding.left), states(&finding.right), verdict]];
        let proof = finding.witnesses.first().unwrap_or(&finding.explanation);
        let mut below: Vec<Vec<Run<'f>>> = Vec::new();
        if !of_rules && !proof.is_empty() {
            below.push(vec![Run::Owned(shortened(proof, PROOF))]);
        }
        below.extend(finding.reviews.iter().map(|review| vec![Run::OwnedStrong(crate::office::review(review, self.texts))]));
        if !below.is_empty() {
            for cell in rows.iter_mut().flatten() {
                cell.goes_on = true;
            }
            rows.push(vec![Cell { paragraphs: below, direction: "", figure: false, across: 4, goes_on: false }]);
        }
        rows
    }

    /// The pinpoint citations of both sides, as one note.
    fn sources(&self, finding: &FindingView) -> String {
        let cite = |side: &Option<CitedView>, of: &SideView| {
            let citation = side.as_ref().map(|side| side.citation.as_str()).filter(|citation| !citation.is_empty());
            citation.map(|citation| format!("{}: {citation}", of.place.short))
        };
        let cited: Vec<String> = [cite(&finding.left, self.left), cite(&finding.right, self.right)].into_iter().flatten().collect();
        let end = if cited.is_empty() { String::new() } else { ". ".to_owned() };
        let id = self.texts.get("office-finding-id", &[("id", finding.id.as_str().into())]);
        format!("{}{end}{id}", cited.join("; "))
    }

    /// Who controls more, for which destination, and how much it matters.
    fn verdict(&self, finding: &FindingView) -> String {
        let destination = if finding.destination.is_empty() { String::new() } else { format!(" ({})", finding.destination) };
        let severity = crate::office::word(self.texts, "office-severity-", finding.severity);
        format!("{}{destination}\n{severity}", crate::words::capitalised(&finding.verdict))
    }
}

/// The codes of both sides; of a finding that gathers many paragraphs the first few, and those of the left side alone.
fn codes(finding: &FindingView) -> String {
    let all = finding.codes.join(" / ");
    if all.chars().count() <= CODES { all } else { shortened(finding.codes.first().unwrap_or(&all), CODES) }
}
