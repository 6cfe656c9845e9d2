//! Figures in words: counts with separators, shares rounded so that they never claim more than is known.

use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use crate::lang::{Language, Texts};

/// A count with thousands separators: `12,345`.
pub(crate) fn count(n: usize) -> String {
    Language::ENGLISH.count(n)
}

/// `n` of `noun`: `1 finding`, `1,200 findings`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// How a share is rounded to a tenth of a percent.
#[derive(Clone, Copy)]
pub(crate) enum Rounding {
    /// To the lower end: for the low end of a range.
    Down,
    /// To the upper end: for the high end of a range.
    Up,
    /// To the nearest, half up.
    Nearest,
}

/// The share `part / whole` in percent with one decimal; `none` where the whole is empty.
pub(crate) fn percent(part: usize, whole: usize, rounding: Rounding) -> String {
    if whole == 0 {
        return "none".to_owned();
    }
    let (part, whole) = (part as u128 * 1000, whole as u128);
    let tenths = match rounding {
        Rounding::Down => part / whole,
        Rounding::Up => part.div_ceil(whole),
        Rounding::Nearest => (2 * part + whole) / (2 * whole),
    };
    Language::ENGLISH.percent(u64::try_from(tenths).unwrap_or(u64::MAX))
}

/// An exact share in percent with one decimal.
pub(crate) fn percent_of(share: &BigRational, rounding: Rounding) -> String {
    let tenths = share * BigRational::from_integer(1000.into());
    let tenths = match rounding {
        Rounding::Down => tenths.floor(),
        Rounding::Up => tenths.ceil(),
        Rounding::Nearest => tenths.round(),
    };
    Language::ENGLISH.percent(tenths.to_integer().to_u64().unwrap_or_default())
}

/// A range of exact shares, rounded outwards: `61.2% to 70.3%`, one figure where the ends are the same, `none` where there is none.
pub(crate) fn range(low: Option<&BigRational>, high: Option<&BigRational>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => percent_of(low, Rounding::Nearest),
        (Some(low), Some(high)) => format!("{} to {}", percent_of(low, Rounding::Down), percent_of(high, Rounding::Up)),
        _ => "none".to_owned(),
    }
}

/// A list in a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn join(parts: &[String]) -> String {
    Texts::of(Language::ENGLISH).join(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_separators() {
        assert_eq!([0, 999, 1000, 1_234_567].map(count), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn ranges_round_outwards() {
        assert_eq!(percent(2, 3, Rounding::Down), "66.6%");
        assert_eq!(percent(2, 3, Rounding::Up), "66.7%");
        assert_eq!(percent(1, 2000, Rounding::Nearest), "0.1%");
        assert_eq!(percent(1999, 2000, Rounding::Down), "99.9%");
        assert_eq!(percent(5, 5, Rounding::Up), "100%");
        assert_eq!(percent(0, 0, Rounding::Up), "none");
    }

    #[test]
    fn exact_shares_round_outwards() {
        let share = |n: i64, d: i64| BigRational::new(n.into(), d.into());
        assert_eq!(range(Some(&share(1, 3)), Some(&share(2, 3))), "33.3% to 66.7%");
        assert_eq!(range(Some(&share(1, 2)), Some(&share(1, 2))), "50%");
        assert_eq!(range(None, None), "none");
    }

    #[test]
    fn lists_read_as_sentences() {
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!([join(&parts[..1]), join(&parts[..2]), join(&parts)], ["a", "a and b", "a, b and c"]);
    }
}
