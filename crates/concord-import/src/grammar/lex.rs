//! From cleaned text to tokens.

use std::ops::Range;

use concord_lexicon::{Class, Classes};
use concord_quantity::{Number, NumberFormat, Unit};

use super::Context;
use super::clean::Clean;
use super::code::{cas_number, full_code, partial_code};
use super::token::{Kind, Role, Token, Tokens};

/// Reads the tokens of a cleaned text.
pub(super) fn tokens(clean: &Clean, ctx: &Context) -> Tokens {
    let mut lexer = Lexer { text: &clean.text, ctx, at: 0, list: Vec::with_capacity(clean.text.len() / 5), terms: Vec::new(), double: None, single: None };
    while lexer.step() {}
    Tokens { list: lexer.list, terms: lexer.terms }
}

struct Lexer<'a> {
    text: &'a str,
    ctx: &'a Context<'a>,
    at: usize,
    list: Vec<Token>,
    terms: Vec<Range<usize>>,
    double: Option<usize>,
    single: Option<usize>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn before(&self) -> Option<char> {
        self.text.get(..self.at)?.chars().next_back()
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let span = self.at..(self.at + length).min(self.text.len());
        self.at = span.end.max(self.at + 1);
        let printed = self.text.get(span.clone()).unwrap_or_default();
        let mut word = printed.to_lowercase();
        let numeric = matches!(kind, Kind::Number(..) | Kind::Cas(_) | Kind::Code(_) | Kind::PartialCode(_)) || word.bytes().any(|b| b.is_ascii_digit());
        let role = match &kind {
            Kind::Cas(_) => Some(Role::Cas),
            Kind::Code(_) | Kind::PartialCode(_) => Some(Role::Reference),
            Kind::Word if numeric => Some(Role::Name),
            _ => None,
        };
        if kind == Kind::Word && word == "no." {
            word.pop();
        }
        let classes = if kind == Kind::Word { self.ctx.lexicon.classes_of_any_form(&word) } else { Classes::default() };
        let quoted = self.double.is_some() || self.single.is_some();
        self.list.push(Token { kind, span, word, classes, quoted, numeric, plus_minus: false, role });
    }

    fn step(&mut self) -> bool {
        let Some(c) = self.rest().chars().next() else { return false };
        match c {
            ' ' => self.at += 1,
            '"' => self.double_quote(),
            '\'' => self.single_quote(),
            '±' => self.signed(c),
            '+' | '-' if self.sign_of_number(c) => self.signed(c),
            '.' if self.numbered_tail().is_some() => self.partial(),
            '.' if self.leading_point() => self.number(),
            _ if c.is_ascii_digit() => self.number_or_name(),
            '.' if partial_code(self.rest()).is_some() && !self.before().is_some_and(char::is_alphanumeric) => self.partial(),
            _ if c.is_alphabetic() => self.word(),
            _ => self.push(Kind::Mark(c), c.len_utf8()),
        }
        true
    }

    fn double_quote(&mut self) {
        self.at += 1;
        match self.double.take() {
            Some(start) => self.close(start),
            None => self.double = Some(self.list.len()),
        }
    }

    fn single_quote(&mut self) {
        let opens = !self.before().is_some_and(char::is_alphanumeric);
        self.at += 1;
        if let Some(start) = self.single {
            self.single = None;
            self.close(start);
        } else if opens && self.rest().char_indices().take(90).any(|(i, c)| c == '\'' && i > 0) {
            self.single = Some(self.list.len());
        }
    }

    fn close(&mut self, start: usize) {
        let end = self.list.len();
        for token in self.list.get_mut(start..end).unwrap_or_default() {
            token.quoted = true;
        }
        let last = if self.list.last().is_some_and(|t| t.is_one_of(&[',', '.', ';'])) { end - 1 } else { end };
        if start < last && last - start <= 8 {
            self.terms.push(start..last);
        }
    }

    fn sign_of_number(&self, sign: char) -> bool {
        let mut after = self.rest().chars().skip(1).skip_while(|c| *c == ' ');
        let digit = after.next().is_some_and(|c| c.is_ascii_digit());
        let free = !self.before().is_some_and(|c| c.is_alphanumeric() || c == ')' || c == '%' || c == '°');
        let spaced_minus = sign == '-' && self.before() == Some(' ') && self.rest().starts_with("- ") && self.list.last().is_some_and(|t| t.number().is_some());
        digit && free && !spaced_minus
    }

    fn signed(&mut self, sign: char) {
        let skip = self.rest().chars().take_while(|c| *c == sign || *c == ' ').map(char::len_utf8).sum::<usize>();
        let start = self.at;
        let minus = sign == '-';
        if !self.text.get(start + skip..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit() || c == '.')) {
            self.push(Kind::Mark(sign), sign.len_utf8());
            return;
        }
        let count = self.list.len();
        self.at += skip;
        self.number_or_name();
        if let Some(token) = self.list.get_mut(count) {
            if let Kind::Number(number, unit) = &token.kind
                && minus
            {
                let negative = Number::parse(&format!("-{number}"), &NumberFormat { decimal: '.', thousands: &[] }).unwrap_or_else(|_| number.clone());
                token.kind = Kind::Number(negative, unit.clone());
            }
            token.plus_minus = sign == '±';
            token.span.start = start;
        }
    }

    fn leading_point(&self) -> bool {
        let mut chars = self.rest().chars().skip(1);
        self.ctx.numbers.decimal == '.' && chars.next().is_some_and(|c| c.is_ascii_digit()) && !self.before().is_some_and(char::is_alphanumeric) && partial_code(self.rest()).is_none_or(|(_, length)| length <= 4 && self.rest().get(1..3).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit())))
    }

    /// The tail of a code that is a lone number (`.3` in a list of codes).
    fn numbered_tail(&self) -> Option<(String, usize)> {
        let near = self.list.iter().rev().take(4).find(|t| matches!(t.kind, Kind::Code(_) | Kind::PartialCode(_)))?;
        let digits: String = self.rest().chars().skip(1).take_while(char::is_ascii_digit).collect();
        let ends = !self.rest().get(1 + digits.len()..)?.starts_with(|c: char| c.is_alphanumeric() || c == '%');
        let numbered = near.word.rsplit('.').next().is_some_and(|label| label.bytes().all(|b| b.is_ascii_digit()));
        let parted = self.before() == Some(' ');
        ((1..=2).contains(&digits.len()) && ends && numbered && parted).then(|| (digits.clone(), digits.len() + 1))
    }

    fn partial(&mut self) {
        if let Some((code, length)) = self.numbered_tail() {
            self.push(Kind::PartialCode(code), length);
        } else if let Some((code, length)) = partial_code(self.rest()) {
            self.push(Kind::PartialCode(code), length);
        } else {
            self.push(Kind::Mark('.'), 1);
        }
    }

    fn number_or_name(&mut self) {
        if let Some((code, length)) = full_code(self.rest())
            && (code.len() > 2 || self.short_code_may_stand_here())
        {
            self.push(Kind::Code(code), length);
            return;
        }
        if let Some(length) = cas_number(self.rest()) {
            let printed = self.rest().get(..length).unwrap_or_default().to_owned();
            self.push(Kind::Cas(printed), length);
            return;
        }
        if let Some(length) = act_number(self.rest()).or_else(|| locants(self.rest(), self.ctx.numbers.decimal)).or_else(|| chemical_name(self.rest())) {
            self.push(Kind::Word, length);
            return;
        }
        self.number();
    }

    /// Whether a product group (`7A`) may stand here, rather than a number with a one-letter unit.
    fn short_code_may_stand_here(&self) -> bool {
        self.list.last().is_some_and(|t| {
            ["by", "in", "under", "category", "categories", "see", "through", "entries", "entry", "eccns", "also"].contains(&t.word.as_str()) || matches!(t.kind, Kind::Code(_))
        }) || self.list.last().is_some_and(|t| t.is("or") || t.is("and") || t.is("to") || t.is_mark(',')) && self.list.iter().rev().take(3).any(|t| matches!(t.kind, Kind::Code(_)) || t.is_mark(')'))
    }

    fn number(&mut self) {
        let rest = self.rest();
        let Some((number, mut length)) = self.prefix(rest) else {
            let length = rest.chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>().max(1);
            self.push(Kind::Word, length);
            return;
        };
        let behind = rest.get(length..).unwrap_or_default();
        if isotope(behind) && self.before() == Some('(') {
            let name: usize = rest.chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
            self.push(Kind::Word, name);
            return;
        }
        let (number, scaled) = scaled(number, rest, length);
        length = scaled;
        let behind = rest.get(length..).unwrap_or_default();
        let gap = behind.len() - behind.trim_start_matches(' ').len();
        let glued = behind.starts_with(|c: char| c.is_alphabetic());
        let hyphen = behind.starts_with('-') && behind.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_alphabetic()));
        let unit_at = length + gap + usize::from(hyphen);
        let unit = self.unit(rest.get(unit_at..).unwrap_or_default());
        match unit {
            Some((unit, unit_length)) => {
                length = unit_at + unit_length;
                self.push(Kind::Number(number, Some(unit)), length);
            }
            None if glued || hyphen => {
                let name: usize = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').map(char::len_utf8).sum();
                self.push(Kind::Word, name.max(length));
            }
            None => self.push(Kind::Number(number, None), length),
        }
    }

    /// The longest number here, with the exponents that a list may have flattened.
    fn prefix(&self, rest: &str) -> Option<(Number, usize)> {
        let format = &self.ctx.numbers;
        let (mut number, mut length) = Number::longest_prefix(rest, format)?;
        let other = rest.get(length..)?;
        let other_mark = format.decimal == ',' && other.starts_with('.') && other.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
        if other_mark && let Some((n, l)) = Number::longest_prefix(rest, &NumberFormat { decimal: '.', thousands: &[' '] }) {
            (number, length) = (n, l);
        }
        if let Some((ratio, l)) = decimal_ratio(rest, &number, length, format) {
            return Some((ratio, l));
        }
        if let Some((exponent, l)) = flattened_power(rest, length, format, self.ctx.flattened_exponents) {
            return Some((exponent, l));
        }
        Some((number, length))
    }

    /// The unit at the start of a text, with the powers that a list may have flattened.
    fn unit(&self, rest: &str) -> Option<(Unit, usize)> {
        if let Some((patched, added)) = raise_powers(rest, self.ctx.flattened_exponents) {
            let (unit, length) = Unit::longest_prefix(&patched)?;
            let inside = added.iter().filter(|at| **at < length).count();
            return Some((unit, length - inside));
        }
        let (unit, length) = Unit::longest_prefix(rest)?;
        if let Some(share) = rest.get(..length).and_then(|printed| printed.find(" by ")) {
            return Some((Unit::parse(rest.get(..share)?), share));
        }
        let spelled = rest.get(..length)?;
        let behind = rest.get(length..).unwrap_or_default();
        if rest.starts_with("degrees") && (behind.starts_with(" of freedom") || behind.starts_with(" of 'freedom")) {
            return None;
        }
        let no_unit = ["in", "at", "a", "as", "an", "are", "to", "or", "and", "of", "for", "is"].contains(&spelled);
        (!no_unit).then_some((unit, length))
    }

    fn word(&mut self) {
        let rest = self.rest();
        if !self.before().is_some_and(|c| c.is_alphanumeric() || c == '-')
            && let Some((code, length)) = partial_code(rest)
        {
            self.push(Kind::PartialCode(code), length);
            return;
        }
        let length = word_length(rest);
        self.push(Kind::Word, length);
    }
}

