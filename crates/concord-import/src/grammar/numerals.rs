//! Numerals in forms of their own: ratios, multiples, flattened powers; and names that start with digits.

use concord_quantity::{Number, NumberFormat, Unit};

/// `4.5:1`: a ratio with decimals, and its length.
pub(super) fn decimal_ratio(rest: &str, first: &Number, length: usize, format: &NumberFormat) -> Option<(Number, usize)> {
    let behind = rest.get(length..)?.strip_prefix(':')?;
    let (second, used) = Number::longest_prefix(behind, format)?;
    let zero = second.value() == Number::from_integer(0).value();
    (!zero && behind.starts_with(|c: char| c.is_ascii_digit())).then(|| (Number::exact(first.value() / second.value()), length + 1 + used))
}

/// "mm mrad", "g mm per kg": a product of units printed with a space, and its length.
pub(super) fn spaced_product(rest: &str, length: usize) -> Option<(Unit, usize)> {
    let behind = rest.get(length..)?.strip_prefix(' ')?;
    let second =
        ["mrad", "rad", "mm", "cm"].into_iter().find(|u| behind.strip_prefix(*u).is_some_and(|r| !r.starts_with(char::is_alphanumeric)))?;
    let dot = '·';
    let (unit, used) = Unit::longest_prefix(&format!("{}{dot}{behind}", rest.get(..length)?))?;
    let used = (used + 1).checked_sub(dot.len_utf8())?;
    (used >= length + 1 + second.len()).then_some((unit, used))
}

/// "200 million": the number with its multiplier, and the whole length.
pub(super) fn scaled(number: Number, rest: &str, length: usize) -> (Number, usize) {
    let behind = rest.get(length..).unwrap_or_default();
    for (word, exponent) in [(" thousand", 3), (" million", 6), (" billion", 9)] {
        let ends = behind.strip_prefix(word).is_some_and(|r| !r.starts_with(char::is_alphanumeric));
        if ends && let Ok(power) = Number::parse(&format!("{number} × 10^{exponent}"), &NumberFormat { decimal: '.', thousands: &[] }) {
            return (power, length + word.len());
        }
    }
    (number, length)
}

/// An element's symbol behind a mass number (`240Cm`), closing its bracket.
pub(super) fn isotope(behind: &str) -> bool {
    let symbol = behind.split(')').next().unwrap_or_default();
    let mut chars = symbol.chars();
    chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && chars.next().is_some_and(|c| c.is_ascii_lowercase())
        && chars.next().is_none()
        && behind.len() > symbol.len()
}

/// A date in digits (`31.12.2006`): its length.
pub(super) fn dotted_date(rest: &str) -> Option<usize> {
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let run = rest.get(..end)?.trim_end_matches('.');
    let mut parts = run.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let of = |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    let century = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    (of(day, 31) && of(month, 12) && century && parts.next().is_none()).then_some(run.len())
}

/// The number of an act (`80/1269/EEC`): its length.
pub(super) fn act_number(rest: &str) -> Option<usize> {
    let chunk = rest.split(' ').next()?;
    let end = chunk.find(|c: char| !c.is_ascii_digit() && c != '/')?;
    let act = chunk.get(..end)?.ends_with('/') && chunk.get(end..)?.chars().take_while(char::is_ascii_uppercase).count() >= 2;
    act.then(|| end + chunk.get(end..).unwrap_or_default().chars().take_while(char::is_ascii_uppercase).count())
}

/// Places in a molecule (`1,3,5`), parted by commas without spaces: their length.
pub(super) fn locants(rest: &str, decimal: char) -> Option<usize> {
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '\'').unwrap_or(rest.len());
    let run = rest.get(..end)?.trim_end_matches(',');
    let parts = run.split(',');
    let short = parts.clone().all(|p| (1..=2).contains(&p.trim_end_matches('\'').len()));
    let count = parts.count();
    let open = !rest.get(end..).is_some_and(|r| r.starts_with('.') || r.starts_with('%'));
    (short && open && (count >= 3 || count == 2 && decimal == '.')).then_some(run.len())
}

/// A chemical name that starts with the atoms that bear its parts (`N,N-dimethyl…`): its length.
pub(super) fn lettered_locants(rest: &str) -> Option<usize> {
    let atoms = rest.find(|c: char| !matches!(c, 'N' | 'O' | 'S' | 'P' | ',' | '\''))?;
    let run = rest.get(..atoms)?;
    let pairs = run.split(',').all(|atom| atom.trim_end_matches('\'').chars().count() == 1) && run.contains(',');
    let name =
        rest.get(atoms..)?.strip_prefix('-').is_some_and(|tail| tail.starts_with(|c: char| c.is_alphabetic() || matches!(c, '(' | '[')));
    (pairs && name).then(|| rest.split(' ').next().unwrap_or(rest).trim_end_matches([';', ',', '.', ':', ')']).len())
}

