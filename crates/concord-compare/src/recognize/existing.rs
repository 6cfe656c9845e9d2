//! Arrangements that exist already.

use concord_model::licensing::Answer;
use concord_model::recognition::Arrangement;

use super::{Party, Question};

/// Whether an arrangement holds for the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// For all of it.
    Grants,
    /// For some of its countries.
    GrantsInPart,
    /// For none.
    Withholds,
    /// The facts at hand do not tell.
    Open,
}

impl Stance {
    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::GrantsInPart => "grants-in-part",
            Self::Withholds => "withholds",
            Self::Open => "unknown",
        }
    }
}

/// An arrangement of the grantor, and whether it holds for the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Existing {
    /// The arrangement.
    pub arrangement: Arrangement,
    /// Whether it holds for the partner.
    pub stance: Stance,
    /// Destinations of the partner that it leaves out, by code.
    pub without: Vec<String>,
}

/// The grantor's arrangements for the object, on the day asked.
pub(super) fn find(question: &Question<'_>, grantor: &Party<'_>, partner: &Party<'_>) -> Vec<Existing> {
    let of = question.arrangements.iter().filter(|a| a.grantor == grantor.code && a.object == question.policy.object);
    let begun = of.filter(|arrangement| arrangement.from.is_none_or(|from| from <= question.day));
    begun.map(|arrangement| existing(grantor, partner, arrangement)).collect()
}

fn existing(grantor: &Party<'_>, partner: &Party<'_>, arrangement: &Arrangement) -> Existing {
    let holds = |place: &str| {
        arrangement.to.iter().fold(Answer::No, |answer, name| {
            let by_name = grantor.licensing.map_or(Answer::from_bool(name == place), |rules| rules.holds(name, place));
            answer.or(by_name)
        })
    };
    let answers: Vec<(&String, Answer)> = partner.destinations.iter().map(|place| (place, holds(place))).collect();
    let every = |wanted: Answer| answers.iter().all(|(_, answer)| *answer == wanted);
    let stance = match () {
        () if arrangement.to.is_empty() || answers.is_empty() || answers.iter().any(|(_, answer)| *answer == Answer::Unknown) => {
            Stance::Open
        }
        () if every(Answer::Yes) => Stance::Grants,
        () if every(Answer::No) => Stance::Withholds,
        () => Stance::GrantsInPart,
    };
    let without =
        answers.iter().filter(|(_, answer)| stance != Stance::Open && *answer == Answer::No).map(|(place, _)| (*place).clone()).collect();
    Existing { arrangement: arrangement.clone(), stance, without }
}
