//! The wire form of a list: tables of what occurs often (texts, quantities, conditions, key phrases) and a tree of indices into them.

use concord_quantity::Op;
use serde::{Deserialize, Serialize};

use crate::{Code, Connective, LicenceException, NoteEffect, Perimeter, Reason, Role, Source, Stratum};

/// Levels of groups of conditions that are packed and unpacked.
pub(super) const MAX_DEPTH: usize = 64;

/// A list in the wire form.
#[derive(Serialize, Deserialize)]
pub(super) struct WireList {
    pub(super) jurisdiction: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) as_of: jiff::civil::Date,
    pub(super) source: Source,
    pub(super) perimeter: Perimeter,
    pub(super) texts: Vec<String>,
    /// Number and unit.
    pub(super) quantities: Vec<(u32, u32)>,
    pub(super) conditions: Vec<WireCondition>,
    pub(super) phrases: Vec<(Role, u32, u64)>,
    pub(super) notes: Vec<(String, Vec<String>, WireNote, String)>,
    pub(super) terms: Vec<(u32, Option<u64>, Vec<u32>, String)>,
    pub(super) entries: Vec<WireEntry>,
}

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct WireCondition {
    pub(super) parameter: u32,
    pub(super) settings: Vec<u32>,
    pub(super) limits: WireLimits,
    pub(super) inherited: bool,
}

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum WireLimits {
    /// Operator, quantity, alternatives.
    Quantities(Vec<(Op, u32, Vec<u32>)>),
    Symbolic(Op, u32),
    Formula(u32, u64),
}

/// An expression in prefix order.
#[derive(Serialize, Deserialize)]
pub(super) enum Step {
    All(u32),
    Any(u32),
    Is(u32),
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireNote {
    pub(super) place: u32,
    pub(super) effect: NoteEffect,
    pub(super) qualifiers: Vec<u32>,
    pub(super) when: Vec<Step>,
    pub(super) defines: Vec<u32>,
    pub(super) references: Vec<u32>,
    pub(super) wording: u64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireEntry {
    pub(super) stratum: Stratum,
    pub(super) elsewhere: String,
    pub(super) reasons: Vec<Reason>,
    pub(super) exceptions: Vec<LicenceException>,
    pub(super) related: Vec<u32>,
    pub(super) paragraphs: Vec<WireParagraph>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireParagraph {
    pub(super) code: Code,
    pub(super) printed_code: String,
    pub(super) subject: u32,
    pub(super) reserved: bool,
    pub(super) children: Connective,
    pub(super) when: Vec<Step>,
    pub(super) qualifiers: Vec<u32>,
    pub(super) components: Option<(Vec<u32>, u64)>,
    pub(super) notes: Vec<WireNote>,
    pub(super) references: Vec<u32>,
    pub(super) terms: Vec<u32>,
    pub(super) substances: Vec<u32>,
    pub(super) wording: u64,
    pub(super) residue: u64,
    pub(super) unread: Vec<u32>,
}
