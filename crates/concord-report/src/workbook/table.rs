//! A sheet that is one table.

use std::collections::BTreeSet;

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, utility::column_number_to_name};

use super::WorkbookError;
use super::cell::{Cell, head_format, row_height, write_text};
use super::style::{Styles, tint};
use crate::lang::Texts;

/// The width in characters from which a table is printed on A3 paper, two pages wide.
const WIDE: f64 = 280.0;

/// How much of a column's width a bold text that breaks at words fills.
const BOLD: f64 = 0.75;

/// A sheet that is one table.
pub(super) struct Table<'a> {
    /// The sheet's name.
    pub(super) name: String,
    /// Heads of the columns with their widths in characters.
    pub(super) columns: Vec<(String, f64)>,
    /// The rows.
    pub(super) rows: Vec<Vec<Cell>>,
    /// How many columns stay in sight when one scrolls to the right.
    pub(super) frozen: u16,
    /// Columns whose cells are tinted by what they say.
    pub(super) tints: Vec<Tint<'a>>,
}

/// A column whose cells are tinted by what they say.
pub(super) struct Tint<'a> {
    /// The column, from 0.
    pub(super) column: u16,
    /// Its texts, each with the key of its tint.
    pub(super) words: BTreeSet<(String, &'a str)>,
}

impl<'a> Table<'a> {
    /// A table under the name that a message gives; none without rows.
    pub(super) fn new(texts: &Texts, name: &str, columns: Vec<(String, f64)>, frozen: u16, rows: Vec<Vec<Cell>>) -> Option<Self> {
        (!rows.is_empty()).then(|| Self { name: texts.get(name, &[]), columns, rows, frozen, tints: Vec::new() })
    }

    /// Tints the cells of a column by what they say.
    pub(super) fn tinted(mut self, column: u16, words: impl IntoIterator<Item = (String, &'a str)>) -> Self {
        self.tints.push(Tint { column, words: words.into_iter().collect() });
        self
    }

    /// Adds the sheet to a workbook.
    pub(super) fn write(&self, workbook: &mut Workbook, styles: &Styles) -> Result<(), WorkbookError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.name)?;
        for (at, (head, width)) in (0u16..).zip(&self.columns) {
            sheet.set_column_width(at, *width)?;
            write_text(sheet, 0, at, head, head_format(&self.rows, at, styles))?;
        }
        let heads = self.columns.iter().map(|(head, width)| (Cell::Long(head.clone()), *width * BOLD)).collect::<Vec<_>>();
        sheet.set_row_height(0, row_height(heads.iter().map(|(head, width)| (head, *width))))?;
        for (row, cells) in (1u32..).zip(&self.rows) {
            sheet.set_row_height(row, row_height(cells.iter().zip(self.columns.iter().map(|(_, width)| *width))))?;
            for (column, cell) in (0u16..).zip(cells) {
                cell.write(sheet, row, column, styles)?;
            }
        }
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX - 1);
        let last_column = u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or_default();
        sheet.set_freeze_panes(1, self.frozen)?;
        sheet.autofilter(0, 0, last_row, last_column)?;
        self.tint(sheet, last_row)?;
        sheet.set_repeat_rows(0, 0)?;
        for_paper(sheet, &self.name);
        if self.columns.iter().map(|(_, width)| width).sum::<f64>() > WIDE {
            // On one page of A4 the letters of so wide a table could not be read.
            sheet.set_paper_size(8).set_print_fit_to_pages(2, 0);
        }
        Ok(())
    }

    /// Tints cells by what they say.
    fn tint(&self, sheet: &mut Worksheet, last_row: u32) -> Result<(), WorkbookError> {
        if last_row == 0 {
            return Ok(());
        }
        for Tint { column, words } in &self.tints {
            let name = column_number_to_name(*column);
            for (word, key) in words.iter().filter(|(word, _)| !word.is_empty()) {
                let Some(format) = tint(key) else { continue };
                let rule = Formula::new(format!("=${name}2=\"{}\"", crate::escape::visible(word).replace('"', "\"\"")));
                let condition = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
                sheet.add_conditional_format(1, *column, last_row, *column, &condition)?;
            }
        }
        Ok(())
    }
}

/// Lays a sheet out for A4 paper: landscape, as wide as the page, name and page number at the foot.
pub(super) fn for_paper(sheet: &mut Worksheet, name: &str) {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_footer(format!("&L{}&R&P / &N", name.replace('&', "&&")));
}
