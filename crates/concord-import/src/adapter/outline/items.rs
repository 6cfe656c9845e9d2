//! Takes the items of a note apart where a line runs them together.

use crate::adapter::label;
use crate::adapter::owners::entry_code;

/// Splits `… : a. one; b. two` into its lead-in and its items; nested items follow in the order of the text.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut before = ':';
    for word in text.split(' ') {
        let label = word.strip_suffix('.').filter(|l| is_label(l));
        if let Some(label) = label
            && joins(&mut open, label, before)
        {
            push(&mut lines, text.get(start..at));
            start = at;
        }
        before = word.chars().next_back().unwrap_or(before);
        if matches!(word, "and" | "or") {
            before = ';';
        }
        at += word.len() + 1;
    }
    push(&mut lines, text.get(start..));
    lines
}

/// Splits a line where another note begins inside it (`… ends. Note 2: …`).
pub(super) fn notes(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = "";
    let mut at = 0;
    for word in text.split(' ') {
        let rest = text.get(at..).unwrap_or_default();
        // Behind a code the word belongs to a reference: `see 9A999.a. Note 1`.
        let ends = before.ends_with(['.', ';']) && entry_code(before).is_none();
        if ends && opens_note(rest) {
            parts.extend(text.get(start..at).map(str::trim));
            start = at;
        }
        before = word;
        at += word.len() + 1;
    }
    parts.extend(text.get(start..));
    parts
}

/// Whether a text starts with the heading of a note: its word, a number perhaps, and a colon.
fn opens_note(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix("N.B.") {
        return rest.starts_with(|c: char| c.is_ascii_digit() || c == ' ');
    }
    let rest = text.strip_prefix("Technical ").unwrap_or(text);
    let Some(rest) = rest.strip_prefix("Notes").or_else(|| rest.strip_prefix("Note")) else { return false };
    // The colon is missing now and then: "Note 9A999.a. does not control …".
    let states = entry_code(rest.trim_start()).is_some() && rest.trim_start().split(' ').nth(1) == Some("does");
    states || rest.trim_start_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).starts_with(':')
}

/// Whether a label opens a level or follows in one that is open; keeps the open levels.
fn joins<'t>(open: &mut Vec<&'t str>, label: &'t str, before: char) -> bool {
    if before == ':' && label::opens(label) && label != "i" {
        open.push(label);
        return true;
    }
    if !matches!(before, ';' | '.' | ',' | ':' | ')') {
        return false;
    }
    let Some(level) = open.iter().rposition(|last| label::follows(last, label)) else { return false };
    open.truncate(level);
    open.push(label);
    true
}

fn is_label(word: &str) -> bool {
    (word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase()))
        || (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) && word != "0")
}

fn push(lines: &mut Vec<String>, part: Option<&str>) {
    if let Some(part) = part.map(str::trim).filter(|p| !p.is_empty()) {
        lines.push(part.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::{notes, split};

    #[test]
    fn nested_items() {
        let text = "Not controlled: a. Lathes that are: 1. Old; 2. Small; or 3. Red; b. Mills; and c. Toys.";
        let want = ["Not controlled:", "a. Lathes that are:", "1. Old;", "2. Small; or", "3. Red;", "b. Mills; and", "c. Toys."];
        assert_eq!(split(text), want);
    }

    #[test]
    fn numbered_from_the_start() {
        assert_eq!(split("1. One is 5. Two 2. Two."), ["1. One is 5. Two 2. Two."]);
        assert_eq!(split("1. One. 2. Two."), ["1. One.", "2. Two."]);
    }

    #[test]
    fn notes_inside_a_line() {
        assert_eq!(notes("It ends. Note 2: It begins. N.B. See it."), ["It ends.", "Note 2: It begins.", "N.B. See it."]);
        assert_eq!(notes("For 9A999.a. Note: 1. One"), ["For 9A999.a. Note: 1. One"]);
        assert_eq!(notes("For it. Note 2.a., one"), ["For it. Note 2.a., one"]);
        assert_eq!(notes("It ends. Note 9A999.a. does not control toys."), ["It ends.", "Note 9A999.a. does not control toys."]);
        assert_eq!(notes("It ends. Note 9A999.a. says more."), ["It ends. Note 9A999.a. says more."]);
    }

    #[test]
    fn text_without_items_stays_whole() {
        assert_eq!(split("See e.g. part a. of this"), ["See e.g. part a. of this"]);
    }
}
