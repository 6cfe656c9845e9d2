//! From a list to its wire form.

use concord_quantity::{Limit, Quantity};

use crate::image::interner::Interner;
use crate::image::wire::{MAX_DEPTH, Step, WireCondition, WireEntry, WireLimits, WireList, WireNote, WireParagraph};
use crate::{Condition, Entry, Expr, Limits, List, Note, Paragraph, Qualifier, Role};

/// Packs a list; `None` if it has groups of conditions nested beyond all measure.
pub(super) fn pack(list: &List) -> Option<WireList> {
    let mut p = Packer::default();
    let notes = list
        .notes
        .iter()
        .map(|n| Some((n.name.clone(), n.applies_to.clone(), p.note(&n.note)?, n.citation.clone())))
        .collect::<Option<Vec<_>>>()?;
    let terms =
        list.terms.iter().map(|t| (p.text(&t.term), t.definition.map(|d| d.0), p.qualifiers(&t.elements), t.citation.clone())).collect();
    let entries = list.entries.iter().map(|e| p.entry(e)).collect::<Option<Vec<_>>>()?;
    Some(WireList {
        jurisdiction: list.jurisdiction.clone(),
        id: list.id.clone(),
        title: list.title.clone(),
        as_of: list.as_of,
        source: list.source.clone(),
        perimeter: list.perimeter.clone(),
        texts: p.texts.into_values(),
        quantities: p.quantities.into_values(),
        conditions: p.conditions.into_values(),
        phrases: p.phrases.into_values(),
        notes,
        terms,
        entries,
    })
}

#[derive(Default)]
struct Packer {
    texts: Interner<String>,
    quantities: Interner<(u32, u32)>,
    conditions: Interner<WireCondition>,
    phrases: Interner<(Role, u32, u64)>,
}

impl Packer {
    fn text(&mut self, text: &str) -> u32 {
        self.texts.id_of_text(text)
    }

    fn list_of_texts(&mut self, texts: &[String]) -> Vec<u32> {
        texts.iter().map(|t| self.text(t)).collect()
    }

    fn qualifiers(&mut self, qualifiers: &[Qualifier]) -> Vec<u32> {
        let mut id = |q: &Qualifier| {
            let phrase = self.texts.id_of_text(&q.phrase);
            self.phrases.id((q.role, phrase, q.digest.0))
        };
        qualifiers.iter().map(&mut id).collect()
    }

    fn quantity(&mut self, quantity: &Quantity) -> u32 {
        let pair = (self.text(&quantity.number.to_string()), self.text(quantity.unit.symbol()));
        self.quantities.id(pair)
    }

    fn condition(&mut self, c: &Condition) -> u32 {
        let limits = match &c.limits {
            Limits::Quantities(constraint) => {
                let limit = |l: &Limit| {
                    let quantity = self.quantity(&l.quantity);
                    (l.op, quantity, l.alternatives.iter().map(|a| self.quantity(a)).collect())
                };
                WireLimits::Quantities(constraint.limits.iter().map(limit).collect())
            }
            Limits::Symbolic { op, reference } => WireLimits::Symbolic(*op, self.text(reference)),
            Limits::Formula { label, digest } => WireLimits::Formula(self.text(label), digest.0),
        };
        let wire =
            WireCondition { parameter: self.text(&c.parameter), settings: self.list_of_texts(&c.settings), limits, inherited: c.inherited };
        self.conditions.id(wire)
    }

    fn expression(&mut self, expr: &Expr) -> Option<Vec<Step>> {
        let mut steps = Vec::new();
        if !expr.is_empty() {
            self.steps(expr, &mut steps, 0)?;
        }
        Some(steps)
    }

    fn steps(&mut self, expr: &Expr, out: &mut Vec<Step>, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let parts = match expr {
            Expr::All(parts) => {
                out.push(Step::All(u32::try_from(parts.len()).ok()?));
                parts
            }
            Expr::Any(parts) => {
                out.push(Step::Any(u32::try_from(parts.len()).ok()?));
                parts
            }
            Expr::Is(condition) => {
                let id = self.condition(condition);
                out.push(Step::Is(id));
                return Some(());
            }
        };
        parts.iter().try_for_each(|part| self.steps(part, out, depth + 1))
    }

    fn note(&mut self, n: &Note) -> Option<WireNote> {
        Some(WireNote {
            place: self.text(&n.place),
            effect: n.effect,
            qualifiers: self.qualifiers(&n.qualifiers),
            when: self.expression(&n.when)?,
            defines: self.list_of_texts(&n.defines),
            references: self.list_of_texts(&n.references),
            wording: n.wording.0,
        })
    }

    fn entry(&mut self, e: &Entry) -> Option<WireEntry> {
        Some(WireEntry {
            stratum: e.stratum,
            elsewhere: e.elsewhere.clone(),
            reasons: e.reasons.clone(),
            exceptions: e.exceptions.clone(),
            related: self.list_of_texts(&e.related),
            paragraphs: e.paragraphs.iter().map(|p| self.paragraph(p)).collect::<Option<Vec<_>>>()?,
        })
    }

    fn paragraph(&mut self, p: &Paragraph) -> Option<WireParagraph> {
        Some(WireParagraph {
            code: p.code.clone(),
            printed_code: p.printed_code.clone(),
            subject: self.text(&p.subject),
            reserved: p.reserved,
            children: p.children,
            when: self.expression(&p.when)?,
            qualifiers: self.qualifiers(&p.qualifiers),
            components: p.components.as_ref().map(|c| (self.qualifiers(&c.qualifiers), c.wording.0)),
            notes: p.notes.iter().map(|n| self.note(n)).collect::<Option<Vec<_>>>()?,
            references: self.list_of_texts(&p.references),
            terms: self.list_of_texts(&p.terms),
            substances: self.list_of_texts(&p.substances),
            wording: p.wording.0,
            residue: p.residue.0,
            unread: self.list_of_texts(&p.unread),
        })
    }
}
