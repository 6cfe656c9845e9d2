//! The concept graph: what jurisdictions, regimes, instruments, lists, entries, paragraphs, parameters and terms have to do with each other.

mod build;
mod concept;
mod edge;
mod node;
pub mod parameter;
pub mod query;
mod sources;
pub mod write;

use std::collections::{BTreeSet, HashMap};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

pub use build::build;
pub(crate) use concept::described;
pub use edge::{Bound, Edge, EdgeKind, Link, Via};
pub use node::{Node, NodeKind};
pub use sources::{Answer, Origin, Participation, Regime, Sources};

/// The graph with an index of its nodes by identifier.
///
/// Nodes and edges stand in the order of the sources, so that equal sources give equal graphs.
#[derive(Clone, Debug, Default)]
pub struct ConceptGraph {
    /// The graph itself.
    pub graph: DiGraph<Node, Edge>,
    by_id: HashMap<String, NodeIndex>,
}

impl ConceptGraph {
    /// The node with this identifier (`eu:3A001.a`, `concord:parameter/sample%20rate`).
    pub fn node(&self, id: &str) -> Option<NodeIndex> {
        self.by_id.get(id).copied()
    }

    /// Nodes of one kind, in order.
    pub fn nodes(&self, kind: NodeKind) -> impl Iterator<Item = NodeIndex> {
        self.graph.node_indices().filter(move |at| self.graph[*at].kind == kind)
    }

    /// The edges that leave a node and where they lead, in the order in which they were added.
    pub fn leaving(&self, from: NodeIndex) -> Vec<(&Edge, NodeIndex)> {
        let mut edges: Vec<_> = self.graph.edges(from).map(|e| (e.id(), e.weight(), e.target())).collect();
        edges.sort_by_key(|(id, _, _)| *id);
        edges.into_iter().map(|(_, edge, to)| (edge, to)).collect()
    }

    /// The edges that reach a node and where they come from, in the order in which they were added.
    pub fn reaching(&self, to: NodeIndex) -> Vec<(&Edge, NodeIndex)> {
        let mut edges: Vec<_> = self.graph.edges_directed(to, Direction::Incoming).map(|e| (e.id(), e.weight(), e.source())).collect();
        edges.sort_by_key(|(id, _, _)| *id);
        edges.into_iter().map(|(_, edge, from)| (edge, from)).collect()
    }

    /// The part of the graph that consists of some nodes and the edges among them.
    #[must_use]
    pub fn induced(&self, nodes: &BTreeSet<NodeIndex>) -> Self {
        let mut part = Self::default();
        for at in nodes {
            part.add(self.graph[*at].clone());
        }
        for edge in self.graph.edge_references() {
            let ends = (part.node(&self.graph[edge.source()].id), part.node(&self.graph[edge.target()].id));
            if let (Some(from), Some(to)) = ends {
                part.link(from, to, edge.weight().clone());
            }
        }
        part
    }

    /// Adds a node, or gives the one that has its identifier already.
    fn add(&mut self, node: Node) -> NodeIndex {
        if let Some(at) = self.by_id.get(&node.id) {
            return *at;
        }
        let id = node.id.clone();
        let at = self.graph.add_node(node);
        self.by_id.insert(id, at);
        at
    }

    /// Adds an edge unless the very same is there.
    fn link(&mut self, from: NodeIndex, to: NodeIndex, edge: Edge) {
        if !self.graph.edges_connecting(from, to).any(|e| *e.weight() == edge) {
            self.graph.add_edge(from, to, edge);
        }
    }
}
