//! The inverted index that proposes candidates, so that never all pairs are looked at.

use super::space::{Bag, Space, similarity};

/// For each feature that is not too common, the documents that have it, with its weight there.
#[derive(Debug)]
pub(crate) struct Index {
    postings: Vec<(u32, u32)>,
    /// Where the postings of each feature begin; behind the last, where they end.
    starts: Vec<u32>,
    masses: Vec<u64>,
    reach: Reach,
}

/// What is proposed from the features that two documents share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// A feature that more documents than this have says too little to propose a candidate.
    pub(crate) common: usize,
    /// The rarest features of a document that propose candidates.
    pub(crate) rarest: usize,
    /// Candidates kept.
    pub(crate) keep: usize,
}

impl Index {
    /// Indexes documents.
    pub(crate) fn new<'a>(space: &Space, documents: impl Iterator<Item = &'a Bag> + Clone, reach: Reach) -> Self {
        let mut counts = vec![0_usize; space.len()];
        for (feature, _) in documents.clone().flat_map(|bag| &bag.features) {
            counts[*feature as usize] += 1;
        }
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut end = 0_u32;
        for count in &counts {
            starts.push(end);
            if *count <= reach.common {
                end += u32::try_from(*count).unwrap_or(0);
            }
        }
        starts.push(end);
        let mut next = starts.clone();
        let mut postings = vec![(0, 0); end as usize];
        let mut masses = Vec::new();
        for (at, bag) in (0_u32..).zip(documents) {
            masses.push(bag.mass);
            for (feature, weight) in bag.features.iter().filter(|f| counts[f.0 as usize] <= reach.common) {
                let place = &mut next[*feature as usize];
                postings[*place as usize] = (at, *weight);
                *place += 1;
            }
        }
        Self { postings, starts, masses, reach }
    }

    fn postings(&self, feature: u32) -> &[(u32, u32)] {
        let at = feature as usize;
        &self.postings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The documents nearest to a bag by the features that are not too common, nearest first. `sums` is room for one figure a document, all 0.
    pub(crate) fn candidates(&self, bag: &Bag, sums: &mut Vec<u32>) -> Vec<usize> {
        let reach = self.reach;
        sums.resize(self.masses.len(), 0);
        let mut features: Vec<(&[(u32, u32)], u32)> =
            bag.features.iter().map(|(f, w)| (self.postings(*f), *w)).filter(|(p, _)| !p.is_empty()).collect();
        features.sort_by_key(|(p, _)| p.len());
        let mut touched: Vec<u32> = Vec::new();
        for (postings, weight) in features.into_iter().take(reach.rarest) {
            for (other, theirs) in postings {
                let sum = &mut sums[*other as usize];
                if *sum == 0 {
                    touched.push(*other);
                }
                *sum += weight.min(*theirs);
            }
        }
        let mut ranked: Vec<(u32, u32)> = touched
            .into_iter()
            .map(|at| {
                let shared = std::mem::take(&mut sums[at as usize]);
                (similarity(u64::from(shared), bag.mass, self.masses[at as usize]), at)
            })
            .collect();
        let order = |a: &(u32, u32), b: &(u32, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        if ranked.len() > reach.keep {
            ranked.select_nth_unstable_by(reach.keep, order);
            ranked.truncate(reach.keep);
        }
        ranked.sort_unstable_by(order);
        ranked.into_iter().map(|(_, at)| at as usize).collect()
    }
}
