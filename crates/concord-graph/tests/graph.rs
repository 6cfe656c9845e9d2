//! The graph of two small lists, and what it answers.

mod support;

use std::collections::BTreeMap;

use concord_graph::graph::query::{correspondence, counterparts, cycles, find, implementing, orphans, path, thresholds, unilateral};
use concord_graph::graph::{Edge, EdgeKind, NodeKind, parameter};
use concord_graph::{ConceptGraph, petgraph::graph::NodeIndex};
use support::graph;

fn at(graph: &ConceptGraph, id: &str) -> NodeIndex {
    graph.node(id).unwrap_or_else(|| panic!("the graph has no {id}"))
}

fn edges(graph: &ConceptGraph, from: &str) -> Vec<String> {
    graph.leaving(at(graph, from)).into_iter().map(|(edge, to)| format!("{} {}", edge.kind().name(), graph.graph[to].id)).collect()
}

#[test]
fn every_kind_of_node_and_edge_comes_from_the_sources() {
    let graph = graph();
    let mut nodes: BTreeMap<NodeKind, usize> = BTreeMap::new();
    graph.graph.node_weights().for_each(|node| *nodes.entry(node.kind).or_default() += 1);
    let mut kinds: BTreeMap<EdgeKind, usize> = BTreeMap::new();
    graph.graph.edge_weights().for_each(|edge| *kinds.entry(edge.kind()).or_default() += 1);
    insta::assert_debug_snapshot!((nodes, kinds));
}

#[test]
fn edges_lead_where_the_lists_say() {
    let graph = graph();
    assert_eq!(
        edges(&graph, "aa:1T001"),
        [
            "contains aa:1T001.a",
            "contains aa:1T001.b",
            "allows aa:licence/GIFT",
            "uses aa:term/loom",
            "implements concord:regime/weavers",
            "narrow bb:1T001",
            "means concord:concept/1T001"
        ]
    );
    assert!(edges(&graph, "concord:list/crafts-aa").contains(&"cites concord:instrument/Arvan%20Arms%20Act".to_owned()));
    assert_eq!(
        edges(&graph, "concord:jurisdiction/bb"),
        ["contains concord:instrument/Belish%20Crafts%20Act%2C%20Schedule", "answers concord:attribute/records.years"]
    );
    let term = &graph.graph[at(&graph, "aa:term/loom")];
    assert_eq!(term.citation, "Arvan Crafts Act, Schedule, definition of \"loom\"", "a citation that is a number is no citation");
}

#[test]
fn a_concept_joins_what_is_matched_and_nothing_that_is_denied() {
    let graph = graph();
    let concept = at(&graph, "concord:concept/2T001");
    let members: Vec<&str> = graph.reaching(concept).into_iter().map(|(_, member)| graph.graph[member].id.as_str()).collect();
    assert_eq!(members, ["aa:2T001", "bb:2T901"], "a hand mapping across codes");
    assert!(graph.node("concord:concept/4T001").is_none(), "equal codes, denied by hand");
    let denied = counterparts(&graph, at(&graph, "aa:4T001"));
    assert_eq!((denied[0].relation.as_str(), denied[0].denied.as_str(), denied[0].to.as_str()), ("not", "close", "bb:4T001"));
    let from_the_concept = counterparts(&graph, concept);
    assert!(from_the_concept.iter().any(|row| row.from == "aa:2T001" && row.to == "bb:2T901" && row.relation == "exact"));
}

#[test]
fn two_spellings_of_a_parameter_are_one_where_matched_paragraphs_show_it() {
    let graph = graph();
    let rows: Vec<String> = parameter::spellings(&graph)
        .into_iter()
        .filter(|row| row.dimension == "temperature")
        .map(|row| format!("{}: {} {}", row.parameter, row.jurisdiction, row.spelling))
        .collect();
    assert_eq!(rows, ["chamber temperature: aa chamber temperature", "chamber temperature: bb furnace temperature"]);
    let found = find(&graph, "Furnace Temperature").parameters;
    let limits: Vec<String> = thresholds(&graph, found[0])
        .into_iter()
        .map(|row| format!("{} {}:{} {}", row.concept, row.jurisdiction, row.code, row.limits))
        .collect();
    assert_eq!(limits, ["concord:concept/2T001 aa:2T001 >=1500 K", "concord:concept/2T001 bb:2T901 >=1500 K"]);
}

#[test]
fn a_name_is_found_however_it_is_asked_for() {
    let graph = graph();
    let ids = |name: &str| find(&graph, name).all().into_iter().map(|at| graph.graph[at].id.clone()).collect::<Vec<_>>();
    assert_eq!(ids("1t001.A"), ["aa:1T001.a", "bb:1T001.a"]);
    assert_eq!(ids("bb:1T001.a"), ["bb:1T001.a"]);
    assert_eq!(ids("concept/1T001"), ["concord:concept/1T001"]);
    assert_eq!(ids("parameter/weft speed"), ["concord:parameter/weft%20speed"]);
    assert_eq!(ids("LOOM"), ["aa:term/loom", "bb:term/loom"]);
    assert_eq!(ids("weavers"), ["concord:regime/weavers"]);
    assert_eq!(ids("kiln"), ["concord:concept/2T001"], "labels of concepts count where nothing has the name");
    assert!(ids("nothing of the kind").is_empty());
}

