//! Annexes: exclusion lists in full, counts by area, demands that are met, the policy.

use super::Source;
use crate::office;
use crate::view::recognize::{CountsView, DirectionView, ExclusionView};
use crate::word::document::{Run, shortened};
use crate::word::table::Cell;

/// The longest statement that the exclusion list prints in full, in characters.
const STATES: usize = 220;
/// The longest proof that it prints in full, in characters.
const PROOF: usize = 300;

impl<'a> Source<'a> {
    pub(super) fn annexes(&mut self) {
        self.exclusion_lists();
        self.counts();
        self.met();
        self.policy();
    }

    /// A heading of an annex.
    fn annex(&mut self, title: &str) {
        let text = self.paper.texts.get("office-annex", &[("title", title.into())]);
        self.paper.document.heading(1, &text);
    }

    fn exclusion_lists(&mut self) {
        if self.view.directions.iter().all(|direction| direction.exclusions.is_empty()) {
            return;
        }
        let title = self.text("recognize-heading-exclusions");
        self.annex(&title);
        for direction in self.view.directions.iter().filter(|direction| !direction.exclusions.is_empty()) {
            let texts = self.paper.texts;
            let who = office::accepts(&direction.grantor, &direction.partner, texts);
            self.paper.document.heading(2, &who);
            let own = texts.get("recognize-column-control", &[("grantor", (&direction.grantor.phrase).into())]);
            let other = texts.get("recognize-column-counterpart", &[("partner", (&direction.partner.phrase).into())]);
            let proof = self.text("recognize-column-proof");
            let columns = [(own.as_str(), 34), (other.as_str(), 28), (proof.as_str(), 38)];
            let (shown, plain): (Vec<&ExclusionView>, Vec<&ExclusionView>) =
                direction.exclusions.iter().partition(|exclusion| !exclusion.witness.is_empty() || !exclusion.explanation.is_empty());
            let rows: Vec<Vec<Cell<'_>>> = shown.into_iter().map(|exclusion| self.exclusion(exclusion, direction)).collect();
            if !rows.is_empty() {
                self.paper.document.table(&who, &columns, &rows);
            }
            if !plain.is_empty() {
                self.plain(&plain, direction);
            }
        }
    }

