//! Lists with all that connects them, and the concept graph of it.

use concord_graph::graph::{Origin, Regime, Sources};
use concord_graph::mapping::conflict::conflicts;
use concord_graph::mapping::{Mapping, MappingSet, Namespace, chained, merge, of_alignment, of_terms};
use concord_graph::{ConceptGraph, align, build};
use concord_model::List;
use rayon::prelude::*;

use crate::data::Data;
use crate::failure::Failure;
use crate::problem::Problem;

/// What the graph of some jurisdictions is built from.
pub(crate) struct Knowledge {
    /// The lists, in the order asked for.
    pub(crate) lists: Vec<List>,
    /// Mappings made by hand, the user's own before the shipped ones; last, what follows from them.
    hand: Vec<MappingSet>,
    computed: Vec<MappingSet>,
    regimes: Vec<Regime>,
    origins: Vec<Origin>,
    /// Mappings that the user's own contradict, and which gave way.
    pub(crate) overridden: Vec<Problem>,
}

impl Knowledge {
    /// Loads and aligns the lists of some jurisdictions.
    pub(crate) fn gather(data: &Data, codes: &[String], mut own: Vec<MappingSet>, namespace: &Namespace) -> Result<Self, Failure> {
        let mut codes = codes.to_vec();
        codes.sort();
        codes.dedup();
        let lists = codes.par_iter().map(|code| data.list(code)).collect::<Result<Vec<List>, Failure>>()?;
        let (theirs, overridden) = giving_way(&own, data.mappings()?);
        own.extend(theirs);
        let follows = chained(&own, namespace);
        own.push(follows);
        let pairs: Vec<(&List, &List)> =
            lists.iter().enumerate().flat_map(|(at, left)| lists[at + 1..].iter().map(move |right| (left, right))).collect();
        let of_pair =
            |(left, right): &(&List, &List)| [of_alignment(left, right, &align(left, right), namespace), of_terms(left, right, namespace)];
        let computed = pairs.par_iter().flat_map_iter(of_pair).collect();
        let origins = codes.iter().map(|code| data.origins(code)).collect::<Result<Vec<_>, Failure>>()?.concat();
        Ok(Self { lists, hand: own, computed, regimes: data.regimes()?, origins, overridden })
    }

    /// The graph.
    pub(crate) fn graph(&self) -> ConceptGraph {
        let lists: Vec<&List> = self.lists.iter().collect();
        build(&Sources {
            lists: &lists,
            hand: &self.hand,
            computed: &self.computed,
            regimes: &self.regimes,
            origins: &self.origins,
            ..Sources::default()
        })
    }

    /// Every mapping between the lists as one set.
    pub(crate) fn mappings(&self, namespace: &Namespace) -> MappingSet {
        let sets: Vec<&MappingSet> = self.hand.iter().chain(&self.computed).collect();
        let codes: Vec<String> = self.lists.iter().map(|list| list.jurisdiction.clone()).collect();
        let titles: Vec<&str> = self.lists.iter().map(|list| list.title.as_str()).collect();
        merge(&sets, &codes, &titles.join(" and "), namespace)
    }
}

/// The definitions' mappings without those that the user's own contradict, and a warning for each, which names both sources.
fn giving_way(own: &[MappingSet], mut theirs: Vec<MappingSet>) -> (Vec<MappingSet>, Vec<Problem>) {
    let count = own.iter().map(|set| set.mappings.len()).sum();
    let all: Vec<Mapping> = own.iter().chain(&theirs).flat_map(|set| &set.mappings).cloned().collect();
    let mut problems = Vec::new();
    // The user's own stand first, and they do not contradict each other: the second of a conflict is the one that gives way.
    for conflict in
        conflicts(&all).into_iter().filter(|conflict| all.iter().take(count).any(|mapping| std::ptr::eq(mapping, conflict.first)))
    {
        let message = format!(
            "`{}` ({}) gives way to `{}` ({})",
            conflict.second.said(),
            conflict.second.source,
            conflict.first.said(),
            conflict.first.source
        );
        problems.push(Problem::warning(message, "the mappings of --mappings win over those of the definitions"));
        for set in &mut theirs {
            set.mappings.retain(|mapping| mapping != conflict.second);
        }
    }
    (theirs, problems)
}
