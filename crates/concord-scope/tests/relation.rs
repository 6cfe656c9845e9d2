//! Relations of small paragraphs, one case a line.
#![allow(clippy::unwrap_used, reason = "a test stops where its own input is wrong")]

mod support;

use concord_scope::{Atom, Builder, Comparison, Grounds, Options, Reason, Relation, Renaming, Siblings, Side, Snap, Vocabulary, relate};
use support::{code, list};

struct Pair {
    vocabulary: Vocabulary,
    comparison: Comparison,
}

fn compare_at(left: &str, right: &str, at: &str, options: &Options) -> Pair {
    let (left, right) = (list("aa", left), list("bb", right));
    let mut vocabulary = Vocabulary::default();
    let a = Builder::new(&left, options.clone()).scope(&code(at), &mut vocabulary).unwrap();
    let b = Builder::new(&right, options.clone()).scope(&code(at), &mut vocabulary).unwrap();
    let renaming = Renaming::none();
    let snap = Snap::between(&a.printed, &b.printed, &renaming);
    let comparison = relate(&a.items, &b.items, &vocabulary, &renaming, &snap);
    Pair { vocabulary, comparison }
}

fn word(relation: &Relation) -> &'static str {
    match relation {
        Relation::Equal => "equal",
        Relation::Superset => "superset",
        Relation::Subset => "subset",
        Relation::Overlapping => "overlapping",
        Relation::Disjoint => "disjoint",
        Relation::Incomparable(_) => "incomparable",
    }
}

/// Left facts, right facts, expected relation of left to right.
const SINGLE: &[(&str, &str, &str)] = &[
    ("is lathe; when travel >5 m", "is lathe; when travel >5 m", "equal"),
    ("is lathe; when travel >5 m", "is lathe; when travel >7 m", "superset"),
    ("is lathe; when travel <5 m", "is lathe; when travel <7 m", "subset"),
    ("is lathe; when travel >=5 m", "is lathe; when travel >5 m", "superset"),
    ("is lathe; when travel >5 m <9 m", "is lathe; when travel >7 m", "overlapping"),
    ("is lathe; when travel <5 m", "is lathe; when travel >5 m", "disjoint"),
    ("is lathe; when travel >5 m", "is lathe; when travel >5 m; when mass >1 kg", "superset"),
    ("is lathe; when travel >5 m", "is lathe; when mass >1 kg", "overlapping"),
    // Two names of one dimension might be one parameter.
    ("is lathe; when travel >5 m", "is lathe; when stroke >5 m", "incomparable"),
    // A phrase more makes the scope narrower; that is a proof.
    ("is lathe; has tilting table", "is lathe", "subset"),
    ("is lathe", "is lathe; is mill", "subset"),
    ("is lathe; has cooling", "is lathe; has cooling; or heating", "subset"),
    ("is lathe; not toy", "is lathe", "subset"),
    ("is lathe; has tilting table; when travel >5 m", "is lathe; when travel >7 m", "incomparable"),
    // Two phrases might say the same.
    ("is lathe; has tilting table", "is lathe; has inclinable table", "incomparable"),
    ("is lathe", "is turning machine", "incomparable"),
    // Members of an enumeration that may be alternatives or not: only the same enumeration decides.
    ("is lathe; has cooling; member heating", "is lathe; has cooling; member heating", "equal"),
    ("is lathe; has cooling; member heating; when x >1 m", "is lathe; has cooling; member heating; when x >2 m", "superset"),
    ("is lathe; has cooling; member heating", "is lathe; has cooling", "incomparable"),
    ("is lathe; has cooling; member heating", "is lathe; has cooling; or heating", "incomparable"),
    // Exclusions.
    ("is lathe; except for dentists", "is lathe", "subset"),
    ("is lathe; except for dentists when travel <1 m", "is lathe; except for dentists when travel <2 m", "superset"),
    ("is lathe; except when travel <1 m", "is lathe; when travel >=1 m", "equal"),
    ("is lathe; has laser; except laser", "is lathe; when x >1 m <1 m", "equal"),
    ("is lathe; except lathe", "is lathe", "subset"),
    ("is lathe; only for watches", "is lathe", "subset"),
    // What is not understood cancels only against the same wording.
    ("is lathe; when travel >5 m; odd who knows", "is lathe; when travel >5 m; odd who knows", "equal"),
    ("is lathe; when travel >5 m; odd who knows", "is lathe; when travel >7 m; odd who knows", "superset"),
    ("is lathe; when travel >5 m; odd who knows", "is lathe; when travel >5 m", "incomparable"),
    ("is lathe; when travel >5 m; unread 7", "is lathe; when travel >7 m", "incomparable"),
    ("is lathe; formula N log N", "is lathe; formula N log N", "equal"),
    ("is lathe; formula N log N", "is lathe; formula N log M", "incomparable"),
    ("is lathe; formula N log N", "is lathe", "incomparable"),
    // Alternatives inside one paragraph.
    ("is lathe; either travel >5 m | mass >1 kg", "is lathe; when travel >5 m", "superset"),
    // Substances count by registry number, whatever the names.
    ("is rock salt; cas 7647-14-5", "is table salt; cas 7647-14-5", "equal"),
];

#[test]
fn single_paragraphs() {
    for (left, right, expected) in SINGLE {
        let forward = compare_at(&format!("1A1 {left}"), &format!("1A1 {right}"), "1A1", &Options::default()).comparison.relation;
        assert_eq!(word(&forward), *expected, "{left} / {right}: {forward:?}");
        let back = compare_at(&format!("1A1 {right}"), &format!("1A1 {left}"), "1A1", &Options::default()).comparison.relation;
        assert_eq!(word(&back), word(&forward.mirrored()), "{right} / {left}");
    }
}

