//! Ladders of an invented list and invented rules.

use concord_model::licensing::{Destinations, Licensing, check_licensing, load_destinations, load_licensing};
use concord_model::{Code, List, load_list};

use super::{Answer, Ladder, Policy, Question, Rung, ladder, unlisted};

const PLACES: &str = r#"
destinations:
- {code: "AA", name: "Alfa"}
- {code: "BB", name: "Bravo"}
- {code: "CC", name: "Charlie"}
- {code: "DD", name: "Delta"}
"#;

const LIST: &str = r#"
jurisdiction: zz
list: goods-2026-01-01
title: Goods List
as-of: "2026-01-01"
source: {document: Goods Act, date: "2026-01-01"}
entries:
- entry: "9A001"
  subject: kite
  reasons:
  - {reason: NS, column: NS Column 1, qualified: true}
  - {reason: RS, to: ["9A001.c"], destinations: [worldwide, "-North"]}
  exceptions:
  - {symbol: LOW, available: partly, value: ZZD 50, only: ["9A001.a"]}
  paragraphs:
  - {code: "9A001.a", subject: paper kite}
  - {code: "9A001.b", subject: silk kite}
  - {code: "9A001.c", subject: metal kite}
- entry: "9D001"
  subject: kite software
  reasons:
  - {reason: NS, column: NS Column 1, qualified: true}
"#;

const RULES: &str = r#"
jurisdiction: zz
as-of: "2026-01-01"
agency: Kite Office
law: Goods Act
citation: Goods Act, section 1
sets:
- {set: friends, members: [AA], citation: "Goods Act, schedule"}
- {set: North, members: [DD], citation: "Goods Act, schedule"}
- {set: doubtful, members: [CC], open: true, others: [AA, DD], citation: "Goods Act, schedule"}
chart:
  citation: Goods Act, chart
  columns: [NS Column 1]
  rows:
  - {to: AA, columns: []}
  - {to: BB, columns: [NS Column 1]}
  - {to: CC, refers: "Goods Act, section 9"}
  - {to: DD, columns: [NS Column 1]}
reaches:
- {entry: "9A001", row: "1", reason: NS, except: ["9A001.b"]}
- {entry: "9D001", row: "1", reason: NS, related: ["9A001"], narrowed: true}
requirements:
- {id: reasons, name: by reason, by: reasons, activities: [export], citation: "Goods Act, section 2"}
authorisations:
- {id: LOW, name: low value, by-entry: true, only-for: [NS], citation: "Goods Act, section 3"}
- {id: FAIR, name: fairs, to: ["-friends"], conditions: [return], citation: "Goods Act, section 4"}
restrictions:
- {name: the north, to: [North], closes: [FAIR], citation: "Goods Act, section 5"}
reviews:
- {policy: approval, required-for: [NS], to: ["-North"], citation: "Goods Act, section 6"}
- {policy: denial, required-for: [NS], to: [North], citation: "Goods Act, section 6"}
catch-alls:
- {name: bad ends, trigger: knowledge, to: [doubtful], citation: "Goods Act, section 7"}
embargoes:
- {name: closed land, to: [CC], licence: true, policy: denial, leaves: [], citation: "Goods Act, section 9"}
"#;

