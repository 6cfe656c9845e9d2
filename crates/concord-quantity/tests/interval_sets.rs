//! Interval sets against brute force: every set over a small grid is compared point by point.

use concord_quantity::{BigInt, BigRational, Bound, Domain, Interval, IntervalSet, Op};
use proptest::prelude::*;

fn number(halves: i32) -> BigRational {
    BigRational::new(BigInt::from(halves), BigInt::from(2))
}

/// Points at whole and half steps, finer than the ends of the sets and beyond them.
fn grid() -> impl Iterator<Item = BigRational> {
    (-60..=60).map(|n| BigRational::new(BigInt::from(n), BigInt::from(4)))
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        1 => Just(Bound::Unbounded),
        3 => (-20..20i32).prop_map(|n| Bound::Open(number(n))),
        3 => (-20..20i32).prop_map(|n| Bound::Closed(number(n))),
    ]
}

fn interval() -> impl Strategy<Value = Interval> {
    (bound(), bound()).prop_map(|(low, high)| Interval { low, high })
}

fn set() -> impl Strategy<Value = IntervalSet> {
    prop::collection::vec(interval(), 0..5).prop_map(IntervalSet::from)
}

proptest! {
    #[test]
    fn a_set_holds_what_its_intervals_hold(intervals in prop::collection::vec(interval(), 0..5)) {
        let set = IntervalSet::from(intervals.clone());
        for point in grid() {
            prop_assert_eq!(set.contains(&point), intervals.iter().any(|i| i.contains(&point)));
        }
    }

    #[test]
    fn operations_agree_with_points(a in set(), b in set()) {
        let (union, intersection, difference, complement) = (a.union(&b), a.intersection(&b), a.difference(&b), a.complement());
        for point in grid() {
            let (in_a, in_b) = (a.contains(&point), b.contains(&point));
            prop_assert_eq!(union.contains(&point), in_a || in_b);
            prop_assert_eq!(intersection.contains(&point), in_a && in_b);
            prop_assert_eq!(difference.contains(&point), in_a && !in_b);
            prop_assert_eq!(complement.contains(&point), !in_a);
        }
    }

    /// The grid is fine enough to tell two sets with ends on half steps apart.
    #[test]
    fn equality_is_equality_of_sets(a in set(), b in set()) {
        prop_assert_eq!(a == b, grid().all(|p| a.contains(&p) == b.contains(&p)));
        prop_assert_eq!(a.is_subset(&b), grid().all(|p| !a.contains(&p) || b.contains(&p)));
        prop_assert_eq!(a.is_subset(&b), a.difference(&b).is_empty());
        prop_assert_eq!(a.is_empty(), !grid().any(|p| a.contains(&p)));
    }

    #[test]
    fn the_algebra_holds(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.complement().complement(), a.clone());
        prop_assert_eq!(a.union(&b).complement(), a.complement().intersection(&b.complement()));
        prop_assert_eq!(a.intersection(&b.union(&c)), a.intersection(&b).union(&a.intersection(&c)));
        prop_assert_eq!(a.difference(&b).union(&a.intersection(&b)), a.clone());
        prop_assert_eq!(IntervalSet::from(a.intervals().to_vec()), a);
    }

    #[test]
    fn a_sample_is_in_the_set(a in set()) {
        prop_assert_eq!(a.sample(Domain::Real).is_some(), !a.is_empty());
        for domain in [Domain::Real, Domain::Integer] {
            if let Some(sample) = a.sample(domain) {
                prop_assert!(a.contains(&sample));
                prop_assert!(domain == Domain::Real || sample.is_integer());
            }
        }
        prop_assert_eq!(a.sample(Domain::Integer).is_some(), grid().any(|p| p.is_integer() && a.contains(&p)));
    }

    #[test]
    fn over_the_integers_only_whole_numbers_count(a in set(), b in set()) {
        let (whole_a, whole_b) = (a.in_domain(Domain::Integer), b.in_domain(Domain::Integer));
        let whole: Vec<BigRational> = grid().filter(BigRational::is_integer).collect();
        for point in &whole {
            prop_assert_eq!(whole_a.contains(point), a.contains(point));
        }
        prop_assert_eq!(whole_a == whole_b, whole.iter().all(|p| a.contains(p) == b.contains(p)));
        prop_assert_eq!(whole_a.difference(&whole_b), a.difference(&b).in_domain(Domain::Integer));
        prop_assert_eq!(whole_a.is_empty(), whole_a.sample(Domain::Integer).is_none());
    }
}

#[test]
fn limits_give_the_sets_they_name() {
    let limit = |op| IntervalSet::from_limit(op, number(10));
    assert_eq!(limit(Op::Gt).complement(), limit(Op::Le));
    assert_eq!(limit(Op::Ge).complement(), limit(Op::Lt));
    assert_eq!(limit(Op::Ge).intersection(&limit(Op::Le)), limit(Op::Eq));
    assert_eq!(limit(Op::Gt).union(&limit(Op::Le)), IntervalSet::all());
    assert!(limit(Op::Gt).intersection(&limit(Op::Lt)).is_empty());
    assert!(IntervalSet::all().is_all() && IntervalSet::empty().is_empty() && !limit(Op::Eq).is_all());
}

#[test]
fn counts_above_1500_are_counts_from_1501() {
    let above = IntervalSet::from_limit(Op::Gt, number(3000));
    let from = IntervalSet::from_limit(Op::Ge, number(3002));
    assert_ne!(above, from);
    assert_eq!(above.in_domain(Domain::Integer), from.in_domain(Domain::Integer));
}

#[test]
fn samples_read_well() {
    let rational = |n: i64, d: i64| BigRational::new(BigInt::from(n), BigInt::from(d));
    let between = |low, high| IntervalSet::from(vec![Interval { low, high }]).sample(Domain::Real).unwrap();
    assert_eq!(between(Bound::Open(rational(1_300_000_000, 1)), Bound::Unbounded), rational(2_000_000_000, 1));
    assert_eq!(between(Bound::Closed(rational(8, 1)), Bound::Open(rational(10, 1))), rational(8, 1));
    assert_eq!(between(Bound::Open(rational(12, 10)), Bound::Open(rational(13, 10))), rational(121, 100));
    assert_eq!(between(Bound::Unbounded, Bound::Open(rational(15, 1000))), rational(1, 100));
    assert_eq!(between(Bound::Unbounded, Bound::Unbounded), rational(1, 1));
}