#[test]
fn a_path_leads_through_what_two_terms_share() {
    let graph = graph();
    let way = path(&graph, at(&graph, "aa:term/loom"), at(&graph, "aa:term/warp")).unwrap();
    let ids: Vec<&str> = way.iter().map(|at| graph.graph[*at].id.as_str()).collect();
    assert_eq!(ids, ["aa:term/loom", "aa:1T001", "aa:1T001.a", "aa:term/warp"]);
    assert_eq!(path(&graph, at(&graph, "aa:term/loom"), at(&graph, "aa:term/idle")), None, "the list alone is no way");
    assert_eq!(path(&graph, way[0], way[0]), Some(vec![way[0]]));
}

#[test]
fn references_in_a_circle_are_found_through_the_parts_of_a_whole() {
    let graph = graph();
    let found: Vec<Vec<String>> = cycles(&graph)
        .iter()
        .map(|cycle| cycle.iter().map(|step| format!("{}{}", graph.graph[step.node].id, if step.cites { " names" } else { "" })).collect())
        .collect();
    assert_eq!(found, [["aa:1T001.b names", "aa:1T003", "aa:1T003.a names"]]);
}

#[test]
fn orphans_say_in_what_sense() {
    let graph = graph();
    let rows: Vec<String> = orphans(&graph).into_iter().map(|row| format!("{}: {}", row.id, row.why)).collect();
    assert_eq!(
        rows,
        [
            "aa:term/idle: no paragraph uses it",
            "aa:1T003: the other lists have no counterpart (another instrument may hold it)",
            "aa:4T001: the other lists have no counterpart (another instrument may hold it)",
            "bb:4T001: the other lists have no counterpart (another instrument may hold it)",
            "concord:parameter/card%20length: one paragraph alone limits it",
        ]
    );
}

#[test]
fn controls_carry_out_a_regime_or_none() {
    let graph = graph();
    let codes = |rows: Vec<concord_graph::graph::query::Implementing>| {
        rows.into_iter().map(|row| format!("{}:{}", row.jurisdiction, row.code)).collect::<Vec<_>>()
    };
    assert_eq!(codes(implementing(&graph, at(&graph, "concord:regime/weavers"))), ["aa:1T001", "bb:1T001"]);
    assert_eq!(codes(unilateral(&graph)), ["aa:1T003", "aa:2T001", "aa:4T001", "bb:2T901", "bb:4T001"]);
}

#[test]
fn a_regimes_own_list_gives_the_entries_that_are_carried_out() {
    let [left, right] = support::lists();
    let hand = support::hand();
    let regimes = [concord_graph::graph::Regime { id: "weavers".to_owned(), name: "Weavers".to_owned(), list: "bb".to_owned() }];
    let graph = concord_graph::build(&concord_graph::graph::Sources {
        lists: &[&left, &right],
        hand: &hand,
        regimes: &regimes,
        ..Default::default()
    });
    let found = implementing(&graph, at(&graph, "bb:2T901"));
    assert_eq!((found[0].code.as_str(), found[0].implements.as_str()), ("2T001", "bb:2T901"));
    assert!(found[0].citation.contains("hand.sssom.tsv:7"), "{}", found[0].citation);
}

#[test]
fn the_graph_is_the_same_every_time() {
    let text = |graph: &ConceptGraph| concord_graph::graph::write::GraphDocument::new(graph).to_json().unwrap();
    assert_eq!(text(&graph()), text(&graph()));
}

#[test]
fn a_part_of_the_graph_keeps_its_edges() {
    let graph = graph();
    let part = graph.induced(&["aa:1T001", "bb:1T001", "aa:term/loom"].map(|id| at(&graph, id)).into());
    let kinds: Vec<EdgeKind> = part.graph.edge_weights().map(Edge::kind).collect();
    assert_eq!((part.graph.node_count(), kinds), (3, vec![EdgeKind::Uses, EdgeKind::Narrow]));
}

/// A correspondence in words: the codes of both sides, and the links.
fn beside(graph: &ConceptGraph, of: &str, left: &str, right: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let found = correspondence(graph, at(graph, of), left, right);
    let code = |node: &NodeIndex| graph.graph[*node].code.clone();
    let links = found.links.iter().map(|(a, b, kind)| format!("{} {} {}", code(a), kind.name(), code(b)));
    (found.left.iter().map(code).collect(), found.right.iter().map(code).collect(), links.collect())
}

#[test]
fn two_lists_stand_beside_each_other_under_an_entry() {
    let graph = graph();
    let (left, right, links) = beside(&graph, "aa:1T001", "aa", "bb");
    assert_eq!(
        (left.as_slice(), right.as_slice()),
        (["1T001", "1T001.a", "1T001.b"].map(str::to_owned).as_slice(), ["1T001", "1T001.a", "1T001.b"].map(str::to_owned).as_slice())
    );
    assert_eq!(links[0], "1T001 narrow 1T001");
    let turned = beside(&graph, "bb:1T001", "bb", "aa");
    assert_eq!((turned.0, turned.1, turned.2[0].as_str()), (right, left, "1T001 broad 1T001"), "seen from the other side");
    assert_eq!(beside(&graph, "concord:concept/1T001", "aa", "bb").2, links, "the concept that the entries share");
}

#[test]
fn what_corresponds_to_nothing_stands_alone_and_a_denied_mapping_is_none() {
    let graph = graph();
    assert_eq!(beside(&graph, "aa:1T003", "aa", "bb"), (vec!["1T003".to_owned(), "1T003.a".to_owned()], Vec::new(), Vec::new()));
    assert_eq!(beside(&graph, "aa:4T001", "aa", "bb").2, Vec::<String>::new());
    assert_eq!(beside(&graph, "aa:2T001", "aa", "bb").2, ["2T001 exact 2T901"], "under another code");
}
