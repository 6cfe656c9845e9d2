//! Controls that carry out a regime, and those that carry out none.

use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::super::{ConceptGraph, Edge, NodeKind, Via};

/// A control and what it carries out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Implementing {
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// Code of the entry or paragraph.
    pub code: String,
    /// Its label.
    pub label: String,
    /// Name of the regime, or identifier of the entry of its list; empty for a control that carries out none.
    pub implements: String,
    /// What shows it; empty for a control that carries out none.
    pub citation: String,
    /// Citation of the control.
    pub source: String,
}

/// The controls that carry out a regime or an entry of its list.
pub fn implementing(graph: &ConceptGraph, what: NodeIndex) -> Vec<Implementing> {
    let node = &graph.graph[what];
    let name = if node.kind == NodeKind::Regime { node.label.clone() } else { node.id.clone() };
    let edges = graph.reaching(what).into_iter();
    edges
        .filter_map(|(edge, from)| match edge {
            Edge::Implements { citation } => Some(row(graph, from, &name, citation)),
            _ => None,
        })
        .collect()
}

/// The entries that carry out no regime, by themselves or by any of their paragraphs. Entries that only point to another instrument are left
/// out; so are those of lists of which nothing says how they show it, for there nothing is known.
pub fn unilateral(graph: &ConceptGraph) -> Vec<Implementing> {
    let mut carrying: BTreeSet<(String, String)> = BTreeSet::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for edge in graph.graph.edge_indices() {
        let (Some((from, _)), Some(Edge::Implements { .. })) = (graph.graph.edge_endpoints(edge), graph.graph.edge_weight(edge)) else {
            continue;
        };
        let node = &graph.graph[from];
        known.insert(&node.jurisdiction);
        let entry = node.code.split('.').next().unwrap_or_default().to_owned();
        carrying.insert((node.jurisdiction.clone(), entry));
    }
    graph
        .nodes(NodeKind::Entry)
        .filter(|at| {
            let node = &graph.graph[*at];
            known.contains(node.jurisdiction.as_str())
                && !carrying.contains(&(node.jurisdiction.clone(), node.code.clone()))
                && !graph.leaving(*at).iter().any(|(edge, _)| matches!(edge, Edge::Cites(Via::Elsewhere)))
        })
        .map(|at| row(graph, at, "", ""))
        .collect()
}

fn row(graph: &ConceptGraph, at: NodeIndex, implements: &str, citation: &str) -> Implementing {
    let node = &graph.graph[at];
    Implementing {
        jurisdiction: node.jurisdiction.clone(),
        code: node.code.clone(),
        label: node.label.clone(),
        implements: implements.to_owned(),
        citation: citation.to_owned(),
        source: node.citation.clone(),
    }
}
