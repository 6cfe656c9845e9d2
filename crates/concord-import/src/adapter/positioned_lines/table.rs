//! Reads the table of lines: a header row, then a line of the print in each row.

use crate::adapter::ImportError;

/// A length on the page, in tenths of a point.
pub(super) type Tenths = i32;

/// A printed line with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Line in the input, from 1.
    pub(super) number: usize,
    /// The page it is printed on.
    pub(super) page: u32,
    /// Distance of its first letter from the left edge.
    pub(super) x: Tenths,
    /// Distance from the upper edge.
    pub(super) y: Tenths,
    /// The size of its letters.
    pub(super) size: Tenths,
    /// What it says.
    pub(super) text: String,
}

/// The columns, in the order in which they are asked for below.
const COLUMNS: [&str; 5] = ["page", "x0", "y0", "size", "text"];

/// Whether a text starts with the header of such a table.
pub(super) fn matches(start: &str) -> bool {
    start.lines().next().is_some_and(|header| columns(header).is_ok())
}

/// The place of each column; else the column that is missing.
fn columns(header: &str) -> Result<[usize; 5], &'static str> {
    let names: Vec<&str> = header.split('\t').map(str::trim).collect();
    let mut places = [0; 5];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        *place = names.iter().position(|name| *name == column).ok_or(column)?;
    }
    Ok(places)
}

/// Reads the whole table; rows without text are left out.
pub(super) fn read(name: &str, text: &str) -> Result<Vec<Line>, ImportError> {
    let header = text.lines().next().unwrap_or_default();
    let places = columns(header).map_err(|missing| {
        let help = format!("the first row must name the columns {}, parted by tabs", COLUMNS.join(", "));
        ImportError::new(name, format!("the header row names no column `{missing}`"), help).at(1, 1)
    })?;
    let mut out = Vec::new();
    for (at, row) in text.lines().enumerate().skip(1).filter(|(_, row)| !row.trim().is_empty()) {
        let row = Row { name, number: at + 1, cells: row.split('\t').collect(), text: row };
        let text = row.cell(places[4])?.split_whitespace().collect::<Vec<_>>().join(" ");
        let page = row.value(places[0], 0)?;
        let page = u32::try_from(page / 10).map_err(|_| row.bad(places[0], 0))?;
        let (x, y, size) = (row.value(places[1], 1)?, row.value(places[2], 2)?, row.value(places[3], 3)?);
        if !text.is_empty() {
            out.push(Line { number: row.number, page, x, y, size, text });
        }
    }
    Ok(out)
}

struct Row<'t> {
    name: &'t str,
    number: usize,
    cells: Vec<&'t str>,
    text: &'t str,
}

impl Row<'_> {
    fn cell(&self, place: usize) -> Result<&str, ImportError> {
        self.cells.get(place).copied().ok_or_else(|| {
            let what = format!("the row has {} cells, its column {} is missing", self.cells.len(), place + 1);
            ImportError::new(self.name, what, "give each row as many cells as the header, parted by tabs")
                .at(self.number, self.text.chars().count() + 1)
        })
    }

    /// The number in a cell, in tenths.
    fn value(&self, place: usize, column: usize) -> Result<i32, ImportError> {
        tenths(self.cell(place)?.trim()).ok_or_else(|| self.bad(place, column))
    }

    fn bad(&self, place: usize, column: usize) -> ImportError {
        let before: usize = self.cells.iter().take(place).map(|c| c.chars().count() + 1).sum();
        let cell = self.cells.get(place).copied().unwrap_or_default();
        let column = COLUMNS.get(column).copied().unwrap_or_default();
        let what = format!("`{cell}` is no number for the column `{column}`");
        ImportError::new(self.name, what, "give lengths in points, with a point before decimals").at(self.number, before + 1)
    }
}

/// A decimal number in tenths; further digits are cut off.
fn tenths(cell: &str) -> Option<i32> {
    let (sign, digits) = cell.strip_prefix('-').map_or((1, cell), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |s: &str| !s.is_empty() && s.len() <= 6 && s.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    let tenth: i32 = decimals.get(..1)?.parse().ok()?;
    Some(sign * (whole * 10 + tenth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name() {
        let lines = read("x", "text\tpage\tx0\ty0\tsize\nA  kiln\t3\t10.25\t-4\t8.4\n\n").unwrap();
        assert_eq!(lines, [Line { number: 2, page: 3, x: 102, y: -40, size: 84, text: "A kiln".into() }]);
        assert!(!matches("page\tx0\ty0\ttext\n"));
    }

    #[test]
    fn bad_rows_say_where() {
        let error = read("x", "page\tx0\ty0\tsize\ttext\n1\t2\tten\t4\tA\n").unwrap_err();
        assert_eq!((error.line, error.column), (Some(2), Some(5)));
        let error = read("x", "page\tx0\ty0\tsize\ttext\n1\t2\t3\n").unwrap_err();
        assert!(error.to_string().starts_with("x:2:6"), "{error}");
        assert!(read("x", "page\tx0\n").unwrap_err().what.contains("y0"));
    }
}
