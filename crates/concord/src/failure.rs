//! Why a command ends without having done its work, and the exit status that says so.

use std::fmt;
use std::path::Path;

use concord_report::TemplateError;
use concord_report::word::WordError;
use concord_report::workbook::WorkbookError;

use crate::problem::Problem;

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was called wrongly: exit status 2.
    Usage {
        /// What is wrong.
        message: String,
        /// How to call it.
        hint: String,
    },
    /// The input cannot be used: exit status 3; nothing was written.
    Input(Vec<Problem>),
    /// The reader of the output went away, which is no failure of ours.
    ClosedPipe,
}

impl Failure {
    /// Calls the use of the command wrong.
    pub(crate) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: hint.into() }
    }

    /// Reports one problem of the input that has no place in a file.
    pub(crate) fn input(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Input(vec![Problem::new(message, hint)])
    }

    /// Reports that a file or folder cannot be read or written.
    pub(crate) fn io(action: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::Input(vec![Problem::new(format!("cannot {action} {}: {error}", path.display()), "")])
    }

    /// The exit status.
    pub(crate) fn status(&self) -> u8 {
        match self {
            Self::ClosedPipe => 0,
            Self::Usage { .. } => 2,
            Self::Input(_) => 3,
        }
    }
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        Self::Input(vec![Problem::from_template(&error)])
    }
}

impl From<WorkbookError> for Failure {
    fn from(error: WorkbookError) -> Self {
        Self::input(error.to_string(), "")
    }
}

impl From<WordError> for Failure {
    fn from(error: WordError) -> Self {
        Self::input(error.to_string(), "")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ClosedPipe => Ok(()),
            Self::Usage { message, hint } => write!(f, "{}", Problem::new(message.clone(), hint.clone())),
            Self::Input(problems) => problems.iter().try_for_each(|problem| write!(f, "{problem}")),
        }
    }
}
