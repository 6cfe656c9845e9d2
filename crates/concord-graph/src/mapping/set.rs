//! Mappings and sets of them, after the SSSOM model (version 1.1).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{BUILT_IN, Confidence, Relation};

/// One mapping: what a subject is to an object, and why one may say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// CURIE of the left side; empty where the left side is a literal.
    pub subject: String,
    /// Label of the left side; empty if unknown.
    pub subject_label: String,
    /// CURIE of the predicate (`skos:exactMatch`).
    pub predicate: String,
    /// Whether the mapping denies the predicate (the predicate modifier `Not`).
    pub negated: bool,
    /// CURIE of the right side; empty where the right side is a literal.
    pub object: String,
    /// Label of the right side; empty if unknown.
    pub object_label: String,
    /// CURIE of the justification (`semapv:ManualMappingCuration`).
    pub justification: String,
    /// How sure it is; `None` where nothing is said.
    pub confidence: Option<Confidence>,
    /// The day it was asserted.
    pub date: Option<Date>,
    /// Remark for the reader; empty if there is none.
    pub comment: String,
    /// Further slots of the SSSOM model by name, each as it stands in a cell; none of them empty.
    pub more: BTreeMap<String, String>,
    /// Where it was read (`eu-us.sssom.tsv:12`), or what computed it; for messages, not part of the mapping.
    pub source: String,
}

impl Mapping {
    /// The relation that its predicate states, if Concord knows it.
    pub fn relation(&self) -> Option<Relation> {
        Relation::of_predicate(&self.predicate)
    }

    /// The same mapping read from right to left; `None` where the predicate's inverse is not known.
    #[must_use]
    pub fn inverted(&self) -> Option<Self> {
        let relation = self.relation()?;
        let swap = |name: &str| match name.strip_prefix("subject_") {
            Some(rest) => format!("object_{rest}"),
            None => name.strip_prefix("object_").map_or_else(|| name.to_owned(), |rest| format!("subject_{rest}")),
        };
        let more = self.more.iter().map(|(name, value)| (swap(name), value.clone())).collect();
        Some(Self {
            subject: self.object.clone(),
            subject_label: self.object_label.clone(),
            object: self.subject.clone(),
            object_label: self.subject_label.clone(),
            predicate: relation.inverse().predicate().to_owned(),
            more,
            ..self.clone()
        })
    }

    /// The mapping in a few words: `eu:4A506 close us:4A906`, `not close` where it is denied.
    pub fn said(&self) -> String {
        let predicate = self.predicate.split_once(':').map_or(self.predicate.as_str(), |(_, name)| name);
        let name = |curie: &str, label: &str| if curie.is_empty() { format!("\"{label}\"") } else { curie.to_owned() };
        let (subject, object) = (name(&self.subject, &self.subject_label), name(&self.object, &self.object_label));
        format!("{subject} {}{predicate} {object}", if self.negated { "not " } else { "" })
    }
}

/// A set of mappings with what is said of the set as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingSet {
    /// IRI of the set.
    pub id: String,
    /// IRI of the licence under which the set may be used.
    pub license: String,
    /// Prefixes and the IRIs they abbreviate; the built-in ones may be left out.
    pub prefixes: BTreeMap<String, String>,
    /// Further slots of the set by name, each with its values; slots that speak of every mapping stand with the mappings.
    pub more: BTreeMap<String, Vec<String>>,
    /// The mappings.
    pub mappings: Vec<Mapping>,
}

impl MappingSet {
    /// The IRI that a CURIE abbreviates, if its prefix is declared or built in.
    pub fn iri(&self, curie: &str) -> Option<String> {
        let (prefix, local) = curie.split_once(':')?;
        let built_in = BUILT_IN.iter().find(|(name, _)| *name == prefix).map(|(_, iri)| *iri);
        let base = self.prefixes.get(prefix).map(String::as_str).or(built_in)?;
        Some(format!("{base}{local}"))
    }
}
