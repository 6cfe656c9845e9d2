//! A workbook of pages and tables: a page that says what matters, the tables, and a page on the method.

use rust_xlsxwriter::Workbook;

use super::cell::Cell;
use super::page::{self, Block};
use super::style::Styles;
use super::table::Table;
use super::{WorkbookError, about};
use crate::lang::Texts;
use crate::office;

/// The longest head of a page, in characters.
const LONGEST_HEADER: usize = 250;

/// What a workbook holds.
pub(super) struct Book<'a> {
    /// Messages.
    pub(super) texts: &'static Texts,
    /// Its title.
    pub(super) title: String,
    /// The day it holds as of, ISO; empty if there is none.
    pub(super) as_of: &'a str,
    /// Who may read it; empty if anybody may.
    pub(super) marking: &'a str,
    /// The first page, under its title.
    pub(super) summary: Vec<Block>,
    /// The tables; those of which there is nothing to say are left out.
    pub(super) tables: Vec<Option<Table<'a>>>,
    /// The last page, under its heading.
    pub(super) method: Vec<Block>,
}

impl Book<'_> {
    /// The bytes of the workbook.
    pub(super) fn pack(self) -> Result<Vec<u8>, WorkbookError> {
        let text = |key: &str| self.texts.get(key, &[]);
        let styles = Styles::new();
        let mut workbook = about(&self.title, self.as_of)?;
        let tables: Vec<Table<'_>> = self.tables.into_iter().flatten().collect();
        let mut summary = vec![Block::Title(self.title)];
        if !self.as_of.is_empty() {
            summary.push(Block::Text(self.texts.get("office-as-of", &[("day", self.texts.date(self.as_of).into())])));
        }
        if !self.marking.is_empty() {
            summary.push(Block::Heading(self.marking.to_owned()));
        }
        summary.push(Block::Text(office::authentic(self.texts)));
        summary.extend(self.summary);
        summary.push(Block::Heading(text("office-sheets")));
        let rows = tables.iter().map(|table| {
            let name = table.name.clone();
            vec![Cell::Jump { text: name.clone(), sheet: name, cell: "A1".to_owned() }, Cell::Count(table.rows.len())]
        });
        summary.push(Block::Table(vec![text("office-sheet"), text("office-rows")], rows.collect()));
        page::write(&mut workbook, &text("office-sheet-summary"), &page::WIDTHS, &summary, &styles)?;
        for table in &tables {
            table.write(&mut workbook, &styles)?;
        }
        let method = std::iter::once(Block::Title(text("office-method"))).chain(self.method).collect::<Vec<_>>();
        page::write(&mut workbook, &text("office-sheet-method"), &page::WIDTHS, &method, &styles)?;
        mark(&mut workbook, self.marking);
        Ok(workbook.save_to_buffer()?)
    }
}

/// Prints who may read it at the head of every page.
fn mark(workbook: &mut Workbook, marking: &str) {
    if marking.is_empty() {
        return;
    }
    for sheet in workbook.worksheets_mut() {
        let header = format!("&C{}", crate::escape::visible(marking).replace('&', "&&"));
        sheet.set_header(header.chars().take(LONGEST_HEADER).collect::<String>());
    }
}

/// Heads of columns by the keys of their messages, with their widths in characters.
pub(super) fn heads(texts: &Texts, heads: &[(&str, f64)]) -> Vec<(String, f64)> {
    heads.iter().map(|(key, width)| (texts.get(key, &[]), *width)).collect()
}
