//! What a paragraph leaves to its parent: the parameter, and the operator of a bare value.

use concord_lexicon::{Class, Direction};

use super::clean::Clean;
use super::limits::{self, Group};
use super::token::Tokens;
use super::{Context, lex, parameter, roles};

/// What the parent states for its children.
#[derive(Clone, Debug, Default)]
pub(super) struct Inherited {
    /// How the children's values must compare ("exceeding any of the following").
    pub(super) direction: Option<Direction>,
    /// The parameter that the children limit; empty if the parent names none.
    pub(super) parameter: String,
}

/// Reads what the parent states for its children.
pub(super) fn from_parent(ctx: &Context) -> Option<Inherited> {
    let clean = Clean::new(ctx.parent_text?);
    let mut tokens = lex::tokens(&clean, ctx);
    roles::assign(&mut tokens, ctx);
    if let Some((start, direction)) = listed(&tokens, ctx, tokens.len()) {
        return Some(Inherited { direction: Some(direction), parameter: name(&tokens, ctx, start) });
    }
    let lead_in = lead_in(&tokens, ctx);
    for at in (0..lead_in).rev() {
        let Some((end, direction)) = limits::comparator_before(&tokens, ctx, at) else { continue };
        let open = (end..lead_in).all(|k| tokens.get(k).is_some_and(|t| t.number().is_none()));
        if !open || end > lead_in {
            continue;
        }
        let start =
            (at.saturating_sub(4)..at).find(|k| limits::comparator_before(&tokens, ctx, *k).is_some_and(|(e, _)| e == end)).unwrap_or(at);
        let direction = limits::comparator_before(&tokens, ctx, start).map_or(direction, |(_, d)| d);
        return Some(Inherited { direction: Some(direction), parameter: name(&tokens, ctx, start) });
    }
    let mut end = lead_in;
    while end > 0
        && tokens.get(end - 1).is_some_and(|t| {
            ["as", "specified", "by", "of", "that", "is", "are", "meeting", "having", "with", "to"].contains(&t.word.as_str())
        })
    {
        end -= 1;
    }
    let parameter = headed(&tokens, ctx).unwrap_or_else(|| name(&tokens, ctx, end));
    let measured = |name: &str| name.split(' ').any(|w| ctx.lexicon.classes(w).has(Class::Measurand));
    if measured(&parameter) {
        return Some(Inherited { direction: None, parameter });
    }
    let first = parameter::first_measured(&tokens, ctx, end).filter(|name| measured(name));
    Some(Inherited { direction: None, parameter: first.unwrap_or_default() })
}

/// A comparator right before the phrase that joins a list ("exceeding any of the following"), before a place: where it starts.
pub(super) fn listed(tokens: &Tokens, ctx: &Context, before: usize) -> Option<(usize, Direction)> {
    (0..before).find_map(|at| {
        let (end, direction) = limits::comparator_before(tokens, ctx, at)?;
        let joins = ctx.lexicon.connectives().longest(|i| tokens.word(end + i)).is_some_and(|(count, _)| count > 2);
        (joins && end < before).then_some((at, direction))
    })
}

/// "Any of the following impurities:": the measured quantity that the phrase which joins the children names.
fn headed(tokens: &Tokens, ctx: &Context) -> Option<String> {
    let start = (0..tokens.len()).find_map(|at| {
        ctx.lexicon.connectives().longest(|i| tokens.word(at + i)).filter(|(count, _)| *count > 2).map(|(count, _)| at + count)
    })?;
    let noun = |k: &usize| tokens.get(*k).is_some_and(|t| t.is_word() && !t.has(Class::Boundary) && !t.has(Class::Headline));
    let end = (start..start + 5).take_while(noun).last()? + 1;
    let measures = (start..end).any(|k| tokens.get(k).is_some_and(|t| t.has(Class::Measurand)));
    measures.then(|| name(tokens, ctx, end))
}

/// Where the phrase that joins the children starts.
fn lead_in(tokens: &Tokens, ctx: &Context) -> usize {
    let content = super::normal::content_end(tokens);
    (0..content)
        .find(|at| {
            ctx.lexicon.connectives().longest(|i| tokens.word(at + i)).is_some_and(|(count, _)| count > 1 && at + count + 2 >= content)
        })
        .unwrap_or(content)
}

fn name(tokens: &Tokens, ctx: &Context, at: usize) -> String {
    let found = parameter::find(tokens, ctx, &Group::at(at), 0);
    if found.stated {
        return found.names.into_iter().next().unwrap_or_default();
    }
    let measured = (0..at).rev().find(|k| tokens.get(*k).is_some_and(|t| t.has(Class::Measurand)));
    measured.filter(|k| k + 1 < at && *k > 0).map_or_else(String::new, |k| name(tokens, ctx, k + 1))
}
