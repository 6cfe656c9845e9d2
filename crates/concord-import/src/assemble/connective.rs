//! How the children of each paragraph join.
//!
//! The lead-in decides where it says so ("any of the following"). Where it does not, the `and` or `or` after a child that is
//! not the last decides; one after the last child closes a group further up and says nothing here. Else: any.

use std::collections::BTreeMap;

use concord_model::{Code, Connective, Paragraph};

use crate::grammar::{Reading, Trailing};

/// Settles the connective of every paragraph that has children.
pub(super) fn settle(paragraphs: &mut [Paragraph], readings: &BTreeMap<Code, Reading>) {
    let mut children: BTreeMap<Code, Vec<Code>> = BTreeMap::new();
    for paragraph in paragraphs.iter() {
        if let Some(parent) = paragraph.code.parent() {
            children.entry(parent).or_default().push(paragraph.code.clone());
        }
    }
    for paragraph in paragraphs.iter_mut() {
        let Some(below) = children.get(&paragraph.code) else { continue };
        let lead_in = readings.get(&paragraph.code).and_then(|r| r.children);
        paragraph.children = lead_in.unwrap_or_else(|| from_trailing(below, readings));
    }
}

fn from_trailing(children: &[Code], readings: &BTreeMap<Code, Reading>) -> Connective {
    let inner = children.iter().rev().skip(1);
    let marks: Vec<Trailing> = inner.filter_map(|c| readings.get(c).and_then(|r| r.trailing)).collect();
    let says = |mark: Trailing| marks.contains(&mark);
    if says(Trailing::And) && !says(Trailing::Or) { Connective::All } else { Connective::Any }
}
