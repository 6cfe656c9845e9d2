//! What a page holds beside the text: running heads and feet, page numbers, marks of amendments, footnotes.
//!
//! Heads and feet are known by repetition: the same words, numbers apart, at the same height and at the edge of most pages
//! of a stretch.

use std::collections::BTreeMap;

use super::table::{Line, Tenths};
use crate::adapter::owners::entry_code;

/// Lines at the edge of a page that can be heads or feet.
const EDGE: usize = 2;
/// A head or foot stands on so many pages at least.
const PAGES: u32 = 3;
/// Heights differ by less than this, in tenths of a point, where a print repeats a line.
const HEIGHT: Tenths = 20;

/// The lines without heads, feet and marks, and the footnotes apart.
pub(super) struct Cleared {
    /// The text.
    pub(super) lines: Vec<Line>,
    /// The footnotes, line by line.
    pub(super) footnotes: Vec<Line>,
}

/// Clears the pages.
pub(super) fn clear(lines: Vec<Line>) -> Cleared {
    let lines: Vec<Line> = lines.into_iter().filter_map(without_marks).collect();
    let repeated = repeated(&lines);
    let edges = edges(&lines);
    let kept: Vec<Line> =
        lines.into_iter().zip(edges).filter(|(line, edge)| !(*edge && repeated.contains_key(&key(line)))).map(|(line, _)| line).collect();
    let body = usual_size(&kept);
    let mut cleared = Cleared { lines: Vec::with_capacity(kept.len()), footnotes: Vec::new() };
    let mut in_note = None;
    let left = leftmost(&kept);
    let at_foot = |line: &Line| left.get(&line.page).is_some_and(|x| (line.x - x).abs() < HEIGHT);
    for line in kept {
        let small = line.size * 100 < body * 95;
        let opens = small && line.text.starts_with("(^{") || is_footnote(&line.text) && at_foot(&line);
        if opens || in_note == Some(line.page) {
            in_note = Some(line.page);
            cleared.footnotes.push(line);
        } else {
            in_note = None;
            cleared.lines.push(line);
        }
    }
    cleared
}

/// Whether a line is the first of a footnote.
pub(super) fn opens_footnote(text: &str) -> bool {
    text.starts_with("(^{") || is_footnote(text)
}

/// Whether a text opens as a footnote does: a raised number, a space, a capital.
fn is_footnote(text: &str) -> bool {
    let Some((number, rest)) = text.strip_prefix("^{").and_then(|t| t.split_once("} ")) else { return false };
    number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(|c: char| c.is_uppercase())
}

/// Where the leftmost line of each page starts.
fn leftmost(lines: &[Line]) -> BTreeMap<u32, Tenths> {
    let mut out = BTreeMap::new();
    for line in lines {
        let x = out.entry(line.page).or_insert(line.x);
        *x = line.x.min(*x);
    }
    out
}

/// The letters' size of most lines.
fn usual_size(lines: &[Line]) -> Tenths {
    let mut sizes: BTreeMap<Tenths, usize> = BTreeMap::new();
    for line in lines {
        *sizes.entry(line.size).or_default() += 1;
    }
    sizes.into_iter().max_by_key(|(size, count)| (*count, -size)).map_or(0, |(size, _)| size)
}

/// Which lines are among the first or last of their page.
fn edges(lines: &[Line]) -> Vec<bool> {
    let mut out = vec![false; lines.len()];
    let mut from = 0;
    while let Some(first) = lines.get(from) {
        let to = lines.iter().skip(from).position(|l| l.page != first.page).map_or(lines.len(), |n| from + n);
        let mut order: Vec<usize> = (from..to).collect();
        order.sort_by_key(|i| lines.get(*i).map(|l| l.y));
        let ends = order.iter().take(EDGE).chain(order.iter().rev().take(EDGE));
        for at in ends {
            if let Some(edge) = out.get_mut(*at) {
                *edge = true;
            }
        }
        from = to;
    }
    out
}

/// Words without their numbers, and height.
fn key(line: &Line) -> (String, Tenths) {
    let mut words = String::with_capacity(line.text.len());
    for c in line.text.chars() {
        if !c.is_ascii_digit() {
            words.push(c);
        } else if !words.ends_with('#') {
            words.push('#');
        }
    }
    (words, line.y / HEIGHT)
}

/// The lines that stand on most pages of a stretch.
fn repeated(lines: &[Line]) -> BTreeMap<(String, Tenths), u32> {
    let edges = edges(lines);
    let mut pages: BTreeMap<(String, Tenths), (u32, u32, u32)> = BTreeMap::new();
    for (line, _) in lines.iter().zip(edges).filter(|(line, edge)| *edge && entry_code(&line.text).is_none()) {
        let (first, last, count) = pages.entry(key(line)).or_insert((line.page, line.page, 0));
        if *count == 0 || *last != line.page {
            *count += 1;
        }
        *first = (*first).min(line.page);
        *last = line.page;
    }
    pages
        .into_iter()
        .filter(|(_, (first, last, count))| *count >= PAGES && count * 2 > last.saturating_sub(*first))
        .map(|(key, (_, _, count))| (key, count))
        .collect()
}

/// A line without the marks that show where an amendment starts and ends; `None` where nothing else stands in it.
fn without_marks(mut line: Line) -> Option<Line> {
    const OPENING: [char; 4] = ['►', '▶', '▼', '▲'];
    const CLOSING: [char; 2] = ['◄', '◀'];
    if line.text.contains(OPENING) || line.text.contains(CLOSING) {
        let mut words = Vec::new();
        for word in line.text.split(' ') {
            match word.find(OPENING) {
                Some(0) => {}
                Some(at) => words.extend(word.get(..at)),
                None => words.push(word),
            }
        }
        words.join(" ").replace(CLOSING, "").trim().clone_into(&mut line.text);
    }
    (!line.text.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(page: u32, y: Tenths, text: &str) -> Line {
        Line { number: 1, page, x: 100, y, size: if text.starts_with("(^") { 70 } else { 80 }, text: text.to_owned() }
    }

    #[test]
    fn heads_and_feet_repeat() {
        let mut lines = Vec::new();
        for page in 1..=4 {
            lines.push(line(page, 50, &format!("The List — {page}")));
            lines.push(line(page, 70, "▼M2"));
            lines.push(line(page, 100, &format!("Kiln number {}", "abcd".chars().nth(page as usize - 1).unwrap())));
            lines.push(line(page, 110, "A ►M2 mill ◄."));
            lines.push(line(page, 120, "ends."));
            lines.push(line(page, 700, &format!("(^{{1}} ) A footnote on {}", ["kilns", "mills", "toys", "dolls"][page as usize - 1])));
            lines.push(line(page, 800, &page.to_string()));
        }
        let cleared = clear(lines);
        let texts: Vec<&str> = cleared.lines.iter().take(3).map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["Kiln number a", "A mill .", "ends."]);
        assert_eq!((cleared.lines.len(), cleared.footnotes.len()), (12, 4));
    }

    #[test]
    fn what_stands_on_few_pages_is_text() {
        let lines = [(1, "Toys;"), (2, "Dolls;"), (3, "Toys;"), (9, "Toys;")].map(|(page, text)| line(page, 50, text));
        assert_eq!(clear(lines.to_vec()).lines.len(), 4);
    }
}
