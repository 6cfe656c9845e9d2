//! Tables of findings.

use super::document::{Document, Run};
use super::table::Cell;
use crate::lang::Texts;
use crate::view::{CitedView, FindingView, SideView};

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
    /// Writes findings as a table: what it is about with its sources as a note, who controls more, both sides, and what proves it.
    pub(super) fn write(&self, document: &mut Document, findings: &[&FindingView], of_rules: bool) {
        let (who, proof) = (self.texts.get("office-who", &[]), self.texts.get("office-proof", &[]));
        let (left, right) = (self.left.place.short.as_str(), self.right.place.short.as_str());
        let mut columns = vec![(self.first.as_str(), 24), (who.as_str(), 17), (left, 22), (right, 22)];
        if !of_rules {
            columns.push((proof.as_str(), 28));
        }
        let none = self.texts.get("office-no-control", &[]);
        let codes: Vec<String> = findings.iter().map(|finding| finding.codes.join(" / ")).collect();
        let verdicts: Vec<String> = findings.iter().map(|finding| self.verdict(finding)).collect();
        let rows: Vec<Vec<Cell<'_>>> = findings
            .iter()
            .zip(codes.iter().zip(&verdicts))
            .map(|(finding, (codes, verdict))| {
                let mut about = if of_rules { Vec::new() } else { vec![Run::Strong(codes.as_str()), Run::Plain(" ")] };
                about.push(Run::Plain(finding.subject.as_str()));
                about.extend(self.sources(finding).map(Run::Note));
                let states = |side: &'_ Option<CitedView>| side.as_ref().map_or_else(|| none.clone(), |side| side.states.clone());
                let states = [states(&finding.left), states(&finding.right)];
                (about, verdict, states, finding)
            })
            .map(|(about, verdict, states, finding)| {
                let mut row = vec![Cell::runs(about), Cell { direction: finding.direction, ..Cell::text(verdict) }];
                row.extend(states.into_iter().map(Cell::owned));
                if !of_rules {
                    let proof = finding.witnesses.first().unwrap_or(&finding.explanation);
                    row.push(Cell::text(proof));
                }
                row
            })
            .collect();
        document.table(&self.about, &columns, &rows);
    }

    fn verdict(&self, finding: &FindingView) -> String {
        let destination = if finding.destination.is_empty() { String::new() } else { format!(" ({})", finding.destination) };
        format!("{}{destination}\n{}", crate::words::capitalised(&finding.verdict), finding.severity)
    }

    /// The pinpoint citations of both sides, as one note.
    fn sources(&self, finding: &FindingView) -> Option<String> {
        let cite = |side: &Option<CitedView>, of: &SideView| {
            let citation = side.as_ref().map(|side| side.citation.as_str()).filter(|citation| !citation.is_empty());
            citation.map(|citation| format!("{}: {citation}", of.place.short))
        };
        let cited: Vec<String> = [cite(&finding.left, self.left), cite(&finding.right, self.right)].into_iter().flatten().collect();
        let end = if cited.is_empty() { String::new() } else { ". ".to_owned() };
        let id = self.texts.get("office-finding-id", &[("id", finding.id.as_str().into())]);
        Some(format!("{}{end}{id}", cited.join("; ")))
    }
}
