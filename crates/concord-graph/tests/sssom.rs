//! Reading and writing SSSOM.

use concord_graph::mapping::{Confidence, MappingSet, Relation, sssom};
use proptest::prelude::*;

const HEAD: &str = "#curie_map:\n#  aa: https://example.org/aa/\n#  bb: https://example.org/bb/\n#mapping_set_id: https://example.org/set\n#license: https://example.org/free\n";

fn good(text: &str) -> MappingSet {
    let read = sssom::read("set.sssom.tsv", text.as_bytes());
    assert_eq!(read.diagnostics, []);
    read.set.expect("a set without problems is read")
}

/// The diagnostics of a text, a line each.
fn problems(text: &str) -> String {
    sssom::read("set.sssom.tsv", text.as_bytes()).diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn a_set_is_read() {
    let set = good(&format!(
        "{HEAD}#mapping_date: 2030-01-02\nsubject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tcomment\n\
         aa:1T001.a\tskos:broadMatch\t\tbb:1T002\tsemapv:ManualMappingCuration\t0.95\t\"said \"\"loom\"\", in\ttwo\nlines\"\n\
         aa:1T002\tskos:closeMatch\tNot\tbb:1T002\tsemapv:ManualMappingCuration\n"
    ));
    let [first, second] = set.mappings.as_slice() else { panic!("two mappings") };
    assert_eq!(first.relation(), Some(Relation::Broad));
    assert_eq!(first.confidence, Some(Confidence::thousandths(950)));
    assert_eq!(first.comment, "said \"loom\", in\ttwo\nlines");
    assert_eq!(first.date, Some(jiff::civil::date(2030, 1, 2)), "what the set says for all, each mapping says");
    assert_eq!(first.source, "set.sssom.tsv:8");
    assert!(second.negated && second.source == "set.sssom.tsv:10", "{second:?}");
    assert_eq!(set.iri("aa:1T001.a").as_deref(), Some("https://example.org/aa/1T001.a"));
}

#[test]
fn every_problem_is_told_at_once_with_its_place_and_a_hint() {
    let text = format!(
        "{}#mapping_tolo: loom\n#mapping_date: 2.1.2030\nsubject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tcolour\n\
         aa:1T001\tskos:exactMatch\t\tbc:1T001\tsemapv:ManualMappingCuration\t0,9\tred\n\
         https://example.org/aa/1T001\tskos:exactMach\tnot\tbb:1T001\t\t2\t\n\
         1T001 skos:exactMatch bb:1T001\n\
         aa:1T003\tskos:likes\t\tbb:1T001\tguess:Work\t1\t\n\
         aa:1T004\tskos:exactMatch\t\tbb:1T\"001\tsemapv:ManualMappingCuration\t1\t\n",
        HEAD.replace("#license: https://example.org/free\n", "")
    );
    insta::assert_snapshot!(problems(&text));
}

#[test]
fn what_is_no_mapping_file_is_told_in_one_line() {
    insta::assert_snapshot!(
        [
            "",
            "subject_id\tpredicate_id\n",
            "#curie_map: [\nsubject_id\n",
            "# Some remark\n#license: x\nsubject_id\n",
            HEAD,
            &format!("{HEAD}subject_id,predicate_id,object_id,mapping_justification\n"),
        ]
        .map(problems)
        .join("--\n")
    );
    let read = sssom::read("set.sssom.tsv", b"#license: \xff\n");
    assert!(read.set.is_none() && read.diagnostics[0].to_string().contains("1:11"), "{:?}", read.diagnostics);
}

#[test]
fn a_row_twice_is_doubted_and_an_unknown_predicate_kept() {
    let text = format!(
        "{HEAD}subject_id\tpredicate_id\tobject_id\tmapping_justification\n\
         aa:1\tskos:exactMatch\tbb:1\tsemapv:ManualMappingCuration\naa:1\tskos:exactMatch\tbb:1\tsemapv:ManualMappingCuration\naa:2\taa:likes\tbb:2\tsemapv:ManualMappingCuration\n"
    );
    let read = sssom::read("set.sssom.tsv", text.as_bytes());
    assert!(!read.has_errors());
    let codes: Vec<&str> = read.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["W0611", "W0612"]);
    let written = sssom::write(&read.set.unwrap()).unwrap();
    assert!(written.contains("aa:2\taa:likes\tbb:2"), "{written}");
}

