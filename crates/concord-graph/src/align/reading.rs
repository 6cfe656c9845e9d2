//! What two matched paragraphs say in different words.
//!
//! Scopes hold phrases to be the same only if their digests are equal. A reader goes further: "capable of producing" and "capability to produce"
//! are one demand. This is that reader: he joins phrases and parameters that differ in endings or in few words, and he skips a phrase whose words
//! the other paragraph has as well, only cut into phrases elsewhere. What is decided this way is likely and not proved, and is told so.

use std::collections::BTreeSet;
use std::rc::Rc;

use concord_model::{Code, Digest, Limits, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::Constraint;
use concord_scope::{Formula, ParameterKey, PropositionId, PropositionKind, Renaming, Vocabulary};

use super::standing::Codes;
use super::stem::{Stems, alike};

/// Thousandths of stems in common from which two phrases say the same.
const SAME: u32 = 750;

/// A phrase that only one of the two scopes speaks of.
struct Phrase {
    id: PropositionId,
    stems: Rc<[String]>,
    /// The controls that it names, in the right list's numbering.
    names: BTreeSet<String>,
    place: Place,
}

/// What a phrase does: phrases of different places never say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Demanded,
    Excluded,
    /// In a note that takes items out.
    Note(Role),
}

/// Two scopes as they are read.
pub(super) struct Reader<'r> {
    stems: &'r Stems,
    vocabulary: &'r Vocabulary,
    left: &'r Formula,
    right: &'r Formula,
    /// The propositions of each.
    ours: BTreeSet<PropositionId>,
    theirs: BTreeSet<PropositionId>,
    /// The matches of left codes.
    codes: &'r Codes<'r>,
    /// What is the same on both sides.
    pub(super) same: Renaming,
    /// Phrases that say nothing which the other side does not say as well.
    said: BTreeSet<PropositionId>,
    /// Names of substances that the other side has by number.
    named: BTreeSet<PropositionId>,
}

impl<'r> Reader<'r> {
    /// A reader who knows already what is the same on both sides.
    pub(super) fn new(
        stems: &'r Stems,
        vocabulary: &'r Vocabulary,
        (left, right): (&'r Formula, &'r Formula),
        codes: &'r Codes<'r>,
        same: Renaming,
    ) -> Self {
        let (ours, theirs) = (left.propositions(), right.propositions());
        Self { stems, vocabulary, left, right, ours, theirs, codes, same, said: BTreeSet::new(), named: BTreeSet::new() }
    }

