//! Gathering pairs with the same answers into findings.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::licensing::Licensing;
use concord_model::{Code, Stratum};

use super::pairs::{Outcomes, Pair, Population};
use super::rungs::{LAYERS, Outcome, Said, Seen};
use super::{DIRECTIONS, LayerComparison, LayerCount, LayerDestination, LayerFinding, LayerOptions, codes};
use crate::findings::stratum_word;
use crate::fingerprint::fingerprint;
use crate::message::message;
use crate::observation::Kind;
use crate::rule::rule_for;
use crate::sentence::Placeholders;
use crate::{Cited, Direction, Finding, Layer, Message};

/// What a side's answers rest on beyond this many rows is left to the ladder itself.
const SHOWN: usize = 6;

/// What the pairs of a finding have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: Kind,
    direction: Direction,
    stratum: Stratum,
    answers: (Message, Message),
}

/// Pairs with the same answers.
#[derive(Clone, Debug, Default)]
struct Group<'p> {
    pairs: Vec<&'p Pair>,
    /// The kinds of pairs whose answers are in `sides`.
    kinds: BTreeSet<usize>,
    sides: (Said, Said),
}

/// Adds the findings and counts of a destination.
pub(super) fn group(
    place: &LayerDestination,
    outcomes: &Outcomes,
    population: &Population,
    rules: (&Licensing, &Licensing),
    options: &LayerOptions<'_>,
    out: &mut LayerComparison,
) {
    for (at, layer) in LAYERS.into_iter().enumerate() {
        let mut count = LayerCount {
            layer,
            destination: place.code.clone(),
            of: population.pairs.len(),
            same: 0,
            not_applicable: 0,
            by_direction: DIRECTIONS.map(|direction| (direction, 0)).to_vec(),
        };
        let mut groups: BTreeMap<Key, Group<'_>> = BTreeMap::new();
        for (pair, kind, outcomes) in outcomes.of(population) {
            match outcomes.get(at) {
                Some(Outcome::Same) => count.same += 1,
                Some(Outcome::Differs(seen)) => {
                    if let Some((_, n)) = count.by_direction.iter_mut().find(|(direction, _)| *direction == seen.direction) {
                        *n += 1;
                    }
                    groups.entry(key(pair, seen)).or_default().take(pair, kind, seen);
                }
                Some(Outcome::NotApplicable) | None => count.not_applicable += 1,
            }
        }
        out.counts.push(count);
        out.findings.extend(groups.into_iter().filter_map(|(key, group)| finding(&key, &group, layer, place, population, rules, options)));
    }
}

fn key(pair: &Pair, seen: &Seen) -> Key {
    Key {
        kind: seen.kind,
        direction: seen.direction,
        stratum: pair.stratum,
        answers: (seen.sides.0.answer.clone(), seen.sides.1.answer.clone()),
    }
}

/// The category of the pairs, by the first character of their left codes; empty where they are of several.
fn category(pairs: &[&Pair]) -> String {
    let mut categories: Vec<char> = pairs.iter().filter_map(|pair| pair.left.as_str().chars().next()).collect();
    categories.dedup();
    if let [one] = categories.as_slice() { one.to_string() } else { String::new() }
}

impl<'p> Group<'p> {
    fn take(&mut self, pair: &'p Pair, kind: usize, seen: &Seen) {
        self.pairs.push(pair);
        if !self.kinds.insert(kind) {
            return;
        }
        for (mine, said) in [(&mut self.sides.0, &seen.sides.0), (&mut self.sides.1, &seen.sides.1)] {
            mine.answer.clone_from(&said.answer);
            mine.rests_on.extend(said.rests_on.iter().cloned());
            mine.citations.extend(said.citations.iter().cloned());
        }
    }
}

