//! What holds of every index, whatever the answers: bounds, symmetry, identity, and that an unknown answer only widens.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use concord_compare::RuleComparison;
use concord_compare::indices::{IndexKind, Share};
use concord_model::rules::Value;
use num_rational::BigRational;
use num_traits::{One, Zero};
use support::drawn::{Numbers, drawn};
use support::provisions::{compare, shipped_layer};

fn share(comparison: &RuleComparison, kind: IndexKind) -> &Share {
    comparison.indices[0].get(kind).unwrap()
}

fn ends(share: &Share) -> (BigRational, BigRational) {
    (share.low.clone().unwrap(), share.high.clone().unwrap())
}

#[test]
fn every_share_lies_between_nothing_and_all_and_its_ends_are_in_order() {
    for seed in 1..40 {
        let layer = drawn(seed);
        for topic in compare(&layer, "xx", "yy").indices {
            for index in topic.indices {
                let Some((low, high)) = index.share.low.clone().zip(index.share.high.clone()) else { continue };
                assert!(BigRational::zero() <= low && low <= high && high <= BigRational::one(), "{seed} {} {:?}", topic.topic, index.kind);
                if let Some((least, most)) = index.share.sensitivity {
                    assert!(least <= low && high <= most, "{seed} {} {:?}", topic.topic, index.kind);
                }
            }
        }
    }
}

#[test]
fn swapping_the_sides_swaps_the_directed_indices_and_keeps_the_others() {
    for seed in 1..40 {
        let layer = drawn(seed);
        let (forward, backward) = (compare(&layer, "xx", "yy"), compare(&layer, "yy", "xx"));
        let pairs = [
            (IndexKind::Heterogeneity, IndexKind::Heterogeneity),
            (IndexKind::Distance, IndexKind::Distance),
            (IndexKind::Jaccard, IndexKind::Jaccard),
            (IndexKind::Harmonisation, IndexKind::Harmonisation),
            (IndexKind::LeftShortfall, IndexKind::RightShortfall),
            (IndexKind::LeftCoveredByRight, IndexKind::RightCoveredByLeft),
        ];
        for (here, there) in pairs {
            assert_eq!(ends(share(&forward, here)), ends(share(&backward, there)), "{seed} {here:?}");
        }
    }
}

#[test]
fn an_unknown_answer_only_widens_the_range() {
    for seed in 1..25 {
        let known = drawn(seed);
        let mut numbers = Numbers(seed + 1000);
        let mut unknown = known.clone();
        for _ in 0..10 {
            let (law, fact) = (numbers.below(2), numbers.below(known.laws[0].facts.len()));
            unknown.laws[law].facts[fact].value = None;
        }
        let (before, after) = (compare(&known, "xx", "yy"), compare(&unknown, "xx", "yy"));
        for kind in IndexKind::ALL {
            let ((low, high), (lower, higher)) = (ends(share(&before, kind)), ends(share(&after, kind)));
            assert!(lower <= low && high <= higher, "{seed} {kind:?}: {low} to {high} became {lower} to {higher}");
        }
    }
}

#[test]
fn a_jurisdiction_is_like_itself() {
    let layer = shipped_layer();
    for code in layer.described() {
        let comparison = compare(&layer, code, code);
        let differing = share(&comparison, IndexKind::Heterogeneity);
        let harmonised = share(&comparison, IndexKind::Harmonisation);
        // Unknown answers are not known to be alike, even a jurisdiction's own.
        assert_eq!(differing.low, Some(BigRational::zero()), "{code}");
        assert_eq!(harmonised.high, Some(BigRational::one()), "{code}");
    }
}

/// The ends are reached: filling an unknown answer in with each possible answer gives both ends between them.
#[test]
fn the_range_is_no_wider_than_the_answers_allow() {
    let known = drawn(7);
    let at = known.laws[0].facts.iter().position(|f| f.attribute == "catch-all-wmd").unwrap();
    let with = |value: Option<Value>| {
        let mut layer = known.clone();
        layer.laws[0].facts[at].value = value;
        layer.laws[1].facts[at].value = Some(Value::Yes);
        compare(&layer, "xx", "yy")
    };
    let (open, yes, no) = (with(None), with(Some(Value::Yes)), with(Some(Value::No)));
    for kind in IndexKind::ALL {
        let (low, high) = ends(share(&open, kind));
        let (yes, no) = (ends(share(&yes, kind)), ends(share(&no, kind)));
        assert_eq!(low, yes.0.min(no.0), "{kind:?}");
        assert_eq!(high, yes.1.max(no.1), "{kind:?}");
    }
}
