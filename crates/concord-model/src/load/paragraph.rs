//! Reading what a paragraph says.

use crate::canonical;
use crate::diagnostic::codes;
use crate::load::condition;
use crate::load::phrase;
use crate::load::reader::{Fields, Reader};
use crate::notation::read_connective;
use crate::{Code, Digest, Paragraph};

/// Reads the facts that stand beside a code.
pub(crate) fn facts(r: &mut Reader, fields: &Fields, code: Code) -> Paragraph {
    let mut p = Paragraph::new(code);
    p.subject = r.optional_text(fields.get("subject"));
    p.reserved = r.flag(fields.get("reserved"));
    p.printed_code = r.optional_text(fields.get("printed-code"));
    if let Some(node) = fields.get("children")
        && let Some(text) = r.text(node)
    {
        match read_connective(&text) {
            Some(connective) => p.children = connective,
            None => r.report(node.place, codes::WRONG_CHOICE, format!("`{text}` is not one of any, all, at least N"), ""),
        }
    }
    if let Some(when) = fields.get("when").and_then(|n| condition::expression(r, n)) {
        p.when = when;
    }
    p.qualifiers = phrase::qualifiers(r, fields.get("qualifiers"));
    p.components = fields.get("components").and_then(|n| phrase::components(r, n));
    p.notes = r.list(fields.get("notes"), phrase::note);
    p.references = r.code_texts(fields.get("references"));
    p.terms = r.texts(fields.get("terms"));
    p.substances = r.texts(fields.get("substances"));
    p.unread = r.texts(fields.get("unread"));
    let wording = fields.get("wording").and_then(|n| r.digest(n));
    let residue = fields.get("residue").and_then(|n| r.digest(n));
    p.residue = residue.unwrap_or_else(|| implied_residue(&p, wording));
    p.wording = wording.unwrap_or_else(|| canonical::wording(&p));
    p
}

/// The residue of a paragraph that states none: its wording where no condition could be taken out of it, else computed from the facts.
pub(crate) fn implied_residue(p: &Paragraph, wording: Option<Digest>) -> Digest {
    wording.filter(|_| p.when.is_empty()).unwrap_or_else(|| canonical::residue(p))
}
