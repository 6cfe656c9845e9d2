//! Building the graph from its sources.

use concord_model::{Code, Entry, Expr, Limits, List, Paragraph, Role};
use petgraph::graph::NodeIndex;

use super::{Bound, ConceptGraph, Edge, EdgeKind, Link, Node, NodeKind, Origin, Sources, Via, concept, parameter};
use crate::mapping::{Mapping, MappingSet, OWN, escape, paragraph_curie, term_curie};

/// Builds the graph.
pub fn build(sources: &Sources<'_>) -> ConceptGraph {
    let mut graph = ConceptGraph::default();
    regimes(&mut graph, sources);
    for list in sources.lists {
        add_list(&mut graph, list);
    }
    for list in sources.lists {
        references(&mut graph, list);
        origins(&mut graph, list, sources.origins);
    }
    mappings(&mut graph, sources.hand, None);
    mappings(&mut graph, sources.computed, Some(sources.hand));
    let spellings = parameter::Spellings::of(sources, &graph);
    for list in sources.lists {
        bounds(&mut graph, list, &spellings);
    }
    implementing(&mut graph, sources);
    concept::add(&mut graph);
    answers(&mut graph, sources);
    graph
}

fn own(what: &str, name: &str) -> String {
    format!("{OWN}:{what}/{}", escape(name))
}

fn jurisdiction(graph: &mut ConceptGraph, code: &str) -> NodeIndex {
    graph.add(Node::of(code, NodeKind::Jurisdiction, own("jurisdiction", code), code))
}

fn instrument(graph: &mut ConceptGraph, name: &str) -> NodeIndex {
    graph.add(Node::new(NodeKind::Instrument, own("instrument", name), name))
}

fn regimes(graph: &mut ConceptGraph, sources: &Sources<'_>) {
    for regime in sources.regimes {
        graph.add(Node::new(NodeKind::Regime, own("regime", &regime.id), &regime.name));
    }
    for part in sources.participations {
        let Some(to) = graph.node(&own("regime", &part.regime)) else { continue };
        let from = jurisdiction(graph, &part.jurisdiction);
        graph.link(from, to, Edge::Participates { citation: part.citation.clone() });
    }
}

fn answers(graph: &mut ConceptGraph, sources: &Sources<'_>) {
    for answer in sources.answers {
        let from = jurisdiction(graph, &answer.jurisdiction);
        let to = graph.add(Node::new(NodeKind::Attribute, own("attribute", &answer.attribute), &answer.label));
        graph.link(from, to, Edge::Answers { value: answer.value.clone(), citation: answer.citation.clone() });
    }
}

fn add_list(graph: &mut ConceptGraph, list: &List) {
    let of = &list.jurisdiction;
    let home = jurisdiction(graph, of);
    let law = instrument(graph, &list.source.document);
    let root = graph.add(Node { citation: list.source.url.clone(), ..Node::of(of, NodeKind::List, own("list", &list.id), &list.title) });
    graph.link(home, law, Edge::Contains);
    graph.link(law, root, Edge::Contains);
    for area in &list.perimeter.areas {
        if let concord_model::Holding::Elsewhere(name) = &area.holding {
            let other = instrument(graph, name);
            graph.link(root, other, Edge::Cites(Via::Elsewhere));
        }
    }
    for term in &list.terms {
        // Some lists cite a definition by the categories it serves alone.
        let cited = term.citation.chars().any(char::is_alphabetic);
        let citation = if cited { term.citation.clone() } else { format!("{}, definition of \"{}\"", list.source.document, term.term) };
        let node = Node { citation, ..Node::of(of, NodeKind::Term, term_curie(of, &term.term), &term.term) };
        let at = graph.add(node);
        graph.link(root, at, Edge::Defines);
        // Examples are no part of what a term means.
        for element in term.elements.iter().filter(|element| element.role != Role::Illustrates) {
            // What a definition leaves out is another element than what it takes in.
            let (sign, word) = if element.role == Role::Excludes { ("not-", "without: ") } else { ("", "") };
            let id = format!("{OWN}:element/{sign}{}", element.digest);
            let element = graph.add(Node::new(NodeKind::Element, id, &format!("{word}{}", element.phrase)));
            graph.link(at, element, Edge::Contains);
        }
    }
    for entry in &list.entries {
        add_entry(graph, list, entry, root);
    }
}

