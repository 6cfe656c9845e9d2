//! Concrete items from regions.

use concord_quantity::{BigRational, Bound, Domain, Interval, IntervalSet, Op, Unit};
use num_traits::Zero;

use crate::{Item, Name, ParameterId, Phrase, Proposition, PropositionId, PropositionKind, Region, Renaming, Stated, Vocabulary};

/// An item of a region: values that read well, in the unit of the text, with every name that the renaming holds to be the same.
///
/// `None` if some parameter has no value of its domain.
pub fn witness(region: &Region, vocabulary: &Vocabulary, renaming: &Renaming) -> Option<Item> {
    let mut item = Item::default();
    for (id, set) in region.values() {
        let parameter = vocabulary.get_parameter(*id)?;
        let value = sample(set, parameter.domain, &parameter.unit)?;
        let names = names(*id, vocabulary, renaming).filter_map(|id| vocabulary.get_parameter(id)).map(|p| p.key.clone());
        item.values.push(Stated { parameters: names.collect(), value, unit: parameter.unit.clone() });
    }
    for (id, holds) in region.propositions() {
        let kind = vocabulary.get_proposition(*id)?.kind;
        let phrase = phrase(*id, vocabulary, renaming)?;
        match kind {
            PropositionKind::Subject | PropositionKind::Phrase if *holds => item.phrases.push(phrase),
            PropositionKind::Subject | PropositionKind::Phrase => item.lacks.push(phrase),
            // A note that lets the item through, and one that does not bring it in, are both without effect on it.
            PropositionKind::Narrowed | PropositionKind::Symbol | PropositionKind::Reading => item.assumed.push((phrase, *holds)),
            PropositionKind::Widened => item.assumed.push((phrase, !*holds)),
        }
    }
    for id in renaming.held() {
        item.phrases.extend(phrase(*id, vocabulary, renaming));
    }
    item.assumed.dedup();
    Some(item)
}

fn names<'a>(id: ParameterId, vocabulary: &'a Vocabulary, renaming: &'a Renaming) -> impl Iterator<Item = ParameterId> + 'a {
    let same = vocabulary.parameters().map(|(other, _)| other).filter(move |other| *other != id && renaming.parameter(*other) == id);
    std::iter::once(id).chain(same)
}

fn phrase(id: PropositionId, vocabulary: &Vocabulary, renaming: &Renaming) -> Option<Phrase> {
    let own = vocabulary.get_proposition(id)?;
    let name = |p: &Proposition| Name { digest: p.digest, regime: p.regime.clone() };
    let mut names = vec![name(own)];
    if !renaming.is_empty() {
        let class = renaming.proposition(id);
        let same = vocabulary.propositions().filter(|(other, _)| *other != id && renaming.proposition(*other) == class);
        names.extend(same.map(|(_, p)| name(p)));
    }
    Some(Phrase { label: own.label.clone(), names })
}

/// A value of the set (base unit) that reads well in `unit`: positive where it can be, inside the ends, of few digits.
pub fn sample(set: &IntervalSet, domain: Domain, unit: &Unit) -> Option<BigRational> {
    let positive = set.intersection(&IntervalSet::from_limit(Op::Gt, BigRational::zero()));
    let set = if positive.is_empty() { set } else { &positive };
    if domain == Domain::Integer || unit.factor() <= &BigRational::zero() {
        return set.sample(domain);
    }
    let shown = |v: &BigRational| (v - unit.offset()) / unit.factor();
    let interior = |interval: &Interval| {
        let point = interval.low == interval.high;
        let end = |bound: &Bound| match bound {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(v) if point => Bound::Closed(shown(v)),
            Bound::Open(v) | Bound::Closed(v) => Bound::Open(shown(v)),
        };
        Interval { low: end(&interval.low), high: end(&interval.high) }
    };
    let in_unit = IntervalSet::from(set.intervals().iter().map(interior).collect::<Vec<_>>());
    let value = in_unit.sample(domain)? * unit.factor() + unit.offset();
    if set.contains(&value) { Some(value) } else { set.sample(domain) }
}
