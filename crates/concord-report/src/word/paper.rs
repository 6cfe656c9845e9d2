//! What every document begins and ends with.

use super::WordError;
use super::document::{Document, Run};
use crate::lang::Texts;
use crate::office;

/// A document with its title, marking and sources.
pub(super) struct Paper {
    /// Messages.
    pub(super) texts: &'static Texts,
    /// The document.
    pub(super) document: Document,
    title: String,
    as_of: String,
    marking: String,
}

impl Paper {
    /// A document with its title page begun: title, subtitle, who may read it, and what is authentic.
    pub(super) fn new(texts: &'static Texts, title: String, subtitle: &str, as_of: &str, marking: &str) -> Self {
        let mut document = Document::new(&title, as_of, texts.tag(), texts.get("office-contents", &[]));
        document.paragraph("Title", &[Run::Plain(&title)]);
        if !subtitle.is_empty() {
            document.paragraph("Subtitle", &[Run::Plain(subtitle)]);
        }
        if !marking.is_empty() {
            document.paragraph("Marking", &[Run::Plain(marking)]);
        }
        document.remark(&office::authentic(texts));
        Self { texts, document, title, as_of: as_of.to_owned(), marking: marking.to_owned() }
    }

    /// The message of a key.
    pub(super) fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    /// A count as the language writes it.
    pub(super) fn count(&self, n: usize) -> String {
        self.texts.language().count(n)
    }

    /// A heading by the key of its message.
    pub(super) fn heading(&mut self, level: usize, key: &str) {
        let text = self.text(key);
        self.document.heading(level, &text);
    }

    /// How many rows are left for the workbook.
    pub(super) fn more(&mut self, left: usize) {
        if left > 0 {
            let text = self.texts.get("office-more-rows", &[("count", left.into())]);
            self.document.remark(&text);
        }
    }

    /// The bytes of the document, with `about` before the notes, and with who may read it at the head and foot of every page.
    pub(super) fn finish(mut self, about: &str) -> Result<Vec<u8>, WordError> {
        if self.document.has_notes() {
            self.heading(1, "office-sources");
            self.document.text(about);
        }
        let foot = if self.as_of.is_empty() {
            "Concord".to_owned()
        } else {
            self.texts.get("office-foot", &[("day", self.texts.date(&self.as_of).into())])
        };
        let marked = |text: String| if self.marking.is_empty() { text } else { format!("{} · {text}", self.marking) };
        self.document.finish(&marked(self.title.clone()), &marked(foot))
    }
}
