//! Scores an imported paragraph against its label: its limits, its connective, its children.

use std::collections::BTreeSet;

use concord_model::{Condition, Connective, Entry, Paragraph};

use super::scoring::{self, Label, Tally};

/// The score of one paragraph, or of many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    /// Its limits.
    pub(crate) limits: scoring::Score,
    /// Connectives that agree, and those that do not.
    pub(crate) connective: Tally,
    /// Lists of children that agree, and those that do not.
    pub(crate) children: Tally,
}

impl Score {
    pub(crate) fn add(&mut self, other: Self) {
        self.limits.add(other.limits);
        self.connective.add(other.connective);
        self.children.add(other.children);
    }

    fn remark(&mut self, line: String) {
        self.limits.remarks.push(line);
    }
}

/// Scores a paragraph, or the lack of it.
pub(crate) fn score(label: &Label, found: Option<(&Entry, &Paragraph)>) -> Score {
    let mut score = Score::default();
    let Some((entry, paragraph)) = found else {
        score.limits = scoring::score(label, &[], &|_| String::new());
        score.connective.missed = usize::from(label.connective.is_some());
        score.children.missed = usize::from(label.children.is_some());
        score.remark(format!("{}: the import has no such paragraph", label.code));
        return score;
    };
    score.limits = scoring::score(label, &paragraph.when.conditions(), &|condition| parameter(entry, paragraph, condition));
    structure(&mut score, label, entry, paragraph);
    score
}

/// The condition's parameter; where only the parent states it, the nearest ancestor's parameter or subject.
fn parameter(entry: &Entry, paragraph: &Paragraph, condition: &Condition) -> String {
    if !condition.parameter.is_empty() {
        return condition.parameter.clone();
    }
    let mut code = paragraph.code.parent();
    while let Some(up) = code {
        if let Some(above) = entry.paragraph(&up) {
            let stated = above.when.conditions().into_iter().map(|c| c.parameter.clone()).find(|p| !p.is_empty());
            if let Some(words) = stated.or_else(|| (!above.subject.is_empty()).then(|| above.subject.clone())) {
                return words;
            }
        }
        code = up.parent();
    }
    String::new()
}

fn structure(score: &mut Score, label: &Label, entry: &Entry, paragraph: &Paragraph) {
    if let Some(wanted) = &label.connective {
        let read = match paragraph.children {
            Connective::Any => "any".to_owned(),
            Connective::All => "all".to_owned(),
            Connective::AtLeast(k) => format!("at least {k}"),
        };
        if read == *wanted {
            score.connective.hits += 1;
        } else {
            score.connective.missed += 1;
            score.remark(format!("{}: children joined by {read}, labelled {wanted}", label.code));
        }
    }
    if let Some(wanted) = &label.children {
        let read: BTreeSet<&str> = entry.children(&paragraph.code).map(|c| c.code.as_str()).collect();
        if read == wanted.iter().map(String::as_str).collect() {
            score.children.hits += 1;
        } else {
            score.children.missed += 1;
            score.remark(format!("{}: children {read:?}, labelled {wanted:?}", label.code));
        }
    }
}
