//! Instruments: the texts that facts cite.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of text an instrument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// An act of parliament.
    Act,
    /// A regulation.
    Regulation,
    /// An order or decree.
    Order,
    /// A notice or announcement of an authority.
    Notice,
    /// Guidance of an authority.
    Guidance,
    /// A treaty.
    Treaty,
    /// A text that reports what an instrument says.
    Secondary,
    /// A page that was looked up.
    Page,
}

/// A text that facts cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Its identifier in citations.
    pub id: String,
    /// Official short title, in translation if foreign.
    pub title: String,
    /// Title in its own language; empty if English.
    pub native: String,
    /// What kind of text it is.
    pub kind: InstrumentKind,
    /// Its official citation; empty if it has none.
    pub citation: String,
    /// The date of the text that was read (`2026-01-29`; a year or month where it states no day); empty if it states none.
    pub version: String,
    /// Address of the publication; empty if no source states one.
    pub url: String,
    /// The file that was read, inside the corpus of official texts; empty if it was read elsewhere.
    pub corpus: String,
    /// The copy that was read elsewhere; empty if there is none to name.
    pub source: String,
    /// What a reader of the text must know.
    pub note: String,
    /// Language of the text that was read.
    pub language: String,
}

impl Instrument {
    /// The day for which the text that was read surely tells what it says: its date, or the last day of the month or year that it states; `None`
    /// where it states none.
    pub fn day(&self) -> Option<Date> {
        let mut parts = self.version.split('-');
        let year: i16 = parts.next()?.parse().ok()?;
        let month = parts.next().map(str::parse::<i8>).transpose().ok()?;
        let day = parts.next().map(str::parse::<i8>).transpose().ok()?;
        let first = Date::new(year, month.unwrap_or(12), day.unwrap_or(1)).ok()?;
        Some(if day.is_some() { first } else { first.last_of_month() })
    }

    /// A citation of a place in it (`Export Administration Regulations, 15 CFR parts 730-774, § 762.6(a) (text of 2026-01-29)`).
    pub fn cite(&self, pinpoint: &str) -> String {
        let parts: Vec<&str> = [self.title.as_str(), &self.citation, pinpoint].into_iter().filter(|part| !part.is_empty()).collect();
        let version = if self.version.is_empty() { String::new() } else { format!(" (text of {})", self.version) };
        format!("{}{version}", parts.join(", "))
    }
}
