//! Definitions of legal terms as sets of elements, and how far two of them reach.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::Citation;

/// A word that a jurisdiction's law defines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The word's identifier: of the vocabulary, or the jurisdiction's own.
    pub term: String,
    /// The word the law uses, in its own language.
    pub label: String,
    /// Whether the vocabulary does not hold the word.
    pub own: bool,
    /// Elements of the vocabulary that widen it.
    pub covers: BTreeSet<String>,
    /// Elements of the vocabulary that narrow it.
    pub limits: BTreeSet<String>,
    /// Widening elements that the vocabulary does not hold.
    pub own_covers: BTreeSet<String>,
    /// Narrowing elements that the vocabulary does not hold.
    pub own_limits: BTreeSet<String>,
    /// Where it is defined.
    pub cites: Vec<Citation>,
    /// The first day for which a text at hand shows it.
    pub shown: Date,
    /// Ambiguity or condition in words of our own.
    pub note: String,
}

/// How far one definition reaches beside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The same elements.
    Exact,
    /// The left definition covers all the right one covers and more, or has fewer limits.
    LeftBroader,
    /// The mirror of that.
    RightBroader,
    /// Each reaches where the other does not.
    Overlapping,
    /// An element that only one jurisdiction records decides, and the other's standing on it is not known.
    Open,
}

impl Definition {
    /// How this definition stands to another of the same word.
    ///
    /// One is broader when it covers all the other covers and has no limit that the other lacks. An element of a jurisdiction's own
    /// was not looked for in the other's text unless that one records it too; such an element leaves the answer open where it
    /// could change it.
    pub fn reach(&self, other: &Self) -> Reach {
        let more_left = !self.covers.is_subset(&other.covers) || !other.limits.is_subset(&self.limits);
        let more_right = !other.covers.is_subset(&self.covers) || !self.limits.is_subset(&other.limits);
        // What one side alone records of its own may widen it (or, as a limit of the other, narrow that other).
        let may_left = !self.own_covers.is_subset(&other.own_covers) || !other.own_limits.is_subset(&self.own_limits);
        let may_right = !other.own_covers.is_subset(&self.own_covers) || !self.own_limits.is_subset(&other.own_limits);
        match (more_left, more_right) {
            (true, true) => Reach::Overlapping,
            (true, false) if !may_right => Reach::LeftBroader,
            (false, true) if !may_left => Reach::RightBroader,
            (false, false) if !may_left && !may_right => Reach::Exact,
            _ => Reach::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(covers: &[&str], limits: &[&str], own_covers: &[&str], own_limits: &[&str]) -> Definition {
        let set = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        Definition {
            shown: Date::MIN,
            term: "export".to_owned(),
            label: String::new(),
            own: false,
            covers: set(covers),
            limits: set(limits),
            own_covers: set(own_covers),
            own_limits: set(own_limits),
            cites: Vec::new(),
            note: String::new(),
        }
    }

    #[test]
    fn covering_more_or_limiting_less_is_broader() {
        let a = definition(&["x", "y"], &[], &[], &[]);
        assert_eq!(a.reach(&definition(&["x"], &[], &[], &[])), Reach::LeftBroader);
        assert_eq!(definition(&["x", "y"], &["l"], &[], &[]).reach(&a), Reach::RightBroader);
        assert_eq!(a.reach(&definition(&["y", "x"], &[], &[], &[])), Reach::Exact);
        assert_eq!(a.reach(&definition(&["x", "z"], &[], &[], &[])), Reach::Overlapping);
        assert_eq!(a.reach(&definition(&["x"], &["l"], &[], &[])), Reach::LeftBroader);
        // More covered and more limited: neither holds the other.
        assert_eq!(definition(&["x", "y"], &["l"], &[], &[]).reach(&definition(&["x"], &[], &[], &[])), Reach::Overlapping);
    }

    #[test]
    fn an_element_of_ones_own_leaves_open_what_it_could_change() {
        let plain = definition(&["x"], &[], &[], &[]);
        assert_eq!(definition(&["x"], &[], &["o"], &[]).reach(&plain), Reach::Open);
        assert_eq!(definition(&["x"], &[], &["o"], &[]).reach(&definition(&["x"], &[], &["o"], &[])), Reach::Exact);
        assert_eq!(definition(&["x", "y"], &[], &["o"], &[]).reach(&plain), Reach::LeftBroader);
        assert_eq!(definition(&["x", "y"], &[], &[], &["o"]).reach(&plain), Reach::Open);
        assert_eq!(plain.reach(&definition(&["x", "y"], &[], &[], &["o"])), Reach::Open);
    }
}
