//! Measuring settings: where they open, and which condition they belong to.

use concord_lexicon::Class;

use super::Context;
use super::found::{Found, Standing};
use super::operators::constraint;
use super::token::Tokens;

/// The words that open a setting before a place.
pub(super) struct Opener {
    /// Whether there are any.
    pub(super) opens: bool,
    /// Whether "any" stands among the articles.
    pub(super) any_word: bool,
    /// Where they start.
    pub(super) start: usize,
}

/// The words that open a setting before a place.
pub(super) fn opener(tokens: &Tokens, at: usize, floor: usize) -> Opener {
    let mut start = at;
    let mut any_word = false;
    while start > floor && tokens.get(start - 1).is_some_and(|t| t.has(Class::Article) || t.is("of")) {
        any_word |= tokens.is(start - 1, "any");
        start -= 1;
    }
    let articles = start;
    while start > floor && tokens.get(start - 1).is_some_and(|t| t.has(Class::Setting)) && !joins_noun(tokens, start - 1) {
        start -= 1;
    }
    Opener { opens: start < articles, any_word, start }
}

/// Whether "over" is the first part of a noun rather than a preposition ("a peak over pressure of").
pub(super) fn joins_noun(tokens: &Tokens, at: usize) -> bool {
    let plain = |k: usize| tokens.get(k).is_some_and(|t| t.is_word() && !t.has(Class::Boundary) && !t.has(Class::Article));
    let phrase = at >= 2 && plain(at - 1) && tokens.get(at - 2).is_some_and(|t| t.has(Class::Article));
    tokens.is(at, "over") && tokens.is(at + 1, "pressure") && phrase
}

/// Gives every setting to the condition before it in its clause; a value without a comparator may also belong to the one behind it.
/// A setting with a comparator that belongs to none is a condition of its own.
pub(super) fn attach(tokens: &Tokens, ctx: &Context, found: &mut [Found]) {
    for at in 0..found.len() {
        let Some((owner, texts)) = found.get(at).filter(|f| f.is_setting()).map(|f| (owner(tokens, found, at), printed(f, ctx))) else {
            continue;
        };
        if let Some(owner) = owner.and_then(|o| found.get_mut(o)) {
            owner.settings.extend(texts);
        }
        if let Some(f) = found.get_mut(at) {
            f.standing = match owner {
                Some(_) => Standing::AttachedSetting,
                None if f.is_bare() => Standing::Setting,
                None => Standing::Condition,
            };
        }
    }
}

fn owner(tokens: &Tokens, found: &[Found], at: usize) -> Option<usize> {
    let setting = found.get(at)?;
    let owns = |i: &usize| {
        found.get(*i).is_some_and(|other| {
            let between =
                if *i < at { other.range.end..setting.range.start } else { setting.range.end..other.range.start.max(setting.range.end) };
            let clause = tokens.list.get(between).is_some_and(|l| !l.iter().any(|t| t.is_one_of(&[';', '.']) || t.has(Class::OpensClause)));
            !other.is_setting() && !other.is_bare() && clause
        })
    };
    let behind = setting.is_bare().then_some(at + 1..found.len());
    (0..at).rev().find(owns).or_else(|| behind.into_iter().flatten().find(owns))
}

/// A setting in normal form (`any frequency >2.7 GHz <=2.9 GHz`), and what is printed behind its values (`±0.5 K`).
fn printed(setting: &Found, ctx: &Context) -> Vec<String> {
    let name = setting.parameter.names.first().map_or("", String::as_str);
    let values = setting.group().map(|g| constraint(g, name, ctx).to_string()).unwrap_or_default();
    let any = if setting.any_word && !name.is_empty() { "any" } else { "" };
    let whole = [any, name, &values].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    std::iter::once(whole).chain(setting.group().into_iter().flat_map(|g| g.tails.iter().cloned())).collect()
}
