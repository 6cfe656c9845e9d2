//! Every diagnostic of mappings and vocabularies has a case that gives it.

use std::collections::BTreeSet;

use concord_graph::mapping::{conflict::conflicts, sssom, vocabulary};
use concord_model::explanations;

const HEAD: &str =
    "#curie_map:\n#  aa: https://example.org/aa/\n#mapping_set_id: https://example.org/set\n#license: https://example.org/free\n";
const TABLE: &str = "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tpredicate_modifier\n";

#[test]
fn every_diagnostic_has_a_case() {
    let row = |text: &str| format!("{HEAD}{TABLE}{text}\n");
    let mappings = [
        TABLE.to_owned(),
        format!("#a: [\n{TABLE}"),
        format!("#license: https://example.org/free\n{TABLE}"),
        row("aa:1"),
        row("1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching"),
        row("bb:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching"),
        row("aa:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching\t7"),
        row("aa:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching\t\tNever"),
        format!("{HEAD}#colour: red\n{TABLE}"),
        row("aa:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching\naa:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching"),
        row("aa:1\tskos:exactMatch\taa:2\"3\tsemapv:LexicalMatching"),
        row("aa:1\taa:likes\taa:2\tsemapv:LexicalMatching"),
        row("aa:1\tskos:exactMatch\taa:2\taa:guess"),
    ];
    let mut given: BTreeSet<&str> = BTreeSet::new();
    for text in &mappings {
        given.extend(sssom::read("set.sssom.tsv", text.as_bytes()).diagnostics.iter().map(|d| d.code));
    }
    let skos = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .";
    let cycle = format!("{skos} :a a skos:Concept ; skos:broader :b . :b a skos:Concept ; skos:broader :a .");
    for text in ["<", skos, &cycle] {
        given.extend(vocabulary::read("v.ttl", text.as_bytes()).diagnostics.iter().map(|d| d.code));
    }
    let pair = row("aa:1\tskos:exactMatch\taa:2\tsemapv:LexicalMatching\naa:1\tskos:closeMatch\taa:2\tsemapv:LexicalMatching\t\tNot");
    let set = sssom::read("set.sssom.tsv", pair.as_bytes()).set.unwrap();
    given.extend(conflicts(&set.mappings).iter().map(|conflict| conflict.diagnostic().code));
    // Whether a list holds a code is asked by `concord check`, whose tests have the case.
    given.insert("W0614");
    let known: BTreeSet<&str> = explanations().iter().map(|e| e.code.as_str()).filter(|code| code[1..].starts_with("06")).collect();
    given.retain(|code| code[1..].starts_with("06"));
    assert_eq!(given, known);
}
