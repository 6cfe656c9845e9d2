//! Heat maps.

use std::collections::BTreeMap;

use concord_compare::indices::{Index, IndexKind, Share, TopicIndices};
use concord_compare::{Clustering, Matrix, MatrixCell, MatrixSide};
use concord_quantity::BigRational;
use concord_report::Place;
use concord_report::chart::{Chart, HeatMap};
use concord_report::lang::{Language, Texts};

/// Two codes and the range of their distance in thousandths.
type Pair<'a> = (&'a str, &'a str, Option<(i64, i64)>);

/// A matrix of invented jurisdictions; a pair without figures has no known distance.
fn matrix(pairs: &[Pair<'_>]) -> Matrix {
    let mut codes: Vec<&str> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    codes.sort_unstable();
    codes.dedup();
    let share = |range: Option<(i64, i64)>| Share {
        low: range.map(|r| BigRational::new(r.0.into(), 1000.into())),
        high: range.map(|r| BigRational::new(r.1.into(), 1000.into())),
        sensitivity: None,
        population: 10,
        open: 0,
        weight: 10,
        parts: Vec::new(),
    };
    let cell = |(left, right, range): &Pair<'_>| MatrixCell {
        left: (*left).to_owned(),
        right: (*right).to_owned(),
        indices: TopicIndices { topic: String::new(), indices: vec![Index { kind: IndexKind::Heterogeneity, share: share(*range) }] },
    };
    Matrix {
        as_of: "2030-01-02".parse().expect("a date"),
        topic: String::new(),
        sides: codes.iter().map(|code| MatrixSide { jurisdiction: (*code).to_owned(), questions: 10, known: 9 }).collect(),
        cells: pairs.iter().map(cell).collect(),
    }
}

fn chart(matrix: &Matrix) -> Chart {
    let places: BTreeMap<String, Place> = [("aa", "Atlantis"), ("bb", "Brobdingnag"), ("oz", "Oz & <Emerald> City")]
        .map(|(code, name)| (code.to_owned(), Place::new(name, name, name)))
        .into();
    let clustering = Clustering::of(matrix);
    HeatMap { prefix: "h", title: "Invented", matrix, clustering: &clustering, places: &places }.chart(Texts::of(Language::ENGLISH))
}

#[test]
fn near_ones_stand_together_and_wide_ranges_are_hatched() {
    let matrix = matrix(&[
        ("aa", "bb", Some((100, 620))),
        ("aa", "oz", Some((71, 94))),
        ("bb", "oz", Some((333, 333))),
        ("aa", "zz", None),
        ("bb", "zz", None),
        ("oz", "zz", Some((500, 700))),
    ]);
    let chart = chart(&matrix);
    crate::keep("heat-small", &chart);
    insta::assert_snapshot!(chart.svg);
    insta::assert_snapshot!(format!("{}\n{}\n\n{}", chart.title, chart.description, chart.table.markdown()));
}

#[test]
fn a_matrix_without_pairs_has_a_chart() {
    let chart = chart(&matrix(&[]));
    assert!(chart.svg.ends_with("</svg>") && chart.table.rows.is_empty());
}
