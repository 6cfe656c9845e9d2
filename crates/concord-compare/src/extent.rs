//! The values of one parameter that two sides control, on one axis: what a picture of a difference of limits is drawn from.

use concord_model::{Condition, Limits};
use concord_quantity::{Bound, Constraint, IntervalSet, Limit, Number, Quantity, Unit};
use num_rational::BigRational;
use num_traits::Zero as _;
use serde::{Deserialize, Serialize};

use crate::observation::{Kind, Observation};
use crate::pair::conditions::{domain, same_parameter, snapped, values};
use crate::pair::name;
use crate::{Direction, Witness};

/// The values of one parameter that each side controls, all in one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// The parameter with the settings in which it is measured.
    pub parameter: String,
    /// The unit of every exact value: the one printed first; empty for a pure number.
    pub unit: String,
    /// The values that the left side controls.
    pub left: Vec<Span>,
    /// The values that the right side controls.
    pub right: Vec<Span>,
    /// The values that only the left side controls.
    pub only_left: Vec<Span>,
    /// The values that only the right side controls.
    pub only_right: Vec<Span>,
    /// The values of the witnesses.
    pub witnesses: Vec<Mark>,
}

/// Connected values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The lower end; none where it has none.
    pub low: Option<End>,
    /// The upper end; none where it has none.
    pub high: Option<End>,
}

/// An end of connected values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Its exact value in the unit of the extent.
    pub value: BigRational,
    /// Whether the value itself is inside.
    pub closed: bool,
    /// The limit as the text prints it, with its unit.
    pub printed: String,
}

/// The value of a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its exact value in the unit of the extent.
    pub value: BigRational,
    /// The value with its unit.
    pub printed: String,
    /// `left` or `right`: the side that lists the item.
    pub listed_on: String,
}

/// The extent of an observation about limits on one parameter; none where the limits do not compare as numbers.
pub(crate) fn extent(observation: &Observation, witnesses: &[Witness]) -> Option<Extent> {
    let (left, right) = (observation.conditions.0.as_ref(), observation.conditions.1.as_ref());
    let any = Constraint::default();
    let (l, r) = match (left, right) {
        (Some(a), Some(b)) if same_parameter(a, b) && a.settings == b.settings => (numbers(a)?, numbers(b)?),
        // What one side alone limits is unlimited on the other, if that much is known.
        (Some(a), None) if says_nothing_else(observation) => (numbers(a)?, &any),
        (None, Some(b)) if says_nothing_else(observation) => (&any, numbers(b)?),
        _ => return None,
    };
    let governs = l.limits.first().or(r.limits.first())?;
    let dimension = governs.quantity.unit.dimension();
    if l.limits.iter().chain(&r.limits).any(|limit| limit.quantity.unit.dimension() != dimension) {
        return None;
    }
    let scale = Scale(&governs.quantity.unit);
    if scale.0.factor().is_zero() {
        return None;
    }
    let domain = domain(left.or(right)?);
    let met = snapped(r, l);
    let (x, y) = (values(l).in_domain(domain), values(&met).in_domain(domain));
    let printed = || l.limits.iter().map(own).chain(met.limits.iter().zip(&r.limits).map(|(met, own)| (met.quantity.base(), own)));
    let (of_left, of_right): (Vec<_>, Vec<_>) = (l.limits.iter().map(own).collect(), printed().skip(l.limits.len()).collect());
    let both: Vec<_> = printed().collect();
    Some(Extent {
        parameter: name(left.or(right)?),
        unit: scale.0.symbol().to_owned(),
        only_left: spans(&x.difference(&y), &scale, &both),
        only_right: spans(&y.difference(&x), &scale, &both),
        left: spans(&x, &scale, &of_left),
        right: spans(&y, &scale, &of_right),
        witnesses: witnesses.iter().filter_map(|witness| mark(witness, (left, right), &scale)).collect(),
    })
}

/// Whether one condition alone is the whole difference, so that the other side is known to set none.
fn says_nothing_else(observation: &Observation) -> bool {
    observation.kind == Kind::Condition && matches!(observation.direction, Direction::LeftStricter | Direction::RightStricter)
}

fn numbers(condition: &Condition) -> Option<&Constraint> {
    match &condition.limits {
        Limits::Quantities(constraint) if !constraint.limits.is_empty() => Some(constraint),
        _ => None,
    }
}

fn own(limit: &Limit) -> (BigRational, &Limit) {
    (limit.quantity.base(), limit)
}

/// The unit in which values are given.
struct Scale<'a>(&'a Unit);

impl Scale<'_> {
    fn shown(&self, base: &BigRational) -> BigRational {
        (base - self.0.offset()) / self.0.factor()
    }

    fn text(&self, value: &BigRational) -> String {
        let number = Number::exact(value.clone());
        let number = number.to_decimal().unwrap_or_else(|| number.to_string());
        if self.0.symbol().is_empty() { number } else { format!("{number} {}", self.0) }
    }
}