    /// Reads two matched paragraphs, and what stands above each.
    pub(super) fn read(&mut self, pair: (&Paragraph, &Paragraph), above: (&[&Paragraph], &[&Paragraph])) {
        self.parameters(pair);
        self.substance(pair.0, pair.1);
        self.substance(pair.1, pair.0);
        let mut left = self.phrases(pair.0, &self.ours, &self.theirs, true);
        let mut right = self.phrases(pair.1, &self.theirs, &self.ours, false);
        let mut joins: Vec<(u32, usize, usize)> = Vec::new();
        for (i, a) in left.iter().enumerate() {
            for (j, b) in right.iter().enumerate().filter(|(_, b)| b.place == a.place && b.names == a.names) {
                let share = if a.stems.is_empty() && b.stems.is_empty() { 1000 } else { alike(&a.stems, &b.stems) };
                if share >= SAME {
                    joins.push((share, i, j));
                }
            }
        }
        joins.sort_by(|x, y| y.0.cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let (mut lefts, mut rights) = (BTreeSet::new(), BTreeSet::new());
        for (_, i, j) in joins {
            if !lefts.contains(&i) && !rights.contains(&j) {
                self.same.same_proposition(left[i].id, right[j].id);
                lefts.insert(i);
                rights.insert(j);
            }
        }
        let rest = |phrases: &mut Vec<Phrase>, joined: &BTreeSet<usize>| {
            let mut at = 0;
            phrases.retain(|phrase| {
                at += 1;
                !joined.contains(&(at - 1)) && phrase.place == Place::Demanded
            });
        };
        rest(&mut left, &lefts);
        rest(&mut right, &rights);
        if left.is_empty() && right.is_empty() {
            return;
        }
        let (said_left, said_right) = (self.said(pair.0, above.0), self.said(pair.1, above.1));
        for (phrases, other) in [(left, said_right), (right, said_left)] {
            let plain = phrases.into_iter().filter(|phrase| phrase.names.is_empty());
            let told = plain.filter(|phrase| phrase.stems.iter().all(|stem| other.contains(stem)));
            self.said.extend(told.map(|phrase| phrase.id));
        }
    }

    /// The two scopes as they are read: without what says nothing, and the members of an enumeration taken as alternatives.
    pub(super) fn scopes(&self) -> (Formula, Formula) {
        let open = |id: &PropositionId| self.vocabulary.get_proposition(*id).is_some_and(|p| p.kind == PropositionKind::Reading);
        let plain = |formula: &Formula| {
            let kept = formula.map(&|leaf| match leaf {
                Formula::Holds(id) if open(id) => Formula::True,
                other => other.clone(),
            });
            without(&kept, &self.said).unwrap_or(Formula::True)
        };
        (plain(self.left), plain(self.right))
    }

    /// The phrases of a paragraph that only its own scope speaks of.
    fn phrases(
        &self,
        paragraph: &Paragraph,
        own: &BTreeSet<PropositionId>,
        other: &BTreeSet<PropositionId>,
        translate: bool,
    ) -> Vec<Phrase> {
        let demanded = paragraph.qualifiers.iter().map(|q| (q, if q.role == Role::Excludes { Place::Excluded } else { Place::Demanded }));
        let notes = paragraph.notes.iter().filter(|n| n.effect == NoteEffect::Excludes);
        let taken_out = notes.flat_map(|n| &n.qualifiers).map(|q| (q, Place::Note(q.role)));
        let phrase = |(qualifier, place): (&Qualifier, Place)| {
            let names = self.names(qualifier, translate)?;
            let id = self.vocabulary.find_phrase(qualifier.digest)?;
            let alone = own.contains(&id) && !other.contains(&id) && !self.named.contains(&id);
            alone.then(|| Phrase { id, stems: self.stems.of(&qualifier.phrase), names, place })
        };
        demanded.chain(taken_out).filter_map(phrase).collect()
    }

    /// The controls that a phrase names, of the left list as their matches; none at all if the phrase was cut short and may name more.
    fn names(&self, phrase: &Qualifier, translate: bool) -> Option<BTreeSet<String>> {
        if !phrase.phrase.contains("ref:") {
            return Some(BTreeSet::new());
        }
        let codes = phrase.phrase.split([' ', '"']).filter_map(|word| word.strip_prefix("ref:"));
        let named = |code: &str| {
            let code = code.to_ascii_uppercase();
            let code = Code::parse(&code).map_or(code, |code| code.as_str().to_owned());
            if translate { self.codes.get(code.as_str()).map_or(code, |right| (*right).to_owned()) } else { code }
        };
        (Digest::of(&phrase.words()) == phrase.digest).then(|| codes.map(named).collect())
    }

    /// The stems of all that a paragraph demands, with what stands above it.
    fn said(&self, paragraph: &Paragraph, above: &[&Paragraph]) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for paragraph in above.iter().copied().chain([paragraph]) {
            out.extend(self.stems.of(&paragraph.subject).iter().cloned());
            for qualifier in paragraph.qualifiers.iter().filter(|q| q.role != Role::Excludes) {
                out.extend(self.stems.of(&qualifier.phrase).iter().cloned());
            }
            for condition in paragraph.when.conditions() {
                out.extend(self.stems.of(&condition.parameter).iter().cloned());
            }
        }
        out
    }

