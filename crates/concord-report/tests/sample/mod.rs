//! A small comparison of two invented lists, with every kind of finding a report shows.

use std::collections::BTreeMap;

use concord_compare::{
    Cause, Cited, Comparison, Counts, Coverage, Covered, Direction, End, Fact, FactKind, Finding, Layer, MatchedPair, Severity, Side,
    Stretch, Summary, ValueSets, Witness, WitnessValue,
};
use concord_report::lang::Language;
use concord_report::{Context, Desk, Place};
use num_rational::BigRational;

pub(crate) fn context() -> Context {
    let place = |name: &str, adjective: &str, phrase: &str| Place::new(name, phrase, adjective);
    Context {
        left: place("Republic of Arva", "Arva", "Arva"),
        right: place("Bel Union", "BU", "the BU"),
        categories: BTreeMap::from([("1".to_owned(), "looms".to_owned())]),
        rules: BTreeMap::from([("threshold".to_owned(), "A limit is set at another value".to_owned())]),
        as_of: "2030-01-02".to_owned(),
        language: Language::ENGLISH,
        glossary: std::sync::Arc::default(),
        desk: Desk::default(),
    }
}

fn side(code: &str, title: &str, entries: usize) -> Side {
    Side {
        jurisdiction: code.to_owned(),
        list: format!("{code}-2030-01-01"),
        title: title.to_owned(),
        as_of: "2030-01-01".to_owned(),
        document: format!("Act of {title}"),
        url: "https://lists.example/crafts".to_owned(),
        entries,
        paragraphs: entries * 600,
    }
}

fn cited(code: &str, subject: &str, states: &str) -> Cited {
    let citation = format!("Act, {code} (as of 2030-01-01)");
    let facts = if states.is_empty() { Vec::new() } else { facts(states) };
    Cited { code: code.to_owned(), subject: subject.into(), states: states.into(), citation: citation.into(), facts }
}

fn facts(states: &str) -> Vec<Fact> {
    let fact = |kind, text: &str, differs| Fact { kind, text: text.into(), limits: Vec::new(), differs };
    vec![fact(FactKind::Subject, "power loom", false), fact(FactKind::Condition, states, true)]
}

/// Left `>2 m`, right `>3 m`.
fn values() -> ValueSets {
    let end = |value: i64, closed| Some(End { value: BigRational::from_integer(i64::into(value)), closed, printed: format!("{value} m") });
    let span = |low, high| vec![Stretch { low, high }];
    ValueSets {
        unit: "m".to_owned(),
        left: span(end(2, false), None),
        right: span(end(3, false), None),
        only_left: span(end(2, false), end(3, true)),
        only_right: Vec::new(),
    }
}

fn finding(id: &str, direction: Direction, severity: Severity) -> Finding {
    Finding {
        id: id.repeat(12),
        rule: "threshold".to_owned(),
        topic: "list-scope".to_owned(),
        layer: Layer::Listed,
        destination: String::new(),
        direction,
        severity,
        category: "1".to_owned(),
        stratum: "regime".to_owned(),
        left: Some(cited("1A001.a", "power looms", "reed width >2 m")),
        right: Some(cited("1A001.b", "power looms", "reed width >3 m")),
        parameter: Some("reed width".to_owned()),
        values: None,
        witnesses: Vec::new(),
        explanation: "The limit on reed width differs.".into(),
        reasons: Vec::new(),
        wording: Vec::new(),
        follows: Vec::new(),
        accepted: None,
    }
}

fn witness(on: &str, by: &str, width: &str) -> Witness {
    Witness {
        item: "power looms".to_owned(),
        values: vec![
            WitnessValue { parameter: "reed width".to_owned(), value: width.to_owned() },
            WitnessValue { parameter: "speed".to_owned(), value: "900 rpm".to_owned() },
        ],
        lacks: if on == "right" { vec!["hand made".to_owned()] } else { Vec::new() },
        listed_by: by.to_owned(),
        listed_on: on.to_owned(),
    }
}

