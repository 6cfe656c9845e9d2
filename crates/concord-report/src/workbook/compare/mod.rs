//! The workbook of a comparison: everything, to be filtered, sorted and copied from.

mod layers;
mod pages;
mod tables;

use std::collections::BTreeMap;

use super::WorkbookError;
use super::book::{self, Book};
use super::cell::Cell;
use crate::lang::{Language, Texts};
use crate::view::{CompareView, LedgerRow, LedgerView, SideView};

/// What every sheet is made from.
struct Source<'a> {
    view: &'a CompareView,
    ledger: &'a LedgerView,
    texts: &'static Texts,
    /// The sheet of each finding, by the key of its name, and its row there, from 1.
    rows: BTreeMap<String, (&'static str, usize)>,
}

/// The bytes of a workbook with the sheets summary, findings, layers, matches, thresholds, provisions, unknowns and method; sheets of which a
/// comparison has nothing to say are left out.
pub fn compare(view: &CompareView, ledger: &LedgerView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let texts = Texts::of(language);
    let (above, own): (Vec<&LedgerRow>, Vec<&LedgerRow>) = ledger.findings.iter().partition(|row| row.above.is_some());
    let placed = |sheet: &'static str, rows: Vec<&'_ LedgerRow>| -> Vec<(String, (&'static str, usize))> {
        rows.into_iter().zip(2..).map(|(row, at)| (row.finding.id.clone(), (sheet, at))).collect()
    };
    let rows = placed("office-sheet-findings", own).into_iter().chain(placed("office-sheet-layers", above)).collect();
    let source = Source { view, ledger, texts, rows };
    Book {
        texts,
        title: source.title(),
        as_of: &ledger.as_of,
        marking: &view.marking,
        summary: source.summary(),
        tables: vec![
            source.findings(),
            source.layers(),
            source.layer_counts(),
            source.matches(),
            source.thresholds(),
            source.provisions(),
            source.unknowns(),
        ],
        method: source.method(),
    }
    .pack()
}

impl Source<'_> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn heads(&self, heads: &[(&str, f64)]) -> Vec<(String, f64)> {
        book::heads(self.texts, heads)
    }

    fn title(&self) -> String {
        let (left, right) = (&self.view.left.place.name, &self.view.right.place.name);
        self.texts.get("office-compare-title", &[("left", left.into()), ("right", right.into())])
    }

    /// A head of a column about one side.
    fn of(&self, key: &str, side: &SideView) -> String {
        self.texts.get(key, &[("side", side.place.short.as_str().into())])
    }

    /// How grave a finding is, in words.
    fn severity(&self, key: &str) -> String {
        crate::office::word(self.texts, "office-severity-", key)
    }

    /// A cell that leads to a finding's row.
    fn jump(&self, id: &str) -> Cell {
        match self.rows.get(id) {
            Some((sheet, row)) => Cell::Jump { text: id.to_owned(), sheet: self.text(sheet), cell: format!("A{row}") },
            None => Cell::text(id),
        }
    }
}
