//! From the wire form to a list. Each number and unit is read once, and nothing recurses deeper than [`MAX_DEPTH`], whatever the bytes say.

use concord_quantity::{Constraint, Limit, Number, Op, Quantity, Unit};

use crate::image::wire::{MAX_DEPTH, Step, WireCondition, WireEntry, WireLimits, WireList, WireNote, WireParagraph};
use crate::{Components, Condition, Digest, Entry, Expr, GeneralNote, Limits, List, Note, Paragraph, Qualifier, Term};

/// Unpacks a list; `None` if the wire form is not sound.
pub(super) fn unpack(wire: WireList) -> Option<List> {
    let units: Vec<u32> = wire.quantities.iter().map(|(_, unit)| *unit).collect();
    let mut known: Vec<Option<Unit>> = vec![None; wire.texts.len()];
    for id in units {
        let slot = known.get_mut(id as usize)?;
        if slot.is_none() {
            *slot = Some(Unit::parse(wire.texts.get(id as usize)?));
        }
    }
    let quantity = |(number, unit): &(u32, u32)| {
        let number: Number = wire.texts.get(*number as usize)?.parse().ok()?;
        Some(Quantity { number, unit: known.get(*unit as usize)?.clone()? })
    };
    let quantities = wire.quantities.iter().map(quantity).collect::<Option<Vec<_>>>()?;
    let mut u = Unpacker { texts: wire.texts, quantities, conditions: Vec::new(), phrases: Vec::new() };
    u.phrases = wire
        .phrases
        .into_iter()
        .map(|(role, phrase, digest)| Some(Qualifier { role, phrase: u.text(phrase)?, digest: Digest(digest) }))
        .collect::<Option<Vec<_>>>()?;
    u.conditions = wire.conditions.iter().map(|c| u.condition(c)).collect::<Option<Vec<_>>>()?;
    let notes =
        wire.notes.into_iter().map(|(name, applies_to, n, citation)| Some(GeneralNote { name, applies_to, note: u.note(&n)?, citation }));
    let terms = wire.terms.into_iter().map(|(term, definition, elements, citation)| {
        Some(Term { term: u.text(term)?, definition: definition.map(Digest), elements: u.qualifiers(&elements)?, citation })
    });
    Some(List {
        jurisdiction: wire.jurisdiction,
        id: wire.id,
        title: wire.title,
        as_of: wire.as_of,
        source: wire.source,
        perimeter: wire.perimeter,
        notes: notes.collect::<Option<Vec<_>>>()?,
        terms: terms.collect::<Option<Vec<_>>>()?,
        entries: wire.entries.into_iter().map(|e| u.entry(e)).collect::<Option<Vec<_>>>()?,
    })
}

struct Unpacker {
    texts: Vec<String>,
    quantities: Vec<Quantity>,
    conditions: Vec<Condition>,
    phrases: Vec<Qualifier>,
}

impl Unpacker {
    fn text(&self, id: u32) -> Option<String> {
        self.texts.get(id as usize).cloned()
    }

    fn list_of_texts(&self, ids: &[u32]) -> Option<Vec<String>> {
        ids.iter().map(|id| self.text(*id)).collect()
    }

    fn quantity(&self, id: u32) -> Option<Quantity> {
        self.quantities.get(id as usize).cloned()
    }

    fn qualifiers(&self, ids: &[u32]) -> Option<Vec<Qualifier>> {
        ids.iter().map(|id| self.phrases.get(*id as usize).cloned()).collect()
    }

    fn condition(&self, c: &WireCondition) -> Option<Condition> {
        let limits = match &c.limits {
            WireLimits::Quantities(limits) => {
                let limit = |(op, quantity, alternatives): &(Op, u32, Vec<u32>)| {
                    let alternatives = alternatives.iter().map(|a| self.quantity(*a)).collect::<Option<Vec<_>>>()?;
                    Some(Limit { op: *op, quantity: self.quantity(*quantity)?, alternatives })
                };
                Limits::Quantities(Constraint { limits: limits.iter().map(limit).collect::<Option<Vec<_>>>()? })
            }
            WireLimits::Symbolic(op, reference) => Limits::Symbolic { op: *op, reference: self.text(*reference)? },
            WireLimits::Formula(label, digest) => Limits::Formula { label: self.text(*label)?, digest: Digest(*digest) },
        };
        Some(Condition { parameter: self.text(c.parameter)?, settings: self.list_of_texts(&c.settings)?, limits, inherited: c.inherited })
    }

    fn expression(&self, steps: &[Step]) -> Option<Expr> {
        if steps.is_empty() {
            return Some(Expr::default());
        }
        let mut rest = steps.iter();
        let expr = self.step(&mut rest, 0)?;
        rest.next().is_none().then_some(expr)
    }

    fn step(&self, rest: &mut std::slice::Iter<Step>, depth: usize) -> Option<Expr> {
        if depth > MAX_DEPTH {
            return None;
        }
        let step = rest.next()?;
        let mut parts = |count: u32| (0..count).map(|_| self.step(rest, depth + 1)).collect::<Option<Vec<_>>>();
        match step {
            Step::All(count) => Some(Expr::All(parts(*count)?)),
            Step::Any(count) => Some(Expr::Any(parts(*count)?)),
            Step::Is(id) => self.conditions.get(*id as usize).cloned().map(Expr::Is),
        }
    }

    fn note(&self, n: &WireNote) -> Option<Note> {
        Some(Note {
            place: self.text(n.place)?,
            effect: n.effect,
            qualifiers: self.qualifiers(&n.qualifiers)?,
            when: self.expression(&n.when)?,
            defines: self.list_of_texts(&n.defines)?,
            references: self.list_of_texts(&n.references)?,
            wording: Digest(n.wording),
        })
    }

    fn entry(&self, e: WireEntry) -> Option<Entry> {
        if e.paragraphs.is_empty() {
            return None;
        }
        Some(Entry {
            stratum: e.stratum,
            elsewhere: e.elsewhere,
            reasons: e.reasons,
            exceptions: e.exceptions,
            related: self.list_of_texts(&e.related)?,
            paragraphs: e.paragraphs.into_iter().map(|p| self.paragraph(p)).collect::<Option<Vec<_>>>()?,
        })
    }

    fn paragraph(&self, p: WireParagraph) -> Option<Paragraph> {
        let components = match p.components {
            None => None,
            Some((qualifiers, wording)) => Some(Components { qualifiers: self.qualifiers(&qualifiers)?, wording: Digest(wording) }),
        };
        Some(Paragraph {
            code: p.code,
            printed_code: p.printed_code,
            subject: self.text(p.subject)?,
            reserved: p.reserved,
            children: p.children,
            when: self.expression(&p.when)?,
            qualifiers: self.qualifiers(&p.qualifiers)?,
            components,
            notes: p.notes.iter().map(|n| self.note(n)).collect::<Option<Vec<_>>>()?,
            references: self.list_of_texts(&p.references)?,
            terms: self.list_of_texts(&p.terms)?,
            substances: self.list_of_texts(&p.substances)?,
            wording: Digest(p.wording),
            residue: Digest(p.residue),
            unread: self.list_of_texts(&p.unread)?,
        })
    }
}
