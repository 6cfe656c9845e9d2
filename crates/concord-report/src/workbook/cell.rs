//! Cells with the type of what they hold.

use num_traits::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Url, Worksheet};

use super::WorkbookError;
use super::style::Styles;
use crate::machine::csv::is_formula;

/// The longest text a cell can hold, in characters.
const LONGEST: usize = 32_767;
/// The longest address a link can have, in characters.
const LONGEST_ADDRESS: usize = 2_080;

/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The most lines that a row shows; the rest of a longer text is in the cell.
const MOST_LINES: usize = 8;

/// What a cell holds.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A text that may take several lines.
    Long(String),
    /// A whole number with separators.
    Count(usize),
    /// A number as printed.
    Number(f64),
    /// A share between 0 and 1, as a fraction with two digits.
    Share(f64),
    /// A share in percent, with one decimal.
    Percent(f64),
    /// A day, ISO.
    Day(String),
    /// A text that leads to a web address; a plain text where the address is none.
    Link {
        /// The text.
        text: String,
        /// The address.
        url: String,
    },
    /// A text that leads to a cell of another sheet.
    Jump {
        /// The text.
        text: String,
        /// The sheet's name.
        sheet: String,
        /// The cell (`A5`).
        cell: String,
    },
}

impl Cell {
    /// A text; an empty cell where it is empty.
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A text of several lines; an empty cell where it is empty.
    pub(super) fn long(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Long(text.to_owned()) }
    }

    /// A number as printed; an empty cell where there is none.
    pub(super) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// A text that leads to a web address.
    pub(super) fn link(text: &str, url: &str) -> Self {
        Self::Link { text: text.to_owned(), url: url.to_owned() }
    }

    /// Whether it is a figure, which stands at the right edge.
    pub(super) fn is_figure(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Number(_) | Self::Share(_) | Self::Percent(_))
    }

    /// How many lines it takes in a column so many characters wide.
    fn lines(&self, width: f64) -> usize {
        let (Self::Long(text) | Self::Link { text, .. } | Self::Jump { text, .. }) = self else { return 1 };
        let room = width.to_usize().unwrap_or(1).max(1);
        text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum()
    }

    /// Writes the cell.
    pub(super) fn write(&self, sheet: &mut Worksheet, row: u32, column: u16, styles: &Styles) -> Result<(), WorkbookError> {
        match self {
            Self::Empty => sheet.write_blank(row, column, &styles.text)?,
            Self::Text(text) => return write_text(sheet, row, column, text, &styles.text),
            // A count beyond 2^53 is none of anything that is counted here.
            #[expect(clippy::cast_precision_loss, reason = "counts are small")]
            Self::Count(count) => sheet.write_number_with_format(row, column, *count as f64, &styles.count)?,
            Self::Number(number) => sheet.write_number_with_format(row, column, *number, &styles.number)?,
            Self::Share(share) => sheet.write_number_with_format(row, column, *share, &styles.share)?,
            Self::Percent(share) => sheet.write_number_with_format(row, column, *share, &styles.percent)?,
            Self::Day(day) => match ExcelDateTime::parse_from_str(day) {
                Ok(date) => sheet.write_datetime_with_format(row, column, &date, &styles.day)?,
                Err(_) => return write_text(sheet, row, column, day, &styles.text),
            },
            Self::Link { text, url } if !text.is_empty() && is_web_address(url) => {
                sheet.write_url_with_options(row, column, Url::new(url), shown(text), "", Some(&styles.link))?
            }
            Self::Long(text) | Self::Link { text, .. } => return write_text(sheet, row, column, text, &styles.long),
            Self::Jump { text, sheet: target, cell } => {
                let url = Url::new(format!("internal:'{}'!{cell}", target.replace('\'', "''")));
                sheet.write_url_with_options(row, column, url, shown(text), "", Some(&styles.link))?
            }
        };
        Ok(())
    }
}

/// The format of the head of a column, by its cells.
pub(super) fn head_format<'s>(rows: &[Vec<Cell>], column: u16, styles: &'s Styles) -> &'s Format {
    let mut cells = rows.iter().filter_map(|row| row.get(usize::from(column))).filter(|cell| !matches!(cell, Cell::Empty));
    if cells.next().is_some_and(Cell::is_figure) { &styles.head_figure } else { &styles.head }
}

/// The height of a row of cells in points: as many lines as its longest cell needs, but no more than a screen can show several of.
pub(super) fn row_height<'c>(cells: impl Iterator<Item = (&'c Cell, f64)>) -> f64 {
    let lines = cells.map(|(cell, width)| cell.lines(width)).max().unwrap_or(1).clamp(1, MOST_LINES);
    LINE * lines.to_f64().unwrap_or(1.0)
}

/// Writes a text as a text, marked as one where a spreadsheet would take it for a formula when the cell is edited.
pub(super) fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), WorkbookError> {
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if is_formula(text) {
        sheet.write_string_with_format(row, column, shown(text), &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, shown(text), format)?;
    }
    Ok(())
}

/// A text as a cell shows it: control characters and marks that turn the direction of a line are visible, and what no cell can hold is cut off.
fn shown(text: &str) -> String {
    let visible = crate::escape::visible(text);
    if visible.chars().count() <= LONGEST { visible } else { visible.chars().take(LONGEST - 1).chain(['…']).collect() }
}

fn is_web_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && url.chars().count() <= LONGEST_ADDRESS
        && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}
