//! The sheets that are tables: findings, matches, thresholds, provisions, unknowns.

use super::Source;
use crate::view::{CitedView, LedgerRow, LimitView};
use crate::workbook::cell::Cell;
use crate::workbook::table::Table;

impl Source<'_> {
    pub(super) fn findings(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = self.heads(&[("office-finding", 14.0), ("office-category", 9.0), ("office-topic", 18.0)]);
        columns.extend([(self.of("office-code-of", left), 16.0), (self.of("office-code-of", right), 16.0)]);
        columns.extend(self.heads(&[
            ("office-subject", 38.0),
            ("office-parameter", 22.0),
            ("office-who", 20.0),
            ("office-severity", 10.0),
            ("office-layer", 18.0),
        ]));
        columns.extend([(self.of("office-states-of", left), 34.0), (self.of("office-states-of", right), 34.0)]);
        columns.extend(self.heads(&[
            ("office-explanation", 60.0),
            ("office-proof", 60.0),
            ("office-stopped", 40.0),
            ("office-follows", 24.0),
            ("office-destination", 14.0),
        ]));
        columns.extend([(self.of("office-source-of", left), 44.0), (self.of("office-source-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-rule", 28.0), ("office-stratum", 16.0), ("office-accepted", 30.0), ("office-reviews", 44.0)]));
        let own = || self.ledger.findings.iter().filter(|row| row.above.is_none());
        let rows = own().map(|row| self.finding(row)).collect();
        Table::new(self.texts, "office-sheet-findings", columns, 1, rows).map(|table| table.tinted(7, directions(own())))
    }

    fn finding(&self, row: &LedgerRow) -> Vec<Cell> {
        let finding = &row.finding;
        let part =
            |side: &Option<CitedView>, part: fn(&CitedView) -> &String| side.as_ref().map_or_else(String::new, |side| part(side).clone());
        let source = |cited: &Option<CitedView>| cited.as_ref().map_or(Cell::Empty, |side| Cell::link(&side.citation, &side.url));
        vec![
            Cell::text(&finding.id),
            Cell::text(&row.finding.category),
            Cell::text(&row.finding.topic),
            Cell::text(&part(&finding.left, |side| &side.code)),
            Cell::text(&part(&finding.right, |side| &side.code)),
            Cell::long(&finding.subject),
            Cell::long(&finding.parameter),
            Cell::text(&row.side),
            Cell::Text(self.severity(finding.severity)),
            Cell::text(&finding.layer),
            Cell::long(&part(&finding.left, |side| &side.states)),
            Cell::long(&part(&finding.right, |side| &side.states)),
            Cell::long(&finding.explanation),
            Cell::long(&finding.witnesses.join("\n")),
            Cell::long(&finding.reasons.join("\n")),
            Cell::long(&finding.follows.join(", ")),
            Cell::text(&finding.destination),
            source(&finding.left),
            source(&finding.right),
            Cell::text(&finding.rule),
            Cell::text(&crate::office::word(self.texts, "office-stratum-", &row.finding.stratum)),
            Cell::long(&finding.accepted),
            Cell::long(&finding.reviews.iter().map(|review| crate::office::review(review, self.texts)).collect::<Vec<_>>().join("\n")),
        ]
    }

    pub(super) fn matches(&self) -> Option<Table<'_>> {
        let mut columns = vec![(self.view.left.place.short.clone(), 18.0), (self.view.right.place.short.clone(), 18.0)];
        columns.extend(self.heads(&[
            ("office-relation", 44.0),
            ("office-predicate", 12.0),
            ("office-confidence", 12.0),
            ("office-subject-to", 40.0),
            ("office-justification", 80.0),
        ]));
        let rows = self.ledger.matches.iter().map(|pair| {
            vec![
                Cell::text(&pair.left),
                Cell::text(&pair.right),
                Cell::text(&pair.relation),
                Cell::text(&pair.predicate),
                Cell::Share(f64::from(pair.confidence) / 100.0),
                Cell::long(&pair.subject_to.join(", ")),
                Cell::long(&pair.justification),
            ]
        });
        Table::new(self.texts, "office-sheet-matches", columns, 2, rows.collect())
    }

    pub(super) fn thresholds(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = vec![(self.of("office-code-of", left), 16.0), (self.of("office-code-of", right), 16.0)];
        columns.extend(self.heads(&[("office-parameter", 44.0)]));
        for side in [left, right] {
            columns.extend([
                (self.of("office-limit-of", side), 26.0),
                (self.of("office-from-of", side), 12.0),
                (self.of("office-to-of", side), 12.0),
                (self.of("office-unit-of", side), 12.0),
            ]);
        }
        columns.extend(self.heads(&[("office-relation", 44.0), ("office-finding", 14.0)]));
        let limit = |limit: &Option<LimitView>| {
            limit.as_ref().map_or_else(
                || vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
                |limit| {
                    vec![Cell::text(&limit.written), Cell::number(limit.at_least), Cell::number(limit.at_most), Cell::text(&limit.unit)]
                },
            )
        };
        let rows = self.ledger.thresholds.iter().map(|row| {
            let mut cells = vec![Cell::text(&row.left_code), Cell::text(&row.right_code), Cell::long(&row.parameter)];
            cells.extend(limit(&row.left));
            cells.extend(limit(&row.right));
            cells.push(Cell::text(&row.relation));
            cells.push(if row.finding.is_empty() { Cell::Empty } else { self.jump(&row.finding) });
            cells
        });
        Table::new(self.texts, "office-sheet-thresholds", columns, 3, rows.collect())
    }

    pub(super) fn provisions(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = self.heads(&[("office-topic", 24.0), ("office-question", 60.0), ("office-weight", 9.0), ("office-who", 30.0)]);
        columns.extend([(left.place.short.clone(), 44.0), (right.place.short.clone(), 44.0)]);
        columns.extend([(self.of("office-source-of", left), 44.0), (self.of("office-source-of", right), 44.0)]);
        columns.extend([(self.of("office-notes-of", left), 44.0), (self.of("office-notes-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-attribute", 28.0), ("office-finding", 14.0)]));
        let rows = self.ledger.provisions.iter().map(|row| {
            vec![
                Cell::long(&row.topic),
                Cell::long(&row.question),
                Cell::Count(row.weight as usize),
                Cell::text(&row.standing),
                Cell::long(&row.left.states),
                Cell::long(&row.right.states),
                Cell::long(&row.left.citation),
                Cell::long(&row.right.citation),
                Cell::long(&row.left.notes.join("\n")),
                Cell::long(&row.right.notes.join("\n")),
                Cell::text(&row.attribute),
                if row.finding.is_empty() { Cell::Empty } else { self.jump(&row.finding) },
            ]
        });
        let words = self.ledger.provisions.iter().map(|row| (row.standing.clone(), row.direction));
        Table::new(self.texts, "office-sheet-provisions", columns, 2, rows.collect()).map(|table| table.tinted(3, words))
    }

    /// What could not be decided and what is not known.
    pub(super) fn unknowns(&self) -> Option<Table<'_>> {
        let mut columns =
            self.heads(&[("office-kind", 18.0), ("office-finding", 14.0), ("office-control", 22.0), ("office-subject", 50.0)]);
        columns.extend([(self.view.left.place.short.clone(), 40.0), (self.view.right.place.short.clone(), 40.0)]);
        columns.extend(self.heads(&[("office-stopped", 70.0)]));
        let states = |side: &Option<CitedView>| Cell::long(side.as_ref().map_or("", |side| &side.states));
        let row = |kind: &str, row: &LedgerRow| {
            let finding = &row.finding;
            let why = if finding.reasons.is_empty() { finding.explanation.clone() } else { finding.reasons.join("\n") };
            vec![
                Cell::Text(self.text(kind)),
                self.jump(&finding.id),
                Cell::text(&finding.codes.join(" / ")),
                Cell::long(&finding.subject),
                states(&finding.left),
                states(&finding.right),
                Cell::long(&why),
            ]
        };
        let undecided = self.ledger.findings.iter().filter(|finding| finding.finding.direction == "incomparable");
        let rows = undecided.map(|finding| row("office-undecided", finding));
        let rows = rows.chain(self.ledger.gaps.iter().map(|gap| row("office-not-known", gap)));
        Table::new(self.texts, "office-sheet-unknowns", columns, 2, rows.collect())
    }
}

/// The words for who controls more, each with the key of its direction.
fn directions<'a>(rows: impl Iterator<Item = &'a LedgerRow>) -> impl Iterator<Item = (String, &'static str)> {
    rows.map(|row| (row.side.clone(), row.finding.direction))
}
