//! Many jurisdictions at once: tables of the indices of every pair.

use std::collections::BTreeMap;

use concord_compare::Matrix;
use concord_compare::indices::IndexKind;
use concord_model::rules::Vocabulary;
use schemars::JsonSchema;
use serde::Serialize;

use super::rules::index_about;
use crate::lang::{Arg, Texts};
use crate::{Place, figures};

/// Tables of the indices of every pair.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixView {
    /// What is compared: the bloc's name, or the jurisdictions.
    pub title: String,
    /// The day as of which all are asked.
    pub as_of: String,
    /// The topic's title; `all topics` for all.
    pub topic: String,
    /// What the reader must know of who is in the table and who is not.
    pub notes: Vec<String>,
    /// Short names of the jurisdictions, in the order of rows and columns.
    pub columns: Vec<String>,
    /// How much of each law is known: one line a jurisdiction.
    pub known: Vec<String>,
    /// The tables.
    pub tables: Vec<MatrixTable>,
    /// The weights of the questions asked, as `weight: questions`.
    pub weights: Vec<String>,
}

/// One index over all pairs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixTable {
    /// What it shows.
    pub title: String,
    /// What a cell measures.
    pub about: String,
    /// One row a jurisdiction.
    pub rows: Vec<MatrixRow>,
}

/// One jurisdiction's row.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// One range a column; `-` where the two are the same.
    pub cells: Vec<String>,
}

impl MatrixView {
    /// Words a matrix; `places` gives the names of the jurisdictions by code.
    pub fn new(
        matrix: &Matrix,
        vocabulary: &Vocabulary,
        places: &BTreeMap<String, Place>,
        title: &str,
        notes: Vec<String>,
        texts: &Texts,
    ) -> Self {
        let name = |code: &str| places.get(code).map_or_else(|| code.to_uppercase(), |place| place.short.clone());
        let asked = vocabulary.attributes().filter(|(topic, _)| matrix.topic.is_empty() || topic.id == matrix.topic);
        let mut weights: BTreeMap<u32, usize> = BTreeMap::new();
        for (_, attribute) in asked {
            *weights.entry(attribute.weight).or_default() += 1;
        }
        let table = |key: &str, kind: IndexKind, mirror: IndexKind| MatrixTable {
            title: texts.get(key, &[]),
            about: index_about(kind, texts),
            rows: matrix
                .sides
                .iter()
                .map(|row| MatrixRow {
                    name: name(&row.jurisdiction),
                    cells: matrix
                        .sides
                        .iter()
                        .map(|column| cell(matrix, (&row.jurisdiction, &column.jurisdiction), (kind, mirror), texts))
                        .collect(),
                })
                .collect(),
        };
        Self {
            title: title.to_owned(),
            as_of: matrix.as_of.to_string(),
            topic: vocabulary.topic(&matrix.topic).map_or_else(|| texts.get("topic-all", &[]), |topic| topic.title.clone()),
            notes,
            columns: matrix.sides.iter().map(|side| name(&side.jurisdiction)).collect(),
            known: matrix
                .sides
                .iter()
                .map(|side| {
                    let args = [
                        ("who", Arg::from(name(&side.jurisdiction))),
                        ("known", side.known.to_string().into()),
                        ("questions", side.questions.to_string().into()),
                        ("share", figures::percent(side.known, side.questions, figures::Rounding::Nearest, texts).into()),
                    ];
                    texts.get("matrix-known", &args)
                })
                .collect(),
            tables: vec![
                table("matrix-differently", IndexKind::Heterogeneity, IndexKind::Heterogeneity),
                table("matrix-covered", IndexKind::LeftCoveredByRight, IndexKind::RightCoveredByLeft),
                table("matrix-harmonised", IndexKind::Harmonisation, IndexKind::Harmonisation),
                table("matrix-looser", IndexKind::LeftShortfall, IndexKind::RightShortfall),
                table("matrix-distance", IndexKind::Distance, IndexKind::Distance),
                table("matrix-common", IndexKind::Jaccard, IndexKind::Jaccard),
            ],
            weights: weights
                .into_iter()
                .rev()
                .map(|(weight, n)| texts.get("matrix-weight", &[("weight", weight.to_string().into()), ("count", n.into())]))
                .collect(),
        }
    }
}

fn cell(matrix: &Matrix, (row, column): (&str, &str), (kind, mirror): (IndexKind, IndexKind), texts: &Texts) -> String {
    if row == column {
        return "-".to_owned();
    }
    let found = matrix.cells.iter().find_map(|cell| {
        if cell.left == row && cell.right == column {
            cell.indices.get(kind)
        } else if cell.left == column && cell.right == row {
            cell.indices.get(mirror)
        } else {
            None
        }
    });
    found.map_or_else(|| texts.get("share-none", &[]), |share| figures::range(share.low.as_ref(), share.high.as_ref(), texts))
}
