//! Where results and messages go: data to the standard output or a file, everything else to the standard error.

use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use concord_report::lang::Language;
use indicatif::{ProgressBar, ProgressStyle};

use crate::failure::Failure;

/// How a command speaks.
#[derive(Debug)]
pub(crate) struct Output {
    /// The file or folder asked for.
    pub(crate) path: Option<PathBuf>,
    /// The language of reports.
    pub(crate) language: Language,
    /// Whether only failures are spoken of.
    pub(crate) quiet: bool,
    /// Whether details are wanted.
    pub(crate) verbose: bool,
}

impl Output {
    /// Gives the result of a command: to the file asked for, else to the standard output.
    pub(crate) fn data(&self, text: &str) -> Result<(), Failure> {
        match &self.path {
            Some(path) => write_file(path, text.as_bytes()),
            None => self.print(text),
        }
    }

    /// Gives words as the result of a command: nothing in them hides, turns the direction of writing or controls a terminal.
    pub(crate) fn words(&self, text: &str) -> Result<(), Failure> {
        self.data(&concord_report::visible(text))
    }

    /// Gives the result of a command that is no text: to the file asked for, else to the standard output, unless that is a terminal.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        if let Some(path) = &self.path {
            return write_file(path, bytes);
        }
        let mut out = io::stdout().lock();
        if out.is_terminal() {
            return Err(Failure::usage("this format is no text to be shown on a terminal", "name a file: `--output PATH`"));
        }
        write_to(&mut out, bytes)
    }

    /// Writes to the standard output.
    #[expect(clippy::unused_self, reason = "every output goes through this type")]
    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        write_to(&mut io::stdout().lock(), text.as_bytes())
    }

    /// Says something beside the result, unless silence is asked for.
    pub(crate) fn say(&self, message: impl Display) {
        if !self.quiet {
            complain(&message);
        }
    }

    /// Shows on a terminal that work is going on; the sign disappears with the value.
    pub(crate) fn progress(&self, message: impl Into<String>) -> Progress {
        if self.quiet {
            return Progress(ProgressBar::hidden());
        }
        // Draws on the standard error, and only if that is a terminal.
        let bar = ProgressBar::new_spinner().with_message(message.into());
        bar.enable_steady_tick(Duration::from_millis(120));
        Progress(bar)
    }

    /// Shows on a terminal which of `total` steps is being done; the bar disappears with the value.
    pub(crate) fn steps(&self, total: usize) -> Steps {
        if self.quiet {
            return Steps(ProgressBar::hidden());
        }
        // Draws on the standard error, and only if that is a terminal.
        let bar = ProgressBar::new(total as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Steps(bar)
    }
}

/// A bar on the terminal that shows which step is being done.
pub(crate) struct Steps(ProgressBar);

impl Steps {
    /// Goes on to the next step.
    pub(crate) fn next(&self, message: String) {
        self.0.set_message(message);
        self.0.inc(1);
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn write_to(out: &mut impl Write, bytes: &[u8]) -> Result<(), Failure> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::ClosedPipe),
        Err(error) => Err(Failure::io("write to", Path::new("the standard output"), &error)),
    }
}

/// Writes a message to the standard error, in colour on a terminal.
pub(crate) fn complain(message: &dyn Display) {
    let text = message.to_string();
    if text.is_empty() {
        return;
    }
    let mut out = anstream::stderr().lock();
    // Nobody is left to hear of a failure to write here.
    let _ = out.write_all(text.as_bytes()).and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
}

/// A sign on the terminal that work is going on.
pub(crate) struct Progress(ProgressBar);

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Writes a file as a whole or not at all: a new file in the same folder takes the place of the old one.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: &io::Error| Failure::io("write", path, error);
    let folder = folder_of(path);
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".concord-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: what the user's mask leaves of it.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

/// Writes a folder of files as a whole or not at all: a new folder takes the place of the old one.
///
/// A file of the old folder that is not written again goes with it, except corrections, which people keep there.
pub(crate) fn write_folder(path: &Path, files: &[(&str, &[u8])]) -> Result<(), Failure> {
    let failed = |error: &io::Error| Failure::io("write", path, error);
    let parent = folder_of(path);
    std::fs::create_dir_all(parent).map_err(|error| failed(&error))?;
    let new = tempfile::Builder::new().prefix(".concord-").tempdir_in(parent).map_err(|error| failed(&error))?;
    let made = new.path().join("new");
    std::fs::create_dir(&made).map_err(|error| failed(&error))?;
    for (name, bytes) in files {
        std::fs::write(made.join(name), bytes).map_err(|error| failed(&error))?;
    }
    for kept in KEPT {
        if path.join(kept).is_file() && !made.join(kept).exists() {
            std::fs::copy(path.join(kept), made.join(kept)).map_err(|error| failed(&error))?;
        }
    }
    let old = new.path().join("old");
    let replaced = path.exists();
    if replaced {
        std::fs::rename(path, &old).map_err(|error| failed(&error))?;
    }
    std::fs::rename(&made, path).map_err(|error| {
        if replaced {
            // Put back what was there; if even that fails, the first error still says why.
            let _ = std::fs::rename(&old, path);
        }
        failed(&error)
    })
}

/// Files that people keep beside written ones: corrections survive a new import.
const KEPT: [&str; 1] = ["overlay.yaml"];

/// The folder a file stands in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_stays_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.txt");
        write_file(&path, b"one").unwrap();
        write_file(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path().join("new")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_replaced_as_a_whole_but_keeps_its_corrections() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list");
        write_folder(&path, &[("a.yaml", b"1"), ("b.yaml", b"2")]).unwrap();
        std::fs::write(path.join("overlay.yaml"), b"mine").unwrap();
        write_folder(&path, &[("a.yaml", b"3")]).unwrap();
        assert_eq!(std::fs::read(path.join("a.yaml")).unwrap(), b"3");
        assert_eq!(std::fs::read(path.join("overlay.yaml")).unwrap(), b"mine");
        assert!(!path.join("b.yaml").exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(write_file(folder.path(), b"x").unwrap_err().status(), 3);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
