//! What each side of a finding says by its own words, as facts side by side, with the facts that differ marked.

use std::collections::BTreeSet;

use concord_model::{Code, Limits, Note, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::Quantity;
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::pair::conditions::{SetRelation, pair_conditions};
use crate::pair::notes::pair_notes;
use crate::pair::phrases::{Codes, PhraseRelation, compare};
use crate::pair::{connective, note_text, state};
use crate::side::Indexed;

/// What a fact of a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// A kind of item.
    Subject,
    /// A phrase that takes items away where it does not hold.
    Restriction,
    /// An alternative to the phrase before it, or a further member of its enumeration.
    Alternative,
    /// A phrase that takes items out.
    Exclusion,
    /// Limits on a parameter.
    Condition,
    /// How the sub-paragraphs join.
    Joined,
    /// The branch of components.
    Components,
    /// A listed substance, by its registry number.
    Substance,
    /// A note that bears on the scope.
    Note,
    /// A number without a sure role.
    Unread,
}

/// A limit with its exact number as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedLimit {
    /// `>`, `>=`, `<`, `<=` or `==`.
    pub op: String,
    /// The number as printed, as a plain or scientific decimal or a fraction.
    pub value: String,
    /// The unit as printed; empty for a pure number.
    pub unit: String,
    /// The same value in other units, as printed.
    pub alternatives: Vec<String>,
}

/// One fact of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// The fact in words of our own: key phrases in normal form, a condition.
    pub text: Message,
    /// The limits, for a condition whose limits are numbers.
    pub limits: Vec<StatedLimit>,
    /// Whether the other side does not say the same.
    pub differs: bool,
}

/// The facts of the paragraphs of a finding, left and right. Where one side has none, nothing is marked.
pub(crate) fn facts(
    codes: (Option<&Code>, Option<&Code>),
    sides: (&Indexed<'_>, &Indexed<'_>),
    numbering: &Codes<'_>,
) -> (Vec<Fact>, Vec<Fact>) {
    let left = codes.0.and_then(|c| sides.0.get(c));
    let right = codes.1.and_then(|c| sides.1.get(c));
    let children = |code: Option<&Code>, side: &Indexed<'_>| code.map_or(0, |c| side.children(c).len());
    let counts = (children(codes.0, sides.0), children(codes.1, sides.1));
    let (Some(l), Some(r)) = (left, right) else {
        let alone = |p: Option<(_, &Paragraph)>, n| p.map_or_else(Vec::new, |(_, p)| stated(p, n, &Marks::default()));
        return (alone(left, counts.0), alone(right, counts.1));
    };
    let (a, b) = marks(l, r, counts, numbering);
    (stated(l.1, counts.0, &a), stated(r.1, counts.1, &b))
}

/// What differs on one side. Facts are told apart by where they stand, so that of two equal ones only the odd one is marked.
#[derive(Default)]
struct Marks {
    phrases: BTreeSet<*const Qualifier>,
    conditions: BTreeSet<*const concord_model::Condition>,
    notes: BTreeSet<*const Note>,
    substances: BTreeSet<String>,
    joined: bool,
    components: bool,
    unread: bool,
}

