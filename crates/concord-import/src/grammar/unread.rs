//! Numbers without a certain role, with their place.

use super::UnreadToken;
use super::clean::Clean;
use super::token::{Token, Tokens};

const CONTEXT: usize = 30;

/// The numeric tokens that have no role.
pub(super) fn list(tokens: &Tokens, clean: &Clean, source: &str) -> Vec<UnreadToken> {
    let mut out = Vec::new();
    for (at, token) in tokens.list.iter().enumerate() {
        if !token.numeric || token.role.is_some() {
            continue;
        }
        let offset = clean.source_offset(token.span.start);
        let end = clean.source_offset(token.span.end);
        out.push(UnreadToken {
            printed: source.get(offset..end).unwrap_or_default().to_owned(),
            offset,
            around: around(source, offset, end),
            reason: reason(tokens, at, token),
        });
    }
    out
}

fn around(source: &str, from: usize, to: usize) -> String {
    let start = (0..=from.saturating_sub(CONTEXT)).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0);
    let end = (to + CONTEXT..source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len());
    source.get(start..end).unwrap_or_default().to_owned()
}

fn reason(tokens: &Tokens, at: usize, token: &Token) -> &'static str {
    match token.number() {
        Some((_, Some(_))) => "a value without a comparator or a setting",
        Some((_, None)) if tokens.get(at + 1).is_some_and(Token::is_word) => "a number before a word that is no known unit",
        Some((_, None)) => "a number without a unit",
        None => "a name with digits",
    }
}
