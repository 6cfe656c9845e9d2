//! Labels of paragraphs as they are printed: `a.`, `a.1.`, `(1)`, `d. to f. [Reserved]`.

/// A label at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label<'t> {
    /// The label as printed.
    pub printed: &'t str,
    /// Its segments, one a level.
    pub segments: Vec<&'t str>,
    /// The last segments of the range it opens, for `d. to f.`.
    pub through: Option<Vec<&'t str>>,
    /// The text behind it.
    pub text: &'t str,
    /// `true` for `(1)`.
    pub parenthesised: bool,
    /// What is odd about the way it is printed.
    pub oddity: Option<&'static str>,
}

/// The label a paragraph starts with, if it starts with one.
pub(crate) fn read(text: &str) -> Option<Label<'_>> {
    if let Some(inner) = text.strip_prefix('(') {
        let close = inner.find(')')?;
        let segment = inner.get(..close)?;
        is_segment(segment).then_some(())?;
        let rest = inner.get(close + 1..)?;
        return Some(Label {
            printed: text.get(..close + 2)?,
            segments: vec![segment],
            through: None,
            text: rest.trim_start(),
            parenthesised: true,
            oddity: None,
        });
    }
    let (segments, end, dot) = segments(text)?;
    let printed = text.get(..end)?;
    let rest = text.get(end..)?;
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let mut oddity = None;
    if rest.starts_with('.') && dot {
        oddity = Some("the label ends with two dots");
    } else if !spaced && rest.starts_with(|c: char| c.is_lowercase() || c == ',') {
        return None;
    } else if !spaced && dot && !rest.starts_with('-') {
        oddity = Some("no space behind the label");
    } else if !spaced && !rest.starts_with('-') && !rest.starts_with('–') {
        return None;
    } else if !dot && segments.len() == 1 {
        // A word or a number without a dot is a label only where the sequence asks for it.
        oddity = Some("no dot behind the label");
    }
    let body = rest.trim_start_matches('.').trim_start();
    let mut label = Label { printed, segments, through: None, text: body, parenthesised: false, oddity };
    range(text, &mut label);
    Some(label)
}

/// Reads the second half of `d. to f. [Reserved]`, where there is one.
fn range<'t>(whole: &'t str, label: &mut Label<'t>) {
    let joins = ["through ", "thru ", "to ", "and ", "- ", "-", "–"];
    let Some(rest) = joins.iter().find_map(|j| label.text.strip_prefix(j)) else { return };
    let rest = rest.trim_start().trim_start_matches('.');
    let Some((through, end, _)) = segments(rest) else { return };
    let Some(tail) = rest.get(end..) else { return };
    let body = tail.trim_start_matches([' ', ':', '.']);
    if !is_reserved(body) {
        return;
    }
    label.printed = whole.get(..whole.len() - tail.len()).unwrap_or(whole);
    label.through = Some(through);
    label.text = body;
    label.oddity = None;
}

/// Whether a text only says that its label is not used.
pub(crate) fn is_reserved(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    text.eq_ignore_ascii_case("reserved") || text.eq_ignore_ascii_case("not used")
}

/// Segments joined by dots at the start of a text, the length they take with a final dot, and whether there is one.
fn segments(text: &str) -> Option<(Vec<&str>, usize, bool)> {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let segment = rest.get(..length)?;
        if !is_segment(segment) {
            // `a.5.and` is the label `a.5` and a word; what went before stands.
            return (!out.is_empty()).then_some((out, at, true));
        }
        out.push(segment);
        at += length;
        if text.as_bytes().get(at) != Some(&b'.') {
            return Some((out, at, false));
        }
        at += 1;
    }
}

fn is_segment(segment: &str) -> bool {
    let digits = segment.len() <= 3 && !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_digit()) && !segment.starts_with('0');
    let letters = (1..=2).contains(&segment.len()) && segment.bytes().all(|b| b.is_ascii_lowercase());
    let roman = segment.len() <= 4 && !segment.is_empty() && segment.bytes().all(|b| b"ivx".contains(&b));
    digits || letters || roman
}

