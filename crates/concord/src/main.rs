//! The command line of Concord.
//!
//! *Architecture invariant:* this package is thin. It reads arguments and files, asks the library crates, and writes their answers.

mod asked;
mod beside;
mod cli;
mod command;
mod data;
mod desk;
mod embedded;
mod failure;
mod jurisdiction;
mod knowledge;
mod output;
mod places;
mod problem;
mod rows;
mod translation;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use data::Data;
use failure::Failure;
use output::Output;

/// A comparison makes and drops many small values; this allocator is made for that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit status for findings at or above the severity asked for.
const FOUND: u8 = 1;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let output =
        Output { path: cli.global.output.clone(), language: cli.global.language(), quiet: cli.global.quiet, verbose: cli.global.verbose };
    match run(&cli, &output) {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            output::complain(&failure);
            ExitCode::from(failure.status())
        }
    }
}

fn run(cli: &Cli, output: &Output) -> Result<u8, Failure> {
    let global = &cli.global;
    if let Some(folder) = global.templates.as_deref().filter(|folder| !folder.is_dir()) {
        return Err(Failure::input(format!("there is no folder {}", folder.display()), "--templates names a folder of templates"));
    }
    let data = || Data::open(global.data.as_deref(), global.as_of).map(|data| data.speaking(global.language()));
    let done = match &cli.command {
        Command::Compare(args) => return command::compare::run(args, global, &data()?, output),
        Command::Ladder(args) => command::ladder::run(args, global, &data()?, output),
        Command::Matrix(args) => command::matrix::run(args, global, &data()?, output),
        Command::Recognize(args) => command::recognize::run(args, global, &data()?, output),
        Command::Track(args) => command::track::run(args, global, &data()?, output),
        Command::Needs(args) => command::needs::run(args, global, &data()?, output),
        Command::Align(args) => command::align::run(args, global, &data()?, output),
        Command::Report(_) => command::report::run(global, &data()?, output),
        Command::Import(args) => command::import::run(args, global, output),
        Command::List(args) => command::list::run(args, global, &data()?, output),
        Command::Check(args) => command::check::run(args, global, output),
        Command::Explain(args) => command::explain::run(args, global, &data()?, output),
        Command::Schema(args) => command::schema::run(args, output),
        Command::Graph(args) => command::graph::run(args, global, &data()?, output),
        Command::Templates(args) => command::templates::run(args, global, output),
        Command::Completions(args) => command::completions::run(args, output),
    };
    done.map(|()| 0)
}
