//! `concord check`: whether definitions are well formed, complete and plausible.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use concord_graph::mapping::conflict::{Conflict, conflicts};
use concord_graph::mapping::{Mapping, paragraph_of, sssom, vocabulary};
use concord_model::item::load_item;
use concord_model::licensing::{Destinations, LoadedLicensing, check_licensing, load_destinations};
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
    licensing: usize,
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
        let of = |n: usize, what: &str| {
            // "2 jurisdictions' licensing rules".
            let (head, tail) = what
                .split_once("'s ")
                .map_or((what, String::new()), |(head, tail)| (head, format!("{}{tail}", if n == 1 { "'s " } else { "' " })));
            format!("{n} {head}{}{tail}", if n == 1 { "" } else { "s" })
        };
        let licensing = (found.licensing, "jurisdiction's licensing rules");
        let counted =
            [(found.lists, "list"), (found.facts, "fact"), licensing, (found.mappings.len(), "mapping"), (found.concepts, "concept")];
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
    let destinations = data.destinations()?;
    for code in data.licensed()? {
        found.take_licensing(check_licensing(&data.licensing_files(&code)?, &destinations, None));
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

    /// Takes what was read of a jurisdiction's licensing rules.
    fn take_licensing(&mut self, loaded: LoadedLicensing) {
        self.licensing += 1;
        self.diagnostics.extend(loaded.diagnostics);
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
    let licensed = licensing_folders(path)?;
    if lists.is_empty() && !has_rules && licensed.is_empty() && found.mappings.is_empty() {
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
    if !licensed.is_empty() {
        let destinations = destinations_of(path, &mut found)?;
        for folder in licensed {
            let files = yaml_files(&folder)?;
            // Rules are held against the newest list of the folder they lie in.
            let code = folder.parent().and_then(|owner| owner.file_name()).and_then(|name| name.to_str()).unwrap_or_default();
            let list = known.iter().filter(|list| list.jurisdiction == code).max_by_key(|list| list.as_of);
            found.take_licensing(check_licensing(&files, &destinations, list));
        }
    }
    found.join(&known);
    Ok(found)
}

/// The folders of licensing rules of a jurisdiction's folder, or of a whole folder of definitions; the path itself where it is one.
fn licensing_folders(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_dir() && path.file_name().is_some_and(|name| name == "licensing") {
        return Ok(vec![path.to_owned()]);
    }
    let mut folders = vec![path.join("licensing")];
    folders.extend(children(path)?.into_iter().map(|folder| folder.join("licensing")));
    folders.retain(|folder| folder.is_dir());
    Ok(folders)
}

fn yaml_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let paths = children(folder)?.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths
        .map(|path| match std::fs::read(&path) {
            Ok(bytes) => Ok((path.display().to_string(), bytes)),
            Err(error) => Err(Failure::io("read", &path, &error)),
        })
        .collect()
}

/// The destinations of the folder of definitions that a path lies in; those shipped where it has none of its own.
fn destinations_of(path: &Path, found: &mut Found) -> Result<Destinations, Failure> {
    let own = path.ancestors().take(3).map(|folder| folder.join("destinations.yaml")).find(|file| file.is_file());
    if let Some(file) = own {
        let bytes = std::fs::read(&file).map_err(|error| Failure::io("read", &file, &error))?;
        match load_destinations(&file.display().to_string(), &bytes) {
            Ok(destinations) => return Ok(destinations),
            Err(problems) => found.diagnostics.extend(problems),
        }
    }
    Data::open(None, None)?.destinations()
}

/// Whether a file is of an item: YAML that begins with the item's name, as no other file does.
fn is_item(path: &Path) -> Result<bool, Failure> {
    if path.extension().is_none_or(|extension| extension != "yaml") {
        return Ok(false);
    }
    let text = std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    let text = String::from_utf8_lossy(&text);
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    Ok(first.is_some_and(|line| line.starts_with("name:")))
}

/// Checks a file of mappings, an item or a vocabulary, told by its name or its beginning; not where it is none of these.
fn alone(path: &Path, found: &mut Found) -> Result<bool, Failure> {
    if is_mapping(path) {
        found.take(read_mappings(path)?);
        found.join(&[]);
        return Ok(true);
    }
    if is_item(path)? {
        let bytes = std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
        found.diagnostics.extend(load_item(&path.display().to_string(), &bytes).err().unwrap_or_default());
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
