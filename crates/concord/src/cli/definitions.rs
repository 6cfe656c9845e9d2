//! What the commands on definitions are asked: `import`, `list`, `check`, `explain`, `schema`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Arguments of `import`.
#[derive(Debug, Args)]
#[command(after_help = "\
The first file holds the list; further files, or folders of files, hold its definitions, notes and supplements.
What could not be read is counted, and listed with -v.

Examples:
  concord import part774.xml part772.xml --jurisdiction us --as-of 2026-01-29
  concord import annex-i.txt definitions.txt --jurisdiction eu --as-of 2025-11-15 --output my-data
  concord compare eu us --data my-data")]
pub(crate) struct ImportArgs {
    /// Official texts: files, or folders of files beside the first
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Code of the jurisdiction, two small letters
    #[arg(long, short, value_name = "XX")]
    pub(crate) jurisdiction: String,
    /// Format of the texts [default: recognised from the first file]
    #[arg(long, value_name = "NAME")]
    pub(crate) adapter: Option<String>,
    /// File that says what the text does not: title, perimeter, strata [default: the one known for the jurisdiction]
    #[arg(long, value_name = "FILE")]
    pub(crate) profile: Option<PathBuf>,
    /// Keep the official texts too, in a folder of their own (DIR/XX/texts/)
    #[arg(long, requires = "output")]
    pub(crate) with_text: bool,
}

/// Arguments of `list`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, jsonl, csv.

Examples:
  concord list jurisdictions
  concord list entries eu
  concord list thresholds us --format jsonl
  concord list parameters --format csv")]
pub(crate) struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    pub(crate) what: Listed,
    /// Code of one jurisdiction [default: all]
    pub(crate) jurisdiction: Option<String>,
}

/// What `list` can list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// Jurisdictions and the dates of their lists
    Jurisdictions,
    /// Entries of control lists
    Entries,
    /// Limits on parameters, one row each
    Thresholds,
    /// Divergence rules
    Rules,
    /// Defined terms of lists and laws
    Terms,
    /// Parameters, with what each list calls them
    Parameters,
    /// Questions asked of every jurisdiction's rules
    Attributes,
    /// Answers to these questions, one row each
    Provisions,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, jsonl, sssom.

Examples:
  concord check                            the shipped definitions
  concord check my-data                    a folder of definitions
  concord check my-data/xx/licensing      the licensing rules of a jurisdiction
  concord check converter.yaml             the file of an item
  concord check mine.sssom.tsv             a file of mappings, or a vocabulary (.ttl, .rdf, .owl)
  concord check my-data --format jsonl     one problem a line, for an editor")]
pub(crate) struct CheckArgs {
    /// Folder of definitions, file of mappings or vocabulary [default: --data, else the shipped definitions]
    pub(crate) path: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  concord explain condition-undecided   a divergence rule
  concord explain 3f2a91c07be4          a finding, by its fingerprint
  concord explain eu:3A001.a            a paragraph, and what stands across from it in other lists
  concord explain concept/4A506         a concept: what several lists have in common
  concord explain \"sample rate\"         a parameter, or a defined term
  concord explain retention-period      a question, with everybody's answer
  concord explain E0301                 a diagnostic")]
pub(crate) struct ExplainArgs {
    /// A rule, a question or term, a finding's fingerprint, a code, a concept, a parameter, a regime or a diagnostic's code
    pub(crate) id: String,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  concord schema            which there are
  concord schema compare    of `concord compare --format json`
  concord schema list       of the YAML files of a list")]
pub(crate) struct SchemaArgs {
    /// Name of the schema [default: list their names]
    pub(crate) name: Option<String>,
}
