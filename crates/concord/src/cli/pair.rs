//! What the commands on two jurisdictions are asked: `compare`, `align`, `recognize`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use concord_model::recognition::Object;

use super::Activity;

/// Arguments of `compare`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html (one page, self-contained), docx (a brief), xlsx (everything, to filter); json (its schema: `concord schema compare`),
jsonl and csv (one finding a line); sarif, junit and github for a gate over one's own definitions.

Examples:
  concord compare eu us
  concord compare eu us --format docx --output eu-us.docx
  concord compare eu us --to jp,cn                     licences, authorisations, reviews and catch-alls for two destinations too
  concord compare eu us --format json --output eu-us.json
  concord compare eu us --fail-on major --baseline accepted.yaml
  concord compare eu us --data my-data --fail-on moderate --format sarif --output gate.sarif
  concord compare eu us --format md --review review.yaml --previous last-year.json --marking \"Official\"")]
pub(crate) struct CompareArgs {
    /// Code of the left jurisdiction
    pub(crate) left: String,
    /// Code of the right jurisdiction
    pub(crate) right: String,
    /// Compare the layers above the list too, for a destination by code or name, or several with commas, or `all`
    #[arg(long, value_name = "YY", value_delimiter = ',')]
    pub(crate) to: Vec<String>,
    /// What is done with the items, for the layers above the list
    #[arg(long, value_enum, default_value = "export", requires = "to")]
    pub(crate) activity: Activity,
    /// End with status 1 if a finding is at least this grave and no baseline accepts it
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<Gravity>,
    /// File of findings that are accepted, each with a reason and an expiry date
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// File of analysts' records on findings: reviewer, date, confirmed or contested, materiality, recommended line
    #[arg(long, value_name = "FILE")]
    pub(crate) review: Option<PathBuf>,
    /// An earlier edition of this comparison (its JSON form), to say what has changed since
    #[arg(long, value_name = "FILE")]
    pub(crate) previous: Option<PathBuf>,
    /// Clearance marking, printed at the head and foot of the report
    #[arg(long, value_name = "TEXT")]
    pub(crate) marking: Option<String>,
}

/// Arguments of `recognize`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html, docx (a paper to decide on), xlsx (everything, to filter), json (its schema: `concord schema recognize`).

An area is a category of the control lists, or a part of one: the beginning of its entries' codes.

Examples:
  concord recognize eu us                                       licence-free treatment of the partner as a destination
  concord recognize eu us --area 3,5 --format md
  concord recognize us jp --object re-export-decisions
  concord recognize eu us --policy mine.yaml                    a policy of your own (its form: `concord schema policy`)")]
pub(crate) struct RecognizeArgs {
    /// Code of the left jurisdiction
    pub(crate) left: String,
    /// Code of the right jurisdiction
    pub(crate) right: String,
    /// What is recognised
    #[arg(long, value_parser = PossibleValuesParser::new(Object::WORDS.map(|(word, _)| word)), default_value = "licence-free-destination")]
    pub(crate) object: String,
    /// Areas, by the beginning of their entries' codes (`3`, `3A`), with commas [default: every category]
    #[arg(long, value_name = "AREA", value_delimiter = ',')]
    pub(crate) area: Vec<String>,
    /// File of the policy that says what is asked of a partner [default: the shipped one]
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
}

/// Arguments of `align`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, jsonl, sssom.

Examples:
  concord align eu us                    by meaning, codes as evidence where the lists share the numbering
  concord align eu us --ignore-codes     by meaning alone
  concord align eu us --rejected --format jsonl")]
pub(crate) struct AlignArgs {
    /// Code of the left jurisdiction
    pub(crate) left: String,
    /// Code of the right jurisdiction
    pub(crate) right: String,
    /// Leave codes out of everything: evidence, ties and order
    #[arg(long)]
    pub(crate) ignore_codes: bool,
    /// List also the candidates that were not taken
    #[arg(long)]
    pub(crate) rejected: bool,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Gravity {
    /// Changes which items are controlled, by a wide margin
    Major,
    /// Changes which items are controlled
    Moderate,
    /// Changes little, or few items
    Minor,
    /// Worth knowing
    Info,
}

impl From<Gravity> for concord_compare::Severity {
    fn from(gravity: Gravity) -> Self {
        match gravity {
            Gravity::Major => Self::Major,
            Gravity::Moderate => Self::Moderate,
            Gravity::Minor => Self::Minor,
            Gravity::Info => Self::Info,
        }
    }
}
