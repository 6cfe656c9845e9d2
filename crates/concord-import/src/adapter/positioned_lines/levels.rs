//! Which level a label belongs to: the labels before it and its place on the page decide together.

use super::paragraph::{SAME, ends};
use super::table::Tenths;
use crate::adapter::label;

/// A paragraph on the way from the root to the one read last.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Its code.
    pub(super) code: String,
    /// Where its label stands.
    pub(super) x: Tenths,
    /// `true` where its text ends without announcing anything.
    closed: bool,
    /// The label of its last child, and where that stands.
    last: Option<(String, Tenths)>,
}

/// How far a label may stand from the label of its parent, in tenths of a point.
const DEEPEST_INDENT: Tenths = 600;
/// How far it stands from there at least.
const LEAST_INDENT: Tenths = 50;
/// Points for a label that follows, that opens a level, that opens one below a text that announces none, that comes later, that
/// stands at an unlikely place.
const FOLLOWS: i32 = 100;
const OPENS: i32 = 95;
const UNANNOUNCED: i32 = 65;
const LATER: i32 = 50;
const MIDDLE: i32 = 20;
/// The most that a wrong place takes off.
const MISPLACED: i32 = 70;

/// A level that a label can belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The higher the better.
    pub(super) points: i32,
    /// The level it would be a child of.
    pub(super) level: usize,
    /// `true` where it is the next label or the first.
    pub(super) in_order: bool,
    /// `true` where label and place are as the text before lets expect.
    pub(super) asked: bool,
}

/// The levels that are open.
#[derive(Clone, Debug)]
pub(super) struct Levels(Vec<Level>);

impl Levels {
    pub(super) fn new(root: &str, x: Tenths) -> Self {
        Self(vec![Level { code: root.to_owned(), x, closed: false, last: None }])
    }

    /// The paragraph read last.
    pub(super) fn current(&self) -> &str {
        self.0.last().map_or("", |l| l.code.as_str())
    }

    /// `true` where no label has been read.
    pub(super) fn is_fresh(&self) -> bool {
        self.0.len() == 1 && self.0.first().is_some_and(|l| l.last.is_none())
    }

    /// The deepest paragraph whose text can stand at a place: its label stands left of it.
    pub(super) fn around(&self, x: Tenths) -> &str {
        self.0.iter().rev().find(|l| l.x + SAME < x).or(self.0.first()).map_or("", |l| l.code.as_str())
    }

    /// The paragraph read last says more.
    pub(super) fn says(&mut self, text: &str) {
        if let Some(level) = self.0.last_mut() {
            level.closed = is_closed(text);
        }
    }

    /// How deep the labels stand.
    pub(super) fn deepest(&self) -> Tenths {
        self.0.last().map_or(0, |l| l.x)
    }

    /// The best level for a label. `level_with_parent` says that children may stand straight below their parent's label.
    pub(super) fn place(&self, label: &str, x: Tenths, level_with_parent: bool) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        for (level, open) in self.0.iter().enumerate().rev() {
            let found = match &open.last {
                Some((last, place)) if label::follows(last, label) => Some((FOLLOWS - misplaced(*place, x), true)),
                Some((last, place)) if label::is_later(last, label) => Some((LATER - misplaced(*place, x), false)),
                Some(_) => None,
                None => {
                    let indented = x > open.x + LEAST_INDENT && x <= open.x + DEEPEST_INDENT;
                    let straight = level_with_parent && x >= open.x - SAME && x <= open.x + LEAST_INDENT;
                    match (label::opens(label), indented || straight) {
                        (true, true) => Some((if open.closed { UNANNOUNCED } else { OPENS }, true)),
                        (true, false) => Some((MIDDLE, true)),
                        (false, true) => Some((MIDDLE, false)),
                        (false, false) => None,
                    }
                }
            };
            if let Some((points, in_order)) = found
                && best.is_none_or(|b| points > b.points)
            {
                best = Some(Candidate { points, level, in_order, asked: points >= OPENS });
            }
        }
        best
    }

    /// Adds a label with its text below a level; returns its code.
    pub(super) fn add(&mut self, level: usize, label: &str, x: Tenths, text: &str) -> String {
        self.0.truncate(level + 1);
        let code = match self.0.last_mut() {
            Some(parent) => {
                parent.last = Some((label.to_owned(), x));
                format!("{}.{label}", parent.code)
            }
            None => label.to_owned(),
        };
        self.0.push(Level { code: code.clone(), x, closed: is_closed(text), last: None });
        code
    }

    /// The label before the next one of a level.
    pub(super) fn last_of(&self, level: usize) -> &str {
        self.0.get(level).and_then(|l| l.last.as_ref()).map_or("", |(label, _)| label.as_str())
    }
}

/// Whether a text ends without announcing anything.
fn is_closed(text: &str) -> bool {
    ends(text) && !text.ends_with(':')
}

fn misplaced(place: Tenths, x: Tenths) -> i32 {
    let away = (place - x).abs();
    if away <= SAME { 0 } else { (away / 5).min(MISPLACED) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_on_the_page_decides_between_levels() {
        let mut levels = Levels::new("9A999", 1000);
        for (label, x, code) in [
            ("a", 1500, "9A999.a"),
            ("1", 1600, "9A999.a.1"),
            ("a", 1700, "9A999.a.1.a"),
            ("1", 1800, "9A999.a.1.a.1"),
            ("2", 1600, "9A999.a.2"),
            ("b", 1500, "9A999.b"),
            ("1", 1610, "9A999.b.1"),
        ] {
            let found = levels.place(label, x, false).unwrap();
            assert_eq!(levels.add(found.level, label, x, "Kilns:"), code);
            assert!(found.in_order);
        }
        assert_eq!((levels.around(1520), levels.around(1605)), ("9A999", "9A999.b"));
    }

    #[test]
    fn a_text_that_ends_announces_no_level() {
        let mut levels = Levels::new("9A999", 1000);
        levels.add(0, "a", 1500, "Kilns:");
        let announced = levels.place("1", 1600, false).unwrap();
        levels.add(0, "b", 1500, "Kilns;");
        assert!(levels.place("1", 1600, false).unwrap().points < announced.points);
    }

    #[test]
    fn a_gap_is_no_order() {
        let mut levels = Levels::new("9A999", 1000);
        levels.add(0, "a", 1500, "Kilns;");
        let found = levels.place("d", 1500, false).unwrap();
        assert_eq!((found.level, found.in_order), (0, false));
        assert!(levels.place("x", 1500, false).is_some());
    }
}
