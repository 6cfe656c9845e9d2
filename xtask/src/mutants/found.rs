//! Numbers with units in official text, found without the importer's grammar: only those whose surroundings leave no doubt.

use std::ops::Range;

use concord_quantity::{Number, NumberFormat, Unit};

/// A number and its unit as printed.
pub(crate) struct Found {
    pub(crate) number: Range<usize>,
    pub(crate) value: Number,
    pub(crate) unit: Range<usize>,
}

/// What before a number makes it part of something larger: a range, a product, a tolerance, an enumeration.
const BEFORE: [&str; 15] = ["×", "x", "to", "and", "or", "between", "from", "-", "–", "‑", "−", "±", "/", "by", "+"];
/// What after a unit continues it, or the value.
const AFTER: [&str; 17] = ["to", "x", "×", "±", "per", "/", "·", "^", "²", "³", "-", "–", "‑", "+", "⋅", "*", "_"];

/// The numbers of a text that are directly followed by a known unit and stand alone.
pub(crate) fn quantities(text: &str, format: &NumberFormat) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + found;
        let run = text.get(start..).map_or(0, |rest| rest.find(|c: char| !is_digit(c, format)).unwrap_or(rest.len()));
        let end = start + text.get(start..start + run).map_or(run, |t| t.trim_end_matches(|c: char| !c.is_ascii_digit()).len());
        at = end.max(start + 1);
        out.extend(quantity(text, start..end, format));
    }
    out
}

fn is_digit(c: char, format: &NumberFormat) -> bool {
    c.is_ascii_digit() || c == format.decimal || (c == ',' && format.decimal == '.')
}

fn quantity(text: &str, number: Range<usize>, format: &NumberFormat) -> Option<Found> {
    let before = text.get(..number.start)?;
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '(' | '{' | '^')) || ends_with_word(before, &BEFORE) {
        return None;
    }
    let value = Number::parse(text.get(number.clone())?, format).ok()?;
    let rest = text.get(number.end..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let (unit, length) = Unit::longest_prefix(rest.get(gap..)?)?;
    let start = number.end + gap;
    let after = text.get(start + length..)?;
    let continues = starts_with_word(after.trim_start(), &AFTER) || after.starts_with(|c: char| c.is_alphanumeric());
    (unit.is_known() && !unit.is_dimensionless() && gap <= 2 && !continues).then_some(Found { number, value, unit: start..start + length })
}

fn ends_with_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end();
    words.iter().any(|w| text.strip_suffix(w).is_some_and(|rest| !is_word(w) || !rest.ends_with(char::is_alphanumeric)))
}

fn starts_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.strip_prefix(w).is_some_and(|rest| !is_word(w) || !rest.starts_with(char::is_alphanumeric)))
}

fn is_word(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(String, String)> {
        let found = quantities(text, &NumberFormat::POINT);
        found.into_iter().map(|f| (text[f.number].to_owned(), text[f.unit].to_owned())).collect()
    }

    #[test]
    fn numbers_stand_alone_with_their_unit() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(texts("a length exceeding 4,800 mm."), [pair("4,800", "mm")]);
        assert_eq!(texts("a bore of 2.5 mm or more"), [pair("2.5", "mm")]);
        assert!(texts("from 5 to 10 kHz").is_empty());
        assert!(texts("see 3A001.a.2 and 5 × 10^{3} Hz").is_empty());
    }
}
