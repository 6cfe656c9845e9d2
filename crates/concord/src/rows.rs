//! Plain facts as rows: one object a line, comma-separated, or aligned columns.

use std::fmt::Write as _;

use concord_report::json;
use concord_report::machine::csv;
use serde_json::{Map, Value};

use crate::cli::Format;
use crate::failure::Failure;

/// One row: values by column, in the order of the columns.
pub(crate) type Row = Map<String, Value>;

/// A table of facts; every row has the columns named.
pub(crate) struct Rows {
    /// Names of the columns.
    pub(crate) columns: &'static [&'static str],
    /// The rows.
    pub(crate) rows: Vec<Row>,
}

impl Rows {
    /// A table without rows.
    pub(crate) fn new(columns: &'static [&'static str]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row; the values stand in the order of the columns.
    pub(crate) fn push<const N: usize>(&mut self, values: [Value; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.rows.push(self.columns.iter().map(|name| (*name).to_owned()).zip(values).collect());
    }

    /// The table in a format.
    pub(crate) fn render(&self, format: Option<Format>, command: &str) -> Result<String, Failure> {
        match format {
            None | Some(Format::Text) => Ok(self.text()),
            Some(Format::Jsonl) => self.jsonl(),
            Some(Format::Csv) => Ok(self.csv()),
            Some(other) => Err(other.refuse(command, "text, jsonl and csv")),
        }
    }

    fn jsonl(&self) -> Result<String, Failure> {
        let lines: Result<String, _> = self.rows.iter().map(json::line).collect();
        lines.map_err(|error| Failure::input(error.to_string(), ""))
    }

    fn csv(&self) -> String {
        let rows = self.rows.iter().map(|row| csv::line(row.values().map(plain)));
        std::iter::once(csv::line(self.columns)).chain(rows).collect()
    }

    fn text(&self) -> String {
        let cells: Vec<Vec<String>> = self.rows.iter().map(|row| row.values().map(one_line).collect()).collect();
        let width = |column: usize| {
            cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default().min(60)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| width(column).max(self.columns[column].len())).collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let mut out = String::new();
            for (cell, width) in cells.zip(&widths) {
                let _ = write!(out, "{cell:width$}  ");
            }
            out.trim_end().to_owned() + "\n"
        };
        let mut out = line(&mut self.columns.iter().copied());
        for row in &cells {
            out.push_str(&line(&mut row.iter().map(String::as_str)));
        }
        out
    }
}

/// A value as a cell: texts without quotes, lists joined.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

fn one_line(value: &Value) -> String {
    concord_report::one_line(&plain(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rows() -> Rows {
        let mut rows = Rows::new(&["code", "said"]);
        rows.push([json!("1A001"), json!(["a, b", "\"c\""])]);
        rows.push([json!("1A002.a"), json!("=1+1")]);
        rows
    }

    #[test]
    fn one_object_a_line() {
        let text = rows().render(Some(Format::Jsonl), "list").unwrap();
        assert_eq!(text.lines().next(), Some(r#"{"code":"1A001","said":["a, b","\"c\""]}"#));
    }

    #[test]
    fn comma_separated() {
        let text = rows().render(Some(Format::Csv), "list").unwrap();
        assert_eq!(text, "code,said\n1A001,\"a, b; \"\"c\"\"\"\n1A002.a,'=1+1\n");
    }

    #[test]
    fn aligned_columns() {
        assert_eq!(rows().render(None, "list").unwrap(), "code     said\n1A001    a, b; \"c\"\n1A002.a  =1+1\n");
    }

    #[test]
    fn other_formats_are_refused() {
        assert_eq!(rows().render(Some(Format::Md), "list").unwrap_err().status(), 2);
    }
}