fn spans(set: &IntervalSet, scale: &Scale<'_>, printed: &[(BigRational, &Limit)]) -> Vec<Span> {
    let end = |bound: &Bound| {
        let base = bound.value()?;
        let value = scale.shown(base);
        let limit = printed.iter().find(|(at, _)| at == base);
        let printed = limit.map_or_else(|| scale.text(&value), |(_, limit)| limit.quantity.to_string());
        Some(End { value, closed: matches!(bound, Bound::Closed(_)), printed })
    };
    set.intervals().iter().map(|interval| Span { low: end(&interval.low), high: end(&interval.high) }).collect()
}

/// The witness's value of the parameter at issue.
fn mark(witness: &Witness, conditions: (Option<&Condition>, Option<&Condition>), scale: &Scale<'_>) -> Option<Mark> {
    let about = |parameter: &str| [conditions.0, conditions.1].into_iter().flatten().any(|c| name(c) == parameter);
    let stated = witness.values.iter().find(|value| about(&value.parameter))?;
    let read = Constraint::parse(&format!("=={}", stated.value)).ok()?;
    let quantity: &Quantity = &read.limits.first()?.quantity;
    if quantity.unit.dimension() != scale.0.dimension() {
        return None;
    }
    Some(Mark { value: scale.shown(&quantity.base()), printed: stated.value.clone(), listed_on: witness.listed_on.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WitnessValue;

    fn condition(parameter: &str, limits: &str) -> Condition {
        Condition {
            parameter: parameter.to_owned(),
            settings: Vec::new(),
            limits: Limits::Quantities(Constraint::parse(limits).unwrap()),
            inherited: false,
        }
    }

    fn observed(kind: Kind, left: Option<&str>, right: Option<&str>) -> Observation {
        Observation {
            conditions: (left.map(|l| condition("inside diameter", l)), right.map(|r| condition("inside diameter", r))),
            ..Observation::new(kind, Direction::LeftStricter, None, None)
        }
    }

    fn written(spans: &[Span]) -> Vec<String> {
        let end = |end: &Option<End>| end.as_ref().map_or_else(String::new, |e| format!("{}|{}|{}", e.value, e.closed, e.printed));
        spans.iter().map(|s| format!("{} to {}", end(&s.low), end(&s.high))).collect()
    }

    #[test]
    fn two_limits_stand_on_one_axis_with_the_difference() {
        let witness = Witness {
            item: "tube".to_owned(),
            values: vec![WitnessValue { parameter: "inside diameter".to_owned(), value: "0.5 m".to_owned() }],
            lacks: Vec::new(),
            listed_by: "1A202.a".to_owned(),
            listed_on: "left".to_owned(),
        };
        let found = extent(&observed(Kind::Threshold, Some(">=75 mm <=650 mm"), Some(">=7.5 cm <40 cm")), &[witness]).unwrap();
        assert_eq!((found.parameter.as_str(), found.unit.as_str()), ("inside diameter", "mm"));
        assert_eq!(written(&found.left), ["75|true|75 mm to 650|true|650 mm"]);
        assert_eq!(written(&found.right), ["75|true|7.5 cm to 400|false|40 cm"]);
        assert_eq!(written(&found.only_left), ["400|true|40 cm to 650|true|650 mm"]);
        assert_eq!(written(&found.only_right), [""; 0]);
        assert_eq!((found.witnesses[0].value.to_string(), found.witnesses[0].printed.as_str()), ("500".to_owned(), "0.5 m"));
    }

    #[test]
    fn an_end_that_the_other_side_lacks_stays_open() {
        let found = extent(&observed(Kind::Threshold, Some(">10 mm"), Some("<=20 mm")), &[]).unwrap();
        assert_eq!(written(&found.left), ["10|false|10 mm to "]);
        assert_eq!(written(&found.only_right), [" to 10|true|10 mm"]);
    }

    #[test]
    fn a_condition_of_one_side_is_drawn_only_where_the_other_is_known_to_set_none() {
        let found = extent(&observed(Kind::Condition, None, Some(">=193 mm")), &[]).unwrap();
        assert_eq!(written(&found.left), [" to "]);
        assert_eq!(written(&found.only_left), [" to 193|false|193 mm"]);
        assert_eq!(extent(&observed(Kind::Unproved, None, Some(">=193 mm")), &[]), None);
    }

    #[test]
    fn what_does_not_compare_has_no_extent() {
        assert_eq!(extent(&observed(Kind::Threshold, Some(">10 mm"), Some(">10 kg")), &[]), None);
        let mut other = observed(Kind::Parameter, Some(">10 mm"), Some(">10 mm"));
        other.conditions.1 = Some(condition("outside diameter", ">10 mm"));
        assert_eq!(extent(&other, &[]), None);
    }
}