fn findings() -> Vec<Finding> {
    let looms = Finding {
        values: Some(values()),
        witnesses: vec![witness("left", "1A001.a", "2.5 m")],
        follows: vec!["left:1E001".to_owned(), "right:1E001".to_owned()],
        ..finding("a", Direction::LeftStricter, Severity::Major)
    };
    let only_right = Finding {
        left: None,
        right: Some(cited("1A002.c", "shuttles | <b>hostile</b> [x](y)\nlabel", "")),
        parameter: None,
        explanation: "Only one list holds shuttles.".into(),
        ..finding("b", Direction::RightStricter, Severity::Moderate)
    };
    let both = Finding {
        witnesses: vec![witness("left", "1A001.a", "2.5 m"), witness("right", "1A001.b", "9 m")],
        ..finding("c", Direction::Overlap, Severity::Minor)
    };
    let open = Finding {
        reasons: vec!["The phrase “hand made” is not modelled.".into()],
        ..finding("d", Direction::Incomparable, Severity::Moderate)
    };
    let licence = Finding {
        layer: Layer::Authorisation,
        destination: "XX".to_owned(),
        explanation: "An exception is open on one side only.".into(),
        ..finding("e", Direction::RightStricter, Severity::Info)
    };
    let elsewhere =
        Finding { explanation: "The same control stands under another code.".into(), ..finding("7", Direction::Unknown, Severity::Info) };
    let term = Finding {
        category: String::new(),
        left: None,
        right: None,
        parameter: Some("loom".to_owned()),
        explanation: "The definitions of “loom” are not the same.".into(),
        reasons: vec!["1 matched pair uses the term".into()],
        ..finding("8", Direction::Incomparable, Severity::Info)
    };
    let national = Finding { stratum: "unilateral".to_owned(), ..finding("f", Direction::LeftStricter, Severity::Minor) };
    let accepted = Finding { accepted: Some("agreed in talks".to_owned()), ..finding("9", Direction::LeftStricter, Severity::Minor) };
    vec![looms, only_right, both, open, licence, elsewhere, term, national, accepted]
}

pub(crate) fn comparison() -> Comparison {
    let count = |n| vec![(Direction::LeftStricter, n), (Direction::RightStricter, 1)];
    let row = |label: &str| Counts { label: label.to_owned(), by_direction: count(1) };
    Comparison {
        left: side("aa", "Arvan list", 2),
        right: side("bb", "Belish list", 3),
        summary: Summary {
            left_covered_by_right: Coverage {
                population: 1200,
                covered: 800,
                partly: 100,
                not_covered: 200,
                undecided: 100,
                undecided_by_heading: 40,
            },
            right_covered_by_left: Coverage { population: 3, covered: 2, partly: 1, not_covered: 0, undecided: 0, undecided_by_heading: 0 },
            by_direction: count(1),
            by_severity: vec![(Severity::Major, 1), (Severity::Moderate, 1)],
            by_category: vec![row("1")],
            by_rule: vec![row("threshold")],
            by_stratum: vec![row("regime")],
            relations: vec![("equal".to_owned(), 6), ("left-wider".to_owned(), 1), ("incomparable".to_owned(), 1)],
            causes: vec![Cause { cause: "a phrase on one side only".into(), pairs: 1, example: "1A001.a, 1A001.b".to_owned() }],
            witnesses: 3,
            witnesses_refused: 1,
            top: vec!["a".repeat(12), "b".repeat(12)],
        },
        matches: vec![MatchedPair {
            left: "1A001.a".to_owned(),
            right: "1A001.b".to_owned(),
            predicate: "broad".to_owned(),
            confidence: 97,
            justification: "same subject in the same entry".to_owned(),
            relation: "left-wider".to_owned(),
            subject_to: vec!["loom".to_owned()],
        }],
        findings: findings(),
        covered: vec![Covered {
            left: "1A003".to_owned(),
            right: "1A004".to_owned(),
            parameter: Some("mass".to_owned()),
            by: vec!["1A009.b".to_owned()],
        }],
        coverage: (Vec::new(), Vec::new()),
        stale_baseline: vec!["000000000000: settled last year".to_owned()],
    }
}
