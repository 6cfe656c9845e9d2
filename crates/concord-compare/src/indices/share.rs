//! A weighted share with its range.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::{Deserialize, Serialize};

/// What one question can contribute to a share: every outcome that its answers leave possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The attribute.
    pub attribute: String,
    /// Its weight.
    pub weight: u32,
    /// Whether it may fall outside the population.
    pub out: bool,
    /// The least and greatest it can contribute inside the population, between 0 and 1; `None` where it is surely outside.
    pub inside: Option<(BigRational, BigRational)>,
}

impl Part {
    /// Whether its answers leave more than one outcome possible.
    pub fn is_open(&self) -> bool {
        self.inside.as_ref().is_some_and(|(low, high)| self.out || low != high)
    }
}

/// A weighted share over a population of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The least it can be; `None` where the population is surely empty.
    pub low: Option<BigRational>,
    /// The greatest it can be.
    pub high: Option<BigRational>,
    /// The range if any one weight were half as large again or half as small.
    pub sensitivity: Option<(BigRational, BigRational)>,
    /// Questions that belong, or may belong, to the population.
    pub population: usize,
    /// Of these, those that unknown or incomparable answers leave open.
    pub open: usize,
    /// Sum of their weights.
    pub weight: u64,
    /// What each question contributes.
    pub parts: Vec<Part>,
}

/// One question's chosen outcome: its weight, and its part inside the population.
type Chosen = (u32, BigRational);

impl Share {
    /// The share over these questions.
    pub(crate) fn new(parts: Vec<Part>) -> Self {
        let (lowest, highest) = (Rows::new(choose(&parts, false)), Rows::new(choose(&parts, true)));
        let (low, high) = (lowest.ratio(), highest.ratio());
        let sensitivity = match (lowest.moved(false), highest.moved(true)) {
            (Some(low), Some(high)) => Some((low, high)),
            _ => None,
        };
        let inside = || parts.iter().filter(|part| part.inside.is_some());
        Self {
            low: low.clone().or_else(|| high.clone()),
            high: high.or(low),
            sensitivity,
            population: inside().count(),
            open: inside().filter(|part| part.is_open()).count(),
            weight: inside().map(|part| u64::from(part.weight)).sum(),
            parts,
        }
    }
}

/// The outcomes that make the share greatest, or least.
///
/// Adding a question with part 0 never raises a weighted mean and adding one with part 1 never lowers it, so that taking each question's
/// own best outcome is best for all: for the greatest share, inside with 1 if it can be, else outside, else inside with what it can be; where
/// a question can be outside, its inner parts are all 0 or all 1 at the ends.
fn choose(parts: &[Part], greatest: bool) -> Vec<Chosen> {
    let pick = |part: &Part, must: bool| {
        let (low, high) = part.inside.clone()?;
        let (best, limit) = if greatest { (high, BigRational::one()) } else { (low, BigRational::zero()) };
        (must || !part.out || best == limit).then_some((part.weight, best))
    };
    let chosen: Vec<Chosen> = parts.iter().filter_map(|part| pick(part, false)).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    // Nothing is surely inside; the share exists only if some question is inside after all.
    parts.iter().filter_map(|part| pick(part, true)).collect()
}

/// Chosen outcomes in whole numbers: questions of one weight and part are one row, and all are multiplied so that half a weight, and half
/// a weight times its part, are whole.
struct Rows {
    /// Weight, weight times part, and how many questions have them.
    distinct: Vec<(BigInt, BigInt, u32)>,
    whole: BigInt,
    sum: BigInt,
}

impl Rows {
    fn new(mut chosen: Vec<Chosen>) -> Self {
        chosen.sort_by(|a, b| (a.0, a.1.numer(), a.1.denom()).cmp(&(b.0, b.1.numer(), b.1.denom())));
        let groups: Vec<&[Chosen]> = chosen.chunk_by(|a, b| a == b).collect();
        let double = groups.iter().fold(BigInt::one(), |all, group| all.lcm(group[0].1.denom())) * 2;
        let row = |group: &&[Chosen]| {
            let (weight, part) = &group[0];
            let weight = &double * *weight;
            let part = &weight * part.numer() / part.denom();
            (weight, part, u32::try_from(group.len()).unwrap_or(u32::MAX))
        };
        let distinct: Vec<(BigInt, BigInt, u32)> = groups.iter().map(row).collect();
        let whole = distinct.iter().map(|(weight, _, count)| weight * *count).sum();
        let sum = distinct.iter().map(|(_, part, count)| part * *count).sum();
        Self { distinct, whole, sum }
    }

    fn ratio(&self) -> Option<BigRational> {
        (!self.whole.is_zero()).then(|| BigRational::new(self.sum.clone(), self.whole.clone()))
    }

    /// The least or greatest the share becomes if one weight is multiplied by a half or by three halves.
    fn moved(&self, greatest: bool) -> Option<BigRational> {
        if self.whole.is_zero() {
            return None;
        }
        let halves = self.distinct.iter().flat_map(|(weight, part, _)| {
            let (weight, part) = (weight / 2, part / 2);
            [(&self.sum + &part, &self.whole + &weight), (&self.sum - part, &self.whole - weight)]
        });
        // Fractions are compared crosswise; no whole is negative.
        let further = |(a, b): &(BigInt, BigInt), (c, d): &(BigInt, BigInt)| if greatest { a * d > c * b } else { a * d < c * b };
        let end = halves.fold((self.sum.clone(), self.whole.clone()), |end, next| if further(&next, &end) { next } else { end });
        Some(BigRational::new(end.0, end.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(attribute: &str, weight: u32, part: BigRational) -> Part {
        Part { attribute: attribute.to_owned(), weight, out: false, inside: Some((part.clone(), part)) }
    }

    fn fraction(n: i64, d: i64) -> BigRational {
        BigRational::new(n.into(), d.into())
    }

    #[test]
    fn a_share_is_a_weighted_mean_with_the_range_of_what_is_open() {
        let open = Part { attribute: "c".to_owned(), weight: 1, out: false, inside: Some((fraction(0, 1), fraction(1, 1))) };
        let share = Share::new(vec![sure("a", 3, fraction(1, 1)), sure("b", 1, fraction(0, 1)), open]);
        assert_eq!((share.low, share.high), (Some(fraction(3, 5)), Some(fraction(4, 5))));
        assert_eq!((share.population, share.open, share.weight), (3, 1, 5));
        // The heavy question halved: 1.5 / 3.5; the other two halved in turn.
        assert_eq!(share.sensitivity.map(|s| s.0), Some(fraction(3, 7)));
    }

    #[test]
    fn a_question_that_may_be_outside_is_counted_only_where_that_reaches_further() {
        let both = Part { attribute: "b".to_owned(), weight: 1, out: true, inside: Some((fraction(1, 1), fraction(1, 1))) };
        let share = Share::new(vec![sure("a", 1, fraction(0, 1)), both.clone()]);
        assert_eq!((share.low, share.high), (Some(fraction(0, 1)), Some(fraction(1, 2))));
        let alone = Share::new(vec![both]);
        assert_eq!((alone.low, alone.high), (Some(fraction(1, 1)), Some(fraction(1, 1))));
    }

    #[test]
    fn an_empty_population_has_no_share() {
        let share = Share::new(vec![Part { attribute: "a".to_owned(), weight: 1, out: true, inside: None }]);
        assert_eq!((share.low, share.high, share.population), (None, None, 0));
    }
}
