//! Jurisdictions through time: what changed, who moved, what is only known since.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its own fixtures should fail")]

mod support;

use concord_compare::Direction;
use concord_compare::indices::{IndexKind, indices};
use concord_compare::provisions::row;
use concord_compare::track::{Before, Cause, Effect, Followed, Happened, Movement, Paragraphs, Track, TrackOptions, Trend, track};
use concord_model::rules::RuleLayer;
use concord_model::{List, RuleFile, load_list, load_rules};
use jiff::civil::{Date, date};
use num_rational::BigRational;

use support::drawn::drawn;

const VOCABULARY: &str = "topic: records\ntitle: Records\nabout: What must be kept.\nlayer: duties\nattributes:\n  \
    duty: {question: Must records be kept?, why: Proof., type: yes-no, stricter: yes, weight: 2}\n  \
    years: {question: How long?, why: Proof., type: duration, stricter: more, weight: 1}\n  \
    copies: {question: Are copies enough?, why: Proof., type: yes-no, stricter: no, weight: 1}\n";

/// Laws of which each is a code and its facts; every text is of 1 January 2020.
fn laws(laws: &[(&str, &str)]) -> RuleLayer {
    let file = |path: String, text: String| RuleFile { name: path.clone(), path, bytes: text.into_bytes() };
    let mut files = vec![file("vocabulary/records.yaml".to_owned(), VOCABULARY.to_owned())];
    for (code, facts) in laws {
        let names = format!("code: {code}\nname: {code}\nshort: {code}\nadjective: {code}\n");
        files.push(file(format!("{code}/jurisdiction.yaml"), names));
        let act = "instruments:\n  act: {title: Example act, kind: act, version: \"2020-01-01\"}\n  code: {title: Example code, kind: act, version: \"2022-07-01\"}\n";
        files.push(file(format!("{code}/instruments.yaml"), act.to_owned()));
        files.push(file(format!("{code}/provisions/records.yaml"), format!("topic: records\nread: \"2026-01-01\"\nfacts:\n{facts}")));
    }
    let loaded = load_rules(&files, None);
    loaded.layer.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn follow<'a>(layer: &'a RuleLayer, code: &str, editions: &'a [List]) -> Followed<'a> {
    Followed {
        code: code.to_owned(),
        name: code.to_uppercase(),
        law: layer.law(code),
        editions: editions.iter().collect(),
        outside: false,
        belongs: Vec::new(),
    }
}

const TO: Date = date(2026, 1, 1);

fn series(layer: &RuleLayer, codes: &[&str]) -> Track {
    let followed: Vec<Followed<'_>> = codes.iter().map(|code| follow(layer, code, &[])).collect();
    track(layer, &followed, &TrackOptions { to: TO, ..TrackOptions::default() })
}

const KEEPS: &str = "- {attribute: duty, value: yes, cite: act article 1}\n- {attribute: years, value: 5 years, cite: act article 2}\n\
    - {attribute: copies, value: no, cite: act article 3}\n";
const LEARNS: &str = "- {attribute: duty, value: no, cite: act article 1, seen: \"2020-01-01\", to: \"2023-05-31\"}\n\
    - {attribute: duty, value: yes, cite: act article 1a, from: \"2023-06-01\"}\n\
    - {attribute: years, value: 3 years, cite: act article 2}\n- {attribute: copies, value: no, cite: code article 3}\n";

#[test]
fn a_law_that_takes_over_an_answer_comes_closer() {
    let layer = laws(&[("aa", KEEPS), ("bb", LEARNS)]);
    let found = series(&layer, &["aa", "bb"]);
    assert_eq!(found.points.iter().map(|point| point.day).collect::<Vec<_>>(), [date(2020, 1, 1), date(2023, 6, 1), TO]);
    let change = &found.steps[0].law[0];
    assert_eq!((change.jurisdiction.as_str(), change.attribute.as_str(), change.day), ("bb", "duty", Some(date(2023, 6, 1))));
    assert_eq!((change.before.written.as_str(), change.since.written.as_str()), ("no", "yes"));
    assert_eq!((change.movement, change.effect, change.known), (Movement::Stricter, Effect::Closer, 1));
    assert!(found.steps[1].law.is_empty());
    // Of the answers known throughout, duty (weight 2) and years (1) differed, and then years alone.
    let panel: Vec<(usize, u64, u64)> =
        found.points.iter().map(|point| (point.panel.population, point.panel.weight_surely, point.panel.weight_perhaps)).collect();
    assert_eq!(panel, [(2, 3, 3), (2, 1, 1), (2, 1, 1)]);
    assert_eq!(found.trend, Trend::Converging);
    // The difference ended with the text, and is told once.
    let changes: Vec<(Happened, Cause, &str)> = found.steps[0]
        .differences
        .iter()
        .map(|change| (change.happened, change.cause, change.finding.parameter.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(changes, [(Happened::Ended, Cause::Changed, "duty")]);
}

#[test]
fn a_change_is_measured_by_those_whose_answers_are_known() {
    let silent = "- {attribute: duty, value: unknown}\n- {attribute: years, value: unknown}\n- {attribute: copies, value: unknown}\n";
    let layer = laws(&[("aa", KEEPS), ("bb", LEARNS), ("cc", silent)]);
    let found = series(&layer, &["aa", "bb", "cc"]);
    let change = &found.steps.iter().find_map(|step| step.law.first()).unwrap();
    assert_eq!((change.effect, change.known), (Effect::Closer, 1));
    let alone = laws(&[("bb", LEARNS), ("cc", silent)]);
    let found = series(&alone, &["bb", "cc"]);
    let change = &found.steps.iter().find_map(|step| step.law.first()).unwrap();
    assert_eq!((change.effect, change.known), (Effect::Unclear, 0));
}

#[test]
fn an_answer_that_becomes_known_is_no_change_of_the_law() {
    let layer = laws(&[("aa", KEEPS), ("bb", &LEARNS.replace("value: no, cite: code", "value: yes, cite: code"))]);
    let found = series(&layer, &["aa", "bb"]);
    assert!(found.steps.iter().flat_map(|step| &step.law).all(|change| change.attribute == "duty"));
    // The code of 2022 states the answer on copies: until then it may be the same or another.
    let learned: Vec<(&str, usize)> =
        found.steps[0].learned.iter().map(|learned| (learned.jurisdiction.as_str(), learned.answers)).collect();
    assert_eq!(learned, [("bb", 1)]);
    let apart: Vec<(u64, u64)> = found.points.iter().map(|point| (point.apart.weight_surely, point.apart.weight_perhaps)).collect();
    assert_eq!(apart, [(3, 4), (2, 2), (2, 2)]);
    let known = found.steps[0].differences.iter().find(|change| change.finding.parameter.as_deref() == Some("copies")).unwrap();
    assert_eq!((known.happened, known.cause), (Happened::Appeared, Cause::Known));
}

#[test]
fn the_trend_is_not_told_where_no_answer_is_known_throughout() {
    let young = "- {attribute: duty, value: yes, cite: code article 1}\n- {attribute: years, value: unknown}\n- {attribute: copies, value: unknown}\n";
    let layer = laws(&[("aa", KEEPS), ("bb", young)]);
    let followed = ["aa", "bb"].map(|code| follow(&layer, code, &[]));
    let options = TrackOptions { days: vec![date(2021, 1, 1), date(2025, 1, 1)], to: TO, ..TrackOptions::default() };
    assert_eq!(track(&layer, &followed, &options).trend, Trend::Unclear);
}

#[test]
fn who_lags_behind_a_reference_is_told_with_what_is_known_of_the_time_before() {
    let late = "- {attribute: duty, value: yes, cite: act article 1, to: \"2023-12-31\", seen: \"2020-01-01\"}\n\
        - {attribute: duty, value: no, cite: act article 1, from: \"2024-01-01\"}\n\
        - {attribute: years, value: 3 years, cite: act article 2}\n- {attribute: copies, value: yes, cite: code article 3}\n";
    let layer = laws(&[("aa", KEEPS), ("bb", late)]);
    let mut followed = ["bb", "aa"].map(|code| follow(&layer, code, &[]));
    followed[1].outside = true;
    let days = vec![date(2020, 6, 1), date(2022, 1, 1), date(2023, 1, 1), date(2024, 6, 1)];
    let found = track(&layer, &followed, &TrackOptions { reference: "aa".to_owned(), days, to: TO, ..TrackOptions::default() });
    let told: Vec<(&str, Date, Before)> = found.behind.iter().map(|b| (b.attribute.as_str(), b.since, b.before)).collect();
    let expected = [
        ("duty", date(2024, 6, 1), Before::Level),
        ("years", date(2020, 6, 1), Before::Start),
        ("copies", date(2023, 1, 1), Before::Unknown),
    ];
    assert_eq!(told, expected);
    assert!(found.points.iter().all(|point| point.apart.population == 0), "who only measures is not compared");
}

#[test]
fn members_are_counted_only_while_they_belong() {
    let layer = laws(&[("aa", KEEPS), ("bb", LEARNS), ("cc", KEEPS)]);
    let mut followed = ["aa", "bb", "cc"].map(|code| follow(&layer, code, &[]));
    followed[2].belongs = vec![(Some(date(2024, 1, 1)), None)];
    let found = track(&layer, &followed, &TrackOptions { from: Some(date(2023, 7, 1)), to: TO, ..TrackOptions::default() });
    assert_eq!(found.points.iter().map(|point| point.standings.len()).collect::<Vec<_>>(), [2, 3, 3]);
    assert_eq!(found.steps[0].joined, ["cc"]);
    // The panel is of those who belong throughout.
    assert!(found.points.iter().all(|point| point.panel.population == found.points[0].panel.population));
}

fn edition(jurisdiction: &str, as_of: &str, paragraphs: &str) -> List {
    let text = format!(
        "jurisdiction: {jurisdiction}\nlist: goods-{as_of}\ntitle: Goods of {jurisdiction}\nas-of: \"{as_of}\"\n\
         source: {{document: Goods Act of {jurisdiction}, date: \"{as_of}\"}}\nentries:\n- entry: \"1A001\"\n  subject: kiln\n  paragraphs:\n{paragraphs}\
         - entry: \"2B001\"\n  subject: press\n  when: {{force: \">10 kN\"}}\n"
    );
    load_list(&[("list.yaml".to_owned(), text.into_bytes())]).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn kiln(limit: &str) -> String {
    format!("  - code: \"1A001.a\"\n    subject: tunnel kiln\n    when: {{length: \">{limit} m\"}}\n")
}

#[test]
fn editions_of_a_list_tell_which_way_a_limit_moved_and_what_became_of_the_difference() {
    let layer = laws(&[("aa", KEEPS), ("bb", KEEPS)]);
    let left = [edition("aa", "2021-01-01", &kiln("2")), edition("aa", "2024-01-01", &kiln("5"))];
    let right = [edition("bb", "2020-01-01", &kiln("2"))];
    let followed = [follow(&layer, "aa", &left), follow(&layer, "bb", &right)];
    let found = track(&layer, &followed, &TrackOptions { to: TO, ..TrackOptions::default() });
    assert_eq!(found.points.iter().map(|point| point.day).collect::<Vec<_>>(), [date(2021, 1, 1), date(2024, 1, 1), TO]);
    let [change] = found.steps[0].lists.as_slice() else { panic!("{:#?}", found.steps[0].lists) };
    assert_eq!((change.jurisdiction.as_str(), change.movement, change.paragraph), ("aa", Movement::Looser, Paragraphs::Changed));
    assert_eq!((change.after, change.until), (date(2021, 1, 1), date(2024, 1, 1)));
    let counts = |at: usize, wanted: Direction| {
        let lists = found.points[at].differences.as_ref().unwrap().lists.as_ref().unwrap();
        lists.by_direction.iter().find(|(direction, _)| *direction == wanted).map_or(0, |(_, count)| *count)
    };
    assert_eq!((counts(0, Direction::RightStricter), counts(1, Direction::RightStricter)), (0, 1));
    let [appeared] = found.steps[0].differences.as_slice() else { panic!("{:#?}", found.steps[0].differences) };
    assert_eq!((appeared.happened, appeared.cause), (Happened::Appeared, Cause::Changed));
    assert!(found.steps[1].differences.is_empty() && found.steps[1].lists.is_empty());
}

#[test]
fn editions_of_both_sides_change_on_days_of_their_own() {
    let layer = laws(&[("aa", KEEPS), ("bb", KEEPS)]);
    let without_press = |mut list: List| {
        list.entries.retain(|entry| entry.code().as_str() != "2B001");
        list
    };
    // Each side has editions of its own days; the left drops its press in the second, the right loosens its kiln in the last.
    let left = [edition("aa", "2021-01-01", &kiln("2")), without_press(edition("aa", "2023-01-01", &kiln("2")))];
    let right = [edition("bb", "2020-01-01", &kiln("2")), edition("bb", "2022-01-01", &kiln("2")), edition("bb", "2024-01-01", &kiln("9"))];
    let followed = [follow(&layer, "aa", &left), follow(&layer, "bb", &right)];
    let found = track(&layer, &followed, &TrackOptions { to: TO, ..TrackOptions::default() });
    let told = |at: usize| -> Vec<(String, Happened, Cause)> {
        let code = |finding: &concord_compare::Finding| finding.right.as_ref().or(finding.left.as_ref()).unwrap().code.clone();
        found.steps[at].differences.iter().map(|change| (code(&change.finding), change.happened, change.cause)).collect()
    };
    assert_eq!(found.points.iter().map(|point| point.day.year()).collect::<Vec<_>>(), [2021, 2022, 2023, 2024, 2026]);
    assert_eq!(told(0), []);
    assert_eq!(told(1), [("2B001".to_owned(), Happened::Appeared, Cause::Changed)]);
    assert!(
        told(2)
            .iter()
            .any(|(code, happened, cause)| { code.starts_with("1A001") && *happened == Happened::Appeared && *cause == Cause::Changed })
    );
}

#[test]
fn a_paragraph_that_the_later_edition_lacks_is_dropped() {
    let layer = laws(&[("aa", KEEPS)]);
    let both = format!("{}  - code: \"1A001.b\"\n    subject: shaft kiln\n", kiln("2"));
    let editions = [edition("aa", "2021-01-01", &both), edition("aa", "2024-01-01", &kiln("2"))];
    let found = track(&layer, &[follow(&layer, "aa", &editions)], &TrackOptions { to: TO, ..TrackOptions::default() });
    let told: Vec<Paragraphs> = found.steps.iter().flat_map(|step| &step.lists).map(|change| change.paragraph).collect();
    assert_eq!(told, [Paragraphs::Dropped]);
    assert!(found.points.iter().all(|point| point.differences.is_none()), "one is compared with nobody");
}

#[test]
fn the_figures_of_a_day_are_the_indices_of_that_day() {
    for seed in 1..30 {
        let layer = drawn(seed);
        let (left, right) = (layer.law("xx").unwrap(), layer.law("yy").unwrap());
        let found = series(&layer, &["xx", "yy"]);
        let point = found.points.last().unwrap();
        let rows: Vec<_> = layer.vocabulary.attributes().map(|asked| row(&layer, asked, (left, right), TO)).collect();
        let all = &indices(&layer.vocabulary, &rows)[0];
        let ends = |kind: IndexKind| all.get(kind).map(|share| (share.low.clone(), share.high.clone())).unwrap();
        let figure =
            |figure: &concord_compare::track::Figure| -> (Option<BigRational>, Option<BigRational>) { (figure.low(), figure.high()) };
        assert_eq!(figure(&point.apart), ends(IndexKind::Heterogeneity), "seed {seed}");
        let looser = |at: usize| figure(point.standings[at].looser.as_ref().unwrap());
        assert_eq!((looser(0), looser(1)), (ends(IndexKind::LeftShortfall), ends(IndexKind::RightShortfall)), "seed {seed}");
        // The topics add up to the whole.
        let weights: u64 = point.topics.iter().map(|topic| topic.apart.weight_surely).sum();
        assert_eq!(weights, point.apart.weight_surely);
    }
}
