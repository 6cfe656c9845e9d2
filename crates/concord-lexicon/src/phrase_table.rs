//! Phrases of several words, found by their first word.

use rustc_hash::FxHashMap;

/// A table from phrases to values; the longest phrase wins.
#[derive(Clone, Debug)]
pub struct PhraseTable<T> {
    by_first: FxHashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T> PhraseTable<T> {
    /// Adds a phrase, its words parted by spaces.
    pub(crate) fn insert(&mut self, phrase: &str, value: T) {
        let mut words = phrase.split_whitespace().map(str::to_lowercase);
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let phrases = self.by_first.entry(first).or_default();
        let at = phrases.iter().position(|(other, _)| other.len() < rest.len()).unwrap_or(phrases.len());
        phrases.insert(at, (rest, value));
    }

    /// The longest phrase that a sequence of words starts with: how many words it has, and its value.
    ///
    /// `word(i)` is the i-th word of the sequence in lower case, or `None` behind its end.
    pub fn longest<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, &T)> {
        let phrases = self.by_first.get(word(0)?)?;
        phrases
            .iter()
            .find(|(rest, _)| rest.iter().enumerate().all(|(i, w)| word(i + 1) == Some(w.as_str())))
            .map(|(rest, value)| (rest.len() + 1, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let mut table = PhraseTable::default();
        table.insert("up to", 1);
        table.insert("up to and including", 2);
        let words = ["up", "to", "and", "including", "nine"];
        assert_eq!(table.longest(|i| words.get(i).copied()), Some((4, &2)));
        let words = ["up", "to", "nine"];
        assert_eq!(table.longest(|i| words.get(i).copied()), Some((2, &1)));
        assert_eq!(table.longest(|i| ["down"].get(i).copied()), None);
    }
}
