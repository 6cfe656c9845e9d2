//! The headings of notes.

use concord_lexicon::Lexicon;

/// The heading of a note that stands in a plain paragraph, and what stands behind it.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let lexicon = Lexicon::english();
    if !lexicon.note_headings().any(|w| starts(text, w)) {
        return None;
    }
    if let Some(rest) = text.strip_prefix("N.B.") {
        let rest = rest.trim_start();
        let target = rest.starts_with("to ") || rest.starts_with(|c: char| c.is_ascii_digit());
        if let Some(end) = rest.find(':').filter(|end| *end < 60 && (target || *end == 0)) {
            let length = text.len() - rest.len() + end;
            return Some((text.get(..length)?.trim_end(), rest.get(end + 1..)?.trim_start()));
        }
        return Some(("N.B.", rest));
    }
    let end = text.find(':').filter(|end| *end < 100);
    let Some(end) = end.filter(|end| !is_sentence(text.get(..*end).unwrap_or_default())) else {
        // The colon is missing now and then.
        return lexicon.note_headings_without_colon().find_map(|heading| {
            let rest = text.strip_prefix(heading)?;
            let code = rest.starts_with(|c: char| c.is_ascii_digit()) && rest.get(1..2)?.starts_with(char::is_uppercase);
            (code || rest.starts_with("For ")).then_some((heading.trim_end(), rest))
        });
    };
    let heading = text.get(..end)?;
    Some((heading.trim_end(), text.get(end + 1..)?.trim_start()))
}

/// Whether a text that begins with the word for a note is a sentence about something.
fn is_sentence(heading: &str) -> bool {
    let sentence = heading.split_whitespace().any(|w| Lexicon::english().is_sentence_word(w));
    sentence && !heading.contains("Deposition") && !heading.contains("of Note")
}

/// The short name of a note from its heading (`Note 2` from `Note 2 to paragraph .b:`), and what the heading says behind a colon.
pub(crate) fn place(heading: &str) -> (String, &str) {
    let (name, rest) = match heading.split_once(':') {
        Some((name, rest)) => (name, rest.trim()),
        None => (heading, ""),
    };
    let name = ["to", "for"].iter().fold(name, |name, word| name.split(&format!(" {word} ")).next().unwrap_or(name));
    let name = name.trim().trim_end_matches('.').trim_end();
    let name = if name == "N.B" || name.starts_with("N.B. ") || name.starts_with("N.B.:") {
        name.replacen("N.B", "N.B.", 1).replace("..", ".")
    } else {
        name.to_owned()
    };
    (name, rest)
}

/// Whether `text` starts with `prefix`, whatever the case.
fn starts(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|t| t.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_split() {
        assert_eq!(split("Note 2 to 9A999.a: It ends."), Some(("Note 2 to 9A999.a", "It ends.")));
        assert_eq!(split("N.B. See 9A999."), Some(("N.B.", "See 9A999.")));
        assert_eq!(split("N.B. to paragraph y.1: See 9A999."), Some(("N.B. to paragraph y.1", "See 9A999.")));
        assert_eq!(split("Note 9A999 includes lathes"), Some(("Note", "9A999 includes lathes")));
        assert_eq!(split("Note that the lathes: none"), None);
        assert_eq!(place("Note 2 to paragraph .b:"), ("Note 2".to_owned(), ""));
        assert_eq!(place("N.B.:"), ("N.B.".to_owned(), ""));
        assert_eq!(place("N.B. 2:"), ("N.B. 2".to_owned(), ""));
        assert_eq!(place("Note: It ends."), ("Note".to_owned(), "It ends."));
    }
}
