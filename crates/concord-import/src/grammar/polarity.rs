//! Values that the text denies or takes out.

use concord_lexicon::{Class, Direction};

use super::Context;
use super::limits::Group;
use super::token::{Token, Tokens};

/// Whether a condition whose text starts at a place is denied: "no dimension greater than", "not capable of a mass exceeding".
pub(super) fn is_negated(tokens: &Tokens, start: usize, floor: usize) -> bool {
    let denied = start.checked_sub(1).filter(|k| *k >= floor).is_some_and(|k| tokens.is(k, "no"));
    let clause = (floor..start).rev().take_while(|k| tokens.get(*k).is_some_and(|t| !t.is_one_of(&[',', ';', ':', '.'])));
    let incapable = |k: usize| {
        let not = k.checked_sub(1).is_some_and(|before| tokens.is(before, "not"));
        tokens.is(k, "incapable") || not && (tokens.is(k, "capable") || tokens.is(k, "able"))
    };
    denied || clause.into_iter().any(incapable)
}

/// Turns the limits of a denied condition round: no more than 5 where it says more than 5.
pub(super) fn negate(group: &mut Group) {
    for limit in &mut group.limits {
        limit.direction = limit.direction.map(|direction| match direction {
            Direction::Greater => Direction::AtMost,
            Direction::AtLeast => Direction::Less,
            Direction::Less => Direction::AtLeast,
            Direction::AtMost => Direction::Greater,
            other => other,
        });
    }
}

/// Whether the clause before a place takes out what it speaks of ("excluding engines with a thrust exceeding …").
///
/// "Other than" without a comma before it takes out the noun behind it only: "a layer other than silicon with a thickness of".
pub(super) fn is_taken_out(tokens: &Tokens, ctx: &Context, at: usize, floor: usize) -> bool {
    const OPENERS: [&str; 7] = ["other", "except", "excluding", "exclude", "excludes", "unless", "apart"];
    let clause = (floor..at).rev().take_while(|k| tokens.get(*k).is_some_and(|t| !t.is_one_of(&[',', ';', ':', '.'])));
    clause.into_iter().any(|k| {
        let opens = ctx.lexicon.excludes().longest(|i| tokens.word(k + i)).is_some() && OPENERS.iter().any(|w| tokens.is(k, w));
        opens && !(tokens.is(k, "other") && ends_before(tokens, k, at))
    })
}

/// Whether what "other than" takes out ends before a place.
fn ends_before(tokens: &Tokens, other: usize, at: usize) -> bool {
    let set_off = other.checked_sub(1).is_none_or(|k| tokens.get(k).is_some_and(|t| t.is_one_of(&[',', '('])));
    let named_again = tokens.get(other + 2).is_some_and(|t| ["those", "that", "these", "items", "commodities"].contains(&t.word.as_str()));
    let resumes = |t: &Token| t.is("with") || t.has(Class::OpensClause);
    !set_off && !named_again && (other + 2..at).any(|k| tokens.get(k).is_some_and(resumes))
}
