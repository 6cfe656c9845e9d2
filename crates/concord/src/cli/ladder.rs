//! What `ladder` is asked.

use clap::{Args, ValueEnum};

/// Arguments of `ladder`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html, docx, xlsx, json, csv. Several destinations or origins give a table; --full climbs every ladder of it.

Examples:
  concord ladder 3A001.a.2 --from us --to jp
  concord ladder 6A003 --from us,eu --to jp,in,cn --format md
  concord ladder 5A002 --from eu --to all --format csv
  concord ladder converter.yaml --from us,eu --to jp   an item by its kinds and values")]
pub(crate) struct LadderArgs {
    /// Code of the paragraph the item falls under, or the file of an item (its schema: `concord schema item`)
    #[arg(value_name = "CODE|ITEM.yaml")]
    pub(crate) item: String,
    /// Code of the origin, or several with commas
    #[arg(long, value_name = "XX", value_delimiter = ',', required = true)]
    pub(crate) from: Vec<String>,
    /// Destination by code or name, or several with commas, or `all`
    #[arg(long, value_name = "YY", value_delimiter = ',', required = true)]
    pub(crate) to: Vec<String>,
    /// What is done
    #[arg(long, value_enum, default_value = "export")]
    pub(crate) activity: Activity,
    /// Every rung of every ladder, where there are several
    #[arg(long)]
    pub(crate) full: bool,
}

/// What is done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Activity {
    /// Sending it out of the origin
    Export,
    /// Sending it on from abroad
    ReExport,
    /// Handing it on inside a country or a bloc
    Transfer,
    /// Mediating a deal abroad
    Brokering,
    /// Helping with repair, development, production or the like
    TechnicalAssistance,
    /// Passing through
    Transit,
}

impl Activity {
    /// The word of the licensing rules.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::ReExport => "re-export",
            Self::Transfer => "transfer",
            Self::Brokering => "brokering",
            Self::TechnicalAssistance => "technical-assistance",
            Self::Transit => "transit",
        }
    }
}
