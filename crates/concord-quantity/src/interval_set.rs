//! Sets of intervals, in a normal form in which equality is equality of sets.

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::{Bound, Domain, Interval, Op};

mod sample;

/// A set of numbers: sorted intervals, none empty, no two of which touch. `==` is equality of sets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Interval>", into = "Vec<Interval>")]
pub struct IntervalSet(Vec<Interval>);

impl From<Vec<Interval>> for IntervalSet {
    /// The union of the intervals, in any order, empty ones allowed.
    fn from(mut intervals: Vec<Interval>) -> Self {
        intervals.retain(|i| !i.is_empty());
        intervals.sort_by(|a, b| a.low.cmp_low(&b.low));
        let mut out: Vec<Interval> = Vec::with_capacity(intervals.len());
        for next in intervals {
            match out.last_mut() {
                Some(last) if last.reaches(&next) => {
                    if next.high.cmp_high(&last.high).is_gt() {
                        last.high = next.high;
                    }
                }
                _ => out.push(next),
            }
        }
        Self(out)
    }
}

impl From<IntervalSet> for Vec<Interval> {
    fn from(set: IntervalSet) -> Self {
        set.0
    }
}

impl IntervalSet {
    /// No number.
    pub const fn empty() -> Self {
        Self(Vec::new())
    }

    /// Every number.
    pub fn all() -> Self {
        Self(vec![Interval::all()])
    }

    /// The numbers that compare with `limit` in this way.
    pub fn from_limit(op: Op, limit: BigRational) -> Self {
        Self(vec![Interval::from_limit(op, limit)])
    }

    /// Its intervals, in ascending order, none touching another.
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// Whether it holds no number.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it holds every number.
    pub fn is_all(&self) -> bool {
        matches!(self.0.as_slice(), [Interval { low: Bound::Unbounded, high: Bound::Unbounded }])
    }

    /// Whether it holds `value`.
    pub fn contains(&self, value: &BigRational) -> bool {
        self.0.iter().any(|i| i.contains(value))
    }

    /// The numbers in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::from([self.0.as_slice(), other.0.as_slice()].concat())
    }

    /// The numbers in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut out = Vec::new();
        let (mut left, mut right) = (self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let both = a.intersection(b);
            let left_ends_first = a.high.cmp_high(&b.high).is_lt();
            if !both.is_empty() {
                out.push(both);
            }
            if left_ends_first {
                left.next();
            } else {
                right.next();
            }
        }
        Self(out)
    }

    /// The numbers outside.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut out = Vec::with_capacity(self.0.len() + 1);
        let mut low = Bound::Unbounded;
        let mut open = true;
        for interval in &self.0 {
            if interval.low != Bound::Unbounded {
                out.push(Interval { low, high: interval.low.flipped() });
            }
            low = interval.high.flipped();
            open = low != Bound::Unbounded;
        }
        if open {
            out.push(Interval { low, high: Bound::Unbounded });
        }
        Self(out)
    }

    /// The numbers in this set and not in `other`.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.intersection(&other.complement())
    }

    /// Whether every number of this set is in `other`.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.0.iter().all(|i| other.0.iter().any(|o| o.low.cmp_low(&i.low).is_le() && i.high.cmp_high(&o.high).is_le()))
    }

    /// The same set as far as the domain can tell.
    ///
    /// Over the integers each interval is widened to the form `[a, b)` with whole ends, so that `> 1500` and `>= 1501` become equal;
    /// union, intersection, difference and complement keep that form.
    #[must_use]
    pub fn in_domain(&self, domain: Domain) -> Self {
        if domain == Domain::Real {
            return self.clone();
        }
        let one = BigRational::from_integer(1.into());
        let low = |bound: &Bound| match bound {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(v) => Bound::Closed(v.ceil()),
            Bound::Open(v) => Bound::Closed(v.floor() + &one),
        };
        let high = |bound: &Bound| match bound {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(v) => Bound::Open(v.floor() + &one),
            Bound::Open(v) => Bound::Open(v.ceil()),
        };
        Self::from(self.0.iter().map(|i| Interval { low: low(&i.low), high: high(&i.high) }).collect::<Vec<_>>())
    }
}
