//! From observations to findings: a rule's name and sentence, citations, fingerprints, the baseline.

use std::collections::BTreeMap;

use concord_model::{Code, Stratum, Texts};
use rayon::prelude::*;

use crate::engine::Options;
use crate::facts::{Fact, facts};
use crate::fingerprint::fingerprint;
use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::pair::conditions::same_parameter;
use crate::pair::phrases::Codes;
use crate::rule::{Rule, rule_for};
use crate::sentence::Placeholders;
use crate::side::Indexed;
use crate::value_sets::ValueSets;
use crate::witness::Verified;
use crate::wording::Words;
use crate::{Baseline, Cited, Direction, Finding, Layer, Message};

/// Words an observation's rule, both texts and the witnesses into findings, in their final order.
pub(crate) fn findings(
    observations: &[Observation],
    follows: &[Vec<String>],
    verified: &Verified,
    sides: (&Indexed<'_>, &Indexed<'_>),
    codes: &Codes<'_>,
    options: &Options,
) -> Vec<Finding> {
    let code = |c: &Option<Code>| c.as_ref().map_or_else(String::new, ToString::to_string);
    // Findings of one rule on one pair and parameter are told apart by their order, which is settled before the work is shared out.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut ruled = Vec::new();
    for (observation, follows) in observations.iter().zip(follows) {
        let Some(rule) = rule_for(observation.kind, observation.direction) else { continue };
        let codes = (code(&observation.left), code(&observation.right));
        let parameter = observation.parameter.as_deref().unwrap_or_default();
        let nth = seen.entry(format!("{}|{}|{}|{parameter}", rule.id, codes.0, codes.1)).or_default();
        *nth += 1;
        let jurisdictions = (sides.0.list.jurisdiction.as_str(), sides.1.list.jurisdiction.as_str());
        let id = fingerprint(&rule.id, jurisdictions, (&codes.0, &codes.1), parameter, observation.direction, *nth);
        ruled.push((observation, follows, rule, id));
    }
    let worded = ruled.into_par_iter().map(|(observation, follows, rule, id)| {
        let main = observation.left.as_ref().or(observation.right.as_ref());
        let (left_facts, right_facts) = facts((observation.left.as_ref(), observation.right.as_ref()), sides, codes);
        Finding {
            rule: rule.id.clone(),
            topic: rule.topic.clone(),
            layer: rule.layer.unwrap_or(Layer::Listed),
            destination: String::new(),
            direction: observation.direction,
            severity: rule.severity_at(observation.factor.as_ref()),
            category: main.map_or_else(String::new, |c| c.as_str().chars().take(1).collect()),
            stratum: stratum_word(stratum(observation, sides)).to_owned(),
            left: cited(observation.left.as_ref(), sides.0, &observation.states.0, left_facts),
            right: cited(observation.right.as_ref(), sides.1, &observation.states.1, right_facts),
            parameter: observation.parameter.clone(),
            values: value_sets(observation),
            witnesses: verified.of(observation),
            explanation: explain(rule, observation, sides, options),
            reasons: observation.reasons.clone(),
            wording: wording(observation, options),
            follows: follows.clone(),
            accepted: options.baseline.accepts(&id, sides.0.list.as_of.max(sides.1.list.as_of)).map(str::to_owned),
            id,
        }
    });
    let mut out: Vec<Finding> = worded.collect();
    out.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id)));
    out
}

/// The values that each side controls, where both limit one parameter in one setting, or one alone is known to limit it.
fn value_sets(observation: &Observation) -> Option<ValueSets> {
    let (left, right) = (observation.conditions.0.as_ref(), observation.conditions.1.as_ref());
    let comparable = match (left, right) {
        (Some(a), Some(b)) => same_parameter(a, b) && a.settings == b.settings,
        (None, None) => false,
        _ => observation.kind == Kind::Condition && matches!(observation.direction, Direction::LeftStricter | Direction::RightStricter),
    };
    if comparable { ValueSets::of(left, right) } else { None }
}

fn wording(observation: &Observation, options: &Options) -> Vec<Words> {
    let at = |code: &Option<Code>, texts: &Option<Texts>| Some(texts.as_ref()?.get(code.as_ref()?)?.clone());
    match (at(&observation.left, &options.texts.0), at(&observation.right, &options.texts.1)) {
        (Some(left), Some(right)) => crate::wording::compare(observation.kind, &left, &right),
        _ => Vec::new(),
    }
}

fn order(f: &Finding) -> (&str, crate::Severity, &str, &str, &str) {
    let left = f.left.as_ref().map_or("", |c| c.code.as_str());
    let right = f.right.as_ref().map_or("", |c| c.code.as_str());
    (&f.category, f.severity, if left.is_empty() { right } else { left }, right, &f.rule)
}

/// The stratum of a finding: that of the side which alone has the control, else the one further from the regimes' lists.
fn stratum(observation: &Observation, sides: (&Indexed<'_>, &Indexed<'_>)) -> Stratum {
    match (&observation.left, &observation.right) {
        (Some(l), Some(r)) => {
            let (a, b) = (sides.0.stratum(l), sides.1.stratum(r));
            a.max(b)
        }
        (Some(l), None) => sides.0.stratum(l),
        (None, Some(r)) => sides.1.stratum(r),
        (None, None) => Stratum::Regime,
    }
}

pub(crate) fn stratum_word(stratum: Stratum) -> &'static str {
    match stratum {
        Stratum::Regime => "regime",
        Stratum::Unilateral => "unilateral",
        Stratum::AntiTerrorism => "anti-terrorism",
        Stratum::MunitionsLike => "munitions-like",
    }
}

fn cited(code: Option<&Code>, side: &Indexed<'_>, states: &Message, facts: Vec<Fact>) -> Option<Cited> {
    code.map(|code| Cited {
        code: code.to_string(),
        subject: side.subject(code).into(),
        states: states.clone(),
        citation: side.list.citation(code).into(),
        facts,
    })
}

fn explain(rule: &Rule, o: &Observation, sides: (&Indexed<'_>, &Indexed<'_>), options: &Options) -> Message {
    let name = |given: &str, side: &Indexed<'_>| {
        let code = &side.list.jurisdiction;
        if given.is_empty() { Message::place(code, &code.to_uppercase()) } else { Message::place(code, given) }
    };
    let code = |c: &Option<Code>| c.as_ref().map_or("", Code::as_str).to_owned();
    let or_none = |s: &Message| if s.is_empty() { nothing_more() } else { s.clone() };
    Placeholders::default()
        .with("left", name(&options.names.0, sides.0))
        .with("right", name(&options.names.1, sides.1))
        .with("left_list", &sides.0.list.title)
        .with("right_list", &sides.1.list.title)
        .with("left_code", code(&o.left))
        .with("right_code", code(&o.right))
        .with("parameter", o.parameter.as_deref().unwrap_or_default())
        .with("left_states", or_none(&o.states.0))
        .with("right_states", or_none(&o.states.1))
        .sentence(rule)
}

/// What stands for an empty list of what one side states.
pub(crate) fn nothing_more() -> Message {
    message!("states-nothing-more", "nothing more")
}

/// Baseline lines that match no finding, or have expired.
pub(crate) fn stale(found: &[Finding], baseline: &Baseline) -> Vec<String> {
    baseline
        .accepted
        .iter()
        .filter(|a| !found.iter().any(|f| f.id == a.id && f.accepted.is_some()))
        .map(|a| format!("{}: {} (until {})", a.id, a.reason, a.until))
        .collect()
}
