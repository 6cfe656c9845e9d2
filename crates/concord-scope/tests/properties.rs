//! Properties: the algebra against brute force, and formulas against the independent evaluator.
#![allow(clippy::unwrap_used, reason = "a test stops where its own input is wrong")]

mod support;

use std::collections::BTreeMap;

use concord_model::Digest;
use concord_quantity::{BigRational, IntervalSet, Op, Unit};
use concord_scope::{
    Builder, Evaluator, Formula, Grounds, Item, ParameterId, ParameterKey, Proposition, PropositionId, PropositionKind, Region, Relation,
    Renaming, Snap, Stated, Union, Verdict, Vocabulary, relate, witness,
};
use proptest::prelude::*;
use support::{code, list};

const PARAMETERS: usize = 2;
const PROPOSITIONS: usize = 3;
const LIMIT: usize = 4096;

/// A vocabulary of a few parameters and phrases, with their ids.
fn vocabulary() -> (Vocabulary, Vec<ParameterId>, Vec<PropositionId>) {
    let mut out = Vocabulary::default();
    let unit = Unit::none();
    let parameters = (0..PARAMETERS)
        .map(|n| out.parameter(ParameterKey { name: format!("p{n}"), settings: Vec::new(), dimension: unit.dimension().clone() }, &unit))
        .collect();
    let propositions = (0..PROPOSITIONS)
        .map(|n| {
            let label = format!("q{n}");
            let proposition = Proposition { kind: PropositionKind::Phrase, digest: Digest::of(&label), regime: String::new(), label };
            out.proposition(proposition)
        })
        .collect();
    (out, parameters, propositions)
}

fn whole(n: i64) -> BigRational {
    BigRational::from_integer(n.into())
}

fn op() -> impl Strategy<Value = Op> {
    prop::sample::select(Op::ALL.to_vec())
}

fn formula() -> impl Strategy<Value = Formula> {
    let (_, parameters, propositions) = vocabulary();
    let value = (prop::sample::select(parameters), op(), 0..3_i64)
        .prop_map(|(id, op, n)| Formula::Value(id, IntervalSet::from_limit(op, whole(n))));
    let holds = prop::sample::select(propositions).prop_map(Formula::Holds);
    prop_oneof![4 => value, 4 => holds, 1 => Just(Formula::True), 1 => Just(Formula::False)].prop_recursive(4, 20, 4, |inner| {
        let parts = prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            parts.clone().prop_map(Formula::All),
            parts.clone().prop_map(Formula::Any),
            (0..5_u32, parts).prop_map(|(k, parts)| Formula::AtLeast(k, parts)),
            inner.prop_map(|f| Formula::Not(Box::new(f))),
        ]
    })
}

/// A whole item: a value for each parameter, a truth value for each proposition.
struct Point {
    values: BTreeMap<ParameterId, BigRational>,
    propositions: BTreeMap<PropositionId, bool>,
}

/// Every item on a grid that has a point in and between all limits of [`formula`].
fn grid() -> Vec<Point> {
    let (_, parameters, propositions) = vocabulary();
    let steps: Vec<BigRational> = (-1..6).map(|n| BigRational::new(n.into(), 2.into())).collect();
    let mut out = Vec::new();
    for a in &steps {
        for b in &steps {
            for bits in 0..1_u32 << PROPOSITIONS {
                let values = parameters.iter().copied().zip([a.clone(), b.clone()]).collect();
                let propositions = propositions.iter().enumerate().map(|(n, id)| (*id, bits >> n & 1 == 1)).collect();
                out.push(Point { values, propositions });
            }
        }
    }
    out
}

impl Point {
    fn is_in(&self, formula: &Formula) -> bool {
        formula.evaluate(&|id| self.values.get(&id), &|id| self.propositions.get(&id).copied()).unwrap()
    }

