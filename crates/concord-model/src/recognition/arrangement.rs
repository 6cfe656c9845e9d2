//! Legal vehicles and existing arrangements.

use jiff::civil::Date;

use crate::recognition::Object;

/// The instrument by which a jurisdiction would recognise a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vehicle {
    /// What is recognised.
    pub object: Object,
    /// The instrument; empty where its law at hand has none.
    pub instrument: String,
    /// What changes it: who, by which kind of act; empty where that is not known.
    pub changed_by: String,
    /// Where both are stated.
    pub citation: String,
    /// The day the source was read.
    pub read: Date,
    /// What a reader must know.
    pub note: String,
}

/// An arrangement by which one jurisdiction already recognises others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who grants it.
    pub grantor: String,
    /// To whom: codes of destinations, or names of sets of the grantor's licensing rules; none where a text that is not held names them.
    pub to: Vec<String>,
    /// What is recognised.
    pub object: Object,
    /// The instrument.
    pub vehicle: String,
    /// The authorisation it gives, by its symbol in the grantor's licensing rules; empty where there is none.
    pub authorisation: String,
    /// Which items it is for, in a few words.
    pub covers: String,
    /// What it leaves out, in a few words; empty where nothing is known to be.
    pub excludes: String,
    /// The terms of its use.
    pub conditions: Vec<String>,
    /// The first day it holds, if known.
    pub from: Option<Date>,
    /// Where it is stated.
    pub citation: String,
    /// What a reader must know.
    pub note: String,
}
