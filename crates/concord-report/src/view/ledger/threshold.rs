//! The limits of matched paragraphs side by side.

use std::collections::BTreeMap;

use concord_model::{Condition, Limits, List};
use concord_quantity::Op;
use serde::Serialize;

use super::{LedgerRow, MatchRow};

/// The limits that two matched paragraphs set on one parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThresholdRow {
    /// Left code.
    pub left_code: String,
    /// Right code.
    pub right_code: String,
    /// The parameter with the settings in which it is measured.
    pub parameter: String,
    /// The left limits; none if the left paragraph sets none on it.
    pub left: Option<LimitView>,
    /// The right limits; none if the right paragraph sets none on it.
    pub right: Option<LimitView>,
    /// How the scopes of the two paragraphs relate, in words.
    pub relation: String,
    /// Fingerprint of the finding on this parameter; empty if there is none.
    pub finding: String,
}

/// The limits that one paragraph sets on a parameter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LimitView {
    /// The limits as they stand in the definitions (`>=8 bit <10 bit`).
    pub written: String,
    /// The number a value must reach or exceed, in the unit printed.
    pub at_least: Option<f64>,
    /// The number a value must not reach or exceed, in the unit printed.
    pub at_most: Option<f64>,
    /// The unit of both; empty where they are of different ones or have none.
    pub unit: String,
}

/// The rows of all matched paragraphs, in their order.
pub(super) fn rows(matches: &[MatchRow], findings: &[LedgerRow], left: &List, right: &List) -> Vec<ThresholdRow> {
    let (left, right) = (conditions(left), conditions(right));
    let found: BTreeMap<(&str, &str, &str), &str> = findings.iter().filter_map(key).collect();
    matches
        .iter()
        .flat_map(|pair| {
            let of = |side: &BTreeMap<String, Vec<(String, String, LimitView)>>, code: &str| side.get(code).cloned().unwrap_or_default();
            let (ours, mut theirs) = (of(&left, &pair.left), of(&right, &pair.right));
            let row = |parameter: String, bare: &str, left, right| ThresholdRow {
                left_code: pair.left.clone(),
                right_code: pair.right.clone(),
                parameter,
                left,
                right,
                relation: pair.relation.clone(),
                finding: found.get(&(pair.left.as_str(), pair.right.as_str(), bare)).map_or_else(String::new, |id| (*id).to_owned()),
            };
            let mut out: Vec<ThresholdRow> = Vec::new();
            for (parameter, bare, limits) in ours {
                let other = theirs.iter().position(|(name, ..)| *name == parameter).map(|at| theirs.remove(at).2);
                out.push(row(parameter, &bare, Some(limits), other));
            }
            out.extend(theirs.into_iter().map(|(parameter, bare, limits)| row(parameter, &bare, None, Some(limits))));
            out
        })
        .collect()
}

/// What a finding on a parameter of two paragraphs is found by.
fn key(row: &LedgerRow) -> Option<((&str, &str, &str), &str)> {
    let finding = &row.finding;
    let (left, right) = (finding.left.as_ref()?, finding.right.as_ref()?);
    (!finding.parameter.is_empty()).then_some(((left.code.as_str(), right.code.as_str(), finding.parameter.as_str()), finding.id.as_str()))
}

/// The conditions of every paragraph by its code: the parameter with its settings, without them, and the limits.
fn conditions(list: &List) -> BTreeMap<String, Vec<(String, String, LimitView)>> {
    let paragraphs = list.entries.iter().flat_map(|entry| &entry.paragraphs);
    paragraphs
        .map(|paragraph| (paragraph.code.to_string(), paragraph.when.conditions().into_iter().map(condition).collect::<Vec<_>>()))
        .filter(|(_, conditions)| !conditions.is_empty())
        .collect()
}

fn condition(condition: &Condition) -> (String, String, LimitView) {
    let settings = if condition.settings.is_empty() { String::new() } else { format!(" @ {}", condition.settings.join(" & ")) };
    (format!("{}{settings}", condition.parameter), condition.parameter.clone(), limits(&condition.limits))
}

fn limits(limits: &Limits) -> LimitView {
    let Limits::Quantities(constraint) = limits else {
        return LimitView { written: limits.to_string(), at_least: None, at_most: None, unit: String::new() };
    };
    let units: Vec<&str> = constraint.limits.iter().map(|limit| limit.quantity.unit.symbol()).collect();
    let one_unit = units.windows(2).all(|pair| pair[0] == pair[1]);
    let number = |ops: [Op; 3]| {
        let mut of = constraint.limits.iter().filter(|limit| ops.contains(&limit.op));
        match (of.next(), of.next()) {
            (Some(limit), None) if one_unit => limit.quantity.number.to_string().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        }
    };
    LimitView {
        written: constraint.to_string(),
        at_least: number([Op::Gt, Op::Ge, Op::Eq]),
        at_most: number([Op::Lt, Op::Le, Op::Eq]),
        unit: units.first().filter(|_| one_unit).map_or_else(String::new, |unit| (*unit).to_owned()),
    }
}
