//! How sure a mapping is.

use std::fmt;

/// A confidence in thousandths, 0 to 1000: the three decimals that the canonical form of SSSOM keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u16);

impl Confidence {
    /// Full confidence.
    pub const FULL: Self = Self(1000);

    /// So many thousandths; more than 1000 is 1000.
    pub fn thousandths(n: u32) -> Self {
        Self(u16::try_from(n.min(1000)).unwrap_or(1000))
    }

    /// Reads a decimal number from 0 to 1 and rounds it to thousandths.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
        let value: f64 = text.parse().ok().filter(|_| plain)?;
        if !(0.0..=1.0).contains(&value) {
            return None;
        }
        let (whole, decimals) = format!("{value:.3}").split_once('.').map(|(w, d)| (w.to_owned(), d.to_owned()))?;
        Some(Self(whole.parse::<u16>().ok()? * 1000 + decimals.parse::<u16>().ok()?))
    }

    /// In thousandths.
    pub fn in_thousandths(self) -> u16 {
        self.0
    }

    /// As a number from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// The confidence that two independent statements both hold, rounded down.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::thousandths(u32::from(self.0) * u32::from(other.0) / 1000)
    }
}

impl fmt::Display for Confidence {
    /// Up to three decimals: `1`, `0.9`, `0.875`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{:03}", self.0 % 1000);
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{}", self.0 / 1000),
            digits => write!(f, "{}.{digits}", self.0 / 1000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_decimals() {
        for (text, shown) in [("1", "1"), ("0.95", "0.95"), ("0.8754", "0.875"), ("0", "0"), ("1.0", "1"), ("5e-1", "0.5"), (".25", "0.25")]
        {
            assert_eq!(Confidence::parse(text).map(|c| c.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "1.1", "-0.1", "high", "0,9", "NaN", "inf", "0x1"] {
            assert_eq!(Confidence::parse(text), None, "{text}");
        }
    }

    #[test]
    fn both_of_two() {
        let half = Confidence::thousandths(500);
        assert_eq!(half.and(half), Confidence::thousandths(250));
        assert_eq!(half.and(Confidence::FULL), half);
    }
}
