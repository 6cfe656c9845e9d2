//! Scores limits that were read against those that a label states.

use std::collections::BTreeSet;

use concord_model::{Condition, Limits};
use concord_quantity::{Constraint, Limit, Quantity};

use super::labels::{Label, Labelled};

/// Hits and misses of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Labelled and read.
    pub(crate) hits: usize,
    /// Labelled, not read.
    pub(crate) missed: usize,
    /// Read, not labelled.
    pub(crate) extra: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.missed += other.missed;
        self.extra += other.extra;
    }

    /// The share of what was read that is labelled, in thousandths.
    pub(crate) fn precision(self) -> usize {
        thousandths(self.hits, self.hits + self.extra)
    }

    /// The share of what is labelled that was read, in thousandths.
    pub(crate) fn recall(self) -> usize {
        thousandths(self.hits, self.hits + self.missed)
    }

    /// `precision 0.983 (59 of 60), recall …`.
    pub(crate) fn text(self) -> String {
        let part = |whole: usize| format!("{} ({} of {whole})", share(self.hits, whole), self.hits);
        format!("precision {}, recall {}", part(self.hits + self.extra), part(self.hits + self.missed))
    }
}

/// A share with three decimals, rounded half up; 1.000 of nothing.
pub(crate) fn share(part: usize, whole: usize) -> String {
    let share = thousandths(part, whole);
    format!("{}.{:03}", share / 1000, share % 1000)
}

fn thousandths(part: usize, whole: usize) -> usize {
    if whole == 0 { 1000 } else { (part * 2000 + whole) / (whole * 2) }
}

/// The score of the limits of one paragraph, or of many.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    /// Limits as (operator, value, unit).
    pub(crate) limits: Tally,
    /// Limits whose parameter agrees as well.
    pub(crate) with_parameter: Tally,
    /// Measuring settings of the limits that were read, by value and unit.
    pub(crate) settings: Tally,
    /// Each disagreement in one line.
    pub(crate) remarks: Vec<String>,
}

impl Score {
    pub(crate) fn add(&mut self, other: Self) {
        self.limits.add(other.limits);
        self.with_parameter.add(other.with_parameter);
        self.settings.add(other.settings);
        self.remarks.extend(other.remarks);
    }
}

/// A limit that was read, with its condition.
struct Read<'a> {
    limit: &'a Limit,
    condition: &'a Condition,
    parameter: String,
}

/// Scores conditions against a label; a label that says nothing of limits scores nothing. `parameter` names a condition's parameter, also
/// where only the parent states it.
pub(crate) fn score(label: &Label, conditions: &[&Condition], parameter: &dyn Fn(&Condition) -> String) -> Score {
    let mut score = Score::default();
    let Some(wanted) = &label.limits else { return score };
    let mut open: Vec<&Labelled> = wanted.iter().collect();
    let mut read = read_limits(conditions, parameter);
    // Those whose parameters agree find each other first.
    for parameter_too in [true, false] {
        read.retain(|r| {
            let fits = |l: &&Labelled| agrees(l, r.limit) && (!parameter_too || same_parameter(&l.parameter, &r.parameter));
            let Some(at) = open.iter().position(fits) else { return true };
            let labelled = open.remove(at);
            score.limits.hits += 1;
            if parameter_too {
                score.with_parameter.hits += 1;
            } else {
                score.with_parameter.missed += 1;
                score.with_parameter.extra += 1;
                score.remarks.push(format!("{}: parameter read as `{}`, labelled `{}`", label.code, r.parameter, labelled.parameter));
            }
            settings(&mut score, label, labelled, r.condition);
            false
        });
    }
    read.retain(|r| !label.neutral.iter().any(|l| same_value(l, r.limit)));
    for r in &read {
        let limit = Constraint { limits: vec![r.limit.clone()] };
        score.remarks.push(format!("{}: read, not labelled: {} {limit}", label.code, r.parameter));
    }
    for l in &open {
        let value = l.quantities.first().map_or_else(String::new, ToString::to_string);
        score.remarks.push(format!("{}: labelled, not read: {} {}{value}", label.code, l.parameter, l.op));
    }
    for tally in [&mut score.limits, &mut score.with_parameter] {
        tally.missed += open.len();
        tally.extra += read.len();
    }
    score
}

