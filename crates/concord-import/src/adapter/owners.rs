//! Which paragraphs a note speaks for, as its heading or its first words state.

/// Whether a text starts with an entry's code; returns the code's length.
pub(super) fn entry_code(text: &str) -> Option<usize> {
    let b = text.as_bytes();
    let ok = b.len() >= 5
        && b[0].is_ascii_digit()
        && (b'A'..=b'E').contains(&b[1])
        && b[2..5].iter().all(u8::is_ascii_digit)
        && !b.get(5).is_some_and(u8::is_ascii_alphanumeric);
    ok.then_some(5)
}

/// The codes of `entry` that a note's heading names ("Note 2 to paragraphs .a and .b", "Technical Note to 3A001.b").
///
/// Empty where it names none, or names a place inside another note.
pub(super) fn in_heading(entry: &str, heading: &str) -> Vec<String> {
    let Some((_, target)) = heading.split_once(" to ").or_else(|| heading.split_once(" for ")) else { return Vec::new() };
    if target.contains("Note") {
        return Vec::new();
    }
    list(entry, target, true).0
}

/// The codes of `entry` that a note's text starts with ("3A001.a does not control …", "For the purposes of 3A001.b, …").
pub(super) fn in_text(entry: &str, text: &str) -> Vec<String> {
    const OPENINGS: [&str; 5] = ["For the purposes of ", "For the purpose of ", "For purposes of ", "In ", ""];
    let rest = OPENINGS.iter().find_map(|o| text.strip_prefix(o)).unwrap_or(text);
    let rest = rest.strip_prefix("ECCN ").unwrap_or(rest);
    if entry_code(rest).is_none() {
        return Vec::new();
    }
    list(entry, rest, false).0
}

/// Reads a list of codes; bare labels count only where `bare` is set. Returns them with the length read.
fn list(entry: &str, text: &str, bare: bool) -> (Vec<String>, usize) {
    let mut out: Vec<String> = Vec::new();
    let mut range = false;
    let mut read = 0;
    for token in text.split_whitespace() {
        let token = token.split(['\'', '”', '“', '"', '‘']).next().unwrap_or(token);
        let word = token.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '(' | ')')).trim_end_matches('.');
        match word {
            "" | "ECCN" | "ECCNs" | "paragraph" | "paragraphs" | "and" | "or" | "both" => {}
            "to" | "through" => range = true,
            _ => {
                let Some(code) = code(entry, word, bare) else { break };
                if let Some(code) = code {
                    if range && let Some(from) = out.last().cloned() {
                        out.extend(between(&from, &code));
                    }
                    out.push(code);
                }
                range = false;
            }
        }
        read += token.len() + 1;
    }
    out.dedup();
    (out, read)
}

/// One code: `Some(None)` for one of another entry, `None` for a word that is no code.
#[allow(clippy::option_option, reason = "three cases: a code of this entry, of another, no code")]
fn code(entry: &str, word: &str, bare: bool) -> Option<Option<String>> {
    if let Some(length) = entry_code(word) {
        let path = word.get(length..).unwrap_or_default().to_ascii_lowercase();
        return Some(word.starts_with(entry).then(|| format!("{entry}{path}")));
    }
    let path = word.strip_prefix('.').unwrap_or(word);
    let relative = word.starts_with('.') || bare;
    let ok = relative
        && path.split('.').all(|s| {
            (1..=3).contains(&s.len())
                && (s.bytes().all(|b| b.is_ascii_lowercase()) && s.len() <= 2 || s.bytes().all(|b| b.is_ascii_digit()))
        })
        && path.starts_with(|c: char| c.is_ascii_lowercase());
    ok.then(|| Some(format!("{entry}.{path}")))
}

/// The codes strictly between two siblings.
fn between(from: &str, to: &str) -> Vec<String> {
    let (Some((parent, a)), Some((other, b))) = (from.rsplit_once('.'), to.rsplit_once('.')) else { return Vec::new() };
    if parent != other {
        return Vec::new();
    }
    let inner = super::label::sequence(a, b);
    inner.iter().skip(1).take(inner.len().saturating_sub(2)).map(|l| format!("{parent}.{l}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_state_owners() {
        let cases: [(&str, &[&str]); 8] = [
            ("Note 1 to paragraph 9A999.a:", &["9A999.a"]),
            ("Note to paragraph .x:", &["9A999.x"]),
            ("Note 2 to 9A999.d and .e:", &["9A999.d", "9A999.e"]),
            ("Notes 1 to 9A999.a through .c", &["9A999.a", "9A999.b", "9A999.c"]),
            ("Technical Note to paragraph b. of Note 1:", &[]),
            ("Technical Notes for paragraphs a and b:", &["9A999.a", "9A999.b"]),
            ("Note 3:", &[]),
            ("Note to ECCN 9A999", &["9A999"]),
        ];
        for (heading, want) in cases {
            assert_eq!(in_heading("9A999", heading), want, "{heading}");
        }
    }

    #[test]
    fn first_words_state_owners() {
        assert_eq!(in_text("9A999", "9A999.a.1 does not control lathes"), ["9A999.a.1"]);
        assert_eq!(in_text("9A999", "For the purposes of 9A999.b, 'lathe' means"), ["9A999.b"]);
        assert_eq!(in_text("9A999", "9A999.a and 9A999.c. do not apply"), ["9A999.a", "9A999.c"]);
        assert!(in_text("9A999", "8A888.a does not control").is_empty());
        assert!(in_text("9A999", "Lathes of 9A999.a are").is_empty());
    }
}
