//! The whole other list, for a control that merely sits elsewhere, or that the other list splits or merges.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::assign::{Edge, assign};
use super::evidence::{Evidence, least};
use super::index::{Index, Reach};
use super::matching::{Matching, Pair};
use super::score::Scorer;
use super::side::Side;
use super::{Place, Shape};

/// How candidates anywhere in the other list are proposed.
const REACH: Reach = Reach { common: 200, rarest: 10, keep: 8 };
/// Thousandths of a paragraph's own words that another must hold to be near it.
const HELD: u32 = 800;
/// The similarity that stands for such nearness: enough to leave the question open, not enough for a match.
const NEAR_BY_WORDS: u32 = 640;
/// Candidates kept of each unmatched paragraph.
const KEPT: usize = 3;
/// Tenths of a paragraph's descendants that must have their counterparts in one place for the paragraph to have its own there.
const MOST: usize = 6;

/// The best candidates of unmatched nodes, best first.
pub(crate) type Near = BTreeMap<usize, Vec<(usize, u32)>>;

/// A further pair of a node that is matched already, or of one that is met only by parts.
pub(crate) struct Further {
    pub(crate) pair: Pair,
    pub(crate) shape: Shape,
    /// Whether the descendants tell, not the paragraph itself.
    pub(crate) by_members: bool,
}

