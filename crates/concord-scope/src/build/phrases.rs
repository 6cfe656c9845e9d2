//! Qualifiers and notes as formulas.

use concord_model::{Components, Condition, Digest, Expr, Limits, Note, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::{Constraint, IntervalSet, Op};

use crate::key::{formula_digest, reference_digest, subject_digest, substance_digest};
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

/// The formula writer: one list's facts into one vocabulary.
pub(super) struct Writer<'w, 'l> {
    pub(super) builder: &'w Builder<'l>,
    pub(super) vocabulary: &'w mut Vocabulary,
    pub(super) printed: Vec<PrintedLimit>,
}

impl<'l> Writer<'_, 'l> {
    /// A paragraph's own part, without its ancestors and children.
    pub(super) fn own(&mut self, paragraph: &'l Paragraph) -> Own {
        let mut own = Own { phrases: self.kinds(paragraph), ..Own::default() };
        own.phrases.extend(self.restrictions(&paragraph.qualifiers));
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
        let subjects = self.subjects(&note.qualifiers, Vec::new());
        let mut parts: Vec<Formula> = subjects.into_iter().collect();
        parts.extend(self.restrictions(&note.qualifiers));
        parts.push(self.expr(&note.when, paragraph));
        match Formula::all(parts) {
            Formula::True => own.doubts.push(self.doubt(note.wording, &format!("{} at {}", note.place, paragraph.code))),
            body if excludes => own.rest.push(body.negated()),
            body => own.rest.push(body),
        }
    }

    /// The kinds of item a paragraph names: its substances, or else its subjects.
    fn kinds(&mut self, paragraph: &Paragraph) -> Vec<Formula> {
        if !paragraph.substances.is_empty() {
            let substances: Vec<Formula> = paragraph
                .substances
                .iter()
                .map(|number| self.proposition(PropositionKind::Subject, substance_digest(number), &format!("CAS {number}")))
                .collect();
            return vec![Formula::any(substances)];
        }
        let label = (!paragraph.subject.is_empty()).then(|| {
            let digest = subject_digest(&paragraph.subject, paragraph.residue);
            self.proposition(PropositionKind::Subject, digest, &paragraph.subject)
        });
        self.subjects(&paragraph.qualifiers, label.into_iter().collect()).into_iter().collect()
    }

    /// The alternatives of subjects, after those given; `None` if there is none.
    fn subjects(&mut self, qualifiers: &[Qualifier], mut alternatives: Vec<Formula>) -> Option<Formula> {
        let subjects = qualifiers.iter().filter(|q| q.role == Role::Subject);
        alternatives.extend(subjects.map(|q| self.proposition(PropositionKind::Subject, q.digest, &q.phrase)));
        (!alternatives.is_empty()).then(|| Formula::any(alternatives))
    }

    /// What holds of the components of a separate branch.
    pub(super) fn branch(&mut self, components: &Components) -> Formula {
        let subjects = self.subjects(&components.qualifiers, Vec::new());
        let own = Formula::all(subjects.into_iter().chain(self.restrictions(&components.qualifiers)));
        if own == Formula::True { self.proposition(PropositionKind::Subject, components.wording, "component") } else { own }
    }

    /// Restricting phrases with their alternatives, and excluded phrases negated.
    pub(super) fn restrictions(&mut self, qualifiers: &[Qualifier]) -> Vec<Formula> {
        let mut groups: Vec<Vec<Formula>> = Vec::new();
        let mut excluded = Vec::new();
        let mut after_exclusion = false;
        for qualifier in qualifiers {
            if matches!(qualifier.role, Role::Subject | Role::Illustrates) {
                continue;
            }
            let phrase = self.proposition(PropositionKind::Phrase, qualifier.digest, &qualifier.phrase);
            match qualifier.role {
                Role::Excludes => excluded.push(phrase),
                Role::Widens if after_exclusion => excluded.push(phrase),
                Role::Widens => match groups.last_mut() {
                    Some(group) => group.push(phrase),
                    None => groups.push(vec![phrase]),
                },
                _ => groups.push(vec![phrase]),
            }
            after_exclusion = qualifier.role == Role::Excludes || (qualifier.role == Role::Widens && after_exclusion);
        }
        groups.into_iter().map(Formula::any).chain(excluded.into_iter().map(Formula::negated)).collect()
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
        let regime = if self.builder.options.regime_bound.contains(&digest) { self.builder.list.jurisdiction.clone() } else { String::new() };
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