    /// Entries that no single finding shows.
    fn plain(&mut self, exclusions: &[&'a ExclusionView], direction: &DirectionView) {
        let mut runs = vec![Run::Owned(self.text("office-exclusion-plain"))];
        for (exclusion, at) in exclusions.iter().zip(0..) {
            let before = if at == 0 { " " } else { "; " };
            runs.push(Run::OwnedStrong(format!("{before}{} ", exclusion.code)));
            runs.push(Run::Plain(&exclusion.subject));
            runs.push(Run::Note(self.sources(exclusion, direction)));
        }
        runs.push(Run::Plain("."));
        self.paper.document.paragraph("Normal", &runs);
    }

    fn exclusion(&self, exclusion: &'a ExclusionView, direction: &DirectionView) -> Vec<Cell<'a>> {
        let mut about = exclusion.subject.clone();
        if !exclusion.states.is_empty() {
            about = format!("{about}{}{}", self.text("office-colon"), exclusion.states);
        }
        let own = vec![
            Run::OwnedStrong(format!("{} ", exclusion.code)),
            Run::Owned(shortened(&about, STATES)),
            Run::Note(self.sources(exclusion, direction)),
        ];
        let partner = if exclusion.partner_code.is_empty() {
            Vec::new()
        } else {
            vec![Run::OwnedStrong(format!("{} ", exclusion.partner_code)), Run::Owned(shortened(&exclusion.partner_states, STATES))]
        };
        let proof = [&exclusion.witness, &exclusion.explanation].into_iter().find(|text| !text.is_empty());
        let proof = proof.map_or_else(String::new, |proof| shortened(proof, PROOF));
        vec![Cell::runs(own), Cell::runs(partner), Cell::owned(proof)]
    }

    /// The pinpoint citations of both sides and the finding, as one note.
    fn sources(&self, exclusion: &ExclusionView, direction: &DirectionView) -> String {
        let sides = [(&direction.grantor, &exclusion.citation), (&direction.partner, &exclusion.partner_citation)];
        let cited: Vec<String> = sides
            .into_iter()
            .filter(|(_, citation)| !citation.is_empty())
            .map(|(place, citation)| format!("{}: {citation}", place.short))
            .collect();
        if exclusion.finding.is_empty() {
            return cited.join("; ");
        }
        let finding = self.paper.texts.get("office-finding-id", &[("id", (&exclusion.finding).into())]);
        format!("{}. {finding}", cited.join("; "))
    }

    /// What the lists say, area by area.
    fn counts(&mut self) {
        if self.view.directions.iter().all(|direction| direction.counts.is_empty()) {
            return;
        }
        let title = self.text("recognize-heading-lists");
        self.annex(&title);
        for direction in self.view.directions.iter().filter(|direction| !direction.counts.is_empty()) {
            let who = office::accepts(&direction.grantor, &direction.partner, self.paper.texts);
            self.paper.document.heading(2, &who);
            let Some(first) = direction.counts.first() else { continue };
            let alike = |area: &CountsView| area.own.is_empty() && area.not_compared == first.not_compared;
            if !first.not_compared.is_empty() && direction.counts.iter().all(alike) {
                self.paper.document.text(&format!("{}.", crate::words::capitalised(&first.not_compared)));
                continue;
            }
            let heads = [
                ("recognize-column-area", 20),
                ("recognize-column-level", 10),
                ("recognize-column-controls", 10),
                ("recognize-column-covered", 9),
                ("recognize-column-short", 10),
                ("recognize-column-undecided", 11),
                ("recognize-column-elsewhere", 12),
                ("recognize-column-own", 18),
            ];
            let rows: Vec<Vec<Cell<'_>>> = direction.counts.iter().map(|area| self.area(area)).collect();
            self.table(&who, &heads, &rows);
        }
    }

    fn area(&self, area: &'a CountsView) -> Vec<Cell<'a>> {
        let own = Cell::text(&area.own);
        if !area.not_compared.is_empty() {
            let why = Cell { across: 5, ..Cell::text(&area.not_compared) };
            return vec![Cell::text(&area.title), Cell::text(&area.level), why, own];
        }
        let counts = [area.controls, area.covered, area.short, area.undecided, area.elsewhere].map(|count| self.figure(count));
        [Cell::text(&area.title), Cell::text(&area.level)].into_iter().chain(counts).chain([own]).collect()
    }

    /// Demands that are met.
    fn met(&mut self) {
        if self.view.directions.iter().all(|direction| direction.met.is_empty()) {
            return;
        }
        let title = self.text("office-demands-met");
        self.annex(&title);
        for direction in self.view.directions.iter().filter(|direction| !direction.met.is_empty()) {
            let title = self.paper.texts.get("recognize-heading-met", &[("partner", (&direction.partner.phrase).into())]);
            self.paper.document.heading(2, &title);
            self.questions(&title, direction, &direction.met);
        }
    }

    fn policy(&mut self) {
        let view = self.view;
        let title = self.paper.texts.get("recognize-heading-policy", &[("title", (&view.policy.title).into())]);
        self.annex(&title);
        self.paper.document.text(&view.policy.about);
        if let Some(lists) = &view.policy.lists {
            let shares = [
                ("recognize-policy-tolerated", &lists.tolerated),
                ("recognize-policy-conditional", &lists.conditional),
                ("recognize-policy-undecided", &lists.undecided),
            ];
            for (key, share) in shares {
                let text = format!("{}{}{share}", self.text(key), self.text("office-colon"));
                self.paper.document.bullet(&text);
            }
        }
        let keys = ["demand", "limits", "lacking", "why"].map(|key| self.text(&format!("recognize-column-{key}")));
        let heads = keys.iter().chain([&view.left.short, &view.right.short]).map(String::as_str);
        let columns: Vec<(&str, u32)> = heads.zip([34, 8, 13, 21, 12, 12]).collect();
        let state = |state: &str| Cell::owned(self.text(&format!("recognize-state-{state}")));
        let rows: Vec<Vec<Cell<'_>>> = view
            .policy
            .demands
            .iter()
            .map(|demand| {
                let lacking = self.text(&format!("recognize-lacking-{}", demand.lacking));
                let asks = [Cell::text(&demand.asks), Cell::text(&demand.areas), Cell::owned(lacking), Cell::text(&demand.why)];
                asks.into_iter().chain([state(demand.met_by.0), state(demand.met_by.1)]).collect()
            })
            .collect();
        if !rows.is_empty() {
            self.paper.document.table(&title, &columns, &rows);
        }
    }
}
