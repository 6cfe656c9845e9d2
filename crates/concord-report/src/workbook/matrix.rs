//! The workbook of a matrix of jurisdictions.

use std::collections::BTreeMap;

use concord_compare::Matrix;
use concord_compare::indices::IndexKind;
use num_traits::ToPrimitive;

use super::cell::Cell;
use super::page::{self, Block};
use super::style::Styles;
use super::table::Table;
use super::{WorkbookError, about};
use crate::Place;
use crate::lang::{Language, Texts};
use crate::view::{MatrixView, index_title};

/// The bytes of a workbook with a page of tables, one an index, a sheet of the figures of every pair as numbers, and a page of what they rest on;
/// `places` gives the names of the jurisdictions by code.
pub fn matrix(view: &MatrixView, matrix: &Matrix, places: &BTreeMap<String, Place>, language: Language) -> Result<Vec<u8>, WorkbookError> {
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
    let widths: Vec<f64> = std::iter::once(20.0).chain((0..view.columns.len().max(8)).map(|_| 16.0)).collect();
    page::write(&mut workbook, &texts.get("office-sheet-matrix", &[]), &widths, &blocks, &styles)?;
    pairs(matrix, places, texts).write(&mut workbook, &styles)?;
    let mut known = vec![Block::Title(texts.get("office-known", &[]))];
    known.extend(view.known.iter().chain(&view.weights).cloned().map(Block::Text));
    page::write(&mut workbook, &texts.get("office-sheet-method", &[]), &page::WIDTHS, &known, &styles)?;
    Ok(workbook.save_to_buffer()?)
}

/// The figures of every pair as numbers: the least and the greatest that each index can be.
fn pairs<'a>(matrix: &Matrix, places: &BTreeMap<String, Place>, texts: &Texts) -> Table<'a> {
    let name = |code: &str| places.get(code).map_or_else(|| code.to_uppercase(), |place| place.short.clone());
    let heads = [("office-left", 18.0), ("office-right", 18.0), ("office-index", 44.0), ("office-low", 10.0), ("office-high", 10.0)];
    let rows = matrix.cells.iter().flat_map(|cell| {
        let (left, right) = (name(&cell.left), name(&cell.right));
        IndexKind::ALL.iter().filter_map(move |kind| {
            let share = cell.indices.get(*kind)?;
            let end = |share: Option<&num_rational::BigRational>| share.and_then(ToPrimitive::to_f64).map_or(Cell::Empty, Cell::Percent);
            let title = index_title(*kind, &left, &right, texts);
            Some(vec![Cell::text(&left), Cell::text(&right), Cell::text(&title), end(share.low.as_ref()), end(share.high.as_ref())])
        })
    });
    Table {
        name: texts.get("office-sheet-pairs", &[]),
        columns: heads.iter().map(|(key, width)| (texts.get(key, &[]), *width)).collect(),
        rows: rows.collect(),
        frozen: 2,
        tints: Vec::new(),
    }
}