fn add_entry(graph: &mut ConceptGraph, list: &List, entry: &Entry, root: NodeIndex) {
    let of = &list.jurisdiction;
    for paragraph in entry.paragraphs.iter().filter(|p| !p.reserved) {
        let kind = if paragraph.code.is_entry() { NodeKind::Entry } else { NodeKind::Paragraph };
        let label = if paragraph.subject.is_empty() { paragraph.code.as_str() } else { &paragraph.subject };
        let at = graph.add(Node {
            code: paragraph.code.to_string(),
            citation: list.citation(&paragraph.code),
            ..Node::of(of, kind, paragraph_curie(of, &paragraph.code), label)
        });
        let mut above = paragraph.code.parent();
        let mut parent = root;
        while let Some(code) = above {
            if let Some(found) = graph.node(&paragraph_curie(of, &code)) {
                parent = found;
                break;
            }
            above = code.parent();
        }
        graph.link(parent, at, Edge::Contains);
    }
    let Some(at) = graph.node(&paragraph_curie(of, entry.code())) else { return };
    if !entry.elsewhere.is_empty() {
        let other = instrument(graph, &entry.elsewhere);
        graph.link(at, other, Edge::Cites(Via::Elsewhere));
    }
    for exception in entry.exceptions.iter().filter(|e| e.available != concord_model::Availability::No) {
        let id = format!("{of}:licence/{}", escape(&exception.symbol));
        let licence = graph.add(Node::of(of, NodeKind::Licence, id, &exception.symbol));
        graph.link(at, licence, Edge::Allows(exception.available));
    }
}

fn references(graph: &mut ConceptGraph, list: &List) {
    let of = &list.jurisdiction;
    for entry in &list.entries {
        if let Some(from) = graph.node(&paragraph_curie(of, entry.code())) {
            for place in &entry.related {
                cite(graph, from, of, place, Via::Related);
            }
        }
        for paragraph in &entry.paragraphs {
            let Some(from) = graph.node(&paragraph_curie(of, &paragraph.code)) else { continue };
            for place in &paragraph.references {
                cite(graph, from, of, place, Via::Text);
            }
            for place in limits_elsewhere(&paragraph.when) {
                cite(graph, from, of, place, Via::Limit);
            }
            for note in &paragraph.notes {
                for place in &note.references {
                    cite(graph, from, of, place, Via::Note);
                }
                for place in limits_elsewhere(&note.when) {
                    cite(graph, from, of, place, Via::Note);
                }
            }
            for term in &paragraph.terms {
                if let Some(to) = graph.node(&term_curie(of, term)) {
                    graph.link(from, to, Edge::Uses);
                }
            }
        }
    }
}

fn cite(graph: &mut ConceptGraph, from: NodeIndex, jurisdiction: &str, place: &str, via: Via) {
    let to = Code::parse(place).ok().and_then(|code| graph.node(&paragraph_curie(jurisdiction, &code)));
    if let Some(to) = to {
        graph.link(from, to, Edge::Cites(via));
    }
}

fn limits_elsewhere(when: &Expr) -> impl Iterator<Item = &str> {
    when.conditions().into_iter().filter_map(|condition| match &condition.limits {
        Limits::Symbolic { reference, .. } => Some(reference.as_str()),
        Limits::Quantities(_) | Limits::Formula { .. } => None,
    })
}

fn origins(graph: &mut ConceptGraph, list: &List, origins: &[Origin]) {
    for origin in origins.iter().filter(|origin| origin.jurisdiction == list.jurisdiction) {
        let Some(regime) = graph.node(&own("regime", &origin.regime)) else { continue };
        for entry in list.entries.iter().filter(|entry| origin.covers(entry.stratum) && entry.elsewhere.is_empty()) {
            for from in carriers(graph, list, entry, origin) {
                graph.link(from, regime, Edge::Implements { citation: origin.citation.clone() });
            }
        }
    }
}

