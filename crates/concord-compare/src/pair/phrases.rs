//! Key phrases against key phrases.

use std::collections::BTreeSet;

use concord_lexicon::{Class, Lexicon, NormalWords};
use concord_model::{Code, Digest, Qualifier, Role};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::side::Indexed;

/// Codes of the left list in the right list's numbering, as far as the lists are aligned one to one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes<'a> {
    to_right: FxHashMap<&'a str, &'a str>,
    /// Left and right codes that have a counterpart.
    left: FxHashSet<&'a str>,
    right: FxHashSet<&'a str>,
    /// Codes that each list holds itself, not handed to another instrument.
    listed_left: FxHashSet<&'a str>,
    listed_right: FxHashSet<&'a str>,
}

impl<'a> Codes<'a> {
    /// The codes of matched paragraphs of two lists.
    pub(crate) fn new(matches: impl Iterator<Item = (&'a str, &'a str)>, left: &Indexed<'a>, right: &Indexed<'a>) -> Self {
        let mut codes = Self { listed_left: left.held(), listed_right: right.held(), ..Self::default() };
        for (left, right) in matches {
            if left != right {
                codes.to_right.insert(left, right);
            }
            codes.left.insert(left);
            codes.right.insert(right);
        }
        codes
    }
}

/// The standards that phrases name, as a body or series with its number.
pub(crate) fn standards(qualifiers: &[Qualifier]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for qualifier in qualifiers {
        let text = qualifier.words();
        let words: Vec<&str> = text.split(' ').collect();
        for at in 0..words.len() {
            let number = words[at + 1..].iter().take_while(|w| w.starts_with(|c: char| c.is_ascii_digit())).count();
            if number > 0 && Lexicon::english().classes(words[at]).has(Class::Standard) {
                out.insert(words[at..=at + number].join(" "));
            }
        }
    }
    out
}

/// A phrase of which the normal form leaves nothing that could restrict.
fn is_empty(qualifier: &Qualifier) -> bool {
    words().says_nothing(&qualifier.phrase)
}

fn words() -> &'static NormalWords {
    Lexicon::english().normal()
}

/// Whether a phrase hands items to another agency or instrument.
pub(crate) fn hands_over(qualifier: &Qualifier) -> bool {
    words().hands_over(&qualifier.words())
}

/// Whether a phrase hands items to another agency or instrument, or may do so.
pub(crate) fn may_hand_over(qualifier: &Qualifier) -> bool {
    words().may_hand_over(&qualifier.words())
}

/// What phrases that take items out leave the list as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Carved {
    /// Taken out of this paragraph only: the same list holds the items under the codes it names.
    Listed,
    /// Handed to another agency or instrument.
    Instrument,
}

/// Which phrases take out items that the same list holds elsewhere, or that lie with another instrument.
fn carved(phrases: &[&Qualifier], listed: &FxHashSet<&str>) -> Vec<Option<Carved>> {
    let mut out = vec![None; phrases.len()];
    let opens = |q: &Qualifier| words().carved_out(&q.words()).is_some();
    let held = |text: &str| {
        let mut codes = text.split(' ').filter_map(|w| w.strip_prefix("ref:")).map(canonical).peekable();
        codes.peek().is_some() && codes.all(|c| listed.contains(c.as_str()))
    };
    for (start, opener) in phrases.iter().enumerate().filter(|(_, q)| opens(q)) {
        let text = opener.words();
        let rest = words().carved_out(&text).unwrap_or_default();
        let first = if words().opens_with_reference(rest) { start } else { start + 1 };
        let named = |q: &Qualifier| words().opens_with_reference(words().carved_out(&q.words()).unwrap_or(&q.words()));
        let end = first + phrases.iter().skip(first).enumerate().take_while(|(i, q)| named(q) && (first + i == start || !opens(q))).count();
        // Behind words such as "for" it may be the host, not the item, that is taken out; and software or technology for an item
        // is not listed where the item is.
        let before = phrases.iter().take(start);
        let of_the_item = before.into_iter().all(|q| match q.role {
            Role::Subject => !words().is_following(&q.words()),
            Role::Restricts | Role::Widens => false,
            _ => true,
        });
        if of_the_item && end > first && phrases[first..end].iter().all(|q| held(&q.words())) {
            out[start..end].fill(Some(Carved::Listed));
            continue;
        }
        let end = start + 1 + phrases.iter().skip(start + 1).take_while(|q| q.role == Role::Excludes && !opens(q)).count();
        if phrases[start..end].iter().any(|q| hands_over(q)) {
            out[start..end].fill(Some(Carved::Instrument));
        }
    }
    out
}

