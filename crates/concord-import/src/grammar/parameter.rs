//! What a value measures: the noun phrase before or behind it.

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::Unit;

use super::Context;
use super::limits::Group;
use super::token::Tokens;

/// The parameter of a group of limits.
#[derive(Clone, Debug, Default)]
pub(super) struct Parameter {
    /// Its names in normal form: several where a list of parameters shares one comparator.
    pub(super) names: Vec<String>,
    /// The first token of its text; the group's own start if it has none before the value.
    pub(super) start: usize,
    /// The end of its text where it stands behind the value.
    pub(super) end: usize,
    /// Whether the text itself names it.
    pub(super) stated: bool,
}

/// Finds the parameter of a group; nothing before `floor` is looked at.
pub(super) fn find(tokens: &Tokens, ctx: &Context, group: &Group, floor: usize) -> Parameter {
    let finder = Finder { tokens, ctx };
    let mut found = Parameter { names: Vec::new(), start: group.range.start, end: group.range.end, stated: true };
    if let Some(inner) = &group.inner_parameter {
        found.names = vec![finder.name(inner.clone())];
        return found;
    }
    let (start, ranges) = finder.before(group.range.start, floor);
    found.start = start;
    let named: Vec<String> = ranges.into_iter().map(|r| finder.name(r)).filter(|n| !n.is_empty()).collect();
    if !named.is_empty() {
        found.names = named;
        return found;
    }
    found.start = group.range.start;
    if let Some(middle) = &group.middle
        && let Some(name) = finder.counted(middle.clone())
    {
        found.names = vec![name];
        return found;
    }
    if let Some((range, name)) = finder.behind(group) {
        found.end = range.end;
        found.names = vec![name];
        return found;
    }
    found.stated = false;
    let opens_text = group.range.start == 0 || (0..group.range.start).all(|k| tokens.get(k).is_some_and(|t| t.has(Class::Article)));
    if !opens_text && let Some(noun) = group.limits.first().and_then(|l| implied(ctx, &l.quantity.unit)) {
        found.names = vec![noun];
        found.stated = true;
    } else {
        found.names = vec![String::new()];
    }
    found
}

/// The noun that a value of this unit stands for.
fn implied(ctx: &Context, unit: &Unit) -> Option<String> {
    ctx.lexicon.implied_nouns().find(|(u, _)| Unit::parse(u).dimension() == unit.dimension()).map(|(_, noun)| noun.to_owned())
}

struct Finder<'a> {
    tokens: &'a Tokens,
    ctx: &'a Context<'a>,
}

