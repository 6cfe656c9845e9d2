//! Reads a list laid out as an outline: one paragraph a line, its full dotted code, a space, its text.
//!
//! A line `CODE Note 1: …`, `CODE N.B. …` or `CODE Technical Note: …` is a note. Companion files hold what stands outside the
//! entries: definitions, general notes, notes to categories.

mod companion;
mod items;

use super::label::Label;
use super::owners::{self, entry_code};
use super::sequence::{Fit, Sequence};
use super::{ImportError, Input, bytes, note_heading, numbers};
use crate::document::{Document, Problem, RawEntry, RawNote, RawParagraph};

/// Reads an outline and the companion files beside it, each plain or compressed with gzip.
pub fn read(main: Input<'_>, companions: &[Input<'_>]) -> Result<Document, ImportError> {
    let text = bytes::text(main.name, main.bytes)?;
    let mut reader = Reader { document: Document::default(), labels: Vec::new(), last: Last::Nothing };
    for (at, line) in text.lines().enumerate() {
        let line_number = at + 1;
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            reader.line(&line, line_number);
        }
    }
    if reader.document.entries.is_empty() {
        return Err(ImportError::new(
            main.name,
            "no line starts with the code of an entry",
            "give an outline: each line a full code, a space and the paragraph's text",
        )
        .at(1, 1));
    }
    let mut document = reader.document;
    for companion in companions {
        let text = bytes::text(companion.name, companion.bytes)?;
        companion::read(companion.name, &text, &mut document);
    }
    numbers::detect(&text, &mut document);
    Ok(document)
}

/// Reads the outline among several files; the others are its companions.
pub(super) fn read_all(inputs: &[Input<'_>]) -> Result<Document, ImportError> {
    let main = inputs.iter().position(|i| bytes::text(i.name, i.bytes).is_ok_and(|t| matches(&t))).unwrap_or(0);
    let Some(first) = inputs.get(main) else {
        return Err(ImportError::new("", "there is no input", "name at least one file"));
    };
    let companions: Vec<Input<'_>> = inputs.iter().enumerate().filter(|(at, _)| *at != main).map(|(_, i)| *i).collect();
    read(*first, &companions)
}

/// Whether a text looks like an outline: most of its first lines start with a code.
pub(super) fn matches(start: &str) -> bool {
    let lines: Vec<&str> = start.lines().filter(|l| !l.trim().is_empty()).take(20).collect();
    let coded = lines.iter().filter(|l| code(l).is_some()).count();
    coded > 0 && coded * 4 >= lines.len() * 3
}

/// The code a line starts with, as printed, and the text behind it.
fn code(line: &str) -> Option<(&str, &str)> {
    entry_code(line)?;
    let (code, text) = line.split_once(char::is_whitespace)?;
    Some((code, text.trim_start()))
}

/// What the line before was.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Last {
    Nothing,
    Paragraph(String),
    Note(String),
}

struct Reader {
    document: Document,
    /// The labels of each entry, in the order of the entries.
    labels: Vec<Sequence>,
    last: Last,
}

impl Reader {
    fn problem(&mut self, place: &str, line: usize, what: impl Into<String>) {
        self.document.problems.push(Problem { place: place.to_owned(), line, what: what.into() });
    }

    fn line(&mut self, text: &str, line: usize) {
        let Some((printed, text)) = code(text) else {
            if !self.document.entries.is_empty() {
                self.problem("", line, "the line has no code; it goes on with the line above");
                self.continues(text, line);
            }
            return;
        };
        let code = canonical(printed);
        if code != printed {
            self.problem(&code, line, format!("the code is printed as `{printed}`"));
        }
        let entry = code.get(..5).unwrap_or(&code).to_owned();
        let at = self.entry(&entry, &code, text, line);
        let heading = note_heading::split(text);
        if code == entry && heading.is_none() && self.document.entries.get(at).is_some_and(|e| e.line == line) {
            self.last = Last::Paragraph(code);
            return;
        }
        match heading {
            Some((heading, rest)) => self.note(at, &code, heading, rest, line),
            None => self.paragraph(at, &code, printed, text, line),
        }
    }

    /// The position of an entry, new where the code opens it.
    fn entry(&mut self, entry: &str, code: &str, text: &str, line: usize) -> usize {
        if let Some(at) = self.document.entries.iter().rposition(|e| e.code == entry) {
            if at + 1 != self.document.entries.len() {
                self.problem(code, line, "the line stands outside its entry");
            }
            return at;
        }
        let heading = if code == entry && note_heading::split(text).is_none() { text } else { "" };
        if heading.is_empty() {
            self.problem(code, line, format!("the entry {entry} has no heading"));
        }
        let root = RawParagraph { code: entry.to_owned(), printed: entry.to_owned(), text: heading.to_owned(), line };
        self.document.entries.push(RawEntry {
            code: entry.to_owned(),
            heading: heading.to_owned(),
            line,
            paragraphs: vec![root],
            ..RawEntry::default()
        });
        self.labels.push(Sequence::new(entry));
        self.document.entries.len() - 1
    }

