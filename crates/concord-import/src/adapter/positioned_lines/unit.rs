//! Puts the paragraphs of one entry, or of what introduces a category, in their places: labels, notes, running text.

use concord_lexicon::{Lexicon, Title};

use super::levels::{Candidate, Levels};
use super::paragraph::{self, Printed, SAME};
use super::table::Tenths;
use crate::adapter::{note_heading, owners};
use crate::document::{Problem, RawEntry, RawNote, RawParagraph};

/// A note that is still being read.
struct Open {
    x: Tenths,
    heading: String,
    place: String,
    default: String,
    after: String,
    lines: Vec<String>,
    line: usize,
    levels: Levels,
}

impl Open {
    /// Whether items are still to come: the note has said nothing yet, ends with a colon, or its heading is a plural.
    fn expects_items(&self) -> bool {
        self.lines.last().is_none_or(|l| l.ends_with(':')) || self.place.ends_with('s') && self.levels.is_fresh()
    }
}

/// One entry or category in the making.
pub(super) struct Unit {
    pub(super) code: String,
    /// `true` for what introduces a category or a group: it has notes only.
    introduces: bool,
    title: String,
    line: usize,
    paragraphs: Vec<RawParagraph>,
    levels: Levels,
    notes: Vec<Open>,
    /// The notes that are open, one inside the other, as places in `notes`.
    inside: Vec<usize>,
    problems: Vec<Problem>,
    /// The paragraph under which the head of the page says the text goes on.
    resumed: Option<String>,
    /// Where running text of the entry itself stands.
    text_x: Tenths,
}

impl Unit {
    /// Starts an entry with its first paragraph; `text_x` is where text stands that belongs to the entry itself.
    pub(super) fn entry(code: &str, rest: &str, printed: &Printed, text_x: Tenths) -> Self {
        let mut unit = Self::new(code, printed, false, String::new());
        let labelled = paragraph::label(rest).is_some();
        unit.text_x = printed.hang.filter(|_| !labelled).unwrap_or(text_x);
        let text = if labelled { "" } else { rest };
        unit.paragraphs.push(RawParagraph { code: code.to_owned(), printed: code.to_owned(), text: text.to_owned(), line: printed.line });
        if labelled {
            unit.problem(code, printed.line, format!("page {}: the entry {code} has no heading of its own", printed.page));
            let first = Printed { x: unit.text_x, text: rest.to_owned(), ..printed.clone() };
            unit.add(&first);
        }
        unit
    }

    /// Starts what introduces a category, a part or a group.
    pub(super) fn introduction(code: &str, title: &str, printed: &Printed, column: Tenths) -> Self {
        Self { text_x: column, levels: Levels::new(code, column), ..Self::new(code, printed, true, title.to_owned()) }
    }

    fn new(code: &str, printed: &Printed, introduces: bool, title: String) -> Self {
        Self {
            code: code.to_owned(),
            introduces,
            title,
            line: printed.line,
            paragraphs: Vec::new(),
            levels: Levels::new(code, printed.x),
            notes: Vec::new(),
            inside: Vec::new(),
            problems: Vec::new(),
            resumed: None,
            text_x: printed.x,
        }
    }

    fn problem(&mut self, place: impl Into<String>, line: usize, what: impl Into<String>) {
        self.problems.push(Problem { place: place.into(), line, what: what.into() });
    }

    /// Whether a paragraph has the label, at the place, that is to come next.
    pub(super) fn asks_for(&self, printed: &Printed) -> bool {
        let label = paragraph::label(&printed.text).or_else(|| paragraph::undotted(&printed.text));
        let next = label.and_then(|l| self.levels.place(l.segments.last().copied()?, printed.x, false));
        next.is_some_and(|place| place.asked && place.in_order && !self.levels.last_of(place.level).is_empty())
    }

    /// Whether it is an entry.
    pub(super) fn is_entry(&self) -> bool {
        !self.introduces
    }

    /// Where the text of the entry itself stands.
    pub(super) fn text_x(&self) -> Tenths {
        self.text_x
    }

    /// The rightmost place where its text can be expected to start.
    pub(super) fn deepest(&self) -> Tenths {
        let notes = self.inside.iter().filter_map(|n| self.notes.get(*n)).map(|n| n.levels.deepest().max(n.x)).max();
        self.levels.deepest().max(self.text_x).max(notes.unwrap_or(0))
    }

