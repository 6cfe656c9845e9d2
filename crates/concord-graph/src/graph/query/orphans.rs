//! Orphans: what nothing else speaks of.

use serde::Serialize;

use super::super::{ConceptGraph, Edge, NodeKind};

/// Something that stands alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Orphan {
    /// What it is.
    pub kind: &'static str,
    /// Its identifier.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Code of its jurisdiction; empty for what belongs to none.
    pub jurisdiction: String,
    /// In what sense it stands alone.
    pub why: &'static str,
}

/// Entries without a counterpart in any other list, terms that no paragraph uses and no other list shares, and parameters that one paragraph
/// alone limits; in the order of the graph. What no list holds may still be controlled by an instrument that is not at hand. Where there is but one list, nothing is said of counterparts.
pub fn orphans(graph: &ConceptGraph) -> Vec<Orphan> {
    let several = graph.nodes(NodeKind::List).count() > 1;
    let mut rows = Vec::new();
    for at in graph.graph.node_indices() {
        let node = &graph.graph[at];
        let mapped = || {
            let all = graph.leaving(at).into_iter().chain(graph.reaching(at));
            all.into_iter().any(|(edge, _)| *edge == Edge::Means || matches!(edge, Edge::Maps(link) if !link.negated))
        };
        let why = match node.kind {
            NodeKind::Entry if several && !mapped() && !pointer(graph, at) => {
                "the other lists have no counterpart (another instrument may hold it)"
            }
            NodeKind::Term if !graph.reaching(at).iter().any(|(edge, _)| **edge == Edge::Uses) && !mapped() => "no paragraph uses it",
            NodeKind::Parameter if graph.reaching(at).len() == 1 => "one paragraph alone limits it",
            _ => continue,
        };
        let jurisdiction = if node.kind == NodeKind::Parameter {
            graph.reaching(at).first().map(|(_, from)| graph.graph[*from].jurisdiction.clone()).unwrap_or_default()
        } else {
            node.jurisdiction.clone()
        };
        rows.push(Orphan { kind: node.kind.name(), id: node.id.clone(), label: node.label.clone(), jurisdiction, why });
    }
    rows
}

/// Whether an entry only points to another instrument.
fn pointer(graph: &ConceptGraph, at: petgraph::graph::NodeIndex) -> bool {
    graph.leaving(at).iter().any(|(edge, _)| matches!(edge, Edge::Cites(super::super::Via::Elsewhere)))
}
