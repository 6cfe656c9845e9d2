//! What `graph` is asked.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `graph`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats of the graph: dot, graphml, json (its schema: `concord schema graph`), ttl (SKOS), sssom (the mappings).
Formats of an answer: text, jsonl, csv; of --neighbours, --path and --cycles also dot, graphml and json; of --neighbours
between two jurisdictions also svg (their paragraphs beside each other).

Examples:
  concord graph eu us --format graphml --output eu-us.graphml    the whole graph, for Gephi
  concord graph --neighbours eu:4A506                            what says the same in the other lists
  concord graph --neighbours eu:4A506 --format dot | dot -Tsvg   the same as a drawing
  concord graph --thresholds \"sample rate\"                     every list's limits on a parameter
  concord graph us --implementing mtcr --format csv              the controls that carry out a regime
  concord graph --mappings mine.sssom.tsv --format sssom         with mappings of one's own, and what follows from them")]
pub(crate) struct GraphArgs {
    /// Codes of jurisdictions [default: all]
    pub(crate) jurisdictions: Vec<String>,
    /// A question to the graph
    #[command(flatten)]
    pub(crate) query: QueryArgs,
    /// Further mappings (SSSOM); they win over computed ones
    #[arg(long, value_name = "FILE")]
    pub(crate) mappings: Vec<PathBuf>,
    /// IRI under which identifiers stand in ttl and sssom
    #[arg(long, value_name = "IRI")]
    pub(crate) namespace: Option<String>,
}

/// A question to the graph, at most one.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct QueryArgs {
    /// What corresponds to a concept, paragraph or term in each list
    #[arg(long, value_name = "NAME", help_heading = "Questions")]
    pub(crate) neighbours: Option<String>,
    /// Every list's limits on a parameter
    #[arg(long, value_name = "PARAMETER", help_heading = "Questions")]
    pub(crate) thresholds: Option<String>,
    /// The shortest way from one term, paragraph or parameter to another
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], help_heading = "Questions")]
    pub(crate) path: Option<Vec<String>>,
    /// Paragraphs whose scopes depend on each other
    #[arg(long, help_heading = "Questions")]
    pub(crate) cycles: bool,
    /// Entries, terms and parameters that nothing else speaks of
    #[arg(long, help_heading = "Questions")]
    pub(crate) orphans: bool,
    /// The controls that carry out a regime, or an entry of its list
    #[arg(long, value_name = "REGIME", help_heading = "Questions")]
    pub(crate) implementing: Option<String>,
    /// The entries that carry out no regime
    #[arg(long, help_heading = "Questions")]
    pub(crate) unilateral: bool,
}
