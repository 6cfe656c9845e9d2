//! Changes of limits: the value, the operator, the unit, and a whole condition.

use concord_compare::Direction;
use concord_model::{Condition, Digest, Entry, Expr, Limits, Paragraph};
use concord_quantity::{Constraint, Domain, Number, NumberFormat, Op, Quantity, Unit};
use fastrand::Rng;

use super::mutant::{Expected, Mutant};
use super::scope::Facts;

/// How far a value moves, as a fraction.
const MOVES: [(i64, i64); 4] = [(21, 20), (6, 5), (2, 1), (10, 1)];

/// Units that differ by a power of ten, which a slip could exchange.
const SLIPS: [(&str, &str); 26] = [
    ("Hz", "kHz"),
    ("kHz", "MHz"),
    ("MHz", "GHz"),
    ("GHz", "MHz"),
    ("mm", "cm"),
    ("cm", "mm"),
    ("m", "km"),
    ("km", "m"),
    ("µm", "mm"),
    ("nm", "µm"),
    ("W", "kW"),
    ("kW", "MW"),
    ("mW", "W"),
    ("V", "kV"),
    ("kV", "V"),
    ("Pa", "kPa"),
    ("kPa", "MPa"),
    ("MPa", "kPa"),
    ("g", "kg"),
    ("kg", "g"),
    ("J", "kJ"),
    ("mJ", "J"),
    ("ms", "s"),
    ("s", "ms"),
    ("ns", "µs"),
    ("N", "kN"),
];

/// A place of a limit: paragraph, condition, limit.
type Place = (usize, usize, usize);

/// The limits that one may change and know what it does: no other condition of the paragraph speaks of the parameter.
fn places(entry: &Entry, fits: impl Fn(&concord_quantity::Limit) -> bool) -> Vec<Place> {
    let mut out = Vec::new();
    for (p, paragraph) in entry.paragraphs.iter().enumerate().filter(|(_, p)| !p.reserved) {
        let conditions = paragraph.when.conditions();
        for (c, condition) in conditions.iter().enumerate() {
            let alone = conditions.iter().filter(|o| o.parameter == condition.parameter).count() == 1;
            let Limits::Quantities(constraint) = &condition.limits else { continue };
            let found = constraint.limits.iter().enumerate().filter(|(_, limit)| alone && limit.op != Op::Eq && fits(limit));
            out.extend(found.map(|(l, _)| (p, c, l)));
        }
    }
    out
}

/// Changes one limit; `None` if the values left are none.
fn change(entry: &mut Entry, (p, c, l): Place, change: impl Fn(&mut concord_quantity::Limit) -> Option<Direction>) -> Option<Mutant> {
    let paragraph = entry.paragraphs.get_mut(p)?;
    let mut result = None;
    edit(&mut paragraph.when, c, &mut |condition: &mut Condition| {
        let Limits::Quantities(constraint) = &mut condition.limits else { return };
        let before = constraint.to_string();
        let Some(limit) = constraint.limits.get_mut(l) else { return };
        let direction = change(limit);
        let usable = !values(constraint).is_empty();
        result = direction.filter(|_| usable).map(|d| (d, format!("{} {before} became {constraint}", condition.parameter)));
    });
    let (direction, what) = result?;
    touch(paragraph);
    Some(at(paragraph, direction, what))
}

fn values(constraint: &Constraint) -> concord_quantity::IntervalSet {
    let domain = constraint.limits.first().map_or(Domain::Real, |l| l.quantity.unit.domain());
    constraint.set().in_domain(domain)
}

/// Applies a change to the condition of this number, counted as [`Expr::conditions`] does.
fn edit(expr: &mut Expr, number: usize, change: &mut dyn FnMut(&mut Condition)) {
    fn walk(expr: &mut Expr, left: &mut usize, change: &mut dyn FnMut(&mut Condition)) -> bool {
        match expr {
            Expr::All(parts) | Expr::Any(parts) => parts.iter_mut().any(|p| walk(p, left, change)),
            Expr::Is(condition) if *left == 0 => {
                change(condition);
                true
            }
            Expr::Is(_) => {
                *left -= 1;
                false
            }
        }
    }
    let mut left = number;
    walk(expr, &mut left, change);
}

/// The wording of a changed paragraph is another one.
pub(super) fn touch(paragraph: &mut Paragraph) {
    paragraph.wording = Digest::of(&format!("{} changed", paragraph.wording));
}

