//! The short label of what a text speaks of: its head noun phrase; where that is a generic word, with what it serves.

use concord_lexicon::Class;

use super::Context;
use super::normal::NormalWord;
use super::token::{Kind, Tokens};

const WORDS: usize = 8;
const PURPOSE_WORDS: usize = 6;
const CODES: usize = 2;

/// The label of a text; empty where it names nothing.
pub(super) fn subject(tokens: &Tokens, ctx: &Context, words: &[NormalWord]) -> String {
    let labeller = Labeller { tokens, ctx, words };
    let start = labeller.first_noun();
    let (mut label, end) = labeller.head(start);
    while label.last().is_some_and(|w| w == "and" || w == "or" || w == "having") {
        label.pop();
    }
    if !label.is_empty() && label.iter().all(|w| ctx.lexicon.classes(w).has(Class::Generic)) {
        label.extend(labeller.purpose(end));
    }
    label.join(" ")
}

struct Labeller<'a> {
    tokens: &'a Tokens,
    ctx: &'a Context<'a>,
    words: &'a [NormalWord],
}

impl Labeller<'_> {
    /// The first word of the normal form that may open the label: behind brackets and behind "specially designed" before a noun.
    fn first_noun(&self) -> usize {
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            let token = word.tokens.start;
            let opening = self.words.iter().take(at).all(|w| w.tokens.end <= token) && self.depth(token) > 0;
            let designed = self
                .tokens
                .get(token)
                .is_some_and(|t| ["specially", "designed", "modified", "prepared", "or", "controlled"].contains(&t.word.as_str()));
            if !(opening || designed) {
                break;
            }
            at += 1;
        }
        let skipped = at.checked_sub(1).and_then(|k| self.words.get(k)).map_or(0, |w| w.tokens.end);
        let to_verb = self.words.get(at).is_some_and(|w| {
            (skipped..w.tokens.start).any(|k| self.tokens.get(k).is_some_and(|t| t.has(Class::Restricts) || t.has(Class::Boundary)))
        });
        let noun = !to_verb
            && self
                .words
                .get(at)
                .and_then(|w| self.tokens.get(w.tokens.start))
                .is_some_and(|t| !t.has(Class::Restricts) && !t.has(Class::Boundary));
        let bracketed = self.words.first().is_some_and(|w| self.depth(w.tokens.start) > 0);
        let controlled = self.words.first().is_some_and(|w| self.tokens.is(w.tokens.start, "controlled"));
        if (noun || bracketed) && !controlled { at } else { 0 }
    }

    /// How many brackets a token stands in.
    fn depth(&self, token: usize) -> usize {
        let before = self.tokens.list.get(..token).unwrap_or_default();
        before
            .iter()
            .filter(|t| t.is_one_of(&['(', '[']))
            .count()
            .saturating_sub(before.iter().filter(|t| t.is_one_of(&[')', ']'])).count())
    }

    /// The words of the head noun phrase from a word on, and where it ends.
    fn head(&self, start: usize) -> (Vec<String>, usize) {
        let mut out: Vec<String> = Vec::new();
        let mut last = if start == 0 { 0 } else { self.words.get(start).map_or(0, |w| w.tokens.start) };
        let mut at = start;
        while let Some(word) = self.words.get(at) {
            let token = word.tokens.start;
            if !out.is_empty() && self.depth(token) > 0 && !word.condition {
                at += 1; // an abbreviation or a remark in brackets
                continue;
            }
            let cut = self.parted(last, token) && !(at > start && self.joins_adjectives(start, at));
            if word.condition || cut || out.len() >= WORDS || self.stops(token, out.is_empty()) {
                break;
            }
            out.push(word.text.clone());
            last = word.tokens.end;
            at += 1;
        }
        (out, at)
    }

    /// Whether a mark other than a hyphen or a bracket stands between two tokens, or a word that opens a restriction.
    fn parted(&self, from: usize, to: usize) -> bool {
        let mark = |k: usize| {
            self.tokens
                .get(k)
                .is_some_and(|t| matches!(t.kind, Kind::Mark(_)) && !t.is_one_of(&['-', '(', ')', '[', ']']) && self.depth(k) == 0)
        };
        (from..to).any(|k| mark(k) || self.tokens.get(k).is_some_and(|t| t.has(Class::Restricts) && !t.quoted && self.depth(k) == 0))
    }

    /// Whether the label ends before a token.
    fn stops(&self, at: usize, opens: bool) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        let named = |start: usize| self.tokens.get(start).is_some_and(|t| !t.has(Class::Restricts));
        let term = token.quoted && self.tokens.terms.iter().any(|term| term.contains(&at) && term.len() > 1 && named(term.start));
        let adjective = opens && token.is("controlled");
        let of_values = self.tokens.get(at + 1).is_some_and(|t| t.number().is_some() || t.has(Class::Article));
        let verb = token.has(Class::Boundary) && token.word.ends_with("ing") && of_values;
        let restricts = (token.has(Class::Restricts) || verb) && !term && !adjective;
        restricts
            || !matches!(token.kind, Kind::Word)
            || token.is("and/or")
            || self.ctx.lexicon.excludes().longest(|i| self.tokens.word(at + i)).is_some()
            || self.ctx.lexicon.illustrates().longest(|i| self.tokens.word(at + i)).is_some()
    }

    /// "Test, inspection and production equipment": single words up to "and", behind which the noun has an adjective too.
    fn joins_adjectives(&self, start: usize, at: usize) -> bool {
        let single = |k: usize| self.words.get(k).is_some_and(|w| w.tokens.len() == 1);
        let text = |k: usize| self.words.get(k).map(|w| w.text.as_str());
        let token = |k: usize| self.words.get(k).map_or(0, |w| w.tokens.start);
        let singular = self.tokens.get(token(start)).is_some_and(|t| self.ctx.lexicon.normal_word(&t.word) == t.word);
        let Some(and) = (start + 1..start + 5).find(|k| text(*k) == Some("and")) else { return false };
        let listed = (start..and).all(single) && (start + 1..and).all(|k| self.parted(token(k - 1) + 1, token(k)));
        let noun_behind =
            (and + 1..and + 3).all(|k| single(k) && !self.stops(token(k), false)) && !self.parted(token(and + 1) + 1, token(and + 2));
        singular && listed && noun_behind && at <= and + 1
    }

    /// What a generic thing serves: the phrase behind its first "for" and the first codes behind that.
    fn purpose(&self, from: usize) -> Vec<String> {
        let behind = self.words.get(from.saturating_sub(1)).map_or(0, |w| w.tokens.end);
        let ends = |k: &usize| self.tokens.get(*k).is_none_or(|t| t.is_one_of(&[';', ':', '.']));
        let end = (behind..self.tokens.len()).find(ends).unwrap_or(self.tokens.len());
        let Some(purpose) = (behind..end).find(|k| self.tokens.is(*k, "for") && self.depth(*k) == 0) else { return Vec::new() };
        let mut out = vec!["for".to_owned()];
        let mut codes: Vec<String> = Vec::new();
        let mut open = true;
        let mut last = purpose + 1;
        for word in self.words.iter().filter(|w| (purpose + 1..end).contains(&w.tokens.start) && self.depth(w.tokens.start) == 0) {
            let token = word.tokens.start;
            if let Some(code) = word.text.strip_prefix("ref:") {
                codes.push(as_printed(code));
                open = false;
            } else if word.condition || word.text == "specified-in" || self.stops(token, false) || out.len() > PURPOSE_WORDS {
                open = false;
            } else if open {
                if out.len() > 1 && (last..token).any(|k| self.tokens.is(k, "of")) {
                    out.push("of".to_owned());
                }
                out.push(word.text.clone());
                last = word.tokens.end;
            }
            if codes.len() == CODES || !open && out.len() == 1 {
                break;
            }
        }
        while out.last().is_some_and(|w| ["and", "or", "of", "for", "having"].contains(&w.as_str())) {
            out.pop();
        }
        if out.is_empty() {
            return Vec::new();
        }
        if !codes.is_empty() {
            out.push("in".to_owned());
            out.extend(codes);
        }
        out
    }
}

/// A code in its printed letters ("9A999.b" for `9a999.b`): the entry's in capitals, the labels small.
fn as_printed(code: &str) -> String {
    let lone_digit = code.split('.').next().is_some_and(|first| first.len() == 1);
    let capitals = if lone_digit { 2 } else { 1 };
    let segments = code.split('.').enumerate().map(|(at, s)| if at < capitals { s.to_ascii_uppercase() } else { s.to_owned() });
    segments.collect::<Vec<_>>().join(".")
}
