//! Digests computed from the facts, for definitions written by hand with no digest of an official wording at hand.
//!
//! A digest computed here equals another one only if the facts it was computed from are the same, so equality proved by it holds.

use std::fmt::Write as _;

use crate::notation::{ParameterKey, write_connective, write_limits};
use crate::{Components, Digest, Expr, Note, Paragraph, Qualifier, Term};

/// The digest of a paragraph's facts without its conditions.
pub(crate) fn residue(p: &Paragraph) -> Digest {
    Digest::of(&residue_text(p))
}

/// The digest of all of a paragraph's facts.
pub(crate) fn wording(p: &Paragraph) -> Digest {
    let mut text = residue_text(p);
    expression(&mut text, &p.when);
    Digest::of(&text)
}

/// The digest of a components branch.
pub(crate) fn components(c: &Components) -> Digest {
    let mut text = String::from("components;");
    qualifiers(&mut text, &c.qualifiers);
    Digest::of(&text)
}

/// The digest of a note's facts.
pub(crate) fn note(n: &Note) -> Digest {
    let mut text = format!("note {:?};", n.effect);
    qualifiers(&mut text, &n.qualifiers);
    list(&mut text, "defines", &n.defines);
    list(&mut text, "references", &n.references);
    expression(&mut text, &n.when);
    Digest::of(&text)
}

/// The digest of a definition's elements.
pub(crate) fn definition(t: &Term) -> Digest {
    let mut text = String::from("definition;");
    qualifiers(&mut text, &t.elements);
    Digest::of(&text)
}

fn residue_text(p: &Paragraph) -> String {
    let mut text = format!("paragraph {:?};reserved {};children {};", p.subject, p.reserved, write_connective(p.children));
    qualifiers(&mut text, &p.qualifiers);
    if let Some(c) = &p.components {
        let _ = write!(text, "components {};", c.wording);
    }
    list(&mut text, "references", &p.references);
    list(&mut text, "substances", &p.substances);
    text
}

fn qualifiers(out: &mut String, qualifiers: &[Qualifier]) {
    for q in qualifiers {
        let _ = write!(out, "{:?} {};", q.role, q.digest);
    }
}

fn list(out: &mut String, name: &str, items: &[String]) {
    let _ = write!(out, "{name} {items:?};");
}

fn expression(out: &mut String, expr: &Expr) {
    match expr {
        Expr::All(parts) => group(out, "all", parts),
        Expr::Any(parts) => group(out, "any", parts),
        Expr::Is(c) => {
            let key = ParameterKey::write(&c.parameter, &c.settings, c.inherited);
            let _ = write!(out, "{key:?} {:?};", write_limits(&c.limits));
        }
    }
}

fn group(out: &mut String, name: &str, parts: &[Expr]) {
    let _ = write!(out, "{name}(");
    for part in parts {
        expression(out, part);
    }
    out.push(')');
}
