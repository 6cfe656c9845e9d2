//! The country groups and their columns.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use roxmltree::Document;

use super::names::Names;
use super::quoted;
use super::table::{appendix, cells, text};
use crate::Outcome;

/// The groups in YAML and their number.
pub(super) struct Groups {
    pub(super) yaml: String,
    pub(super) groups: usize,
}

/// Reads the groups from the part that holds them: A, D and E are tables with a column each, B is a plain list.
pub(super) fn make(xml: &str, names: &Names) -> Outcome<Groups> {
    let document = Document::parse(xml).map_err(|e| e.to_string())?;
    let supplement = appendix(&document, "Supplement No. 1 to Part 740")?;
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for table in supplement.descendants().filter(|node| node.has_tag_name("TABLE")) {
        let mut columns: Vec<String> = Vec::new();
        for row in table.descendants().filter(|node| node.has_tag_name("TR")) {
            if row.ancestors().any(|up| up.has_tag_name("TFOOT")) {
                continue;
            }
            let cells = cells(row);
            if row.ancestors().any(|up| up.has_tag_name("THEAD")) {
                columns = cells.iter().map(|cell| group(cell)).collect();
                continue;
            }
            let Some((name, marks)) = cells.split_first() else { continue };
            let code = names.code(name)?;
            for (column, _) in columns.iter().skip(1).zip(marks).filter(|(_, mark)| mark.as_str() == "X") {
                groups.entry(column.clone()).or_default().push(code.clone());
            }
        }
    }
    for item in supplement.descendants().filter(|node| node.has_tag_name("LI")) {
        let code = names.code(&text(item))?;
        groups.entry("B".to_owned()).or_default().push(code);
    }
    let mut yaml = String::from("sets:\n");
    for (group, members) in &mut groups {
        members.sort();
        members.dedup();
        let _ = writeln!(yaml, "- {{set: \"{group}\", members: {}, citation: \"15 CFR part 740, Supplement No. 1\"}}", quoted(members));
    }
    Ok(Groups { yaml, groups: groups.len() })
}

/// The group a column's heading names (`[D: 1] National Security`).
fn group(heading: &str) -> String {
    let inner = heading.split_once('[').and_then(|(_, behind)| behind.split_once(']')).map_or("", |(inner, _)| inner);
    inner.replace(' ', "")
}
