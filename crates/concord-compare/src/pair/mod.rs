//! One matched pair of paragraphs: everything in which their own texts differ.

pub(crate) mod conditions;
pub(crate) mod notes;
pub(crate) mod phrases;

use std::collections::BTreeSet;

use concord_model::{Condition, Connective, Entry, Limits, Note, NoteEffect, Paragraph, Qualifier, Role};
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::terms::Terms;
use crate::{Direction, Message};
use conditions::{ConditionPair, Obstacle, SetRelation, pair_conditions};
use phrases::{Codes, PhraseRelation, compare};

/// What the comparison of a pair found.
#[derive(Clone, Debug, Default)]
pub(crate) struct PairResult {
    pub(crate) observations: Vec<Observation>,
    /// Terms on which an equality depends, because only one side defines them or the definitions differ.
    pub(crate) subject_to: BTreeSet<String>,
}

/// One side of a pair.
#[derive(Clone, Copy)]
pub(crate) struct PairSide<'a> {
    pub(crate) paragraph: &'a Paragraph,
    pub(crate) entry: &'a Entry,
    /// Its children that are not reserved.
    pub(crate) children: usize,
}

/// Compares the own texts of two matched paragraphs.
pub(crate) fn compare_pair(left: PairSide<'_>, right: PairSide<'_>, terms: &Terms<'_>, codes: &Codes<'_>) -> PairResult {
    let mut pair = Pair { left, right, codes, result: PairResult::default() };
    if left.paragraph.wording != right.paragraph.wording || left.paragraph.wording == concord_model::Digest(0) {
        let alike = left.paragraph.residue == right.paragraph.residue && left.paragraph.residue != concord_model::Digest(0);
        let agree = alike || pair.phrases();
        pair.conditions(agree);
        pair.components();
        pair.unread();
    }
    pair.doubts();
    pair.connective();
    pair.notes();
    pair.result.subject_to = terms.at_issue(left.paragraph, right.paragraph);
    pair.result
}

struct Pair<'a> {
    left: PairSide<'a>,
    right: PairSide<'a>,
    codes: &'a Codes<'a>,
    result: PairResult,
}

