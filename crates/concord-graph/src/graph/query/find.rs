//! Finding nodes by what people call them.

use petgraph::graph::NodeIndex;

use super::super::{ConceptGraph, Edge, NodeKind};
use crate::mapping::{OWN, escape};

/// Nodes that a name may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Concepts.
    pub concepts: Vec<NodeIndex>,
    /// Entries and paragraphs.
    pub paragraphs: Vec<NodeIndex>,
    /// Parameters.
    pub parameters: Vec<NodeIndex>,
    /// Defined terms.
    pub terms: Vec<NodeIndex>,
    /// Regimes.
    pub regimes: Vec<NodeIndex>,
}

impl Found {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }

    /// Everything found, each kind in order.
    pub fn all(&self) -> Vec<NodeIndex> {
        [&self.concepts, &self.paragraphs, &self.parameters, &self.terms, &self.regimes].into_iter().flatten().copied().collect()
    }
}

/// Looks up a name: an identifier (`eu:3A001.a`, `concord:concept/3A001`), a code, a concept's short name (`concept/3A001`), a parameter in
/// any spelling, a term, a regime; in any case. Labels of concepts count where nothing else has the name.
pub fn find(graph: &ConceptGraph, name: &str) -> Found {
    let name = name.trim();
    let mut found = Found::default();
    let mut take = |at: NodeIndex| match graph.graph[at].kind {
        NodeKind::Concept => found.concepts.push(at),
        NodeKind::Entry | NodeKind::Paragraph => found.paragraphs.push(at),
        NodeKind::Parameter => found.parameters.push(at),
        NodeKind::Term => found.terms.push(at),
        NodeKind::Regime => found.regimes.push(at),
        _ => {}
    };
    let spelt = name.split_once('/').map(|(kind, rest)| format!("{OWN}:{kind}/{}", escape(rest)));
    let exact = graph.node(name).or_else(|| graph.node(&format!("{OWN}:{name}"))).or_else(|| graph.node(&spelt?));
    if let Some(at) = exact {
        take(at);
        return found;
    }
    let spelt = escape(name);
    for at in graph.graph.node_indices() {
        let node = &graph.graph[at];
        let same = match node.kind {
            NodeKind::Concept => node.id.eq_ignore_ascii_case(&format!("{OWN}:{name}")),
            NodeKind::Entry | NodeKind::Paragraph => node.code.eq_ignore_ascii_case(name) || node.id.eq_ignore_ascii_case(name),
            NodeKind::Parameter => {
                node.label.eq_ignore_ascii_case(name)
                    || graph
                        .reaching(at)
                        .iter()
                        .any(|(edge, _)| matches!(edge, Edge::Constrains(bound) if bound.spelling.eq_ignore_ascii_case(name)))
            }
            NodeKind::Term => node.label.eq_ignore_ascii_case(name) || node.id.eq_ignore_ascii_case(name),
            NodeKind::Regime => node.label.eq_ignore_ascii_case(name) || node.id.eq_ignore_ascii_case(&format!("{OWN}:regime/{spelt}")),
            _ => false,
        };
        if same {
            take(at);
        }
    }
    if found.is_empty() {
        found.concepts = graph.nodes(NodeKind::Concept).filter(|at| graph.graph[*at].label.eq_ignore_ascii_case(name)).collect();
    }
    found
}
