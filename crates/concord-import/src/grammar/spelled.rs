//! Where a word ends.

/// The length of a word: letters and digits, joined by hyphens, apostrophes, or points and slashes of abbreviations.
pub(super) fn word_length(rest: &str) -> usize {
    let lower_four: String = rest.chars().take(6).collect::<String>().to_lowercase();
    if lower_four.starts_with("and/or") {
        return 6;
    }
    if lower_four.starts_with("no. ") {
        return 3;
    }
    let abbreviation = abbreviation_length(rest);
    if abbreviation > 0 {
        return abbreviation;
    }
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, n)| *n);
        let joins = match c {
            '-' | '\'' => next.is_some_and(char::is_alphanumeric),
            '+' => at > 0 && at <= 2 && next.is_some_and(|n| n.is_ascii_digit()),
            '.' => {
                at <= 3
                    && rest.starts_with(|c: char| c.is_ascii_uppercase())
                    && next.is_some_and(|n| n.is_ascii_digit())
                    && (at == 1 || rest.get(..at).is_some_and(|w| w.bytes().any(|b| b.is_ascii_digit())))
            }
            '/' => at > 0 && next.is_some_and(|n| n.is_ascii_alphabetic()),
            '^' => next.is_some_and(|n| n.is_ascii_digit() || n == '-' || n == '+'),
            _ => c.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        length = at + c.len_utf8();
    }
    length.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// The length of an abbreviation of single letters and points (`e.g.`, `n.e.s.`); 0 if there is none.
fn abbreviation_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
        if bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 2) == Some(&b'.') {
            at += 1;
        }
    }
    if at < 4 {
        let bare = rest.get(..3).is_some_and(|s| s == "e.g" || s == "i.e") && !bytes.get(3).is_some_and(u8::is_ascii_alphanumeric);
        return if bare { 3 } else { 0 };
    }
    at
}