impl Pair<'_> {
    fn add(&mut self, kind: Kind, direction: Direction, states: (Message, Message), reasons: Vec<Message>) -> &mut Observation {
        let at = self.result.observations.len();
        let codes = (Some(self.left.paragraph.code.clone()), Some(self.right.paragraph.code.clone()));
        let plain = Observation::new(kind, direction, codes.0, codes.1);
        self.result.observations.push(Observation { states, reasons, ..plain });
        &mut self.result.observations[at]
    }

    /// Compares the conditions. `phrases_agree`: the paragraphs say the same beside their conditions; only then is a condition that
    /// one side alone sets known not to stand in the other side's words.
    fn conditions(&mut self, phrases_agree: bool) {
        let (left, right) = (self.left.paragraph, self.right.paragraph);
        let mut pairs = pair_conditions(&left.when, &right.when);
        let one_sided = |r: &SetRelation| matches!(r, SetRelation::OnlyLeft | SetRelation::OnlyRight);
        if !phrases_agree {
            for pair in pairs.iter_mut().filter(|p| one_sided(&p.relation)) {
                pair.relation = SetRelation::Undecided(Obstacle::Words);
            }
        }
        for pair in pairs {
            self.condition(&pair);
        }
    }

    fn condition(&mut self, pair: &ConditionPair<'_>) {
        let states = (pair.left.map_or_else(Message::default, state), pair.right.map_or_else(Message::default, state));
        let parameter = pair.left.or(pair.right).map(name);
        let (kind, direction, reasons) = match &pair.relation {
            SetRelation::Equal => return,
            SetRelation::LeftWider => (Kind::Threshold, Direction::LeftStricter, Vec::new()),
            SetRelation::RightWider => (Kind::Threshold, Direction::RightStricter, Vec::new()),
            SetRelation::Overlapping => (Kind::Threshold, Direction::Overlap, Vec::new()),
            SetRelation::OnlyLeft => (Kind::Condition, Direction::RightStricter, Vec::new()),
            SetRelation::OnlyRight => (Kind::Condition, Direction::LeftStricter, Vec::new()),
            SetRelation::Undecided(obstacle) => {
                let kind = match obstacle {
                    Obstacle::Parameter | Obstacle::Setting | Obstacle::Structure => Kind::Parameter,
                    Obstacle::Dimension => Kind::Dimension,
                    Obstacle::Formula | Obstacle::Reference => Kind::Limit,
                    Obstacle::Words => Kind::Condition,
                };
                (kind, Direction::Incomparable, vec![obstacle_text(*obstacle)])
            }
        };
        let factor = pair.left.zip(pair.right).and_then(|(l, r)| factor(l, r));
        let observation = self.add(kind, direction, states, reasons);
        observation.parameter = parameter;
        observation.factor = factor;
        observation.conditions = (pair.left.cloned(), pair.right.cloned());
    }

    /// Compares the phrases; whether they say the same.
    fn phrases(&mut self) -> bool {
        let difference = compare(&self.left.paragraph.qualifiers, &self.right.paragraph.qualifiers, self.codes);
        let states = (join(&difference.only_left), join(&difference.only_right));
        let (handed_left, handed_right) = &difference.handed;
        if !handed_left.is_empty() || !handed_right.is_empty() {
            let text = |q: &[&Qualifier]| {
                if q.is_empty() {
                    no_reservation()
                } else {
                    message!("states-leaves", "leaves items to another instrument ({phrases})", phrases = join(q))
                }
            };
            let states = (text(handed_left), text(handed_right));
            self.add(Kind::Instrument, Direction::Unknown, states, Vec::new());
        }
        // Listed substances are identified by their registry numbers; further names add nothing.
        let (l, r) = (&self.left.paragraph.substances, &self.right.paragraph.substances);
        let names = |q: &&Qualifier| matches!(q.role, Role::Subject | Role::Member);
        if !l.is_empty() && l == r && difference.only_left.iter().all(names) && difference.only_right.iter().all(names) {
            return true;
        }
        match difference.relation {
            PhraseRelation::Equal => {}
            PhraseRelation::LeftWider => {
                self.add(Kind::Subject, Direction::LeftStricter, states, Vec::new());
            }
            PhraseRelation::RightWider => {
                self.add(Kind::Subject, Direction::RightStricter, states, Vec::new());
            }
            PhraseRelation::Undecided => {
                self.add(Kind::Qualifier, Direction::Incomparable, states, vec![message!("reason-phrases", "phrases differ")]);
            }
        }
        difference.relation == PhraseRelation::Equal
    }

    /// Takes back what other differences of the two paragraphs leave in doubt.
    ///
    /// Where a condition is open, further words on one side may say what it says, and a bound that one side lacks may be the open
    /// one; where the sides name different standards for the measuring, equal numbers do not mean equal values.
    fn doubts(&mut self) {
        let open = |o: &Observation| matches!(o.kind, Kind::Condition | Kind::Parameter) && o.direction == Direction::Incomparable;
        let open: Vec<(Option<Condition>, Option<Condition>)> =
            self.result.observations.iter().filter(|o| open(o)).map(|o| o.conditions.clone()).collect();
        let standards = phrases::standards(&self.left.paragraph.qualifiers) != phrases::standards(&self.right.paragraph.qualifiers);
        for o in &mut self.result.observations {
            if !matches!(o.direction, Direction::LeftStricter | Direction::RightStricter | Direction::Overlap) {
                continue;
            }
            match o.kind {
                Kind::Subject if !open.is_empty() || standards => {
                    (o.kind, o.direction, o.reasons) =
                        (Kind::Qualifier, Direction::Incomparable, vec![message!("reason-phrases", "phrases differ")]);
                }
                Kind::Threshold if standards => {
                    (o.kind, o.direction) = (Kind::Parameter, Direction::Incomparable);
                    o.reasons = vec![obstacle_text(Obstacle::Setting)];
                }
                Kind::Threshold if open.iter().any(|open| conditions::may_complete(open, &o.conditions)) => {
                    (o.kind, o.direction) = (Kind::Condition, Direction::Incomparable);
                    o.reasons = vec![obstacle_text(Obstacle::Words)];
                }
                _ => {}
            }
        }
    }

    fn components(&mut self) {
        let (l, r) = (&self.left.paragraph.components, &self.right.paragraph.components);
        let text = |c: &Option<concord_model::Components>| {
            c.as_ref().map_or_else(Message::default, |c| join(&c.qualifiers.iter().collect::<Vec<_>>()))
        };
        let states = (text(l), text(r));
        match (l, r) {
            (Some(a), Some(b)) if a.wording != b.wording => match compare(&a.qualifiers, &b.qualifiers, self.codes).relation {
                PhraseRelation::Equal => {}
                PhraseRelation::LeftWider => {
                    self.add(Kind::Components, Direction::LeftStricter, states, Vec::new());
                }
                PhraseRelation::RightWider => {
                    self.add(Kind::Components, Direction::RightStricter, states, Vec::new());
                }
                PhraseRelation::Undecided => {
                    let why = vec![message!("reason-components", "the words for the components differ")];
                    self.add(Kind::Components, Direction::Incomparable, states, why);
                }
            },
            (Some(_), None) => {
                self.add(Kind::Components, Direction::LeftStricter, states, Vec::new());
            }
            (None, Some(_)) => {
                self.add(Kind::Components, Direction::RightStricter, states, Vec::new());
            }
            _ => {}
        }
    }

    /// Numbers that were not understood make a pair undecided, unless the wordings are equal.
    fn unread(&mut self) {
        let (l, r) = (&self.left.paragraph.unread, &self.right.paragraph.unread);
        if l != r {
            let states = (l.join(", ").into(), r.join(", ").into());
            self.add(Kind::Limit, Direction::Incomparable, states, vec![message!("reason-number", "a number without a sure role")]);
        }
    }

    fn connective(&mut self) {
        let (l, r) = (self.left.paragraph.children, self.right.paragraph.children);
        if l == r || self.left.children < 2 || self.right.children < 2 {
            return;
        }
        let direction = match (needed(l, self.left.children), needed(r, self.right.children)) {
            (a, b) if self.left.children != self.right.children && a != 1 && b != 1 => Direction::Incomparable,
            (a, b) if a < b => Direction::LeftStricter,
            (a, b) if a > b => Direction::RightStricter,
            _ => return,
        };
        self.add(Kind::Connective, direction, (connective(l), connective(r)), Vec::new());
    }

    /// Whether the two paragraphs, with what stands under them, are measured by different standards.
    fn measured_otherwise(&self) -> bool {
        let named = |side: &PairSide<'_>| {
            let below = side.entry.paragraphs.iter().filter(|p| p.code.is_within(&side.paragraph.code));
            below.flat_map(|p| phrases::standards(&p.qualifiers)).collect::<BTreeSet<String>>()
        };
        named(&self.left) != named(&self.right)
    }

    fn notes(&mut self) {
        let pairs = notes::pair_notes((self.left.paragraph, self.left.entry), (self.right.paragraph, self.right.entry), self.codes);
        for pair in pairs {
            let text = |n: Option<&Note>| n.map_or_else(Message::default, |note| note_text(note, false));
            let mut states = (text(pair.left), text(pair.right));
            if pair.handed {
                let other = if states.0.is_empty() { &mut states.0 } else { &mut states.1 };
                *other = no_reservation();
            }
            let limits = [pair.left, pair.right].into_iter().flatten().any(|n| !n.when.is_empty());
            let (kind, direction, reasons) = match pair.left_takes_more {
                Some(_) if limits && self.measured_otherwise() => {
                    (Kind::Note, Direction::Incomparable, vec![obstacle_text(Obstacle::Setting)])
                }
                _ if pair.handed => (Kind::Instrument, Direction::Unknown, Vec::new()),
                Some(true) => (Kind::Exclusion, Direction::RightStricter, Vec::new()),
                Some(false) => (Kind::Exclusion, Direction::LeftStricter, Vec::new()),
                None => (Kind::Note, Direction::Incomparable, vec![message!("reason-notes", "notes differ")]),
            };
            self.add(kind, direction, states, reasons);
        }
    }
}

