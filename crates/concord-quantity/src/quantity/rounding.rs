//! Equality within printed rounding.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

use super::Quantity;
use crate::number::power_of_ten;

/// Rounding may move a value by at most one part in this many.
const LARGEST_SHARE: i32 = 20;
/// Levels are compared with at most this many decimals, and linear values of at most this many bits, which bounds the powers taken.
const LEVEL_DECIMALS: i32 = 3;
const LINEAR_BITS: u64 = 256;

pub(super) fn equal(a: &Quantity, b: &Quantity) -> bool {
    if a.unit.dimension() == b.unit.dimension() {
        return a.base() == b.base() || (may_round(a, b) && (rounds_to(a, b) || rounds_to(b, a)));
    }
    is_level_of(a, b) || is_level_of(b, a)
}

/// Whether a conversion between the two units can call for rounding: their factors do not differ by a power of ten alone.
fn may_round(a: &Quantity, b: &Quantity) -> bool {
    a.unit.offset() != b.unit.offset() || !is_power_of_ten(&(a.unit.factor() / b.unit.factor()))
}

fn is_power_of_ten(value: &BigRational) -> bool {
    let digits = if value.numer().is_one() { value.denom() } else { value.numer() };
    let text = digits.to_string();
    (value.numer().is_one() || value.denom().is_one()) && text.starts_with('1') && text.bytes().skip(1).all(|b| b == b'0')
}

/// Whether `from`, converted to the unit of `to`, rounds to the digits that `to` prints.
fn rounds_to(from: &Quantity, to: &Quantity) -> bool {
    let (from, target) = (from.base(), to.base());
    let moved = (&from - &target).abs();
    let largest = from.abs().max(target.abs());
    moved <= to.half_step_base() && moved * whole(LARGEST_SHARE) <= largest
}

/// Whether `level` is 10 log10 of `linear` over the level's reference, within the rounding of either.
fn is_level_of(level: &Quantity, linear: &Quantity) -> bool {
    let Some((dimension, reference)) = level.unit.level() else { return false };
    if dimension != linear.unit.dimension() || !linear.base().is_positive() {
        return false;
    }
    let bels = level.number.value() / whole(10);
    let step = level.number.half_step() / whole(10);
    let ratio = linear.base() / reference;
    if within(&(&bels - &step), &ratio, &(&bels + &step)) {
        return true;
    }
    // The other way round: the linear value is the rounded one.
    let moved = linear.half_step_base().min(linear.base() / whole(LARGEST_SHARE)) / reference;
    at_most(&(&ratio - &moved), &bels) && at_least(&(&ratio + &moved), &bels)
}

/// `10^low <= ratio <= 10^high`.
fn within(low: &BigRational, ratio: &BigRational, high: &BigRational) -> bool {
    at_least(ratio, low) && at_most(ratio, high)
}

fn at_least(ratio: &BigRational, bels: &BigRational) -> bool {
    compare(ratio, bels).is_some_and(std::cmp::Ordering::is_ge)
}

fn at_most(ratio: &BigRational, bels: &BigRational) -> bool {
    compare(ratio, bels).is_some_and(std::cmp::Ordering::is_le)
}

/// Compares `ratio` with `10^bels` exactly: `ratio^q` with `10^p` for `bels = p/q`. `None` where the powers would be too large.
fn compare(ratio: &BigRational, bels: &BigRational) -> Option<std::cmp::Ordering> {
    if !ratio.is_positive() {
        return Some(std::cmp::Ordering::Less);
    }
    let largest_root = power_of_ten(LEVEL_DECIMALS.unsigned_abs() + 1) * BigInt::from(2);
    if bels.denom() > &largest_root || ratio.numer().bits().max(ratio.denom().bits()) > LINEAR_BITS {
        return None;
    }
    let (p, q) = (bels.numer().to_i32()?, bels.denom().to_u32()?);
    let ten = power_of_ten(Some(p.unsigned_abs()).filter(|p| *p <= q.saturating_mul(100))?);
    let (above, below) = (ratio.numer().pow(q), ratio.denom().pow(q));
    Some(if p >= 0 { above.cmp(&(below * ten)) } else { (above * ten).cmp(&below) })
}

fn whole(value: i32) -> BigRational {
    BigRational::from_integer(BigInt::from(value))
}
