//! The part of a report on the layers above the list, destination by destination.

use concord_compare::layers::{LayerComparison, LayerCount, LayerFinding, WitnessStatus};
use concord_compare::{Direction, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use super::{CompareView, FindingView};
use crate::{Context, words};

/// Destinations whose findings a report shows; of more, it shows the counts.
const SHOWN: usize = 8;

/// Destinations for which each witness says its status.
const TOLD: usize = 2;

/// The layers above the list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LayersView {
    /// The left jurisdiction in headings.
    pub left: String,
    /// The right jurisdiction in headings.
    pub right: String,
    /// What was asked, and how to read it.
    pub about: Vec<String>,
    /// The answer in plain sentences: one a destination.
    pub answer: Vec<String>,
    /// The destinations.
    pub destinations: Vec<LayersDestinationView>,
    /// Destinations asked about.
    pub asked: usize,
    /// Findings that are not shown, because so many destinations were asked about.
    pub left_out: usize,
}

/// One destination.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LayersDestinationView {
    /// Its code.
    pub code: String,
    /// Its name; where many destinations are asked about, the names of all that have the same counts.
    pub name: String,
    /// Anchor inside the report.
    pub anchor: String,
    /// Whether it lies inside one of the two sides.
    pub inside: bool,
    /// One row a layer.
    pub layers: Vec<LayerRow>,
    /// Findings by layer.
    pub findings: Vec<FindingView>,
}

/// How a layer stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LayerRow {
    /// The layer in words.
    pub layer: String,
    /// Pairs asked about.
    pub of: usize,
    /// Pairs on which both sides say the same.
    pub same: usize,
    /// Pairs on which the left is stricter.
    pub left: usize,
    /// Pairs on which the right is stricter.
    pub right: usize,
    /// Pairs on which each is stricter in part.
    pub overlap: usize,
    /// Pairs on which the answers differ without an order.
    pub incomparable: usize,
    /// Pairs of which one side's answer is not known.
    pub unknown: usize,
    /// Pairs on which the question does not arise.
    pub not_applicable: usize,
}

impl LayersView {
    /// Words a comparison of the layers above the list.
    pub fn new(layers: &LayerComparison, context: &Context) -> Self {
        let all: Vec<&LayerFinding> = layers.findings.iter().filter(|found| found.finding.accepted.is_none()).collect();
        let few = layers.destinations.len() <= SHOWN;
        let destinations = layers.destinations.iter().map(|place| LayersDestinationView {
            code: place.code.clone(),
            name: context.glossary.name(&format!("place/{}", place.code), &place.name),
            anchor: format!("to-{}", place.code.to_lowercase()),
            inside: place.inside,
            layers: layers.counts.iter().filter(|count| count.destination == place.code).map(|count| row(count, context)).collect(),
            findings: all
                .iter()
                .filter(|found| few && found.finding.destination == place.code)
                .map(|found| finding(found, context))
                .collect(),
        });
        Self {
            left: context.left.short.clone(),
            right: context.right.short.clone(),
            about: about(layers, context),
            answer: if few { answer(layers, context) } else { Vec::new() },
            destinations: if few { destinations.collect() } else { joined(destinations) },
            asked: layers.destinations.len(),
            left_out: if few { 0 } else { all.len() },
        }
    }
}

/// Destinations with the same counts as one, with all their names.
fn joined(destinations: impl Iterator<Item = LayersDestinationView>) -> Vec<LayersDestinationView> {
    let mut out: Vec<LayersDestinationView> = Vec::new();
    for place in destinations {
        match out.iter_mut().find(|known| known.inside == place.inside && known.layers == place.layers) {
            Some(known) => known.name = format!("{}, {}", known.name, place.name),
            None => out.push(place),
        }
    }
    out
}

pub(super) fn finding(found: &LayerFinding, context: &Context) -> FindingView {
    let mut view = FindingView::new(&found.finding, context);
    match found.finding.direction {
        Direction::Unknown => view.verdict = context.text("layers-verdict-not-known", &[]),
        Direction::Incomparable => view.verdict = context.text("layers-verdict-not-ordered", &[]),
        _ => {}
    }
    view
}

fn count(count: &LayerCount, wanted: Direction) -> usize {
    count.by_direction.iter().find(|(direction, _)| *direction == wanted).map_or(0, |(_, n)| *n)
}

