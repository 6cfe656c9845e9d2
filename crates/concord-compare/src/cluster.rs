//! Which jurisdictions lie near each other: hierarchical clustering by average linkage.

use std::cmp::Ordering;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::Matrix;
use crate::indices::IndexKind;

/// Clusters of some jurisdictions, from pairs to the whole, and an order in which near ones stand beside each other.
///
/// The distance of two clusters is the mean of the known distances of their members (average linkage, UPGMA); that of two jurisdictions is the
/// middle of the range that unknown facts leave. Two clusters without a known distance are joined last. Equal distances are settled by
/// codes, so that the result depends on nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clustering {
    /// The codes, near ones beside each other.
    pub order: Vec<String>,
    /// What is joined, one after the other: one less than there are jurisdictions.
    pub merges: Vec<Merge>,
}

/// Two clusters that become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The one that stands first in the order.
    pub first: Cluster,
    /// The one that follows it.
    pub second: Cluster,
    /// How far they lie apart: the mean of the middles of the ranges; none if nothing is known of it.
    pub distance: Option<BigRational>,
    /// The mean of the low ends of the ranges.
    pub low: Option<BigRational>,
    /// The mean of the high ends.
    pub high: Option<BigRational>,
}

/// One part of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cluster {
    /// The jurisdiction at this place of the order.
    One(usize),
    /// What the merge at this place made.
    Merged(usize),
}

/// A distance and the range that unknown facts leave.
pub type DistanceRange = (BigRational, BigRational);

/// A cluster in the making: its members in their order, and what it is.
struct Group {
    members: Vec<usize>,
    is: Cluster,
}

impl Clustering {
    /// Clusters jurisdictions by the ranges of their distances; `None` where a distance is not known at all. `distance` is symmetric.
    pub fn new(codes: &[String], distance: impl Fn(usize, usize) -> Option<DistanceRange>) -> Self {
        let mut groups: Vec<Group> = (0..codes.len()).map(|at| Group { members: vec![at], is: Cluster::One(at) }).collect();
        let mut merges = Vec::new();
        while groups.len() > 1 {
            let Some((a, b, means)) = nearest(&groups, codes, &distance) else { break };
            let (second, first) = (groups.remove(b), groups.remove(a));
            let (first, second) = facing(first, second, codes, &distance);
            let members = [first.members, second.members].concat();
            let (distance, (low, high)) = means.map_or((None, (None, None)), |m| (Some(middle(&m)), (Some(m.0), Some(m.1))));
            groups.push(Group { members, is: Cluster::Merged(merges.len()) });
            merges.push(Merge { first: first.is, second: second.is, distance, low, high });
        }
        let order: Vec<usize> = groups.into_iter().flat_map(|group| group.members).collect();
        place(&mut merges, &order);
        Self { order: order.into_iter().filter_map(|at| codes.get(at).cloned()).collect(), merges }
    }

    /// Clusters the jurisdictions of a matrix by how differently they answer (heterogeneity).
    pub fn of(matrix: &Matrix) -> Self {
        let codes: Vec<String> = matrix.sides.iter().map(|side| side.jurisdiction.clone()).collect();
        Self::new(&codes, |a, b| {
            let is = |left: &str, right: &str| (left == codes[a] && right == codes[b]) || (left == codes[b] && right == codes[a]);
            let cell = matrix.cells.iter().find(|cell| is(&cell.left, &cell.right))?;
            let share = cell.indices.get(IndexKind::Heterogeneity)?;
            Some((share.low.clone()?, share.high.clone()?))
        })
    }
}

/// Names each member by its place in the order, and puts the parts of each merge in that order: reversing a cluster turns what is inside.
fn place(merges: &mut [Merge], order: &[usize]) {
    let at = |member: usize| order.iter().position(|o| *o == member).unwrap_or_default();
    let mut firsts: Vec<usize> = Vec::new();
    for merge in merges {
        for part in [&mut merge.first, &mut merge.second] {
            if let Cluster::One(member) = part {
                *part = Cluster::One(at(*member));
            }
        }
        let start = |part: Cluster| match part {
            Cluster::One(place) => place,
            Cluster::Merged(nth) => firsts.get(nth).copied().unwrap_or_default(),
        };
        if start(merge.second) < start(merge.first) {
            std::mem::swap(&mut merge.first, &mut merge.second);
        }
        firsts.push(start(merge.first));
    }
}

