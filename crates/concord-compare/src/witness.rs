//! Witnesses: for each strict difference a concrete item that one list holds and the other does not, checked against the whole
//! other list by the independent evaluator. A difference that no such item proves is not claimed.

mod check;
mod identity;

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Code, Condition, Digest, Limits};
use concord_scope::{
    Builder, Evaluator, Formula, Grounds, Item, Options, ParameterKey, PropositionKind, Renaming, Siblings, Snap, Vocabulary, excess,
    witness,
};
use rayon::prelude::*;

use self::check::{Refusal, check};
use self::identity::{excluded_digests, generic, own_digests, path_digests};
use crate::engine::Paired;
use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::pair::conditions::{snapped, values};
use crate::side::Indexed;
use crate::{Covered, Direction, Message, Witness, WitnessValue};

/// Paragraphs of the other list that may be taken into account one after the other before a difference is given up.
const ROUNDS: usize = 4;

/// The two lists, ready for the search for witnesses.
pub(crate) struct Witnesses<'a> {
    left: Half<'a>,
    right: Half<'a>,
}

struct Half<'a> {
    side: &'a Indexed<'a>,
    /// Subjects that many entries name ("equipment"): they say nothing about what an item is.
    generic: BTreeSet<Digest>,
    builder: Builder<'a>,
    evaluator: Evaluator<'a>,
}

/// The witnesses found, and how many candidates the evaluator refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verified {
    found: BTreeMap<Key, Vec<Witness>>,
    pub(crate) refused: usize,
    /// Differences between two paragraphs that the whole of the other list takes back.
    pub(crate) covered: Vec<Covered>,
}

type Key = (Kind, Option<Code>, Option<Code>, Option<String>, (Message, Message));

fn key(o: &Observation) -> Key {
    (o.kind, o.left.clone(), o.right.clone(), o.parameter.clone(), o.states.clone())
}

impl Verified {
    fn absorb(&mut self, other: Self) {
        self.found.extend(other.found);
        self.refused += other.refused;
        self.covered.extend(other.covered);
    }

    /// The witnesses of an observation.
    pub(crate) fn of(&self, observation: &Observation) -> Vec<Witness> {
        self.found.get(&key(observation)).cloned().unwrap_or_default()
    }
}

/// What the search for one witness came to.
enum Outcome {
    /// An item that the evaluator confirmed.
    Found(Witness),
    /// Every item of the difference is caught by these other paragraphs of the other list.
    Covered(BTreeSet<Code>),
    /// Nothing can be said; why.
    Open(Message),
}

impl<'a> Half<'a> {
    fn new(side: &'a Indexed<'a>) -> Self {
        let options = Options { siblings: Siblings::Joined, without_general_notes: true, ..Options::default() };
        Self { side, generic: generic(side.list), builder: Builder::new(side.list, options), evaluator: Evaluator::new(side.list, false) }
    }
}

impl<'a> Witnesses<'a> {
    pub(crate) fn new(left: &'a Indexed<'a>, right: &'a Indexed<'a>) -> Self {
        let (left, right) = rayon::join(|| Half::new(left), || Half::new(right));
        Self { left, right }
    }

    /// Looks for the witnesses of every strict observation. An observation whose difference the other list covers elsewhere is
    /// dropped; one that cannot be decided becomes [`Kind::Unproved`].
    pub(crate) fn verify(&self, pairs: &mut [Paired], loose: &mut Vec<Observation>) -> Verified {
        let parts: Vec<Verified> = pairs
            .par_iter_mut()
            .map(|pair| {
                let mut part = Verified::default();
                let observations = std::mem::take(&mut pair.result.observations);
                pair.result.observations = observations.into_iter().filter_map(|o| self.settle(o, &mut part)).collect();
                part
            })
            .collect();
        let settled: Vec<(Option<Observation>, Verified)> = std::mem::take(loose)
            .into_par_iter()
            .map(|o| {
                let mut part = Verified::default();
                (self.settle(o, &mut part), part)
            })
            .collect();
        let mut verified = Verified::default();
        for part in parts {
            verified.absorb(part);
        }
        for (observation, part) in settled {
            verified.absorb(part);
            loose.extend(observation);
        }
        verified
    }

