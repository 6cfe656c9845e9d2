//! What a value measures: the noun phrase before or behind it.

use std::ops::Range;
use std::sync::LazyLock;

use concord_lexicon::{Class, Lexicon};
use concord_quantity::{Dimension, Number, Unit};

use super::Context;
use super::counts;
use super::limits::{Group, comparator_before};
use super::noun::Finder;
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
    /// Whether it is enough that one of them has the values ("a length or a width of").
    pub(super) any: bool,
    /// How the share is reckoned, where the text says so behind the name ("25 % nickel by weight").
    pub(super) share: Option<String>,
    /// Whether its name is only the noun that the values' unit stands for.
    pub(super) implied: bool,
    /// The noun that a value without a unit counts, as printed ("16 or more processors").
    pub(super) counts: Option<String>,
}

/// Finds the parameter of a group; nothing before `floor` is looked at.
pub(super) fn find(tokens: &Tokens, ctx: &Context, group: &Group, floor: usize) -> Parameter {
    let finder = Finder { tokens, ctx };
    let mut found = Parameter {
        names: Vec::new(),
        start: group.range.start,
        end: group.range.end,
        stated: true,
        any: false,
        share: None,
        implied: false,
        counts: None,
    };
    if let Some(inner) = &group.inner_parameter {
        found.names = vec![finder.name(inner.clone())];
        return found;
    }
    if finder.is_year_of_manufacture(group) {
        found.names = vec!["year of manufacture".to_owned()];
        return found;
    }
    let (start, ranges) = finder.before(group, floor);
    let measures = ranges.iter().any(|r| finder.measures(r.clone()));
    if group.is_bare() {
        let names: Vec<String> = ranges.into_iter().map(|r| finder.name(r)).filter(|n| !n.is_empty()).collect();
        found.stated = !names.is_empty();
        found.start = if found.stated { start } else { group.range.start };
        found.names = if found.stated { names } else { vec![finder.noun_behind(group).or_else(|| implied_by(group)).unwrap_or_default()] };
        return found;
    }
    if !measures && let Some(unit) = counts::unit(group, ctx) {
        found.names = vec![format!("number of {unit}")];
        return found;
    }
    if !measures && let Some((range, name)) = finder.dimension_behind(group) {
        found.end = range.end;
        found.names = vec![name];
        return found;
    }
    if !measures && let Some(counted) = counts::behind(tokens, ctx, group) {
        found.end = counted.range.end;
        found.counts = Some(counted.noun);
        found.names = vec![counted.name];
        return found;
    }
    let opens = start == 0 && !tokens.get(0).is_some_and(|t| t.quoted);
    let things = !measures
        && opens
        && implied_by(group).is_some()
        && (tokens.is(group.range.start.wrapping_sub(1), "of") || ranges.iter().any(|r| r.len() == 1));
    let named: Vec<String> = ranges.into_iter().map(|r| finder.name(r)).filter(|n| !n.is_empty()).collect();
    let is_time = |unit: &Unit| implied(unit).is_some_and(|noun| noun == "time");
    if tokens.is(group.range.start, "within") && group.limits.iter().all(|l| is_time(&l.quantity.unit)) {
        found.names = implied_by(group).into_iter().collect();
        return found;
    }
    let is_temperature = |unit: &Unit| IMPLIED.first().is_some_and(|(temperature, _)| temperature == unit.dimension());
    let vague = !measures && group.limits.iter().any(|l| is_temperature(&l.quantity.unit)) && !tokens.get(start).is_some_and(|t| t.quoted);
    let inserted = || finder.before_insertion(group.range.start, floor, group).map(|r| (r.start, finder.name(r)));
    let behind_mark = group
        .range
        .start
        .checked_sub(1)
        .is_some_and(|k| tokens.is_mark(k, ',') || tokens.is(k, "of") && tokens.is_mark(k.wrapping_sub(1), ','));
    if named.is_empty()
        && behind_mark
        && let Some((start, name)) = inserted()
    {
        found.start = start;
        found.names = vec![name];
        return found;
    }
    let quoted = (start..group.range.start).any(|k| tokens.get(k).is_some_and(|t| t.quoted));
    if let ([thing], false) = (named.as_slice(), measures || opens || quoted)
        && let Some(noun) = implied_by(group).filter(|noun| noun != "length" && group.limits.len() == 1)
    {
        let named_so = thing.split([' ', '-']).any(|word| word == noun);
        found.names = vec![if named_so { thing.clone() } else { format!("{thing} {noun}") }];
        found.start = start;
        return found;
    }
    if !named.is_empty() && !things && !vague {
        found.any = named.len() > 1 && (start..group.range.start).any(|k| tokens.is(k, "or"));
        found.start = start;
        found.names = named;
        return found;
    }
    let before_mark = if behind_mark { inserted() } else { None };
    behind_or_implied(&finder, group, found, before_mark)
}

