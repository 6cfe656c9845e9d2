//! From comparators to operators and constraints.

use concord_lexicon::Direction;
use concord_quantity::{Constraint, Limit, Number, Op, Quantity};

use super::Context;
use super::limits::{Group, RawLimit};

/// The operator that a comparator means for a parameter in normal form.
pub(super) fn resolve(direction: Direction, parameter: &str, ctx: &Context) -> Op {
    let plain = match direction {
        Direction::Greater => return Op::Gt,
        Direction::AtLeast => return Op::Ge,
        Direction::Less => return Op::Lt,
        Direction::AtMost => return Op::Le,
        Direction::Equal => return Op::Eq,
        Direction::Better => Op::Lt,
        Direction::AtLeastAsGood => Op::Le,
        Direction::NoBetter => Op::Ge,
        Direction::Worse => Op::Gt,
    };
    if ctx.lexicon.better_is_greater(parameter) { plain.mirrored() } else { plain }
}

fn limit(raw: &RawLimit, parameter: &str, ctx: &Context) -> Limit {
    // A purity stated in parts per million is a share of impurities: better is smaller.
    let share_of_impurities = raw.quantity.unit.symbol().starts_with("pp");
    let plain = raw.direction.map_or(Op::Eq, |d| resolve(d, if share_of_impurities { "" } else { parameter }, ctx));
    let graded =
        raw.direction.is_some_and(|d| matches!(d, Direction::Better | Direction::AtLeastAsGood | Direction::NoBetter | Direction::Worse));
    let op =
        if graded && is_share_of_half(&raw.quantity) && ctx.lexicon.better_is_greater_share(parameter) { plain.mirrored() } else { plain };
    Limit { op, quantity: raw.quantity.clone(), alternatives: raw.alternatives.clone() }
}

/// Whether a value is a percentage of fifty or more.
fn is_share_of_half(quantity: &Quantity) -> bool {
    quantity.unit.symbol().ends_with('%') && quantity.number.value() >= Number::from_integer(50).value()
}

/// A group's limits on a parameter.
pub(super) fn constraint(group: &Group, parameter: &str, ctx: &Context) -> Constraint {
    Constraint { limits: group.limits.iter().map(|l| limit(l, parameter, ctx)).collect() }
}

/// The normal form of a group's limits: operators and values in the base unit, in an order of their own.
pub(super) fn normal_form(group: &Group, parameter: &str, ctx: &Context) -> String {
    let limits = constraint(group, parameter, ctx).limits;
    let mut texts: Vec<String> = limits.iter().map(|l| format!("{}{} {}", l.op, l.quantity.base(), l.quantity.unit.dimension())).collect();
    texts.sort();
    texts.extend(group.tails.iter().cloned());
    texts.join(" ")
}
