//! Values: a number with its unit, what is printed beside it as the same value, and the words that belong to it.

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::{Number, Quantity, Unit};

use super::Context;
use super::token::{Token, Tokens};

/// A value with its printed alternatives.
pub(super) struct Value {
    pub(super) quantity: Quantity,
    pub(super) alternatives: Vec<Quantity>,
    pub(super) end: usize,
    pub(super) tails: Vec<String>,
}

/// Whether the number at a place may be a value.
pub(super) fn free_number(token: &Token) -> bool {
    token.role.is_none() && token.number().is_some()
}

/// Reads values and groups of limits.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) clean: &'a str,
    pub(super) ctx: &'a Context<'a>,
}

impl Reader<'_> {
    /// The value at a place, with printed alternatives and tails.
    pub(super) fn value(&self, at: usize) -> Option<Value> {
        let t = self.tokens;
        if t.is_mark(at, '(') && t.is_mark(at + 2, ')') {
            return self.bracketed_value(at);
        }
        let mach = t.is(at, "mach");
        let at = at + usize::from(mach);
        let token = t.get(at).filter(|token| free_number(token))?;
        let (number, unit) = token.number()?;
        let mach = mach.then(|| Unit::parse("Mach"));
        let unit = mach.as_ref().or(unit);
        let mut value = Value {
            quantity: Quantity::new(number.clone(), unit.cloned().unwrap_or_else(Unit::none)),
            alternatives: Vec::new(),
            end: at + 1,
            tails: Vec::new(),
        };
        self.part_in(&mut value);
        self.tails(&mut value);
        while let Some(close) = t.closing(value.end) {
            let inside = value.end + 1..close;
            if let Some(alternatives) = self.alternatives(inside.clone(), &value.quantity) {
                value.alternatives.extend(alternatives);
                value.end = close + 1;
            } else if self.repeats_unit(inside.clone(), &value.quantity.unit) {
                value.end = close + 1;
            } else if let Some(end) = self.split_unit(at, close, &mut value.quantity) {
                value.end = end;
            } else {
                break;
            }
            self.tails(&mut value);
        }
        Some(value)
    }

    /// `(10^-4) Torr`: the number alone in brackets and its unit behind them.
    fn bracketed_value(&self, at: usize) -> Option<Value> {
        let token = self.tokens.get(at + 1).filter(|t| free_number(t))?;
        let (number, unit) = token.number()?;
        if unit.is_some() {
            return None;
        }
        let rest = self.clean.get(self.tokens.get(at + 2)?.span.end..)?;
        let gap = rest.len() - rest.trim_start().len();
        let (unit, length) = Unit::longest_prefix(rest.trim_start())?;
        let end_byte = self.tokens.get(at + 2)?.span.end + gap + length;
        let end = (at + 3..=self.tokens.len()).find(|k| self.tokens.get(*k).is_none_or(|t| t.span.start >= end_byte))?;
        Some(Value { quantity: Quantity::new(number.clone(), unit), alternatives: Vec::new(), end, tails: Vec::new() })
    }

    /// "1 part in 320" is 1/320.
    fn part_in(&self, value: &mut Value) {
        let t = self.tokens;
        let part = t.is(value.end, "part") || t.is(value.end, "parts");
        let whole = t.get(value.end + 2).and_then(Token::number).filter(|(number, _)| number.value() != Number::from_integer(0).value());
        if part
            && t.is(value.end + 1, "in")
            && let Some((number, _)) = whole
        {
            let ratio = value.quantity.number.value() / number.value();
            value.quantity = Quantity::new(Number::exact(ratio), Unit::none());
            value.end += 3;
        }
    }

    pub(super) fn tails(&self, value: &mut Value) {
        let t = self.tokens;
        loop {
            let word = t.word(value.end).unwrap_or_default();
            let next = t.word(value.end + 1).unwrap_or_default();
            if ["rms", "r.m.s."].contains(&word) {
                value.tails.push("rms".to_owned());
                value.end += 1;
            } else if (word == "x" || word == "×") && t.get(value.end + 1).is_some_and(|n| n.number().is_some_and(|(_, u)| u.is_some())) {
                value.tails.push(t.get(value.end + 1).map_or_else(String::new, |n| format!("x {}", n.word)));
                value.end += 2;
            } else if word == "by" && ["weight", "mass", "volume", "atom"].contains(&next) {
                value.tails.push(if next == "mass" { "by weight".to_owned() } else { format!("by {next}") });
                value.end += 2;
            } else if word == "per" && t.get(value.end + 1).is_some_and(|n| n.is_word() && !n.numeric && !n.has(Class::Article)) {
                value.tails.push(format!("per {}", self.ctx.lexicon.normal_word(next)));
                value.end += 2;
            } else {
                return;
            }
        }
    }

    /// A bracket that holds nothing but quantities: the same value in other units.
    fn alternatives(&self, inside: Range<usize>, main: &Quantity) -> Option<Vec<Quantity>> {
        let mut out = Vec::new();
        let list = self.tokens.list.get(inside)?;
        let quantified = list.first()?.number().is_some_and(|(_, unit)| unit.is_some());
        for token in list {
            match token.number() {
                Some((number, Some(unit))) if token.role.is_none() => out.push(Quantity::new(number.clone(), unit.clone())),
                Some((number, None)) if token.role.is_none() && main.unit.is_dimensionless() => {
                    out.push(Quantity::new(number.clone(), Unit::none()));
                }
                None if quantified && token.is_word() && !token.numeric && !token.has(Class::Boundary) => {}
                None if token.is_one_of(&[',', ';', '/', '.'])
                    || ["or", "i.e.", "about", "approximately", "rms", "equivalent", "to"].contains(&token.word.as_str()) => {}
                Some(_) | None => return None,
            }
        }
        (!out.is_empty()).then_some(out)
    }

    /// A bracket that repeats the unit as an abbreviation ("Giga Samples Per Second (GSPS)").
    fn repeats_unit(&self, inside: Range<usize>, unit: &Unit) -> bool {
        let (Some(first), Some(last)) = (self.tokens.get(inside.start), self.tokens.get(inside.end.wrapping_sub(1))) else { return false };
        let Some(text) = self.clean.get(first.span.start..last.span.end) else { return false };
        !first.numeric
            && Unit::longest_prefix(text).is_some_and(|(other, length)| length == text.len() && other.dimension() == unit.dimension())
    }

    /// "0.5 degrees (1 sigma or rms) per hour": a unit with a bracket inside it. The end of the unit.
    fn split_unit(&self, at: usize, close: usize, quantity: &mut Quantity) -> Option<usize> {
        if !self.tokens.is(close + 1, "per") && !self.tokens.is_mark(close + 1, '/') {
            return None;
        }
        let token = self.tokens.get(at)?;
        let printed = self.clean.get(token.span.clone())?;
        let unit_text = printed.trim_start_matches(|c: char| !c.is_alphabetic() && c != '°' && c != '%').trim();
        let rest = self.clean.get(self.tokens.get(close)?.span.end..)?;
        let (unit, length) = Unit::longest_prefix(&format!("{unit_text}{rest}"))?;
        let used = length.checked_sub(unit_text.len()).filter(|used| *used > 0)?;
        let end_byte = self.tokens.get(close)?.span.end + used;
        quantity.unit = unit;
        (close + 1..=self.tokens.len()).find(|k| self.tokens.get(*k).is_none_or(|t| t.span.start >= end_byte))
    }
}
