//! Conditions against conditions: which belong together, and which side's values are the wider set.

use std::collections::BTreeSet;

use concord_lexicon::Lexicon;
use concord_model::{Condition, Expr, Limits};
use concord_quantity::{Constraint, Domain, IntervalSet, Limit, Op};

/// How two conditions relate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SetRelation {
    /// The same values, printed rounding allowed for.
    Equal,
    /// The left side's values hold the right side's.
    LeftWider,
    /// The right side's values hold the left side's.
    RightWider,
    /// Each side holds values that the other does not.
    Overlapping,
    /// The conditions cannot be compared; the words say why.
    Undecided(Obstacle),
    /// Only the left side sets this condition.
    OnlyLeft,
    /// Only the right side sets this condition.
    OnlyRight,
}

/// What stops the comparison of two conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Obstacle {
    /// They limit different parameters.
    Parameter,
    /// They limit one parameter in different settings.
    Setting,
    /// Their units have different dimensions.
    Dimension,
    /// At least one is a formula that is kept whole.
    Formula,
    /// At least one is a limit stated by reference, to another place than the other's.
    Reference,
    /// They are joined differently.
    Structure,
    /// One side sets a condition and the other says something else, which may mean the same.
    Words,
}

/// Two conditions held to speak of the same parameter, or one alone.
#[derive(Clone, Debug)]
pub(crate) struct ConditionPair<'a> {
    pub(crate) left: Option<&'a Condition>,
    pub(crate) right: Option<&'a Condition>,
    pub(crate) relation: SetRelation,
}

/// Whether two conditions belong together.
type Fits = dyn Fn(&Condition, &Condition) -> bool;

/// Pairs the conditions of two expressions.
///
/// Expressions of one shape are monotone in their conditions, so the relations of the parts bear on the whole.
pub(crate) fn pair_conditions<'a>(left: &'a Expr, right: &'a Expr) -> Vec<ConditionPair<'a>> {
    let (l, r) = (places(left), places(right));
    let mut used = vec![false; r.len()];
    let mut out = Vec::new();
    let mut rest: Vec<(String, &Condition)> = Vec::new();
    let take = |place: &str, c: &'a Condition, fits: &Fits, used: &mut Vec<bool>| {
        let at = (0..r.len()).find(|j| !used[*j] && r[*j].0 == place && fits(c, r[*j].1))?;
        used[at] = true;
        Some(r[at].1)
    };
    let rules: [&Fits; 3] = [
        &|a, b| same_parameter(a, b) && a.settings == b.settings && relate(a, b).relation == SetRelation::Equal,
        &|a, b| same_parameter(a, b) && a.settings == b.settings,
        &|a, b| same_parameter(a, b),
    ];
    let mut open: Vec<(String, &Condition)> = l;
    for rule in rules {
        let mut still = Vec::new();
        for (place, condition) in open {
            match take(&place, condition, rule, &mut used) {
                Some(other) => out.push(relate(condition, other)),
                None => still.push((place, condition)),
            }
        }
        open = still;
    }
    rest.append(&mut open);
    let mut free: Vec<usize> = (0..r.len()).filter(|j| !used[*j]).collect();
    // What is left: one against one of the same place reads as another parameter, anything else as a condition of one side.
    for (place, condition) in rest {
        let near = free.iter().position(|j| r[*j].0 == place && kindred(condition, r[*j].1));
        match near {
            Some(at) => {
                let other = r[free.remove(at)].1;
                let mut pair = relate(condition, other);
                if !same_parameter(condition, other) && pair.relation != SetRelation::Undecided(Obstacle::Formula) {
                    pair = undecided(condition, other, Obstacle::Parameter);
                }
                out.push(pair);
            }
            None => out.push(single(Some(condition), None, &place)),
        }
    }
    for j in free {
        out.push(single(None, Some(r[j].1), &r[j].0));
    }
    out
}

fn single<'a>(left: Option<&'a Condition>, right: Option<&'a Condition>, place: &str) -> ConditionPair<'a> {
    let relation = if place.contains('|') {
        SetRelation::Undecided(Obstacle::Structure)
    } else if left.is_some() {
        SetRelation::OnlyLeft
    } else {
        SetRelation::OnlyRight
    };
    ConditionPair { left, right, relation }
}

fn undecided<'a>(left: &'a Condition, right: &'a Condition, why: Obstacle) -> ConditionPair<'a> {
    ConditionPair { left: Some(left), right: Some(right), relation: SetRelation::Undecided(why) }
}

/// Every condition with its place: `&` and `|` for each group on the way, so that only conditions of one place are paired.
fn places(expr: &Expr) -> Vec<(String, &Condition)> {
    fn walk<'a>(expr: &'a Expr, place: &str, out: &mut Vec<(String, &'a Condition)>) {
        match expr {
            Expr::All(parts) => parts.iter().for_each(|p| walk(p, place, out)),
            Expr::Any(parts) if parts.len() == 1 => walk(&parts[0], place, out),
            Expr::Any(parts) => parts.iter().enumerate().for_each(|(i, p)| walk(p, &format!("{place}|{i}"), out)),
            Expr::Is(condition) => out.push((place.to_owned(), condition)),
        }
    }
    let mut out = Vec::new();
    walk(expr, "", &mut out);
    out
}

fn words(parameter: &str) -> BTreeSet<&str> {
    parameter.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect()
}

/// Whether two conditions name one parameter by the same words, in any order.
pub(crate) fn same_words(a: &Condition, b: &Condition) -> bool {
    words(&a.parameter) == words(&b.parameter)
}