impl Matching<'_> {
    /// Matches what is left anywhere in the other list. Gives the best rejected candidates of what stays unmatched.
    pub(crate) fn elsewhere(&mut self) -> (Near, Near) {
        let (mut near_left, mut near_right) = rayon::join(|| self.near(true), || self.near(false));
        let ahead =
            |near: &Near| near.iter().flat_map(|(a, c)| c.iter().map(|(b, s)| (*a, *b, *s)).collect::<Vec<_>>()).collect::<Vec<Edge>>();
        let mut edges = ahead(&near_left);
        edges.extend(ahead(&near_right).into_iter().map(|(b, a, s)| (a, b, s)));
        edges.retain(|e| e.2 >= least().elsewhere && e.2 != NEAR_BY_WORDS);
        loop {
            edges.retain(|(a, b, _)| self.is_free(*a, *b));
            let found = assign(edges.clone());
            if found.is_empty() {
                break;
            }
            let taken_left: FxHashSet<usize> = found.iter().map(|e| e.0).collect();
            let taken_right: FxHashSet<usize> = found.iter().map(|e| e.1).collect();
            for (left, right, score) in found {
                let under = self.l.side.above(left).any(|up| taken_left.contains(&up))
                    || self.r.side.above(right).any(|up| taken_right.contains(&up));
                if !under && self.is_free(left, right) {
                    self.take(Pair { left, right, score: score.min(1000), place: Place::Elsewhere });
                    self.inside_one(left, right);
                }
            }
        }
        self.by_members();
        near_left.retain(|a, _| self.to_right[*a].is_none());
        near_right.retain(|b, _| self.to_left[*b].is_none());
        (near_left, near_right)
    }

    /// The best candidates of every unmatched node of one side.
    fn near(&self, from_left: bool) -> Near {
        let (from, to) = if from_left { (&self.l.side, &self.r.side) } else { (&self.r.side, &self.l.side) };
        let index = Index::new(&self.scorer.space, to.nodes.iter().map(|n| &n.path), REACH);
        let open: Vec<usize> =
            (0..from.nodes.len()).filter(|at| if from_left { self.to_right[*at].is_none() } else { self.to_left[*at].is_none() }).collect();
        open.into_par_iter()
            .map_init(Vec::new, |sums, at| {
                let x = &from.nodes[at];
                let words = self.scorer.space.of_kind(&x.own, Evidence::Words);
                let mut scored: Vec<(usize, u32)> = index
                    .candidates(&x.path, sums)
                    .into_iter()
                    .filter(|other| !self.hand.forbidden.contains(&if from_left { (at, *other) } else { (*other, at) }))
                    .map(|other| {
                        let y = &to.nodes[other];
                        // Words that another paragraph holds all of may be that control in a wider text.
                        let held = if Scorer::held(&words, &y.path) >= HELD { NEAR_BY_WORDS } else { 0 };
                        (other, self.scorer.in_context(x, y).max(held).min(1000))
                    })
                    .collect();
                scored.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
                scored.truncate(KEPT);
                (at, scored)
            })
            .filter(|(_, scored)| !scored.is_empty())
            .collect::<Vec<_>>()
            .into_iter()
            .collect()
    }

    /// Matches paragraphs that are unmatched on both sides and whose descendants are matched with each other.
    fn by_members(&mut self) {
        let mut found = Vec::new();
        for left in (0..self.l.side.nodes.len()).rev() {
            if self.to_right[left].is_some() {
                continue;
            }
            let images = |at: usize| self.to_right[at].map(|p| p.right);
            if let Some((right, share)) = meeting(&self.l.side, &self.r.side, left, &images)
                && self.is_free(left, right)
            {
                let place = self.place(left, right);
                self.take(Pair { left, right, score: share, place });
                found.push((left, right));
            }
        }
        // Parents stand before their children.
        for (left, right) in found.into_iter().rev() {
            self.inside_one(left, right);
        }
    }

    /// Further counterparts of paragraphs that are matched already.
    pub(crate) fn parts(&self, near_left: &Near, near_right: &Near) -> Vec<Further> {
        let mut out: Vec<Further> = Vec::new();
        for (left, right) in &self.hand.beside {
            let pair = Pair { left: *left, right: *right, score: 1000, place: self.place(*left, *right) };
            out.push(Further { pair, shape: Shape::Related, by_members: false });
        }
        let sure = |candidates: &Vec<(usize, u32)>| candidates.first().copied().filter(|c| c.1 >= least().part);
        for (left, candidates) in near_left {
            let found = sure(candidates).map(|(right, score)| (right, score, false));
            let images = |at: usize| self.to_right[at].map(|p| p.right);
            let met = || meeting(&self.l.side, &self.r.side, *left, &images).map(|(right, share)| (right, share, true));
            if let Some((right, score, by_members)) = found.or_else(met).filter(|f| self.to_left[f.0].is_some()) {
                let pair = Pair { left: *left, right, score, place: self.place(*left, right) };
                out.push(Further { pair, shape: Shape::Merged, by_members });
            }
        }
        for (right, candidates) in near_right {
            let found = sure(candidates).map(|(left, score)| (left, score, false));
            let met = || meeting(&self.r.side, &self.l.side, *right, &|at| self.to_left[at]).map(|(left, share)| (left, share, true));
            if let Some((left, score, by_members)) = found.or_else(met).filter(|f| self.to_right[f.0].is_some()) {
                let pair = Pair { left, right: *right, score, place: self.place(left, *right) };
                out.push(Further { pair, shape: Shape::Split, by_members });
            }
        }
        out
    }
}

/// The lowest node of the other side under which most of a node's descendants have their counterparts, and their share in thousandths.
fn meeting(own: &Side, other: &Side, at: usize, image: &dyn Fn(usize) -> Option<usize>) -> Option<(usize, u32)> {
    let below = own.within(at);
    let leaves: Vec<usize> = below.into_iter().filter(|n| *n != at && own.nodes[*n].children.is_empty()).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for found in leaves.iter().filter_map(|leaf| image(*leaf)) {
        for up in other.above(found) {
            *counts.entry(up).or_default() += 1;
        }
    }
    // A parent stands before its children, so that the last of the best is the lowest.
    let enough = counts.into_iter().filter(|(_, n)| *n >= 2 && n * 10 >= leaves.len() * MOST);
    let (best, count) = enough.max_by(|a, b| a.1.cmp(&b.1).then(other.depth(a.0).cmp(&other.depth(b.0))).then(b.0.cmp(&a.0)))?;
    Some((best, u32::try_from(count * 1000 / leaves.len()).unwrap_or(1000)))
}
