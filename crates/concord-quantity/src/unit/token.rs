//! Cutting the text of a unit into tokens.

use std::borrow::Cow;

/// A unit of more tokens than this is not read.
pub(super) const MAX_TOKENS: usize = 32;
/// In running text a unit ends within this many tokens.
pub(super) const RUNNING_TOKENS: usize = 14;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters and the marks that stand for units (`°C`, `µm`, `%`).
    Word,
    /// ASCII digits.
    Digits,
    /// Superscript digits: the power.
    Superscript(i16),
    /// A single other character.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// Its text with look-alike characters made one (`µ`, `Ω`, `·`, `-`).
    pub(super) text: Cow<'a, str>,
    pub(super) end: usize,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// The tokens of a text, at most one more than `limit`; cut at the first character that no unit contains.
pub(super) fn tokens(text: &str, limit: usize) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(limit.min(RUNNING_TOKENS) + 1);
    let mut at = 0;
    let mut glued = false;
    while out.len() <= limit {
        let rest = text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        if matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' | '\n') {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let Some((kind, length)) = token(c, rest) else { break };
        let printed = rest.get(..length).unwrap_or_default();
        at += length;
        out.push(Token { kind, text: plain(printed), end: at, glued });
        glued = true;
    }
    out
}

fn token(c: char, rest: &str) -> Option<(Kind, usize)> {
    let run = |wanted: fn(char) -> bool| rest.find(|c: char| !wanted(c)).unwrap_or(rest.len());
    Some(match c {
        '0'..='9' => (Kind::Digits, run(|c| c.is_ascii_digit())),
        '°' | 'º' | '˚' => {
            // The mark and the letter of a temperature scale are one word, also with a space between.
            let letter = rest.get(c.len_utf8()..).and_then(|r| r.chars().next()).filter(char::is_ascii_uppercase);
            (Kind::Word, c.len_utf8() + letter.map_or(0, char::len_utf8))
        }
        '%' | '‰' | '′' | '″' => (Kind::Word, c.len_utf8()),
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' => {
            let length = run(|c| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻'));
            (Kind::Superscript(superscript(rest.get(..length)?)?), length)
        }
        c if is_letter(c) => (Kind::Word, run(is_letter)),
        '/' | '⁄' | '∕' => (Kind::Mark('/'), c.len_utf8()),
        '·' | '•' | '⋅' | '∙' => (Kind::Mark('·'), c.len_utf8()),
        '*' | '×' => (Kind::Mark('×'), c.len_utf8()),
        '-' | '\u{2011}' | '\u{2212}' | '\u{2010}' => (Kind::Mark('-'), c.len_utf8()),
        '^' | '{' | '}' | '(' | ')' | '.' | '√' | '\'' => (Kind::Mark(c), c.len_utf8()),
        _ => return None,
    })
}

fn is_letter(c: char) -> bool {
    (c.is_alphabetic() && !matches!(c, '⁰'..='⁹')) || matches!(c, '_' | '℃' | '℉')
}

fn superscript(text: &str) -> Option<i16> {
    let (negative, digits) = match text.strip_prefix('⁻') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut value = 0i16;
    for c in digits.chars() {
        let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c)?;
        value = value.checked_mul(10)?.checked_add(i16::try_from(digit).ok()?)?;
    }
    (!digits.is_empty()).then_some(if negative { -value } else { value })
}

/// The text with look-alike characters made one.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    const TWINS: [(char, char); 12] = [
        ('\u{3bc}', 'µ'),
        ('\u{2126}', 'Ω'),
        ('\u{212b}', 'Å'),
        ('\u{212a}', 'K'),
        ('º', '°'),
        ('˚', '°'),
        ('•', '·'),
        ('⋅', '·'),
        ('\u{2011}', '-'),
        ('\u{2010}', '-'),
        ('\u{2212}', '-'),
        ('\u{a0}', ' '),
    ];
    let twin = |c: char| TWINS.iter().find(|(from, _)| *from == c).map(|(_, to)| *to);
    if text.is_ascii() || !text.chars().any(|c| twin(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| twin(c).unwrap_or(c)).collect())
}