/// Every limit that the conditions state in numbers.
fn read_limits<'a>(conditions: &[&'a Condition], parameter: &dyn Fn(&Condition) -> String) -> Vec<Read<'a>> {
    let mut out = Vec::new();
    for condition in conditions {
        let Limits::Quantities(constraint) = &condition.limits else { continue };
        let parameter = parameter(condition);
        out.extend(constraint.limits.iter().map(|limit| Read { limit, condition, parameter: parameter.clone() }));
    }
    out
}

fn agrees(label: &Labelled, limit: &Limit) -> bool {
    label.op == limit.op.symbol() && same_value(label, limit)
}

/// Whether a label and a limit print the same value in any of their units.
fn same_value(label: &Labelled, limit: &Limit) -> bool {
    let printed = || std::iter::once(&limit.quantity).chain(&limit.alternatives);
    label.quantities.iter().any(|q| printed().any(|p| same(q, p)))
}

fn same(a: &Quantity, b: &Quantity) -> bool {
    a.unit.dimension() == b.unit.dimension() && a.base() == b.base()
}

/// Settings agree by value and unit; a setting without a number is no part of the labels' form.
fn settings(score: &mut Score, label: &Label, labelled: &Labelled, condition: &Condition) {
    let mut read: Vec<Limit> = condition.settings.iter().flat_map(|s| setting_limits(s)).collect();
    for wanted in &labelled.settings {
        if let Some(at) = read.iter().position(|r| same_value(wanted, r)) {
            read.remove(at);
            score.settings.hits += 1;
        } else {
            score.settings.missed += 1;
            let value = wanted.quantities.first().map_or_else(String::new, ToString::to_string);
            score.remarks.push(format!("{}: setting not read: {} {value}", label.code, wanted.parameter));
        }
    }
    read.retain(|r| !label.neutral.iter().any(|l| same_value(l, r)));
    score.settings.extra += read.len();
    for limit in read {
        score.remarks.push(format!("{}: setting read, not labelled: {} in {:?}", label.code, limit.quantity, condition.settings));
    }
}

/// The limits of a setting in normal form (`frequency ==1 kHz`).
fn setting_limits(setting: &str) -> Vec<Limit> {
    let at = setting.find(['>', '<', '=']);
    let parsed = at.and_then(|at| setting.get(at..)).and_then(|text| Constraint::parse(text).ok());
    parsed.map_or_else(Vec::new, |c| c.limits)
}

/// Whether two names of a parameter agree: twice their common words over the sum of both (F1) is at least one half.
fn same_parameter(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    4 * common >= a.len() + b.len() && common > 0
}

/// Content words, lower case, plural `s` dropped.
fn words(text: &str) -> BTreeSet<String> {
    const EMPTY: [&str; 9] = ["a", "an", "the", "of", "in", "at", "for", "to", "or"];
    let text = text.to_lowercase();
    let split = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !EMPTY.contains(w));
    split.map(|w| w.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(w).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_words_make_one_parameter() {
        assert!(same_parameter("wall thickness", "thickness of the wall"));
        assert!(same_parameter("maximum operating frequency", "operating frequency"));
        assert!(!same_parameter("output power", "frequency"));
        assert!(!same_parameter("", ""));
    }

    #[test]
    fn shares_round_to_three_decimals() {
        assert_eq!(share(2, 3), "0.667");
        assert_eq!(share(0, 0), "1.000");
    }

    #[test]
    fn settings_are_read_back_from_their_normal_form() {
        let limits = setting_limits("any frequency >2.7 GHz <=2.9 GHz");
        assert_eq!(limits.len(), 2);
        assert!(setting_limits("each channel").is_empty());
    }
}
