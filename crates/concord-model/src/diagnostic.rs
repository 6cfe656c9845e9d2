//! Diagnostics: what is wrong in a file, where, and how to mend it.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::load::tree::{Kind, Tree};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Doubtful, yet the definitions can be used.
    Warning,
    /// The definitions cannot be used as they stand.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One problem of a file of definitions.
///
/// Diagnostics order by file, line and column, so that a sorted list reads like the files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// The file's name as the caller gave it; empty where the definitions came from no file.
    pub file: String,
    /// Line, counted from 1; 0 where the problem has no place in the file.
    pub line: usize,
    /// Column in characters, counted from 1; 0 where the problem has no place in the line.
    pub column: usize,
    /// Length of the place in characters; 0 where it is a point.
    pub length: usize,
    /// The diagnostic's code (`E0101`); [`explanation`] tells more about it.
    pub code: &'static str,
    /// How grave it is; the letter of the code says the same.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it; empty where there is nothing to add to the message.
    pub hint: String,
}

impl Diagnostic {
    /// A diagnostic without a place; the code's letter says how grave it is.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            file: String::new(),
            line: 0,
            column: 0,
            length: 0,
            code,
            severity: severity(code),
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The same diagnostic at a place: line and column from 1, length in characters; 0 where there is none.
    #[must_use]
    pub fn at(mut self, file: &str, line: usize, column: usize, length: usize) -> Self {
        file.clone_into(&mut self.file);
        (self.line, self.column, self.length) = (line, column, length);
        self
    }
}

impl fmt::Display for Diagnostic {
    /// One line: `file:line:column: error[E0101]: message (hint)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:", self.file)?;
            if self.line > 0 {
                write!(f, "{}:{}:", self.line, self.column)?;
            }
            f.write_str(" ")?;
        }
        write!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " ({})", self.hint) }
    }
}

/// What a diagnostic's code means, at length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code (`E0101`).
    pub code: String,
    /// A title of a few words.
    pub title: String,
    /// Why it matters and how to mend it.
    pub explanation: String,
}

impl Explanation {
    /// The severity that the code's letter stands for.
    pub fn severity(&self) -> Severity {
        severity(&self.code)
    }
}

/// Every diagnostic this crate can give, by code. The table is `data/diagnostics.yaml`.
pub fn explanations() -> &'static [Explanation] {
    static TABLE: LazyLock<Vec<Explanation>> = LazyLock::new(|| {
        let tree = Tree::read("diagnostics.yaml", include_str!("../data/diagnostics.yaml").as_bytes(), &mut Vec::new());
        let Some(Kind::Sequence(rows)) = tree.map(|t| t.kind) else { return Vec::new() };
        rows.iter()
            .map(|row| Explanation { code: row.text_of("code"), title: row.text_of("title"), explanation: row.text_of("explanation") })
            .collect()
    });
    &TABLE
}

/// The explanation of one code (`E0101`, in any case).
pub fn explanation(code: &str) -> Option<&'static Explanation> {
    explanations().iter().find(|e| e.code.eq_ignore_ascii_case(code))
}

pub(crate) fn severity(code: &str) -> Severity {
    if code.starts_with('W') { Severity::Warning } else { Severity::Error }
}

