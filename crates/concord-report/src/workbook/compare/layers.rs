//! The sheets on the layers above the list: findings, and how every layer stands for every destination.

use super::Source;
use crate::view::{AboveView, CitedView, LayerCountRow, LedgerRow};
use crate::workbook::cell::Cell;
use crate::workbook::table::Table;

impl Source<'_> {
    /// Findings on the layers above the list, one row a group of pairs for which both sides say the same.
    pub(super) fn layers(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = self.heads(&[
            ("office-finding", 14.0),
            ("office-destination", 20.0),
            ("office-layer", 26.0),
            ("office-who", 26.0),
            ("office-severity", 10.0),
            ("office-pairs", 8.0),
        ]);
        columns.extend([(self.of("office-codes-of", left), 34.0), (self.of("office-codes-of", right), 34.0)]);
        columns.extend([(self.of("office-states-of", left), 44.0), (self.of("office-states-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-explanation", 60.0), ("office-stopped", 40.0)]));
        columns.extend([(self.of("office-source-of", left), 44.0), (self.of("office-source-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-rule", 28.0), ("office-accepted", 30.0), ("office-reviews", 44.0)]));
        let rows = self.above().map(|(row, above)| self.layer(row, above)).collect();
        let words = self.above().map(|(row, above)| (above.verdict.clone(), row.finding.direction));
        Table::new(self.texts, "office-sheet-layers", columns, 3, rows).map(|table| table.tinted(3, words))
    }

    fn above(&self) -> impl Iterator<Item = (&LedgerRow, &AboveView)> {
        self.ledger.findings.iter().filter_map(|row| Some((row, row.above.as_ref()?)))
    }

    fn layer(&self, row: &LedgerRow, above: &AboveView) -> Vec<Cell> {
        let finding = &row.finding;
        let part =
            |side: &Option<CitedView>, part: fn(&CitedView) -> &String| side.as_ref().map_or(Cell::Empty, |side| Cell::long(part(side)));
        let source = |side: &Option<CitedView>| side.as_ref().map_or(Cell::Empty, |side| Cell::link(&side.citation, &side.url));
        let reviews = finding.reviews.iter().map(|review| crate::office::review(review, self.texts)).collect::<Vec<_>>();
        vec![
            Cell::text(&finding.id),
            Cell::text(&above.destination),
            Cell::text(&finding.layer),
            Cell::long(&above.verdict),
            Cell::Text(self.severity(finding.severity)),
            if above.pairs == 0 { Cell::Empty } else { Cell::Count(above.pairs) },
            part(&finding.left, |side| &side.code),
            part(&finding.right, |side| &side.code),
            part(&finding.left, |side| &side.states),
            part(&finding.right, |side| &side.states),
            Cell::long(&finding.explanation),
            Cell::long(&finding.reasons.join("\n")),
            source(&finding.left),
            source(&finding.right),
            Cell::text(&finding.rule),
            Cell::long(&finding.accepted),
            Cell::long(&reviews.join("\n")),
        ]
    }

    /// How many pairs stand how, one row a destination and layer.
    pub(super) fn layer_counts(&self) -> Option<Table<'_>> {
        let stricter = |side: &str| self.texts.get("layers-stricter", &[("who", side.into())]);
        let mut columns = self.heads(&[
            ("office-destination", 26.0),
            ("office-code", 8.0),
            ("office-layer", 32.0),
            ("layers-asked", 10.0),
            ("layers-alike", 10.0),
        ]);
        columns.extend([&self.view.left, &self.view.right].map(|side| (stricter(&side.place.short), 16.0)));
        columns.extend(self.heads(&[
            ("layers-in-part", 14.0),
            ("layers-not-ordered", 14.0),
            ("layers-not-known", 14.0),
            ("layers-does-not-arise", 16.0),
        ]));
        let row = |row: &LayerCountRow| {
            let of = &row.counts;
            let counts = [of.of, of.same, of.left, of.right, of.overlap, of.incomparable, of.unknown, of.not_applicable];
            let names = [Cell::text(&row.destination), Cell::text(&row.code), Cell::text(&of.layer)].into_iter();
            names.chain(counts.map(Cell::Count)).collect()
        };
        let rows = self.ledger.layer_counts.iter().map(row).collect();
        Table::new(self.texts, "office-sheet-layer-counts", columns, 3, rows)
    }
}
