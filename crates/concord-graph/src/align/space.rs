//! Features, how rare they are, and how much two bags of them share. Whole numbers only, so that the result is the same on every machine.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::evidence::{Evidence, KINDS};

/// A feature before it is numbered: its kind in the five highest bits, and the digest of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name(u64);

/// The bits below the kind.
const DIGEST: u64 = u64::MAX >> 5;

impl Name {
    /// Digests the parts of a name (FNV-1a).
    pub(crate) fn new(kind: Evidence, parts: &[&[u8]]) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for part in parts {
            for byte in part.iter().chain(&[0]) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Self::of(kind, hash ^ (hash >> 32))
    }

    /// A name from a digest.
    pub(crate) fn of(kind: Evidence, digest: u64) -> Self {
        Self((kind as u64) << 59 | (digest & DIGEST))
    }

    fn kind(self) -> Evidence {
        KINDS[usize::try_from(self.0 >> 59).unwrap_or(0).min(KINDS.len() - 1)]
    }

    /// A digest of many names, in order.
    pub(crate) fn digest<'a>(names: impl Iterator<Item = &'a Self>) -> u64 {
        names.fold(0, |sum: u64, name| (sum.rotate_left(5) ^ name.0).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// Features by number with their weights, and the weight as a whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    pub(crate) features: Vec<(u32, u32)>,
    pub(crate) mass: u64,
}

impl Bag {
    fn new(features: Vec<(u32, u32)>) -> Self {
        let mass = features.iter().map(|f| u64::from(f.1)).sum();
        Self { features, mass }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// Both bags in one.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let (a, b) = (&self.features, &other.features);
        let mut out = Vec::with_capacity(a.len() + b.len());
        let (mut i, mut j) = (0, 0);
        loop {
            match (a.get(i), b.get(j)) {
                (Some(x), Some(y)) if x.0 == y.0 => {
                    out.push((x.0, x.1 + y.1));
                    i += 1;
                    j += 1;
                }
                (Some(x), Some(y)) if x.0 > y.0 => {
                    out.push(*y);
                    j += 1;
                }
                (Some(x), _) => {
                    out.push(*x);
                    i += 1;
                }
                (None, Some(y)) => {
                    out.push(*y);
                    j += 1;
                }
                (None, None) => return Self::new(out),
            }
        }
    }

    /// All bags in one.
    pub(crate) fn sum<'a>(bags: impl Iterator<Item = &'a Self>) -> Self {
        let mut all: Vec<(u32, u32)> = bags.flat_map(|b| b.features.iter().copied()).collect();
        all.sort_unstable_by_key(|f| f.0);
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self::new(all)
    }

    /// All bags in one, with what several have counted once.
    pub(crate) fn union<'a>(bags: impl Iterator<Item = &'a Self>) -> Self {
        let mut all: Vec<(u32, u32)> = bags.flat_map(|b| b.features.iter().copied()).collect();
        all.sort_unstable();
        all.dedup_by_key(|f| f.0);
        Self::new(all)
    }

    /// The weight that two bags share.
    pub(crate) fn shared(&self, other: &Self) -> u64 {
        let (a, b) = (self.features.as_slice(), other.features.as_slice());
        let (mut i, mut j, mut sum) = (0, 0, 0);
        // Which bag goes on is as good as random, so it is reckoned rather than branched on.
        while i < a.len() && j < b.len() {
            let ((left, own), (right, theirs)) = (a[i], b[j]);
            sum += if left == right { u64::from(own.min(theirs)) } else { 0 };
            i += usize::from(left <= right);
            j += usize::from(right <= left);
        }
        sum
    }

    /// Twice the shared weight over the weight of both (Dice's coefficient), in thousandths; 0 if either is empty.
    pub(crate) fn similarity(&self, other: &Self) -> u32 {
        similarity(self.shared(other), self.mass, other.mass)
    }
}

/// Dice's coefficient in thousandths.
pub(crate) fn similarity(shared: u64, a: u64, b: u64) -> u32 {
    if a == 0 || b == 0 { 0 } else { u32::try_from(2000 * shared / (a + b)).unwrap_or(1000) }
}

/// How features are weighed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighing<F> {
    /// The weight of a kind.
    pub(crate) kind: F,
    /// The hundredths that a feature counts which only one side has.
    pub(crate) one_sided: u32,
    /// Whether the square of how rare a feature is counts, which keeps phrases that every text repeats from carrying a match.
    pub(crate) squared: bool,
}

/// Numbers features and weighs them by how rare they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Space {
    kinds: Vec<Evidence>,
    /// Weights of the tokens that were added later, which are numbered behind the features.
    tokens: Vec<u32>,
    total: u64,
    by_kind: Vec<u32>,
    one_sided: u32,
    squared: bool,
}

