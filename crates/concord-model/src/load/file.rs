//! Reading one file of a list by itself, so that the files of a list can be read at the same time.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::form;
use crate::load::entry::{Claim, entry};
use crate::load::header;
use crate::load::reader::Reader;
use crate::load::tree::{Place, Tree};
use crate::overlay::{self, Correction};
use crate::{Area, Entry, GeneralNote, Source, Term};

/// What one file says.
#[derive(Default)]
pub(crate) struct Part<'f> {
    /// The file's name.
    pub(crate) file: &'f str,
    /// The keys of the header that stand in it, with their places.
    pub(crate) stated: Vec<(&'static str, Place)>,
    pub(crate) jurisdiction: Option<String>,
    pub(crate) list: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) as_of: Option<Date>,
    pub(crate) source: Option<Source>,
    pub(crate) areas: Vec<(Area, Place)>,
    pub(crate) notes: Vec<GeneralNote>,
    pub(crate) terms: Vec<(Term, Place)>,
    pub(crate) entries: Vec<Entry>,
    /// The codes that stand in it.
    pub(crate) claims: Vec<Claim>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whether it could not be read to its end, so that what a list lacks may stand in it.
    pub(crate) broken: bool,
}

impl<'f> Part<'f> {
    /// Reads a file.
    pub(crate) fn read(file: &'f str, bytes: &[u8]) -> Self {
        let mut part = Self { file, ..Self::default() };
        let mut r = Reader::new(file);
        let tree = Tree::read(file, bytes, &mut r.out);
        part.broken = !r.out.is_empty();
        if let Some(tree) = tree {
            part.content(&mut r, &tree);
        }
        part.diagnostics = r.out;
        part
    }

    fn content(&mut self, r: &mut Reader, tree: &Tree) {
        let Some(fields) = r.fields(tree, &form::FILE) else {
            self.broken = true;
            return;
        };
        for key in form::HEADER.into_iter().chain(["perimeter"]) {
            let Some(node) = fields.get(key) else { continue };
            self.stated.push((key, node.place));
            match key {
                "jurisdiction" => self.jurisdiction = r.text(node),
                "list" => self.list = r.text(node),
                "title" => self.title = r.text(node),
                "as-of" => self.as_of = r.date(node),
                "source" => self.source = header::source(r, node),
                _ => self.areas = r.list(Some(node), |r, item| Some((header::area(r, item)?, item.place))),
            }
        }
        self.notes = r.list(fields.get("notes"), header::general_note);
        self.terms = r.list(fields.get("terms"), |r, item| Some((header::term(r, item)?, item.place)));
        let claims = &mut self.claims;
        self.entries = r.list(fields.get("entries"), |r, item| entry(r, item, claims));
        self.corrections = r.list(fields.get("corrections"), overlay::correction);
    }
}
