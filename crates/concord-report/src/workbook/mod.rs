//! Excel workbooks.
//!
//! Each sheet is either a table (a frozen header, a filter, one type a column) or a page of headings, texts and small tables. A text is always
//! written as a text: one that begins like a formula is marked so that it stays one even when its cell is edited. The same input gives the
//! same bytes: the only date in the file is the date asked for.

mod book;
mod cell;
mod compare;
mod ladder;
mod matrix;
mod needs;
mod page;
mod recognize;
mod style;
mod table;
mod track;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use compare::compare;
pub use ladder::ladder;
pub use matrix::matrix;
pub use needs::needs;
pub use recognize::recognize;
pub use track::track;

/// A workbook that cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be made: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// An empty workbook about something as of a day, ISO.
fn about(title: &str, as_of: &str) -> Result<Workbook, WorkbookError> {
    let mut workbook = Workbook::new();
    // A file without a date of its own would carry the time of the run.
    let day = ExcelDateTime::parse_from_str(as_of).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    workbook
        .set_properties(&DocProperties::new().set_title(crate::escape::visible(title)).set_author("Concord").set_creation_datetime(&day));
    Ok(workbook)
}
