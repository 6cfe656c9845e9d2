//! Running the command line on the small definitions of `tests/data`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The small definitions: two invented jurisdictions.
pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// The whole of it, for a snapshot; folders of this machine are left out.
    pub(crate) fn shown(&self, folder: Option<&Path>) -> String {
        let mut text = format!("status {}\n--- stdout\n{}--- stderr\n{}", self.status, self.stdout, self.stderr);
        if let Some(folder) = folder {
            text = text.replace(&folder.display().to_string(), "DIR");
        }
        text.replace(&data().display().to_string(), "DATA")
    }
}

/// Runs `concord` with these arguments as they are.
pub(crate) fn bare(arguments: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_concord")).args(arguments))
}

/// Runs `concord` with these arguments on the small definitions.
pub(crate) fn concord(arguments: &[&str]) -> Run {
    run(Command::new(env!("CARGO_BIN_EXE_concord")).arg("--data").arg(data()).args(arguments))
}

fn run(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Run { status: status.code().expect("it ends by itself"), stdout: text(stdout), stderr: text(stderr) }
}
