//! The command line: what can be asked and how.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use concord_model::recognition::Object;
use concord_report::Templates;
use concord_report::lang::Language;

use crate::failure::Failure;

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

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(after_help = "\
Formats: md (pages for a repository), html (a site that opens in a browser), xlsx (a workbook for each pair) [default: all].

Examples:
  concord report                       into reports/; then open reports/index.html
  concord report --output site/gaps    into another folder
  concord report --format html         the site alone")]
pub(crate) struct ReportArgs {}

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

/// Arguments of `templates`.
#[derive(Debug, Args)]
#[command(after_help = "\
A template of your own lies in a folder under the name of the shipped one and is used in its place: `--templates DIR`.
What each is given stands in docs/templates.md.

Examples:
  concord templates list                                       every template, and what it lays out
  concord templates show partials/finding.md.j2                its source
  concord templates show compare.md.j2 --output mine/compare.md.j2
  concord templates check mine                                 every problem of a folder of your own
  concord compare eu us --format md --templates mine")]
pub(crate) struct TemplatesArgs {
    /// What to do
    #[command(subcommand)]
    pub(crate) command: TemplatesCommand,
}

/// What `templates` can do.
#[derive(Debug, Subcommand)]
pub(crate) enum TemplatesCommand {
    /// List the templates, what each lays out, and which the folder of --templates replaces
    List,
    /// Print the source of a template: that of --templates where it has one, else the shipped one
    Show {
        /// Name of the template
        name: String,
    },
    /// Check a folder of templates: names, syntax, undefined values, and each laid out with samples
    Check {
        /// Folder of templates [default: --templates, else the shipped ones]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

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

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  concord completions bash > ~/.local/share/bash-completion/completions/concord
  concord completions zsh > ~/.zfunc/_concord")]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

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