    fn is_in_some(&self, regions: &[Region]) -> bool {
        regions.iter().any(|r| self.is_in(&r.to_formula()))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_normal_form_is_the_formula(f in formula()) {
        let union = Union::of(&f, LIMIT).unwrap();
        for point in grid() {
            prop_assert_eq!(point.is_in(&f), point.is_in_some(union.regions()));
        }
    }

    #[test]
    fn union_algebra_is_set_algebra(f in formula(), g in formula()) {
        let (a, b) = (Union::of(&f, LIMIT).unwrap(), Union::of(&g, LIMIT).unwrap());
        let (both, rest) = (a.intersection(&b, LIMIT).unwrap(), a.difference(&b, LIMIT).unwrap());
        let points = grid();
        for point in &points {
            prop_assert_eq!(point.is_in_some(both.regions()), point.is_in(&f) && point.is_in(&g));
            prop_assert_eq!(point.is_in_some(rest.regions()), point.is_in(&f) && !point.is_in(&g));
        }
        prop_assert_eq!(a.is_subset(&b, LIMIT).unwrap(), points.iter().all(|p| !p.is_in(&f) || p.is_in(&g)));
    }

    #[test]
    fn relations_agree_with_brute_force(f in formula(), g in formula()) {
        let (vocabulary, ..) = vocabulary();
        let comparison = relate(&f, &g, &vocabulary, &Renaming::none(), &Snap::default());
        let points = grid();
        let some = |test: &dyn Fn(&Point) -> bool| points.iter().any(test);
        let left = some(&|p| p.is_in(&f) && !p.is_in(&g));
        let right = some(&|p| !p.is_in(&f) && p.is_in(&g));
        let both = some(&|p| p.is_in(&f) && p.is_in(&g));
        prop_assert_eq!(comparison.left_only.grounds != Grounds::Empty, left);
        prop_assert_eq!(comparison.right_only.grounds != Grounds::Empty, right);
        for region in &comparison.left_only.regions {
            prop_assert!(points.iter().all(|p| !p.is_in(&region.to_formula()) || (p.is_in(&f) && !p.is_in(&g))));
        }
        match &comparison.relation {
            Relation::Equal => prop_assert!(!left && !right),
            Relation::Superset => prop_assert!(left && !right),
            Relation::Subset => prop_assert!(!left && right),
            Relation::Overlapping => prop_assert!(left && right && both),
            Relation::Disjoint => prop_assert!(!both),
            Relation::Incomparable(reasons) => prop_assert!(!reasons.is_empty()),
        }
        let back = relate(&g, &f, &vocabulary, &Renaming::none(), &Snap::default());
        prop_assert_eq!(comparison.relation, back.relation.mirrored());
    }

    #[test]
    fn at_least_counts(k in 0..6_u32, parts in prop::collection::vec(formula(), 0..5)) {
        let f = Formula::at_least(k, parts.clone());
        let union = Union::of(&f, LIMIT).unwrap();
        for point in grid() {
            let met = parts.iter().filter(|p| point.is_in(p)).count();
            prop_assert_eq!(point.is_in_some(union.regions()), met >= k as usize);
        }
    }
}

/// Facts of a paragraph, as [`support::list`] reads them; `at` numbers the paragraph.
fn facts() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec!["", "is k0", "is k1", "is k0; is k1"]);
    let joined = prop::sample::select(vec!["", "all", "at least 2"]);
    let limit = (op(), 0..3_i64, 0..2).prop_map(|(op, n, p)| format!("when v{p} {op}{n}"));
    let fact = prop_oneof![
        3 => limit,
        1 => Just("has h0".to_owned()),
        1 => Just("has h0; or h1".to_owned()),
        1 => Just("has h0; member h1".to_owned()),
        1 => Just("member h1".to_owned()),
        1 => Just("not h1".to_owned()),
        1 => Just("not h1; or h0".to_owned()),
        1 => (op(), 0..3_i64).prop_map(|(op, n)| format!("except h0 when v0 {op}{n}")),
        1 => (op(), 0..3_i64).prop_map(|(op, n)| format!("only when v1 {op}{n}")),
        1 => (op(), 0..3_i64).prop_map(|(op, n)| format!("either v0 {op}{n} | v1 <2")),
        1 => Just("limit v0 > 1A1.b".to_owned()),
    ];
    (kind, joined, prop::collection::vec(fact, 0..2)).prop_map(|(kind, joined, facts)| format!("{kind}; {joined}; {}", facts.join("; ")))
}

/// A list of one entry with two levels under it.
fn lines() -> impl Strategy<Value = String> {
    prop::collection::vec((facts(), prop::bool::weighted(0.1)), 8).prop_map(|all| {
        let codes = ["1A1", "1A1.a", "1A1.a.1", "1A1.a.2", "1A1.b", "1A1.b.1", "1A1.b.2", "1A1.b.3"];
        let line = |(code, (facts, reserved)): (&&str, &(String, bool))| {
            format!("{code} {facts}; {}", if *reserved && *code != "1A1" { "reserved" } else { "" })
        };
        codes.iter().zip(&all).map(line).collect::<Vec<_>>().join("\n")
    })
}