    fn paragraph(&mut self, at: usize, code: &str, printed: &str, text: &str, line: usize) {
        let (Some(entry), Some(labels)) = (self.document.entries.get_mut(at), self.labels.get_mut(at)) else { return };
        let segments: Vec<&str> = code.split('.').skip(1).collect();
        let label = Label { printed, segments, through: None, text, parenthesised: false, oddity: None };
        let fit = if code == entry.code { Fit::Duplicate } else { labels.in_full(&label).fit };
        let before = labels.sibling_before(code).unwrap_or_default().to_owned();
        let what = match fit {
            Fit::Duplicate => "the line repeats a code; it goes on with what stands above".to_owned(),
            Fit::Orphan => format!("{code} has no paragraph above it"),
            Fit::Disorder => format!("{code} stands behind `{before}`"),
            Fit::Gap if before.is_empty() => format!("{code} is the first label of its level"),
            Fit::Gap => format!("{code} follows `{before}`; the labels between are missing"),
            Fit::Next => String::new(),
        };
        if fit != Fit::Duplicate {
            labels.add(code);
            entry.paragraphs.push(RawParagraph { code: code.to_owned(), printed: printed.to_owned(), text: text.to_owned(), line });
        }
        if !what.is_empty() {
            self.problem(code, line, what);
        }
        if fit == Fit::Duplicate {
            if !matches!(&self.last, Last::Paragraph(last) | Last::Note(last) if last == code) {
                self.last = Last::Paragraph(code.to_owned());
            }
            self.continues(text, line);
        } else {
            self.last = Last::Paragraph(code.to_owned());
        }
    }

    fn note(&mut self, at: usize, code: &str, heading: &str, rest: &str, line: usize) {
        let (Some(entry), Some(labels)) = (self.document.entries.get_mut(at), self.labels.get(at)) else { return };
        let (place, more) = note_heading::place(heading);
        let text = if more.is_empty() { rest.to_owned() } else { format!("{more} {rest}") };
        let mut stated = owners::in_heading(&entry.code, heading);
        let mut place = place;
        for part in items::notes(&text) {
            let text = match note_heading::split(part).filter(|_| part.as_ptr() != text.as_ptr()) {
                Some((heading, rest)) => {
                    place = note_heading::place(heading).0;
                    stated.clear();
                    rest
                }
                None => part,
            };
            let mut owners = std::mem::take(&mut stated);
            if owners.is_empty() {
                owners = owners::in_text(&entry.code, text);
            }
            // What a note states must exist; else it belongs where the outline puts it.
            owners.retain(|owner| labels.nearest(owner) == *owner);
            if owners.is_empty() {
                owners.push(labels.nearest(code));
            }
            let (after, lines) = (labels.current().to_owned(), items::split(text));
            for owner in owners {
                entry.notes.push(RawNote { owner, after: after.clone(), place: place.clone(), lines: lines.clone(), line });
            }
        }
        self.last = Last::Note(code.to_owned());
    }

    /// A line that goes on with the one above.
    fn continues(&mut self, text: &str, line: usize) {
        let code = match &self.last {
            Last::Nothing => return,
            Last::Paragraph(code) | Last::Note(code) => code.clone(),
        };
        let entry = code.get(..5).unwrap_or(&code);
        let Some(entry) = self.document.entries.iter_mut().rev().find(|e| e.code == entry) else { return };
        if matches!(self.last, Last::Note(_)) {
            let last = entry.notes.last().map(|n| (n.line, n.place.clone()));
            for note in entry.notes.iter_mut().filter(|n| last.as_ref().is_some_and(|(line, place)| n.line == *line && n.place == *place)) {
                note.lines.extend(items::split(text));
            }
        } else if let Some(paragraph) = entry.paragraphs.iter_mut().rev().find(|p| p.code == code) {
            paragraph.text.push(' ');
            paragraph.text.push_str(text);
        } else {
            self.problem(&code, line, "the line goes on with nothing");
        }
    }
}

/// A code in canonical form: no final dot, labels in lower case.
fn canonical(printed: &str) -> String {
    let printed = printed.trim_end_matches(['.', ':', ',']);
    let (entry, path) = printed.split_at_checked(5).unwrap_or((printed, ""));
    format!("{entry}{}", path.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Document {
        read(Input { name: "test.txt", bytes: text.as_bytes() }, &[]).unwrap()
    }

    #[test]
    fn lines_become_paragraphs_and_notes() {
        let document = outline(
            "9A999 Lathes, as follows:\n9A999 N.B. SEE ALSO 9B999.\n9A999.a Big;\n9A999.a.1 Red;\n9A999.a Note: 9A999.a.1. does not control: a. Old lathes; b. Toys.\n",
        );
        let entry = &document.entries[0];
        let codes: Vec<&str> = entry.paragraphs.iter().map(|p| p.code.as_str()).collect();
        assert_eq!(codes, ["9A999", "9A999.a", "9A999.a.1"]);
        assert_eq!(entry.notes[0].place, "N.B.");
        assert_eq!((entry.notes[1].owner.as_str(), entry.notes[1].lines.len()), ("9A999.a.1", 3));
        assert!(document.problems.is_empty());
    }

    #[test]
    fn defects_stay_visible() {
        let document = outline("9A999 Lathes:\n9A999.a Big;\n9A999.a red.\n9A999.c Small;\n9A999.d.1 Tiny;\n");
        let what: Vec<&str> = document.problems.iter().map(|p| p.what.as_str()).collect();
        assert_eq!(document.entries[0].paragraphs[1].text, "Big; red.");
        assert_eq!(what.len(), 3, "{what:?}");
    }

    #[test]
    fn no_code_is_an_error() {
        let error = read(Input { name: "x.txt", bytes: b"hello\nworld" }, &[]).unwrap_err();
        assert_eq!(error.line, Some(1));
    }
}
