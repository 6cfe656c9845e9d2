//! `concord import`: official texts to definitions.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use concord_import::adapter::{Input, named};
use concord_import::{ImportReport, Imported, Profile, Request};
use concord_model::rules::Jurisdiction;
use concord_model::write_list;
use serde::Serialize;

use crate::cli::{Global, ImportArgs};
use crate::data::{Data, children};
use crate::failure::Failure;
use crate::output::{Output, write_folder};
use crate::problem::Problem;

/// Imports, prints what was read and what was not, and writes the definitions if a folder is asked for.
pub(crate) fn run(args: &ImportArgs, global: &Global, output: &Output) -> Result<(), Failure> {
    let code = args.jurisdiction.to_lowercase();
    if code.is_empty() || !code.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
        return Err(Failure::usage(format!("`{}` is no code of a jurisdiction", args.jurisdiction), "use two letters, such as `eu`"));
    }
    if let Some(name) = &args.adapter
        && named(name).is_none()
    {
        let known: Vec<&str> = concord_import::adapter::ADAPTERS.iter().map(|adapter| adapter.name).collect();
        return Err(Failure::usage(format!("there is no adapter `{name}`"), format!("known are {}", known.join(", "))));
    }
    let progress = output.progress("reading");
    let files = read(&args.files)?;
    let inputs: Vec<Input<'_>> = files.iter().map(|(name, bytes)| Input { name, bytes }).collect();
    let profile = profile(args, global, &code, &files)?;
    let command = command(args, global, &code);
    let request = Request { jurisdiction: &code, adapter: args.adapter.as_deref(), decimal: None, as_of: global.as_of, command: &command };
    let imported =
        concord_import::import(&inputs, &request, &profile).map_err(|error| Failure::Input(vec![Problem::from_import(&error)]))?;
    drop(progress);
    if let Some(folder) = &output.path {
        write(folder, &code, &imported, args.with_text)?;
        output.say(format!("wrote {}", folder.join(&code).join("lists").join(&imported.list.id).display()));
    }
    output.print(&concord_report::visible(&summary(&imported, output.verbose)))
}

/// Reads files, and the files of folders by name.
fn read(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let within: Vec<PathBuf> = children(path)?.into_iter().filter(|path| path.is_file()).collect();
            files.extend(read(&within)?);
        } else {
            let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
            files.push((path.display().to_string(), bytes));
        }
    }
    Ok(files)
}

/// What the importer is told beside the text: the profile asked for, else the one known for the jurisdiction, else the file's name.
fn profile(args: &ImportArgs, global: &Global, code: &str, files: &[(String, Vec<u8>)]) -> Result<Profile, Failure> {
    let parse = |(name, text): &(String, String)| {
        serde_yaml::from_str(text).map_err(|error| Failure::Input(vec![Problem::from_yaml(name, text, &error)]))
    };
    if let Some(path) = &args.profile {
        let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
        return parse(&(path.display().to_string(), text));
    }
    let known = Data::open(global.data.as_deref(), None)?.profiles(code)?;
    match known.as_slice() {
        [one] => parse(one),
        [] => {
            let name = files.first().map(|(name, _)| file_name(Path::new(name))).unwrap_or_default();
            let stem = name.split('.').next().unwrap_or_default().to_lowercase();
            let list = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            Ok(Profile { list, title: name.clone(), document: name, ..Profile::default() })
        }
        many => {
            let names: Vec<&str> = many.iter().map(|(name, _)| name.as_str()).collect();
            Err(Failure::usage(format!("`{code}` has several lists"), format!("say which with --profile: {}", names.join(", "))))
        }
    }
}

/// The command as it is recorded in the definitions: file names without the folders of this machine.
fn command(args: &ImportArgs, global: &Global, code: &str) -> String {
    let names: Vec<String> = args.files.iter().map(|path| file_name(path)).collect();
    let mut out = format!("concord import {} --jurisdiction {code}", names.join(" "));
    if let Some(adapter) = &args.adapter {
        let _ = write!(out, " --adapter {adapter}");
    }
    if let Some(date) = global.as_of {
        let _ = write!(out, " --as-of {date}");
    }
    out
}

/// Writes the list's files, the jurisdiction's names if they are known, and the texts if they are to be kept.
fn write(folder: &Path, code: &str, imported: &Imported, with_text: bool) -> Result<(), Failure> {
    let own = folder.join(code);
    let files = write_list(&imported.list);
    let files: Vec<(&str, &[u8])> = files.iter().map(|file| (file.name.as_str(), file.text.as_bytes())).collect();
    write_folder(&own.join("lists").join(&imported.list.id), &files)?;
    let beside = own.join("jurisdiction.yaml");
    if let Some(law) = Data::open(None, None)?.rules()?.law(code)
        && !beside.exists()
    {
        let text = serde_yaml::to_string(&Names::of(&law.jurisdiction)).map_err(|error| Failure::input(error.to_string(), ""))?;
        crate::output::write_file(&beside, text.as_bytes())?;
    }
    if with_text {
        let texts = imported.texts.to_jsonl();
        write_folder(&own.join("texts").join(&imported.list.id), &[(concord_model::texts::FILE, texts.as_bytes())])?;
    }
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// A jurisdiction's names as they stand beside its lists, without what only its laws say.
#[derive(Serialize)]
struct Names<'a> {
    code: &'a str,
    name: &'a str,
    short: &'a str,
    adjective: &'a str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    categories: &'a BTreeMap<String, String>,
}

impl<'a> Names<'a> {
    fn of(jurisdiction: &'a Jurisdiction) -> Self {
        let Jurisdiction { code, name, short, adjective, categories, .. } = jurisdiction;
        Self { code, name, short, adjective, categories }
    }
}

fn summary(imported: &Imported, verbose: bool) -> String {
    let (list, report) = (&imported.list, &imported.report);
    let mut out = format!("{} of {}, as of {}\n", list.id, list.jurisdiction, list.as_of);
    let _ = writeln!(out, "  entries      {}", report.entries);
    let _ = writeln!(out, "  paragraphs   {}", report.paragraphs);
    let _ = writeln!(out, "  conditions   {} ({} kept as formulas)", report.conditions, report.formulas);
    let _ = writeln!(out, "  terms        {}", list.terms.len());
    let _ = writeln!(out, "  understood   {} of {} paragraphs with numbers{}", report.understood, report.with_numbers, share(report));
    let _ = writeln!(out, "  defects      {} of the text or its form", report.problems.len());
    for (reason, paragraphs) in report.reasons().into_iter().take(10) {
        let _ = writeln!(out, "    {paragraphs:>5}  {reason}");
    }
    if verbose {
        out.push_str("\nNot understood:\n");
        for unread in &report.unread {
            let _ = writeln!(out, "  {}: `{}` in “{}”: {}", unread.code, unread.printed, unread.around, unread.reason);
        }
        out.push_str("\nDefects:\n");
        for problem in &report.problems {
            let _ = writeln!(out, "  line {}, {}: {}", problem.line, problem.place, problem.what);
        }
    }
    out
}

/// The share of number-bearing paragraphs fully understood, in percent, rounded down to a tenth.
fn share(report: &ImportReport) -> String {
    match (report.understood * 1000).checked_div(report.with_numbers) {
        Some(tenths) => format!(" ({}.{}%)", tenths / 10, tenths % 10),
        None => String::new(),
    }
}