/// The label that follows in a sequence: `a` → `b`, `z` → `aa`, `aa` → `bb`, `9` → `10`, `iv` → `v`.
pub(crate) fn follows(last: &str, next: &str) -> bool {
    if let (Ok(a), Ok(b)) = (last.parse::<u32>(), next.parse::<u32>()) {
        return a + 1 == b;
    }
    match (letters(last), letters(next)) {
        (Some(a), Some(b)) if a + 1 == b => true,
        _ => roman(last).zip(roman(next)).is_some_and(|(a, b)| a + 1 == b),
    }
}

/// Whether a label opens a sequence.
pub(crate) fn opens(label: &str) -> bool {
    matches!(label, "a" | "1" | "i")
}

/// Whether `next` stands behind `last` in the same kind of sequence, at any distance.
pub(crate) fn is_later(last: &str, next: &str) -> bool {
    if let (Ok(a), Ok(b)) = (last.parse::<u32>(), next.parse::<u32>()) {
        return a < b;
    }
    matches!((letters(last), letters(next)), (Some(a), Some(b)) if a < b)
}

/// The labels from one to another, both included, if they are of one kind; at most a hundred.
pub(crate) fn sequence(from: &str, to: &str) -> Vec<String> {
    if let (Ok(a), Ok(b)) = (from.parse::<u32>(), to.parse::<u32>()) {
        return (a..=b.min(a + 100)).map(|n| n.to_string()).collect();
    }
    match (letters(from), letters(to)) {
        (Some(a), Some(b)) if a <= b && b <= 52 => (a..=b).filter_map(spell).collect(),
        _ => vec![from.to_owned(), to.to_owned()],
    }
}

/// Position of a letter label: `a` 1 … `z` 26, `aa` 27, `bb` 28.
fn letters(label: &str) -> Option<u32> {
    let mut chars = label.chars();
    let first = chars.next().filter(char::is_ascii_lowercase)?;
    let place = u32::from(first) - u32::from('a') + 1;
    match chars.next() {
        None => Some(place),
        Some(second) if second == first && chars.next().is_none() => Some(26 + place),
        Some(_) => None,
    }
}

fn spell(place: u32) -> Option<String> {
    let letter = char::from_u32(u32::from('a') + (place - 1) % 26)?;
    Some(if place > 26 { format!("{letter}{letter}") } else { letter.to_string() })
}

fn roman(label: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    NUMERALS.iter().position(|n| *n == label).and_then(|n| u32::try_from(n + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_forms() {
        let cases: [(&str, &str, &[&str], &str); 9] = [
            ("a. Lathes", "a.", &["a"], "Lathes"),
            ("a.1.b. Lathes", "a.1.b.", &["a", "1", "b"], "Lathes"),
            ("z.2 Lathes", "z.2", &["z", "2"], "Lathes"),
            ("(1) Lathes", "(1)", &["1"], "Lathes"),
            ("h. through y. [Reserved]", "h. through y.", &["h"], "[Reserved]"),
            ("e through .w [Reserved]", "e through .w", &["e"], "[Reserved]"),
            ("b.-d. [Reserved]", "b.-d.", &["b"], "[Reserved]"),
            ("b.2.a.. Lathes", "b.2.a.", &["b", "2", "a"], "Lathes"),
            ("a.1.c.'Grade' below 2", "a.1.c.", &["a", "1", "c"], "'Grade' below 2"),
        ];
        for (text, printed, segments, rest) in cases {
            let label = read(text).unwrap();
            assert_eq!((label.printed, label.segments.as_slice(), label.text), (printed, segments, rest), "{text}");
        }
        assert!(read("Lathes, mills").is_none());
        assert!(read("e.g., lathes").is_none());
        assert!(read("0.5 mm").is_none());
    }

    #[test]
    fn sequences() {
        assert!(follows("a", "b") && follows("z", "aa") && follows("aa", "bb") && follows("9", "10"));
        assert!(!follows("a", "c") && !follows("b", "a"));
        assert_eq!(sequence("d", "f"), ["d", "e", "f"]);
    }
}