    /// Takes up a heading that a page repeats (`9A999 b. 2. (continued)`).
    pub(super) fn resume(&mut self, printed: &Printed) {
        let (code, rest) = printed.text.split_at_checked(5).unwrap_or((&printed.text, ""));
        if code != self.code {
            let what = format!("page {}: the head of the page reads `{}`; the text goes on with {}", printed.page, printed.text, self.code);
            self.problem(self.code.clone(), printed.line, what);
            return;
        }
        let mut stated = code.to_owned();
        for word in rest.split([' ', '.']).filter(|w| !w.is_empty()) {
            if Lexicon::english().is_title_word(Title::Resumed, word) {
                break;
            }
            // Where the head names a note, the place it goes on at is no paragraph's.
            if word.len() > 2 || !word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
                return;
            }
            stated.push('.');
            stated.push_str(word);
        }
        self.resumed = Some(stated);
    }

    /// Adds a paragraph of the print.
    pub(super) fn add(&mut self, printed: &Printed) {
        let resumed = self.resumed.take();
        if let Some((heading, rest)) = paragraph::note(&printed.text) {
            self.note(printed, heading, rest);
        } else if let Some(label) = paragraph::label(&printed.text) {
            let segment = label.segments.last().copied().unwrap_or_default().to_owned();
            self.labelled(printed, &segment, label.printed, label.text, resumed.as_deref());
        } else if !self.undotted(printed) {
            self.running(printed);
        }
    }

    /// Takes up a label that lacks its dot, where the labels before it ask for one at this place.
    fn undotted(&mut self, printed: &Printed) -> bool {
        let Some(label) = paragraph::undotted(&printed.text) else { return false };
        let segment = label.segments.last().copied().unwrap_or_default().to_owned();
        let asked = |levels: &Levels| levels.place(&segment, printed.x, false).is_some_and(|c| c.asked && c.in_order);
        let in_note = self.inside.iter().filter_map(|n| self.notes.get(*n)).any(|n| asked(&n.levels));
        if !in_note && (self.introduces || !asked(&self.levels)) {
            return false;
        }
        self.problem(self.levels.current().to_owned(), printed.line, format!("page {}: no dot behind the label `{segment}`", printed.page));
        self.labelled(printed, &segment, label.printed, label.text, None);
        true
    }

    fn note(&mut self, printed: &Printed, heading: &str, rest: &str) {
        // A note stands inside another where it is indented behind it.
        while self.inside.last().and_then(|n| self.notes.get(*n)).is_some_and(|open| printed.x <= open.x + SAME) {
            self.inside.pop();
        }
        let outer = self.inside.last().and_then(|n| self.notes.get(*n));
        let default = outer.map_or_else(|| self.levels.around(printed.x).to_owned(), |o| o.default.clone());
        let (place, more) = note_heading::place(heading);
        let lines: Vec<String> = [more, rest].into_iter().filter(|t| !t.is_empty()).map(str::to_owned).collect();
        let mut levels = Levels::new("", printed.x);
        levels.says(lines.last().map_or("", String::as_str));
        self.inside.push(self.notes.len());
        self.notes.push(Open {
            x: printed.x,
            heading: heading.to_owned(),
            place,
            default,
            after: self.levels.current().to_owned(),
            lines,
            line: printed.line,
            levels,
        });
    }

    fn labelled(&mut self, printed: &Printed, segment: &str, shown: &str, text: &str, resumed: Option<&str>) {
        let in_entry = if self.introduces { None } else { self.levels.place(segment, printed.x, false) };
        let in_notes = self.inside.iter().rev().filter_map(|n| {
            let note = self.notes.get(*n)?;
            let mut found = note.levels.place(segment, printed.x, note.expects_items())?;
            // Where the note announces items, its item is likelier than a new level of the entry.
            found.points += if note.expects_items() { 3 } else { 0 };
            Some((*n, found))
        });
        let best = in_notes.fold(None, |best: Option<(usize, Candidate)>, (n, found)| match best {
            Some((_, b)) if b.points >= found.points => best,
            _ => Some((n, found)),
        });
        match (in_entry, best) {
            (entry, Some((n, note)))
                if entry.is_none_or(|e| note.points > e.points || note.points == e.points && self.goes_on(n, text)) =>
            {
                self.item(n, note, printed, segment);
            }
            (Some(place), _) => self.paragraph(place, printed, segment, shown, text, resumed),
            (None, _) => {
                if !self.introduces {
                    let what = format!("page {}: the label `{shown}` follows none; it goes on with what stands above", printed.page);
                    self.problem(self.levels.current().to_owned(), printed.line, what);
                }
                self.running(printed);
            }
        }
    }

    /// Whether a label that could go on with a note or with the entry goes on with the note.
    ///
    /// Items of an entry are parts of a sentence; those of a note mostly are sentences.
    fn goes_on(&self, note: usize, text: &str) -> bool {
        let in_sentence = |text: &str| !text.ends_with('.');
        let note_is_open = self.notes.get(note).and_then(|n| n.lines.last()).is_some_and(|l| in_sentence(l));
        let entry_is_open = self.paragraphs.last().is_some_and(|p| in_sentence(&p.text));
        note_is_open || !entry_is_open || !(paragraph::ends(text) && in_sentence(text)) || text.ends_with(':')
    }

    fn item(&mut self, note: usize, place: Candidate, printed: &Printed, segment: &str) {
        while self.inside.last().is_some_and(|n| *n != note) {
            self.inside.pop();
        }
        if let Some(open) = self.notes.get_mut(note) {
            open.levels.add(place.level, segment, printed.x, &printed.text);
            open.lines.push(printed.text.clone());
        }
    }

    fn paragraph(&mut self, place: Candidate, printed: &Printed, segment: &str, shown: &str, text: &str, resumed: Option<&str>) {
        self.inside.clear();
        let before = self.levels.last_of(place.level).to_owned();
        let code = self.levels.add(place.level, segment, printed.x, text);
        if !place.in_order {
            let what = match before.as_str() {
                "" => format!("page {}: {code} is the first label of its level", printed.page),
                _ => format!("page {}: {code} follows `{before}`; the labels between are missing", printed.page),
            };
            self.problem(code.as_str(), printed.line, what);
        }
        // The head names a place on the way to the paragraph, or one that the paragraph follows.
        let below = |code: &str, head: &str| code.strip_prefix(head).is_some_and(|rest| rest.starts_with('.'));
        let parent = code.rsplit_once('.').map_or("", |(parent, _)| parent);
        if let Some(head) = resumed.filter(|head| !below(&code, head) && !below(head, parent)) {
            let what = format!(
                "page {}: the head of the page says that the text goes on in {head}; by its label and place it is {code}",
                printed.page
            );
            self.problem(code.as_str(), printed.line, what);
        }
        let nested = paragraph::label(text).map(|_| Printed { x: printed.x + 4 * SAME, text: text.to_owned(), ..printed.clone() });
        let text = if nested.is_some() { String::new() } else { text.to_owned() };
        self.paragraphs.push(RawParagraph { code, printed: shown.to_owned(), text, line: printed.line });
        if let Some(nested) = nested {
            self.add(&nested);
        }
    }

    /// Text without a label: it goes on with the note or the paragraph in whose column it stands.
    fn running(&mut self, printed: &Printed) {
        while self.inside.last().and_then(|n| self.notes.get(*n)).is_some_and(|open| printed.x < open.x - SAME) {
            self.inside.pop();
        }
        if let Some(open) = self.inside.last().and_then(|n| self.notes.get_mut(*n)) {
            open.lines.push(printed.text.clone());
            open.levels.says(&printed.text);
            return;
        }
        if self.introduces {
            self.introductory(printed);
            return;
        }
        let code = self.levels.around(printed.x).to_owned();
        let back = code != self.levels.current();
        if let Some(paragraph) = self.paragraphs.iter_mut().rev().find(|p| p.code == code) {
            if !paragraph.text.is_empty() {
                paragraph.text.push(' ');
            }
            paragraph.text.push_str(&printed.text);
        }
        if !back {
            self.levels.says(&printed.text);
        }
        if back {
            let what =
                format!("page {}: text without a label stands behind the sub-paragraphs of {code}; it goes on with {code}", printed.page);
            self.problem(code.as_str(), printed.line, what);
        }
    }

    /// A text that introduces a category and is no note: kept as a note with the title of the category.
    fn introductory(&mut self, printed: &Printed) {
        if printed.text.trim_end_matches('.').eq_ignore_ascii_case("none") {
            return;
        }
        let title = self.title.clone();
        let heading = Printed { text: title.clone(), ..printed.clone() };
        self.note(&heading, &title, &printed.text);
    }

    /// The entry with its notes, and what was odd in it.
    pub(super) fn finish(self) -> (RawEntry, Vec<Problem>) {
        let known = |code: &str| self.paragraphs.iter().any(|p| p.code == code);
        let mut notes = Vec::new();
        for note in self.notes {
            let mut stated = owners::in_heading(&self.code, &note.heading);
            if stated.is_empty() {
                stated = note.lines.first().map(|l| owners::in_text(&self.code, l)).unwrap_or_default();
            }
            // What a note states must exist; else it belongs where it stands.
            stated.retain(|owner| known(owner));
            if stated.is_empty() || self.introduces {
                stated = vec![note.default];
            }
            let after = if self.introduces { String::new() } else { note.after };
            let (place, lines, line) = (note.place, note.lines, note.line);
            notes.extend(stated.into_iter().map(|owner| RawNote {
                owner,
                after: after.clone(),
                place: place.clone(),
                lines: lines.clone(),
                line,
            }));
        }
        let heading = self.paragraphs.first().map(|p| p.text.clone()).unwrap_or_default();
        let entry = RawEntry { code: self.code, heading, line: self.line, paragraphs: self.paragraphs, notes, ..RawEntry::default() };
        (entry, self.problems)
    }
}
