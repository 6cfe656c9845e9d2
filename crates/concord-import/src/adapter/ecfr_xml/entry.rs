//! Reads the blocks of one entry.

mod items;
mod licence;
mod notes;

use super::blocks::{Block, Kind};
use super::fields::{self, Field, Section};
use crate::adapter::sequence::Sequence;
use crate::adapter::{label, note_heading};
use crate::document::{Problem, RawEntry, RawException, RawLicence, RawParagraph};

/// What a line without a label of its own belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Reasons,
    Exception,
    Sta,
    Paragraph,
    Note,
}

/// Reads one entry, block by block.
pub(super) struct EntryReader {
    entry: RawEntry,
    section: Section,
    open: Open,
    /// Number of the note element the open note stands in; 0 for one in plain paragraphs.
    element: usize,
    /// Whether a line headed `Items:` comes.
    headed: bool,
    /// Whether the open note is set in italics, as notes are.
    italic_note: bool,
    /// Labels of the open note's own items.
    items: Sequence,
    /// The codes stated for the note being read.
    owners: Vec<(usize, Vec<String>)>,
    labels: Sequence,
    /// Parents that do not exist and are reported.
    missing: Vec<String>,
    problems: Vec<Problem>,
}

impl EntryReader {
    /// Starts an entry at its heading; `headed` tells whether one of its lines is headed `Items:`.
    pub(super) fn new(code: &str, heading: &str, line: usize, headed: bool) -> Self {
        let paragraph = RawParagraph { code: code.to_owned(), printed: code.to_owned(), text: heading.to_owned(), line };
        let entry = RawEntry {
            code: code.to_owned(),
            heading: heading.to_owned(),
            line,
            paragraphs: vec![paragraph],
            licence: RawLicence { entry: code.to_owned(), ..RawLicence::default() },
            ..RawEntry::default()
        };
        Self {
            entry,
            section: Section::Heading,
            open: Open::Paragraph,
            element: 0,
            headed,
            italic_note: false,
            items: Sequence::new(""),
            owners: Vec::new(),
            labels: Sequence::new(code),
            missing: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Reads one block.
    pub(super) fn block(&mut self, block: &Block) {
        match &block.kind {
            Kind::Heading => self.heading(block),
            Kind::Picture => self.problem(block.line, "a picture stands here; what it shows is not read"),
            Kind::Table(rows) => self.table(rows, block),
            Kind::NoteHeading => self.note_heading(block),
            Kind::Paragraph if block.note != 0 => self.note_paragraph(block),
            Kind::Paragraph => self.paragraph(block),
        }
    }

    /// The entry, and what is wrong in it.
    pub(super) fn finish(mut self) -> (RawEntry, Vec<Problem>) {
        self.place_notes();
        (self.entry, self.problems)
    }

    fn problem(&mut self, line: usize, what: impl Into<String>) {
        let place = self.labels.current().to_owned();
        self.problems.push(Problem { place, line, what: what.into() });
    }

    // Headings and labelled lines.

    fn heading(&mut self, block: &Block) {
        if fields::section(block.text()).is_some() {
            self.paragraph(block);
        } else {
            // A heading that only groups paragraphs; what follows is no part of the note above it.
            self.open = Open::Paragraph;
        }
    }

    fn paragraph(&mut self, block: &Block) {
        let text = block.text();
        if let Some((section, rest)) = fields::section(text) {
            self.section(section, rest, block);
        } else if let Some((field, rest)) = fields::field(text).filter(|(f, _)| self.takes(f)) {
            self.field(field, rest, block);
        } else if let Some((heading, rest)) = note_heading::split(text) {
            self.start_note(heading, 0, block.line);
            self.note_line(rest);
        } else if self.section == Section::Items {
            self.item(text, block);
        } else {
            self.continuation(text, block);
        }
    }

    /// Among the items only the labels that cannot be an item's words count.
    fn takes(&self, field: &Field) -> bool {
        self.section != Section::Items || matches!(field, Field::Note(_))
    }

    fn section(&mut self, section: Section, rest: &str, block: &Block) {
        self.section = section;
        self.open = match section {
            Section::Licence => Open::Reasons,
            Section::Sta => Open::Sta,
            _ => Open::Nothing,
        };
        if section == Section::Reporting {
            self.start_note("Reporting Requirements", 0, block.line);
            self.note_line(rest);
        } else if !rest.is_empty() {
            self.problem(block.line, "items begin without the heading “Items”");
            self.section = Section::Items;
            self.item(rest, block);
        }
    }

    fn field(&mut self, field: Field, rest: &str, block: &Block) {
        match field {
            Field::Reason => {
                self.section = Section::Licence;
                rest.clone_into(&mut self.entry.licence.reason_line);
                self.open = Open::Reasons;
            }
            Field::Control | Field::Chart => {
                self.open = Open::Reasons;
                self.reason(rest);
            }
            Field::Items => {
                self.section = Section::Items;
                self.open = Open::Paragraph;
                if label::read(rest).is_some_and(|l| label::opens(l.segments.first().copied().unwrap_or_default())) {
                    self.item(rest, block);
                } else if !rest.is_empty()
                    && !is_pointer(rest)
                    && let Some(root) = self.entry.paragraphs.first_mut()
                {
                    append(&mut root.text, rest);
                }
            }
            Field::Note(name) => {
                if name != "Reporting Requirements" {
                    self.section = Section::Controlled;
                }
                self.start_note(name, 0, block.line);
                self.note_line(rest);
            }
            Field::Exception(symbol) if self.section == Section::Sta => {
                self.open = Open::Sta;
                let text = if symbol == "STA" { rest } else { block.text() };
                append(&mut self.entry.licence.special_sta, text);
            }
            Field::Exception(symbol) if symbol == "STA" => {
                self.open = Open::Sta;
                append(&mut self.entry.licence.special_sta, rest);
            }
            Field::Exception(symbol) => {
                self.open = Open::Exception;
                self.entry.licence.exceptions.push(RawException { symbol, text: rest.to_owned() });
            }
        }
    }

    /// A line that stands for itself outside the items.
    fn continuation(&mut self, text: &str, block: &Block) {
        match self.open {
            Open::Reasons if self.section == Section::Licence => self.reason(text),
            Open::Exception => {
                if let Some(last) = self.entry.licence.exceptions.last_mut() {
                    append(&mut last.text, text);
                }
            }
            Open::Sta => append(&mut self.entry.licence.special_sta, text),
            _ if self.section == Section::Controlled && is_pointer(text) => self.section = Section::Items,
            _ if self.section == Section::Controlled && !self.headed && opens_items(text) && !block.inline.italic => {
                self.problem(block.line, "items begin without the heading “Items”");
                self.section = Section::Items;
                self.open = Open::Paragraph;
                self.item(text, block);
            }
            Open::Note if self.element == 0 || block.inline.italic => self.note_line(text),
            _ if self.section == Section::Exceptions => {
                if !text.starts_with('(') {
                    self.problem(block.line, "a line among the exceptions has no heading; it is read as a note");
                    self.start_note("License Exceptions Note", 0, block.line);
                    self.note_line(text);
                }
            }
            _ if self.section == Section::Licence => {
                self.start_note("License Requirements", 0, block.line);
                self.note_line(text);
            }
            _ => {
                self.problem(block.line, "a line without a heading; it is read as a note");
                self.start_note("Note", 0, block.line);
                self.note_line(text);
            }
        }
    }
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

/// Whether a line only says that the heading states the items.
fn is_pointer(text: &str) -> bool {
    let start = "the list of items controlled";
    text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start)) && text.contains("in the ECCN heading")
}

fn opens_items(text: &str) -> bool {
    label::read(text).is_some_and(|l| l.oddity.is_none() && l.segments.first() == Some(&"a"))
}