impl Finder<'_> {
    /// The noun phrases directly before a place, nearest first in the text: where they start, and each.
    fn before(&self, at: usize, floor: usize) -> (usize, Vec<Range<usize>>) {
        let t = self.tokens;
        let mut k = at;
        while k > floor && t.get(k - 1).is_some_and(|w| ["of", "is", "are", "be", "has", "being", "that", "which", "a", "an", "the", "to", "equal", "have", "shall", "must", "itself", "each", "either", "any"].contains(&w.word.as_str()) && w.is_word() || w.is_mark(':') || (w.is_mark(',') && k - 1 > floor && t.get(k - 2).is_some_and(|p| p.has(Class::Measurand)))) {
            k -= 1;
        }
        let mut ranges = Vec::new();
        let mut start = k;
        while let Some(range) = self.noun_phrase(k, floor) {
            start = range.start;
            k = range.start;
            ranges.insert(0, range);
            match self.list_joint(k, floor) {
                Some(before) => k = before,
                None => break,
            }
        }
        (start, ranges)
    }

    /// Whether a further parameter stands before this one in a list; where it ends.
    fn list_joint(&self, at: usize, floor: usize) -> Option<usize> {
        let t = self.tokens;
        let mut k = at;
        while k > floor && t.get(k - 1).is_some_and(|w| w.is("a") || w.is("an") || w.is("the") || w.is("either")) {
            k -= 1;
        }
        let mut joined = false;
        while k > floor && t.get(k - 1).is_some_and(|w| w.is("and") || w.is("or") || w.is("and/or") || w.is_mark(',')) {
            k -= 1;
            joined = true;
        }
        (joined && k > floor && t.get(k - 1).is_some_and(|w| w.has(Class::Measurand)) && k < at).then_some(k)
    }

    /// The noun phrase that ends at a place.
    fn noun_phrase(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let t = self.tokens;
        let mut k = end;
        let mut words = 0;
        while k > floor && words < 9 {
            let token = t.get(k - 1)?;
            if token.is_mark(')') {
                let open = t.opening(k - 1)?;
                let free_of_values = t.list.get(open..k).is_some_and(|l| l.iter().all(|w| w.number().is_none()));
                if !free_of_values || open < floor || k - open > 8 {
                    break;
                }
                k = open;
                continue;
            }
            if !token.is_word() {
                break;
            }
            if token.is("of") && words > 0 {
                let left = t.get(k.wrapping_sub(2));
                let named = k >= 2 + floor && left.is_some_and(|w| w.is_word() && (!w.has(Class::Boundary) || w.has(Class::Measurand)) && !w.has(Class::Article));
                if !named {
                    break;
                }
                k -= 1;
                continue;
            }
            if token.has(Class::Article) {
                let linked = words > 0 && k >= 2 + floor && t.is(k - 2, "of") && !["any", "all", "each", "no", "one"].contains(&token.word.as_str());
                if !linked {
                    break;
                }
                k -= 1;
                continue;
            }
            let joint = token.is("or") || token.is("and") || token.is("and/or");
            if joint && words > 0 {
                if self.joins_adjectives(k - 1, floor) {
                    k -= 1;
                    continue;
                }
                break;
            }
            let adjective = words > 0 && ["operating", "rated", "measuring", "modified", "specified", "transmitting", "used"].contains(&token.word.as_str()) && t.get(k).is_some_and(|n| n.is_word() && !n.has(Class::Stop) && !n.has(Class::Boundary));
            if token.has(Class::Boundary) && !adjective {
                break;
            }
            words += 1;
            k -= 1;
        }
        (words > 0).then_some(k..end)
    }

    /// Whether "or" at a place joins two adjectives of one noun ("average or CW output power").
    fn joins_adjectives(&self, at: usize, floor: usize) -> bool {
        if at <= floor {
            return false;
        }
        let (Some(left), Some(right)) = (self.tokens.get(at - 1), self.tokens.get(at + 1)) else { return false };
        left.is_word() && !left.has(Class::Boundary) && !left.has(Class::Measurand) && !left.has(Class::Article) && !right.has(Class::Measurand) && !left.numeric
            && left.word.len() <= 14
            && at.checked_sub(2).and_then(|k| self.tokens.get(k)).is_none_or(|w| !w.is_word() || w.has(Class::Article) || w.has(Class::Boundary) || w.has(Class::Stop))
    }

    /// "16 processors or more": the number of what is counted.
    fn counted(&self, middle: Range<usize>) -> Option<String> {
        let name = self.name(middle.clone());
        let first = self.tokens.get(middle.start)?;
        (!name.is_empty() && first.is_word() && !first.has(Class::Boundary)).then(|| if first.is("of") { name.clone() } else { format!("number of {name}") })
    }

    /// "60 % or more by weight of fluorine", "25 % nickel", "10 kg of": the noun behind the value.
    fn behind(&self, group: &Group) -> Option<(Range<usize>, String)> {
        let t = self.tokens;
        let mut k = group.range.end;
        let mut weight = group.tails.iter().any(|tail| tail == "by weight");
        if t.is(k, "by") && (t.is(k + 1, "weight") || t.is(k + 1, "mass")) {
            k += 2;
            weight = true;
        }
        let of = t.is(k, "of");
        if of {
            k += 1;
        }
        while t.get(k).is_some_and(|w| w.has(Class::Article)) {
            k += 1;
        }
        let start = k;
        while k < start + 4 && t.get(k).is_some_and(|w| w.is_word() && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop)) {
            k += 1;
        }
        if k == start {
            return None;
        }
        let noun = self.name(start..k);
        let unit = &group.limits.first()?.quantity.unit;
        let percent = unit.symbol() == "%";
        let plain = unit.symbol().is_empty();
        if t.is(k, "by") && (t.is(k + 1, "weight") || t.is(k + 1, "mass")) && percent {
            k += 2;
            weight = true;
        }
        let name = if percent && weight {
            format!("{noun} content by weight")
        } else if percent {
            format!("{noun} content")
        } else if plain && !of {
            format!("number of {noun}")
        } else if of && !plain {
            format!("{} of {noun}", implied(self.ctx, unit).unwrap_or_else(|| "quantity".to_owned()))
        } else {
            noun
        };
        Some((start..k, name))
    }

    /// The normal form of a parameter: one spelling, singular, no articles, brackets, prefixes and empty suffixes.
    fn name(&self, range: Range<usize>) -> String {
        let mut words: Vec<(String, bool)> = Vec::new();
        let mut skip_to = range.start;
        let list = &self.tokens.list;
        for (at, token) in list.iter().enumerate().take(range.end).skip(range.start) {
            if at < skip_to {
                continue;
            }
            if token.is_mark('(') {
                skip_to = self.tokens.closing(at).map_or(at + 1, |c| c + 1);
                continue;
            }
            if !token.is_word() || token.has(Class::Article) && !token.is("either") {
                continue;
            }
            words.push((self.ctx.lexicon.normal_word(&token.word), token.has(Class::ParameterSuffix)));
        }
        while words.len() > 1 && words.last().is_some_and(|(_, suffix)| *suffix) {
            words.pop();
        }
        while words.first().is_some_and(|(w, _)| self.ctx.lexicon.classes(w).has(Class::ParameterPrefix)) {
            words.remove(0);
        }
        while words.last().is_some_and(|(w, _)| w == "of") {
            words.pop();
        }
        words.into_iter().map(|(w, _)| w).collect::<Vec<_>>().join(" ")
    }
}
