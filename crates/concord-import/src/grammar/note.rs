//! Notes: what a note does, and its facts.

use concord_lexicon::{Effect, Heading};
use concord_model::{Note, NoteEffect};

use super::clean::Clean;
use super::token::{Kind, Tokens};
use super::{Context, lex, read};

/// Reads a note: `place` says where it stands ("Note 1", "Technical Note"), `lines` are its paragraphs.
pub fn read_note(place: &str, lines: &[String], ctx: &Context) -> Note {
    let text = lines.join("\n");
    let reading = read(&text, ctx);
    let clean = Clean::new(&text);
    let tokens = lex::tokens(&clean, ctx);
    let effect = effect(place, &tokens, ctx);
    let defines = if effect == NoteEffect::Defines { defined_terms(&tokens, ctx) } else { Vec::new() };
    Note {
        place: place.to_owned(),
        effect,
        qualifiers: reading.qualifiers,
        when: reading.when,
        defines,
        references: reading.references,
        wording: reading.wording,
    }
}

/// What the lines of a note do, without its other facts.
pub fn note_effect(place: &str, lines: &[String], ctx: &Context) -> NoteEffect {
    let clean = Clean::new(&lines.join("\n"));
    effect(place, &lex::tokens(&clean, ctx), ctx)
}

/// What a note does: its place decides for definitions and pointers, else the first phrase that says it.
fn effect(place: &str, tokens: &Tokens, ctx: &Context) -> NoteEffect {
    match ctx.lexicon.heading(place) {
        Heading::Pointing => return NoteEffect::Refers,
        Heading::Defining => return NoteEffect::Defines,
        Heading::PointingUnlessExcluding | Heading::Other => {}
    }
    let mut first: Option<(usize, Effect)> = None;
    for (effect, table) in ctx.lexicon.notes() {
        let at = (0..tokens.len()).find(|at| table.longest(|i| tokens.word(at + i)).is_some());
        if let Some(at) = at
            && first.is_none_or(|(best, _)| at < best)
        {
            first = Some((at, *effect));
        }
    }
    match first.map(|(_, effect)| effect) {
        Some(Effect::Elsewhere) if ctx.lexicon.is_about_others(place) => NoteEffect::Refers,
        Some(Effect::Elsewhere) if first.is_some_and(|(at, _)| hands_over(tokens, ctx, at)) => NoteEffect::Excludes,
        Some(Effect::Excludes) => NoteEffect::Excludes,
        Some(Effect::LimitsTo) => NoteEffect::LimitsTo,
        Some(Effect::Status) => NoteEffect::Status,
        Some(Effect::Includes | Effect::Elsewhere) => NoteEffect::Includes,
        Some(Effect::Defines) => NoteEffect::Defines,
        Some(Effect::Refers) => NoteEffect::Refers,
        None => NoteEffect::Other,
    }
}

/// Whether the entries named behind a place are all others than the note's own ("are controlled under 9A998 and 9A997").
fn hands_over(tokens: &Tokens, ctx: &Context, at: usize) -> bool {
    const NEAR: usize = 5;
    let Some(own) = ctx.entry_code else { return false };
    let sentence = (at..tokens.len()).take_while(|k| !tokens.is_mark(*k, '.') && !tokens.is_mark(*k, ';'));
    let codes = |k: usize| match tokens.get(k).map(|t| &t.kind) {
        Some(Kind::Code(code)) => Some(code.get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own))),
        Some(Kind::PartialCode(_)) => Some(true),
        _ => None,
    };
    let mut named = sentence.clone().filter_map(|k| codes(k).map(|is_own| (k, is_own)));
    let Some((first, own_first)) = named.next() else {
        return sentence.take(NEAR + 2).any(|k| tokens.is(k, "usml"));
    };
    let denied = sentence.into_iter().any(|k| tokens.is(k, "not") && tokens.is(k + 1, "under"));
    !own_first && first <= at + NEAR && (denied || named.all(|(_, is_own)| !is_own))
}

/// The quoted terms that stand before "means", "is", "refers to" and the like.
fn defined_terms(tokens: &Tokens, ctx: &Context) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for range in &tokens.terms {
        let defines = (range.end..range.end + 6).take_while(|k| tokens.get(*k).is_some_and(|t| !t.is_one_of(&['.', ';']))).any(|k| {
            tokens
                .get(k)
                .is_some_and(|t| ["means", "mean", "is", "are", "refers", "refer", "defined", "denotes"].contains(&t.word.as_str()))
        });
        let term = super::term(tokens, range, ctx);
        if defines && !out.contains(&term) {
            out.push(term);
        }
    }
    out
}
