//! The layers above the list, for the destinations asked about.

use concord_compare::layers::{LayerComparison, LayerOptions, LayerSide, compare_layers};
use concord_compare::{Baseline, Comparison};
use concord_report::Context;

use crate::asked::places;
use crate::cli::Activity;
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// What is asked of the layers above the list.
pub(crate) struct Above<'a> {
    /// Codes of the two sides.
    pub(crate) sides: (&'a str, &'a str),
    /// The destinations.
    pub(crate) to: &'a [String],
    /// What is done with the items.
    pub(crate) activity: Activity,
}

/// Compares the layers above the list for the destinations asked for.
pub(crate) fn compare_above(
    asked: &Above<'_>,
    comparison: &Comparison,
    context: &Context,
    baseline: &Baseline,
    data: &Data,
    output: &Output,
) -> Result<LayerComparison, Failure> {
    let destinations = data.destinations()?;
    let places = places(asked.to, &destinations)?;
    let progress = output.progress(format!("comparing licences for {} destinations", places.len()));
    let codes = [data.known_code(asked.sides.0)?, data.known_code(asked.sides.1)?];
    let licensed = data.licensed()?;
    let rules = |code: &String| if licensed.contains(code) { data.licensing(code, &destinations).map(Some) } else { Ok(None) };
    let (left_rules, right_rules) = (rules(&codes[0])?, rules(&codes[1])?);
    let (left_list, right_list) = rayon::join(|| data.list_if_any(&codes[0]), || data.list_if_any(&codes[1]));
    let (left_list, right_list) = (left_list?, right_list?);
    let options = LayerOptions {
        names: (context.left.phrase.clone(), context.right.phrase.clone()),
        destinations: places.iter().map(|place| (place.code.clone(), place.name.clone())).collect(),
        activity: asked.activity.word(),
        baseline,
    };
    let left = LayerSide { list: left_list.as_ref(), rules: left_rules.as_ref() };
    let right = LayerSide { list: right_list.as_ref(), rules: right_rules.as_ref() };
    let found = compare_layers(comparison, left, right, &options);
    drop(progress);
    Ok(found)
}
