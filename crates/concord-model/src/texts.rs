//! Official wording of a list's paragraphs, kept beside the definitions on the user's own disk; never part of the shipped data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Code;

/// The file in a list's folder of texts that holds its wording: one JSON object a line.
pub const FILE: &str = "paragraphs.jsonl";

/// What the official text says at one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The paragraph's own text.
    pub text: String,
    /// The texts of its notes, in the order of the list.
    pub notes: Vec<String>,
}

/// The wording of a list, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    paragraphs: BTreeMap<Code, Wording>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: Code,
    text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// A line of a file of texts that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no paragraph's wording: {what}")]
pub struct TextsError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl Texts {
    /// The wording of a paragraph, if it is at hand.
    pub fn get(&self, code: &Code) -> Option<&Wording> {
        self.paragraphs.get(code)
    }

    /// The wording of a paragraph, to be filled in.
    pub fn entry(&mut self, code: Code) -> &mut Wording {
        self.paragraphs.entry(code).or_default()
    }

    /// Whether no wording is at hand.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Takes the wording of other paragraphs in.
    pub fn extend(&mut self, other: Self) {
        self.paragraphs.extend(other.paragraphs);
    }

    /// One JSON object a line, by code.
    pub fn to_jsonl(&self) -> String {
        let line = |(code, wording): (&Code, &Wording)| {
            serde_json::to_string(&Line { code: code.clone(), text: wording.text.clone(), notes: wording.notes.clone() })
        };
        let mut out = String::new();
        for line in self.paragraphs.iter().map(line).filter_map(Result::ok) {
            out.push_str(&line);
            out.push('\n');
        }
        out
    }

    /// Reads what [`to_jsonl`](Self::to_jsonl) wrote.
    pub fn from_jsonl(text: &str) -> Result<Self, TextsError> {
        let mut texts = Self::default();
        for (at, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let line: Line = serde_json::from_str(line).map_err(|error| TextsError { line: at + 1, what: error.to_string() })?;
            texts.paragraphs.insert(line.code, Wording { text: line.text, notes: line.notes });
        }
        Ok(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_then_reading_gives_the_same() {
        let mut texts = Texts::default();
        texts.entry(Code::parse("1T001.a").unwrap()).text = "Kilns \"hot\"\n= ovens".to_owned();
        texts.entry(Code::parse("1T001").unwrap()).notes.push("Not toys.".to_owned());
        assert_eq!(Texts::from_jsonl(&texts.to_jsonl()).unwrap(), texts);
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = Texts::from_jsonl("{\"code\":\"1T001\",\"text\":\"x\"}\n{\"code\":}\n").unwrap_err();
        assert_eq!(error.line, 2);
    }
}
