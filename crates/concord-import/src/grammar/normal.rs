//! The normal form: what is left of a text once spelling, formatting and ways of comparing are out of it.

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::Quantity;

use super::Context;
use super::conditions::Conditions;
use super::references::Resolver;
use super::token::{Kind, Role, Tokens};

/// One word of the normal form and the tokens it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NormalWord {
    /// Its text.
    pub(super) text: String,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Whether it belongs to a condition.
    pub(super) condition: bool,
}

/// The normal form of a text.
pub(super) fn words(tokens: &Tokens, ctx: &Context, conditions: &Conditions) -> Vec<NormalWord> {
    let mut out: Vec<NormalWord> = Vec::new();
    let mut resolver = Resolver::new(ctx);
    let mut taken = vec![false; tokens.len()];
    for range in &conditions.taken {
        for flag in taken.get_mut(range.clone()).unwrap_or_default() {
            *flag = true;
        }
    }
    let end = content_end(tokens);
    let mut at = 0;
    while at < end {
        let condition = taken.get(at).copied().unwrap_or_default();
        if let Some((range, text)) = conditions.values.iter().find(|(range, _)| range.start == at) {
            out.push(NormalWord { text: text.clone(), tokens: range.clone(), condition });
            at = range.end.max(at + 1);
            continue;
        }
        let opens = at == 0 || tokens.get(at - 1).is_some_and(|t| t.is_one_of(&['.', ';', ':']));
        if opens && is_own_code(tokens, ctx, at) {
            at = skip_codes(tokens, at);
            continue;
        }
        let word = |i: usize| if at + i < end { tokens.word(at + i) } else { None };
        if let Some((count, ())) = ctx.lexicon.layout().longest(word) {
            let purpose = tokens.is(at, "for");
            at += count;
            if purpose {
                at = skip_codes(tokens, at);
            }
            continue;
        }
        if let Some((count, _)) = ctx.lexicon.connectives().longest(word).filter(|(count, _)| *count > 1) {
            at += count;
            if tokens.get(at).is_some_and(|t| t.has(Class::Headline))
                && (at + 1 >= end || tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Mark(_))))
            {
                at += 1;
            }
            continue;
        }
        if tokens.get(at).is_some_and(|t| t.has(Class::CrossReference))
            && tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Code(_) | Kind::PartialCode(_)))
        {
            at += 1;
            continue;
        }
        if let Some((count, normal)) = ctx.lexicon.synonyms().longest(word) {
            out.extend(normal.iter().map(|text| NormalWord { text: text.clone(), tokens: at..at + count, condition }));
            at += count;
            continue;
        }
        if let Some(text) = one(tokens, ctx, &mut resolver, at) {
            out.push(NormalWord { text, tokens: at..at + 1, condition });
        }
        at += 1;
    }
    out
}

/// Where the content ends: before final marks and a final "and" or "or".
pub(super) fn content_end(tokens: &Tokens) -> usize {
    let mut end = tokens.len();
    while end > 0
        && tokens.get(end - 1).is_some_and(|t| t.is_one_of(&[';', ':', '.', ',', '—']) || ((t.is("and") || t.is("or")) && end > 1))
    {
        end -= 1;
    }
    end
}

/// Whether a sentence begins with the entry's own code ("1X001.a does not control …"), which says nothing but where it stands.
fn is_own_code(tokens: &Tokens, ctx: &Context, at: usize) -> bool {
    match tokens.get(at).map(|t| &t.kind) {
        Some(Kind::Code(code)) => {
            ctx.entry_code.is_some_and(|own| code.len() >= own.len() && code.get(..own.len()).is_some_and(|c| c.eq_ignore_ascii_case(own)))
        }
        _ => false,
    }
}

/// Skips the codes and joints behind "for the purposes of".
fn skip_codes(tokens: &Tokens, from: usize) -> usize {
    let mut at = from;
    while tokens.get(at).is_some_and(|t| {
        matches!(t.kind, Kind::Code(_) | Kind::PartialCode(_))
            || t.is_one_of(&[',', '.', ':'])
            || t.is("and")
            || t.is("or")
            || t.is("note")
            || (t.number().is_some() && t.role.is_some())
    }) {
        at += 1;
    }
    at
}

fn one(tokens: &Tokens, ctx: &Context, resolver: &mut Resolver, at: usize) -> Option<String> {
    let token = tokens.get(at)?;
    match &token.kind {
        Kind::Code(_) | Kind::PartialCode(_) => resolver.resolve(tokens, at).map(|code| format!("ref:{}", code.to_lowercase())),
        Kind::Cas(number) => Some(format!("cas:{number}")),
        Kind::Number(..) if token.role == Some(Role::Standard) => {
            Some(token.word.split(|c: char| !c.is_ascii_digit()).collect::<Vec<_>>().join(" "))
        }
        Kind::Number(number, Some(unit)) => {
            let quantity = Quantity::new(number.clone(), unit.clone());
            Some(format!("{} {}", quantity.base(), unit.dimension()))
        }
        Kind::Number(number, None) => Some(number.to_string()),
        Kind::Mark(mark @ ('×' | '=' | '<' | '>' | '≤' | '≥' | '√' | '+' | '*' | '%' | '°')) => Some(mark.to_string()),
        Kind::Mark(_) => None,
        Kind::Word if token.has(Class::Stop) => None,
        Kind::Word => {
            let word = token.word.strip_suffix("'s").unwrap_or(&token.word);
            let normal = match ctx.lexicon.number_word(word) {
                Some(value) => value.to_string(),
                None => ctx.lexicon.normal_word(word),
            };
            Some(if token.numeric { normal } else { unhyphened(&normal, ctx) })
        }
    }
}

/// A word in normal form, set apart or joined where it is hyphened.
pub(super) fn word(printed: &str, ctx: &Context) -> String {
    let normal = ctx.lexicon.normal_word(printed.strip_suffix("'s").unwrap_or(printed));
    if normal.bytes().any(|b| b.is_ascii_digit()) { normal } else { unhyphened(&normal, ctx) }
}

/// A hyphened word as lists spell it in three ways: a prefix is joined to its word (`non-nuclear`, `nonnuclear`), whole words
/// are set apart (`full-scale`, `full scale`).
fn unhyphened(word: &str, ctx: &Context) -> String {
    if !word.contains('-') {
        return word.to_owned();
    }
    let mut out = String::new();
    for part in word.split('-').filter(|p| !p.is_empty()) {
        let joined = out.rsplit(' ').next().is_some_and(|last| ctx.lexicon.is_prefix(last));
        if !out.is_empty() && !joined {
            out.push(' ');
        }
        match ctx.lexicon.number_word(part) {
            Some(value) => out.push_str(&value.to_string()),
            None => out.push_str(&ctx.lexicon.normal_word(part)),
        }
    }
    out
}
