//! From groups of limits to conditions with parameters and settings, and how they join.

use std::ops::Range;

use concord_lexicon::{Class, Direction};
use concord_model::{Condition, Digest, Expr, Limits};
use concord_quantity::{Constraint, Limit, Op};

use super::Context;
use super::inherit::{self, Inherited};
use super::limits::{self, Group, RawLimit};
use super::parameter::{self, Parameter};
use super::token::{Kind, Role, Tokens};

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

/// One condition or band as found, before settings are attached.
struct Found {
    group: Option<Group>,
    parameter: Parameter,
    range: Range<usize>,
    setting: bool,
    any_word: bool,
    settings: Vec<String>,
    other: Option<Limits>,
    further: Vec<Range<usize>>,
    measured: bool,
    taken_out: bool,
}

/// Reads the conditions of a text and gives their numbers roles.
pub(super) fn read(tokens: &mut Tokens, clean: &str, ctx: &Context) -> Conditions {
    let mut found = find(tokens, clean, ctx);
    let mut out = Conditions::default();
    for f in &found {
        if let Some(group) = &f.group {
            out.values.push((group.range.clone(), display(group, &f.parameter, ctx)));
        }
    }
    attach_settings(tokens, ctx, &mut found);
    for f in &found {
        let keeps = !f.setting || f.other.is_some();
        let role = match (&f.other, f.setting) {
            (Some(Limits::Formula { .. }), _) => Role::Formula,
            (Some(_), _) => Role::Reference,
            (None, true) => Role::Setting,
            (None, false) => Role::Limit,
        };
        if let Some(group) = &f.group {
            if expression(f, ctx).is_some() || f.setting {
                limits::mark(tokens, group, role);
                for range in &f.further {
                    tokens.set_role(range.clone(), role);
                }
            }
        } else {
            tokens.set_role(f.range.clone(), role);
        }
        if (keeps || f.any_word) && !f.taken_out && (f.setting || expression(f, ctx).is_some()) {
            out.taken.push(f.range.clone());
            out.taken.extend(f.further.iter().cloned());
        }
    }
    out.when = join(tokens, ctx, &found);
    out
}

