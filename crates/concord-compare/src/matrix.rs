//! Many jurisdictions at once: the indices of every pair.

use concord_model::rules::{Law, RuleLayer};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::indices::{TopicIndices, indices};
use crate::provisions::row;

/// The indices of one pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// The left jurisdiction.
    pub left: String,
    /// The right jurisdiction.
    pub right: String,
    /// Indices over the topic asked about, or over all.
    pub indices: TopicIndices,
}

/// One jurisdiction of a matrix, with how much of its law is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixSide {
    /// Its code.
    pub jurisdiction: String,
    /// Questions asked.
    pub questions: usize,
    /// Of these, answered.
    pub known: usize,
}

/// The indices of every pair of some jurisdictions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// The day as of which all are asked.
    pub as_of: Date,
    /// The topic asked about; empty for all.
    pub topic: String,
    /// The jurisdictions, in the order asked for.
    pub sides: Vec<MatrixSide>,
    /// One cell a pair, the earlier jurisdiction on the left.
    pub cells: Vec<MatrixCell>,
}

/// Compares every pair of `laws`; over one topic, or over all where `topic` is empty.
pub fn matrix(layer: &RuleLayer, laws: &[&Law], topic: &str, day: Date) -> Matrix {
    let asked: Vec<_> = layer.vocabulary.attributes().filter(|(t, _)| topic.is_empty() || t.id == topic).collect();
    let sides = laws.iter().map(|law| MatrixSide {
        jurisdiction: law.jurisdiction.code.clone(),
        questions: asked.len(),
        known: asked.iter().filter(|(_, attribute)| layer.answer(law, attribute, day).value.is_some()).count(),
    });
    let pairs: Vec<(&Law, &Law)> =
        laws.iter().enumerate().flat_map(|(at, left)| laws.iter().skip(at + 1).map(move |right| (*left, *right))).collect();
    let cells = pairs.par_iter().map(|(left, right)| {
        let rows: Vec<_> = layer.vocabulary.attributes().map(|question| row(layer, question, (left, right), day)).collect();
        let found = indices(&layer.vocabulary, &rows).into_iter().find(|indices| indices.topic == topic);
        MatrixCell {
            left: left.jurisdiction.code.clone(),
            right: right.jurisdiction.code.clone(),
            indices: found.unwrap_or(TopicIndices { topic: topic.to_owned(), indices: Vec::new() }),
        }
    });
    Matrix { as_of: day, topic: topic.to_owned(), sides: sides.collect(), cells: cells.collect() }
}
