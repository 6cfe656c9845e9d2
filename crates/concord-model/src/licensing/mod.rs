//! Licensing rules of a jurisdiction: who needs a licence for which destination, what may stand in its place, how applications are reviewed.
//!
//! Rules are data (`jurisdictions/<xx>/licensing/*.yaml`). A rule is a [`Case`] with what follows from it; the case speaks of items by code, of
//! destinations by code or named set, of reasons for control and of activities. What else a rule depends on stands in words under
//! [`Case::facts`], so that nothing is decided that item and destination do not decide.

mod answer;
mod case;
mod destination;
pub(crate) mod form;
mod load;
mod pattern;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

pub use answer::Answer;
pub use case::Case;
pub use destination::{Destination, Destinations};
pub use load::{LoadedLicensing, check_licensing, load_destinations, load_licensing};
pub use pattern::inside;

/// What can be done with an item.
pub const ACTIVITIES: [&str; 6] = ["export", "re-export", "transfer", "brokering", "technical-assistance", "transit"];

/// The kinds of transaction that an authorisation can cover. `any` is every one; the others are single occasions or limits.
pub const TRANSACTIONS: [&str; 14] = [
    "any",
    "low-value",
    "limited-performance",
    "temporary",
    "exhibition",
    "repair",
    "government",
    "baggage",
    "operation",
    "craft",
    "group",
    "manufacturing",
    "consumer",
    "humanitarian",
];

/// The ends and ways that a catch-all can guard against.
pub const PURPOSES: [&str; 10] = [
    "nuclear",
    "naval-nuclear-propulsion",
    "missiles",
    "chemical-biological",
    "military-end-use",
    "military-intelligence",
    "military-parts",
    "surveillance",
    "supercomputing",
    "listed-parties",
];

/// The licensing rules of one jurisdiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licensing {
    /// The jurisdiction's code.
    pub jurisdiction: String,
    /// The newest date of its files.
    pub as_of: Date,
    /// Who issues licences.
    pub agency: String,
    /// The law that asks for them.
    pub law: String,
    /// Where both are stated.
    pub citation: String,
    /// Its list, where it takes another jurisdiction's list for its own; else empty.
    pub list_of: String,
    /// Sets of destinations, by name.
    pub sets: BTreeMap<String, DestinationSet>,
    /// Sets of items, by name.
    pub items: BTreeMap<String, Vec<String>>,
    /// The country chart, if the law has one.
    pub chart: Option<Chart>,
    /// What rows of the list's tables of controls say beyond a reason and a column.
    pub reaches: Vec<Reach>,
    /// Where a licence is required for a reason for control that no chart settles.
    pub reasons: Vec<ReasonRule>,
    /// When a licence is required.
    pub requirements: Vec<Requirement>,
    /// What may stand in a licence's place.
    pub authorisations: Vec<Authorisation>,
    /// What closes authorisations, whole groups of them at once.
    pub restrictions: Vec<Restriction>,
    /// Parts of entries that are closed to one authorisation.
    pub closings: Vec<Closing>,
    /// How applications are reviewed.
    pub reviews: Vec<Review>,
    /// Requirements that hang on end use, end user or knowledge.
    pub catch_alls: Vec<CatchAll>,
    /// Embargoes and sanctions on items.
    pub embargoes: Vec<Embargo>,
    /// What is not held, in words.
    pub unknowns: Vec<Unknown>,
}

/// A named set of destinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DestinationSet {
    /// Codes of destinations.
    pub members: BTreeSet<String>,
    /// Codes of destinations that are known not to belong to it, where the set is open.
    pub others: BTreeSet<String>,
    /// Whether destinations that are not named may belong to it too.
    pub open: bool,
    /// Where it is stated.
    pub citation: String,
}

/// The country chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Its columns (`NS Column 1`).
    pub columns: Vec<String>,
    /// Its rows by destination.
    pub rows: BTreeMap<String, ChartRow>,
    /// Where it stands.
    pub citation: String,
}

/// A row of the country chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartRow {
    /// The columns that are marked.
    Marked(BTreeSet<String>),
    /// The provisions the row refers to in place of marks.
    Refers(String),
}

/// What a row of an entry's table of controls says about its reach inside the entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The entry.
    pub entry: String,
    /// The reason's place among those of the entry, from 1.
    pub row: usize,
    /// The reason.
    pub reason: String,
    /// Codes it applies to; empty for the entire entry.
    pub only: Vec<String>,
    /// Codes it leaves out.
    pub except: Vec<String>,
    /// Codes where its text says more than is read.
    pub unclear: Vec<String>,
    /// Entries that software or technology under it is for.
    pub related: Vec<String>,
    /// Whether its text says more than is read about all it applies to.
    pub narrowed: bool,
}

