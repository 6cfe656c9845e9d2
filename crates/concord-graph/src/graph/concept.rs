//! Concepts: what paragraphs, or terms, of several lists have in common.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;

use super::{ConceptGraph, Edge, EdgeKind, Node, NodeKind};
use crate::mapping::{OWN, escape};

/// Joins what is mapped as exact or close into concepts and adds them with their members.
///
/// A concept holds at most one paragraph, or term, of each list: the surest mappings join first, those made by hand before all, and one that
/// would bring in a second of the same list joins nothing. What a person denied is never joined, not by a detour either.
pub(super) fn add(graph: &mut ConceptGraph) {
    let groups = groups(graph);
    let names = names(graph, &groups);
    for (group, (id, label)) in groups.into_iter().zip(names) {
        let concept = graph.add(Node::new(NodeKind::Concept, id, &label));
        for member in group {
            graph.link(member, concept, Edge::Means);
        }
    }
}

/// The members of each concept, in order of the first.
fn groups(graph: &ConceptGraph) -> Vec<BTreeSet<NodeIndex>> {
    let mut denied: BTreeSet<(NodeIndex, NodeIndex)> = BTreeSet::new();
    let mut joining = Vec::new();
    for edge in graph.graph.edge_indices() {
        let (Some((a, b)), Some(weight)) = (graph.graph.edge_endpoints(edge), graph.graph.edge_weight(edge)) else { continue };
        let Edge::Maps(link) = weight else { continue };
        match weight.kind() {
            EdgeKind::Not if matches!(link.relation, crate::mapping::Relation::Exact | crate::mapping::Relation::Close) => {
                denied.insert((a.min(b), a.max(b)));
            }
            EdgeKind::Exact | EdgeKind::Close => {
                let by_hand = link.justification == crate::mapping::justification::MANUAL;
                joining.push((std::cmp::Reverse((by_hand, link.confidence)), graph.graph[a].id.as_str(), graph.graph[b].id.as_str(), a, b));
            }
            _ => {}
        }
    }
    joining.sort();
    let mut group_of: BTreeMap<NodeIndex, usize> = BTreeMap::new();
    let mut groups: Vec<BTreeSet<NodeIndex>> = Vec::new();
    for (_, _, _, a, b) in joining {
        let side = |at: NodeIndex| group_of.get(&at).map_or_else(|| BTreeSet::from([at]), |group| groups[*group].clone());
        let (left, right) = (side(a), side(b));
        if left == right {
            continue;
        }
        let of =
            |members: &BTreeSet<NodeIndex>| members.iter().map(|at| graph.graph[*at].jurisdiction.clone()).collect::<BTreeSet<String>>();
        let clash = !of(&left).is_disjoint(&of(&right))
            || left.iter().any(|l| right.iter().any(|r| denied.contains(&((*l).min(*r), (*l).max(*r)))));
        if clash {
            continue;
        }
        let joined: BTreeSet<NodeIndex> = left.union(&right).copied().collect();
        let at = groups.len();
        for member in &joined {
            if let Some(old) = group_of.insert(*member, at) {
                groups[old].clear();
            }
        }
        groups.push(joined);
    }
    groups.retain(|group| !group.is_empty());
    groups.sort();
    groups
}

/// Identifiers and labels of concepts.
///
/// The identifier is the code that most members share. Where several concepts would have the same, the one whose members have it in most lists
/// gets it, and the others get it with the first jurisdiction that has it. The label is the first member's that has one.
fn names(graph: &ConceptGraph, groups: &[BTreeSet<NodeIndex>]) -> Vec<(String, String)> {
    let shared: Vec<(String, BTreeSet<&str>)> = groups.iter().map(|group| shared(graph, group)).collect();
    let mut holder: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, (name, jurisdictions)) in shared.iter().enumerate() {
        let rank = |at: usize| (std::cmp::Reverse(shared[at].1.len()), shared[at].1.first());
        match holder.get(name.as_str()) {
            Some(known) if (rank(*known)) <= (std::cmp::Reverse(jurisdictions.len()), jurisdictions.first()) => {}
            _ => drop(holder.insert(name, at)),
        }
    }
    let named = groups.iter().zip(&shared).enumerate().map(|(at, (group, (name, jurisdictions)))| {
        let id = match jurisdictions.first() {
            Some(first) if holder.get(name.as_str()) != Some(&at) => format!("{OWN}:concept/{first}/{name}"),
            _ => format!("{OWN}:concept/{name}"),
        };
        let with_label = group.iter().map(|at| &graph.graph[*at]).find(|member| member.label != member.code);
        (id, with_label.map_or_else(|| group.first().map(|at| described(graph, *at)).unwrap_or_default(), |member| member.label.clone()))
    });
    named.collect()
}

/// The name that most members share, and the jurisdictions of those.
fn shared<'a>(graph: &'a ConceptGraph, group: &BTreeSet<NodeIndex>) -> (String, BTreeSet<&'a str>) {
    let mut by_name: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for member in group.iter().map(|at| &graph.graph[*at]) {
        let name = if member.kind == NodeKind::Term { format!("term/{}", escape(&member.label)) } else { member.code.clone() };
        by_name.entry(name).or_default().insert(&member.jurisdiction);
    }
    by_name.into_iter().max_by_key(|(name, jurisdictions)| (jurisdictions.len(), std::cmp::Reverse(name.clone()))).unwrap_or_default()
}

/// A label for a paragraph that has none: that of the nearest paragraph above which has one, with the code.
pub(crate) fn described(graph: &ConceptGraph, node: NodeIndex) -> String {
    let code = &graph.graph[node].code;
    let mut at = node;
    while let Some((_, above)) = graph.reaching(at).into_iter().find(|(edge, _)| **edge == Edge::Contains) {
        let node = &graph.graph[above];
        if !matches!(node.kind, NodeKind::Entry | NodeKind::Paragraph) {
            break;
        }
        if node.label != node.code {
            return format!("{} ({code})", node.label);
        }
        at = above;
    }
    code.clone()
}
