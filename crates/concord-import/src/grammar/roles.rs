//! What a number is when it is no value: pointers into legal texts, standards, dates, notes, names.

use std::ops::Range;

use concord_lexicon::{Class, Classes};

use super::Context;
use super::lex::{continues_standard, opens_standard};
use super::token::{Kind, Role, Tokens};

/// Gives roles to the numbers whose neighbours say what they are.
pub(super) fn assign(tokens: &mut Tokens, ctx: &Context) {
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at) else { break };
        if opens_standard(token) {
            standard(tokens, at + 1);
        } else if token.has(Class::Month) {
            date(tokens, at);
        } else if token.has(Class::Note) {
            chain(tokens, at + 1, Role::NoteNumber);
        } else if token.has(Class::CrossReference) || token.is_mark('§') {
            chain(tokens, at + 1, Role::Reference);
        } else if token.has(Class::NameBefore) && is_bare(tokens, at + 1) && !precedes_comparator(tokens, at + 2) {
            tokens.set_role(at + 1..at + 2, Role::Name);
        } else if token.has(Class::NameAfter) {
            name_before(tokens, at);
        } else if token.is("cas") || token.is("c.a.s.") {
            cas_in_parts(tokens, at + 1);
        } else if token.is_mark('/')
            && is_bare(tokens, at + 1)
            && tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.is_word() && t.word.chars().count() == 1)
        {
            tokens.set_role(at + 1..at + 2, Role::Formula);
            if tokens.is_mark(at.wrapping_sub(2), '+') {
                tokens.set_role(at.saturating_sub(3)..at, Role::Formula);
            }
        } else if token.is_mark('=') {
            tokens.set_role(at.saturating_sub(1)..at + 2, Role::Formula);
        } else if token.is_mark('#') && is_integer(tokens, at + 1) {
            tokens.set_role(at + 1..at + 2, Role::Reference);
        } else if token.is_mark('$') || token.is_mark('€') {
            tokens.set_role(at + 1..at + 2, Role::Money);
        } else if token.is_mark('^') {
            tokens.set_role(at + 1..at + 2, Role::Footnote);
        } else if is_bare(tokens, at) {
            lone_number(tokens, at);
        }
    }
    for term in tokens.terms.clone().into_iter().filter(|t| t.len() > 1) {
        let words = term.clone().any(|k| tokens.get(k).is_some_and(|t| t.is_word() && !t.numeric));
        if words {
            tokens.set_role(term, Role::Name);
        }
    }
    for range in examples(tokens, ctx) {
        tokens.set_role(range, Role::Example);
    }
}

/// Whether the token is a number without a unit and without a role.
fn is_bare(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.role.is_none() && matches!(t.number(), Some((_, None))))
}

fn is_integer(tokens: &Tokens, at: usize) -> bool {
    is_bare(tokens, at) && tokens.get(at).is_some_and(|t| t.word.bytes().all(|b| b.is_ascii_digit()))
}

fn precedes_comparator(tokens: &Tokens, at: usize) -> bool {
    tokens.is(at, "or")
        && tokens
            .get(at + 1)
            .is_some_and(|t| ["more", "less", "greater", "higher", "lower", "fewer", "better", "above"].contains(&t.word.as_str()))
}

