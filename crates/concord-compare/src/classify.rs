//! Placing an item under the paragraphs of a list.
//!
//! A paragraph is asked only if it, or a heading above it, names one of the item's kinds. Headings above the kind that is named are taken to
//! hold; of every other phrase that the item neither states nor lacks, nothing is taken. General notes of the list are left aside.

use std::collections::{BTreeMap, BTreeSet};

use crate::Message;
use crate::message::message;
use concord_model::item::ItemFile;
use concord_model::licensing::Answer;
use concord_model::{Code, Digest, List, Paragraph, Role};
use concord_scope::{Evaluator, Item, Name, ParameterKey, Phrase, Stated, Unsure, Verdict};

/// Where an item stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classified {
    /// Yes if a paragraph holds it; no if some paragraph names its kinds and none holds it; else unknown.
    pub answer: Answer,
    /// The paragraphs that hold it.
    pub listed: Vec<Placing>,
    /// The paragraphs that may hold it.
    pub perhaps: Vec<Placing>,
    /// The paragraphs that name its kind and do not hold it.
    pub outside: Vec<Placing>,
    /// Its kinds that no paragraph names.
    pub unknown_kinds: Vec<String>,
    /// Its parameters on which the list has no limit.
    pub unused_values: Vec<String>,
}

/// A paragraph with how the item stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// The paragraph.
    pub code: Code,
    /// Its subject, or that of the nearest heading that has one.
    pub subject: String,
    /// What is not known; empty where nothing is open.
    pub why: Message,
    /// Where it stands.
    pub citation: String,
}

/// Places an item under the paragraphs of a list.
pub fn classify(item: &ItemFile, list: &List) -> Classified {
    let evaluator = Evaluator::new(list, false);
    let words = Words::new(list);
    let placed = words.item(item);
    let labels = words.labels();
    let mut out = Classified {
        answer: Answer::Unknown,
        listed: Vec::new(),
        perhaps: Vec::new(),
        outside: Vec::new(),
        unknown_kinds: item.kinds.iter().filter(|kind| !words.names(kind)).cloned().collect(),
        unused_values: unused(item, list),
    };
    let stated: BTreeSet<Digest> = placed.phrases.iter().flat_map(|phrase| &phrase.names).map(|name| name.digest).collect();
    for entry in &list.entries {
        let paragraphs: BTreeMap<&Code, &Paragraph> = entry.paragraphs.iter().map(|p| (&p.code, p)).collect();
        let parents: BTreeSet<Code> = entry.paragraphs.iter().filter(|p| !p.reserved).filter_map(|p| p.code.parent()).collect();
        for leaf in entry.paragraphs.iter().filter(|p| !p.reserved && !parents.contains(&p.code)) {
            // From the paragraph up to the entry.
            let path: Vec<&Paragraph> =
                std::iter::successors(Some(leaf.code.clone()), Code::parent).filter_map(|code| paragraphs.get(&code).copied()).collect();
            let Some(named) = path.iter().position(|p| subjects(p).iter().any(|digest| stated.contains(digest))) else { continue };
            let above: BTreeSet<Digest> = path.iter().skip(named).flat_map(|p| subjects(p)).collect();
            let known = |digest: Digest| above.contains(&digest).then_some(true);
            let Some(verdict) = evaluator.evaluate_at(&placed, &leaf.code, &known) else { continue };
            let subject = path.iter().map(|p| p.subject.as_str()).find(|subject| !subject.is_empty()).unwrap_or_default();
            let why = match &verdict {
                Verdict::Unknown { why, .. } => open(why, &labels),
                _ => Message::default(),
            };
            let placing = Placing { code: leaf.code.clone(), subject: subject.to_owned(), why, citation: list.citation(&leaf.code) };
            match verdict {
                Verdict::Caught { .. } => out.listed.push(placing),
                Verdict::Unknown { .. } => out.perhaps.push(placing),
                Verdict::NotCaught => out.outside.push(placing),
            }
        }
    }
    out.answer = match (out.listed.is_empty(), out.perhaps.is_empty(), out.outside.is_empty() || !out.unknown_kinds.is_empty()) {
        (false, ..) => Answer::Yes,
        (true, true, false) => Answer::No,
        _ => Answer::Unknown,
    };
    out
}

/// The identities of what a paragraph names.
fn subjects(paragraph: &Paragraph) -> Vec<Digest> {
    let mut out: Vec<Digest> = paragraph.qualifiers.iter().filter(|q| q.role == Role::Subject).map(|q| q.digest).collect();
    if !paragraph.subject.is_empty() {
        out.extend(labelled(paragraph));
    }
    out
}

/// The identities of a paragraph's label; one cut short is told from others of the same words by the rest of its wording.
fn labelled(paragraph: &Paragraph) -> [Digest; 2] {
    [Digest::of(&paragraph.subject), Digest::of(&format!("{}|{}", paragraph.subject, paragraph.residue))]
}

/// The phrases of a list by their words.
struct Words {
    by_words: BTreeMap<String, BTreeSet<Digest>>,
    subjects: BTreeSet<String>,
}

impl Words {
    fn new(list: &List) -> Self {
        let mut out = Self { by_words: BTreeMap::new(), subjects: BTreeSet::new() };
        for paragraph in list.entries.iter().flat_map(|entry| &entry.paragraphs) {
            if !paragraph.subject.is_empty() {
                out.by_words.entry(plain(&paragraph.subject)).or_default().extend(labelled(paragraph));
                out.subjects.insert(plain(&paragraph.subject));
            }
            let notes = paragraph.notes.iter().flat_map(|note| &note.qualifiers);
            for qualifier in paragraph.qualifiers.iter().chain(notes) {
                out.by_words.entry(plain(&qualifier.phrase)).or_default().insert(qualifier.digest);
                if qualifier.role == Role::Subject {
                    out.subjects.insert(plain(&qualifier.phrase));
                }
            }
        }
        out
    }

