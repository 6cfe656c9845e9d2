//! Cycles: paragraphs whose scopes depend on each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::super::{ConceptGraph, Edge, NodeKind, Via};

/// A step of a cycle: a node, and whether the next is reached because its text names it (else because it is a part of the whole).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The node.
    pub node: NodeIndex,
    /// Whether it names the next.
    pub cites: bool,
}

/// The shortest cycle of each group of paragraphs that depend on each other, in order of the first node.
///
/// A paragraph depends on what its own text names, or names for a limit, and a whole on its parts. Notes and related controls only point, so
/// they make no cycle.
pub fn cycles(graph: &ConceptGraph) -> Vec<Vec<Step>> {
    let mut dependencies: DiGraph<NodeIndex, bool> = DiGraph::new();
    let mut at: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    for node in graph.graph.node_indices().filter(|n| matches!(graph.graph[*n].kind, NodeKind::Entry | NodeKind::Paragraph)) {
        at.insert(node, dependencies.add_node(node));
    }
    for edge in graph.graph.edge_indices() {
        let (Some((from, to)), Some(weight)) = (graph.graph.edge_endpoints(edge), graph.graph.edge_weight(edge)) else { continue };
        let cites = matches!(weight, Edge::Cites(Via::Text | Via::Limit));
        if let (Some(from), Some(to)) = (at.get(&from), at.get(&to))
            && (cites || *weight == Edge::Contains)
        {
            dependencies.add_edge(*from, *to, cites);
        }
    }
    let mut found: Vec<Vec<Step>> =
        tarjan_scc(&dependencies).into_iter().filter_map(|group| shortest(&dependencies, &group.into_iter().collect())).collect();
    found.sort_by_key(|cycle| cycle.first().map(|step| step.node));
    found
}

/// The shortest cycle within a strongly connected group, beginning at its first node; `None` for a single node that does not name itself.
fn shortest(dependencies: &DiGraph<NodeIndex, bool>, group: &BTreeSet<NodeIndex>) -> Option<Vec<Step>> {
    let ways = group.iter().filter_map(|start| back_to(dependencies, *start, group));
    let way = ways.min_by_key(|way| (way.len(), way.first().map(|step| step.node)))?;
    Some(way)
}

/// The shortest way from a node back to itself within the group.
fn back_to(dependencies: &DiGraph<NodeIndex, bool>, start: NodeIndex, group: &BTreeSet<NodeIndex>) -> Option<Vec<Step>> {
    let mut before: BTreeMap<NodeIndex, (NodeIndex, bool)> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(at) = open.pop_front() {
        let mut next: Vec<(NodeIndex, bool)> = dependencies
            .neighbors(at)
            .filter(|next| group.contains(next))
            .map(|next| (next, dependencies.edges_connecting(at, next).any(|edge| *edge.weight())))
            .collect();
        next.sort_unstable();
        next.dedup();
        for (next, cites) in next {
            if next == start {
                let mut way = vec![Step { node: dependencies[at], cites }];
                let mut here = at;
                while here != start {
                    let (previous, cites) = *before.get(&here)?;
                    way.push(Step { node: dependencies[previous], cites });
                    here = previous;
                }
                way.reverse();
                return Some(way);
            }
            if let std::collections::btree_map::Entry::Vacant(free) = before.entry(next) {
                free.insert((at, cites));
                open.push_back(next);
            }
        }
    }
    None
}
