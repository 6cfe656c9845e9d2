//! Tokens: words, numbers, codes and punctuation, with their place in the cleaned text.

use std::ops::Range;

use concord_lexicon::{Class, Classes};
use concord_quantity::{Number, Unit};

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A word, a name or an abbreviation.
    Word,
    /// A number, with the unit printed behind it.
    Number(Number, Option<Unit>),
    /// A list code in canonical form.
    Code(String),
    /// The tail of a code (`a.4`), to be completed from the code before it.
    PartialCode(String),
    /// A CAS registry number.
    Cas(String),
    /// A mark.
    Mark(char),
}

/// The role of a numeric token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A limit of a condition.
    Limit,
    /// A value of a measuring setting.
    Setting,
    /// A printed alternative of a limit.
    Alternative,
    /// A pointer into a legal text.
    Reference,
    /// A CAS registry number.
    Cas,
    /// Part of the name of a standard.
    Standard,
    /// A date.
    Date,
    /// The number of a note or of an item in it.
    NoteNumber,
    /// Part of a formula that is kept whole.
    Formula,
    /// Part of a name: a chemical formula, an alloy, an isotope, a model.
    Name,
    /// A count of things that the text itself lists or a structural count.
    Count,
    /// An amount of money.
    Money,
    /// Part of an example.
    Example,
    /// A footnote mark.
    Footnote,
}

/// One token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Its bytes in the cleaned text.
    pub(super) span: Range<usize>,
    /// Its text in lower case.
    pub(super) word: String,
    /// What the word can do.
    pub(super) classes: Classes,
    /// Whether it stands in quotes.
    pub(super) quoted: bool,
    /// Whether it holds digits that need a role.
    pub(super) numeric: bool,
    /// Whether the number is printed with a plus-minus sign.
    pub(super) plus_minus: bool,
    /// The role of a numeric token, once it is certain.
    pub(super) role: Option<Role>,
}

impl Token {
    /// Whether it is this mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        matches!(self.kind, Kind::Mark(c) if c == mark)
    }

    /// Whether it is one of these marks.
    pub(super) fn is_one_of(&self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(&c))
    }

    /// Whether it is a word.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    /// Whether it is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        self.is_word() && self.word == word
    }

    /// Whether it is a word of this class.
    pub(super) fn has(&self, class: Class) -> bool {
        self.is_word() && self.classes.has(class)
    }

    /// Its number and unit.
    pub(super) fn number(&self) -> Option<(&Number, Option<&Unit>)> {
        match &self.kind {
            Kind::Number(number, unit) => Some((number, unit.as_ref())),
            _ => None,
        }
    }
}

/// The tokens of one text.
pub(super) struct Tokens {
    /// The tokens, in order.
    pub(super) list: Vec<Token>,
    /// Ranges of tokens that the text quotes as terms.
    pub(super) terms: Vec<Range<usize>>,
}

impl Tokens {
    /// The token at a place.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    /// The lower-case word at a place, marks as themselves; `None` behind the end and for numbers.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        let token = self.list.get(at)?;
        match token.kind {
            Kind::Number(..) => None,
            _ => Some(&token.word),
        }
    }

    /// Whether the token at a place is this word.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.list.get(at).is_some_and(|t| t.is(word))
    }

    /// Whether the token at a place is this mark.
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.list.get(at).is_some_and(|t| t.is_mark(mark))
    }

    /// The number of tokens.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Gives a role to the numeric tokens of a range that have none yet.
    pub(super) fn set_role(&mut self, range: Range<usize>, role: Role) {
        for token in self.list.get_mut(range).unwrap_or_default() {
            if token.numeric && token.role.is_none() {
                token.role = Some(role);
            }
        }
    }

    /// The closing bracket that matches the opening one at a place.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        let (o, c) = match self.list.get(open)?.kind {
            Kind::Mark('(') => ('(', ')'),
            Kind::Mark('[') => ('[', ']'),
            _ => return None,
        };
        let mut depth = 0usize;
        for (at, token) in self.list.iter().enumerate().skip(open) {
            if token.is_mark(o) {
                depth += 1;
            } else if token.is_mark(c) {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        None
    }

    /// The opening bracket that matches the closing one at a place.
    pub(super) fn opening(&self, close: usize) -> Option<usize> {
        (0..close).rev().find(|open| self.closing(*open) == Some(close))
    }
}
