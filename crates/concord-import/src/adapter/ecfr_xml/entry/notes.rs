//! Notes: where they begin and end, and what they speak for.

use super::{EntryReader, Open, append};
use crate::adapter::ecfr_xml::blocks::Block;
use crate::adapter::ecfr_xml::fields::Section;
use crate::adapter::sequence::{Fit, Sequence};
use crate::adapter::{label, note_heading, owners};
use crate::document::{Problem, RawNote};

impl EntryReader {
    pub(super) fn start_note(&mut self, heading: &str, element: usize, line: usize) {
        let (place, rest) = note_heading::place(heading);
        let after = self.labels.current().to_owned();
        let stated = owners::in_heading(&self.entry.code, heading.split(':').next().unwrap_or(heading));
        self.owners.push((self.entry.notes.len(), stated));
        self.entry.notes.push(RawNote { owner: String::new(), after, place, lines: Vec::new(), line });
        self.open = Open::Note;
        self.element = element;
        self.items = Sequence::new("");
        self.note_line(rest);
    }

    pub(super) fn note_line(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(note) = self.entry.notes.last_mut() {
            note.lines.push(text.to_owned());
        }
        if let Some(label) = label::read(text) {
            let place = self.items.place(&label);
            self.items.add(&place.code);
        }
    }

    pub(super) fn note_heading(&mut self, block: &Block) {
        let text = block.text();
        let number = text.trim_end_matches(['.', ' ']);
        if number.is_empty() || number.bytes().all(|b| b.is_ascii_digit()) {
            // Not a heading but the number of an item of the note above, or nothing.
            if self.open != Open::Note {
                self.start_note("Note", block.note, block.line);
            }
            self.element = block.note;
            if !number.is_empty() {
                self.note_line(&format!("{number}."));
            }
            return;
        }
        self.start_note(text, block.note, block.line);
        self.italic_note = block.inline.italic;
    }

    pub(super) fn note_paragraph(&mut self, block: &Block) {
        let text = block.text();
        if self.element != block.note || self.open != Open::Note {
            let (heading, rest) = note_heading::split(text).unwrap_or(("Note", text));
            self.start_note(heading, block.note, block.line);
            self.italic_note = block.inline.italic;
            self.note_line(rest);
            return;
        }
        // A heading alone in its element leaves the number of its first item in the heading.
        let numbered = self.entry.notes.last().and_then(|n| n.lines.last()).is_some_and(|l| l.len() <= 3 && l.ends_with('.'));
        if numbered {
            if let Some(last) = self.entry.notes.last_mut().and_then(|n| n.lines.last_mut()) {
                append(last, text);
            }
            return;
        }
        if self.is_swallowed(block) {
            self.problem(block.line, "a paragraph stands inside the element of a note");
            self.item(text, block);
            return;
        }
        if let Some((heading, rest)) = note_heading::split(text)
            && self.entry.notes.last().is_some_and(|n| !n.lines.is_empty())
        {
            let element = self.element;
            self.start_note(heading, element, block.line);
            self.note_line(rest);
            return;
        }
        self.note_line(text);
    }

    /// Whether an upright line inside a note set in italics is the list's next paragraph.
    pub(super) fn is_swallowed(&self, block: &Block) -> bool {
        let upright = self.section == Section::Items && self.italic_note && !block.inline.italic;
        let Some(label) = label::read(block.text()).filter(|l| upright && l.oddity.is_none() && !l.parenthesised) else {
            return false;
        };
        let own = self.items.place(&label).fit == Fit::Next && !self.items.current().is_empty();
        self.labels.in_full(&label).fit == Fit::Next && !own
    }

    /// Settles what each note speaks for; a note that names several paragraphs is kept once for each.
    pub(super) fn place_notes(&mut self) {
        let entry = self.entry.code.clone();
        let mut out = Vec::with_capacity(self.entry.notes.len());
        let notes = std::mem::take(&mut self.entry.notes);
        let mut owners = self.owners.drain(..).map(|(_, stated)| stated);
        for note in notes {
            let mut stated = owners.next().unwrap_or_default();
            if note.lines.iter().all(|l| is_nothing(l)) {
                continue;
            }
            if stated.is_empty() {
                stated = stated_by_lines(&entry, &note.lines);
            }
            if stated.is_empty() {
                let general = !note.place.contains("Note") && !note.place.starts_with("N.B") && note.place != "Table";
                stated.push(if general || note.place.starts_with("License") { entry.clone() } else { note.after.clone() });
            }
            for code in stated {
                let owner = self.labels.nearest(&code);
                if owner != code {
                    let what = format!("{} names {code}, which the entry does not have", note.place);
                    self.problems.push(Problem { place: entry.clone(), line: note.line, what });
                }
                if !out.iter().any(|n: &RawNote| n.line == note.line && n.owner == owner && n.place == note.place && n.lines == note.lines)
                {
                    out.push(RawNote { owner, ..note.clone() });
                }
            }
        }
        self.entry.notes = out;
    }
}

/// The codes that the lines of a note start with: those of the first line, or, where its items state different ones, the code
/// they share.
fn stated_by_lines(entry: &str, lines: &[String]) -> Vec<String> {
    let Some(first) = lines.first() else { return Vec::new() };
    let Some(item) = label::read(first).filter(|l| l.oddity.is_none()) else { return owners::in_text(entry, first) };
    let mut stated = owners::in_text(entry, item.text);
    for line in lines.iter().skip(1) {
        let text = label::read(line).map_or(line.as_str(), |l| l.text);
        let more = owners::in_text(entry, text);
        if !stated.is_empty() && !more.is_empty() && more != stated {
            stated = vec![shared(entry, stated.iter().chain(&more))];
        }
    }
    stated
}

/// The code that all codes share.
fn shared<'c>(entry: &str, codes: impl Iterator<Item = &'c String>) -> String {
    let paths: Vec<Vec<&str>> = codes.map(|c| c.split('.').collect()).collect();
    let Some(first) = paths.first() else { return entry.to_owned() };
    let length = (0..first.len()).take_while(|at| paths.iter().all(|p| p.get(*at) == first.get(*at))).count();
    first.get(..length).unwrap_or_default().join(".")
}

/// Whether a line says that there is nothing to say.
fn is_nothing(line: &str) -> bool {
    matches!(line.trim().trim_end_matches('.'), "" | "N/A" | "None")
}
