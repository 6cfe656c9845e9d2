//! Answers as of a day: dates and status, inheritance from a bloc, sets that are joined.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use concord_model::rules::{RuleLayer, Value};
use concord_model::{RuleFile, load_rules};
use jiff::civil::{Date, date};

const VOCABULARY: &str = "topic: records\ntitle: Records\nabout: What must be kept.\nlayer: duties\nattributes:\n  record-duty: {question: Must records be kept?, why: Proof., type: yes-no, stricter: yes, weight: 2}\n  kept: {question: What?, why: Proof., type: set, values: {books: books, files: files, notes: notes}, stricter: more, weight: 1}\n";
const INSTRUMENTS: &str = "instruments:\n  act: {title: Example act, kind: act}\n";

fn layer(parent: &str, child: &str) -> RuleLayer {
    let file = |path: &str, text: &str| RuleFile { path: path.to_owned(), name: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let topic = |text: &str| format!("topic: records\nread: \"2026-01-01\"\n{text}");
    let names = |code: &str, parent: &str| format!("code: {code}\nname: {code}\nshort: {code}\nadjective: {code}\n{parent}");
    let files = [
        file("vocabulary/records.yaml", VOCABULARY),
        file("pp/instruments.yaml", INSTRUMENTS),
        file("pp/jurisdiction.yaml", &names("pp", "")),
        file("pp/provisions/records.yaml", &topic(parent)),
        file("cc/instruments.yaml", INSTRUMENTS),
        file("cc/jurisdiction.yaml", &names("cc", "parent: pp\n")),
        file("cc/provisions/records.yaml", &topic(child)),
    ];
    let loaded = load_rules(&files, None);
    loaded.layer.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// The answer of the child as written, and whose rule it is.
fn answer(layer: &RuleLayer, attribute: &str, day: Date) -> (String, Option<String>) {
    let (_, asked) = layer.vocabulary.attribute(attribute).unwrap();
    let found = layer.answer(layer.law("cc").unwrap(), asked, day);
    (found.value.map_or_else(|| "unknown".to_owned(), |v| v.written("")), found.via.map(str::to_owned))
}

const DAY: Date = date(2026, 1, 1);

#[test]
fn what_a_member_does_not_say_its_bloc_says() {
    let l = layer("facts:\n- {attribute: record-duty, value: yes, cite: act article 1}\n", "inherits: [record-duty]\n");
    assert_eq!(answer(&l, "record-duty", DAY), ("yes".to_owned(), Some("pp".to_owned())));
    let l = layer(
        "facts:\n- {attribute: record-duty, value: yes, cite: act article 1}\n",
        "facts:\n- {attribute: record-duty, value: no, cite: act article 9}\n",
    );
    assert_eq!(answer(&l, "record-duty", DAY), ("no".to_owned(), None));
}

#[test]
fn a_set_that_adds_is_joined_to_the_inherited_one() {
    let parent = "facts:\n- {attribute: kept, value: [books], cite: act article 1}\n";
    let l = layer(parent, "facts:\n- {attribute: kept, value: [files], adds: true, cite: act article 9}\n");
    assert_eq!(answer(&l, "kept", DAY), ("books, files".to_owned(), Some("pp".to_owned())));
    let l = layer(parent, "facts:\n- {attribute: kept, value: [files], cite: act article 9}\n");
    assert_eq!(answer(&l, "kept", DAY), ("files".to_owned(), None));
    // What it is joined to is not known.
    let l = layer(
        "facts:\n- {attribute: kept, value: unknown}\n",
        "facts:\n- {attribute: kept, value: [files], adds: true, cite: act article 9}\n",
    );
    assert_eq!(answer(&l, "kept", DAY).0, "unknown");
}

#[test]
fn dates_and_status_decide_what_is_in_force() {
    let facts = "facts:\n\
        - {attribute: record-duty, value: no, cite: act article 1, seen: \"2025-01-01\", to: \"2025-12-31\", status: repealed}\n\
        - {attribute: record-duty, value: yes, cite: act article 2, from: \"2026-01-01\", to: \"2026-06-30\"}\n\
        - {attribute: record-duty, value: no, cite: act article 3, from: \"2026-09-01\", status: adopted}\n\
        - {attribute: kept, value: [books], cite: act article 4, status: stayed}\n";
    let l = layer("facts: []\n", facts);
    let said = |day| answer(&l, "record-duty", day).0;
    assert_eq!([said(date(2025, 6, 1)), said(date(2026, 1, 1)), said(date(2026, 6, 30))], ["no", "yes", "yes"]);
    assert_eq!([said(date(2026, 7, 1)), said(date(2026, 9, 1))], ["unknown", "no"]);
    assert_eq!(answer(&l, "kept", DAY).0, "unknown");
    let (_, asked) = l.vocabulary.attribute("kept").unwrap();
    let found = l.answer(l.law("cc").unwrap(), asked, DAY);
    assert_eq!(found.aside.len(), 1, "a stayed rule is shown");
    assert_eq!(found.aside[0].fact.value, Some(Value::Set(["books".to_owned()].into())));
}

#[test]
fn a_text_tells_no_law_older_than_itself() {
    // Without a date the rule is known from the date of the text that states it; here from the day it was read.
    let parent = "facts:\n- {attribute: record-duty, value: yes, cite: act article 1}\n";
    let l = layer(parent, "inherits: [record-duty]\n");
    assert_eq!(answer(&l, "record-duty", date(2025, 12, 31)).0, "unknown");
    // An older text that says the same takes it back to its own day, and no further.
    let seen = "facts:\n- {attribute: record-duty, value: yes, cite: act article 1, seen: \"2020-03-01\"}\n";
    let l = layer(seen, "inherits: [record-duty]\n");
    assert_eq!(answer(&l, "record-duty", date(2020, 3, 1)).0, "yes");
    assert_eq!(answer(&l, "record-duty", date(2020, 2, 29)).0, "unknown");
    // An own rule that no text shows for the day is not replaced by the inherited one.
    let l = layer(seen, "inherits: [record-duty]\nfacts:\n- {attribute: record-duty, value: no, cite: act article 9}\n");
    assert_eq!(answer(&l, "record-duty", date(2021, 1, 1)), ("unknown".to_owned(), None));
    assert_eq!(answer(&l, "record-duty", DAY), ("no".to_owned(), None));
    // The last answer of a rule that has ended is known for its last day at least.
    let l = layer(
        parent,
        "facts:\n- {attribute: record-duty, value: no, cite: act article 9, to: \"2024-06-30\"}\n\
         - {attribute: record-duty, value: yes, cite: act article 9, from: \"2024-07-01\"}\n",
    );
    let on = |day| answer(&l, "record-duty", day).0;
    assert_eq!(
        (on(date(2024, 6, 29)), on(date(2024, 6, 30)), on(date(2024, 7, 1))),
        ("unknown".to_owned(), "no".to_owned(), "yes".to_owned())
    );
}
