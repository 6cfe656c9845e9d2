//! Notes: what a note does, and its facts.

use concord_lexicon::{Effect, Heading};
use concord_model::{Note, NoteEffect};

use super::clean::Clean;
use super::token::{Kind, Tokens};
use super::{Context, lex, read};

/// Reads a note: `place` says where it stands ("Note 1", "Technical Note"), `lines` are its paragraphs.
pub fn read_note(place: &str, lines: &[String], ctx: &Context) -> Note {
    let text = plain(lines);
    let clean = Clean::new(&text);
    let tokens = lex::tokens(&clean, ctx);
    let effect = effect(place, &tokens, ctx);
    let reading = read(&text, &Context { releases: effect == NoteEffect::Excludes, ..*ctx });
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

/// The text of a note without the labels of its own items and without pointers in brackets, neither of which says anything of
/// what it takes out or lets in.
fn plain(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| without_pointers(&without_labels(line))).collect();
    lines.join("\n")
}

/// A line without item labels (`a.`, `1.`, `b.1.`, `(a)`): at its start, and behind a colon or semicolon.
fn without_labels(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line.trim_start();
    loop {
        rest = &rest[label(rest)..];
        let Some(stop) = rest.find([':', ';']) else { break };
        let behind = &rest[stop + 1..];
        let joined = ["or ", "and "].iter().find_map(|word| behind.trim_start().strip_prefix(word));
        let from = [Some(behind.trim_start()), joined].into_iter().flatten().find(|text| label(text) > 0);
        let keep = from.map_or(stop + 1, |text| rest.len() - text.len());
        out.push_str(&rest[..keep]);
        rest = &rest[keep..];
    }
    out.push_str(rest);
    out
}

/// Length of the item label at the start of a text, with the space behind it; 0 if there is none.
fn label(text: &str) -> usize {
    let round = text.starts_with('(');
    let body = text.strip_prefix('(').unwrap_or(text);
    let end = body.find([' ', ')']).unwrap_or(0);
    let (mark, behind) = body.split_at(end);
    let parts: Vec<&str> = mark.strip_suffix('.').unwrap_or(mark).split('.').collect();
    let short = |p: &str| match p.as_bytes() {
        [b] => b.is_ascii_lowercase() || b.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && b.is_ascii_digit(),
        _ => false,
    };
    let abbreviation = parts.windows(2).any(|w| w.iter().all(|p| p.starts_with(|c: char| c.is_ascii_lowercase())));
    let closed = if round { behind.starts_with(") ") } else { mark.ends_with('.') && behind.starts_with(' ') };
    if closed && !abbreviation && parts.len() <= 3 && parts.iter().all(|p| short(p)) {
        text.len() - behind.len() + if round { 2 } else { 1 }
    } else {
        0
    }
}

/// A line without bracketed pointers ("(see …)").
fn without_pointers(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("(see ").or_else(|| rest.find("(See ")) {
        let Some(end) = rest[at..].find(')') else { break };
        if rest[at + 1..at + end].contains('(') {
            break;
        }
        out.push_str(rest[..at].trim_end());
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out
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

#[cfg(test)]
mod tests {
    use concord_lexicon::Lexicon;
    use concord_quantity::NumberFormat;

    use super::*;

    #[test]
    fn labels_of_items_are_left_out_wherever_they_stand() {
        assert_eq!(without_labels("a. Kilns; or"), "Kilns; or");
        assert_eq!(without_labels("b.1. Kilns of 3. 5 m"), "Kilns of 3. 5 m");
        assert_eq!(without_labels("No control of: a. kilns; b. ovens; or c. pots."), "No control of: kilns; ovens; or pots.");
        assert_eq!(
            without_labels("No control of: (1) kilns; and (2) pots; hot ones too."),
            "No control of: kilns; and pots; hot ones too."
        );
        assert_eq!(without_labels("Kilns: 5 m long; a kiln; e.g. hot"), "Kilns: 5 m long; a kiln; e.g. hot");
    }

    /// The phrases of a note that stands at an entry, each with its role in short.
    fn phrases(text: &str) -> Vec<String> {
        let ctx = Context { entry_code: Some("1T001"), ..Context::new(Lexicon::english(), NumberFormat::POINT, false) };
        let note = read_note("Note", &[text.to_owned()], &ctx);
        assert_eq!(note.effect, NoteEffect::Excludes, "{text}");
        note.qualifiers.iter().map(|q| format!("{:?}: {}", q.role, q.phrase)).collect()
    }

    #[test]
    fn what_a_note_takes_out_is_stated_plainly() {
        let kilns = ["Subject: kiln", "Restricts: designed for bakery"];
        assert_eq!(phrases("1T001.a does not control kilns designed for bakeries."), kilns);
        assert_eq!(phrases("This entry does not apply to kilns designed for bakeries."), kilns);
        assert_eq!(phrases("Kilns designed for bakeries are not controlled."), kilns);
        let mobile = [kilns[0], kilns[1], "Excludes: unless mobile"];
        assert_eq!(phrases("1T001.a does not control kilns designed for bakeries unless mobile."), mobile);
    }

    #[test]
    fn the_kinds_of_a_list_are_alternatives_and_its_demands_are_left_open() {
        assert_eq!(phrases("1T001 does not control: a. Kilns; b. Ovens."), ["Subject: kiln", "Subject: oven"]);
        let demands = phrases("1T001 does not control kilns having: a. Doors; b. Windows designed for bakeries.");
        assert_eq!(demands, ["Subject: kiln", "Member: door", "Member: window", "Member: designed for bakery"]);
    }

    #[test]
    fn pointers_in_brackets_are_left_out() {
        assert_eq!(without_pointers("Kilns (see part 12 of the rules) are hot"), "Kilns are hot");
        assert_eq!(without_pointers("Kilns (see (a) below) are hot"), "Kilns (see (a) below) are hot");
    }
}
