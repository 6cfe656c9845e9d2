//! What the list's tables of controls say beyond a reason and a column, and the country groups its entries close an exception to.

use std::fmt::Write as _;

use concord_import::document::Document;
use concord_import::licence::{closings, reaches};

use super::{Table, quoted};

/// The reach of reasons, and the closings.
pub(super) fn make(document: &Document) -> (Table, Table) {
    let (mut reach, mut closed) = (String::from("reaches:\n"), String::from("closings:\n"));
    let (mut rows, mut shut) = (0, 0);
    for entry in &document.entries {
        let code = &entry.licence.entry;
        for found in reaches(&entry.licence) {
            let _ = write!(reach, "- {{entry: \"{code}\", row: \"{}\", reason: \"{}\"", found.row, found.reason);
            for (key, codes) in [("only", &found.only), ("except", &found.except), ("unclear", &found.unclear), ("related", &found.related)]
            {
                if !codes.is_empty() {
                    let _ = write!(reach, ", {key}: {}", quoted(codes));
                }
            }
            reach.push_str(if found.narrowed { ", narrowed: true}\n" } else { "}\n" });
            rows += 1;
        }
        for found in closings(&entry.licence) {
            let items = if found.codes.is_empty() { vec![code.clone()] } else { found.codes };
            let _ = write!(closed, "- {{authorisation: STA, items: {}, to: {}", quoted(&items), quoted(&found.groups));
            if found.narrowed {
                closed.push_str(", if: [\"the part of the entry that its special conditions name\"]");
            }
            let _ = writeln!(closed, ", citation: \"15 CFR part 774, Supplement No. 1, {code}, special conditions for STA\"}}");
            shut += 1;
        }
    }
    (Table { yaml: reach, rows }, Table { yaml: closed, rows: shut })
}
