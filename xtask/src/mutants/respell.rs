//! Respellings: changes of official text that change nothing of what it says.

use std::fmt::Write as _;

use concord_import::document::{DecimalMark, Document, RawEntry};
use concord_quantity::{Number, NumberFormat};
use num_rational::BigRational;

use super::found::{Found, quantities};

/// How a text writes numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Notation {
    pub(crate) decimal: DecimalMark,
    /// `true` where superscripts lost their raised position.
    pub(crate) flattened: bool,
}

impl Notation {
    pub(crate) fn of(document: &Document) -> Self {
        Self { decimal: document.decimal, flattened: document.flattened_exponents }
    }

    fn format(self) -> NumberFormat {
        match self.decimal {
            DecimalMark::Point => NumberFormat::POINT,
            DecimalMark::Comma => NumberFormat::COMMA,
        }
    }

    fn power_of_ten(self, exponent: i32) -> String {
        let sign = if exponent < 0 { "-" } else { "" };
        let digits = exponent.unsigned_abs();
        if self.flattened { format!("× 10{sign}{digits}") } else { format!("× 10^{{{sign}{digits}}}") }
    }
}

/// A respelling of one paragraph; `None` where there is nothing to respell.
pub(crate) type Respelling = fn(&str, Notation) -> Option<String>;

/// Every kind of respelling of a paragraph.
pub(crate) const RESPELLINGS: [(&str, Respelling); 10] = [
    ("comparator words", comparators),
    ("exponent style", exponents),
    ("micro sign", micro),
    ("quotes", quotes),
    ("minus sign", minus),
    ("spelling", spelling),
    ("value in another unit", other_unit),
    ("rounded in another unit", rounded_unit),
    ("prefix as power of ten", prefix),
    ("thousands separator", thousands),
];

/// Comparators that say the same.
const COMPARATORS: [(&str, &str); 10] = [
    ("exceeding", "greater than"),
    ("greater than", "exceeding"),
    ("or more", "or greater"),
    ("or greater", "or more"),
    ("or less", "or lower"),
    ("less than", "lower than"),
    ("equal to or greater than", "greater than or equal to"),
    ("equal to or less than", "less than or equal to"),
    ("more than", "in excess of"),
    ("in excess of", "exceeding"),
];

fn comparators(text: &str, notation: Notation) -> Option<String> {
    // Only beside a number: elsewhere the words may not compare.
    let near: Vec<Found> = quantities(text, &notation.format());
    for found in &near {
        let before = text.get(..found.number.start)?.trim_end();
        for (from, to) in COMPARATORS {
            if let Some(head) = before.strip_suffix(from) {
                let joined = ["not", "or", "to", "no"].iter().any(|w| head.trim_end().ends_with(w));
                if !joined && head.ends_with(' ') {
                    return Some(format!("{head}{to}{}", &text[before.len()..]));
                }
            }
        }
        let after = text.get(found.unit.end..)?;
        for (from, to) in COMPARATORS {
            if let Some(tail) = after.strip_prefix(' ').and_then(|t| t.strip_prefix(from))
                && !tail.starts_with(char::is_alphanumeric)
                && !tail.trim_start().starts_with("than")
                && from.starts_with("or ")
            {
                return Some(format!("{} {to}{tail}", &text[..found.unit.end]));
            }
        }
    }
    None
}

/// `5 × 10^{3}` as `5 x 10³`, `5 × 103` as `5 x 10^{3}`.
fn exponents(text: &str, notation: Notation) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = rest.find("× 10") {
        let (head, tail) = rest.split_at(at);
        let tail = tail.strip_prefix("× 10")?;
        let (exponent, after) = exponent_of(tail, notation.flattened)?;
        out.push_str(head);
        if notation.flattened {
            let _ = write!(out, "x 10^{{{exponent}}}");
        } else {
            out.push_str("x 10");
            out.extend(exponent.chars().map(superscript));
        }
        rest = after;
        changed = true;
    }
    out.push_str(rest);
    changed.then_some(out)
}

