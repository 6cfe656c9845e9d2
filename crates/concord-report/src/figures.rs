//! Figures in words: shares rounded so that they never claim more than is known.

use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use crate::lang::Texts;

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
pub(crate) fn percent(part: usize, whole: usize, rounding: Rounding, texts: &Texts) -> String {
    if whole == 0 {
        return texts.get("share-none", &[]);
    }
    let (part, whole) = (part as u128 * 1000, whole as u128);
    let tenths = match rounding {
        Rounding::Down => part / whole,
        Rounding::Up => part.div_ceil(whole),
        Rounding::Nearest => (2 * part + whole) / (2 * whole),
    };
    texts.language().percent(u64::try_from(tenths).unwrap_or(u64::MAX))
}

/// An exact share in percent with one decimal.
pub(crate) fn percent_of(share: &BigRational, rounding: Rounding, texts: &Texts) -> String {
    let tenths = share * BigRational::from_integer(1000.into());
    let tenths = match rounding {
        Rounding::Down => tenths.floor(),
        Rounding::Up => tenths.ceil(),
        Rounding::Nearest => tenths.round(),
    };
    texts.language().percent(tenths.to_integer().to_u64().unwrap_or_default())
}

/// A range of exact shares, rounded outwards: `61.2% to 70.3%`, one figure where the ends are the same, `none` where there is none.
pub(crate) fn range(low: Option<&BigRational>, high: Option<&BigRational>, texts: &Texts) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => percent_of(low, Rounding::Nearest, texts),
        (Some(low), Some(high)) => {
            let ends = [("low", percent_of(low, Rounding::Down, texts).into()), ("high", percent_of(high, Rounding::Up, texts).into())];
            texts.get("share-range", &ends)
        }
        _ => texts.get("share-none", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    fn english() -> &'static Texts {
        Texts::of(Language::ENGLISH)
    }

    #[test]
    fn ranges_round_outwards() {
        assert_eq!(percent(2, 3, Rounding::Down, english()), "66.6%");
        assert_eq!(percent(2, 3, Rounding::Up, english()), "66.7%");
        assert_eq!(percent(1, 2000, Rounding::Nearest, english()), "0.1%");
        assert_eq!(percent(1999, 2000, Rounding::Down, english()), "99.9%");
        assert_eq!(percent(5, 5, Rounding::Up, english()), "100%");
        assert_eq!(percent(0, 0, Rounding::Up, english()), "none");
    }

    #[test]
    fn exact_shares_round_outwards() {
        let share = |n: i64, d: i64| BigRational::new(n.into(), d.into());
        let french = Texts::of(Language::from_code("fr").unwrap());
        assert_eq!(range(Some(&share(1, 3)), Some(&share(2, 3)), english()), "33.3% to 66.7%");
        assert_eq!(range(Some(&share(1, 3)), Some(&share(2, 3)), french), "33,3\u{202f}% à 66,7\u{202f}%");
        assert_eq!(range(Some(&share(1, 2)), Some(&share(1, 2)), english()), "50%");
        assert_eq!(range(None, None, english()), "none");
    }
}
