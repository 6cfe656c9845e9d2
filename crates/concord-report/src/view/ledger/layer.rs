//! The layers above the list, destination by destination.

use concord_compare::layers::{LayerComparison, LayerFinding};
use serde::Serialize;

use crate::Context;
use crate::view::LayerRow;
use crate::view::layers::{finding, row};

/// What a finding on a layer above the list gathers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AboveView {
    /// The destination's name.
    pub destination: String,
    /// Who is stricter, in words.
    pub verdict: String,
    /// Pairs of paragraphs for which both sides say the same; 0 where it speaks of items on no list.
    pub pairs: usize,
}

/// How one layer stands for one destination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LayerCountRow {
    /// The destination's name.
    pub destination: String,
    /// Its code.
    pub code: String,
    /// The counts.
    pub counts: LayerRow,
}

impl AboveView {
    pub(super) fn new(found: &LayerFinding, layers: &LayerComparison, context: &Context) -> Self {
        let verdict = finding(found, context).verdict;
        Self { destination: name(&found.finding.destination, layers, context), verdict, pairs: found.pairs.len() }
    }
}

/// One row for each layer and destination, in the order of the comparison.
pub(super) fn counts(layers: &LayerComparison, context: &Context) -> Vec<LayerCountRow> {
    let view = |count: &concord_compare::layers::LayerCount| LayerCountRow {
        destination: name(&count.destination, layers, context),
        code: count.destination.clone(),
        counts: row(count, context),
    };
    layers.counts.iter().map(view).collect()
}

/// The name of a destination asked about.
fn name(code: &str, layers: &LayerComparison, context: &Context) -> String {
    let name = layers.destinations.iter().find(|place| place.code == code).map_or(code, |place| &place.name);
    context.glossary.name(&format!("destination/{code}"), name)
}
