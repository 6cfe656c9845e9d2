//! Notes that make several statements, taken apart: each statement is a note of its own, because each can do something else.

use concord_model::NoteEffect;

use crate::document::RawNote;

/// The statements of a note: number or letter as printed (empty if it has none), and lines.
pub(super) fn statements(place: &str, lines: &[String]) -> Vec<(String, Vec<String>)> {
    if !makes_several(place) {
        return vec![(String::new(), lines.to_vec())];
    }
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    let mut next = 1;
    for line in lines {
        let runs_on = place_runs_on(place);
        if runs_on && opens_item(line) && out.last().is_some_and(|(_, lines)| lines.first().is_some_and(|l| l.trim_end().ends_with(':'))) {
            if let Some((_, last)) = out.last_mut() {
                last.push(line.clone());
            }
            continue;
        }
        for (number, text) in numbered(line, &mut next) {
            if number.is_empty() && place_runs_on(place) {
                out.extend(sentences(text).into_iter().map(|s| (String::new(), vec![s.to_owned()])));
            } else if number.is_empty() && !out.is_empty() {
                if let Some((_, last)) = out.last_mut() {
                    last.push(text.to_owned());
                }
            } else if place_runs_on(place) {
                out.extend(sentences(text).into_iter().map(|s| (number.clone(), vec![s.to_owned()])));
            } else {
                out.push((number, vec![text.to_owned()]));
            }
        }
    }
    out.retain(|(_, lines)| lines.iter().any(|l| !l.trim().is_empty()));
    out
}

/// Whether a line opens an item of a list (`a. …`).
fn opens_item(line: &str) -> bool {
    matches!(line.trim_start().as_bytes(), [label, b'.', b' ', ..] if label.is_ascii_lowercase())
}

/// Puts the statements of a plural note back that a note in between ran on with: behind "Notes: 1. … 2. …" and a technical note,
/// a line "3. …" goes on with the notes.
pub(super) fn resumed(notes: &[RawNote]) -> Vec<RawNote> {
    let mut out: Vec<RawNote> = Vec::new();
    for note in notes {
        let open = out.iter().rposition(|n| makes_several(&n.place) && !place_runs_on(&n.place) && n.owner == note.owner);
        let last = open.and_then(|at| out.get(at)).map(|n| {
            let mut next = 1;
            n.lines.iter().for_each(|line| {
                numbered(line, &mut next);
            });
            next
        });
        let cut = last.filter(|n| *n > 1 && !makes_several(&note.place)).and_then(|next| {
            let mark = format!("{next}. ");
            note.lines.iter().skip(1).position(|l| l.trim_start().starts_with(&mark)).map(|i| i + 1)
        });
        let mut note = note.clone();
        if let (Some(at), Some(cut)) = (open, cut)
            && let Some(plural) = out.get_mut(at)
        {
            plural.lines.extend(note.lines.split_off(cut));
        }
        out.push(note);
    }
    out
}

/// The lines of a statement; where it begins with something else and takes things out in a later sentence, the sentences before
/// and from there on apart.
pub(super) fn by_effect(lines: Vec<String>, effect: impl Fn(&[String]) -> NoteEffect) -> Vec<Vec<String>> {
    let [line] = lines.as_slice() else { return vec![lines] };
    let parts = sentences(line);
    if parts.len() < 2 {
        return vec![lines];
    }
    let effects: Vec<NoteEffect> = parts.iter().map(|part| effect(&[(*part).to_owned()])).collect();
    let excludes = effects.iter().position(|e| *e == NoteEffect::Excludes).filter(|at| *at > 0);
    let whole = effect(&lines);
    let Some(at) = excludes.filter(|_| whole != NoteEffect::Excludes && whole != NoteEffect::Defines) else { return vec![lines] };
    let joined = |parts: Option<&[&str]>| vec![parts.unwrap_or_default().join(" ")];
    vec![joined(parts.get(..at)), joined(parts.get(at..))]
}

/// Headings that stand over several statements: plurals, and the controls and definitions paragraphs of an entry.
fn makes_several(place: &str) -> bool {
    let place = place.to_lowercase();
    place.ends_with("notes") || place_runs_on(&place)
}

/// Headings whose statements follow each other as sentences.
fn place_runs_on(place: &str) -> bool {
    let place = place.to_lowercase();
    place.ends_with("controls") || place.ends_with("definitions")
}