/// The exponent after `× 10`, and what follows it.
fn exponent_of(text: &str, flattened: bool) -> Option<(String, &str)> {
    let inner = if flattened { text } else { text.strip_prefix("^{")? };
    let end = inner.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '−' | '‑'))).unwrap_or(inner.len());
    let (digits, after) = inner.split_at(end);
    let after = if flattened { after } else { after.strip_prefix('}')? };
    let plain: String = digits.chars().map(|c| if c.is_ascii_digit() { c } else { '-' }).collect();
    (plain.parse::<i32>().is_ok() && !after.starts_with(char::is_alphanumeric)).then_some((plain, after))
}

fn superscript(c: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|d| DIGITS.get(d as usize)).copied().unwrap_or('⁻')
}

/// The micro sign and the Greek letter.
fn micro(text: &str, _: Notation) -> Option<String> {
    swapped(text, &[('µ', 'μ'), ('μ', 'µ')])
}

/// Curly and straight quotes.
fn quotes(text: &str, _: Notation) -> Option<String> {
    swapped(text, &[('“', '"'), ('”', '"'), ('‘', '\''), ('’', '\'')])
}

/// Minus signs before digits, and hyphens that mean them.
fn minus(text: &str, _: Notation) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let other = |(at, c): (usize, &char)| {
        let digit = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        let free = at == 0 || chars.get(at - 1).is_some_and(|p| matches!(p, ' ' | '(' | '{'));
        match c {
            '−' | '‑' if digit && free => '-',
            '-' if digit && free => '−',
            c => *c,
        }
    };
    let out: String = chars.iter().enumerate().map(other).collect();
    (out != text).then_some(out)
}

fn swapped(text: &str, pairs: &[(char, char)]) -> Option<String> {
    let swap = |c: char| pairs.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to);
    let out: String = text.chars().map(swap).collect();
    (out != text).then_some(out)
}

/// Words with two spellings.
const SPELLINGS: [(&str, &str); 14] = [
    ("metre", "meter"),
    ("litre", "liter"),
    ("fibre", "fiber"),
    ("colour", "color"),
    ("aluminium", "aluminum"),
    ("vapour", "vapor"),
    ("centre", "center"),
    ("sulphur", "sulfur"),
    ("analogue", "analog"),
    ("grey", "gray"),
    ("mould", "mold"),
    ("armour", "armor"),
    ("behaviour", "behavior"),
    ("programme", "program"),
];

fn spelling(text: &str, _: Notation) -> Option<String> {
    for (british, american) in SPELLINGS {
        for (from, to) in [(british, american), (american, british)] {
            let Some(at) = text.find(from) else { continue };
            let (before, after) = (&text[..at], &text[at + from.len()..]);
            // Word ends only ("meters", not "parameter" or "programmed").
            let ends = after.strip_prefix('s').unwrap_or(after);
            if !before.ends_with(char::is_alphabetic) && !ends.starts_with(char::is_alphabetic) {
                return Some(format!("{before}{to}{after}"));
            }
        }
    }
    None
}

/// Units and one a power of ten below, with the power.
const SMALLER: [(&str, &str, i32); 16] = [
    ("kHz", "Hz", 3),
    ("MHz", "kHz", 3),
    ("GHz", "MHz", 3),
    ("m", "mm", 3),
    ("km", "m", 3),
    ("mm", "µm", 3),
    ("kW", "W", 3),
    ("MW", "kW", 3),
    ("W", "mW", 3),
    ("kPa", "Pa", 3),
    ("MPa", "kPa", 3),
    ("kg", "g", 3),
    ("kV", "V", 3),
    ("kN", "N", 3),
    ("ms", "µs", 3),
    ("kJ", "J", 3),
];

