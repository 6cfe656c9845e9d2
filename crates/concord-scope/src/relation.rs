//! How two scopes relate: three-valued, and never decided without grounds.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::search::{self, Goal, TooLarge};
use crate::union::Union;
use crate::{Formula, ParameterId, PropositionId, PropositionKind, Region, Renaming, Snap, Vocabulary};

/// What a literal of a formula speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Atom {
    /// A parameter.
    Parameter(ParameterId),
    /// A proposition.
    Proposition(PropositionId),
}

/// One of the two scopes compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

/// What stopped a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Only one side speaks of the atom, and what the other side says might mean the same.
    OneSided(Side, Atom),
    /// One of the formulas branches too much.
    TooLarge,
}

/// How the left scope relates to the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Both take in the same items.
    Equal,
    /// The left takes in every item of the right, and more.
    Superset,
    /// The right takes in every item of the left, and more.
    Subset,
    /// Each takes in items that the other does not, and some items are in both.
    Overlapping,
    /// No item is in both.
    Disjoint,
    /// The model cannot decide; what stopped it, sorted.
    Incomparable(Vec<Reason>),
}

impl Relation {
    /// The relation of the right scope to the left one.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Superset => Self::Subset,
            Self::Subset => Self::Superset,
            Self::Incomparable(mut reasons) => {
                for reason in &mut reasons {
                    if let Reason::OneSided(side, _) = reason {
                        *side = if *side == Side::Left { Side::Right } else { Side::Left };
                    }
                }
                reasons.sort();
                Self::Incomparable(reasons)
            }
            other => other,
        }
    }
}

/// What a difference rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grounds {
    /// It is proved to be empty.
    Empty,
    /// On values and phrases that both sides speak of; phrases of its own side may be asserted.
    Certain,
    /// On a phrase or parameter of the other side alone that the items lack.
    OtherSide,
    /// On something not understood, or on a limit whose value is not at hand.
    Doubtful,
    /// Not known: the search was given up.
    Unknown,
}

/// The items of one side that the other does not take in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Some regions of it, those with the best grounds; a witness is an item of one of them.
    pub regions: Vec<Region>,
    /// What the regions rest on.
    pub grounds: Grounds,
}

/// How two scopes relate, with the two differences. Ids are the renaming's representatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The relation.
    pub relation: Relation,
    /// Items of the left scope alone.
    pub left_only: Difference,
    /// Items of the right scope alone.
    pub right_only: Difference,
}

/// Regions of a difference that are looked for: enough for a choice of witnesses.
const REGIONS: usize = 8;

/// Compares two scopes of one vocabulary.
///
/// Inclusion is claimed only if it holds whatever the propositions mean. A difference is *certain* if it rests on parameters and phrases that both
/// sides speak of. A condition on a parameter of one side alone is a difference too, unless the other side has a parameter of the same
/// dimension, a phrase or something not understood that might be the same condition in other words. A phrase on one side alone decides only if it makes that side
/// the narrower one: inclusion one way is proved, and the phrase is what the other way lacks. All else is incomparable.
pub fn relate(left: &Formula, right: &Formula, vocabulary: &Vocabulary, renaming: &Renaming, snap: &Snap) -> Comparison {
    let left = renaming.apply(left);
    let right = snap.apply(&renaming.apply(right));
    let sides = Sides::new(&left, &right, vocabulary);
    let left_only = difference(&left, &right, &sides, Side::Left);
    let right_only = difference(&right, &left, &sides, Side::Right);
    let relation = decide(&left, &right, &sides, &left_only, &right_only);
    Comparison { relation, left_only, right_only }
}

/// The items of one scope that another does not take in: the left difference of [`relate`], without the rest.
pub fn excess(from: &Formula, taken: &Formula, vocabulary: &Vocabulary, renaming: &Renaming, snap: &Snap) -> Difference {
    let from = renaming.apply(from);
    let taken = snap.apply(&renaming.apply(taken));
    difference(&from, &taken, &Sides::new(&from, &taken, vocabulary), Side::Left)
}

fn decide(left: &Formula, right: &Formula, sides: &Sides<'_>, left_only: &Difference, right_only: &Difference) -> Relation {
    use Grounds::{Certain, Empty, OtherSide};
    match (left_only.grounds, right_only.grounds) {
        (Empty, Empty) => return Relation::Equal,
        (Empty, Certain | OtherSide) => return Relation::Subset,
        (Certain | OtherSide, Empty) => return Relation::Superset,
        _ => {}
    }
    let goals = [Goal { formula: left, holds: true }, Goal { formula: right, holds: true }];
    let Ok(common) = search::regions(&goals, &|_| true, REGIONS) else { return Relation::Incomparable(vec![Reason::TooLarge]) };
    if common.is_empty() && left_only.grounds != Empty && right_only.grounds != Empty {
        return Relation::Disjoint;
    }
    let mut reasons = BTreeSet::new();
    if (left_only.grounds, right_only.grounds) == (Certain, Certain) {
        if common.iter().any(|region| sides.is_plain(region)) {
            return Relation::Overlapping;
        }
        reasons.extend(common.iter().flat_map(|region| sides.one_sided(region)));
    }
    for difference in [left_only, right_only] {
        match difference.grounds {
            Empty | Certain => {}
            Grounds::Unknown => {
                reasons.insert(Reason::TooLarge);
            }
            _ => reasons.extend(difference.regions.iter().flat_map(|region| sides.one_sided(region))),
        }
    }
    Relation::Incomparable(reasons.into_iter().collect())
}

