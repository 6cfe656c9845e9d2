//! All regimes' limits on one parameter.

use concord_model::Code;
use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::super::{ConceptGraph, Edge, NodeKind};

/// A limit that a paragraph sets for a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// The concept of the paragraph, which its counterparts share; empty if it has none.
    pub concept: String,
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// Code of the paragraph.
    pub code: String,
    /// What the list calls the parameter.
    pub parameter: String,
    /// The settings in which it is measured.
    pub settings: Vec<String>,
    /// The limits as printed.
    pub limits: String,
    /// Dimension of the limits' units; empty for a limit by reference or a formula.
    pub dimension: String,
    /// Citation of the paragraph.
    pub source: String,
}

/// Every limit on a parameter. Limits of counterparts stand together, in the order of the first of their codes.
pub fn thresholds(graph: &ConceptGraph, parameter: NodeIndex) -> Vec<Threshold> {
    let mut rows = Vec::new();
    for (edge, from) in graph.reaching(parameter) {
        let Edge::Constrains(bound) = edge else { continue };
        let node = &graph.graph[from];
        let concept = graph.leaving(from).into_iter().find(|(edge, _)| **edge == Edge::Means).map(|(_, to)| to);
        let codes = concept.map_or_else(|| vec![from], |concept| graph.reaching(concept).into_iter().map(|(_, member)| member).collect());
        let codes = codes.into_iter().filter(|at| graph.graph[*at].kind != NodeKind::Term);
        let first = codes.filter_map(|at| Code::parse(&graph.graph[at].code).ok()).min();
        let row = Threshold {
            concept: concept.map(|at| graph.graph[at].id.clone()).unwrap_or_default(),
            jurisdiction: node.jurisdiction.clone(),
            code: node.code.clone(),
            parameter: bound.spelling.clone(),
            settings: bound.settings.clone(),
            limits: bound.limits.clone(),
            dimension: bound.dimension.clone(),
            source: node.citation.clone(),
        };
        rows.push((bound.dimension.clone(), first, row.concept.clone(), row.jurisdiction.clone(), Code::parse(&row.code).ok(), row));
    }
    rows.sort_by(|a, b| (&a.0, &a.1, &a.2, &a.3, &a.4).cmp(&(&b.0, &b.1, &b.2, &b.3, &b.4)));
    rows.into_iter().map(|row| row.5).collect()
}
