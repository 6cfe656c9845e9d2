//! The country chart: for each destination the reasons for control for which a licence is required.

use std::fmt::Write as _;

use roxmltree::Document;

use super::names::Names;
use super::table::{appendix, cells};
use super::{Table, quoted};
use crate::Outcome;

/// Reads the chart from the part that holds it.
pub(super) fn make(xml: &str, names: &Names) -> Outcome<Table> {
    let document = Document::parse(xml).map_err(|e| e.to_string())?;
    let supplement = appendix(&document, "Supplement No. 1 to Part 738")?;
    let mut columns: Vec<String> = Vec::new();
    let mut rows: Vec<(String, String)> = Vec::new();
    for row in supplement.descendants().filter(|node| node.has_tag_name("TR")) {
        if row.ancestors().any(|up| up.has_tag_name("TFOOT")) {
            continue;
        }
        let cells = cells(row);
        if row.ancestors().any(|up| up.has_tag_name("THEAD")) {
            if cells.iter().all(|cell| cell.len() == 4) {
                columns = cells.iter().map(|cell| cell.replacen(' ', " Column ", 1)).collect();
            }
            continue;
        }
        let Some((name, marks)) = cells.split_first() else { continue };
        if name.starts_with("See ") || name.is_empty() {
            continue;
        }
        let Ok(code) = names.code(name) else {
            // Footnotes stand in rows of their own below the table.
            if marks.is_empty() {
                continue;
            }
            return names.code(name).map(|_| Table { yaml: String::new(), rows: 0 });
        };
        let yaml = match marks {
            [refers] => format!("- {{to: \"{code}\", refers: \"{}\"}}", sections(refers)),
            marks if marks.len() == columns.len() => {
                let marked = columns.iter().zip(marks).filter(|(_, mark)| *mark == "X").map(|(column, _)| column.clone());
                format!("- {{to: \"{code}\", columns: {}}}", quoted(&marked.collect::<Vec<_>>()))
            }
            marks => return Err(format!("the chart's row {name} has {} cells, not {}", marks.len(), columns.len())),
        };
        rows.push((code, yaml));
    }
    rows.sort();
    let mut yaml = format!("chart:\n  citation: \"15 CFR part 738, Supplement No. 1\"\n  columns: {}\n  rows:\n", quoted(&columns));
    for (_, row) in &rows {
        let _ = writeln!(yaml, "  {row}");
    }
    Ok(Table { yaml, rows: rows.len() })
}

/// The provisions a row refers to in place of marks.
fn sections(text: &str) -> String {
    let numbers = text.split([' ', ',']).filter(|word| word.starts_with("74") && word.len() >= 3);
    let numbers: Vec<&str> = numbers.map(|word| word.trim_end_matches('.')).collect();
    let part = numbers.iter().all(|number| !number.contains('.'));
    if part { format!("15 CFR part {}", numbers.join(", ")) } else { format!("15 CFR {}", numbers.join(", ")) }
}
