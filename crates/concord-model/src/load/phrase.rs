//! Reading key phrases, components and notes.

use crate::canonical;
use crate::diagnostic::codes;
use crate::form;
use crate::load::condition;
use crate::load::reader::{Fields, Reader};
use crate::load::tree::Tree;
use crate::notation::{EFFECTS, ROLES, read_phrase};
use crate::{Components, Digest, Note, NoteEffect, Qualifier};

/// Reads a list of key phrases.
pub(crate) fn qualifiers(r: &mut Reader, node: Option<&Tree>) -> Vec<Qualifier> {
    r.list(node, |r, item| {
        let fields = r.fields(item, &form::QUALIFIER)?;
        let (role, value) = named(&fields, &ROLES)?;
        let text = r.text(value)?;
        let (phrase, digest) = read_phrase(&text);
        if phrase.trim().is_empty() {
            r.report(value.place, codes::EMPTY_VALUE, "the key phrase is empty", "write the phrase, or remove the item");
        }
        Some(Qualifier { role, phrase, digest })
    })
}

/// Reads a components branch.
pub(crate) fn components(r: &mut Reader, node: &Tree) -> Option<Components> {
    let fields = r.fields(node, &form::COMPONENTS)?;
    let mut c = Components { qualifiers: qualifiers(r, fields.get("qualifiers")), wording: Digest(0) };
    c.wording = fields.get("wording").and_then(|n| r.digest(n)).unwrap_or_else(|| canonical::components(&c));
    Some(c)
}

/// Reads a note.
pub(crate) fn note(r: &mut Reader, node: &Tree) -> Option<Note> {
    let fields = r.fields(node, &form::NOTE)?;
    note_fields(r, &fields)
}

/// Reads the keys of a note, which may stand beside others.
pub(crate) fn note_fields(r: &mut Reader, fields: &Fields) -> Option<Note> {
    let (effect, place): (NoteEffect, _) = named(fields, &EFFECTS)?;
    let place = r.text(place);
    let mut note = Note {
        place: place.unwrap_or_default(),
        effect,
        qualifiers: qualifiers(r, fields.get("qualifiers")),
        when: fields.get("when").and_then(|n| condition::expression(r, n)).unwrap_or_default(),
        defines: r.texts(fields.get("terms")),
        references: r.code_texts(fields.get("references")),
        wording: Digest(0),
    };
    note.wording = fields.get("wording").and_then(|n| r.digest(n)).unwrap_or_else(|| canonical::note(&note));
    Some(note)
}

/// The one key of a table that stands in the mapping: what it means, and its value.
fn named<'t, 'a, T: Copy>(fields: &Fields<'t, 'a>, table: &[(&str, T)]) -> Option<(T, &'t Tree<'a>)> {
    table.iter().find_map(|(name, value)| fields.get(name).map(|node| (*value, node)))
}
