//! The workbook of licence ladders.

use super::WorkbookError;
use super::book::{Book, heads};
use super::cell::Cell;
use super::page::Block;
use super::table::Table;
use crate::lang::{Language, Texts};
use crate::office::{self, ItemLines};
use crate::view::ladder::{LadderView, TableRow};

/// The tints of answers on which a licence depends.
const LICENCE: [(&str, &str); 3] = [("yes", "asked"), ("no", "free"), ("unknown", "open")];
/// The tints of answers on embargoes.
const EMBARGO: [(&str, &str); 2] = [("yes", "barred"), ("unknown", "open")];

/// What every sheet is made from.
struct Source<'a> {
    view: &'a LadderView,
    texts: &'static Texts,
}

/// The bytes of a workbook with a summary, one row for each origin and destination, and the rungs of the ladders that are told in full; sheets of
/// which there is nothing to say are left out.
pub fn ladder(view: &LadderView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let source = Source { view, texts: Texts::of(language) };
    Book {
        texts: source.texts,
        title: office::ladder_title(view, source.texts),
        as_of: view.table.iter().map(|row| row.as_of.as_str()).max().unwrap_or_default(),
        marking: "",
        summary: source.summary(),
        tables: vec![source.table(), source.rungs(), source.closed(), source.item()],
        method: source.method(),
    }
    .pack()
}

