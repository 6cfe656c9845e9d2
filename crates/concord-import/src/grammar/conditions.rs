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
use super::{formula, polarity, settings};

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
    found.retain(|f| !f.is_impossible(ctx));
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

/// Finds the conditions of a text, from its start to its end.
pub(super) struct Finder<'a> {
    pub(super) tokens: &'a mut Tokens,
    clean: &'a str,
    pub(super) ctx: &'a Context<'a>,
    pub(super) found: Vec<Found>,
    inherited: Option<Inherited>,
    at: usize,
    /// Nothing before it is looked at: it belongs to what was found before.
    pub(super) floor: usize,
}

impl Finder<'_> {
    /// Goes one step on; `false` at the end of the text.
    fn step(&mut self) -> bool {
        let Some(token) = self.tokens.get(self.at) else { return false };
        if token.role.is_some() && token.number().is_some() {
            self.at += 1;
        } else if let Some(found) = formula::find(self.tokens, self.clean, self.ctx, self.at, self.floor_for(self.at)) {
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
        let mut parameter = parameter::find(self.tokens, self.ctx, &group, self.floor_for(group.range.start));
        if let Some(share) = &parameter.share {
            self.share_with_last(&group, share);
            group.tails.push(share.clone());
        }
        if let Some(noun) = &parameter.counts {
            let unit = Unit::parse(noun);
            group.limits.iter_mut().for_each(|l| l.quantity.unit = unit.clone());
        }
        self.inherit(&mut group, &mut parameter);
        self.share_parameter(&group, &mut parameter);
        self.reach(&mut group, &parameter);
        if polarity::is_negated(self.tokens, parameter.start, self.floor) {
            polarity::negate(&mut group);
        }
        let size = self.size_of_what_is_counted(&group, &parameter);
        let is_size = size.is_some();
        if let Some(name) = size {
            parameter.names = vec![name];
        }
        let in_words = !self.tokens.list.get(group.range.clone()).unwrap_or_default().iter().any(|t| t.numeric);
        if in_words && !parameter.stated && parameter.names.iter().all(String::is_empty) {
            self.at = group.range.end.max(self.at + 1);
            return;
        }
        if let Some(counted) = parameter.counts.as_ref().map(|_| group.range.end..parameter.end) {
            self.tokens.set_role(counted, Role::Name);
        }
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
        let setting = is_size || self.is_setting(&group, &parameter, opener.opens, behind_last);
        if group.is_bare() && (self.is_level(&group) || !setting && self.is_adjective(&group, bracket.is_some())) {
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
            false if polarity::is_taken_out(self.tokens, self.ctx, range.start, self.floor) => Standing::TakenOut,
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

    /// Where the search for the parameter of what stands at a place ends: not at a value of a setting whose noun stands right before
    /// the place ("index in 6 week old hens greater than").
    fn floor_for(&self, at: usize) -> usize {
        let [.., setting] = self.found.as_slice() else { return self.floor };
        let noun = self.tokens.list.get(setting.range.end..at).unwrap_or_default();
        let plain = |t: &Token| t.is_word() && !t.numeric && (!t.has(Class::Boundary) || t.is("of")) && !t.has(Class::Article);
        let continues = setting.is_setting() && setting.is_bare() && self.floor == setting.range.end;
        if continues && (1..=4).contains(&noun.len()) && noun.iter().all(plain) {
            return self.found.iter().rev().nth(1).map_or(0, |f| f.range.end);
        }
        self.floor
    }

    /// Whether a name in normal form holds a word of a class.
    fn names(&self, name: &str, class: Class) -> bool {
        name.split(' ').any(|w| self.ctx.lexicon.classes(w).has(class))
    }

    /// "0 through 9": two numbers without unit, comparator and measured parameter are no limits.
    fn is_mere_span(&self, group: &Group, parameter: &Parameter) -> bool {
        let year = parameter.names.iter().any(|n| n == "year of manufacture");
        let joined = !year && ["to", "through", "-"].iter().any(|w| self.tokens.word(group.range.start + 1) == Some(w));
        let unitless = group.limits.len() == 2 && group.limits.iter().all(|l| l.quantity.unit.symbol().is_empty());
        joined && unitless && !parameter.names.iter().any(|n| self.names(n, Class::Measurand))
    }

    fn is_setting(&self, group: &Group, parameter: &Parameter, opened: bool, behind_last: bool) -> bool {
        let bare = group.is_bare();
        let surroundings = parameter.names.iter().all(|n| n.is_empty() || self.names(n, Class::Ambient)) || !parameter.stated;
        let between = self.tokens.list.get(self.floor..group.range.start).unwrap_or_default();
        let new_clause = |t: &Token| t.is_one_of(&[';', '.', ':']) || t.has(Class::OpensClause) || t.is("and") || t.is("or");
        let follows = parameter.stated && self.found.iter().any(|f| !f.is_setting() && !f.is_bare()) && !between.iter().any(new_clause);
        let only = group.limits.len() == 1 && !self.is_adjective(group, true);
        let in_brackets = only && self.enclosing(group).is_some_and(|open| self.states_surroundings(group, open));
        let band = parameter.implied
            && group.limits.len() == 2
            && (self.tokens.is(group.range.start, "between") || self.tokens.is(group.range.start, "from"))
            && self.found.iter().any(|f| !f.is_setting() && !f.is_bare())
            && !between.iter().any(new_clause);
        opened && (surroundings || bare) || bare && (behind_last || follows) || in_brackets || band || bare && self.joins_setting(group)
    }

    /// "at 100 bar load and 300 K": a further value of the setting before it.
    fn joins_setting(&self, group: &Group) -> bool {
        let Some(last) = self.found.last().filter(|f| f.is_setting() && f.is_bare()) else { return false };
        let joint = self.tokens.list.get(last.range.end..group.range.start).unwrap_or_default();
        joint.len() <= 2 && joint.last().is_some_and(|t| t.is("and")) && joint.iter().all(|t| t.is_word() && !t.numeric)
    }

    /// The innermost bracket around a group.
    fn enclosing(&self, group: &Group) -> Option<usize> {
        let opens = |k: &usize| self.tokens.is_mark(*k, '(') && self.tokens.closing(*k).is_some_and(|close| close >= group.range.end);
        (0..group.range.start).rev().find(opens)
    }

    /// The bracket around a group, if it opened behind everything found before.
    fn bracket(&self, group: &Group) -> Option<usize> {
        let open = (self.floor..group.range.start).rev().find(|k| self.tokens.is_mark(*k, '('))?;
        self.tokens.closing(open).filter(|close| *close >= group.range.end).map(|_| open)
    }

    /// "a 3 dB bandwidth", "(50 % Nb)": a value that stands as an adjective before a noun.
    fn is_adjective(&self, group: &Group, bracketed: bool) -> bool {
        let plain = |t: &Token| t.is_word() && !t.numeric && ![Class::Boundary, Class::Article, Class::Stop].iter().any(|c| t.has(*c));
        let next = self.tokens.get(group.range.end);
        let noun = next.is_some_and(plain);
        let before = group.range.start.checked_sub(1).and_then(|k| self.tokens.get(k));
        let opens = before.is_none_or(|t| t.has(Class::Article) || t.has(Class::Boundary) && !t.is("of"));
        let unit = group.limits.first().is_some_and(|l| !l.quantity.unit.symbol().is_empty());
        noun && (bracketed || opens && unit)
    }

    /// "an input 3 dB bandwidth": a level in the name of what is measured.
    fn is_level(&self, group: &Group) -> bool {
        let measurand = self.tokens.get(group.range.end).is_some_and(|t| t.has(Class::Measurand));
        measurand && group.limits.iter().all(|l| l.quantity.unit.symbol() == "dB")
    }

    /// Whether a value in brackets says under which circumstances others hold: "(λ is 600 nm)", "(reference 1 µPa, 1 Hz)", "(at pressure (1 kPa))".
    fn states_surroundings(&self, group: &Group, open: usize) -> bool {
        let equals = group.limits.iter().all(|l| l.direction == Some(Direction::Equal));
        let nested = (0..open).any(|k| self.tokens.is_mark(k, '(') && self.tokens.closing(k).is_some_and(|close| close >= group.range.end));
        let follows = self.found.last().is_some_and(|f| f.is_setting() && f.range.start > open);
        equals || group.is_bare() && (nested || follows)
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

    /// Gives a group that opens the text what its parent states.
    fn inherit(&mut self, group: &mut Group, parameter: &mut Parameter) {
        let named = parameter.stated && parameter.names.iter().any(|n| !n.is_empty());
        if named && group.is_bare() {
            self.inherit_direction(group, parameter);
            return;
        }
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

    /// "A dose of 5 Gy" below "exceeding any of the following": gives a value that opens an item of a list the comparator of the list.
    fn inherit_direction(&mut self, group: &mut Group, parameter: &Parameter) {
        let before = (0..parameter.start).rev().find(|k| self.tokens.get(*k).is_some_and(|t| !t.has(Class::Article)));
        let opens_item = before.is_some_and(|k| self.tokens.get(k).is_some_and(|t| t.is_one_of(&[';', ':', '.'])));
        let own = before.filter(|_| opens_item).and_then(|_| inherit::listed(self.tokens, self.ctx, parameter.start));
        let direction = match own {
            Some((_, direction)) => Some(direction),
            None if before.is_none() && self.ctx.parent_text.is_some() => {
                self.inherited.get_or_insert_with(|| inherit::from_parent(self.ctx).unwrap_or_default()).direction
            }
            None => None,
        };
        if let Some(direction) = direction {
            set_direction(group, direction);
        }
    }

    /// "capable of a range of 5 km": what reaches more also reaches this.
    fn reach(&self, group: &mut Group, parameter: &Parameter) {
        let capable = (parameter.start.saturating_sub(4).max(self.floor)..parameter.start).any(|k| self.tokens.is(k, "capable"));
        if capable && group.is_bare() && parameter.names.iter().all(|n| self.ctx.lexicon.is_reached(n)) {
            set_direction(group, Direction::AtLeast);
        }
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
}

pub(super) fn set_direction(group: &mut Group, direction: Direction) {
    for limit in &mut group.limits {
        limit.direction = Some(direction);
    }
}
