//! Loading: from YAML files to a list, with every problem of every file at once.

mod condition;
mod entry;
mod file;
mod header;
mod paragraph;
mod phrase;
mod places;
mod reader;
pub(crate) mod rules;
pub(crate) mod tree;

use rayon::prelude::*;

pub use places::{Places, Spot};

pub(crate) use entry::{AVAILABILITY, STRATA};
pub(crate) use header::implied_definition;
pub(crate) use paragraph::{facts, implied_residue};
pub(crate) use reader::{Fields, Reader};

use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::form;
use crate::load::file::Part;
use crate::load::tree::Place;
use crate::overlay::{self, Correction};
use crate::{List, Perimeter};

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
    let mut whole = Whole::default();
    for part in files.par_iter().map(|(name, bytes)| Part::read(name, bytes)).collect::<Vec<_>>() {
        whole.add(part);
    }
    whole.finish(files.first().map_or("", |(name, _)| name))
}

/// What the files say together.
#[derive(Default)]
struct Whole<'f> {
    /// Everything said so far; its `stated` keys are those of `headers`.
    all: Part<'f>,
    /// The header's keys with the files they stand in.
    headers: Vec<(&'static str, &'f str)>,
    places: Places,
}

impl<'f> Whole<'f> {
    fn add(&mut self, mut part: Part<'f>) {
        let file = part.file;
        let mut r = Reader::new(file);
        for (key, place) in &part.stated {
            if let Some((_, first)) = self.headers.iter().find(|(k, _)| k == key) {
                r.report(*place, codes::SECOND_HEADER, format!("`{key}` stands here a second time"), format!("it stands first in {first}"));
            }
            self.headers.push((key, file));
            self.places.put(key, file, *place);
        }
        for (area, place) in &part.areas {
            self.places.put(&format!("area {}", area.name), file, *place);
        }
        for (term, place) in &part.terms {
            self.claim(&mut r, &format!("term {}", term.term), *place, codes::DUPLICATE_TERM, || {
                format!("the term `{}` is defined twice", term.term)
            });
        }
        for (code, place) in &part.claims {
            self.claim(&mut r, code.as_str(), *place, codes::DUPLICATE_CODE, || format!("the code `{code}` is given twice"));
        }
        let all = &mut self.all;
        all.jurisdiction = all.jurisdiction.take().or(part.jurisdiction);
        all.list = all.list.take().or(part.list);
        all.title = all.title.take().or(part.title);
        all.as_of = all.as_of.or(part.as_of);
        all.source = all.source.take().or(part.source);
        all.areas.append(&mut part.areas);
        all.notes.append(&mut part.notes);
        all.terms.append(&mut part.terms);
        all.entries.append(&mut part.entries);
        all.corrections.append(&mut part.corrections);
        all.diagnostics.append(&mut part.diagnostics);
        all.diagnostics.append(&mut r.out);
        all.broken |= part.broken;
    }

    /// Notes the place of something that may stand once only.
    fn claim(&mut self, r: &mut Reader, key: &str, place: Place, code: &'static str, message: impl Fn() -> String) {
        if let Some(first) = self.places.spot(key) {
            let hint = format!("it stands first in {}:{}:{}", first.file, first.line, first.column);
            r.report(place, code, message(), hint);
        }
        self.places.put(key, r.file, place);
    }

    fn finish(self, first_file: &str) -> Loaded {
        let Self { all, headers, places } = self;
        let mut r = Reader::new(headers.first().map_or(first_file, |(_, file)| file));
        for key in form::HEADER {
            if !all.broken && !headers.iter().any(|(k, _)| *k == key) {
                let place = Place { line: 1, column: 1, length: 0 };
                let about = form::FILE.key(key).map_or("", |k| k.about);
                r.report(place, codes::MISSING_KEY, format!("the header of the list needs the key `{key}`"), about);
            }
        }
        let mut diagnostics = all.diagnostics;
        diagnostics.append(&mut r.out);
        let mut entries = all.entries;
        entries.sort_by(|a, b| a.code().cmp(b.code()));
        let mut list = match (all.jurisdiction, all.list, all.title, all.as_of, all.source) {
            (Some(jurisdiction), Some(id), Some(title), Some(as_of), Some(source)) => Some(List {
                jurisdiction,
                id,
                title,
                as_of,
                source,
                perimeter: Perimeter { areas: all.areas.into_iter().map(|(area, _)| area).collect() },
                notes: all.notes,
                terms: all.terms.into_iter().map(|(term, _)| term).collect(),
                entries,
            }),
            _ => None,
        };
        if let Some(list) = &mut list {
            diagnostics.append(&mut overlay::apply(list, &all.corrections));
        }
        diagnostics.sort();
        diagnostics.dedup();
        if diagnostics.iter().any(|d| d.severity == Severity::Error) {
            list = None;
        }
        Loaded { list, diagnostics, places, corrections: all.corrections }
    }
}
