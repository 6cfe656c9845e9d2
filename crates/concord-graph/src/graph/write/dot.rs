//! Graphviz.

use std::fmt::Write as _;

use petgraph::visit::EdgeRef as _;

use super::super::{ConceptGraph, Edge, EdgeKind, NodeKind};

/// The graph in the DOT language. Kinds of nodes have their shapes, mappings are coloured, and everything has a tooltip.
pub fn dot(graph: &ConceptGraph) -> String {
    let mut out = String::from(
        "digraph concord {\n  graph [rankdir=LR, overlap=prism, outputorder=edgesfirst];\n  node [fontname=\"Helvetica\", fontsize=10, shape=box];\n  edge [fontname=\"Helvetica\", fontsize=8, color=\"#888888\"];\n",
    );
    for node in graph.graph.node_weights() {
        let label = match node.code.as_str() {
            "" => node.label.clone(),
            code if code == node.label => format!("{}:{code}", node.jurisdiction),
            code => format!("{}:{code}\n{}", node.jurisdiction, node.label),
        };
        let _ = writeln!(
            out,
            "  {} [label={}, kind={}, tooltip={}{}];",
            quoted(&node.id),
            quoted(&label),
            quoted(node.kind.name()),
            quoted(if node.citation.is_empty() { &node.id } else { &node.citation }),
            shape(node.kind)
        );
    }
    for edge in graph.graph.edge_references() {
        let (from, to, weight) = (&graph.graph[edge.source()].id, &graph.graph[edge.target()].id, edge.weight());
        let kind = weight.kind();
        let _ = write!(out, "  {} -> {} [kind={}", quoted(from), quoted(to), quoted(kind.name()));
        match weight {
            Edge::Maps(link) => {
                let said =
                    if link.negated { format!("not {}", weight.denied().map_or("", EdgeKind::name)) } else { kind.name().to_owned() };
                let label = link.confidence.map_or_else(|| said.clone(), |confidence| format!("{said} {confidence}"));
                let _ = write!(out, ", label={}, tooltip={}, dir=none", quoted(&label), quoted(&link.justification));
            }
            Edge::Constrains(bound) => {
                let settings = if bound.settings.is_empty() { String::new() } else { format!(" @ {}", bound.settings.join(" & ")) };
                let _ = write!(out, ", label={}", quoted(&format!("{}{settings}", bound.limits)));
            }
            Edge::Cites(via) => {
                let _ = write!(out, ", tooltip={}", quoted(via.name()));
            }
            Edge::Answers { value, .. } => {
                let _ = write!(out, ", label={}", quoted(value));
            }
            _ => {}
        }
        out.push_str(colour(kind));
        out.push_str("];\n");
    }
    out + "}\n"
}

fn shape(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Concept => ", shape=ellipse, style=filled, fillcolor=\"#fff2cc\"",
        NodeKind::Parameter | NodeKind::Dimension => ", shape=hexagon",
        NodeKind::Term | NodeKind::Element => ", shape=note",
        NodeKind::Jurisdiction | NodeKind::Regime => ", shape=house",
        NodeKind::Instrument | NodeKind::List => ", shape=folder",
        _ => "",
    }
}

fn colour(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Exact => ", color=\"#1b7837\", penwidth=2",
        EdgeKind::Close => ", color=\"#5aae61\"",
        EdgeKind::Broad | EdgeKind::Narrow | EdgeKind::Related => ", color=\"#2166ac\"",
        EdgeKind::Not => ", color=\"#b2182b\", style=dashed",
        EdgeKind::Means => ", color=\"#bf9000\", style=dotted",
        _ => "",
    }
}

/// A text in double quotes; a line break stays one.
fn quoted(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    format!("\"{}\"", clean.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
