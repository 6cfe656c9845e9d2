//! How alike two nodes are, and which kinds of evidence make up the figure.

use super::evidence::{Evidence, KINDS, mix};
use super::side::Node;
use super::space::{Bag, Space};

/// A kind of evidence and the thousandths of similarity that rest on it.
pub(crate) type Share = (Evidence, u32);

/// What a scorer takes into account.
#[derive(Clone, Debug)]
pub(crate) struct Scorer {
    pub(crate) space: Space,
    /// Kinds of evidence that are left out.
    pub(crate) without: Vec<Evidence>,
}

/// A similarity above which the descendants alone carry a pair.
const ALIKE_BELOW: u32 = 600;

impl Scorer {
    fn lift(&self, kind: Evidence, holds: bool) -> u32 {
        if holds && !self.without.contains(&kind) { kind.row().lifts_to } else { 0 }
    }

    /// The similarity of what two nodes themselves speak of.
    pub(crate) fn own(&self, a: &Node, b: &Node) -> u32 {
        let dice = a.own.similarity(&b.own);
        self.lifts(a, b, dice).into_iter().map(|(_, to)| to).fold(dice, u32::max)
    }

    fn lifts(&self, a: &Node, b: &Node, dice: u32) -> [(Evidence, u32); 3] {
        let (m, n) = (a.marks, b.marks);
        [
            (Evidence::Wording, self.lift(Evidence::Wording, m.wording != 0 && m.wording == n.wording)),
            (Evidence::Residue, self.lift(Evidence::Residue, dice > 0 && m.residue != 0 && m.residue == n.residue)),
            (Evidence::Substances, self.lift(Evidence::Substances, m.substances != 0 && m.substances == n.substances)),
        ]
    }

    fn members(&self, a: &Node, b: &Node) -> u32 {
        if self.without.contains(&Evidence::Members) {
            return 0;
        }
        let whole = a.tree.similarity(&b.tree);
        // One text may say in a sentence what the other spreads over sub-paragraphs, its subject repeated in each.
        if a.children.is_empty() == b.children.is_empty() { whole } else { whole.max(a.said().similarity(b.said())) }
    }

    /// The similarity of two nodes with all that stands under them.
    pub(crate) fn similarity(&self, a: &Node, b: &Node) -> u32 {
        self.mix(a, b).0
    }

    /// The similarity, and the share of the nodes' own texts in it, in hundredths.
    fn mix(&self, a: &Node, b: &Node) -> (u32, u32) {
        let (similarity, own) = self.mixed(a, b);
        let strange = [(Evidence::Group, a.marks.group != b.marks.group), (Evidence::Origin, a.marks.origin != b.marks.origin)];
        let apart = strange.into_iter().filter(|(kind, differs)| *differs && !self.without.contains(kind));
        (apart.fold(similarity, |kept, (kind, _)| kept * kind.row().keeps / 100), own)
    }

    fn mixed(&self, a: &Node, b: &Node) -> (u32, u32) {
        if a.children.is_empty() && b.children.is_empty() {
            return (self.own(a, b), 100);
        }
        let tree = self.members(a, b);
        if a.own.is_empty() || b.own.is_empty() {
            return (tree, 0);
        }
        let own = self.own(a, b);
        let mix = mix();
        let mixed = (own * mix.own + tree * (100 - mix.own)) / 100;
        let below = if tree > ALIKE_BELOW { tree } else { 0 };
        let alone = own * mix.alone / 100;
        [(mixed, mix.own), (alone, mix.alone), (below, 0)].into_iter().fold((0, 0), |best, next| if next.0 > best.0 { next } else { best })
    }

    /// The similarity of nodes that stand in different places: what their ancestors speak of counts as well.
    pub(crate) fn in_context(&self, a: &Node, b: &Node) -> u32 {
        self.placed(a, b, self.similarity(a, b))
    }

    /// As above, where the similarity is known.
    pub(crate) fn placed(&self, a: &Node, b: &Node, similarity: u32) -> u32 {
        let plain = (similarity * 2 + self.context(a, b) * 3) / 5;
        let same = a.marks.substances != 0 && a.marks.substances == b.marks.substances && !self.without.contains(&Evidence::Substances);
        if same { plain.max(900) } else { plain }
    }

