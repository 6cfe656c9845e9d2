//! How two matched paragraphs relate, as a mapping predicate.

use serde::{Deserialize, Serialize};

use super::{Evidence, Match};

/// A mapping predicate (SKOS).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Predicate {
    /// The same control.
    Exact,
    /// Nearly the same control.
    Close,
    /// The right one is broader.
    Broad,
    /// The right one is narrower.
    Narrow,
    /// Related, and neither the same nor one within the other.
    Related,
}

impl Predicate {
    /// The predicate from the right to the left.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Broad => Self::Narrow,
            Self::Narrow => Self::Broad,
            other => other,
        }
    }

    /// Its name in machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Close => "close",
            Self::Broad => "broad",
            Self::Narrow => "narrow",
            Self::Related => "related",
        }
    }
}

/// How the scopes of two paragraphs stand to each other, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Both take in the same items.
    Equal,
    /// The left takes in more.
    LeftWider,
    /// The right takes in more.
    RightWider,
    /// Each takes in items that the other does not.
    Overlapping,
    /// No item is in both.
    Disjoint,
    /// It cannot be decided.
    Undecided,
}

/// What two texts have in common, where that has to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// They state the same parameters, limits, settings, substances and exclusions, and differ in few words.
    NearlyEqual,
    /// They are this similar, in thousandths.
    Similar(u32),
}

/// Thousandths of similarity from which a pair whose scopes are not decided is close rather than related.
const CLOSE: u32 = 600;
/// Thousandths of all that two texts speak of in which they may differ and be nearly equal.
const FEW: u32 = 200;

impl Text {
    /// Judges a match by the kinds in which its texts differ.
    pub fn of(pair: &Match) -> Self {
        use Evidence::{Exclusions, Limits, Parameters, Settings, Substances, Units};
        let facts = [Exclusions, Limits, Parameters, Settings, Substances, Units];
        let same_facts = !pair.differs.iter().any(|(kind, _)| facts.contains(kind));
        let few = pair.differs.iter().map(|(_, share)| share).sum::<u32>() <= FEW;
        if same_facts && few { Self::NearlyEqual } else { Self::Similar(pair.score) }
    }
}

/// The predicate of a matched pair: by the inclusion of the scopes where that is decided, else by what the texts have in common.
pub fn predicate(standing: Standing, text: Text) -> Predicate {
    match (standing, text) {
        (Standing::Equal, _) | (Standing::Undecided, Text::NearlyEqual) => Predicate::Exact,
        (Standing::LeftWider, _) => Predicate::Narrow,
        (Standing::RightWider, _) => Predicate::Broad,
        (Standing::Overlapping, Text::NearlyEqual) | (Standing::Overlapping | Standing::Undecided, Text::Similar(CLOSE..)) => {
            Predicate::Close
        }
        (Standing::Disjoint, _) | (Standing::Overlapping | Standing::Undecided, Text::Similar(_)) => Predicate::Related,
    }
}