impl Space {
    /// The space of the features of two sides' documents, and the documents' bags. A document names a feature once.
    pub(crate) fn new(
        left: &[Vec<Name>],
        right: &[Vec<Name>],
        weighing: &Weighing<impl Fn(Evidence) -> u32>,
    ) -> (Self, Vec<Bag>, Vec<Bag>) {
        // Every name with the number of documents that have it, and of those on the left.
        let mut seen: Vec<(Name, usize, usize)> = Vec::new();
        let mut places: FxHashMap<Name, usize> = FxHashMap::default();
        let mut count = |names: &Vec<Name>, on_left: usize| -> Vec<usize> {
            let mut at = |name: &Name| {
                let place = *places.entry(*name).or_insert(seen.len());
                match seen.get_mut(place) {
                    Some(counts) => *counts = (counts.0, counts.1 + 1, counts.2 + on_left),
                    None => seen.push((*name, 1, on_left)),
                }
                place
            };
            names.iter().map(&mut at).collect()
        };
        let documents: Vec<Vec<usize>> = left
            .iter()
            .map(|names| count(names, 1))
            .collect::<Vec<_>>()
            .into_iter()
            .chain(right.iter().map(|names| count(names, 0)))
            .collect();
        let mut space = Self {
            total: u64::try_from((left.len() + right.len()).max(1)).unwrap_or(1),
            by_kind: KINDS.iter().map(|kind| (weighing.kind)(*kind)).collect(),
            one_sided: weighing.one_sided,
            squared: weighing.squared,
            ..Self::default()
        };
        // Features are numbered in the order of their names, whatever order the documents came in.
        let mut order: Vec<usize> = (0..seen.len()).collect();
        order.par_sort_unstable_by_key(|place| seen[*place].0);
        let mut numbered: Vec<Option<(u32, u32)>> = vec![None; seen.len()];
        for place in order {
            let (name, all, lefts) = seen[place];
            let weight = space.weight(all, space.by_kind[name.kind() as usize], lefts == 0 || lefts == all);
            if weight > 0 {
                numbered[place] = Some((u32::try_from(space.kinds.len()).unwrap_or(u32::MAX), weight));
                space.kinds.push(name.kind());
            }
        }
        let bag = |places: &Vec<usize>| {
            let mut features: Vec<(u32, u32)> = places.iter().filter_map(|place| numbered[*place]).collect();
            features.sort_unstable();
            Bag::new(features)
        };
        let mut bags: Vec<Bag> = documents.par_iter().map(bag).collect();
        let rights = bags.split_off(left.len());
        (space, bags, rights)
    }

    /// The weight of a feature: how rare it is, or the square of that, times the weight of its kind, less if only one of the lists has it.
    ///
    /// How rare a feature is: 25 more than six times the binary logarithm of the share of documents that have it, from below; at least 1.
    fn weight(&self, documents: usize, kind: u32, one_sided: bool) -> u32 {
        let rarity = u128::from(self.total) * 16 / u128::try_from(documents.max(1)).unwrap_or(1);
        let bits = 1 + rarity.saturating_pow(6).max(1).ilog2().saturating_sub(24);
        let whole = if self.squared { bits * bits * kind } else { bits * kind };
        if one_sided { whole * self.one_sided / 100 } else { whole }
    }

    /// Replaces the tokens that stand for matched controls; gives the bags of the tokens of both sides' documents.
    pub(crate) fn tokens(&mut self, left: &[Vec<u32>], right: &[Vec<u32>]) -> (Vec<Bag>, Vec<Bag>) {
        let many = left.iter().chain(right).flatten().max().map_or(0, |most| *most as usize + 1);
        let mut counts = vec![[0_usize; 2]; many];
        for (side, documents) in [left, right].into_iter().enumerate() {
            for token in documents.iter().flatten() {
                counts[*token as usize][side] += 1;
            }
        }
        let weight = self.by_kind[Evidence::References as usize];
        self.tokens = counts.iter().map(|held| self.weight(held[0] + held[1], weight, held.contains(&0))).collect();
        let first = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        let bag = |tokens: &Vec<u32>| Bag::new(tokens.iter().map(|t| (first + t, self.tokens[*t as usize])).filter(|f| f.1 > 0).collect());
        (left.iter().map(bag).collect(), right.iter().map(bag).collect())
    }

    /// The kind of a feature.
    pub(crate) fn kind(&self, feature: u32) -> Evidence {
        self.kinds.get(feature as usize).copied().unwrap_or(Evidence::References)
    }

    /// How many features there are.
    pub(crate) fn len(&self) -> usize {
        self.kinds.len() + self.tokens.len()
    }

    /// What a bag has of one kind.
    pub(crate) fn of_kind(&self, bag: &Bag, kind: Evidence) -> Bag {
        Bag::new(bag.features.iter().copied().filter(|f| self.kind(f.0) == kind).collect())
    }
}
