//! What two matched paragraphs say in different words.
//!
//! Scopes hold phrases to be the same only if their digests are equal. A reader goes further: "capable of producing" and "capability to produce"
//! are one demand. This is that reader: he joins phrases and parameters that differ in endings or in few words, and he skips a phrase whose words
//! the other paragraph has as well, only cut into phrases elsewhere. What is decided this way is likely and not proved, and is told so.

use std::collections::BTreeSet;

use concord_model::{Limits, NoteEffect, Paragraph, Role};
use concord_scope::{Formula, ParameterKey, PropositionId, PropositionKind, Renaming, Vocabulary};

use super::stem::{Stems, alike};

/// Thousandths of stems in common from which two phrases say the same.
const SAME: u32 = 750;

/// A phrase that only one of the two scopes speaks of.
struct Phrase {
    id: PropositionId,
    stems: Vec<String>,
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
    /// What is the same on both sides.
    pub(super) same: Renaming,
    /// Phrases that say nothing which the other side does not say as well.
    said: BTreeSet<PropositionId>,
}

impl<'r> Reader<'r> {
    /// A reader who knows already what is the same on both sides.
    pub(super) fn new(stems: &'r Stems, vocabulary: &'r Vocabulary, (left, right): (&'r Formula, &'r Formula), same: Renaming) -> Self {
        Self { stems, vocabulary, left, right, same, said: BTreeSet::new() }
    }

    /// Reads two matched paragraphs, and what stands above each.
    pub(super) fn read(&mut self, pair: (&Paragraph, &Paragraph), above: (&[&Paragraph], &[&Paragraph])) {
        let (ours, theirs) = (self.left.propositions(), self.right.propositions());
        let mut left = self.phrases(pair.0, &ours, &theirs);
        let mut right = self.phrases(pair.1, &theirs, &ours);
        self.parameters(pair);
        let mut joins: Vec<(u32, usize, usize)> = Vec::new();
        for (i, a) in left.iter().enumerate() {
            for (j, b) in right.iter().enumerate().filter(|(_, b)| b.place == a.place) {
                let share = alike(&a.stems, &b.stems);
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
        let (said_left, said_right) = (self.said(pair.0, above.0), self.said(pair.1, above.1));
        for (phrases, other) in [(left, said_right), (right, said_left)] {
            let told = phrases.into_iter().filter(|phrase| phrase.stems.iter().all(|stem| other.contains(stem)));
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
    fn phrases(&self, paragraph: &Paragraph, own: &BTreeSet<PropositionId>, other: &BTreeSet<PropositionId>) -> Vec<Phrase> {
        let demanded = paragraph.qualifiers.iter().map(|q| (q, if q.role == Role::Excludes { Place::Excluded } else { Place::Demanded }));
        let notes = paragraph.notes.iter().filter(|n| n.effect == NoteEffect::Excludes);
        let taken_out = notes.flat_map(|n| &n.qualifiers).map(|q| (q, Place::Note(q.role)));
        let phrase = |(qualifier, place): (&concord_model::Qualifier, Place)| {
            let id = self.vocabulary.find_phrase(qualifier.digest)?;
            let alone = own.contains(&id) && !other.contains(&id);
            alone.then(|| Phrase { id, stems: self.stems.of(&qualifier.phrase), place })
        };
        demanded.chain(taken_out).filter_map(phrase).collect()
    }

    /// The stems of all that a paragraph demands, with what stands above it.
    fn said(&self, paragraph: &Paragraph, above: &[&Paragraph]) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for paragraph in above.iter().copied().chain([paragraph]) {
            out.extend(self.stems.of(&paragraph.subject));
            for qualifier in paragraph.qualifiers.iter().filter(|q| q.role != Role::Excludes) {
                out.extend(self.stems.of(&qualifier.phrase));
            }
            for condition in paragraph.when.conditions() {
                out.extend(self.stems.of(&condition.parameter));
            }
        }
        out
    }

    /// Joins the one parameter of each side that the other does not limit, if the words of one name hold those of the other.
    fn parameters(&mut self, (left, right): (&Paragraph, &Paragraph)) {
        let keys = |paragraph: &Paragraph| -> Vec<ParameterKey> {
            let conditions = paragraph.when.conditions();
            let stated = conditions.iter().filter(|c| !c.parameter.is_empty()).filter_map(|c| match &c.limits {
                Limits::Quantities(constraint) => {
                    let dimension = constraint.dimension()?.clone();
                    Some(ParameterKey { name: c.parameter.clone(), settings: c.settings.clone(), dimension })
                }
                _ => None,
            });
            let mut keys: Vec<ParameterKey> = stated.collect();
            keys.sort();
            keys.dedup();
            keys
        };
        let (a, b) = (keys(left), keys(right));
        for key in &a {
            for other in &b {
                let (Some(x), Some(y)) = (self.vocabulary.find_parameter(key), self.vocabulary.find_parameter(other)) else { continue };
                if a.contains(other) || b.contains(key) || key.dimension != other.dimension || key.settings != other.settings {
                    continue;
                }
                let (m, n) = (self.stems.of(&key.name), self.stems.of(&other.name));
                let (few, many) = if m.len() <= n.len() { (m, n) } else { (n, m) };
                if !few.is_empty() && few.iter().all(|stem| many.contains(stem)) {
                    self.same.same_parameter(x, y);
                }
            }
        }
    }
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
