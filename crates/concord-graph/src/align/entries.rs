//! Entries against entries.

use rayon::prelude::*;

use super::assign::{Edge, assign};
use super::evidence::least;
use super::index::{Index, Reach};
use super::matching::{Matching, Pair};
use super::numbering;

/// How candidates among entries are proposed.
const REACH: Reach = Reach { common: 150, rarest: 200, keep: 10 };
/// Rounds in which the entries that others refer to may move a match: where codes say nothing, those of the first round move others in a second.
const ROUNDS: usize = 2;

/// Thousandths by which a child must fit better than its parent does.
const CLEARLY: u32 = 100;

impl Matching<'_> {
    /// Matches entries: by what they speak of, then by the matched controls they refer to as well.
    pub(crate) fn entries(&mut self) {
        let texts = self.candidates();
        self.count_codes(numbering::is_shared(&self.l, &self.r, &assign(texts.clone())));
        let mut pairs = self.settle(texts);
        for _ in 0..if self.shared { 1 } else { ROUNDS } {
            self.refer(&pairs);
            let candidates = self.candidates();
            pairs = self.settle(candidates.clone());
            self.candidates = candidates;
        }
        for pair in pairs {
            let (left, right, score) = self.sharpened(pair);
            self.take(Pair { left, right, score: score.min(1000), place: self.place(left, right) });
        }
    }

    /// The pair itself, or one of its sides with a child of the other that fits it clearly better: a control may be an entry of its own in one
    /// list and a paragraph of a wider entry in the other. Entries of the same code stay together.
    pub(crate) fn sharpened(&self, (left, right, score): Edge) -> Edge {
        let (l, r) = (&self.l.side.nodes, &self.r.side.nodes);
        if self.code_adds(left, right) > 0 || self.hand.says.contains_key(&(left, right)) {
            return (left, right, score);
        }
        let below = r[right].children.iter().map(|b| (left, *b)).chain(l[left].children.iter().map(|a| (*a, right)));
        let scored = below.filter(|pair| !self.hand.forbidden.contains(pair)).map(|(a, b)| (a, b, self.scorer.similarity(&l[a], &r[b])));
        let best = scored.max_by(|x, y| x.2.cmp(&y.2).then((y.0, y.1).cmp(&(x.0, x.1))));
        best.filter(|found| found.2 >= score + CLEARLY).unwrap_or((left, right, score))
    }

    /// The candidate pairs of entries with their similarity.
    fn candidates(&self) -> Vec<Edge> {
        let (l, r) = (&self.l.side, &self.r.side);
        let index = Index::new(&self.scorer.space, r.roots.iter().map(|b| &r.nodes[*b].tree), REACH);
        l.roots
            .par_iter()
            .map_init(Vec::new, |sums, a| {
                let mut found: Vec<usize> = index.candidates(&l.nodes[*a].tree, sums).into_iter().map(|at| r.roots[at]).collect();
                if let Some(same) = self.r.by_code.get(self.l.code(*a).as_str()).filter(|_| self.shared) {
                    found.push(*same);
                }
                found.sort_unstable();
                found.dedup();
                let score = |b: usize| (*a, b, self.scorer.similarity(&l.nodes[*a], &r.nodes[b]));
                found.into_iter().map(score).collect::<Vec<Edge>>()
            })
            .flatten()
            .collect()
    }

    /// The best assignment of entries, pairs fixed by hand left out.
    fn settle(&self, candidates: Vec<Edge>) -> Vec<Edge> {
        let fixed = |(a, b): (usize, usize)| self.hand.pairs.iter().any(|p| p.0 == a || p.1 == b) || self.hand.forbidden.contains(&(a, b));
        let mut edges: Vec<Edge> = candidates
            .into_iter()
            .filter(|e| e.2 >= least().same_code && !fixed((e.0, e.1)))
            .map(|(a, b, s)| (a, b, s + self.code_adds(a, b)))
            .filter(|e| e.2 >= least().entry)
            .collect();
        edges.sort_unstable();
        let mut pairs = assign(edges);
        let by_hand =
            self.hand.pairs.iter().filter(|(a, b)| self.l.side.nodes[*a].parent.is_none() && self.r.side.nodes[*b].parent.is_none());
        pairs.extend(by_hand.map(|(a, b)| (*a, *b, 1000)));
        pairs
    }
}
