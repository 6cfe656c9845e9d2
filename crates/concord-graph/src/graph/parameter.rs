//! Parameters: which spellings of two lists name the same one.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::List;
use petgraph::visit::EdgeRef as _;
use serde::Serialize;

use super::build::bounds_of;
use super::{Bound, ConceptGraph, Edge, EdgeKind, NodeKind, Sources};

/// Matched paragraphs in which two spellings must stand in each other's place with other limits, before they are held to name one parameter.
/// With equal limits one is enough.
const TIMES: usize = 2;

/// What each list calls a parameter, and the name it has in the graph.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    /// By jurisdiction and spelling: the common name.
    common: BTreeMap<Called, String>,
}

/// Code of a jurisdiction and what its list calls a parameter.
type Called = (String, String);
/// How often each list uses each spelling.
type Uses<'a> = BTreeMap<&'a str, BTreeMap<String, usize>>;
/// What stands in the place of what, and how often.
type Places = BTreeMap<Called, BTreeMap<Called, Seen>>;
/// How often two spellings stand in each other's place: with equal limits, with others.
type Seen = (usize, usize);

impl Spellings {
    /// Finds spellings of one parameter from matched paragraphs: both limit the same parameters but for one on each side, whose units have the
    /// same dimension; and neither list uses the other's spelling anywhere, for then the two words would mean two things to it.
    pub(super) fn of(sources: &Sources<'_>, graph: &ConceptGraph) -> Self {
        let mut uses: Uses<'_> = BTreeMap::new();
        let mut bounds: BTreeMap<String, Vec<Bound>> = BTreeMap::new();
        for list in sources.lists {
            collect(list, uses.entry(&list.jurisdiction).or_default(), &mut bounds);
        }
        let mut seen: Places = BTreeMap::new();
        for edge in graph.graph.edge_references() {
            if !matches!(edge.weight().kind(), EdgeKind::Exact | EdgeKind::Close) {
                continue;
            }
            let (left, right) = (&graph.graph[edge.source()], &graph.graph[edge.target()]);
            let (Some(ours), Some(theirs)) = (bounds.get(&left.id), bounds.get(&right.id)) else { continue };
            let Some((a, b)) = odd_ones(ours, theirs) else { continue };
            let knows = |jurisdiction: &str, spelling: &str| uses.get(jurisdiction).is_some_and(|uses| uses.contains_key(spelling));
            if knows(&left.jurisdiction, &b.spelling) || knows(&right.jurisdiction, &a.spelling) {
                continue;
            }
            let (from, to) = ((left.jurisdiction.clone(), a.spelling.clone()), (right.jurisdiction.clone(), b.spelling.clone()));
            let equal = a.limits == b.limits;
            for (one, other) in [(from.clone(), to.clone()), (to, from)] {
                let count = seen.entry(one).or_default().entry(other).or_default();
                if equal { count.0 += 1 } else { count.1 += 1 }
            }
        }
        Self::joined(&uses, &seen)
    }

    fn joined(uses: &Uses<'_>, seen: &Places) -> Self {
        // Each spelling and the one of another list that most often takes its place, if they choose each other.
        let best = |one: &Called, jurisdiction: &str| {
            let others = seen.get(one)?.iter().filter(|(other, _)| other.0 == jurisdiction);
            let (other, count) = others.max_by_key(|(other, count)| (**count, std::cmp::Reverse((*other).clone())))?;
            (count.0 > 0 || count.1 >= TIMES).then(|| other.clone())
        };
        let mut groups: Vec<BTreeSet<Called>> = Vec::new();
        for one in seen.keys() {
            for jurisdiction in uses.keys().filter(|jurisdiction| **jurisdiction != one.0) {
                let Some(other) = best(one, jurisdiction).filter(|other| best(other, &one.0).as_ref() == Some(one)) else { continue };
                let mut group = BTreeSet::from([one.clone(), other]);
                groups.retain(|known| {
                    let meets = !known.is_disjoint(&group);
                    if meets {
                        group.extend(known.iter().cloned());
                    }
                    !meets
                });
                groups.push(group);
            }
        }
        let mut common = BTreeMap::new();
        for group in groups {
            let count = |(jurisdiction, spelling): &Called| {
                uses.get(jurisdiction.as_str()).and_then(|own| own.get(spelling)).copied().unwrap_or_default()
            };
            let mut names: BTreeMap<&str, usize> = BTreeMap::new();
            for one in &group {
                *names.entry(&one.1).or_default() += count(one);
            }
            let Some((name, _)) = names.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name))) else { continue };
            let name = name.to_owned();
            for one in group {
                common.insert(one, name.clone());
            }
        }
        Self { common }
    }

    /// The name in the graph of what a list calls so.
    pub(super) fn common<'a>(&'a self, jurisdiction: &str, spelling: &'a str) -> &'a str {
        self.common.get(&(jurisdiction.to_owned(), spelling.to_owned())).map_or(spelling, String::as_str)
    }
}

fn collect(list: &List, uses: &mut BTreeMap<String, usize>, bounds: &mut BTreeMap<String, Vec<Bound>>) {
    for paragraph in list.entries.iter().flat_map(|entry| &entry.paragraphs) {
        let own: Vec<Bound> = bounds_of(paragraph).into_iter().map(|(_, bound)| bound).collect();
        for bound in &own {
            *uses.entry(bound.spelling.clone()).or_default() += 1;
        }
        if !own.is_empty() {
            bounds.insert(crate::mapping::paragraph_curie(&list.jurisdiction, &paragraph.code), own);
        }
    }
}

/// The one parameter on each side that the other does not limit, if they can be the same: same dimension, same settings.
fn odd_ones<'a>(ours: &'a [Bound], theirs: &'a [Bound]) -> Option<(&'a Bound, &'a Bound)> {
    let odd = |side: &'a [Bound], other: &[Bound]| {
        let mut rest = side.iter().filter(|bound| !other.iter().any(|o| o.spelling == bound.spelling));
        rest.next().filter(|_| rest.next().is_none())
    };
    let (a, b) = (odd(ours, theirs)?, odd(theirs, ours)?);
    (!a.dimension.is_empty() && a.dimension == b.dimension && a.settings == b.settings).then_some((a, b))
}

/// What one list calls a parameter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spelling {
    /// The parameter's name in the graph.
    pub parameter: String,
    /// Dimension of its units; empty where only references or formulas limit it.
    pub dimension: String,
    /// Code of the jurisdiction.
    pub jurisdiction: String,
    /// What the jurisdiction's list calls it.
    pub spelling: String,
    /// Limits that the list sets for it.
    pub count: usize,
}

/// Every parameter with what each list calls it, by parameter, dimension and jurisdiction.
pub fn spellings(graph: &ConceptGraph) -> Vec<Spelling> {
    let mut counts: BTreeMap<(String, String, String, String), usize> = BTreeMap::new();
    for parameter in graph.nodes(NodeKind::Parameter) {
        for (edge, from) in graph.reaching(parameter) {
            let Edge::Constrains(bound) = edge else { continue };
            let jurisdiction = graph.graph[from].jurisdiction.clone();
            let key = (graph.graph[parameter].label.clone(), bound.dimension.clone(), jurisdiction, bound.spelling.clone());
            *counts.entry(key).or_default() += 1;
        }
    }
    let rows = counts.into_iter();
    rows.map(|((parameter, dimension, jurisdiction, spelling), count)| Spelling { parameter, dimension, jurisdiction, spelling, count })
        .collect()
}
