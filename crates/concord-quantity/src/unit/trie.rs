//! Spellings by their tokens.

use std::collections::HashMap;

use super::token::Token;

/// What kind of spelling it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A symbol: letter case matters, prefixes are letters.
    Symbol,
    /// A name: letter case does not matter, prefixes are words.
    Name,
    /// A form taken as it is: letter case does not matter, no prefix.
    Spelling,
}

/// The end of a spelling.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) atom: usize,
    pub(super) form: Form,
    /// The tokens it takes.
    pub(super) length: usize,
}

#[derive(Debug, Default)]
struct Node {
    exact: HashMap<Box<str>, usize>,
    folded: HashMap<Box<str>, usize>,
    end: Option<(usize, Form)>,
}

/// A tree of spellings.
#[derive(Debug)]
pub(super) struct Trie(Vec<Node>);

impl Default for Trie {
    fn default() -> Self {
        Self(vec![Node::default()])
    }
}

impl Trie {
    /// Adds a spelling; the first unit that claims one keeps it.
    pub(super) fn insert<'a>(&mut self, path: impl Iterator<Item = &'a str>, form: Form, atom: usize) {
        let mut at = 0;
        for token in path {
            let next = self.0.len();
            let node = &mut self.0[at];
            let edge = if form == Form::Symbol { node.exact.entry(token.into()) } else { node.folded.entry(token.to_lowercase().into()) };
            at = *edge.or_insert(next);
            if at == next {
                self.0.push(Node::default());
            }
        }
        self.0[at].end.get_or_insert((atom, form));
    }

    /// The longest spelling that starts with `first` and goes on with the tokens.
    pub(super) fn longest(&self, first: &str, rest: &[Token<'_>]) -> Option<End> {
        self.step(0, first, rest, 1)
    }

    fn step(&self, at: usize, token: &str, rest: &[Token<'_>], length: usize) -> Option<End> {
        let node = self.0.get(at)?;
        let exact = node.exact.get(token).and_then(|next| self.beyond(*next, rest, length));
        if node.folded.is_empty() {
            return exact;
        }
        let folded =
            if token.chars().any(char::is_uppercase) { node.folded.get(token.to_lowercase().as_str()) } else { node.folded.get(token) };
        let folded = folded.and_then(|next| self.beyond(*next, rest, length));
        match (exact, folded) {
            (Some(e), Some(f)) => Some(if f.length > e.length { f } else { e }),
            (e, f) => e.or(f),
        }
    }

    fn beyond(&self, at: usize, rest: &[Token<'_>], length: usize) -> Option<End> {
        let further = rest.split_first().and_then(|(next, rest)| self.step(at, &next.text, rest, length + 1));
        further.or_else(|| self.0.get(at)?.end.map(|(atom, form)| End { atom, form, length }))
    }
}
