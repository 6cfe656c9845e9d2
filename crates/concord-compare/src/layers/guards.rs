//! Items on no list: the ends against which they are controlled, and embargoes.

use concord_model::licensing::{Licensing, PURPOSES};

use super::extent::{Extent, Standing};
use super::group::{Named, cited};
use super::rungs::{Outcome, Said, Seen};
use super::{DIRECTIONS, LayerComparison, LayerCount, LayerDestination, LayerFinding, LayerOptions};
use crate::ladder::{Answer, Unlisted, unlisted};
use crate::message::message;
use crate::observation::Kind;
use crate::{Direction, Layer, Message};

fn items() -> Message {
    message!("layer-unlisted", "items on neither list")
}

/// Adds the findings and counts of a destination.
pub(super) fn compare(place: &LayerDestination, rules: (&Licensing, &Licensing), options: &LayerOptions<'_>, out: &mut LayerComparison) {
    let left = unlisted(rules.0, &place.code, options.activity);
    let right = unlisted(rules.1, &place.code, options.activity);
    let mut count = LayerCount {
        layer: Layer::CatchAll,
        destination: place.code.clone(),
        of: 0,
        same: 0,
        not_applicable: 0,
        by_direction: DIRECTIONS.map(|direction| (direction, 0)).to_vec(),
    };
    for outcome in [guarded(&left, &right), embargoed(&left, &right)] {
        count.of += 1;
        let Outcome::Differs(seen) = outcome else {
            count.same += 1;
            continue;
        };
        if let Some((_, n)) = count.by_direction.iter_mut().find(|(direction, _)| *direction == seen.direction) {
            *n += 1;
        }
        let side = |said: &Said, rules: &Licensing| cited(said, String::new(), &items(), rules);
        let named = Named {
            kind: seen.kind,
            direction: seen.direction,
            layer: Layer::CatchAll,
            category: "",
            stratum: "",
            answers: (&seen.sides.0.answer, &seen.sides.1.answer),
            controls: &items(),
        };
        let sides = (side(&seen.sides.0, rules.0), side(&seen.sides.1, rules.1));
        out.findings.extend(named.finding(place, sides, rules, options).map(|finding| LayerFinding { finding, pairs: Vec::new() }));
    }
    out.counts.push(count);
}

fn guarded(left: &Unlisted, right: &Unlisted) -> Outcome {
    let extents = (ends(left), ends(right));
    let direction = match extents.0.stand(&extents.1) {
        Standing::Same => return Outcome::Same,
        Standing::LeftMore => Direction::LeftStricter,
        Standing::RightMore => Direction::RightStricter,
        Standing::Overlap => Direction::Overlap,
        Standing::Open => Direction::Unknown,
    };
    Outcome::Differs(Seen::new(Kind::Guarded, direction, against(left, &extents.0), against(right, &extents.1)))
}

/// The ends that catch-alls guard against.
fn ends(side: &Unlisted) -> Extent {
    let mut extent = Extent::default();
    for guard in &side.guards {
        extent.add(guard.against.iter().map(String::as_str), guard.answer == Answer::Yes);
    }
    for (_, against) in &side.not_held {
        if against.is_empty() {
            extent.add(PURPOSES, false);
        }
        extent.add(against.iter().map(String::as_str), false);
    }
    extent
}

fn against(side: &Unlisted, extent: &Extent) -> Said {
    let word = |word: &str| Message::named(format!("end/{word}"), &word.replace('-', " "));
    let words = |words: Vec<&str>| Message::join(", ", words.into_iter().map(word));
    let (sure, perhaps) = (words(extent.sure().collect()), words(extent.perhaps().collect()));
    let all = extent.perhaps().count() + extent.sure().count() == PURPOSES.len() && extent.sure().count() == 0;
    let mut said = Said::new(match (sure.is_empty(), perhaps.is_empty()) {
        _ if all => message!("answer-not-known", "not known"),
        (true, true) => message!("guards-none", "no end at all"),
        (false, true) => sure,
        (true, false) => message!("guards-perhaps", "perhaps {perhaps}", perhaps = perhaps),
        (false, false) => message!("guards-sure-perhaps", "{sure}; perhaps {perhaps}", sure = sure, perhaps = perhaps),
    });
    for guard in &side.guards {
        said.rests_on.insert(format!("{}: {}", guard.name, guard.trigger).into());
        said.citations.insert(guard.citation.clone());
    }
    said.rests_on.extend(side.not_held.iter().map(|(what, _)| Message::from(what)));
    said
}

fn embargoed(left: &Unlisted, right: &Unlisted) -> Outcome {
    let direction = match (left.embargo, right.embargo) {
        (Answer::Unknown, _) | (_, Answer::Unknown) => Direction::Unknown,
        (Answer::No, Answer::No) => return Outcome::Same,
        (Answer::Yes, Answer::No) => Direction::LeftStricter,
        (Answer::No, Answer::Yes) => Direction::RightStricter,
        (Answer::Yes, Answer::Yes) => Direction::Incomparable,
    };
    let said = |side: &Unlisted| {
        let words = match side.embargo {
            Answer::Yes => message!("guards-embargo", "an embargo on items of every kind"),
            Answer::No => message!("guards-no-embargo", "no embargo on items of every kind"),
            Answer::Unknown => message!("guards-embargo-open", "not known whether an embargo covers items of every kind"),
        };
        Said::new(words).on(side.embargoes.iter())
    };
    Outcome::Differs(Seen::new(Kind::Embargoed, direction, said(left), said(right)))
}