/// Where a licence is required for a reason for control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonRule {
    /// The reason (`EI`).
    pub reason: String,
    /// To which items and destinations.
    pub case: Case,
    /// Where it is stated.
    pub citation: String,
}

/// What a requirement looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Each reason for control of the item, by the country chart, a rule for the reason, or the destinations the entry states.
    Reasons,
    /// Its own case.
    Case,
}

/// When a licence is required.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its identifier.
    pub id: String,
    /// What it asks, in a few words.
    pub name: String,
    /// What it looks at.
    pub basis: Basis,
    /// Its case.
    pub case: Case,
    /// Where it is stated.
    pub citation: String,
}

/// What may stand in a licence's place: a licence exception, a general or bulk authorisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// Its symbol (`LVS`, `EU001`).
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the entry itself must open it.
    pub by_entry: bool,
    /// What it is open to.
    pub case: Case,
    /// The kinds of transaction it covers (of [`TRANSACTIONS`]).
    pub covers: Vec<String>,
    /// The terms its use must meet.
    pub conditions: Vec<String>,
    /// Where it is stated.
    pub citation: String,
}

/// What closes authorisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// What it does, in a few words.
    pub name: String,
    /// When it applies.
    pub case: Case,
    /// The authorisations that stay open; all others close.
    pub leaves: Vec<String>,
    /// The authorisations that close; empty for all but those left.
    pub closes: Vec<String>,
    /// Where it is stated.
    pub citation: String,
}

/// Items and destinations that are closed to one authorisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The authorisation's symbol.
    pub authorisation: String,
    /// What is closed.
    pub case: Case,
    /// Where it is stated.
    pub citation: String,
}

/// How an application is looked at, from the most to the least favourable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Policy {
    /// Approved, generally.
    Approval,
    /// Approved unless something speaks against it.
    PresumptionOfApproval,
    /// Decided case by case.
    CaseByCase,
    /// As the policy of an arms embargo lays down for the destination.
    AsArmsEmbargo,
    /// Denied unless something speaks for it.
    PresumptionOfDenial,
    /// Denied, generally.
    Denial,
}

impl Policy {
    /// In a few words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::PresumptionOfApproval => "presumption of approval",
            Self::CaseByCase => "case by case",
            Self::AsArmsEmbargo => "as arms embargo",
            Self::PresumptionOfDenial => "presumption of denial",
            Self::Denial => "denial",
        }
    }
}

/// A review policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The policy.
    pub policy: Policy,
    /// Terms of it, in a few words; empty if none.
    pub note: String,
    /// What it is for.
    pub case: Case,
    /// Where it is stated.
    pub citation: String,
}

/// A requirement that hangs on end use, end user or knowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatchAll {
    /// What it is against.
    pub name: String,
    /// The ends and ways it guards against (of [`PURPOSES`]), for items that no list names too.
    pub against: Vec<String>,
    /// What makes it apply.
    pub trigger: String,
    /// What it may apply to.
    pub case: Case,
    /// Where it is stated.
    pub citation: String,
}

/// An embargo or sanction on items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embargo {
    /// Its name.
    pub name: String,
    /// What it covers.
    pub case: Case,
    /// Whether a licence is required for what it covers.
    pub licence: bool,
    /// How applications are reviewed, where it says.
    pub policy: Option<Policy>,
    /// Whether it leaves open only the authorisations it names.
    pub closes: bool,
    /// The authorisations it leaves open.
    pub leaves: Vec<String>,
    /// Where it is stated.
    pub citation: String,
}

/// Something that the data does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The rung of the ladder it belongs to.
    pub rung: Rung,
    /// What is not held.
    pub what: String,
    /// For catch-alls: the ends and ways it could guard against; empty for any of them.
    pub against: Vec<String>,
    /// Where it matters.
    pub case: Case,
}

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// Which law and agency.
    Jurisdiction,
    /// Whether the list names the item.
    Listed,
    /// Whether a licence is required.
    Licence,
    /// Whether something may stand in its place.
    Authorisation,
    /// How an application is reviewed.
    Review,
    /// Whether a catch-all could apply.
    CatchAll,
    /// Whether an embargo covers it.
    Embargo,
}
