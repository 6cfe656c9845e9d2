//! The workbook of what one jurisdiction's rules lack beside others'.

use super::WorkbookError;
use super::book::{Book, heads};
use super::cell::Cell;
use super::page::Block;
use super::table::Table;
use crate::lang::{Language, Texts};
use crate::view::{NeedView, NeedsView};

/// The bytes of a workbook with a summary, one row a question on which it falls short, one row for each who does more, and questions of which its own
/// answer is not known; sheets of which there is nothing to say are left out.
pub fn needs(view: &NeedsView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let texts = Texts::of(language);
    let mut summary = vec![Block::Heading(texts.get("office-answer", &[]))];
    summary.extend(view.answer.iter().cloned().map(Block::Text));
    Book {
        texts,
        title: texts.get("html-needs-title", &[("who", (&view.name).into()), ("reference", (&view.reference).into())]),
        as_of: &view.as_of,
        marking: "",
        summary,
        tables: vec![
            questions(view, &view.needs, "office-sheet-needs", texts),
            doers(view, texts),
            questions(view, &view.unknown, "office-sheet-unknowns", texts),
        ],
        method: ["office-method-needs", "office-method-needs-weight", "office-method-needs-unknown"]
            .map(|key| Block::Text(texts.get(key, &[])))
            .into(),
    }
    .pack()
}

/// One row a question.
fn questions<'a>(view: &NeedsView, needs: &[NeedView], name: &str, texts: &Texts) -> Option<Table<'a>> {
    let of = |key: &str| texts.get(key, &[("side", (&view.name).into())]);
    let mut columns = heads(texts, &[("office-topic", 24.0), ("office-question", 60.0), ("office-weight", 9.0)]);
    columns.extend([(of("office-answer-of"), 44.0), (of("office-source-of"), 44.0)]);
    columns.extend(heads(
        texts,
        &[
            ("office-do-more", 10.0),
            ("office-answer-known", 12.0),
            ("office-share-more", 10.0),
            ("office-who-does-more", 40.0),
            ("recognize-column-why", 50.0),
            ("office-attribute", 28.0),
        ],
    ));
    let row = |need: &NeedView| {
        let names: Vec<&str> = need.doers.iter().map(|doer| doer.name.as_str()).collect();
        let known = need.known.max(1);
        // Counts of jurisdictions are small.
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let share = need.doers.len() as f64 / known as f64;
        vec![
            Cell::long(&need.topic),
            Cell::long(&need.question),
            Cell::Count(need.weight as usize),
            Cell::long(&need.own),
            Cell::long(&need.citation),
            Cell::Count(need.doers.len()),
            Cell::Count(need.known),
            Cell::Percent(share),
            Cell::long(&names.join(", ")),
            Cell::long(&need.why),
            Cell::text(&need.attribute),
        ]
    };
    Table::new(texts, name, columns, 2, needs.iter().map(row).collect())
}

/// One row for each who does more, question by question.
fn doers<'a>(view: &NeedsView, texts: &Texts) -> Option<Table<'a>> {
    let columns = [
        ("office-topic", 24.0),
        ("office-question", 60.0),
        ("office-weight", 9.0),
        ("html-jurisdiction", 18.0),
        ("html-answer", 60.0),
        ("html-source", 60.0),
    ];
    let rows = view.needs.iter().flat_map(|need| {
        need.doers.iter().map(|doer| {
            vec![
                Cell::long(&need.topic),
                Cell::long(&need.question),
                Cell::Count(need.weight as usize),
                Cell::text(&doer.name),
                Cell::long(&doer.states),
                Cell::long(&doer.citation),
            ]
        })
    });
    Table::new(texts, "office-sheet-doers", heads(texts, &columns), 2, rows.collect())
}
