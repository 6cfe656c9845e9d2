//! The shapes of list codes and CAS numbers. Only shapes: no code is named.

/// A full code at the start of a text, in canonical form, and its length.
///
/// Shapes: digit, letter, three digits, then labels (`9A999.a.1`); digit, letter and nothing more for a product group; digit, point,
/// letter, point, digits, then labels (`9.A.9.a`).
pub(super) fn full_code(text: &str) -> Option<(String, usize)> {
    let b = text.as_bytes();
    let group = b.first()?.is_ascii_digit();
    let mut at = if group && b.get(1)? == &b'.' && b.get(2)?.is_ascii_uppercase() && b.get(3) == Some(&b'.') && b.get(4)?.is_ascii_digit() {
        4 + b.get(4..)?.iter().take_while(|c| c.is_ascii_digit()).count()
    } else if group && matches!(b.get(1)?, b'A'..=b'E') {
        let digits = b.get(2..)?.iter().take_while(|c| c.is_ascii_digit()).count();
        match digits {
            0 | 1 | 3 => 2 + digits,
            _ => return None,
        }
    } else {
        return None;
    };
    if b.get(at).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'/') {
        return None;
    }
    at += labels(text.get(at..)?);
    Some((canonical(text.get(..at)?), at))
}

/// Labels behind a code: a point and at most two letters or digits each; also `(a)(1)`.
fn labels(text: &str) -> usize {
    let b = text.as_bytes();
    let mut at = 0;
    loop {
        let rest = b.get(at..).unwrap_or_default();
        let length = rest.iter().skip(1).take_while(|c| c.is_ascii_alphanumeric()).count();
        let one_kind = |label: &[u8]| label.iter().all(u8::is_ascii_digit) || label.iter().all(u8::is_ascii_lowercase);
        match rest.first() {
            Some(b'.') if (1..=2).contains(&length) && one_kind(rest.get(1..=length).unwrap_or_default()) => at += 1 + length,
            _ => return at,
        }
    }
}

fn canonical(code: &str) -> String {
    let code = code.trim_end_matches('.');
    let mut parts = code.split('.');
    let mut out = parts.next().unwrap_or_default().to_ascii_uppercase();
    for part in parts {
        out.push('.');
        let first_letter = out.len() == 2 && out.as_bytes().first().is_some_and(u8::is_ascii_digit);
        if first_letter { out.push_str(&part.to_ascii_uppercase()) } else { out.push_str(part) }
    }
    out
}

/// The tail of a code at the start of a text (`a.4`, `.b`, `.a.5.b`), without its first point, and its length.
pub(super) fn partial_code(text: &str) -> Option<(String, usize)> {
    let pointed = text.starts_with('.');
    let body = text.strip_prefix('.').unwrap_or(text);
    let b = body.as_bytes();
    let first = b.iter().take_while(|c| c.is_ascii_lowercase()).count();
    if !(1..=2).contains(&first) {
        return None;
    }
    let at = first + labels(body.get(first..)?);
    let numbered = body.get(..at)?.bytes().any(|c| c.is_ascii_digit());
    let ends = !b.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (ends && (numbered && at > first || pointed)).then(|| (body.get(..at).unwrap_or_default().to_owned(), at + usize::from(pointed)))
}

/// The length of a CAS registry number at the start of a text (two to seven digits, two digits, one digit).
pub(super) fn cas_number(text: &str) -> Option<usize> {
    let run = |from: usize| text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let hyphen = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let first = run(0);
    let second = first + 1;
    let third = second + 3;
    let shape = (2..=7).contains(&first) && hyphen(first) && run(second) == 2 && hyphen(second + 2) && run(third) == 1;
    let ends = !text.as_bytes().get(third + 1).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'-');
    (shape && ends).then_some(third + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_end_where_the_sentence_goes_on() {
        assert_eq!(full_code("9A999.b. or"), Some(("9A999.b".to_owned(), 7)));
        assert_eq!(full_code("9A999.a.10.b; and"), Some(("9A999.a.10.b".to_owned(), 12)));
        assert_eq!(full_code("9A999.  The"), Some(("9A999".to_owned(), 5)));
        assert_eq!(full_code("9.A.9.a.1 or"), Some(("9.A.9.a.1".to_owned(), 9)));
        assert_eq!(full_code("9A99"), None);
        assert_eq!(full_code("9 A"), None);
        assert_eq!(partial_code("a.4, or"), Some(("a.4".to_owned(), 3)));
        assert_eq!(partial_code(".b and"), Some(("b".to_owned(), 2)));
        assert_eq!(partial_code("e.g. such"), None);
        assert_eq!(partial_code("at 5"), None);
    }

    #[test]
    fn cas_numbers_have_three_parts() {
        assert_eq!(cas_number("1314-23-4)"), Some(9));
        assert_eq!(cas_number("10-20"), None);
        assert_eq!(cas_number("2004-05-31"), None);
    }
}
