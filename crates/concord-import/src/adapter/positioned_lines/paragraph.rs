//! Joins printed lines into paragraphs: by the space between them, by labels, by indentation, over the ends of pages.

use std::collections::BTreeMap;

use concord_lexicon::{Lexicon, Title};

use super::extent::is_title;
use super::table::{Line, Tenths};
use super::wording::{Lowered, Words};
use crate::adapter::label::{self, Label};
use crate::adapter::note_heading;
use crate::adapter::owners::entry_code;

/// Two places on the page are the same within this, in tenths of a point.
pub(super) const SAME: Tenths = 30;

/// The rest of a formula that stands by itself has so many letters at most, and stands so much further right than its line.
const REST: usize = 6;
const FAR: Tenths = 1000;

/// The list of those who use a term has so many letters at most.
const USERS: usize = 25;
/// A line that stands so far left of where its paragraph started does not belong to it.
const LEFT: Tenths = 100;
/// So many lines of a size must stand close together for their distance to be measured.
const MEASURED: u32 = 10;

/// A paragraph of the print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// Line in the input, from 1.
    pub(super) line: usize,
    /// Its last line in the input.
    pub(super) last_line: usize,
    /// The page it starts on.
    pub(super) page: u32,
    /// Where its first line starts.
    pub(super) x: Tenths,
    /// Where its second line starts, if it has one.
    pub(super) hang: Option<Tenths>,
    /// `true` where it is the first of its page.
    pub(super) opens_page: bool,
    /// Its text.
    pub(super) text: String,
}

/// A single label with a dot or in brackets, as paragraphs of a printed list have it.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    let label = label::read(text)?;
    let single = label.segments.len() == 1 && label.oddity.is_none();
    let marked = label.parenthesised || label.printed.ends_with('.');
    (single && marked && !label.text.is_empty()).then_some(label)
}

/// A label whose dot is missing: a letter but `a`, or a number, and a capital behind it.
pub(super) fn undotted(text: &str) -> Option<Label<'_>> {
    let label = label::read(text)?;
    let bare = label.segments.len() == 1 && !label.parenthesised && label.printed != "a" && !label.printed.ends_with('.');
    (bare && label.text.starts_with(|c: char| c.is_uppercase())).then_some(label)
}

/// Whether a text opens with an entry's code and says something behind it.
pub(super) fn opens_entry(text: &str) -> Option<(&str, &str)> {
    let length = entry_code(text)?;
    let rest = text.get(length..)?.strip_prefix(' ')?.trim_start();
    let opens = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '\'' | '‘' | '(')) || label(rest).is_some();
    opens.then_some((text.get(..length)?, rest))
}

/// Whether a text is the heading of an entry, or of a group, that the page repeats.
pub(super) fn is_resumed(text: &str) -> bool {
    let mut letters = text.chars();
    let sign = letters.next().is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_uppercase());
    let code = sign && letters.next().is_some_and(|c| c.is_ascii_digit() || c == ' ');
    code && text.chars().count() < 90 && text.rsplit(' ').next().is_some_and(|word| Lexicon::english().is_title_word(Title::Resumed, word))
}

/// The heading of a note and what stands behind it; a heading may stand alone without its colon, and `N.B.` may be misprinted.
pub(super) fn note(text: &str) -> Option<(&str, &str)> {
    if let Some(found) = note_heading::split(text) {
        return Some(found);
    }
    if let Some(rest) = text.strip_prefix("N.B") {
        return rest.starts_with([':', ' ']).then(|| ("N.B.", rest.trim_start_matches([':', '.', ' '])));
    }
    Lexicon::english()
        .note_headings()
        .any(|heading| heading.eq_ignore_ascii_case(text.trim_end_matches([' ', ':', '.'])))
        .then_some((text, ""))
}

/// Whether a text opens a definition: a term in double quotes, and in brackets the categories or notes that use it.
fn opens_definition(text: &str) -> bool {
    let behind = text.strip_prefix(['"', '“']).and_then(|t| t.split_once(['"', '”'])).map(|(_, rest)| rest.trim_start());
    let used = behind.and_then(|b| b.strip_prefix('(')).and_then(|b| b.split_once(')'));
    used.is_some_and(|(used, rest)| {
        let signs = used.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase()) || rest.trim_start().starts_with('(');
        signs && used.len() <= USERS && used.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ')
    })
}

/// Whether a paragraph can begin with this text whatever stands before it.
fn is_marked(text: &str) -> bool {
    opens_definition(text) || label(text).is_some() || note(text).is_some() || opens_entry(text).is_some() || is_resumed(text)
}

