//! Writing a list's header, general notes and terms.

use crate::load::implied_definition;
use crate::write::emitter::Value;
use crate::write::{Fields, facts, text};
use crate::{Area, GeneralNote, Holding, List, Term};

/// The fields of `list.yaml`.
pub(super) fn header(list: &List) -> Vec<(String, Value)> {
    let mut f = Fields::default();
    f.put("jurisdiction", text(&list.jurisdiction));
    f.put("list", text(&list.id));
    f.put("title", text(&list.title));
    f.put("as-of", text(&list.as_of.to_string()));
    let mut source = Fields::default();
    source.put("document", text(&list.source.document));
    source.put("date", text(&list.source.date.to_string()));
    source.text("url", &list.source.url);
    source.text("sha256", &list.source.sha256);
    source.text("command", &list.source.command);
    f.put("source", source.block());
    f.blocks("perimeter", list.perimeter.areas.iter().map(area).collect());
    f.blocks("notes", list.notes.iter().map(general_note).collect());
    f.0
}

fn area(a: &Area) -> Value {
    let mut f = Fields::default();
    f.put("area", text(&a.name));
    f.texts("codes", &a.codes);
    match &a.holding {
        Holding::Held => f.put("holding", text("held")),
        Holding::NotHeld => f.put("holding", text("not-held")),
        Holding::Elsewhere(instrument) => f.put("elsewhere", text(instrument)),
    }
    f.put("citation", text(&a.citation));
    f.block()
}

fn general_note(n: &GeneralNote) -> Value {
    let mut f = Fields::default();
    f.put("name", text(&n.name));
    f.texts("applies-to", &n.applies_to);
    facts::note_fields(&mut f, &n.note);
    f.put("citation", text(&n.citation));
    f.block()
}

/// A defined term.
pub(super) fn term(t: &Term) -> Value {
    let mut f = Fields::default();
    f.put("term", text(&t.term));
    if t.definition != implied_definition(t) {
        f.put("definition", Value::Text(t.definition.map_or_else(|| "none".to_owned(), |d| d.to_string())));
    }
    f.blocks("elements", facts::qualifiers(&t.elements));
    f.put("citation", text(&t.citation));
    f.block()
}
