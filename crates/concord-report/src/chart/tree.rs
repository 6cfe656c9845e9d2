//! The tree beside a heat map: what lies near what, joined at its distance.

use concord_compare::{Cluster, Clustering};
use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use super::heat;
use super::paint::Paint;
use super::svg::{Anchor, SMALL, Svg};

/// Draws the tree to the right of rows of the height `row`, from `at`; its axis of distances is `width` long.
pub(super) fn draw(svg: &mut Svg, clustering: &Clustering, at: (f64, f64), (width, row): (f64, f64)) {
    let known = clustering.merges.iter().filter_map(|merge| merge.distance.as_ref());
    let Some(farthest) = known.max().filter(|distance| **distance > BigRational::default()) else { return };
    let top = (farthest * BigRational::from_integer(10.into())).ceil() / BigRational::from_integer(10.into());
    let x = |distance: &BigRational| at.0 + (distance / &top).to_f64().unwrap_or_default() * (width - 16.0);
    let middle = |place: usize| at.1 + (place.to_f64().unwrap_or_default() + 0.5) * row;
    let bottom = at.1 + clustering.order.len().to_f64().unwrap_or_default() * row;
    let tenths = (&top * BigRational::from_integer(10.into())).to_integer().to_u32().unwrap_or(1);
    let step = if tenths > 4 { 2 } else { 1 };
    for nth in (0..=tenths).step_by(step) {
        let tick = x(&BigRational::new(nth.into(), 10.into()));
        svg.line((tick, at.1), (tick, bottom + 4.0), 1.0, Paint::Hair, "2 3");
        svg.text((tick, bottom + 16.0), Anchor::Middle, SMALL, &(nth * 10).to_string());
    }
    // Where each merge stands: its distance and its height between the rows.
    let mut stands: Vec<(f64, f64)> = Vec::new();
    for merge in &clustering.merges {
        let end = |part: Cluster| match part {
            Cluster::One(place) => (at.0 - 10.0, middle(place)),
            Cluster::Merged(nth) => stands.get(nth).copied().unwrap_or((at.0, at.1)),
        };
        let (first, second) = (end(merge.first), end(merge.second));
        let Some(distance) = &merge.distance else {
            stands.push((x(&top), f64::midpoint(first.1, second.1)));
            continue;
        };
        let wide = merge.low.as_ref().zip(merge.high.as_ref()).is_some_and(heat::is_wide);
        let (to, dash) = (x(distance), if wide { "4 3" } else { "" });
        for from in [first, second] {
            svg.line(from, (to, from.1), 1.6, Paint::Muted, dash);
        }
        svg.line((to, first.1), (to, second.1), 1.6, Paint::Muted, dash);
        stands.push((to, f64::midpoint(first.1, second.1)));
    }
}
