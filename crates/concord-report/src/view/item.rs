//! The view of an item: where it stands in the lists of its origins, and what bears on it where it is on none.

use concord_compare::classify::{Classified, Placing};
use concord_compare::ladder::{Answer, Unlisted};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lang::Voice;

/// Paragraphs that may hold an item which a report shows, and whose ladders are climbed.
pub const SHOWN: usize = 12;

/// An item.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct ItemView {
    /// What it is called.
    pub name: String,
    /// Where it stands, origin by origin.
    pub placements: Vec<PlacementView>,
    /// What bears on it where no paragraph is sure to hold it.
    pub unlisted: Vec<UnlistedView>,
}

/// Where an item stands in one list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlacementView {
    /// The origin's name.
    pub origin: String,
    /// The origin's code.
    pub origin_code: String,
    /// The list with its date; empty where none is held.
    pub list: String,
    /// Whether the list holds it.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub answer: &'static str,
    /// Codes that the item's own file places it under.
    pub by_file: Vec<String>,
    /// Paragraphs that hold it.
    pub listed: Vec<PlacingView>,
    /// Paragraphs that may hold it, the first of them.
    pub perhaps: Vec<PlacingView>,
    /// How many more may hold it.
    pub perhaps_more: usize,
    /// Paragraphs that name its kinds and do not hold it.
    pub outside: usize,
    /// Its kinds that no paragraph names.
    pub unknown_kinds: Vec<String>,
    /// Its parameters that the list does not limit.
    pub unused_values: Vec<String>,
}

/// A paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlacingView {
    /// Its code.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// What is not known; empty where nothing is open.
    pub why: String,
    /// Where it stands.
    pub citation: String,
}

/// What bears on an item that is on no list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnlistedView {
    /// The origin's name.
    pub origin: String,
    /// The origin's code.
    pub origin_code: String,
    /// The destination's name.
    pub destination: String,
    /// The destination's code.
    pub destination_code: String,
    /// Whether an embargo covers items of every kind.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub embargo: &'static str,
    /// The catch-alls that could apply.
    pub guards: Vec<GuardView>,
    /// What is not held.
    pub not_held: Vec<String>,
}

/// A catch-all that could apply.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GuardView {
    /// What it is against.
    pub name: String,
    /// What makes it apply.
    pub trigger: String,
    /// Where it is stated.
    pub citation: String,
}

impl PlacementView {
    /// The view of where an item stands; `found` is none where the list is not held.
    pub fn new(origin: (&str, &str), list: &str, found: Option<&Classified>, by_file: Vec<String>, voice: &Voice) -> Self {
        let rows = |rows: &[Placing]| rows.iter().map(|row| placing(row, voice)).collect::<Vec<_>>();
        let (perhaps, more) = found.map_or((&[][..], 0), |found| {
            let shown = found.perhaps.len().min(SHOWN);
            (&found.perhaps[..shown], found.perhaps.len() - shown)
        });
        Self {
            origin: origin.0.to_owned(),
            origin_code: origin.1.to_owned(),
            list: list.to_owned(),
            answer: found.map_or(Answer::Unknown, |found| found.answer).name(),
            by_file,
            listed: found.map_or_else(Vec::new, |found| rows(&found.listed)),
            perhaps: rows(perhaps),
            perhaps_more: more,
            outside: found.map_or(0, |found| found.outside.len()),
            unknown_kinds: found.map_or_else(Vec::new, |found| found.unknown_kinds.clone()),
            unused_values: found.map_or_else(Vec::new, |found| found.unused_values.clone()),
        }
    }
}

impl UnlistedView {
    /// The view of what bears on an item that is on no list; names before codes.
    pub fn new(origin: (&str, &str), destination: (&str, &str), unlisted: &Unlisted, voice: &Voice) -> Self {
        let embargoes = unlisted.embargoes.iter().filter(|row| row.citation.is_empty()).map(|row| voice.say(&row.text));
        Self {
            origin: origin.0.to_owned(),
            origin_code: origin.1.to_owned(),
            destination: destination.0.to_owned(),
            destination_code: destination.1.to_owned(),
            embargo: unlisted.embargo.name(),
            guards: unlisted
                .guards
                .iter()
                .map(|guard| GuardView { name: guard.name.clone(), trigger: guard.trigger.clone(), citation: guard.citation.clone() })
                .collect(),
            not_held: unlisted.not_held.iter().map(|(what, _)| what.clone()).chain(embargoes).collect(),
        }
    }
}

fn placing(placing: &Placing, voice: &Voice) -> PlacingView {
    PlacingView {
        code: placing.code.to_string(),
        subject: placing.subject.clone(),
        why: voice.say(&placing.why),
        citation: placing.citation.clone(),
    }
}
