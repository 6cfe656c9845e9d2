//! A list made ready for evaluation: phrases and parameters numbered, limits in the base unit.

use std::sync::OnceLock;

use concord_model::{Code, Condition, Connective, Digest, Expr, GeneralNote, Limits, List, Note, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::{BigRational, Constraint, IntervalSet, Limit, Op, Quantity, Unit};
use rustc_hash::FxHashMap;

use crate::ParameterKey;
use crate::key::{formula_digest, reading_digest, reference_digest, subject_digest, substance_digest};

/// A compiled list. Nodes stand in the order of the list, parents before children.
#[derive(Debug)]
pub(super) struct Compiled<'l> {
    pub(super) jurisdiction: &'l str,
    pub(super) nodes: Vec<Node<'l>>,
    pub(super) roots: Vec<usize>,
    /// Nodes that open a components branch.
    pub(super) hosts: Vec<usize>,
    /// The digest of each numbered phrase.
    pub(super) phrases: Vec<Digest>,
    pub(super) phrase_numbers: FxHashMap<Digest, usize>,
    pub(super) parameters: Vec<Measured<'l>>,
    pub(super) parameter_numbers: FxHashMap<ParameterKey, usize>,
    pub(super) general: Vec<General<'l>>,
    by_code: FxHashMap<&'l str, usize>,
}

/// A parameter with every constraint that the list puts on it.
#[derive(Debug)]
pub(super) struct Measured<'l> {
    pub(super) key: ParameterKey,
    unit: &'l Unit,
    constraints: Vec<&'l Constraint>,
}

/// A general note.
#[derive(Debug)]
pub(super) struct General<'l> {
    patterns: &'l [String],
    pub(super) rule: Rule<'l>,
}

impl General<'_> {
    pub(super) fn applies(&self, code: &str) -> bool {
        let fits = |pattern: &String| pattern.len() <= code.len() && pattern.bytes().zip(code.bytes()).all(|(p, c)| p == b'*' || p == c);
        self.patterns.is_empty() || self.patterns.iter().any(fits)
    }
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Node<'l> {
    pub(super) code: &'l Code,
    pub(super) parent: Option<usize>,
    pub(super) reserved: bool,
    pub(super) phrases: Phrases,
    pub(super) when: Test<'l>,
    pub(super) rules: Vec<Rule<'l>>,
    pub(super) connective: Connective,
    pub(super) children: Vec<usize>,
    pub(super) components: Option<Phrases>,
}

/// Groups of alternatives, each of which must be met, and phrases that must not hold.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    pub(super) groups: Vec<Group>,
    /// Groups of which none may be met.
    pub(super) excluded: Vec<Group>,
}

/// Alternatives; where members follow, the text leaves open whether they are further alternatives or must hold as well.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) alternatives: Vec<usize>,
    pub(super) members: Vec<usize>,
    /// The identity of the open question.
    pub(super) reading: Option<Digest>,
}

