//! Lists of codes in running text: `9A999.a, .b.1 and c to e`.

/// The codes of `entry` a text starts with, ranges as `from-to`, and what stands behind them.
pub(super) fn leading<'t>(entry: &str, text: &'t str) -> (Vec<String>, &'t str) {
    let mut list = List::new(entry);
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        if !list.word(word.trim_end()) {
            return (list.codes, text.get(at..).unwrap_or_default());
        }
        at += word.len();
    }
    (list.codes, "")
}

/// Every code of `entry` in a text, ranges as `from-to`.
pub(super) fn all(entry: &str, text: &str) -> Vec<String> {
    let mut list = List::new(entry);
    for word in text.split(' ') {
        if !list.word(word) {
            list.open = false;
            list.range = false;
        }
    }
    list.codes
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
