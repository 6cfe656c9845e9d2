//! Noun phrases: where one starts, and its normal form.

use std::ops::Range;

use concord_lexicon::Class;

use super::Context;
use super::settings::joins_noun;
use super::token::{Role, Tokens};

/// Finds noun phrases.
pub(super) struct Finder<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) ctx: &'a Context<'a>,
}

impl Finder<'_> {
    /// The noun phrase that ends at a place.
    pub(super) fn noun_phrase(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let t = self.tokens;
        let mut k = end;
        let mut words = 0;
        while k > floor && words < 9 {
            let token = t.get(k - 1)?;
            if token.is_mark(')') {
                let open = t.opening(k - 1)?;
                let free_of_values = t.list.get(open..k).is_some_and(|l| l.iter().all(|w| w.number().is_none() || w.role.is_some()));
                if !free_of_values || open < floor || k - open > 14 {
                    break;
                }
                k = open;
                continue;
            }
            if let Some(term) = self.term_that_ends(k).filter(|term| term.start >= floor) {
                words += term.len();
                k = term.start;
                continue;
            }
            if token.role == Some(Role::Name) && words > 0 && token.number().is_some() {
                k -= 1;
                continue;
            }
            if !token.is_word() {
                break;
            }
            if token.is("of") && words > 0 {
                let left = t.get(k.wrapping_sub(2));
                let named = k >= 2 + floor
                    && left.is_some_and(|w| w.is_word() && (!w.has(Class::Boundary) || w.has(Class::Measurand)) && !w.has(Class::Article));
                let thing = left.is_some_and(|w| !w.has(Class::Measurand)) && self.measures(k..end) && self.measure_opens(k..end);
                if !named || thing {
                    break;
                }
                k -= 1;
                continue;
            }
            let of_ratio = (k.saturating_sub(6).max(floor)..k - 1).any(|r| t.is(r, "ratio")) || t.is(end - 1, "ratio");
            if token.is("to") && words > 0 && of_ratio {
                k -= 1;
                continue;
            }
            if self.in_the_range(k, words) {
                k -= 1;
                while k > floor && t.get(k - 1).is_some_and(|w| w.has(Class::Article) || w.is("range") || w.is("in") || w.is("within")) {
                    k -= 1;
                }
                let inner = self.noun_phrase(k, floor);
                return Some(inner.unwrap_or(k..end));
            }
            if token.has(Class::Article) {
                let linked =
                    words > 0 && k >= 2 + floor && t.is(k - 2, "of") && !["any", "all", "each", "no", "one"].contains(&token.word.as_str());
                if !linked {
                    break;
                }
                k -= 1;
                continue;
            }
            let joint = token.is("or") || token.is("and") || token.is("and/or");
            if joint && words > 0 {
                if self.joins_adjectives(k - 1, floor) {
                    k -= 1;
                    continue;
                }
                break;
            }
            let next_is_noun =
                t.get(k).is_some_and(|n| n.is_word() && !n.has(Class::Stop) && (!n.has(Class::Boundary) || is_adjective(&n.word)));
            let adjective = words > 0 && is_adjective(&token.word) && next_is_noun && !self.is_verb(k - 1);
            let number_word = words == 0 && !token.quoted && self.ctx.lexicon.number_word(&token.word).is_some();
            if token.has(Class::Boundary) && !adjective && !joins_noun(t, k - 1) || self.is_verb(k - 1) || number_word {
                break;
            }
            words += 1;
            k -= 1;
        }
        (words > 0).then_some(k..end)
    }

    /// The quoted term whose last word stands right before a place.
    fn term_that_ends(&self, place: usize) -> Option<Range<usize>> {
        let quoted = self.tokens.get(place - 1).is_some_and(|t| t.quoted && t.is_word());
        self.tokens.terms.iter().find(|term| quoted && term.end == place && term.len() > 1).cloned()
    }

    /// Whether a word is the verb of what something does ("capable of measuring", "designed to carry"), not an adjective of the noun behind it.
    fn is_verb(&self, at: usize) -> bool {
        let t = self.tokens;
        let Some(word) = t.get(at).filter(|w| !w.quoted) else { return false };
        let capable = t.is(at.wrapping_sub(1), "of") && t.is(at.wrapping_sub(2), "capable") || t.is(at.wrapping_sub(1), "while");
        let capable = capable && word.word.ends_with("ing");
        let meant = ["designed", "able", "used", "modified", "required"];
        let infinitive = t.is(at.wrapping_sub(1), "to") && t.get(at.wrapping_sub(2)).is_some_and(|w| meant.contains(&w.word.as_str()));
        (capable || infinitive) && !word.has(Class::Measurand)
    }

    /// Whether a range of tokens names a measured parameter.
    pub(super) fn measures(&self, range: Range<usize>) -> bool {
        self.tokens.list.get(range).is_some_and(|l| l.iter().any(|t| t.has(Class::Measurand)))
    }

    /// Whether a noun phrase is a measured parameter up to its first "of".
    fn measure_opens(&self, range: Range<usize>) -> bool {
        let list = self.tokens.list.get(range).unwrap_or_default();
        let head = list.iter().position(|t| t.is("of")).unwrap_or(list.len());
        list.get(..head).is_some_and(|l| l.iter().any(|t| t.has(Class::Measurand)))
    }

    /// Whether the noun phrase so far is a lone "range" whose quantity stands before "in the".
    fn in_the_range(&self, k: usize, words: usize) -> bool {
        let t = self.tokens;
        words == 0
            && t.is(k - 1, "range")
            && (t.is(k.wrapping_sub(2), "the") && (t.is(k.wrapping_sub(3), "in") || t.is(k.wrapping_sub(3), "within"))
                || t.is(k.wrapping_sub(2), "in"))
    }

    /// Whether "or" at a place joins two adjectives of one noun ("average or CW output power").
    fn joins_adjectives(&self, at: usize, floor: usize) -> bool {
        if at <= floor {
            return false;
        }
        let (Some(left), Some(right)) = (self.tokens.get(at - 1), self.tokens.get(at + 1)) else { return false };
        let plain = left.is_word()
            && !left.has(Class::Boundary)
            && !left.has(Class::Article)
            && !left.numeric
            && !left.word.ends_with('s')
            && right.is_word();
        let pair_measured =
            self.tokens.is(at, "or") && right.has(Class::Measurand) && self.tokens.get(at + 2).is_some_and(|w| w.has(Class::Measurand));
        let words = (floor..at)
            .rev()
            .map_while(|k| self.tokens.get(k))
            .take_while(|w| w.is_word() && !w.has(Class::Article) && !w.has(Class::Boundary) && !w.has(Class::Stop));
        let (mut count, mut measured) = (0, false);
        for word in words {
            count += 1;
            measured |= word.has(Class::Measurand) && !pair_measured;
        }
        let reaches_value = floor > 0 && at - count <= floor;
        let in_setting = (at - count).checked_sub(1).and_then(|k| self.tokens.get(k)).is_some_and(|w| w.has(Class::Setting));
        plain
            && count <= 4
            && !measured
            && (!right.has(Class::Measurand) || pair_measured)
            && !reaches_value
            && !in_setting
            && left.quoted == right.quoted
    }

    /// The normal form of a parameter: one spelling, singular, no articles, brackets, prefixes and empty suffixes.
    pub(super) fn name(&self, range: Range<usize>) -> String {
        let mut words: Vec<(String, bool)> = Vec::new();
        let mut skip_to = range.start;
        let list = &self.tokens.list;
        for (at, token) in list.iter().enumerate().take(range.end).skip(range.start) {
            if at < skip_to {
                continue;
            }
            if token.is_mark('(') {
                skip_to = self.tokens.closing(at).map_or(at + 1, |c| c + 1);
                continue;
            }
            if let Some((number, unit)) = token.number() {
                words.push((unit.map_or_else(|| number.to_string(), |u| format!("{number} {u}")), false));
            }
            let dropped = token.has(Class::Article) && !token.is("either") || token.is("in") || token.is("within");
            if !token.is_word() || dropped && !token.quoted {
                continue;
            }
            let normal = if token.is("times") { "times".to_owned() } else { self.ctx.lexicon.normal_word(&token.word) };
            words.push((normal, token.has(Class::ParameterSuffix)));
        }
        while words.len() > 1 && words.last().is_some_and(|(_, suffix)| *suffix) {
            words.pop();
        }
        if let [.., (quantity, _), (last, _)] = words.as_slice()
            && last == "range"
            && self.ctx.lexicon.measured_in().any(|(word, _)| word == quantity)
        {
            words.pop();
        }
        while words.first().is_some_and(|(w, _)| self.ctx.lexicon.classes(w).has(Class::ParameterPrefix)) {
            words.remove(0);
        }
        while words.last().is_some_and(|(w, _)| w == "of") {
            words.pop();
        }
        words.into_iter().map(|(w, _)| w).collect::<Vec<_>>().join(" ")
    }
}

/// Whether a word that mostly joins phrases may also stand as an adjective before a noun ("operating frequency").
fn is_adjective(word: &str) -> bool {
    ["operating", "rated", "measuring", "modified", "specified", "transmitting", "used", "controlled"].contains(&word)
}