/// A phrase that only takes out items of codes which the other list does not have: it takes nothing from the common scope.
fn excludes_unknown(qualifier: &Qualifier, numbered: &FxHashSet<&str>) -> bool {
    let named: Vec<String> = qualifier.phrase.split(' ').filter_map(|w| w.strip_prefix("ref:")).map(canonical).collect();
    let others = qualifier
        .phrase
        .split(' ')
        .filter(|w| !w.starts_with("ref:"))
        .all(|w| ["other", "than", "not", "specified-in", "except"].contains(&w));
    qualifier.role == Role::Excludes && others && !named.is_empty() && !named.iter().any(|n| numbered.contains(n.as_str()))
}

/// The code that a cross-reference of the normal form names.
pub(crate) fn referenced(code: &str) -> Option<Code> {
    Code::parse(&code.to_ascii_uppercase()).ok()
}

fn canonical(code: &str) -> String {
    referenced(code).map_or_else(|| code.to_owned(), |c| c.to_string())
}

impl Codes<'_> {
    /// The digest of a left phrase with the codes it names translated; its own where it names none, or was cut short.
    fn digest(&self, qualifier: &Qualifier) -> Digest {
        let plain = qualifier.words();
        if !plain.contains("ref:") || Digest::of(&plain) != qualifier.digest {
            return qualifier.digest;
        }
        let words: Vec<String> = plain.split(' ').map(|word| self.word(word)).collect();
        Digest::of(&words.join(" "))
    }

    fn word(&self, word: &str) -> String {
        let canonical = word.strip_prefix("ref:").and_then(referenced);
        canonical
            .and_then(|c| self.to_right.get(c.as_str()).map(|right| format!("ref:{}", right.to_ascii_lowercase())))
            .unwrap_or_else(|| word.to_owned())
    }
}

/// How the phrases of two paragraphs relate, apart from their conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PhraseRelation {
    /// Equal, order kept, but for illustrations, which have no effect on the scope.
    Equal,
    /// The phrases only on one side (left, right) make one side the wider.
    LeftWider,
    /// As above, the right side the wider.
    RightWider,
    /// Nothing can be decided.
    Undecided,
}

/// The phrases that differ.
#[derive(Clone, Debug)]
pub(crate) struct PhraseDifference<'a> {
    pub(crate) relation: PhraseRelation,
    pub(crate) only_left: Vec<&'a Qualifier>,
    pub(crate) only_right: Vec<&'a Qualifier>,
    /// Phrases of each side that hand items to another instrument; none where both sides do.
    pub(crate) handed: (Vec<&'a Qualifier>, Vec<&'a Qualifier>),
}

/// Compares two sequences of phrases.
///
/// Equality needs the same phrases in the same order. One side is proved wider only where the other's sequence is the same
/// with phrases added that all work in one direction: restricting and excluding phrases narrow, alternatives and further
/// subjects widen.
pub(crate) fn compare<'a>(left: &'a [Qualifier], right: &'a [Qualifier], codes: &Codes<'_>) -> PhraseDifference<'a> {
    let opens = |q: &Qualifier| words().carved_out(&q.words()).is_some();
    if left == right && !left.iter().any(opens) {
        return PhraseDifference { relation: PhraseRelation::Equal, only_left: vec![], only_right: vec![], handed: (vec![], vec![]) };
    }
    let (l, handed_left) = effective(left, &codes.listed_left);
    let (r, handed_right) = effective(right, &codes.listed_right);
    let both = !handed_left.is_empty() && !handed_right.is_empty();
    let handed = if both { (Vec::new(), Vec::new()) } else { (handed_left, handed_right) };
    let (keep_l, keep_r) = common(&l, &r, codes);
    let says = |q: &&Qualifier, numbered: &FxHashSet<&str>| !is_empty(q) && !excludes_unknown(q, numbered);
    let only_left: Vec<&Qualifier> =
        l.iter().zip(&keep_l).filter(|(_, k)| !**k).map(|(q, _)| *q).filter(|q| says(q, &codes.left)).collect();
    let only_right: Vec<&Qualifier> =
        r.iter().zip(&keep_r).filter(|(_, k)| !**k).map(|(q, _)| *q).filter(|q| says(q, &codes.right)).collect();
    let relation = match (only_left.is_empty(), only_right.is_empty()) {
        (true, true) => PhraseRelation::Equal,
        (false, true) => one_sided(&only_left, &r, PhraseRelation::LeftWider, PhraseRelation::RightWider),
        (true, false) => one_sided(&only_right, &l, PhraseRelation::RightWider, PhraseRelation::LeftWider),
        (false, false) if only_subjects(&l, &r) => PhraseRelation::Equal,
        (false, false) => PhraseRelation::Undecided,
    };
    PhraseDifference { relation, only_left, only_right, handed }
}