pub(super) fn row(of: &LayerCount, context: &Context) -> LayerRow {
    LayerRow {
        layer: words::layer(of.layer, context),
        of: of.of,
        same: of.same,
        left: count(of, Direction::LeftStricter),
        right: count(of, Direction::RightStricter),
        overlap: count(of, Direction::Overlap),
        incomparable: count(of, Direction::Incomparable),
        unknown: count(of, Direction::Unknown),
        not_applicable: of.not_applicable,
    }
}

fn about(layers: &LayerComparison, context: &Context) -> Vec<String> {
    let (Some(left), Some(right)) = layers.as_of else {
        let missing = [(layers.as_of.0, &context.left), (layers.as_of.1, &context.right)];
        let missing = missing.iter().filter(|(day, _)| day.is_none());
        return missing.map(|(_, place)| context.text("layers-no-rules", &[("who", (&place.phrase).into())])).collect();
    };
    let dates = [
        ("left", (&context.left.phrase).into()),
        ("left_date", left.to_string().into()),
        ("right", (&context.right.phrase).into()),
        ("right_date", right.to_string().into()),
    ];
    vec![
        context.text("layers-population", &[("pairs", layers.population.into()), ("left_out", layers.left_out.into())]),
        context.text("layers-apart", &[]),
        context.text("layers-as-of", &dates),
    ]
}

fn answer(layers: &LayerComparison, context: &Context) -> Vec<String> {
    let counts = layers.counts.iter().filter(|count| count.layer == Layer::LicenceRequired);
    let sentence = |of: &LayerCount| {
        let name = destination(&of.destination, layers, context);
        let args = [
            ("place", name.into()),
            ("left", (&context.left.phrase).into()),
            ("right", (&context.right.phrase).into()),
            ("left_more", count(of, Direction::LeftStricter).into()),
            ("right_more", count(of, Direction::RightStricter).into()),
            ("unknown", count(of, Direction::Unknown).into()),
            ("pairs", of.of.into()),
        ];
        context.text("layers-answer", &args)
    };
    counts.map(sentence).collect()
}

/// What a destination is called.
fn destination(code: &str, layers: &LayerComparison, context: &Context) -> String {
    let name = layers.destinations.iter().find(|place| place.code == code).map_or(code, |place| &place.name);
    context.glossary.name(&format!("place/{code}"), name)
}

/// Adds to every witness shown what becomes of it for the destinations asked about.
pub(super) fn tell(view: &mut CompareView, layers: &LayerComparison, context: &Context) {
    if layers.destinations.len() > TOLD {
        return;
    }
    let mut add = |finding: &mut FindingView| {
        let own = layers.witnesses.iter().filter(|status| status.finding == finding.id);
        finding.witnesses.extend(own.map(|own| status(own, layers, context)));
    };
    view.summary.top.iter_mut().for_each(&mut add);
    for group in view.categories.iter_mut().flat_map(|category| &mut category.groups) {
        group.findings.iter_mut().chain(&mut group.notes).for_each(&mut add);
    }
    view.strata.iter_mut().flat_map(|stratum| &mut stratum.sample).for_each(&mut add);
}

/// What becomes of a witness, in a sentence or two.
pub(crate) fn status(status: &WitnessStatus, layers: &LayerComparison, context: &Context) -> String {
    let (here, there) = if status.listed_on == "right" { (&context.right, &context.left) } else { (&context.left, &context.right) };
    let place = destination(&status.destination, layers, context);
    let asks = [("place", place.into()), ("who", (&here.phrase).into()), ("licence", (&status.licence).into())];
    let mut text = context.text("layers-witness-licence", &asks);
    if !status.required_for.is_empty() {
        let reasons = status.required_for.join(", ");
        text = context.text("layers-witness-reasons", &[("text", text.into()), ("reasons", reasons.into())]);
    }
    if !status.open.is_empty() {
        let symbols = status.open.join(", ");
        text = context.text("layers-witness-open", &[("text", text.into()), ("symbols", symbols.into())]);
    }
    let known = if status.catch_alls_known { "yes" } else { "no" };
    let args = [
        ("text", text.into()),
        ("who", (&there.phrase).into()),
        ("catch_alls", status.catch_alls_elsewhere.len().into()),
        ("known", known.into()),
    ];
    context.text("layers-witness-elsewhere", &args)
}
