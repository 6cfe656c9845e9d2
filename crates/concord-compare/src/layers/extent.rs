//! How far two sides reach, as sets that are certain in part.

use std::collections::BTreeSet;

/// What a side surely reaches, and what it may reach beside that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    sure: BTreeSet<String>,
    perhaps: BTreeSet<String>,
}

/// How two extents stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The same on both sides.
    Same,
    /// The left reaches all that the right may reach, and more.
    LeftMore,
    /// The right reaches all that the left may reach, and more.
    RightMore,
    /// Each reaches something that the other does not.
    Overlap,
    /// What may be reached could change the answer.
    Open,
}

impl Extent {
    /// Adds words that are reached, surely or perhaps.
    pub(super) fn add<'w>(&mut self, words: impl IntoIterator<Item = &'w str>, surely: bool) {
        let set = if surely { &mut self.sure } else { &mut self.perhaps };
        set.extend(words.into_iter().map(str::to_owned));
    }

    /// Whether nothing is reached, and nothing may be.
    pub(super) fn is_empty(&self) -> bool {
        self.sure.is_empty() && self.perhaps.is_empty()
    }

    /// What is surely reached.
    pub(super) fn sure(&self) -> impl Iterator<Item = &str> {
        self.sure.iter().map(String::as_str)
    }

    /// What may be reached beside that.
    pub(super) fn perhaps(&self) -> impl Iterator<Item = &str> {
        self.perhaps.difference(&self.sure).map(String::as_str)
    }

    fn surely_more_than(&self, other: &Self) -> bool {
        self.sure.iter().any(|word| !other.sure.contains(word) && !other.perhaps.contains(word))
    }

    fn perhaps_more_than(&self, other: &Self) -> bool {
        self.sure.union(&self.perhaps).any(|word| !other.sure.contains(word))
    }

    /// How this stands to the right side's extent.
    pub(super) fn stand(&self, right: &Self) -> Standing {
        match (self.surely_more_than(right), right.surely_more_than(self)) {
            (true, true) => Standing::Overlap,
            (true, false) if !right.perhaps_more_than(self) => Standing::LeftMore,
            (false, true) if !self.perhaps_more_than(right) => Standing::RightMore,
            (false, false) if !self.perhaps_more_than(right) && !right.perhaps_more_than(self) => Standing::Same,
            _ => Standing::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Standing};

    fn extent(sure: &[&str], perhaps: &[&str]) -> Extent {
        let mut out = Extent::default();
        out.add(sure.iter().copied(), true);
        out.add(perhaps.iter().copied(), false);
        out
    }

    #[test]
    fn what_may_be_decides_nothing() {
        let cases = [
            ((["a", "b"].as_slice(), [].as_slice()), (["a"].as_slice(), [].as_slice()), Standing::LeftMore),
            ((&["a"], &[]), (&["a", "b"], &[]), Standing::RightMore),
            ((&["a"], &[]), (&["b"], &[]), Standing::Overlap),
            ((&["a"], &["a"]), (&["a"], &[]), Standing::Same),
            ((&["a"], &[]), (&[], &["a"]), Standing::Open),
            ((&["a", "b"], &[]), (&["a"], &["c"]), Standing::Open),
            ((&["a", "b"], &[]), (&["a"], &["b"]), Standing::Open),
            ((&[], &["a"]), (&["b"], &[]), Standing::Open),
        ];
        for ((left, may_left), (right, may_right), want) in cases {
            assert_eq!(extent(left, may_left).stand(&extent(right, may_right)), want, "{left:?} {may_left:?} {right:?} {may_right:?}");
        }
    }
}
