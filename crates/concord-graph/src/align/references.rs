//! Codes that a text names, taken as the controls they stand for: a reference to a matched control is the same reference on both sides.

use super::assign::Edge;
use super::paragraphs::Paragraphs;

/// The tokens of each paragraph's references, sorted, on both sides. Entries that are matched have one token, all others one each.
pub(crate) fn tokens(l: &Paragraphs<'_>, r: &Paragraphs<'_>, entries: &[Edge]) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    let mut next = 0;
    let mut number = || {
        next += 1;
        next - 1
    };
    let mut left = vec![None; l.side.nodes.len()];
    let mut right = vec![None; r.side.nodes.len()];
    for (a, b, _) in entries {
        let token = number();
        (left[*a], right[*b]) = (Some(token), Some(token));
    }
    let mut of = |side: &Paragraphs<'_>, tokens: &mut [Option<u32>]| -> Vec<Vec<u32>> {
        let mut token = |entry: &usize| *tokens[*entry].get_or_insert_with(&mut number);
        side.references.iter().map(|named| sorted(named.iter().map(&mut token).collect())).collect()
    };
    (of(l, &mut left), of(r, &mut right))
}

fn sorted(mut tokens: Vec<u32>) -> Vec<u32> {
    tokens.sort_unstable();
    tokens
}