/// Left lines, right lines, code, expected relation.
const TREES: &[(&str, &str, &str, &str)] = &[
    ("1A1 is lathe\n1A1.a when x >1 m\n1A1.b when y >1 kg", "1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >1 kg", "1A1", "superset"),
    ("1A1 is lathe\n1A1.a when x >1 m\n1A1.b reserved", "1A1 is lathe\n1A1.a when x >1 m", "1A1", "equal"),
    ("1A1 is lathe\n1A1.a reserved", "1A1 is lathe\n1A1.a when x >1 m", "1A1", "subset"),
    (
        "1A1 is lathe; at least 2\n1A1.a when x >1 m\n1A1.b when y >1 kg\n1A1.c when z >1 s",
        "1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >1 kg\n1A1.c when z >1 s",
        "1A1",
        "superset",
    ),
    // A threshold that the parent sets covers the child.
    ("1A1 is lathe; when x >5 m\n1A1.a when x >3 m", "1A1 is lathe; when x >5 m\n1A1.a when x >4 m", "1A1.a", "equal"),
    // A range that one side splits.
    ("1A1 is lathe\n1A1.a when x >1 m <=2 m\n1A1.b when x >2 m", "1A1 is lathe\n1A1.a when x >1 m", "1A1", "equal"),
    // A sibling under "all of the following" counts.
    (
        "1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >1 kg",
        "1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >2 kg",
        "1A1.a",
        "superset",
    ),
    // A limit by reference is looked up.
    ("1A1 is press; limit force > 2B2\n2B2 is ram; when force >5 m", "1A1 is press; when force >5 m", "1A1", "equal"),
    ("1A1 is press; limit force > 9Z9", "1A1 is press; limit force > 9Z9", "1A1", "incomparable"),
];

#[test]
fn trees() {
    for (left, right, at, expected) in TREES {
        let found = compare_at(left, right, at, &Options::default()).comparison.relation;
        assert_eq!(word(&found), *expected, "{left} / {right}: {found:?}");
    }
}

#[test]
fn siblings_apart_are_left_to_themselves() {
    let lines = ["1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >1 kg", "1A1 is lathe; all\n1A1.a when x >1 m\n1A1.b when y >2 kg"];
    let apart = Options { siblings: Siblings::Apart, ..Options::default() };
    assert_eq!(compare_at(lines[0], lines[1], "1A1.a", &apart).comparison.relation, Relation::Equal);
}

#[test]
fn an_undecided_pair_still_shows_the_certain_half() {
    let pair = compare_at("1A1 is lathe; has tilting table; when x >5 m", "1A1 is lathe; when x >7 m", "1A1", &Options::default());
    let Comparison { relation, left_only, right_only } = &pair.comparison;
    assert_eq!((left_only.grounds, right_only.grounds), (Grounds::Certain, Grounds::OtherSide));
    let Relation::Incomparable(reasons) = relation else { panic!("{relation:?}") };
    let labels: Vec<(Side, &str)> = reasons
        .iter()
        .filter_map(|r| match r {
            Reason::OneSided(side, Atom::Proposition(id)) => Some((*side, pair.vocabulary.get_proposition(*id)?.label.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(labels, [(Side::Left, "tilting table")]);
}

#[test]
fn an_alignment_makes_two_names_one() {
    let (left, right) = (list("aa", "1A1 is lathe; when travel >5 m"), list("bb", "1A1 is turning machine; when stroke >7 m"));
    let mut vocabulary = Vocabulary::default();
    let a = Builder::new(&left, Options::default()).scope(&code("1A1"), &mut vocabulary).unwrap();
    let b = Builder::new(&right, Options::default()).scope(&code("1A1"), &mut vocabulary).unwrap();
    let mut renaming = Renaming::none();
    for (x, y) in a.items.parameters().into_iter().zip(b.items.parameters()) {
        renaming.same_parameter(x, y);
    }
    for (x, y) in a.items.propositions().into_iter().zip(b.items.propositions()) {
        renaming.same_proposition(x, y);
    }
    assert_eq!(relate(&a.items, &b.items, &vocabulary, &renaming, &Snap::default()).relation, Relation::Superset);
}

#[test]
fn phrases_bound_to_a_regime_are_not_the_same() {
    let bound = Options { regime_bound: [concord_model::Digest::of("specially made")].into(), ..Options::default() };
    let pair = compare_at("1A1 is lathe; has specially made", "1A1 is lathe; has specially made", "1A1", &bound);
    assert_eq!(word(&pair.comparison.relation), "incomparable");
}

#[test]
fn values_equal_as_printed_meet() {
    let cases = [
        ("when t >398 K", "when t >398 K (125 °C)", "equal"),
        ("when t >398 K (125 °C)", "when t >125 °C", "equal"),
        ("when p >1 m", "when p >1000 mm", "equal"),
        ("when p >1 m", "when p >1.2 m", "superset"),
    ];
    for (left, right, expected) in cases {
        let found = compare_at(&format!("1A1 {left}"), &format!("1A1 {right}"), "1A1", &Options::default()).comparison.relation;
        assert_eq!(word(&found), expected, "{left} / {right}");
    }
}

#[test]
fn components_are_a_branch_of_their_own() {
    let lines = "1A1 is lathe; all; components chuck\n1A1.a when x >5 m\n1A1.b when y >1 kg";
    let list = list("aa", lines);
    let mut vocabulary = Vocabulary::default();
    let scope = Builder::new(&list, Options::default()).scope(&code("1A1"), &mut vocabulary).unwrap();
    let [branch] = scope.components.as_slice() else { panic!("{:?}", scope.components) };
    assert_eq!(branch.host, scope.items);
    assert!(branch.own.parameters().is_empty());
}