/// The length of a word: letters and digits, joined by hyphens, apostrophes, or points and slashes of abbreviations.
fn word_length(rest: &str) -> usize {
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
            '.' => at <= 3 && rest.starts_with(|c: char| c.is_ascii_uppercase()) && next.is_some_and(|n| n.is_ascii_digit()) && (at == 1 || rest.get(..at).is_some_and(|w| w.bytes().any(|b| b.is_ascii_digit()))),
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

/// `4.5:1`: a ratio with decimals, and its length.
fn decimal_ratio(rest: &str, first: &Number, length: usize, format: &NumberFormat) -> Option<(Number, usize)> {
    let behind = rest.get(length..)?.strip_prefix(':')?;
    let (second, used) = Number::longest_prefix(behind, format)?;
    let zero = second.value() == Number::from_integer(0).value();
    (!zero && behind.starts_with(|c: char| c.is_ascii_digit())).then(|| (Number::exact(first.value() / second.value()), length + 1 + used))
}

/// "200 million": the number with its multiplier, and the whole length.
fn scaled(number: Number, rest: &str, length: usize) -> (Number, usize) {
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
fn isotope(behind: &str) -> bool {
    let symbol = behind.split(')').next().unwrap_or_default();
    let mut chars = symbol.chars();
    chars.next().is_some_and(|c| c.is_ascii_uppercase()) && chars.next().is_some_and(|c| c.is_ascii_lowercase()) && chars.next().is_none() && behind.len() > symbol.len()
}

/// The number of an act (`80/1269/EEC`): its length.
fn act_number(rest: &str) -> Option<usize> {
    let chunk = rest.split(' ').next()?;
    let end = chunk.find(|c: char| !c.is_ascii_digit() && c != '/')?;
    let act = chunk.get(..end)?.ends_with('/') && chunk.get(end..)?.chars().take_while(char::is_ascii_uppercase).count() >= 2;
    act.then(|| end + chunk.get(end..).unwrap_or_default().chars().take_while(char::is_ascii_uppercase).count())
}

/// Places in a molecule (`1,3,5`), parted by commas without spaces: their length.
fn locants(rest: &str, decimal: char) -> Option<usize> {
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '\'').unwrap_or(rest.len());
    let run = rest.get(..end)?.trim_end_matches(',');
    let parts = run.split(',');
    let short = parts.clone().all(|p| (1..=2).contains(&p.trim_end_matches('\'').len()));
    let count = parts.count();
    let open = !rest.get(end..).is_some_and(|r| r.starts_with('.') || r.starts_with('%'));
    (short && open && (count >= 3 || count == 2 && decimal == '.')).then_some(run.len())
}

/// A chemical or other technical name that starts with digits (`2,4-dinitro…`, `1-methyl…`, `3,3-bis(…)`): its length.
fn chemical_name(rest: &str) -> Option<usize> {
    let chunk = rest.split(' ').next().unwrap_or_default();
    let locants: usize = chunk.chars().take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '\'')).map(char::len_utf8).sum();
    let tail = chunk.get(locants..)?.strip_prefix('-')?;
    let letters = tail.trim_start_matches(['[', '(', '{']).chars().take_while(|c| c.is_alphabetic()).count();
    let chemical = (chunk.get(..locants)?.contains(',') && letters >= 1) || (letters >= 5 && Unit::longest_prefix(tail).is_none() && !tail.contains('/'));
    chemical.then(|| chunk.trim_end_matches([';', ',', '.', ':']).len())
}

/// A power of ten whose superscript was flattened, at the start of a text: `5 × 103`, `10-4`, and the whole length.
///
/// Where superscripts are not known to be flattened, only a printed minus sign proves it.
fn flattened_power(rest: &str, length: usize, format: &NumberFormat, flattened: bool) -> Option<(Number, usize)> {
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
fn raise_powers(rest: &str, flattened: bool) -> Option<(String, Vec<usize>)> {
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

/// Whether a token continues the name of a standard (`230-2:2014`, `(2006)`, `E-1181-87`).
pub(super) fn continues_standard(token: &Token) -> bool {
    token.number().is_some() || (token.is_word() && token.numeric) || token.is_one_of(&[':', '-', '/', '.'])
}

/// Whether a token names a body or a series of standards.
pub(super) fn opens_standard(token: &Token) -> bool {
    token.has(Class::Standard)
}
