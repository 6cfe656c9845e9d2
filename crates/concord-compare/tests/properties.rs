//! What holds of every comparison, whatever the lists: identity, mirror, and the same bytes in any number of threads.

mod support;

use std::collections::BTreeMap;

use concord_compare::{Comparison, Direction, Options, compare, rules};
use concord_model::List;
use support::{fixtures, shipped};

/// Every list of the fixtures and the shipped ones.
fn lists() -> Vec<List> {
    let mut lists: Vec<List> = fixtures().into_iter().flat_map(|f| [f.left, f.right]).collect();
    lists.extend(["eu", "us"].iter().filter_map(|code| shipped(code)));
    lists
}

/// Every pair of lists to compare.
fn pairs() -> Vec<(List, List)> {
    let mut pairs: Vec<(List, List)> = fixtures().into_iter().map(|f| (f.left, f.right)).collect();
    pairs.extend(shipped("eu").zip(shipped("us")));
    pairs
}

#[test]
fn a_list_does_not_differ_from_itself() {
    for list in lists() {
        let comparison = compare(&list, &list, &Options::default());
        let found: Vec<&str> = comparison.findings.iter().map(|f| f.explanation.english()).collect();
        assert!(found.is_empty(), "{} {}: {found:#?}", list.jurisdiction, list.id);
        let unequal: Vec<_> = comparison.matches.iter().filter(|m| m.relation != "equal" || m.left != m.right).collect();
        assert!(unequal.is_empty(), "{} {}: {unequal:#?}", list.jurisdiction, list.id);
        assert_eq!(comparison.summary.left_covered_by_right, comparison.summary.right_covered_by_left);
        assert_eq!(comparison.summary.left_covered_by_right.covered, comparison.summary.left_covered_by_right.population);
    }
}

/// A finding as it is seen from the other side, without its fingerprint.
type Seen = (String, Direction, String, String, Option<String>, Vec<String>);

fn seen(comparison: &Comparison, mirrored: bool) -> Vec<Seen> {
    let mirrors: BTreeMap<&str, &str> = rules().iter().map(|r| (r.id.as_str(), r.mirror.as_deref().unwrap_or(r.id.as_str()))).collect();
    let mut out: Vec<Seen> = comparison
        .findings
        .iter()
        .map(|f| {
            let code = |cited: &Option<concord_compare::Cited>| cited.as_ref().map_or_else(String::new, |c| c.code.clone());
            let mut listed_by: Vec<String> = f.witnesses.iter().map(|w| w.listed_by.clone()).collect();
            listed_by.sort();
            let (left, right) = (code(&f.left), code(&f.right));
            // Where the two sides name the parameter differently, or its settings, each way round names it as the first does.
            let parameter = f.parameter.clone().filter(|_| f.direction != Direction::Incomparable);
            if mirrored {
                (mirrors[f.rule.as_str()].to_owned(), f.direction.mirrored(), right, left, parameter, listed_by)
            } else {
                (f.rule.clone(), f.direction, left, right, parameter, listed_by)
            }
        })
        .collect();
    out.sort();
    out
}

#[test]
fn comparing_the_other_way_round_says_the_same() {
    for (left, right) in pairs() {
        let forward = seen(&compare(&left, &right, &Options::default()), true);
        let backward = seen(&compare(&right, &left, &Options::default()), false);
        let only_forward: Vec<&Seen> = forward.iter().filter(|f| !backward.contains(f)).collect();
        let only_backward: Vec<&Seen> = backward.iter().filter(|f| !forward.contains(f)).collect();
        assert!(only_forward.is_empty() && only_backward.is_empty(), "{only_forward:#?} {only_backward:#?}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let in_threads = |threads: usize, left: &List, right: &List| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| serde_json::to_string(&compare(left, right, &Options::default())).unwrap())
    };
    for (left, right) in pairs() {
        assert!(in_threads(1, &left, &right) == in_threads(4, &left, &right), "{} and {}", left.jurisdiction, right.jurisdiction);
    }
}
