//! Reading a list's header, perimeter, general notes and terms.

use crate::canonical;
use crate::form;
use crate::load::phrase;
use crate::load::reader::Reader;
use crate::load::tree::Tree;
use crate::{Area, Digest, GeneralNote, Holding, Source, Term};

/// The words of holdings other than `elsewhere`.
const HOLDINGS: [(&str, bool); 2] = [("held", true), ("not-held", false)];

/// Reads where a list was read.
pub(crate) fn source(r: &mut Reader, node: &Tree) -> Option<Source> {
    let fields = r.fields(node, &form::SOURCE)?;
    let document = r.citation(fields.get("document"));
    let date = fields.get("date").and_then(|n| r.date(n));
    let url = r.optional_text(fields.get("url"));
    let sha256 = r.sha256(fields.get("sha256"));
    let command = r.optional_text(fields.get("command"));
    Some(Source { document, date: date?, url, sha256, command })
}

/// Reads an area of the perimeter.
pub(crate) fn area(r: &mut Reader, node: &Tree) -> Option<Area> {
    let fields = r.fields(node, &form::AREA)?;
    let holding = match fields.first(&["elsewhere", "holding"]) {
        Some(("elsewhere", n)) => r.text(n).map(Holding::Elsewhere),
        Some((_, n)) => r.choice(n, &HOLDINGS).map(|held| if held { Holding::Held } else { Holding::NotHeld }),
        None => None,
    };
    let name = r.optional_text(fields.get("area"));
    let codes = r.code_texts(fields.get("codes"));
    let citation = r.citation(fields.get("citation"));
    Some(Area { codes, name, holding: holding?, citation })
}

/// Reads a general note.
pub(crate) fn general_note(r: &mut Reader, node: &Tree) -> Option<GeneralNote> {
    let fields = r.fields(node, &form::GENERAL_NOTE)?;
    let name = r.optional_text(fields.get("name"));
    let applies_to = r.code_texts(fields.get("applies-to"));
    let citation = r.citation(fields.get("citation"));
    Some(GeneralNote { name, applies_to, note: phrase::note_fields(r, &fields)?, citation })
}

/// Reads a defined term.
pub(crate) fn term(r: &mut Reader, node: &Tree) -> Option<Term> {
    let fields = r.fields(node, &form::TERM)?;
    let mut term = Term {
        term: r.optional_text(fields.get("term")),
        definition: None,
        elements: phrase::qualifiers(r, fields.get("elements")),
        citation: r.citation(fields.get("citation")),
    };
    term.definition = match fields.get("definition") {
        None => implied_definition(&term),
        Some(n) if n.scalar() == Some("none") => None,
        Some(n) => r.digest(n),
    };
    Some(term)
}

/// The digest of a definition that states none: computed from its elements, if it has any.
pub(crate) fn implied_definition(term: &Term) -> Option<Digest> {
    (!term.elements.is_empty()).then(|| canonical::definition(term))
}
