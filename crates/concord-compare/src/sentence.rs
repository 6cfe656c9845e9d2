//! Filling a rule's sentence with the words of a finding.

use crate::message::{Arg, Message};
use crate::rule::Rule;

/// Words by placeholder.
#[derive(Default)]
pub(crate) struct Placeholders(Vec<(&'static str, Arg)>);

impl Placeholders {
    /// Adds a word.
    #[must_use]
    pub(crate) fn with(mut self, placeholder: &'static str, word: impl Into<Message>) -> Self {
        self.0.push((placeholder, Arg::Words(word.into())));
        self
    }

    /// The sentence of a rule with these words.
    pub(crate) fn sentence(self, rule: &Rule) -> Message {
        let english = fill(&rule.explanation, &self.0.iter().map(|(name, word)| (*name, word.to_string())).collect::<Vec<_>>());
        Message::of_rule(&rule.id, english, self.0)
    }
}

/// Fills a sentence in one pass, so that a word that looks like a placeholder stays what it is; sentences begin with a capital.
pub(crate) fn fill(template: &str, words: &[(&str, String)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = rest[1..].split_once('}').and_then(|(name, after)| Some((words.iter().find(|(known, _)| *known == name)?, after)));
        if let Some(((_, word), after)) = named {
            out.push_str(word);
            rest = after;
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out.split_inclusive(". ").map(capitalised).collect()
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_looks_like_a_placeholder_stays() {
        let words = [("left", "{right}".to_owned()), ("right", "b".to_owned())];
        assert_eq!(fill("says {left}. {right} says {other}.", &words), "Says {right}. B says {other}.");
    }
}
