//! Parameters that do not stand right before their value: parted from it by settings, insertions or the rest of a ratio.

use std::ops::Range;
use std::sync::LazyLock;

use concord_lexicon::{Class, Lexicon};
use concord_quantity::{Dimension, Unit};

use super::limits::Group;
use super::noun::Finder;
use super::token::{Role, Token};

/// The longest stretch that is searched for a ratio or an insertion.
const FAR: usize = 40;
const LONGEST_SETTING: usize = 8;

/// Measured quantities in normal form with their dimensions.
static MEASURED_IN: LazyLock<Vec<(String, Dimension)>> = LazyLock::new(|| {
    let words = Lexicon::english().measured_in();
    words.map(|(word, unit)| (word.to_owned(), Unit::parse(unit).dimension().clone())).collect()
});

impl Finder<'_> {
    /// "resolution when measured in air of", "temperature at zero induction exceeding": the parameter before a setting without a value.
    pub(super) fn measured_across(&self, end: usize, floor: usize, group: &Group) -> Option<Range<usize>> {
        let mut near = self.noun_phrase(end, floor)?;
        let conflicts = self.conflicts(near.clone(), group);
        let measured_words =
            |range: &Range<usize>| (range.start.saturating_sub(4).max(floor)..range.start).any(|k| self.tokens.is(k, "measured"));
        let term = near.end.checked_sub(1).and_then(|k| self.tokens.get(k)).is_some_and(|t| t.quoted);
        for further in [false, true] {
            let measured = measured_words(&near);
            if near.len() > LONGEST_SETTING || self.measures(near.clone()) && !measured && !conflicts {
                return None;
            }
            let joint = self.setting_joint(near.start, floor)?;
            let surroundings =
                (joint..near.start).any(|k| self.tokens.get(k).is_some_and(|w| w.has(Class::Setting) || w.is("along") || w.is("to")));
            if further && !surroundings {
                return None;
            }
            let far = self.noun_phrase(joint, floor)?;
            let far_term = self.head(far.clone()).and_then(|k| self.tokens.get(k)).is_some_and(|t| t.quoted);
            if (measured || far_term && !term || self.head_measures(far.clone())) && !self.conflicts(far.clone(), group) {
                return Some(far);
            }
            near = far;
        }
        None
    }

    /// Where the words and values end that stand before a setting's noun, if there are any.
    fn setting_joint(&self, start: usize, floor: usize) -> Option<usize> {
        const JOINTS: [&str; 11] = ["between", "on", "without", "use", "with", "using", "of", "along", "across", "to", "for"];
        let t = self.tokens;
        let standard = |w: &Token| w.role == Some(Role::Standard) || w.has(Class::Standard) || w.is("according") || w.is_mark('/');
        let number = |w: &Token| w.number().is_some() || w.is_word() && !w.quoted && self.ctx.lexicon.number_word(&w.word).is_some();
        let joins =
            |w: &Token| w.has(Class::Article) || w.has(Class::Setting) || JOINTS.contains(&w.word.as_str()) || number(w) || standard(w);
        let year = |k: usize| t.is_mark(k - 1, ')') && k > 3 && t.is_mark(k - 3, '(') && t.get(k - 2).is_some_and(|w| w.number().is_some());
        let mut k = start;
        let mut joined = false;
        while k > floor && (t.get(k - 1).is_some_and(joins) || year(k)) {
            k -= if year(k) { 3 } else { 1 };
            joined |= t.get(k).is_some_and(Token::is_word) && !t.get(k).is_some_and(|w| w.has(Class::Article));
        }
        joined.then_some(k)
    }

    /// Whether a noun phrase is a measured quantity of another dimension than the values of a group.
    fn conflicts(&self, range: Range<usize>, group: &Group) -> bool {
        let Some(unit) = group.limits.first().map(|l| &l.quantity.unit) else { return false };
        let known = |dimension: &Dimension| MEASURED_IN.iter().any(|(_, d)| d == dimension);
        if !known(unit.dimension()) {
            return false;
        }
        let head = self.head(range).and_then(|k| self.tokens.get(k)).map(|t| self.ctx.lexicon.normal_word(&t.word));
        let dimension = MEASURED_IN.iter().find(|(word, _)| Some(word) == head.as_ref()).map(|(_, d)| d);
        dimension.is_some_and(|d| d != unit.dimension())
    }

    /// The last word of a noun phrase before its first "of".
    fn head(&self, range: Range<usize>) -> Option<usize> {
        let mut last = None;
        let mut k = range.start;
        while k < range.end && !self.tokens.is(k, "of") {
            if self.tokens.get(k).is_some_and(Token::is_word) {
                last = Some(k);
            }
            k = self.tokens.closing(k).unwrap_or(k) + 1;
        }
        last
    }

    fn head_measures(&self, range: Range<usize>) -> bool {
        self.head(range).and_then(|k| self.tokens.get(k)).is_some_and(|t| t.has(Class::Measurand))
    }

    /// "the product of A and B", "the ratio of A to B": where it starts.
    pub(super) fn product_or_ratio(&self, end: usize, floor: usize) -> Option<usize> {
        let t = self.tokens;
        let ends = |w: &Token| w.is_one_of(&[';', ':']) || w.has(Class::OpensClause) && !w.is("rated");
        let clause = (floor..end).rev().take(FAR).take_while(|k| t.get(*k).is_some_and(|w| !ends(w)));
        let start = clause.filter(|k| {
            let whole = t.is(*k, "product") || t.is(*k, "ratio") && (k + 2..end).any(|r| t.is(r, "to"));
            whole && t.is(k + 1, "of") && (*k..end).all(|r| t.get(r).is_some_and(|w| w.number().is_none() || w.role.is_some()))
        });
        let start = start.last()?;
        if t.is(start, "ratio") { self.noun_phrase(start + 1, floor).map(|r| r.start) } else { Some(start) }
    }

    /// "average power (in kW) times frequency (in GHz)": where it starts.
    pub(super) fn times(&self, end: usize, floor: usize) -> Option<usize> {
        let right = self.noun_phrase(end, floor)?;
        let times = right.start.checked_sub(1).filter(|k| *k > floor && self.tokens.is(*k, "times"))?;
        self.noun_phrase(times, floor).map(|left| left.start)
    }

    /// "peak response in the wavelength range": the quantity whose band is limited, and the band.
    pub(super) fn band_of(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let t = self.tokens;
        let band = self.noun_phrase(end, floor).filter(|r| r.len() > 1 && t.is(r.end - 1, "range"))?;
        let mut k = band.start;
        while k > floor && t.get(k - 1).is_some_and(|w| w.has(Class::Article)) {
            k -= 1;
        }
        let within = k.checked_sub(1).filter(|k| *k > floor && (t.is(*k, "in") || t.is(*k, "within")))?;
        let quantity = self.noun_phrase(within, floor).filter(|r| self.head_measures(r.clone()) && r.len() <= 4)?;
        Some(quantity.start..band.end)
    }

    /// "impurities, additions apart, of": the measured quantity of the clause before an insertion.
    pub(super) fn before_insertion(&self, at: usize, floor: usize, group: &Group) -> Option<Range<usize>> {
        let t = self.tokens;
        let starts = |k: &usize| {
            t.get(*k).is_some_and(|w| w.is_one_of(&[';', ':']) || w.has(Class::OpensClause))
                || (t.is(*k, "with") || t.is(*k, "and")) && t.get(k + 1).is_some_and(|w| w.has(Class::Article))
        };
        let from = (floor..at).rev().take(FAR).find(starts).map_or(floor.max(at.saturating_sub(FAR)), |k| k + 1);
        let measures =
            |k: &usize| t.get(*k).is_some_and(|w| w.has(Class::Measurand) && !w.has(Class::Boundary) && w.role != Some(Role::Name));
        let mut end = (from..at).find(measures)? + 1;
        let noun = |k: usize| {
            t.get(k).is_some_and(|w| w.is_word() && !w.numeric && !w.has(Class::Boundary) && !w.has(Class::Article) && !w.has(Class::Stop))
        };
        while end < at && noun(end) && t.get(end).is_some_and(|w| w.has(Class::Measurand)) {
            end += 1;
        }
        if t.is(end, "of") && noun(end + 1) {
            end = (end + 1..at).take_while(|k| noun(*k)).last().map_or(end, |last| last + 1);
        }
        let range = self.noun_phrase(end, floor)?;
        let free = (end..at).all(|k| t.get(k).is_some_and(|w| w.number().is_none() || w.role.is_some()));
        (free && !self.conflicts(range.clone(), group)).then_some(range)
    }
}
