//! What one side may accept of the other.

use super::{Source, said};
use crate::view::recognize::{ConditionView, DirectionView, ExclusionView, ExistingView};
use crate::word::document::Run;
use crate::word::table::Cell;

impl<'a> Source<'a> {
    /// One direction: conditions, exclusions by area, what is open today, who may use it, safeguards, suspension, arrangements.
    pub(super) fn direction(&mut self, direction: &'a DirectionView) {
        let args = [("grantor", (&direction.grantor.phrase).into()), ("partner", (&direction.partner.phrase).into())];
        let title = self.paper.texts.get("recognize-heading-direction", &args);
        self.paper.document.heading(1, &title);
        for sentence in &direction.answer {
            self.paper.document.text(sentence);
        }
        self.conditions(direction);
        self.exclusions(direction);
        self.treatment(direction);
        let parts = [
            ("recognize-heading-users", &direction.users),
            ("recognize-heading-safeguards", &direction.safeguards),
            ("recognize-heading-suspension", &direction.suspension),
        ];
        for (key, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
            self.paper.heading(2, key);
            let about = self.text(key);
            self.questions(&about, direction, rows);
        }
        self.paper.heading(2, "recognize-heading-existing");
        for existing in &direction.existing {
            self.existing(existing);
        }
        if direction.existing.is_empty() {
            let none = self.paper.texts.get("recognize-existing-none", &[("grantor", (&direction.grantor.phrase).into())]);
            self.paper.document.text(&none);
        }
    }

    fn conditions(&mut self, direction: &'a DirectionView) {
        self.paper.heading(2, "recognize-heading-conditions");
        if direction.conditions.is_empty() {
            let none = self.text("recognize-no-conditions");
            self.paper.document.text(&none);
            return;
        }
        let heads = [("office-number", 6), ("office-condition", 58), ("recognize-column-limits", 18), ("recognize-until", 18)];
        let rows: Vec<Vec<Cell<'_>>> = direction.conditions.iter().flat_map(condition).collect();
        let about = self.text("recognize-heading-conditions");
        self.table(&about, &heads, &rows);
    }

    /// The exclusion list by area; its entries stand in an annex.
    fn exclusions(&mut self, direction: &'a DirectionView) {
        if direction.exclusions.is_empty() {
            return;
        }
        self.paper.heading(2, "recognize-heading-exclusions");
        let where_told = self.text("office-exclusions-annex");
        self.paper.document.lead(&where_told);
        let areas: Vec<(&'a str, Vec<&'a ExclusionView>)> = self
            .view
            .areas
            .iter()
            .map(|area| (area.title.as_str(), direction.exclusions.iter().filter(|exclusion| exclusion.area == area.code).collect()))
            .filter(|(_, exclusions): &(&str, Vec<&ExclusionView>)| !exclusions.is_empty())
            .collect();
        let rows: Vec<Vec<Cell<'_>>> = areas
            .iter()
            .map(|(title, exclusions)| {
                let mut codes: Vec<&str> = exclusions.iter().map(|exclusion| exclusion.code.as_str()).collect();
                codes.dedup();
                let controls = exclusions.iter().map(|exclusion| exclusion.controls.len()).sum();
                vec![Cell::text(title), self.figure(exclusions.len()), self.figure(controls), Cell::owned(codes.join(", "))]
            })
            .collect();
        let heads = [
            ("recognize-column-area", 28),
            ("office-exclusion-entries", 10),
            ("recognize-column-controls", 10),
            ("office-exclusion-codes", 52),
        ];
        let about = self.text("recognize-heading-exclusions");
        self.table(&about, &heads, &rows);
    }

