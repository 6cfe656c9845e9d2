//! A sheet of headings, texts and small tables, one below the other.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::WorkbookError;
use super::cell::{Cell, head_format, row_height, write_text};
use super::style::Styles;
use super::table::for_paper;

/// The widths of a page's columns in characters, unless its tables ask for others.
pub(super) const WIDTHS: [f64; 8] = [34.0, 24.0, 26.0, 26.0, 40.0, 16.0, 16.0, 18.0];
/// The width in characters that a paragraph runs across.
const ACROSS: f64 = 140.0;

/// The columns of a page.
struct Columns<'w> {
    widths: &'w [f64],
    /// The last column that a paragraph runs across.
    last: u16,
    /// The width of what it runs across, in characters.
    across: f64,
}

impl<'w> Columns<'w> {
    fn new(widths: &'w [f64]) -> Self {
        let (mut last, mut across) = (0, 0.0);
        for (at, width) in (0u16..).zip(widths) {
            if across >= ACROSS {
                break;
            }
            (last, across) = (at, across + width);
        }
        Self { widths, last: last.max(1), across }
    }

    fn first(&self) -> f64 {
        self.widths.first().copied().unwrap_or(ACROSS)
    }
}

/// A piece of a page.
pub(super) enum Block {
    /// The page's title.
    Title(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Labels, each with its value.
    Pairs(Vec<(String, Cell)>),
    /// A table with heads.
    Table(Vec<String>, Vec<Vec<Cell>>),
}

/// Adds a page to a workbook.
pub(super) fn write(workbook: &mut Workbook, name: &str, widths: &[f64], blocks: &[Block], styles: &Styles) -> Result<(), WorkbookError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_screen_gridlines(false);
    for (at, width) in (0u16..).zip(widths) {
        sheet.set_column_width(at, *width)?;
    }
    let columns = Columns::new(widths);
    let mut row = 0;
    for block in blocks {
        row = write_block(sheet, row, block, &columns, styles)?;
    }
    for_paper(sheet, name);
    Ok(())
}

/// Writes a block and gives the row after it.
fn write_block(sheet: &mut Worksheet, mut row: u32, block: &Block, columns: &Columns<'_>, styles: &Styles) -> Result<u32, WorkbookError> {
    match block {
        Block::Title(text) => {
            write_text(sheet, row, 0, text, &styles.title)?;
            sheet.set_row_height(row, 24.0)?;
            Ok(row + 1)
        }
        Block::Heading(text) => {
            row += 1;
            write_text(sheet, row, 0, text, &styles.heading)?;
            sheet.set_row_height(row, 20.0)?;
            Ok(row + 1)
        }
        Block::Text(text) => {
            sheet.merge_range(row, 0, row, columns.last, "", &styles.paragraph)?;
            write_text(sheet, row, 0, text, &styles.paragraph)?;
            // No program gives a merged cell the height that its text needs.
            sheet.set_row_height(row, row_height([(&Cell::Long(text.clone()), columns.across)].into_iter()))?;
            Ok(row + 1)
        }
        Block::Pairs(pairs) => {
            for (label, value) in pairs {
                write_text(sheet, row, 0, label, &styles.label)?;
                sheet.merge_range(row, 1, row, columns.last, "", &styles.paragraph)?;
                value.write(sheet, row, 1, styles)?;
                let label = Cell::Long(label.clone());
                sheet
                    .set_row_height(row, row_height([(&label, columns.first()), (value, columns.across - columns.first())].into_iter()))?;
                row += 1;
            }
            Ok(row + 1)
        }
        Block::Table(heads, rows) => {
            for (column, head) in (0u16..).zip(heads) {
                write_text(sheet, row, column, head, head_format(rows, column, styles))?;
            }
            for cells in rows {
                row += 1;
                sheet.set_row_height(row, row_height(cells.iter().zip(columns.widths.iter().copied())))?;
                for (column, cell) in (0u16..).zip(cells) {
                    cell.write(sheet, row, column, styles)?;
                }
            }
            Ok(row + 2)
        }
    }
}
