//! What the commands on many jurisdictions are asked: `matrix`, `track`, `needs`, `report`.

use clap::Args;
use jiff::civil::Date;

/// Arguments of `matrix`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html, docx, xlsx, json (its schema: `concord schema matrix`), svg (a heat map in clustered order).

Examples:
  concord matrix us eu jp
  concord matrix --bloc wassenaar --format md
  concord matrix --bloc eu --topic offences")]
pub(crate) struct MatrixArgs {
    /// Codes of jurisdictions [default: all whose rules are described]
    pub(crate) jurisdictions: Vec<String>,
    /// A bloc or the participants of a regime, in place of codes
    #[arg(long, value_name = "BLOC", conflicts_with = "jurisdictions")]
    pub(crate) bloc: Option<String>,
    /// One topic [default: all]
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
}

/// Arguments of `track`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html, docx, xlsx, svg (the chart alone), json (its schema: `concord schema track`).

A day's answers are those that a text at hand shows for it: what is not known of a day widens the range of its figures, and an answer that becomes known is no change of
the law. Lists are followed through the editions that the definitions hold; import older ones into a folder for --data.

Examples:
  concord track eu us                                  what changed on either side, and which differences appeared or ended
  concord track us --from 2025-01-29                   the changes of one
  concord track --bloc wassenaar --topic end-use-controls
  concord track --bloc wassenaar --reference eu        who is looser than the EU, and since when
  concord track eu jp --dates 2024-01-01,2025-01-01,2026-01-01")]
pub(crate) struct TrackArgs {
    /// Codes of jurisdictions
    #[arg(required_unless_present = "bloc")]
    pub(crate) jurisdictions: Vec<String>,
    /// A bloc or the participants of a regime, in place of codes
    #[arg(long, value_name = "BLOC", conflicts_with = "jurisdictions")]
    pub(crate) bloc: Option<String>,
    /// One topic of the rules outside the lists [default: all, and the lists]
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
    /// Code of the jurisdiction that the others are measured by
    #[arg(long, value_name = "XX")]
    pub(crate) reference: Option<String>,
    /// First day [default: the first of which enough is known]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) from: Option<Date>,
    /// Last day [default: the day of --as-of]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) to: Option<Date>,
    /// Days to look at [default: every day on which something that is known changes]
    #[arg(long, value_name = "YYYY-MM-DD", value_delimiter = ',', num_args = 1.., conflicts_with_all = ["from", "to"])]
    pub(crate) dates: Vec<Date>,
}

/// Arguments of `needs`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: text, md, html, docx, xlsx, json (its schema: `concord schema needs`).

Examples:
  concord needs my --reference us,eu,jp
  concord needs ch --format md")]
pub(crate) struct NeedsArgs {
    /// Code of the jurisdiction
    pub(crate) jurisdiction: String,
    /// Codes of those it is measured by [default: all others whose rules are described]
    #[arg(long, value_name = "XX", value_delimiter = ',', num_args = 1..)]
    pub(crate) reference: Vec<String>,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: md (pages for a repository), html (a site that opens in a browser), xlsx (a workbook for each pair) [default: all].

Examples:
  concord report                       into reports/; then open reports/index.html
  concord report --output site/gaps    into another folder
  concord report --format html         the site alone")]
pub(crate) struct ReportArgs {}
