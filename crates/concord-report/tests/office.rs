//! The workbook and the Word brief, part by part, on a small comparison of two invented lists and on labels made to break out of them.
#![allow(
    clippy::unwrap_used,
    clippy::assigning_clones,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "what a test takes for granted"
)]

#[path = "office/papers.rs"]
mod papers;
#[path = "office/read.rs"]
mod read;
mod sample;
#[path = "office/views.rs"]
mod views;

use std::collections::{BTreeMap, BTreeSet};

use concord_compare::Comparison;
use concord_report::lang::Language;
use concord_report::view::{CompareView, Gate, LedgerView};
use concord_report::{word, workbook};
use read::{attribute, named, parts, strings};
use roxmltree::{Document, Node};

const HOSTILE: &str = "=cmd|' /C calc'!A0 ]]> <b>&\u{0}\u{1b} \u{202e}turned";

fn ledger(comparison: &Comparison) -> LedgerView {
    LedgerView::new(comparison, None, &sample::context(), Gate::default())
}

fn excel(comparison: &Comparison) -> Vec<u8> {
    workbook::compare(&CompareView::new(comparison, &sample::context()), &ledger(comparison), Language::ENGLISH).unwrap()
}

fn brief(comparison: &Comparison) -> Vec<u8> {
    word::compare(&CompareView::new(comparison, &sample::context()), Language::ENGLISH).unwrap()
}

fn hostile() -> Comparison {
    let mut comparison = sample::comparison();
    for finding in &mut comparison.findings {
        finding.explanation = HOSTILE.into();
        finding.parameter = Some(HOSTILE.to_owned());
        for side in [&mut finding.left, &mut finding.right].into_iter().flatten() {
            side.subject = HOSTILE.into();
            side.states = HOSTILE.into();
            side.citation = HOSTILE.into();
        }
    }
    comparison.left.url = "javascript:alert(1)".to_owned();
    comparison.left.document = HOSTILE.to_owned();
    comparison
}

/// Parts for a snapshot: an element a line.
fn shown(parts: &BTreeMap<String, String>, wanted: &[&str]) -> String {
    let part = |(name, text): (&String, &String)| format!("=== {name}\n{}\n", text.replace("><", ">\n<"));
    parts.iter().filter(|(name, _)| wanted.iter().any(|start| name.starts_with(start))).map(part).collect()
}

#[test]
fn compare_workbook() {
    insta::assert_snapshot!(read::workbook(&excel(&sample::comparison())));
}

#[test]
fn compare_paper() {
    insta::assert_snapshot!(read::document(&brief(&sample::comparison())));
}

#[test]
fn workbook_properties() {
    insta::assert_snapshot!(shown(&parts(&excel(&sample::comparison())), &["docProps/core"]));
}

#[test]
fn workbook_styles() {
    insta::assert_snapshot!(shown(&parts(&excel(&sample::comparison())), &["xl/styles"]));
}

#[test]
fn brief_frame() {
    let wanted = ["[Content", "_rels", "docProps", "word/_rels", "word/numbering", "word/settings", "word/styles", "word/fontTable"];
    insta::assert_snapshot!(shown(&parts(&brief(&sample::comparison())), &wanted));
}

#[test]
fn the_same_comparison_gives_the_same_bytes() {
    assert_eq!(excel(&sample::comparison()), excel(&sample::comparison()));
    assert_eq!(brief(&sample::comparison()), brief(&sample::comparison()));
}

#[test]
fn every_part_is_well_formed_whatever_a_label_holds() {
    for bytes in [excel(&hostile()), brief(&hostile())] {
        well_formed(&bytes);
    }
}

/// Asserts that no cell is a formula, and gives how many texts that begin like one are marked as texts.
fn formulas(bytes: &[u8]) -> usize {
    let parts = parts(bytes);
    let shared = Document::parse(&parts["xl/sharedStrings.xml"]).unwrap();
    let strings = strings(&shared);
    let styles = Document::parse(&parts["xl/styles.xml"]).unwrap();
    let formats = named(&styles, "cellXfs").next().unwrap();
    let marked: Vec<bool> = formats.children().filter(Node::is_element).map(|xf| xf.attribute("quotePrefix") == Some("1")).collect();
    let mut seen = 0;
    for (name, text) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        let sheet = Document::parse(text).unwrap();
        assert_eq!(named(&sheet, "f").count(), 0, "{name} has a formula");
        for cell in named(&sheet, "c").filter(|cell| cell.attribute("t") == Some("s")) {
            let value: usize = cell.first_element_child().and_then(|value| value.text()).unwrap().parse().unwrap();
            if strings[value].starts_with('=') {
                let format: usize = cell.attribute("s").unwrap().parse().unwrap();
                assert!(marked[format], "{name} {:?}", cell.attribute("r"));
                seen += 1;
            }
        }
    }
    seen
}

/// Asserts that every part is well formed and hides nothing, whatever a label holds.
fn well_formed(bytes: &[u8]) {
    for (name, text) in parts(bytes) {
        assert!(name.ends_with(".png") || Document::parse(&text).is_ok(), "{name}");
        assert!(!text.contains('\u{202e}') && !text.contains('\u{2066}') && !text.contains("javascript:"), "{name}");
    }
}

