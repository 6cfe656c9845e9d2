//! One list prepared for comparison: its paragraphs by code, with parents and children.

use concord_lexicon::Lexicon;
use concord_model::{Code, Entry, List, Note, NoteEffect, Paragraph, Role, Stratum};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Message;
use crate::pair::{PairSide, state};

/// A list with an index of its paragraphs.
pub(crate) struct Indexed<'a> {
    pub(crate) list: &'a List,
    paragraphs: FxHashMap<&'a Code, (&'a Entry, &'a Paragraph)>,
    children: FxHashMap<&'a Code, Vec<&'a Paragraph>>,
    pointers: Vec<Pointer<'a>>,
}

/// A note that sends items to another agency or instrument.
struct Pointer<'a> {
    /// The paragraph that has it.
    code: &'a Code,
    /// The words of its phrases.
    said: FxHashSet<&'a str>,
}

/// The notes of a list that send items to another agency or instrument, in its order.
fn pointers(list: &List) -> Vec<Pointer<'_>> {
    let words = Lexicon::english().normal();
    let points = |n: &&Note| n.effect == NoteEffect::Refers && n.qualifiers.iter().any(|q| words.may_hand_over(&q.phrase));
    let paragraphs = list.entries.iter().flat_map(|e| &e.paragraphs);
    paragraphs
        .flat_map(|p| {
            p.notes
                .iter()
                .filter(points)
                .map(|n| Pointer { code: &p.code, said: n.qualifiers.iter().flat_map(|q| q.phrase.split(' ')).collect() })
        })
        .collect()
}

impl<'a> Indexed<'a> {
    pub(crate) fn new(list: &'a List) -> Self {
        let mut paragraphs = FxHashMap::default();
        let mut children: FxHashMap<&Code, Vec<&Paragraph>> = FxHashMap::default();
        for entry in &list.entries {
            for paragraph in &entry.paragraphs {
                paragraphs.insert(&paragraph.code, (entry, paragraph));
            }
        }
        for entry in &list.entries {
            for paragraph in entry.paragraphs.iter().filter(|p| !p.reserved) {
                let mut up = paragraph.code.parent();
                while let Some(code) = up {
                    if let Some((parent, _)) = paragraphs.get_key_value(&code) {
                        children.entry(*parent).or_default().push(paragraph);
                        break;
                    }
                    up = code.parent();
                }
            }
        }
        Self { list, paragraphs, children, pointers: pointers(list) }
    }

    /// The codes that the list holds itself, not handed to another instrument.
    pub(crate) fn held(&self) -> FxHashSet<&'a str> {
        let held = self.list.entries.iter().filter(|e| e.elsewhere.is_empty());
        held.flat_map(|e| &e.paragraphs).filter(|p| !p.reserved).map(|p| p.code.as_str()).collect()
    }

    /// A paragraph with a note that sends items to another agency or instrument: one of this entry, or one anywhere that speaks of
    /// this subject.
    pub(crate) fn pointer(&self, entry: Option<&Code>, subject: &str) -> Option<Code> {
        let subject: Vec<&str> = subject.split(' ').collect();
        let here = |p: &Pointer<'_>| entry.is_some_and(|e| p.code.is_within(e)) || subject.iter().all(|w| p.said.contains(w));
        self.pointers.iter().find(|p| here(p)).map(|p| p.code.clone())
    }

    pub(crate) fn get(&self, code: &Code) -> Option<(&'a Entry, &'a Paragraph)> {
        self.paragraphs.get(code).copied()
    }

    pub(crate) fn children(&self, code: &Code) -> &[&'a Paragraph] {
        self.children.get(code).map_or(&[], Vec::as_slice)
    }

    /// The nearest ancestor that the list holds.
    pub(crate) fn parent(&self, code: &Code) -> Option<&'a Paragraph> {
        let mut up = code.parent();
        while let Some(code) = up {
            if let Some((_, paragraph)) = self.get(&code) {
                return Some(paragraph);
            }
            up = code.parent();
        }
        None
    }

    pub(crate) fn pair_side(&self, code: &Code) -> Option<PairSide<'a>> {
        let (entry, paragraph) = self.get(code)?;
        Some(PairSide { paragraph, entry, children: self.children(code).len() })
    }

    pub(crate) fn stratum(&self, code: &Code) -> Stratum {
        self.get(code).map_or(Stratum::Regime, |(entry, _)| entry.stratum)
    }

    /// The paragraph's subject, with its nearest ancestor's that has one where its own is empty.
    pub(crate) fn subject(&self, code: &Code) -> String {
        let own = self.get(code).map_or("", |(_, p)| p.subject.as_str());
        if !own.is_empty() {
            return own.to_owned();
        }
        let mut up = self.parent(code);
        while let Some(paragraph) = up {
            if !paragraph.subject.is_empty() {
                return paragraph.subject.clone();
            }
            up = self.parent(&paragraph.code);
        }
        let first = self.get(code).and_then(|(_, p)| p.qualifiers.first());
        first.map_or_else(|| code.to_string(), |q| q.words().into_owned())
    }

    /// Subject and own conditions in words of our own.
    pub(crate) fn describe(&self, code: &Code) -> Message {
        let conditions: Vec<Message> = self.get(code).map_or_else(Vec::new, |(_, p)| p.when.conditions().into_iter().map(state).collect());
        let subject = Message::from(self.subject(code));
        if conditions.is_empty() { subject } else { Message::join("", [subject, " (".into(), Message::join("; ", conditions), ")".into()]) }
    }

    /// The kinds of item that the list's paragraphs name, with the paragraphs that name them, in the order of the list.
    pub(crate) fn subjects(&self) -> FxHashMap<String, Vec<Code>> {
        let mut out: FxHashMap<String, Vec<Code>> = FxHashMap::default();
        for paragraph in self.list.entries.iter().flat_map(|e| &e.paragraphs).filter(|p| !p.reserved) {
            let phrases = paragraph.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.words().into_owned());
            let mut names: Vec<String> = phrases.chain([paragraph.subject.clone()]).filter(|n| !n.is_empty()).collect();
            names.sort();
            names.dedup();
            for name in names {
                out.entry(name).or_default().push(paragraph.code.clone());
            }
        }
        out
    }

    /// Paragraphs without children that are not reserved.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = (&'a Entry, &'a Paragraph)> {
        self.list
            .entries
            .iter()
            .flat_map(|e| e.paragraphs.iter().map(move |p| (e, p)))
            .filter(|(_, p)| !p.reserved && self.children(&p.code).is_empty())
    }
}
