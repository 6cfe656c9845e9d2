//! Reading a vocabulary, with what is doubtful about it.

use std::collections::BTreeMap;

use concord_model::{Diagnostic, codes};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::triples::Triples;
use super::{Vocabulary, collect};

/// What reading a text gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The vocabulary; `None` where the text is no RDF or holds no concept.
    pub vocabulary: Option<Vocabulary>,
    /// What is wrong or doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a SKOS or OWL vocabulary in Turtle or RDF/XML; the form is told from the text. `file` is the name that diagnostics give.
pub fn read(file: &str, bytes: &[u8]) -> Read {
    let failed = |diagnostic: Diagnostic| Read { vocabulary: None, diagnostics: vec![diagnostic] };
    let text = match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Ok("") => return failed(Diagnostic::new(codes::EMPTY_FILE, "the file is empty", "").at(file, 0, 0, 0)),
        Ok(text) => text,
        Err(_) => {
            return failed(
                Diagnostic::new(codes::NOT_UTF8, "the file is not UTF-8 text", "save it with the encoding UTF-8").at(file, 0, 0, 0),
            );
        }
    };
    let triples = match Triples::read(file, text) {
        Ok(triples) => triples,
        Err(diagnostic) => return failed(diagnostic),
    };
    let mut vocabulary = Vocabulary { title: collect::title(&triples), concepts: collect::concepts(&triples) };
    if vocabulary.concepts.is_empty() {
        let hint = "concepts are resources of the type skos:Concept or owl:Class that have an IRI";
        return failed(Diagnostic::new(codes::EMPTY_VOCABULARY, "the vocabulary has no concepts", hint).at(file, 0, 0, 0));
    }
    let mut diagnostics = Vec::new();
    for concept in
        vocabulary.concepts.iter().filter(|concept| concept.labels.is_empty() && concept.synonyms.is_empty() && !concept.deprecated)
    {
        let message = format!("`{}` has no label", concept.iri);
        diagnostics.push(Diagnostic::new(codes::CONCEPT_WITHOUT_LABEL, message, "").at(file, 0, 0, 0));
    }
    diagnostics.extend(open_cycles(file, &mut vocabulary));
    Read { vocabulary: Some(vocabulary), diagnostics }
}

/// Takes the broader concepts out of every cycle and reports it.
fn open_cycles(file: &str, vocabulary: &mut Vocabulary) -> Vec<Diagnostic> {
    let mut graph: DiGraph<usize, ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = (0..vocabulary.concepts.len()).map(|at| graph.add_node(at)).collect();
    let index: BTreeMap<&str, NodeIndex> =
        vocabulary.concepts.iter().zip(&nodes).map(|(concept, node)| (concept.iri.as_str(), *node)).collect();
    for (concept, node) in vocabulary.concepts.iter().zip(&nodes) {
        for broader in concept.broader.iter().filter_map(|iri| index.get(iri.as_str())) {
            graph.add_edge(*node, *broader, ());
        }
    }
    let mut groups: Vec<Vec<usize>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| group.into_iter().map(|node| graph[node]).collect())
        .collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    let mut out = Vec::new();
    for group in groups {
        let members: Vec<String> = group.iter().map(|at| vocabulary.concepts[*at].iri.clone()).collect();
        for at in &group {
            vocabulary.concepts[*at].broader.retain(|broader| !members.contains(broader));
        }
        let shown: Vec<String> = members.iter().take(3).map(|iri| format!("`{iri}`")).collect();
        let more = if members.len() > 3 { format!(" and {} more", members.len() - 3) } else { String::new() };
        let message = format!("{}{more} are broader than themselves", shown.join(", "));
        out.push(Diagnostic::new(codes::BROADER_CYCLE, message, "").at(file, 0, 0, 0));
    }
    out
}
