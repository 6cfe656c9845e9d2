//! Policies, vehicles and arrangements: what is wrong in a file is said with its place and a way to mend it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use concord_model::recognition::{Asked, Object, Wanted, load_arrangements, load_policy, load_vehicles};
use concord_model::rules::RuleLayer;
use concord_model::{Diagnostic, RuleFile, load_rules};

const VOCABULARY: &str = "topic: records\ntitle: Records\nabout: What must be kept.\nlayer: duties\nattributes:\n  record-duty: {question: Must records be kept?, why: Proof., type: yes-no, stricter: yes, weight: 2}\n  storage: {question: On what?, why: Proof., type: choice, stricter: none, weight: 1, values: {paper: on paper, disk: on disks}}\n  barred: {question: Which destinations are barred?, why: Routes., type: set, open: ISO codes, stricter: more, weight: 1}\n";

fn layer() -> RuleLayer {
    let path = "vocabulary/records.yaml".to_owned();
    let loaded = load_rules(&[RuleFile { name: path.clone(), path, bytes: VOCABULARY.as_bytes().to_vec() }], None);
    loaded.layer.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// A policy whose only object has these lines.
fn policy(lines: &str) -> String {
    format!(
        "policy: p\ntitle: P\nabout: A policy.\nobjects:\n- object: classifications\n  title: t\n  means: m\n  activities: [export]\n{lines}"
    )
}

/// Line, column and code of each problem, with its hint.
fn problems(text: &str) -> Vec<String> {
    let found = load_policy("p.yaml", text.as_bytes(), &layer()).unwrap_err();
    found.iter().map(|d: &Diagnostic| format!("{}:{} {} {} ({})", d.line, d.column, d.code, d.message, d.hint)).collect()
}

#[test]
fn a_policy_is_read_whole() {
    let text = policy(
        "  lists: {tolerated: \"1/20\", conditional: \"1/2\", undecided: \"0\"}\n  demands:\n  - {question: record-duty, answer: [\"yes\"], lacking: refuses, why: w}\n  - {question: record-duty, as-strict: true, lacking: condition, why: w}\n  - {topic: records, tolerated: \"1/4\", areas: [\"3\"], lacking: condition, why: w}\n  - {not-named-in: barred, lacking: refuses, why: w}\n  safeguards: [record-duty]\n",
    );
    let policy = load_policy("p.yaml", text.as_bytes(), &layer()).unwrap();
    let object = policy.object(Object::Classifications).unwrap();
    assert_eq!(object.demands.len(), 4);
    assert_eq!(object.demands[1].wanted, Wanted::AsStrict);
    assert_eq!(object.demands[2].asked, Asked::Topic("records".to_owned()));
    assert!(object.demands[2].concerns("3A") && object.demands[2].concerns("3") && !object.demands[2].concerns("4"));
    assert_eq!(object.demands[3].wanted, Wanted::NotNamed);
    assert_eq!(object.lists.unwrap().tolerated.to_string(), "1/20");
    assert!(policy.object(Object::EndUseChecks).is_none());
}

#[test]
fn every_mistake_has_its_place_and_a_hint() {
    let demand = |line: &str| problems(&policy(&format!("  demands:\n  - {line}\n")));
    let cases = [
        (demand("{question: record-dutty, answer: [\"yes\"], lacking: refuses, why: w}"), "10:16 E0705"),
        (demand("{question: record-duty, answer: [maybe], lacking: refuses, why: w}"), "10:38 E0706"),
        (demand("{question: record-duty, answer: [unknown], lacking: refuses, why: w}"), "10:38 E0706"),
        (demand("{question: record-duty, lacking: refuses, why: w}"), "10:5 E0110"),
        (demand("{question: storage, as-strict: true, lacking: refuses, why: w}"), "10:5 E0706"),
        (demand("{topic: records, answer: [\"yes\"], lacking: refuses, why: w}"), "10:30 E0110"),
        (demand("{question: record-duty, tolerated: \"1/2\", answer: [\"yes\"], lacking: refuses, why: w}"), "10:40 E0110"),
        (demand("{regime: cartel, lacking: refuses, why: w}"), "10:14 E0710"),
        (demand("{not-named-in: record-duty, lacking: refuses, why: w}"), "10:20 E0706"),
        (demand("{question: record-duty, answer: [\"yes\"], lacking: shrugs, why: w}"), "10:55 E0106"),
        (problems(&policy("  lists: {tolerated: \"3/2\", conditional: \"1\", undecided: \"0\"}\n")), "9:22 E0706"),
        (problems(&policy("  lists: {tolerated: \"1/2\", conditional: \"1/3\", undecided: \"0\"}\n")), "9:42 E0706"),
        (problems(&policy("  safeguard: [record-duty]\n")), "9:3 E0101"),
    ];
    for (found, wanted) in cases {
        assert!(found.len() == 1 && found[0].starts_with(wanted), "{wanted}: {found:#?}");
        assert!(!found[0].ends_with("()"), "{wanted} has no hint: {found:#?}");
    }
    let twice = format!("{}- object: classifications\n  title: t\n  means: m\n  activities: [export]\n", policy(""));
    assert!(problems(&twice)[0].starts_with("9:3 E0010"), "{:#?}", problems(&twice));
}

#[test]
fn vehicles_and_arrangements_need_their_citations() {
    let vehicles = "jurisdiction: xx\nread: \"2030-01-01\"\nvehicles:\n- {object: classifications, instrument: ordinance}\n";
    let found = load_vehicles("v.yaml", vehicles.as_bytes()).unwrap_err();
    assert_eq!((found[0].line, found[0].code), (4, "E0304"));
    let row = "- {id: a, name: A, grantor: xx, to: [YY], object: classifications, vehicle: v, covers: c, citation: Act}\n";
    let found = load_arrangements("a.yaml", format!("arrangements:\n{row}{row}").as_bytes()).unwrap_err();
    assert_eq!((found[0].line, found[0].column, found[0].code), (3, 8, "E0010"));
    let read = load_arrangements("a.yaml", format!("arrangements:\n{row}").as_bytes()).unwrap();
    assert_eq!((read[0].object, read[0].to.as_slice()), (Object::Classifications, ["YY".to_owned()].as_slice()));
}
