//! The shape of the data files.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Direction, Effect, Place};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ComparatorGroup {
    pub(crate) place: Place,
    pub(crate) op: Direction,
    pub(crate) phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Directions {
    pub(crate) greater: Vec<String>,
    pub(crate) by_share: Vec<String>,
    pub(crate) reached: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConnectiveGroup {
    pub(crate) join: String,
    pub(crate) phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberWords {
    pub(crate) words: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spellings {
    pub(crate) words: BTreeMap<String, String>,
    pub(crate) endings: BTreeMap<String, String>,
    pub(crate) prefixes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) stop: Vec<String>,
    pub(crate) layout: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(crate) boundary: Vec<String>,
    pub(crate) setting: Vec<String>,
    pub(crate) ambient: Vec<String>,
    pub(crate) measurand: Vec<String>,
    pub(crate) parameter_prefix: Vec<String>,
    pub(crate) parameter_suffix: Vec<String>,
    pub(crate) restricts: Vec<String>,
    pub(crate) opens_clause: Vec<String>,
    pub(crate) widens: Vec<String>,
    pub(crate) excludes: Vec<String>,
    pub(crate) illustrates: Vec<String>,
    pub(crate) parts: Vec<String>,
    pub(crate) reserved: Vec<String>,
    pub(crate) headline: Vec<String>,
    pub(crate) counted: Vec<String>,
    pub(crate) generic: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumbersInContext {
    pub(crate) cross_reference: Vec<String>,
    pub(crate) note: Vec<String>,
    pub(crate) standard: Vec<String>,
    pub(crate) name_before: Vec<String>,
    pub(crate) name_after: Vec<String>,
    pub(crate) months: Vec<String>,
    pub(crate) elements: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteGroup {
    pub(crate) effect: Effect,
    #[serde(default)]
    pub(crate) names: Names,
    pub(crate) phrases: Vec<String>,
}

/// Where a note names what it speaks of: behind the phrase that says what it does, or before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Names {
    #[default]
    Before,
    After,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Headings {
    pub(crate) notes: Vec<String>,
    pub(crate) without_colon: Vec<String>,
    pub(crate) sentence: Vec<String>,
    pub(crate) category: Vec<String>,
    pub(crate) part: Vec<String>,
    pub(crate) general_notes: Vec<String>,
    pub(crate) definitions: Vec<String>,
    pub(crate) resumed: Vec<String>,
    pub(crate) defining: Vec<String>,
    pub(crate) pointing: Vec<String>,
    pub(crate) pointing_unless_excluding: Vec<String>,
    pub(crate) related: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Synonym {
    #[serde(rename = "as")]
    pub(crate) normal: String,
    pub(crate) phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ImpliedNoun {
    pub(crate) unit: String,
    pub(crate) noun: Option<String>,
    #[serde(default)]
    pub(crate) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Adjectives {
    pub(crate) words: BTreeMap<String, String>,
}
