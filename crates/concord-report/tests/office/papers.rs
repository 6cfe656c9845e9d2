//! The papers and workbooks of recognitions, ladders, needs, matrices and layers above the list.

use std::collections::BTreeMap;

use concord_compare::indices::{Index, IndexKind, Share, TopicIndices};
use concord_compare::layers::{LayerComparison, LayerCount, LayerDestination, LayerFinding};
use concord_compare::{Cited, Direction, Finding, Layer, Matrix, MatrixCell};
use concord_report::lang::Language;
use concord_report::view::ladder::LadderView;
use concord_report::view::recognize::RecognizeView;
use concord_report::view::{CompareView, Gate, LedgerView, MatrixRow, MatrixTable, MatrixView, NeedsView};
use concord_report::{Place, word, workbook};
use num_rational::BigRational;

use crate::{HOSTILE, complete, formulas, laid_out, read, sample, views, well_formed};

const ENGLISH: Language = Language::ENGLISH;

fn french() -> Language {
    Language::from_code("fr").unwrap()
}

#[test]
fn recognize_paper() {
    insta::assert_snapshot!(read::document(&word::recognize(&views::recognition(), ENGLISH).unwrap()));
}

#[test]
fn recognize_workbook() {
    insta::assert_snapshot!(read::workbook(&workbook::recognize(&views::recognition(), ENGLISH).unwrap()));
}

#[test]
fn ladder_paper() {
    insta::assert_snapshot!(read::document(&word::ladder(&views::ladders(), ENGLISH).unwrap()));
}

#[test]
fn ladder_workbook() {
    insta::assert_snapshot!(read::workbook(&workbook::ladder(&views::ladders(), ENGLISH).unwrap()));
}

#[test]
fn item_paper() {
    insta::assert_snapshot!(read::document(&word::ladder(&views::item(), ENGLISH).unwrap()));
}

#[test]
fn item_workbook() {
    insta::assert_snapshot!(read::workbook(&workbook::ladder(&views::item(), ENGLISH).unwrap()));
}

#[test]
fn needs_paper() {
    insta::assert_snapshot!(read::document(&word::needs(&views::needs(), ENGLISH).unwrap()));
}

#[test]
fn needs_workbook() {
    insta::assert_snapshot!(read::workbook(&workbook::needs(&views::needs(), ENGLISH).unwrap()));
}

fn matrix(names: &[&str]) -> (MatrixView, Matrix) {
    let cells = |row: usize| (0..names.len()).map(|at| if at == row { "-" } else { "10% to 20%" }.to_owned()).collect();
    let rows = names.iter().enumerate().map(|(at, name)| MatrixRow { name: (*name).to_owned(), cells: cells(at) });
    let view = MatrixView {
        title: names.join(", "),
        as_of: "2030-01-02".to_owned(),
        topic: "all topics".to_owned(),
        notes: vec!["Elba is not described.".to_owned()],
        columns: names.iter().map(|name| (*name).to_owned()).collect(),
        known: vec!["Arva: 9 of 10 questions answered".to_owned()],
        tables: vec![MatrixTable { title: "Answered differently".to_owned(), about: "weighted share".to_owned(), rows: rows.collect() }],
        weights: vec!["weight 1: 10 questions".to_owned()],
    };
    let share = |part: i64| Some(BigRational::new(part.into(), 10.into()));
    let share = Share { low: share(1), high: share(2), sensitivity: None, population: 10, open: 1, weight: 10, parts: Vec::new() };
    let indices = TopicIndices { topic: String::new(), indices: vec![Index { kind: IndexKind::ALL[0], share }] };
    let cell = MatrixCell { left: "aa".to_owned(), right: "bb".to_owned(), indices };
    (view, Matrix { as_of: "2030-01-02".parse().unwrap(), topic: String::new(), sides: Vec::new(), cells: vec![cell] })
}

fn places() -> BTreeMap<String, Place> {
    [("aa", "Arva"), ("bb", "Bel")].into_iter().map(|(code, name)| (code.to_owned(), Place::new(name, name, name))).collect()
}

#[test]
fn matrix_paper() {
    insta::assert_snapshot!(read::document(&word::matrix(&matrix(&["Arva", "Bel"]).0, None, ENGLISH).unwrap()));
}

#[test]
fn matrix_workbook() {
    let (view, matrix) = matrix(&["Arva", "Bel"]);
    insta::assert_snapshot!(read::workbook(&workbook::matrix(&view, &matrix, &places(), ENGLISH).unwrap()));
}