/// A change within a paragraph that stays where it is.
pub(super) fn at(paragraph: &Paragraph, direction: Direction, what: String) -> Mutant {
    let code = Some(paragraph.code.clone());
    Mutant { entry: paragraph.code.entry(), left: code.clone(), right: code, expected: Expected::Finding(direction), what }
}

/// Which list controls more where a limit of the right one stands higher or lower than that of the left one.
fn stricter(op: Op, higher: bool) -> Direction {
    let lower_bound = matches!(op, Op::Gt | Op::Ge);
    if lower_bound == higher { Direction::LeftStricter } else { Direction::RightStricter }
}

/// Moves a value up or down.
pub(super) fn threshold(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let zero = num_rational::BigRational::from_integer(0.into());
    let place = rng.choice(places(entry, |l| *l.quantity.number.value() > zero))?;
    let (up, (numerator, denominator)) = (rng.bool(), rng.choice(MOVES)?);
    let factor = num_rational::BigRational::new(numerator.into(), denominator.into());
    change(entry, place, |limit| {
        let old = limit.quantity.number.value();
        let mut new = if up { old * &factor } else { old / &factor };
        if limit.quantity.unit.domain() == Domain::Integer {
            new = if up { (old * &factor).ceil() } else { (old / &factor).floor() };
        }
        if new == *old {
            return None;
        }
        // A value that a decimal prints keeps the precision of its digits; any other is exact.
        let exact = Number::exact(new.clone());
        let number = match exact.to_decimal() {
            Some(text) => Number::parse(&text, &NumberFormat::POINT).ok()?,
            None => exact,
        };
        limit.quantity = Quantity::new(number, limit.quantity.unit.clone());
        limit.alternatives.clear();
        Some(stricter(limit.op, up))
    })
}

/// Takes the limit itself in, or out.
pub(super) fn operator(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let place = rng.choice(places(entry, |_| true))?;
    change(entry, place, |limit| {
        let (op, direction) = match limit.op {
            Op::Gt => (Op::Ge, Direction::RightStricter),
            Op::Lt => (Op::Le, Direction::RightStricter),
            Op::Ge => (Op::Gt, Direction::LeftStricter),
            Op::Le => (Op::Lt, Direction::LeftStricter),
            Op::Eq => return None,
        };
        limit.op = op;
        Some(direction)
    })
}

/// Exchanges the unit for one a power of ten away.
pub(super) fn unit(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let slip = |limit: &concord_quantity::Limit| SLIPS.iter().find(|(from, _)| *from == limit.quantity.unit.symbol()).map(|(_, to)| *to);
    let zero = num_rational::BigRational::from_integer(0.into());
    let place = rng.choice(places(entry, |l| slip(l).is_some() && *l.quantity.number.value() > zero))?;
    change(entry, place, |limit| {
        let changed = Quantity::new(limit.quantity.number.clone(), Unit::parse(slip(limit)?));
        let higher = changed.base() > limit.quantity.base();
        limit.quantity = changed;
        limit.alternatives.clear();
        Some(stricter(limit.op, higher))
    })
}

/// Drops a condition of a paragraph that says something else as well.
pub(super) fn condition_dropped(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let mut found = Vec::new();
    for (p, paragraph) in entry.paragraphs.iter().enumerate().filter(|(_, p)| !p.reserved) {
        let Expr::All(parts) = &paragraph.when else { continue };
        if paragraph.subject.is_empty() && parts.len() < 2 {
            continue;
        }
        let single = parts.iter().enumerate().filter(|(_, part)| matches!(part, Expr::Is(Condition { limits: Limits::Quantities(_), .. })));
        found.extend(single.map(|(at, _)| (p, at)));
    }
    let (p, part) = rng.choice(found)?;
    let paragraph = entry.paragraphs.get_mut(p)?;
    let Expr::All(parts) = &mut paragraph.when else { return None };
    let Expr::Is(gone) = parts.remove(part) else { return None };
    touch(paragraph);
    Some(at(paragraph, Direction::RightStricter, format!("the condition on {} dropped", gone.parameter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_lower_bound_controls_less() {
        assert_eq!(stricter(Op::Gt, true), Direction::LeftStricter);
        assert_eq!(stricter(Op::Le, true), Direction::RightStricter);
        assert_eq!(stricter(Op::Ge, false), Direction::RightStricter);
    }
}