fn find(tokens: &mut Tokens, clean: &str, ctx: &Context) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut inherited = None;
    let mut at = 0;
    let mut floor = 0;
    while at < tokens.len() {
        if tokens.get(at).is_some_and(|t| t.numeric && t.role.is_some() && t.number().is_some()) {
            at += 1;
            continue;
        }
        if let Some(f) = symbolic_or_formula(tokens, clean, ctx, at, floor) {
            at = f.range.end.max(at + 1);
            floor = at;
            found.push(f);
            continue;
        }
        let Some(group) = limits::group(tokens, clean, ctx, at) else {
            at += 1;
            continue;
        };
        let mut group = group;
        if let Some(direction) = shared_direction(&group, found.last(), tokens) {
            for limit in &mut group.limits {
                limit.direction = Some(direction);
            }
        }
        let mut parameter = parameter::find(tokens, ctx, &group, floor);
        if let Some(share) = &parameter.share {
            share_with_last(&group, share, &mut found, tokens);
            group.tails.push(share.clone());
        }
        if opens_text(tokens, &group) && !parameter.names.iter().any(|n| ctx.parent_text.is_some() && !n.is_empty() && parameter.stated) {
            inherit(&mut group, &mut parameter, inherited.get_or_insert_with(|| inherit::from_parent(ctx).unwrap_or_default()));
        }
        let mut range = parameter.start..group.range.end.max(parameter.end);
        let (opened, any_word, start) = setting_opener(tokens, range.start, floor);
        let bare = group.is_bare();
        let head_is_ambient = parameter.names.iter().all(|n| n.is_empty() || n.split(' ').any(|w| ctx.lexicon.classes(w).has(Class::Ambient)) || !parameter.stated);
        let unmeasured_range = !bare && group.limits.iter().all(|l| l.quantity.unit.symbol().is_empty()) && group.limits.len() == 2 && ["to", "through", "-"].iter().any(|w| tokens.word(group.range.start + 1) == Some(w))
            && !parameter.names.iter().any(|n| n.split(' ').any(|w| ctx.lexicon.classes(w).has(Class::Measurand)));
        if unmeasured_range && tokens.get(group.range.end - 1).is_some_and(|t| t.number().is_some()) {
            at = group.range.end.max(at + 1);
            continue;
        }
        let mut setting = opened && (head_is_ambient || bare);
        let in_brackets = (floor..group.range.start).rev().find(|k| tokens.is_mark(*k, '(')).filter(|open| tokens.closing(*open).is_some_and(|c| c >= group.range.end));
        if let Some(open) = in_brackets
            && found.last().is_some_and(|f| f.range.end == open)
        {
            if restates(&group, &mut found) {
                if let Some(last) = found.last_mut() {
                    last.further.push(group.range.clone());
                    last.range.end = group.range.end;
                }
                at = group.range.end.max(at + 1);
                floor = at;
                continue;
            }
            setting |= bare;
        }
        setting |= bare && found.iter().any(|f| !f.setting && !is_bare(f)) && !tokens.list.get(floor..group.range.start).is_some_and(|l| l.iter().any(|t| t.is_one_of(&[';', '.', ':']) || t.has(Class::OpensClause) || t.is("and") || t.is("or"))) && parameter.stated;
        let ratio_of = ["times", "divided", "multiplied"].iter().any(|w| tokens.is(group.range.end, w)) && !bare;
        if ratio_of {
            let end = (group.range.end..tokens.len()).find(|k| tokens.get(*k).is_some_and(|t| t.is_one_of(&[',', ';', ':', '.']) || t.is("and"))).unwrap_or(tokens.len());
            let text = normal_text(tokens, ctx, group.range.start..end);
            let label: String = text.split(' ').take(8).collect::<Vec<_>>().join(" ");
            let other = Some(Limits::Formula { digest: Digest::of(&text), label });
            found.push(Found { group: None, parameter, range: range.start..end, setting: false, any_word: false, settings: Vec::new(), other, further: Vec::new(), measured: false, taken_out: false });
            at = end;
            floor = end;
            continue;
        }
        if bare && !setting && (adjective(tokens, &group) || in_brackets.is_some() && followed_by_noun(tokens, &group)) {
            tokens.set_role(group.range.clone(), Role::Name);
            at = group.range.end.max(at + 1);
            continue;
        }
        if opened {
            range.start = start;
        }
        at = range.end.max(at + 1);
        let clause_floor = floor;
        floor = at;
        if !setting && range.start == group.range.start && completes_last(tokens, &mut found, &group) {
            continue;
        }
        let mut parameter = parameter;
        if !parameter.stated
            && tokens.is(group.range.start.wrapping_sub(1), "of") | bare
            && let Some(before) = found.last().filter(|f| f.setting && f.range.end + 1 == group.range.start)
        {
            let probe = Group { range: before.range.start..before.range.start, ..group.clone() };
            let earlier = parameter::find(tokens, ctx, &probe, 0);
            if earlier.stated {
                parameter = earlier;
                range.start = parameter.start;
            }
        }
        let measured = parameter.names.iter().all(|n| n.split(' ').any(|w| ctx.lexicon.classes(w).has(Class::Measurand)));
        let out = taken_out(tokens, ctx, range.start, clause_floor);
        found.push(Found { group: Some(group), parameter, range, setting, any_word, settings: Vec::new(), other: None, further: Vec::new(), measured, taken_out: out });
    }
    found
}

/// "10 kg in 24 hours or more and less than 1000 kg": adds the other bound to the condition before, if nothing but "and" parts them.
fn completes_last(tokens: &Tokens, found: &mut [Found], group: &Group) -> bool {
    let Some(place) = found.iter().rposition(|f| !f.setting) else { return false };
    let end = found.last().map_or(0, |f| f.range.end);
    let Some(last) = found.get_mut(place) else { return false };
    let joint = tokens.list.get(end..group.range.start).unwrap_or_default();
    let joined = (1..=3).contains(&joint.len()) && joint.iter().all(|t| t.is_mark(',') || t.is("and") || t.is("but"));
    match &mut last.group {
        Some(before) if joined && limits::bounds_other_side(before, group) => {
            before.limits.extend(group.limits.iter().cloned());
            last.further.push(group.range.clone());
            true
        }
        _ => false,
    }
}

/// "(10 liters or more)" behind a limit: the same limit in another quantity.
fn restates(group: &Group, found: &mut [Found]) -> bool {
    let Some(place) = found.iter().rposition(|f| !f.setting) else { return false };
    let Some(last) = found.get_mut(place).and_then(|f| f.group.as_mut()) else { return false };
    let ([own], Some(limit)) = (group.limits.as_slice(), last.limits.last_mut()) else { return false };
    let restated = own.direction.is_some() && own.direction == limit.direction && own.quantity.unit.dimension() != limit.quantity.unit.dimension();
    if restated {
        limit.alternatives.push(own.quantity.clone());
    }
    restated
}

