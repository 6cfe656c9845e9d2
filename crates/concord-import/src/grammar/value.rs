//! Values: a number with its unit, what is printed beside it as the same value, and the words that belong to it.

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::{Domain, Number, Quantity, Unit};

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

    /// "1 part in 320" is 1/320, "1 part salt to 500 parts water" 1/500.
    fn part_in(&self, value: &mut Value) {
        let t = self.tokens;
        let part = |at: usize| t.is(at, "part") || t.is(at, "parts");
        if !part(value.end) {
            return;
        }
        let named = usize::from(t.is(value.end + 2, "to"));
        let joint = value.end + 1 + named;
        let whole = t.get(joint + 1).and_then(Token::number).filter(|(number, _)| number.value() != Number::from_integer(0).value());
        if (t.is(joint, "in") || t.is(joint, "to"))
            && let Some((number, _)) = whole
        {
            let ratio = value.quantity.number.value() / number.value();
            value.quantity = Quantity::new(Number::exact(ratio), Unit::none());
            value.end = joint + 2;
            if named > 0 && part(value.end) {
                value.end += 2;
            }
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
            } else if let Some((second, unit)) = self.second_side(value) {
                value.tails.push(format!("x {second} {unit}"));
                if value.quantity.unit.symbol().is_empty() {
                    value.quantity.unit = unit.clone();
                }
                value.end += 2;
            } else if let Some((tolerance, unit)) = self.tolerance(value) {
                value.tails.push(format!("±{tolerance} {unit}"));
                if value.quantity.unit.symbol().is_empty() {
                    value.quantity.unit = unit.clone();
                }
                value.end += 1;
            } else if word == "," && next == "by" && ["weight", "mass"].contains(&t.word(value.end + 2).unwrap_or_default()) {
                value.tails.push("by weight".to_owned());
                value.end += 3 + usize::from(t.is_mark(value.end + 3, ','));
            } else if word == "per" && Self::per_unit(value, next) {
                value.end += 2;
            } else if word == "of"
                && let Some(per) = (value.end + 2..value.end + 4).find(|k| t.is(*k, "per"))
                && self.is_noun(value.end + 1..per)
                && t.word(per + 1).is_some_and(|unit| Self::per_unit(value, unit))
            {
                let noun: Vec<String> = (value.end + 1..per).filter_map(|k| t.word(k)).map(|w| self.ctx.lexicon.normal_word(w)).collect();
                value.tails.push(format!("of {}", noun.join(" ")));
                value.end = per + 2;
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

    /// Whether a range of tokens holds nothing but plain words.
    fn is_noun(&self, range: Range<usize>) -> bool {
        let plain = |t: &Token| t.is_word() && !t.numeric && !t.has(Class::Boundary) && !t.has(Class::Article);
        self.tokens.list.get(range).is_some_and(|l| !l.is_empty() && l.iter().all(plain))
    }

    /// "× 50 mm", "by 50 mm" behind a value: the other side of what it measures.
    fn second_side(&self, value: &Value) -> Option<(&Number, &Unit)> {
        let t = self.tokens;
        let joint = ["x", "×", "by"].contains(&t.word(value.end)?);
        let (number, unit) = t.get(value.end + 1).filter(|n| joint && free_number(n))?.number()?;
        Some((number, unit?))
    }

    /// "± 0.01 °C" behind a value.
    fn tolerance(&self, value: &Value) -> Option<(&Number, &Unit)> {
        let (number, unit) = self.tokens.get(value.end).filter(|n| n.plus_minus && free_number(n))?.number()?;
        Some((number, unit?))
    }

    /// "per kg" behind a value whose bracket parts it from the rest of its unit ("3 Bq (1 curie) per kg").
    fn per_unit(value: &mut Value, unit: &str) -> bool {
        if Unit::parse(unit).domain() == Domain::Integer {
            return false;
        }
        let compound = |quantity: &Quantity| {
            let text = format!("{}/{unit}", quantity.unit.symbol());
            let (compound, length) = Unit::longest_prefix(&text)?;
            (length == text.len() && compound.is_known() && !quantity.unit.is_dimensionless()).then_some(compound)
        };
        let Some(whole) = compound(&value.quantity) else { return false };
        let Some(others) = value.alternatives.iter().map(compound).collect::<Option<Vec<Unit>>>() else { return false };
        value.quantity.unit = whole;
        for (alternative, unit) in value.alternatives.iter_mut().zip(others) {
            alternative.unit = unit;
        }
        true
    }

    /// A bracket that holds nothing but quantities: the same value in other units.
    fn alternatives(&self, inside: Range<usize>, main: &Quantity) -> Option<Vec<Quantity>> {
        let mut out = Vec::new();
        let list = self.tokens.list.get(inside)?;
        let list = if let [a, b, rest @ ..] = list
            && a.is("equivalent")
            && b.is("to")
        {
            rest
        } else {
            list
        };
        let quantified = list.first()?.number().is_some_and(|(_, unit)| unit.is_some());
        let settings = list.iter().position(|t| t.is("at")).filter(|at| *at > 0);
        for token in list.get(..settings.unwrap_or(list.len()))? {
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