/// What of an entry carries out the regime: the entry, or the paragraphs that the reason for control names.
fn carriers(graph: &ConceptGraph, list: &List, entry: &Entry, origin: &Origin) -> Vec<NodeIndex> {
    let node = |code: &Code| graph.node(&paragraph_curie(&list.jurisdiction, code));
    if origin.by_code(entry.code()) {
        return node(entry.code()).into_iter().collect();
    }
    let mut found = Vec::new();
    for reason in entry.reasons.iter().filter(|reason| origin.reasons.contains(&reason.reason)) {
        let named: Vec<Option<NodeIndex>> =
            reason.applies_to.iter().map(|code| Code::parse(code).ok().and_then(|code| node(&code))).collect();
        if named.is_empty() || named.iter().any(Option::is_none) {
            // The whole entry, or a part of it that has no node of its own.
            found.extend(node(entry.code()));
        } else {
            found.extend(named.into_iter().flatten());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn bounds(graph: &mut ConceptGraph, list: &List, spellings: &parameter::Spellings) {
    for paragraph in list.entries.iter().flat_map(|entry| &entry.paragraphs) {
        let Some(from) = graph.node(&paragraph_curie(&list.jurisdiction, &paragraph.code)) else { continue };
        for (name, bound) in bounds_of(paragraph) {
            let name = spellings.common(&list.jurisdiction, &name).to_owned();
            let to = graph.add(Node::new(NodeKind::Parameter, own("parameter", &name), &name));
            if !bound.dimension.is_empty() {
                let dimension = graph.add(Node::new(NodeKind::Dimension, own("dimension", &bound.dimension), &bound.dimension));
                graph.link(to, dimension, Edge::MeasuredIn);
            }
            graph.link(from, to, Edge::Constrains(bound));
        }
    }
}

/// The parameters that a paragraph itself limits, with the limits.
pub(super) fn bounds_of(paragraph: &Paragraph) -> Vec<(String, Bound)> {
    let conditions = paragraph.when.conditions().into_iter().filter(|condition| !condition.parameter.is_empty());
    conditions
        .map(|condition| {
            let (limits, dimension) = match &condition.limits {
                Limits::Quantities(constraint) => {
                    (constraint.to_string(), constraint.dimension().map(ToString::to_string).unwrap_or_default())
                }
                Limits::Symbolic { op, reference } => (format!("{op} limit {reference}"), String::new()),
                Limits::Formula { label, .. } => (label.clone(), String::new()),
            };
            let spelling = condition.parameter.clone();
            (spelling.clone(), Bound { spelling, settings: condition.settings.clone(), limits, dimension })
        })
        .collect()
}

/// Adds mappings as edges. A computed one gives way where a hand mapping speaks of the same pair, or denies the match.
fn mappings(graph: &mut ConceptGraph, sets: &[MappingSet], stronger: Option<&[MappingSet]>) {
    let pair =
        |m: &Mapping| if m.subject <= m.object { (m.subject.clone(), m.object.clone()) } else { (m.object.clone(), m.subject.clone()) };
    let settled: std::collections::BTreeSet<(String, String)> =
        stronger.into_iter().flatten().flat_map(|set| &set.mappings).map(pair).collect();
    for mapping in sets.iter().flat_map(|set| &set.mappings) {
        let (Some(from), Some(to), Some(relation)) = (graph.node(&mapping.subject), graph.node(&mapping.object), mapping.relation()) else {
            continue;
        };
        if settled.contains(&pair(mapping)) {
            continue;
        }
        let link = Link {
            relation,
            negated: mapping.negated,
            confidence: mapping.confidence,
            justification: mapping.justification.clone(),
            source: mapping.source.clone(),
        };
        graph.link(from, to, Edge::Maps(link));
    }
}

/// Where a regime's own list is at hand, its entries are what the controls mapped to them carry out.
fn implementing(graph: &mut ConceptGraph, sources: &Sources<'_>) {
    let lists: Vec<(&str, &str)> =
        sources.regimes.iter().filter(|r| !r.list.is_empty()).map(|r| (r.list.as_str(), r.name.as_str())).collect();
    let mut found = Vec::new();
    for edge in graph.graph.edge_indices() {
        let (Some((from, to)), Some(Edge::Maps(link))) = (graph.graph.edge_endpoints(edge), graph.graph.edge_weight(edge)) else {
            continue;
        };
        if !matches!(Edge::Maps(link.clone()).kind(), EdgeKind::Exact | EdgeKind::Close | EdgeKind::Broad | EdgeKind::Narrow) {
            continue;
        }
        let citation = format!("{} ({})", link.justification, link.source);
        let of = |at: NodeIndex| graph.graph[at].jurisdiction.as_str();
        let regime = |at: NodeIndex| lists.iter().any(|(list, _)| *list == of(at));
        match (regime(from), regime(to)) {
            (false, true) => found.push((from, to, citation)),
            (true, false) => found.push((to, from, citation)),
            _ => {}
        }
    }
    for (from, to, citation) in found {
        graph.link(from, to, Edge::Implements { citation });
    }
}