impl Source<'_> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn answer(&self, key: &str) -> String {
        office::word(self.texts, "office-answer-", key)
    }

    fn tints<'t>(&self, tints: &'t [(&str, &'t str)]) -> Vec<(String, &'t str)> {
        tints.iter().map(|(key, tint)| (self.answer(key), *tint)).collect()
    }

    fn summary(&self) -> Vec<Block> {
        let mut out = Vec::new();
        if let Some(item) = &self.view.item {
            out.push(Block::Heading(self.text("office-item-stands")));
            out.extend(office::item(item, self.texts).into_iter().map(|lines| Block::Text(lines.sentence)));
            out.push(Block::Text(self.text("item-general-notes")));
        }
        let counted = office::counted(self.view);
        if !counted.is_empty() {
            out.push(Block::Heading(self.text("office-licences-counted")));
            let keys = [
                "html-origin",
                "office-paragraph",
                "office-rules-as-of",
                "office-licence-asked",
                "office-licence-free",
                "office-licence-open",
            ];
            let rows = counted.iter().map(|row| {
                let names = [Cell::text(row.origin), Cell::text(&office::paragraph(row.code, row.sure)), Cell::Day(row.as_of.to_owned())]
                    .into_iter();
                names.chain(row.answers.map(Cell::Count)).collect()
            });
            out.push(Block::Table(keys.map(|key| self.text(key)).to_vec(), rows.collect()));
        }
        out
    }

    /// One row an origin, paragraph and destination.
    fn table(&self) -> Option<Table<'_>> {
        let columns = heads(
            self.texts,
            &[
                ("html-origin", 22.0),
                ("html-destination", 24.0),
                ("office-code", 8.0),
                ("office-paragraph", 18.0),
                ("html-licence-required", 12.0),
                ("html-reasons", 40.0),
                ("html-open-under-conditions", 30.0),
                ("html-perhaps-open", 30.0),
                ("html-review", 24.0),
                ("html-embargo", 12.0),
                ("office-rules-as-of", 12.0),
            ],
        );
        let row = |row: &TableRow| {
            vec![
                Cell::text(&row.origin),
                Cell::text(&row.destination),
                Cell::text(&row.destination_code),
                Cell::text(&office::paragraph(&row.code, row.sure)),
                Cell::Text(self.answer(row.licence)),
                Cell::long(&row.reasons),
                Cell::long(&row.open),
                Cell::long(&row.perhaps_open),
                Cell::long(&office::word(self.texts, "office-review-", &row.review)),
                Cell::Text(self.answer(row.embargo)),
                Cell::Day(row.as_of.clone()),
            ]
        };
        let table = Table::new(self.texts, "office-sheet-ladder", columns, 2, self.view.table.iter().map(row).collect())?;
        Some(table.tinted(4, self.tints(&LICENCE)).tinted(9, self.tints(&EMBARGO)))
    }

    /// One row a fact under a rung.
    fn rungs(&self) -> Option<Table<'_>> {
        let columns = heads(
            self.texts,
            &[
                ("html-origin", 22.0),
                ("html-destination", 24.0),
                ("office-paragraph", 18.0),
                ("office-number", 6.0),
                ("office-rung", 26.0),
                ("html-answer", 12.0),
                ("office-fact", 70.0),
                ("office-fact-holds", 12.0),
                ("html-source", 60.0),
            ],
        );
        let mut rows = Vec::new();
        for ladder in &self.view.ladders {
            for (step, number) in ladder.steps.iter().zip(1..) {
                let start = [
                    Cell::text(&ladder.row.origin),
                    Cell::text(&ladder.row.destination),
                    Cell::text(&office::paragraph(&ladder.row.code, ladder.row.sure)),
                    Cell::Count(number),
                    Cell::long(&office::word(self.texts, "office-rung-", &step.rung)),
                    Cell::Text(self.answer(step.answer)),
                ];
                if step.rows.is_empty() {
                    rows.push(start.iter().cloned().chain([Cell::Empty, Cell::Empty, Cell::Empty]).collect());
                }
                rows.extend(step.rows.iter().map(|row| {
                    let facts = [Cell::long(&row.text), Cell::Text(self.answer(row.answer)), Cell::long(&row.citation)];
                    start.iter().cloned().chain(facts).collect::<Vec<Cell>>()
                }));
            }
        }
        Table::new(self.texts, "office-sheet-rungs", columns, 3, rows)
    }

    /// One row an authorisation that is closed.
    fn closed(&self) -> Option<Table<'_>> {
        let columns = heads(
            self.texts,
            &[
                ("html-origin", 22.0),
                ("html-destination", 24.0),
                ("office-paragraph", 18.0),
                ("office-authorisation", 20.0),
                ("office-closed-why", 80.0),
                ("html-source", 60.0),
            ],
        );
        let rows = self.view.ladders.iter().flat_map(|ladder| {
            ladder.closed.iter().map(|closed| {
                vec![
                    Cell::text(&ladder.row.origin),
                    Cell::text(&ladder.row.destination),
                    Cell::text(&office::paragraph(&ladder.row.code, ladder.row.sure)),
                    Cell::text(&closed.id),
                    Cell::long(&closed.why),
                    Cell::long(&closed.citation),
                ]
            })
        });
        Table::new(self.texts, "office-sheet-closed", columns, 4, rows.collect())
    }

    /// What an item's place rests on: paragraphs that hold it or may, and catch-alls for an item of no list.
    fn item(&self) -> Option<Table<'_>> {
        let item = self.view.item.as_ref()?;
        let columns = heads(self.texts, &[("office-item-stands", 60.0), ("office-fact", 80.0), ("html-source", 60.0)]);
        let rows = |lines: ItemLines| {
            let sentence = lines.sentence;
            lines.rows.into_iter().map(move |(text, source)| vec![Cell::long(&sentence), Cell::long(&text), Cell::long(&source)])
        };
        let placed = office::item(item, self.texts).into_iter().flat_map(rows);
        let unlisted = item.unlisted.iter().map(|row| office::unlisted(row, self.texts)).flat_map(rows);
        Table::new(self.texts, "office-sheet-item", columns, 1, placed.chain(unlisted).collect())
    }

    fn method(&self) -> Vec<Block> {
        let mut out = vec![Block::Text(self.text("html-question-mark"))];
        if self.view.item.is_some() {
            out.push(Block::Text(self.text("office-perhaps-paragraph")));
        }
        let keys = ["office-method-ladder", "office-method-open", "office-method-ladder-unknown"];
        out.extend(keys.into_iter().map(|key| Block::Text(self.text(key))));
        out
    }
}