/// A chemical or other technical name that starts with digits (`2,4-dinitro…`, `1-methyl…`, `3,3-bis(…)`): its length.
pub(super) fn chemical_name(rest: &str) -> Option<usize> {
    let chunk = rest.split(' ').next().unwrap_or_default();
    let locants: usize = chunk.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '\'')).map(char::len_utf8).sum();
    let tail = chunk.get(locants..)?.strip_prefix('-')?;
    let nested = tail.starts_with(['[', '(', '{']) || tail.starts_with("N-");
    let inner = if nested { tail.trim_start_matches(|c: char| !c.is_alphabetic() || c == 'N') } else { tail };
    let letters = inner.chars().take_while(|c| c.is_alphabetic()).count();
    let chemical = nested && letters >= 4
        || (chunk.get(..locants)?.contains(',') && letters >= 1)
        || (letters >= 5 && Unit::longest_prefix(tail).is_none() && !tail.contains('/'));
    chemical.then(|| chunk.trim_end_matches([';', ',', '.', ':']).len())
}

/// A power of ten whose superscript was flattened, at the start of a text: `5 × 103`, `10-4`, and the whole length.
///
/// Where superscripts are not known to be flattened, only a printed minus sign proves it.
pub(super) fn flattened_power(rest: &str, length: usize, format: &NumberFormat, flattened: bool) -> Option<(Number, usize)> {
    let behind = rest.get(length..)?;
    let trimmed = behind.trim_start_matches(' ');
    let spaces = behind.len() - trimmed.len();
    let sign = trimmed.chars().next()?;
    if matches!(sign, '×' | 'x' | 'X' | '·' | '*') {
        let factor = trimmed.get(sign.len_utf8()..)?;
        let ten = factor.trim_start_matches(' ');
        let exponent = ten.strip_prefix("10").filter(|e| flattened || e.starts_with('-'))?;
        let (digits, used) = exponent_digits(exponent)?;
        let whole = length + spaces + sign.len_utf8() + (factor.len() - ten.len()) + 2 + used;
        let number = Number::parse(&format!("{} × 10^{digits}", rest.get(..length)?), format).ok()?;
        return Some((number, whole));
    }
    if rest.get(..length) == Some("10") && behind.starts_with('-') {
        let (digits, used) = exponent_digits(behind).filter(|(digits, _)| flattened || digits.len() == 2)?;
        let number = Number::parse(&format!("10^{digits}"), format).ok()?;
        return Some((number, length + used));
    }
    None
}

/// An exponent of at most two digits with its sign, ending a number.
fn exponent_digits(text: &str) -> Option<(String, usize)> {
    let sign = usize::from(text.starts_with('-') || text.starts_with('+'));
    let digits = text.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
    let used = sign + digits;
    (1..=2).contains(&digits).then(|| (text.get(..used).unwrap_or_default().trim_start_matches('+').to_owned(), used))
}

const RAISED: [&str; 22] =
    ["m", "cm", "mm", "km", "dm", "µm", "nm", "s", "h", "N", "kg", "g", "K", "min", "sr", "W", "Hz", "cm2", "rad", "C", "V", "A"];

/// The text with `^` before flattened powers of units (`W/cm2`, `kg N-1 h-1`), and where they were put in; `None` if there are none.
pub(super) fn raise_powers(rest: &str, flattened: bool) -> Option<(String, Vec<usize>)> {
    if !flattened {
        return None;
    }
    let window: String = rest.chars().take(28).collect();
    let mut out = String::new();
    let mut added = Vec::new();
    let mut word = String::new();
    let mut chars = window.char_indices().peekable();
    let mut done = false;
    while let Some((at, c)) = chars.next() {
        if !done && !word.is_empty() && (c.is_ascii_digit() || c == '-') && RAISED.contains(&word.as_str()) {
            let signed = c == '-' && chars.peek().is_some_and(|(_, n)| n.is_ascii_digit());
            let digit_at = if signed { at + 1 } else { at };
            let behind = window.get(digit_at + 1..).and_then(|r| r.chars().next());
            let single = !behind.is_some_and(char::is_alphanumeric);
            if single && (signed || c.is_ascii_digit()) {
                added.push(out.len());
                out.push('^');
            }
        }
        if c.is_alphabetic() {
            word.push(c);
        } else {
            word.clear();
        }
        if matches!(c, ',' | ';' | ')') {
            done = true;
        }
        out.push(c);
    }
    (!added.is_empty()).then(|| {
        out.push_str(rest.get(window.len()..).unwrap_or_default());
        (out, added)
    })
}
