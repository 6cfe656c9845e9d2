//! Shared codes taken as truth: most of them name the same control, and some do not.

use std::collections::{BTreeMap, BTreeSet};

use concord_graph::{Alignment, Match};
use concord_model::{Code, Digest, List};

/// Precision, recall and mean reciprocal rank against shared codes.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) truth: usize,
}

impl Score {
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }
    pub(crate) fn recall(&self) -> f64 {
        share(self.right, self.truth)
    }
    pub(crate) fn f(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

pub(crate) fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn codes(list: &List, entries: bool) -> BTreeSet<&Code> {
    list.entries.iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved && p.code.is_entry() == entries).map(|p| &p.code).collect()
}

/// Which pairs are taken as true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Equal codes.
    Codes,
    /// Equal codes, unless one list says under another code of the same entry, word for word, what the other says under this one: then those
    /// two are the pair.
    Corrected,
}

/// The pairs taken as true.
fn truth(left: &List, right: &List, entries: bool, truth: Truth) -> BTreeMap<Code, Code> {
    let (l, r) = (codes(left, entries), codes(right, entries));
    let shared: Vec<&Code> = l.intersection(&r).copied().collect();
    let mut out: BTreeMap<Code, Code> = shared.iter().map(|c| ((*c).clone(), (*c).clone())).collect();
    if truth == Truth::Codes || entries {
        return out;
    }
    let wordings = |list: &List| -> BTreeMap<(Code, Digest), Vec<Code>> {
        let mut by: BTreeMap<(Code, Digest), Vec<Code>> = BTreeMap::new();
        for p in list.entries.iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved && !p.code.is_entry() && p.wording != Digest(0)) {
            by.entry((p.code.entry(), p.wording)).or_default().push(p.code.clone());
        }
        by
    };
    let (theirs, ours) = (wordings(right), wordings(left));
    for code in shared {
        let (Some(a), Some(b)) = (left.paragraph(code), right.paragraph(code)) else { continue };
        if a.wording == b.wording {
            continue;
        }
        let elsewhere = theirs.get(&(code.entry(), a.wording)).map_or(&[][..], Vec::as_slice);
        let back = ours.get(&(code.entry(), b.wording)).map_or(&[][..], Vec::as_slice);
        if !elsewhere.is_empty() || !back.is_empty() {
            out.remove(code);
        }
        if let ([other], Some([_])) = (elsewhere, ours.get(&(code.entry(), a.wording)).map(Vec::as_slice)) {
            out.insert(code.clone(), other.clone());
        }
    }
    out
}

/// Scores the matches of one level: right if the pair is true, wrong if it is not and one of its sides has a true pair.
pub(crate) fn score(left: &List, right: &List, alignment: &Alignment, entries: bool, by: Truth) -> (Score, Vec<Match>) {
    let truth = truth(left, right, entries, by);
    let rights: BTreeSet<&Code> = truth.values().collect();
    let mut score = Score { truth: truth.len(), ..Score::default() };
    let mut errors = Vec::new();
    for m in alignment.matches.iter().filter(|m| m.left.is_entry() == entries) {
        if truth.get(&m.left) == Some(&m.right) {
            score.right += 1;
        } else if truth.contains_key(&m.left) || rights.contains(&m.right) {
            score.wrong += 1;
            errors.push(m.clone());
        }
    }
    (score, errors)
}

/// Prints the scores of both levels, and the errors if asked for.
pub(crate) fn print(left: &List, right: &List, alignment: &Alignment, verbose: bool) {
    let levels =
        [("entries", true, Truth::Codes), ("paragraphs", false, Truth::Codes), ("paragraphs, codes corrected", false, Truth::Corrected)];
    let (codes, corrected) = (truth(left, right, false, Truth::Codes), truth(left, right, false, Truth::Corrected));
    let equal = corrected.iter().filter(|(a, b)| a == b).count();
    let reach = Score { right: equal, wrong: corrected.len() - equal, truth: codes.len() };
    println!("  paragraphs: the corrected pairs themselves reach F {:.3} against shared codes", reach.f());
    for (name, entries, by) in levels {
        let (s, errors) = score(left, right, alignment, entries, by);
        println!(
            "  {name}: {} true pairs, P {:.3} R {:.3} F {:.3} ({} right, {} wrong)",
            s.truth,
            s.precision(),
            s.recall(),
            s.f(),
            s.right,
            s.wrong
        );
        if !verbose || (by == Truth::Codes && !entries) {
            continue;
        }
        for m in &errors {
            println!("    wrong {} = {} ({}): {}", m.left, m.right, m.score, m.justification);
        }
        let found: BTreeMap<&Code, &Match> = alignment.matches.iter().map(|m| (&m.left, m)).collect();
        for (code, other) in truth(left, right, entries, by).iter().filter(|(c, _)| !found.contains_key(c)) {
            let nearest = alignment.left_only.iter().find(|u| u.code == *code).and_then(|u| u.nearest.clone());
            println!("    missed {code} = {other}, nearest {nearest:?}");
        }
    }
}

/// The mean reciprocal rank of the entry of the same code among the candidates of an entry.
pub(crate) fn mean_reciprocal_rank(left: &List, right: &List, ranked: &[(Code, Code, u32)], verbose: bool) -> f64 {
    let (l, r) = (codes(left, true), codes(right, true));
    let shared: BTreeSet<&Code> = l.intersection(&r).copied().collect();
    let mut sum = 0.0;
    for code in &shared {
        let of: Vec<&Code> = ranked.iter().filter(|c| c.0 == **code).map(|c| &c.1).collect();
        let rank = of.iter().position(|c| c == code);
        if rank != Some(0) && verbose {
            println!("    rank of {code}: {rank:?} behind {:?}", of.first());
        }
        sum += rank.map_or(0.0, |at| share(1, at + 1));
    }
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    if shared.is_empty() { 0.0 } else { sum / shared.len() as f64 }
}
