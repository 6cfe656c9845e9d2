//! Maintenance tasks: shipped data, generated files, evaluation. Run with `cargo xtask`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod compare;
mod data;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a task gives: nothing, or what went wrong in one line.
pub(crate) type Outcome<T> = Result<T, String>;

const HELP: &str = "\
Usage: cargo xtask TASK

  data [--check]        import the shipped lists again from the official texts in CONCORD_CORPUS
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf();
    match words {
        ["data"] => data::run(&root, &corpus()?, false),
        ["eval", "compare"] => compare::run(&root, &corpus()?),
        ["data", "--check"] => data::run(&root, &corpus()?, true),
        _ => {
            print!("{HELP}");
            Ok(())
        }
    }
}

/// The folder of official texts.
fn corpus() -> Outcome<PathBuf> {
    std::env::var_os("CONCORD_CORPUS")
        .map(PathBuf::from)
        .ok_or_else(|| "CONCORD_CORPUS is not set: point it at the folder of official texts".to_owned())
}