fn other_unit(text: &str, notation: Notation) -> Option<String> {
    let thousand = BigRational::from_integer(1000.into());
    quantities(text, &notation.format()).iter().find_map(|found| {
        let (_, to, _) = SMALLER.iter().find(|(from, _, _)| *from == &text[found.unit.clone()])?;
        let value = printed(&(found.value.value() * &thousand), notation)?;
        Some(replaced(text, found, &value, to))
    })
}

/// Prefixes and their powers of ten.
fn prefix(text: &str, notation: Notation) -> Option<String> {
    quantities(text, &notation.format()).iter().find_map(|found| {
        let (_, to, power) = SMALLER.iter().find(|(from, to, _)| *from == &text[found.unit.clone()] && from.ends_with(to))?;
        let number = format!("{} {}", &text[found.number.clone()], notation.power_of_ten(*power));
        Some(replaced(text, found, &number, to))
    })
}

/// Units and others that are no power of ten away: the value is factor times the number plus the offset.
const ROUNDED: [(&str, &str, Ratio, Ratio); 5] = [
    ("K", "°C", (1, 1), (-27315, 100)),
    ("mTorr", "mPa", (133_322, 1000), (0, 1)),
    ("Torr", "Pa", (133_322, 1000), (0, 1)),
    ("bar", "psi", (145_038, 10_000), (0, 1)),
    ("°C", "K", (1, 1), (27315, 100)),
];

/// Numerator and denominator.
type Ratio = (i64, i64);

fn rounded_unit(text: &str, notation: Notation) -> Option<String> {
    let hundred = BigRational::from_integer(100.into());
    quantities(text, &notation.format()).iter().find_map(|found| {
        let (from, to, factor, offset) = ROUNDED.iter().find(|(from, ..)| *from == &text[found.unit.clone()])?;
        // A small number of degrees may be a difference of temperatures; a value printed in a second unit says it twice.
        let twice = text[found.unit.end..].trim_start().starts_with('(') || text[..found.number.start].trim_end().ends_with('(');
        if twice || matches!(*from, "K" | "°C") && *found.value.value() < hundred {
            return None;
        }
        let ratio = |(a, b): &Ratio| BigRational::new((*a).into(), (*b).into());
        let exact = found.value.value() * ratio(factor) + ratio(offset);
        let value = printed(&four_digits(&exact), notation)?;
        Some(replaced(text, found, &value, to))
    })
}

/// Rounded to whole numbers from a thousand, to one decimal from a hundred, else to two.
fn four_digits(value: &BigRational) -> BigRational {
    let scale: i64 = [(1000, 1), (100, 10)].iter().find(|(from, _)| *value >= whole(*from)).map_or(100, |(_, scale)| *scale);
    (value * whole(scale)).round() / whole(scale)
}

fn whole(value: i64) -> BigRational {
    BigRational::from_integer(value.into())
}

fn replaced(text: &str, found: &Found, number: &str, unit: &str) -> String {
    format!("{}{number} {unit}{}", &text[..found.number.start], &text[found.unit.end..])
}

/// A plain decimal in the text's notation, without thousands separators.
fn printed(value: &BigRational, notation: Notation) -> Option<String> {
    let text = Number::exact(value.clone()).to_decimal()?;
    let plain = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| if notation.decimal == DecimalMark::Comma { text.replace('.', ",") } else { text })
}

/// `4,800` and `4 800` as `4800`, `48000` as `48 000`.
fn thousands(text: &str, notation: Notation) -> Option<String> {
    quantities(text, &notation.format()).iter().find_map(|found| {
        let number = &text[found.number.clone()];
        let value = found.value.value();
        if !value.is_integer() || *value < whole(1000) {
            return None;
        }
        let digits = value.to_integer().to_string();
        let head = digits.len() % 3;
        let mut grouped = digits.get(..head)?.to_owned();
        for (at, digit) in digits.chars().skip(head).enumerate() {
            if at % 3 == 0 && !grouped.is_empty() {
                grouped.push(' ');
            }
            grouped.push(digit);
        }
        let other = if number == digits { grouped } else { digits };
        Some(replaced(text, found, &other, &text[found.unit.clone()]))
    })
}

