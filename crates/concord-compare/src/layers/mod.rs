//! The layers above the list, compared for a destination: whether items that both lists name need a licence, what may stand in its place, how an
//! application is reviewed; and for items on no list, which catch-alls and embargoes bear on them.
//!
//! Each layer has a direction of its own, and none is summed with another. The population of the first three layers is the matched pairs of
//! paragraphs without sub-paragraphs whose scopes are known to share items; a finding gathers the pairs with the same answers. Nothing has a
//! direction where a rung is unknown on a side.

mod alike;
mod codes;
mod extent;
mod group;
mod guards;
mod pairs;
mod rungs;
mod witnesses;

use concord_model::List;
use concord_model::licensing::{Answer, Licensing};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Baseline, Comparison, Direction, Finding, Layer};

pub use witnesses::WitnessStatus;

/// One of the two sides.
#[derive(Clone, Copy, Debug)]
pub struct LayerSide<'a> {
    /// Its list, if it is held.
    pub list: Option<&'a List>,
    /// Its licensing rules, if they are held.
    pub rules: Option<&'a Licensing>,
}

/// What the comparison is told beside the two sides.
#[derive(Clone, Debug)]
pub struct LayerOptions<'a> {
    /// Short display names of the two sides.
    pub names: (String, String),
    /// The destinations asked about: code and name.
    pub destinations: Vec<(String, String)>,
    /// What is done with the items (`export`).
    pub activity: &'a str,
    /// Findings that a reader has accepted.
    pub baseline: &'a Baseline,
}

/// What differs above the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerComparison {
    /// What is done with the items.
    pub activity: String,
    /// The destinations asked about.
    pub destinations: Vec<LayerDestination>,
    /// The dates as of which the two sides' licensing rules hold; none for a side without any, with which nothing is compared.
    pub as_of: (Option<Date>, Option<Date>),
    /// Pairs of paragraphs whose ladders are compared.
    pub population: usize,
    /// Pairs of paragraphs without sub-paragraphs that are left out, because their scopes are not known to share an item.
    pub left_out: usize,
    /// Findings: by destination, layer and direction.
    pub findings: Vec<LayerFinding>,
    /// One row for each layer and destination.
    pub counts: Vec<LayerCount>,
    /// What becomes of the witnesses of the list's findings: by finding and destination.
    pub witnesses: Vec<WitnessStatus>,
}

/// A destination asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerDestination {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it lies inside one of the two sides, so that there is no export from that side and nothing to compare.
    pub inside: bool,
}

/// A finding with the pairs it gathers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerFinding {
    /// The finding; its codes are the topmost under which every pair of the population is of it, joined by commas.
    pub finding: Finding,
    /// The pairs: left and right code. Empty for items on no list.
    pub pairs: Vec<(String, String)>,
}

/// How the pairs of a layer stand for a destination. For catch-alls the two questions asked are counted: ends guarded against, embargo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerCount {
    /// The layer.
    pub layer: Layer,
    /// The destination's code.
    pub destination: String,
    /// Pairs asked about.
    pub of: usize,
    /// Of these, those on which both sides say the same.
    pub same: usize,
    /// Of these, those on which the question does not arise, because not both sides ask for a licence beyond doubt.
    pub not_applicable: usize,
    /// Of these, those that findings gather, one count a direction.
    pub by_direction: Vec<(Direction, usize)>,
}

/// All directions, in the order of counts.
const DIRECTIONS: [Direction; 5] =
    [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Incomparable, Direction::Unknown];

/// Compares the layers above the list; where licensing rules of a side are not held, nothing is compared.
pub fn compare_layers(comparison: &Comparison, left: LayerSide<'_>, right: LayerSide<'_>, options: &LayerOptions<'_>) -> LayerComparison {
    let inside = |place: &str| {
        let within = |rules: Option<&Licensing>| rules.is_some_and(|rules| rules.holds("home", place) == Answer::Yes);
        within(left.rules) || within(right.rules)
    };
    let destinations: Vec<LayerDestination> = options
        .destinations
        .iter()
        .map(|(code, name)| LayerDestination { code: code.clone(), name: name.clone(), inside: inside(code) })
        .collect();
    let mut out = LayerComparison {
        activity: options.activity.to_owned(),
        destinations,
        as_of: (left.rules.map(|rules| rules.as_of), right.rules.map(|rules| rules.as_of)),
        ..LayerComparison::default()
    };
    let (Some(left_rules), Some(right_rules)) = (left.rules, right.rules) else { return out };
    let sides = (left_rules, right_rules);
    let found = pairs::Population::new(comparison, left.list, right.list);
    (out.population, out.left_out) = (found.pairs.len(), found.left_out);
    let asked: Vec<LayerDestination> = out.destinations.iter().filter(|place| !place.inside).cloned().collect();
    if let (Some(left_list), Some(right_list)) = (left.list, right.list)
        && !found.pairs.is_empty()
    {
        let outcomes = pairs::outcomes(&found, (left_list, right_list), sides, &asked, options.activity);
        for (place, outcomes) in asked.iter().zip(&outcomes) {
            group::group(place, outcomes, &found, sides, options, &mut out);
        }
    }
    for place in &asked {
        guards::compare(place, sides, options, &mut out);
    }
    out.findings.sort_by(|a, b| order(&a.finding).cmp(&order(&b.finding)));
    out.counts.sort_by(|a, b| (&a.destination, a.layer).cmp(&(&b.destination, b.layer)));
    out.witnesses = witnesses::statuses(comparison, left, right, &asked, options.activity);
    out
}

fn order(finding: &Finding) -> (&str, Layer, Direction, &str, &str, &str) {
    (&finding.destination, finding.layer, finding.direction, &finding.stratum, &finding.category, &finding.id)
}
