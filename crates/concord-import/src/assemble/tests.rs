use super::*;
use crate::document::{RawLicence, RawParagraph};

fn document(paragraphs: &[(&str, &str)]) -> Document {
    let raw = paragraphs
        .iter()
        .enumerate()
        .map(|(i, (code, text))| RawParagraph {
            code: (*code).to_owned(),
            printed: (*code).to_owned(),
            text: (*text).to_owned(),
            line: i + 1,
        })
        .collect();
    let entry = RawEntry {
        code: paragraphs[0].0.to_owned(),
        heading: paragraphs[0].1.to_owned(),
        line: 1,
        paragraphs: raw,
        notes: Vec::new(),
        licence: RawLicence::default(),
    };
    Document { entries: vec![entry], ..Document::default() }
}

fn import(paragraphs: &[(&str, &str)]) -> Imported {
    let origin =
        Origin { jurisdiction: "aa".to_owned(), as_of: jiff::civil::date(2026, 1, 1), sha256: String::new(), command: String::new() };
    assemble(&document(paragraphs), &Profile::default(), &origin, Lexicon::english())
}

fn connective(imported: &Imported, code: &str) -> concord_model::Connective {
    imported.list.paragraph(&Code::parse(code).unwrap()).unwrap().children
}

#[test]
fn a_closing_and_under_an_any_lead_in_belongs_to_the_group_above() {
    let imported = import(&[
        ("1A1", "Kilns having all of the following:"),
        ("1A1.a", "Having any of the following:"),
        ("1A1.a.1", "A length exceeding 2 m; or"),
        ("1A1.a.2", "A mass exceeding 3 kg; and"),
        ("1A1.b", "A power exceeding 4 kW."),
    ]);
    assert_eq!(connective(&imported, "1A1"), concord_model::Connective::All);
    assert_eq!(connective(&imported, "1A1.a"), concord_model::Connective::Any);
}

#[test]
fn a_trailing_and_decides_where_the_lead_in_says_nothing() {
    let imported = import(&[
        ("1A1", "Kilns with the characteristics below:"),
        ("1A1.a", "A length exceeding 2 m; and"),
        ("1A1.b", "A power exceeding 4 kW."),
    ]);
    assert_eq!(connective(&imported, "1A1"), concord_model::Connective::All);
}

#[test]
fn a_repeated_code_stays_visible_and_is_reported() {
    let imported = import(&[("1A1", "Kilns, as follows:"), ("1A1.a", "Brick kilns;"), ("1A1.a", "Lime kilns.")]);
    let codes: Vec<&str> = imported.list.entries[0].paragraphs.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["1A1", "1A1.a", "1A1.a-2"]);
    assert_eq!(imported.report.problems.len(), 1);
}

#[test]
fn a_remark_at_the_end_of_a_heading_hands_the_entry_over() {
    let profile = Profile {
        elsewhere: vec![Elsewhere { words: vec!["subject to".into(), "kiln act".into()], instrument: "Kiln Act".into() }],
        ..Profile::default()
    };
    assert_eq!(profile.elsewhere("Kilns of steel. (These items are “subject to the Kiln Act” (see part 3).)"), "Kiln Act");
    assert_eq!(profile.elsewhere("Kilns, except those subject to the Kiln Act (see part 3), of steel (big)."), "");
}

#[test]
fn an_edition_says_what_is_particular_to_it() {
    let of = jiff::civil::date(2020, 5, 4);
    let profile = Profile {
        document: "Kiln Act (consolidated {date})".into(),
        url: "https://example.org/kilns".into(),
        editions: vec![Edition { date: of, title: None, document: None, url: Some("https://example.org/{date}".into()), perimeter: None }],
        ..Profile::default()
    };
    let edition = profile.of(of);
    assert_eq!((edition.document.as_str(), edition.url.as_str()), ("Kiln Act (consolidated 2020-05-04)", "https://example.org/2020-05-04"));
    let other = profile.of(jiff::civil::date(2021, 5, 4));
    assert_eq!((other.document.as_str(), other.url.as_str()), ("Kiln Act (consolidated 2021-05-04)", "https://example.org/kilns"));
}
