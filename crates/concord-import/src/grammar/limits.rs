//! Comparators and their values: one group of limits on one parameter.

use std::ops::Range;

use concord_lexicon::{Class, Direction, PhraseTable};
use concord_quantity::{Dimension, Quantity};

use super::Context;
use super::token::{Role, Tokens};
use super::value::{Reader, Value, free_number};

/// A limit whose "better" is not yet resolved.
#[derive(Clone, Debug)]
pub(super) struct RawLimit {
    /// How the value must compare; `None` for a value without a comparator.
    pub(super) direction: Option<Direction>,
    /// The first-printed quantity.
    pub(super) quantity: Quantity,
    /// What is printed beside it as the same value.
    pub(super) alternatives: Vec<Quantity>,
}

/// Limits that the text states in one go ("8 bit or more, but less than 10 bit").
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Its tokens, from the first comparator or value to the last.
    pub(super) range: Range<usize>,
    /// Its limits, in order.
    pub(super) limits: Vec<RawLimit>,
    /// Whether one limit is enough ("outside 5 to 10").
    pub(super) any: bool,
    /// Tokens inside the range that name the parameter ("below a temperature of 5 K").
    pub(super) inner_parameter: Option<Range<usize>>,
    /// Tokens between the value and a comparator behind it ("16 processors or more").
    pub(super) middle: Option<Range<usize>>,
    /// Words behind the unit that belong to the value (`rms`, `by weight`).
    pub(super) tails: Vec<String>,
}

impl Group {
    /// No limit at all, at a place: for asking which parameter stands before it.
    pub(super) fn at(place: usize) -> Self {
        Self { range: place..place, limits: Vec::new(), any: false, inner_parameter: None, middle: None, tails: Vec::new() }
    }

    /// Whether the text gives no comparator at all.
    pub(super) fn is_bare(&self) -> bool {
        self.limits.iter().all(|l| l.direction.is_none())
    }
}

/// The group of limits that starts at a place.
pub(super) fn group(tokens: &Tokens, clean: &str, ctx: &Context, at: usize) -> Option<Group> {
    let reader = Reader { tokens, clean, ctx };
    let mut group = reader.range(at).or_else(|| reader.before(at)).or_else(|| reader.after(at)).or_else(|| reader.bare(at))?;
    reader.continue_group(&mut group);
    Some(group)
}

/// The comparator that stands at a place before its value: where it ends and how it compares.
pub(super) fn comparator_before(tokens: &Tokens, ctx: &Context, at: usize) -> Option<(usize, Direction)> {
    let over = tokens.is(at, "over") && at > 0 && tokens.get(at - 1).is_some_and(|t| t.has(Class::Measurand));
    if over && tokens.get(at + 1).is_some_and(free_number) {
        return Some((at + 1, Direction::Greater));
    }
    phrase(tokens, ctx.lexicon.before(), at).filter(|(end, _)| !opens_term(tokens, at, *end))
}

/// Whether the words are the first ones of a quoted term ("a 'minimum detection limit' of").
fn opens_term(tokens: &Tokens, at: usize, end: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.quoted) && tokens.terms.iter().any(|term| term.contains(&at) && term.contains(&end))
}

/// Matches a phrase, skipping bracketed asides of one word ("less (better) than"): where it ends.
fn phrase(tokens: &Tokens, table: &PhraseTable<Direction>, at: usize) -> Option<(usize, Direction)> {
    if !tokens.get(at)?.classes.has(Class::OpensComparator) {
        return None;
    }
    let mut view = Vec::with_capacity(8);
    let mut k = at;
    while view.len() < 8 && k < tokens.len() {
        let aside = !view.is_empty()
            && tokens.is_mark(k, '(')
            && tokens.is_mark(k + 2, ')')
            && tokens.get(k + 1).is_some_and(|t| t.is_word() && !t.numeric && is_aside(&t.word));
        if aside {
            k += 3;
            continue;
        }
        view.push(k);
        k += 1;
    }
    let (count, direction) = table.longest(|i| view.get(i).and_then(|k| tokens.word(*k)))?;
    let mut end = view.get(count - 1)? + 1;
    while tokens.is_mark(end, '(') && tokens.is_mark(end + 2, ')') && tokens.get(end + 1).is_some_and(|t| is_aside(&t.word)) {
        end += 3;
    }
    Some((end, *direction))
}

