//! Outside vocabularies.

use concord_graph::mapping::Relation;
use concord_graph::mapping::vocabulary::{Label, Nearness, Vocabulary, VocabularyConcept, read};

fn good(file: &str, text: &str) -> Vocabulary {
    let read = read(file, text.as_bytes());
    assert_eq!(read.diagnostics, []);
    read.vocabulary.expect("a vocabulary without problems is read")
}

fn concept<'a>(vocabulary: &'a Vocabulary, name: &str) -> &'a VocabularyConcept {
    vocabulary.concepts.iter().find(|concept| concept.iri.ends_with(name)).expect("the concept is there")
}

fn texts(labels: &[Label]) -> Vec<&str> {
    labels.iter().map(|label| label.text.as_str()).collect()
}

#[test]
fn skos_in_turtle() {
    let vocabulary = good(
        "crafts.ttl",
        r#"
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix : <https://example.org/crafts/> .
        :scheme a skos:ConceptScheme ; dct:title "Crafts"@en .
        :loom a skos:Concept ; skos:prefLabel "loom"@en , "Webstuhl"@de ; skos:altLabel "weaving   machine"@en ; skos:hiddenLabel "lom" ;
            skos:notation "1T001" ; skos:narrower :jacquard ; skos:related :shuttle ; skos:closeMatch <https://example.org/other/1> .
        :jacquard a skos:Concept ; skos:prefLabel "jacquard loom"@en ; xl:altLabel [ xl:literalForm "drawloom"@en ] ; skos:definition "loom with hooks"@en .
        :shuttle skos:inScheme :scheme ; skos:prefLabel "shuttle"@en ; skos:broader :tool .
        "#,
    );
    assert_eq!(vocabulary.title, "Crafts");
    assert_eq!(vocabulary.concepts.len(), 3, "what is only mentioned is no concept");
    let loom = concept(&vocabulary, "loom");
    assert_eq!((texts(&loom.labels), loom.notations.as_slice()), (vec!["loom", "Webstuhl"], ["1T001".to_owned()].as_slice()));
    assert_eq!(loom.labels[1].language, "de");
    let synonyms: Vec<(&str, Nearness)> = loom.synonyms.iter().map(|s| (s.label.text.as_str(), s.nearness)).collect();
    assert_eq!(synonyms, [("weaving machine", Nearness::Exact), ("lom", Nearness::Hidden)]);
    assert_eq!(loom.mappings, [(Relation::Close, "https://example.org/other/1".to_owned())]);
    assert_eq!(loom.related.len(), 1);
    let jacquard = concept(&vocabulary, "jacquard");
    assert_eq!(jacquard.broader, ["https://example.org/crafts/loom"], "narrower is read as broader from the other side");
    assert_eq!((jacquard.synonyms[0].label.text.as_str(), texts(&jacquard.notes)), ("drawloom", vec!["loom with hooks"]));
    assert!(concept(&vocabulary, "shuttle").broader.is_empty(), "the broader concept is not part of the vocabulary");
}

#[test]
fn owl_in_rdf_xml() {
    let vocabulary = good(
        "crafts.owl",
        r##"<?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
            xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:obo="http://www.geneontology.org/formats/oboInOwl#" xml:base="https://example.org/crafts">
          <owl:Ontology rdf:about=""><rdfs:label>Crafts</rdfs:label></owl:Ontology>
          <owl:Class rdf:about="#machine"><rdfs:label>machine</rdfs:label></owl:Class>
          <owl:Class rdf:about="#loom"><rdfs:label xml:lang="en">loom</rdfs:label>
            <rdfs:subClassOf rdf:resource="#machine"/>
            <rdfs:subClassOf><owl:Restriction><owl:onProperty rdf:resource="#part_of"/><owl:someValuesFrom rdf:resource="#mill"/></owl:Restriction></rdfs:subClassOf>
            <obo:hasRelatedSynonym rdf:resource="#s1"/><obo:hasExactSynonym>weaving machine</obo:hasExactSynonym></owl:Class>
          <rdf:Description rdf:about="#s1"><rdfs:label>weaver's frame</rdfs:label></rdf:Description>
          <owl:Class rdf:about="#old"><rdfs:label>old</rdfs:label><owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated></owl:Class>
        </rdf:RDF>"##,
    );
    assert_eq!((vocabulary.title.as_str(), vocabulary.concepts.len()), ("Crafts", 3));
    let loom = concept(&vocabulary, "#loom");
    assert_eq!(loom.broader, ["https://example.org/crafts#machine"]);
    assert_eq!(loom.related, [("https://example.org/crafts#part_of".to_owned(), "https://example.org/crafts#mill".to_owned())]);
    let synonyms: Vec<(&str, Nearness)> = loom.synonyms.iter().map(|s| (s.label.text.as_str(), s.nearness)).collect();
    assert_eq!(synonyms, [("weaver's frame", Nearness::Related), ("weaving machine", Nearness::Exact)]);
    assert!(concept(&vocabulary, "#old").deprecated);
}

#[test]
fn what_is_wrong_is_told() {
    let shown = |text: &str| {
        let read = read("v.ttl", text.as_bytes());
        (read.vocabulary.map(|v| v.concepts.len()), read.diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    };
    let skos = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .\n";
    let (none, text) = shown(&format!("{skos}:a a skos:Concept ;\n  skos:prefLabel \"open ."));
    assert!(none.is_none() && text.starts_with("v.ttl:3:") && text.contains("error[E0615]"), "{text}");
    let (none, text) = shown("");
    assert!(none.is_none() && text.contains("the file is empty"), "{text}");
    let (none, text) = shown(&format!("{skos}:a :b :c ."));
    assert!(none.is_none() && text.contains("error[E0616]"), "{text}");
    let (none, text) = shown("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><unclosed>");
    assert!(none.is_none() && text.contains("error[E0615]"), "{text}");
    let (some, text) =
        shown(&format!("{skos}:a a skos:Concept ; skos:broader :b . :b a skos:Concept ; skos:prefLabel \"b\" ; skos:broader :a ."));
    assert!(some == Some(2) && text.contains("warning[W0617]: `https://example.org/a` has no label") && text.contains("W0618"), "{text}");
}
