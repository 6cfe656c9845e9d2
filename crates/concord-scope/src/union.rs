//! Unions of regions: the disjunctive normal form of a formula, and its algebra.

use crate::search::{self, Goal, TooLarge};
use crate::{Formula, Region};

/// A union of regions, none inside another. No region at all is no item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Union(Vec<Region>);

impl Union {
    /// The formula's disjunctive normal form, of at most `limit` regions. The regions may overlap.
    pub fn of(formula: &Formula, limit: usize) -> Result<Self, TooLarge> {
        let found = search::regions(&[Goal { formula, holds: true }], &|_| true, limit.saturating_add(1))?;
        if found.len() > limit { Err(TooLarge) } else { Ok(Self::absorbed(found)) }
    }

    /// The regions.
    pub fn regions(&self) -> &[Region] {
        &self.0
    }

    /// The regions.
    pub fn into_regions(self) -> Vec<Region> {
        self.0
    }

    /// Whether it holds no item.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items in both, as at most `limit` regions.
    pub fn intersection(&self, other: &Self, limit: usize) -> Result<Self, TooLarge> {
        let mut out = Vec::new();
        for a in &self.0 {
            out.extend(other.0.iter().filter_map(|b| a.intersection(b)));
            if out.len() > limit {
                return Err(TooLarge);
            }
        }
        Ok(Self::absorbed(out))
    }

    /// The items in this union and not in `other`, as at most `limit` regions.
    pub fn difference(&self, other: &Self, limit: usize) -> Result<Self, TooLarge> {
        let mut rest = self.0.clone();
        for taken in &other.0 {
            rest = rest.iter().flat_map(|r| r.difference(taken)).collect();
            if rest.len() > limit {
                return Err(TooLarge);
            }
        }
        Ok(Self::absorbed(rest))
    }

    /// Whether every item of this union is in `other`; `limit` bounds the regions in between.
    pub fn is_subset(&self, other: &Self, limit: usize) -> Result<bool, TooLarge> {
        self.difference(other, limit).map(|rest| rest.is_empty())
    }

    /// Drops each region that lies inside another; of equal ones the first stays.
    pub(crate) fn absorbed(regions: Vec<Region>) -> Self {
        let mut out: Vec<Region> = Vec::with_capacity(regions.len());
        for region in regions {
            if !out.iter().any(|kept| region.is_subset(kept)) {
                out.retain(|kept| !kept.is_subset(&region));
                out.push(region);
            }
        }
        Self(out)
    }
}
