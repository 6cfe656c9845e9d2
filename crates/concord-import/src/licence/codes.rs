//! Lists of codes in running text: `9A999.a, .b.1 and c to e`.

/// The codes of `entry` a text starts with, ranges as `from-to`, and what stands behind them.
pub(super) fn leading<'t>(entry: &str, text: &'t str) -> (Vec<String>, &'t str) {
    let mut list = List::new(entry);
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let after = text.get(at + word.len()..).unwrap_or_default();
        if is_article(word, after) || !list.word(word.trim_end()) {
            return (list.codes, text.get(at..).unwrap_or_default());
        }
        at += word.len();
    }
    (list.codes, "")
}

/// Every code of `entry` in a text, ranges as `from-to`.
pub(super) fn all(entry: &str, text: &str) -> Vec<String> {
    let mut list = List::new(entry);
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        at += word.len();
        let after = text.get(at..).unwrap_or_default();
        if is_article(word, after) || !list.word(word.trim_end()) {
            list.open = false;
            list.range = false;
        }
    }
    list.codes
}

/// Whether a word is the article "a" before an ordinary word, and not the label of a paragraph.
fn is_article(word: &str, after: &str) -> bool {
    let next = after.split_whitespace().next().unwrap_or_default();
    let ordinary = next.len() > 1 && next.bytes().all(|b| b.is_ascii_lowercase());
    word.trim_end() == "a" && ordinary && !matches!(next, "and" | "or" | "to" | "through")
}

struct List<'e> {
    entry: &'e str,
    codes: Vec<String>,
    /// Whether the word before belongs to a list of codes of the entry.
    open: bool,
    range: bool,
}

impl<'e> List<'e> {
    fn new(entry: &'e str) -> Self {
        Self { entry, codes: Vec::new(), open: false, range: false }
    }

    /// Takes a word; `false` if it is no part of a list.
    fn word(&mut self, printed: &str) -> bool {
        let word = printed.trim_matches([',', ';', ':', '(', ')']).trim_end_matches('.');
        match word {
            "" => return true,
            "and" | "or" => return self.open,
            "to" | "through" => {
                self.range = self.open;
                return self.open;
            }
            _ => {}
        }
        let Some(code) = self.code(word) else { return false };
        // `9A999 .g`: a short code behind the entry's own narrows it.
        if word.starts_with('.') && self.codes.last().is_some_and(|last| last == self.entry) {
            self.codes.pop();
        }
        let known = self.codes.contains(&code);
        match self.codes.last_mut() {
            Some(from) if self.range => *from = format!("{from}-{code}"),
            _ if known => {}
            _ => self.codes.push(code),
        }
        self.open = true;
        self.range = false;
        true
    }

    fn code(&self, word: &str) -> Option<String> {
        if let Some(path) = word.strip_prefix(self.entry) {
            let ok = path.is_empty() || path.strip_prefix('.').is_some_and(is_path);
            return ok.then(|| format!("{}{path}", self.entry));
        }
        // `9A999.d.15 and .16`: a number alone stands beside the last one.
        if let Some(number) = word.strip_prefix('.').filter(|n| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit())) {
            let (parent, last) = self.codes.last().filter(|_| self.open)?.rsplit_once('.')?;
            return last.bytes().all(|b| b.is_ascii_digit()).then(|| format!("{parent}.{number}"));
        }
        let path = word.strip_prefix('.').unwrap_or(word);
        let stated = word.starts_with('.') || self.open || (path.contains('.') && path.len() >= 3);
        (stated && is_path(path)).then(|| format!("{}.{path}", self.entry))
    }
}

fn is_path(path: &str) -> bool {
    path.starts_with(|c: char| c.is_ascii_lowercase())
        && path.split('.').all(|s| {
            (s.len() == 1 && s.bytes().all(|b| b.is_ascii_lowercase()))
                || ((1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit()))
        })
}

#[cfg(test)]
mod tests {
    use super::{all, leading};

    #[test]
    fn an_article_is_no_label_and_a_number_stands_beside_the_last() {
        assert_eq!(leading("9A999", "9A999.d.15 and .16"), (vec!["9A999.d.15".to_owned(), "9A999.d.16".to_owned()], ""));
        assert_eq!(all("9A999", "9A999.d.15 and .d.16 and a licence is required"), ["9A999.d.15", "9A999.d.16"]);
        assert_eq!(all("9A999", "9A999.a, b, and c to e"), ["9A999.a", "9A999.b", "9A999.c-9A999.e"]);
        assert_eq!(all("9A999", "9A999 .b or a and c"), ["9A999.b", "9A999.a", "9A999.c"]);
    }
}