/// The parameter of a group without a name before it: what stands behind it, what its unit stands for, or what stands before an insertion.
fn behind_or_implied(finder: &Finder, group: &Group, mut found: Parameter, before_mark: Option<(usize, String)>) -> Parameter {
    if let Some(middle) = &group.middle
        && let Some(name) = finder.counted(middle.clone(), group.limits.iter().any(|l| !l.quantity.unit.symbol().is_empty()))
    {
        found.names = vec![name];
        return found;
    }
    if let Some((range, name, by_weight)) = finder.behind(group) {
        found.end = range.end;
        found.names = vec![name];
        found.share = by_weight.then(|| "by weight".to_owned());
        return found;
    }
    if group.tails.iter().any(|tail| tail == "by weight") {
        found.names = vec!["content".to_owned()];
        return found;
    }
    found.stated = false;
    let opens_text = group.range.start == 0 || (0..group.range.start).all(|k| finder.tokens.get(k).is_some_and(|t| t.has(Class::Article)));
    if !opens_text && let Some(noun) = implied_by(group) {
        found.names = vec![noun];
        found.stated = true;
        found.implied = true;
    } else if let Some((start, name)) = before_mark {
        found.start = start;
        found.names = vec![name];
        found.stated = true;
    } else if let Some(change) = finder.change_by(group) {
        found.names = vec![change];
        found.stated = true;
    } else {
        found.names = vec![String::new()];
    }
    found
}

/// The name of the first measured quantity before a place.
pub(super) fn first_measured(tokens: &Tokens, ctx: &Context, before: usize) -> Option<String> {
    let finder = Finder { tokens, ctx };
    finder.before_insertion(before, 0, &Group::at(before)).map(|range| finder.name(range))
}

/// The noun that a group's values stand for where the text names no parameter.
pub(super) fn implied_by(group: &Group) -> Option<String> {
    implied(&group.limits.first()?.quantity.unit)
}

/// The noun that a value of this unit stands for.
fn implied(unit: &Unit) -> Option<String> {
    IMPLIED.iter().find(|(dimension, _)| dimension == unit.dimension()).map(|(_, noun)| noun.clone())
}

/// The nouns that values stand for, by dimension; the first is the temperature.
static IMPLIED: LazyLock<Vec<(Dimension, String)>> = LazyLock::new(|| {
    let nouns = Lexicon::english().implied_nouns();
    nouns.map(|(unit, noun)| (Unit::parse(unit).dimension().clone(), noun.to_owned())).collect()
});

