//! What is told of an alignment: evidence, justifications, and why the rest is unmatched.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::elsewhere::{Further, Near};
use super::evidence::{Evidence, least};
use super::matching::{Matching, Pair};
use super::score::Share;
use super::{Alignment, Match, Part, Place, Rejected, Shape, Unmatched};

/// Kinds of evidence that a justification names.
const NAMED: usize = 3;

impl Matching<'_> {
    /// The alignment as it is told.
    pub(crate) fn outcome(self, parts: &[Further], near_left: &Near, near_right: &Near) -> Alignment {
        let pairs: Vec<Pair> = self.to_right.iter().flatten().copied().collect();
        let mut matches: Vec<Match> = pairs.par_iter().map(|pair| self.told(*pair, None)).collect();
        let mut parts: Vec<Part> = parts.iter().map(|f| Part { pair: self.told(f.pair, Some(f)), shape: f.shape }).collect();
        let by_codes = |x: &Match, y: &Match| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right));
        matches.par_sort_by(by_codes);
        parts.sort_by(|x, y| by_codes(&x.pair, &y.pair));
        let mut rejected = Vec::new();
        if self.details {
            rejected.extend(self.turned_down(near_left, true));
            rejected.extend(self.turned_down(near_right, false));
        }
        rejected.sort_by(|x, y| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right)));
        rejected.dedup_by(|x, y| x.left == y.left && x.right == y.right);
        let (left_only, right_only) = rayon::join(|| self.unmatched(near_left, true), || self.unmatched(near_right, false));
        Alignment { matches, parts, left_only, right_only, rejected, conflicts: self.hand.conflicts.clone(), shared_numbering: self.shared }
    }

    /// The evidence of a pair, greatest first.
    fn evidence(&self, pair: Pair, by_members: bool) -> Vec<Share> {
        if self.hand.says.contains_key(&(pair.left, pair.right)) {
            return vec![(Evidence::Hand, 1000)];
        }
        if by_members {
            return vec![(Evidence::Members, pair.score)];
        }
        let (x, y) = (&self.l.side.nodes[pair.left], &self.r.side.nodes[pair.right]);
        let in_context = matches!(pair.place, Place::Level | Place::Elsewhere);
        let mut shares = self.scorer.explain(x, y, in_context);
        match pair.place {
            Place::Entry => shares.push((Evidence::EntryCode, self.code_adds(pair.left, pair.right))),
            Place::Children => {
                shares.push((Evidence::Parent, 0));
                shares.push((Evidence::Label, self.label_adds(pair.left, pair.right)));
            }
            _ => {}
        }
        shares.retain(|s| s.1 > 0 || s.0 == Evidence::Parent);
        shares.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        shares
    }

    fn told(&self, pair: Pair, further: Option<&Further>) -> Match {
        let evidence = self.evidence(pair, further.is_some_and(|f| f.by_members));
        let by_hand = self.hand.says.get(&(pair.left, pair.right)).cloned();
        let mut reasons: Vec<String> =
            evidence.iter().filter(|s| s.0 != Evidence::Parent).take(NAMED).map(|(kind, _)| kind.row().says.clone()).collect();
        if let Some((_, source)) = &by_hand {
            reasons = vec![format!("{} ({source})", Evidence::Hand.row().says)];
        }
        match pair.place {
            Place::Entry => {}
            Place::Children => reasons.push(Evidence::Parent.row().says.clone()),
            Place::Level => reasons.push("at another level of the matched paragraph".to_owned()),
            Place::Elsewhere => reasons.push("not under matched parents: it sits elsewhere in the other list".to_owned()),
        }
        if further.is_some_and(|f| f.shape != Shape::Related) {
            reasons.push("one of several counterparts".to_owned());
        }
        reasons.extend(self.about_codes(pair));
        Match {
            left: self.l.code(pair.left).clone(),
            right: self.r.code(pair.right).clone(),
            score: pair.score,
            evidence,
            differs: self.differs(pair),
            place: pair.place,
            justification: reasons.join("; "),
            by_hand,
        }
    }

    /// What a pair does not share.
    fn differs(&self, pair: Pair) -> Vec<Share> {
        let mut kinds = self.scorer.unshared_by_kind(&self.l.side.nodes[pair.left].tree, &self.r.side.nodes[pair.right].tree);
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        kinds
    }

    /// What the codes of a pair say, in lists that share the numbering: nothing, or that they mislead.
    fn about_codes(&self, pair: Pair) -> Option<String> {
        let (a, b) = (self.l.code(pair.left), self.r.code(pair.right));
        if !self.shared || a == b {
            return None;
        }
        let namesake = self.r.by_code.get(a.as_str())?;
        let speaks = self.scorer.similarity(&self.l.side.nodes[pair.left], &self.r.side.nodes[*namesake]);
        let other = if speaks < least().sibling { "equal codes name different subjects here" } else { "another code, the same control" };
        Some(other.to_owned())
    }

    fn unmatched(&self, near: &Near, left: bool) -> Vec<Unmatched> {
        let (own, other) = if left { (&self.l, &self.r) } else { (&self.r, &self.l) };
        let partner = |at: usize| if left { self.to_right[at].map(|p| p.right) } else { self.to_left[at] };
        let mut out: Vec<Unmatched> = (0..own.side.nodes.len())
            .filter(|at| partner(*at).is_none())
            .map(|at| {
                let nearest = near.get(&at).and_then(|c| c.first());
                Unmatched {
                    code: own.code(at).clone(),
                    under: own.side.nodes[at].parent.and_then(partner).map(|b| other.code(b).clone()),
                    nearest: nearest.map(|(b, score)| (other.code(*b).clone(), *score)),
                    missing: nearest
                        .filter(|_| self.details)
                        .map_or_else(Vec::new, |(b, _)| if left { self.missing(at, *b) } else { self.missing(*b, at) }),
                }
            })
            .collect();
        out.sort_by(|x, y| x.code.cmp(&y.code));
        out
    }

    /// The kinds of evidence that would weigh most and are not there.
    fn missing(&self, left: usize, right: usize) -> Vec<Evidence> {
        let (x, y) = (&self.l.side.nodes[left], &self.r.side.nodes[right]);
        let mut kinds: Vec<Share> = self.scorer.unshared_by_kind(&x.own, &y.own);
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        kinds.into_iter().take(NAMED).map(|s| s.0).collect()
    }

    fn turned_down(&self, near: &Near, from_left: bool) -> Vec<Rejected> {
        let taken: FxHashSet<(usize, usize)> = self.to_right.iter().flatten().map(|p| (p.left, p.right)).collect();
        near.iter()
            .flat_map(|(at, candidates)| {
                candidates.iter().map(move |(other, score)| if from_left { (*at, *other, *score) } else { (*other, *at, *score) })
            })
            .filter(|(a, b, _)| !taken.contains(&(*a, *b)))
            .map(|(a, b, score)| {
                let better = match (self.to_right[a], self.to_left[b]) {
                    (Some(p), _) => Some(format!("{} is matched with {}", self.l.code(a), self.r.code(p.right))),
                    (None, Some(p)) => Some(format!("{} is matched with {}", self.r.code(b), self.l.code(p))),
                    (None, None) => None,
                };
                Rejected {
                    left: self.l.code(a).clone(),
                    right: self.r.code(b).clone(),
                    score,
                    missing: self.missing(a, b),
                    why: better.filter(|_| score >= least().elsewhere).unwrap_or_else(|| "too little in common".to_owned()),
                }
            })
            .collect()
    }
}