fn finding(
    key: &Key,
    group: &Group<'_>,
    layer: Layer,
    place: &LayerDestination,
    population: &Population,
    rules: (&Licensing, &Licensing),
    options: &LayerOptions<'_>,
) -> Option<LayerFinding> {
    let covering = |all: &BTreeSet<Code>, of: fn(&Pair) -> &Code| {
        let wanted: BTreeSet<Code> = group.pairs.iter().map(|pair| of(pair).clone()).collect();
        codes::topmost(all, &wanted).join(", ")
    };
    let pairs = group.pairs.len();
    let controls = if pairs == 1 {
        message!("layer-pairs", "one pair of paragraphs", count = pairs)
    } else {
        message!("layer-pairs", "{count} pairs of paragraphs", count = pairs)
    };
    let cited = |said: &Said, codes: String, rules: &Licensing| cited(said, codes, &controls, rules);
    let left = cited(&group.sides.0, covering(&population.codes.0, |pair| &pair.left), rules.0);
    let right = cited(&group.sides.1, covering(&population.codes.1, |pair| &pair.right), rules.1);
    let named = Named {
        kind: key.kind,
        direction: key.direction,
        layer,
        category: &category(&group.pairs),
        stratum: stratum_word(key.stratum),
        answers: (&key.answers.0, &key.answers.1),
        controls: &controls,
    };
    let finding = named.finding(place, (left, right), (rules.0, rules.1), options)?;
    Some(LayerFinding { finding, pairs: group.pairs.iter().map(|pair| (pair.left.to_string(), pair.right.to_string())).collect() })
}

/// One side of a finding.
pub(super) fn cited(said: &Said, code: String, subject: &Message, rules: &Licensing) -> Cited {
    let some = |rows: &mut dyn Iterator<Item = Message>, more: usize| {
        let mut shown: Vec<Message> = rows.take(SHOWN).collect();
        if more > 0 {
            shown.push(message!("layer-more", "and {count} more", count = more));
        }
        Message::join("; ", shown)
    };
    let more = |rows: usize| rows.saturating_sub(SHOWN);
    let rests_on = some(&mut said.rests_on.iter().cloned(), more(said.rests_on.len()));
    let citation = if said.citations.is_empty() {
        (&rules.citation).into()
    } else {
        some(&mut said.citations.iter().map(Message::from), more(said.citations.len()))
    };
    let told = rests_on.starts_with(&*said.answer);
    let states = match (rests_on.is_empty(), told) {
        (true, _) => said.answer.clone(),
        (false, true) => rests_on,
        (false, false) => Message::join(": ", [said.answer.clone(), rests_on]),
    };
    Cited { code, subject: subject.clone(), states, citation, facts: Vec::new() }
}

/// What a rule needs to name a difference.
pub(super) struct Named<'n> {
    pub(super) kind: Kind,
    pub(super) direction: Direction,
    pub(super) layer: Layer,
    pub(super) category: &'n str,
    pub(super) stratum: &'n str,
    pub(super) answers: (&'n Message, &'n Message),
    pub(super) controls: &'n Message,
}

impl Named<'_> {
    /// The finding, if a rule names the difference.
    pub(super) fn finding(
        &self,
        place: &LayerDestination,
        sides: (Cited, Cited),
        rules: (&Licensing, &Licensing),
        options: &LayerOptions<'_>,
    ) -> Option<Finding> {
        let rule = rule_for(self.kind, self.direction)?;
        let id = fingerprint(
            &rule.id,
            (&rules.0.jurisdiction, &rules.1.jurisdiction),
            (&**self.answers.0, &**self.answers.1),
            &format!("{} {}", place.code, self.stratum),
            self.direction,
            1,
        );
        let words = Placeholders::default()
            .with("left", Message::place(&rules.0.jurisdiction, &options.names.0))
            .with("right", Message::place(&rules.1.jurisdiction, &options.names.1))
            .with("left_states", self.answers.0)
            .with("right_states", self.answers.1)
            .with("destination", Message::place(&place.code, &place.name))
            .with("controls", self.controls);
        let as_of = rules.0.as_of.max(rules.1.as_of);
        Some(Finding {
            rule: rule.id.clone(),
            topic: rule.topic.clone(),
            layer: self.layer,
            destination: place.code.clone(),
            direction: self.direction,
            severity: rule.severity,
            category: self.category.to_owned(),
            stratum: self.stratum.to_owned(),
            left: Some(sides.0),
            right: Some(sides.1),
            values: None,
            parameter: None,
            witnesses: Vec::new(),
            explanation: words.sentence(rule),
            reasons: Vec::new(),
            wording: Vec::new(),
            follows: Vec::new(),
            accepted: options.baseline.accepts(&id, as_of).map(str::to_owned),
            id,
        })
    }
}
