//! Filling a rule's sentence with the words of a finding.

/// Words by placeholder.
#[derive(Default)]
pub(crate) struct Placeholders(Vec<(String, String)>);

impl Placeholders {
    /// Adds a word.
    #[must_use]
    pub(crate) fn with(mut self, placeholder: &str, word: &str) -> Self {
        self.0.push((format!("{{{placeholder}}}"), word.to_owned()));
        self
    }
}

/// Fills a sentence in one pass, so that a word that looks like a placeholder stays what it is; sentences begin with a capital.
pub(crate) fn fill(template: &str, words: &Placeholders) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((placeholder, word)) = words.0.iter().find(|(placeholder, _)| rest.starts_with(placeholder)) {
            out.push_str(word);
            rest = &rest[placeholder.len()..];
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
        let words = Placeholders::default().with("left", "{right}").with("right", "b");
        assert_eq!(fill("says {left}. {right} says {other}.", &words), "Says {right}. B says {other}.");
    }
}