/// Joins all lines.
pub(super) fn join(lines: &[Line]) -> Vec<Printed> {
    let leading = leading(lines);
    let words = Words::of(lines.iter().map(|l| l.text.as_str()));
    let mut out: Vec<Printed> = Vec::new();
    let mut before: Option<&Line> = None;
    let lines = in_order(lines, &leading);
    for line in &lines {
        let goes_on = match (out.last(), before) {
            (Some(open), Some(before)) if before.page == line.page => {
                let space = line.y - before.y;
                let usual = leading.get(&before.size).copied().unwrap_or(before.size * 115 / 100);
                space * 10 <= usual * 12 && !turns(open, before, line)
            }
            (Some(open), Some(_)) => runs_over(open, line),
            _ => false,
        };
        match out.last_mut().filter(|_| goes_on) {
            Some(open) => {
                open.hang = open.hang.or(Some(line.x));
                open.last_line = line.number;
                words.join(&mut open.text, &line.text);
            }
            None => out.push(Printed {
                line: line.number,
                last_line: line.number,
                page: line.page,
                x: line.x,
                hang: None,
                opens_page: before.is_none_or(|b| b.page != line.page),
                text: line.text.clone(),
            }),
        }
        before = Some(line);
    }
    let lowered = Lowered::of(out.iter().map(|p| p.text.as_str()));
    for paragraph in &mut out {
        paragraph.text = lowered.mend(&paragraph.text);
    }
    out
}

/// The lines with the raised or lowered rests of formulas behind the line they belong to.
///
/// Such a rest is a few letters far to the right, between two lines that stand closer than lines do.
fn in_order(lines: &[Line], leading: &BTreeMap<Tenths, Tenths>) -> Vec<Line> {
    let mut out = lines.to_vec();
    for at in 1..out.len().saturating_sub(1) {
        let (Some(before), Some(rest), Some(next)) = (out.get(at - 1), out.get(at), out.get(at + 1)) else { continue };
        let usual = leading.get(&rest.size).copied().unwrap_or(rest.size * 115 / 100);
        let (above, below) = (rest.y - before.y, next.y - rest.y);
        let between = before.page == next.page && above > 0 && below > 0 && below < above && above + below <= usual * 12 / 10;
        if between && rest.text.chars().count() <= REST && rest.x > next.x + FAR {
            let y = next.y;
            out.swap(at, at + 1);
            if let Some(rest) = out.get_mut(at + 1) {
                rest.y = y;
            }
        }
    }
    out
}

/// The usual distance of two lines of a paragraph, by the size of the letters.
fn leading(lines: &[Line]) -> BTreeMap<Tenths, Tenths> {
    let mut spaces: BTreeMap<Tenths, BTreeMap<Tenths, u32>> = BTreeMap::new();
    for (a, b) in lines.iter().zip(lines.iter().skip(1)).filter(|(a, b)| a.page == b.page && b.y > a.y) {
        *spaces.entry(a.size).or_default().entry(b.y - a.y).or_default() += 1;
    }
    spaces
        .into_iter()
        .filter_map(|(size, counts)| {
            // Lines of a paragraph stand closer than paragraphs do, however few paragraphs have several lines.
            let near: Vec<(Tenths, u32)> = counts.into_iter().filter(|(space, _)| *space < size * 16 / 10).collect();
            if near.iter().map(|(_, count)| count).sum::<u32>() < MEASURED {
                return None;
            }
            let (usual, _) = near.iter().max_by_key(|(space, count)| (*count, -space))?;
            // Heights are printed rounded: take the middle of what lies beside the commonest.
            let beside = near.iter().filter(|(space, _)| (space - usual).abs() <= 10);
            let (sum, count) =
                beside.fold((0, 0), |(sum, n), (space, count)| (sum + i64::from(*space) * i64::from(*count), n + i64::from(*count)));
            Some((size, Tenths::try_from(sum / count.max(1)).ok()?))
        })
        .collect()
}

