//! How a paragraph joins its children and its neighbour.

use concord_lexicon::Join;
use concord_model::Connective;

use super::token::Tokens;
use super::{Context, Trailing};

/// How the lead-in joins the children: the last phrase of the text that says so.
pub(super) fn children(tokens: &Tokens, ctx: &Context) -> Option<Connective> {
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        match ctx.lexicon.connectives().longest(|i| tokens.word(at + i)) {
            Some((count, join)) if count > 1 => {
                found = Some(*join);
                at += count;
            }
            _ => at += 1,
        }
    }
    found.map(|join| match join {
        Join::Any => Connective::Any,
        Join::All => Connective::All,
        Join::AtLeast(count) => Connective::AtLeast(count),
    })
}

/// The "and" or "or" at the end of a text.
pub(super) fn trailing(tokens: &Tokens) -> Option<Trailing> {
    let last = (0..tokens.len()).rev().find(|at| tokens.get(*at).is_some_and(|t| !t.is_one_of(&[';', '.', ':', ','])))?;
    match tokens.word(last)? {
        "and" => Some(Trailing::And),
        "or" => Some(Trailing::Or),
        _ => None,
    }
}

/// Whether the text says that its place holds nothing.
pub(super) fn is_reserved(text: &str, ctx: &Context) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    ctx.lexicon.is_reserved(&bare)
}
