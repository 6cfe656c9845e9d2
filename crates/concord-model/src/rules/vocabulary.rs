//! The vocabulary: topics with their attributes, and what defined words are made of.

use serde::{Deserialize, Serialize};

/// A word with its meaning: a value of a choice or set, or an element of a definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its identifier, lower case with hyphens.
    pub id: String,
    /// Its meaning in plain words.
    pub meaning: String,
}

/// What form an attribute's answer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Yes or no.
    YesNo,
    /// One of several words; where the words are ordered, the least strict stands first.
    Choice(Vec<Choice>),
    /// Any number of words.
    Set {
        /// The words; empty where the set is open.
        values: Vec<Choice>,
        /// What the words of an open set are (`ISO 3166-1 alpha-2 codes`).
        open: Option<String>,
    },
    /// A number of some unit.
    Number {
        /// The unit as written behind the number (`%`).
        unit: String,
    },
    /// A sum of money in its own currency.
    Money,
    /// A length of time.
    Duration,
    /// A day.
    Date,
}

impl Form {
    /// The key that names the form in YAML.
    pub fn key(&self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::Choice(_) => "choice",
            Self::Set { .. } => "set",
            Self::Number { .. } => "number",
            Self::Money => "money",
            Self::Duration => "duration",
            Self::Date => "date",
        }
    }

    /// The words that an answer may use.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(values) | Self::Set { values, .. } => values,
            _ => &[],
        }
    }
}

/// Which answer is the stricter one, that is, controls, requires or punishes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stricter {
    /// Yes is stricter than no.
    Yes,
    /// No is stricter than yes.
    No,
    /// More of it is stricter.
    More,
    /// Less of it is stricter.
    Less,
    /// A later word of the choice is stricter than an earlier one.
    Listed,
    /// Neither answer is stricter.
    None,
}

/// What the answer `none` means beside a number, a sum or a length of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoneMeans {
    /// It is less than any other answer (no prison term, no value below which a shipment is free).
    Lowest,
    /// It is another kind of answer, neither more nor less (no fixed sum, because the fine follows the value).
    #[default]
    Apart,
}

/// What a broader definition of a word does to controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// More is controlled.
    Stricter,
    /// Less is controlled.
    Looser,
    /// That depends on where the word is used.
    #[default]
    None,
}

/// One question that is asked of every jurisdiction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Its identifier, unique in the vocabulary.
    pub id: String,
    /// The question in plain words.
    pub question: String,
    /// Why the answer matters.
    pub why: String,
    /// The form of the answer.
    pub form: Form,
    /// Which answer is stricter.
    pub stricter: Stricter,
    /// What `none` means beside a figure.
    pub none: NoneMeans,
    /// How much it counts in the indices, from 1.
    pub weight: u32,
    /// The layer of control it speaks of, where that is not its topic's.
    pub layer: Option<String>,
    /// The public instrument it corresponds to, with its citation; empty if none is recorded.
    pub instrument: String,
}

/// A topic with its attributes, in the order of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it covers.
    pub about: String,
    /// The layer of control its attributes speak of (`catch-all`).
    pub layer: String,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
}

/// What a defined word can be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermDescription {
    /// Its identifier.
    pub id: String,
    /// The word.
    pub label: String,
    /// What a broader definition does to controls.
    pub broader: Effect,
    /// The attribute that says whether the word is defined at all; empty if none does.
    pub attribute: String,
    /// Elements that widen it.
    pub covers: Vec<Choice>,
    /// Elements that narrow it.
    pub limits: Vec<Choice>,
}

/// The questions asked of every jurisdiction, and what defined words are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Topics, by identifier.
    pub topics: Vec<Topic>,
    /// Defined words, in the order of the file.
    pub terms: Vec<TermDescription>,
}

impl Vocabulary {
    /// Every attribute with its topic, in order.
    pub fn attributes(&self) -> impl Iterator<Item = (&Topic, &Attribute)> {
        self.topics.iter().flat_map(|topic| topic.attributes.iter().map(move |attribute| (topic, attribute)))
    }

    /// An attribute by identifier, with its topic.
    pub fn attribute(&self, id: &str) -> Option<(&Topic, &Attribute)> {
        self.attributes().find(|(_, attribute)| attribute.id == id)
    }

    /// A topic by identifier.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// A defined word by identifier.
    pub fn term(&self, id: &str) -> Option<&TermDescription> {
        self.terms.iter().find(|term| term.id == id)
    }
}

impl Attribute {
    /// The layer of control it speaks of.
    pub fn layer<'a>(&'a self, topic: &'a Topic) -> &'a str {
        self.layer.as_deref().unwrap_or(&topic.layer)
    }
}
