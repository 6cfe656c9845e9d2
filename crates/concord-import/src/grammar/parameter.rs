//! What a value measures: the noun phrase before or behind it.

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::Unit;

use super::Context;
use super::counts;
use super::limits::Group;
use super::token::{Role, Tokens};

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
    let mut found = Parameter { names: Vec::new(), start: group.range.start, end: group.range.end, stated: true, any: false, share: None, counts: None };
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
        found.names =
            if found.stated { names } else { vec![finder.noun_behind(group).or_else(|| implied_by(ctx, group)).unwrap_or_default()] };
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
        && implied_by(ctx, group).is_some()
        && (tokens.is(group.range.start.wrapping_sub(1), "of") || ranges.iter().any(|r| r.len() == 1));
    let named: Vec<String> = ranges.into_iter().map(|r| finder.name(r)).filter(|n| !n.is_empty()).collect();
    let vague = !measures
        && ctx
            .lexicon
            .implied_nouns()
            .next()
            .is_some_and(|(kelvin, _)| group.limits.iter().any(|l| Unit::parse(kelvin).dimension() == l.quantity.unit.dimension()))
        && !tokens.get(start).is_some_and(|t| t.quoted);
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
    if !opens_text && let Some(noun) = implied_by(ctx, group) {
        found.names = vec![noun];
        found.stated = true;
    } else {
        found.names = vec![String::new()];
    }
    found
}

fn implied_by(ctx: &Context, group: &Group) -> Option<String> {
    implied(ctx, &group.limits.first()?.quantity.unit)
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

    /// The noun phrase that ends at a place.
    fn noun_phrase(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let t = self.tokens;
        let mut k = end;
        let mut words = 0;
        while k > floor && words < 9 {
            let token = t.get(k - 1)?;
            if token.is_mark(')') {
                let open = t.opening(k - 1)?;
                let free_of_values =
                    t.list.get(open..k).is_some_and(|l| l.iter().all(|w| w.number().is_none() || w.role == Some(Role::Name)));
                if !free_of_values || open < floor || k - open > 14 {
                    break;
                }
                k = open;
                continue;
            }
            if token.role == Some(Role::Name) && words > 0 && token.number().is_some() {
                k -= 1;
                continue;
            }
            if !token.is_word() {
                break;
            }
            if token.is("of") && words > 0 {
                let left = t.get(k.wrapping_sub(2));
                let named = k >= 2 + floor
                    && left.is_some_and(|w| w.is_word() && (!w.has(Class::Boundary) || w.has(Class::Measurand)) && !w.has(Class::Article));
                let thing = left.is_some_and(|w| !w.has(Class::Measurand)) && self.measures(k..end) && self.measure_opens(k..end);
                if !named || thing {
                    break;
                }
                k -= 1;
                continue;
            }
            if token.is("to") && words > 0 && (k.saturating_sub(6).max(floor)..k - 1).any(|r| t.is(r, "ratio")) {
                k -= 1;
                continue;
            }
            if self.in_the_range(k, words) {
                k -= 1;
                while k > floor && t.get(k - 1).is_some_and(|w| w.has(Class::Article) || w.is("range") || w.is("in") || w.is("within")) {
                    k -= 1;
                }
                let inner = self.noun_phrase(k, floor);
                return Some(inner.unwrap_or(k..end));
            }
            if token.has(Class::Article) {
                let linked =
                    words > 0 && k >= 2 + floor && t.is(k - 2, "of") && !["any", "all", "each", "no", "one"].contains(&token.word.as_str());
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
            let adjective = words > 0
                && ["operating", "rated", "measuring", "modified", "specified", "transmitting", "used"].contains(&token.word.as_str())
                && t.get(k).is_some_and(|n| n.is_word() && !n.has(Class::Stop) && !n.has(Class::Boundary));
            if token.has(Class::Boundary) && !adjective {
                break;
            }
            words += 1;
            k -= 1;
        }
        (words > 0).then_some(k..end)
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

    /// Whether a range of tokens names a measured parameter.
    fn measures(&self, range: Range<usize>) -> bool {
        self.tokens.list.get(range).is_some_and(|l| l.iter().any(|t| t.has(Class::Measurand)))
    }

    /// Whether a noun phrase is a measured parameter up to its first "of".
    fn measure_opens(&self, range: Range<usize>) -> bool {
        let list = self.tokens.list.get(range).unwrap_or_default();
        let head = list.iter().position(|t| t.is("of")).unwrap_or(list.len());
        list.get(..head).is_some_and(|l| l.iter().any(|t| t.has(Class::Measurand)))
    }

    /// Whether the noun phrase so far is a lone "range" whose quantity stands before "in the".
    fn in_the_range(&self, k: usize, words: usize) -> bool {
        let t = self.tokens;
        words == 0
            && t.is(k - 1, "range")
            && (t.is(k.wrapping_sub(2), "the") && (t.is(k.wrapping_sub(3), "in") || t.is(k.wrapping_sub(3), "within"))
                || t.is(k.wrapping_sub(2), "in"))
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

    /// Whether "or" at a place joins two adjectives of one noun ("average or CW output power").
    fn joins_adjectives(&self, at: usize, floor: usize) -> bool {
        if at <= floor {
            return false;
        }
        let (Some(left), Some(right)) = (self.tokens.get(at - 1), self.tokens.get(at + 1)) else { return false };
        let plain = left.is_word()
            && !left.has(Class::Boundary)
            && !left.has(Class::Article)
            && !left.numeric
            && !left.word.ends_with('s')
            && right.is_word();
        let words = (floor..at)
            .rev()
            .map_while(|k| self.tokens.get(k))
            .take_while(|w| w.is_word() && !w.has(Class::Article) && !w.has(Class::Boundary) && !w.has(Class::Stop));
        let (mut count, mut measured) = (0, false);
        for word in words {
            count += 1;
            measured |= word.has(Class::Measurand);
        }
        let reaches_value = floor > 0 && at - count <= floor;
        let in_setting = (at - count).checked_sub(1).and_then(|k| self.tokens.get(k)).is_some_and(|w| w.has(Class::Setting));
        plain && count <= 4 && !measured && !right.has(Class::Measurand) && !reaches_value && !in_setting && left.quoted == right.quoted
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
            format!("{} of {noun}", implied(self.ctx, unit).unwrap_or_else(|| "quantity".to_owned()))
        } else {
            noun
        };
        Some((start..k, name, weight))
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
            if let Some((number, unit)) = token.number() {
                words.push((unit.map_or_else(|| number.to_string(), |u| format!("{number} {u}")), false));
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
