//! Reads a list from the lines of its print, each with its place on the page.
//!
//! The input is a table with a row for each printed line: page, distance from the left and from the upper edge, size of the
//! letters, text; raised letters as `^{3}`, lowered ones as `_{2}`. The print has the codes of entries in a column on the left and
//! the text to the right of it, each level of labels (`a.`, `1.`) further in. What a page adds (heads, feet, marks, repeated
//! headings) is taken out; lines become paragraphs; labels and their places give each paragraph its code.
//!
//! The print may hold more than the list. The list is where the codes rise from first to last; what introduces it is read for general
//! notes and definitions; all else is listed as not read.

mod extent;
mod furniture;
mod levels;
mod paragraph;
mod sections;
mod table;
mod unit;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use extent::Extent;
use paragraph::{Printed, SAME};
use sections::{Head, Section};
use table::Tenths;
use unit::Unit;

use super::{ImportError, Input, bytes, numbers};
use crate::document::{DecimalMark, Document, Problem};

/// A title that stands further right than any text does by this, in tenths of a point, stands over something else.
const FAR: Tenths = 600;
/// A repeated heading stands so near to the column of codes.
const NEAR: Tenths = 100;
/// The longest such title.
const TITLE: usize = 60;

/// Whether a text looks like a table of printed lines.
pub(super) fn matches(start: &str) -> bool {
    table::matches(start)
}

/// Reads one table, plain or compressed with gzip.
pub fn read(input: Input<'_>) -> Result<Document, ImportError> {
    let text = bytes::text(input.name, input.bytes)?;
    let lines = table::read(input.name, &text)?;
    let cleared = furniture::clear(lines);
    let paragraphs = paragraph::join(&cleared.lines);
    let Some(extent) = extent::find(&paragraphs) else {
        return Err(ImportError::new(
            input.name,
            "no paragraph opens with the code of an entry",
            "give the lines of a printed list whose codes (`1A001`) stand in a column of their own",
        )
        .at(1, 1));
    };
    let mut document = Reader::new(&paragraphs, &extent).read();
    let list = extent.lines(&paragraphs);
    for note in &cleared.footnotes {
        if furniture::opens_footnote(&note.text) && list.contains(&note.number) {
            let what = format!("page {}: a footnote is not read", note.page);
            document.problems.push(Problem { place: String::new(), line: note.number, what });
        }
    }
    let wording: Vec<&str> = paragraphs.iter().skip(extent.from).map(|p| p.text.as_str()).collect();
    numbers::detect(&wording.join("\n"), &mut document);
    list_ambiguous(&mut document);
    document.problems.sort_by_key(|p| p.line);
    Ok(document)
}

/// Lists the numbers of a text with decimal commas in which a comma may part thousands, as prints have it now and then by mistake.
fn list_ambiguous(document: &mut Document) {
    if document.decimal != DecimalMark::Comma {
        return;
    }
    for paragraph in document.entries.iter().flat_map(|e| &e.paragraphs) {
        for number in numbers::ambiguous(&paragraph.text) {
            // A hundred per cent has no thousands.
            if paragraph.text.split(number).skip(1).all(|behind| behind.trim_start().starts_with('%')) {
                continue;
            }
            let what = format!("the comma of `{number}` is read as a decimal comma; it may part thousands");
            document.problems.push(Problem { place: paragraph.code.clone(), line: paragraph.line, what });
        }
    }
}

/// Reads the first table among several files.
pub(super) fn read_all(inputs: &[Input<'_>]) -> Result<Document, ImportError> {
    let main = inputs.iter().find(|i| bytes::text(i.name, i.bytes).is_ok_and(|t| matches(&t))).or(inputs.first());
    read(*main.ok_or_else(|| ImportError::new("", "there is no input", "name at least one file"))?)
}

/// What the paragraph before belongs to.
enum Place {
    /// A section, and the entry that it may interrupt.
    Section(Section, Option<Box<Unit>>),
    Unit(Unit),
}

struct Reader<'p> {
    paragraphs: &'p [Printed],
    extent: &'p Extent,
    document: Document,
    place: Place,
    /// Where the text of entries stands.
    text_x: Tenths,
    /// Number of the category, and its part.
    category: String,
}

impl<'p> Reader<'p> {
    fn new(paragraphs: &'p [Printed], extent: &'p Extent) -> Self {
        let mut places: BTreeMap<Tenths, usize> = BTreeMap::new();
        for hang in extent.entries.iter().filter_map(|e| paragraphs.get(*e)?.hang) {
            *places.entry(hang).or_default() += 1;
        }
        let text_x = places.into_iter().max_by_key(|(x, count)| (*count, -x)).map_or(extent.column + 2 * SAME, |(x, _)| x);
        Self { paragraphs, extent, document: Document::default(), place: section("", ""), text_x, category: String::new() }
    }

