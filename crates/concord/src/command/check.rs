//! `concord check`: whether definitions are well formed, complete and plausible.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use concord_graph::mapping::conflict::{Conflict, conflicts};
use concord_graph::mapping::{Mapping, paragraph_of, sssom, vocabulary};
use concord_model::{Diagnostic, List, Places, Severity, check, check_rules, codes, load_rules, rule_files};

use crate::beside::{is_mapping, mapping_files, read_mappings, shipped_mappings};
use crate::cli::{CheckArgs, Format, Global};
use crate::data::{Data, children, loaded};
use crate::failure::Failure;
use crate::output::{Output, complain};
use crate::problem::Problem;

/// Warnings of one kind that are shown unless all are wanted.
const FEW: usize = 5;

/// How the names of vocabularies end.
const VOCABULARIES: [&str; 4] = ["ttl", "rdf", "owl", "xml"];

/// What a check found.
#[derive(Default)]
struct Found {
    lists: usize,
    mappings: Vec<Mapping>,
    concepts: usize,
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
        let counted = [(found.lists, "list"), (found.facts, "fact"), (found.mappings.len(), "mapping"), (found.concepts, "concept")];
        let counted: Vec<String> = counted.into_iter().filter(|(n, what)| *n > 0 || *what == "list").map(|(n, what)| of(n, what)).collect();
        output.data(&format!("checked {}: {}, {}\n", counted.join(", "), of(errors, "error"), of(warnings, "warning")))?;
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
    let mut lists = Vec::new();
    let rules = data.rules()?;
    found.facts = rules.laws.iter().map(|law| law.facts.len()).sum();
    for code in data.codes()? {
        data.jurisdiction(&code)?;
        let list: List = data.list(&code)?;
        found.lists += 1;
        found.diagnostics.extend(check(&list, &Places::default()));
        lists.push(list);
    }
    for read in shipped_mappings() {
        found.take(read);
    }
    found.join(&lists);
    Ok(found)
}

impl Found {
    /// Takes what was read from a file of mappings.
    fn take(&mut self, read: sssom::Read) {
        self.diagnostics.extend(read.diagnostics);
        self.mappings.extend(read.set.map(|set| set.mappings).unwrap_or_default());
    }

    /// What the mappings say to each other, and to the lists.
    fn join(&mut self, lists: &[List]) {
        let mut more: Vec<Diagnostic> = conflicts(&self.mappings).iter().map(Conflict::diagnostic).collect();
        for mapping in &self.mappings {
            for curie in [&mapping.subject, &mapping.object] {
                let Some((jurisdiction, code)) = paragraph_of(curie) else { continue };
                let mut known = lists.iter().filter(|list| list.jurisdiction == jurisdiction).peekable();
                if known.peek().is_some() && !known.any(|list| list.paragraph(&code).is_some()) {
                    let (file, line) = mapping.source.rsplit_once(':').unwrap_or((mapping.source.as_str(), "0"));
                    let message = format!("no list of `{jurisdiction}` holds `{code}`");
                    let found = Diagnostic::new(codes::UNKNOWN_ENTITY, message, "correct the code, or remove the mapping");
                    more.push(found.at(file, line.parse().unwrap_or_default(), 1, 0));
                }
            }
        }
        self.diagnostics.extend(more);
    }
}

/// Checks a list, a jurisdiction's folder or a whole folder of definitions.
fn of_path(path: &Path) -> Result<Found, Failure> {
    if !path.exists() {
        return Err(Failure::input(format!("there is nothing at {}", path.display()), "name a folder of definitions or one list"));
    }
    let mut found = Found::default();
    if path.is_file() && alone(path, &mut found)? {
        return Ok(found);
    }
    for file in mapping_files(path)? {
        found.take(read_mappings(&file)?);
    }
    let mut lists: Vec<PathBuf> = children(&path.join("lists"))?;
    if lists.is_empty() {
        for folder in children(path)? {
            lists.extend(children(&folder.join("lists"))?);
        }
    }
    let has_rules = rules_of(path, &mut found)?;
    if lists.is_empty() && !has_rules && found.mappings.is_empty() {
        // Neither a jurisdiction nor a folder of them: the path is a list.
        lists.push(path.to_owned());
    }
    let mut known = Vec::new();
    for list in lists {
        let Some(loaded) = loaded(&list)? else { continue };
        found.lists += 1;
        found.diagnostics.extend(loaded.diagnostics);
        if let Some(list) = loaded.list {
            found.diagnostics.extend(check(&list, &loaded.places));
            known.push(list);
        }
    }
    found.join(&known);
    Ok(found)
}

/// Checks a file of mappings or a vocabulary, told by its name; not where it is neither.
fn alone(path: &Path, found: &mut Found) -> Result<bool, Failure> {
    if is_mapping(path) {
        found.take(read_mappings(path)?);
        found.join(&[]);
        return Ok(true);
    }
    if path.extension().is_none_or(|extension| !VOCABULARIES.iter().any(|known| extension.eq_ignore_ascii_case(known))) {
        return Ok(false);
    }
    let bytes = std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    let read = vocabulary::read(&path.display().to_string(), &bytes);
    found.diagnostics.extend(read.diagnostics);
    found.concepts += read.vocabulary.map_or(0, |vocabulary| vocabulary.concepts.len());
    Ok(true)
}

/// Checks the rule layer of a folder of definitions, or of one jurisdiction's folder with what lies beside it; says whether there is any.
fn rules_of(path: &Path, found: &mut Found) -> Result<bool, Failure> {
    let alone = path.join("jurisdiction.yaml").is_file() || path.join("provisions").is_dir();
    let root = if alone { path.parent().unwrap_or(path) } else { path };
    if !root.is_dir() {
        return Ok(false);
    }
    let of = |file: &str| !alone || Path::new(file).starts_with(path);
    let files = rule_files(root).map_err(|found| Failure::Input(found.iter().map(Problem::from_diagnostic).collect()))?;
    if files.is_empty() {
        return Ok(false);
    }
    let shipped = Data::open(None, None)?;
    let loaded = load_rules(&files, Some(shipped.rules()?));
    found.diagnostics.extend(loaded.diagnostics.into_iter().filter(|d| of(&d.file)));
    if let Some(layer) = &loaded.layer {
        let own = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        found.facts += layer.laws.iter().filter(|r| !alone || r.jurisdiction.code == own).map(|r| r.facts.len()).sum::<usize>();
        found.diagnostics.extend(check_rules(layer, &loaded.places).into_iter().filter(|d| of(&d.file)));
    }
    Ok(true)
}