/// A whole entry with the other decimal mark; `None` where a number stands whose mark is not certain, or none has a mark.
pub(crate) fn other_decimal(entry: &RawEntry, notation: Notation) -> Option<RawEntry> {
    let mut out = entry.clone();
    let mut changed = 0;
    let texts = out.paragraphs.iter_mut().map(|p| &mut p.text).chain(out.notes.iter_mut().flat_map(|n| n.lines.iter_mut()));
    for text in texts {
        *text = with_other_decimal(text, notation, &mut changed)?;
    }
    (changed > 0).then_some(out)
}

fn with_other_decimal(text: &str, notation: Notation, changed: &mut usize) -> Option<String> {
    let mut out = text.to_owned();
    let found = quantities(text, &notation.format());
    for found in found.iter().rev() {
        let number = &text[found.number.clone()];
        let swap = |c: char| match c {
            '.' => ',',
            ',' => ' ',
            c => c,
        };
        let number = match notation.decimal {
            DecimalMark::Point => number.chars().map(swap).collect(),
            DecimalMark::Comma => number.replace(',', "."),
        };
        if number != text[found.number.clone()] {
            *changed += 1;
        }
        out.replace_range(found.number.clone(), &number);
    }
    // A mark between digits that was not a quantity's would be read otherwise.
    let bytes = text.as_bytes();
    let certain = |at: usize| found.iter().any(|f| f.number.contains(&at));
    let doubtful = (1..bytes.len().saturating_sub(1))
        .any(|at| matches!(bytes[at], b'.' | b',') && bytes[at - 1].is_ascii_digit() && bytes[at + 1].is_ascii_digit() && !certain(at));
    (!doubtful).then_some(out)
}

/// The other way to print decimals.
pub(crate) fn other_mark(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Point => DecimalMark::Comma,
        DecimalMark::Comma => DecimalMark::Point,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: Notation = Notation { decimal: DecimalMark::Point, flattened: false };
    const FLAT: Notation = Notation { decimal: DecimalMark::Comma, flattened: true };

    #[test]
    fn each_respelling_says_the_same_in_other_signs() {
        let cases: [(Respelling, Notation, &str, &str); 12] = [
            (comparators, POINT, "a mass exceeding 5 kg", "a mass greater than 5 kg"),
            (comparators, POINT, "a mass of 5 kg or more", "a mass of 5 kg or greater"),
            (exponents, POINT, "5 × 10^{-3} Pa", "5 x 10⁻³ Pa"),
            (exponents, FLAT, "5 × 103 Pa", "5 x 10^{3} Pa"),
            (micro, POINT, "5 µm", "5 μm"),
            (quotes, POINT, "“kiln”", "\"kiln\""),
            (minus, POINT, "below −55 °C", "below -55 °C"),
            (spelling, POINT, "5 metres", "5 meters"),
            (other_unit, FLAT, "above 1,3 GHz", "above 1300 MHz"),
            (rounded_unit, POINT, "above 398 K", "above 124.9 °C"),
            (prefix, FLAT, "above 1,3 kHz", "above 1,3 × 103 Hz"),
            (thousands, POINT, "above 4,800 kg", "above 4800 kg"),
        ];
        for (respell, notation, text, expected) in cases {
            assert_eq!(respell(text, notation).as_deref(), Some(expected));
        }
        assert_eq!(spelling("a parameter", POINT), None);
        assert_eq!(comparators("not exceeding 5 kg", POINT), None);
    }

    #[test]
    fn decimals_change_only_where_every_mark_is_certain() {
        let mut changed = 0;
        assert_eq!(with_other_decimal("above 4,800.5 kg", POINT, &mut changed).as_deref(), Some("above 4 800,5 kg"));
        assert_eq!(changed, 1);
        assert_eq!(with_other_decimal("see 740.2 and 1.5 kg", POINT, &mut changed), None);
    }
}