/// The phrases that bear on the scope of the list as a whole, and those that hand items to another instrument.
fn effective<'a>(phrases: &'a [Qualifier], listed: &FxHashSet<&str>) -> (Vec<&'a Qualifier>, Vec<&'a Qualifier>) {
    let phrases: Vec<&Qualifier> = phrases.iter().filter(|q| q.role != Role::Illustrates).collect();
    let carved = carved(&phrases, listed);
    let with = |what: Option<Carved>| phrases.iter().zip(&carved).filter(|(_, c)| **c == what).map(|(q, _)| *q).collect();
    (with(None), with(Some(Carved::Instrument)))
}

/// What phrases on one side only come to. A further reference may stand in the other text without its code ("such kilns"), and a
/// further member of an enumeration may be another spelling of one that both name. A subject is a further one only where the other text names one
/// too: a heading without words leaves to its sub-paragraphs what it is about.
fn one_sided(extra: &[&Qualifier], other: &[&Qualifier], wider: PhraseRelation, narrower: PhraseRelation) -> PhraseRelation {
    let open = |q: &&Qualifier| may_hand_over(q) || words().opens_with_reference(&q.words());
    if extra.iter().any(open) {
        PhraseRelation::Undecided
    } else if extra.iter().all(|q| matches!(q.role, Role::Restricts | Role::Excludes)) {
        narrower
    } else if extra.iter().all(|q| q.role == Role::Subject) && other.iter().any(|q| q.role == Role::Subject) {
        wider
    } else {
        PhraseRelation::Undecided
    }
}

/// A list of subjects is a list of alternatives, whose order says nothing.
fn only_subjects(left: &[&Qualifier], right: &[&Qualifier]) -> bool {
    let digests = |side: &[&Qualifier]| {
        let mut d: Vec<_> = side.iter().map(|q| q.digest).collect();
        d.sort_unstable();
        d
    };
    left.iter().chain(right).all(|q| q.role == Role::Subject) && digests(left) == digests(right)
}