/// Whether a line that follows closely still starts a paragraph.
fn turns(open: &Printed, before: &Line, line: &Line) -> bool {
    let back = line.x <= open.x + SAME;
    let out = open.hang.is_some_and(|hang| line.x < hang - SAME) && line.x <= open.x + SAME;
    let marked = is_marked(&line.text);
    let headline = before.size * 10 >= line.size * 13 || is_title(&open.text) && line.text.contains(char::is_lowercase);
    if headline && !is_marked(&open.text) {
        return true;
    }
    if is_resumed(&open.text) || is_resumed(&line.text) {
        return true;
    }
    if marked && back && (is_marked(&open.text) || ends(&before.text)) {
        return true;
    }
    // Items may follow closely behind what announces them, further in, and notes behind any end of a sentence.
    // In `1. a. Kilns;` the second label stands where further ones of its kind do, which the first line does not show.
    let double = label(&open.text).is_some_and(|outer| label(outer.text).is_some());
    if marked && (before.text.ends_with(':') || double && ends(&before.text) || ends(&before.text) && note(&line.text).is_some()) {
        return true;
    }
    if line.x < open.x - LEFT && !is_title(&open.text) && !line.text.starts_with(char::is_lowercase) {
        return true;
    }
    // A line that goes back behind hanging lines starts anew unless it runs on in the middle of a sentence.
    out && is_marked(&open.text) && !line.text.starts_with(char::is_lowercase)
}

/// Whether the paragraph at the end of a page goes on with the first line of the next.
fn runs_over(open: &Printed, line: &Line) -> bool {
    if is_marked(&line.text) || is_title(&line.text) || is_resumed(&open.text) || ends(&open.text) {
        return false;
    }
    let near = |x: Tenths| (x - line.x).abs() <= SAME;
    !is_title(&open.text) && open.hang.map_or(line.x >= open.x - SAME, near) && !line.text.starts_with(['"', '“'])
}

/// Whether a text ends as a paragraph does.
pub(super) fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
    let word = text.rsplit(' ').next().unwrap_or_default();
    text.ends_with(['.', ';', ':']) || matches!(word, "and" | "or") && text.trim_end_matches(word).trim_end().ends_with([';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rows: &[(u32, Tenths, Tenths, &str)]) -> Vec<Line> {
        rows.iter()
            .enumerate()
            .map(|(i, (page, x, y, text))| Line { number: i + 2, page: *page, x: x * 10, y: y * 10, size: 80, text: (*text).to_owned() })
            .collect()
    }

    fn texts(rows: &[(u32, Tenths, Tenths, &str)]) -> Vec<String> {
        join(&lines(rows)).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn space_parts_paragraphs() {
        let rows = [(1, 50, 100, "Kilns of"), (1, 50, 110, "brick;"), (1, 50, 130, "Mills of"), (1, 50, 140, "stone.")];
        assert_eq!(texts(&rows), ["Kilns of brick;", "Mills of stone."]);
    }

    #[test]
    fn labels_part_lines_that_stand_close() {
        let rows = [
            (1, 50, 100, "a. Kilns of"),
            (1, 60, 110, "brick;"),
            (1, 50, 120, "b. Mills of"),
            (1, 60, 130, "2. sorts."),
            (1, 50, 140, "c. Toys."),
        ];
        assert_eq!(texts(&rows), ["a. Kilns of brick;", "b. Mills of 2. sorts.", "c. Toys."]);
    }

    #[test]
    fn a_page_may_end_inside_a_paragraph() {
        let rows = [
            (1, 50, 100, "a. Kilns of the"),
            (1, 60, 110, "biggest"),
            (2, 60, 80, "brick;"),
            (2, 50, 100, "b. Mills."),
            (3, 50, 80, "Stones"),
        ];
        assert_eq!(texts(&rows), ["a. Kilns of the biggest brick;", "b. Mills.", "Stones"]);
    }

    #[test]
    fn the_rest_of_a_formula_stands_behind_its_line() {
        let rows = [
            (1, 50, 100, "a. Kilns of"),
            (1, 60, 110, "more than x"),
            (1, 300, 116, "2 ]"),
            (1, 60, 120, "divided by [ y"),
            (1, 60, 130, "for any z"),
        ];
        assert_eq!(texts(&rows), ["a. Kilns of more than x divided by [ y 2 ] for any z"]);
    }

    #[test]
    fn marks_of_paragraphs() {
        assert!(label("a. Kilns").is_some() && label("(1) Kilns").is_some());
        assert!(label("e.g. kilns").is_none() && label("8 hours").is_none() && label("a.").is_none());
        assert!(opens_definition("\"Kiln\" (2 9) means") && !opens_definition("\"Kilns\" (hot) of"));
        assert!(is_resumed("9A999 b. 2. (continued)") && is_resumed("9A999 continued"));
        assert!(!is_resumed("Kilns (continued)"));
        assert!(
            opens_entry("9A999 Kilns").is_some() && opens_entry("9A999 and 9A998").is_none() && opens_entry("9A999.a. Kilns").is_none()
        );
    }
}
