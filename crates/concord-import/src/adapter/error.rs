//! Why an input could not be read.

use std::fmt;

/// An input that is no text of its format: where it fails, what is wrong and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The input's name as the caller gave it.
    pub file: String,
    /// Line from 1, where known.
    pub line: Option<usize>,
    /// Column from 1, where known.
    pub column: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl ImportError {
    /// An error about a whole file.
    pub(crate) fn new(file: &str, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, column: None, what: what.into(), help: help.into() }
    }

    /// The same error at a line and column, both from 1.
    #[must_use]
    pub(crate) fn at(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        write!(f, ": {} ({})", self.what, self.help)
    }
}

impl std::error::Error for ImportError {}
