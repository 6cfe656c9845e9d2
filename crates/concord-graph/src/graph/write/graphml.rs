//! GraphML (graphml.graphdrawing.org), as Gephi, yEd and networkx read it.

use std::fmt::Write as _;

use petgraph::visit::EdgeRef as _;

use super::super::{ConceptGraph, Edge};
use super::json::EdgeDocument;

/// What nodes and edges carry: identifier, whether of a node or an edge, name, type.
const KEYS: [(&str, &str, &str, &str); 16] = [
    ("n0", "node", "kind", "string"),
    ("n1", "node", "label", "string"),
    ("n2", "node", "jurisdiction", "string"),
    ("n3", "node", "code", "string"),
    ("n4", "node", "citation", "string"),
    ("e0", "edge", "kind", "string"),
    ("e1", "edge", "weight", "double"),
    ("e2", "edge", "confidence", "double"),
    ("e3", "edge", "justification", "string"),
    ("e4", "edge", "source", "string"),
    ("e5", "edge", "spelling", "string"),
    ("e6", "edge", "settings", "string"),
    ("e7", "edge", "limits", "string"),
    ("e8", "edge", "via", "string"),
    ("e9", "edge", "value", "string"),
    ("e10", "edge", "denied", "string"),
];

/// The graph in GraphML. An edge's weight is its confidence where it is a mapping, else 1.
pub fn graphml(graph: &ConceptGraph) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    );
    for (id, of, name, kind) in KEYS {
        let _ = writeln!(out, "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    out.push_str("  <graph id=\"concord\" edgedefault=\"directed\">\n");
    for node in graph.graph.node_weights() {
        let _ = writeln!(out, "    <node id=\"{}\">", escaped(&node.id));
        for (name, value) in [
            ("kind", node.kind.name()),
            ("label", &node.label),
            ("jurisdiction", &node.jurisdiction),
            ("code", &node.code),
            ("citation", &node.citation),
        ] {
            data(&mut out, "node", name, value);
        }
        out.push_str("    </node>\n");
    }
    for edge in graph.graph.edge_references() {
        let weight = edge.weight();
        let document = EdgeDocument::new(&graph.graph[edge.source()].id, &graph.graph[edge.target()].id, weight);
        let _ = writeln!(
            out,
            "    <edge id=\"{}\" source=\"{}\" target=\"{}\">",
            edge.id().index(),
            escaped(&document.from),
            escaped(&document.to)
        );
        let confidence = match weight {
            Edge::Maps(link) => link.confidence.map(|c| c.to_string()),
            _ => None,
        };
        let fields = [
            ("kind", weight.kind().name()),
            ("weight", confidence.as_deref().unwrap_or("1")),
            ("confidence", confidence.as_deref().unwrap_or_default()),
            ("justification", &document.justification),
            ("source", &document.source),
            ("spelling", &document.spelling),
            ("settings", &document.settings.join(" & ")),
            ("limits", &document.limits),
            ("via", document.via.map_or("", super::super::Via::name)),
            ("value", &document.value),
            ("denied", document.denied.map_or("", super::super::EdgeKind::name)),
        ];
        for (name, value) in fields {
            data(&mut out, "edge", name, value);
        }
        out.push_str("    </edge>\n");
    }
    out + "  </graph>\n</graphml>\n"
}

/// One value, if there is any.
fn data(out: &mut String, of: &str, name: &str, value: &str) {
    if let Some((key, ..)) = KEYS.iter().find(|(_, whose, known, _)| *whose == of && *known == name).filter(|_| !value.is_empty()) {
        let _ = writeln!(out, "      <data key=\"{key}\">{}</data>", escaped(value));
    }
}

/// A text as XML 1.0 can hold it: markup escaped, control characters left out.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
        out
    })
}
