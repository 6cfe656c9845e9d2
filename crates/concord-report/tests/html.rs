//! The web pages on a small comparison of two invented lists.
#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use concord_compare::{Comparison, Direction, Severity};
use concord_report::lang::Language;
use concord_report::view::{ComparePage, CompareView, OfSet};
use concord_report::{Links, PlaceAddress, Publication, Templates};

fn links() -> Links {
    let place = PlaceAddress { place: "Act, {code}".to_owned(), url: "https://gazette.example/{date}/{code}".to_owned() };
    let gazette = Publication {
        publication: "Gazette".to_owned(),
        cites: "Act, ".to_owned(),
        places: vec![place],
        document: "https://gazette.example/".to_owned(),
    };
    Links::new(vec![gazette], Vec::new())
}

fn page(comparison: &Comparison, language: Language) -> String {
    let mut context = sample::context();
    context.language = language;
    let page = ComparePage::new(CompareView::new(comparison, &context), comparison, &context, &links());
    Templates::speaking(None, language).render("html/compare.html.j2", &OfSet::alone(page)).unwrap()
}

/// The body alone: the style sheet and the script are files of their own.
fn body(page: &str) -> String {
    let style = page.find("<style>").unwrap()..page.find("</style>").unwrap();
    let script = page.rfind("<script>").unwrap()..page.rfind("</script>").unwrap();
    format!("{}{}{}", &page[..style.start + 7], &page[style.end..script.start + 8], &page[script.end..])
}

#[test]
fn compare() {
    insta::assert_snapshot!(body(&page(&sample::comparison(), Language::ENGLISH)));
}

#[test]
fn the_page_asks_the_network_for_nothing() {
    let page = page(&sample::comparison(), Language::ENGLISH);
    for asks in ["<link", "src=", "@import", "url(\"", "url(h", "<iframe", "<object", "fetch(", "XMLHttpRequest"] {
        assert!(!page.contains(asks), "{asks}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn every_finding_has_one_permanent_anchor_and_every_anchor_that_is_linked_is_there() {
    let comparison = sample::comparison();
    let page = page(&comparison, Language::ENGLISH);
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an identifier stands twice: {ids:?}");
    for finding in &comparison.findings {
        assert!(ids.contains(&format!("f-{}", finding.id).as_str()), "{}", finding.id);
    }
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&target), "#{target}");
    }
}

#[test]
fn hostile_data_cannot_leave_its_place() {
    let hostile = "</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(2)' {{ 1234567*2 }} \u{202e}drow\u{0}";
    let mut comparison = sample::comparison();
    for finding in &mut comparison.findings {
        for side in [&mut finding.left, &mut finding.right].into_iter().flatten() {
            side.code = hostile.to_owned();
            side.subject = hostile.into();
            side.states = hostile.into();
            side.citation = hostile.into();
            side.facts.iter_mut().for_each(|fact| fact.text = hostile.into());
        }
        finding.parameter = finding.parameter.as_ref().map(|_| hostile.to_owned());
        finding.explanation = hostile.into();
        finding.rule = hostile.to_owned();
        finding.topic = hostile.to_owned();
        finding.reasons = vec![hostile.into()];
        finding.witnesses.iter_mut().for_each(|witness| hostile.clone_into(&mut witness.item));
        if let Some(sets) = &mut finding.values {
            hostile.clone_into(&mut sets.unit);
            for end in sets.left.iter_mut().flat_map(|s| [&mut s.low, &mut s.high]).flatten() {
                hostile.clone_into(&mut end.printed);
            }
        }
    }
    comparison.left.title = hostile.to_owned();
    comparison.left.url = "javascript:alert(3)".to_owned();
    comparison.right.url = "https://x.example/\" onclick=\"alert(4)".to_owned();
    comparison.stale_baseline = vec![hostile.to_owned()];
    let page = page(&comparison, Language::ENGLISH);
    assert!(!page.contains("<img"), "an element got through");
    assert!(!page.contains("\" on"), "an attribute got through");
    assert!(!page.contains("javascript:") && !page.contains("2469134"), "an address or a template got through");
    assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'), "a hidden character got through");
    assert!(page.contains("U+202E"), "hidden characters are shown");
    assert_eq!(page.matches("</script>").count(), 2);
}

#[test]
fn decided_findings_are_marked_for_print_and_the_filter_offers_what_is_there() {
    let comparison = sample::comparison();
    let page = page(&comparison, Language::ENGLISH);
    let decided = comparison
        .findings
        .iter()
        .filter(|f| matches!(f.direction, Direction::LeftStricter | Direction::RightStricter | Direction::Overlap));
    assert_eq!(page.matches("class=\"finding decided\"").count(), decided.count());
    let mut by_severity: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in comparison.findings.iter().filter(|finding| finding.accepted.is_none()) {
        let key = match finding.severity {
            Severity::Major => "major",
            Severity::Moderate => "moderate",
            Severity::Minor => "minor",
            Severity::Info => "info",
        };
        *by_severity.entry(key).or_default() += 1;
    }
    for key in by_severity.keys() {
        assert!(page.contains(&format!("<option value=\"{key}\">")), "{key}");
    }
}

#[test]
fn an_empty_comparison_has_a_page_in_every_language() {
    let mut comparison = sample::comparison();
    comparison.findings.clear();
    comparison.matches.clear();
    comparison.summary = concord_compare::Summary::default();
    for language in Language::all() {
        let page = page(&comparison, language);
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(!page.contains("class=\"finding"), "{}", language.code());
    }
}