/// Defines the codes as constants and lists them.
macro_rules! codes {
    ($($name:ident = $code:literal;)*) => {
        $(#[doc = concat!("The diagnostic `", $code, "`.")] pub const $name: &str = $code;)*
        #[cfg(test)]
        pub(crate) const ALL: &[&str] = &[$($code),*];
    };
}

/// The codes, one constant each; [`explanation`] says what each means.
pub mod codes {
    codes! {
        UNREADABLE_FILE = "E0001";
        NOT_UTF8 = "E0002";
        TOO_LARGE = "E0003";
        EMPTY_FILE = "E0004";
        SYNTAX = "E0005";
        ALIAS = "E0006";
        TAG = "E0007";
        TOO_DEEP = "E0008";
        SECOND_DOCUMENT = "E0009";
        DUPLICATE_KEY = "E0010";
        UNKNOWN_KEY = "E0101";
        MISSING_KEY = "E0102";
        WRONG_TYPE = "E0103";
        EMPTY_VALUE = "E0104";
        BARE_NUMBER = "E0105";
        WRONG_CHOICE = "E0106";
        WRONG_DATE = "E0107";
        WRONG_DIGEST = "E0108";
        NOT_A_CODE = "E0109";
        CONFLICTING_KEYS = "E0110";
        SECOND_HEADER = "E0111";
        UNREADABLE_LIMIT = "E0201";
        EMPTY_INTERVAL = "E0202";
        UNKNOWN_UNIT = "W0203";
        MIXED_DIMENSIONS = "E0204";
        UNREADABLE_PARAMETER = "E0205";
        DUPLICATE_CODE = "E0301";
        NO_PARENT = "E0302";
        FOREIGN_PARAGRAPH = "E0303";
        NO_CITATION = "E0304";
        DUPLICATE_TERM = "E0305";
        CORRECTION_UNMATCHED = "E0401";
        CORRECTION_IDLE = "W0402";
        CORRECTION_NO_REASON = "E0403";
        UNKNOWN_REFERENCE = "W0501";
        RESERVED_WITH_CONTENT = "W0502";
        SAYS_NOTHING = "W0503";
        DATE_ORDER = "W0504";
        AREA_WITHOUT_CODES = "W0505";
        IDLE_CONNECTIVE = "W0506";
        NO_METADATA = "E0601";
        WRONG_METADATA = "E0602";
        MISSING_SLOT = "E0603";
        WRONG_TABLE = "E0604";
        NOT_A_CURIE = "E0605";
        UNDECLARED_PREFIX = "E0606";
        WRONG_CONFIDENCE = "E0607";
        WRONG_SLOT_VALUE = "E0608";
        CONTRADICTING_MAPPINGS = "E0609";
        UNKNOWN_SLOT = "W0610";
        MAPPING_TWICE = "W0611";
        UNUSED_PREDICATE = "W0612";
        UNKNOWN_JUSTIFICATION = "W0613";
        UNKNOWN_ENTITY = "W0614";
        UNREADABLE_VOCABULARY = "E0615";
        EMPTY_VOCABULARY = "E0616";
        CONCEPT_WITHOUT_LABEL = "W0617";
        BROADER_CYCLE = "W0618";
        BARE_QUOTE = "W0619";
        NOT_AN_IDENTIFIER = "E0701";
        WRONG_ATTRIBUTE = "E0702";
        DUPLICATE_ATTRIBUTE = "E0703";
        MISPLACED_TOPIC = "E0704";
        UNKNOWN_ATTRIBUTE = "E0705";
        WRONG_ANSWER = "E0706";
        UNKNOWN_INSTRUMENT = "E0707";
        UNKNOWN_TERM = "E0708";
        UNKNOWN_ELEMENT = "E0709";
        UNKNOWN_PARENT = "E0710";
        DATES_REVERSED = "E0711";
        UNANSWERED = "E0712";
        TWO_IN_FORCE = "E0713";
        NO_PINPOINT = "W0714";
        NOT_YET_IN_FORCE = "W0715";
        INHERITED_AND_ANSWERED = "W0716";
        NONE_IN_FORCE = "W0717";
        LONG_NOTE = "W0718";
        SEEN_LATER = "W0719";
        UNKNOWN_DESTINATION = "E0901";
        UNKNOWN_ITEMS = "E0902";
        UNKNOWN_AUTHORISATION = "E0903";
        WRONG_PATTERN = "E0904";
        IDLE_PATTERN = "W0905";
        UNKNOWN_COLUMN = "E0906";
        ITEM_WITHOUT_KIND = "E0907";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_once_and_every_explanation_has_a_code() {
        let explained: Vec<&str> = explanations().iter().map(|e| e.code.as_str()).collect();
        assert_eq!(explained, codes::ALL);
        for e in explanations() {
            assert!(!e.title.is_empty() && e.explanation.len() > 40, "{} is explained too briefly", e.code);
        }
        assert_eq!(explanation("w0203").map(Explanation::severity), Some(Severity::Warning));
        assert_eq!(explanation("E9999"), None);
    }

    #[test]
    fn displays_in_one_line() {
        let mut d = Diagnostic {
            file: "a.yaml".into(),
            line: 3,
            column: 5,
            length: 1,
            code: codes::UNKNOWN_KEY,
            severity: Severity::Error,
            message: "no key `x`".into(),
            hint: "drop it".into(),
        };
        assert_eq!(d.to_string(), "a.yaml:3:5: error[E0101]: no key `x` (drop it)");
        d.line = 0;
        assert_eq!(d.to_string(), "a.yaml: error[E0101]: no key `x` (drop it)");
    }
}
