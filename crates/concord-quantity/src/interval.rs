//! Intervals of exact numbers.

use std::cmp::Ordering;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::Op;

/// One end of an interval.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// The interval has no end on this side.
    Unbounded,
    /// It ends before this value, which is outside.
    Open(BigRational),
    /// It ends at this value, which is inside.
    Closed(BigRational),
}

impl Bound {
    /// The value at the end; `None` where there is no end.
    pub fn value(&self) -> Option<&BigRational> {
        match self {
            Self::Unbounded => None,
            Self::Open(v) | Self::Closed(v) => Some(v),
        }
    }

    /// The end on the same side of what lies beyond: an open end where this one is closed.
    pub(crate) fn flipped(&self) -> Self {
        match self {
            Self::Unbounded => Self::Unbounded,
            Self::Open(v) => Self::Closed(v.clone()),
            Self::Closed(v) => Self::Open(v.clone()),
        }
    }

    /// Compares two lower ends: the one that lets in smaller values comes first.
    pub(crate) fn cmp_low(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Unbounded, Self::Unbounded) => Ordering::Equal,
            (Self::Unbounded, _) => Ordering::Less,
            (_, Self::Unbounded) => Ordering::Greater,
            (Self::Open(a) | Self::Closed(a), Self::Open(b) | Self::Closed(b)) => {
                a.cmp(b).then_with(|| matches!(self, Self::Open(_)).cmp(&matches!(other, Self::Open(_))))
            }
        }
    }

    /// Compares two upper ends: the one that lets in larger values comes last.
    pub(crate) fn cmp_high(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Unbounded, Self::Unbounded) => Ordering::Equal,
            (Self::Unbounded, _) => Ordering::Greater,
            (_, Self::Unbounded) => Ordering::Less,
            (Self::Open(a) | Self::Closed(a), Self::Open(b) | Self::Closed(b)) => {
                a.cmp(b).then_with(|| matches!(self, Self::Closed(_)).cmp(&matches!(other, Self::Closed(_))))
            }
        }
    }
}

/// A connected set of numbers. It may be empty; an [`crate::IntervalSet`] never holds an empty one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: Bound,
    /// The upper end.
    pub high: Bound,
}

impl Interval {
    /// Every number.
    pub const fn all() -> Self {
        Self { low: Bound::Unbounded, high: Bound::Unbounded }
    }

    /// The numbers that compare with `limit` in this way.
    pub fn from_limit(op: Op, limit: BigRational) -> Self {
        match op {
            Op::Gt => Self { low: Bound::Open(limit), high: Bound::Unbounded },
            Op::Ge => Self { low: Bound::Closed(limit), high: Bound::Unbounded },
            Op::Lt => Self { low: Bound::Unbounded, high: Bound::Open(limit) },
            Op::Le => Self { low: Bound::Unbounded, high: Bound::Closed(limit) },
            Op::Eq => Self { low: Bound::Closed(limit.clone()), high: Bound::Closed(limit) },
        }
    }

    /// Whether it holds no number.
    pub fn is_empty(&self) -> bool {
        match (&self.low, &self.high) {
            (Bound::Closed(a), Bound::Closed(b)) => a > b,
            (Bound::Open(a) | Bound::Closed(a), Bound::Open(b) | Bound::Closed(b)) => a >= b,
            _ => false,
        }
    }

    /// Whether it holds `value`.
    pub fn contains(&self, value: &BigRational) -> bool {
        let above = match &self.low {
            Bound::Unbounded => true,
            Bound::Open(a) => value > a,
            Bound::Closed(a) => value >= a,
        };
        above
            && match &self.high {
                Bound::Unbounded => true,
                Bound::Open(b) => value < b,
                Bound::Closed(b) => value <= b,
            }
    }

    /// The numbers in both; it may be empty.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let low = if self.low.cmp_low(&other.low).is_ge() { &self.low } else { &other.low };
        let high = if self.high.cmp_high(&other.high).is_le() { &self.high } else { &other.high };
        Self { low: low.clone(), high: high.clone() }
    }

    /// Whether nothing lies between the end of this interval and the start of `next`, so that their union is connected.
    pub(crate) fn reaches(&self, next: &Self) -> bool {
        match (&self.high, &next.low) {
            (Bound::Open(a), Bound::Open(b)) => a > b,
            (Bound::Open(a) | Bound::Closed(a), Bound::Open(b) | Bound::Closed(b)) => a >= b,
            _ => true,
        }
    }
}