/// Whether two conditions limit one parameter: the same words in any order, or a parameter that one side leaves to its parent.
pub(crate) fn same_parameter(a: &Condition, b: &Condition) -> bool {
    let same_words = words(&a.parameter) == words(&b.parameter);
    let left_open = a.parameter.is_empty() || b.parameter.is_empty();
    same_words || (left_open && dimensions_agree(a, b))
}

/// Whether two conditions of different parameters may still be one control's: their units have one dimension.
fn kindred(a: &Condition, b: &Condition) -> bool {
    dimensions_agree(a, b) || matches!((&a.limits, &b.limits), (Limits::Formula { .. }, Limits::Formula { .. }))
}

/// Whether a condition that stands open on one side may be the bound that the same side lacks in a pair of conditions.
pub(crate) fn may_complete(open: &(Option<Condition>, Option<Condition>), (left, right): &(Option<Condition>, Option<Condition>)) -> bool {
    let bounds = |c: &Condition| match &c.limits {
        Limits::Quantities(constraint) => constraint.limits.len(),
        _ => 0,
    };
    let (Some(left), Some(right)) = (left, right) else { return false };
    match open {
        (Some(open), None) => dimensions_agree(open, left) && bounds(left) < bounds(right),
        (None, Some(open)) => dimensions_agree(open, right) && bounds(right) < bounds(left),
        _ => false,
    }
}

fn dimensions_agree(a: &Condition, b: &Condition) -> bool {
    match (&a.limits, &b.limits) {
        (Limits::Quantities(x), Limits::Quantities(y)) => x.dimension() == y.dimension(),
        _ => false,
    }
}

/// Relates two conditions of one parameter.
pub(crate) fn relate<'a>(left: &'a Condition, right: &'a Condition) -> ConditionPair<'a> {
    match (&left.limits, &right.limits) {
        (Limits::Quantities(a), Limits::Quantities(b)) => {
            if a.dimension() != b.dimension() && !agree_by_alternatives(a, b) {
                return undecided(left, right, Obstacle::Dimension);
            }
            if left.settings != right.settings {
                return undecided(left, right, Obstacle::Setting);
            }
            let domain = domain(left);
            let (x, y) = (values(a).in_domain(domain), values(&snapped(b, a)).in_domain(domain));
            let (left_extra, right_extra) = (x.difference(&y), y.difference(&x));
            let relation = match (left_extra.is_empty(), right_extra.is_empty()) {
                (true, true) => SetRelation::Equal,
                (false, true) => SetRelation::LeftWider,
                (true, false) => SetRelation::RightWider,
                (false, false) => SetRelation::Overlapping,
            };
            ConditionPair { left: Some(left), right: Some(right), relation }
        }
        (Limits::Symbolic { op: a, reference: x }, Limits::Symbolic { op: b, reference: y }) => {
            if a == b && x == y && left.settings == right.settings {
                equal(left, right)
            } else {
                undecided(left, right, Obstacle::Reference)
            }
        }
        (Limits::Formula { digest: x, .. }, Limits::Formula { digest: y, .. }) if x == y => equal(left, right),
        (Limits::Formula { .. }, _) | (_, Limits::Formula { .. }) => undecided(left, right, Obstacle::Formula),
        _ => undecided(left, right, Obstacle::Reference),
    }
}

fn equal<'a>(left: &'a Condition, right: &'a Condition) -> ConditionPair<'a> {
    ConditionPair { left: Some(left), right: Some(right), relation: SetRelation::Equal }
}

/// The values that satisfy a constraint, in the base unit and in the domain of its unit.
pub(crate) fn values(constraint: &Constraint) -> IntervalSet {
    let domain = constraint.limits.first().map_or(Domain::Real, |l| l.quantity.unit.domain());
    constraint.set().in_domain(domain)
}

/// Counts take whole values, whether or not they are printed with what they count.
pub(crate) fn domain(condition: &Condition) -> Domain {
    if words(&condition.parameter).iter().any(|w| Lexicon::english().normal().is_count(w)) { Domain::Integer } else { Domain::Real }
}

fn side(op: Op) -> u8 {
    match op {
        Op::Gt | Op::Ge => 0,
        Op::Lt | Op::Le => 1,
        Op::Eq => 2,
    }
}

fn printed(limit: &Limit) -> impl Iterator<Item = &concord_quantity::Quantity> {
    std::iter::once(&limit.quantity).chain(&limit.alternatives)
}

/// Whether two limits print the same value within rounding, in any of their units.
fn same_value(a: &Limit, b: &Limit) -> bool {
    side(a.op) == side(b.op) && printed(a).any(|x| printed(b).any(|y| x.equal_within_rounding(y)))
}

fn agree_by_alternatives(a: &Constraint, b: &Constraint) -> bool {
    a.limits.len() == b.limits.len() && a.limits.iter().all(|x| b.limits.iter().any(|y| same_value(x, y)))
}

/// `constraint` with each value that equals one of `model`'s within printed rounding replaced by it.
pub(crate) fn snapped(constraint: &Constraint, model: &Constraint) -> Constraint {
    let limits = constraint
        .limits
        .iter()
        .map(|limit| match model.limits.iter().find(|m| same_value(limit, m)) {
            Some(m) => Limit { op: limit.op, quantity: m.quantity.clone(), alternatives: Vec::new() },
            None => limit.clone(),
        })
        .collect();
    Constraint { limits }
}
