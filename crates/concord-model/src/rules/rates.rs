//! Exchange rates of one day.

use concord_quantity::Number;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How much of a currency one unit of the base buys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// The currency, ISO 4217.
    pub currency: String,
    /// Units of it for one unit of the base.
    pub rate: Number,
}

/// A dated table of exchange rates, with which sums in different currencies are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rates {
    /// The currency that the rates are stated for, ISO 4217.
    pub base: String,
    /// The day of the rates.
    pub day: Date,
    /// Where they are published.
    pub source: String,
    /// The rates.
    pub rates: Vec<Rate>,
    /// From how large a factor between two converted sums a difference counts: rates move, and a difference that a year's movement
    /// could undo is none.
    pub margin: Number,
}
