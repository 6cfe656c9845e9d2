//! How two matched paragraphs relate, summed up from what was observed of them.

use concord_graph::Standing;

use crate::Direction;
use crate::observation::{Kind, Observation};

/// The relation of two matched paragraphs' own texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Own {
    pub(crate) left_wider: bool,
    pub(crate) right_wider: bool,
    pub(crate) undecided: bool,
}

impl Own {
    /// Sums up observations; those about licences, terms and places say nothing about which items are listed.
    pub(crate) fn of<'a>(observations: impl IntoIterator<Item = &'a Observation>) -> Self {
        let mut own = Self::default();
        let silent = [Kind::Elsewhere, Kind::Instrument, Kind::Reason, Kind::Exception, Kind::Term];
        for observation in observations.into_iter().filter(|o| !silent.contains(&o.kind)) {
            match observation.direction {
                Direction::LeftStricter => own.left_wider = true,
                Direction::RightStricter => own.right_wider = true,
                Direction::Overlap => (own.left_wider, own.right_wider) = (true, true),
                Direction::Incomparable | Direction::Unknown => own.undecided = true,
            }
        }
        own
    }

    /// Both, along one path or from one text.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            left_wider: self.left_wider || other.left_wider,
            right_wider: self.right_wider || other.right_wider,
            undecided: self.undecided || other.undecided,
        }
    }

    /// Seen from the other side.
    pub(crate) fn mirrored(self) -> Self {
        Self { left_wider: self.right_wider, right_wider: self.left_wider, ..self }
    }

    /// The same as the decision on a mapping's predicate takes it.
    pub(crate) fn standing(self) -> Standing {
        match (self.undecided, self.left_wider, self.right_wider) {
            (true, _, _) => Standing::Undecided,
            (_, false, false) => Standing::Equal,
            (_, true, false) => Standing::LeftWider,
            (_, false, true) => Standing::RightWider,
            (_, true, true) => Standing::Overlapping,
        }
    }

    /// The word for reports.
    pub(crate) fn word(self) -> &'static str {
        match self.standing() {
            Standing::Equal => "equal",
            Standing::LeftWider => "left-wider",
            Standing::RightWider => "right-wider",
            Standing::Overlapping => "overlapping",
            Standing::Disjoint => "disjoint",
            Standing::Undecided => "incomparable",
        }
    }
}
