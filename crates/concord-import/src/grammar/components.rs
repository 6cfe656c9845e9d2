//! The separate branch that "…, and specially designed components therefor" opens.

use concord_lexicon::Class;
use concord_model::{Components, Digest};

use super::Context;
use super::normal::NormalWord;
use super::phrases;
use super::token::Tokens;

/// Splits off the components branch: the paragraph's own words, and the branch if there is one.
pub(super) fn split<'w>(tokens: &Tokens, clean: &str, ctx: &Context, words: &'w [NormalWord]) -> (&'w [NormalWord], Option<Components>) {
    let Some((start, end)) = branch(tokens) else { return (words, None) };
    let from = words.partition_point(|w| w.tokens.start < start);
    let to = words.partition_point(|w| w.tokens.start < end);
    let (Some(own), Some(parts)) = (words.get(..from), words.get(from..to)) else { return (words, None) };
    let text: Vec<&str> = parts.iter().map(|w| w.text.as_str()).collect();
    let components = Components { qualifiers: phrases::read(tokens, clean, ctx, parts), wording: Digest::of(&text.join(" ")) };
    (own, Some(components))
}

/// The tokens of the branch, behind its "and".
fn branch(tokens: &Tokens) -> Option<(usize, usize)> {
    let end = (0..tokens.len()).find(|at| tokens.is(*at, "therefor") || tokens.is(*at, "therefore"))?;
    let mut part = false;
    let mut start = None;
    for at in (0..end).rev() {
        let token = tokens.get(at)?;
        if token.is_one_of(&[';', ':', '.']) {
            break;
        }
        part |= token.has(Class::Part);
        let joint = token.is("and") || token.is("or") || token.is_mark(',');
        let behind_is_part = tokens
            .get(at + 1)
            .is_some_and(|t| t.has(Class::Part) || t.is("specially") || t.is("designed") || t.is("related") || t.is("other"));
        if joint && part && behind_is_part {
            start = Some(at + 1);
        } else if joint
            || token.is_word()
                && (token.has(Class::Part)
                    || ["specially", "designed", "or", "modified", "and", "related", "other", "major"].contains(&token.word.as_str()))
        {
        } else {
            break;
        }
    }
    start.filter(|s| *s > 1).map(|s| (s, end))
}
