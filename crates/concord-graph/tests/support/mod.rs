//! Two small invented lists and the graph of them.

use concord_graph::graph::{Answer, Origin, Participation, Regime, Sources};
use concord_graph::mapping::{MappingSet, Namespace, of_alignment, of_terms, sssom};
use concord_graph::{ConceptGraph, align, build};
use concord_model::List;

const AA: &str = r#"
jurisdiction: aa
list: crafts-aa
title: Arvan list of crafts
as-of: "2030-01-01"
source: {document: "Arvan Crafts Act, Schedule", date: "2030-01-01"}
perimeter:
- {area: weapons, codes: ["9"], elsewhere: "Arvan Arms Act", citation: "Schedule, note 1"}
terms:
- {term: loom, elements: [{subject: weaving frame}, {excludes: toy}], citation: "7"}
- {term: warp, elements: [{subject: thread}], citation: "Schedule, definitions"}
- {term: idle, elements: [{subject: nothing}], citation: "Schedule, definitions"}
entries:
- entry: "1T001"
  subject: power loom
  qualifiers: [{subject: power loom}]
  terms: [loom]
  reasons: [{reason: WV}]
  exceptions: [{symbol: GIFT, available: "yes"}, {symbol: FAIR, available: "no"}]
  paragraphs:
  - {code: "1T001.a", when: {weft speed: ">=900 m/min", reed width: ">2 m"}, terms: [warp]}
  - {code: "1T001.b", subject: jacquard loom, qualifiers: [{subject: jacquard loom}], references: ["1T003"], when: {hook count: ">=5000"}}
- entry: "1T003"
  subject: loom control card
  qualifiers: [{subject: loom control card}]
  paragraphs:
  - {code: "1T003.a", subject: punched card, qualifiers: [{subject: punched card}], references: ["1T001.b"], when: {card length: "> limit 1T001.a"}}
- entry: "2T001"
  subject: kiln
  qualifiers: [{subject: kiln}]
  when: {chamber temperature: ">=1500 K"}
- entry: "4T001"
  subject: anvil
  qualifiers: [{subject: anvil}]
"#;

const BB: &str = r#"
jurisdiction: bb
list: crafts-bb
title: Belish list of crafts
as-of: "2030-02-01"
source: {document: "Belish Crafts Act, Schedule", date: "2030-02-01"}
terms:
- {term: loom, elements: [{subject: weaving frame}], citation: "Schedule, definitions"}
entries:
- entry: "1T001"
  subject: power loom
  qualifiers: [{subject: power loom}]
  paragraphs:
  - {code: "1T001.a", when: {weft speed: ">=15 m/s", reed width: ">3 m"}}
  - {code: "1T001.b", subject: jacquard loom, qualifiers: [{subject: jacquard loom}], when: {hook count: ">=5000"}}
- entry: "2T901"
  subject: kiln
  qualifiers: [{subject: kiln}]
  when: {furnace temperature: ">=1500 K"}
- entry: "4T001"
  subject: glaze sprayer
  qualifiers: [{subject: glaze sprayer}]
"#;

const HAND: &str = "#curie_map:\n#  aa: https://concord.invalid/aa/\n#  bb: https://concord.invalid/bb/\n#mapping_set_id: https://example.org/hand\n#license: https://example.org/free\n\
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\n\
aa:2T001\tskos:exactMatch\t\tbb:2T901\tsemapv:ManualMappingCuration\t1\n\
aa:4T001\tskos:closeMatch\tNot\tbb:4T001\tsemapv:ManualMappingCuration\t1\n";

/// The two lists.
pub(crate) fn lists() -> [List; 2] {
    [("aa.yaml", AA), ("bb.yaml", BB)].map(|(name, text)| {
        let loaded = concord_model::load(&[(name, text)]);
        loaded.list.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
    })
}

/// The hand mappings of the two.
pub(crate) fn hand() -> Vec<MappingSet> {
    let read = sssom::read("hand.sssom.tsv", HAND.as_bytes());
    assert_eq!(read.diagnostics, []);
    read.set.into_iter().collect()
}

/// The graph of the lists, their alignment, the hand mappings, a regime, and one fact of each kind from outside the lists.
pub(crate) fn graph() -> ConceptGraph {
    let [left, right] = lists();
    let space = Namespace::default();
    let computed = [of_alignment(&left, &right, &align(&left, &right), &space), of_terms(&left, &right, &space)];
    let citation = "Treaty of Ar, article 3".to_owned();
    let regime = |id: &str, name: &str| Regime { id: id.to_owned(), name: name.to_owned(), list: String::new() };
    let origin = |jurisdiction: &str, codes: &[&str], reasons: &[&str]| Origin {
        jurisdiction: jurisdiction.to_owned(),
        regime: "weavers".to_owned(),
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        except: vec!["1T003".to_owned()],
        reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
        strata: Vec::new(),
        citation: citation.clone(),
    };
    build(&Sources {
        lists: &[&left, &right],
        hand: &hand(),
        computed: &computed,
        regimes: &[regime("weavers", "Weavers' Arrangement")],
        origins: &[origin("aa", &[], &["WV"]), origin("bb", &["1"], &[])],
        participations: &[Participation { jurisdiction: "aa".to_owned(), regime: "weavers".to_owned(), citation: citation.clone() }],
        answers: &[Answer {
            jurisdiction: "bb".to_owned(),
            attribute: "records.years".to_owned(),
            label: "years that records are kept".to_owned(),
            value: "5 years".to_owned(),
            citation,
        }],
    })
}