fn middle(range: &DistanceRange) -> BigRational {
    (&range.0 + &range.1) / BigRational::from_integer(2.into())
}

/// The mean range of the known distances between the members of two groups.
fn mean(a: &Group, b: &Group, distance: &impl Fn(usize, usize) -> Option<DistanceRange>) -> Option<DistanceRange> {
    let known: Vec<DistanceRange> = a.members.iter().flat_map(|x| b.members.iter().filter_map(|y| distance(*x, *y))).collect();
    if known.is_empty() {
        return None;
    }
    let count = BigRational::from_integer(known.len().into());
    let low: BigRational = known.iter().map(|range| &range.0).sum();
    let high: BigRational = known.iter().map(|range| &range.1).sum();
    Some((low / &count, high / count))
}

/// The places of two groups, and the mean range of the distances between their members.
type Nearest = (usize, usize, Option<DistanceRange>);

/// The two nearest groups: by distance, unknown ones last, then by the codes they hold.
fn nearest(groups: &[Group], codes: &[String], distance: &impl Fn(usize, usize) -> Option<DistanceRange>) -> Option<Nearest> {
    let name = |group: &Group| group.members.iter().map(|at| codes[*at].as_str()).min().unwrap_or_default().to_owned();
    let mut best: Option<(Nearest, (String, String))> = None;
    for (a, first) in groups.iter().enumerate() {
        for (b, second) in groups.iter().enumerate().skip(a + 1) {
            let means = mean(first, second, distance);
            let (x, y) = (name(first), name(second));
            let names = if x <= y { (x, y) } else { (y, x) };
            let nearer = best.as_ref().is_none_or(|((_, _, known), known_names)| {
                let order = match (&means, known) {
                    (Some(new), Some(old)) => middle(new).cmp(&middle(old)),
                    (new, old) => old.is_some().cmp(&new.is_some()),
                };
                order.then_with(|| names.cmp(known_names)) == Ordering::Less
            });
            if nearer {
                best = Some(((a, b, means), names));
            }
        }
    }
    best.map(|(nearest, _)| nearest)
}

