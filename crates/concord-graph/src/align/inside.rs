//! Down the trees of two matched paragraphs, and across levels inside them.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Place;
use super::assign::{Edge, assign};
use super::evidence::least;
use super::matching::{Matching, Pair};

/// The similarity that a pair across levels must have without its context.
const OWN: u32 = 150;

impl Matching<'_> {
    /// Matches what stands under the pairs taken so far.
    pub(crate) fn inside_all(&mut self) {
        let roots: Vec<(usize, usize)> = self.to_right.iter().flatten().map(|p| (p.left, p.right)).collect();
        let found: Vec<Pair> = roots.par_iter().flat_map(|(a, b)| Inside::new(self).run(*a, *b)).collect();
        for pair in found {
            // A pair by hand inside another's tree may have been reached twice.
            if self.is_free(pair.left, pair.right) {
                self.take(pair);
            }
        }
    }

    /// Matches what stands under one pair.
    pub(crate) fn inside_one(&mut self, left: usize, right: usize) {
        for pair in Inside::new(self).run(left, right) {
            self.take(pair);
        }
    }
}

/// The pairs found inside one matched pair, which are no business of any other.
struct Inside<'m, 'a> {
    matching: &'m Matching<'a>,
    left: FxHashSet<usize>,
    right: FxHashSet<usize>,
    pairs: Vec<Pair>,
}

impl<'m, 'a> Inside<'m, 'a> {
    fn new(matching: &'m Matching<'a>) -> Self {
        Self { matching, left: FxHashSet::default(), right: FxHashSet::default(), pairs: Vec::new() }
    }

    fn run(mut self, left: usize, right: usize) -> Vec<Pair> {
        // What is surely alike goes first, siblings before other levels; then siblings that are merely like each other.
        self.descend(left, right, least().same_entry);
        self.levels(left, right);
        self.descend_again(left, right);
        self.levels(left, right);
        self.pairs
    }

    /// Pairs the children that are left under every pair found.
    fn descend_again(&mut self, left: usize, right: usize) {
        let mut at = 0;
        self.descend(left, right, least().sibling);
        while let Some(pair) = self.pairs.get(at).copied() {
            self.descend(pair.left, pair.right, least().sibling);
            at += 1;
        }
    }

    fn free_left(&self, at: usize) -> bool {
        self.matching.to_right[at].is_none() && !self.left.contains(&at)
    }

    fn free_right(&self, at: usize) -> bool {
        self.matching.to_left[at].is_none() && !self.right.contains(&at)
    }

    fn take(&mut self, (left, right, score): Edge, place: Place) {
        self.left.insert(left);
        self.right.insert(right);
        self.pairs.push(Pair { left, right, score: score.min(1000), place });
    }

    fn descend(&mut self, left: usize, right: usize, enough: u32) {
        let m = self.matching;
        let (l, r) = (&m.l.side.nodes, &m.r.side.nodes);
        let rows: Vec<usize> = l[left].children.iter().copied().filter(|c| self.free_left(*c)).collect();
        let columns: Vec<usize> = r[right].children.iter().copied().filter(|c| self.free_right(*c)).collect();
        let mut edges = Vec::new();
        for (i, a) in rows.iter().enumerate() {
            for (j, b) in columns.iter().enumerate() {
                if m.hand.forbidden.contains(&(*a, *b)) {
                    continue;
                }
                let score = m.scorer.similarity(&l[*a], &r[*b]) + m.label_adds(*a, *b);
                if score >= enough {
                    edges.push((i, j, score));
                }
            }
        }
        for (i, j, score) in assign(edges) {
            let pair = (rows[i], columns[j], score);
            let nearer = m.sharpened(pair);
            let (a, b, score) = if self.free_left(nearer.0) && self.free_right(nearer.1) { nearer } else { pair };
            let place = if (a, b) == (pair.0, pair.1) { Place::Children } else { Place::Level };
            self.take((a, b, score), place);
            self.descend(a, b, enough);
        }
    }

    /// Matches what is left across levels, the topmost first; what stands under such a pair follows it.
    fn levels(&mut self, left: usize, right: usize) {
        let m = self.matching;
        loop {
            let rows: Vec<usize> = m.l.side.within(left).into_iter().skip(1).filter(|c| self.free_left(*c)).collect();
            let columns: Vec<usize> = m.r.side.within(right).into_iter().skip(1).filter(|c| self.free_right(*c)).collect();
            let mut edges = Vec::new();
            for (i, a) in rows.iter().enumerate() {
                for (j, b) in columns.iter().enumerate() {
                    let (x, y) = (&m.l.side.nodes[*a], &m.r.side.nodes[*b]);
                    let similarity = m.scorer.similarity(x, y);
                    if similarity < OWN || m.hand.forbidden.contains(&(*a, *b)) {
                        continue;
                    }
                    let score = m.scorer.placed(x, y, similarity);
                    if score >= least().same_entry {
                        edges.push((i, j, score));
                    }
                }
            }
            let found = assign(edges);
            if found.is_empty() {
                return;
            }
            let taken_left: FxHashSet<usize> = found.iter().map(|e| rows[e.0]).collect();
            let taken_right: FxHashSet<usize> = found.iter().map(|e| columns[e.1]).collect();
            for (i, j, score) in found {
                let (a, b) = (rows[i], columns[j]);
                let topmost =
                    !m.l.side.above(a).any(|up| taken_left.contains(&up)) && !m.r.side.above(b).any(|up| taken_right.contains(&up));
                if topmost {
                    self.take((a, b, score), Place::Level);
                    self.descend(a, b, least().same_entry);
                }
            }
        }
    }
}
