//! Loading: from YAML files to a list, with every problem of every file at once.

mod condition;
mod entry;
mod header;
mod paragraph;
mod phrase;
mod places;
mod reader;
pub(crate) mod tree;

use jiff::civil::Date;

pub use places::{Places, Spot};

pub(crate) use entry::{AVAILABILITY, STRATA};
pub(crate) use header::implied_definition;
pub(crate) use paragraph::{facts, implied_residue};
pub(crate) use reader::Reader;

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::form;
use crate::load::tree::{Place, Tree};
use crate::overlay::{self, Correction};
use crate::{Area, Entry, GeneralNote, List, Perimeter, Source, Term};

/// What loading gives.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The list; `None` if there is any error.
    pub list: Option<List>,
    /// Every problem, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// Where codes stand in the files.
    pub places: Places,
    /// The corrections that overlays made.
    pub corrections: Vec<Correction>,
}

/// Loads a list from its files, each a name (for diagnostics) and its bytes.
///
/// The order of the files does not matter. The error holds every problem of every file, warnings included; [`load`] gives warnings beside a list.
pub fn load_list<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> Result<List, Vec<Diagnostic>> {
    let loaded = load(files);
    loaded.list.ok_or(loaded.diagnostics)
}

/// Loads a list from its files with its diagnostics, the places of its codes and the corrections made.
pub fn load<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)]) -> Loaded {
    let mut files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_ref(), bytes.as_ref())).collect();
    files.sort_unstable_by_key(|(name, _)| *name);
    let mut builder = Builder::default();
    for (name, bytes) in &files {
        builder.file(name, bytes);
    }
    builder.finish(files.first().map_or("", |(name, _)| name))
}

/// What the files have said so far.
#[derive(Default)]
struct Builder {
    header: Header,
    areas: Vec<Area>,
    notes: Vec<GeneralNote>,
    terms: Vec<Term>,
    entries: Vec<Entry>,
    corrections: Vec<Correction>,
    places: Places,
    diagnostics: Vec<Diagnostic>,
    /// Whether some file could not be read to its end, so that what is missing may stand there.
    broken: bool,
}

#[derive(Default)]
struct Header {
    jurisdiction: Option<String>,
    list: Option<String>,
    title: Option<String>,
    as_of: Option<Date>,
    source: Option<Source>,
    /// The keys that stand in some file, with it.
    stated: Vec<(&'static str, String)>,
}

impl Builder {
    fn file(&mut self, name: &str, bytes: &[u8]) {
        let mut r = Reader::new(name);
        let tree = Tree::read(name, bytes, &mut r.out);
        self.broken |= !r.out.is_empty();
        if let Some(tree) = tree {
            self.content(&mut r, &tree);
        }
        self.diagnostics.append(&mut r.out);
    }

    fn content(&mut self, r: &mut Reader, tree: &Tree) {
        let Some(fields) = r.fields(tree, &form::FILE) else {
            self.broken = true;
            return;
        };
        for key in form::HEADER.into_iter().chain(["perimeter"]) {
            let Some(node) = fields.get(key) else { continue };
            if let Some((_, file)) = self.header.stated.iter().find(|(k, _)| *k == key) {
                r.report(node.place, codes::SECOND_HEADER, format!("`{key}` stands here a second time"), format!("it stands first in {file}"));
                continue;
            }
            self.header.stated.push((key, r.file.to_owned()));
            self.places.put(key, r.file, node.place);
            match key {
                "jurisdiction" => self.header.jurisdiction = r.text(node),
                "list" => self.header.list = r.text(node),
                "title" => self.header.title = r.text(node),
                "as-of" => self.header.as_of = r.date(node),
                "source" => self.header.source = header::source(r, node),
                _ => self.perimeter(r, node),
            }
        }
        self.notes.append(&mut r.list(fields.get("notes"), header::general_note));
        self.terms(r, fields.get("terms"));
        let seen = &mut self.places;
        self.entries.append(&mut r.list(fields.get("entries"), |r, node| entry::entry(r, node, seen)));
        self.corrections.append(&mut r.list(fields.get("corrections"), overlay::correction));
    }

    fn perimeter(&mut self, r: &mut Reader, node: &Tree) {
        let Self { areas, places, .. } = self;
        let mut read = r.list(Some(node), |r, item| {
            let area = header::area(r, item)?;
            places.put(&format!("area {}", area.name), r.file, item.place);
            Some(area)
        });
        areas.append(&mut read);
    }

    fn terms(&mut self, r: &mut Reader, node: Option<&Tree>) {
        let read = r.list(node, |r, item| Some((header::term(r, item)?, item.place)));
        for (term, place) in read {
            let key = format!("term {}", term.term);
            if let Some(first) = self.places.spot(&key) {
                let hint = format!("it stands first in {}:{}:{}", first.file, first.line, first.column);
                r.report(place, codes::DUPLICATE_TERM, format!("the term `{}` is defined twice", term.term), hint);
            }
            self.places.put(&key, r.file, place);
            self.terms.push(term);
        }
    }

    fn finish(mut self, first_file: &str) -> Loaded {
        let mut r = Reader::new(self.header.stated.first().map_or(first_file, |(_, file)| file));
        for key in form::HEADER {
            if !self.broken && !self.header.stated.iter().any(|(k, _)| *k == key) {
                let place = Place { line: 1, column: 1, length: 0 };
                let about = form::FILE.key(key).map_or("", |k| k.about);
                r.report(place, codes::MISSING_KEY, format!("the header of the list needs the key `{key}`"), about);
            }
        }
        let mut diagnostics = self.diagnostics;
        diagnostics.append(&mut r.out);
        self.entries.sort_by(|a, b| a.code().cmp(b.code()));
        let header = (self.header.jurisdiction, self.header.list, self.header.title, self.header.as_of, self.header.source);
        let mut list = match header {
            (Some(jurisdiction), Some(id), Some(title), Some(as_of), Some(source)) => Some(List {
                jurisdiction,
                id,
                title,
                as_of,
                source,
                perimeter: Perimeter { areas: self.areas },
                notes: self.notes,
                terms: self.terms,
                entries: self.entries,
            }),
            _ => None,
        };
        if let Some(list) = &mut list {
            diagnostics.append(&mut overlay::apply(list, &self.corrections));
        }
        diagnostics.sort();
        diagnostics.dedup();
        if diagnostics.iter().any(|d| d.severity == Severity::Error) {
            list = None;
        }
        Loaded { list, diagnostics, places: self.places, corrections: self.corrections }
    }
}
