//! What a value shares with the one before it: its comparator, its parameter, how its share is reckoned.

use concord_lexicon::Class;

use super::conditions::{Finder, set_direction};
use super::found::Found;
use super::limits::Group;
use super::parameter::{self, Parameter};
use super::token::{Token, Tokens};

impl Finder<'_> {
    /// "more than 25 % A and 20 % B", "exceeding 80 mm in diameter and 20 mm in thickness": the second value shares the comparator of the first.
    pub(super) fn share_direction(&self, group: &mut Group) {
        let shared = || {
            let last = self.found.last().filter(|f| group.is_bare() && !f.is_bare())?;
            let ([before], [own]) = (last.group()?.limits.as_slice(), group.limits.as_slice()) else { return None };
            let joint = self.tokens.list.get(last.range.end..group.range.start)?;
            let parts_items = |t: &Token| t.is_mark(',') || t.is("and") || t.is("or");
            let adjacent = joint.len() == 1 && joint.iter().all(|t| t.is("and") || t.is("or"));
            let alike = adjacent && before.quantity.unit == own.quantity.unit;
            let named_behind = || {
                let listed = (1..=2).contains(&joint.len())
                    && joint.iter().all(parts_items)
                    && last.group().is_some_and(|g| last.range.end > g.range.end);
                let probe = {
                    let mut probe = group.clone();
                    set_direction(&mut probe, before.direction?);
                    probe
                };
                Some(listed && parameter::find(self.tokens, self.ctx, &probe, self.floor).end > group.range.end)
            };
            before.direction.filter(|_| alike || named_behind() == Some(true))
        };
        if let Some(direction) = shared() {
            set_direction(group, direction);
        }
    }

    /// "25 % A and 20 % B by weight": the share holds for both.
    pub(super) fn share_with_last(&mut self, group: &Group, share: &str) {
        let joined = |f: &&mut Found, tokens: &Tokens| f.range.end + 1 == group.range.start && tokens.is(f.range.end, "and");
        let tokens = &*self.tokens;
        let last = self.found.last_mut().filter(|f| joined(f, tokens)).and_then(Found::group_mut);
        let unit = |g: &Group| g.limits.first().map(|l| l.quantity.unit.clone());
        if let Some(before) = last.filter(|g| g.tails.is_empty() && unit(g) == unit(group)) {
            before.tails.push(share.to_owned());
        }
    }

    /// "accuracy of 1 m or less in range and 0.2 degree or less in azimuth": the second value limits the parameter of the first.
    pub(super) fn share_parameter(&self, group: &Group, parameter: &mut Parameter) {
        let nameless = parameter.names.iter().all(String::is_empty) && !group.is_bare();
        let Some(last) = self.found.last().filter(|f| nameless && !f.is_setting() && !f.is_bare()) else { return };
        let joint = self.tokens.list.get(last.range.end..group.range.start).unwrap_or_default();
        let joined = joint.len() <= 5 && joint.last().is_some_and(|t| t.is("and") || t.is("or"));
        let own_clause = joint.iter().any(|t| t.is_one_of(&[';', ':', '.']) || t.has(Class::OpensClause) || t.is("with"));
        if joined && !own_clause {
            parameter.names.clone_from(&last.parameter.names);
            parameter.stated = true;
        }
    }

    /// "5 % of the particles larger than 8 µm", "fewer than 3 particles of 8 µm or more": the size that decides what is counted.
    pub(super) fn size_of_what_is_counted(&self, group: &Group, parameter: &Parameter) -> Option<String> {
        let last = self.found.last().filter(|f| !f.is_setting())?;
        let name = last.parameter.names.first()?;
        let counts = name.starts_with("fraction of ") || name.starts_with("number of ");
        let length = parameter::implied_by(group).is_some_and(|noun| noun == "length") && !group.is_bare();
        let joint = self.tokens.list.get(last.range.end..group.range.start)?;
        let mut depth = 0usize;
        let direct = joint.iter().all(|t| {
            depth += usize::from(t.is_mark('('));
            let inside = depth > 0;
            depth -= usize::from(t.is_mark(')') && inside);
            inside || t.is("of")
        });
        let made_up = joint.iter().any(|t| t.is("made")) && joint.iter().any(|t| t.is("up"));
        let percent = last.group().is_some_and(|g| g.limits.iter().all(|l| l.quantity.unit.symbol().ends_with('%')));
        if made_up && percent && length {
            return parameter.names.first().filter(|own| !own.is_empty() && !own.contains(' ')).map(|own| format!("{own} size"));
        }
        let noun = name.rsplit(' ').next()?;
        (counts && length && direct).then(|| format!("{noun} size"))
    }
}
