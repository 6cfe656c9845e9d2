//! Picking one readable number out of a set, for witnesses.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::IntervalSet;
use crate::{Bound, Domain, Interval};

impl IntervalSet {
    /// A number of the set that reads well: the end of an interval where that is inside, else a number of few digits near it.
    ///
    /// `None` if the set holds no number of the domain. Of several intervals the first that holds one decides.
    pub fn sample(&self, domain: Domain) -> Option<BigRational> {
        match domain {
            Domain::Real => self.intervals().first().map(sample_real),
            Domain::Integer => self.in_domain(domain).intervals().iter().find_map(sample_integer),
        }
    }
}

/// A whole number of an interval of the form `[a, b)`.
fn sample_integer(interval: &Interval) -> Option<BigRational> {
    let value = match (&interval.low, &interval.high) {
        (Bound::Open(a) | Bound::Closed(a), _) => a.ceil(),
        (Bound::Unbounded, Bound::Open(b) | Bound::Closed(b)) => b.ceil() - BigRational::one(),
        (Bound::Unbounded, Bound::Unbounded) => BigRational::one(),
    };
    interval.contains(&value).then_some(value)
}

fn sample_real(interval: &Interval) -> BigRational {
    let two = BigRational::from_integer(BigInt::from(2));
    match (&interval.low, &interval.high) {
        (Bound::Closed(a), _) => a.clone(),
        (_, Bound::Closed(b)) => b.clone(),
        (Bound::Unbounded, Bound::Unbounded) => BigRational::one(),
        (Bound::Open(a), Bound::Unbounded) if a.is_zero() => BigRational::one(),
        (Bound::Open(a), Bound::Unbounded) if a.is_negative() => roundest_between(a, &(a / two)),
        (Bound::Open(a), Bound::Unbounded) => roundest_between(a, &(a * two)),
        (Bound::Unbounded, Bound::Open(b)) if b.is_zero() => -BigRational::one(),
        (Bound::Unbounded, Bound::Open(b)) if b.is_negative() => roundest_between(&(b * two), b),
        (Bound::Unbounded, Bound::Open(b)) => roundest_between(&(b / two), b),
        (Bound::Open(a), Bound::Open(b)) => roundest_between(a, b),
    }
}

/// The number strictly between `a` and `b` (`a < b`) that is a multiple of the largest power of ten; the smallest of several.
fn roundest_between(a: &BigRational, b: &BigRational) -> BigRational {
    let ten = BigRational::from_integer(BigInt::from(10));
    // Start with a step that is surely too wide, then narrow it: at the latest a step below the width fits.
    let width = b - a;
    let mut step = BigRational::one();
    while step <= width {
        step *= &ten;
    }
    loop {
        let candidate = ((a / &step).floor() + BigRational::one()) * &step;
        if &candidate < b {
            return candidate;
        }
        step /= &ten;
    }
}
