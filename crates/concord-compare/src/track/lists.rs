//! Editions of the lists, and what changed from one to the next.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::{Code, Entry, List};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Followed, Member, Movement, TrackOptions};
use crate::{Cited, Finding, Options, compare};

/// An edition of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionOf {
    /// The list's identifier.
    pub list: String,
    /// Its title.
    pub title: String,
    /// The date as of which it holds.
    pub as_of: Date,
}

/// What became of a paragraph from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Paragraphs {
    /// The earlier edition has no such paragraph.
    Added,
    /// The later edition has no such paragraph.
    Dropped,
    /// Both have it, or one that stands in its place.
    Changed,
}

/// A paragraph that changed from one edition of a list to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListChange {
    /// Whose list.
    pub jurisdiction: String,
    /// Date of the earlier edition.
    pub after: Date,
    /// Date of the later edition: the change was made between the two.
    pub until: Date,
    /// What became of the paragraph.
    pub paragraph: Paragraphs,
    /// Which way it moved.
    pub movement: Movement,
    /// The difference, the earlier edition on the left.
    pub finding: Finding,
}

/// The editions that a series uses.
pub(super) struct Lists<'a> {
    followed: &'a [Followed<'a>],
    /// Of each of those followed: indices of the editions that held on a day looked at.
    used: Vec<Vec<usize>>,
    /// Of each of those followed: what changed with each edition but the first.
    changes: Vec<BTreeMap<usize, Vec<ListChange>>>,
    /// Of each of those followed: entries that are not the same in an edition and in the one before it.
    touched: Vec<BTreeMap<usize, BTreeSet<Code>>>,
}

impl<'a> Lists<'a> {
    pub(super) fn new(followed: &'a [Followed<'a>], days: &[Date], options: &TrackOptions) -> Self {
        let used = |member: &Followed<'_>| -> Vec<usize> {
            let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
            if !options.topic.is_empty() {
                return Vec::new();
            }
            let (first, last) = (member.edition(*first), member.edition(*last));
            last.map_or_else(Vec::new, |last| (first.unwrap_or(0)..=last).collect())
        };
        let used: Vec<Vec<usize>> = followed.iter().map(used).collect();
        let steps: Vec<(usize, usize)> =
            used.iter().enumerate().flat_map(|(member, editions)| editions.iter().skip(1).map(move |edition| (member, *edition))).collect();
        let between = |(member, edition): &(usize, usize)| {
            let lists = &followed[*member].editions;
            let (before, now) = (lists[edition - 1], lists[*edition]);
            (*member, *edition, changes(&followed[*member], before, now), touched(before, now))
        };
        let found: Vec<_> = steps.par_iter().map(between).collect();
        let mut out =
            Self { followed, used, changes: vec![BTreeMap::new(); followed.len()], touched: vec![BTreeMap::new(); followed.len()] };
        for (member, edition, changes, touched) in found {
            out.changes[member].insert(edition, changes);
            out.touched[member].insert(edition, touched);
        }
        out
    }

    /// The edition used of one of those followed on a day.
    pub(super) fn edition(&self, member: usize, day: Date) -> Option<usize> {
        self.followed.get(member)?.edition(day).filter(|edition| self.used[member].contains(edition))
    }

    /// What changed in the lists between two days.
    pub(super) fn changes(&self, (after, until): (Date, Date)) -> Vec<ListChange> {
        let of = |member: usize| {
            let made = move |edition: &usize| {
                let as_of = self.followed[member].editions[*edition].as_of;
                after < as_of && as_of <= until
            };
            self.changes[member].iter().filter(move |(edition, _)| made(edition)).flat_map(|(_, changes)| changes.clone())
        };
        (0..self.followed.len()).flat_map(of).collect()
    }

    /// Whether an entry is not the same on two days.
    pub(super) fn is_touched(&self, member: usize, (after, until): (Date, Date), entry: &Code) -> bool {
        let (from, to) = (self.edition(member, after), self.edition(member, until));
        let (Some(from), Some(to)) = (from, to) else { return from != to };
        self.touched[member].iter().any(|(edition, touched)| from < *edition && *edition <= to && touched.contains(entry))
    }

    /// What a series says of one of those followed.
    pub(super) fn member(&self, at: usize, member: &Followed<'_>, questions: usize) -> Member {
        let edition = |list: &&List| EditionOf { list: list.id.clone(), title: list.title.clone(), as_of: list.as_of };
        Member {
            jurisdiction: member.code.clone(),
            editions: self.used[at].iter().filter_map(|edition| member.editions.get(*edition)).map(edition).collect(),
            questions,
            outside: member.outside,
        }
    }
}

fn changes(member: &Followed<'_>, before: &List, now: &List) -> Vec<ListChange> {
    let names = (member.name.clone(), member.name.clone());
    let change = |finding: Finding| ListChange {
        jurisdiction: member.code.clone(),
        after: before.as_of,
        until: now.as_of,
        paragraph: became(&finding, before, now),
        movement: Movement::of(finding.direction),
        finding,
    };
    compare(before, now, &Options { names, ..Options::default() }).findings.into_iter().map(change).collect()
}

/// A paragraph is added or dropped where the other edition lacks its code: what is nearest to it there is another one, and stands in the other edition too.
fn became(finding: &Finding, before: &List, now: &List) -> Paragraphs {
    let lacks = |cited: &Option<Cited>, list: &List| {
        let code = cited.as_ref().and_then(|cited| Code::parse(&cited.code).ok());
        code.is_some_and(|code| {
            list.entry(&code.entry()).is_none_or(|entry| !entry.paragraphs.iter().any(|paragraph| paragraph.code == code))
        })
    };
    match (lacks(&finding.left, now), lacks(&finding.right, before)) {
        (true, false) => Paragraphs::Dropped,
        (false, true) => Paragraphs::Added,
        _ => Paragraphs::Changed,
    }
}

/// Codes of the entries that one of two editions lacks or that are not the same in both.
fn touched(before: &List, now: &List) -> BTreeSet<Code> {
    let (was, is) = (by_code(before), by_code(now));
    was.keys().chain(is.keys()).filter(|code| was.get(*code) != is.get(*code)).map(|code| (*code).clone()).collect()
}

fn by_code(list: &List) -> BTreeMap<&Code, &Entry> {
    list.entries.iter().map(|entry| (entry.code(), entry)).collect()
}
