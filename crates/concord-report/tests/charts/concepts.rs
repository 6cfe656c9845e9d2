//! Drawings of concepts.

use concord_report::chart::{Chart, ConceptChart, ConceptLink, ConceptNode, ConceptParts, MappedAs};
use concord_report::lang::{Language, Texts};

fn nodes(codes: &[&str]) -> Vec<ConceptNode> {
    let label = |code: &str| if code.ends_with('b') { String::new() } else { format!("part {code} of a weather balloon") };
    codes.iter().map(|code| ConceptNode { code: (*code).to_owned(), label: label(code) }).collect()
}

fn chart(parts: &ConceptParts) -> Chart {
    ConceptChart { prefix: "c", title: "9Z001", left: "Atlantis", right: "Oz", parts }.chart(Texts::of(Language::ENGLISH))
}

fn link((left, right, relation): (usize, usize, MappedAs)) -> ConceptLink {
    ConceptLink { left, right, relation }
}

#[test]
fn every_relation_has_its_sign_and_lone_paragraphs_say_so() {
    let parts = ConceptParts {
        left: nodes(&["9Z001", "9Z001.a", "9Z001.b", "9Z001.c", "9Z001.d", "9Z001.e"]),
        right: nodes(&["9Z001", "9Z001.a", "9Z001.b", "9Z001.c", "9Z007.d"]),
        links: vec![
            link((0, 0, MappedAs::Close)),
            link((1, 2, MappedAs::LeftBroader)),
            link((2, 1, MappedAs::RightBroader)),
            link((4, 3, MappedAs::Exact)),
            link((5, 4, MappedAs::Related)),
        ],
    };
    let chart = chart(&parts);
    crate::keep("concept", &chart);
    insta::assert_snapshot!(chart.svg);
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}

#[test]
fn what_is_the_same_gives_way_to_what_differs_and_is_counted() {
    let codes: Vec<String> = (0..40).map(|n| format!("9Z001.{n}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let relation = |n| if n > 35 { MappedAs::Close } else { MappedAs::Exact };
    let parts = ConceptParts { left: nodes(&codes), right: nodes(&codes), links: (0..40).map(|n| link((n, n, relation(n)))).collect() };
    let chart = chart(&parts);
    crate::keep("concept-many", &chart);
    assert!(chart.svg.contains("and 22 more that are the same") && chart.svg.contains("9Z001.39<"), "{}", chart.svg);
    assert_eq!(chart.table.rows.len(), 40);
}

#[test]
fn one_side_may_have_nothing() {
    let chart = chart(&ConceptParts { left: nodes(&["9Z001"]), ..ConceptParts::default() });
    assert_eq!(chart.table.rows, [["9Z001", "part 9Z001 of a weather balloon", "no counterpart", "-", "-"]]);
}