    fn read(mut self) -> Document {
        let paragraphs = self.paragraphs;
        let entries: BTreeSet<usize> = self.extent.entries.iter().copied().collect();
        let last = entries.last().copied().unwrap_or(0);
        for (at, printed) in paragraphs.iter().enumerate().skip(self.extent.from) {
            if entries.contains(&at)
                && let Some((code, rest)) = paragraph::opens_entry(&printed.text)
            {
                self.turn_to(Place::Unit(Unit::entry(code, rest, printed, self.text_x)));
            } else if at > last && self.document.entries.len() + 1 > entries.len() && matches!(self.place, Place::Section(..)) {
                // Behind the list: a stretch for each part of the document.
                if extent::is_title_of(&printed.text, &self.extent.kind) {
                    self.turn_to(section(&printed.text, ""));
                } else {
                    self.keep(printed);
                }
            } else {
                self.between(printed);
            }
        }
        self.turn_to(section("", ""));
        if let (Some(first), Some(end)) = (paragraphs.first(), self.extent.from.checked_sub(1).and_then(|i| paragraphs.get(i))) {
            let what = format!("pages {} to {}: what stands before the list is not read", first.page, end.page);
            self.document.problems.push(Problem { place: String::new(), line: first.line, what });
        }
        self.document
    }

    /// A paragraph that opens no entry of the list.
    fn between(&mut self, printed: &Printed) {
        if paragraph::is_resumed(&printed.text) && (printed.x - self.extent.column).abs() <= NEAR {
            if matches!(&self.place, Place::Section(_, Some(entry)) if printed.text.starts_with(&entry.code)) {
                self.resume();
            }
            match &mut self.place {
                Place::Unit(unit) => unit.resume(printed),
                Place::Section(_, Some(entry)) => entry.resume(printed),
                Place::Section(_, None) => self.keep(printed),
            }
            return;
        }
        if let Some(head) = sections::head(printed, self.extent.column).filter(|head| *head != Head::Other || !self.is_text(printed)) {
            self.heading(head, printed);
            return;
        }
        match &mut self.place {
            Place::Unit(unit) => {
                let left = printed.x < unit.text_x() - SAME;
                let far = printed.x > unit.deepest() + FAR && is_plain_title(&printed.text);
                if left || far {
                    let title = if far { printed.text.clone() } else { String::new() };
                    self.interrupt(&title);
                    if left {
                        self.keep(printed);
                    }
                } else {
                    unit.add(printed);
                }
            }
            Place::Section(_, Some(entry)) if entry.asks_for(printed) => {
                self.resume();
                if let Place::Unit(entry) = &mut self.place {
                    entry.add(printed);
                }
            }
            Place::Section(..) => self.keep(printed),
        }
    }

    /// Whether a title in capitals stands where the text of the entry does.
    fn is_text(&self, printed: &Printed) -> bool {
        match &self.place {
            Place::Unit(unit) => printed.x >= unit.text_x() - SAME && printed.x <= unit.text_x() + SAME && !printed.opens_page,
            Place::Section(..) => false,
        }
    }

    /// The category that what stands between its entries belongs to.
    fn owner(&self) -> String {
        let in_list = match &self.place {
            Place::Unit(unit) => unit.is_entry(),
            Place::Section(_, entry) => entry.is_some(),
        };
        if in_list || !self.document.entries.is_empty() { self.category.clone() } else { String::new() }
    }

    fn keep(&mut self, printed: &Printed) {
        if let Place::Section(section, _) = &mut self.place {
            section.paragraphs.push(printed.clone());
        }
    }

    fn heading(&mut self, head: Head, printed: &Printed) {
        let code = match head {
            Head::Category(number) => {
                self.category.clone_from(&number);
                number
            }
            Head::Part(number) if !self.category.is_empty() => format!("{} Part {number}", self.category),
            Head::Group(group) => group,
            Head::Part(_) | Head::Other => {
                let owner = self.owner();
                self.turn_to(section(&printed.text, &owner));
                return;
            }
        };
        self.turn_to(Place::Unit(Unit::introduction(&code, &printed.text, printed, self.extent.column)));
    }

    /// Finishes what is open and turns to something else.
    fn turn_to(&mut self, place: Place) {
        match std::mem::replace(&mut self.place, place) {
            Place::Section(section, entry) => {
                if let Some(entry) = entry {
                    self.finish(*entry);
                }
                section.finish(&mut self.document);
            }
            Place::Unit(unit) => self.finish(unit),
        }
    }

    fn finish(&mut self, unit: Unit) {
        let (entry, problems) = unit.finish();
        self.document.problems.extend(problems);
        if entry.paragraphs.is_empty() {
            self.document.notes.extend(entry.notes);
        } else {
            self.document.entries.push(entry);
        }
    }

    /// Opens a section that may interrupt what is open.
    fn interrupt(&mut self, title: &str) {
        let owner = self.owner();
        match std::mem::replace(&mut self.place, section(title, &owner)) {
            Place::Unit(unit) if unit.is_entry() => {
                if let Place::Section(_, entry) = &mut self.place {
                    *entry = Some(Box::new(unit));
                }
            }
            Place::Unit(unit) => self.finish(unit),
            Place::Section(before, _) => before.finish(&mut self.document),
        }
    }

    /// Closes the section that interrupts an entry, and goes on with the entry.
    fn resume(&mut self) {
        if let Place::Section(section, Some(entry)) = std::mem::replace(&mut self.place, section("", "")) {
            section.finish(&mut self.document);
            self.place = Place::Unit(*entry);
        }
    }
}

fn section(title: &str, owner: &str) -> Place {
    Place::Section(Section { owner: owner.to_owned(), title: title.to_owned(), paragraphs: Vec::new() }, None)
}

/// Whether a text can be a title: short, a capital first, no figures, no stop behind it.
fn is_plain_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().count() <= TITLE
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ',' | '"' | '\''))
        && text.chars().filter(|c| c.is_alphabetic()).count() > 3
}
