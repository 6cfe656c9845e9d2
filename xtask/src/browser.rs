//! Checks of the web pages in a real browser. Not part of `.ci/run`: it needs Node, packages of the npm registry and Chromium.

use std::path::Path;
use std::process::Command;

use crate::Outcome;

/// The folder of the checks.
const FOLDER: &str = "xtask/browser";

/// The pages beside those of `concord report`: file and arguments.
const PAGES: [(&str, &[&str]); 2] = [
    ("needs.html", &["needs", "my", "--format", "html"]),
    ("ladder.html", &["ladder", "3A001.a", "--from", "us", "--to", "jp", "--format", "html"]),
];

/// Makes the shipped web pages and looks at each in Chromium: accessibility, width, colour schemes, requests, valid HTML.
pub(crate) fn run(root: &Path) -> Outcome<()> {
    let checks = root.join(FOLDER);
    if !checks.join("node_modules").is_dir() {
        done(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&checks))?;
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let concord = |arguments: &[&str], output: &Path| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let fixed = ["run", "--quiet", "--release", "--package", "concord", "--", "--quiet", "--output"];
        done(Command::new(cargo).current_dir(root).args(fixed).arg(output).args(arguments))
    };
    concord(&["report", "--format", "html"], folder.path())?;
    for (name, arguments) in PAGES {
        concord(arguments, &folder.path().join(name))?;
    }
    let entries = std::fs::read_dir(folder.path()).map_err(|error| error.to_string())?;
    let mut pages =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
    pages.sort();
    done(Command::new("node").arg("check.mjs").args(pages).current_dir(&checks))
}

fn done(command: &mut Command) -> Outcome<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("`{name}` did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{name}` failed: {status}")) }
}
