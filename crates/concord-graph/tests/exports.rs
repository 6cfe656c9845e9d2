//! The graph in the forms of other tools, read back.

mod support;

use concord_graph::align;
use concord_graph::graph::write::{GraphDocument, dot, graphml, schema};
use concord_graph::mapping::{Namespace, chained, merge, of_alignment, skos, sssom, vocabulary};
use support::{graph, hand, lists};

#[test]
fn turtle_reads_back_as_a_vocabulary() {
    let lists = lists();
    let text = skos::write(&graph(), &lists.each_ref(), &Namespace::default()).unwrap();
    let read = vocabulary::read("graph.ttl", text.as_bytes());
    assert_eq!(read.diagnostics, []);
    let vocabulary = read.vocabulary.unwrap();
    let kiln = vocabulary.concepts.iter().find(|concept| concept.iri == "https://concord.invalid/aa/2T001").unwrap();
    assert_eq!((kiln.labels[0].text.as_str(), kiln.notations[0].as_str()), ("kiln", "2T001"));
    assert!(kiln.mappings.iter().any(|(_, iri)| iri == "https://concord.invalid/bb/2T901"));
    assert_eq!(kiln.notes[0].text, "limits: chamber temperature >=1500 K");
    let child = vocabulary.concepts.iter().find(|concept| concept.iri.ends_with("/aa/1T001.a")).unwrap();
    assert_eq!((child.labels[0].text.as_str(), child.broader.len()), ("power loom (1T001.a)", 1));
    assert!(!text.contains("bb/4T001> skos:closeMatch"), "what is denied is not said");
    let parameter = vocabulary.concepts.iter().find(|concept| concept.iri.ends_with("parameter/chamber%20temperature")).unwrap();
    assert_eq!(parameter.synonyms[0].label.text, "furnace temperature");
}

#[test]
fn graphml_is_well_formed_and_whole() {
    let graph = graph();
    let text = graphml(&graph);
    let document = roxmltree::Document::parse(&text).unwrap();
    let count =
        |name: &str| document.descendants().filter(|node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name))).count();
    assert_eq!((count("node"), count("edge")), (graph.graph.node_count(), graph.graph.edge_count()));
    let keys: Vec<&str> = document.descendants().filter_map(|node| node.attribute("key")).collect();
    let declared: Vec<&str> =
        document.descendants().filter(|node| node.tag_name().name() == "key").filter_map(|node| node.attribute("id")).collect();
    assert!(keys.iter().all(|key| declared.contains(key)));
}

#[test]
fn dot_of_a_part() {
    let graph = graph();
    let nodes = ["aa:4T001", "bb:4T001", "aa:2T001", "bb:2T901", "concord:concept/2T001", "concord:parameter/chamber%20temperature"];
    insta::assert_snapshot!(dot(&graph.induced(&nodes.map(|id| graph.node(id).unwrap()).into())));
}

#[test]
fn json_keeps_to_its_schema() {
    let text = GraphDocument::new(&graph()).to_json().unwrap();
    let read: GraphDocument = serde_json::from_str(&text).unwrap();
    assert_eq!(read, GraphDocument::new(&graph()));
    let schema = schema();
    assert!(schema["properties"]["nodes"].is_object() && schema["$defs"]["EdgeDocument"].is_object());
}

#[test]
fn an_alignment_becomes_sssom_with_the_hand_mappings_first() {
    let [left, right] = lists();
    let space = Namespace::new("https://data.example/").unwrap();
    let computed = of_alignment(&left, &right, &align(&left, &right), &space);
    let hand = hand();
    let codes = ["aa".to_owned(), "bb".to_owned()];
    let sets: Vec<_> = hand.iter().chain([&computed]).collect();
    let text = sssom::write(&merge(&sets, &codes, "crafts", &space)).unwrap();
    insta::assert_snapshot!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    assert_eq!(sssom::read("out.sssom.tsv", text.as_bytes()).diagnostics, []);
}

#[test]
fn hand_mappings_are_chained_in_whichever_direction_they_are_stated() {
    let text = "#curie_map: {aa: 'https://example.org/aa/', bb: 'https://example.org/bb/', mm: 'https://example.org/mm/'}\n#mapping_set_id: https://example.org/set\n#license: https://example.org/free\n\
        subject_id\tpredicate_id\tobject_id\tmapping_justification\nmm:1\tskos:exactMatch\taa:1\tsemapv:ManualMappingCuration\nmm:1\tskos:broadMatch\tbb:1\tsemapv:ManualMappingCuration\n";
    let set = sssom::read("middle.sssom.tsv", text.as_bytes()).set.unwrap();
    let found = chained(&[set], &Namespace::default()).mappings;
    let said: Vec<String> = found.iter().map(|mapping| format!("{} [{}]", mapping.said(), mapping.justification)).collect();
    assert_eq!(said, ["aa:1 broadMatch bb:1 [semapv:MappingChaining]"]);
    assert!(found[0].comment.contains("middle.sssom.tsv:5") && found[0].comment.contains("middle.sssom.tsv:6"), "{}", found[0].comment);
}
