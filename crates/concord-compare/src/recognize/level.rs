//! How far one side may accept the other, and the verdict for both.

/// How far one side may accept the other; the further, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not at all.
    NotRecognisable,
    /// Once conditions are met.
    Conditional,
    /// As things stand.
    Acceptable,
}

/// A level with the range that unknown facts leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// If every unknown turns out against it.
    pub low: Level,
    /// If every unknown turns out for it.
    pub high: Level,
    /// What may be said today: open demands are conditions, and what the policy carries as residual risk is carried.
    pub stands: Level,
}

impl Range {
    /// Something that is not open.
    pub fn decided(level: Level) -> Self {
        Self { low: level, high: level, stands: level }
    }

    /// Something open between two levels: no more than conditional, and never more than its best end.
    pub fn open(low: Level, high: Level) -> Self {
        Self { low, high, stands: if low == high { low } else { high.min(Level::Conditional) } }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high), stands: self.stands.min(other.stands) }
    }

    /// All must hold; nothing to hold is acceptable.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::decided(Level::Acceptable), Self::and)
    }

    /// Every level in it.
    pub fn levels(self) -> impl Iterator<Item = Level> {
        [Level::NotRecognisable, Level::Conditional, Level::Acceptable]
            .into_iter()
            .filter(move |level| self.low <= *level && *level <= self.high)
    }
}

/// The verdict for both directions. A is the left side, B the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Each side may accept the other.
    Equivalent,
    /// The left side may accept the right one, not the reverse.
    AMayAcceptB,
    /// The right side may accept the left one, not the reverse.
    BMayAcceptA,
    /// Neither may yet, and at least one may once conditions are met.
    Conditional,
    /// Neither may.
    NotRecognisable,
}

impl Verdict {
    /// The verdict of two levels: left accepts right, right accepts left.
    pub fn of(left: Level, right: Level) -> Self {
        match (left, right) {
            (Level::Acceptable, Level::Acceptable) => Self::Equivalent,
            (Level::Acceptable, _) => Self::AMayAcceptB,
            (_, Level::Acceptable) => Self::BMayAcceptA,
            (Level::NotRecognisable, Level::NotRecognisable) => Self::NotRecognisable,
            _ => Self::Conditional,
        }
    }

    /// Every verdict that unknown facts leave possible, in order.
    pub fn possible(left: Range, right: Range) -> Vec<Self> {
        let mut out: Vec<Self> = left.levels().flat_map(|l| right.levels().map(move |r| Self::of(l, r))).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Equivalent => "equivalent",
            Self::AMayAcceptB => "a-may-accept-b",
            Self::BMayAcceptA => "b-may-accept-a",
            Self::Conditional => "conditional",
            Self::NotRecognisable => "not-recognisable",
        }
    }

    /// The verdict seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::AMayAcceptB => Self::BMayAcceptA,
            Self::BMayAcceptA => Self::AMayAcceptB,
            other => other,
        }
    }
}

impl Level {
    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotRecognisable => "not-recognisable",
            Self::Conditional => "conditional",
            Self::Acceptable => "acceptable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level::{Acceptable, Conditional, NotRecognisable};
    use super::{Range, Verdict};

    #[test]
    fn what_is_open_is_a_condition_and_never_more_than_its_best_end() {
        assert_eq!(Range::open(NotRecognisable, Acceptable).stands, Conditional);
        assert_eq!(Range::open(NotRecognisable, Conditional).stands, Conditional);
        assert_eq!(Range::open(NotRecognisable, NotRecognisable).stands, NotRecognisable);
        let whole = Range::all([Range::decided(Acceptable), Range::open(Conditional, Acceptable)]);
        assert_eq!((whole.low, whole.high, whole.stands), (Conditional, Acceptable, Conditional));
    }

    #[test]
    fn verdicts_mirror() {
        let levels = [NotRecognisable, Conditional, Acceptable];
        for (left, right) in levels.into_iter().flat_map(|l| levels.map(|r| (l, r))) {
            assert_eq!(Verdict::of(left, right).mirrored(), Verdict::of(right, left));
        }
    }

    #[test]
    fn the_possible_verdicts_hold_what_stands() {
        let open = Range::open(NotRecognisable, Acceptable);
        let possible = Verdict::possible(open, Range::decided(Conditional));
        assert_eq!(possible, [Verdict::AMayAcceptB, Verdict::Conditional]);
        assert!(possible.contains(&Verdict::of(open.stands, Conditional)));
    }
}
