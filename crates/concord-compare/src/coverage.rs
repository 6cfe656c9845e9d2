//! Directional coverage: how much of one side's list the other side's also holds.

use std::collections::BTreeMap;

use concord_model::{Code, Holding, Stratum};

use crate::Coverage;
use crate::relation::Own;
use crate::side::Indexed;

/// How the paragraphs of one side stand: the relation of each matched one (seen from that side), and which unmatched ones are undecided.
pub(crate) struct Standings {
    /// Matched paragraphs; `left_wider` means that this side is the wider.
    pub(crate) matched: BTreeMap<Code, Own>,
    /// Unmatched paragraphs whose standing is open.
    pub(crate) open: Vec<Code>,
}

/// Counts over the leaves of the main stratum that lie inside the other side's perimeter.
pub(crate) fn coverage(own: &Indexed<'_>, other: &Indexed<'_>, standings: &Standings) -> Coverage {
    let mut coverage = Coverage::default();
    for (entry, leaf) in own.leaves() {
        let outside = other.list.perimeter.area(&leaf.code).is_some_and(|a| !matches!(a.holding, Holding::Held));
        if entry.stratum != Stratum::Regime || !entry.elsewhere.is_empty() || outside {
            continue;
        }
        coverage.population += 1;
        let own_text = standings.matched.get(&leaf.code).copied();
        let mut relation = own_text;
        let mut up = own.parent(&leaf.code);
        while let Some(paragraph) = up {
            if let (Some(a), Some(b)) = (relation, standings.matched.get(&paragraph.code)) {
                relation = Some(a.and(*b));
            }
            up = own.parent(&paragraph.code);
        }
        match relation {
            Some(whole) if whole.undecided => {
                coverage.undecided += 1;
                coverage.undecided_by_heading += usize::from(own_text.is_some_and(|o| !o.undecided));
            }
            Some(whole) if whole.left_wider => coverage.partly += 1,
            Some(_) => coverage.covered += 1,
            None if standings.open.iter().any(|c| leaf.code.is_within(c)) => coverage.undecided += 1,
            None => coverage.not_covered += 1,
        }
    }
    coverage
}
