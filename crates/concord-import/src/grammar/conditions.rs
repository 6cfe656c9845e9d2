//! The conditions of a paragraph: values, what they limit, their settings, and how they join.

use std::ops::Range;

use concord_lexicon::{Class, Direction};
use concord_model::Expr;
use concord_quantity::Unit;

use super::Context;
use super::found::{Found, Standing, Values};
use super::inherit::{self, Inherited};
use super::join::join;
use super::limits::{self, Group};
use super::operators::normal_form;
use super::parameter::{self, Parameter};
use super::token::{Role, Token, Tokens};
use super::{formula, settings};

/// The conditions of a text and where they stand.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    /// The conditions.
    pub(super) when: Expr,
    /// Ranges of tokens that belong to conditions.
    pub(super) taken: Vec<Range<usize>>,
    /// Ranges of tokens with the normal form of the limits that they state.
    pub(super) values: Vec<(Range<usize>, String)>,
}

/// Reads the conditions of a text and gives their numbers roles.
pub(super) fn read(tokens: &mut Tokens, clean: &str, ctx: &Context) -> Conditions {
    let mut finder = Finder { tokens, clean, ctx, found: Vec::new(), inherited: None, at: 0, floor: 0 };
    while finder.step() {}
    let mut found = finder.found;
    settings::attach(tokens, ctx, &mut found);
    let mut out = Conditions { when: join(tokens, ctx, &found), ..Conditions::default() };
    for f in &found {
        if let Some(group) = f.group() {
            out.values.push((group.range.clone(), normal_form(group, f.parameter.names.first().map_or("", String::as_str), ctx)));
        }
        if f.belongs_to_condition() {
            out.taken.push(f.range.clone());
            out.taken.extend(f.further.iter().cloned());
        }
        let Some(role) = f.role() else { continue };
        match f.group() {
            Some(group) => limits::mark(tokens, group, role),
            None => tokens.set_role(f.range.clone(), role),
        }
        for range in &f.further {
            tokens.set_role(range.clone(), role);
        }
    }
    out
}

struct Finder<'a> {
    tokens: &'a mut Tokens,
    clean: &'a str,
    ctx: &'a Context<'a>,
    found: Vec<Found>,
    inherited: Option<Inherited>,
    at: usize,
    /// Nothing before it is looked at: it belongs to what was found before.
    floor: usize,
}

