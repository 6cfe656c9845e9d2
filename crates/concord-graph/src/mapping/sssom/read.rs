//! Reading: a set of mappings and every problem of the file at once.

use std::collections::{BTreeMap, HashMap, HashSet};

use concord_model::{Diagnostic, Severity, codes};

use super::cell::{join, split};
use super::metadata::{self, Given};
use super::slots::{self, Kind, Slot};
use super::table::{Cell, Fault, Lines, Row, rows};
use super::value::{Judge, nearest};
use crate::mapping::{BUILT_IN, Confidence, Mapping, MappingSet, is_absolute_iri};

/// Slots that every mapping between two identifiers has.
const REQUIRED: [&str; 4] = ["subject_id", "predicate_id", "object_id", "mapping_justification"];

/// What reading a file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The set, without the rows that cannot be used; `None` where the file has no readable metadata or no table.
    pub set: Option<MappingSet>,
    /// Every problem, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// Whether something is wrong that forbids use.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// Reads a file whose metadata stand at its head. `file` is the name that diagnostics and sources of mappings give.
pub fn read(file: &str, bytes: &[u8]) -> Read {
    match text_of(file, bytes) {
        Ok(text) => {
            let (block, indent, table) = metadata::head(text);
            Reader::new(file, text, Head { file, block: &block, indent, external: false }).read(table)
        }
        Err(diagnostic) => Read { set: None, diagnostics: vec![diagnostic] },
    }
}

/// Reads a file whose metadata stand in a file of their own, without `#`.
pub fn read_with_metadata(file: &str, bytes: &[u8], metadata_file: &str, metadata: &[u8]) -> Read {
    match (text_of(file, bytes), text_of(metadata_file, metadata)) {
        (Ok(text), Ok(block)) => Reader::new(file, text, Head { file: metadata_file, block, indent: 0, external: true }).read(0),
        (text, block) => Read { set: None, diagnostics: [text.err(), block.err()].into_iter().flatten().collect() },
    }
}

fn text_of<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Diagnostic> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.is_empty() {
        return Err(Diagnostic::new(codes::EMPTY_FILE, "the file is empty", "").at(file, 0, 0, 0));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or_default();
        let (line, column) = Lines::new(good).place(good.len());
        Diagnostic::new(codes::NOT_UTF8, "the file is not UTF-8 text", "save it with the encoding UTF-8").at(file, line, column, 1)
    })
}

