//! A small series of two invented jurisdictions as chart, web page, workbook and Word paper, and with labels made to break out of them.
#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

#[path = "office/read.rs"]
mod read;
mod sample;

use std::collections::{BTreeMap, BTreeSet};

use concord_compare::provisions::Stated;
use concord_compare::track::{
    Before, Behind, Cause, DifferenceChange, Differences, EditionOf, Effect, Figure, Happened, LawChange, Learned, ListChange,
    ListDifferences, Member, MemberPoint, Movement, Paragraphs, Point, Step, TopicPoint, Track, Trend,
};
use concord_compare::{Cited, Coverage, Direction, Finding};
use concord_model::rules::{Topic, Vocabulary};
use concord_report::chart::{Chart, Series};
use concord_report::lang::{Language, Texts, Voice};
use concord_report::view::{OfSet, TrackPage, TrackView};
use concord_report::{Links, Place, PlaceAddress, Publication, Templates, word, workbook};
use jiff::civil::Date;

const DAYS: [&str; 4] = ["2030-01-01", "2030-02-01", "2030-06-01", "2031-01-01"];

fn day(at: usize) -> Date {
    DAYS[at].parse().unwrap()
}

/// Of `population` questions of weight 1, those that surely differ and those that may.
fn figure(population: usize, surely: usize, perhaps: usize) -> Figure {
    let weight = |n: usize| u64::try_from(n).unwrap();
    Figure { population, surely, perhaps, weight: weight(population), weight_surely: weight(surely), weight_perhaps: weight(perhaps) }
}

fn point(at: usize, apart: Figure, crafts: Figure) -> Point {
    let standing = |code: &str, known: usize, looser: Option<Figure>| MemberPoint { jurisdiction: code.to_owned(), known, apart, looser };
    let topic = |id: &str, apart: Figure| TopicPoint { topic: id.to_owned(), apart };
    let coverage = Coverage { population: 4, covered: 3, partly: 0, not_covered: 1, undecided: 0, undecided_by_heading: 0 };
    Point {
        day: day(at),
        standings: vec![standing("aa", 8 + at, Some(figure(9, 1, 3))), standing("bb", 10, Some(figure(9, 0, 2)))],
        apart,
        topics: vec![topic("crafts", crafts), topic("guilds", figure(6, 2, 2)), topic("never-asked", Figure::default())],
        panel: figure(6, 2, 2),
        differences: Some(Differences {
            lists: Some(ListDifferences {
                editions: (day(at), day(0)),
                by_direction: vec![(Direction::LeftStricter, 3), (Direction::Incomparable, 1)],
                coverage: (coverage.clone(), coverage),
            }),
            rules: None,
            topics: Vec::new(),
        }),
    }
}

/// A text with a label before it, where one is given.
fn with(label: &str, text: &str) -> String {
    if label.is_empty() { text.to_owned() } else { format!("{label} {text}") }
}