impl Finder<'_> {
    /// The noun phrases directly before a place, nearest first in the text: where they start, and each.
    fn before(&self, group: &Group, floor: usize) -> (usize, Vec<Range<usize>>) {
        let t = self.tokens;
        let at = group.range.start;
        let mut k = at;
        while k > floor
            && t.get(k - 1).is_some_and(|w| {
                [
                    "of", "is", "are", "be", "has", "being", "that", "which", "a", "an", "the", "equal", "have", "shall", "must", "itself",
                    "each", "either", "any",
                ]
                .contains(&w.word.as_str())
                    && w.is_word()
                    || w.is_one_of(&[':', '|'])
                    || (w.is("to") && k - 1 > floor && t.get(k - 2).is_some_and(|p| p.has(Class::Measurand)))
                    || (w.is_mark('(') && t.closing(k - 1).is_some_and(|c| c <= at + 16))
                    || (w.is_mark(',') && k - 1 > floor && t.get(k - 2).is_some_and(|p| p.has(Class::Measurand)))
            })
        {
            k -= 1;
        }
        if let Some(start) = self.product_or_ratio(k, floor).or_else(|| self.times(k, floor)) {
            return (start, std::iter::once(start..k).collect());
        }
        let mut ranges = Vec::new();
        let mut start = k;
        if let Some(range) = self.band_of(k, floor).or_else(|| self.measured_across(k, floor, group)) {
            return (range.start, std::iter::once(range).collect());
        }
        while let Some(range) = self.noun_phrase(k, floor) {
            start = range.start;
            let end = range.end;
            k = range.start;
            ranges.insert(0, range);
            let single = k + 1 >= end || self.tokens.get(k + 1).is_some_and(|w| w.is_mark('(') || w.is_one_of(&[',']));
            let Some(before) = self.list_joint(k, floor, single) else {
                if let (1, Some(first)) = (ranges.len(), ranges.first_mut())
                    && let Some(pair) = self.alternative_before(first.clone(), floor)
                {
                    start = pair;
                    first.start = pair;
                }
                break;
            };
            k = before;
        }
        (start, ranges)
    }

    /// "increase the rate by more than 5 %": the change that the value measures.
    fn change_by(&self, group: &Group) -> Option<String> {
        const CHANGES: [&str; 6] = ["increase", "decrease", "reduce", "improve", "increases", "increasing"];
        let by = group.range.start.checked_sub(1).filter(|k| self.tokens.is(*k, "by"))?;
        let verb = (by.saturating_sub(20)..by).rev().find_map(|k| self.tokens.get(k).filter(|w| CHANGES.contains(&w.word.as_str())))?;
        Some(self.ctx.lexicon.normal_word(&verb.word))
    }

    /// "diameter or major axis length": where a measured alternative to the parameter starts, which is part of its name.
    fn alternative_before(&self, range: Range<usize>, floor: usize) -> Option<usize> {
        let t = self.tokens;
        let or = range.start.checked_sub(1).filter(|k| *k > floor && t.is(*k, "or"))?;
        let both = t.get(or - 1).is_some_and(|w| w.has(Class::Measurand)) && self.measures(range);
        let alternative = self.noun_phrase(or, floor).filter(|_| both)?;
        (alternative.len() <= 2).then_some(alternative.start)
    }

    /// "manufactured between 1950 and 1960": years when a thing was made.
    fn is_year_of_manufacture(&self, group: &Group) -> bool {
        let year = |n: &Number| (1800..2100).any(|y| *n.value() == *Number::from_integer(y).value());
        let years = !group.is_bare() && group.limits.iter().all(|l| l.quantity.unit.symbol().is_empty() && year(&l.quantity.number));
        let made = ["manufactured", "made", "produced", "built"];
        years && group.range.start.checked_sub(1).and_then(|k| self.tokens.get(k)).is_some_and(|w| made.contains(&w.word.as_str()))
    }

    /// Whether a further parameter stands before this one in a list; where it ends.
    fn list_joint(&self, at: usize, floor: usize, single: bool) -> Option<usize> {
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
        let article =
            at > 0 && t.get(at).is_some_and(|w| w.has(Class::Article)) || t.get(at.wrapping_sub(1)).is_some_and(|w| w.has(Class::Article));
        (joined && (article || single) && k > floor && t.get(k - 1).is_some_and(|w| w.has(Class::Measurand)) && k < at).then_some(k)
    }

    /// "75 mm diameter", "35 m in height": a measured parameter directly behind the value.
    fn dimension_behind(&self, group: &Group) -> Option<(Range<usize>, String)> {
        let t = self.tokens;
        let mut k = group.middle.as_ref().map_or(group.range.end, |m| m.start);
        k += usize::from(t.is(k, "in"));
        let start = k;
        while k < start + 4
            && t.get(k).is_some_and(|w| w.is_word() && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop))
        {
            k += 1;
        }
        if let Some(quantity) = t.get(start).filter(|w| w.is_word()).and_then(|w| self.ctx.lexicon.quantity_of(&w.word)) {
            return Some((start..(start + 1).max(group.range.end), quantity.to_owned()));
        }
        let in_words = t.is(start.wrapping_sub(1), "in");
        let counts_further = |head: usize| {
            let unitless = group.limits.iter().all(|l| l.quantity.unit.symbol().is_empty());
            let plural = t.get(head).is_some_and(|w| self.ctx.lexicon.normal_word(&w.word) != w.word);
            let goes_on = t.get(head + 1).is_some_and(|w| w.is_word() && !w.has(Class::Boundary) && !w.has(Class::Stop));
            unitless && !in_words && (plural || goes_on)
        };
        let head = (start..k).find(|at| t.get(*at).is_some_and(|w| w.has(Class::Measurand))).filter(|head| !counts_further(*head))?;
        let end = self.of_noun(head + 1);
        let end = self.alternative_behind(end);
        let name = self.name(start..end);
        (!name.is_empty()).then(|| (start..end.max(group.range.end), name))
    }

    /// "angle of attack": the end of a noun and of the one behind "of".
    fn of_noun(&self, end: usize) -> usize {
        let t = self.tokens;
        let noun = |k: usize| t.get(k).is_some_and(|w| w.is_word() && !w.numeric && !w.has(Class::Boundary) && !w.has(Class::Article));
        let of = t.is(end, "of") && noun(end + 1) && !noun(end + 2);
        if of { end + 2 } else { end }
    }

    /// "diameter or length of major axis": the end of a measured alternative behind a value, which is part of the name.
    fn alternative_behind(&self, end: usize) -> usize {
        let t = self.tokens;
        if !t.is(end, "or") {
            return end;
        }
        let plain = |k: &usize| {
            t.get(*k).is_some_and(|w| {
                w.is("of") || w.is_word() && !w.numeric && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop)
            })
        };
        let words: Vec<usize> = (end + 1..end + 6).take_while(plain).collect();
        let measured = words.iter().any(|k| t.get(*k).is_some_and(|w| w.has(Class::Measurand)));
        words.last().filter(|_| measured).map_or(end, |last| last + 1)
    }

    /// "16 processors or more": the number of what is counted.
    fn counted(&self, middle: Range<usize>, measured: bool) -> Option<String> {
        let name = self.name(middle.clone());
        let first = self.tokens.get(middle.start)?;
        (!name.is_empty() && first.is_word() && !first.has(Class::Boundary))
            .then(|| if first.is("of") || measured { name.clone() } else { format!("number of {name}") })
    }

    /// "a 1 g environment": the noun directly behind a value.
    fn noun_behind(&self, group: &Group) -> Option<String> {
        let token = self.tokens.get(group.range.end).filter(|_| !group.limits.is_empty())?;
        let noun =
            token.is_word() && !token.has(Class::Boundary) && !token.has(Class::Article) && !token.has(Class::Stop) && !token.numeric;
        noun.then(|| self.ctx.lexicon.normal_word(&token.word))
    }

    /// "60 % or more by weight of fluorine", "25 % nickel", "10 kg of": the noun behind the value.
    fn behind(&self, group: &Group) -> Option<(Range<usize>, String, bool)> {
        let t = self.tokens;
        let unit = &group.limits.first()?.quantity.unit;
        let percent = unit.symbol().ends_with('%') || unit.symbol().starts_with("pp");
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
        let whole = of && t.is(k, "the");
        if of && percent && self.ctx.lexicon.connectives().longest(|i| t.word(k + i)).is_some_and(|(count, _)| count > 1) {
            return Some((group.range.clone(), "content".to_owned(), weight));
        }
        while t.get(k).is_some_and(|w| w.has(Class::Article)) {
            k += 1;
        }
        let start = k;
        k += usize::from(of && t.is(k, "controlled") && t.get(k + 1).is_some_and(|w| w.is_word() && !w.has(Class::Boundary)));
        let term = t.terms.iter().find(|term| term.start == start && of).map(|term| term.end);
        while k < start + 4
            && t.get(k).is_some_and(|w| w.is_word() && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop))
            && comparator_before(t, self.ctx, k).is_none()
            || k < start + 6 && k > start && t.get(k).is_some_and(|w| w.number().is_some() && w.role.is_some() || w.quoted)
        {
            k += 1;
        }
        k = term.unwrap_or(k);
        if k == start {
            return (of && percent).then(|| (group.range.clone(), "content".to_owned(), weight));
        }
        let noun = self.name(start..k);
        if noun.is_empty() {
            return None;
        }
        if percent && ["weight", "total weight", "mass"].contains(&noun.as_str()) {
            return Some((start..k, "content".to_owned(), true));
        }
        let plain = unit.symbol().is_empty();
        if t.is(k, "by") && (t.is(k + 1, "weight") || t.is(k + 1, "mass")) && percent {
            k += 2;
            weight = true;
        }
        let name = if percent && whole {
            format!("fraction of {noun}")
        } else if percent {
            format!("{noun} content")
        } else if of && !plain {
            format!("{} of {noun}", implied(unit).unwrap_or_else(|| "quantity".to_owned()))
        } else {
            noun
        };
        Some((start..k, name, weight))
    }
}
