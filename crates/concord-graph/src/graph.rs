//! The concept graph: what jurisdictions, lists, entries, paragraphs, parameters and terms have to do with each other.

use std::collections::HashMap;

use concord_model::{Limits, List, Paragraph};
use petgraph::graph::{DiGraph, NodeIndex};
use serde::{Deserialize, Serialize};

use crate::Alignment;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// A jurisdiction.
    Jurisdiction,
    /// A list as of a date.
    List,
    /// An entry.
    Entry,
    /// A paragraph of an entry.
    Paragraph,
    /// A parameter.
    Parameter,
    /// A dimension of units.
    Dimension,
    /// A defined term of one regime.
    Term,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// Unique identifier (`us:3A001.a`, `parameter:sample rate`).
    pub id: String,
    /// Short label.
    pub label: String,
}

/// What an edge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeKind {
    /// A whole and its part.
    Contains,
    /// A list and the term it defines.
    Defines,
    /// A paragraph and the parameter it limits.
    Constrains,
    /// A parameter and the dimension of its units.
    MeasuredIn,
    /// A paragraph and one it names.
    Cites,
    /// A paragraph and a defined term it uses.
    Uses,
    /// Two paragraphs of two lists held to be the same control.
    Matches,
}

/// An edge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// What it says.
    pub kind: EdgeKind,
    /// For [`EdgeKind::Matches`], the similarity in thousandths; else 1000.
    pub weight: u32,
}

/// The graph with an index of its nodes by identifier.
#[derive(Clone, Debug, Default)]
pub struct ConceptGraph {
    /// The graph itself.
    pub graph: DiGraph<Node, Edge>,
    by_id: HashMap<String, NodeIndex>,
}

impl ConceptGraph {
    /// The node with this identifier.
    pub fn node(&self, id: &str) -> Option<NodeIndex> {
        self.by_id.get(id).copied()
    }

    fn add(&mut self, kind: NodeKind, id: String, label: &str) -> NodeIndex {
        if let Some(at) = self.by_id.get(&id) {
            return *at;
        }
        let at = self.graph.add_node(Node { kind, id: id.clone(), label: label.to_owned() });
        self.by_id.insert(id, at);
        at
    }

    fn link(&mut self, from: NodeIndex, to: NodeIndex, kind: EdgeKind, weight: u32) {
        if !self.graph.edges_connecting(from, to).any(|e| e.weight().kind == kind) {
            self.graph.add_edge(from, to, Edge { kind, weight });
        }
    }
}

/// Builds the graph of some lists and, if there are two, of their alignment.
pub fn build(lists: &[&List], alignment: Option<&Alignment>) -> ConceptGraph {
    let mut graph = ConceptGraph::default();
    for list in lists {
        add_list(&mut graph, list);
    }
    for list in lists {
        add_references(&mut graph, list);
    }
    if let (Some(alignment), [left, right, ..]) = (alignment, lists) {
        for m in &alignment.matches {
            let from = graph.node(&paragraph_id(&left.jurisdiction, m.left.as_str()));
            let to = graph.node(&paragraph_id(&right.jurisdiction, m.right.as_str()));
            if let (Some(from), Some(to)) = (from, to) {
                graph.link(from, to, EdgeKind::Matches, m.score);
            }
        }
    }
    graph
}

fn paragraph_id(jurisdiction: &str, code: &str) -> String {
    format!("{jurisdiction}:{code}")
}

fn add_list(graph: &mut ConceptGraph, list: &List) {
    let jurisdiction = graph.add(NodeKind::Jurisdiction, list.jurisdiction.clone(), &list.jurisdiction);
    let root = graph.add(NodeKind::List, format!("{}/{}", list.jurisdiction, list.id), &list.title);
    graph.link(jurisdiction, root, EdgeKind::Contains, 1000);
    for term in &list.terms {
        let node = graph.add(NodeKind::Term, format!("{}:term:{}", list.jurisdiction, term.term), &term.term);
        graph.link(root, node, EdgeKind::Defines, 1000);
    }
    for entry in &list.entries {
        for paragraph in entry.paragraphs.iter().filter(|p| !p.reserved) {
            let kind = if paragraph.code.is_entry() { NodeKind::Entry } else { NodeKind::Paragraph };
            let node = graph.add(kind, paragraph_id(&list.jurisdiction, paragraph.code.as_str()), &paragraph.subject);
            let mut up = paragraph.code.parent();
            let mut parent = root;
            while let Some(code) = up {
                if let Some(found) = graph.node(&paragraph_id(&list.jurisdiction, code.as_str())) {
                    parent = found;
                    break;
                }
                up = code.parent();
            }
            graph.link(parent, node, EdgeKind::Contains, 1000);
            add_parameters(graph, node, paragraph);
        }
    }
}

fn add_parameters(graph: &mut ConceptGraph, node: NodeIndex, paragraph: &Paragraph) {
    for condition in paragraph.when.conditions().into_iter().filter(|c| !c.parameter.is_empty()) {
        let parameter = graph.add(NodeKind::Parameter, format!("parameter:{}", condition.parameter), &condition.parameter);
        graph.link(node, parameter, EdgeKind::Constrains, 1000);
        if let Limits::Quantities(constraint) = &condition.limits
            && let Some(dimension) = constraint.dimension()
        {
            let label = dimension.to_string();
            let dimension = graph.add(NodeKind::Dimension, format!("dimension:{label}"), &label);
            graph.link(parameter, dimension, EdgeKind::MeasuredIn, 1000);
        }
    }
}

fn add_references(graph: &mut ConceptGraph, list: &List) {
    for paragraph in list.entries.iter().flat_map(|e| &e.paragraphs) {
        let Some(from) = graph.node(&paragraph_id(&list.jurisdiction, paragraph.code.as_str())) else { continue };
        for reference in &paragraph.references {
            if let Some(to) = graph.node(&paragraph_id(&list.jurisdiction, reference)) {
                graph.link(from, to, EdgeKind::Cites, 1000);
            }
        }
        for term in &paragraph.terms {
            if let Some(to) = graph.node(&format!("{}:term:{term}", list.jurisdiction)) {
                graph.link(from, to, EdgeKind::Uses, 1000);
            }
        }
    }
}
