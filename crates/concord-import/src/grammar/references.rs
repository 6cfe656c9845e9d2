//! The codes that a text names, completed and expanded.

use std::ops::Range;

use super::Context;
use super::token::{Kind, Tokens};

const LONGEST_RANGE: u32 = 40;

/// Completes the short forms of codes from the code before them.
pub(super) struct Resolver<'a> {
    entry: Option<String>,
    own: Option<&'a str>,
}

impl<'a> Resolver<'a> {
    /// A resolver at the start of a text.
    pub(super) fn new(ctx: &'a Context) -> Self {
        Self { entry: None, own: ctx.entry_code }
    }

    /// The full code at a place; `None` if it cannot be completed.
    pub(super) fn resolve(&mut self, tokens: &Tokens, at: usize) -> Option<String> {
        match &tokens.get(at)?.kind {
            Kind::Code(code) => {
                self.entry = Some(entry_of(code));
                Some(code.clone())
            }
            Kind::PartialCode(partial) => {
                let entry = self.entry.as_deref().or(self.own)?;
                Some(format!("{entry}.{partial}"))
            }
            _ => None,
        }
    }
}

/// The entry of a code: everything before its first label.
fn entry_of(code: &str) -> String {
    let pointed_letter = code.as_bytes().get(1) == Some(&b'.');
    let segments = if pointed_letter { 3 } else { 1 };
    let entry: Vec<&str> = code.split('.').take(segments).collect();
    entry.join(".")
}

/// Every code that a text names, ranges expanded, in the order of the text, each once.
pub(super) fn codes(tokens: &Tokens, ctx: &Context) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut resolver = Resolver::new(ctx);
    let mut last: Option<(usize, String)> = None;
    for at in 0..tokens.len() {
        let Some(code) = resolver.resolve(tokens, at) else { continue };
        let through = (tokens.is(at.wrapping_sub(1), "to") || tokens.is(at.wrapping_sub(1), "through"))
            && last.as_ref().is_some_and(|(place, _)| *place + 2 == at || (*place + 3 == at && tokens.is_mark(place + 1, '.')));
        if through && let Some((_, from)) = &last {
            for between in expand(from, &code) {
                push(&mut out, between);
            }
        }
        push(&mut out, code.clone());
        last = Some((at, code));
    }
    out
}

fn push(out: &mut Vec<String>, code: String) {
    if !out.contains(&code) {
        out.push(code);
    }
}

/// The codes strictly between two that differ only in their last label.
fn expand(from: &str, to: &str) -> Vec<String> {
    let (Some((stem, first)), Some((other, last))) = (split_last(from), split_last(to)) else { return Vec::new() };
    if stem != other {
        return Vec::new();
    }
    let numbers = (first.parse::<u32>(), last.parse::<u32>());
    if let (Ok(first_number), Ok(last_number)) = numbers {
        if last_number.saturating_sub(first_number) > LONGEST_RANGE {
            return Vec::new();
        }
        let width = first.len();
        return (first_number + 1..last_number).map(|n| format!("{stem}{n:0>width$}")).collect();
    }
    match (first.as_bytes(), last.as_bytes()) {
        ([a], [b]) if a.is_ascii_lowercase() && b.is_ascii_lowercase() && a < b => {
            (a + 1..*b).map(|c| format!("{stem}{}", char::from(c))).collect()
        }
        _ => Vec::new(),
    }
}

/// A code as a stem and what counts: its last label, or the last digits of an entry.
fn split_last(code: &str) -> Option<(&str, &str)> {
    let labelled = code.rfind('.').filter(|at| *at > 2).map(|at| at + 1);
    let digits: Range<usize> = code.len() - code.bytes().rev().take_while(u8::is_ascii_digit).count()..code.len();
    let at = labelled.unwrap_or(digits.start);
    (at > 0 && at < code.len()).then(|| code.split_at(at))
}
