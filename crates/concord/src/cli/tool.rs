//! What the commands on the program itself are asked: `templates`, `completions`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
