//! The table of controls and the lines that stand for its rows.

use super::{EntryReader, Open, append};
use crate::adapter::ecfr_xml::blocks::Block;
use crate::adapter::ecfr_xml::fields::Section;
use crate::document::RawReason;

impl EntryReader {
    /// A line of the licence part: a row of its own, or more about the row above.
    pub(super) fn reason(&mut self, text: &str) {
        if text.is_empty() || text == "Control(s)" {
            return;
        }
        let reasons = &mut self.entry.licence.reasons;
        let begins =
            text.find(" appl").is_some_and(|at| at <= 12 && text.get(..2).is_some_and(|r| r.bytes().all(|b| b.is_ascii_uppercase())));
        match reasons.last_mut() {
            Some(last) if !begins => append(&mut last.column, text),
            _ => {
                let (control, column) = first_sentence(text);
                reasons.push(RawReason { control: control.to_owned(), column: column.to_owned() });
            }
        }
    }

    pub(super) fn table(&mut self, rows: &[Vec<String>], block: &Block) {
        if block.note == 0 && matches!(self.section, Section::Heading | Section::Licence) {
            for row in rows {
                let filled = row.iter().rposition(|c| !c.is_empty()).map_or(0, |last| last + 1);
                match row.get(..filled).unwrap_or(row) {
                    [] => {}
                    [control, ..] if control.to_ascii_lowercase().starts_with("control(s)") => {}
                    [control, column] if control.is_empty() => self.reason(column),
                    [control, column] => {
                        self.entry.licence.reasons.push(RawReason { control: control.clone(), column: column.clone() });
                    }
                    // One cell over both columns.
                    [both] => self.reason(both),
                    _ => self.problem(block.line, "a row of the table of controls has more than two cells; it is left out"),
                }
            }
            self.open = Open::Reasons;
            return;
        }
        if self.open != Open::Note || block.note == 0 || self.element != block.note {
            self.start_note("Table", block.note, block.line);
        }
        for row in rows {
            let line = row.iter().filter(|c| !c.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" | ");
            self.note_line(&line);
        }
    }
}

/// Splits behind the first sentence; a full stop counts where a capital follows.
fn first_sentence(text: &str) -> (&str, &str) {
    for (at, _) in text.match_indices(". ") {
        let rest = text.get(at + 2..).unwrap_or_default();
        if rest.starts_with(|c: char| c.is_uppercase()) {
            return (text.get(..=at).unwrap_or(text), rest);
        }
    }
    (text, "")
}