    /// Joins the registry number of a substance with the name that the other side calls the same substance by, without a number.
    fn substance(&mut self, numbered: &Paragraph, named: &Paragraph) {
        let ([number], true) = (numbered.substances.as_slice(), named.substances.is_empty()) else { return };
        let subjects = |paragraph: &Paragraph| -> Vec<Digest> {
            paragraph.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.digest).collect()
        };
        let (ours, theirs) = (subjects(numbered), subjects(named));
        let Some(name) = ours.iter().find(|digest| theirs.contains(digest)) else { return };
        let number = self.vocabulary.find_phrase(Digest::of(&format!("CAS {number}")));
        if let (Some(number), Some(name)) = (number, self.vocabulary.find_phrase(*name)) {
            self.same.same_proposition(number, name);
            self.named.insert(name);
        }
    }

    /// Joins parameters that only one of two paragraphs limits: those whose names and settings differ in printing, those of which one name holds
    /// the words of the other, and the last one of each side, if its limits are the same.
    fn parameters(&mut self, (left, right): (&Paragraph, &Paragraph)) {
        let (a, b) = (stated(left), stated(right));
        let odd = |one: &[Stated<'_>], other: &[Stated<'_>]| -> Vec<usize> {
            (0..one.len()).filter(|i| !other.iter().any(|o| o.key == one[*i].key)).collect()
        };
        let (ours, mut theirs) = (odd(&a, &b), odd(&b, &a));
        let last = ours.len() == 1 && theirs.len() == 1;
        let named = |x: &Stated<'_>, y: &Stated<'_>| {
            let (m, n) = (self.stems.of(&x.key.name), self.stems.of(&y.key.name));
            let (few, many) = if m.len() <= n.len() { (m, n) } else { (n, m) };
            !few.is_empty() && few.iter().all(|stem| many.contains(stem))
        };
        let same = |x: &Stated<'_>, y: &Stated<'_>| {
            let measured = x.key.dimension == y.key.dimension && plain(&x.key.settings) == plain(&y.key.settings);
            measured && (named(x, y) || last && x.limits.set() == y.limits.set())
        };
        for i in ours {
            let Some(at) = theirs.iter().position(|j| same(&a[i], &b[*j])) else { continue };
            let j = theirs.remove(at);
            if let (Some(x), Some(y)) = (self.vocabulary.find_parameter(&a[i].key), self.vocabulary.find_parameter(&b[j].key)) {
                self.same.same_parameter(x, y);
            }
        }
    }

    /// Joins formulas that are kept whole and begin alike, where each side has one.
    pub(super) fn symbols(&mut self) {
        let labels = |own: &BTreeSet<PropositionId>, other: &BTreeSet<PropositionId>| -> Vec<(PropositionId, String)> {
            let alone = own.difference(other).filter_map(|id| Some((*id, self.vocabulary.get_proposition(*id)?)));
            alone.filter(|(_, p)| p.kind == PropositionKind::Symbol).map(|(id, p)| (id, p.label.clone())).collect()
        };
        let (left, right) = (labels(&self.ours, &self.theirs), labels(&self.theirs, &self.ours));
        for (id, label) in &left {
            let mut same = right.iter().filter(|(_, other)| other == label);
            if let (Some((other, _)), None, 1) = (same.next(), same.next(), left.iter().filter(|l| l.1 == *label).count()) {
                self.same.same_proposition(*id, *other);
            }
        }
    }
}

/// A parameter that a paragraph limits.
struct Stated<'p> {
    key: ParameterKey,
    limits: &'p Constraint,
}

fn stated(paragraph: &Paragraph) -> Vec<Stated<'_>> {
    let conditions = paragraph.when.conditions().into_iter().filter(|c| !c.parameter.is_empty());
    let quantities = conditions.filter_map(|c| match &c.limits {
        Limits::Quantities(limits) => {
            let dimension = limits.dimension()?.clone();
            Some(Stated { key: ParameterKey { name: c.parameter.clone(), settings: c.settings.clone(), dimension }, limits })
        }
        _ => None,
    });
    quantities.collect()
}

/// Settings without the same value in another unit, as some texts print it in brackets.
fn plain(settings: &[String]) -> Vec<String> {
    let unbracketed = |setting: &String| {
        let mut parts = setting.split(" (");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once(')').map_or(part, |(_, rest)| rest))
    };
    settings.iter().map(unbracketed).collect()
}

/// A formula without some of its propositions, as if the text did not have them; nothing if it has no others.
fn without(formula: &Formula, left_out: &BTreeSet<PropositionId>) -> Option<Formula> {
    let rest = |parts: &[Formula]| -> Vec<Formula> { parts.iter().filter_map(|part| without(part, left_out)).collect() };
    match formula {
        Formula::Holds(id) if left_out.contains(id) => None,
        Formula::All(parts) => Some(rest(parts)).filter(|rest| !rest.is_empty()).map(Formula::all),
        Formula::Any(parts) => Some(rest(parts)).filter(|rest| !rest.is_empty()).map(Formula::any),
        Formula::AtLeast(count, parts) => Some(rest(parts)).filter(|rest| !rest.is_empty()).map(|rest| Formula::at_least(*count, rest)),
        Formula::Not(part) => without(part, left_out).map(Formula::negated),
        other => Some(other.clone()),
    }
}
