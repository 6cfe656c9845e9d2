//! Exact shares.

use std::fmt;

/// An exact share of a whole, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    part: u32,
    whole: u32,
}

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self { part: 0, whole: 1 };

    /// A share; `None` where the whole is nothing or less than the part.
    pub fn new(part: u32, whole: u32) -> Option<Self> {
        (whole > 0 && part <= whole).then_some(Self { part, whole })
    }

    /// Reads `1/20`, `0` or `1`.
    pub fn parse(text: &str) -> Option<Self> {
        let (part, whole) = text.split_once('/').unwrap_or((text, "1"));
        Self::new(part.trim().parse().ok()?, whole.trim().parse().ok()?)
    }

    /// Whether `part` of `whole` is at most this share; nothing of nothing is.
    pub fn holds(self, part: usize, whole: usize) -> bool {
        part as u128 * u128::from(self.whole) <= u128::from(self.part) * whole as u128
    }

    /// Whether this share is at most another.
    pub fn at_most(self, other: Self) -> bool {
        u64::from(self.part) * u64::from(other.whole) <= u64::from(other.part) * u64::from(self.whole)
    }

    /// Numerator and denominator as written.
    pub fn parts(self) -> (u32, u32) {
        (self.part, self.whole)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole == 1 { write!(f, "{}", self.part) } else { write!(f, "{}/{}", self.part, self.whole) }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_are_exact() {
        let third = Share::parse("1/3").unwrap();
        assert!(third.holds(1, 3) && third.holds(333, 1000) && !third.holds(334, 1000) && third.holds(0, 0));
        assert!(Share::parse("2/6").unwrap().at_most(third) && !Share::parse("1").unwrap().at_most(third));
        assert_eq!(["1/20", "0", "1"].map(|text| Share::parse(text).unwrap().to_string()), ["1/20", "0", "1"]);
        assert_eq!(["2/1", "1/0", "5 %", "-1"].map(Share::parse), [None; 4]);
    }
}