    fn context(&self, a: &Node, b: &Node) -> u32 {
        if self.without.contains(&Evidence::Context) { 0 } else { a.path.similarity(&b.path) }
    }

    /// The share of some words, by weight, that a bag holds, in thousandths.
    pub(crate) fn held(words: &Bag, bag: &Bag) -> u32 {
        (1000 * words.shared(bag)).checked_div(words.mass).map_or(0, |share| u32::try_from(share).unwrap_or(1000))
    }

    /// The kinds of evidence in the similarity of two nodes, with their shares in thousandths, greatest first.
    pub(crate) fn explain(&self, a: &Node, b: &Node, in_context: bool) -> Vec<Share> {
        let (similarity, hundredths) = self.mix(a, b);
        let mut shares = self.explain_own(a, b, hundredths);
        let rest = similarity.saturating_sub(shares.iter().map(|s| s.1).sum());
        if hundredths < 100 && rest > 0 {
            shares.push((Evidence::Members, rest));
        }
        if in_context {
            let whole = self.placed(a, b, similarity);
            for share in &mut shares {
                share.1 = share.1 * 2 / 5;
            }
            shares.push((Evidence::Context, whole.saturating_sub(shares.iter().map(|s| s.1).sum())));
        }
        shares.retain(|s| s.1 > 0);
        shares.sort_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        shares
    }

    fn explain_own(&self, a: &Node, b: &Node, hundredths: u32) -> Vec<Share> {
        let dice = a.own.similarity(&b.own);
        let mut shares = self.shared_by_kind(&a.own, &b.own);
        for (kind, to) in self.lifts(a, b, dice) {
            let sum: u32 = shares.iter().map(|s| s.1).sum();
            if kind == Evidence::Wording && to > 0 {
                shares = vec![(kind, to)];
            } else if to > sum {
                shares.push((kind, to - sum));
            }
        }
        for share in &mut shares {
            share.1 = share.1 * hundredths / 100;
        }
        shares
    }

    /// What two bags share, by kind, in thousandths of their similarity.
    pub(crate) fn shared_by_kind(&self, a: &Bag, b: &Bag) -> Vec<Share> {
        let mut sums = [0_u64; KINDS.len()];
        let mut i = 0;
        for (feature, weight) in &a.features {
            while b.features.get(i).is_some_and(|f| f.0 < *feature) {
                i += 1;
            }
            if let Some((_, other)) = b.features.get(i).filter(|f| f.0 == *feature) {
                sums[self.space.kind(*feature) as usize] += u64::from(*weight.min(other));
            }
        }
        let whole = a.mass + b.mass;
        let share = |kind: &Evidence| (2000 * sums[*kind as usize]).checked_div(whole).and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        KINDS.iter().map(|kind| (*kind, share(kind))).filter(|s| s.1 > 0).collect()
    }

    /// What one of two bags has and the other lacks, by kind, in thousandths of the weight of both.
    pub(crate) fn unshared_by_kind(&self, a: &Bag, b: &Bag) -> Vec<Share> {
        let mut sums = [0_u64; KINDS.len()];
        for (one, other) in [(a, b), (b, a)] {
            let mut at = 0;
            for (feature, weight) in &one.features {
                while other.features.get(at).is_some_and(|f| f.0 < *feature) {
                    at += 1;
                }
                let theirs = other.features.get(at).filter(|f| f.0 == *feature).map_or(0, |f| f.1);
                sums[self.space.kind(*feature) as usize] += u64::from(weight.saturating_sub(theirs));
            }
        }
        let whole = a.mass + b.mass;
        // What is there at all is at least one thousandth.
        let share =
            |kind: &Evidence| (1000 * sums[*kind as usize]).checked_div(whole).and_then(|n| u32::try_from(n).ok()).unwrap_or(0).max(1);
        KINDS.iter().filter(|kind| sums[**kind as usize] > 0).map(|kind| (*kind, share(kind))).collect()
    }
}
