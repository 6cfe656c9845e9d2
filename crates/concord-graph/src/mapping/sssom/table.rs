//! The table of a mapping file: cells with their places.

use std::borrow::Cow;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    /// Its value, without the quotes it stood in.
    pub(super) text: Cow<'a, str>,
    /// Where it begins, in bytes from the start of the file.
    pub(super) at: usize,
}

/// What is wrong with a row's quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A quoted value is never closed.
    Open,
    /// Something stands behind the closing quote.
    Behind,
    /// A double quote stands inside a value that is not quoted.
    Inside,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row<'a> {
    pub(super) cells: Vec<Cell<'a>>,
    /// The first fault of its quotes and its place in bytes.
    pub(super) fault: Option<(Fault, usize)>,
}

/// The rows of a text from byte `start` on; empty lines are passed over.
pub(super) fn rows(text: &str, start: usize) -> impl Iterator<Item = Row<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
            let end = rest.find('\n').unwrap_or(rest.len());
            let line = rest[..end].strip_suffix('\r').unwrap_or(&rest[..end]);
            let from = at;
            if line.trim().is_empty() {
                at = from + end + 1;
                continue;
            }
            if line.contains('"') {
                let (row, next) = quoted(text, from);
                at = next;
                return Some(row);
            }
            at = from + end + 1;
            let mut cell_at = from;
            let cells = line.split('\t').map(|cell| {
                let cell_from = cell_at;
                cell_at += cell.len() + 1;
                Cell { text: Cow::Borrowed(cell), at: cell_from }
            });
            return Some(Row { cells: cells.collect(), fault: None });
        }
    })
}

/// Reads one row that has quotes; gives it and where the next begins.
fn quoted(text: &str, start: usize) -> (Row<'_>, usize) {
    let mut row = Row { cells: Vec::new(), fault: None };
    let mut at = start;
    loop {
        let rest = &text[at..];
        let from = at;
        if let Some(inner) = rest.strip_prefix('"') {
            let mut value = String::new();
            let mut open = inner;
            let closed = loop {
                let Some(quote) = open.find('"') else { break false };
                value.push_str(&open[..quote]);
                open = &open[quote + 1..];
                if let Some(more) = open.strip_prefix('"') {
                    value.push('"');
                    open = more;
                } else {
                    break true;
                }
            };
            if closed {
                at = text.len() - open.len();
            } else {
                // The quote is never closed: take its line for what it is, so that the rows below can still be read.
                row.fault.get_or_insert((Fault::Open, from));
                let end = inner.find('\n').unwrap_or(inner.len());
                inner[..end].clone_into(&mut value);
                at = from + 1 + end;
            }
            row.cells.push(Cell { text: Cow::Owned(value), at: from });
            let behind = text[at..].find(['\t', '\n']).unwrap_or(text.len() - at);
            if !text[at..at + behind].trim_end_matches('\r').is_empty() {
                row.fault.get_or_insert((Fault::Behind, at));
            }
            at += behind;
        } else {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            let value = rest[..end].trim_end_matches('\r');
            if let Some(quote) = value.find('"') {
                row.fault.get_or_insert((Fault::Inside, from + quote));
            }
            row.cells.push(Cell { text: Cow::Borrowed(value), at: from });
            at = from + end;
        }
        match text.as_bytes().get(at) {
            Some(b'\t') => at += 1,
            Some(_) => return (row, at + 1),
            None => return (row, at),
        }
    }
}

/// Finds lines and columns of bytes.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// Line and column of a byte, both from 1; the column in characters.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let column = self.text.get(start..at).map_or(0, |before| before.chars().count()) + 1;
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        rows(text, 0).map(|row| row.cells.into_iter().map(|cell| cell.text.into_owned()).collect()).collect()
    }

    #[test]
    fn plain_and_quoted_cells() {
        assert_eq!(texts("a\tb\r\n\n\"c \"\"d\"\"\te\"\t\n"), [vec!["a", "b"], vec!["c \"d\"\te", ""]]);
        assert_eq!(texts("a\t\"two\nlines\"\nb\tc"), [vec!["a", "two\nlines"], vec!["b", "c"]]);
    }

    #[test]
    fn faults_have_places_and_the_rows_below_are_read() {
        let text = "a\t\"open\nb\tc\"d\n\"e\"f\tg\n";
        let found: Vec<_> = rows(text, 0).map(|row| row.fault).collect();
        // The first quote pairs with the one in the second line; what stands behind that is the fault.
        assert_eq!(found, [Some((Fault::Behind, 12)), Some((Fault::Behind, 17))]);
        assert_eq!(
            rows("a\t\"open\nb\tc\n", 0).map(|row| (row.fault, row.cells.len())).collect::<Vec<_>>(),
            [(Some((Fault::Open, 2)), 2), (None, 2)]
        );
        assert_eq!(Lines::new(text).place(10), (2, 3));
    }
}
