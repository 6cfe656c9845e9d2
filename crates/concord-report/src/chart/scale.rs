//! Scales: from exact values to places in a drawing.
//!
//! Places are computed with the four operations alone, which give the same result on every machine, unlike a platform's logarithm.

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive as _, Zero as _};

/// From values to places between 0 and 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    logarithmic: bool,
}

/// Values this many times apart stand on a logarithmic scale.
const DECADES_FROM: i64 = 20;

impl Scale {
    /// A scale that shows all these values with room on both sides.
    pub(super) fn around<'a>(values: impl Iterator<Item = &'a BigRational>) -> Self {
        let (mut low, mut high): (Option<&BigRational>, Option<&BigRational>) = (None, None);
        for value in values {
            low = Some(low.map_or(value, |known| known.min(value)));
            high = Some(high.map_or(value, |known| known.max(value)));
        }
        let (Some(low), Some(high)) = (low, high) else { return Self { low: 0.0, high: 1.0, logarithmic: false } };
        let logarithmic = low.is_positive() && high >= &(low * BigRational::from_integer(DECADES_FROM.into()));
        let place = |value: &BigRational| if logarithmic { log10(as_float(value)) } else { as_float(value) };
        let (a, b) = (place(low), place(high));
        // A single value stands in the middle of a stretch of its own size.
        let span = if b > a {
            b - a
        } else if low.is_zero() {
            1.0
        } else {
            a.abs()
        };
        let room = span * if b > a { 0.28 } else { 0.5 };
        // Where nothing is negative the scale does not go below zero.
        let floor = if !logarithmic && !low.is_negative() { 0.0 } else { f64::NEG_INFINITY };
        Self { low: (a - room).max(floor), high: b + room, logarithmic }
    }

    /// The place of a value, 0 to 1 within the scale.
    pub(super) fn place(&self, value: &BigRational) -> f64 {
        let value = as_float(value);
        let value = if self.logarithmic { log10(value) } else { value };
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Whether equal steps are equal factors.
    pub(super) fn is_logarithmic(&self) -> bool {
        self.logarithmic
    }

    /// Round values within the scale and their places, no more than about `most`.
    pub(super) fn ticks(&self, most: u32) -> Vec<(f64, String)> {
        let place = |value: f64| (value - self.low) / (self.high - self.low);
        let most = f64::from(most.max(1));
        if self.logarithmic {
            let step = ((self.high - self.low) / most).ceil().max(1.0);
            return multiples(self.low, self.high, step).map(|exponent| (place(exponent), power_of_ten(exponent))).collect();
        }
        let rough = (self.high - self.low) / most;
        let decade = log10(rough).floor();
        let unit = ten_to(decade);
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * unit).find(|step| *step >= rough).unwrap_or(10.0 * unit);
        let decimals = if step >= 1.0 { 0 } else { (-log10(step)).ceil().to_usize().unwrap_or(0) };
        multiples(self.low, self.high, step).map(|value| (place(value), plain(value, decimals))).collect()
    }
}

/// Multiples of `step` from `low` to `high`.
fn multiples(low: f64, high: f64, step: f64) -> impl Iterator<Item = f64> {
    let first = (low / step).ceil();
    let count = ((high / step).floor() - first).to_usize().unwrap_or(0).min(20);
    (0..=count).filter_map(move |n| n.to_f64().map(|n| (first + n) * step)).filter(move |value| *value <= high)
}

fn plain(value: f64, decimals: usize) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e6).contains(&size) {
        return format!("{value:e}");
    }
    let text = format!("{value:.decimals$}");
    if text.trim_start_matches(['-', '0', '.']).is_empty() { "0".to_owned() } else { text }
}

fn power_of_ten(exponent: f64) -> String {
    let whole = exponent.to_i32().unwrap_or(0);
    match whole {
        0..=4 => format!("1{}", "0".repeat(whole.unsigned_abs() as usize)),
        -3..=-1 => format!("0.{}1", "0".repeat(whole.unsigned_abs() as usize - 1)),
        _ => format!("10{}", whole.to_string().chars().map(superscript).collect::<String>()),
    }
}

pub(super) fn superscript(c: char) -> char {
    match c {
        '-' => '⁻',
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}

fn as_float(value: &BigRational) -> f64 {
    value.to_f64().filter(|v| v.is_finite()).unwrap_or(if value.is_negative() { f64::MIN } else { f64::MAX })
}

fn ten_to(exponent: f64) -> f64 {
    let steps = exponent.abs().to_u32().unwrap_or(0);
    let power = (0..steps).fold(1.0, |product, _| product * 10.0);
    if exponent < 0.0 { 1.0 / power } else { power }
}

/// The common logarithm of a positive number, with the four operations: the number is brought between 0.3 and 3.2, then
/// ln x = 2 artanh((x - 1) / (x + 1)) as a series.
fn log10(value: f64) -> f64 {
    let (mut x, mut whole) = (value.max(f64::MIN_POSITIVE), 0.0);
    while x > 3.2 {
        x /= 10.0;
        whole += 1.0;
    }
    while x < 0.3 {
        x *= 10.0;
        whole -= 1.0;
    }
    let z = (x - 1.0) / (x + 1.0);
    let (mut power, mut sum, mut n) = (z, 0.0, 1.0);
    while n < 80.0 {
        sum += power / n;
        power *= z * z;
        n += 2.0;
    }
    whole + 2.0 * sum / std::f64::consts::LN_10
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[(i64, i64)]) -> Scale {
        let values: Vec<BigRational> = values.iter().map(|(n, d)| BigRational::new((*n).into(), (*d).into())).collect();
        Scale::around(values.iter())
    }

    #[test]
    fn logarithms_agree_with_the_library() {
        for value in [1e-9, 0.02, 0.3, 1.0, 3.2, 45.0, 1e12] {
            assert!((log10(value) - f64::log10(value)).abs() < 1e-12, "{value}");
        }
    }

    #[test]
    fn values_far_apart_stand_on_a_logarithmic_scale() {
        let wide = scale(&[(10, 1), (10_000, 1)]);
        assert!(wide.is_logarithmic());
        assert_eq!(wide.ticks(5).into_iter().map(|t| t.1).collect::<Vec<_>>(), ["10", "100", "1000", "10000"]);
        assert!(!scale(&[(90, 1), (110, 1)]).is_logarithmic());
        assert!(!scale(&[(-1, 1), (1000, 1)]).is_logarithmic());
    }

    #[test]
    fn ticks_are_round_and_within_the_scale() {
        let near = scale(&[(9, 2), (6, 1)]);
        let ticks = near.ticks(5);
        assert_eq!(ticks.iter().map(|t| t.1.as_str()).collect::<Vec<_>>(), ["4.5", "5.0", "5.5", "6.0"]);
        assert!(ticks.iter().all(|(place, _)| (0.0..=1.0).contains(place)));
        let single = scale(&[(300, 1)]);
        assert!((single.place(&BigRational::from_integer(300.into())) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn a_scale_of_what_is_not_negative_begins_at_zero_at_the_least() {
        let from_zero = scale(&[(1, 1), (10, 1)]);
        assert_eq!(from_zero.ticks(4).first().map(|t| t.1.clone()), Some("0".to_owned()));
    }
}
