//! Shares over the answers of those followed, and the answers that are known throughout.

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::{Point, Trend};
use concord_model::rules::Value;

/// A weighted share of pairs of answers, with the range that unknown ones leave open.
///
/// The share is Σ w·part / Σ w over the pairs of answers, w the weight of the question. Over more than two jurisdictions one unknown answer stands in several
/// pairs, which are counted as if each could be filled in on its own: the true share is never outside the range, and may not reach its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Pairs of answers.
    pub population: usize,
    /// Of these, those that surely count.
    pub surely: usize,
    /// Of these, those that count or may.
    pub perhaps: usize,
    /// Sum of the weights of the population.
    pub weight: u64,
    /// Sum of the weights of those that surely count.
    pub weight_surely: u64,
    /// Sum of the weights of those that count or may.
    pub weight_perhaps: u64,
}

impl Figure {
    /// Counts a pair of answers: whether it surely counts, and whether it may.
    pub(super) fn add(&mut self, weight: u32, (surely, perhaps): (bool, bool)) {
        let weight = u64::from(weight);
        self.population += 1;
        self.weight += weight;
        self.surely += usize::from(surely);
        self.perhaps += usize::from(perhaps);
        self.weight_surely += if surely { weight } else { 0 };
        self.weight_perhaps += if perhaps { weight } else { 0 };
    }

    /// The least the share can be; `None` of an empty population.
    pub fn low(&self) -> Option<BigRational> {
        self.share(self.weight_surely)
    }

    /// The greatest the share can be.
    pub fn high(&self) -> Option<BigRational> {
        self.share(self.weight_perhaps)
    }

    fn share(&self, part: u64) -> Option<BigRational> {
        (self.weight > 0).then(|| BigRational::new(part.into(), self.weight.into()))
    }
}

/// The answers that are known on every day followed, of those who belong on every day.
pub(super) struct Panel {
    known: Vec<Option<Vec<bool>>>,
}

impl Panel {
    pub(super) fn new(answered: &[Answers], members: usize) -> Self {
        let applies = |value: &Option<Value>| value.as_ref().is_some_and(|value| *value != Value::NotApplicable);
        let known = |member: usize| {
            answered.iter().map(|answers| answers.of(member)).try_fold(None, |known: Option<Vec<bool>>, answers| {
                let now = answers?.iter().map(applies);
                Some(Some(match known {
                    None => now.collect(),
                    Some(before) => before.into_iter().zip(now).map(|(before, now)| before && now).collect(),
                }))
            })
        };
        Self { known: (0..members).map(|member| known(member).flatten()).collect() }
    }

    /// Whether both answers to a question are known throughout.
    pub(super) fn holds(&self, (left, right): (usize, usize), question: usize) -> bool {
        [left, right]
            .into_iter()
            .all(|member| self.known.get(member).and_then(Option::as_ref).and_then(|known| known.get(question)).is_some_and(|known| *known))
    }
}

/// Whether the panel is answered less differently on the last day than on the first.
pub(super) fn trend(points: &[Point]) -> Trend {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Trend::Unclear };
    let (a, b) = (&first.panel, &last.panel);
    if points.len() < 2 || a.population == 0 {
        Trend::Unclear
    } else if b.weight_perhaps < a.weight_surely {
        Trend::Converging
    } else if b.weight_surely > a.weight_perhaps {
        Trend::Diverging
    } else if (a.weight_surely, a.weight_perhaps) == (b.weight_surely, b.weight_perhaps) {
        Trend::Steady
    } else {
        Trend::Unclear
    }
}