fn is_aside(word: &str) -> bool {
    ["better", "worse", "finer", "shorter", "longer", "larger", "smaller", "lower", "higher", "faster", "slower", "i.e.", "less", "more"]
        .contains(&word)
}

impl Reader<'_> {
    /// "between A and B", "from A to B", "A to B", "outside A to B".
    fn range(&self, at: usize) -> Option<Group> {
        let t = self.tokens;
        let opens_outside = |k: usize| {
            t.is(k, "outside") && (k + 1 == at || t.get(k + 1).is_some_and(|w| w.has(Class::Article) || w.is("of") || w.is("range")))
        };
        let outside_before = (at.saturating_sub(6)..at)
            .rev()
            .take_while(|k| t.get(*k).is_some_and(|w| w.is_word() && w.number().is_none()))
            .any(opens_outside);
        let outside = t.is(at, "outside") || outside_before;
        let opened = t.is(at, "outside") || t.is(at, "between") || t.is(at, "from");
        let mut first_at = at + usize::from(opened);
        if opened {
            let mut skipped = 0;
            while skipped < 5
                && t.get(first_at).is_some_and(|w| {
                    w.has(Class::Article) || ["range", "of", "from", "band", "about", "approximately"].contains(&w.word.as_str())
                })
            {
                first_at += 1;
                skipped += 1;
            }
        }
        let mut first = self.value(first_at)?;
        if let Some(group) = self.around_symbol(at, &first) {
            return Some(group);
        }
        let joint = first.end;
        let up_to = t.is(joint, "up") && t.is(joint + 1, "to");
        let is_range = match t.word(joint)? {
            "to" | "through" | "-" | "…" => true,
            "up" => up_to,
            "and" => t.is(at, "between") || outside,
            _ => false,
        };
        let mut second_at = joint + 1 + usize::from(up_to);
        if up_to && t.is(second_at, "and") && t.is(second_at + 1, "including") {
            second_at += 2;
        }
        if t.is(second_at, "to") || t.is(second_at, "about") {
            second_at += 1;
        }
        let second = is_range.then(|| self.value(second_at)).flatten()?;
        if first.quantity.unit.is_dimensionless() && first.quantity.unit.symbol().is_empty() {
            first.quantity.unit = second.quantity.unit.clone();
        }
        if first.quantity.unit.dimension() != second.quantity.unit.dimension() {
            return None;
        }
        let (low, high) = if first.quantity.base() <= second.quantity.base() { (first, second) } else { (second, first) };
        let directions = if outside { (Direction::Less, Direction::Greater) } else { (Direction::AtLeast, Direction::AtMost) };
        let end = low.end.max(high.end);
        let (end, low_too, high_too) = self.range_in_brackets(end, low.quantity.unit.dimension()).unwrap_or((end, Vec::new(), Vec::new()));
        let tails = low.tails.into_iter().chain(high.tails).collect();
        let limits = vec![
            RawLimit { direction: Some(directions.0), quantity: low.quantity, alternatives: [low.alternatives, low_too].concat() },
            RawLimit { direction: Some(directions.1), quantity: high.quantity, alternatives: [high.alternatives, high_too].concat() },
        ];
        Some(Group { range: at..end, limits, any: outside, inner_parameter: None, middle: None, tails })
    }

    /// "A ≤ F ≤ B": the symbol between two values.
    fn around_symbol(&self, at: usize, first: &Value) -> Option<Group> {
        let t = self.tokens;
        let (symbol, low) = comparator_before(t, self.ctx, first.end)?;
        let (second_at, high) = comparator_before(t, self.ctx, symbol + 1)?;
        let second =
            self.value(second_at).filter(|_| t.get(symbol).is_some_and(|w| w.is_word() && w.word.len() <= 3 && !w.has(Class::Boundary)))?;
        let mirrored = match low {
            Direction::Less => Direction::Greater,
            Direction::AtMost => Direction::AtLeast,
            _ => return None,
        };
        let limits = vec![
            RawLimit { direction: Some(mirrored), quantity: first.quantity.clone(), alternatives: first.alternatives.clone() },
            RawLimit { direction: Some(high), quantity: second.quantity, alternatives: second.alternatives },
        ];
        Some(Group {
            range: at..second.end,
            limits,
            any: false,
            inner_parameter: Some(symbol..symbol + 1),
            middle: None,
            tails: Vec::new(),
        })
    }

    /// "(15-600 atmospheres)" behind a range: the same range in another unit.
    fn range_in_brackets(&self, open: usize, dimension: &Dimension) -> Option<(usize, Vec<Quantity>, Vec<Quantity>)> {
        let close = self.tokens.closing(open)?;
        let range = self.range(open + 1).filter(|r| r.range.end == close && !r.any)?;
        let mut quantities = range.limits.into_iter().map(|l| l.quantity).filter(|q| q.unit.dimension() == dimension);
        Some((close + 1, vec![quantities.next()?], vec![quantities.next()?]))
    }

    /// "exceeding A", "at or below a temperature of A".
    fn before(&self, at: usize) -> Option<Group> {
        let (end, direction) = comparator_before(self.tokens, self.ctx, at)?;
        let t = self.tokens;
        let mut value_at = end;
        while value_at < end + 4
            && t.get(value_at).is_some_and(|w| {
                ["a", "an", "the", "about", "approximately", "of", "level", "any", "plus", "or", "minus", "either", "to"]
                    .contains(&w.word.as_str())
                    && w.is_word()
                    || w.is_one_of(&[':', '|'])
            })
        {
            value_at += 1;
        }
        if matches!(direction, Direction::AtLeast | Direction::AtMost)
            && let Some(range) = self.range(value_at).filter(|r| !r.any)
        {
            return Some(Group { range: at..range.range.end, ..range });
        }
        let mut inner_parameter = None;
        let value = if let Some(value) = self.value(value_at) {
            value
        } else {
            let plain =
                |end: usize| (value_at..end).all(|k| t.get(k).is_some_and(|w| w.is_word() && !w.numeric && !w.has(Class::Boundary)));
            if t.is(at, "within") || t.is(at, "up") {
                return None;
            }
            if let Some(value) = (value_at + 1..value_at + 3).find_map(|k| self.measured(k).filter(|_| plain(k))) {
                value
            } else {
                let of = (value_at..value_at + 6).find(|k| t.is(*k, "of")).filter(|of| *of > value_at && plain(*of))?;
                inner_parameter = Some(value_at..of);
                self.value(of + 1)?
            }
        };
        let turned = if direction == Direction::Equal { phrase(t, self.ctx.lexicon.after(), value.end) } else { None };
        let (end, direction) = turned.unwrap_or((value.end, direction));
        let limit = RawLimit { direction: Some(direction), quantity: value.quantity, alternatives: value.alternatives };
        Some(Group { range: at..end, limits: vec![limit], any: false, inner_parameter, middle: None, tails: value.tails })
    }

    /// "A in diameter": a value with what it measures, behind the thing that has it ("larger than a single lens A in diameter").
    fn measured(&self, at: usize) -> Option<Value> {
        let value = self.value(at)?;
        let stated = !value.tails.is_empty()
            || (self.tokens.is(value.end, "in") && self.tokens.get(value.end + 1).is_some_and(|w| w.has(Class::Measurand)));
        stated.then_some(value)
    }

    /// "A or more", "A processors or more".
    fn after(&self, at: usize) -> Option<Group> {
        let value = self.value(at)?;
        let t = self.tokens;
        let mut value = value;
        let mut k = value.end;
        let mut words = 0;
        loop {
            let comma = usize::from(t.is_mark(k, ','));
            if let Some((end, direction)) = phrase(t, self.ctx.lexicon.after(), k + comma) {
                if t.is(end, "than") {
                    return None;
                }
                let adjective = t.is(end - 1, "maximum") || t.is(end - 1, "minimum");
                if adjective && t.get(end).is_some_and(|w| w.is_word() && !w.has(Class::Boundary)) {
                    return None;
                }
                let next_is_value = t.get(end).is_some_and(free_number);
                if !(next_is_value && t.get(end - 1).is_some_and(|w| w.is("minimum") || w.is("maximum") || w.is("least") || w.is("most"))) {
                    let middle = (k > value.end).then_some(value.end..k);
                    value.end = end;
                    self.tails(&mut value);
                    let limit = RawLimit { direction: Some(direction), quantity: value.quantity, alternatives: value.alternatives };
                    return Some(Group {
                        range: at..value.end,
                        limits: vec![limit],
                        any: false,
                        inner_parameter: None,
                        middle,
                        tails: value.tails,
                    });
                }
            }
            let word = t.get(k)?;
            let passes = word.is_word()
                && (!word.numeric || word.role.is_some())
                && !["and", "or", "with", "having", "but", "to", "at", "for"].contains(&word.word.as_str())
                || t.closing(k).is_some_and(|c| c - k <= 5 && t.list.get(k..c).is_some_and(|l| l.iter().all(|w| w.number().is_none())));
            if !passes || words >= 5 {
                return None;
            }
            words += 1;
            k = t.closing(k).map_or(k + 1, |c| c + 1);
        }
    }

    /// A value without a comparator.
    fn bare(&self, at: usize) -> Option<Group> {
        if self.tokens.is_mark(at, '(') {
            return None;
        }
        let value = self.value(at)?;
        let (direction, inner_parameter) = self.end_of_named_range(at).unzip();
        let limit = RawLimit { direction, quantity: value.quantity, alternatives: value.alternatives };
        Some(Group { range: at..value.end, limits: vec![limit], any: false, inner_parameter, middle: None, tails: value.tails })
    }

    /// Which end of a range a bracketed value is whose ends are named first, and what ranges: "a density range from tar (A) down to spirit (B)".
    fn end_of_named_range(&self, at: usize) -> Option<(Direction, Range<usize>)> {
        let t = self.tokens;
        let open = at.checked_sub(1).filter(|open| t.is_mark(*open, '('))?;
        let named = |from: usize, to: usize| {
            from < to
                && to - from <= 5
                && (from..to).all(|k| t.get(k).is_some_and(|w| w.is_word() && !w.numeric && !w.has(Class::Boundary)))
        };
        // What stands between the two ends: where it ends, and whether it goes down.
        let joint = |at: usize| match (t.word(at), t.word(at + 1)) {
            (Some("down"), Some("to")) => Some((at + 2, true)),
            (Some("up"), Some("to")) => Some((at + 2, false)),
            (Some("to"), _) => Some((at + 1, false)),
            _ => None,
        };
        let opens = |from: usize| (from + 1..from + 6).find(|k| t.is_mark(*k, '(')).filter(|k| named(from, *k));
        let first = (open.saturating_sub(6)..open).rev().find(|k| t.is(*k, "from")).filter(|from| named(from + 1, open));
        let ranging = |from: usize| {
            let plain =
                |k: &usize| t.get(*k).is_some_and(|w| w.is_word() && !w.numeric && !w.has(Class::Boundary) && !w.has(Class::Article));
            (from.saturating_sub(3)..from).rev().take_while(plain).last().unwrap_or(from)..from
        };
        if let Some(from) = first {
            let (next, down) = joint(t.closing(open)? + 1)?;
            opens(next).filter(|second| t.get(second + 1).is_some_and(free_number))?;
            return Some((if down { Direction::AtMost } else { Direction::AtLeast }, ranging(from)));
        }
        let close = (open.saturating_sub(8)..open).rev().find(|k| t.is_mark(*k, ')'))?;
        let (next, down) = joint(close + 1).filter(|(next, _)| named(*next, open))?;
        let before = (0..close).rev().find(|k| t.closing(*k) == Some(close))?;
        let from =
            (before.saturating_sub(6)..before).rev().find(|k| t.is(*k, "from")).filter(|from| named(from + 1, before) && next <= open)?;
        Some((if down { Direction::AtLeast } else { Direction::AtMost }, ranging(from)))
    }

    /// ", but less than B", "and less than B", "up to and including B": the other bound of the same parameter.
    fn continue_group(&self, group: &mut Group) {
        let t = self.tokens;
        while group.limits.len() == 1 && !group.is_bare() {
            let mut k = group.range.end;
            k += usize::from(t.is_mark(k, ','));
            let joint = t.word(k).filter(|w| ["and", "but", "or"].contains(w)).unwrap_or_default().to_owned();
            k += usize::from(!joint.is_empty());
            k += usize::from(t.is(k, "also"));
            let Some(other) = self.before(k).or_else(|| self.after(k)) else { return };
            let (Some(first), Some(second)) = (group.limits.first(), other.limits.first()) else { return };
            let unitless = first.quantity.unit.symbol().is_empty();
            let comparable = first.quantity.unit.dimension() == second.quantity.unit.dimension() || unitless;
            let opposite = bound(first.direction).zip(bound(second.direction)).is_some_and(|(a, b)| a != b);
            if !comparable || !opposite || other.inner_parameter.is_some() || other.limits.len() > 1 {
                return;
            }
            let unit = second.quantity.unit.clone();
            let disjoint = match bound(first.direction) {
                Some(Bound::Upper) => first.quantity.base() < second.quantity.base(),
                _ => second.quantity.base() < first.quantity.base(),
            };
            group.any = disjoint && joint == "or";
            group.range.end = other.range.end;
            group.tails.extend(other.tails.iter().cloned());
            group.limits.extend(other.limits.iter().cloned());
            if let Some(first) = group.limits.first_mut()
                && unitless
            {
                first.quantity.unit = unit;
            }
            if group.middle.is_none() {
                group.middle.clone_from(&other.middle);
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Lower,
    Upper,
}

fn bound(direction: Option<Direction>) -> Option<Bound> {
    match direction? {
        Direction::Greater | Direction::AtLeast => Some(Bound::Lower),
        Direction::Less | Direction::AtMost => Some(Bound::Upper),
        _ => None,
    }
}

/// Whether two groups of one limit each bound the same quantity from both sides.
pub(super) fn bounds_other_side(first: &Group, second: &Group) -> bool {
    let ([a], [b]) = (first.limits.as_slice(), second.limits.as_slice()) else { return false };
    let opposite = bound(a.direction).zip(bound(b.direction)).is_some_and(|(x, y)| x != y);
    opposite && a.quantity.unit.dimension() == b.quantity.unit.dimension() && !second.any
}

/// Gives the numbers of a group their role, alternatives apart.
pub(super) fn mark(tokens: &mut Tokens, group: &Group, role: Role) {
    let mut depth = 0usize;
    for token in tokens.list.get_mut(group.range.clone()).unwrap_or_default() {
        if token.is_mark('(') {
            depth += 1;
        } else if token.is_mark(')') {
            depth = depth.saturating_sub(1);
        }
        if token.numeric && token.role.is_none() {
            token.role = Some(if depth > 0 && role == Role::Limit { Role::Alternative } else { role });
        }
    }
}