#[test]
fn a_literal_needs_no_identifier() {
    let table = "subject_label\tsubject_type\tpredicate_id\tobject_id\tmapping_justification\nloom\trdfs literal\tskos:closeMatch\tbb:1\tsemapv:LexicalMatching\n";
    let set = good(&format!("{HEAD}{table}"));
    assert_eq!(set.mappings[0].said(), "\"loom\" closeMatch bb:1");
    assert!(problems(&format!("{HEAD}{}", table.replace("rdfs literal", "skos concept"))).contains("the mapping has no `subject_id`"));
}

#[test]
fn metadata_may_stand_in_a_file_of_their_own() {
    let metadata = HEAD.replace('#', "");
    let table = "subject_id\tpredicate_id\tobject_id\tmapping_justification\naa:1\tskos:exactMatch\tbb:1\tsemapv:LexicalMatching\n";
    let read = sssom::read_with_metadata("set.sssom.tsv", table.as_bytes(), "set.sssom.yml", metadata.as_bytes());
    assert_eq!(read.diagnostics, []);
    assert_eq!(read.set, Some(MappingSet { mappings: read.set.clone().unwrap().mappings, ..good(&format!("{HEAD}{table}")) }));
    let bad = sssom::read_with_metadata("set.sssom.tsv", table.as_bytes(), "set.sssom.yml", b"license: https://example.org/free\n");
    assert!(bad.diagnostics[0].to_string().starts_with("set.sssom.tsv:2:1: error[E0606]"), "{:?}", bad.diagnostics);
}

#[test]
fn the_canonical_form() {
    let text = format!(
        "{HEAD}#creator_label: [Weavers, \"Mill: one\"]\n#mapping_set_version: \"1\"\n#subject_source_version: \"7\"\n\
         object_id\tsubject_id\tpredicate_id\tmapping_justification\tsee_also\tauthor_label\tconfidence\tmapping_tool\n\
         bb:2\taa:2\tskos:closeMatch\tsemapv:CompositeMatching\thttps://example.org/a|https://example.org/b\tX\\|Y|Z\t0.70\tloom\n\
         bb:1\taa:1\tskos:exactMatch\tsemapv:LexicalMatching\t\t\t1.0\tloom\n"
    );
    let set = good(&text);
    let written = sssom::write(&set).unwrap();
    insta::assert_snapshot!(written);
    let again = good(&written);
    assert_eq!(sssom::write(&again).unwrap(), written);
    assert_eq!(again.mappings.len(), 2);
}

#[test]
fn a_prefix_without_an_iri_cannot_be_written() {
    let mut set = good(&format!(
        "{HEAD}subject_id\tpredicate_id\tobject_id\tmapping_justification\naa:1\tskos:exactMatch\tbb:1\tsemapv:LexicalMatching\n"
    ));
    set.prefixes.remove("bb");
    assert_eq!(sssom::write(&set).unwrap_err().to_string(), "no IRI is declared for the prefix `bb`");
}

proptest! {
    /// Whatever stands in a file, reading ends, and what was read can be written and read again.
    #[test]
    fn reading_never_fails(cells in proptest::collection::vec("[ -~\t\n\"|\\\\é]{0,12}", 0..24), head in any::<bool>()) {
        let table = format!("subject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment\tauthor_label\n{}", cells.join("\t"));
        let text = if head { format!("{HEAD}{table}") } else { cells.join("\n") };
        if let Some(set) = sssom::read("set.sssom.tsv", text.as_bytes()).set
            && let Ok(written) = sssom::write(&set)
        {
            let again = sssom::read("set.sssom.tsv", written.as_bytes()).set.map(|set| set.mappings.len());
            if set.id.is_empty() { prop_assert!(again.is_none() || again == Some(set.mappings.len())); } else { prop_assert_eq!(again, Some(set.mappings.len())); }
        }
    }

    /// Any text survives in a comment and in a list of names.
    #[test]
    fn texts_survive(comment in "[ -~\t\nà-ü]{0,40}", name in "[!-~à-ü]{1,20}") {
        let mut set = good(&format!("{HEAD}subject_id\tpredicate_id\tobject_id\tmapping_justification\naa:1\tskos:exactMatch\tbb:1\tsemapv:LexicalMatching\n"));
        set.mappings[0].comment = comment.trim().to_owned();
        set.more.insert("mapping_set_title".to_owned(), vec![name.clone()]);
        let again = good(&sssom::write(&set).unwrap());
        prop_assert_eq!(&again.mappings[0].comment, comment.trim());
        prop_assert_eq!(again.more.get("mapping_set_title"), Some(&vec![name]));
    }
}
