//! The indices: what one question contributes to each.

use concord_model::rules::{Attribute, Form, Stricter, Value};
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::{Deserialize, Serialize};

use crate::indices::Part;
use crate::provisions::{Row, Standing, is_loosest, is_strictest};

/// Which index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IndexKind {
    /// Weighted share of the questions that the two answer differently: Σ w·\[a ≠ b\] / Σ w, over all questions that apply to both.
    Heterogeneity,
    /// Weighted mean distance of the answers, from 0 to 1: 0 or 1 for yes-no questions, unordered words and figures (which have no common
    /// scale), steps between the words of an ordered choice over its length, and for sets 1 − |a ∩ b| / |a ∪ b| (Jaccard distance).
    Distance,
    /// Jaccard similarity of the yes-no questions answered with yes: Σ w·\[both yes\] / Σ w·\[either yes\].
    Jaccard,
    /// H = 1 − |gap| / |contexts|: the contexts are the ordered questions that apply to both, the gap those on which one is stricter
    /// or each is in part.
    Harmonisation,
    /// Share of the ordered questions on which the left is looser than the right, in whole or in part.
    LeftShortfall,
    /// Share of the ordered questions on which the right is looser than the left, in whole or in part.
    RightShortfall,
    /// Of the ordered questions on which the left controls anything (its answer is not the loosest possible), the share on which the
    /// right is at least as strict.
    LeftCoveredByRight,
    /// The same from the right: the share of what the right controls on which the left is at least as strict.
    RightCoveredByLeft,
}

/// The two ends of what a question contributes.
type Ends = (BigRational, BigRational);

impl IndexKind {
    /// Every index, in the order of reports.
    pub const ALL: [Self; 8] = [
        Self::Heterogeneity,
        Self::Distance,
        Self::Jaccard,
        Self::Harmonisation,
        Self::LeftShortfall,
        Self::RightShortfall,
        Self::LeftCoveredByRight,
        Self::RightCoveredByLeft,
    ];

    /// What a question contributes; `None` where it does not belong to the population.
    pub(super) fn part(self, attribute: &Attribute, row: &Row) -> Option<Part> {
        if row.standing == Standing::NotApplicable {
            return None;
        }
        let ordered = attribute.stricter != Stricter::None;
        let (a, b) = (row.left.value.as_ref(), row.right.value.as_ref());
        let (out, inside) = match self {
            Self::Heterogeneity => (false, Some(ends(differing(&row.standing)))),
            Self::Distance => (false, Some(distance(attribute, &row.standing, a, b))),
            Self::Jaccard if attribute.form == Form::YesNo => both_of_either(a, b),
            Self::Harmonisation if ordered => {
                let (surely, perhaps) = gap(&row.standing);
                (false, Some(ends((!perhaps, !surely))))
            }
            Self::LeftShortfall if ordered => (false, Some(ends(shortfall(attribute, &row.standing, a, b)))),
            Self::RightShortfall if ordered => (false, Some(ends(shortfall(attribute, &row.standing.clone().mirrored(), b, a)))),
            Self::LeftCoveredByRight if ordered => covered(attribute, &row.standing, a, b),
            Self::RightCoveredByLeft if ordered => covered(attribute, &row.standing.clone().mirrored(), b, a),
            _ => return None,
        };
        (inside.is_some()).then(|| Part { attribute: attribute.id.clone(), weight: attribute.weight, out, inside })
    }
}

/// The ends of what contributes all of its weight or nothing: surely, perhaps.
fn ends((surely, perhaps): (bool, bool)) -> Ends {
    let end = |at: bool| if at { BigRational::one() } else { BigRational::zero() };
    (end(surely), end(perhaps))
}

/// Whether two answers differ, surely and perhaps: an unknown one can be the same and can be another.
pub(crate) fn differing(standing: &Standing) -> (bool, bool) {
    match standing {
        Standing::Same => (false, false),
        Standing::Incomparable { differ: false, .. } => (false, true),
        standing if standing.is_unknown() => (false, true),
        _ => (true, true),
    }
}

