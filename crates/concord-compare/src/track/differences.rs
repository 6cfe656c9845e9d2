//! What differs between two, day by day.

use std::collections::BTreeMap;

use concord_model::Code;
use concord_model::rules::RuleLayer;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::lists::Lists;
use super::{Followed, LawChange, TrackOptions};
use crate::provisions::{RuleComparison, RuleOptions, compare_rules};
use crate::{Baseline, Cited, Comparison, Counts, Coverage, Direction, Finding, Options, compare};

/// The differences of a day, counted. Those of the lists and those of the rules outside them are of different layers and are not added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differences {
    /// Of the lists.
    pub lists: Option<ListDifferences>,
    /// Of the rules outside the lists, by direction; none where either law is not described.
    pub rules: Option<Vec<(Direction, usize)>>,
    /// Of the rules outside the lists, by topic and direction.
    pub topics: Vec<Counts>,
}

/// The differences of two lists on a day, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDifferences {
    /// Dates of the two editions that held.
    pub editions: (Date, Date),
    /// Findings of the main stratum, by direction.
    pub by_direction: Vec<(Direction, usize)>,
    /// Share of each side's controls that the other also holds.
    pub coverage: (Coverage, Coverage),
}

/// What became of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happened {
    /// It is there now.
    Appeared,
    /// It is there no more.
    Ended,
    /// It is of another severity, or its sentence says something else.
    Changed,
}

/// Why a difference appeared, ended or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// A text that it is about changed.
    Changed,
    /// No text that it is about changed; another paragraph, a note or a term of one of the lists did.
    Around,
    /// An answer is known now that was not, or the other way round: no change of the law.
    Known,
}

/// A difference that appeared, ended or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceChange {
    /// What became of it.
    pub happened: Happened,
    /// Why.
    pub cause: Cause,
    /// The difference as it is, or as it last was.
    pub finding: Finding,
    /// As it was before, if it changed.
    pub was: Option<Finding>,
}

/// Two that are followed, compared on every day.
pub(super) struct Pair {
    days: Vec<Date>,
    lists: BTreeMap<(usize, usize), (Comparison, (Date, Date))>,
    editions: Vec<Option<(usize, usize)>>,
    rules: Vec<Option<RuleComparison>>,
    topic: String,
}

