//! Comparing defined words by their elements.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::rules::{Definition, Effect, Law, Reach, RuleLayer, Value};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::message::message;

/// How one side defines a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinitionSide {
    /// The word the law uses.
    pub label: String,
    /// Elements that widen it, its own ones too.
    pub covers: Vec<Message>,
    /// Elements that narrow it, its own ones too.
    pub limits: Vec<Message>,
    /// Pinpoint citation.
    pub citation: String,
    /// The bloc whose definition it is, where it is inherited; else empty.
    pub via: String,
}

/// A word that at least one side defines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinedWord {
    /// The term's identifier.
    pub term: String,
    /// The word.
    pub label: Message,
    /// What a broader definition does to controls.
    pub effect: Effect,
    /// The left definition, if one is described.
    pub left: Option<DefinitionSide>,
    /// The right definition, if one is described.
    pub right: Option<DefinitionSide>,
    /// How the two stand, where both are described.
    pub reach: Option<Reach>,
    /// Elements on one side only, in words: left, right.
    pub only: (Vec<Message>, Vec<Message>),
    /// Where the side without a definition is known to have none: what says so, with its citation.
    pub undefined: Option<String>,
}

/// Every word that either side defines, by term. A word of one jurisdiction's own that the other does not define too is left out.
pub(super) fn words(layer: &RuleLayer, left: &Law, right: &Law, day: Date) -> Vec<DefinedWord> {
    let index = |law| layer.definitions(law, day).into_iter().map(|(of, d)| (d.term.as_str(), (of, d))).collect::<BTreeMap<_, _>>();
    let (l, r) = (index(left), index(right));
    let terms: BTreeSet<&str> = l.keys().chain(r.keys()).copied().collect();
    let mut out = Vec::new();
    for term in terms {
        let described = layer.vocabulary.term(term);
        let (a, b) = (l.get(term), r.get(term));
        if described.is_none() && (a.is_none() || b.is_none()) {
            continue;
        }
        let side = |found: Option<&(&Law, &Definition)>, own: &Law| {
            found.map(|(of, d)| DefinitionSide {
                label: d.label.clone(),
                covers: elements(d, &d.covers, &d.own_covers),
                limits: elements(d, &d.limits, &d.own_limits),
                citation: layer.cite(of, &d.cites),
                via: if of.jurisdiction.code == own.jurisdiction.code { String::new() } else { of.jurisdiction.code.clone() },
            })
        };
        let missing = match (a, b) {
            (Some(_), None) => Some(right),
            (None, Some(_)) => Some(left),
            _ => None,
        };
        out.push(DefinedWord {
            term: term.to_owned(),
            label: described.map_or_else(|| term.replace('-', " ").into(), |t| Message::named(format!("term/{term}"), &t.label)),
            effect: described.map_or(Effect::None, |t| t.broader),
            left: side(a, left),
            right: side(b, right),
            reach: a.zip(b).map(|((_, a), (_, b))| a.reach(b)),
            only: a.zip(b).map_or_else(Default::default, |((_, a), (_, b))| (only(layer, a, b), only(layer, b, a))),
            undefined: missing.and_then(|law| undefined(layer, law, described.map_or("", |t| &t.attribute), day)),
        });
    }
    out
}

/// Elements of a definition by their names, those of the jurisdiction's own last.
fn elements<'w>(of: &Definition, known: impl IntoIterator<Item = &'w String>, own: impl IntoIterator<Item = &'w String>) -> Vec<Message> {
    let named = known.into_iter().map(|id| Message::named(format!("element/{}/{id}", of.term), id));
    named.chain(own.into_iter().map(Message::from)).collect()
}

/// What makes `a` reach further than `b`: elements it alone covers, limits it lacks.
fn only(layer: &RuleLayer, a: &Definition, b: &Definition) -> Vec<Message> {
    let described = layer.vocabulary.term(&a.term);
    let meaning = |id: &String| {
        let all = described.iter().flat_map(|t| t.covers.iter().chain(&t.limits));
        let known = all.clone().find(|c| c.id == *id);
        known.map_or_else(|| id.replace('-', " ").into(), |c| Message::named(format!("element/{}/{id}", a.term), &c.meaning))
    };
    let covers = a.covers.difference(&b.covers).chain(a.own_covers.difference(&b.own_covers)).map(meaning);
    let limits = b
        .limits
        .difference(&a.limits)
        .chain(b.own_limits.difference(&a.own_limits))
        .map(|id| message!("definition-without-limit", "without the limit: {meaning}", meaning = meaning(id)));
    covers.chain(limits).collect()
}

/// The citation by which a jurisdiction is known not to define a word.
fn undefined(layer: &RuleLayer, law: &Law, attribute: &str, day: Date) -> Option<String> {
    let (_, attribute) = layer.vocabulary.attribute(attribute)?;
    let answer = layer.answer(law, attribute, day);
    let held = answer.held.first()?;
    (answer.value == Some(Value::No)).then(|| layer.cite(held.law, &held.fact.cites))
}
