//! The command line: what can be asked and how.

mod definitions;
mod format;
mod graph;
mod ladder;
mod many;
mod pair;
mod tool;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use concord_report::Templates;
use concord_report::lang::Language;
use jiff::civil::Date;

pub(crate) use definitions::{CheckArgs, ExplainArgs, ImportArgs, ListArgs, Listed, SchemaArgs};
pub(crate) use format::Format;
pub(crate) use graph::{GraphArgs, QueryArgs};
pub(crate) use ladder::{Activity, LadderArgs};
pub(crate) use many::{MatrixArgs, NeedsArgs, ReportArgs, TrackArgs};
pub(crate) use pair::{AlignArgs, CompareArgs, RecognizeArgs};
pub(crate) use tool::{CompletionsArgs, TemplatesArgs, TemplatesCommand};

const EXAMPLES: &str = "\
Examples:
  concord compare eu us                                what differs, who controls more, what proves it
  concord compare eu us --format md --output gap.md    the same as a report
  concord list thresholds us --format jsonl            every limit of a list, one object a line
  concord report                                       the default set of reports, into reports/

Exit status: 0 done; 1 findings at or above --fail-on; 2 wrong use; 3 bad input, nothing written.";

/// Compares export-control regimes: where they differ, which side controls more, and what proves it.
#[derive(Debug, Parser)]
#[command(name = "concord", version, about, after_help = EXAMPLES, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub(crate) global: Global,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Folder of definitions (DIR/XX/lists/…) to use in place of the shipped ones
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    pub(crate) data: Option<PathBuf>,
    /// Folder of templates to use before the shipped ones
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    pub(crate) templates: Option<PathBuf>,
    /// Date to ask for: the newest list that held then [default: the newest list]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", help_heading = "Global options")]
    pub(crate) as_of: Option<Date>,
    /// Form of the result; each command says which it knows
    #[arg(long, global = true, value_enum, hide_possible_values = true, help_heading = "Global options")]
    pub(crate) format: Option<Format>,
    /// File or folder to write the result to, as a whole or not at all [default: the standard output]
    #[arg(long, short, global = true, value_name = "PATH", help_heading = "Global options")]
    pub(crate) output: Option<PathBuf>,
    /// Language of reports: en, fr
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language, default_value = "en", hide_default_value = true, help_heading = "Global options")]
    pub(crate) lang: Language,
    /// Say nothing but the result and what went wrong
    #[arg(long, short, global = true, conflicts_with = "verbose", help_heading = "Global options")]
    pub(crate) quiet: bool,
    /// Say more
    #[arg(long, short, global = true, help_heading = "Global options")]
    pub(crate) verbose: bool,
}

impl Global {
    /// The templates of reports, in the language asked for.
    pub(crate) fn templates(&self) -> Templates {
        Templates::speaking(self.templates.as_deref(), self.language())
    }

    /// The language of what is written: English for machine formats, whose words programs look for.
    pub(crate) fn language(&self) -> Language {
        match self.format {
            Some(Format::Json | Format::Jsonl | Format::Csv | Format::Sarif | Format::Junit | Format::Github) => Language::ENGLISH,
            _ => self.lang,
        }
    }
}

fn language(code: &str) -> Result<Language, String> {
    let known = || Language::all().map(|language| format!("{} ({})", language.code(), language.name())).collect::<Vec<_>>().join(", ");
    Language::from_code(code).map_err(|error| format!("{error}; there are: {}", known()))
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say where two jurisdictions differ, which side controls more, and what proves it
    Compare(CompareArgs),
    /// Say which paragraph of one list corresponds to which of the other, and why
    Align(AlignArgs),
    /// Say who needs a licence for an item to a destination, what may stand in its place, and how an application is reviewed
    Ladder(LadderArgs),
    /// Say what each of two jurisdictions may accept of the other's controls, area by area, and what it would take
    #[command(visible_alias = "recognise")]
    Recognize(RecognizeArgs),
    /// Write the default set of reports: every pair of jurisdictions, a matrix of the default bloc, and an index
    Report(ReportArgs),
    /// Say how far many jurisdictions' rules lie apart, pair by pair
    Matrix(MatrixArgs),
    /// Say what changed in time, who moved, and whether jurisdictions come closer or move apart
    Track(TrackArgs),
    /// Say what a jurisdiction's rules lack beside others', by weight
    Needs(NeedsArgs),
    /// Read official texts into definitions
    Import(ImportArgs),
    /// List plain facts
    List(ListArgs),
    /// Check definitions for mistakes
    Check(CheckArgs),
    /// Explain a rule, a question, a finding, a paragraph, a concept, a parameter, a term or a diagnostic
    Explain(ExplainArgs),
    /// Print a JSON Schema
    Schema(SchemaArgs),
    /// Print the concept graph, or ask it something
    Graph(GraphArgs),
    /// List, show or check the templates of reports
    Templates(TemplatesArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
}
