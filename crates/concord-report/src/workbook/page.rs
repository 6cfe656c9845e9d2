//! A sheet of headings, texts and small tables, one below the other.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::WorkbookError;
use super::cell::{Cell, LINE, head_format, row_height, write_text};
use super::style::Styles;
use super::table::for_paper;

/// The widths of a page's columns in characters.
const WIDTHS: [f64; 8] = [34.0, 24.0, 26.0, 26.0, 40.0, 16.0, 16.0, 18.0];
/// The columns that a paragraph runs across, and the characters that fit on a line of them.
const ACROSS: (u16, usize) = (4, 140);

/// The characters that fit on a line of a value beside its label.
const BESIDE: f64 = 112.0;

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
pub(super) fn write(workbook: &mut Workbook, name: &str, blocks: &[Block], styles: &Styles) -> Result<(), WorkbookError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_screen_gridlines(false);
    for (at, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    let mut row = 0;
    for block in blocks {
        row = write_block(sheet, row, block, styles)?;
    }
    for_paper(sheet, name);
    Ok(())
}

/// Writes a block and gives the row after it.
fn write_block(sheet: &mut Worksheet, mut row: u32, block: &Block, styles: &Styles) -> Result<u32, WorkbookError> {
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
            sheet.merge_range(row, 0, row, ACROSS.0, "", &styles.paragraph)?;
            write_text(sheet, row, 0, text, &styles.paragraph)?;
            // No program gives a merged cell the height that its text needs.
            let lines = u32::try_from(text.chars().count().div_ceil(ACROSS.1).max(1)).unwrap_or(1);
            sheet.set_row_height(row, LINE * f64::from(lines))?;
            Ok(row + 1)
        }
        Block::Pairs(pairs) => {
            for (label, value) in pairs {
                write_text(sheet, row, 0, label, &styles.label)?;
                sheet.merge_range(row, 1, row, ACROSS.0, "", &styles.paragraph)?;
                value.write(sheet, row, 1, styles)?;
                let label = Cell::Long(label.clone());
                sheet.set_row_height(row, row_height([(&label, WIDTHS[0]), (value, BESIDE)].into_iter()))?;
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
                sheet.set_row_height(row, row_height(cells.iter().zip(WIDTHS.into_iter().chain(std::iter::repeat(WIDTHS[7])))))?;
                for (column, cell) in (0u16..).zip(cells) {
                    cell.write(sheet, row, column, styles)?;
                }
            }
            Ok(row + 2)
        }
    }
}
