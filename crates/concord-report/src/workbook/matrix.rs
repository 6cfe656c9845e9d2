//! The workbook of a matrix of jurisdictions.

use super::cell::Cell;
use super::page::{self, Block};
use super::style::Styles;
use super::{WorkbookError, about};
use crate::lang::{Language, Texts};
use crate::view::MatrixView;

/// The bytes of a workbook with a page of what the figures rest on and a page of tables, one an index.
pub fn matrix(view: &MatrixView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let texts = Texts::of(language);
    let styles = Styles::new();
    let title = texts.get("office-matrix-title", &[("title", view.title.as_str().into())]);
    let mut workbook = about(&title, &view.as_of)?;
    let mut blocks = vec![
        Block::Title(title),
        Block::Text(texts.get("office-matrix-about", &[("topic", view.topic.as_str().into()), ("day", texts.date(&view.as_of).into())])),
    ];
    blocks.extend(view.notes.iter().cloned().map(Block::Text));
    blocks.push(Block::Text(texts.get("office-ranges", &[])));
    for table in &view.tables {
        blocks.push(Block::Heading(table.title.clone()));
        blocks.push(Block::Text(table.about.clone()));
        let heads = std::iter::once(String::new()).chain(view.columns.iter().cloned()).collect();
        let row = |row: &crate::view::MatrixRow| [&row.name].into_iter().chain(&row.cells).map(|cell| Cell::text(cell)).collect();
        blocks.push(Block::Table(heads, table.rows.iter().map(row).collect()));
    }
    page::write(&mut workbook, &texts.get("office-sheet-matrix", &[]), &blocks, &styles)?;
    let mut known = vec![Block::Title(texts.get("office-known", &[]))];
    known.extend(view.known.iter().chain(&view.weights).cloned().map(Block::Text));
    page::write(&mut workbook, &texts.get("office-sheet-method", &[]), &known, &styles)?;
    Ok(workbook.save_to_buffer()?)
}
