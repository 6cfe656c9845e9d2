//! Forms of results.

use clap::ValueEnum;

use crate::failure::Failure;

/// Forms of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Plain text
    Text,
    /// Markdown
    Md,
    /// One web page that needs nothing else
    Html,
    /// JSON
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values
    Csv,
    /// Graphviz
    Dot,
    /// GraphML
    Graphml,
    /// SKOS in Turtle
    Ttl,
    /// SSSOM, tab-separated mappings
    Sssom,
    /// A chart as SVG
    Svg,
    /// Excel workbook
    Xlsx,
    /// Word document
    Docx,
    /// SARIF 2.1.0
    Sarif,
    /// JUnit XML
    Junit,
    /// GitHub annotations
    Github,
}

impl Format {
    /// The failure of a command that does not know this format.
    pub(crate) fn refuse(self, command: &str, known: &str) -> Failure {
        let name = self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        Failure::usage(format!("`concord {command}` has no format `{name}`"), format!("its formats are {known}"))
    }
}
