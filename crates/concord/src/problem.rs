//! Problems as a good compiler shows them: what is wrong, where, the line itself, and how to mend it.

use std::fmt;
use std::path::Path;

use concord_import::adapter::ImportError;
use concord_model::{Diagnostic, Severity};
use concord_report::{TemplateError, is_mark, visible};

/// Bold red, bold yellow, bold blue, bold, none: `anstream` drops them where the output is no terminal.
const RED: &str = "\x1b[1;31m";
const YELLOW: &str = "\x1b[1;33m";
const BLUE: &str = "\x1b[1;34m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// A problem of the input.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    /// Whether it is only a warning.
    pub(crate) warning: bool,
    /// Its code; empty if it has none.
    pub(crate) code: String,
    /// What is wrong.
    pub(crate) message: String,
    /// The file; empty if it has none.
    pub(crate) file: String,
    /// Line from 1; 0 if unknown.
    pub(crate) line: usize,
    /// Column from 1; 0 if unknown.
    pub(crate) column: usize,
    /// Length of the place in characters.
    pub(crate) length: usize,
    /// The line itself, if it is known.
    pub(crate) source: Option<String>,
    /// How to mend it; empty if there is nothing to say.
    pub(crate) hint: String,
}

impl Problem {
    /// An error without a place.
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), ..Self::default() }
    }

    /// A warning without a place.
    pub(crate) fn warning(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { warning: true, ..Self::new(message, hint) }
    }

    /// A diagnostic of the model, with the line of its file if that can be read.
    pub(crate) fn from_diagnostic(diagnostic: &Diagnostic) -> Self {
        let text = std::fs::read(Path::new(&diagnostic.file)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Self {
            warning: diagnostic.severity == Severity::Warning,
            code: diagnostic.code.to_owned(),
            message: diagnostic.message.clone(),
            file: diagnostic.file.clone(),
            line: diagnostic.line,
            column: diagnostic.column,
            length: diagnostic.length,
            source: text.ok().and_then(|text| line(&text, diagnostic.line)),
            hint: diagnostic.hint.clone(),
        }
    }

    /// An error of a small YAML file.
    pub(crate) fn from_yaml(file: &str, text: &str, error: &serde_yaml::Error) -> Self {
        let (at, column) = error.location().map_or((0, 0), |place| (place.line(), place.column()));
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        Self { message, file: file.to_owned(), line: at, column, source: line(text, at), ..Self::default() }
    }

    /// A template that cannot be used.
    pub(crate) fn from_template(error: &TemplateError) -> Self {
        Self {
            message: error.message.clone(),
            file: error.file.clone(),
            line: error.line.unwrap_or_default(),
            column: error.column as usize,
            length: error.length as usize,
            source: error.source_line.clone(),
            hint: error.hint.clone(),
            ..Self::default()
        }
    }

    /// An official text that cannot be read.
    pub(crate) fn from_import(error: &ImportError) -> Self {
        Self {
            message: error.what.clone(),
            file: error.file.clone(),
            line: error.line.unwrap_or_default(),
            column: error.column.unwrap_or_default(),
            hint: error.help.clone(),
            ..Self::default()
        }
    }
}

/// A line of a text, from 1.
fn line(text: &str, number: usize) -> Option<String> {
    text.lines().nth(number.checked_sub(1)?).map(str::to_owned)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (colour, kind) = if self.warning { (YELLOW, "warning") } else { (RED, "error") };
        let code = if self.code.is_empty() { String::new() } else { format!("[{}]", self.code) };
        writeln!(f, "{colour}{kind}{code}{PLAIN}{BOLD}: {}{PLAIN}", visible(&self.message))?;
        let margin = " ".repeat(self.line.to_string().len());
        if !self.file.is_empty() {
            write!(f, "{margin}{BLUE}-->{PLAIN} {}", self.file)?;
            if self.line > 0 {
                write!(f, ":{}", self.line)?;
            }
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
            writeln!(f)?;
        }
        if let Some(source) = self.source.as_deref().filter(|_| self.line > 0) {
            // One character for one, so that the mark below stands under its place.
            let safe = |c: char| match c {
                _ if is_mark(c) => char::REPLACEMENT_CHARACTER,
                _ if c.is_control() => ' ',
                _ => c,
            };
            let shown: String = source.chars().map(safe).take(160).collect();
            writeln!(f, "{margin} {BLUE}|{PLAIN}")?;
            writeln!(f, "{BLUE}{} |{PLAIN} {}", self.line, shown.trim_end())?;
            if self.column > 0 && self.column <= 160 {
                let caret = "^".repeat(self.length.clamp(1, 161 - self.column));
                writeln!(f, "{margin} {BLUE}|{PLAIN} {}{colour}{caret}{PLAIN}", " ".repeat(self.column - 1))?;
            }
        }
        if !self.hint.is_empty() {
            writeln!(f, "{margin} {BLUE}={PLAIN} help: {}", visible(&self.hint))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_line_and_how_to_mend_it() {
        let problem = Problem {
            code: "E0101".to_owned(),
            message: "there is no key `subjekt`".to_owned(),
            file: "list.yaml".to_owned(),
            line: 12,
            column: 3,
            length: 7,
            source: Some("  subjekt: looms".to_owned()),
            hint: "did you mean `subject`?".to_owned(),
            warning: false,
        };
        let text = anstream::adapter::strip_str(&problem.to_string()).to_string();
        let expected = "error[E0101]: there is no key `subjekt`\n  --> list.yaml:12:3\n   |\n12 |   subjekt: looms\n   |   ^^^^^^^\n   = help: did you mean `subject`?\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_line_that_turns_the_direction_of_writing_is_shown_without_doing_so() {
        let source = Some("a: \u{202e}b\u{1b}[31m".to_owned());
        let problem = Problem {
            file: "x.yaml".to_owned(),
            line: 1,
            column: 4,
            length: 1,
            source,
            ..Problem::new("what is \u{2066}b?", "no \u{202e}")
        };
        let text = anstream::adapter::strip_str(&problem.to_string()).to_string();
        let expected = "error: what is U+2066b?\n --> x.yaml:1:4\n  |\n1 | a: \u{fffd}b [31m\n  |    ^\n  = help: no U+202E\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_problem_without_a_place_is_one_line() {
        let text = anstream::adapter::strip_str(&Problem::new("no such list", "").to_string()).to_string();
        assert_eq!(text, "error: no such list\n");
    }
}