fn needed(connective: Connective, children: usize) -> usize {
    match connective {
        Connective::Any => 1,
        Connective::All => children,
        Connective::AtLeast(k) => k as usize,
    }
}

/// How sub-paragraphs join, in words of our own.
pub(crate) fn connective(connective: Connective) -> Message {
    match connective {
        Connective::Any => message!("joined-any", "any of its sub-paragraphs"),
        Connective::All => message!("joined-all", "all of its sub-paragraphs"),
        Connective::AtLeast(k) => message!("joined-at-least", "at least {count} of its sub-paragraphs", count = k as usize),
    }
}

/// A note in words of our own; the quotation marks of defined terms are left out where it is `bare`.
pub(crate) fn note_text(note: &Note, bare: bool) -> Message {
    let plain = |text: &str| if bare { text.replace('"', "") } else { text.to_owned() };
    let phrases = note.qualifiers.iter().map(|q| plain(&q.phrase).into());
    let text = Message::join("; ", phrases.chain(note.when.conditions().into_iter().map(state)));
    let place = plain(&note.place);
    match note.effect {
        NoteEffect::Excludes => message!("note-excludes", "{place} excludes: {text}", place = place, text = text),
        NoteEffect::LimitsTo => message!("note-only", "{place} only: {text}", place = place, text = text),
        _ => message!("note-says", "{place} says: {text}", place = place, text = text),
    }
}

