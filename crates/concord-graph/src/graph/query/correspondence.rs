//! Two lists beside each other under one concept, entry or paragraph: what corresponds to what, and what to nothing.

use petgraph::graph::NodeIndex;

use super::super::{ConceptGraph, Edge, EdgeKind, NodeKind};

/// The paragraphs of two jurisdictions under something they share, and the mappings between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correspondence {
    /// The left jurisdiction's, in the order of its list; what is mapped from elsewhere in the list follows.
    pub left: Vec<NodeIndex>,
    /// The right jurisdiction's.
    pub right: Vec<NodeIndex>,
    /// How they stand to each other, from left to right, by the order of the left; denied mappings are left out.
    pub links: Vec<(NodeIndex, NodeIndex, EdgeKind)>,
}

/// What two jurisdictions have under `of`: a concept, or an entry, a paragraph or a term of one of them, whose counterparts stand for the other.
pub fn correspondence(graph: &ConceptGraph, of: NodeIndex, left: &str, right: &str) -> Correspondence {
    let roots = roots(graph, of);
    let side = |jurisdiction: &str| {
        let mut nodes = Vec::new();
        for root in roots.iter().filter(|root| graph.graph[**root].jurisdiction == jurisdiction) {
            below(graph, *root, &mut nodes);
        }
        nodes
    };
    let mut found = Correspondence { left: side(left), right: side(right), links: Vec::new() };
    let mut links = Vec::new();
    for (at, own) in found.left.iter().enumerate() {
        links.extend(mapped(graph, *own, right).into_iter().map(|(other, kind)| (at, *own, other, kind)));
    }
    let mut from_elsewhere = Vec::new();
    for own in &found.right {
        for (other, kind) in mapped(graph, *own, left) {
            if !found.left.contains(&other) {
                from_elsewhere.push((other, *own, mirrored(kind)));
            }
        }
    }
    let known = found.right.len();
    for (_, _, other, _) in &links {
        if !found.right.contains(other) {
            found.right.push(*other);
        }
    }
    found.right[known..].sort_by(|a, b| graph.graph[*a].id.cmp(&graph.graph[*b].id));
    let known = found.left.len();
    for (other, _, _) in &from_elsewhere {
        if !found.left.contains(other) {
            found.left.push(*other);
        }
    }
    found.left[known..].sort_by(|a, b| graph.graph[*a].id.cmp(&graph.graph[*b].id));
    found.links = links.into_iter().map(|(_, own, other, kind)| (own, other, kind)).collect();
    found.links.extend(from_elsewhere);
    found
}

/// What stands for `of` in each list.
fn roots(graph: &ConceptGraph, of: NodeIndex) -> Vec<NodeIndex> {
    let members = |concept: NodeIndex| -> Vec<NodeIndex> {
        graph.reaching(concept).into_iter().filter(|(edge, _)| **edge == Edge::Means).map(|(_, member)| member).collect()
    };
    if graph.graph[of].kind == NodeKind::Concept {
        return members(of);
    }
    let mut roots = vec![of];
    let concepts = graph.leaving(of).into_iter().filter(|(edge, _)| **edge == Edge::Means);
    let shared = concepts.flat_map(|(_, concept)| members(concept));
    let across = graph.leaving(of).into_iter().chain(graph.reaching(of)).filter(|(edge, _)| is_mapping(edge)).map(|(_, other)| other);
    for other in shared.chain(across).collect::<Vec<_>>() {
        let another_list = graph.graph[other].jurisdiction != graph.graph[of].jurisdiction;
        if another_list && !roots.contains(&other) {
            roots.push(other);
        }
    }
    // A counterpart that stands under another counterpart comes with it.
    let all = roots.clone();
    roots.retain(|root| !all.iter().any(|other| other != root && holds(graph, *other, *root)));
    roots
}

fn holds(graph: &ConceptGraph, whole: NodeIndex, part: NodeIndex) -> bool {
    let mut nodes = Vec::new();
    below(graph, whole, &mut nodes);
    nodes.contains(&part)
}

/// `at` and everything it contains, each once.
fn below(graph: &ConceptGraph, at: NodeIndex, out: &mut Vec<NodeIndex>) {
    if out.contains(&at) {
        return;
    }
    out.push(at);
    for (edge, part) in graph.leaving(at) {
        if *edge == Edge::Contains && matches!(graph.graph[part].kind, NodeKind::Entry | NodeKind::Paragraph) {
            below(graph, part, out);
        }
    }
}

fn is_mapping(edge: &Edge) -> bool {
    matches!(edge, Edge::Maps(link) if !link.negated)
}

/// What a node is mapped to in a jurisdiction, as seen from the node.
fn mapped(graph: &ConceptGraph, own: NodeIndex, jurisdiction: &str) -> Vec<(NodeIndex, EdgeKind)> {
    let forth = graph.leaving(own).into_iter().map(|(edge, other)| (other, edge.clone(), false));
    let back = graph.reaching(own).into_iter().map(|(edge, other)| (other, edge.clone(), true));
    let mut out: Vec<(NodeIndex, EdgeKind)> = Vec::new();
    for (other, edge, reversed) in forth.chain(back) {
        let fits = is_mapping(&edge) && graph.graph[other].jurisdiction == jurisdiction;
        if fits && !out.iter().any(|(known, _)| *known == other) {
            out.push((other, if reversed { mirrored(edge.kind()) } else { edge.kind() }));
        }
    }
    out
}

fn mirrored(kind: EdgeKind) -> EdgeKind {
    match kind {
        EdgeKind::Broad => EdgeKind::Narrow,
        EdgeKind::Narrow => EdgeKind::Broad,
        other => other,
    }
}
