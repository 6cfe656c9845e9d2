//! The shortest way between two things.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use petgraph::graph::NodeIndex;

use super::super::{ConceptGraph, NodeKind};

/// The nodes of the best way from one node to another along edges of any kind in any direction; `None` where there is none.
///
/// The best way is short and tells most: a step to a node costs 1, and 1 more for every doubling of what the node has to do with; to a phrase of
/// definitions 3 more, so that two terms are not joined by a word that many definitions happen to share. No way leads through what merely holds everything: a jurisdiction, regime,
/// instrument, list, dimension or licence. Among equally good ways, the one whose nodes were added first is given.
pub fn path(graph: &ConceptGraph, from: NodeIndex, to: NodeIndex) -> Option<Vec<NodeIndex>> {
    let mut before: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::new();
    let mut open = BinaryHeap::from([Reverse((0_u32, from, from))]);
    while let Some(Reverse((cost, at, previous))) = open.pop() {
        if before.contains_key(&at) {
            continue;
        }
        before.insert(at, previous);
        if at == to {
            let mut way = vec![to];
            while let Some(previous) = way.last().and_then(|last| before.get(last)).filter(|previous| Some(*previous) != way.last()) {
                way.push(*previous);
            }
            way.reverse();
            return Some(way);
        }
        for (_, next) in graph.leaving(at).into_iter().chain(graph.reaching(at)) {
            if (next == to || !holds_everything(graph.graph[next].kind)) && !before.contains_key(&next) {
                open.push(Reverse((cost + step(graph, next), next, at)));
            }
        }
    }
    None
}

/// What a step to a node costs.
fn step(graph: &ConceptGraph, to: NodeIndex) -> u32 {
    let each = if graph.graph[to].kind == NodeKind::Element { 3 } else { 1 };
    1 + each * graph.graph.neighbors_undirected(to).count().max(1).ilog2()
}

fn holds_everything(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Jurisdiction | NodeKind::Regime | NodeKind::Instrument | NodeKind::List | NodeKind::Dimension | NodeKind::Licence
    )
}
