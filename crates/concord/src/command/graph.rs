//! `concord graph`: the concept graph of some lists, or an answer out of it.

use std::collections::BTreeSet;

use concord_graph::ConceptGraph;
use concord_graph::graph::query::{self, Found};
use concord_graph::graph::{EdgeKind, write};
use concord_graph::mapping::{MappingSet, Namespace, skos, sssom};
use concord_graph::petgraph::graph::NodeIndex;
use concord_model::List;
use concord_report::chart::{ConceptChart, ConceptParts};
use concord_report::lang::{Language, Texts};
use serde_json::{Value, json};

use crate::beside::{read_mappings, usable};
use crate::cli::{Format, Global, GraphArgs, QueryArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::jurisdiction::place;
use crate::knowledge::Knowledge;
use crate::output::Output;
use crate::rows::Rows;

/// Prints the graph, or answers a question.
pub(crate) fn run(args: &GraphArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let namespace = namespace(args.namespace.as_deref())?;
    let own: Vec<MappingSet> = usable(args.mappings.iter().map(|path| read_mappings(path)).collect::<Result<_, _>>()?)?;
    let progress = output.progress("building the graph");
    let knowledge = Knowledge::gather(data, &data.chosen(&args.jurisdictions)?, own, &namespace)?;
    let text = if global.format == Some(Format::Svg) {
        chart(args, &knowledge, data, global.lang)?
    } else {
        match answer(&args.query, || knowledge.graph())? {
            Some(answer) => answer.render(global.format)?,
            None => whole(&knowledge, &namespace, global.format.unwrap_or(Format::Dot))?,
        }
    };
    drop(progress);
    knowledge.overridden.iter().for_each(|problem| output.say(problem));
    output.data(&text)
}

/// Two lists beside each other under what `--neighbours` names.
fn chart(args: &GraphArgs, knowledge: &Knowledge, data: &Data, language: Language) -> Result<String, Failure> {
    let hint = "such as `concord graph eu us --neighbours eu:4A506 --format svg`";
    let Some(name) = &args.query.neighbours else {
        return Err(Failure::usage("only an answer to --neighbours is drawn as a chart", hint));
    };
    let mut sides: Vec<&str> = knowledge.lists.iter().map(|list| list.jurisdiction.as_str()).collect();
    sides.dedup();
    let [left, right] = sides.as_slice() else {
        return Err(Failure::usage("a chart stands two jurisdictions beside each other", hint));
    };
    let graph = knowledge.graph();
    let found = one_of(&graph, name, |found| [&found.concepts, &found.paragraphs, &found.terms].into_iter().flatten().copied().collect())?;
    let [of, ..] = found[..] else { return Err(Failure::input(format!("the graph has nothing by the name `{name}`"), hint)) };
    let parts = ConceptParts::of(&graph, &query::correspondence(&graph, of, left, right));
    let (left, right) = (place(&data.jurisdiction(left)?), place(&data.jurisdiction(right)?));
    let node = &graph.graph[of];
    let title = if node.code.is_empty() { node.label.clone() } else { format!("{} {}", node.code, node.label) };
    let chart = ConceptChart { prefix: "concept", title: &title, left: &left.short, right: &right.short, parts: &parts };
    Ok(chart.chart(Texts::of(language)).standalone())
}

/// The namespace asked for, else the default one.
fn namespace(base: Option<&str>) -> Result<Namespace, Failure> {
    match base {
        None => Ok(Namespace::default()),
        Some(base) => Namespace::new(base)
            .ok_or_else(|| Failure::usage(format!("`{base}` is no absolute IRI"), "such as https://data.example.org/controls/")),
    }
}

fn whole(knowledge: &Knowledge, namespace: &Namespace, format: Format) -> Result<String, Failure> {
    let lists: Vec<&List> = knowledge.lists.iter().collect();
    match format {
        Format::Ttl => skos::write(&knowledge.graph(), &lists, namespace).map_err(|error| Failure::input(error.to_string(), "")),
        Format::Sssom => sssom::write(&knowledge.mappings(namespace))
            .map_err(|error| Failure::input(error.to_string(), "declare it in the file that uses it")),
        other => drawn(&knowledge.graph(), other).unwrap_or_else(|| Err(other.refuse("graph", "dot, graphml, json, ttl and sssom"))),
    }
}

/// A graph in one of the forms of a whole graph; none for another form.
fn drawn(graph: &ConceptGraph, format: Format) -> Option<Result<String, Failure>> {
    match format {
        Format::Dot => Some(Ok(write::dot(graph))),
        Format::Graphml => Some(Ok(write::graphml(graph))),
        Format::Json => Some(write::GraphDocument::new(graph).to_json().map_err(|error| Failure::input(error.to_string(), ""))),
        _ => None,
    }
}

/// An answer: rows, and the part of the graph they speak of, if that can be drawn.
struct Answer {
    rows: Rows,
    part: Option<ConceptGraph>,
}

impl Answer {
    fn rows(rows: Rows) -> Self {
        Self { rows, part: None }
    }

    fn render(&self, format: Option<Format>) -> Result<String, Failure> {
        if let (Some(part), Some(format)) = (&self.part, format)
            && let Some(text) = drawn(part, format)
        {
            return text;
        }
        self.rows.render(format, "graph")
    }
}

/// Answers the question, if one is asked.
fn answer(query: &QueryArgs, graph: impl FnOnce() -> ConceptGraph) -> Result<Option<Answer>, Failure> {
    let answer = if let Some(name) = &query.neighbours {
        let graph = graph();
        let found =
            one_of(&graph, name, |found| [&found.concepts, &found.paragraphs, &found.terms].into_iter().flatten().copied().collect())?;
        neighbours(&graph, &found)
    } else if let Some(name) = &query.thresholds {
        let graph = graph();
        let found = one_of(&graph, name, |found| found.parameters.clone())?;
        Answer::rows(thresholds(&graph, &found))
    } else if let Some([from, to]) = query.path.as_deref() {
        path(&graph(), from, to)?
    } else if query.cycles {
        cycles(&graph())
    } else if query.orphans {
        Answer::rows(orphans(&graph()))
    } else if let Some(name) = &query.implementing {
        let graph = graph();
        let found = one_of(&graph, name, |found| found.regimes.iter().chain(&found.paragraphs).copied().collect())?;
        Answer::rows(implementing(&found.iter().flat_map(|at| query::implementing(&graph, *at)).collect::<Vec<_>>()))
    } else if query.unilateral {
        Answer::rows(implementing(&query::unilateral(&graph())))
    } else {
        return Ok(None);
    };
    Ok(Some(answer))
}

/// What a name means, of the kinds that the question is about.
fn one_of(graph: &ConceptGraph, name: &str, kinds: impl Fn(&Found) -> Vec<NodeIndex>) -> Result<Vec<NodeIndex>, Failure> {
    let found = kinds(&query::find(graph, name));
    if found.is_empty() {
        let hint =
            "`concord list parameters`, `list terms` and `list entries` give the names; `concord explain NAME` says what a name means";
        return Err(Failure::input(format!("the graph has nothing of that kind by the name `{name}`"), hint));
    }
    Ok(found)
}

fn neighbours(graph: &ConceptGraph, found: &[NodeIndex]) -> Answer {
    let mut rows = Rows::new(&["from", "relation", "to", "label", "confidence", "justification", "citation"]);
    let mut nodes: BTreeSet<NodeIndex> = found.iter().copied().collect();
    for at in found {
        for row in query::counterparts(graph, *at) {
            nodes.extend(graph.node(&row.from).into_iter().chain(graph.node(&row.to)));
            let relation = if row.denied.is_empty() { row.relation } else { format!("not {}", row.denied) };
            rows.push([
                json!(row.from),
                json!(relation),
                json!(row.to),
                json!(row.label),
                json!(row.confidence),
                json!(row.justification),
                json!(row.citation),
            ]);
        }
    }
    // What the members share: their concept, and the parameters that both sides limit.
    let around: Vec<NodeIndex> = nodes
        .iter()
        .flat_map(|at| graph.leaving(*at))
        .filter(|(edge, _)| matches!(edge.kind(), EdgeKind::Means | EdgeKind::Constrains))
        .map(|(_, to)| to)
        .collect();
    nodes.extend(around);
    Answer { rows, part: Some(graph.induced(&nodes)) }
}

fn thresholds(graph: &ConceptGraph, found: &[NodeIndex]) -> Rows {
    let mut rows = Rows::new(&["concept", "jurisdiction", "code", "parameter", "settings", "limits", "source"]);
    for row in found.iter().flat_map(|at| query::thresholds(graph, *at)) {
        rows.push([
            json!(row.concept),
            json!(row.jurisdiction),
            json!(row.code),
            json!(row.parameter),
            json!(row.settings),
            json!(row.limits),
            json!(row.source),
        ]);
    }
    rows
}

fn path(graph: &ConceptGraph, from: &str, to: &str) -> Result<Answer, Failure> {
    let ends = |name: &str| one_of(graph, name, Found::all);
    let (starts, goals) = (ends(from)?, ends(to)?);
    let ways = starts.iter().flat_map(|start| goals.iter().filter_map(|goal| query::path(graph, *start, *goal)));
    let Some(way) = ways.min_by_key(|way| (way.len(), way.clone())) else {
        return Err(Failure::input(format!("nothing leads from `{from}` to `{to}`"), ""));
    };
    let mut rows = Rows::new(&["step", "edge", "kind", "id", "label"]);
    for (step, at) in way.iter().enumerate() {
        let edge = step.checked_sub(1).and_then(|before| way.get(before)).map(|before| between(graph, *before, *at)).unwrap_or_default();
        let node = &graph.graph[*at];
        rows.push([json!(step), json!(edge), json!(node.kind.name()), json!(node.id), json!(node.label)]);
    }
    Ok(Answer { rows, part: Some(graph.induced(&way.into_iter().collect())) })
}

/// What leads from one node to the next: `uses`, or `<- uses` against the edge's direction.
fn between(graph: &ConceptGraph, from: NodeIndex, to: NodeIndex) -> String {
    let forth = graph.leaving(from).into_iter().find(|(_, other)| *other == to).map(|(edge, _)| edge.kind().name().to_owned());
    let back = || graph.reaching(from).into_iter().find(|(_, other)| *other == to).map(|(edge, _)| format!("<- {}", edge.kind().name()));
    forth.or_else(back).unwrap_or_default()
}

fn cycles(graph: &ConceptGraph) -> Answer {
    let mut rows = Rows::new(&["cycle", "jurisdiction", "code", "then", "label", "citation"]);
    let mut nodes = BTreeSet::new();
    for (at, cycle) in query::cycles(graph).iter().enumerate() {
        for step in cycle {
            let node = &graph.graph[step.node];
            nodes.insert(step.node);
            let then = if step.cites { "names" } else { "has the part" };
            rows.push([json!(at + 1), json!(node.jurisdiction), json!(node.code), json!(then), json!(node.label), json!(node.citation)]);
        }
    }
    Answer { rows, part: Some(graph.induced(&nodes)) }
}

fn orphans(graph: &ConceptGraph) -> Rows {
    let mut rows = Rows::new(&["kind", "id", "label", "jurisdiction", "why"]);
    for row in query::orphans(graph) {
        rows.push([json!(row.kind), json!(row.id), json!(row.label), json!(row.jurisdiction), json!(row.why)]);
    }
    rows
}

fn implementing(found: &[query::Implementing]) -> Rows {
    let mut rows = Rows::new(&["jurisdiction", "code", "label", "implements", "citation", "source"]);
    for row in found {
        let none = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
        rows.push([
            json!(row.jurisdiction),
            json!(row.code),
            json!(row.label),
            none(&row.implements),
            none(&row.citation),
            json!(row.source),
        ]);
    }
    rows
}