/// "a 3 dB bandwidth": a value that stands as an adjective before a noun.
fn adjective(tokens: &Tokens, group: &Group) -> bool {
    let before = group.range.start.checked_sub(1).and_then(|k| tokens.get(k));
    let opens = before.is_none_or(|t| t.has(Class::Article) || t.has(Class::Boundary) && !t.is("of"));
    opens && followed_by_noun(tokens, group) && group.limits.first().is_some_and(|l| !l.quantity.unit.symbol().is_empty())
}

fn followed_by_noun(tokens: &Tokens, group: &Group) -> bool {
    tokens.get(group.range.end).is_some_and(|t| t.is_word() && !t.numeric && !t.has(Class::Boundary) && !t.has(Class::Article) && !t.has(Class::Stop))
}

/// Whether a group opens the text.
fn opens_text(tokens: &Tokens, group: &Group) -> bool {
    (0..group.range.start).all(|k| tokens.get(k).is_some_and(|t| t.has(Class::Article)))
}

/// Gives a group what its parent states.
fn inherit(group: &mut Group, parameter: &mut Parameter, inherited: &Inherited) {
    if group.is_bare() {
        let Some(direction) = inherited.direction else { return };
        for limit in &mut group.limits {
            limit.direction = Some(direction);
        }
    } else if parameter.stated {
        return;
    }
    parameter.names = vec![inherited.parameter.clone()];
    parameter.stated = false;
    parameter.start = group.range.start;
}

/// "25 % A and 20 % B by weight": the share holds for both.
fn share_with_last(group: &Group, share: &str, found: &mut [Found], tokens: &Tokens) {
    let Some(last) = found.last_mut().filter(|f| f.range.end + 1 == group.range.start && tokens.is(f.range.end, "and")) else { return };
    if let Some(before) = last.group.as_mut().filter(|g| g.tails.is_empty()) {
        before.tails.push(share.to_owned());
    }
}

/// Whether the clause before a place takes out what it speaks of ("excluding engines with a thrust exceeding …").
fn taken_out(tokens: &Tokens, ctx: &Context, at: usize, floor: usize) -> bool {
    let clause = (floor..at).rev().take_while(|k| tokens.get(*k).is_some_and(|t| !t.is_one_of(&[',', ';', ':', '.'])));
    clause.into_iter().any(|k| !tokens.is(k, "not") && !tokens.is(k, "does") && !tokens.is(k, "do") && !tokens.is(k, "without") && !tokens.is(k, "nor") && !tokens.is(k, "are") && !tokens.is(k, "is") && !tokens.is(k, "that") && ctx.lexicon.excludes().longest(|i| tokens.word(k + i)).is_some())
}

/// "more than 25 % A and 20 % B": the second value shares the comparator of the first.
fn shared_direction(group: &Group, last: Option<&Found>, tokens: &Tokens) -> Option<Direction> {
    let last = last?;
    let before = last.group.as_ref()?;
    if !group.is_bare() || before.limits.len() != 1 || group.limits.len() != 1 || last.setting {
        return None;
    }
    let joined = (last.range.end..group.range.start).len() == 1 && (tokens.is(last.range.end, "and") || tokens.is(last.range.end, "or"));
    let same = before.limits.first()?.quantity.unit == group.limits.first()?.quantity.unit;
    (joined && same).then(|| before.limits.first().and_then(|l| l.direction)).flatten()
}

/// Whether a setting word stands before a place: whether, with "any", and where it starts.
fn setting_opener(tokens: &Tokens, at: usize, floor: usize) -> (bool, bool, usize) {
    let mut k = at;
    let mut any = false;
    while k > floor && tokens.get(k - 1).is_some_and(|t| t.has(Class::Article) || t.is("of")) {
        any |= tokens.is(k - 1, "any");
        k -= 1;
    }
    let mut opened = false;
    while k > floor && tokens.get(k - 1).is_some_and(|t| t.has(Class::Setting)) {
        opened = true;
        k -= 1;
    }
    (opened, any, k)
}