impl Match {
    fn mirrored(self) -> Self {
        let by_hand = self.by_hand.map(|(relation, source)| (relation.mirrored(), source));
        Self { left: self.right, right: self.left, by_hand, ..self }
    }
}

impl Alignment {
    /// The alignment seen from the other side.
    pub(crate) fn mirrored(self) -> Self {
        let by_codes = |x: &Match, y: &Match| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right));
        let mut matches: Vec<Match> = self.matches.into_iter().map(Match::mirrored).collect();
        matches.sort_by(by_codes);
        let turned = |part: Part| {
            let shape = match part.shape {
                Shape::Split => Shape::Merged,
                Shape::Merged => Shape::Split,
                Shape::Related => Shape::Related,
            };
            Part { pair: part.pair.mirrored(), shape }
        };
        let mut parts: Vec<Part> = self.parts.into_iter().map(turned).collect();
        parts.sort_by(|x, y| by_codes(&x.pair, &y.pair));
        let swap = |r: Rejected| Rejected { left: r.right, right: r.left, ..r };
        let mut rejected: Vec<Rejected> = self.rejected.into_iter().map(swap).collect();
        rejected.sort_by(|x, y| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right)));
        let conflicts = self.conflicts.into_iter().map(|c| super::Conflict { left: c.right, right: c.left, ..c }).collect();
        Self {
            matches,
            parts,
            left_only: self.right_only,
            right_only: self.left_only,
            rejected,
            conflicts,
            shared_numbering: self.shared_numbering,
        }
    }
}
