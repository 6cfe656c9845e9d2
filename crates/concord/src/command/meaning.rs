//! What a name of the concept graph means: a paragraph, a concept, a parameter, a term, a regime.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use concord_graph::ConceptGraph;
use concord_graph::graph::query::{self, Counterpart, Found};
use concord_graph::graph::{Edge, Node};
use concord_graph::petgraph::graph::NodeIndex;
use concord_model::Code;

use super::explain::paragraph;
use crate::knowledge::Knowledge;

/// Rows of one kind that are shown; the rest is counted.
const FEW: usize = 40;
/// Elements of a definition that are shown.
const ELEMENTS: usize = 15;

/// Explains everything that a name may mean; empty where it means nothing.
pub(super) fn of(name: &str, knowledge: &Knowledge) -> String {
    let graph = knowledge.graph();
    let Found { concepts, paragraphs, parameters, terms, regimes } = query::find(&graph, name);
    let mut out = String::new();
    for at in paragraphs {
        let node = &graph.graph[at];
        let list = knowledge.lists.iter().find(|list| list.jurisdiction == node.jurisdiction);
        let found = list.and_then(|list| Some((list, list.paragraph(&Code::parse(&node.code).ok()?)?)));
        if let Some((list, found)) = found {
            paragraph(&mut out, list, found);
            connections(&mut out, &graph, at);
        }
    }
    for at in concepts {
        concept(&mut out, &graph, at);
    }
    for at in parameters {
        parameter(&mut out, &graph, at);
    }
    for at in terms {
        term(&mut out, &graph, at);
    }
    for at in regimes {
        regime(&mut out, &graph, at);
    }
    out
}

/// The name by which a node can be asked for again.
fn short(node: &Node) -> &str {
    node.id.strip_prefix("concord:").unwrap_or(&node.id)
}

/// What a paragraph or term is to the other lists.
fn connections(out: &mut String, graph: &ConceptGraph, at: NodeIndex) {
    for (edge, to) in graph.leaving(at) {
        let to = &graph.graph[to];
        match edge {
            Edge::Implements { citation } => {
                let _ = writeln!(out, "  carries out: {} ({citation})", to.label);
            }
            Edge::Means => {
                let _ = writeln!(out, "  concept: {}", short(to));
            }
            _ => {}
        }
    }
    for row in query::counterparts(graph, at) {
        let _ = writeln!(out, "  across: {}", across(&row));
    }
    out.push('\n');
}

fn across(row: &Counterpart) -> String {
    let relation = if row.denied.is_empty() { row.relation.clone() } else { format!("not {}", row.denied) };
    let confidence = row.confidence.map_or_else(String::new, |confidence| format!(", confidence {confidence}"));
    let justification = row.justification.strip_prefix("semapv:").unwrap_or(&row.justification);
    let why = if justification.is_empty() { String::new() } else { format!(" ({justification}{confidence})") };
    // A paragraph without a subject has its code for a label, which the identifier shows already.
    let label = if row.to.ends_with(&format!(":{}", row.label)) { String::new() } else { format!(" {}", row.label) };
    format!("{relation} {}{label}{why}", row.to)
}

fn concept(out: &mut String, graph: &ConceptGraph, at: NodeIndex) {
    let node = &graph.graph[at];
    let _ = writeln!(out, "{}: {}", short(node), node.label);
    let members: Vec<NodeIndex> =
        graph.reaching(at).into_iter().filter(|(edge, _)| **edge == Edge::Means).map(|(_, member)| member).collect();
    for member in &members {
        let member = &graph.graph[*member];
        let _ = writeln!(out, "  {} {}: {}", member.id, member.label, member.citation);
    }
    for row in query::counterparts(graph, at) {
        let inside = |id: &str| members.iter().any(|member| graph.graph[*member].id == id);
        // Within the concept each pair once.
        if !inside(&row.to) || row.from < row.to {
            let _ = writeln!(out, "  {} {}", row.from, across(&row));
        }
    }
    for member in &members {
        for (edge, parameter) in graph.leaving(*member) {
            let Edge::Constrains(bound) = edge else { continue };
            let settings = if bound.settings.is_empty() { String::new() } else { format!(" at {}", bound.settings.join(", ")) };
            let _ = writeln!(out, "  {} limits {}{settings}: {}", graph.graph[*member].id, graph.graph[parameter].label, bound.limits);
        }
    }
    out.push('\n');
}

fn parameter(out: &mut String, graph: &ConceptGraph, at: NodeIndex) {
    let node = &graph.graph[at];
    let _ = writeln!(out, "parameter: {}", node.label);
    let rows = query::thresholds(graph, at);
    let mut spellings: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in &rows {
        *spellings.entry((&row.jurisdiction, &row.parameter)).or_default() += 1;
    }
    for ((jurisdiction, spelling), count) in spellings {
        let limits = if count == 1 { "one limit".to_owned() } else { format!("{count} limits") };
        let _ = writeln!(out, "  {jurisdiction} calls it `{spelling}` in {limits}");
    }
    let mut concept = "";
    for row in rows.iter().take(FEW) {
        if row.concept != concept && !row.concept.is_empty() {
            let _ = writeln!(out, "  {}", row.concept.strip_prefix("concord:").unwrap_or(&row.concept));
        }
        concept = &row.concept;
        let settings = if row.settings.is_empty() { String::new() } else { format!(" at {}", row.settings.join(", ")) };
        let indent = if concept.is_empty() { "  " } else { "    " };
        let _ = writeln!(out, "{indent}{}:{}{settings} {}", row.jurisdiction, row.code, row.limits);
    }
    if rows.len() > FEW {
        let _ = writeln!(out, "  and {} more: `concord graph --thresholds \"{}\"`", rows.len() - FEW, node.label);
    }
    out.push('\n');
}

fn term(out: &mut String, graph: &ConceptGraph, at: NodeIndex) {
    let node = &graph.graph[at];
    let _ = writeln!(out, "term of {}: {}", node.jurisdiction, node.label);
    let _ = writeln!(out, "  source: {}", node.citation);
    let elements: Vec<NodeIndex> =
        graph.leaving(at).into_iter().filter(|(edge, _)| **edge == Edge::Contains).map(|(_, element)| element).collect();
    for element in elements.iter().take(ELEMENTS) {
        let _ = writeln!(out, "  element: {}", graph.graph[*element].label);
    }
    if elements.len() > ELEMENTS {
        let _ =
            writeln!(out, "  and {} more elements: `concord list terms {} --format jsonl`", elements.len() - ELEMENTS, node.jurisdiction);
    }
    let users: Vec<&str> =
        graph.reaching(at).into_iter().filter(|(edge, _)| **edge == Edge::Uses).map(|(_, from)| graph.graph[from].id.as_str()).collect();
    let _ = writeln!(
        out,
        "  used by: {} paragraphs{}",
        users.len(),
        users.first().map_or_else(String::new, |first| format!(", first {first}"))
    );
    connections(out, graph, at);
}

fn regime(out: &mut String, graph: &ConceptGraph, at: NodeIndex) {
    let node = &graph.graph[at];
    let _ = writeln!(out, "{}: {}", short(node), node.label);
    let rows = query::implementing(graph, at);
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in &rows {
        *counts.entry((&row.jurisdiction, &row.citation)).or_default() += 1;
    }
    for ((jurisdiction, citation), count) in counts {
        let _ = writeln!(out, "  {jurisdiction} carries it out in {count} controls ({citation})");
    }
    let _ = writeln!(out, "  `concord graph --implementing \"{}\"` lists them", node.label);
    out.push('\n');
}
