//! Writing what a paragraph says.

use crate::canonical;
use crate::load::implied_residue;
use crate::notation::{EFFECTS, ParameterKey, ROLES, word_of, write_connective, write_limits, write_phrase};
use crate::write::emitter::{Layout, Value};
use crate::write::{Fields, field, text};
use crate::{Condition, Connective, Expr, Note, Paragraph, Qualifier};

/// A paragraph under an entry.
pub(super) fn paragraph(p: &Paragraph) -> Value {
    let mut f = Fields::default();
    f.put("code", text(p.code.as_str()));
    facts(&mut f, p);
    if p.reserved { f.fit() } else { f.block() }
}

/// The facts beside a code. Digests that a reader would compute are left out.
pub(super) fn facts(f: &mut Fields, p: &Paragraph) {
    f.text("printed-code", &p.printed_code);
    f.flag("reserved", p.reserved);
    f.text("subject", &p.subject);
    if p.children != Connective::Any {
        f.put("children", Value::Text(write_connective(p.children)));
    }
    when(f, &p.when);
    f.blocks("qualifiers", qualifiers(&p.qualifiers));
    if let Some(c) = &p.components {
        let mut inner = Fields::default();
        inner.blocks("qualifiers", qualifiers(&c.qualifiers));
        if c.wording != canonical::components(c) {
            inner.put("wording", Value::Text(c.wording.to_string()));
        }
        f.put("components", inner.block());
    }
    f.blocks("notes", p.notes.iter().map(note).collect());
    f.texts("references", &p.references);
    f.texts("terms", &p.terms);
    f.texts("substances", &p.substances);
    f.texts("unread", &p.unread);
    let wording = (p.wording != canonical::wording(p)).then_some(p.wording);
    if let Some(wording) = wording {
        f.put("wording", Value::Text(wording.to_string()));
    }
    if p.residue != implied_residue(p, wording) {
        f.put("residue", Value::Text(p.residue.to_string()));
    }
}

/// Key phrases, each under the key of its role.
pub(super) fn qualifiers(qualifiers: &[Qualifier]) -> Vec<Value> {
    qualifiers
        .iter()
        .map(|q| Value::Map(vec![field(word_of(&ROLES, q.role), Value::Text(write_phrase(&q.phrase, q.digest)))], Layout::Block))
        .collect()
}

fn note(n: &Note) -> Value {
    let mut f = Fields::default();
    note_fields(&mut f, n);
    f.block()
}

/// The keys of a note.
pub(super) fn note_fields(f: &mut Fields, n: &Note) {
    f.put(word_of(&EFFECTS, n.effect), text(&n.place));
    f.blocks("qualifiers", qualifiers(&n.qualifiers));
    when(f, &n.when);
    f.texts("terms", &n.defines);
    f.texts("references", &n.references);
    if n.wording != canonical::note(n) {
        f.put("wording", Value::Text(n.wording.to_string()));
    }
}

fn when(f: &mut Fields, expr: &Expr) {
    if !expr.is_empty() {
        f.put("when", expression(expr));
    }
}

/// Conditions: several with keys of their own as one mapping, else a list.
fn expression(expr: &Expr) -> Value {
    match expr {
        Expr::Is(_) | Expr::Any(_) => Value::Map(vec![part(expr)], Layout::Fit),
        Expr::All(parts) => {
            let fields: Vec<(String, Value)> = parts.iter().map(part).collect();
            let distinct = fields.iter().enumerate().all(|(i, (key, _))| fields.iter().take(i).all(|(other, _)| other != key));
            if fields.len() > 1 && distinct { Value::Map(fields, Layout::Fit) } else { expressions(parts) }
        }
    }
}

fn expressions(parts: &[Expr]) -> Value {
    Value::List(parts.iter().map(expression).collect(), Layout::Fit)
}

fn part(expr: &Expr) -> (String, Value) {
    match expr {
        Expr::Is(Condition { parameter, settings, limits, inherited }) => {
            field(&ParameterKey::write(parameter, settings, *inherited), Value::Text(write_limits(limits)))
        }
        Expr::Any(parts) => field("any", expressions(parts)),
        Expr::All(parts) => field("all", expressions(parts)),
    }
}
