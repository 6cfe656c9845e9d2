//! `concord check`: whether definitions are well formed, complete and plausible.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use concord_model::{Diagnostic, List, Places, Severity, check, check_rules, load_rules, rule_files};

use crate::cli::{CheckArgs, Format, Global};
use crate::data::{Data, children, loaded};
use crate::failure::Failure;
use crate::output::{Output, complain};
use crate::problem::Problem;

/// Warnings of one kind that are shown unless all are wanted.
const FEW: usize = 5;

/// What a check found.
#[derive(Default)]
struct Found {
    lists: usize,
    facts: usize,
    diagnostics: Vec<Diagnostic>,
    problems: Vec<Problem>,
}

/// Checks definitions; errors end with status 3, warnings do not.
pub(crate) fn run(args: &CheckArgs, global: &Global, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| !matches!(format, Format::Text | Format::Jsonl)) {
        return Err(format.refuse("check", "text and jsonl"));
    }
    let found = match args.path.as_deref().or(global.data.as_deref()) {
        Some(path) => of_path(path)?,
        None => of_shipped()?,
    };
    let errors = found.diagnostics.iter().filter(|d| d.severity == Severity::Error).count() + found.problems.len();
    let warnings = found.diagnostics.len() + found.problems.len() - errors;
    if global.format == Some(Format::Jsonl) {
        let line = |diagnostic| serde_json::to_string(diagnostic).map(|line| line + "\n");
        let lines: Result<String, _> = found.diagnostics.iter().map(line).collect();
        output.data(&lines.map_err(|error| Failure::input(error.to_string(), ""))?)?;
    } else {
        show(&found.diagnostics, output);
        let of = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (lists, errors, warnings) = (of(found.lists, "list"), of(errors, "error"), of(warnings, "warning"));
        let facts = if found.facts > 0 { format!(", {}", of(found.facts, "fact")) } else { String::new() };
        output.data(&format!("checked {lists}{facts}: {errors}, {warnings}\n"))?;
    }
    found.problems.iter().for_each(|problem| complain(problem));
    if errors > 0 { Err(Failure::Input(Vec::new())) } else { Ok(()) }
}

/// Shows errors in full, and of each kind of warning the first few unless all are wanted.
fn show(diagnostics: &[Diagnostic], output: &Output) {
    let mut warnings: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        if diagnostic.severity == Severity::Warning {
            let seen = warnings.entry(diagnostic.code).or_default();
            *seen += 1;
            if output.quiet || (*seen > FEW && !output.verbose) {
                continue;
            }
        }
        complain(&Problem::from_diagnostic(diagnostic));
    }
    for (code, seen) in warnings.into_iter().filter(|(_, seen)| *seen > FEW && !output.verbose) {
        output.say(Problem::warning(format!("{} more of {code}", seen - FEW), "-v shows all"));
    }
}

fn of_shipped() -> Result<Found, Failure> {
    let data = Data::open(None, None)?;
    let mut found = Found::default();
    let rules = data.rules()?;
    found.facts = rules.laws.iter().map(|law| law.facts.len()).sum();
    for code in data.codes()? {
        data.jurisdiction(&code)?;
        let list: List = data.list(&code)?;
        found.lists += 1;
        found.diagnostics.extend(check(&list, &Places::default()));
    }
    Ok(found)
}

/// Checks a list, a jurisdiction's folder or a whole folder of definitions.
fn of_path(path: &Path) -> Result<Found, Failure> {
    if !path.exists() {
        return Err(Failure::input(format!("there is nothing at {}", path.display()), "name a folder of definitions or one list"));
    }
    let mut found = Found::default();
    let mut lists: Vec<PathBuf> = children(&path.join("lists"))?;
    if lists.is_empty() {
        for folder in children(path)? {
            lists.extend(children(&folder.join("lists"))?);
        }
    }
    if lists.is_empty() {
        // Neither a jurisdiction nor a folder of them: the path is a list.
        lists.push(path.to_owned());
    }
    rules_of(path, &mut found)?;
    for list in lists {
        let Some(loaded) = loaded(&list)? else { continue };
        found.lists += 1;
        found.diagnostics.extend(loaded.diagnostics);
        if let Some(list) = &loaded.list {
            found.diagnostics.extend(check(list, &loaded.places));
        }
    }
    Ok(found)
}

/// Checks the rule layer of a folder of definitions; that of one jurisdiction's folder with what lies beside it.
fn rules_of(path: &Path, found: &mut Found) -> Result<(), Failure> {
    let alone = path.join("jurisdiction.yaml").is_file() || path.join("provisions").is_dir();
    let root = if alone { path.parent().unwrap_or(path) } else { path };
    if !root.is_dir() {
        return Ok(());
    }
    let of = |file: &str| !alone || Path::new(file).starts_with(path);
    let files = rule_files(root).map_err(|found| Failure::Input(found.iter().map(Problem::from_diagnostic).collect()))?;
    let shipped = Data::open(None, None)?;
    let loaded = load_rules(&files, Some(shipped.rules()?));
    found.diagnostics.extend(loaded.diagnostics.into_iter().filter(|d| of(&d.file)));
    if let Some(layer) = &loaded.layer {
        let own = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        found.facts += layer.laws.iter().filter(|r| !alone || r.jurisdiction.code == own).map(|r| r.facts.len()).sum::<usize>();
        found.diagnostics.extend(check_rules(layer, &loaded.places).into_iter().filter(|d| of(&d.file)));
    }
    Ok(())
}