/// A comparator whose limit is stated elsewhere or is a formula.
fn symbolic_or_formula(tokens: &Tokens, clean: &str, ctx: &Context, at: usize, floor: usize) -> Option<Found> {
    let (end, direction) = limits::comparator_before(tokens, ctx, at)?;
    let plain_value = limits::group(tokens, clean, ctx, at).is_some();
    let mut clause = end;
    let mut formula = false;
    let mut reference = None;
    let mut numeric = false;
    while let Some(token) = tokens.get(clause) {
        if token.is_one_of(&[',', ';', ':']) || clause > end + 60 || token.is("having") || clause > end && limits::comparator_before(tokens, ctx, clause).is_some() && !formula {
            break;
        }
        let operator = token.is_one_of(&['+', '/']) || token.is_mark('-') && tokens.is_mark(clause + 1, '(');
        if token.is_one_of(&['×', '*', '√']) || ["ln", "sqrt", "times", "divided", "multiplied"].contains(&token.word.as_str()) || token.word.contains("log") && (token.numeric || token.word.starts_with("log")) && token.word.len() < 10 || token.is_mark('^') || operator && !plain_value {
            formula = true;
        }
        if let Kind::Code(code) = &token.kind
            && reference.is_none()
            && clause <= end + 12
        {
            reference = Some(code.clone());
        }
        numeric |= token.number().is_some() || token.numeric && token.is_word();
        clause += 1;
    }
    let limit_word = (end..clause).any(|k| tokens.get(k).is_some_and(|t| ["limit", "limits", "parameter", "parameters", "value", "values", "threshold", "thresholds", "level", "levels"].contains(&t.word.as_str()) || (t.is("that") || t.is("those")) && tokens.get(k + 1).is_some_and(|n| ["specified", "controlled", "described", "in", "listed"].contains(&n.word.as_str()))));
    let limits = if formula && numeric {
        let text = normal_text(tokens, ctx, end..clause);
        let label: String = text.split(' ').take(8).collect::<Vec<_>>().join(" ");
        let op = resolve(direction, "", ctx);
        Limits::Formula { label: format!("{op} {label}"), digest: Digest::of(&format!("{op} {text}")) }
    } else if !plain_value && limit_word && let Some(reference) = reference {
        Limits::Symbolic { op: resolve(direction, "", ctx), reference }
    } else {
        return None;
    };
    let group = Group { range: at..end, limits: Vec::new(), any: false, inner_parameter: None, middle: None, tails: Vec::new() };
    let mut parameter = parameter::find(tokens, ctx, &group, floor);
    parameter.end = clause;
    let range = parameter.start..clause;
    Some(Found { group: None, parameter, range, setting: false, any_word: false, settings: Vec::new(), other: Some(limits), further: Vec::new(), measured: false, taken_out: false })
}

