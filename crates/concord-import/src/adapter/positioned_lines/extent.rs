//! Where the list begins and ends in a print that holds more than the list: its entries' codes rise from first to last.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::paragraph::{Printed, SAME, is_resumed, opens_entry};
use super::table::Tenths;

/// The list's place among the paragraphs.
pub(super) struct Extent {
    /// The paragraphs that open an entry, in order.
    pub(super) entries: Vec<usize>,
    /// Where the codes stand on the page.
    pub(super) column: Tenths,
    /// The first paragraph of what introduces the list.
    pub(super) from: usize,
    /// The word that the titles of the list and of what follows it begin with (`ANNEX`); empty where they have none.
    pub(super) kind: String,
}

impl Extent {
    /// The lines of the input from what introduces the list to where something else of its kind begins.
    pub(super) fn lines(&self, paragraphs: &[Printed]) -> Range<usize> {
        let from = paragraphs.get(self.from).map_or(0, |p| p.line);
        let last = self.entries.last().copied().unwrap_or(0);
        let end = paragraphs.iter().skip(last).find(|p| is_title_of(&p.text, &self.kind)).map_or(usize::MAX, |p| p.line);
        from..end
    }
}

/// Finds the list; `None` where no paragraph opens with a code.
pub(super) fn find(paragraphs: &[Printed]) -> Option<Extent> {
    let coded: Vec<(usize, &str, Tenths)> = paragraphs
        .iter()
        .enumerate()
        .filter(|(_, p)| !is_resumed(&p.text))
        .filter_map(|(i, p)| opens_entry(&p.text).map(|(code, _)| (i, code, p.x)))
        .collect();
    let column = commonest(coded.iter().map(|(_, _, x)| *x))?;
    let coded: Vec<(usize, &str)> =
        coded.into_iter().filter(|(_, _, x)| (x - column).abs() <= SAME).map(|(i, code, _)| (i, code)).collect();
    let rising = rising(&coded);
    let first = *rising.first()?;
    let last = *rising.last()?;
    // A part may begin anew inside the list: what stands between first and last and opens no second time is an entry too.
    let known: BTreeSet<&str> = coded.iter().filter(|(i, _)| rising.binary_search(i).is_ok()).map(|(_, code)| *code).collect();
    let mut seen = BTreeSet::new();
    let entries = coded
        .iter()
        .filter(|(i, code)| rising.binary_search(i).is_ok() || (first..last).contains(i) && !known.contains(code) && seen.insert(*code))
        .map(|(i, _)| *i)
        .collect();
    // What follows the list often has a heading of the kind that stands over the list itself: "Annex A", "Annex B".
    let behind = paragraphs.iter().skip(last).find(|p| is_title(&p.text) && p.x > column + SAME);
    let kind = behind.and_then(|p| p.text.split(' ').next()).unwrap_or_default();
    let head = |p: &Printed| is_title_of(&p.text, kind);
    let from = paragraphs.iter().take(first).rposition(head).unwrap_or(0);
    Some(Extent { entries, column, from, kind: kind.to_owned() })
}

/// Whether a text is a short title that begins with a word.
pub(super) fn is_title_of(text: &str, kind: &str) -> bool {
    let first = text.trim_start_matches(|c: char| !c.is_alphanumeric()).split(' ').next();
    is_title(text) && first == Some(kind) && text.split(' ').count() <= 3
}

/// Whether a text is set in capitals throughout.
pub(super) fn is_title(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4 && !text.contains(char::is_lowercase) && !text.ends_with(['.', ';', ':', ','])
}

/// The commonest of some places; the leftmost of equals.
fn commonest(places: impl Iterator<Item = Tenths>) -> Option<Tenths> {
    let mut counts: BTreeMap<Tenths, usize> = BTreeMap::new();
    for place in places {
        *counts.entry(place).or_default() += 1;
    }
    let near = |x: Tenths| counts.range(x - SAME..=x + SAME).map(|(_, count)| count).sum::<usize>();
    counts.keys().copied().max_by_key(|x| (near(*x), -x))
}

/// The longest run of rising codes; of equal codes the first.
fn rising(coded: &[(usize, &str)]) -> Vec<usize> {
    // For each length the place where a run of that length ends with the smallest code, and for each place the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(coded.len());
    let code = |place: usize| coded.get(place).map_or("", |(_, code)| *code);
    for at in 0..coded.len() {
        let length = ends.partition_point(|end| code(*end) < code(at));
        before.push(length.checked_sub(1).and_then(|l| ends.get(l).copied()));
        match ends.get_mut(length) {
            Some(end) if code(at) < code(*end) => *end = at,
            Some(_) => {}
            None => ends.push(at),
        }
    }
    let mut at = ends.last().copied();
    let mut out = Vec::new();
    while let Some(place) = at {
        out.extend(coded.get(place).map(|(paragraph, _)| *paragraph));
        at = before.get(place).copied().flatten();
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rise_is_the_list() {
        let coded = [(3, "9A001"), (5, "1A001"), (7, "1A002"), (8, "1A002"), (9, "1B001"), (12, "1A001"), (14, "1B001")];
        assert_eq!(rising(&coded), [5, 7, 9]);
    }

    #[test]
    fn titles_are_capitals() {
        assert!(is_title("ANNEX II") && is_title("CATEGORY 0 - KILNS"));
        assert!(!is_title("Annex II") && !is_title("1 000 MPA;") && !is_title("2"));
    }
}
