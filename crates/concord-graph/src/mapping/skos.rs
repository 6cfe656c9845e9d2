//! The concept graph as SKOS (W3C Recommendation of 18 August 2009) in Turtle.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{List, Paragraph, Role};
use oxrdf::vocab::rdf;
use oxrdf::{Literal, NamedNode, Triple};
use oxttl::TurtleSerializer;
use petgraph::graph::NodeIndex;

use super::{Namespace, OWN, Relation};
use crate::graph::{ConceptGraph, Edge, NodeKind};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const DCTERMS: &str = "http://purl.org/dc/terms/";
/// The language of labels: the lexicon reads English texts only.
const LANGUAGE: &str = "en";

/// Why a graph cannot be written: an identifier is no IRI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnIri(pub String);

impl std::fmt::Display for NotAnIri {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the graph cannot be written as Turtle: {}", self.0)
    }
}

impl std::error::Error for NotAnIri {}

/// Writes lists, entries, paragraphs, terms, parameters and concepts.
///
/// Each list is a concept scheme of its own; what the lists share stands in the schemes `concepts` and `parameters`. A code is a notation, the
/// tree is `broader`, the scope note holds limits and key phrases, and mappings are the mapping properties. A denied mapping has no place in
/// SKOS and is left out; SSSOM has it.
pub fn write(graph: &ConceptGraph, lists: &[&List], namespace: &Namespace) -> Result<String, NotAnIri> {
    let mut writer = Writer { graph, namespace, triples: Vec::new(), notes: notes(lists) };
    writer.schemes()?;
    for at in graph.graph.node_indices() {
        match graph.graph[at].kind {
            NodeKind::Entry | NodeKind::Paragraph | NodeKind::Term => writer.member(at)?,
            NodeKind::Concept | NodeKind::Parameter => writer.shared(at)?,
            _ => {}
        }
    }
    let prefixes: BTreeSet<String> = lists.iter().map(|list| list.jurisdiction.clone()).chain([OWN.to_owned()]).collect();
    let mut serializer = TurtleSerializer::new();
    for (name, iri) in prefixes
        .iter()
        .map(|name| (name.clone(), namespace.prefix(name)))
        .chain([("skos".to_owned(), SKOS.to_owned()), ("dcterms".to_owned(), DCTERMS.to_owned())])
    {
        serializer = serializer.with_prefix(name, iri).map_err(|e| NotAnIri(e.to_string()))?;
    }
    let mut out = serializer.for_writer(Vec::new());
    for triple in &writer.triples {
        out.serialize_triple(triple).map_err(|e| NotAnIri(e.to_string()))?;
    }
    let bytes = out.finish().map_err(|e| NotAnIri(e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| NotAnIri(e.to_string()))
}

/// Scope notes by identifier.
fn notes(lists: &[&List]) -> BTreeMap<String, String> {
    let paragraphs = lists.iter().flat_map(|list| list.entries.iter().flat_map(|entry| &entry.paragraphs).map(move |p| (list, p)));
    paragraphs
        .map(|(list, p)| (super::paragraph_curie(&list.jurisdiction, &p.code), phrases(p)))
        .filter(|(_, note)| !note.is_empty())
        .collect()
}

/// What narrows a paragraph, in key phrases.
fn phrases(paragraph: &Paragraph) -> String {
    let of = |role: Role| {
        let phrases = paragraph.qualifiers.iter().filter(|q| q.role == role && !q.phrase.is_empty());
        phrases.map(|q| q.words()).collect::<Vec<_>>().join("; ")
    };
    let parts = [("only", of(Role::Restricts)), ("or", of(Role::Widens)), ("not", of(Role::Excludes))];
    parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(word, text)| format!("{word}: {text}")).collect::<Vec<_>>().join(". ")
}

struct Writer<'a> {
    graph: &'a ConceptGraph,
    namespace: &'a Namespace,
    triples: Vec<Triple>,
    notes: BTreeMap<String, String>,
}

