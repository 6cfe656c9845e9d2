//! Outside vocabularies (SKOS, OWL): what they call things, so that they can be aligned.

mod collect;
mod read;
mod triples;

pub use read::{Read, read};

/// A vocabulary as an aligner takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Its title; empty if it states none.
    pub title: String,
    /// Its concepts, by IRI.
    pub concepts: Vec<VocabularyConcept>,
}

/// A concept of a vocabulary: a `skos:Concept` or a named `owl:Class`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VocabularyConcept {
    /// Its IRI.
    pub iri: String,
    /// Its notations (`skos:notation`).
    pub notations: Vec<String>,
    /// What it is called first of all (`skos:prefLabel`, `rdfs:label`), at most a few a language.
    pub labels: Vec<Label>,
    /// What else it is called.
    pub synonyms: Vec<Synonym>,
    /// Definitions and scope notes.
    pub notes: Vec<Label>,
    /// IRIs of the concepts directly above it (`skos:broader`, `rdfs:subClassOf`).
    pub broader: Vec<String>,
    /// Other relations: IRI of the property (`skos:related`, or that of an existential restriction such as "part of") and of the other concept.
    pub related: Vec<(String, String)>,
    /// Mappings it states: the relation and the IRI of the other concept.
    pub mappings: Vec<(super::Relation, String)>,
    /// Whether it is marked as no longer in use.
    pub deprecated: bool,
}

/// A text in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The text.
    pub text: String,
    /// The language's tag in lower case; empty if none is stated.
    pub language: String,
}

/// Another name of a concept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Synonym {
    /// The name.
    pub label: Label,
    /// How near it is to the concept's meaning.
    pub nearness: Nearness,
}

/// How near a synonym is to the meaning of its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// It means the same.
    Exact,
    /// A spelling to be found by, not to be shown (`skos:hiddenLabel`).
    Hidden,
    /// It has to do with the concept; many vocabularies do not tell such names from exact ones.
    Related,
    /// It means less.
    Narrow,
    /// It means more.
    Broad,
}