impl Pair {
    /// Compares two on every day; nothing of any other number.
    pub(super) fn new(layer: &RuleLayer, followed: &[Followed<'_>], days: &[Date], lists: &Lists<'_>, options: &TrackOptions) -> Self {
        let mut out =
            Self { days: days.to_vec(), lists: BTreeMap::new(), editions: Vec::new(), rules: Vec::new(), topic: options.topic.clone() };
        let [left, right] = followed else { return out };
        let names = (left.name.clone(), right.name.clone());
        let both = |day: &Date| left.belongs_on(*day) && right.belongs_on(*day);
        out.editions = days.iter().map(|day| lists.edition(0, *day).zip(lists.edition(1, *day)).filter(|_| both(day))).collect();
        let mut pairs: Vec<(usize, usize)> = out.editions.iter().flatten().copied().collect();
        pairs.sort_unstable();
        pairs.dedup();
        let of_lists = |(a, b): &(usize, usize)| {
            let (a_list, b_list) = (left.editions[*a], right.editions[*b]);
            let options = Options { names: names.clone(), hand: options.hand.clone(), ..Options::default() };
            ((*a, *b), (compare(a_list, b_list, &options), (a_list.as_of, b_list.as_of)))
        };
        let baseline = Baseline::default();
        let of_rules = |day: &Date| {
            let (a, b) = left.law.zip(right.law).filter(|_| both(day))?;
            Some(compare_rules(layer, a, b, &RuleOptions { names: names.clone(), as_of: *day, baseline: &baseline }))
        };
        (out.lists, out.rules) = rayon::join(|| pairs.par_iter().map(of_lists).collect(), || days.par_iter().map(of_rules).collect());
        out
    }

    fn list(&self, at: usize) -> Option<&(Comparison, (Date, Date))> {
        self.lists.get(&(*self.editions.get(at)?)?)
    }

    /// Findings of the rules on the topic asked about.
    fn rules(&self, at: usize) -> Option<impl Iterator<Item = &Finding>> {
        let rules = self.rules.get(at)?.as_ref()?;
        Some(rules.findings.iter().filter(|finding| self.topic.is_empty() || finding.topic == self.topic))
    }

    /// What differs on a day, counted.
    pub(super) fn at(&self, at: usize) -> Option<Differences> {
        let lists = self.list(at).map(|(comparison, editions)| ListDifferences {
            editions: *editions,
            by_direction: comparison.summary.by_direction.clone(),
            coverage: (comparison.summary.left_covered_by_right.clone(), comparison.summary.right_covered_by_left.clone()),
        });
        let rules = self.rules(at).map(count);
        if lists.is_none() && rules.is_none() {
            return None;
        }
        let mut topics: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in self.rules(at).into_iter().flatten() {
            topics.entry(&finding.topic).or_default().push(finding);
        }
        let topics = topics.into_iter().map(|(topic, found)| Counts { label: topic.to_owned(), by_direction: count(found.into_iter()) });
        Some(Differences { lists, rules, topics: topics.collect() })
    }

    /// What became of the differences between a day and the next: those of the lists, then those of the rules.
    pub(super) fn step(&self, at: usize, law: &[LawChange], lists: &Lists<'_>) -> Vec<DifferenceChange> {
        let mut out = Vec::new();
        let Some(days) = self.days.get(at).copied().zip(self.days.get(at + 1).copied()) else { return out };
        if let Some(((before, _), (now, _))) = self.list(at).zip(self.list(at + 1))
            && self.editions[at] != self.editions[at + 1]
        {
            let touched = |finding: &Finding| {
                let entry = |cited: &Option<Cited>| Some(Code::parse(&cited.as_ref()?.code).ok()?.entry());
                let (left, right) = (entry(&finding.left), entry(&finding.right));
                // What only one side has may stand under the same code in the other list on the other day.
                let sides = [(0, left.as_ref().or(right.as_ref())), (1, right.as_ref().or(left.as_ref()))];
                let changed = sides.into_iter().any(|(member, entry)| entry.is_some_and(|entry| lists.is_touched(member, days, entry)));
                if changed { Cause::Changed } else { Cause::Around }
            };
            between(before.findings.iter(), now.findings.iter(), touched, &mut out);
        }
        if let Some((before, now)) = self.rules(at).zip(self.rules(at + 1)) {
            let changed = |finding: &Finding| {
                let is_about = |change: &&LawChange| finding.parameter.as_ref() == Some(&change.attribute);
                if law.iter().any(|change| is_about(&change)) { Cause::Changed } else { Cause::Known }
            };
            between(before, now, changed, &mut out);
        }
        out
    }
}

fn between<'f>(
    before: impl Iterator<Item = &'f Finding>,
    now: impl Iterator<Item = &'f Finding>,
    cause: impl Fn(&Finding) -> Cause,
    out: &mut Vec<DifferenceChange>,
) {
    let was: Vec<&Finding> = before.collect();
    let mut left: BTreeMap<&str, &Finding> = was.iter().map(|finding| (finding.id.as_str(), *finding)).collect();
    for finding in now {
        let (happened, was) = match left.remove(finding.id.as_str()) {
            None => (Happened::Appeared, None),
            Some(was) if was.severity == finding.severity && was.explanation == finding.explanation => continue,
            Some(was) => (Happened::Changed, Some(was.clone())),
        };
        out.push(DifferenceChange { happened, cause: cause(finding), finding: finding.clone(), was });
    }
    let ended = was.into_iter().filter(|finding| left.contains_key(finding.id.as_str()));
    out.extend(ended.map(|finding| DifferenceChange {
        happened: Happened::Ended,
        cause: cause(finding),
        finding: finding.clone(),
        was: None,
    }));
}

/// Findings by direction, in the order of [`Direction`].
fn count<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<(Direction, usize)> {
    let mut counts: BTreeMap<Direction, usize> =
        [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Incomparable, Direction::Unknown]
            .map(|d| (d, 0))
            .into();
    for finding in findings {
        *counts.entry(finding.direction).or_default() += 1;
    }
    counts.into_iter().collect()
}