/// The block of metadata and where it stands.
struct Head<'a> {
    file: &'a str,
    block: &'a str,
    /// Characters taken away from the start of each line.
    indent: usize,
    external: bool,
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    head: Head<'a>,
    lines: Lines<'a>,
    set: MappingSet,
    /// Values of the set that hold for every mapping.
    common: BTreeMap<&'static str, String>,
    out: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, text: &'a str, head: Head<'a>) -> Self {
        let lines = Lines::new(text);
        Self { file, text, head, lines, set: MappingSet::default(), common: BTreeMap::new(), out: Vec::new() }
    }

    fn read(mut self, table: usize) -> Read {
        let metadata = self.metadata();
        let body = self.table(table);
        self.out.sort();
        let usable = metadata && body;
        Read { set: usable.then_some(self.set), diagnostics: self.out }
    }

    fn judge(&self) -> Judge<'_> {
        Judge { prefixes: &self.set.prefixes }
    }

    /// Reports a problem of the metadata at a key; at no key where it is empty.
    fn in_head(&mut self, key: &str, code: &'static str, message: String, hint: impl Into<String>) {
        let (line, column) = if key.is_empty() { (1, 1) } else { metadata::place(self.head.block, key) };
        let diagnostic = Diagnostic::new(code, message, hint);
        self.out.push(diagnostic.at(self.head.file, line, column + self.head.indent, key.chars().count()));
    }

    fn in_cell(&mut self, cell: &Cell<'_>, code: &'static str, message: String, hint: impl Into<String>) {
        let (line, column) = self.lines.place(cell.at);
        self.out.push(Diagnostic::new(code, message, hint).at(self.file, line, column, cell.text.chars().count()));
    }

    fn metadata(&mut self) -> bool {
        if self.head.block.trim().is_empty() {
            let hint = "begin the file with lines such as `#curie_map:`, `#mapping_set_id: …` and `#license: …`";
            self.in_head("", codes::NO_METADATA, "the file has no metadata".to_owned(), hint);
            return false;
        }
        let metadata = match metadata::read(self.head.block) {
            Ok(metadata) => metadata,
            Err(e) => {
                let hint = if self.head.external {
                    ""
                } else {
                    "every line behind its `#` is YAML; text that is no metadata belongs under `comment:`"
                };
                let diagnostic = Diagnostic::new(codes::WRONG_METADATA, format!("the metadata cannot be read: {}", e.message), hint);
                let column = if e.column > 0 { e.column + self.head.indent } else { 0 };
                self.out.push(diagnostic.at(self.head.file, e.line, column, 1));
                return false;
            }
        };
        for (prefix, iri) in metadata.prefixes {
            self.prefix(prefix, iri);
        }
        for (key, given) in metadata.values {
            self.key(&key, given);
        }
        for (key, value) in [("mapping_set_id", self.set.id.clone()), ("license", self.set.license.clone())] {
            if value.is_empty() {
                let hint = format!("add a line `#{key}: ` and an IRI");
                self.in_head("", codes::MISSING_SLOT, format!("the metadata do not say `{key}`"), hint);
            }
        }
        true
    }

    fn prefix(&mut self, prefix: String, iri: String) {
        if let Some((_, known)) = BUILT_IN.iter().find(|(name, known)| *name == prefix && *known != iri) {
            let message = format!("the prefix `{prefix}` stands for something else than everywhere");
            self.in_head(&prefix, codes::WRONG_METADATA, message, format!("it stands for {known}; leave it out"));
        } else if !is_absolute_iri(&iri) {
            let message = format!("`{iri}`, for which the prefix `{prefix}` stands, is no absolute IRI");
            self.in_head(&prefix, codes::WRONG_METADATA, message, "an absolute IRI begins with a scheme, such as `https:`");
        }
        self.set.prefixes.insert(prefix, iri);
    }

    fn key(&mut self, key: &str, given: Given) {
        let Some(slot) = slots::of_set(key) else {
            let hint = nearest(key, slots::SET.iter().map(|slot| slot.name));
            self.in_head(key, codes::UNKNOWN_SLOT, format!("a mapping set has no `{key}`; it is left out"), hint);
            return;
        };
        let Given::Values(values) = given else {
            if slot.kind != Kind::Structure {
                self.in_head(key, codes::WRONG_METADATA, format!("`{key}` holds a structure"), "give plain values");
            }
            return;
        };
        if values.len() > 1 && !slot.many {
            self.in_head(key, codes::WRONG_METADATA, format!("`{key}` holds several values"), "give one");
            return;
        }
        let mut good = Vec::new();
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            match self.judge().faulty(slot.kind, &value) {
                Some((code, message, hint)) => self.in_head(key, code, format!("`{key}`: {message}"), hint),
                None => good.push(value),
            }
        }
        match (slot.common, good.as_slice()) {
            (_, []) => {}
            (true, _) => drop(self.common.insert(slot.name, join(&good, slot.many))),
            (false, [value, ..]) if key == "mapping_set_id" => self.set.id.clone_from(value),
            (false, [value, ..]) if key == "license" => self.set.license.clone_from(value),
            (false, _) => drop(self.set.more.insert(key.to_owned(), good)),
        }
    }

    fn table(&mut self, start: usize) -> bool {
        let text = self.text;
        let mut rows = rows(text, start);
        let Some(header) = rows.next() else {
            let (line, _) = self.lines.place(start);
            let diagnostic = Diagnostic::new(codes::WRONG_TABLE, "the file has no table", "the line below the metadata names the columns");
            self.out.push(diagnostic.at(self.file, line, 1, 0));
            return false;
        };
        let Some(columns) = self.columns(&header) else { return false };
        let mut first: HashMap<[String; 4], usize> = HashMap::new();
        let mut own: HashSet<&'static str> = HashSet::new();
        for row in rows {
            let at = row.cells.first().map_or(0, |cell| cell.at);
            let Some(mapping) = self.row(&columns, &row, &mut own) else { continue };
            let (line, _) = self.lines.place(at);
            let sign = if mapping.negated { "not " } else { "" };
            let key = [
                format!("{}\t{}", mapping.subject, if mapping.subject.is_empty() { &mapping.subject_label } else { "" }),
                format!("{sign}{}", mapping.predicate),
                format!("{}\t{}", mapping.object, if mapping.object.is_empty() { &mapping.object_label } else { "" }),
                mapping.justification.clone(),
            ];
            if let Some(before) = first.get(&key) {
                let message = format!("`{}` stands in line {before} already", mapping.said());
                let diagnostic = Diagnostic::new(codes::MAPPING_TWICE, message, "keep one of the two rows");
                self.out.push(diagnostic.at(self.file, line, 1, 0));
            } else {
                first.insert(key, line);
            }
            self.set.mappings.push(Mapping { source: format!("{}:{line}", self.file), ..mapping });
        }
        self.spread(&own);
        true
    }

    /// The slot of each column; none for one that is left out. `None` where the columns cannot make a mapping.
    fn columns(&mut self, header: &Row<'a>) -> Option<Vec<Option<&'static Slot>>> {
        self.quotes(header);
        let mut columns: Vec<Option<&'static Slot>> = Vec::new();
        for cell in &header.cells {
            let slot = slots::of_mapping(cell.text.trim());
            match slot {
                None => {
                    let hint = nearest(&cell.text, slots::MAPPING.iter().map(|slot| slot.name));
                    self.in_cell(cell, codes::UNKNOWN_SLOT, format!("a mapping has no `{}`; the column is left out", cell.text), hint);
                }
                Some(slot) if columns.iter().flatten().any(|known| known.name == slot.name) => {
                    self.in_cell(cell, codes::WRONG_TABLE, format!("the column `{}` stands twice", slot.name), "keep one");
                }
                Some(_) => {}
            }
            columns.push(slot);
        }
        let has = |name: &str| columns.iter().flatten().any(|slot| slot.name == name);
        let literal = |side: &str| {
            has(&format!("{side}_type")) || self.common.get(format!("{side}_type").as_str()).is_some_and(|value| value == "rdfs literal")
        };
        let mut missing: Vec<&str> = ["predicate_id", "mapping_justification"].into_iter().filter(|name| !has(name)).collect();
        missing.extend(
            ["subject", "object"]
                .into_iter()
                .zip(["subject_id", "object_id"])
                .filter(|(side, name)| !has(name) && !literal(side))
                .map(|(_, name)| name),
        );
        if missing.is_empty() {
            return Some(columns);
        }
        let one = header.cells.len() == 1;
        let hint = if one {
            "the columns are separated by tabs"
        } else {
            "every mapping needs a subject, a predicate, an object and a justification"
        };
        let at = header.cells.first().map_or(0, |cell| cell.at);
        let (line, _) = self.lines.place(at);
        let names: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
        let message = format!("the table has no column {}", names.join(", "));
        self.out.push(Diagnostic::new(codes::MISSING_SLOT, message, hint).at(self.file, line, 1, 0));
        None
    }

    fn quotes(&mut self, row: &Row<'a>) -> bool {
        let Some((fault, at)) = row.fault else { return true };
        let (code, message, hint) = match fault {
            Fault::Open => {
                (codes::WRONG_TABLE, "a double quote is opened and never closed", "close it, or double it where it belongs to the value")
            }
            Fault::Behind => {
                (codes::WRONG_TABLE, "something stands behind a closing double quote", "double the quotes that belong to the value")
            }
            Fault::Inside => (
                codes::BARE_QUOTE,
                "a double quote stands in a value without quotes",
                "put the value in double quotes and double the inner ones",
            ),
        };
        let (line, column) = self.lines.place(at);
        self.out.push(Diagnostic::new(code, message, hint).at(self.file, line, column, 1));
        fault == Fault::Inside
    }

    /// One row; `None` where it cannot be used.
    fn row(&mut self, columns: &[Option<&'static Slot>], row: &Row<'a>, own: &mut HashSet<&'static str>) -> Option<Mapping> {
        let mut good = self.quotes(row);
        // Empty cells at the end may be missing: spreadsheets drop them.
        let required = columns.iter().rposition(|slot| slot.is_some_and(|slot| REQUIRED.contains(&slot.name))).map_or(0, |at| at + 1);
        if row.cells.len() > columns.len() || row.cells.len() < required {
            let (line, _) = self.lines.place(row.cells.first().map_or(0, |cell| cell.at));
            let cells = if row.cells.len() == 1 { "one cell".to_owned() } else { format!("{} cells", row.cells.len()) };
            let message = format!("the row has {cells}, the table {} columns", columns.len());
            let diagnostic =
                Diagnostic::new(codes::WRONG_TABLE, message, "separate cells by one tab each; a value with a tab stands in double quotes");
            self.out.push(diagnostic.at(self.file, line, 1, 0));
            return None;
        }
        let mut mapping = Mapping::default();
        for (slot, cell) in columns.iter().zip(&row.cells) {
            let (Some(slot), value) = (slot, cell.text.trim()) else { continue };
            if value.is_empty() {
                continue;
            }
            for part in split(value, slot.many) {
                if let Some((code, message, hint)) = self.judge().faulty(slot.kind, &part) {
                    self.in_cell(cell, code, message, hint);
                    good = false;
                }
            }
            if slot.common {
                own.insert(slot.name);
            }
            set(&mut mapping, slot.name, value);
        }
        good &= self.required(&mapping, row);
        self.doubts(&mapping, columns, row);
        good.then_some(mapping)
    }

    fn required(&mut self, mapping: &Mapping, row: &Row<'a>) -> bool {
        let literal = |side: &str, label: &str| {
            let name = format!("{side}_type");
            let kind = mapping.more.get(&name).or_else(|| self.common.get(name.as_str()));
            kind.is_some_and(|kind| kind == "rdfs literal") && !label.is_empty()
        };
        let missing = [
            ("subject_id", mapping.subject.is_empty() && !literal("subject", &mapping.subject_label)),
            ("predicate_id", mapping.predicate.is_empty()),
            ("object_id", mapping.object.is_empty() && !literal("object", &mapping.object_label)),
            ("mapping_justification", mapping.justification.is_empty()),
        ];
        let mut complete = true;
        for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            complete = false;
            let (line, _) = self.lines.place(row.cells.first().map_or(0, |cell| cell.at));
            let hint = if name.ends_with("justification") { "say how it is known, such as `semapv:ManualMappingCuration`" } else { "" };
            self.out.push(Diagnostic::new(codes::MISSING_SLOT, format!("the mapping has no `{name}`"), hint).at(self.file, line, 1, 0));
        }
        complete
    }

    /// What can be used and yet is doubtful.
    fn doubts(&mut self, mapping: &Mapping, columns: &[Option<&'static Slot>], row: &Row<'a>) {
        let cell = |name: &str| {
            let at = columns.iter().position(|slot| slot.is_some_and(|slot| slot.name == name))?;
            row.cells.get(at)
        };
        if mapping.relation().is_none()
            && self.judge().faulty_curie(&mapping.predicate).is_none()
            && let Some(cell) = cell("predicate_id")
        {
            let hint = nearest(&mapping.predicate, crate::mapping::RELATIONS.iter().map(|relation| relation.predicate()));
            self.in_cell(cell, codes::UNUSED_PREDICATE, format!("nothing is concluded from `{}`", mapping.predicate), hint);
        }
        if !mapping.justification.starts_with("semapv:")
            && self.judge().faulty_curie(&mapping.justification).is_none()
            && let Some(cell) = cell("mapping_justification")
        {
            let message = format!("`{}` is no term of the Semantic Mapping Vocabulary", mapping.justification);
            self.in_cell(cell, codes::UNKNOWN_JUSTIFICATION, message, "such as `semapv:ManualMappingCuration`");
        }
    }

    /// Gives every mapping what the set says for all. Where a mapping says it for itself, the set's value holds for none.
    fn spread(&mut self, own: &HashSet<&'static str>) {
        for (name, value) in self.common.iter().filter(|(name, _)| !own.contains(*name)) {
            for mapping in &mut self.set.mappings {
                set(mapping, name, value);
            }
        }
    }
}

/// Sets a slot of a mapping from its cell.
fn set(mapping: &mut Mapping, name: &str, value: &str) {
    let text = || value.to_owned();
    match name {
        "subject_id" => mapping.subject = text(),
        "subject_label" => mapping.subject_label = text(),
        "predicate_id" => mapping.predicate = text(),
        "predicate_modifier" => mapping.negated = true,
        "object_id" => mapping.object = text(),
        "object_label" => mapping.object_label = text(),
        "mapping_justification" => mapping.justification = text(),
        "confidence" => mapping.confidence = Confidence::parse(value),
        "mapping_date" => mapping.date = value.parse().ok(),
        "comment" => mapping.comment = text(),
        _ => drop(mapping.more.insert(name.to_owned(), text())),
    }
}