impl Finder<'_> {
    /// Goes one step on; `false` at the end of the text.
    fn step(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at) else { return false };
        if token.role.is_some() && token.number().is_some() {
            self.at += 1;
        } else if let Some(found) = formula::find(self.tokens, self.clean, self.ctx, self.at, self.floor) {
            self.push(found);
        } else if let Some(group) = limits::group(self.tokens, self.clean, self.ctx, self.at) {
            self.group(group);
        } else {
            self.at += 1;
        }
        true
    }

    fn push(&mut self, found: Found) {
        self.pass(found.range.end);
        self.found.push(found);
    }

    /// Leaves everything before a place behind.
    fn pass(&mut self, end: usize) {
        self.at = end.max(self.at + 1);
        self.floor = self.at;
    }

    fn group(&mut self, mut group: Group) {
        self.share_direction(&mut group);
        let mut parameter = parameter::find(self.tokens, self.ctx, &group, self.floor);
        if let Some(share) = &parameter.share {
            self.share_with_last(&group, share);
            group.tails.push(share.clone());
        }
        if let Some(noun) = &parameter.counts {
            let unit = Unit::parse(noun);
            group.limits.iter_mut().for_each(|l| l.quantity.unit = unit.clone());
        }
        self.inherit(&mut group, &mut parameter);
        if self.is_mere_span(&group, &parameter) {
            self.at = group.range.end.max(self.at + 1);
            return;
        }
        let bracket = self.bracket(&group);
        let behind_last = bracket.is_some_and(|open| self.found.last().is_some_and(|f| f.range.end == open));
        if behind_last && self.restates_last(&group) {
            return;
        }
        if let Some(found) = formula::multiple(self.tokens, self.ctx, &group, &parameter) {
            self.push(found);
            return;
        }
        let opener = settings::opener(self.tokens, parameter.start, self.floor);
        let setting = self.is_setting(&group, &parameter, opener.opens, behind_last);
        if group.is_bare() && !setting && self.is_adjective(&group, bracket.is_some()) {
            self.tokens.set_role(group.range.clone(), Role::Name);
            self.at = group.range.end.max(self.at + 1);
            return;
        }
        let mut range = if opener.opens { opener.start } else { parameter.start }..group.range.end.max(parameter.end);
        if !setting && range.start == group.range.start && self.completes_last(&group) {
            self.pass(range.end);
            return;
        }
        if let Some(earlier) = self.parameter_before_setting(&group, &parameter) {
            range.start = earlier.start;
            parameter = earlier;
        }
        let standing = match setting {
            true => Standing::Setting,
            false if self.is_taken_out(range.start) => Standing::TakenOut,
            false => Standing::Condition,
        };
        let measured = parameter.names.iter().all(|n| self.names(n, Class::Measurand));
        let any_word = opener.any_word;
        self.push(Found {
            values: Values::Group(group),
            parameter,
            range,
            further: Vec::new(),
            standing,
            any_word,
            measured,
            settings: Vec::new(),
        });
    }

    /// Whether a name in normal form holds a word of a class.
    fn names(&self, name: &str, class: Class) -> bool {
        name.split(' ').any(|w| self.ctx.lexicon.classes(w).has(class))
    }

    /// "0 through 9": two numbers without unit, comparator and measured parameter are no limits.
    fn is_mere_span(&self, group: &Group, parameter: &Parameter) -> bool {
        let joined = ["to", "through", "-"].iter().any(|w| self.tokens.word(group.range.start + 1) == Some(w));
        let unitless = group.limits.len() == 2 && group.limits.iter().all(|l| l.quantity.unit.symbol().is_empty());
        joined && unitless && !parameter.names.iter().any(|n| self.names(n, Class::Measurand))
    }

    fn is_setting(&self, group: &Group, parameter: &Parameter, opened: bool, behind_last: bool) -> bool {
        let bare = group.is_bare();
        let surroundings = parameter.names.iter().all(|n| n.is_empty() || self.names(n, Class::Ambient)) || !parameter.stated;
        let between = self.tokens.list.get(self.floor..group.range.start).unwrap_or_default();
        let new_clause = |t: &Token| t.is_one_of(&[';', '.', ':']) || t.has(Class::OpensClause) || t.is("and") || t.is("or");
        let follows = parameter.stated && self.found.iter().any(|f| !f.is_setting() && !f.is_bare()) && !between.iter().any(new_clause);
        opened && (surroundings || bare) || bare && (behind_last || follows)
    }

    /// The bracket around a group, if it opened behind everything found before.
    fn bracket(&self, group: &Group) -> Option<usize> {
        let open = (self.floor..group.range.start).rev().find(|k| self.tokens.is_mark(*k, '('))?;
        self.tokens.closing(open).filter(|close| *close >= group.range.end).map(|_| open)
    }

    /// "a 3 dB bandwidth", "(50 % Nb)": a value that stands as an adjective before a noun.
    fn is_adjective(&self, group: &Group, bracketed: bool) -> bool {
        let plain = |t: &Token| t.is_word() && !t.numeric && ![Class::Boundary, Class::Article, Class::Stop].iter().any(|c| t.has(*c));
        let noun = self.tokens.get(group.range.end).is_some_and(plain);
        let before = group.range.start.checked_sub(1).and_then(|k| self.tokens.get(k));
        let opens = before.is_none_or(|t| t.has(Class::Article) || t.has(Class::Boundary) && !t.is("of"));
        let unit = group.limits.first().is_some_and(|l| !l.quantity.unit.symbol().is_empty());
        noun && (bracketed || opens && unit)
    }

    /// "10 kg in 24 hours or more and less than 1000 kg": adds the other bound to the condition before, if only "and" parts them.
    fn completes_last(&mut self, group: &Group) -> bool {
        let end = self.found.last().map_or(0, |f| f.range.end);
        let joint = self.tokens.list.get(end..group.range.start).unwrap_or_default();
        let joined = (1..=3).contains(&joint.len()) && joint.iter().all(|t| t.is_mark(',') || t.is("and") || t.is("but"));
        let Some(last) = self.found.iter_mut().rev().find(|f| !f.is_setting()) else { return false };
        match last.group_mut() {
            Some(before) if joined && limits::bounds_other_side(before, group) => before.limits.extend(group.limits.iter().cloned()),
            _ => return false,
        }
        last.further.push(group.range.clone());
        true
    }

    /// "(10 liters or more)" behind a limit: the same limit in another quantity.
    fn restates_last(&mut self, group: &Group) -> bool {
        let Some(place) = self.found.iter().rposition(|f| !f.is_setting()) else { return false };
        let Some(last) = self.found.get_mut(place).and_then(Found::group_mut) else { return false };
        let ([own], Some(limit)) = (group.limits.as_slice(), last.limits.last_mut()) else { return false };
        let other_dimension = own.quantity.unit.dimension() != limit.quantity.unit.dimension();
        if own.direction.is_none() || own.direction != limit.direction || !other_dimension {
            return false;
        }
        limit.alternatives.push(own.quantity.clone());
        if let Some(last) = self.found.last_mut() {
            last.further.push(group.range.clone());
            last.range.end = group.range.end;
        }
        self.pass(group.range.end);
        true
    }

    /// "more than 25 % A and 20 % B": the second value shares the comparator of the first.
    fn share_direction(&self, group: &mut Group) {
        let shared = || {
            let last = self.found.last().filter(|f| !f.is_setting())?;
            let ([before], [own]) = (last.group()?.limits.as_slice(), group.limits.as_slice()) else { return None };
            let joined = last.range.end + 1 == group.range.start && ["and", "or"].iter().any(|w| self.tokens.is(last.range.end, w));
            before.direction.filter(|_| joined && group.is_bare() && before.quantity.unit == own.quantity.unit)
        };
        if let Some(direction) = shared() {
            set_direction(group, direction);
        }
    }

    /// "25 % A and 20 % B by weight": the share holds for both.
    fn share_with_last(&mut self, group: &Group, share: &str) {
        let joined = |f: &&mut Found, tokens: &Tokens| f.range.end + 1 == group.range.start && tokens.is(f.range.end, "and");
        let tokens = &*self.tokens;
        let last = self.found.last_mut().filter(|f| joined(f, tokens)).and_then(Found::group_mut);
        if let Some(before) = last.filter(|g| g.tails.is_empty()) {
            before.tails.push(share.to_owned());
        }
    }

    /// Gives a group that opens the text what its parent states.
    fn inherit(&mut self, group: &mut Group, parameter: &mut Parameter) {
        let named = parameter.stated && parameter.names.iter().any(|n| !n.is_empty());
        let opens_text = (0..group.range.start).all(|k| self.tokens.get(k).is_some_and(|t| t.has(Class::Article)));
        if named || !opens_text || self.ctx.parent_text.is_none() {
            return;
        }
        let inherited = self.inherited.get_or_insert_with(|| inherit::from_parent(self.ctx).unwrap_or_default());
        if group.is_bare() {
            let Some(direction) = inherited.direction else { return };
            set_direction(group, direction);
        } else if parameter.stated {
            return;
        }
        *parameter =
            Parameter { names: vec![inherited.parameter.clone()], start: group.range.start, end: group.range.end, ..Parameter::default() };
    }

    /// "density at 298 K of 1.5 g/ml or more": the parameter before the setting that stands in between.
    fn parameter_before_setting(&self, group: &Group, parameter: &Parameter) -> Option<Parameter> {
        let linked = self.tokens.is(group.range.start.checked_sub(1)?, "of") || group.is_bare();
        let setting = self.found.last().filter(|f| f.is_setting() && f.range.end + 1 == group.range.start)?;
        if parameter.stated || !linked {
            return None;
        }
        let probe = Group { range: setting.range.start..setting.range.start, ..group.clone() };
        Some(parameter::find(self.tokens, self.ctx, &probe, 0)).filter(|p| p.stated)
    }

    /// Whether the clause before a place takes out what it speaks of ("excluding engines with a thrust exceeding …").
    fn is_taken_out(&self, at: usize) -> bool {
        let clause = (self.floor..at).rev().take_while(|k| self.tokens.get(*k).is_some_and(|t| !t.is_one_of(&[',', ';', ':', '.'])));
        clause.into_iter().any(|k| {
            let opens = self.ctx.lexicon.excludes().longest(|i| self.tokens.word(k + i)).is_some();
            opens && ["other", "except", "excluding", "exclude", "excludes", "unless", "apart"].iter().any(|w| self.tokens.is(k, w))
        })
    }
}

fn set_direction(group: &mut Group, direction: Direction) {
    for limit in &mut group.limits {
        limit.direction = Some(direction);
    }
}
