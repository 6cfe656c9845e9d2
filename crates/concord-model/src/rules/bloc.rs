//! Blocs and who takes part in the multilateral regimes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{Citation, Instrument};

/// A member of a bloc.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Code of the country.
    pub code: String,
    /// First day of membership, if a source states it.
    pub from: Option<Date>,
    /// Last day of membership, if it ended.
    pub to: Option<Date>,
    /// Where that is stated.
    pub cites: Vec<Citation>,
}

/// A group of countries that one can ask about as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bloc {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The regime whose participants are its members; empty where `members` names them.
    pub regime: String,
    /// Its members, by code.
    pub members: Vec<Member>,
}

/// What one source says on one country's part in one regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The source's identifier.
    pub source: String,
    /// Whether it names the country as a participant.
    pub takes_part: bool,
    /// The year since which, if it says so.
    pub since: Option<i16>,
}

/// A country's part in one regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The regime.
    pub regime: String,
    /// Whether it takes part; `None` where the sources disagree.
    pub takes_part: Option<bool>,
    /// What each source says; empty where none names the country, which all of them would.
    pub claims: Vec<Claim>,
}

/// A country with its part in every regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Code of the country.
    pub code: String,
    /// Its name.
    pub name: String,
    /// One cell a regime, in the order of the regimes.
    pub cells: Vec<Cell>,
}

/// Who takes part in which regime.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// The sources.
    pub sources: Vec<Instrument>,
    /// The regimes: identifier and name.
    pub regimes: Vec<(String, String)>,
    /// Countries, by code.
    pub countries: Vec<Participant>,
}

impl Participation {
    /// Countries that surely take part in a regime, and those on which the sources disagree.
    pub fn of(&self, regime: &str) -> (Vec<&str>, Vec<&str>) {
        let with = |wanted: Option<bool>| {
            let takes_part = |p: &&Participant| p.cells.iter().any(|c| c.regime == regime && c.takes_part == wanted);
            self.countries.iter().filter(takes_part).map(|p| p.code.as_str()).collect()
        };
        (with(Some(true)), with(None))
    }
}
