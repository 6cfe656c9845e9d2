//! Takes the items of a note apart where a line runs them together.

use crate::adapter::label;

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
    (word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase())) || (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) && word != "0")
}

fn push(lines: &mut Vec<String>, part: Option<&str>) {
    if let Some(part) = part.map(str::trim).filter(|p| !p.is_empty()) {
        lines.push(part.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn nested_items() {
        let text = "Not controlled: a. Lathes that are: 1. Old; 2. Small; or 3. Red; b. Mills; and c. Toys.";
        let want = [
            "Not controlled:",
            "a. Lathes that are:",
            "1. Old;",
            "2. Small; or",
            "3. Red;",
            "b. Mills; and",
            "c. Toys.",
        ];
        assert_eq!(split(text), want);
    }

    #[test]
    fn numbered_from_the_start() {
        assert_eq!(split("1. One is 5. Two 2. Two."), ["1. One is 5. Two 2. Two."]);
        assert_eq!(split("1. One. 2. Two."), ["1. One.", "2. Two."]);
    }

    #[test]
    fn text_without_items_stays_whole() {
        assert_eq!(split("See e.g. part a. of this"), ["See e.g. part a. of this"]);
    }
}
