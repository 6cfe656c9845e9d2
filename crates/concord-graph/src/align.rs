//! The alignment of two lists: which paragraph corresponds to which, decided by meaning.
//!
//! Codes are evidence, never proof: a shared code must be confirmed by what the paragraphs speak of. The order is: entries of
//! the same code, entries of another code, then down the trees (letters may shift), then across levels inside an entry, and at
//! last the whole other list for a control that merely sits elsewhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use concord_model::{Code, Digest, List};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::assign::assign;
use crate::features::{Item, Prepared, Space, prepare};

/// Thousandths of similarity at which two paragraphs are held to be the same control, by how much their place already says.
mod least {
    /// Entries of the same code.
    pub(super) const SAME_CODE: u32 = 150;
    /// Entries of different codes.
    pub(super) const OTHER_ENTRY: u32 = 450;
    /// Children of matched parents.
    pub(super) const SIBLING: u32 = 330;
    /// The same label under matched parents.
    pub(super) const SAME_LABEL: u32 = 200;
    /// Another level of the matched entry.
    pub(super) const SAME_ENTRY: u32 = 600;
    /// Anywhere in the other list.
    pub(super) const ELSEWHERE: u32 = 720;
}

/// A feature that more paragraphs than this have says too little to propose a candidate.
const COMMON: usize = 200;
/// The rarest features of a paragraph that propose candidates.
const RAREST: usize = 10;
/// Thousandths of a paragraph's own words that another must hold to be near it.
const HELD: u32 = 800;
/// The similarity that stands for such nearness: enough to leave the question open, not enough for a match.
const NEAR_BY_WORDS: u32 = 600;
/// Candidates that are looked at closely.
const CANDIDATES: usize = 12;

/// What speaks for a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// The normalised wordings are equal.
    Wording,
    /// The normalised wordings are equal but for conditions.
    Residue,
    /// The codes are equal.
    Code,
    /// The parents are matched.
    Parent,
    /// Words, parameters, limits and substances in common.
    Meaning,
    /// Found at another level of the matched entry.
    OtherLevel,
    /// Found elsewhere in the other list.
    Elsewhere,
}

/// Two paragraphs held to be the same control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Left code.
    pub left: Code,
    /// Right code.
    pub right: Code,
    /// Similarity in thousandths.
    pub score: u32,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
}

/// A paragraph without a match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmatched {
    /// Its code.
    pub code: Code,
    /// The match of its parent on the other side.
    pub under: Option<Code>,
    /// The best rejected candidate and its similarity in thousandths.
    pub nearest: Option<(Code, u32)>,
}

/// The alignment of two lists. Reserved paragraphs take no part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alignment {
    /// Matches by left code. One-to-one but for controls found elsewhere, whose other side may be matched twice.
    pub matches: Vec<Match>,
    /// Left paragraphs without a match, by code.
    pub left_only: Vec<Unmatched>,
    /// Right paragraphs without a match, by code.
    pub right_only: Vec<Unmatched>,
}

/// Aligns two lists. The alignment is the same whichever list stands first, ties included.
pub fn align(left: &List, right: &List) -> Alignment {
    let key = |list: &List| (list.jurisdiction.clone(), list.id.clone());
    if key(left) <= key(right) { in_order(left, right) } else { in_order(right, left).mirrored() }
}

fn in_order(left: &List, right: &List) -> Alignment {
    let (space, l, r) = prepare(left, right);
    let mut aligner =
        Aligner { space, to_right: vec![None; l.items.len()], to_left: vec![None; r.items.len()], extra: BTreeMap::new(), l, r };
    aligner.entries();
    aligner.levels();
    let near_left = aligner.elsewhere(true);
    let near_right = aligner.elsewhere(false);
    aligner.finish(&near_left, &near_right)
}

impl Alignment {
    /// The alignment seen from the other side.
    fn mirrored(self) -> Self {
        let swap = |m: Match| Match { left: m.right, right: m.left, ..m };
        let mut matches: Vec<Match> = self.matches.into_iter().map(swap).collect();
        matches.sort_by(|x, y| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right)));
        Self { matches, left_only: self.right_only, right_only: self.left_only }
    }
}

