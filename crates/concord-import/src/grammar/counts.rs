//! Values that count things: "16 or more processors", "34 or more, but fewer than 100, 'working' 'qubits'".

use std::ops::Range;

use concord_lexicon::Class;
use concord_quantity::Domain;

use super::Context;
use super::limits::Group;
use super::token::{Token, Tokens};

const LONGEST: usize = 8;

/// What a value counts.
pub(super) struct Counted {
    /// The tokens that name it.
    pub(super) range: Range<usize>,
    /// The parameter in normal form ("number of processor").
    pub(super) name: String,
    /// The noun as printed, which stands for the unit.
    pub(super) noun: String,
}

/// The singular of a known unit that counts things ("elements"), where the value has one.
pub(super) fn unit(group: &Group, ctx: &Context) -> Option<String> {
    let unit = &group.limits.first()?.quantity.unit;
    let word = unit.symbol().len() >= 4
        && !unit.symbol().ends_with("bit")
        && !unit.symbol().ends_with("byte")
        && unit.symbol().bytes().all(|b| b.is_ascii_lowercase() || b == b' ');
    (unit.domain() == Domain::Integer && unit.is_known() && word).then(|| ctx.lexicon.normal_word(unit.symbol()))
}

/// What stands behind a value without a unit and is counted by it: words up to a plural noun.
pub(super) fn behind(tokens: &Tokens, ctx: &Context, group: &Group) -> Option<Counted> {
    if group.limits.iter().any(|l| !l.quantity.unit.symbol().is_empty()) {
        return None;
    }
    let start = group.range.end;
    let quoted = |k: usize| tokens.get(k).is_some_and(|t| t.quoted && t.is_word());
    let end = if tokens.is_mark(start, ',') && quoted(start + 1) {
        let joint = |k: usize| (tokens.is_mark(k, ',') || tokens.is(k, "and")) && quoted(k + 1);
        (start + 1..tokens.len()).take_while(|k| quoted(*k) || joint(*k)).last()? + 1
    } else {
        plural_noun(tokens, ctx, start)? + 1
    };
    let words: Vec<&Token> = (start..end).filter_map(|k| tokens.get(k)).filter(|t| t.is_word() && !t.is("and")).collect();
    let noun = words.last()?.word.clone();
    let normal: Vec<String> = words.iter().map(|t| ctx.lexicon.normal_word(&t.word)).collect();
    Some(Counted { range: start..end, name: format!("number of {}", normal.join(" ")), noun })
}

/// "16-bit" as an adjective.
fn is_width(tokens: &Tokens, at: usize) -> bool {
    let hyphened = tokens.get(at).is_some_and(|t| t.number().is_some_and(|(_, unit)| unit.is_some()) && t.word.contains('-'));
    hyphened && tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.has(Class::Boundary))
}

/// The first plural noun behind a place, with nothing but adjectives, commas and "and" before it.
fn plural_noun(tokens: &Tokens, ctx: &Context, start: usize) -> Option<usize> {
    let first = tokens
        .get(start + usize::from(is_width(tokens, start)))
        .filter(|t| t.is_word() && !t.has(Class::Boundary) && !t.has(Class::Article) && !t.has(Class::Stop))?;
    let opens =
        |t: &Token| t.has(Class::Article) || t.has(Class::Setting) || t.has(Class::OpensClause) || t.has(Class::Stop) || t.is("with");
    (start..start + LONGEST)
        .take_while(|k| tokens.get(*k).is_some_and(|t| (t.is_word() && !opens(t) || t.is_mark(',')) && !t.numeric || is_width(tokens, *k)))
        .find(|k| tokens.get(*k).is_some_and(|t| t.is_word() && !t.has(Class::Boundary) && ctx.lexicon.normal_word(&t.word) != t.word))
        .filter(|_| !first.numeric)
}