/// The series, with `label` in every text that data gives.
fn track(label: &str) -> Track {
    let stated = |words: &str| Stated {
        value: None,
        written: words.to_owned(),
        words: with(label, words).into(),
        citation: with(label, &format!("Act, § {words} (as of 2030-02-01)")),
        via: String::new(),
        notes: Vec::new(),
        aside: Vec::new(),
        past: Vec::new(),
    };
    let cited = |code: &str, states: &str| Cited {
        code: code.to_owned(),
        subject: with(label, "loom").into(),
        states: with(label, states).into(),
        citation: with(label, &format!("Act, {code} (as of 2030-06-01)")).into(),
        facts: Vec::new(),
    };
    let finding = |left: Option<Cited>, right: Option<Cited>, direction: Direction| Finding {
        left,
        right,
        direction,
        parameter: Some(with(label, "reed width")),
        explanation: with(label, "The reed is wider.").into(),
        ..sample::comparison().findings[0].clone()
    };
    let law = |movement: Movement, effect: Effect| LawChange {
        jurisdiction: "aa".to_owned(),
        topic: "crafts".to_owned(),
        attribute: with(label, "craft-register"),
        before: stated("no"),
        since: stated("yes"),
        day: Some(day(1)),
        movement,
        effect,
        known: 1,
    };
    let list = |paragraph: Paragraphs, movement: Movement, left: Option<Cited>, right: Option<Cited>| ListChange {
        jurisdiction: "bb".to_owned(),
        after: day(0),
        until: day(2),
        paragraph,
        movement,
        finding: finding(left, right, Direction::RightStricter),
    };
    let step = |at: usize| Step {
        after: day(at),
        until: day(at + 1),
        joined: Vec::new(),
        left: Vec::new(),
        law: Vec::new(),
        learned: Vec::new(),
        lists: Vec::new(),
        differences: Vec::new(),
    };
    let member = |code: &str, editions: Vec<EditionOf>| Member { jurisdiction: code.to_owned(), editions, questions: 12, outside: false };
    let edition = |at: usize| EditionOf { list: format!("bb-{at}"), title: "Belish list".to_owned(), as_of: day(at) };
    Track {
        topic: String::new(),
        reference: "bb".to_owned(),
        members: vec![member("aa", Vec::new()), member("bb", vec![edition(0), edition(2)])],
        points: vec![
            point(0, figure(10, 2, 9), figure(4, 0, 4)),
            point(1, figure(10, 3, 6), figure(4, 1, 3)),
            point(2, figure(10, 3, 6), Figure::default()),
            point(3, figure(10, 4, 4), figure(3, 2, 2)),
        ],
        steps: vec![
            Step { law: vec![law(Movement::Stricter, Effect::Closer), law(Movement::Unclear, Effect::Unclear)], ..step(0) },
            Step {
                lists: vec![
                    list(Paragraphs::Changed, Movement::Looser, Some(cited("1A001", ">2 m")), Some(cited("1A001", ">3 m"))),
                    list(Paragraphs::Dropped, Movement::Unclear, Some(cited("1A002", "felt")), None),
                ],
                differences: vec![DifferenceChange {
                    happened: Happened::Appeared,
                    cause: Cause::Around,
                    finding: finding(Some(cited("1A001", ">2 m")), Some(cited("1A001", ">3 m")), Direction::LeftStricter),
                    was: None,
                }],
                ..step(1)
            },
            Step { learned: vec![Learned { jurisdiction: "aa".to_owned(), answers: 2 }], ..step(2) },
        ],
        behind: vec![Behind {
            jurisdiction: "aa".to_owned(),
            topic: "guilds".to_owned(),
            attribute: with(label, "guild-seal"),
            since: day(1),
            before: Before::Level,
        }],
        trend: Trend::Steady,
    }
}

fn topics(label: &str) -> BTreeMap<String, String> {
    let title = |id: &str, title: &str| (id.to_owned(), with(label, title));
    [title("crafts", "Crafts and trades"), title("guilds", "Guilds")].into()
}

fn places(label: &str) -> BTreeMap<String, Place> {
    let named = |name: &str| with(label, name);
    let place = |code: &str, name: &str| (code.to_owned(), Place::new(&named(name), &named(name), &named(name)));
    [place("aa", "Arva"), place("bb", "Bel")].into()
}

/// The series in words.
fn view(track: &Track, label: &str, language: Language) -> TrackView {
    let topic = |(id, title): (String, String)| Topic { id, title, about: String::new(), layer: String::new(), attributes: Vec::new() };
    let vocabulary = Vocabulary { topics: topics(label).into_iter().map(topic).collect(), terms: Vec::new() };
    let voice = Voice { language, glossary: sample::context().glossary };
    let title = with(label, "Arva and Bel");
    let notes = vec![with(label, "One is not described.")];
    let view = TrackView::new(track, &vocabulary, (&places(label), &sample::context().rules), &title, notes, &voice);
    let place = PlaceAddress { place: "Act, {code}".to_owned(), url: "https://gazette.example/{date}/{code}".to_owned() };
    let gazette =
        Publication { publication: "Gazette".to_owned(), cites: "Act, 1".to_owned(), places: vec![place], document: String::new() };
    view.linked(&Links::new(vec![gazette], Vec::new()))
}

