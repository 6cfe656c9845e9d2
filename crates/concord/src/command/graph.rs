//! `concord graph`: the concept graph of some lists and, of two, how they correspond.

use std::fmt::Write as _;

use concord_graph::{ConceptGraph, align, build};
use concord_model::List;
use serde_json::json;

use crate::cli::{Format, Global, GraphArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Prints the graph.
pub(crate) fn run(args: &GraphArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let render = match global.format {
        None | Some(Format::Dot) => dot,
        Some(Format::Json) => json,
        Some(other) => return Err(other.refuse("graph", "dot and json")),
    };
    let codes = data.chosen(&args.jurisdictions)?;
    let lists = codes.iter().map(|code| data.list(code)).collect::<Result<Vec<List>, Failure>>()?;
    let alignment = match lists.as_slice() {
        [left, right] => Some(align(left, right)),
        _ => None,
    };
    let lists: Vec<&List> = lists.iter().collect();
    output.data(&render(&build(&lists, alignment.as_ref())))
}

fn dot(graph: &ConceptGraph) -> String {
    let graph = &graph.graph;
    let mut out = String::from("digraph concord {\n");
    for node in graph.node_weights() {
        let label = if node.label.is_empty() { &node.id } else { &node.label };
        let _ = writeln!(out, "  {} [label={}, kind={}];", quoted(&node.id), quoted(label), quoted(&name(node.kind)));
    }
    for edge in graph.edge_indices() {
        let (Some((from, to)), Some(edge)) = (graph.edge_endpoints(edge), graph.edge_weight(edge)) else { continue };
        let (from, to, kind) = (quoted(&graph[from].id), quoted(&graph[to].id), quoted(&name(edge.kind)));
        let _ = writeln!(out, "  {from} -> {to} [kind={kind}, weight={}];", edge.weight);
    }
    out + "}\n"
}

fn json(graph: &ConceptGraph) -> String {
    let graph = &graph.graph;
    let edges: Vec<serde_json::Value> = graph
        .edge_indices()
        .filter_map(|edge| {
            let ((from, to), weight) = (graph.edge_endpoints(edge)?, graph.edge_weight(edge)?);
            Some(json!({"from": graph[from].id, "to": graph[to].id, "kind": weight.kind, "weight": weight.weight}))
        })
        .collect();
    let nodes: Vec<&concord_graph::Node> = graph.node_weights().collect();
    format!("{:#}\n", json!({"schema_version": "1", "nodes": nodes, "edges": edges}))
}

/// The name of a kind, as machine output spells it.
fn name(kind: impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}
