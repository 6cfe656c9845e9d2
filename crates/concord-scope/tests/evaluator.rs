//! The independent evaluator on small lists, and witnesses checked by it.
#![allow(clippy::unwrap_used, reason = "a test stops where its own input is wrong")]

mod support;

use concord_model::Digest;
use concord_quantity::{BigRational, Constraint, Limit};
use concord_scope::{
    Builder, Evaluator, Item, Name, Options, ParameterKey, Phrase, Renaming, Snap, Stated, Unsure, Verdict, Vocabulary, relate, witness,
};
use support::{code, list};

fn phrase(label: &str) -> Phrase {
    Phrase { label: label.to_owned(), names: vec![Name { digest: Digest::of(label), regime: String::new() }] }
}

/// An item from facts such as `lathe; travel ==6 m`.
fn item(facts: &str) -> Item {
    let mut out = Item::default();
    for fact in facts.split(';').map(str::trim).filter(|f| !f.is_empty()) {
        match fact.split_once(" ==") {
            Some((parameter, value)) => out.values.push(stated(parameter, value)),
            None => out.phrases.push(phrase(fact)),
        }
    }
    out
}

fn stated(parameter: &str, value: &str) -> Stated {
    let constraint = Constraint::parse(&format!("=={value}")).unwrap();
    let Limit { quantity, .. } = constraint.limits.into_iter().next().unwrap();
    let dimension = quantity.unit.dimension().clone();
    let key = ParameterKey { name: parameter.to_owned(), settings: Vec::new(), dimension };
    Stated { parameters: vec![key], value: quantity.base(), unit: quantity.unit }
}

fn show(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Caught { by } => format!("caught by {by}"),
        Verdict::NotCaught => "not caught".to_owned(),
        Verdict::Unknown { code, why: Unsure::Parameter(key) } => format!("unknown at {code}: {}", key.label()),
        Verdict::Unknown { code, .. } => format!("unknown at {code}"),
    }
}

/// Lines of a list, facts of an item, expected verdict of the whole list.
const CASES: &[(&str, &str, &str)] = &[
    ("1A1 is lathe; when travel >5 m", "lathe; travel ==6 m", "caught by 1A1"),
    ("1A1 is lathe; when travel >5 m", "lathe; travel ==5 m", "not caught"),
    ("1A1 is lathe; when travel >5 m", "mill; travel ==6 m", "not caught"),
    ("1A1 is lathe; when travel >5 m", "lathe", "unknown at 1A1: travel"),
    ("1A1 is lathe; when travel >5 m", "lathe; travel ==6000 mm", "caught by 1A1"),
    ("1A1 is lathe; is mill", "mill", "caught by 1A1"),
    ("1A1 is lathe; has cooling; or heating", "lathe; heating", "caught by 1A1"),
    ("1A1 is lathe; has cooling; member heating", "lathe; heating", "unknown at 1A1"),
    ("1A1 is lathe; has cooling; member heating", "lathe; heating; cooling", "caught by 1A1"),
    ("1A1 is lathe; has cooling; member heating", "lathe", "not caught"),
    ("1A1 is lathe; not toy", "lathe; toy", "not caught"),
    ("1A1 is lathe; reserved", "lathe", "not caught"),
    ("1A1 is lathe\n1A1.a when x >1 m\n1A1.b when y >1 kg", "lathe; x ==0.5 m; y ==2 kg", "caught by 1A1.b"),
    ("1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >1 kg", "lathe; x ==2 m; y ==1 kg", "not caught"),
    ("1A1 is lathe; at least 2\n1A1.a when x >1 m\n1A1.b when y >1 kg\n1A1.c has z", "lathe; x ==2 m; z", "caught by 1A1"),
    ("1A1 is lathe; at least 2\n1A1.a when x >1 m\n1A1.b when y >1 kg\n1A1.c has z", "lathe; x ==2 m; y ==1 kg", "not caught"),
    ("1A1 is lathe; except dental when x <1 m", "lathe; dental; x ==0.5 m", "not caught"),
    ("1A1 is lathe; except dental when x <1 m", "lathe; dental; x ==2 m", "caught by 1A1"),
    ("1A1 is lathe; except dental when x <1 m", "lathe; dental", "unknown at 1A1: x"),
    ("1A1 is lathe; only watches", "lathe", "not caught"),
    ("1A1 is lathe; odd who knows", "lathe", "unknown at 1A1"),
    ("1A1 is lathe; odd who knows", "mill", "not caught"),
    ("1A1 is lathe; unread 7", "lathe", "unknown at 1A1"),
    ("1A1 is press; limit force > 2B2\n2B2 is ram; when force >5 m", "press; force ==6 m", "caught by 1A1"),
    ("1A1 is press; limit force > 9Z9", "press; force ==6 m", "unknown at 1A1"),
    // A paragraph that is open elsewhere does not hide one that catches.
    ("1A1 is lathe; when y >1 kg\n2A2 is lathe; when x >1 m", "lathe; x ==2 m", "caught by 2A2"),
];

