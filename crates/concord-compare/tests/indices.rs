//! What holds of every index, whatever the answers: bounds, symmetry, identity, and that an unknown answer only widens.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use concord_compare::RuleComparison;
use concord_compare::indices::{IndexKind, Share};
use concord_model::rules::{Amount, Attribute, Form, Length, Period, RuleLayer, Value};
use num_rational::BigRational;
use num_traits::{One, Zero};
use support::provisions::{compare, layer, shipped_layer};

/// A small generator of repeatable numbers (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    /// Some answer that the question allows, or none.
    fn answer(&mut self, attribute: &Attribute) -> Option<Value> {
        if self.below(5) == 0 {
            return None;
        }
        let words = attribute.form.choices();
        Some(match &attribute.form {
            Form::YesNo => {
                if self.below(2) == 0 {
                    Value::Yes
                } else {
                    Value::No
                }
            }
            Form::Choice(_) => Value::Choice(words[self.below(words.len())].id.clone()),
            Form::Set { .. } => Value::Set(words.iter().filter(|_| self.below(2) == 0).map(|w| w.id.clone()).collect()),
            Form::Number { .. } => Value::Number(self.amount()),
            Form::Money => Value::Money(self.amount(), ["EUR", "USD"][self.below(2)].to_owned()),
            Form::Duration => Value::Duration(match self.below(6) {
                0 => Length::None,
                1 => Length::Unlimited,
                2 => Length::Of(90, Period::Days),
                n => Length::Of(u32::try_from(n).unwrap_or(1), Period::Years),
            }),
            Form::Date => Value::Date(jiff::civil::date(2020 + i16::try_from(self.below(3)).unwrap_or(0), 1, 1)),
        })
    }

    fn amount(&mut self) -> Amount {
        match self.below(5) {
            0 => Amount::None,
            1 => Amount::Unlimited,
            n => Amount::Of(concord_quantity::Number::from_integer(i64::try_from(n).unwrap_or(1))),
        }
    }
}

/// Two invented jurisdictions whose answers to the shipped questions are drawn.
fn drawn(seed: u64) -> RuleLayer {
    let mut numbers = Numbers(seed);
    let text = |code: &str| format!("{code}/instruments.yaml");
    let instruments = "instruments:\n  act: {title: Example act, kind: act}\n";
    let mut out = layer(&[support::provisions::file(&text("xx"), instruments), support::provisions::file(&text("yy"), instruments)]);
    let attributes: Vec<Attribute> = out.vocabulary.attributes().map(|(_, a)| a.clone()).collect();
    for law in &mut out.laws {
        for attribute in &attributes {
            law.facts.push(concord_model::rules::Fact {
                attribute: attribute.id.clone(),
                value: numbers.answer(attribute),
                cites: Vec::new(),
                from: None,
                to: None,
                status: concord_model::rules::Status::InForce,
                adds: false,
                read: jiff::civil::date(2030, 1, 1),
                note: String::new(),
            });
        }
    }
    out
}

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
