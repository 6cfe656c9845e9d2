//! Bars by category and by topic.

use concord_report::chart::{CategoryBar, CategoryBars, Chart, TopicBars};
use concord_report::lang::{Language, Texts};
use concord_report::view::TopicCounts;

fn english() -> &'static Texts {
    Texts::of(Language::ENGLISH)
}

fn categories(rows: &[(&str, &str, [usize; 4])]) -> Chart {
    let bar = |(key, title, [left, right, both, open]): &(&str, &str, [usize; 4])| CategoryBar {
        key: (*key).to_owned(),
        title: (*title).to_owned(),
        left: *left,
        right: *right,
        both: *both,
        open: *open,
    };
    let rows: Vec<CategoryBar> = rows.iter().map(bar).collect();
    CategoryBars { prefix: "b", left: "Atlantis", right: "Oz", rows: &rows }.chart(english())
}

#[test]
fn what_is_decided_is_stacked_and_what_is_not_stands_apart() {
    let chart = categories(&[
        ("1", "materials, chemicals and organisms", [6, 13, 1, 191]),
        ("2", "materials processing", [13, 4, 1, 102]),
        ("4", "computers", [0, 0, 0, 10]),
        ("9", "balloons <and> kites", [1, 0, 0, 0]),
    ]);
    crate::keep("bars", &chart);
    insta::assert_snapshot!(chart.svg);
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}

#[test]
fn numbers_that_do_not_fit_their_bar_are_left_to_the_table() {
    let chart = categories(&[("9", "", [1, 999, 0, 0])]);
    crate::keep("bars-uneven", &chart);
    assert!(chart.svg.contains(">999</text>") && !chart.svg.contains(">1</text>"), "{}", chart.svg);
    assert_eq!(chart.table.rows, [["9", "1", "999", "0", "0"]]);
}

#[test]
fn no_category_at_all_has_a_chart() {
    assert!(categories(&[]).svg.ends_with("</svg>"));
}

fn topic(title: &str, [left, right, overlap, other, alike, unknown]: [usize; 6]) -> TopicCounts {
    TopicCounts { title: title.to_owned(), left, right, overlap, other, alike, unknown, ..TopicCounts::default() }
}

#[test]
fn topics_show_how_answers_stand() {
    let topics = [
        topic("End-use controls", [3, 7, 1, 0, 9, 2]),
        topic("Records", [0, 0, 0, 1, 4, 0]),
        topic("Offences, enforcement and cooperation of authorities", [1, 12, 0, 0, 0, 11]),
    ];
    let chart = TopicBars { prefix: "t", left: "Atlantis", right: "Oz", topics: &topics }.chart(english());
    crate::keep("topics", &chart);
    insta::assert_snapshot!(chart.svg);
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}
