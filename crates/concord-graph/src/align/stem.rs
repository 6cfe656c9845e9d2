//! What words have in common when they differ in their endings only.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::evidence::general;

/// Cuts the endings off English words: the language of subject labels and key phrases.
pub(crate) struct Stems {
    stemmer: Stemmer,
    /// What it gave for each phrase.
    known: RefCell<FxHashMap<String, Rc<[String]>>>,
}

impl Stems {
    pub(crate) fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), known: RefCell::default() }
    }

    /// The stem of a word in lower case.
    pub(crate) fn one<'w>(&self, word: &'w str) -> Cow<'w, str> {
        self.stemmer.stem(word)
    }

    /// The stems of the words of a phrase, sorted; single letters and codes say nothing.
    pub(crate) fn of(&self, phrase: &str) -> Rc<[String]> {
        if let Some(known) = self.known.borrow().get(phrase) {
            return Rc::clone(known);
        }
        let stems: Rc<[String]> = self.stems(phrase).into();
        self.known.borrow_mut().insert(phrase.to_owned(), Rc::clone(&stems));
        stems
    }

    fn stems(&self, phrase: &str) -> Vec<String> {
        let words = phrase.split(' ').filter(|chunk| !chunk.contains("ref:")).flat_map(|chunk| chunk.split(|c: char| !c.is_alphanumeric()));
        let telling = words.filter(|word| word.len() > 1 || word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty());
        let general = general();
        let stem = |word: &str| {
            let word = word.to_lowercase();
            match general.first() {
                Some(item) if general.contains(&word) => item.clone(),
                _ => self.stemmer.stem(&word).into_owned(),
            }
        };
        let mut out: Vec<String> = telling.map(stem).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// Dice's coefficient of two sorted sets of stems, in thousandths.
pub(crate) fn alike(a: &[String], b: &[String]) -> u32 {
    let common = a.iter().filter(|stem| b.binary_search(stem).is_ok()).count();
    u32::try_from((2000 * common).checked_div(a.len() + b.len()).unwrap_or(0)).unwrap_or(1000)
}