fn chart(track: &Track, label: &str, language: Language) -> Chart {
    let title = with(label, "Arva and Bel");
    Series { prefix: "track", title: &title, track, topics: &topics(label) }.chart(Texts::of(language))
}

fn page(track: &Track, label: &str, language: Language) -> String {
    let page = TrackPage { view: view(track, label, language), chart: Some(chart(track, label, language)) };
    Templates::speaking(None, language).render("html/track.html.j2", &OfSet::alone(page)).unwrap()
}

fn excel(track: &Track, label: &str) -> Vec<u8> {
    workbook::track(&view(track, label, Language::ENGLISH), track, (&places(label), &topics(label)), Language::ENGLISH).unwrap()
}

fn paper(track: &Track, label: &str) -> Vec<u8> {
    word::track(&view(track, label, Language::ENGLISH), Some(&chart(track, label, Language::ENGLISH)), Language::ENGLISH).unwrap()
}

#[test]
fn drawing() {
    let chart = chart(&track(""), "", Language::ENGLISH);
    insta::assert_snapshot!(chart.svg);
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}

#[test]
fn web_page() {
    let page = page(&track(""), "", Language::ENGLISH);
    insta::assert_snapshot!(page[page.find("<body>").unwrap()..].to_owned());
}

#[test]
fn excel_workbook() {
    insta::assert_snapshot!(read::workbook(&excel(&track(""), "")));
}

#[test]
fn word_paper() {
    insta::assert_snapshot!(read::document(&paper(&track(""), "")));
}

#[test]
fn the_table_of_the_chart_has_every_figure() {
    let track = track("");
    let table = chart(&track, "", Language::ENGLISH).table;
    assert_eq!(table.headers[1..], DAYS);
    let texts = Texts::of(Language::ENGLISH);
    let range = |figure: &Figure| {
        let percent = |share: u64| texts.language().percent(share * 1000 / figure.weight);
        match (figure.weight_surely, figure.weight_perhaps) {
            _ if figure.weight == 0 => "none".to_owned(),
            (low, high) if low == high => percent(low),
            (low, high) => format!("{} to {}", percent(low), percent(high)),
        }
    };
    let all: Vec<String> = track.points.iter().map(|point| range(&point.apart)).collect();
    let crafts: Vec<String> = track.points.iter().map(|point| range(&point.topics[0].apart)).collect();
    assert_eq!(all, ["20% to 90%", "30% to 60%", "30% to 60%", "40%"]);
    assert_eq!(
        (&table.rows[0][1..], &table.rows[2][1..]),
        (&all[..], &["0% to 100%", "25% to 75%", "none", "66.7%"].map(str::to_owned)[..])
    );
    assert_eq!(crafts[..3], table.rows[2][1..4]);
}

#[test]
fn topics_that_nobody_is_asked_about_have_no_panel_and_one_topic_has_one() {
    let all = chart(&track(""), "", Language::ENGLISH);
    let names = |chart: &Chart| chart.table.rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(names(&all), ["All topics", "Of answers known throughout", "Crafts and trades", "Guilds"]);
    let one = chart(&Track { topic: "guilds".to_owned(), ..track("") }, "", Language::ENGLISH);
    assert_eq!(names(&one), ["Guilds", "Of answers known throughout"]);
    assert!(one.height < all.height);
}

#[test]
fn a_day_without_figures_is_a_gap_and_a_single_day_can_be_drawn() {
    let areas = |chart: &Chart| chart.svg.matches("<polygon").count();
    // All topics and guilds are one area each; crafts are two, for nothing is asked on the third day.
    assert_eq!(areas(&chart(&track(""), "", Language::ENGLISH)), 4);
    let single = Track { points: vec![point(0, figure(10, 2, 9), figure(4, 0, 4))], steps: Vec::new(), ..track("") };
    let drawn = chart(&single, "", Language::ENGLISH);
    assert_eq!((areas(&drawn), drawn.svg.contains("NaN")), (3, false));
    let empty = Track { points: Vec::new(), steps: Vec::new(), ..track("") };
    assert_eq!(areas(&chart(&empty, "", Language::ENGLISH)), 0);
}