#[test]
fn no_label_becomes_a_formula() {
    let seen = formulas(&excel(&hostile()));
    assert!(seen > 10, "{seen}");
}

#[test]
fn every_link_inside_the_workbook_leads_to_its_row() {
    let parts = parts(&excel(&sample::comparison()));
    let shared = Document::parse(&parts["xl/sharedStrings.xml"]).unwrap();
    let strings = strings(&shared);
    let findings = Document::parse(&parts["xl/worksheets/sheet2.xml"]).unwrap();
    let summary = Document::parse(&parts["xl/worksheets/sheet1.xml"]).unwrap();
    let at = |cell: &str| {
        let cell = named(&findings, "c").find(|c| c.attribute("r") == Some(cell)).unwrap();
        strings[cell.first_element_child().and_then(|v| v.text()).unwrap().parse::<usize>().unwrap()].clone()
    };
    let links: Vec<(String, String)> = named(&summary, "hyperlink")
        .filter_map(|link| {
            Some((link.attribute("location")?.strip_prefix("'Findings'!")?.to_owned(), link.attribute("display")?.to_owned()))
        })
        .collect();
    let to_rows: Vec<&(String, String)> = links.iter().filter(|(cell, _)| cell != "A1").collect();
    assert_eq!(to_rows.len(), 2, "{links:?}");
    for (cell, _) in to_rows {
        let id = at(cell);
        assert!(id.len() == 12 && sample::comparison().summary.top.contains(&id), "{cell}: {id}");
    }
}

/// Asserts that heads of tables repeat, that rows are as wide as their table, and that the table of contents leads to headings; gives how many it lists.
fn laid_out(bytes: &[u8]) -> usize {
    let parts = parts(bytes);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    for table in named(&document, "tbl") {
        let first = table.children().find(|node| node.tag_name().name() == "tr").unwrap();
        assert!(first.descendants().any(|node| node.tag_name().name() == "tblHeader"));
        let widths = table.children().find(|node| node.tag_name().name() == "tblGrid").unwrap().children().count();
        for row in table.children().filter(|node| node.tag_name().name() == "tr") {
            let spans = row.children().filter(|node| node.tag_name().name() == "tc").map(|cell| {
                let span = cell.descendants().find(|node| node.tag_name().name() == "gridSpan");
                span.and_then(|span| attribute(&span, "val")).map_or(1, |val| val.parse().unwrap())
            });
            assert_eq!(spans.sum::<usize>(), widths);
        }
    }
    let bookmarks: BTreeSet<&str> = named(&document, "bookmarkStart").filter_map(|node| attribute(&node, "name")).collect();
    let listed: Vec<&str> = named(&document, "hyperlink").filter_map(|node| attribute(&node, "anchor")).collect();
    assert!(listed.iter().all(|anchor| bookmarks.contains(anchor)));
    listed.len()
}

#[test]
fn heads_of_tables_repeat_and_headings_are_listed() {
    assert!(laid_out(&brief(&sample::comparison())) > 5);
}

/// Asserts that every note, and every part and address that the document asks for, is there.
fn complete(bytes: &[u8]) {
    let parts = parts(bytes);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let notes = Document::parse(&parts["word/endnotes.xml"]).unwrap();
    let known: BTreeSet<&str> = named(&notes, "endnote").filter_map(|node| attribute(&node, "id")).collect();
    let used: Vec<&str> = named(&document, "endnoteReference").filter_map(|node| attribute(&node, "id")).collect();
    assert!(!used.is_empty() && used.iter().all(|id| known.contains(id)));
    let bookmarks: Vec<&str> = named(&document, "bookmarkStart").filter_map(|node| attribute(&node, "name")).collect();
    assert_eq!(bookmarks.len(), bookmarks.iter().collect::<BTreeSet<_>>().len(), "a bookmark stands twice");
    for field in named(&document, "instrText").filter_map(|node| node.text()).filter(|text| text.contains("NOTEREF")) {
        assert!(bookmarks.contains(&field.split_whitespace().nth(1).unwrap()), "{field}");
    }
    let relations = Document::parse(&parts["word/_rels/document.xml.rels"]).unwrap();
    for relation in named(&relations, "Relationship").filter(|node| node.attribute("TargetMode").is_none()) {
        assert!(parts.contains_key(&format!("word/{}", relation.attribute("Target").unwrap())));
    }
    let ids: BTreeSet<&str> = named(&relations, "Relationship").filter_map(|node| node.attribute("Id")).collect();
    let asked: Vec<&str> = document
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|a| a.namespace().is_some_and(|n| n.ends_with("relationships")))
        .map(|a| a.value())
        .collect();
    assert!(!asked.is_empty() && asked.iter().all(|id| ids.contains(id)), "{asked:?}");
}

#[test]
fn every_note_and_relation_is_there() {
    complete(&brief(&sample::comparison()));
}

#[test]
fn a_comparison_without_findings_has_both() {
    let mut comparison = sample::comparison();
    comparison.findings.clear();
    comparison.matches.clear();
    comparison.summary = concord_compare::Summary::default();
    assert!(parts(&excel(&comparison)).contains_key("xl/worksheets/sheet2.xml"));
    assert!(parts(&brief(&comparison)).contains_key("word/document.xml"));
}
