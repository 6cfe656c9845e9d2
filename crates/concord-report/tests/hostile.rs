//! Labels that mean something to one format or another, in every text of a comparison: one test a format.
//!
//! Whatever the label, the result must have the structure that a harmless label gives, and nothing in it may turn the direction of writing,
//! hide, or control a device.
#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

mod records;
mod sample;

use std::io::{Cursor, Read as _};

use concord_compare::{Comparison, Message, Rule, Severity};
use concord_report::json::CompareDocument;
use concord_report::lang::Language;
use concord_report::view::{ComparePage, CompareView, Gate, LedgerView, OfSet};
use concord_report::{Links, Templates, machine, word, workbook};
use serde_json::Value;

/// Labels made to break out of a format.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\" onmouseover=\"alert(2)' x='",
    "a | b || c",
    "`code` ``` ~~~ *bold* _it_ [x](https://x.example) ![y](z) <!-- -->",
    "# heading\n- item\n1. item\n> quote",
    "=cmd|' /C calc'!A0",
    "@SUM(A1),\"b\"\n+1,-1\t=2",
    "]]><x>&amp;&#0;<![CDATA[",
    "{{ left }} {% include 'x' %} {# no #} %0A::error::x",
    "turned \u{202e}around, embedded \u{2066}here \u{2067}and \u{202b}there, \u{61c}\u{200f}mark",
    "nul \u{0} escape \u{1b}[31m bell \u{7} delete \u{7f} next \u{85} c1 \u{9b}2J",
    "hidden \u{200b}\u{ad}\u{2060}\u{feff}\u{fe0f}\u{e0041} break \u{2028}\u{2029}",
];

/// A word that no line has room for.
fn long_word() -> String {
    "wwwwwwwwwi".repeat(60)
}

fn labels() -> Vec<String> {
    HOSTILE.iter().map(|label| (*label).to_owned()).chain([long_word()]).collect()
}

/// The sample with a label in every text that data gives.
fn labelled(label: &str) -> Comparison {
    let mut comparison = sample::comparison();
    let set = |text: &mut String| label.clone_into(text);
    let say = |text: &mut Message| *text = label.into();
    for finding in &mut comparison.findings {
        for side in [&mut finding.left, &mut finding.right].into_iter().flatten() {
            say(&mut side.subject);
            say(&mut side.states);
            say(&mut side.citation);
            side.facts.iter_mut().for_each(|fact| say(&mut fact.text));
        }
        finding.parameter.iter_mut().for_each(set);
        finding.accepted.iter_mut().for_each(set);
        finding.reasons.iter_mut().for_each(say);
        say(&mut finding.explanation);
        for witness in &mut finding.witnesses {
            set(&mut witness.item);
            witness.values.iter_mut().for_each(|value| set(&mut value.value));
        }
    }
    for side in [&mut comparison.left, &mut comparison.right] {
        set(&mut side.title);
        set(&mut side.document);
    }
    comparison.summary.causes.iter_mut().for_each(|cause| set(&mut cause.example));
    comparison.stale_baseline = vec![label.to_owned()];
    comparison
}

fn view(comparison: &Comparison) -> CompareView {
    CompareView::new(comparison, &sample::context())
}

fn ledger(comparison: &Comparison) -> LedgerView {
    LedgerView::new(comparison, None, &sample::context(), Gate { fail_on: Some(Severity::Moderate), baseline: true })
}

/// Asserts that nothing hides, turns the direction of writing, or controls a device; line breaks and tabs may stand.
fn shows_all(text: &str, about: &str) {
    let hides = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe0f}' | '\u{feff}' | '\u{e0041}')
    };
    if let Some(at) = text.find(hides) {
        let end = text[at..].char_indices().nth(20).map_or(text.len(), |(more, _)| at + more);
        panic!("{about}: {:?}", &text[at..end]);
    }
}

/// Elements of a page in their order.
fn elements(page: &str) -> Vec<&str> {
    let tags = page.split('<').skip(1);
    tags.map(|tag| tag.split([' ', '>', '\n']).next().unwrap()).collect()
}

#[test]
fn html() {
    let page = |label: &str| {
        let comparison = labelled(label);
        let page = ComparePage::new(view(&comparison), &comparison, &sample::context(), &Links::new(Vec::new(), Vec::new()));
        Templates::new(None).render("html/compare.html.j2", &OfSet::alone(page)).unwrap()
    };
    let outside = |page: &str| {
        // Drawings break long texts into more or fewer lines; every text of theirs is escaped by the same writer.
        let parts = page.split("<svg").enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once("</svg>").unwrap().1 });
        parts.collect::<String>()
    };
    let harmless = page("harmless");
    for label in labels() {
        let page = page(&label);
        shows_all(&page, &label);
        assert_eq!(elements(&outside(&page)), elements(&outside(&harmless)), "{label}");
        assert!(!page.contains("\" onmouseover"), "{label}");
    }
    assert!(page(HOSTILE[9]).contains("turned U+202Earound, embedded U+2066here"));
}

