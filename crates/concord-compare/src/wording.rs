//! Where the wording of two paragraphs differs, word by word. It shows a reader what to look at; nothing is decided from it.

use concord_model::texts::Wording;
use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

use crate::observation::Kind;

/// Which side says some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Both sides.
    Both,
    /// The left side only.
    Left,
    /// The right side only.
    Right,
}

/// Words that one side or both say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Who says them.
    pub said: Said,
    /// The words, one space between them.
    pub words: String,
}

/// Compares the wording that a finding of this kind is about: the notes for a finding on notes, else the paragraph's own text.
/// Empty where both say the same.
pub(crate) fn compare(kind: Kind, left: &Wording, right: &Wording) -> Vec<Words> {
    let about = |w: &Wording| match kind {
        Kind::Note | Kind::Exclusion => w.notes.join(" "),
        _ => w.text.clone(),
    };
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (left, right) = (words(about(left)), words(about(right)));
    let (l, r): (Vec<&str>, Vec<&str>) = (left.iter().map(String::as_str).collect(), right.iter().map(String::as_str).collect());
    let mut out: Vec<Words> = Vec::new();
    for change in TextDiff::from_slices(&l, &r).iter_all_changes() {
        let said = match change.tag() {
            ChangeTag::Equal => Said::Both,
            ChangeTag::Delete => Said::Left,
            ChangeTag::Insert => Said::Right,
        };
        match out.last_mut() {
            Some(last) if last.said == said => {
                last.words.push(' ');
                last.words.push_str(change.value());
            }
            _ => out.push(Words { said, words: change.value().to_owned() }),
        }
    }
    if out.iter().all(|w| w.said == Said::Both) { Vec::new() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Wording {
        Wording { text: text.to_owned(), notes: vec![format!("Note: {text}")] }
    }

    #[test]
    fn words_of_one_side_stand_apart() {
        let out = compare(Kind::Qualifier, &text("Kilns  for hot clay"), &text("Kilns for cold clay"));
        let shown: Vec<(Said, &str)> = out.iter().map(|w| (w.said, w.words.as_str())).collect();
        assert_eq!(shown, [(Said::Both, "Kilns for"), (Said::Left, "hot"), (Said::Right, "cold"), (Said::Both, "clay")]);
        assert_eq!(compare(Kind::Note, &text("a b"), &text("a c"))[0].words, "Note: a");
    }

    #[test]
    fn the_same_words_give_nothing() {
        assert!(compare(Kind::Qualifier, &text("Kilns for clay"), &text("Kilns  for clay")).is_empty());
    }
}
