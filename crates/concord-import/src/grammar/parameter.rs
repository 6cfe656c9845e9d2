//! What a value measures: the noun phrase before or behind it.

use std::ops::Range;
use std::sync::LazyLock;

use concord_lexicon::{Class, Lexicon};
use concord_quantity::{Dimension, Unit};

use super::Context;
use super::counts;
use super::limits::Group;
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
        counts: None,
    };
    if let Some(inner) = &group.inner_parameter {
        found.names = vec![finder.name(inner.clone())];
        return found;
    }
    let (start, ranges) = finder.before(group.range.start, floor);
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
    let is_temperature = |unit: &Unit| IMPLIED.first().is_some_and(|(temperature, _)| temperature == unit.dimension());
    let vague = !measures && group.limits.iter().any(|l| is_temperature(&l.quantity.unit)) && !tokens.get(start).is_some_and(|t| t.quoted);
    if !named.is_empty() && !things && !vague {
        found.any = named.len() > 1 && (start..group.range.start).any(|k| tokens.is(k, "or"));
        found.start = start;
        found.names = named;
        return found;
    }
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
    let opens_text = group.range.start == 0 || (0..group.range.start).all(|k| tokens.get(k).is_some_and(|t| t.has(Class::Article)));
    if !opens_text && let Some(noun) = implied_by(group) {
        found.names = vec![noun];
        found.stated = true;
    } else {
        found.names = vec![String::new()];
    }
    found
}

fn implied_by(group: &Group) -> Option<String> {
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
    fn before(&self, at: usize, floor: usize) -> (usize, Vec<Range<usize>>) {
        let t = self.tokens;
        let mut k = at;
        while k > floor
            && t.get(k - 1).is_some_and(|w| {
                [
                    "of", "is", "are", "be", "has", "being", "that", "which", "a", "an", "the", "equal", "have", "shall", "must", "itself",
                    "each", "either", "any",
                ]
                .contains(&w.word.as_str())
                    && w.is_word()
                    || w.is_mark(':')
                    || (w.is("to") && k - 1 > floor && t.get(k - 2).is_some_and(|p| p.has(Class::Measurand)))
                    || (w.is_mark('(') && t.closing(k - 1).is_some_and(|c| c <= at + 8))
                    || (w.is_mark(',') && k - 1 > floor && t.get(k - 2).is_some_and(|p| p.has(Class::Measurand)))
            })
        {
            k -= 1;
        }
        if let Some(product) = self.product(k, floor) {
            return (product, std::iter::once(product..k).collect());
        }
        let mut ranges = Vec::new();
        let mut start = k;
        if let Some(range) = self.measured_across(k, floor) {
            return (range.start, std::iter::once(range).collect());
        }
        while let Some(range) = self.noun_phrase(k, floor) {
            start = range.start;
            let end = range.end;
            k = range.start;
            ranges.insert(0, range);
            let single = k + 1 >= end || self.tokens.get(k + 1).is_some_and(|w| w.is_mark('(') || w.is_one_of(&[',']));
            match self.list_joint(k, floor, single) {
                Some(before) => k = before,
                None => break,
            }
        }
        (start, ranges)
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

    /// "the product of A and B": where it starts.
    fn product(&self, end: usize, floor: usize) -> Option<usize> {
        let t = self.tokens;
        let clause = (floor..end)
            .rev()
            .take(40)
            .take_while(|k| t.get(*k).is_some_and(|w| !w.is_one_of(&[',', ';', ':']) && !w.has(Class::OpensClause)));
        clause.filter(|k| t.is(*k, "product") && t.is(k + 1, "of")).last()
    }

    /// "resolution when measured in air of": the parameter before a setting without a value.
    fn measured_across(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let t = self.tokens;
        let near = self.noun_phrase(end, floor)?;
        if near.len() > 6 {
            return None;
        }
        let measured = (near.start.saturating_sub(4)..near.start).any(|k| k >= floor && t.is(k, "measured"));
        if self.measures(near.clone()) && !measured || near.start <= floor {
            return None;
        }
        let mut k = near.start;
        while k > floor
            && t.get(k - 1).is_some_and(|w| {
                w.has(Class::Article)
                    || w.has(Class::Setting)
                    || ["between", "on", "without", "use", "with", "using", "of"].contains(&w.word.as_str())
            })
        {
            k -= 1;
        }
        let far = self.noun_phrase(k, floor).filter(|_| k < near.start)?;
        (measured || self.measures(far.clone())).then_some(far)
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
        let head = (start..k).find(|at| t.get(*at).is_some_and(|w| w.has(Class::Measurand)))?;
        let range = start..head + 1;
        let name = self.name(range.clone());
        (!name.is_empty()).then(|| (range.start..range.end.max(group.range.end), name))
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
        while k < start + 4
            && t.get(k).is_some_and(|w| w.is_word() && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop))
        {
            k += 1;
        }
        if k == start {
            return None;
        }
        let noun = self.name(start..k);
        if noun.is_empty() {
            return None;
        }
        let unit = &group.limits.first()?.quantity.unit;
        let percent = unit.symbol().ends_with('%') || unit.symbol().starts_with("pp");
        if percent && ["weight", "total weight", "mass"].contains(&noun.as_str()) {
            return Some((start..k, "content".to_owned(), true));
        }
        let plain = unit.symbol().is_empty();
        if t.is(k, "by") && (t.is(k + 1, "weight") || t.is(k + 1, "mass")) && percent {
            k += 2;
            weight = true;
        }
        let name = if percent {
            format!("{noun} content")
        } else if of && !plain {
            format!("{} of {noun}", implied(unit).unwrap_or_else(|| "quantity".to_owned()))
        } else {
            noun
        };
        Some((start..k, name, weight))
    }
}
