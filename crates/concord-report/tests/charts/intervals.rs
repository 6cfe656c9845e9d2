//! Interval pictures.

use concord_compare::{ValueSets, Witness, WitnessValue};
use concord_model::{Condition, Limits};
use concord_quantity::Constraint;
use concord_report::chart::{Chart, IntervalChart, IntervalSide, WitnessMark};
use concord_report::lang::{Language, Texts};

fn condition(parameter: &str, limits: &str) -> Condition {
    let limits = Limits::Quantities(Constraint::parse(limits).expect("a constraint"));
    Condition { parameter: parameter.to_owned(), settings: Vec::new(), limits, inherited: false }
}

fn witness(parameter: &str, value: &str, listed_on: &str) -> Witness {
    Witness {
        item: "sounding balloon".to_owned(),
        values: vec![WitnessValue { parameter: parameter.to_owned(), value: value.to_owned() }],
        lacks: Vec::new(),
        listed_by: "9Z001.a".to_owned(),
        listed_on: listed_on.to_owned(),
    }
}

fn chart(parameter: &str, limits: [&str; 2], witnesses: &[(&str, &str)]) -> Chart {
    let side = |limits: &str| (!limits.is_empty()).then(|| condition(parameter, limits));
    let sets = ValueSets::of(side(limits[0]).as_ref(), side(limits[1]).as_ref()).expect("one axis");
    let witnesses: Vec<Witness> = witnesses.iter().map(|(value, on)| witness(parameter, value, on)).collect();
    IntervalChart {
        prefix: "i",
        parameter,
        sets: &sets,
        left: IntervalSide { name: "Atlantis", phrase: "Atlantis", code: "9Z001.a.1" },
        right: IntervalSide { name: "Oz", phrase: "Oz", code: "9Z001.a.2.b" },
        witnesses: &WitnessMark::all(&sets, parameter, &witnesses),
    }
    .chart(Texts::of(Language::ENGLISH))
}

#[test]
fn limits_on_one_side_of_the_other() {
    let chart = chart("burst altitude", [">32 km", ">=30.5 km"], &[("31 km", "right")]);
    crate::keep("interval-limits", &chart);
    insta::assert_snapshot!(chart.standalone());
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}

#[test]
fn ranges_that_overlap_over_decades() {
    let chart = chart("leak rate", [">=0.02 ml/h <=5 ml/h", ">=0.5 ml/h <70 ml/h"], &[("0.1 ml/h", "left"), ("20 ml/h", "right")]);
    crate::keep("interval-overlap", &chart);
    insta::assert_snapshot!(chart.svg);
}

#[test]
fn a_limit_on_one_side_only() {
    let chart = chart("payload mass", ["", ">=8 kg"], &[("7 kg", "left")]);
    crate::keep("interval-one-sided", &chart);
    assert!(chart.description.contains("Atlantis 9Z001.a.1: every value."), "{}", chart.description);
    assert!(chart.description.contains("Within Atlantis 9Z001.a.1, outside Oz 9Z001.a.2.b: < 8 kg."), "{}", chart.description);
}

#[test]
fn a_witness_that_both_paragraphs_would_hold_is_no_dot() {
    let chart = chart("payload mass", ["", ">=8 kg"], &[("9 kg", "left"), ("7 kg", "right")]);
    assert!(!chart.description.contains("An item at"), "{}", chart.description);
}

#[test]
fn a_single_value_and_narrow_ranges_stay_legible() {
    let chart =
        chart("detection limit of a monitor with a very long name that wraps", ["<0.3 mg/m^3", "==0.3 mg/m^3"], &[("0.1 mg/m^3", "left")]);
    crate::keep("interval-single", &chart);
    assert!(chart.svg.contains("= 0.3 mg/m³"));
    let narrow = super::intervals::chart("band", [">=1 GHz <=1.01 GHz", ">=1 GHz <=19 GHz"], &[]);
    crate::keep("interval-narrow", &narrow);
    assert!(narrow.svg.contains("≥ 1 GHz and ≤ 1.01 GHz"));
}
