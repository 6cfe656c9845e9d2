//! The shortest way between two things.

use std::collections::{BTreeMap, VecDeque};

use petgraph::graph::NodeIndex;

use super::super::{ConceptGraph, NodeKind};

/// The nodes of a shortest way from one node to another along edges of any kind in any direction; `None` where there is none.
///
/// It leads through nothing that merely holds everything: no jurisdiction, regime, instrument, list, dimension or licence. Among ways of
/// equal length, the one whose edges were added first is given.
pub fn path(graph: &ConceptGraph, from: NodeIndex, to: NodeIndex) -> Option<Vec<NodeIndex>> {
    let mut before: BTreeMap<NodeIndex, NodeIndex> = BTreeMap::from([(from, from)]);
    let mut open = VecDeque::from([from]);
    while let Some(at) = open.pop_front() {
        if at == to {
            let mut way = vec![to];
            while let Some(previous) = way.last().and_then(|last| before.get(last)).filter(|previous| Some(*previous) != way.last()) {
                way.push(*previous);
            }
            way.reverse();
            return Some(way);
        }
        for (_, next) in graph.out(at).into_iter().chain(graph.into(at)) {
            if (next == to || !holds_everything(graph.graph[next].kind)) && !before.contains_key(&next) {
                before.insert(next, at);
                open.push_back(next);
            }
        }
    }
    None
}

fn holds_everything(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Jurisdiction | NodeKind::Regime | NodeKind::Instrument | NodeKind::List | NodeKind::Dimension | NodeKind::Licence
    )
}
