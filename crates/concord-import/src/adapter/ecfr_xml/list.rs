//! Reads the list itself: categories, groups, entries.

use super::blocks::{Block, Kind};
use super::entry::EntryReader;
use super::fields::{self, Field, Section};
use crate::adapter::note_heading;
use crate::adapter::owners::entry_code;
use crate::document::{Document, Problem, RawNote};

/// Reads the blocks of the list into a document.
pub(super) fn read(blocks: &[Block], document: &mut Document) {
    let mut reader = ListReader { document, entry: None, category: String::new(), group: String::new() };
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let Some((code, odd)) = opens_entry(blocks, at) else {
            at += 1;
            reader.block(block);
            continue;
        };
        let from = block.text().find(code).unwrap_or(0) + code.len();
        let mut heading = block.text().get(from..).unwrap_or_default().trim().to_owned();
        at += 1;
        // A heading may be printed in several paragraphs.
        while let Some(more) = blocks.get(at).filter(|b| continues_heading(b)) {
            heading.push(' ');
            heading.push_str(more.text());
            at += 1;
        }
        let end = (at..blocks.len()).find(|next| opens_entry(blocks, *next).is_some()).unwrap_or(blocks.len());
        let mut own = blocks.get(at..end).unwrap_or_default().iter().filter(|b| b.kind == Kind::Paragraph);
        let headed = own.any(|b| matches!(fields::field(b.text()), Some((Field::Items, _))));
        reader.close();
        if let Some(what) = odd {
            reader.document.problems.push(Problem { place: code.to_owned(), line: block.line, what: what.to_owned() });
        }
        reader.entry = Some(EntryReader::new(code, &heading, block.line, headed));
    }
    reader.close();
}

struct ListReader<'d> {
    document: &'d mut Document,
    entry: Option<EntryReader>,
    category: String,
    group: String,
}

impl ListReader<'_> {
    fn close(&mut self) {
        if let Some(reader) = self.entry.take() {
            let (entry, problems) = reader.finish();
            if let Some(first) = self.document.entries.iter().find(|e| e.code == entry.code) {
                let what = format!("the entry {} occurs twice (first in line {})", entry.code, first.line);
                self.document.problems.push(Problem { place: entry.code.clone(), line: entry.line, what });
            }
            self.document.entries.push(entry);
            self.document.problems.extend(problems);
        }
    }

    fn block(&mut self, block: &Block) {
        if block.kind == Kind::Heading && fields::section(block.text()).is_none() && self.heading(block) {
            return;
        }
        if block.kind == Kind::Paragraph && block.inline.bold_start && block.text().starts_with("EAR99") {
            self.close();
            self.note("EAR99", block);
            self.line(block.text());
            return;
        }
        match &mut self.entry {
            Some(entry) => entry.block(block),
            None => self.general(block),
        }
    }

    /// A heading of a category, a part, a product group or an annex; returns whether it is one.
    fn heading(&mut self, block: &Block) -> bool {
        let text = block.text();
        let words: Vec<&str> = text.split([' ', '—', '-', '.']).filter(|w| !w.is_empty()).collect();
        match words.as_slice() {
            ["Category", number, ..] if number.len() == 1 => {
                (*number).clone_into(&mut self.category);
                self.group.clear();
            }
            ["Part", number, ..] if number.len() == 1 => {
                self.category = format!("{} Part {number}", self.category.split(' ').next().unwrap_or_default());
                self.group.clear();
            }
            [group, ..] if matches!(*group, "A" | "B" | "C" | "D" | "E") && text.get(1..2) == Some(".") => {
                (*group).clone_into(&mut self.group);
            }
            ["Annex" | "Technical", ..] => {
                self.close();
                self.note(text, block);
                return true;
            }
            [numeral, ..] if numeral.bytes().all(|b| b"IVX".contains(&b)) && text.contains('.') => {}
            _ => return false,
        }
        self.close();
        true
    }

    fn owner(&self) -> String {
        let mut parts = self.category.splitn(2, ' ');
        let category = parts.next().unwrap_or_default();
        match parts.next() {
            Some(part) => format!("{category}{} {part}", self.group),
            None => format!("{category}{}", self.group),
        }
    }

    fn note(&mut self, place: &str, block: &Block) {
        let owner = self.owner();
        let (place, rest) = note_heading::place(place);
        let rest = rest.to_owned();
        self.document.notes.push(RawNote { owner, after: String::new(), place, lines: Vec::new(), line: block.line });
        self.line(&rest);
    }

    fn line(&mut self, text: &str) {
        if let Some(note) = self.document.notes.last_mut().filter(|_| !text.is_empty()) {
            note.lines.push(text.to_owned());
        }
    }

    /// A block outside the entries.
    fn general(&mut self, block: &Block) {
        match &block.kind {
            Kind::NoteHeading if block.text().trim_matches(['.', ' ']).bytes().all(|b| b.is_ascii_digit()) => {
                self.line(block.text());
            }
            Kind::NoteHeading => self.note(block.text(), block),
            Kind::Table(rows) => {
                for row in rows {
                    self.line(&row.join(" | "));
                }
            }
            Kind::Picture => {
                let what = "a picture stands here; what it shows is not read".to_owned();
                self.document.problems.push(Problem { place: self.owner(), line: block.line, what });
            }
            Kind::Heading => self.line(block.text()),
            Kind::Paragraph => {
                let owner = self.owner();
                if let Some((heading, rest)) = note_heading::split(block.text()) {
                    self.note(heading, block);
                    self.line(rest);
                } else if self.document.notes.last().is_some_and(|n| n.owner == owner && n.place != "EAR99") {
                    self.line(block.text());
                } else {
                    self.note("Note", block);
                    self.line(block.text());
                }
            }
        }
    }
}

/// The code of the entry a block opens, and what is odd about its heading: a bold code at its start, or a code that the
/// entry's first section follows.
fn opens_entry(blocks: &[Block], at: usize) -> Option<(&str, Option<&'static str>)> {
    let block = blocks.get(at).filter(|b| b.kind == Kind::Paragraph && b.note == 0)?;
    let text = block.text();
    let bare = text.strip_prefix("ECCN ").unwrap_or(text);
    let code = entry_code(bare).and_then(|length| bare.get(..length))?;
    let odd = (bare.len() < text.len()).then_some("the heading does not begin with the code");
    if block.inline.bold_start {
        return Some((code, odd));
    }
    let next = blocks.get(at + 1).and_then(|b| fields::section(b.text()));
    let opens = matches!(next, Some((Section::Licence, _)));
    opens.then_some((code, odd.or(Some("the heading is not set in bold"))))
}

/// Whether a bold paragraph below a heading goes on with it.
fn continues_heading(block: &Block) -> bool {
    block.kind == Kind::Paragraph
        && block.note == 0
        && block.inline.bold_start
        && fields::section(block.text()).is_none()
        && fields::field(block.text()).is_none()
        && note_heading::split(block.text()).is_none()
        && entry_code(block.text()).is_none()
}
