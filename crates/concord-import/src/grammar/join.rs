//! How the conditions of one paragraph join.

use concord_lexicon::Class;
use concord_model::Expr;

use super::Context;
use super::found::Found;
use super::token::{Token, Tokens};

/// Joins the conditions: all of them must hold, but "or" between two makes alternatives of what stands before and behind it.
pub(super) fn join(tokens: &Tokens, ctx: &Context, found: &[Found]) -> Expr {
    let listed = |word: &str| (0..tokens.len()).any(|k| tokens.is_mark(k, ';') && tokens.is(k + 1, word) && k + 2 < tokens.len());
    let list_of_alternatives = listed("or") && !listed("and");
    let mut branches: Vec<Vec<Expr>> = vec![Vec::new()];
    let mut last_end = None;
    for f in found {
        let Some(expr) = f.expression(ctx) else { continue };
        let alternative = last_end.is_some_and(|end: usize| joined_by_or(tokens, end, f.range.start, list_of_alternatives));
        last_end = Some(f.range.end);
        match branches.last_mut() {
            Some(branch) if !alternative => branch.push(expr),
            _ => branches.push(vec![expr]),
        }
    }
    let mut parts: Vec<Expr> = branches.into_iter().map(|mut b| if b.len() == 1 { b.remove(0) } else { Expr::All(b) }).collect();
    if parts.len() == 1 { parts.remove(0) } else { Expr::Any(parts) }
}

/// Whether "or" joins two conditions: they are items of a list of alternatives ("…; …; or …"), it is the first word between them, or nothing but articles and prepositions stands behind it.
fn joined_by_or(tokens: &Tokens, from: usize, to: usize, list_of_alternatives: bool) -> bool {
    let between = tokens.list.get(from..to).unwrap_or_default();
    let item = between.iter().any(|t| t.is_mark(';')) && list_of_alternatives;
    if item || between.windows(2).any(|w| matches!(w, [a, b] if a.is_mark(';') && b.is("or"))) {
        return true;
    }
    if between.iter().find(|t| t.is_word()).is_some_and(|t| t.is("or")) {
        return true;
    }
    let small = |t: &Token| {
        !t.is("and") && !t.is_word() || t.has(Class::Article) || t.has(Class::Setting) || t.is("with") || t.is("having") || t.is("to")
    };
    between.iter().rposition(|t| t.is("or")).is_some_and(|or| between.iter().skip(or + 1).all(small))
}
