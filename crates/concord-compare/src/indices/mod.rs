//! Indices over the answers of two jurisdictions: exact, with the range that unknown answers leave open.
//!
//! Every index is a weighted share: the sum of weight × part over the sum of the weights of its population. An unknown answer could
//! be any answer that the question allows (but not "not applicable"); the low and the high end are the least and the greatest share
//! over all ways to fill the unknown answers in.

mod kinds;
mod share;

use concord_model::rules::{Attribute, Vocabulary};
use serde::{Deserialize, Serialize};

pub use kinds::IndexKind;
pub(crate) use kinds::{differing, shortfall};
pub use share::{Part, Share};

use crate::provisions::Row;

/// One index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// Which.
    pub kind: IndexKind,
    /// The share with its range.
    pub share: Share,
}

/// The indices over one topic, or over all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicIndices {
    /// The topic; empty for all topics.
    pub topic: String,
    /// The indices, in the order of [`IndexKind::ALL`].
    pub indices: Vec<Index>,
}

impl TopicIndices {
    /// One of the indices.
    pub fn get(&self, kind: IndexKind) -> Option<&Share> {
        self.indices.iter().find(|index| index.kind == kind).map(|index| &index.share)
    }
}

/// The indices over all topics, then over each topic. `rows` are those of the vocabulary, in its order.
pub fn indices(vocabulary: &Vocabulary, rows: &[Row]) -> Vec<TopicIndices> {
    let asked: Vec<(&str, &Attribute, &Row)> =
        vocabulary.attributes().zip(rows).map(|((topic, attribute), row)| (topic.id.as_str(), attribute, row)).collect();
    let mut out = vec![of("", &asked)];
    for topic in &vocabulary.topics {
        let own: Vec<_> = asked.iter().copied().filter(|(id, _, _)| *id == topic.id).collect();
        out.push(of(&topic.id, &own));
    }
    out
}

fn of(topic: &str, asked: &[(&str, &Attribute, &Row)]) -> TopicIndices {
    let indices = IndexKind::ALL.into_iter().map(|kind| {
        let parts = asked.iter().filter_map(|(_, attribute, row)| kind.part(attribute, row)).collect();
        Index { kind, share: Share::new(parts) }
    });
    TopicIndices { topic: topic.to_owned(), indices: indices.collect() }
}
