//! The comparison of two lists, step by step.

use std::collections::{BTreeMap, BTreeSet};

use concord_graph::{AlignOptions, Alignment, HandMapping, Match, Text, align_with, predicate};
use concord_model::{Code, List, Texts};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::coverage::{self, Standings};
use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::pair::phrases::Codes;
use crate::pair::{PairResult, compare_pair};
use crate::placing;
use crate::relation::Own;
use crate::side::Indexed;
use crate::terms::{Standing, Terms};
use crate::witness::Witnesses;
use crate::{Baseline, Comparison, Direction, MatchedPair, Side, findings, fold, licences, summary, unmatched};

/// What a comparison is told beside the two lists.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Short display names of the two sides ("the EU"); empty: the jurisdiction's code in upper case.
    pub names: (String, String),
    /// Findings that a reader has accepted.
    pub baseline: Baseline,
    /// Mappings made by hand between the two lists; they win over computed ones.
    pub hand: Vec<HandMapping>,
    /// Official wording of the two lists, where the user keeps it.
    pub texts: (Option<Texts>, Option<Texts>),
}

/// Compares two lists.
pub fn compare(left: &List, right: &List, options: &Options) -> Comparison {
    let (l, r) = (Indexed::new(left), Indexed::new(right));
    let (alignment, (witnesses, terms)) = rayon::join(
        || align_with(left, right, &AlignOptions { hand: options.hand.clone(), ..AlignOptions::default() }),
        || (Witnesses::new(&l, &r), Terms::new(left, right)),
    );
    let codes = Codes::new(alignment.matches.iter().map(|m| (m.left.as_str(), m.right.as_str())), &l, &r);
    let mut pairs = compare_pairs(&alignment, &l, &r, &terms, &codes);
    let matched_left: BTreeMap<&Code, &Code> = alignment.matches.iter().map(|m| (&m.left, &m.right)).collect();
    let matched_right: BTreeMap<&Code, &Code> = alignment.matches.iter().map(|m| (&m.right, &m.left)).collect();
    let (left_loose, right_loose) = rayon::join(
        || unmatched::observe(&alignment.left_only, &l, &r, &alignment.right_only, &matched_left, true),
        || unmatched::observe(&alignment.right_only, &r, &l, &alignment.left_only, &matched_right, false),
    );
    let restated = (left_loose.restated, right_loose.restated);
    let mut loose = left_loose.observations;
    loose.extend(right_loose.observations);
    let mut verified = witnesses.verify(&mut pairs, &mut loose);
    verified.covered.extend(left_loose.covered);
    verified.covered.extend(right_loose.covered);
    verified.covered.sort_by(|a, b| (&a.left, &a.right, &a.parameter).cmp(&(&b.left, &b.right, &b.parameter)));

    let mut observations: Vec<Observation> = pairs.iter().flat_map(|p| p.result.observations.clone()).collect();
    observations.extend(moved(&alignment, &l, &r));
    observations.extend(loose.iter().cloned());
    observations.extend(term_observations(&pairs, &terms));
    let follows = fold::fold(&mut observations, &l, &r);
    let (found, (((left_rows, left_coverage), (right_rows, right_coverage)), matches)) = rayon::join(
        || findings::findings(&observations, &follows, &verified, (&l, &r), &codes, options),
        || {
            let standings = (Standings::new(&pairs, &loose, restated.0, true), Standings::new(&pairs, &loose, restated.1, false));
            let rows = (coverage::rows(&l, &r, &standings.0), coverage::rows(&r, &l, &standings.1));
            (rows, pairs.iter().map(Paired::matched_pair).collect::<Vec<_>>())
        },
    );
    let mut comparison = Comparison {
        left: side(&l),
        right: side(&r),
        summary: crate::Summary {
            left_covered_by_right: left_coverage,
            right_covered_by_left: right_coverage,
            witnesses: found.iter().map(|f| f.witnesses.len()).sum(),
            witnesses_refused: verified.refused,
            ..crate::Summary::default()
        },
        matches,
        covered: verified.covered,
        coverage: (left_rows, right_rows),
        stale_baseline: findings::stale(&found, &options.baseline),
        findings: found,
    };
    // Freeing what the comparison was made from takes as long as adding it up.
    rayon::join(|| drop((pairs, witnesses, observations, alignment)), || summary::fill(&mut comparison));
    comparison
}

/// A matched pair with what was found of it.
pub(crate) struct Paired {
    pub(crate) left: Code,
    pub(crate) right: Code,
    pub(crate) matched: Match,
    pub(crate) result: PairResult,
}

impl Paired {
    fn matched_pair(&self) -> MatchedPair {
        let own = Own::of(&self.result.observations);
        MatchedPair {
            left: self.left.to_string(),
            right: self.right.to_string(),
            predicate: predicate(own.standing(), Text::Similar(self.matched.score)).as_str().to_owned(),
            confidence: u8::try_from(self.matched.score / 10).unwrap_or(100).min(100),
            justification: self.matched.justification.clone(),
            relation: own.word().to_owned(),
            subject_to: self.result.subject_to.iter().cloned().collect(),
        }
    }
}

