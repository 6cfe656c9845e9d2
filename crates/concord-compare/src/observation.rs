//! Observations: differences as the engine sees them, before a rule gives them a name.

use concord_model::{Code, Condition};
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::{Direction, Message};

/// What kind of difference an observation is. Rules select on this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One parameter, different values.
    Threshold,
    /// A condition that only one side sets.
    Condition,
    /// The two sides limit different parameters, or one parameter in different settings.
    Parameter,
    /// Units of different dimension.
    Dimension,
    /// A limit by formula or by reference that cannot be compared.
    Limit,
    /// Children joined by "any" on one side and by "all" on the other.
    Connective,
    /// A note takes items out on one side only.
    Exclusion,
    /// Notes that may bear on the scope differ.
    Note,
    /// A restricting phrase or an alternative on one side only.
    Subject,
    /// Phrases differ in a way that cannot be decided.
    Qualifier,
    /// The branch of specially designed components on one side only.
    Components,
    /// A paragraph of a matched entry on one side only.
    Paragraph,
    /// An entry on one side only.
    Entry,
    /// A control that sits under different codes.
    Elsewhere,
    /// A control that one side leaves to another instrument.
    Instrument,
    /// Reasons for control differ (both sides state them).
    Reason,
    /// Licence exceptions differ (both sides state them).
    Exception,
    /// A defined term differs, or is defined on one side only.
    Term,
    /// A difference of the texts that could not be proved against the whole other list.
    Unproved,
    /// A question of the vocabulary that one side answers with yes and the other with no.
    Presence,
    /// A question answered with different words or figures.
    Value,
    /// A question answered with different sets of words.
    Set,
    /// A word that both sides define with other elements.
    Definition,
    /// A word that one side defines and the other is known not to.
    Undefined,
    /// A question that one side's sources at hand do not answer.
    Gap,
    /// Whether items that both lists name need a licence to a destination.
    Licence,
    /// What may stand in a licence's place, where both sides ask for one.
    Authorised,
    /// How an application is reviewed, where both sides ask for a licence.
    Review,
    /// The ends against which items on no list are controlled, to a destination.
    Guarded,
    /// Whether an embargo covers items of every kind, to a destination.
    Embargoed,
}

impl Kind {
    /// Whether it is of provisions and definitions, not of lists.
    pub fn is_of_provisions(self) -> bool {
        matches!(self, Self::Presence | Self::Value | Self::Set | Self::Definition | Self::Undefined | Self::Gap)
    }

    /// Whether it is of a layer above the list, for a destination.
    pub fn is_of_layers(self) -> bool {
        matches!(self, Self::Licence | Self::Authorised | Self::Review | Self::Guarded | Self::Embargoed)
    }
}

/// Whose coverage an observation bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bears {
    /// Both sides': it speaks of a matched pair, or of a requirement that narrows one.
    Both,
    /// The left side's alone: a further alternative of the left list takes nothing from what the right one holds.
    Left,
    /// The right side's alone.
    Right,
}

/// One difference between two lists.
#[derive(Clone, Debug)]
pub(crate) struct Observation {
    pub(crate) kind: Kind,
    pub(crate) direction: Direction,
    pub(crate) bears: Bears,
    pub(crate) left: Option<Code>,
    pub(crate) right: Option<Code>,
    pub(crate) parameter: Option<String>,
    /// What each side states, in words of our own.
    pub(crate) states: (Message, Message),
    /// How far apart two limits are, as the greater over the smaller.
    pub(crate) factor: Option<BigRational>,
    /// What stopped the model.
    pub(crate) reasons: Vec<Message>,
    /// The conditions it is about.
    pub(crate) conditions: (Option<Condition>, Option<Condition>),
}

impl Observation {
    /// A difference between two paragraphs, or of one alone, about which nothing more is said yet.
    pub(crate) fn new(kind: Kind, direction: Direction, left: Option<Code>, right: Option<Code>) -> Self {
        Self {
            kind,
            direction,
            bears: Bears::Both,
            left,
            right,
            parameter: None,
            states: (Message::default(), Message::default()),
            factor: None,
            reasons: Vec::new(),
            conditions: (None, None),
        }
    }
}