fn marks(
    (left_entry, left): (&concord_model::Entry, &Paragraph),
    (right_entry, right): (&concord_model::Entry, &Paragraph),
    children: (usize, usize),
    codes: &Codes<'_>,
) -> (Marks, Marks) {
    let (mut a, mut b) = (Marks::default(), Marks::default());
    let same_wording = left.wording == right.wording && left.wording != concord_model::Digest(0);
    if !same_wording {
        let difference = compare(&left.qualifiers, &right.qualifiers, codes);
        a.phrases.extend(difference.only_left.iter().chain(&difference.handed.0).map(|q| std::ptr::from_ref(*q)));
        b.phrases.extend(difference.only_right.iter().chain(&difference.handed.1).map(|q| std::ptr::from_ref(*q)));
        for pair in pair_conditions(&left.when, &right.when).iter().filter(|pair| pair.relation != SetRelation::Equal) {
            a.conditions.extend(pair.left.map(std::ptr::from_ref));
            b.conditions.extend(pair.right.map(std::ptr::from_ref));
        }
        a.substances.extend(left.substances.iter().filter(|s| !right.substances.contains(s)).cloned());
        b.substances.extend(right.substances.iter().filter(|s| !left.substances.contains(s)).cloned());
        let components = match (&left.components, &right.components) {
            (Some(x), Some(y)) => x.wording != y.wording && compare(&x.qualifiers, &y.qualifiers, codes).relation != PhraseRelation::Equal,
            (x, y) => x.is_some() != y.is_some(),
        };
        (a.components, b.components) = (components, components);
        (a.unread, b.unread) = (left.unread != right.unread, left.unread != right.unread);
    }
    let joined = left.children != right.children && children.0 > 1 && children.1 > 1;
    (a.joined, b.joined) = (joined, joined);
    for pair in pair_notes((left, left_entry), (right, right_entry), codes) {
        a.notes.extend(pair.left.map(std::ptr::from_ref));
        b.notes.extend(pair.right.map(std::ptr::from_ref));
    }
    (a, b)
}

fn stated(paragraph: &Paragraph, children: usize, marks: &Marks) -> Vec<Fact> {
    let plain = |kind, text: Message, differs| Fact { kind, text, limits: Vec::new(), differs };
    let mut out: Vec<Fact> = Vec::new();
    for qualifier in &paragraph.qualifiers {
        let kind = match qualifier.role {
            Role::Subject => FactKind::Subject,
            Role::Restricts => FactKind::Restriction,
            Role::Widens | Role::Member => FactKind::Alternative,
            Role::Excludes => FactKind::Exclusion,
            // Examples have no effect on the scope.
            Role::Illustrates => continue,
        };
        out.push(plain(kind, qualifier.words().into_owned().into(), marks.phrases.contains(&std::ptr::from_ref(qualifier))));
    }
    for condition in paragraph.when.conditions() {
        let limits = match &condition.limits {
            Limits::Quantities(constraint) => constraint.limits.iter().map(stated_limit).collect(),
            Limits::Symbolic { .. } | Limits::Formula { .. } => Vec::new(),
        };
        let differs = marks.conditions.contains(&std::ptr::from_ref(condition));
        out.push(Fact { kind: FactKind::Condition, text: state(condition), limits, differs });
    }
    out.extend(paragraph.substances.iter().map(|s| plain(FactKind::Substance, format!("CAS {s}").into(), marks.substances.contains(s))));
    if children > 1 {
        out.push(plain(FactKind::Joined, connective(paragraph.children), marks.joined));
    }
    if let Some(components) = &paragraph.components {
        let text = components.qualifiers.iter().map(|q| q.words()).collect::<Vec<_>>().join("; ");
        out.push(plain(FactKind::Components, text.into(), marks.components));
    }
    let bears = |n: &&Note| matches!(n.effect, NoteEffect::Excludes | NoteEffect::LimitsTo | NoteEffect::Other);
    for note in paragraph.notes.iter().filter(bears) {
        out.push(plain(FactKind::Note, note_text(note, true), marks.notes.contains(&std::ptr::from_ref(note))));
    }
    if !paragraph.unread.is_empty() {
        out.push(plain(FactKind::Unread, paragraph.unread.join(", ").into(), marks.unread));
    }
    out
}

fn stated_limit(limit: &concord_quantity::Limit) -> StatedLimit {
    let Quantity { number, unit } = &limit.quantity;
    StatedLimit {
        op: limit.op.to_string(),
        value: number.to_string(),
        unit: unit.symbol().to_owned(),
        alternatives: limit.alternatives.iter().map(ToString::to_string).collect(),
    }
}
