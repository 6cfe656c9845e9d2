//! Overlays: corrections of the official text, kept beside a list and applied after loading.
//!
//! An overlay survives a new import of the list. Each correction says why it departs from the text and what proves it.

use crate::canonical;
use crate::diagnostic::{Diagnostic, codes};
use crate::form;
use crate::load::tree::{Place, Tree};
use crate::load::{Reader, facts};
use crate::{Code, List, Paragraph};

/// A correction of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The paragraph it corrects.
    pub code: Code,
    /// The facts it replaces, by their keys in the YAML form (`when`, `subject`).
    pub keys: Vec<&'static str>,
    /// Why the official text is departed from.
    pub reason: String,
    /// What proves it.
    pub citation: String,
    /// The replacing facts; only those of `keys` count.
    facts: Paragraph,
    file: String,
    place: Place,
}

/// Reads a correction.
pub(crate) fn correction(r: &mut Reader, node: &Tree) -> Option<Correction> {
    let fields = r.fields(node, &form::CORRECTION)?;
    let reason = r.justification(fields.get("reason"));
    let citation = r.citation(fields.get("citation"));
    let place = fields.get("code").map_or(node.place, |n| n.place);
    let code = fields.get("code").and_then(|n| r.code(n));
    let set = fields.get("set").and_then(|n| r.fields(n, &form::FACTS));
    let (code, set) = code.zip(set)?;
    let keys = form::FACTS.all_keys().map(|k| k.name).filter(|name| set.get(name).is_some()).collect();
    let facts = facts(r, &set, code.clone());
    Some(Correction { code, keys, reason, citation, facts, file: r.file.to_owned(), place })
}

/// Applies corrections to a list; reports those that match nothing or change nothing.
pub(crate) fn apply(list: &mut List, corrections: &[Correction]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for c in corrections {
        let mut r = Reader::new(&c.file);
        let entry = list.entries.iter_mut().find(|e| *e.code() == c.code.entry());
        match entry.and_then(|e| e.paragraphs.iter_mut().find(|p| p.code == c.code)) {
            None => r.report(
                c.place,
                codes::CORRECTION_UNMATCHED,
                format!("the list has no paragraph `{}` to correct", c.code),
                "review the correction against the text",
            ),
            Some(target) => {
                if !c.change(target) {
                    r.report(c.place, codes::CORRECTION_IDLE, format!("`{}` says this already", c.code), "remove the correction");
                }
            }
        }
        out.append(&mut r.out);
    }
    out
}

impl Correction {
    /// Changes a paragraph; tells whether anything changed.
    fn change(&self, target: &mut Paragraph) -> bool {
        let before = target.clone();
        let facts = &self.facts;
        for key in &self.keys {
            match *key {
                "subject" => target.subject.clone_from(&facts.subject),
                "reserved" => target.reserved = facts.reserved,
                "printed-code" => target.printed_code.clone_from(&facts.printed_code),
                "children" => target.children = facts.children,
                "when" => target.when.clone_from(&facts.when),
                "qualifiers" => target.qualifiers.clone_from(&facts.qualifiers),
                "components" => target.components.clone_from(&facts.components),
                "notes" => target.notes.clone_from(&facts.notes),
                "references" => target.references.clone_from(&facts.references),
                "terms" => target.terms.clone_from(&facts.terms),
                "substances" => target.substances.clone_from(&facts.substances),
                "wording" => target.wording = facts.wording,
                "residue" => target.residue = facts.residue,
                "unread" => target.unread.clone_from(&facts.unread),
                _ => {}
            }
        }
        // The digests of the official wording no longer stand for the corrected facts.
        if !self.keys.contains(&"residue") && canonical::residue(&before) != canonical::residue(target) {
            target.residue = canonical::residue(target);
        }
        if !self.keys.contains(&"wording") && canonical::wording(&before) != canonical::wording(target) {
            target.wording = canonical::wording(target);
        }
        *target != before
    }
}