#[test]
fn markdown() {
    let text = |label: &str| Templates::new(None).render("compare.md.j2", &view(&labelled(label))).unwrap();
    // A line by what gives it its form: its bars, and whether it begins a list, a heading or a quotation.
    let form = |text: &str| -> Vec<(usize, Option<char>, usize)> {
        let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        let start = |line: &str| line.chars().next().filter(|c| "#->+=".contains(*c));
        let tags = |line: &str| line.matches('<').count();
        text.lines().map(|line| (bars(line), start(line), tags(line))).collect()
    };
    let harmless = text("harmless");
    for label in labels() {
        let text = text(&label);
        shows_all(&text, &label);
        assert_eq!(form(&text), form(&harmless), "{label}\n{text}");
        let links = text.replace("\\]", "");
        assert!(!links.contains("](https&#58;") && !links.contains("](https://x.example") && !links.contains("](z)"), "{text}");
    }
}

#[test]
fn plain_text() {
    for label in labels() {
        let text = Templates::new(None).render("compare.txt.j2", &view(&labelled(&label))).unwrap();
        shows_all(&text, &label);
        // No line break of a label is kept, so that no part of it stands as a line of the report.
        assert!(!text.lines().any(|line| matches!(line.trim(), "- item" | "1. item" | "> quote" | "+1,-1")), "{text}");
    }
}

#[test]
fn csv() {
    for label in labels() {
        let comparison = labelled(&label);
        let text = machine::csv::findings(&ledger(&comparison));
        shows_all(&text, &label);
        let records = records::records(&text);
        assert_eq!(records.len(), comparison.findings.len() + 1, "{label}");
        for record in records {
            assert_eq!(record.len(), machine::csv::COLUMNS.len(), "{label}");
            assert!(record.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])), "{record:?}");
        }
    }
}

/// The names of the elements of an XML document, in their order.
fn names(text: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(text).unwrap();
    document.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name().to_owned()).collect()
}

#[test]
fn junit() {
    let harmless = names(&machine::junit(&ledger(&labelled("harmless"))));
    for label in labels() {
        let text = machine::junit(&ledger(&labelled(&label)));
        shows_all(&text, &label);
        assert_eq!(names(&text), harmless, "{label}");
    }
}

/// The parts of a package that are XML.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_ok() {
            out.push((name, text));
        }
    }
    out
}

#[test]
fn docx_and_xlsx() {
    for label in labels() {
        let comparison = labelled(&label);
        let word = word::compare(&view(&comparison), Language::ENGLISH).unwrap();
        let excel = workbook::compare(&view(&comparison), &ledger(&comparison), Language::ENGLISH).unwrap();
        for (name, text) in parts(&word).into_iter().chain(parts(&excel)) {
            shows_all(&text, &format!("{name}: {label}"));
            let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {label}: {error}"));
            // No formula, and no link that is not a web address.
            assert!(!name.contains("worksheets/") || !document.descendants().any(|node| node.tag_name().name() == "f"), "{name}");
            assert!(!text.contains("javascript:"), "{name}");
        }
    }
}

#[test]
fn svg() {
    let drawings = |label: &str| -> Vec<String> {
        let view = view(&labelled(label));
        let findings = view.categories.iter().flat_map(|category| &category.groups).flat_map(|group| &group.findings);
        findings.filter_map(|finding| finding.picture.as_ref()).map(concord_report::chart::Chart::standalone).collect()
    };
    for label in labels() {
        let drawings = drawings(&label);
        assert!(!drawings.is_empty());
        for text in drawings {
            shows_all(&text, &label);
            let names = names(&text);
            assert!(!names.iter().any(|name| matches!(name.as_str(), "script" | "x" | "foreignObject" | "image" | "a")), "{names:?}");
        }
    }
}

/// A value with every text left out.
fn shape(value: &Value) -> Value {
    match value {
        Value::String(_) => Value::Null,
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::Object(fields) => Value::Object(fields.iter().map(|(key, value)| (key.clone(), shape(value))).collect()),
        other => other.clone(),
    }
}

#[test]
fn json_lines_and_sarif() {
    let rules: Vec<Rule> = Vec::new();
    let harmless: Value = serde_json::from_str(&machine::sarif(&ledger(&labelled("harmless")), &rules, "1")).unwrap();
    for label in labels() {
        let comparison = labelled(&label);
        let document = CompareDocument::new(&comparison, &sample::context());
        for text in [document.to_json().unwrap(), machine::jsonl(&document).unwrap()] {
            // Written as escapes, so that they show; read back, the label is what it was.
            shows_all(&text, &label);
            let first: Value = serde_json::Deserializer::from_str(&text).into_iter().next().unwrap().unwrap();
            let finding = first.get("divergences").map_or(&first, |all| &all[0]);
            assert_eq!(finding["left"]["subject"], Value::from(label.as_str()));
        }
        let text = machine::sarif(&ledger(&comparison), &rules, "1");
        shows_all(&text, &label);
        assert_eq!(shape(&serde_json::from_str(&text).unwrap()), shape(&harmless), "{label}");
    }
}

#[test]
fn github() {
    let harmless = machine::github(&ledger(&labelled("harmless")));
    for label in labels() {
        let text = machine::github(&ledger(&labelled(&label)));
        shows_all(&text, &label);
        assert_eq!(text.lines().count(), harmless.lines().count(), "{label}");
        assert!(text.lines().all(|line| ["::error ", "::warning ", "::notice "].iter().any(|start| line.starts_with(start))), "{text}");
    }
}
