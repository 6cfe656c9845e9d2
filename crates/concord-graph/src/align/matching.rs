//! The state of an alignment, and its steps in order.

use concord_model::texts::Texts;
use concord_model::{Code, List};

use super::assign::Edge;
use super::evidence::{Evidence, mix};
use super::hand::Hand;
use super::paragraphs::{Paragraphs, names_codes};
use super::score::Scorer;
use super::space::{Space, Weighing};
use super::{AlignOptions, Alignment, Place, references};

/// A pair that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) score: u32,
    pub(crate) place: Place,
}

/// The state.
pub(crate) struct Matching<'a> {
    pub(crate) l: Paragraphs<'a>,
    pub(crate) r: Paragraphs<'a>,
    pub(crate) scorer: Scorer,
    pub(crate) hand: Hand,
    /// Whether codes count.
    pub(crate) shared: bool,
    ignore_codes: bool,
    pub(crate) details: bool,
    pub(crate) to_right: Vec<Option<Pair>>,
    pub(crate) to_left: Vec<Option<usize>>,
    /// The candidates among entries, as last scored.
    pub(crate) candidates: Vec<Edge>,
}

impl<'a> Matching<'a> {
    pub(crate) fn new(left: (&'a List, Option<&Texts>), right: (&'a List, Option<&Texts>), options: &AlignOptions) -> Self {
        // What only one list has says nothing about both.
        let texts = left.1.zip(right.1);
        let (mut l, mut r) = rayon::join(|| Paragraphs::new(left.0, texts.map(|t| t.0)), || Paragraphs::new(right.0, texts.map(|t| t.1)));
        let weight = |kind: Evidence| if options.without.contains(&kind) { 0 } else { kind.row().weight };
        let (space, left_bags, right_bags) =
            Space::new(&l.features, &r.features, &Weighing { kind: weight, one_sided: mix().one_sided, squared: true });
        rayon::join(|| l.weigh(left_bags), || r.weigh(right_bags));
        let hand = Hand::new(&options.hand, &l, &r);
        let (n, m) = (l.side.nodes.len(), r.side.nodes.len());
        let without = options.without.iter().copied().collect();
        Self {
            l,
            r,
            scorer: Scorer { space, without },
            hand,
            shared: false,
            ignore_codes: options.ignore_codes,
            details: options.details,
            to_right: vec![None; n],
            to_left: vec![None; m],
            candidates: Vec::new(),
        }
    }

    /// Runs the steps.
    pub(crate) fn run(mut self) -> Alignment {
        self.entries();
        for (left, right) in self.hand.pairs.clone() {
            self.take(Pair { left, right, score: 1000, place: self.place(left, right) });
        }
        rayon::join(|| self.l.side.spread(), || self.r.side.spread());
        self.inside_all();
        let (near_left, near_right) = self.elsewhere();
        let parts = self.parts(&near_left, &near_right);
        self.outcome(&parts, &near_left, &near_right)
    }

    /// The candidates among entries: for each left one the match first, then the others by their similarity.
    pub(crate) fn ranked(mut self) -> Vec<(Code, Code, u32)> {
        self.entries();
        let mut edges = std::mem::take(&mut self.candidates);
        let taken = |e: &Edge| self.to_left[e.1] == Some(e.0);
        edges.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(taken(y).cmp(&taken(x))).then(y.2.cmp(&x.2)).then(x.1.cmp(&y.1)));
        edges.into_iter().map(|(a, b, s)| (self.l.code(a).clone(), self.r.code(b).clone(), s)).collect()
    }

    /// Whether the digests of wordings that name codes count, from here on.
    pub(crate) fn count_codes(&mut self, shared: bool) {
        self.shared = shared && !self.ignore_codes;
        if self.shared {
            return;
        }
        for side in [&mut self.l, &mut self.r] {
            for (node, paragraph) in side.side.nodes.iter_mut().zip(&side.facts) {
                if names_codes(paragraph) {
                    (node.marks.wording, node.marks.residue) = (0, 0);
                }
            }
        }
    }

    /// Takes references into account, as the entries are matched now.
    pub(crate) fn refer(&mut self, entries: &[Edge]) {
        let (left, right) = references::tokens(&self.l, &self.r, entries);
        let (left, right) = self.scorer.space.tokens(&left, &right);
        rayon::join(|| self.l.refer(&left), || self.r.refer(&right));
    }

    pub(crate) fn take(&mut self, pair: Pair) {
        self.to_right[pair.left] = Some(pair);
        self.to_left[pair.right] = Some(pair.left);
    }

    pub(crate) fn is_free(&self, left: usize, right: usize) -> bool {
        self.to_right[left].is_none() && self.to_left[right].is_none() && !self.hand.forbidden.contains(&(left, right))
    }

    /// Whether the parents of two nodes are matched with each other.
    pub(crate) fn under_matched(&self, left: usize, right: usize) -> bool {
        match (self.l.side.nodes[left].parent, self.r.side.nodes[right].parent) {
            (Some(a), Some(b)) => self.to_left[b] == Some(a),
            _ => false,
        }
    }

    /// The place of a pair, as the nodes around it are matched now.
    pub(crate) fn place(&self, left: usize, right: usize) -> Place {
        match (self.l.side.nodes[left].parent, self.r.side.nodes[right].parent) {
            (None, None) => Place::Entry,
            _ if self.under_matched(left, right) => Place::Children,
            _ => {
                let above: Vec<usize> = self.r.side.above(right).collect();
                let meets = self.l.side.above(left).any(|a| self.to_right[a].is_some_and(|p| above.contains(&p.right)));
                if meets { Place::Level } else { Place::Elsewhere }
            }
        }
    }

    /// The similarity that the equal code of two entries adds.
    pub(crate) fn code_adds(&self, left: usize, right: usize) -> u32 {
        let kind = Evidence::EntryCode;
        let same = self.shared && self.l.code(left) == self.r.code(right);
        if same && !self.scorer.without.contains(&kind) { kind.row().adds } else { 0 }
    }

    /// The similarity that the equal label of two children of matched parents adds.
    pub(crate) fn label_adds(&self, left: usize, right: usize) -> u32 {
        let kind = Evidence::Label;
        let same = self.shared && self.l.code(left).label() == self.r.code(right).label();
        if same && !self.scorer.without.contains(&kind) { kind.row().adds } else { 0 }
    }
}