#[test]
fn verdicts_of_a_whole_list() {
    for (lines, facts, expected) in CASES {
        let list = list("aa", lines);
        assert_eq!(show(&Evaluator::new(&list, true).evaluate(&item(facts))), *expected, "{lines} / {facts}");
    }
}

#[test]
fn an_oracle_answers_for_phrases_that_the_item_leaves_open() {
    let list = list("aa", "1A1 is machine tool; when x >1 m");
    let evaluator = Evaluator::new(&list, true);
    let lathe = item("lathe; x ==2 m");
    assert_eq!(show(&evaluator.evaluate_with(&lathe, &|_| Some(true))), "caught by 1A1");
    assert_eq!(show(&evaluator.evaluate_with(&lathe, &|_| None)), "unknown at 1A1");
}

#[test]
fn components_are_caught_through_their_host() {
    let list = list("aa", "1A1 is lathe; components chuck\n1A1.a when x >5 m");
    let evaluator = Evaluator::new(&list, true);
    let chuck = |host: &str| Item { host: Some(Box::new(item(host))), ..item("chuck") };
    assert_eq!(show(&evaluator.evaluate(&chuck("lathe; x ==6 m"))), "caught by 1A1");
    assert_eq!(show(&evaluator.evaluate(&chuck("lathe; x ==4 m"))), "not caught");
    assert_eq!(show(&evaluator.evaluate(&item("chuck"))), "not caught");
}

#[test]
fn a_phrase_in_another_regimes_meaning_is_not_known_to_hold() {
    let list = list("bb", "1A1 is lathe; has specially made");
    let evaluator = Evaluator::new(&list, true);
    let mut lathe = item("lathe");
    let name = Name { digest: Digest::of("specially made"), regime: "aa".to_owned() };
    lathe.phrases.push(Phrase { label: "specially made".to_owned(), names: vec![name] });
    assert_eq!(show(&evaluator.evaluate(&lathe)), "unknown at 1A1");
}

#[test]
fn a_witness_reads_well_and_is_listed_on_one_side_only() {
    let cases = [
        ("is lathe; when travel >5 m", "is lathe; when travel >7 m", "lathe; travel 6 m"),
        ("is lathe; when travel >1500 mm", "is lathe; when travel >2 m", "lathe; travel 1600 mm"),
        ("is lathe; when error <0.02 m", "is lathe; when error <0.01 m", "lathe; error 0.011 m"),
        ("is lathe", "is lathe; has laser", "lathe; not: laser"),
        ("is lathe; has laser; when x >1 m", "is lathe; when x >2 m", "lathe; laser; x 1.1 m"),
    ];
    for (left, right, expected) in cases {
        let (left, right) = (list("aa", &format!("1A1 {left}")), list("bb", &format!("1A1 {right}")));
        let mut vocabulary = Vocabulary::default();
        let a = Builder::new(&left, Options::default()).scope(&code("1A1"), &mut vocabulary).unwrap();
        let b = Builder::new(&right, Options::default()).scope(&code("1A1"), &mut vocabulary).unwrap();
        let comparison = relate(&a.items, &b.items, &vocabulary, &Renaming::none(), &Snap::default());
        let item = witness(&comparison.left_only.regions[0], &vocabulary, &Renaming::none()).unwrap();
        assert_eq!(item.to_string(), expected);
        assert_eq!(show(&Evaluator::new(&left, true).evaluate(&item)), "caught by 1A1", "{item}");
        assert_eq!(show(&Evaluator::new(&right, true).evaluate(&item)), "not caught", "{item}");
    }
}

#[test]
fn settling_answers_what_a_list_leaves_open() {
    let right = list("bb", "1A1 is lathe; when x >7 m\n2A2 is lathe; when y >1 kg\n3A3 is lathe; when y <0.1 kg");
    let evaluator = Evaluator::new(&right, true);
    let open = item("lathe; x ==6 m");
    assert_eq!(show(&evaluator.evaluate(&open)), "unknown at 2A2: y");
    let settled = evaluator.settle(&open, &|_| Some(false));
    assert_eq!(show(&evaluator.evaluate(&settled)), "not caught");
    assert!(settled.values.iter().any(|s| s.value < BigRational::from_integer(1.into())));
}