impl Writer<'_> {
    fn iri(&self, curie: &str) -> Result<NamedNode, NotAnIri> {
        let iri = self.namespace.iri(curie);
        NamedNode::new(&iri).map_err(|e| NotAnIri(format!("{iri}: {e}")))
    }

    fn node(&self, at: NodeIndex) -> Result<NamedNode, NotAnIri> {
        self.iri(&self.graph.graph[at].id)
    }

    fn say(&mut self, subject: &NamedNode, predicate: &str, object: impl Into<oxrdf::Term>) {
        self.triples.push(Triple::new(subject.clone(), NamedNode::new_unchecked(predicate), object));
    }

    fn text(&mut self, subject: &NamedNode, predicate: &str, text: &str) {
        self.say(subject, predicate, Literal::new_language_tagged_literal_unchecked(text, LANGUAGE));
    }

    fn skos(name: &str) -> String {
        format!("{SKOS}{name}")
    }

    fn kind(&mut self, subject: &NamedNode, name: &str) {
        self.triples.push(Triple::new(subject.clone(), rdf::TYPE, NamedNode::new_unchecked(Self::skos(name))));
    }

    fn schemes(&mut self) -> Result<(), NotAnIri> {
        for (name, label) in [("concepts", "What the lists have in common"), ("parameters", "Parameters of the lists")] {
            let scheme = self.iri(&format!("{OWN}:{name}"))?;
            self.kind(&scheme, "ConceptScheme");
            self.text(&scheme, &Self::skos("prefLabel"), label);
        }
        for at in self.graph.nodes(NodeKind::List) {
            let (scheme, node) = (self.node(at)?, &self.graph.graph[at]);
            self.kind(&scheme, "ConceptScheme");
            self.text(&scheme, &Self::skos("prefLabel"), &node.label);
            if !node.citation.is_empty() {
                self.say(&scheme, &format!("{DCTERMS}source"), Literal::new_simple_literal(&node.citation));
            }
        }
        Ok(())
    }

    /// An entry, a paragraph or a term: it belongs to a list.
    fn member(&mut self, at: NodeIndex) -> Result<(), NotAnIri> {
        let graph = self.graph;
        let (subject, node) = (self.node(at)?, &graph.graph[at]);
        self.kind(&subject, "Concept");
        let label = if node.label == node.code { self.label_above(at) } else { node.label.clone() };
        self.text(&subject, &Self::skos("prefLabel"), &label);
        if !node.code.is_empty() {
            self.say(&subject, &Self::skos("notation"), Literal::new_simple_literal(&node.code));
        }
        if let Some(scheme) = self.scheme(at) {
            let scheme = self.node(scheme)?;
            self.say(&subject, &Self::skos("inScheme"), scheme.clone());
            if node.kind == NodeKind::Entry {
                self.say(&subject, &Self::skos("topConceptOf"), scheme);
            }
        }
        for (edge, above) in graph.reaching(at) {
            if *edge == Edge::Contains && matches!(graph.graph[above].kind, NodeKind::Entry | NodeKind::Paragraph) {
                let above = self.node(above)?;
                self.say(&subject, &Self::skos("broader"), above);
            }
        }
        if let Some(note) = self.note(at) {
            self.text(&subject, &Self::skos("scopeNote"), &note);
        }
        if !node.citation.is_empty() {
            self.say(&subject, &format!("{DCTERMS}source"), Literal::new_simple_literal(&node.citation));
        }
        // From both sides, for readers that infer nothing.
        let outward = graph.leaving(at).into_iter().map(|(edge, other)| (edge, other, true));
        for (edge, other, forth) in outward.chain(graph.reaching(at).into_iter().map(|(edge, other)| (edge, other, false))) {
            let relation = match edge {
                Edge::Maps(link) if !link.negated => {
                    if forth {
                        link.relation
                    } else {
                        link.relation.inverse()
                    }
                }
                Edge::Means => Relation::Close,
                _ => continue,
            };
            let other = self.node(other)?;
            self.say(&subject, &Self::skos(relation.predicate().trim_start_matches("skos:")), other);
        }
        Ok(())
    }

    /// A concept or a parameter: it belongs to no list.
    fn shared(&mut self, at: NodeIndex) -> Result<(), NotAnIri> {
        let graph = self.graph;
        let (subject, node) = (self.node(at)?, &graph.graph[at]);
        let scheme = self.iri(&format!("{OWN}:{}", if node.kind == NodeKind::Concept { "concepts" } else { "parameters" }))?;
        self.kind(&subject, "Concept");
        self.text(&subject, &Self::skos("prefLabel"), &node.label);
        self.say(&subject, &Self::skos("inScheme"), scheme);
        let spellings: BTreeSet<&str> = graph
            .reaching(at)
            .into_iter()
            .filter_map(|(edge, _)| match edge {
                Edge::Constrains(bound) if bound.spelling != node.label => Some(bound.spelling.as_str()),
                _ => None,
            })
            .collect();
        for spelling in spellings {
            self.text(&subject, &Self::skos("altLabel"), spelling);
        }
        Ok(())
    }

    /// Limits and key phrases.
    fn note(&self, at: NodeIndex) -> Option<String> {
        let limits: Vec<String> = self
            .graph
            .leaving(at)
            .into_iter()
            .filter_map(|(edge, _)| match edge {
                Edge::Constrains(bound) => {
                    let settings = if bound.settings.is_empty() { String::new() } else { format!(" at {}", bound.settings.join(", ")) };
                    Some(format!("{}{settings} {}", bound.spelling, bound.limits))
                }
                _ => None,
            })
            .collect();
        let limits = if limits.is_empty() { None } else { Some(format!("limits: {}", limits.join("; "))) };
        let parts: Vec<String> = limits.into_iter().chain(self.notes.get(&self.graph.graph[at].id).cloned()).collect();
        (!parts.is_empty()).then(|| parts.join(". "))
    }

    fn scheme(&self, at: NodeIndex) -> Option<NodeIndex> {
        let mut here = at;
        loop {
            let above = self.graph.reaching(here).into_iter().find(|(edge, _)| matches!(edge, Edge::Contains | Edge::Defines))?.1;
            match self.graph.graph[above].kind {
                NodeKind::List => return Some(above),
                NodeKind::Entry | NodeKind::Paragraph => here = above,
                _ => return None,
            }
        }
    }

    fn label_above(&self, at: NodeIndex) -> String {
        crate::graph::described(self.graph, at)
    }
}
