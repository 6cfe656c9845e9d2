//! From triples to concepts.

use std::collections::BTreeMap;

use oxrdf::Term;

use super::triples::{Triples, key};
use super::{Label, Nearness, Synonym, VocabularyConcept};
use crate::mapping::Relation;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
const OWL: &str = "http://www.w3.org/2002/07/owl#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const SKOS_XL: &str = "http://www.w3.org/2008/05/skos-xl#";
const OBO: &str = "http://www.geneontology.org/formats/oboInOwl#";
const IAO_DEFINITION: &str = "http://purl.obolibrary.org/obo/IAO_0000115";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const DC: &str = "http://purl.org/dc/elements/1.1/";

/// The concepts, by IRI.
pub(super) fn concepts(triples: &Triples) -> Vec<VocabularyConcept> {
    let mut found: BTreeMap<&str, VocabularyConcept> = BTreeMap::new();
    for (subject, said) in triples.subjects().filter(|(subject, said)| is_concept(subject, said)) {
        found.insert(subject, concept(triples, subject, said));
    }
    // What the broader concept says of the narrower one.
    for (subject, said) in triples.subjects() {
        for (_, narrower) in said.iter().filter(|(predicate, _)| predicate.strip_prefix(SKOS) == Some("narrower")) {
            if let Some(concept) = key(narrower).and_then(|narrower| found.get_mut(narrower.as_str())) {
                concept.broader.push(subject.to_owned());
            }
        }
    }
    let known: std::collections::BTreeSet<String> = found.keys().map(|iri| (*iri).to_owned()).collect();
    let mut concepts: Vec<VocabularyConcept> = found.into_values().collect();
    for concept in &mut concepts {
        concept.broader.retain(|broader| known.contains(broader) && *broader != concept.iri);
        concept.broader.sort();
        concept.broader.dedup();
        concept.related.sort();
        concept.related.dedup();
        concept.labels.dedup();
        let mut seen = std::collections::BTreeSet::new();
        let labels = &concept.labels;
        concept.synonyms.retain(|synonym| !labels.contains(&synonym.label) && seen.insert(synonym.clone()));
    }
    concepts
}

/// The title of the vocabulary.
pub(super) fn title(triples: &Triples) -> String {
    let is_scheme = |said: &[(String, Term)]| {
        said.iter().any(|(predicate, object)| {
            *predicate == format!("{RDF}type")
                && key(object).is_some_and(|kind| kind == format!("{SKOS}ConceptScheme") || kind == format!("{OWL}Ontology"))
        })
    };
    let titles = [format!("{DCTERMS}title"), format!("{DC}title"), format!("{RDFS}label"), format!("{SKOS}prefLabel")];
    for (_, said) in triples.subjects().filter(|(_, said)| is_scheme(said)) {
        for title in &titles {
            if let Some(label) = said.iter().filter(|(predicate, _)| predicate == title).find_map(|(_, object)| literal(object)) {
                return label.text;
            }
        }
    }
    String::new()
}

fn is_concept(subject: &str, said: &[(String, Term)]) -> bool {
    if subject.starts_with("_:") || subject.strip_prefix(OWL).is_some() {
        return false;
    }
    said.iter().any(|(predicate, object)| {
        if *predicate == format!("{RDF}type") {
            key(object)
                .is_some_and(|kind| kind == format!("{SKOS}Concept") || kind == format!("{OWL}Class") || kind == format!("{RDFS}Class"))
        } else {
            matches!(predicate.strip_prefix(SKOS), Some("inScheme" | "topConceptOf" | "broader" | "narrower"))
        }
    })
}

