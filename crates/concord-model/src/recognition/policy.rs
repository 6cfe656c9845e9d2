//! What a jurisdiction asks of a partner.

use crate::recognition::Share;
use crate::rules::Value;

/// What is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// Exports to the partner need no individual licence.
    LicenceFreeDestination,
    /// The partner's decisions on re-export stand in for one's own.
    ReExportDecisions,
    /// The partner's classifications of items are taken over.
    Classifications,
    /// The partner's checks of end use and end users stand in for one's own.
    EndUseChecks,
    /// Each side consults the other before it grants what the other denied.
    DenialConsultation,
}

impl Object {
    /// Every object with its word in files and on the command line.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("licence-free-destination", Self::LicenceFreeDestination),
        ("re-export-decisions", Self::ReExportDecisions),
        ("classifications", Self::Classifications),
        ("end-use-checks", Self::EndUseChecks),
        ("denial-consultation", Self::DenialConsultation),
    ];

    /// Its word in files and on the command line.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, object)| *object == self).map_or("", |(word, _)| word)
    }

    /// The object of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, object)| *object)
    }
}

/// What follows where a demand is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lacking {
    /// Recognition can begin once it is met: it becomes a condition.
    Condition,
    /// The partner's controls cannot be recognised.
    Refuses,
}

impl Lacking {
    /// Its word in policy files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Condition => "condition",
            Self::Refuses => "refuses",
        }
    }
}

/// What a demand asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One question of the vocabulary.
    Question(String),
    /// Every ordered question of a topic.
    Topic(String),
    /// The partner's part in a regime, or that of each country of a bloc.
    Regime(String),
    /// A question whose answer is a set of destinations, put to the side that recognises.
    NamedIn(String),
}

impl Asked {
    /// The identifier of the question, topic or regime.
    pub fn id(&self) -> &str {
        match self {
            Self::Question(id) | Self::Topic(id) | Self::Regime(id) | Self::NamedIn(id) => id,
        }
    }
}

/// What the partner's answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these; of a set, all these words.
    Answers(Vec<Value>),
    /// No looser than the answer of the side that recognises.
    AsStrict,
    /// That it takes part.
    TakesPart,
    /// That the set does not name it, or any country of it.
    NotNamed,
}

/// One demand on the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What it asks about.
    pub asked: Asked,
    /// What the answer must be.
    pub wanted: Wanted,
    /// List areas it holds for, by the beginning of an entry's code; empty for all.
    pub areas: Vec<String>,
    /// Of a topic: the share of its weight on which the partner may fall short.
    pub tolerated: Share,
    /// What follows where it is not met.
    pub lacking: Lacking,
    /// Why the policy asks it.
    pub why: String,
}

impl Demand {
    /// Whether it holds for a list area.
    pub fn concerns(&self, area: &str) -> bool {
        self.areas.is_empty() || self.areas.iter().any(|known| area.starts_with(known.as_str()) || known.starts_with(area))
    }
}

/// What the partner's list must hold of the list of the side that recognises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListDemand {
    /// Up to this share of the controls may be lacking or looser: they go on an exclusion list, and the rest is recognised.
    pub tolerated: Share,
    /// Up to this share recognition is conditional; beyond it there is none.
    pub conditional: Share,
    /// Up to this share of controls may be undecided: they are carried as residual risk.
    pub undecided: Share,
}

/// What a policy asks for one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectPolicy {
    /// The object.
    pub object: Object,
    /// Its name in reports.
    pub title: String,
    /// What the side that recognises would do, in a few words.
    pub means: String,
    /// The activities it is about.
    pub activities: Vec<String>,
    /// What it asks of the list; nothing where lists do not matter to it.
    pub lists: Option<ListDemand>,
    /// Whether the report counts what the side that recognises already leaves free for the partner.
    pub counts_treatment: bool,
    /// Demands on the partner's rules.
    pub demands: Vec<Demand>,
    /// Questions that tell who may use it.
    pub users: Vec<String>,
    /// Questions that tell its safeguards.
    pub safeguards: Vec<String>,
    /// Questions that tell how it can be suspended.
    pub suspension: Vec<String>,
}

/// A recognition policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it stands for, and for whom it is meant.
    pub about: String,
    /// One policy an object.
    pub objects: Vec<ObjectPolicy>,
}

impl Policy {
    /// What it asks for an object.
    pub fn object(&self, object: Object) -> Option<&ObjectPolicy> {
        self.objects.iter().find(|policy| policy.object == object)
    }
}