struct Aligner<'a> {
    space: Space,
    l: Prepared<'a>,
    r: Prepared<'a>,
    /// The one-to-one matches by left index: right index, score, evidence.
    to_right: Vec<Option<(usize, u32, Vec<Evidence>)>>,
    to_left: Vec<Option<usize>>,
    /// Matches found elsewhere: (left, right) to score.
    extra: BTreeMap<(usize, usize), u32>,
}

impl Aligner<'_> {
    fn entries(&mut self) {
        let mut pairs = Vec::new();
        for &a in &self.l.entries {
            if let Some(&b) = self.r.by_code.get(&self.l.items[a].paragraph.code) {
                let (own, tree) = self.parts(a, b);
                if own.max(tree) >= least::SAME_CODE {
                    pairs.push((a, b, own.max(tree)));
                }
            }
        }
        for (a, b, score) in pairs {
            self.pair(a, b, score, vec![Evidence::Code, Evidence::Meaning]);
        }
        let rest_l: Vec<usize> = self.l.entries.iter().copied().filter(|a| self.to_right[*a].is_none()).collect();
        let rest_r: Vec<usize> = self.r.entries.iter().copied().filter(|b| self.to_left[*b].is_none()).collect();
        let found = assign(rest_l.len(), rest_r.len(), i64::from(least::OTHER_ENTRY), |i, j| {
            let (a, b) = (rest_l[i], rest_r[j]);
            let (own, tree) = self.parts(a, b);
            let leaves = self.l.items[a].children.is_empty() && self.r.items[b].children.is_empty();
            i64::from(if leaves { own } else { u32::midpoint(own, tree) })
        });
        let scored: Vec<(usize, usize, u32)> =
            found.iter().map(|(i, j)| (rest_l[*i], rest_r[*j], self.similarity(rest_l[*i], rest_r[*j]))).collect();
        for (a, b, score) in scored {
            self.pair(a, b, score, vec![Evidence::Meaning, Evidence::Elsewhere]);
        }
        for a in self.l.entries.clone() {
            if let Some((b, _, _)) = self.to_right[a].clone() {
                self.descend(a, b);
            }
        }
    }

    fn pair(&mut self, a: usize, b: usize, score: u32, mut evidence: Vec<Evidence>) {
        let (p, q) = (self.l.items[a].paragraph, self.r.items[b].paragraph);
        if p.wording == q.wording && p.wording != Digest(0) {
            evidence.push(Evidence::Wording);
        } else if p.residue == q.residue && p.residue != Digest(0) {
            evidence.push(Evidence::Residue);
        }
        if p.code == q.code {
            evidence.push(Evidence::Code);
        }
        evidence.sort_unstable();
        evidence.dedup();
        self.to_right[a] = Some((b, score.min(1000), evidence));
        self.to_left[b] = Some(a);
    }

    fn descend(&mut self, a: usize, b: usize) {
        let rows: Vec<usize> = self.l.items[a].children.iter().copied().filter(|c| self.to_right[*c].is_none()).collect();
        let columns: Vec<usize> = self.r.items[b].children.iter().copied().filter(|c| self.to_left[*c].is_none()).collect();
        let score = |i: usize, j: usize| {
            let (c, d) = (rows[i], columns[j]);
            let same = self.l.items[c].paragraph.code.label() == self.r.items[d].paragraph.code.label();
            let plain = self.similarity(c, d);
            let least = if same { least::SAME_LABEL } else { least::SIBLING };
            if plain < least { 0 } else { plain + if same { 30 } else { 0 } }
        };
        let pairs = assign(rows.len(), columns.len(), 1, |i, j| i64::from(score(i, j)));
        let scored: Vec<(usize, usize, u32)> =
            pairs.iter().map(|(i, j)| (rows[*i], columns[*j], self.similarity(rows[*i], columns[*j]))).collect();
        for (c, d, s) in scored {
            self.pair(c, d, s, vec![Evidence::Parent, Evidence::Meaning]);
            self.descend(c, d);
        }
    }

    /// Matches what is left across levels inside matched entries.
    fn levels(&mut self) {
        for a in self.l.entries.clone() {
            let Some((b, _, _)) = self.to_right[a].clone() else { continue };
            loop {
                let rows: Vec<usize> = within(&self.l, a).into_iter().filter(|c| self.to_right[*c].is_none()).collect();
                let columns: Vec<usize> = within(&self.r, b).into_iter().filter(|c| self.to_left[*c].is_none()).collect();
                let pairs = assign(rows.len(), columns.len(), i64::from(least::SAME_ENTRY), |i, j| {
                    i64::from(self.similarity_in_context(rows[i], columns[j]))
                });
                let Some((i, j)) = pairs.first() else { break };
                let (c, d) = (rows[*i], columns[*j]);
                let score = self.similarity_in_context(c, d);
                self.pair(c, d, score, vec![Evidence::Meaning, Evidence::OtherLevel]);
                self.descend(c, d);
            }
        }
    }

    /// Looks for unmatched paragraphs of one side anywhere on the other; returns the nearest rejected candidate of each.
    fn elsewhere(&mut self, from_left: bool) -> BTreeMap<usize, (usize, u32)> {
        let (from, to) = if from_left { (&self.l, &self.r) } else { (&self.r, &self.l) };
        let index = inverted(to);
        let matched = |i: usize| if from_left { self.to_right[i].is_some() } else { self.to_left[i].is_some() };
        let best = |scores: &mut Vec<u32>, at: usize| -> Option<(usize, usize, u32)> {
            let path = &from.items[at].path.features;
            let mut features: Vec<(usize, &[usize])> = path
                .iter()
                .filter_map(|(f, _)| index.get(f))
                .map(|list| (list.len(), list.as_slice()))
                .filter(|(n, _)| *n <= COMMON)
                .collect();
            features.sort_by_key(|(n, _)| *n);
            let mut touched = Vec::new();
            for (n, others) in features.into_iter().take(RAREST) {
                let weight = u32::try_from(1 + COMMON / n.max(1)).unwrap_or(1);
                for other in others {
                    if scores[*other] == 0 {
                        touched.push(*other);
                    }
                    scores[*other] += weight;
                }
            }
            let mut ranked: Vec<(u32, usize)> = touched.into_iter().map(|i| (std::mem::take(&mut scores[i]), i)).collect();
            let order = |a: &(u32, usize), b: &(u32, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
            if ranked.len() > CANDIDATES {
                ranked.select_nth_unstable_by(CANDIDATES, order);
                ranked.truncate(CANDIDATES);
            }
            ranked.sort_unstable_by(order);
            let scored = ranked.into_iter().map(|(_, other)| {
                let (a, b) = if from_left { (at, other) } else { (other, at) };
                // Words that another paragraph holds all of may be that control in a wider text.
                let held = self.space.held(&from.items[at].own, &to.items[other].path);
                let near = if held >= HELD { NEAR_BY_WORDS } else { 0 };
                (self.similarity_in_context(a, b).max(near), other)
            });
            scored.max_by(|x, y| x.0.cmp(&y.0).then(y.1.cmp(&x.1))).map(|(score, other)| (at, other, score))
        };
        let open: Vec<usize> = (0..from.items.len()).filter(|at| !matched(*at) && !from.items[*at].own.is_empty()).collect();
        let scored: Vec<(usize, usize, u32)> = open.into_par_iter().map_init(|| vec![0; to.items.len()], best).flatten().collect();
        let mut nearest = BTreeMap::new();
        let mut found = Vec::new();
        for (at, other, score) in scored {
            let free = if from_left { self.to_left[other].is_none() } else { self.to_right[other].is_none() };
            if score >= least::ELSEWHERE && free {
                found.push((at, other, score));
            } else {
                nearest.insert(at, (other, score));
            }
        }
        for (at, other, score) in found {
            let (a, b) = if from_left { (at, other) } else { (other, at) };
            self.extra.insert((a, b), score);
        }
        nearest
    }

    fn parts(&self, a: usize, b: usize) -> (u32, u32) {
        let (x, y) = (&self.l.items[a], &self.r.items[b]);
        let (p, q) = (x.paragraph, y.paragraph);
        let mut own = self.space.similarity(&x.own, &y.own);
        if p.wording == q.wording && p.wording != Digest(0) {
            own = 1000;
        } else if p.residue == q.residue && p.residue != Digest(0) && own > 0 {
            own = own.max(850);
        }
        if !p.substances.is_empty() && p.substances == q.substances {
            own = own.max(950);
        }
        (own, self.space.similarity(&x.tree, &y.tree))
    }

    fn similarity(&self, a: usize, b: usize) -> u32 {
        let (own, tree) = self.parts(a, b);
        let (x, y) = (&self.l.items[a], &self.r.items[b]);
        if x.children.is_empty() && y.children.is_empty() {
            own
        } else if x.own.is_empty() || y.own.is_empty() {
            tree
        } else {
            own.max((own * 2 + tree * 3) / 5).max(if tree > 600 { tree } else { 0 })
        }
    }

    /// Similarity of paragraphs that stand in different places: what their ancestors say counts as well.
    fn similarity_in_context(&self, a: usize, b: usize) -> u32 {
        let (x, y) = (&self.l.items[a], &self.r.items[b]);
        let path = self.space.similarity(&x.path, &y.path);
        let plain = (self.similarity(a, b) * 2 + path * 3) / 5;
        let same_substances = !x.paragraph.substances.is_empty() && x.paragraph.substances == y.paragraph.substances;
        if same_substances { plain.max(900) } else { plain }
    }

    fn finish(self, near_left: &BTreeMap<usize, (usize, u32)>, near_right: &BTreeMap<usize, (usize, u32)>) -> Alignment {
        let code = |items: &[Item<'_>], i: usize| items[i].paragraph.code.clone();
        let mut matches: Vec<Match> = Vec::new();
        for (a, hit) in self.to_right.iter().enumerate() {
            if let Some((b, score, evidence)) = hit {
                matches.push(Match {
                    left: code(&self.l.items, a),
                    right: code(&self.r.items, *b),
                    score: *score,
                    evidence: evidence.clone(),
                });
            }
        }
        for ((a, b), score) in &self.extra {
            matches.push(Match {
                left: code(&self.l.items, *a),
                right: code(&self.r.items, *b),
                score: (*score).min(1000),
                evidence: vec![Evidence::Meaning, Evidence::Elsewhere],
            });
        }
        matches.sort_by(|x, y| x.left.cmp(&y.left).then_with(|| x.right.cmp(&y.right)));
        matches.dedup_by(|x, y| x.left == y.left && x.right == y.right);
        let moved_left: BTreeSet<usize> = self.extra.keys().map(|k| k.0).collect();
        let moved_right: BTreeSet<usize> = self.extra.keys().map(|k| k.1).collect();
        let mut left_only: Vec<Unmatched> = (0..self.l.items.len())
            .filter(|a| self.to_right[*a].is_none() && !moved_left.contains(a))
            .map(|a| Unmatched {
                code: code(&self.l.items, a),
                under: self.l.items[a].parent.and_then(|p| self.to_right[p].as_ref()).map(|(b, _, _)| code(&self.r.items, *b)),
                nearest: near_left.get(&a).map(|(b, s)| (code(&self.r.items, *b), *s)),
            })
            .collect();
        let mut right_only: Vec<Unmatched> = (0..self.r.items.len())
            .filter(|b| self.to_left[*b].is_none() && !moved_right.contains(b))
            .map(|b| Unmatched {
                code: code(&self.r.items, b),
                under: self.r.items[b].parent.and_then(|p| self.to_left[p]).map(|a| code(&self.l.items, a)),
                nearest: near_right.get(&b).map(|(a, s)| (code(&self.l.items, *a), *s)),
            })
            .collect();
        left_only.sort_by(|x, y| x.code.cmp(&y.code));
        right_only.sort_by(|x, y| x.code.cmp(&y.code));
        Alignment { matches, left_only, right_only }
    }
}

fn within(prepared: &Prepared<'_>, root: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut open = vec![root];
    while let Some(at) = open.pop() {
        out.push(at);
        open.extend(prepared.items[at].children.iter().rev());
    }
    out
}

fn inverted(prepared: &Prepared<'_>) -> HashMap<u32, Vec<usize>> {
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, item) in prepared.items.iter().enumerate() {
        for (feature, _) in &item.path.features {
            index.entry(*feature).or_default().push(at);
        }
    }
    index
}
