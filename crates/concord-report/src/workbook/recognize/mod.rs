//! The workbook of a mutual recognition.

mod answers;
mod areas;
mod pages;

use super::WorkbookError;
use super::book::{self, Book};
use crate::lang::{Language, Texts};
use crate::view::recognize::{DirectionView, RecognizeView};

/// What every sheet is made from.
struct Source<'a> {
    view: &'a RecognizeView,
    texts: &'static Texts,
}

/// The bytes of a workbook with the sheets summary, areas, conditions, exclusions, unknowns, answers, arrangements, policy and method; sheets of which
/// there is nothing to say are left out.
pub fn recognize(view: &RecognizeView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let source = Source { view, texts: Texts::of(language) };
    Book {
        texts: source.texts,
        title: crate::office::recognition_title(view, source.texts),
        as_of: &view.as_of,
        marking: "",
        summary: source.summary(),
        tables: vec![
            source.areas(),
            source.conditions(),
            source.exclusions(),
            source.unknowns(),
            source.answers(),
            source.arrangements(),
            source.policy(),
        ],
        method: source.method(),
    }
    .pack()
}

impl Source<'_> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn heads(&self, heads: &[(&str, f64)]) -> Vec<(String, f64)> {
        book::heads(self.texts, heads)
    }

    /// Who accepts whom.
    fn accepts(&self, direction: &DirectionView) -> String {
        crate::office::accepts(&direction.grantor, &direction.partner, self.texts)
    }
}
