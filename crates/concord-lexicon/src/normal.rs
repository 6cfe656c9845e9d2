//! Words of the normal form that the comparison of two lists goes by.

use serde::Deserialize;

/// Words of the normal form, by what they do.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NormalWords {
    /// Stands before a cross-reference.
    reference: String,
    empty: Vec<String>,
    pointer: Vec<String>,
    carve_out: Vec<String>,
    hands_over: Vec<String>,
    may_hand_over: Vec<String>,
    any_item: Vec<String>,
    generic: Vec<String>,
    following: Vec<String>,
    count: Vec<String>,
}

fn has(words: &[String], word: &str) -> bool {
    words.iter().any(|w| w == word)
}

impl NormalWords {
    /// Whether a phrase says nothing that could restrict: empty words, or a pointer.
    pub fn says_nothing(&self, phrase: &str) -> bool {
        let pointer = self.pointer.iter().any(|w| phrase.strip_prefix(w.as_str()).is_some_and(|rest| rest.starts_with(' ')));
        pointer || phrase.split(' ').all(|word| word.chars().count() < 2 || has(&self.empty, word))
    }

    /// Whether a phrase begins by naming cross-references ("specified-in ref:…", "ref:…").
    pub fn opens_with_reference(&self, phrase: &str) -> bool {
        let phrase = phrase.strip_prefix(self.reference.as_str()).map_or(phrase, str::trim_start);
        phrase.starts_with("ref:")
    }

    /// What a phrase takes out, if words that take out open it.
    pub fn carved_out<'a>(&self, phrase: &'a str) -> Option<&'a str> {
        self.carve_out.iter().find_map(|w| phrase.strip_prefix(w.as_str()).and_then(|rest| rest.strip_prefix(' ')))
    }

    /// Whether a phrase hands items to another agency or instrument.
    pub fn hands_over(&self, phrase: &str) -> bool {
        phrase.split(' ').any(|w| has(&self.hands_over, w))
    }

    /// Whether a phrase hands items to another agency or instrument, or may do so.
    pub fn may_hand_over(&self, phrase: &str) -> bool {
        self.hands_over(phrase) || phrase.split(' ').any(|w| has(&self.may_hand_over, w))
    }

    /// Whether a subject names no kind of item of its own.
    pub fn is_any_item(&self, subject: &str) -> bool {
        has(&self.any_item, subject)
    }

    /// Whether a subject is so wide a kind that a paragraph of any name may hold it.
    pub fn is_generic(&self, subject: &str) -> bool {
        self.is_any_item(subject) || self.is_following(subject) || has(&self.generic, subject)
    }

    /// Whether a subject is a kind of item that serves another control (software, technology).
    pub fn is_following(&self, subject: &str) -> bool {
        self.following.iter().any(|w| subject.contains(w.as_str()))
    }

    /// Whether a parameter's word says that it counts.
    pub fn is_count(&self, word: &str) -> bool {
        has(&self.count, word)
    }
}
