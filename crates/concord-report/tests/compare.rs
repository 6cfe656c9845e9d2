//! The renderers on a small comparison of two invented lists.

mod sample;

use concord_report::Templates;
use concord_report::json::{CompareDocument, compare_schema};
use concord_report::view::{CompareView, IndexRow, IndexView};

fn view() -> CompareView {
    CompareView::new(&sample::comparison(), &sample::context())
}

#[test]
fn markdown() {
    insta::assert_snapshot!(Templates::new(None).render("compare.md.j2", &view()).unwrap());
}

#[test]
fn text() {
    insta::assert_snapshot!(Templates::new(None).render("compare.txt.j2", &view()).unwrap());
}

#[test]
fn index() {
    let index = IndexView {
        as_of: "2030-01-02".to_owned(),
        reports: vec![IndexRow { file: "aa-bb.md".to_owned(), view: view() }],
        matrices: Vec::new(),
        tracks: Vec::new(),
        recognitions: Vec::new(),
        ladders: Vec::new(),
    };
    insta::assert_snapshot!(Templates::new(None).render("index.md.j2", &index).unwrap());
}

#[test]
fn json() {
    let document = CompareDocument::new(&sample::comparison(), &sample::context());
    insta::assert_snapshot!(document.to_json().unwrap());
}

#[test]
fn schema() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&compare_schema()).unwrap());
}

#[test]
fn an_empty_comparison_has_a_report() {
    let mut comparison = sample::comparison();
    comparison.findings.clear();
    comparison.matches.clear();
    comparison.stale_baseline.clear();
    comparison.summary = concord_compare::Summary::default();
    let view = CompareView::new(&comparison, &sample::context());
    let templates = Templates::new(None);
    let text = templates.render("compare.md.j2", &view).unwrap();
    assert!(text.contains("No difference was found in what the two lists control."), "{text}");
    assert!(templates.render("compare.txt.j2", &view).is_ok());
}

#[test]
fn every_row_of_a_markdown_table_has_the_cells_of_its_heading() {
    let text = Templates::new(None).render("compare.md.j2", &view()).unwrap();
    let cells = |line: &str| line.replace(r"\|", "").matches('|').count();
    let mut heading = None;
    for line in text.lines() {
        if line.starts_with('|') {
            let expected = *heading.get_or_insert_with(|| cells(line));
            assert_eq!(cells(line), expected, "{line}");
        } else {
            heading = None;
        }
    }
}

#[test]
fn every_link_inside_the_report_has_its_anchor() {
    let text = Templates::new(None).render("compare.md.j2", &view()).unwrap();
    for link in text.split("](#").skip(1) {
        let target = link.split(')').next().unwrap();
        assert!(text.contains(&format!("<a id=\"{target}\"></a>")), "{target} has no anchor");
    }
    for anchor in text.split("<a id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert_eq!(text.matches(&format!("<a id=\"{anchor}\">")).count(), 1, "{anchor} stands more than once");
    }
}
