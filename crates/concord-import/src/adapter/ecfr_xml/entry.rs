//! Reads the blocks of one entry.

use super::blocks::{Block, Kind};
use super::fields::{self, Field, Section};
use crate::adapter::label::{self, Label};
use crate::adapter::note_heading;
use crate::adapter::owners;
use crate::adapter::sequence::{Fit, Place, Sequence};
use crate::document::{Problem, RawEntry, RawException, RawLicence, RawNote, RawParagraph, RawReason};

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

    /// A line of the licence part: a row of its own, or more about the row above.
    fn reason(&mut self, text: &str) {
        if text.is_empty() || text == "Control(s)" {
            return;
        }
        let reasons = &mut self.entry.licence.reasons;
        let begins = text.find(" appl").is_some_and(|at| at <= 12 && text.get(..2).is_some_and(|r| r.bytes().all(|b| b.is_ascii_uppercase())));
        match reasons.last_mut() {
            Some(last) if !begins => append(&mut last.column, text),
            _ => {
                let (control, column) = first_sentence(text);
                reasons.push(RawReason { control: control.to_owned(), column: column.to_owned() });
            }
        }
    }

    fn table(&mut self, rows: &[Vec<String>], block: &Block) {
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

    // Notes.

    fn start_note(&mut self, heading: &str, element: usize, line: usize) {
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

    fn note_line(&mut self, text: &str) {
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

    fn note_heading(&mut self, block: &Block) {
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

    fn note_paragraph(&mut self, block: &Block) {
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
    fn is_swallowed(&self, block: &Block) -> bool {
        let upright = self.section == Section::Items && self.italic_note && !block.inline.italic;
        let Some(label) = label::read(block.text()).filter(|l| upright && l.oddity.is_none() && !l.parenthesised) else {
            return false;
        };
        let own = self.items.place(&label).fit == Fit::Next && !self.items.current().is_empty();
        self.labels.in_full(&label).fit == Fit::Next && !own
    }

    /// Settles what each note speaks for; a note that names several paragraphs is kept once for each.
    fn place_notes(&mut self) {
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
                if !out.iter().any(|n: &RawNote| n.line == note.line && n.owner == owner && n.place == note.place && n.lines == note.lines) {
                    out.push(RawNote { owner, ..note.clone() });
                }
            }
        }
        self.entry.notes = out;
    }

    // Items.

    fn item(&mut self, text: &str, block: &Block) {
        if is_pointer(text) {
            return;
        }
        let Some(label) = label::read(text) else { return self.unlabelled(text, block) };
        let full = self.labels.in_full(&label);
        if full.fit == Fit::Duplicate && !block.inline.italic && self.replaces_reserved(&full.code, block.line) {
            self.open = Open::Paragraph;
            self.push(&full.code, &label, block.line);
            return;
        }
        if self.open == Open::Note && self.is_note_item(&label, &full, block) {
            self.note_line(text);
            return;
        }
        let place = self.labels.place(&label);
        if label.parenthesised && place.fit < Fit::Next || label.oddity == Some("no dot behind the label") && place.fit != Fit::Next && label.segments.len() == 1 {
            return self.unlabelled(text, block);
        }
        if let Some(oddity) = label.oddity.filter(|o| *o != "no dot behind the label") {
            self.problem(block.line, format!("{oddity}: “{}”", label.printed));
        }
        self.report(&label, &place, block.line);
        self.open = Open::Paragraph;
        self.push(&place.code, &label, block.line);
    }

    /// Takes out a reserved paragraph that is the last of its level, where another of its code follows.
    fn replaces_reserved(&mut self, code: &str, line: usize) -> bool {
        let last = self.labels.sibling_before(code) == code.rsplit('.').next();
        let at = self.entry.paragraphs.iter().position(|p| p.code == code && label::is_reserved(&p.text) && p.line != line);
        let Some(at) = at.filter(|_| last) else { return false };
        self.entry.paragraphs.remove(at);
        self.problem(line, format!("{code} is printed as reserved and as a paragraph; the paragraph counts"));
        true
    }

    /// Whether a labelled line under an open note is an item of the note.
    fn is_note_item(&self, label: &Label<'_>, full: &Place, block: &Block) -> bool {
        if block.inline.italic && !label::is_reserved(label.text) {
            return true;
        }
        let place = self.items.place(label);
        let asks = self.entry.notes.last().and_then(|n| n.lines.last()).is_some_and(|l| l.ends_with(':'));
        full.fit < Fit::Next && place.fit == Fit::Next && (asks || self.items.current() != "")
    }

    fn push(&mut self, code: &str, label: &Label<'_>, line: usize) {
        let mut codes = vec![code.to_owned()];
        if let (Some(through), Some((parent, from))) = (&label.through, code.rsplit_once('.')) {
            let to = through.last().copied().unwrap_or_default();
            codes = label::sequence(from, to).iter().map(|l| format!("{parent}.{l}")).collect();
        }
        for code in codes {
            self.labels.add(&code);
            let (printed, text) = (label.printed.to_owned(), label.text.to_owned());
            self.entry.paragraphs.push(RawParagraph { code, printed, text, line });
        }
    }

    fn report(&mut self, label: &Label<'_>, place: &Place, line: usize) {
        let code = &place.code;
        let before = self.labels.sibling_before(code).map(str::to_owned);
        let what = match place.fit {
            Fit::Duplicate => format!("the code {code} occurs twice"),
            Fit::Orphan => {
                let parent = code.rsplit_once('.').map_or("", |(parent, _)| parent).to_owned();
                if self.missing.contains(&parent) {
                    return;
                }
                let what = format!("{code} has no paragraph {parent} above it");
                self.missing.push(parent);
                what
            }
            Fit::Disorder => format!("{code} stands behind `{}`", before.unwrap_or_default()),
            Fit::Gap => match before {
                Some(before) => format!("{code} follows `{before}`; the labels between are missing"),
                None => format!("{code} is the first label of its level"),
            },
            Fit::Next if place.short && label.segments.first().is_some_and(|s| s.starts_with(|c: char| c.is_ascii_lowercase())) => {
                format!("the label “{}” leaves out the levels above; it is read as {code}", label.printed)
            }
            Fit::Next => return,
        };
        self.problem(line, what);
    }

    /// A line among the items without a label.
    fn unlabelled(&mut self, text: &str, block: &Block) {
        if is_connective(text) && self.open == Open::Paragraph && let Some(last) = self.entry.paragraphs.last_mut() {
            append(&mut last.text, text);
            return;
        }
        let in_note = self.open == Open::Note && (block.inline.italic || self.element == 0);
        if in_note {
            self.note_line(text);
            return;
        }
        if block.inline.italic {
            self.start_note("Note", 0, block.line);
            self.note_line(text);
            self.problem(block.line, "a line in the print of a note has no heading; it is read as a note");
            return;
        }
        if self.labels.current() == self.entry.code {
            self.problem(block.line, "a line above the first paragraph has no label; it is read as a note");
            self.start_note("Note", 0, block.line);
            self.note_line(text);
            return;
        }
        let continues = text.starts_with(|c: char| c.is_lowercase() || c == '(' || c == '$');
        if !continues {
            self.problem(block.line, format!("a paragraph has no label: “{}”", head(text)));
        }
        self.open = Open::Paragraph;
        if let Some(last) = self.entry.paragraphs.last_mut() {
            append(&mut last.text, text);
        }
    }
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
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

/// Whether a line is only the word that joins two paragraphs.
fn is_connective(text: &str) -> bool {
    matches!(text.trim_end_matches(['.', ',', ';']), "or" | "and" | "and/or")
}

/// The first words of a text, for a message.
fn head(text: &str) -> &str {
    text.char_indices().nth(40).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// Whether a line only says that the heading states the items.
fn is_pointer(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.starts_with("the list of items controlled") && text.contains("in the eccn heading")
}

fn opens_items(text: &str) -> bool {
    label::read(text).is_some_and(|l| l.oddity.is_none() && l.segments.first() == Some(&"a"))
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