#[test]
fn time_is_to_scale() {
    let svg = chart(&track(""), "", Language::ENGLISH).svg;
    // The marks of days below the first panel: 31, 120 and 214 days lie between them.
    let marks: Vec<f64> = svg
        .split("<line ")
        .filter(|line| line.contains(r#"y1="194" "#) && line.contains(r#"y2="198""#))
        .filter_map(|line| line.split('"').nth(1)?.parse().ok())
        .collect();
    assert_eq!(marks.len(), 4);
    let per_day = (marks[3] - marks[0]) / 365.0;
    for (at, days) in [(1, 31.0), (2, 151.0)] {
        assert!((marks[at] - marks[0] - per_day * days).abs() < 0.11, "{marks:?}");
    }
}

#[test]
fn every_anchor_that_is_linked_is_there_once() {
    let page = page(&track(""), "", Language::ENGLISH);
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an identifier stands twice: {ids:?}");
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&target), "#{target}");
    }
    assert!(ids.contains(&"until-2030-02-01") && page.contains("https://gazette.example/2030-06-01/1A001"));
}

#[test]
fn a_series_speaks_every_language() {
    for language in Language::all() {
        let page = page(&track(""), "", language);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        let view = view(&track(""), "", language);
        assert!(workbook::track(&view, &track(""), (&places(""), &topics("")), language).is_ok());
        assert!(word::track(&view, None, language).is_ok());
    }
}

/// Labels made to break out of a format.
const HOSTILE: [&str; 4] = [
    "</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(2)' {{ 1234567*2 }}",
    "=cmd|' /C calc'!A0 ]]> <b>&",
    "turned \u{202e}around \u{2066}here",
    "nul \u{0} escape \u{1b}[31m hidden \u{200b}\u{feff}",
];

#[test]
fn labels_stay_in_their_places() {
    let hides = |text: &str| text.contains(['\u{202e}', '\u{2066}', '\u{0}', '\u{1b}', '\u{200b}', '\u{feff}']);
    let elements = |page: &str| page.split('<').skip(1).filter_map(|tag| tag.split([' ', '>', '\n']).next().map(str::to_owned)).collect();
    // Drawings break long texts into more or fewer lines; every text of theirs is escaped by the same writer.
    let outside = |page: &str| {
        let (before, rest) = page.split_once("<svg").unwrap();
        format!("{before}{}", rest.split_once("</svg>").unwrap().1)
    };
    let harmless: Vec<String> = elements(&outside(&page(&track("harmless"), "harmless", Language::ENGLISH)));
    for label in HOSTILE {
        let track = track(label);
        let page = page(&track, label, Language::ENGLISH);
        let found: Vec<String> = elements(&outside(&page));
        assert_eq!(found, harmless, "{label}");
        assert!(!page.contains("\" onmouseover") && !page.contains("2469134") && !hides(&page), "{label}");
        let svg = chart(&track, label, Language::ENGLISH).standalone();
        assert!(roxmltree::Document::parse(&svg).is_ok() && !svg.contains("<img") && !hides(&svg), "{label}");
        for bytes in [excel(&track, label), paper(&track, label)] {
            for (name, text) in
                read::parts(&bytes).into_iter().filter(|(name, _)| std::path::Path::new(name).extension().is_none_or(|e| e != "png"))
            {
                let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {label}: {error}"));
                assert!(!name.contains("worksheets/") || read::named(&document, "f").count() == 0, "{name}: {label}");
                assert!(!hides(&text), "{name}: {label}");
            }
        }
    }
}

#[test]
fn the_same_series_gives_the_same_bytes() {
    assert_eq!(excel(&track(""), ""), excel(&track(""), ""));
    assert_eq!(paper(&track(""), ""), paper(&track(""), ""));
}
