//! RDF texts as triples by subject.

use std::collections::BTreeMap;

use concord_model::{Diagnostic, codes};
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxrdfxml::RdfXmlParser;
use oxttl::TurtleParser;

/// The base of relative IRIs in a text that states none.
const BASE: &str = "https://concord.invalid/vocabulary";

/// What is said of each subject, in the order of the text: predicate and object.
#[derive(Debug, Default)]
pub(super) struct Triples {
    by_subject: BTreeMap<String, Vec<(String, Term)>>,
}

impl Triples {
    /// Reads a text. RDF/XML begins with `<` and a letter, `?` or `!`; anything else is Turtle, in which a first `<` opens an IRI or a directive.
    pub(super) fn read(file: &str, text: &str) -> Result<Self, Diagnostic> {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if is_xml(start) { Self::xml(file, text) } else { Self::turtle(file, text) }
    }

    fn turtle(file: &str, text: &str) -> Result<Self, Diagnostic> {
        let parser = TurtleParser::new().with_base_iri(BASE).map_err(|e| fault(file, 0, 0, &e))?;
        let mut triples = Self::default();
        for triple in parser.for_slice(text) {
            match triple {
                Ok(triple) => triples.add(triple),
                Err(error) => {
                    let at = error.location().start;
                    return Err(fault(file, number(at.line) + 1, number(at.column) + 1, &error.message()));
                }
            }
        }
        Ok(triples)
    }

    fn xml(file: &str, text: &str) -> Result<Self, Diagnostic> {
        let parser = RdfXmlParser::new().with_base_iri(BASE).map_err(|e| fault(file, 0, 0, &e))?;
        let mut triples = Self::default();
        for triple in parser.for_slice(text.as_bytes()) {
            match triple {
                Ok(triple) => triples.add(triple),
                Err(error) => return Err(fault(file, 0, 0, &error)),
            }
        }
        Ok(triples)
    }

    fn add(&mut self, triple: Triple) {
        self.by_subject.entry(subject(&triple.subject)).or_default().push((triple.predicate.into_string(), triple.object));
    }

    /// Every subject, in order.
    pub(super) fn subjects(&self) -> impl Iterator<Item = (&str, &[(String, Term)])> {
        self.by_subject.iter().map(|(subject, said)| (subject.as_str(), said.as_slice()))
    }

    /// The objects of a predicate.
    pub(super) fn objects<'a>(&'a self, subject: &str, predicate: &'a str) -> impl Iterator<Item = &'a Term> {
        let said = self.by_subject.get(subject).into_iter().flatten();
        said.filter(move |(known, _)| known == predicate).map(|(_, object)| object)
    }
}

fn is_xml(start: &str) -> bool {
    let Some(rest) = start.strip_prefix('<') else { return false };
    // `<http://…>` opens a triple of Turtle; a tag's name is followed by a space, `>` or an attribute, and holds no slash.
    rest.starts_with(['?', '!'])
        || rest.split(['>', ' ', '\n', '\t', '\r']).next().is_some_and(|name| name.contains("RDF") && !name.contains('/'))
}

/// A subject or object as a key: an IRI, or `_:` and a label.
fn subject(node: &NamedOrBlankNode) -> String {
    match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
        NamedOrBlankNode::BlankNode(node) => format!("_:{}", node.as_str()),
    }
}

/// The key of an object that is no literal.
pub(super) fn key(term: &Term) -> Option<String> {
    match term {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        Term::BlankNode(node) => Some(format!("_:{}", node.as_str())),
        Term::Literal(_) => None,
    }
}

fn number(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn fault(file: &str, line: usize, column: usize, error: &dyn std::fmt::Display) -> Diagnostic {
    let hint = "a vocabulary is RDF in Turtle or in RDF/XML";
    let length = usize::from(line > 0);
    Diagnostic::new(codes::UNREADABLE_VOCABULARY, format!("the vocabulary cannot be read: {error}"), hint).at(file, line, column, length)
}
