//! Qualifiers and notes as formulas.

use concord_model::{Components, Condition, Digest, Expr, Limits, Note, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::{Constraint, IntervalSet, Op};

use crate::key::{formula_digest, reading_digest, reference_digest, subject_digest, substance_digest};
use crate::{Builder, Formula, ParameterKey, PrintedLimit, Proposition, PropositionKind, Vocabulary};

/// A paragraph's (or note's) own part of a scope.
#[derive(Default)]
pub(super) struct Own {
    /// What kind of item it is and what it must have.
    pub(super) phrases: Vec<Formula>,
    /// Conditions, exclusions, limits.
    pub(super) rest: Vec<Formula>,
    /// What was not understood: the narrowing and the widening proposition of each.
    pub(super) doubts: Vec<(Formula, Formula)>,
}

/// Phrases that are alternatives, and members after them of which the text does not say whether they narrow or widen.
#[derive(Default)]
struct Group {
    alternatives: Vec<(Digest, Formula)>,
    members: Vec<(Digest, Formula)>,
}

/// The formula writer: one list's facts into one vocabulary.
pub(super) struct Writer<'w, 'l> {
    pub(super) builder: &'w Builder<'l>,
    pub(super) vocabulary: &'w mut Vocabulary,
    pub(super) printed: Vec<PrintedLimit>,
}

impl<'l> Writer<'_, 'l> {
    /// A paragraph's own part, without its ancestors and children.
    pub(super) fn own(&mut self, paragraph: &'l Paragraph) -> Own {
        let mut own = Own { phrases: self.phrases(&paragraph.qualifiers, Some(paragraph)), ..Own::default() };
        let when = self.expr(&paragraph.when, paragraph);
        own.rest.push(when);
        for note in &paragraph.notes {
            self.note(note, paragraph, &mut own);
        }
        if !paragraph.unread.is_empty() {
            let label = format!("unread in {}: {}", paragraph.code, paragraph.unread.join(", "));
            own.doubts.push(self.doubt(paragraph.wording, &label));
        }
        own
    }

    /// Adds what a note does to a scope; `paragraph` is the one it stands at.
    pub(super) fn note(&mut self, note: &'l Note, paragraph: &'l Paragraph, own: &mut Own) {
        let excludes = match note.effect {
            NoteEffect::Excludes => true,
            NoteEffect::LimitsTo => false,
            NoteEffect::Other => {
                own.doubts.push(self.doubt(note.wording, &format!("{} at {}", note.place, paragraph.code)));
                return;
            }
            NoteEffect::Includes | NoteEffect::Status | NoteEffect::Defines | NoteEffect::Refers => return,
        };
        let mut parts = self.phrases(&note.qualifiers, None);
        parts.push(self.expr(&note.when, paragraph));
        match Formula::all(parts) {
            Formula::True => own.doubts.push(self.doubt(note.wording, &format!("{} at {}", note.place, paragraph.code))),
            body if excludes => own.rest.push(body.negated()),
            body => own.rest.push(body),
        }
    }

    /// What holds of the components of a separate branch.
    pub(super) fn branch(&mut self, components: &Components) -> Formula {
        match Formula::all(self.phrases(&components.qualifiers, None)) {
            Formula::True => self.proposition(PropositionKind::Subject, components.wording, "component"),
            own => own,
        }
    }

    /// What phrases demand: the kinds named (for a `paragraph` without subject phrases its substances or its label), restricting phrases
    /// with their alternatives, and excluded phrases negated.
    fn phrases(&mut self, qualifiers: &[Qualifier], paragraph: Option<&Paragraph>) -> Vec<Formula> {
        let mut kinds = Group::default();
        let mut groups: Vec<Group> = Vec::new();
        let mut excluded: Vec<Group> = Vec::new();
        let mut last = Role::Subject;
        for qualifier in qualifiers.iter().filter(|q| q.role != Role::Illustrates) {
            let kind = if qualifier.role == Role::Subject { PropositionKind::Subject } else { PropositionKind::Phrase };
            let phrase = (qualifier.digest, self.proposition(kind, qualifier.digest, &qualifier.phrase));
            match (qualifier.role, last) {
                (Role::Subject, _) => kinds.alternatives.push(phrase),
                (Role::Member, Role::Subject) => {
                    kinds.members.push(phrase);
                    continue;
                }
                // Phrases that follow each other here may be further kinds taken out, or say more of the first.
                (Role::Excludes, Role::Excludes) if !excluded.is_empty() => {
                    excluded.last_mut().into_iter().for_each(|g| g.members.push(phrase.clone()));
                    continue;
                }
                (Role::Widens, Role::Excludes) if excluded.last().is_some_and(|g| g.members.is_empty()) => {
                    excluded.last_mut().into_iter().for_each(|g| g.alternatives.push(phrase.clone()));
                    continue;
                }
                (Role::Excludes, _) | (Role::Widens, Role::Excludes) => {
                    excluded.push(Group { alternatives: vec![phrase], members: Vec::new() });
                    last = Role::Excludes;
                    continue;
                }
                (Role::Widens, _) if !groups.is_empty() => groups.last_mut().into_iter().for_each(|g| g.alternatives.push(phrase.clone())),
                (Role::Member, Role::Restricts) if !groups.is_empty() => {
                    groups.last_mut().into_iter().for_each(|g| g.members.push(phrase.clone()));
                }
                _ => groups.push(Group { alternatives: vec![phrase], members: Vec::new() }),
            }
            last = if qualifier.role == Role::Subject { Role::Subject } else { Role::Restricts };
        }
        if let Some(paragraph) = paragraph {
            self.identify(paragraph, &mut kinds);
        }
        let kinds = self.group(kinds);
        let groups: Vec<Formula> = groups.into_iter().map(|g| self.group(g)).collect();
        let excluded: Vec<Formula> = excluded.into_iter().map(|g| self.group(g).negated()).collect();
        [kinds].into_iter().chain(groups).chain(excluded).filter(|f| *f != Formula::True).collect()
    }

    /// Registry numbers say what a substance is better than its names do; a label stands for the kind where no phrase does.
    fn identify(&mut self, paragraph: &Paragraph, kinds: &mut Group) {
        if !paragraph.substances.is_empty() {
            *kinds = Group::default();
            for number in &paragraph.substances {
                let digest = substance_digest(number);
                kinds.alternatives.push((digest, self.proposition(PropositionKind::Subject, digest, &format!("CAS {number}"))));
            }
        } else if kinds.alternatives.is_empty() && !paragraph.subject.is_empty() {
            let digest = subject_digest(&paragraph.subject, paragraph.residue);
            kinds.alternatives.push((digest, self.proposition(PropositionKind::Subject, digest, &paragraph.subject)));
        }
    }

    /// Alternatives; with members after them the reading is open: all must hold, or one of them.
    fn group(&mut self, group: Group) -> Formula {
        let digests: Vec<Digest> = group.alternatives.iter().chain(&group.members).map(|(digest, _)| *digest).collect();
        let alternatives: Vec<Formula> = group.alternatives.into_iter().map(|(_, f)| f).collect();
        let members: Vec<Formula> = group.members.into_iter().map(|(_, f)| f).collect();
        if members.is_empty() {
            return if alternatives.is_empty() { Formula::True } else { Formula::any(alternatives) };
        }
        if alternatives.is_empty() {
            return Formula::all(members);
        }
        let label = "members of an enumeration are alternatives";
        let reading = self.proposition(PropositionKind::Reading, reading_digest(&digests), label);
        let every = Formula::all([Formula::any(alternatives.clone())].into_iter().chain(members.clone()));
        let some = Formula::any(alternatives.into_iter().chain(members));
        Formula::any([every, Formula::all([some, reading])])
    }

    /// Joined conditions of a paragraph or of a note at it.
    fn expr(&mut self, expr: &'l Expr, paragraph: &'l Paragraph) -> Formula {
        match expr {
            Expr::All(parts) => Formula::all(parts.iter().map(|p| self.expr(p, paragraph)).collect::<Vec<_>>()),
            Expr::Any(parts) => Formula::any(parts.iter().map(|p| self.expr(p, paragraph)).collect::<Vec<_>>()),
            Expr::Is(condition) => self.condition(condition, paragraph),
        }
    }

    fn condition(&mut self, condition: &'l Condition, paragraph: &'l Paragraph) -> Formula {
        match &condition.limits {
            Limits::Quantities(constraint) => self.quantities(condition, constraint, paragraph),
            Limits::Formula { label, digest } => self.proposition(PropositionKind::Symbol, formula_digest(condition, *digest), label),
            Limits::Symbolic { op, reference } => self.reference(condition, *op, reference, paragraph),
        }
    }

    fn quantities(&mut self, condition: &'l Condition, constraint: &'l Constraint, paragraph: &'l Paragraph) -> Formula {
        let Some(first) = constraint.limits.first() else { return Formula::True };
        let Some(dimension) = constraint.dimension() else {
            let label = format!("{} {constraint}", condition.parameter);
            return self.proposition(PropositionKind::Symbol, Digest::of(&label), &label);
        };
        let key = self.builder.parameter_key(condition, dimension, paragraph);
        let id = self.vocabulary.parameter(key, &first.quantity.unit);
        self.printed.extend(constraint.limits.iter().map(|limit| PrintedLimit { parameter: id, limit: limit.clone() }));
        Formula::Value(id, constraint.set())
    }

    /// A limit that another paragraph states: resolved if that paragraph states exactly one, on the same side.
    fn reference(&mut self, condition: &'l Condition, op: Op, reference: &str, paragraph: &'l Paragraph) -> Formula {
        let target = self.builder.referenced(reference);
        let stated = target.and_then(|target| match target.when.conditions().as_slice() {
            [Condition { limits: Limits::Quantities(constraint), .. }] => match constraint.limits.as_slice() {
                [limit] if same_family(limit.op, op) => Some(limit),
                _ => None,
            },
            _ => None,
        });
        if let Some(limit) = stated {
            let unit = &limit.quantity.unit;
            let key: ParameterKey = self.builder.parameter_key(condition, unit.dimension(), paragraph);
            let id = self.vocabulary.parameter(key, unit);
            let mut limit = limit.clone();
            limit.op = op;
            let set = IntervalSet::from_limit(op, limit.quantity.base()).in_domain(unit.domain());
            self.printed.push(PrintedLimit { parameter: id, limit });
            return Formula::Value(id, set);
        }
        let place = match target {
            Some(target) => target.wording.to_string(),
            None => format!("{} {reference}", self.builder.list.jurisdiction),
        };
        let label = format!("{} {op} limit of {reference}", condition.parameter);
        self.proposition(PropositionKind::Symbol, reference_digest(condition, op, &place), &label)
    }

    fn proposition(&mut self, kind: PropositionKind, digest: Digest, label: &str) -> Formula {
        let regime =
            if self.builder.options.regime_bound.contains(&digest) { self.builder.list.jurisdiction.clone() } else { String::new() };
        Formula::Holds(self.vocabulary.proposition(Proposition { kind, digest, regime, label: label.to_owned() }))
    }

    fn doubt(&mut self, wording: Digest, label: &str) -> (Formula, Formula) {
        (self.proposition(PropositionKind::Narrowed, wording, label), self.proposition(PropositionKind::Widened, wording, label))
    }
}

/// Whether both operators bound values on the same side.
const fn same_family(a: Op, b: Op) -> bool {
    matches!((a, b), (Op::Gt | Op::Ge, Op::Gt | Op::Ge) | (Op::Lt | Op::Le, Op::Lt | Op::Le) | (Op::Eq, Op::Eq))
}