fn normal_text(tokens: &Tokens, ctx: &Context, range: Range<usize>) -> String {
    let words = tokens.list.get(range).unwrap_or_default().iter().map(|t| match &t.kind {
        Kind::Number(n, u) => u.as_ref().map_or_else(|| n.to_string(), |u| format!("{n} {u}")),
        Kind::Word => ctx.lexicon.normal_word(&t.word),
        _ => t.word.clone(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The operator that a comparator means for a parameter.
fn resolve(direction: Direction, parameter: &str, ctx: &Context) -> Op {
    let greater = ctx.lexicon.better_is_greater(parameter);
    match direction {
        Direction::Greater => Op::Gt,
        Direction::AtLeast => Op::Ge,
        Direction::Less => Op::Lt,
        Direction::AtMost => Op::Le,
        Direction::Equal => Op::Eq,
        Direction::Better if greater => Op::Gt,
        Direction::Better => Op::Lt,
        Direction::AtLeastAsGood if greater => Op::Ge,
        Direction::AtLeastAsGood => Op::Le,
        Direction::NoBetter if greater => Op::Le,
        Direction::NoBetter => Op::Ge,
        Direction::Worse if greater => Op::Lt,
        Direction::Worse => Op::Gt,
    }
}

fn limit(raw: &RawLimit, parameter: &str, ctx: &Context) -> Limit {
    let impurity = raw.quantity.unit.symbol().starts_with("pp");
    let op = raw.direction.map_or(Op::Eq, |d| resolve(d, if impurity { "" } else { parameter }, ctx));
    Limit { op, quantity: raw.quantity.clone(), alternatives: raw.alternatives.clone() }
}

fn constraint(group: &Group, parameter: &str, ctx: &Context) -> Constraint {
    Constraint { limits: group.limits.iter().map(|l| limit(l, parameter, ctx)).collect() }
}

/// The normal form of a group's limits: operators and base values.
fn display(group: &Group, parameter: &Parameter, ctx: &Context) -> String {
    let name = parameter.names.first().map_or("", String::as_str);
    let mut limits: Vec<String> = group
        .limits
        .iter()
        .map(|raw| {
            let l = limit(raw, name, ctx);
            format!("{}{} {}", l.op, l.quantity.base(), l.quantity.unit.dimension())
        })
        .collect();
    limits.sort();
    limits.into_iter().chain(group.tails.iter().cloned()).collect::<Vec<_>>().join(" ")
}

/// Turns settings into settings of the conditions they belong to; one that belongs to none is a condition of its own.
fn attach_settings(tokens: &Tokens, ctx: &Context, found: &mut [Found]) {
    for at in 0..found.len() {
        let Some(f) = found.get(at).filter(|f| f.setting) else { continue };
        let Some(group) = &f.group else { continue };
        let name = f.parameter.names.first().cloned().unwrap_or_default();
        let label = if f.any_word && !name.is_empty() { format!("any {name}") } else { name.clone() };
        let values = constraint(group, &name, ctx).to_string();
        let setting = [label, values].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
        let start = f.range.start;
        let same_clause = |other: &Found| {
            let (from, to) = if other.range.end <= start { (other.range.end, start) } else { (f.range.end, other.range.start) };
            tokens.list.get(from..to).is_some_and(|between| !between.iter().any(|t| t.is_one_of(&[';', '.']) || t.has(Class::OpensClause)))
        };
        let before = (0..at).rev().find(|i| found.get(*i).is_some_and(|o| !o.setting && !is_bare(o) && same_clause(o)));
        let behind = (at + 1..found.len()).find(|i| found.get(*i).is_some_and(|o| !o.setting && !is_bare(o) && same_clause(o)));
        let bare = is_bare(f);
        let owner = before.or(if bare { behind } else { None });
        match owner.and_then(|o| found.get_mut(o)) {
            Some(owner) => {
                owner.settings.push(setting);
                if let Some(f) = found.get_mut(at) {
                    f.any_word = true;
                }
            }
            None => {
                if let Some(f) = found.get_mut(at) {
                    f.setting = bare;
                    f.any_word = false;
                }
            }
        }
    }
}

fn is_bare(found: &Found) -> bool {
    found.group.as_ref().is_some_and(Group::is_bare)
}

/// Joins the conditions: all of them, unless "or" stands between two.
fn join(tokens: &Tokens, ctx: &Context, found: &[Found]) -> Expr {
    let mut branches: Vec<Vec<Expr>> = vec![Vec::new()];
    let mut last_end = None;
    for f in found.iter().filter(|f| !f.setting && !f.taken_out) {
        let Some(expr) = expression(f, ctx) else { continue };
        let or = last_end.is_some_and(|end: usize| joined_by_or(tokens, end, f.range.start));
        last_end = Some(f.range.end);
        if or {
            branches.push(vec![expr]);
        } else if let Some(branch) = branches.last_mut() {
            branch.push(expr);
        }
    }
    let mut parts: Vec<Expr> = branches.into_iter().map(|mut b| if b.len() == 1 { b.remove(0) } else { Expr::All(b) }).collect();
    match parts.len() {
        0 => Expr::default(),
        1 => parts.remove(0),
        _ => Expr::Any(parts),
    }
}

/// Whether "or" joins two conditions: it stands between them with nothing but words of the second one's own clause behind it.
fn joined_by_or(tokens: &Tokens, from: usize, to: usize) -> bool {
    let between = tokens.list.get(from..to).unwrap_or_default();
    let first = between.iter().position(|t| t.is_word() && !t.is("also"));
    let or = between.iter().rposition(|t| t.is("or"));
    match (first, or) {
        (Some(first), Some(or)) => between.get(first).is_some_and(|t| t.is("or")) || first == or || !between.get(or..).unwrap_or_default().iter().any(|t| t.is("and")) && between.len() - or <= 4,
        _ => false,
    }
}

fn expression(f: &Found, ctx: &Context) -> Option<Expr> {
    let mut settings = f.settings.clone();
    if let Some(group) = &f.group {
        settings.extend(group.tails.iter().cloned());
    }
    settings.sort();
    settings.dedup();
    let inherited = !f.parameter.stated;
    let one = |name: &str, limits: Limits| Expr::Is(Condition { parameter: name.to_owned(), settings: settings.clone(), limits, inherited });
    let mut parts = Vec::new();
    for name in &f.parameter.names {
        match (&f.group, &f.other) {
            (_, Some(limits)) => parts.push(one(name, limits.clone())),
            (Some(group), None) if group.is_bare() && (inherited || !f.measured) => {}
            (Some(group), None) if group.any => {
                let single = constraint(group, name, ctx).limits.into_iter().map(|l| one(name, Limits::Quantities(Constraint { limits: vec![l] })));
                parts.push(Expr::Any(single.collect()));
            }
            (Some(group), None) => parts.push(one(name, Limits::Quantities(constraint(group, name, ctx)))),
            (None, None) => {}
        }
    }
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(Expr::All(parts)),
    }
}