    /// How the partner is treated today.
    fn treatment(&mut self, direction: &'a DirectionView) {
        if direction.treatment.is_empty() {
            return;
        }
        let partner = ("partner", (&direction.partner.phrase).into());
        let title = self.paper.texts.get("recognize-heading-treatment", std::slice::from_ref(&partner));
        let despite = self.paper.texts.get("recognize-column-despite", &[partner]);
        self.paper.document.heading(2, &title);
        self.paper.document.lead(&direction.treatment_note);
        let keys = ["area", "controls", "free", "open", "undecided", "licence", "by"];
        let heads = keys.map(|key| self.text(&format!("recognize-column-{key}")));
        let shares = [18, 10, 8, 14, 11, 10, 14];
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip(shares).chain([(despite.as_str(), 15)]).collect();
        let rows: Vec<Vec<Cell<'_>>> = direction
            .treatment
            .iter()
            .map(|area| {
                let counts = [area.controls, area.free, area.open, area.undecided, area.licence].map(|count| self.figure(count));
                let texts = [&area.by, &area.open_but_short].map(|text| Cell::text(text));
                std::iter::once(Cell::text(&area.title)).chain(counts).chain(texts).collect()
            })
            .collect();
        self.paper.document.table(&title, &columns, &rows);
    }

    fn existing(&mut self, existing: &'a ExistingView) {
        let name = format!("{} ({})", existing.name, existing.vehicle);
        let holds = format!("{} {}. {}", self.text("office-colon").trim_end(), existing.holds.trim_end_matches('.'), existing.beside);
        let mut runs = vec![Run::OwnedStrong(name), Run::Owned(holds)];
        if !existing.citation.is_empty() {
            runs.push(Run::Note(existing.citation.clone()));
        }
        self.paper.document.paragraph("Normal", &runs);
        let since = if existing.from.is_empty() { String::new() } else { self.paper.texts.date(&existing.from) };
        let points = [
            ("recognize-existing-covers", &existing.covers),
            ("recognize-existing-terms", &existing.conditions),
            ("recognize-existing-from", &since),
        ];
        for (key, text) in points.into_iter().filter(|(_, text)| !text.is_empty()) {
            let text = format!("{}{}{text}", self.text(key), self.text("office-colon"));
            self.paper.document.bullet(&text);
        }
        if !existing.note.is_empty() {
            self.paper.document.bullet(&existing.note);
        }
    }
}

/// The rows of a condition: who must do what, where and until when; below, why it is asked, and both answers with their sources as notes.
fn condition(condition: &ConditionView) -> Vec<Vec<Cell<'_>>> {
    let mut below: Vec<Vec<Run<'_>>> = Vec::new();
    if !condition.why.is_empty() {
        below.push(vec![Run::Plain(&condition.why)]);
    }
    let mut asked = "";
    for row in &condition.rows {
        // A question that is put of one country after the other is told once.
        if asked != row.question || below.is_empty() {
            asked = &row.question;
            below.push(vec![Run::Plain(&row.question)]);
        } else if let Some(runs) = below.last_mut() {
            runs.push(Run::Plain(";"));
        }
        let mut runs = Vec::new();
        for answer in [&row.partner, &row.grantor].into_iter().flatten() {
            runs.push(Run::OwnedStrong(format!(" {}: ", answer.who)));
            runs.extend(said(Some(answer)));
        }
        if !row.reason.is_empty() {
            runs.push(Run::Owned(format!(" ({})", row.reason)));
        }
        if let Some(known) = below.last_mut() {
            known.append(&mut runs);
        }
    }
    let until = Cell { direction: if condition.refuses { "not-recognisable" } else { "" }, ..Cell::text(&condition.until) };
    let mut row = vec![
        Cell::owned_figure(condition.number.to_string()),
        Cell::runs(vec![Run::OwnedStrong(condition.sentence.clone())]),
        Cell::text(&condition.areas.words),
        until,
    ];
    if below.is_empty() {
        return vec![row];
    }
    for cell in &mut row {
        cell.goes_on = true;
    }
    vec![row, vec![Cell { paragraphs: below, direction: "", figure: false, across: 4, goes_on: false }]]
}
