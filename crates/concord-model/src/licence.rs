//! What an entry states about licences: reasons for control and list-based exceptions.

use serde::{Deserialize, Serialize};

/// A reason for control and what it applies to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The reason as the list abbreviates it (`NS`, `MT`, `AT`).
    pub reason: String,
    /// The chart column it points to (`NS Column 1`), or empty where the entry states destinations itself.
    pub column: String,
    /// Codes it applies to; empty for the entire entry. Ranges are kept as `from-to`.
    pub applies_to: Vec<String>,
    /// `true` where the text narrows it further (an exception, an end use) in a way not modelled here.
    pub qualified: bool,
    /// Destination key words where the row states destinations itself (country group codes such as `D:1`, `-A:5` for excluded ones, `worldwide`).
    pub destinations: Vec<String>,
}

/// Whether a list-based exception may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Availability {
    /// May be used for the whole entry.
    Yes,
    /// May not be used.
    No,
    /// For part of the entry, or with conditions.
    Partly,
}

/// A list-based licence exception as an entry states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceException {
    /// Its symbol (`LVS`, `GBS`, `STA`).
    pub symbol: String,
    /// Whether it may be used.
    pub available: Availability,
    /// Value limit as printed, currency first (`USD 5000`); empty if none is stated.
    pub value_limit: String,
    /// Codes it is open to (empty: not limited by code).
    pub only: Vec<String>,
    /// Codes it is closed to.
    pub except: Vec<String>,
}
