//! Limits that are no plain values: stated elsewhere, or formulas, which are kept whole.

use std::ops::Range;

use concord_model::{Digest, Limits};

use super::Context;
use super::found::Found;
use super::limits::{self, Group};
use super::operators::resolve;
use super::parameter::{self, Parameter};
use super::token::{Kind, Token, Tokens};

const LONGEST: usize = 60;
const REFERENCE_WITHIN: usize = 12;
const WORDS_SHOWN: usize = 8;

/// Words that name what another place states.
const LIMIT_WORDS: [&str; 10] =
    ["limit", "limits", "parameter", "parameters", "value", "values", "threshold", "thresholds", "level", "levels"];
/// Words of arithmetic.
const ARITHMETIC: [&str; 5] = ["ln", "sqrt", "times", "divided", "multiplied"];

/// A comparator at a place whose limit is stated elsewhere or is a formula.
pub(super) fn find(tokens: &Tokens, clean: &str, ctx: &Context, at: usize, floor: usize) -> Option<Found> {
    let (end, direction) = limits::comparator_before(tokens, ctx, at)?;
    let plain_value = limits::group(tokens, clean, ctx, at).is_some();
    let mut clause = end;
    let mut formula = false;
    let mut reference = None;
    while let Some(token) = tokens.get(clause) {
        let next_comparator = clause > end && !formula && limits::comparator_before(tokens, ctx, clause).is_some();
        if token.is_one_of(&[',', ';', ':']) || clause > end + LONGEST || token.is("having") || next_comparator {
            break;
        }
        let operator = token.is_one_of(&['+', '/']) || token.is_mark('-') && tokens.is_mark(clause + 1, '(');
        let size = token.is_one_of(&['×', '*'])
            && tokens.get(clause - 1).is_some_and(|t| t.number().is_some())
            && tokens.get(clause + 1).is_some_and(|t| t.number().is_some_and(|(_, unit)| unit.is_some()));
        formula |= is_arithmetic(token) && !size || operator && !plain_value;
        if let Kind::Code(code) = &token.kind
            && reference.is_none()
            && clause <= end + REFERENCE_WITHIN
        {
            reference = Some(code.clone());
        }
        clause += 1;
    }
    let numeric = tokens
        .list
        .get(end..clause)
        .is_some_and(|l| l.iter().any(|t| t.numeric && !matches!(t.kind, Kind::Code(_) | Kind::PartialCode(_))));
    let op = resolve(direction, "", ctx);
    let limits = if formula && numeric {
        let text = normal_text(tokens, ctx, end..clause);
        Limits::Formula { label: format!("{op} {}", label(&text)), digest: Digest::of(&format!("{op} {text}")) }
    } else if !plain_value && speaks_of_limit(tokens, end..clause) {
        Limits::Symbolic { op, reference: reference? }
    } else {
        return None;
    };
    let mut parameter = parameter::find(tokens, ctx, &Group::at(at), floor);
    parameter.end = clause;
    let range = parameter.start..clause;
    Some(Found::other(limits, parameter, range))
}

/// "100 or more times the bandwidth": a value that only counts multiples of something.
pub(super) fn multiple(tokens: &Tokens, ctx: &Context, group: &Group, parameter: &Parameter) -> Option<Found> {
    if group.is_bare() || !ARITHMETIC.iter().any(|w| tokens.is(group.range.end, w)) {
        return None;
    }
    let ends = |k: &usize| tokens.get(*k).is_some_and(|t| t.is_one_of(&[',', ';', ':', '.']) || t.is("and"));
    let end = (group.range.end..tokens.len()).find(ends).unwrap_or(tokens.len());
    let text = normal_text(tokens, ctx, group.range.start..end);
    let limits = Limits::Formula { label: label(&text), digest: Digest::of(&text) };
    Some(Found::other(limits, parameter.clone(), parameter.start..end))
}

fn is_arithmetic(token: &Token) -> bool {
    let logarithm = token.word.contains("log") && (token.numeric || token.word.starts_with("log")) && token.word.len() < 10;
    token.is_one_of(&['×', '*', '√', '^']) || ARITHMETIC.contains(&token.word.as_str()) || logarithm
}

fn speaks_of_limit(tokens: &Tokens, range: Range<usize>) -> bool {
    range.into_iter().any(|k| {
        tokens.get(k).is_some_and(|t| {
            let points = (t.is("that") || t.is("those"))
                && tokens.get(k + 1).is_some_and(|n| ["specified", "controlled", "described", "in", "listed"].contains(&n.word.as_str()));
            LIMIT_WORDS.contains(&t.word.as_str()) || points
        })
    })
}

fn label(text: &str) -> String {
    text.split(' ').take(WORDS_SHOWN).collect::<Vec<_>>().join(" ")
}

fn normal_text(tokens: &Tokens, ctx: &Context, range: Range<usize>) -> String {
    let words = tokens.list.get(range).unwrap_or_default().iter().map(|t| match &t.kind {
        Kind::Number(n, u) => u.as_ref().map_or_else(|| n.to_string(), |u| format!("{n} {u}")),
        Kind::Word => ctx.lexicon.normal_word(&t.word),
        _ => t.word.clone(),
    });
    words.collect::<Vec<_>>().join(" ")
}