fn compare_pairs(alignment: &Alignment, l: &Indexed<'_>, r: &Indexed<'_>, terms: &Terms<'_>, codes: &Codes<'_>) -> Vec<Paired> {
    let to_right: FxHashMap<&Code, &Code> = alignment.matches.iter().map(|m| (&m.left, &m.right)).collect();
    alignment
        .matches
        .par_iter()
        .filter_map(|m| {
            let (a, b) = (l.pair_side(&m.left)?, r.pair_side(&m.right)?);
            let mut result = if let Some(handed) = handed_over(m, l, r) {
                PairResult { observations: handed, subject_to: BTreeSet::new() }
            } else {
                compare_pair(a, b, terms, codes)
            };
            if !children_matched(m, l, r, &to_right) {
                for observation in result.observations.iter_mut().filter(|o| o.kind == Kind::Connective) {
                    observation.direction = Direction::Incomparable;
                    observation.reasons = vec![message!("reason-joined", "sub-paragraphs joined differently, and not all matched")];
                }
            }
            placing::place(&mut result.observations, (&m.left, l), (&m.right, r), codes);
            if m.left.is_entry() && m.right.is_entry() {
                result.observations.extend(licences::observe(a.entry, b.entry));
            }
            Some(Paired { left: m.left.clone(), right: m.right.clone(), matched: m.clone(), result })
        })
        .collect()
}

/// Whether the sub-paragraphs of two matched paragraphs are matched with each other, all of them.
fn children_matched(m: &Match, l: &Indexed<'_>, r: &Indexed<'_>, to_right: &FxHashMap<&Code, &Code>) -> bool {
    let (mine, theirs) = (l.children(&m.left), r.children(&m.right));
    mine.len() == theirs.len() && mine.iter().all(|c| to_right.get(&c.code).is_some_and(|d| theirs.iter().any(|t| t.code == **d)))
}

/// An entry that one side only points to another instrument for: said once, at the entry; its paragraphs are not compared.
fn handed_over(m: &Match, l: &Indexed<'_>, r: &Indexed<'_>) -> Option<Vec<Observation>> {
    let (a, b) = (&l.get(&m.left)?.0.elsewhere, &r.get(&m.right)?.0.elsewhere);
    if a.is_empty() == b.is_empty() {
        return None;
    }
    if !(m.left.is_entry() && m.right.is_entry()) {
        return Some(Vec::new());
    }
    let state = |side: &Indexed<'_>, code: &Code, instrument: &str| {
        if instrument.is_empty() {
            message!("states-lists", "lists {subject}", subject = side.subject(code))
        } else {
            message!("states-leaves-to", "leaves it to {instrument}", instrument = instrument)
        }
    };
    Some(vec![Observation {
        states: (state(l, &m.left, a), state(r, &m.right, b)),
        ..Observation::new(Kind::Instrument, Direction::Unknown, Some(m.left.clone()), Some(m.right.clone()))
    }])
}

/// Entries, and paragraphs whose parents are not matched with each other, that sit under different codes.
fn moved(alignment: &Alignment, l: &Indexed<'_>, r: &Indexed<'_>) -> Vec<Observation> {
    let pairs: BTreeSet<(&Code, &Code)> = alignment.matches.iter().map(|m| (&m.left, &m.right)).collect();
    alignment
        .matches
        .iter()
        .filter(|m| m.left.entry() != m.right.entry())
        .filter(|m| match (l.parent(&m.left), r.parent(&m.right)) {
            (Some(a), Some(b)) => !pairs.contains(&(&a.code, &b.code)),
            _ => true,
        })
        .map(|m| Observation {
            states: (l.subject(&m.left).into(), r.subject(&m.right).into()),
            ..Observation::new(Kind::Elsewhere, Direction::Unknown, Some(m.left.clone()), Some(m.right.clone()))
        })
        .collect()
}

/// One observation for each term on which the relation of a pair depends.
fn term_observations(pairs: &[Paired], terms: &Terms<'_>) -> Vec<Observation> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for term in pairs.iter().flat_map(|p| &p.result.subject_to) {
        *used.entry(term).or_default() += 1;
    }
    used.into_iter()
        .map(|(term, count)| {
            let (a, b) = terms.get(term);
            let text = |t: Option<&concord_model::Term>| match t {
                None => message!("term-undefined", "uses the word without a definition"),
                Some(t) => message!("term-defined", "defines it ({citation})", citation = &t.citation),
            };
            let direction = if terms.standing(term) == Standing::Differs { Direction::Incomparable } else { Direction::Unknown };
            Observation {
                parameter: Some(term.to_owned()),
                states: (text(a), text(b)),
                reasons: vec![message!("term-used", "{count} matched pairs use the term", count = count)],
                ..Observation::new(Kind::Term, direction, None, None)
            }
        })
        .collect()
}

fn side(indexed: &Indexed<'_>) -> Side {
    let list = indexed.list;
    Side {
        jurisdiction: list.jurisdiction.clone(),
        list: list.id.clone(),
        title: list.title.clone(),
        as_of: list.as_of.to_string(),
        document: list.source.document.clone(),
        url: list.source.url.clone(),
        entries: list.entries.len(),
        paragraphs: list.entries.iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved).count(),
    }
}
