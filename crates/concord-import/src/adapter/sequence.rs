//! Where a label belongs: the full code of a paragraph from its printed label and what stands above it.

use std::collections::{HashMap, HashSet};

use super::label::{self, Label};

/// How well a label fits a place, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The code exists already.
    Duplicate,
    /// The code's parent does not exist.
    Orphan,
    /// It stands before the label above it.
    Disorder,
    /// Labels are missing between the one above it and this.
    Gap,
    /// It is the next label, or the first.
    Next,
}

/// A place for a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The full code.
    pub code: String,
    /// How well it fits.
    pub fit: Fit,
    /// `true` where the printed label leaves out the levels above.
    pub short: bool,
}

/// The labels seen so far in one entry, or in one note.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    root: String,
    codes: HashSet<String>,
    last_child: HashMap<String, String>,
    current: String,
}

impl Sequence {
    pub(crate) fn new(root: &str) -> Self {
        Self { root: root.to_owned(), codes: HashSet::from([root.to_owned()]), last_child: HashMap::new(), current: root.to_owned() }
    }

    /// The code of the paragraph added last.
    pub(crate) fn current(&self) -> &str {
        &self.current
    }

    /// The best place for a label.
    pub(crate) fn place(&self, label: &Label<'_>) -> Place {
        let mut best = self.at(&self.root, label);
        let mut base = self.current.as_str();
        while base.len() > self.root.len() {
            let place = self.at(base, label);
            if place.fit > best.fit {
                best = place;
            }
            base = base.rfind('.').and_then(|at| base.get(..at)).unwrap_or(&self.root);
        }
        best
    }

    /// The place of a label that is printed in full.
    pub(crate) fn in_full(&self, label: &Label<'_>) -> Place {
        self.at(&self.root, label)
    }

    fn at(&self, base: &str, label: &Label<'_>) -> Place {
        let mut parent = base.to_owned();
        let last = label.segments.last().copied().unwrap_or_default();
        for segment in label.segments.iter().take(label.segments.len().saturating_sub(1)) {
            parent.push('.');
            parent.push_str(segment);
        }
        let code = format!("{parent}.{last}");
        let fit = if self.codes.contains(&code) {
            Fit::Duplicate
        } else if !self.codes.contains(&parent) {
            Fit::Orphan
        } else {
            match self.last_child.get(&parent) {
                None if label::opens(last) => Fit::Next,
                None => Fit::Gap,
                Some(before) if label::follows(before, last) => Fit::Next,
                Some(before) if label::is_later(before, last) => Fit::Gap,
                Some(_) => Fit::Disorder,
            }
        };
        Place { code, fit, short: base != self.root }
    }

    /// Adds a code.
    pub(crate) fn add(&mut self, code: &str) {
        self.codes.insert(code.to_owned());
        if let Some(at) = code.rfind('.') {
            let (parent, last) = (code.get(..at).unwrap_or_default(), code.get(at + 1..).unwrap_or_default());
            self.last_child.insert(parent.to_owned(), last.to_owned());
        }
        code.clone_into(&mut self.current);
    }

    /// The label that stands before a new child of the code's parent.
    pub(crate) fn sibling_before(&self, code: &str) -> Option<&str> {
        let parent = code.rfind('.').and_then(|at| code.get(..at))?;
        self.last_child.get(parent).map(String::as_str)
    }

    /// The nearest existing code at or above a code.
    pub(crate) fn nearest(&self, code: &str) -> String {
        let mut code = code;
        while !self.codes.contains(code) {
            match code.rfind('.').and_then(|at| code.get(..at)) {
                Some(parent) => code = parent,
                None => return self.root.clone(),
            }
        }
        code.to_owned()
    }
}
