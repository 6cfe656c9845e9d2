//! The values that two limits on one parameter hold, brought to one unit, for a reader to see side by side.

use concord_model::{Condition, Limits};
use concord_quantity::{BigRational, Bound, Constraint, Domain, Interval, IntervalSet, Number, Unit};
use serde::{Deserialize, Serialize};

use crate::pair::conditions::{domain, snapped, values};

/// The values that the two sides hold, in one unit, and those that one side alone holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueSets {
    /// Symbol of the unit of every value: the first that the left side prints, else the right side; empty for plain numbers.
    pub unit: String,
    /// What the left side holds.
    pub left: Vec<Stretch>,
    /// What the right side holds.
    pub right: Vec<Stretch>,
    /// What the left side holds and the right one does not, equal ends within printed rounding taken as one.
    pub only_left: Vec<Stretch>,
    /// What the right side holds and the left one does not.
    pub only_right: Vec<Stretch>,
}

/// A connected set of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Where it begins; none if it has no lower end.
    pub low: Option<End>,
    /// Where it ends; none if it has no upper end.
    pub high: Option<End>,
}

impl Stretch {
    /// Whether a value, in the unit of the sets, lies in it.
    pub fn holds(&self, value: &BigRational) -> bool {
        let above = self.low.as_ref().is_none_or(|end| if end.closed { *value >= end.value } else { *value > end.value });
        above && self.high.as_ref().is_none_or(|end| if end.closed { *value <= end.value } else { *value < end.value })
    }
}

/// One end of a stretch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The value in the unit of the sets.
    pub value: BigRational,
    /// The value with its unit, as the text prints it.
    pub printed: String,
    /// Whether the value itself belongs to the stretch.
    pub closed: bool,
}

impl ValueSets {
    /// The values that two conditions on one parameter hold. A side without a condition holds every value.
    ///
    /// `None` where there is nothing to show on one axis: a limit by reference or formula, units that do not convert into each other, or no limit.
    pub fn of(left: Option<&Condition>, right: Option<&Condition>) -> Option<Self> {
        let (a, b) = (constraint(left)?, constraint(right)?);
        let first = a.or(b)?.limits.first()?;
        let dimension = first.quantity.unit.dimension();
        if [a, b].into_iter().flatten().any(|c| c.dimension() != Some(dimension)) {
            return None;
        }
        let unit = &first.quantity.unit;
        let whole = [left, right].into_iter().flatten().any(|c| domain(c) == Domain::Integer) || unit.domain() == Domain::Integer;
        let domain = if whole { Domain::Integer } else { Domain::Real };
        let snapped = b.map(|b| a.map_or_else(|| b.clone(), |a| snapped(b, a)));
        let set = |c: Option<&Constraint>| c.map_or_else(IntervalSet::all, values).in_domain(domain);
        let (x, y) = (set(a), set(snapped.as_ref()));
        let printed: Vec<(BigRational, String)> = [a, snapped.as_ref(), b]
            .into_iter()
            .flatten()
            .flat_map(|c| &c.limits)
            .map(|limit| (limit.quantity.base(), limit.quantity.to_string()))
            .collect();
        let axis = Axis { unit, printed: &printed, domain };
        Some(Self {
            unit: unit.symbol().to_owned(),
            left: axis.stretches(&plain(a)),
            right: axis.stretches(&plain(snapped.as_ref())),
            only_left: axis.whole_stretches(&x.difference(&y)),
            only_right: axis.whole_stretches(&y.difference(&x)),
        })
    }

    /// A quantity such as `5 µm`, in the unit of the sets; `None` if it does not convert into it.
    pub fn value(&self, quantity: &str) -> Option<BigRational> {
        let read = Constraint::parse(&format!("=={quantity}")).ok()?;
        let quantity = &read.limits.first()?.quantity;
        let unit = Unit::parse(&self.unit);
        (quantity.unit.dimension() == unit.dimension()).then(|| in_unit(&quantity.base(), &unit))
    }
}

/// The limits of a condition: `Some(None)` for no condition, `None` for one that has no place on an axis.
#[expect(clippy::option_option, reason = "no condition and no place on an axis are two things")]
fn constraint(condition: Option<&Condition>) -> Option<Option<&Constraint>> {
    match condition.map(|c| &c.limits) {
        None => Some(None),
        Some(Limits::Quantities(constraint)) => Some(Some(constraint)),
        Some(Limits::Symbolic { .. } | Limits::Formula { .. }) => None,
    }
}

/// The values of a constraint with the ends that it prints, whatever the domain.
fn plain(constraint: Option<&Constraint>) -> IntervalSet {
    let limits = constraint.iter().flat_map(|c| &c.limits);
    limits.fold(IntervalSet::all(), |set, limit| set.intersection(&IntervalSet::from_limit(limit.op, limit.quantity.base())))
}