/// Whether two ordered answers are apart in strictness, surely and perhaps.
fn gap(standing: &Standing) -> (bool, bool) {
    match standing {
        Standing::Same => (false, false),
        Standing::LeftStricter | Standing::RightStricter | Standing::Overlap => (true, true),
        _ => (false, true),
    }
}

/// Whether the own answer is looser than the other's, in whole or in part; surely and perhaps.
pub(crate) fn shortfall(attribute: &Attribute, standing: &Standing, own: Option<&Value>, other: Option<&Value>) -> (bool, bool) {
    let can_be = match standing {
        Standing::Same | Standing::LeftStricter => return (false, false),
        Standing::RightStricter | Standing::Overlap => return (true, true),
        // Something can be stricter than the own answer, or looser than the other's.
        Standing::RightUnknown => own.is_none_or(|own| !is_strictest(attribute, own)),
        Standing::LeftUnknown => other.is_none_or(|other| !is_loosest(attribute, other)),
        _ => true,
    };
    (false, can_be)
}

/// Whether what the own side controls is controlled by the other; outside the population where the own answer is the loosest.
fn covered(attribute: &Attribute, standing: &Standing, own: Option<&Value>, other: Option<&Value>) -> (bool, Option<Ends>) {
    match (own, other) {
        (Some(own), _) if is_loosest(attribute, own) => (true, None),
        (Some(_), Some(_)) => match standing {
            Standing::Same | Standing::RightStricter => (false, Some(ends((true, true)))),
            Standing::LeftStricter | Standing::Overlap => (false, Some(ends((false, false)))),
            _ => (false, Some(ends((false, true)))),
        },
        (_, None) => (own.is_none(), Some(ends((false, true)))),
        // The own answer can be the loosest (outside), at most as strict as the other's unless that is the loosest, and stricter unless
        // that is the strictest.
        (None, Some(other)) => (true, Some(ends((is_strictest(attribute, other), !is_loosest(attribute, other))))),
    }
}

/// Whether both answer yes; outside the population where neither does.
fn both_of_either(a: Option<&Value>, b: Option<&Value>) -> (bool, Option<Ends>) {
    let yes = |value: &Value| *value == Value::Yes;
    match (a.map(yes), b.map(yes)) {
        (Some(false), Some(false)) => (true, None),
        (Some(a), Some(b)) => (false, Some(ends((a && b, a && b)))),
        (Some(true), None) | (None, Some(true)) => (false, Some(ends((false, true)))),
        (Some(false), None) | (None, Some(false)) => (true, Some(ends((false, false)))),
        (None, None) => (true, Some(ends((false, true)))),
    }
}

/// How far two answers lie apart, from 0 to 1.
fn distance(attribute: &Attribute, standing: &Standing, a: Option<&Value>, b: Option<&Value>) -> Ends {
    let exact = |d: BigRational| (d.clone(), d);
    let over = |n: usize, d: usize| BigRational::new(n.into(), d.max(1).into());
    let steps = |word: &str| attribute.form.choices().iter().position(|c| c.id == word).unwrap_or_default();
    let last = attribute.form.choices().len().saturating_sub(1);
    let ordered = attribute.stricter == Stricter::Listed;
    match (a, b) {
        (Some(Value::Choice(a)), Some(Value::Choice(b))) if ordered => exact(over(steps(a).abs_diff(steps(b)), last)),
        (Some(Value::Set(a)), Some(Value::Set(b))) => {
            let union = a.union(b).count();
            if union == 0 { exact(BigRational::zero()) } else { exact(over(union - a.intersection(b).count(), union)) }
        }
        (Some(Value::Choice(known)), None) | (None, Some(Value::Choice(known))) if ordered => {
            let at = steps(known);
            (BigRational::zero(), over(at.max(last.saturating_sub(at)), last))
        }
        _ => ends(differing(standing)),
    }
}