    fn names(&self, kind: &str) -> bool {
        self.subjects.contains(&plain(kind))
    }

    /// The item as the evaluator takes it.
    fn item(&self, item: &ItemFile) -> Item {
        let phrase = |words: &String| {
            let known = self.by_words.get(&plain(words)).cloned().unwrap_or_default();
            let names = known.into_iter().chain([Digest::of(words)]).map(|digest| Name { digest, regime: String::new() });
            Phrase { label: words.clone(), names: names.collect() }
        };
        let values = item.values.iter().map(|value| Stated {
            parameters: vec![ParameterKey {
                name: value.parameter.clone(),
                settings: value.settings.clone(),
                dimension: value.value.unit.dimension().clone(),
            }],
            value: value.value.base(),
            unit: value.value.unit.clone(),
        });
        Item {
            phrases: item.kinds.iter().chain(&item.holds).map(phrase).collect(),
            lacks: item.lacks.iter().map(phrase).collect(),
            values: values.collect(),
            ..Item::default()
        }
    }

    /// Words for identities.
    fn labels(&self) -> BTreeMap<Digest, &str> {
        self.by_words.iter().flat_map(|(words, digests)| digests.iter().map(move |digest| (*digest, words.as_str()))).collect()
    }
}

/// Words without regard to capitals, quotes, hyphens and spaces.
fn plain(words: &str) -> String {
    let bare: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn open(why: &Unsure, labels: &BTreeMap<Digest, &str>) -> Message {
    match why {
        Unsure::Parameter(key) => message!("item-open-parameter", "the item does not state its {parameter}", parameter = key.label()),
        Unsure::Phrase(digest) => match labels.get(digest) {
            Some(words) => message!("item-open-words", "whether “{words}” holds of it is not stated", words = *words),
            None => message!("item-open-phrase", "whether a phrase of the paragraph holds of it is not stated"),
        },
        Unsure::Limit(label) => message!("item-open-limit", "the value of a limit is not at hand: {limit}", limit = label),
        Unsure::NotUnderstood(label) => message!("item-open-not-understood", "not understood: {what}", what = label),
    }
}

/// The item's parameters that no condition of the list limits in that unit.
fn unused(item: &ItemFile, list: &List) -> Vec<String> {
    let paragraphs = list.entries.iter().flat_map(|entry| &entry.paragraphs);
    let limited: BTreeSet<&str> = paragraphs
        .flat_map(|p| p.when.conditions().into_iter().chain(p.notes.iter().flat_map(|note| note.when.conditions())))
        .map(|condition| condition.parameter.as_str())
        .collect();
    item.values.iter().filter(|value| !limited.contains(value.parameter.as_str())).map(|value| value.parameter.clone()).collect()
}

#[cfg(test)]
mod tests {
    use concord_model::item::load_item;
    use concord_model::licensing::Answer;
    use concord_model::load_list;

    use super::classify;

    const LIST: &str = r#"
jurisdiction: zz
list: goods-2026-01-01
title: Goods List
as-of: "2026-01-01"
source: {document: Goods Act, date: "2026-01-01"}
entries:
- entry: "9A001"
  subject: flying item
  paragraphs:
  - code: "9A001.a"
    subject: kite
    notes:
    - excludes: Note 1
      qualifiers:
      - subject: toy kite
  - {code: "9A001.a.1", when: {span: ">2 m <4 m"}}
  - {code: "9A001.a.2", when: {span: ">=4 m"}}
  - {code: "9A001.b", subject: balloon, when: {volume: ">10 m^3"}}
"#;

    fn place(text: &str) -> (Answer, Vec<String>, Vec<String>, usize) {
        let list = load_list(&[("list.yaml", LIST)]).unwrap_or_else(|problems| panic!("{problems:?}"));
        let item = load_item("item.yaml", text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}"));
        let found = classify(&item, &list);
        let codes = |rows: &[super::Placing]| rows.iter().map(|row| row.code.to_string()).collect();
        (found.answer, codes(&found.listed), codes(&found.perhaps), found.unknown_kinds.len() + found.unused_values.len())
    }

    #[test]
    fn listed_perhaps_listed_and_not() {
        let no: Vec<String> = Vec::new();
        let told = place("name: a\nkinds: [Kite]\nvalues: {span: 3 m}\nlacks: [toy kite]\n");
        assert_eq!(told, (Answer::Yes, vec!["9A001.a.1".to_owned()], no.clone(), 0));
        // Whether it is a toy is not said.
        let open = place("name: a\nkinds: [kite]\nvalues: {span: 5 m}\n");
        assert_eq!(open, (Answer::Unknown, no.clone(), vec!["9A001.a.2".to_owned()], 0));
        let small = place("name: a\nkinds: [kite]\nvalues: {span: 150 cm}\nlacks: [toy kite]\n");
        assert_eq!(small, (Answer::No, no.clone(), no.clone(), 0));
        let nobody = place("name: a\nkinds: [glider]\nvalues: {wing load: 3 m}\n");
        assert_eq!(nobody, (Answer::Unknown, no.clone(), no.clone(), 2));
        let balloon = place("name: a\nkinds: [balloon]\n");
        assert_eq!(balloon, (Answer::Unknown, no, vec!["9A001.b".to_owned()], 0));
    }
}
