//! The workbook and the Word brief, part by part, on a small comparison of two invented lists and on labels made to break out of them.
#![allow(
    clippy::unwrap_used,
    clippy::assigning_clones,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "what a test takes for granted"
)]

mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use concord_compare::Comparison;
use concord_report::lang::Language;
use concord_report::view::{CompareView, Gate, LedgerView};
use concord_report::{word, workbook};
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

/// The parts of a package, by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        // Of a picture only its name matters here.
        out.insert(name, String::from_utf8(bytes).unwrap_or_default());
    }
    out
}

/// Parts for a snapshot: an element a line.
fn shown(parts: &BTreeMap<String, String>, wanted: &[&str]) -> String {
    let part = |(name, text): (&String, &String)| format!("=== {name}\n{}\n", text.replace("><", ">\n<"));
    parts.iter().filter(|(name, _)| wanted.iter().any(|start| name.starts_with(start))).map(part).collect()
}

fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

fn attribute<'a>(node: &Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

#[test]
fn workbook_parts() {
    insta::assert_snapshot!(shown(
        &parts(&excel(&sample::comparison())),
        &["docProps/core", "xl/workbook", "xl/sharedStrings", "xl/worksheets"]
    ));
}

#[test]
fn workbook_styles() {
    insta::assert_snapshot!(shown(&parts(&excel(&sample::comparison())), &["xl/styles"]));
}

#[test]
fn brief_text() {
    insta::assert_snapshot!(shown(
        &parts(&brief(&sample::comparison())),
        &["word/document", "word/endnotes", "word/header", "word/footer"]
    ));
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
        for (name, text) in parts(&bytes) {
            assert!(name.ends_with(".png") || Document::parse(&text).is_ok(), "{name}");
            assert!(!text.contains('\u{202e}') && !text.contains("javascript:"), "{name}");
        }
    }
}

#[test]
fn no_label_becomes_a_formula() {
    let parts = parts(&excel(&hostile()));
    let strings = Document::parse(&parts["xl/sharedStrings.xml"]).unwrap();
    let strings: Vec<String> =
        named(&strings, "si").map(|si| si.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()).collect();
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
    assert!(seen > 10, "{seen}");
}

#[test]
fn every_link_inside_the_workbook_leads_to_its_row() {
    let parts = parts(&excel(&sample::comparison()));
    let strings = Document::parse(&parts["xl/sharedStrings.xml"]).unwrap();
    let strings: Vec<String> =
        named(&strings, "si").map(|si| si.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()).collect();
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

#[test]
fn heads_of_tables_repeat_and_headings_are_listed() {
    let parts = parts(&brief(&sample::comparison()));
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
    assert!(listed.len() > 5 && listed.iter().all(|anchor| bookmarks.contains(anchor)));
}

#[test]
fn every_note_and_relation_is_there() {
    let parts = parts(&brief(&sample::comparison()));
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let notes = Document::parse(&parts["word/endnotes.xml"]).unwrap();
    let known: BTreeSet<&str> = named(&notes, "endnote").filter_map(|node| attribute(&node, "id")).collect();
    let used: Vec<&str> = named(&document, "endnoteReference").filter_map(|node| attribute(&node, "id")).collect();
    assert!(!used.is_empty() && used.iter().all(|id| known.contains(id)));
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
fn a_comparison_without_findings_has_both() {
    let mut comparison = sample::comparison();
    comparison.findings.clear();
    comparison.matches.clear();
    comparison.summary = concord_compare::Summary::default();
    assert!(parts(&excel(&comparison)).contains_key("xl/worksheets/sheet2.xml"));
    assert!(parts(&brief(&comparison)).contains_key("word/document.xml"));
}
