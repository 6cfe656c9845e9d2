//! What becomes of a witness: an item that one side lists and the other does not, to a destination.

use concord_model::Code;
use concord_model::licensing::Answer;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{LayerDestination, LayerSide};
use crate::Comparison;
use crate::ladder::{Question, ladder, unlisted};

/// The status of a witness for a destination, on the side that lists it and on the side that does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WitnessStatus {
    /// Fingerprint of the finding it proves.
    pub finding: String,
    /// `left` or `right`: the side that lists it.
    pub listed_on: String,
    /// The code that lists it.
    pub listed_by: String,
    /// The destination's code.
    pub destination: String,
    /// `yes`, `no` or `unknown`: whether the side that lists it asks for a licence.
    pub licence: String,
    /// What asks for it beyond doubt.
    pub required_for: Vec<String>,
    /// Authorisations that are open under their conditions.
    pub open: Vec<String>,
    /// `yes`, `no` or `unknown`: whether an embargo of the side that does not list it covers items of every kind.
    pub embargo_elsewhere: String,
    /// The catch-alls of the side that does not list it that could apply, by name.
    pub catch_alls_elsewhere: Vec<String>,
    /// Whether all catch-alls of that side are held.
    pub catch_alls_known: bool,
}

/// The status of every witness, for every destination.
pub(super) fn statuses(
    comparison: &Comparison,
    left: LayerSide<'_>,
    right: LayerSide<'_>,
    places: &[LayerDestination],
    activity: &str,
) -> Vec<WitnessStatus> {
    let witnesses: Vec<_> =
        comparison.findings.iter().flat_map(|finding| finding.witnesses.iter().map(move |witness| (&finding.id, witness))).collect();
    // What the rules say for a place is made ready once for all witnesses.
    let ready: Vec<_> = places
        .par_iter()
        .map(|place| {
            let toward = |side: LayerSide<'_>| side.rules.map(|rules| rules.toward(&place.code));
            let elsewhere = |side: LayerSide<'_>| side.rules.map(|rules| unlisted(rules, &place.code, activity));
            ((toward(left), elsewhere(right)), (toward(right), elsewhere(left)))
        })
        .collect();
    let asked: Vec<_> = witnesses.iter().flat_map(|witness| places.iter().zip(&ready).map(move |ready| (witness, ready))).collect();
    asked
        .par_iter()
        .filter_map(|((finding, witness), (place, (on_left, on_right)))| {
            let ((rules, elsewhere), list) = if witness.listed_on == "right" { (on_right, right.list) } else { (on_left, left.list) };
            let (rules, elsewhere) = (rules.as_ref()?, elsewhere.as_ref()?);
            let code = Code::parse(&witness.listed_by).ok()?;
            let ladder = ladder(&Question { list, rules, code: &code, destination: &place.code, activity });
            let mut open: Vec<String> =
                ladder.authorisations.iter().filter(|open| open.answer == Answer::Yes).map(|open| open.id.clone()).collect();
            open.dedup();
            Some(WitnessStatus {
                finding: (*finding).clone(),
                listed_on: witness.listed_on.clone(),
                listed_by: witness.listed_by.clone(),
                destination: place.code.clone(),
                licence: ladder.licence.name().to_owned(),
                required_for: ladder.required_for,
                open,
                embargo_elsewhere: elsewhere.embargo.name().to_owned(),
                catch_alls_elsewhere: elsewhere.guards.iter().map(|guard| guard.name.clone()).collect(),
                catch_alls_known: elsewhere.not_held.is_empty(),
            })
        })
        .collect()
}
