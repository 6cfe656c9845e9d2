//! Patterns of codes.

use crate::Code;
use crate::licensing::Answer;

/// Whether what stands under `code` lies inside a pattern: a code (`3A001.a`), a range of codes (`3A001.a.1-3A001.a.4`), or an entry's code in
/// which `?` stands for any one character (`?A???`). Unknown where only a part of it does.
pub fn inside(code: &Code, pattern: &str) -> Answer {
    match pattern.split_once('-') {
        Some((from, to)) => in_range(code, from, to),
        None => under(code, pattern),
    }
}

/// Whether a text is a pattern that could match a code.
pub(super) fn is_pattern(text: &str) -> bool {
    match text.split_once('-') {
        Some((from, to)) => match (Code::parse(from), Code::parse(to)) {
            (Ok(from), Ok(to)) => from.depth() == to.depth() && from.parent() == to.parent() && from <= to,
            _ => false,
        },
        None => Code::parse(&text.replace('?', "0")).is_ok(),
    }
}

fn under(code: &Code, pattern: &str) -> Answer {
    let mut own = code.segments();
    let mut wanted = pattern.split('.');
    let matches = |own: &str, wanted: &str| {
        let (mut own, mut wanted) = (own.chars(), wanted.chars());
        loop {
            match (own.next(), wanted.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if b == '?' || a == b => {}
                _ => return false,
            }
        }
    };
    loop {
        match (own.next(), wanted.next()) {
            (_, None) => return Answer::Yes,
            (None, Some(_)) => return Answer::Unknown,
            (Some(a), Some(b)) if matches(a, b) => {}
            _ => return Answer::No,
        }
    }
}

/// Ranges run over the last label of their ends, or over the digits of entries' codes.
fn in_range(code: &Code, from: &str, to: &str) -> Answer {
    let (Ok(from), Ok(to)) = (Code::parse(from), Code::parse(to)) else { return Answer::Unknown };
    if from.depth() != to.depth() || from.parent() != to.parent() {
        return Answer::Unknown;
    }
    let segments: Vec<&str> = code.segments().take(from.depth() + 1).collect();
    if segments.len() <= from.depth() {
        // A paragraph above the range's ends holds some of it, or none.
        return if from.is_within(code) { Answer::Unknown } else { Answer::No };
    }
    let Ok(cut) = Code::parse(&segments.join(".")) else { return Answer::No };
    Answer::from_bool(cut.parent() == from.parent() && from <= cut && cut <= to)
}

#[cfg(test)]
mod tests {
    use super::{inside, is_pattern};
    use crate::Code;
    use crate::licensing::Answer::{No, Unknown, Yes};

    #[test]
    fn codes_ranges_and_wildcards() {
        let is = |code: &str, pattern: &str| Code::parse(code).map(|code| inside(&code, pattern));
        let cases = [
            ("9A001.b.1", "9A001.b", Yes),
            ("9A001", "9A001.b", Unknown),
            ("9A001.c", "9A001.b", No),
            ("9A001.b", "?A???", Yes),
            ("9D601", "??6??", Yes),
            ("9A001.z.2.a", "9???1.z", Yes),
            ("9A001.a.3.b", "9A001.a.2-9A001.a.10", Yes),
            ("9A001.a.11", "9A001.a.2-9A001.a.10", No),
            ("9A001.a", "9A001.a.2-9A001.a.10", Unknown),
            ("9A003", "9A002-9A004", Yes),
            ("9B003", "9A002-9A004", No),
        ];
        for (code, pattern, want) in cases {
            assert_eq!(is(code, pattern), Ok(want), "{code} in {pattern}");
        }
    }

    #[test]
    fn a_range_has_its_ends_side_by_side() {
        let found = ["9A001.a", "??6??", "9A001.a-9A001.c", "9A001-9A004", "9A001.c-9A001.a", "9A001.a-9B001.c", "9A001..b", "kite?!"]
            .map(is_pattern);
        assert_eq!(found, [true, true, true, true, false, false, false, false]);
    }
}
