//! The document of a matrix of jurisdictions.

use super::WordError;
use super::document::{Document, Run};
use super::table::Cell;
use crate::chart::Chart;
use crate::lang::{Language, Texts};
use crate::office;
use crate::view::MatrixView;

/// The longest title of what is compared that stands in the title of the document, in characters.
const LONG: usize = 60;
/// Jurisdictions from which on the pages lie on their side.
const WIDE: usize = 8;

/// The bytes of a document with a heat map where one is given, one table an index, and what the figures rest on.
pub fn matrix(view: &MatrixView, heat_map: Option<&Chart>, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let many = view.title.chars().count() > LONG;
    let title = if many {
        texts.get("office-matrix-many", &[("count", view.columns.len().into())])
    } else {
        texts.get("office-matrix-title", &[("title", view.title.as_str().into())])
    };
    let about = texts.get("office-matrix-about", &[("topic", view.topic.as_str().into()), ("day", texts.date(&view.as_of).into())]);
    let mut document = Document::new(&title, &view.as_of, texts.tag(), texts.get("office-contents", &[]));
    if view.columns.len() > WIDE {
        document = document.sideways();
    }
    document.paragraph("Title", &[Run::Plain(&title)]);
    document.paragraph("Subtitle", &[Run::Plain(&about)]);
    document.remark(&office::authentic(texts));
    if many {
        document.text(&view.title);
    }
    for note in &view.notes {
        document.text(note);
    }
    document.text(&texts.get("office-ranges", &[]));
    if let Some(heat_map) = heat_map {
        document.chart(heat_map);
    }
    for table in &view.tables {
        document.heading(1, &table.title);
        document.lead(&table.about);
        let columns: Vec<(&str, u32)> = std::iter::once(("", 14)).chain(view.columns.iter().map(|name| (name.as_str(), 10))).collect();
        let cells = |row: &'_ crate::view::MatrixRow| {
            let cells = row.cells.iter().map(|cell| Cell::owned_figure(cell.clone()));
            std::iter::once(Cell::owned(row.name.clone())).chain(cells).collect::<Vec<Cell<'_>>>()
        };
        document.table(&table.title, &columns, &table.rows.iter().map(cells).collect::<Vec<_>>());
    }
    document.heading(1, &texts.get("office-known", &[]));
    for line in view.known.iter().chain(&view.weights) {
        document.bullet(line);
    }
    document.finish(&title, &texts.get("office-foot", &[("day", texts.date(&view.as_of).into())]))
}