    fn settle(&self, mut observation: Observation, verified: &mut Verified) -> Option<Observation> {
        let provable = matches!(
            observation.kind,
            Kind::Threshold
                | Kind::Condition
                | Kind::Subject
                | Kind::Exclusion
                | Kind::Connective
                | Kind::Components
                | Kind::Paragraph
                | Kind::Entry
        );
        let wanted: &[bool] = match observation.direction {
            Direction::LeftStricter => &[true],
            Direction::RightStricter => &[false],
            Direction::Overlap => &[true, false],
            Direction::Incomparable | Direction::Unknown => &[],
        };
        if !provable || wanted.is_empty() {
            return Some(observation);
        }
        let mut found = Vec::new();
        let mut open = Vec::new();
        let mut covered_by = BTreeSet::new();
        for on_left in wanted {
            match self.find(&observation, *on_left) {
                Outcome::Found(witness) => found.push(witness),
                Outcome::Covered(by) => {
                    verified.refused += 1;
                    covered_by.extend(by);
                }
                Outcome::Open(why) => open.push(why),
            }
        }
        if !open.is_empty() {
            observation.kind = Kind::Unproved;
            observation.direction = Direction::Incomparable;
            observation.reasons = open;
            return Some(observation);
        }
        if found.is_empty() {
            verified.covered.push(Covered {
                left: observation.left.map_or_else(String::new, |c| c.to_string()),
                right: observation.right.map_or_else(String::new, |c| c.to_string()),
                parameter: observation.parameter,
                by: covered_by.iter().map(ToString::to_string).collect(),
            });
            return None;
        }
        if found.len() < wanted.len() {
            let on_left = found.iter().any(|w| w.listed_on == "left");
            observation.direction = if on_left { Direction::LeftStricter } else { Direction::RightStricter };
        }
        verified.found.insert(key(&observation), found);
        Some(observation)
    }

    fn find(&self, observation: &Observation, on_left: bool) -> Outcome {
        let (own, other) = if on_left { (&self.left, &self.right) } else { (&self.right, &self.left) };
        let (own_code, other_code) =
            if on_left { (&observation.left, &observation.right) } else { (&observation.right, &observation.left) };
        let Some(code) = own_code.as_ref() else {
            return Outcome::Open(message!("open-no-paragraph", "no paragraph to take an item from"));
        };
        match other_code {
            Some(other_code) if observation.kind == Kind::Components => component((own, code), (other, other_code), on_left),
            Some(other_code) => difference(observation, (own, code), (other, other_code), on_left),
            None => alone(own, other, code, on_left),
        }
    }
}

