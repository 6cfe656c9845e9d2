//! Finds out how a text writes its numbers.

use crate::document::{DecimalMark, Document};

/// Sets the decimal mark and whether exponents are flattened.
pub(super) fn detect(text: &str, document: &mut Document) {
    document.decimal = decimal(text);
    document.flattened_exponents = !text.contains("^{") && !text.contains(is_superscript) && has_flat_power(text);
}

/// The mark that stands between digits more often, where three digits behind a comma count as thousands.
fn decimal(text: &str) -> DecimalMark {
    let bytes = text.as_bytes();
    let (mut points, mut commas) = (0_u32, 0_u32);
    for (at, mark) in bytes.iter().enumerate().filter(|(_, b)| matches!(b, b'.' | b',')) {
        let before = at.checked_sub(1).and_then(|b| bytes.get(b)).is_some_and(u8::is_ascii_digit);
        let digits = bytes.iter().skip(at + 1).take_while(|b| b.is_ascii_digit()).count();
        if before && digits > 0 {
            match mark {
                b'.' => points += 1,
                _ if digits != 3 => commas += 1,
                _ => {}
            }
        }
    }
    if commas > points { DecimalMark::Comma } else { DecimalMark::Point }
}

/// The numbers of a text that can be read as decimals or as thousands: one to three digits, no zero first, a comma, three digits.
pub(super) fn ambiguous(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).map(|p| p.trim_matches([',', '.']));
    parts.filter(|part| {
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let halves = part.split_once(',').filter(|(whole, rest)| digits(whole) && digits(rest));
        halves.is_some_and(|(whole, rest)| (1..=3).contains(&whole.len()) && !whole.starts_with('0') && rest.len() == 3)
    })
}

/// Whether a power of ten is printed with its exponent on the line (`× 103`).
fn has_flat_power(text: &str) -> bool {
    ["× 10", "x 10", "×10"].iter().any(|power| {
        text.match_indices(power).any(|(at, _)| {
            let rest = text.get(at + power.len()..).unwrap_or_default().trim_start_matches(['-', '−', '–', '\u{2011}']);
            rest.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

fn is_superscript(c: char) -> bool {
    matches!(c, '⁰'..='⁹' | '⁻')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_that_may_part_thousands() {
        let text = "above 1,250 mm, 0,254 mm, 12,5 m, 1 300 K, 99,999 %, CAS 1,2,300.";
        assert_eq!(ambiguous(text).collect::<Vec<_>>(), ["1,250", "99,999"]);
    }

    #[test]
    fn marks_and_powers() {
        assert_eq!(decimal("1,5 mm and 2,25 m and 1,000 kg"), DecimalMark::Comma);
        assert_eq!(decimal("1.5 mm and 1,000 kg"), DecimalMark::Point);
        assert!(has_flat_power("5 × 103 Gy") && has_flat_power("5× 10-8"));
        assert!(!has_flat_power("5 × 10^{3} Gy"));
    }
}
