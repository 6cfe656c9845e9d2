//! Maintenance tasks: shipped data, generated files, evaluation. Run with `cargo xtask`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod alignment;
mod browser;
mod check;
mod compare;
mod data;
mod docs;
mod extraction;
mod judged;
mod ladder;
mod licensing;
mod mutants;
mod new_rule;
mod participation;
mod recognition;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What a task gives: nothing, or what went wrong in one line.
pub(crate) type Outcome<T> = Result<T, String>;

/// Maintenance tasks. Those that read official texts take their folder from `CONCORD_CORPUS`.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Imports the shipped lists again from the official texts.
    Data {
        /// Writes nothing; says which files are not current.
        #[arg(long)]
        check: bool,
    },
    /// Reads the tables of licensing rules alone again from the official texts.
    Licensing {
        /// Writes nothing; says which files are not current.
        #[arg(long)]
        check: bool,
    },
    /// Makes the table of regime participation again from the corpus.
    Participation {
        /// Writes nothing; says whether it is current.
        #[arg(long)]
        check: bool,
    },
    /// Writes the generated files: schemas, tables of rules and diagnostics, sample reports.
    Docs,
    /// Makes the web pages and checks them in Chromium; needs Node and the npm registry.
    Browser,
    /// Checks that everything generated is current.
    Check,
    /// Makes the files of a new divergence rule: the rule and its pair of fixtures.
    NewRule {
        /// The rule's id (`threshold-left-stricter`).
        id: String,
        /// The rule is on answers or definitions of the rule layer, not on lists.
        #[arg(long)]
        provision: bool,
    },
    /// Measures the importer and the comparison.
    #[command(subcommand)]
    Eval(Evaluation),
}

#[derive(Subcommand)]
enum Evaluation {
    /// Scores the alignment: shared codes ignored and found again, controls numbered differently, an earlier edition.
    Alignment {
        /// Prints every error.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Compares the shipped lists as imported from the corpus, and prints the figures or the findings of one rule.
    Compare {
        /// The rule whose findings to print.
        rule: Option<String>,
    },
    /// Scores the comparison against pairs of paragraphs judged by reading.
    Judged,
    /// Scores the licence ladder against cells judged by reading, and times a full table.
    Ladder {
        /// Prints every disagreement.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Scores the layers above the lists against cells judged by reading.
    Layers {
        /// Prints every disagreement.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Scores the importer against labels made by hand.
    Extraction {
        /// The folder of expected results; `../shared/gold` beside the project if not given.
        #[arg(long, value_name = "DIR")]
        gold: Option<String>,
        /// Prints every disagreement.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Lays the verdicts of recognition beside the arrangements that exist, with what stands between the two.
    Recognition,
    /// Compares each shipped list with mutants of itself.
    Mutants {
        /// Where the draw starts.
        #[arg(long, default_value_t = 20_261_122)]
        seed: u64,
        /// Prints every mutant that the comparison judges wrongly.
        #[arg(short, long)]
        verbose: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf();
    match task {
        Task::Data { check } => {
            let corpus = needed_corpus()?;
            data::run(&root, &corpus, check)?;
            licensing::run(&root, &corpus, check)
        }
        Task::Licensing { check } => licensing::run(&root, &needed_corpus()?, check),
        Task::Participation { check } => participation::run(&root, &needed_corpus()?, check),
        Task::Docs => docs::run(&root),
        Task::Browser => browser::run(&root),
        Task::Check => check::run(&root, corpus().as_deref()),
        Task::NewRule { id, provision } => new_rule::run(&root, &id, provision),
        Task::Eval(Evaluation::Alignment { verbose }) => alignment::run(&root, &needed_corpus()?, verbose),
        Task::Eval(Evaluation::Compare { rule }) => compare::run(&root, &needed_corpus()?, rule.as_deref()),
        Task::Eval(Evaluation::Judged) => judged::run(&root),
        Task::Eval(Evaluation::Ladder { verbose }) => ladder::run(&root, verbose),
        Task::Eval(Evaluation::Layers { verbose }) => ladder::layers(&root, verbose),
        Task::Eval(Evaluation::Extraction { gold, verbose }) => extraction::run(&root, &needed_corpus()?, gold.as_deref(), verbose),
        Task::Eval(Evaluation::Recognition) => recognition::run(&root),
        Task::Eval(Evaluation::Mutants { seed, verbose }) => mutants::run(&root, corpus().as_deref(), seed, verbose),
    }
}

/// The folder of official texts, if it is at hand.
fn corpus() -> Option<PathBuf> {
    std::env::var_os("CONCORD_CORPUS").map(PathBuf::from)
}

fn needed_corpus() -> Outcome<PathBuf> {
    corpus().ok_or_else(|| "CONCORD_CORPUS is not set: point it at the folder of official texts".to_owned())
}