fn concept(triples: &Triples, iri: &str, said: &[(String, Term)]) -> VocabularyConcept {
    let mut concept = VocabularyConcept { iri: iri.to_owned(), ..VocabularyConcept::default() };
    for (predicate, object) in said {
        if let Some(name) = predicate.strip_prefix(SKOS) {
            skos(&mut concept, name, predicate, object);
        } else if let Some(name) = predicate.strip_prefix(SKOS_XL) {
            let nearness = match name {
                "altLabel" => Some(Nearness::Exact),
                "hiddenLabel" => Some(Nearness::Hidden),
                _ => None,
            };
            let labels = labels(triples, object);
            match nearness {
                Some(nearness) => concept.synonyms.extend(labels.into_iter().map(|label| Synonym { label, nearness })),
                None if name == "prefLabel" => concept.labels.extend(labels),
                None => {}
            }
        } else if let Some(nearness) = predicate.strip_prefix(OBO).and_then(nearness) {
            concept.synonyms.extend(labels(triples, object).into_iter().map(|label| Synonym { label, nearness }));
        } else if *predicate == format!("{OBO}hasDefinition") || predicate == IAO_DEFINITION {
            concept.notes.extend(labels(triples, object));
        } else if let Some(name) = predicate.strip_prefix(RDFS) {
            match name {
                "label" => concept.labels.extend(literal(object)),
                "comment" => concept.notes.extend(literal(object)),
                "subClassOf" => above(triples, &mut concept, object),
                _ => {}
            }
        } else if *predicate == format!("{OWL}deprecated") {
            concept.deprecated = literal(object).is_some_and(|value| matches!(value.text.as_str(), "true" | "1"));
        } else if *predicate == format!("{OWL}equivalentClass") {
            match key(object) {
                Some(other) if !other.starts_with("_:") => concept.mappings.push((Relation::Exact, other)),
                _ => {}
            }
        }
    }
    concept
}

fn skos(concept: &mut VocabularyConcept, name: &str, predicate: &str, object: &Term) {
    let synonym = |nearness| literal(object).map(|label| Synonym { label, nearness });
    match name {
        "prefLabel" => concept.labels.extend(literal(object)),
        "altLabel" => concept.synonyms.extend(synonym(Nearness::Exact)),
        "hiddenLabel" => concept.synonyms.extend(synonym(Nearness::Hidden)),
        "notation" => concept.notations.extend(literal(object).map(|label| label.text)),
        "definition" | "scopeNote" => concept.notes.extend(literal(object)),
        "broader" => concept.broader.extend(key(object)),
        "related" => concept.related.extend(key(object).map(|other| (predicate.to_owned(), other))),
        _ => {
            if let (Some(relation), Some(other)) = (Relation::of_predicate(&format!("skos:{name}")), key(object)) {
                concept.mappings.push((relation, other));
            }
        }
    }
}

/// A named class above, or a restriction to some other class by a property ("part of some …").
fn above(triples: &Triples, concept: &mut VocabularyConcept, object: &Term) {
    let Some(above) = key(object) else { return };
    if !above.starts_with("_:") {
        concept.broader.push(above);
        return;
    }
    let by = triples.objects(&above, "http://www.w3.org/2002/07/owl#onProperty").find_map(key);
    let other = triples.objects(&above, "http://www.w3.org/2002/07/owl#someValuesFrom").find_map(key);
    if let (Some(by), Some(other)) = (by, other)
        && !other.starts_with("_:")
    {
        concept.related.push((by, other));
    }
}

fn nearness(name: &str) -> Option<Nearness> {
    match name {
        "hasExactSynonym" | "hasSynonym" => Some(Nearness::Exact),
        "hasRelatedSynonym" => Some(Nearness::Related),
        "hasNarrowSynonym" => Some(Nearness::Narrow),
        "hasBroadSynonym" => Some(Nearness::Broad),
        _ => None,
    }
}

/// The text of a literal, or those of a node that stands for a label.
fn labels(triples: &Triples, object: &Term) -> Vec<Label> {
    if let Some(label) = literal(object) {
        return vec![label];
    }
    let Some(node) = key(object) else { return Vec::new() };
    let forms = ["http://www.w3.org/2008/05/skos-xl#literalForm", "http://www.w3.org/2000/01/rdf-schema#label"];
    forms.into_iter().flat_map(|form| triples.objects(&node, form).filter_map(literal).collect::<Vec<_>>()).collect()
}

fn literal(term: &Term) -> Option<Label> {
    let Term::Literal(literal) = term else { return None };
    let text = literal.value().split_whitespace().collect::<Vec<_>>().join(" ");
    let language = literal.language().unwrap_or_default().to_ascii_lowercase();
    (!text.is_empty()).then_some(Label { text, language })
}