/// An item of a matched paragraph that the other list does not hold.
fn difference(
    observation: &Observation,
    (own, code): (&Half<'_>, &Code),
    (other, other_code): (&Half<'_>, &Code),
    on_left: bool,
) -> Outcome {
    let mut vocabulary = Vocabulary::default();
    let (Some(mine), Some(theirs)) = (own.builder.scope(code, &mut vocabulary), other.builder.scope(other_code, &mut vocabulary)) else {
        return Outcome::Open(message!("open-no-scope", "a scope could not be built"));
    };
    let (from, mut taken) = (mine.items, theirs.items);
    let renaming = renaming_of(observation, (own, code), (other, other_code), &vocabulary);
    let mut printed = theirs.printed;
    let mut covered = BTreeSet::new();
    for _ in 0..ROUNDS {
        let snap = Snap::between(&mine.printed, &printed, &renaming);
        let difference = excess(&from, &taken, &vocabulary, &renaming, &snap);
        match difference.grounds {
            Grounds::Empty if covered.is_empty() && holds_nothing(&from, &vocabulary, &renaming) => {
                return Outcome::Open(message!("open-empty", "the paragraph itself seems to hold no item"));
            }
            Grounds::Empty => return Outcome::Covered(covered),
            Grounds::Certain | Grounds::OtherSide => {}
            Grounds::Doubtful => return Outcome::Open(message!("open-doubtful", "it rests on a limit or note that is not understood")),
            Grounds::Unknown => return Outcome::Open(message!("open-branches", "the scope branches too much")),
        }
        let extra = extra_values(observation, on_left, &vocabulary, &renaming);
        let item = difference.regions.iter().find_map(|region| {
            let mut region = region.clone();
            if let Some((parameter, set)) = &extra
                && !region.keep_values(*parameter, set)
            {
                return None;
            }
            witness(&region, &vocabulary, &renaming)
        });
        let Some(item) = item else { return Outcome::Open(message!("open-no-value", "no item of the difference has a value to show")) };
        match check(own, other, &item, code, Some(other_code)) {
            Ok(item) => return Outcome::Found(describe(own, &item, code, on_left)),
            Err(Refusal::Caught(by)) => {
                // Take the paragraph that catches it into account, and look for another item.
                let scope = other.builder.scope(&by, &mut vocabulary);
                covered.insert(by);
                let Some(scope) = scope else { return Outcome::Covered(covered) };
                printed.extend(scope.printed);
                taken = Formula::any([taken, scope.items]);
            }
            Err(Refusal::Unknown(why)) => return Outcome::Open(why),
        }
    }
    Outcome::Open(message!("open-tried", "no item of the difference escapes the paragraphs of the other list that were tried"))
}

/// Whether a scope holds no item at all, as where a note takes out what the paragraph's own words name: then it is not understood.
fn holds_nothing(scope: &Formula, vocabulary: &Vocabulary, renaming: &Renaming) -> bool {
    let snap = Snap::between(&[], &[], renaming);
    excess(scope, &Formula::False, vocabulary, renaming, &snap).grounds == Grounds::Empty
}

/// What the pair holds to be the same: the phrases of both paths (they are matched), but not the paragraphs' own where the
/// observation is about these (an alternative that both name would hide the further one of one side), and the parameter at issue.
fn renaming_of(
    observation: &Observation,
    (own, code): (&Half<'_>, &Code),
    (other, other_code): (&Half<'_>, &Code),
    vocabulary: &Vocabulary,
) -> Renaming {
    let mut renaming = Renaming::none();
    let (mine, theirs) = (path_digests(own.side, code), path_digests(other.side, other_code));
    let at_issue: BTreeSet<Digest> = if observation.kind == Kind::Subject {
        let (a, b) = (own_digests(own.side, code), own_digests(other.side, other_code));
        a.union(&b).copied().collect()
    } else {
        BTreeSet::new()
    };
    let excluded = excluded_digests(own.side, code).union(&excluded_digests(other.side, other_code)).copied().collect::<BTreeSet<_>>();
    for (id, proposition) in vocabulary.propositions() {
        let kind = matches!(proposition.kind, PropositionKind::Subject | PropositionKind::Phrase);
        let on_path = mine.contains(&proposition.digest) || theirs.contains(&proposition.digest);
        if kind && on_path && !at_issue.contains(&proposition.digest) && !excluded.contains(&proposition.digest) {
            renaming.hold(id);
        }
    }
    if let (Some(l), Some(r)) = (&observation.conditions.0, &observation.conditions.1)
        && let (Some(a), Some(b)) = (parameter(l), parameter(r))
        && let (Some(a), Some(b)) = (vocabulary.find_parameter(&a), vocabulary.find_parameter(&b))
    {
        renaming.same_parameter(a, b);
    }
    renaming
}

/// The parameter at issue and the values that only this side admits.
fn extra_values(
    observation: &Observation,
    on_left: bool,
    vocabulary: &Vocabulary,
    renaming: &Renaming,
) -> Option<(concord_scope::ParameterId, concord_quantity::IntervalSet)> {
    let (l, r) = &observation.conditions;
    let (mine, theirs) = if on_left { (l, r) } else { (r, l) };
    let set = |c: &Condition| match &c.limits {
        Limits::Quantities(constraint) => Some(constraint.clone()),
        _ => None,
    };
    let mine = mine.as_ref()?;
    let constraint = set(mine)?;
    let own = values(&constraint);
    let extra = match theirs.as_ref().and_then(set) {
        Some(theirs) => own.difference(&values(&snapped(&theirs, &constraint))),
        None => return None,
    };
    let id = vocabulary.find_parameter(&parameter(mine)?)?;
    Some((renaming.parameter(id), extra))
}

fn describe(own: &Half<'_>, item: &Item, code: &Code, on_left: bool) -> Witness {
    let mut labels = vec![own.side.subject(code)];
    if let Some(parent) = own.side.parent(code) {
        let above = own.side.subject(&parent.code);
        if !labels.contains(&above) {
            labels.insert(0, above);
        }
    }
    if item.host.is_some() {
        labels.insert(0, "component".to_owned());
    }
    // What a component is designed for says more of it than what it has itself.
    let stated = item.host.iter().flat_map(|host| &host.values).chain(&item.values);
    let values = stated.map(|stated| {
        let text = stated.to_string();
        let key = stated.parameters.first();
        let label = key.map_or_else(String::new, ParameterKey::label);
        let value = text.strip_prefix(&label).unwrap_or(&text).trim().to_owned();
        WitnessValue { parameter: key.map_or_else(String::new, readable), value }
    });
    Witness {
        item: labels.join(": "),
        values: values.collect(),
        lacks: item.lacks.iter().map(|p| p.label.clone()).collect(),
        listed_by: code.to_string(),
        listed_on: if on_left { "left" } else { "right" }.to_owned(),
    }
}

/// A parameter's name with its settings, for a reader; one that the text leaves to its parent is a "value".
fn readable(key: &ParameterKey) -> String {
    let name = if key.name.is_empty() { "value" } else { &key.name };
    let settings: Vec<&str> = key.settings.iter().map(String::as_str).filter(|s| !s.starts_with("as in ")).collect();
    if settings.is_empty() { name.to_owned() } else { format!("{name} ({})", settings.join("; ")) }
}

/// An item of a paragraph without counterpart.
fn alone(own: &Half<'_>, other: &Half<'_>, code: &Code, on_left: bool) -> Outcome {
    let mut vocabulary = Vocabulary::default();
    let Some(scope) = own.builder.scope(code, &mut vocabulary) else {
        return Outcome::Open(message!("open-no-scope", "a scope could not be built"));
    };
    let renaming = Renaming::none();
    let snap = Snap::between(&scope.printed, &[], &renaming);
    let difference = excess(&scope.items, &Formula::False, &vocabulary, &renaming, &snap);
    let Some(item) = difference.regions.iter().find_map(|region| witness(region, &vocabulary, &renaming)) else {
        return Outcome::Open(message!("open-no-item", "no item of the paragraph could be shown"));
    };
    match check(own, other, &item, code, Some(code)) {
        Ok(item) => Outcome::Found(describe(own, &item, code, on_left)),
        Err(Refusal::Caught(by)) => Outcome::Open(check::may_hold(&by)),
        Err(Refusal::Unknown(why)) => Outcome::Open(why),
    }
}

fn parameter(condition: &Condition) -> Option<ParameterKey> {
    let Limits::Quantities(constraint) = &condition.limits else { return None };
    Some(ParameterKey {
        name: condition.parameter.clone(),
        settings: condition.settings.clone(),
        dimension: constraint.dimension()?.clone(),
    })
}

/// A component that one paragraph's branch holds and the other list does not, with the item it is designed for.
fn component((own, code): (&Half<'_>, &Code), (other, other_code): (&Half<'_>, &Code), on_left: bool) -> Outcome {
    let mut vocabulary = Vocabulary::default();
    let branch = |half: &Half<'_>, code: &Code, vocabulary: &mut Vocabulary| {
        half.builder.scope(code, vocabulary)?.components.into_iter().find(|b| b.code == *code)
    };
    let Some(mine) = branch(own, code, &mut vocabulary) else {
        return Outcome::Open(message!("open-no-branch", "the components branch is not modelled"));
    };
    let taken = branch(other, other_code, &mut vocabulary).map_or(Formula::False, |theirs| theirs.own);
    let renaming = Renaming::none();
    let snap = Snap::between(&[], &[], &renaming);
    let item = |from: &Formula, taken: &Formula| {
        let difference = excess(from, taken, &vocabulary, &renaming, &snap);
        difference.regions.iter().find_map(|region| witness(region, &vocabulary, &renaming))
    };
    let (Some(part), Some(host)) = (item(&mine.own, &taken), item(&mine.host, &Formula::False)) else {
        return Outcome::Open(message!("open-no-component", "no component of the difference could be shown"));
    };
    let closed = |_: Digest| Some(false);
    let host = other.evaluator.settle(&own.evaluator.settle(&host, &closed), &closed);
    match check(own, other, &Item { host: Some(Box::new(host)), ..part }, code, Some(other_code)) {
        Ok(item) => Outcome::Found(describe(own, &item, code, on_left)),
        Err(Refusal::Caught(by)) => Outcome::Covered(BTreeSet::from([by])),
        Err(Refusal::Unknown(why)) => Outcome::Open(why),
    }
}