/// Marks a longest common subsequence of the two sides.
///
/// A phrase is the same on both sides whatever opens it, but for phrases that take items out.
fn common(left: &[&Qualifier], right: &[&Qualifier], codes: &Codes<'_>) -> (Vec<bool>, Vec<bool>) {
    let (n, m) = (left.len(), right.len());
    let out = |q: &Qualifier| q.role == Role::Excludes;
    let translated: Vec<Digest> = left.iter().map(|q| codes.digest(q)).collect();
    let same =
        |i: usize, j: usize| (left[i].digest == right[j].digest || translated[i] == right[j].digest) && out(left[i]) == out(right[j]);
    let mut length = vec![vec![0u32; m + 1]; n + 1];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            length[i][j] = if same(i, j) { length[i + 1][j + 1] + 1 } else { length[i + 1][j].max(length[i][j + 1]) };
        }
    }
    let (mut keep_l, mut keep_r) = (vec![false; n], vec![false; m]);
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        if same(i, j) {
            keep_l[i] = true;
            keep_r[j] = true;
            i += 1;
            j += 1;
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (keep_l, keep_r)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(role: Role, phrase: &str) -> Qualifier {
        Qualifier { role, phrase: phrase.to_owned(), digest: Digest::of(phrase) }
    }

    #[test]
    fn an_added_restriction_narrows() {
        let left = [q(Role::Subject, "kiln"), q(Role::Restricts, "civil use")];
        let right = [q(Role::Subject, "kiln")];
        assert_eq!(compare(&left, &right, &Codes::default()).relation, PhraseRelation::RightWider);
        assert_eq!(compare(&right, &left, &Codes::default()).relation, PhraseRelation::LeftWider);
    }

    #[test]
    fn an_added_alternative_widens() {
        let left = [q(Role::Subject, "kiln"), q(Role::Subject, "oven")];
        let right = [q(Role::Subject, "kiln")];
        assert_eq!(compare(&left, &right, &Codes::default()).relation, PhraseRelation::LeftWider);
    }

    #[test]
    fn a_heading_without_words_names_no_alternative_less() {
        let right = [q(Role::Subject, "technology")];
        assert_eq!(compare(&[], &right, &Codes::default()).relation, PhraseRelation::Undecided);
        assert_eq!(compare(&right, &[], &Codes::default()).relation, PhraseRelation::Undecided);
    }

    #[test]
    fn different_phrases_are_undecided_and_order_counts() {
        let a = [q(Role::Subject, "kiln"), q(Role::Restricts, "hot"), q(Role::Restricts, "dry")];
        let b = [q(Role::Subject, "kiln"), q(Role::Restricts, "dry"), q(Role::Restricts, "hot")];
        assert_eq!(compare(&a, &b, &Codes::default()).relation, PhraseRelation::Undecided);
    }

    #[test]
    fn what_the_same_list_holds_elsewhere_is_not_taken_out() {
        let out = |text: &str| q(Role::Excludes, text);
        let mut codes = Codes::default();
        codes.listed_left.insert("1T002");
        let plain = [q(Role::Subject, "kiln")];
        let held = [q(Role::Subject, "kiln"), out("other than specified-in ref:1t002")];
        let oven = [q(Role::Subject, "kiln"), out("other than oven"), out("specified-in ref:1t002")];
        let unheld = [q(Role::Subject, "kiln"), out("other than specified-in ref:1t009")];
        codes.right.insert("1T002");
        assert_eq!(compare(&held, &plain, &codes).relation, PhraseRelation::Equal);
        assert_eq!(compare(&oven, &plain, &codes).relation, PhraseRelation::Equal);
        assert_eq!(compare(&plain, &held, &codes).relation, PhraseRelation::LeftWider, "the right list does not hold it");
        codes.left.insert("1T009");
        assert_eq!(compare(&unheld, &plain, &codes).relation, PhraseRelation::RightWider);
    }

    #[test]
    fn technology_and_parts_for_a_listed_item_are_not_listed_with_it() {
        let mut codes = Codes::default();
        codes.listed_left.insert("1T002");
        codes.left.insert("1T002");
        let out = q(Role::Excludes, "other than specified-in ref:1t002");
        for before in [vec![q(Role::Subject, "technology")], vec![q(Role::Subject, "part"), q(Role::Restricts, "for kiln")]] {
            let with = [before.clone(), vec![out.clone()]].concat();
            assert_eq!(compare(&with, &before, &codes).relation, PhraseRelation::RightWider);
        }
    }

    #[test]
    fn what_is_handed_to_another_agency_is_said_apart() {
        let plain = [q(Role::Subject, "kiln")];
        let handed = [q(Role::Subject, "kiln"), q(Role::Excludes, "other than item"), q(Role::Excludes, "licensing authority of others")];
        let difference = compare(&plain, &handed, &Codes::default());
        assert_eq!(difference.relation, PhraseRelation::Equal);
        assert_eq!(difference.handed.1.len(), 2);
    }

    #[test]
    fn illustrations_and_the_order_of_subjects_say_nothing() {
        let a = [q(Role::Subject, "kiln"), q(Role::Subject, "oven"), q(Role::Illustrates, "brick")];
        let b = [q(Role::Subject, "oven"), q(Role::Subject, "kiln")];
        assert_eq!(compare(&a, &b, &Codes::default()).relation, PhraseRelation::Equal);
    }
}