/// Two groups beside each other, each turned so that the members that meet are as near as can be; by codes where that does not matter.
fn facing(a: Group, b: Group, codes: &[String], distance: &impl Fn(usize, usize) -> Option<DistanceRange>) -> (Group, Group) {
    let least = |group: &Group| group.members.iter().map(|at| codes[*at].clone()).min();
    let (first, second) = if least(&a) <= least(&b) { (a, b) } else { (b, a) };
    let turned = |group: &Group, turn: bool| -> Vec<usize> {
        if turn { group.members.iter().rev().copied().collect() } else { group.members.clone() }
    };
    let meets = |turns: (bool, bool)| {
        let (x, y) = (turned(&first, turns.0), turned(&second, turns.1));
        let (end, start) = (x.last().copied()?, y.first().copied()?);
        distance(end, start).map(|range| middle(&range))
    };
    let mut best = (false, false);
    for turns in [(false, true), (true, false), (true, true)] {
        if let (Some(new), Some(old)) = (meets(turns), meets(best))
            && new < old
        {
            best = turns;
        }
    }
    (Group { members: turned(&first, best.0), ..first }, Group { members: turned(&second, best.1), ..second })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clustering(codes: &[&str], distances: &[(&str, &str, i64)]) -> Clustering {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        Clustering::new(&codes, |a, b| {
            let is = |x: &str, y: &str| (x == codes[a] && y == codes[b]) || (x == codes[b] && y == codes[a]);
            let found = distances.iter().find(|(x, y, _)| is(x, y))?;
            let d = BigRational::new(found.2.into(), 100.into());
            Some((d.clone(), d))
        })
    }

    fn heights(clustering: &Clustering) -> Vec<Option<String>> {
        clustering.merges.iter().map(|merge| merge.distance.as_ref().map(ToString::to_string)).collect()
    }

    #[test]
    fn clusters_lie_apart_by_the_mean_of_their_members_distances() {
        let found = clustering(
            &["a", "b", "c", "d"],
            &[("a", "c", 10), ("b", "d", 20), ("a", "b", 60), ("a", "d", 70), ("c", "b", 40), ("c", "d", 50)],
        );
        assert_eq!(heights(&found), [Some("1/10".to_owned()), Some("1/5".to_owned()), Some("11/20".to_owned())]);
        // c and b are the nearest of the two clusters, so they meet.
        assert_eq!(found.order, ["a", "c", "b", "d"]);
        assert_eq!(found.merges[2].first, Cluster::Merged(0));
        assert_eq!((found.merges[1].first, found.merges[1].second), (Cluster::One(2), Cluster::One(3)));
    }

    #[test]
    fn equal_distances_are_settled_by_codes_whatever_the_order_of_the_question() {
        let distances = [("a", "b", 30), ("a", "c", 30), ("b", "c", 30)];
        let (forth, back) = (clustering(&["a", "b", "c"], &distances), clustering(&["c", "b", "a"], &distances));
        assert_eq!(forth, back);
        assert_eq!(forth.order, ["a", "b", "c"]);
    }

    #[test]
    fn what_is_unknown_is_joined_last_and_has_no_distance() {
        let found = clustering(&["a", "b", "z"], &[("a", "b", 90)]);
        assert_eq!(heights(&found), [Some("9/10".to_owned()), None]);
        assert_eq!(found.order, ["a", "b", "z"]);
    }

    #[test]
    fn ranges_count_by_their_middle_and_are_kept() {
        let codes = ["a", "b", "c"].map(str::to_owned);
        let range = |low: i64, high: i64| Some((BigRational::new(low.into(), 100.into()), BigRational::new(high.into(), 100.into())));
        let found = Clustering::new(&codes, |a, b| match (a.min(b), a.max(b)) {
            (0, 1) => range(0, 90),
            (1, 2) => range(40, 42),
            _ => range(80, 80),
        });
        assert_eq!(found.merges[0].distance, Some(BigRational::new(41.into(), 100.into())));
        assert_eq!(
            (found.merges[1].low.clone(), found.merges[1].high.clone()),
            (Some(BigRational::new(2.into(), 5.into())), Some(BigRational::new(17.into(), 20.into())))
        );
    }

    #[test]
    fn none_and_one_have_nothing_to_join() {
        assert_eq!(clustering(&[], &[]), Clustering::default());
        assert_eq!(clustering(&["a"], &[]).order, ["a"]);
    }

    proptest! {
        /// Everybody stands once in the order, the parts of every merge are neighbours in it, and distances never fall.
        #[test]
        fn the_order_draws_without_crossings(distances in proptest::collection::vec(0i64..100, 28)) {
            let codes: Vec<String> = (0..8).map(|n| format!("c{n}")).collect();
            let found = Clustering::new(&codes, |a, b| {
                let (a, b) = (a.min(b), a.max(b));
                let d = BigRational::new(distances[b * (b - 1) / 2 + a].into(), 100.into());
                Some((d.clone(), d))
            });
            let mut sorted = found.order.clone();
            sorted.sort();
            prop_assert_eq!(&sorted, &codes);
            let mut spans: Vec<(usize, usize)> = Vec::new();
            for merge in &found.merges {
                let span = |part: Cluster| match part { Cluster::One(at) => (at, at), Cluster::Merged(nth) => spans[nth] };
                let (x, y) = (span(merge.first), span(merge.second));
                prop_assert_eq!(x.1 + 1, y.0);
                spans.push((x.0, y.1));
            }
            let heights: Vec<_> = found.merges.iter().map(|merge| merge.distance.clone()).collect();
            prop_assert!(heights.windows(2).all(|pair| pair[0] <= pair[1]));
        }
    }
}
