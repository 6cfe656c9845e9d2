//! The sheets on rules: conditions, unknown facts, answers, arrangements and the policy's demands.

use super::Source;
use crate::view::recognize::{ConditionView, DirectionView, QuestionView, SideAnswer};
use crate::workbook::cell::Cell;
use crate::workbook::table::Table;

/// The heads of a question with both answers.
const QUESTION: [(&str, f64); 7] = [
    ("recognize-column-question", 50.0),
    ("office-met", 10.0),
    ("office-partner-answer", 40.0),
    ("office-partner-source", 44.0),
    ("office-grantor-answer", 40.0),
    ("office-grantor-source", 44.0),
    ("office-why-open", 34.0),
];

impl Source<'_> {
    /// One row a condition and question that it is about.
    pub(super) fn conditions(&self) -> Option<Table<'_>> {
        let mut columns = self.heads(&[
            ("office-direction", 18.0),
            ("office-number", 6.0),
            ("office-step", 24.0),
            ("office-condition", 60.0),
            ("recognize-column-limits", 22.0),
            ("recognize-until", 20.0),
            ("recognize-column-why", 40.0),
        ]);
        columns.extend(self.heads(&QUESTION));
        let of = |direction: &DirectionView| {
            let who = self.accepts(direction);
            direction.conditions.iter().flat_map(move |condition| self.condition(&who, condition)).collect::<Vec<_>>()
        };
        let rows = self.view.directions.iter().flat_map(of).collect();
        Table::new(self.texts, "office-sheet-conditions", columns, 2, rows)
    }

    fn condition(&self, who: &str, condition: &ConditionView) -> Vec<Vec<Cell>> {
        let cells = || {
            vec![
                Cell::text(who),
                Cell::Count(condition.number),
                Cell::long(&crate::office::word(self.texts, "office-step-", condition.kind)),
                Cell::long(&condition.sentence),
                Cell::long(&condition.areas.words),
                Cell::long(&condition.until),
                Cell::long(&condition.why),
            ]
        };
        if condition.rows.is_empty() {
            return vec![cells().into_iter().chain(QUESTION.map(|_| Cell::Empty)).collect()];
        }
        condition.rows.iter().map(|row| cells().into_iter().chain(self.question(row)).collect()).collect()
    }

    fn question(&self, row: &QuestionView) -> [Cell; 7] {
        let part = |answer: &Option<SideAnswer>, part: fn(&SideAnswer) -> &String| {
            answer.as_ref().map_or(Cell::Empty, |answer| Cell::long(part(answer)))
        };
        [
            Cell::long(&row.question),
            Cell::Text(self.text(&format!("recognize-state-{}", row.state))),
            part(&row.partner, |answer| &answer.states),
            part(&row.partner, |answer| &answer.citation),
            part(&row.grantor, |answer| &answer.states),
            part(&row.grantor, |answer| &answer.citation),
            Cell::long(&row.reason),
        ]
    }

    /// One row an unknown fact that could change a verdict.
    pub(super) fn unknowns(&self) -> Option<Table<'_>> {
        let columns = self.heads(&[
            ("office-direction", 18.0),
            ("office-unknown-fact", 70.0),
            ("recognize-column-limits", 26.0),
            ("office-if-against", 40.0),
            ("office-if-for", 40.0),
        ]);
        let rows = self.view.directions.iter().flat_map(|direction| {
            let who = self.accepts(direction);
            direction.unknowns.iter().map(move |unknown| {
                vec![
                    Cell::text(&who),
                    Cell::long(&unknown.sentence),
                    Cell::long(&unknown.areas.words),
                    Cell::long(&unknown.if_against),
                    Cell::long(&unknown.if_for),
                ]
            })
        });
        Table::new(self.texts, "office-sheet-unknowns", columns, 1, rows.collect())
    }

    /// One row a question that is no condition: who may use it, safeguards, suspension, demands that are met.
    pub(super) fn answers(&self) -> Option<Table<'_>> {
        let mut columns = self.heads(&[("office-direction", 18.0), ("office-part", 20.0)]);
        // Outside conditions nobody asks whether an answer meets a demand.
        let [question, _, rest @ ..] = QUESTION;
        columns.extend(self.heads(&[question]).into_iter().chain(self.heads(&rest)));
        let rows = self.view.directions.iter().flat_map(|direction| {
            let who = self.accepts(direction);
            let parts = [
                ("recognize-heading-users", &direction.users),
                ("recognize-heading-safeguards", &direction.safeguards),
                ("recognize-heading-suspension", &direction.suspension),
                ("office-demand-met", &direction.met),
            ];
            parts.into_iter().flat_map(move |(key, rows)| {
                let start = [Cell::text(&who), Cell::long(&self.text(key))];
                rows.iter().map(move |row| {
                    let [question, _, rest @ ..] = self.question(row);
                    start.iter().cloned().chain([question]).chain(rest).collect()
                })
            })
        });
        Table::new(self.texts, "office-sheet-answers", columns, 2, rows.collect())
    }

    /// One row an arrangement that exists.
    pub(super) fn arrangements(&self) -> Option<Table<'_>> {
        let columns = self.heads(&[
            ("office-direction", 18.0),
            ("office-arrangement", 36.0),
            ("office-instrument", 30.0),
            ("office-holds", 40.0),
            ("recognize-existing-covers", 50.0),
            ("recognize-existing-terms", 50.0),
            ("recognize-existing-from", 12.0),
            ("office-beside", 50.0),
            ("recognize-column-source", 44.0),
            ("office-note", 44.0),
        ]);
        let rows = self.view.directions.iter().flat_map(|direction| {
            let who = self.accepts(direction);
            direction.existing.iter().map(move |existing| {
                vec![
                    Cell::text(&who),
                    Cell::long(&existing.name),
                    Cell::long(&existing.vehicle),
                    Cell::long(&existing.holds),
                    Cell::long(&existing.covers),
                    Cell::long(&existing.conditions),
                    if existing.from.is_empty() { Cell::Empty } else { Cell::Day(existing.from.clone()) },
                    Cell::long(&existing.beside),
                    Cell::long(&existing.citation),
                    Cell::long(&existing.note),
                ]
            })
        });
        Table::new(self.texts, "office-sheet-arrangements", columns, 2, rows.collect())
    }

    /// One row a demand of the policy.
    pub(super) fn policy(&self) -> Option<Table<'_>> {
        let mut columns = self.heads(&[
            ("recognize-column-demand", 80.0),
            ("recognize-column-limits", 14.0),
            ("recognize-column-lacking", 22.0),
            ("recognize-column-why", 50.0),
        ]);
        let meets = |who: &str| self.texts.get("office-meets", &[("who", who.into())]);
        columns.extend([&self.view.left, &self.view.right].map(|side| (meets(&side.short), 14.0)));
        columns.extend(self.heads(&[("office-about", 34.0)]));
        let state = |state: &str| self.text(&format!("recognize-state-{state}"));
        let rows = self.view.policy.demands.iter().map(|demand| {
            vec![
                Cell::long(&demand.asks),
                Cell::text(&demand.areas),
                Cell::long(&self.text(&format!("recognize-lacking-{}", demand.lacking))),
                Cell::long(&demand.why),
                Cell::Text(state(demand.met_by.0)),
                Cell::Text(state(demand.met_by.1)),
                Cell::text(&demand.about),
            ]
        });
        let words = [("met", "free"), ("unmet", "asked"), ("open", "open")].map(|(key, tint)| (state(key), tint));
        let table = Table::new(self.texts, "office-sheet-policy", columns, 1, rows.collect())?;
        Some(table.tinted(4, words.clone()).tinted(5, words))
    }
}