fn difference(from: &Formula, taken: &Formula, sides: &Sides<'_>, side: Side) -> Difference {
    let goals = [Goal { formula: from, holds: true }, Goal { formula: taken, holds: false }];
    let found = |allow: &dyn Fn(Atom) -> bool, grounds| {
        let found = search::regions(&goals, allow, REGIONS)?;
        Ok((!found.is_empty()).then(|| Difference { regions: Union::absorbed(found).into_regions(), grounds }))
    };
    let levels = || {
        let Some(some) = found(&|_| true, Grounds::Doubtful)? else {
            return Ok(Difference { regions: Vec::new(), grounds: Grounds::Empty });
        };
        if let Some(certain) = found(&|atom| sides.is_certain(atom, side), Grounds::Certain)? {
            return Ok(certain);
        }
        Ok(found(&|atom| !sides.is_doubtful(atom), Grounds::OtherSide)?.unwrap_or(some))
    };
    levels().unwrap_or_else(|TooLarge| Difference { regions: Vec::new(), grounds: Grounds::Unknown })
}

/// The atoms of which one side alone speaks.
struct Sides<'v> {
    vocabulary: &'v Vocabulary,
    one_sided: Vec<(Atom, Side)>,
    /// The same, for looking up.
    by_atom: FxHashMap<Atom, Side>,
}

fn atoms(formula: &Formula) -> BTreeSet<Atom> {
    let parameters = formula.parameters().into_iter().map(Atom::Parameter);
    parameters.chain(formula.propositions().into_iter().map(Atom::Proposition)).collect()
}

impl<'v> Sides<'v> {
    fn new(left: &Formula, right: &Formula, vocabulary: &'v Vocabulary) -> Self {
        let (left, right) = (atoms(left), atoms(right));
        let lefts = left.difference(&right).map(|atom| (*atom, Side::Left));
        let one_sided: Vec<(Atom, Side)> = lefts.chain(right.difference(&left).map(|atom| (*atom, Side::Right))).collect();
        Self { vocabulary, by_atom: one_sided.iter().copied().collect(), one_sided }
    }

    /// The side that alone speaks of the atom; `None` if both do.
    fn only(&self, atom: Atom) -> Option<Side> {
        self.by_atom.get(&atom).copied()
    }

    fn kind(&self, id: PropositionId) -> Option<PropositionKind> {
        self.vocabulary.get_proposition(id).map(|p| p.kind)
    }

    /// Whether the atom is on one side alone and beyond the model.
    fn is_doubtful(&self, atom: Atom) -> bool {
        match atom {
            Atom::Parameter(_) => false,
            Atom::Proposition(id) => self.only(atom).is_some() && self.kind(id).is_none_or(PropositionKind::is_opaque),
        }
    }

    /// Whether a literal may stand in a certain difference of the items of `side`.
    fn is_certain(&self, atom: Atom, side: Side) -> bool {
        let Some(only) = self.only(atom) else { return true };
        match atom {
            _ if self.is_doubtful(atom) => false,
            Atom::Parameter(id) => only == side || !self.has_twin(id, side),
            Atom::Proposition(_) => only == side,
        }
    }

    /// Whether `side` alone has something that might be the parameter in other words.
    fn has_twin(&self, id: ParameterId, side: Side) -> bool {
        let dimension = |id| self.vocabulary.get_parameter(id).map(|p| &p.key.dimension);
        self.one_sided.iter().filter(|(_, only)| *only == side).any(|(atom, _)| match atom {
            Atom::Parameter(other) => dimension(*other) == dimension(id),
            Atom::Proposition(_) => true,
        })
    }

    /// Whether no reading of one-sided atoms could empty the region: at most one side's own atoms stand in it, none of them beyond the model.
    fn is_plain(&self, region: &Region) -> bool {
        let mut seen = BTreeSet::new();
        for reason in self.one_sided(region) {
            let Reason::OneSided(side, atom) = reason else { continue };
            if self.is_doubtful(atom) {
                return false;
            }
            if let Atom::Proposition(_) = atom {
                seen.insert(side);
            }
        }
        seen.len() < 2
    }

    fn one_sided(&self, region: &Region) -> Vec<Reason> {
        let parameters = region.values().keys().map(|id| Atom::Parameter(*id));
        let propositions = region.propositions().keys().map(|id| Atom::Proposition(*id));
        parameters.chain(propositions).filter_map(|atom| self.only(atom).map(|side| Reason::OneSided(side, atom))).collect()
    }
}