/// A line cut at its numbers `(1)`, `(2)` … or `1.`, `2.` …, which must count up from `next` (from one over the whole note).
fn numbered<'l>(line: &'l str, next: &mut u32) -> Vec<(String, &'l str)> {
    let mut out = Vec::new();
    let mut number = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some((start, end)) = mark(line, at, *next) {
        if line.get(from..start).is_some_and(|t| !t.trim().is_empty()) {
            out.push((number.clone(), line[from..start].trim()));
        }
        number = next.to_string();
        from = end;
        at = end;
        *next += 1;
    }
    out.push((number, line[from..].trim()));
    out
}

/// Where the mark of this number stands: `(n) `, or `n. ` at the start of a line or of a sentence.
fn mark(line: &str, from: usize, n: u32) -> Option<(usize, usize)> {
    let round = format!("({n}) ");
    let pointed = format!("{n}. ");
    let tail = line.get(from..)?;
    let a = tail.find(&round).map(|i| (from + i, from + i + round.len()));
    let b = tail
        .match_indices(&pointed)
        .map(|(i, _)| from + i)
        .find(|i| {
            let before = line.get(..*i).unwrap_or_default().trim_end();
            before.is_empty() || before.ends_with(['.', ';', ':'])
        })
        .map(|i| (i, i + pointed.len()));
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// The sentences of a text: cut behind a full stop that a space and a capital letter follow.
fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (i, _) in text.match_indices(". ") {
        let before = text.get(from..i).unwrap_or_default();
        let capital = bytes.get(i + 2).is_some_and(u8::is_ascii_uppercase);
        let open = before.matches('(').count() > before.matches(')').count();
        let short = before.rsplit(' ').next().is_some_and(|w| w.trim_matches(['(', ')']).chars().count() <= 2);
        if capital && !open && !short {
            out.push(text.get(from..=i).unwrap_or_default());
            from = i + 2;
        }
    }
    out.push(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(place: &str, line: &str) -> Vec<(String, Vec<String>)> {
        statements(place, &[line.to_owned()])
    }

    #[test]
    fn numbered_statements_are_taken_apart() {
        let out = parts("Related Controls", "(1) See 9A998. (2) This entry does not control toys. Nor dolls.");
        let numbers: Vec<&str> = out.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(numbers, ["1", "2", "2"]);
        assert_eq!(out[1].1, ["This entry does not control toys."]);
    }

    #[test]
    fn numbers_go_on_over_lines() {
        let lines = ["1. A kiln is hot.".to_owned(), "2. It does not control toys.".to_owned()];
        let numbers: Vec<String> = statements("Notes", &lines).into_iter().map(|(n, _)| n).collect();
        assert_eq!(numbers, ["1", "2"]);
    }

    #[test]
    fn a_list_behind_a_colon_belongs_to_its_sentence() {
        let lines = ["This entry does not control:", "a. Toys.", "b. Dolls."].map(str::to_owned);
        let out = statements("ECCN Controls", &lines);
        assert_eq!(out.len(), 1);
        assert_eq!(out[0].1.len(), 3);
    }

    #[test]
    fn plural_notes_go_on_behind_a_technical_note() {
        let note = |place: &str, lines: &[&str]| RawNote {
            place: place.to_owned(),
            lines: lines.iter().map(|l| (*l).to_owned()).collect(),
            ..RawNote::default()
        };
        let notes = [note("Notes", &["1. Hot.", "2. Cold."]), note("Technical Note", &["Hot means hot.", "3. Dry.", "4. Wet."])];
        let out = resumed(&notes);
        assert_eq!(out[0].lines, ["1. Hot.", "2. Cold.", "3. Dry.", "4. Wet."]);
        assert_eq!(out[1].lines, ["Hot means hot."]);
    }

    #[test]
    fn a_single_note_keeps_its_own_list() {
        assert_eq!(parts("Note", "9A999 does not control toys that: 1. are red; 2. are small.").len(), 1);
    }

    #[test]
    fn plural_notes_count_up_from_one() {
        let out = parts("Technical Notes", "1. A kiln is hot. 2. Its length is 3. 5 m at most.");
        assert_eq!(out.len(), 2);
    }

    #[test]
    fn a_later_exclusion_stands_apart() {
        let effect = |lines: &[String]| match lines.concat() {
            text if text.starts_with("It does not") => NoteEffect::Excludes,
            _ => NoteEffect::Includes,
        };
        let parts = by_effect(vec!["This entry holds toys. Dolls too. It does not hold balls. It does not hold kites.".to_owned()], effect);
        assert_eq!(parts, [["This entry holds toys. Dolls too."], ["It does not hold balls. It does not hold kites."]]);
        assert_eq!(by_effect(vec!["It does not hold balls. Dolls too.".to_owned()], effect).len(), 1);
    }
}
