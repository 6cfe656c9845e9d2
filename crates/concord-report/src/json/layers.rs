//! The published JSON document of a comparison: the part on the layers above the list.

use concord_compare::layers::{LayerComparison, LayerCount, LayerFinding, WitnessStatus};
use schemars::JsonSchema;
use serde::Serialize;

use super::{CompareDocument, CountDocument, DivergenceDocument, by_direction, divergence};
use crate::{Context, words};

/// The layers above the list, for the destinations asked about. Their divergences stand with those of the lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LayersDocument {
    /// What is done with the items (`export`).
    pub activity: String,
    /// The date as of which the left side's licensing rules hold, ISO; `null` where none are held.
    pub left_as_of: Option<String>,
    /// The date as of which the right side's licensing rules hold, ISO; `null` where none are held.
    pub right_as_of: Option<String>,
    /// The destinations asked about.
    pub destinations: Vec<PlaceDocument>,
    /// Pairs asked about: matched paragraphs without sub-paragraphs whose scopes are known to share items.
    pub population: usize,
    /// Pairs of paragraphs without sub-paragraphs that are left out, because whether they share an item is not decided.
    pub left_out: usize,
    /// One row for each layer and destination.
    pub counts: Vec<LayerCountDocument>,
}

/// A destination.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlaceDocument {
    /// ISO 3166-1 code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether it lies inside one of the two sides, so that nothing is compared.
    pub inside: bool,
}

/// How the pairs of a layer stand for a destination.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LayerCountDocument {
    /// The layer. For `catch-all` two questions on items that no list names are counted in place of pairs.
    pub layer: &'static str,
    /// The destination's code.
    pub destination: String,
    /// Pairs asked about.
    pub of: usize,
    /// Pairs on which both sides say the same.
    pub same: usize,
    /// Pairs on which the question does not arise.
    pub not_applicable: usize,
    /// Pairs by direction.
    pub by_direction: Vec<CountDocument>,
}

/// A pair of paragraphs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PairDocument {
    /// Left code.
    pub left: String,
    /// Right code.
    pub right: String,
}

/// What becomes of a witness for a destination.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StatusDocument {
    /// The destination's code.
    pub destination: String,
    /// Whether the side that lists it asks for a licence.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub licence: String,
    /// What asks for it beyond doubt.
    pub required_for: Vec<String>,
    /// Authorisations that are open under their conditions.
    pub open: Vec<String>,
    /// Whether an embargo of the other side covers items of every kind.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub embargo_elsewhere: String,
    /// Catch-alls of the other side that could apply, by name.
    pub catch_alls_elsewhere: Vec<String>,
    /// Whether all catch-alls of the other side are held.
    pub catch_alls_known: bool,
}

impl CompareDocument {
    /// Adds the layers above the list.
    #[must_use]
    pub fn with_layers(mut self, layers: &LayerComparison, context: &Context) -> Self {
        for divergence in &mut self.divergences {
            let id = divergence.id.clone();
            let mut own = layers.witnesses.iter().filter(|status| status.finding == id);
            if let Some(witness) = &mut divergence.witness {
                let count = layers.destinations.iter().filter(|place| !place.inside).count();
                witness.status = own.by_ref().take(count).map(status).collect();
            }
            if let Some(witness) = &mut divergence.counter_witness {
                witness.status = own.map(status).collect();
            }
        }
        self.divergences.extend(layers.findings.iter().map(|found| of_layer(found, context)));
        self.layers = Some(LayersDocument {
            activity: layers.activity.clone(),
            left_as_of: layers.as_of.0.map(|day| day.to_string()),
            right_as_of: layers.as_of.1.map(|day| day.to_string()),
            destinations: layers
                .destinations
                .iter()
                .map(|place| PlaceDocument { code: place.code.clone(), name: place.name.clone(), inside: place.inside })
                .collect(),
            population: layers.population,
            left_out: layers.left_out,
            counts: layers.counts.iter().map(count).collect(),
        });
        self
    }
}

fn of_layer(found: &LayerFinding, context: &Context) -> DivergenceDocument {
    let pairs = found.pairs.iter().map(|(left, right)| PairDocument { left: left.clone(), right: right.clone() });
    DivergenceDocument { pairs: pairs.collect(), ..divergence(&found.finding, context) }
}

fn count(count: &LayerCount) -> LayerCountDocument {
    LayerCountDocument {
        layer: words::layer_key(count.layer),
        destination: count.destination.clone(),
        of: count.of,
        same: count.same,
        not_applicable: count.not_applicable,
        by_direction: by_direction(&count.by_direction),
    }
}

fn status(status: &WitnessStatus) -> StatusDocument {
    StatusDocument {
        destination: status.destination.clone(),
        licence: status.licence.clone(),
        required_for: status.required_for.clone(),
        open: status.open.clone(),
        embargo_elsewhere: status.embargo_elsewhere.clone(),
        catch_alls_elsewhere: status.catch_alls_elsewhere.clone(),
        catch_alls_known: status.catch_alls_known,
    }
}