/// An item that states everything the lists of [`lines`] ask for.
fn item(kinds: u32, v0: i64, v1: i64) -> Item {
    let mut out = Item::default();
    for (n, label) in ["k0", "k1", "h0", "h1"].into_iter().enumerate() {
        let name = concord_scope::Name { digest: Digest::of(label), regime: String::new() };
        let phrase = concord_scope::Phrase { label: label.to_owned(), names: vec![name] };
        if kinds >> n & 1 == 1 { out.phrases.push(phrase) } else { out.lacks.push(phrase) }
    }
    let unit = Unit::none();
    for (name, value) in [("v0", v0), ("v1", v1)] {
        let key = ParameterKey { name: name.to_owned(), settings: Vec::new(), dimension: unit.dimension().clone() };
        out.values.push(Stated { parameters: vec![key], value: BigRational::new(value.into(), 2.into()), unit: unit.clone() });
    }
    out
}

const CLOSED: &dyn Fn(Digest) -> Option<bool> = &|_| Some(false);

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two ways to the same answer: the formula on an item that states everything, and the evaluator's own walk.
    #[test]
    fn formulas_and_the_evaluator_agree(lines in lines()) {
        let list = list("aa", &lines);
        let builder = Builder::new(&list, concord_scope::Options::default());
        let evaluator = Evaluator::new(&list, true);
        for paragraph in &list.entries[0].paragraphs {
            let mut vocabulary = Vocabulary::default();
            let Some(scope) = builder.scope(&paragraph.code, &mut vocabulary) else { continue };
            for kinds in 0..16 {
                for (v0, v1) in [(-1, 0), (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, -1)] {
                    let item = item(kinds, v0, v1);
                    let value = |id| {
                        let key = &vocabulary.get_parameter(id)?.key;
                        item.values.iter().find(|s| s.parameters.contains(key)).map(|s| &s.value)
                    };
                    let holds = |id| {
                        let digest = vocabulary.get_proposition(id)?.digest;
                        Some(item.phrases.iter().any(|p| p.names.iter().any(|n| n.digest == digest)))
                    };
                    // A limit by reference to a paragraph that states no single limit stays open on both ways.
                    let expected = match scope.items.evaluate(&value, &|id| {
                        vocabulary.get_proposition(id).filter(|p| !p.kind.is_opaque()).and_then(|_| holds(id))
                    }) {
                        Some(true) => "caught",
                        Some(false) => "not caught",
                        None => "unknown",
                    };
                    let found = match evaluator.evaluate_at(&item, &paragraph.code, CLOSED).unwrap() {
                        Verdict::Caught { .. } => "caught",
                        Verdict::NotCaught => "not caught",
                        Verdict::Unknown { .. } => "unknown",
                    };
                    prop_assert_eq!(found, expected, "{} in\n{}\n{}", &paragraph.code, &lines, &item);
                }
            }
        }
    }

    /// A witness of a certain difference is never refuted by the evaluator on either side.
    #[test]
    fn witnesses_stand_before_the_evaluator(a in lines(), b in lines()) {
        let (left, right) = (list("aa", &a), list("aa", &b));
        let mut vocabulary = Vocabulary::default();
        let at = code("1A1");
        let x = Builder::new(&left, concord_scope::Options::default()).scope(&at, &mut vocabulary).unwrap();
        let y = Builder::new(&right, concord_scope::Options::default()).scope(&at, &mut vocabulary).unwrap();
        let comparison = relate(&x.items, &y.items, &vocabulary, &Renaming::none(), &Snap::default());
        for region in &comparison.left_only.regions {
            let Some(item) = witness(region, &vocabulary, &Renaming::none()) else { continue };
            let here = Evaluator::new(&left, true).evaluate(&item);
            let there = Evaluator::new(&right, true).evaluate(&item);
            prop_assert!(here != Verdict::NotCaught, "{} is not in\n{}", &item, &a);
            let caught = matches!(there, Verdict::Caught { .. });
            prop_assert!(!caught, "{} is in\n{}", &item, &b);
        }
    }
}