fn no_reservation() -> Message {
    message!("states-no-reservation", "no such reservation")
}

/// A condition's parameter with its settings.
pub(crate) fn name(condition: &Condition) -> String {
    let parameter = if condition.parameter.is_empty() { "value" } else { &condition.parameter };
    if condition.settings.is_empty() { parameter.to_owned() } else { format!("{parameter} ({})", condition.settings.join("; ")) }
}

/// A condition in words of our own.
pub(crate) fn state(condition: &Condition) -> Message {
    let parameter = name(condition);
    match &condition.limits {
        Limits::Quantities(constraint) => format!("{parameter} {constraint}").into(),
        Limits::Symbolic { op, reference } => {
            let op = op.to_string();
            message!("limit-symbolic", "{parameter} {op} the limit in {place}", parameter = parameter, op = op, place = reference)
        }
        Limits::Formula { label, .. } => {
            message!("limit-formula", "{parameter} by formula ({label})", parameter = parameter, label = label)
        }
    }
}

fn obstacle_text(obstacle: Obstacle) -> Message {
    match obstacle {
        Obstacle::Parameter => message!("reason-parameters", "different parameters"),
        Obstacle::Setting => message!("reason-settings", "different measuring settings"),
        Obstacle::Dimension => message!("reason-dimension", "units of different dimension"),
        Obstacle::Formula => message!("reason-formula", "a formula that is kept whole"),
        Obstacle::Reference => message!("reason-reference", "a limit stated by reference"),
        Obstacle::Structure => message!("reason-structure", "conditions joined differently"),
        Obstacle::Words => message!("reason-words", "a condition on one side, other words on the other"),
    }
}

fn join(qualifiers: &[&Qualifier]) -> Message {
    qualifiers.iter().map(|q| q.phrase.as_str()).collect::<Vec<_>>().join("; ").into()
}

/// The greater over the smaller of two single limits, if both are positive.
fn factor(left: &Condition, right: &Condition) -> Option<BigRational> {
    let (Limits::Quantities(a), Limits::Quantities(b)) = (&left.limits, &right.limits) else { return None };
    let (x, y) = (a.limits.first()?, b.limits.first()?);
    if a.dimension() != b.dimension() {
        return None;
    }
    let (x, y) = (x.quantity.base(), y.quantity.base());
    if x.is_zero() || y.is_zero() || x.is_negative() || y.is_negative() {
        return None;
    }
    Some(if x > y { x / y } else { y / x })
}