/// A CAS number printed with spaces instead of hyphens: its three numbers.
fn cas_in_parts(tokens: &mut Tokens, from: usize) {
    let at = from + usize::from(tokens.is_mark(from, '#'));
    let parts: Vec<usize> = (at..tokens.len().min(at + 5)).filter(|k| !tokens.is_mark(*k, '-')).take(3).collect();
    if let [first, second, third] = parts[..]
        && tokens.is_mark(first + 1, '-')
        && [first, second, third].into_iter().all(|k| is_unsigned_integer(tokens, k))
        && tokens.get(third).is_some_and(|t| t.word.trim_matches(|c: char| !c.is_ascii_digit()).len() == 1)
    {
        tokens.set_role(first..third + 1, Role::Cas);
    } else if (at..at + 3).all(|k| is_integer(tokens, k)) && tokens.get(at + 2).is_some_and(|t| t.word.len() == 1) {
        tokens.set_role(at..at + 3, Role::Cas);
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("18") || word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the token is an integer, whatever sign a hyphen before it was taken for.
fn is_unsigned_integer(tokens: &Tokens, at: usize) -> bool {
    is_bare(tokens, at) && tokens.get(at).is_some_and(|t| t.word.trim_start_matches(['-', ' ']).bytes().all(|b| b.is_ascii_digit()))
}

/// Numbers behind a body of standards, with parts, years and further numbers joined by "or" and "and".
fn standard(tokens: &mut Tokens, from: usize) {
    let mut at = from;
    let mut seen = false;
    while let Some(token) = tokens.get(at) {
        let lettered = token.word.len() <= 3 && token.word.bytes().all(|b| b.is_ascii_alphanumeric());
        let follows = continues_standard(token) && (lettered || !matches!(token.number(), Some((_, Some(_)))));
        let bracketed = token.is_mark('(') && (is_integer(tokens, at + 1) || tokens.is(at + 1, "e")) && tokens.is_mark(at + 2, ')');
        let joined = (token.is("or") || token.is("and")) && is_bare(tokens, at + 1) && seen && !precedes_comparator(tokens, at + 2);
        let word = !seen && at < from + 3 && token.is_word() && !token.has(Class::Boundary) && token.word.len() <= 9;
        if follows || bracketed || joined || word {
            let end = if bracketed {
                at + 3
            } else if joined {
                at + 2
            } else {
                at + 1
            };
            seen |= follows && token.numeric || joined;
            tokens.set_role(at..end, Role::Standard);
            at = end;
        } else if seen && token.is_mark(',') && tokens.get(at + 1).is_some_and(|t| t.has(Class::Month) || is_year(&t.word)) {
            tokens.set_role(at + 1..at + 2, Role::Date);
            at += 2;
        } else {
            return;
        }
    }
}

fn date(tokens: &mut Tokens, month: usize) {
    let before = month.saturating_sub(1);
    if is_integer(tokens, before) {
        tokens.set_role(before..month, Role::Date);
    }
    let mut at = month + 1;
    while is_integer(tokens, at) || tokens.is_mark(at, ',') && is_integer(tokens, at + 1) {
        tokens.set_role(at..at + 2, Role::Date);
        at += if tokens.is_mark(at, ',') { 2 } else { 1 };
    }
}

/// Numbers joined by commas, "and", "or", "to", "through", points, hyphens and bracketed labels.
fn chain(tokens: &mut Tokens, from: usize, role: Role) {
    let mut at = from;
    if tokens.is_mark(at, '.') || tokens.is(at, "no") {
        at += 1;
    }
    if tokens.is_mark(at, '.') || tokens.is(at, "nos") {
        at += 1;
    }
    let lettered = tokens.get(at).is_some_and(|t| t.is_word() && t.word.len() == 1) && tokens.is_mark(at + 1, ':');
    if lettered {
        at += 2;
    }
    if !is_bare(tokens, at) && !tokens.is_mark(at, '(') {
        return;
    }
    loop {
        if is_bare(tokens, at) {
            if precedes_comparator(tokens, at + 1) {
                return;
            }
            tokens.set_role(at..at + 1, role);
            at += 1;
        } else if let Some(close) =
            tokens.closing(at).filter(|close| close - at == 2 && tokens.get(at + 1).is_some_and(|t| t.word.len() <= 4))
        {
            tokens.set_role(at..close, role);
            at = close + 1;
        } else {
            let joint = |t: usize| {
                tokens.get(t).is_some_and(|t| {
                    t.is_one_of(&[',', '-', '.', '—', '/']) || ["and", "or", "to", "through", "part", "parts"].contains(&t.word.as_str())
                })
            };
            let step = (1..=2).find(|n| {
                (0..*n).all(|k| joint(at + k)) && (is_bare(tokens, at + n) || tokens.closing(at + n).is_some_and(|c| c - at - n == 2))
            });
            match step {
                Some(n) => at += n,
                None => return,
            }
        }
    }
}

/// "304 and 316 stainless steel": the numbers before a word that makes them names.
fn name_before(tokens: &mut Tokens, word: usize) {
    let mut at = word;
    while at > 0 {
        at -= 1;
        let Some(token) = tokens.get(at) else { return };
        if is_bare(tokens, at) {
            tokens.set_role(at..at + 1, Role::Name);
        } else if !(token.is("and") || token.is("or") || token.is_mark(',') || token.has(Class::NameAfter))
            || !is_bare(tokens, at.wrapping_sub(1))
        {
            return;
        }
    }
}

fn lone_number(tokens: &mut Tokens, at: usize) {
    let Some(token) = tokens.get(at) else { return };
    let integer = token.word.bytes().all(|b| b.is_ascii_digit()) && token.word.len() <= 2;
    let after_break = at == 0 || tokens.get(at - 1).is_some_and(|t| t.is_one_of(&['.', ':', ';', '—']) || t.is("and") || t.is("or"));
    let next_is_word = |t: usize| tokens.get(t).is_some_and(|t| t.is_word() || t.is_mark('(') || matches!(t.kind, Kind::Code(_)));
    let enumerated = integer && after_break && tokens.is_mark(at + 1, '.') && (next_is_word(at + 2) || at + 2 >= tokens.len());
    let bracketed = integer && at > 0 && tokens.is_mark(at - 1, '(') && tokens.is_mark(at + 1, ')');
    let glued = |k: usize| k > 0 && tokens.get(k - 1).zip(tokens.get(k)).is_some_and(|(a, b)| a.span.end == b.span.start);
    let in_formula = glued(at)
        && tokens.is_mark(at.wrapping_sub(1), '/')
        && glued(at - 1)
        && tokens.get(at.wrapping_sub(2)).is_some_and(|t| t.is_word() && t.numeric);
    let opens_name = at == 0
        && integer
        && tokens.get(1).is_some_and(|t| t.is_word() && !t.numeric && t.classes == Classes::default() && t.word.len() >= 10);
    let title = tokens.get(at + 1).is_some_and(|t| t.is("cfr") || t.is("u.s.c."));
    let lettered =
        tokens.is_mark(at.wrapping_sub(1), ':') && tokens.get(at.wrapping_sub(2)).is_some_and(|t| t.is_word() && t.word.len() == 1);
    let role = if in_formula || opens_name {
        Role::Name
    } else if enumerated || bracketed {
        Role::NoteNumber
    } else if title || lettered {
        Role::Reference
    } else if tokens.get(at + 1).is_some_and(|t| t.is("sigma") || t.is("σ")) {
        Role::Count
    } else if is_year(&token.word)
        && at > 0
        && tokens.get(at - 1).is_some_and(|t| {
            ["in", "since", "before", "after", "post", "until", "to"].contains(&t.word.as_str())
                || t.is_mark('(')
                || t.is_mark(':')
                || t.is_mark(',') && tokens.is_mark(at + 1, ')')
        })
    {
        Role::Date
    } else {
        return;
    };
    tokens.set_role(at..at + 1, role);
}

/// The ranges of tokens that only give examples: from "e.g." or "such as" to the end of its bracket or clause.
pub(super) fn examples(tokens: &Tokens, ctx: &Context) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let example = tokens.get(at).is_some_and(|t| ["e.g.", "e.g", "eg"].contains(&t.word.as_str()))
            || tokens.is(at, "such") && tokens.is(at + 1, "as")
            || tokens.is(at, "for") && (tokens.is(at + 1, "example") || tokens.is(at + 1, "instance"));
        if !example {
            at += 1;
            continue;
        }
        let bracket = (0..at).rev().take(30).find(|open| tokens.closing(*open).is_some_and(|close| close > at));
        let end = bracket.and_then(|open| tokens.closing(open)).unwrap_or_else(|| {
            (at..tokens.len())
                .find(|t| tokens.get(*t).is_some_and(|t| t.is_one_of(&[';', '.', ':'])) || starts_clause(tokens, *t, ctx))
                .unwrap_or(tokens.len())
        });
        out.push(at..end);
        at = end.max(at + 1);
    }
    out
}

/// Whether a comma opens a clause that speaks of the subject again ("…, having", "…, with").
fn starts_clause(tokens: &Tokens, at: usize, _ctx: &Context) -> bool {
    tokens.is_mark(at, ',')
        && tokens.get(at + 1).is_some_and(|t| {
            ["having", "with", "capable", "which", "designed", "specially", "and", "for", "usable", "used"].contains(&t.word.as_str())
                && t.kind == Kind::Word
        })
}