fn held() -> (List, Licensing) {
    let places = load_destinations("destinations.yaml", PLACES.as_bytes()).unwrap_or_default();
    let list = load_list(&[("list.yaml", LIST)]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let rules = load_licensing(&[("rules.yaml", RULES)], &places).unwrap_or_else(|problems| panic!("{problems:?}"));
    (list, rules)
}

fn climb(code: &str, destination: &str, activity: &str) -> Ladder {
    let (list, rules) = held();
    let code = Code::parse(code).unwrap_or_else(|error| panic!("{error}"));
    ladder(&Question { list: Some(&list), rules: &rules, code: &code, destination, activity })
}

fn open(ladder: &Ladder, id: &str) -> Option<Answer> {
    ladder.authorisations.iter().find(|open| open.id == id).map(|open| open.answer)
}

#[test]
fn the_chart_and_what_a_reason_leaves_out() {
    assert_eq!(climb("9A001.a", "AA", "export").licence, Answer::No);
    let marked = climb("9A001.a", "BB", "export");
    assert_eq!((marked.licence, marked.required_for.as_slice()), (Answer::Yes, ["NS".to_owned()].as_slice()));
    // No reason covers it: the list may leave it to somebody else.
    assert_eq!(climb("9A001.b", "BB", "export").licence, Answer::Unknown);
    // The entry holds paragraphs that the reason leaves out, and others.
    assert_eq!(climb("9A001", "BB", "export").licence, Answer::Unknown);
    assert_eq!(climb("9D001", "BB", "export").licence, Answer::Unknown);
}

#[test]
fn destinations_that_the_entry_states() {
    assert_eq!(climb("9A001.c", "AA", "export").required_for, ["RS"]);
    assert_eq!(climb("9A001.c", "DD", "export").required_for, ["NS"]);
    assert_eq!(climb("9A001.a", "AA", "export").required_for, Vec::<String>::new());
}

#[test]
fn authorisations_open_close_and_carry_conditions() {
    let ladder = climb("9A001.a", "BB", "export");
    let low = ladder.authorisations.iter().find(|open| open.id == "LOW");
    assert_eq!(low.map(|low| (low.answer, low.conditions.clone())), Some((Answer::Yes, vec!["net value at most ZZD 50".into()])));
    assert_eq!(open(&ladder, "FAIR"), Some(Answer::Yes));
    let metal = climb("9A001.c", "BB", "export");
    assert_eq!(open(&metal, "LOW"), Some(Answer::No));
    assert_eq!(open(&climb("9A001.a", "DD", "export"), "FAIR"), Some(Answer::No));
    assert!(climb("9A001.a", "AA", "export").authorisations.is_empty());
}

#[test]
fn embargo_review_and_catch_all() {
    let ladder = climb("9A001.b", "CC", "export");
    assert_eq!((ladder.licence, ladder.embargo, ladder.review), (Answer::Yes, Answer::Yes, Some(Policy::Denial)));
    assert!(ladder.authorisations.iter().all(|open| open.answer == Answer::No));
    assert_eq!(climb("9A001.a", "DD", "export").review, Some(Policy::Denial));
    assert_eq!(climb("9A001.a", "BB", "export").review, Some(Policy::Approval));
    let catch_all = |place| climb("9A001.a", place, "export").steps.iter().find(|step| step.rung == Rung::CatchAll).map(|step| step.answer);
    assert_eq!([catch_all("CC"), catch_all("BB"), catch_all("AA")], [Some(Answer::Yes), Some(Answer::Unknown), Some(Answer::No)]);
}

#[test]
fn without_the_list_nothing_is_said_of_the_item() {
    let (_, rules) = held();
    let code = Code::parse("9A001.a").unwrap_or_else(|error| panic!("{error}"));
    let found = ladder(&Question { list: None, rules: &rules, code: &code, destination: "BB", activity: "export" });
    let listed = found.steps.iter().find(|step| step.rung == Rung::Listed).map(|step| step.answer);
    assert_eq!((listed, found.licence), (Some(Answer::Unknown), Answer::Unknown));
}

#[test]
fn names_that_nobody_defines_are_reported() {
    let wrong = RULES.replace("to: [North], closes: [FAIR]", "to: [South], closes: [FARE]");
    let problems = load_licensing(&[("rules.yaml", wrong)], &Destinations::default()).err().unwrap_or_default();
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code).filter(|code| *code == "E0903").collect();
    assert_eq!(codes.len(), 1);
    assert!(problems.iter().any(|problem| problem.code == "E0901" && problem.message.contains("`South`") && problem.line > 1));
}

#[test]
fn wrong_patterns_columns_and_activities_are_reported_at_once() {
    let places = load_destinations("destinations.yaml", PLACES.as_bytes()).unwrap_or_default();
    let wrong = RULES
        .replace("as-of: \"2026-01-01\"\nagency", "as-of: \"2026-02-30\"\nagency")
        .replace("{to: BB, columns: [NS Column 1]}", "{to: BB, columns: [NS Column 9]}")
        .replace("by: reasons, activities: [export]", "by: reasons, activities: [exports]")
        .replace("policy: approval, required-for: [NS]", "policy: maybe, items: [\"9A001.c-9A001.a\"]");
    let problems = load_licensing(&[("rules.yaml", wrong)], &places).err().unwrap_or_default();
    let mut codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["E0106", "E0106", "E0107", "E0904", "E0906"]);
    assert!(problems.iter().all(|problem| problem.line > 0 && problem.column > 0));
}

#[test]
fn a_pattern_that_the_list_does_not_know_is_a_warning() {
    let (list, _) = held();
    let places = load_destinations("destinations.yaml", PLACES.as_bytes()).unwrap_or_default();
    let rules = RULES.replace("id: FAIR, name: fairs,", "id: FAIR, name: fairs, items: [\"9A001.a\", \"9A007\"],");
    let loaded = check_licensing(&[("rules.yaml", rules)], &places, Some(&list));
    let told: Vec<&str> = loaded.diagnostics.iter().map(|problem| problem.code).collect();
    assert_eq!((told.as_slice(), loaded.licensing.is_some()), (["W0905"].as_slice(), true));
}

#[test]
fn what_may_be_stricter_and_what_is_not_held_is_known() {
    let marked = climb("9A001.a", "BB", "export");
    assert_eq!((marked.review, marked.review_at_most), (Some(Policy::Approval), Some(Policy::Approval)));
    // No review policy is held for RS.
    let metal = climb("9A001.c", "AA", "export");
    assert_eq!((metal.review, metal.review_at_most, metal.open_ended.len()), (None, None, 0));
}

#[test]
fn items_on_no_list_meet_catch_alls_and_embargoes_alone() {
    let (_, rules) = held();
    let closed = unlisted(&rules, "CC", "export");
    assert_eq!((closed.embargo, closed.guards.len()), (Answer::Yes, 1));
    let open = unlisted(&rules, "AA", "export");
    assert_eq!((open.embargo, open.guards.len(), open.not_held.len()), (Answer::No, 0, 0));
}

#[test]
fn rules_toward_a_destination_answer_the_same_for_it() {
    let (list, rules) = held();
    for place in ["AA", "BB", "CC", "DD"] {
        for code in list.entries.iter().flat_map(|entry| &entry.paragraphs).map(|paragraph| &paragraph.code) {
            let ask = |rules: &Licensing| ladder(&Question { list: Some(&list), rules, code, destination: place, activity: "export" });
            assert_eq!(ask(&rules), ask(&rules.toward(place)), "{code} to {place}");
        }
    }
    assert!(rules.treats_alike("AA", "AA") && !rules.treats_alike("BB", "DD"));
}
