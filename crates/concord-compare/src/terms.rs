//! Defined terms of two lists: which are defined alike, differently, or on one side only.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{List, Paragraph, Term};

/// The defined terms of two lists.
pub(crate) struct Terms<'a> {
    left: BTreeMap<&'a str, &'a Term>,
    right: BTreeMap<&'a str, &'a Term>,
}

/// How a term stands on the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Defined in the same words, or on neither side.
    Same,
    /// Defined on both sides in different words.
    Differs,
    /// Defined on the left side only.
    OnlyLeft,
    /// Defined on the right side only.
    OnlyRight,
}

impl<'a> Terms<'a> {
    pub(crate) fn new(left: &'a List, right: &'a List) -> Self {
        let index = |list: &'a List| list.terms.iter().map(|t| (t.term.as_str(), t)).collect();
        Self { left: index(left), right: index(right) }
    }

    pub(crate) fn get(&self, term: &str) -> (Option<&'a Term>, Option<&'a Term>) {
        (self.left.get(term).copied(), self.right.get(term).copied())
    }

    pub(crate) fn standing(&self, term: &str) -> Standing {
        match self.get(term) {
            (Some(a), Some(b)) if a.definition == b.definition => Standing::Same,
            (Some(_), Some(_)) => Standing::Differs,
            (Some(_), None) => Standing::OnlyLeft,
            (None, Some(_)) => Standing::OnlyRight,
            (None, None) => Standing::Same,
        }
    }

    /// Terms that either paragraph uses as defined terms and that the two lists do not define alike.
    pub(crate) fn at_issue(&self, left: &Paragraph, right: &Paragraph) -> BTreeSet<String> {
        left.terms.iter().chain(&right.terms).filter(|t| self.standing(t) != Standing::Same).cloned().collect()
    }
}