fn in_unit(base: &BigRational, unit: &Unit) -> BigRational {
    (base - unit.offset()) / unit.factor()
}

struct Axis<'a> {
    unit: &'a Unit,
    /// What the texts print, by value in the base unit.
    printed: &'a [(BigRational, String)],
    domain: Domain,
}

impl Axis<'_> {
    fn stretches(&self, set: &IntervalSet) -> Vec<Stretch> {
        let stretch = |i: &Interval| Stretch { low: self.end(&i.low), high: self.end(&i.high) };
        set.intervals().iter().map(stretch).collect()
    }

    /// Stretches of a set in the form of the domain: over the whole numbers its upper ends are open, and the last number inside is shown.
    fn whole_stretches(&self, set: &IntervalSet) -> Vec<Stretch> {
        let last_inside = |bound: &Bound| match (self.domain, bound) {
            (Domain::Integer, Bound::Open(v)) => Bound::Closed(v - BigRational::from_integer(1.into())),
            (_, bound) => bound.clone(),
        };
        let stretch = |i: &Interval| Stretch { low: self.end(&i.low), high: self.end(&last_inside(&i.high)) };
        set.intervals().iter().map(stretch).collect()
    }

    fn end(&self, bound: &Bound) -> Option<End> {
        let base = bound.value()?;
        let value = in_unit(base, self.unit);
        let printed = self.printed.iter().find(|(known, _)| known == base).map(|(_, text)| text.clone());
        let printed = printed.unwrap_or_else(|| {
            let number = Number::exact(value.clone());
            format!("{} {}", number.to_decimal().unwrap_or_else(|| number.to_string()), self.unit).trim_end().to_owned()
        });
        Some(End { value, printed, closed: matches!(bound, Bound::Closed(_)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(parameter: &str, limits: &str) -> Condition {
        Condition {
            parameter: parameter.to_owned(),
            settings: Vec::new(),
            limits: Limits::Quantities(Constraint::parse(limits).unwrap()),
            inherited: false,
        }
    }

    fn sets(parameter: &str, left: &str, right: &str) -> ValueSets {
        ValueSets::of(Some(&condition(parameter, left)), Some(&condition(parameter, right))).unwrap()
    }

    fn words(stretches: &[Stretch]) -> String {
        let end = |end: &Option<End>, closed: &str, open: &str| match end {
            None => "..".to_owned(),
            Some(end) => format!("{}{}", if end.closed { closed } else { open }, end.printed),
        };
        stretches
            .iter()
            .map(|s| format!("{} {}", end(&s.low, "from ", "above "), end(&s.high, "to ", "below ")))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn the_wider_side_alone_holds_what_lies_between_the_limits() {
        let sets = sets("positioning accuracy", "<=6 µm", "<4.5 µm");
        assert_eq!((words(&sets.left), words(&sets.right)), (".. to 6 µm".to_owned(), ".. below 4.5 µm".to_owned()));
        assert_eq!((words(&sets.only_left), words(&sets.only_right)), ("from 4.5 µm to 6 µm".to_owned(), String::new()));
    }

    #[test]
    fn units_are_brought_to_the_first_one_and_prints_are_kept() {
        let sets = sets("weight", ">2 kg", ">1500 g");
        assert_eq!((sets.unit.as_str(), words(&sets.only_right).as_str()), ("kg", "above 1500 g to 2 kg"));
        assert_eq!(sets.right[0].low.as_ref().unwrap().value, BigRational::new(3.into(), 2.into()));
        assert_eq!(sets.value("1.8 kg"), Some(BigRational::new(9.into(), 5.into())));
        assert_eq!(sets.value("1.8 m"), None);
    }

    #[test]
    fn ends_equal_as_printed_leave_nothing_between_them() {
        let sets = sets("temperature", "<=398 K", "<=125 °C");
        assert_eq!((words(&sets.only_left), words(&sets.only_right)), (String::new(), String::new()));
    }

    #[test]
    fn whole_numbers_leave_the_numbers_in_between() {
        let sets = sets("number of axes", ">4", ">=7");
        assert_eq!(words(&sets.left), "above 4 ..");
        assert_eq!(words(&sets.only_left), "from 5 to 6");
    }

    #[test]
    fn no_condition_holds_every_value_and_other_units_have_no_common_axis() {
        let limited = condition("range", ">=300 km");
        let sets = ValueSets::of(None, Some(&limited)).unwrap();
        assert_eq!((words(&sets.left).as_str(), words(&sets.only_left).as_str()), (".. ..", ".. below 300 km"));
        assert_eq!(ValueSets::of(Some(&condition("range", ">=500 kg")), Some(&limited)), None);
        assert_eq!(ValueSets::of(None, None), None);
    }
}
