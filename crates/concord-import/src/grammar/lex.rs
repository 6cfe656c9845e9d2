//! From cleaned text to tokens.

use std::ops::Range;

use concord_lexicon::{Class, Classes};
use concord_quantity::{Domain, Number, NumberFormat, Unit};

use super::Context;
use super::clean::Clean;
use super::code::{cas_number, full_code, partial_code};
use super::numerals::{
    act_number, chemical_name, decimal_ratio, dotted_date, flattened_power, isotope, lettered_locants, locants, raise_powers, scaled,
    spaced_product,
};
use super::spelled::word_length;
use super::token::{Kind, Role, Token, Tokens};

/// Reads the tokens of a cleaned text.
pub(super) fn tokens(clean: &Clean, ctx: &Context) -> Tokens {
    let mut lexer = Lexer {
        text: &clean.text,
        ctx,
        at: 0,
        list: Vec::with_capacity(clean.text.len() / 5),
        terms: Vec::new(),
        double: None,
        single: None,
    };
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
        let numeric = matches!(kind, Kind::Number(..) | Kind::Cas(_) | Kind::Code(_) | Kind::PartialCode(_))
            || word.bytes().any(|b| b.is_ascii_digit());
        let role = match &kind {
            Kind::Cas(_) => Some(Role::Cas),
            Kind::Code(_) | Kind::PartialCode(_) => Some(Role::Reference),
            Kind::Word if numeric => Some(Role::Name),
            _ => None,
        };
        if kind == Kind::Word && word == "no." {
            word.pop();
        }
        let classes =
            if matches!(kind, Kind::Word | Kind::Mark(_)) { self.ctx.lexicon.classes_of_any_form(&word) } else { Classes::default() };
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
        let spaced_minus = sign == '-'
            && self.before() == Some(' ')
            && self.rest().starts_with("- ")
            && self.list.last().is_some_and(|t| t.number().is_some());
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
                let negative =
                    Number::parse(&format!("-{number}"), &NumberFormat { decimal: '.', thousands: &[] }).unwrap_or_else(|_| number.clone());
                token.kind = Kind::Number(negative, unit.clone());
            }
            token.plus_minus = sign == '±';
            token.span.start = start;
        }
    }

    fn leading_point(&self) -> bool {
        let mut chars = self.rest().chars().skip(1);
        self.ctx.numbers.decimal == '.'
            && chars.next().is_some_and(|c| c.is_ascii_digit())
            && !self.before().is_some_and(char::is_alphanumeric)
            && partial_code(self.rest())
                .is_none_or(|(_, length)| length <= 4 && self.rest().get(1..3).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit())))
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
        if let Some(length) = dotted_date(self.rest()) {
            self.push(Kind::Word, length);
            if let Some(token) = self.list.last_mut() {
                token.role = Some(Role::Date);
            }
            return;
        }
        if let Some(length) =
            act_number(self.rest()).or_else(|| chemical_name(self.rest())).or_else(|| locants(self.rest(), self.ctx.numbers.decimal))
        {
            self.push(Kind::Word, length);
            return;
        }
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits) && self.follows_elements() {
            self.push(Kind::Word, digits);
            return;
        }
        self.number();
    }

    /// Whether symbols of chemical elements stand right before this place, parted by a space ("UF 6").
    fn follows_elements(&self) -> bool {
        let Some(last) = self.list.last().filter(|t| t.is_word() && !t.has(Class::NameBefore) && t.span.end + 1 == self.at) else {
            return false;
        };
        let printed = self.text.get(last.span.clone()).unwrap_or_default();
        self.ctx.lexicon.is_formula(printed) && !self.rest().get(1..).is_some_and(|r| r.starts_with(['.', ',']) && r.len() > 2)
    }

    /// Whether a product group (`7A`) may stand here, rather than a number with a one-letter unit.
    fn short_code_may_stand_here(&self) -> bool {
        self.list.last().is_some_and(|t| {
            ["by", "in", "under", "category", "categories", "see", "through", "entries", "entry", "eccns", "also"]
                .contains(&t.word.as_str())
                || matches!(t.kind, Kind::Code(_))
        }) || self.list.last().is_some_and(|t| t.is("or") || t.is("and") || t.is("to") || t.is_mark(','))
            && self.list.iter().rev().take(3).any(|t| matches!(t.kind, Kind::Code(_)) || t.is_mark(')'))
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
        let other_mark =
            format.decimal == ',' && other.starts_with('.') && other.get(1..).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
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
        if let Some(product) = spaced_product(rest, length) {
            return Some(product);
        }
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
        if let Some(length) = lettered_locants(rest).filter(|_| !self.before().is_some_and(char::is_alphanumeric)) {
            self.push(Kind::Word, length);
            if let Some(token) = self.list.last_mut() {
                token.numeric = true;
                token.role = Some(Role::Name);
            }
            return;
        }
        if let Some((number, unit, length)) = self.number_in_words(rest) {
            self.push(Kind::Number(number, unit), length);
            if let Some(token) = self.list.last_mut() {
                token.numeric = false;
            }
            return;
        }
        let length = word_length(rest);
        self.push(Kind::Word, length);
    }

    /// "more than two plates", "at least three mirrors": whether a number word behind a comparator counts what follows.
    fn counts(&self, value: u32, behind: &str) -> bool {
        let compared = self.list.last().is_some_and(|t| t.is("than") || t.is("least") || t.is("exceeding"));
        let next = behind.split([' ', ',', ';', '.', ')']).next().unwrap_or_default();
        let noun = !self.ctx.lexicon.classes(&next.to_lowercase()).has(Class::Boundary) && next != "of";
        compared && value > 1 && noun && next.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '"' || c == '\'')
    }

    /// "two liters", "zero to 5 bar": a number word with a unit of measurement behind it, or at the lower end of a range.
    fn number_in_words(&self, rest: &str) -> Option<(Number, Option<Unit>, usize)> {
        let free = !self.before().is_some_and(|c| c.is_alphanumeric() || c == '-');
        let end = rest.find(' ').filter(|end| free && *end <= 14)?;
        let value = self.ctx.lexicon.number_word(&rest.get(..end)?.to_lowercase())?;
        let number = Number::from_integer(value.into());
        let behind = rest.get(end + 1..)?;
        if value == 0 {
            let digits = behind.strip_prefix("to ")?.starts_with(|c: char| c.is_ascii_digit());
            return digits.then_some((number, None, end));
        }
        let measures = |unit: &Unit, length: usize| {
            let long = behind.get(..length).is_some_and(|printed| printed.chars().count() > 1);
            unit.is_known() && unit.symbol() != "rev" && unit.domain() != Domain::Integer && long
        };
        match self.unit(behind).filter(|(unit, length)| measures(unit, *length)) {
            Some((unit, length)) => Some((number, Some(unit), end + 1 + length)),
            None => self.counts(value, behind).then_some((number, None, end)),
        }
    }
}

/// Whether a token continues the name of a standard (`230-2:2014`, `(2006)`, `E-1181-87`).
pub(super) fn continues_standard(token: &Token) -> bool {
    token.number().is_some() || (token.is_word() && token.numeric) || token.is_one_of(&[':', '-', '/', '.'])
}

/// Whether a token names a body or a series of standards.
pub(super) fn opens_standard(token: &Token) -> bool {
    token.has(Class::Standard)
}
