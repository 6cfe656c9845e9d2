//! The items: labelled paragraphs and the lines between them.

use super::{EntryReader, Open, append, is_pointer};
use crate::adapter::ecfr_xml::blocks::Block;
use crate::adapter::label::{self, Label};
use crate::adapter::sequence::{Fit, Place};
use crate::document::RawParagraph;

impl EntryReader {
    pub(super) fn item(&mut self, text: &str, block: &Block) {
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
        if label.parenthesised && place.fit < Fit::Next
            || label.oddity == Some("no dot behind the label") && place.fit != Fit::Next && label.segments.len() == 1
        {
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
    pub(super) fn replaces_reserved(&mut self, code: &str, line: usize) -> bool {
        let last = self.labels.sibling_before(code) == code.rsplit('.').next();
        let at = self.entry.paragraphs.iter().position(|p| p.code == code && label::is_reserved(&p.text) && p.line != line);
        let Some(at) = at.filter(|_| last) else { return false };
        self.entry.paragraphs.remove(at);
        self.problem(line, format!("{code} is printed as reserved and as a paragraph; the paragraph counts"));
        true
    }

    /// Whether a labelled line under an open note is an item of the note.
    pub(super) fn is_note_item(&self, label: &Label<'_>, full: &Place, block: &Block) -> bool {
        if block.inline.italic && !label::is_reserved(label.text) {
            return true;
        }
        let place = self.items.place(label);
        let asks = self.entry.notes.last().and_then(|n| n.lines.last()).is_some_and(|l| l.ends_with(':'));
        full.fit < Fit::Next && place.fit == Fit::Next && (asks || self.items.current() != "")
    }

    pub(super) fn push(&mut self, code: &str, label: &Label<'_>, line: usize) {
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

    pub(super) fn report(&mut self, label: &Label<'_>, place: &Place, line: usize) {
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
    pub(super) fn unlabelled(&mut self, text: &str, block: &Block) {
        if is_connective(text)
            && self.open == Open::Paragraph
            && let Some(last) = self.entry.paragraphs.last_mut()
        {
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

/// Whether a line is only the word that joins two paragraphs.
fn is_connective(text: &str) -> bool {
    matches!(text.trim_end_matches(['.', ',', ';']), "or" | "and" | "and/or")
}

/// The first words of a text, for a message.
fn head(text: &str) -> &str {
    text.char_indices().nth(40).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
