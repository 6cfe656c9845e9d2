//! Facts: dated, cited answers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::Value;

/// A place in an instrument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    /// The instrument's identifier.
    pub instrument: String,
    /// Article, section or paragraph.
    pub pinpoint: String,
}

/// Whether a rule is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// In force between its dates.
    #[default]
    InForce,
    /// Suspended: part of the law, without effect.
    Stayed,
    /// Adopted; in force from its first date on, never before.
    Adopted,
    /// Repealed; in force until its last date, if one is known.
    Repealed,
}

/// A dated, cited answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The attribute it answers.
    pub attribute: String,
    /// The answer; `None` where no source at hand states it.
    pub value: Option<Value>,
    /// Where it is stated; never empty for a known answer.
    pub cites: Vec<Citation>,
    /// The first day it holds, if known.
    pub from: Option<Date>,
    /// The last day it holds, if known.
    pub to: Option<Date>,
    /// Whether it is in force.
    pub status: Status,
    /// Whether a set is joined to the one that is inherited.
    pub adds: bool,
    /// The day the source was read.
    pub read: Date,
    /// The first day for which a text at hand shows the answer: `from` where it is known, else the oldest day for which a text tells it.
    pub shown: Date,
    /// Ambiguity or condition in words of our own.
    pub note: String,
}

impl Fact {
    /// Whether the rule is in force on a day, and a text at hand shows it for that day: the text of today does not tell the law of ten years ago.
    pub fn holds_on(&self, day: Date) -> bool {
        self.shown <= day && self.may_hold_on(day)
    }

    /// Whether nothing that is known says that the rule is not in force on a day.
    pub fn may_hold_on(&self, day: Date) -> bool {
        let begun = self.from.is_none_or(|from| from <= day);
        let open = self.to.is_none_or(|to| day <= to);
        match self.status {
            Status::InForce => begun && open,
            Status::Stayed => false,
            Status::Adopted => self.from.is_some() && begun && open,
            Status::Repealed => self.to.is_some() && begun && open,
        }
    }
}
