//! Reads the defined terms of part 772.

use super::blocks::{Block, Kind};
use crate::adapter::note_heading;
use crate::document::{Document, RawDefinition};

/// Reads the blocks of § 772.1.
pub(super) fn read(blocks: &[Block], document: &mut Document) {
    let definitions = &mut document.definitions;
    for block in blocks {
        let text = block.text();
        match &block.kind {
            Kind::Paragraph if block.note == 0 => {
                if let Some((term, rest)) = term(block) {
                    let citation = "15 CFR 772.1".to_owned();
                    definitions.push(RawDefinition { term, text: rest.to_owned(), citation, line: block.line });
                    continue;
                }
                more(definitions, text);
            }
            Kind::NoteHeading | Kind::Paragraph => more(definitions, text),
            Kind::Table(rows) => rows.iter().for_each(|row| more(definitions, &row.join(" | "))),
            Kind::Heading | Kind::Picture => {}
        }
    }
}

fn more(definitions: &mut [RawDefinition], text: &str) {
    if let Some(last) = definitions.last_mut() {
        if !last.text.is_empty() {
            last.text.push('\n');
        }
        last.text.push_str(text);
    }
}

/// The term a paragraph defines: set in italics or in quotes at its start.
fn term(block: &Block) -> Option<(String, &str)> {
    let text = block.text();
    if text.starts_with('(') || note_heading::split(text).is_some() {
        return None;
    }
    let lead = block.inline.italic_start.as_str();
    let quoted = text.starts_with('“').then(|| text.split('”').next()).flatten().map(|q| q.trim_start_matches('“'));
    let (lead, from_quote) = match quoted {
        Some(quoted) => (quoted, true),
        None if !lead.is_empty() && !block.inline.italic => (lead, false),
        None => return None,
    };
    let term = lead.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '“' | '”' | '—' | ':'));
    if term.is_empty() || term.chars().all(|c| !c.is_alphabetic()) {
        return None;
    }
    let rest = if from_quote { text.split_once('”').map_or("", |(_, r)| r) } else { text.strip_prefix(lead).unwrap_or(text) };
    Some((term.to_owned(), rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '”' | '—' | ','))))
}
