//! Neighbours of a concept: what says the same, or something near it, in each regime.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::super::{ConceptGraph, Edge, EdgeKind, NodeKind};

/// What stands across from a paragraph or a term in another list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counterpart {
    /// Identifier of the paragraph or term asked about, or of the member of the concept.
    pub from: String,
    /// How it stands to the other; `same-concept` where they share a concept by way of a third list.
    pub relation: String,
    /// The relation that is denied, where `relation` is `not`; else empty.
    pub denied: String,
    /// Identifier of the other.
    pub to: String,
    /// Label of the other.
    pub label: String,
    /// Code of the other's jurisdiction.
    pub jurisdiction: String,
    /// How sure it is, from 0 to 1, if anything is said.
    pub confidence: Option<f64>,
    /// Why one may say so; empty where it follows from the concept.
    pub justification: String,
    /// Citation of the other.
    pub citation: String,
}

/// The counterparts of a paragraph, of a term, or of every member of a concept, by jurisdiction and identifier.
///
/// Of a concept, each member stands once, with the surest mapping that leads to it.
pub fn counterparts(graph: &ConceptGraph, of: NodeIndex) -> Vec<Counterpart> {
    let mut rows: BTreeMap<(String, String, String), Counterpart> = BTreeMap::new();
    let concepts: Vec<NodeIndex> = match graph.graph[of].kind {
        NodeKind::Concept => vec![of],
        _ => graph.leaving(of).into_iter().filter(|(edge, _)| **edge == Edge::Means).map(|(_, to)| to).collect(),
    };
    let members: Vec<NodeIndex> =
        concepts.iter().flat_map(|concept| graph.reaching(*concept)).filter(|(edge, _)| **edge == Edge::Means).map(|(_, m)| m).collect();
    let starts = if graph.graph[of].kind == NodeKind::Concept { members.clone() } else { vec![of] };
    for start in &starts {
        for (edge, other, outward) in graph
            .leaving(*start)
            .into_iter()
            .map(|(e, n)| (e, n, true))
            .chain(graph.reaching(*start).into_iter().map(|(e, n)| (e, n, false)))
        {
            let Edge::Maps(link) = edge else { continue };
            let relation = if outward { link.relation } else { link.relation.inverse() };
            let said = |relation| Edge::Maps(super::super::Link { relation, negated: false, ..link.clone() }).kind().name().to_owned();
            let (relation, denied) =
                if link.negated { (EdgeKind::Not.name().to_owned(), said(relation)) } else { (said(relation), String::new()) };
            let row = Counterpart {
                confidence: link.confidence.map(crate::mapping::Confidence::value),
                justification: link.justification.clone(),
                ..row(graph, *start, other, relation, denied)
            };
            rows.entry((row.jurisdiction.clone(), row.to.clone(), row.from.clone())).or_insert(row);
        }
    }
    for member in members.iter().filter(|member| !starts.contains(member)) {
        let row = row(graph, of, *member, "same-concept".to_owned(), String::new());
        if !rows.values().any(|known| known.to == row.to) {
            rows.insert((row.jurisdiction.clone(), row.to.clone(), row.from.clone()), row);
        }
    }
    rows.into_values().collect()
}

fn row(graph: &ConceptGraph, from: NodeIndex, to: NodeIndex, relation: String, denied: String) -> Counterpart {
    let (from, to) = (&graph.graph[from], &graph.graph[to]);
    Counterpart {
        from: from.id.clone(),
        relation,
        denied,
        to: to.id.clone(),
        label: to.label.clone(),
        jurisdiction: to.jurisdiction.clone(),
        confidence: None,
        justification: String::new(),
        citation: to.citation.clone(),
    }
}