#[test]
fn a_wide_matrix_lies_on_its_side_with_upright_heads_and_a_short_title() {
    let names: Vec<String> = ('A'..='N').map(|letter| format!("{letter}-land of {letter}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let parts = read::parts(&word::matrix(&matrix(&names).0, None, ENGLISH).unwrap());
    let document = &parts["word/document.xml"];
    assert!(document.contains(r#"w:orient="landscape""#));
    assert_eq!(document.matches("w:textDirection").count(), 14);
    assert!(parts["word/header1.xml"].contains("14 jurisdictions") && document.contains("A-land of A, B-land of B"));
}

/// Layers above the list for two destinations, with a finding.
fn layers() -> LayerComparison {
    let side = |code: &str, states: &str| {
        Some(Cited {
            code: code.to_owned(),
            subject: "2 pairs of paragraphs".into(),
            states: states.into(),
            citation: format!("Act, {code}").into(),
            facts: Vec::new(),
        })
    };
    let finding = Finding {
        id: "5".repeat(12),
        rule: "licence-required-left-stricter".to_owned(),
        layer: Layer::LicenceRequired,
        destination: "FO".to_owned(),
        left: side("1A001.a, 1A002", "licence required"),
        right: side("1A001.b", "no licence required"),
        explanation: "To Foria, 2 pairs of paragraphs: Arva asks for a licence.".into(),
        ..sample::comparison().findings[0].clone()
    };
    let count = |destination: &str| LayerCount {
        layer: Layer::LicenceRequired,
        destination: destination.to_owned(),
        of: 5,
        same: 3,
        not_applicable: 0,
        by_direction: vec![(Direction::LeftStricter, 2)],
    };
    let place = |code: &str, name: &str| LayerDestination { code: code.to_owned(), name: name.to_owned(), inside: false };
    LayerComparison {
        activity: "export".to_owned(),
        destinations: vec![place("FO", "Foria"), place("GO", "Gorm")],
        as_of: (Some("2030-01-01".parse().unwrap()), Some("2030-01-01".parse().unwrap())),
        population: 5,
        left_out: 1,
        findings: vec![LayerFinding { finding, pairs: vec![("1A001.a".to_owned(), "1A001.b".to_owned()); 2] }],
        counts: vec![count("FO"), count("GO")],
        witnesses: Vec::new(),
    }
}

#[test]
fn layers_have_sheets_of_their_own() {
    let (comparison, context, layers) = (sample::comparison(), sample::context(), layers());
    let view = CompareView::new(&comparison, &context).with_layers(&layers, &context);
    let ledger = LedgerView::new(&comparison, None, &context, Gate::default()).with_layers(&layers, &context, Gate::default());
    let book = read::workbook(&workbook::compare(&view, &ledger, ENGLISH).unwrap());
    let sheets: Vec<&str> = book.split("=== ").filter(|sheet| sheet.starts_with("Layer")).collect();
    insta::assert_snapshot!(sheets.concat());
    // A finding stands on one sheet.
    assert_eq!(book.matches(&"5".repeat(12)).count(), 1);
}

/// Puts a hostile text in place of every text.
fn spoil(texts: &mut [&mut String]) {
    for text in texts {
        HOSTILE.clone_into(text);
    }
}

fn hostile_recognition() -> RecognizeView {
    let mut view = views::recognition();
    spoil(&mut [&mut view.object, &mut view.means, &mut view.answer[0], &mut view.residual[0], &mut view.policy.about]);
    spoil(&mut [&mut view.left.name, &mut view.left.short]);
    view.areas.iter_mut().for_each(|area| spoil(&mut [&mut area.verdict, &mut area.possible]));
    view.policy.demands.iter_mut().for_each(|demand| spoil(&mut [&mut demand.asks, &mut demand.why]));
    for direction in &mut view.directions {
        spoil(&mut [&mut direction.grantor.short, &mut direction.vehicle.instrument, &mut direction.vehicle.citation]);
        for exclusion in &mut direction.exclusions {
            spoil(&mut [
                &mut exclusion.code,
                &mut exclusion.subject,
                &mut exclusion.states,
                &mut exclusion.citation,
                &mut exclusion.witness,
            ]);
        }
        for condition in &mut direction.conditions {
            spoil(&mut [&mut condition.sentence, &mut condition.why, &mut condition.until, &mut condition.areas.words]);
        }
        for question in direction.safeguards.iter_mut().chain(&mut direction.met) {
            spoil(&mut [&mut question.question, &mut question.reason]);
            for answer in [&mut question.grantor, &mut question.partner].into_iter().flatten() {
                spoil(&mut [&mut answer.who, &mut answer.states, &mut answer.citation]);
            }
        }
        for existing in &mut direction.existing {
            spoil(&mut [&mut existing.name, &mut existing.holds, &mut existing.covers, &mut existing.from, &mut existing.note]);
        }
        direction.unknowns.iter_mut().for_each(|unknown| spoil(&mut [&mut unknown.sentence, &mut unknown.if_for]));
    }
    view
}

fn hostile_ladders() -> LadderView {
    let mut view = views::item();
    view.ladders = views::ladders().ladders;
    for row in view.table.iter_mut().chain(view.ladders.iter_mut().map(|ladder| &mut ladder.row)) {
        spoil(&mut [
            &mut row.origin,
            &mut row.destination,
            &mut row.code,
            &mut row.reasons,
            &mut row.open,
            &mut row.review,
            &mut row.as_of,
        ]);
    }
    for row in view.ladders.iter_mut().flat_map(|ladder| &mut ladder.steps).flat_map(|step| &mut step.rows) {
        spoil(&mut [&mut row.text, &mut row.citation]);
    }
    for closed in view.ladders.iter_mut().flat_map(|ladder| &mut ladder.closed) {
        spoil(&mut [&mut closed.id, &mut closed.why, &mut closed.citation]);
    }
    let item = view.item.as_mut().unwrap();
    for place in &mut item.placements {
        spoil(&mut [&mut place.origin]);
        place.listed.iter_mut().for_each(|row| spoil(&mut [&mut row.code, &mut row.subject, &mut row.citation]));
    }
    item.unlisted.iter_mut().flat_map(|row| &mut row.guards).for_each(|guard| spoil(&mut [&mut guard.name, &mut guard.citation]));
    view
}

fn hostile_needs() -> NeedsView {
    let mut view = views::needs();
    spoil(&mut [&mut view.name, &mut view.reference, &mut view.answer[0]]);
    for need in view.needs.iter_mut().chain(&mut view.unknown) {
        spoil(&mut [&mut need.topic, &mut need.question, &mut need.why, &mut need.own, &mut need.citation, &mut need.attribute]);
        need.doers.iter_mut().for_each(|doer| spoil(&mut [&mut doer.name, &mut doer.states, &mut doer.citation]));
    }
    view
}

#[test]
fn hostile_labels_stay_texts() {
    for language in [ENGLISH, french()] {
        let books = [
            workbook::recognize(&hostile_recognition(), language).unwrap(),
            workbook::ladder(&hostile_ladders(), language).unwrap(),
            workbook::needs(&hostile_needs(), language).unwrap(),
        ];
        for book in books {
            well_formed(&book);
            let seen = formulas(&book);
            assert!(seen > 20, "{seen}");
        }
        let papers = [
            word::recognize(&hostile_recognition(), language).unwrap(),
            word::ladder(&hostile_ladders(), language).unwrap(),
            word::needs(&hostile_needs(), language).unwrap(),
        ];
        for paper in papers {
            well_formed(&paper);
        }
    }
}

#[test]
fn papers_are_whole_and_the_same_each_time() {
    let papers: [fn() -> Vec<u8>; 4] = [
        || word::recognize(&views::recognition(), ENGLISH).unwrap(),
        || word::ladder(&views::ladders(), ENGLISH).unwrap(),
        || word::ladder(&views::item(), ENGLISH).unwrap(),
        || word::needs(&views::needs(), ENGLISH).unwrap(),
    ];
    for paper in papers {
        let bytes = paper();
        assert_eq!(bytes, paper());
        laid_out(&bytes);
        complete(&bytes);
    }
    let books: [fn() -> Vec<u8>; 3] = [
        || workbook::recognize(&views::recognition(), ENGLISH).unwrap(),
        || workbook::ladder(&views::ladders(), ENGLISH).unwrap(),
        || workbook::needs(&views::needs(), ENGLISH).unwrap(),
    ];
    for book in books {
        assert_eq!(book(), book());
    }
}

#[test]
fn what_the_papers_and_workbooks_add_is_french_in_french() {
    let own = [
        read::document(&word::recognize(&views::recognition(), french()).unwrap()),
        read::workbook(&workbook::recognize(&views::recognition(), french()).unwrap()),
        read::document(&word::ladder(&views::ladders(), french()).unwrap()),
        read::workbook(&workbook::ladder(&views::ladders(), french()).unwrap()),
        read::document(&word::needs(&views::needs(), french()).unwrap()),
        read::workbook(&workbook::needs(&views::needs(), french()).unwrap()),
    ];
    for (text, words) in own.iter().zip([
        ["Liste d’exclusion", "Garanties", "Annexe"],
        ["Démarche", "Réponses", "Qui accepte qui"],
        ["Échelon par échelon", "présomption de refus", "non décidé"],
        ["Échelle", "présomption de refus", "Licence requise"],
        ["Ce que l’on ne sait pas", "2 sur 3", "Poids"],
        ["Font davantage", "Poids", "Thème"],
    ]) {
        for word in words {
            assert!(text.to_lowercase().contains(&word.to_lowercase()), "{word}: {text}");
        }
    }
}
