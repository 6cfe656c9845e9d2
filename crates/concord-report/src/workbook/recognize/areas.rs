//! The sheets by area: verdicts and counts, exclusions.

use super::Source;
use crate::view::recognize::{AreaRow, CountsView, DirectionView, ExclusionView, TreatmentView};
use crate::workbook::cell::Cell;
use crate::workbook::table::Table;

impl Source<'_> {
    /// One row an area and direction: the verdict, what the lists say, what is open today.
    pub(super) fn areas(&self) -> Option<Table<'_>> {
        let columns = self.heads(&[
            ("recognize-column-area", 10.0),
            ("office-title", 40.0),
            ("recognize-column-verdict", 30.0),
            ("office-direction", 18.0),
            ("recognize-column-level", 16.0),
            ("recognize-column-possible", 44.0),
            ("recognize-column-controls", 10.0),
            ("recognize-column-covered", 10.0),
            ("recognize-column-short", 12.0),
            ("recognize-column-undecided", 11.0),
            ("recognize-column-elsewhere", 13.0),
            ("recognize-column-own", 30.0),
            ("office-today-free", 12.0),
            ("office-today-open", 16.0),
            ("office-today-undecided", 12.0),
            ("office-today-licence", 12.0),
            ("recognize-column-by", 24.0),
            ("office-today-despite", 34.0),
            ("office-not-counted", 44.0),
        ]);
        let rows = self.view.areas.iter().flat_map(|area| {
            let levels = [&area.left_accepts, &area.right_accepts];
            self.view.directions.iter().zip(levels).map(move |(direction, level)| self.area(area, direction, level))
        });
        let words = self.view.areas.iter().map(|area| (area.verdict.clone(), area.key));
        Table::new(self.texts, "office-sheet-areas", columns, 4, rows.collect()).map(|table| table.tinted(2, words))
    }

    fn area(&self, area: &AreaRow, direction: &DirectionView, level: &str) -> Vec<Cell> {
        let counts = direction.counts.iter().find(|counts| counts.code == area.code);
        let treatment = direction.treatment.iter().find(|treatment| treatment.title == area.title);
        let count = |of: fn(&CountsView) -> usize| {
            counts.filter(|counts| counts.not_compared.is_empty()).map_or(Cell::Empty, |counts| Cell::Count(of(counts)))
        };
        let today = |of: fn(&TreatmentView) -> usize| treatment.map_or(Cell::Empty, |treatment| Cell::Count(of(treatment)));
        let title = area.title.strip_prefix(&area.code).map_or(area.title.as_str(), str::trim_start);
        vec![
            Cell::text(&area.code),
            Cell::long(title),
            Cell::long(&area.verdict),
            Cell::text(&self.accepts(direction)),
            Cell::text(level),
            Cell::long(&area.possible),
            count(|counts| counts.controls),
            count(|counts| counts.covered),
            count(|counts| counts.short),
            count(|counts| counts.undecided),
            count(|counts| counts.elsewhere),
            Cell::long(counts.map_or("", |counts| &counts.own)),
            today(|treatment| treatment.free),
            today(|treatment| treatment.open),
            today(|treatment| treatment.undecided),
            today(|treatment| treatment.licence),
            Cell::long(treatment.map_or("", |treatment| &treatment.by)),
            Cell::long(treatment.map_or("", |treatment| &treatment.open_but_short)),
            Cell::long(counts.map_or("", |counts| &counts.not_compared)),
        ]
    }

    /// One row an entry of an exclusion list.
    pub(super) fn exclusions(&self) -> Option<Table<'_>> {
        let columns = self.heads(&[
            ("office-direction", 18.0),
            ("recognize-column-area", 10.0),
            ("office-own-code", 16.0),
            ("office-subject", 38.0),
            ("office-own-states", 40.0),
            ("office-partner-code", 16.0),
            ("office-partner-states", 40.0),
            ("recognize-column-proof", 60.0),
            ("office-explanation", 50.0),
            ("office-finding", 14.0),
            ("recognize-column-controls", 10.0),
            ("office-controls-codes", 34.0),
            ("office-own-source", 44.0),
            ("office-partner-source", 44.0),
        ]);
        let rows = self.view.directions.iter().flat_map(|direction| {
            let who = self.accepts(direction);
            direction.exclusions.iter().map(move |exclusion| row(&who, exclusion))
        });
        Table::new(self.texts, "office-sheet-exclusions", columns, 3, rows.collect())
    }
}

fn row(who: &str, exclusion: &ExclusionView) -> Vec<Cell> {
    vec![
        Cell::text(who),
        Cell::text(&exclusion.area),
        Cell::text(&exclusion.code),
        Cell::long(&exclusion.subject),
        Cell::long(&exclusion.states),
        Cell::text(&exclusion.partner_code),
        Cell::long(&exclusion.partner_states),
        Cell::long(&exclusion.witness),
        Cell::long(&exclusion.explanation),
        Cell::text(&exclusion.finding),
        Cell::Count(exclusion.controls.len()),
        Cell::long(&exclusion.controls.join(", ")),
        Cell::long(&exclusion.citation),
        Cell::long(&exclusion.partner_citation),
    ]
}