/// What a note does.
#[derive(Debug)]
pub(super) enum Rule<'l> {
    Out(Phrases, Test<'l>),
    Only(Phrases, Test<'l>),
    Unclear(Digest, String),
}

/// A condition or a junction of conditions.
#[derive(Debug)]
pub(super) enum Test<'l> {
    All(Vec<Test<'l>>),
    Any(Vec<Test<'l>>),
    Within(usize, Vec<Edge<'l>>),
    Opaque(Digest, String),
}

/// An operator and the limit it compares with. Most limits of a list are never asked for, so the base value is worked out on first use.
#[derive(Debug)]
pub(super) struct Edge<'l> {
    op: Op,
    quantity: &'l Quantity,
    base: OnceLock<BigRational>,
}

impl<'l> Edge<'l> {
    const fn new(op: Op, quantity: &'l Quantity) -> Self {
        Self { op, quantity, base: OnceLock::new() }
    }

    /// Whether a value in the base unit is on the right side.
    pub(super) fn admits(&self, value: &BigRational) -> bool {
        let limit = self.base.get_or_init(|| self.quantity.base());
        match self.op {
            Op::Gt => value > limit,
            Op::Ge => value >= limit,
            Op::Lt => value < limit,
            Op::Le => value <= limit,
            Op::Eq => value == limit,
        }
    }
}

impl<'l> Compiled<'l> {
    pub(super) fn new(list: &'l List, general_notes: bool) -> Self {
        let mut out = Self {
            jurisdiction: &list.jurisdiction,
            nodes: Vec::new(),
            roots: Vec::new(),
            hosts: Vec::new(),
            phrases: Vec::new(),
            phrase_numbers: FxHashMap::default(),
            parameters: Vec::new(),
            parameter_numbers: FxHashMap::default(),
            general: Vec::new(),
            by_code: FxHashMap::default(),
        };
        let paragraphs: Vec<&Paragraph> = list.entries.iter().flat_map(|e| &e.paragraphs).collect();
        out.by_code = paragraphs.iter().enumerate().map(|(at, p)| (p.code.as_str(), at)).collect();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let node = out.compile(paragraph, &paragraphs);
            match node.parent {
                Some(parent) => {
                    if let Some(parent) = out.nodes.get_mut(parent) {
                        parent.children.push(at);
                    }
                }
                None => out.roots.push(at),
            }
            if node.components.is_some() {
                out.hosts.push(at);
            }
            out.nodes.push(node);
        }
        if general_notes {
            for GeneralNote { applies_to, note, .. } in &list.notes {
                if let Some(rule) = out.rule(note, None, &paragraphs) {
                    out.general.push(General { patterns: applies_to, rule });
                }
            }
        }
        out
    }

    pub(super) fn node(&self, code: &Code) -> Option<usize> {
        self.by_code.get(code.as_str()).copied()
    }

    /// The unit and the sets of every constraint on a parameter.
    pub(super) fn limits_on(&self, key: &ParameterKey) -> Option<(&'l Unit, Vec<IntervalSet>)> {
        let measured = self.parameters.get(*self.parameter_numbers.get(key)?)?;
        Some((measured.unit, measured.constraints.iter().map(|c| c.set()).collect()))
    }

    /// The nearest ancestor that stands before the paragraph.
    fn parent_of<'c>(&self, code: &'c Code) -> Option<usize> {
        let above = |code: &&'c str| code.rsplit_once('.').map(|(up, _)| up);
        std::iter::successors(above(&code.as_str()), above).find_map(|up| self.by_code.get(up).copied().filter(|at| *at < self.nodes.len()))
    }

    fn compile(&mut self, paragraph: &'l Paragraph, all: &[&'l Paragraph]) -> Node<'l> {
        let parent = self.parent_of(&paragraph.code);
        let substances: Vec<Digest> = paragraph.substances.iter().map(|cas| substance_digest(cas)).collect();
        let label = (!paragraph.subject.is_empty()).then(|| subject_digest(&paragraph.subject, paragraph.residue));
        let phrases = self.phrases(&paragraph.qualifiers, &substances, label);
        let when = self.test(&paragraph.when, parent, all);
        let mut rules: Vec<Rule<'l>> = paragraph.notes.iter().filter_map(|note| self.rule(note, parent, all)).collect();
        if !paragraph.unread.is_empty() {
            rules.push(Rule::Unclear(paragraph.wording, format!("unread: {}", paragraph.unread.join(", "))));
        }
        let components = paragraph.components.as_ref().map(|components| {
            let own = self.phrases(&components.qualifiers, &[], None);
            if own.groups.is_empty() && own.excluded.is_empty() { self.phrases(&[], &[components.wording], None) } else { own }
        });
        Node {
            code: &paragraph.code,
            parent,
            reserved: paragraph.reserved,
            phrases,
            when,
            rules,
            connective: paragraph.children,
            children: Vec::new(),
            components,
        }
    }

    fn number(&mut self, digest: Digest) -> usize {
        let next = self.phrases.len();
        let number = *self.phrase_numbers.entry(digest).or_insert(next);
        if number == next {
            self.phrases.push(digest);
        }
        number
    }

    /// Phrases sorted into groups. The first group says what kind of item is meant: by `substances`, else by subject phrases, else by `label`.
    fn phrases(&mut self, qualifiers: &[Qualifier], substances: &[Digest], label: Option<Digest>) -> Phrases {
        let mut groups: Vec<(Vec<Digest>, Vec<Digest>)> = vec![(Vec::new(), Vec::new())];
        let mut excluded: Vec<(Vec<Digest>, Vec<Digest>)> = Vec::new();
        let mut excluding = false;
        // The group that a further phrase joins: none after an exclusion.
        let mut open = Some(0);
        for Qualifier { role, digest, .. } in qualifiers {
            if *role == Role::Illustrates {
                continue;
            }
            let restricted = groups.len() > 1;
            match (role, open.and_then(|at| groups.get_mut(at))) {
                (Role::Subject, _) => {
                    if let Some((subjects, _)) = groups.first_mut() {
                        subjects.push(*digest);
                    }
                    open = Some(0);
                }
                (Role::Excludes, _) | (Role::Widens, None) => {
                    match excluded.last_mut().filter(|_| excluding) {
                        Some((kinds, further)) if *role == Role::Widens && further.is_empty() => kinds.push(*digest),
                        Some((_, further)) if *role == Role::Excludes => further.push(*digest),
                        _ => excluded.push((vec![*digest], Vec::new())),
                    }
                    open = None;
                }
                (Role::Member, Some((_, members))) => members.push(*digest),
                (Role::Widens, _) if restricted => {
                    if let Some((alternatives, _)) = groups.last_mut() {
                        alternatives.push(*digest);
                    }
                    open = Some(groups.len() - 1);
                }
                _ => {
                    groups.push((vec![*digest], Vec::new()));
                    open = Some(groups.len() - 1);
                }
            }
            excluding = open.is_none();
        }
        if let Some(kinds) = groups.first_mut() {
            if !substances.is_empty() {
                *kinds = (substances.to_vec(), Vec::new());
            } else if kinds.0.is_empty() {
                kinds.0.extend(label);
            }
        }
        groups.retain(|(alternatives, members)| !alternatives.is_empty() || !members.is_empty());
        let groups = groups.into_iter().map(|(alternatives, members)| self.group(&alternatives, &members)).collect();
        let excluded = excluded.into_iter().map(|(alternatives, members)| self.group(&alternatives, &members)).collect();
        Phrases { groups, excluded }
    }

    fn group(&mut self, alternatives: &[Digest], members: &[Digest]) -> Group {
        let is_open = !alternatives.is_empty() && !members.is_empty();
        let reading = is_open.then(|| reading_digest(&[alternatives, members].concat()));
        let mut number = |digests: &[Digest]| digests.iter().map(|digest| self.number(*digest)).collect();
        Group { alternatives: number(alternatives), members: number(members), reading }
    }

    /// What a note at a paragraph under `parent` does; `None` if nothing.
    fn rule(&mut self, note: &'l Note, parent: Option<usize>, all: &[&'l Paragraph]) -> Option<Rule<'l>> {
        let unclear = || Some(Rule::Unclear(note.wording, note.place.clone()));
        match note.effect {
            NoteEffect::Includes | NoteEffect::Status | NoteEffect::Defines | NoteEffect::Refers => None,
            NoteEffect::Other => unclear(),
            NoteEffect::Excludes | NoteEffect::LimitsTo => {
                let phrases = self.phrases(&note.qualifiers, &[], None);
                if phrases.groups.is_empty() && phrases.excluded.is_empty() && note.when.conditions().is_empty() {
                    return unclear();
                }
                let test = self.test(&note.when, parent, all);
                Some(if note.effect == NoteEffect::Excludes { Rule::Out(phrases, test) } else { Rule::Only(phrases, test) })
            }
        }
    }

    fn test(&mut self, expr: &'l Expr, parent: Option<usize>, all: &[&'l Paragraph]) -> Test<'l> {
        match expr {
            Expr::All(parts) => Test::All(parts.iter().map(|p| self.test(p, parent, all)).collect()),
            Expr::Any(parts) => Test::Any(parts.iter().map(|p| self.test(p, parent, all)).collect()),
            Expr::Is(condition) => self.condition(condition, parent, all),
        }
    }

    fn condition(&mut self, condition: &'l Condition, parent: Option<usize>, all: &[&'l Paragraph]) -> Test<'l> {
        match &condition.limits {
            Limits::Quantities(constraint) => {
                let Some(first) = constraint.limits.first() else { return Test::All(Vec::new()) };
                if constraint.dimension().is_none() {
                    let label = format!("{} {constraint}", condition.parameter);
                    return Test::Opaque(Digest::of(&label), label);
                }
                let parameter = self.parameter(condition, &first.quantity.unit, parent, all);
                if let Some(measured) = self.parameters.get_mut(parameter) {
                    measured.constraints.push(constraint);
                }
                Test::Within(parameter, constraint.limits.iter().map(|l| Edge::new(l.op, &l.quantity)).collect())
            }
            Limits::Formula { label, digest } => Test::Opaque(formula_digest(condition, *digest), label.clone()),
            Limits::Symbolic { op, reference } => {
                let target = Code::parse(reference).ok().and_then(|code| self.node(&code)).and_then(|at| all.get(at).copied());
                let limit = target.and_then(|p| only_limit(p)).filter(|(_, limit)| upward(limit.op) == upward(*op));
                if let Some((constraint, limit)) = limit {
                    let parameter = self.parameter(condition, &limit.quantity.unit, parent, all);
                    if let Some(measured) = self.parameters.get_mut(parameter) {
                        measured.constraints.push(constraint);
                    }
                    return Test::Within(parameter, vec![Edge::new(*op, &limit.quantity)]);
                }
                let place = target.map_or_else(|| format!("{} {reference}", self.jurisdiction), |p| p.wording.to_string());
                Test::Opaque(reference_digest(condition, *op, &place), format!("limit of {reference}"))
            }
        }
    }

    fn parameter(&mut self, condition: &Condition, unit: &'l Unit, parent: Option<usize>, all: &[&'l Paragraph]) -> usize {
        let (name, settings) = self.name(condition, parent, all);
        let key = ParameterKey { name, settings, dimension: unit.dimension().clone() };
        let next = self.parameters.len();
        let number = *self.parameter_numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.parameters.push(Measured { key, unit, constraints: Vec::new() });
        }
        number
    }

    /// The name and settings of a condition's parameter, taken from an ancestor where the condition leaves it to the parent.
    fn name(&self, condition: &Condition, parent: Option<usize>, all: &[&'l Paragraph]) -> (String, Vec<String>) {
        let mut settings = condition.settings.clone();
        if !condition.parameter.is_empty() {
            return (condition.parameter.clone(), settings);
        }
        let ancestors = std::iter::successors(parent, |at| self.nodes.get(*at).and_then(|n| n.parent)).filter_map(|at| all.get(at));
        for ancestor in ancestors {
            let stated = ancestor.when.conditions();
            if stated.len() == 1
                && let Some(stated) = stated.first().filter(|s| !s.parameter.is_empty())
            {
                settings.extend(stated.settings.iter().cloned());
                settings.sort();
                settings.dedup();
                return (stated.parameter.clone(), settings);
            }
        }
        if let Some(parent) = parent.and_then(|at| all.get(at)) {
            settings.push(format!("as in {}", parent.residue));
        }
        (String::new(), settings)
    }
}

/// The one limit that a paragraph states, with its constraint.
fn only_limit(paragraph: &Paragraph) -> Option<(&Constraint, &Limit)> {
    let conditions = paragraph.when.conditions();
    let [condition] = conditions.as_slice() else { return None };
    let Limits::Quantities(constraint) = &condition.limits else { return None };
    let [limit] = constraint.limits.as_slice() else { return None };
    Some((constraint, limit))
}

/// Whether an operator bounds from below (`true`), from above (`false`), or neither.
const fn upward(op: Op) -> Option<bool> {
    match op {
        Op::Gt | Op::Ge => Some(true),
        Op::Lt | Op::Le => Some(false),
        Op::Eq => None,
    }
}
