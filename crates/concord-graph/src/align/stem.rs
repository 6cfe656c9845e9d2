//! What words have in common when they differ in their endings only.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use super::evidence::general;

/// Cuts the endings off English words: the language of subject labels and key phrases.
pub(crate) struct Stems(Stemmer);

impl Stems {
    pub(crate) fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a word in lower case.
    pub(crate) fn one<'w>(&self, word: &'w str) -> Cow<'w, str> {
        self.0.stem(word)
    }

    /// The stems of the words of a phrase, sorted; single letters and codes say nothing.
    pub(crate) fn of(&self, phrase: &str) -> Vec<String> {
        let words = phrase.split(' ').filter(|chunk| !chunk.contains("ref:")).flat_map(|chunk| chunk.split(|c: char| !c.is_alphanumeric()));
        let telling = words.filter(|word| word.len() > 1 || word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty());
        let general = general();
        let stem = |word: &str| {
            let word = word.to_lowercase();
            match general.first() {
                Some(item) if general.contains(&word) => item.clone(),
                _ => self.0.stem(&word).into_owned(),
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
