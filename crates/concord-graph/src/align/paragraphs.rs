//! What the paragraphs of a list speak of.

use concord_model::texts::Texts;
use concord_model::{Code, Digest, Expr, Limits, List, Note, NoteEffect, Paragraph, Stratum};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::evidence::{Evidence, groups};
use super::side::{Marks, Side};
use super::space::{Bag, Name};

/// The paragraphs of an entry with their features.
type Named<'a> = Vec<(&'a Paragraph, Vec<Name>)>;

/// A list as the engine sees it, with the way back to its paragraphs.
#[derive(Clone, Debug)]
pub(crate) struct Paragraphs<'a> {
    pub(crate) side: Side,
    /// The paragraphs behind the nodes.
    pub(crate) facts: Vec<&'a Paragraph>,
    pub(crate) by_code: FxHashMap<&'a str, usize>,
    /// The features of each paragraph.
    pub(crate) features: Vec<Vec<Name>>,
    /// The bags of the paragraphs' own features, without what they refer to.
    texts: Vec<Bag>,
    /// The entries that each paragraph refers to.
    pub(crate) references: Vec<Vec<usize>>,
}

impl<'a> Paragraphs<'a> {
    /// Reads a list; reserved paragraphs take no part. Entries are ordered by what they speak of, so that their codes order nothing.
    pub(crate) fn new(list: &'a List, texts: Option<&Texts>) -> Self {
        let mut named: Vec<(Stratum, Named<'a>)> = list
            .entries
            .par_iter()
            .map(|e| (e.stratum, e.paragraphs.iter().filter(|p| !p.reserved).map(|p| (p, features(p, texts))).collect()))
            .collect();
        named.sort_by_cached_key(|(_, entry)| Name::digest(entry.iter().flat_map(|(_, names)| names)));
        let mut out = Self {
            side: Side::default(),
            facts: Vec::new(),
            by_code: FxHashMap::default(),
            features: Vec::new(),
            texts: Vec::new(),
            references: Vec::new(),
        };
        let each = named.into_iter().flat_map(|(stratum, entry)| entry.into_iter().map(move |(p, names)| (stratum, p, names)));
        for (stratum, paragraph, names) in each {
            let parent = ancestors(paragraph.code.as_str()).find_map(|up| out.by_code.get(up).copied());
            let mut marks = marks(paragraph);
            marks.group = parent.map_or_else(|| group(paragraph), |up| out.side.nodes[up].marks.group);
            marks.origin = u64::from(stratum == Stratum::Regime);
            let at = out.side.add(parent, marks);
            out.facts.push(paragraph);
            out.features.push(names);
            out.by_code.insert(paragraph.code.as_str(), at);
        }
        out.references = references(&out.facts, &out.side.roots, &out.by_code);
        out
    }

    /// Gives every paragraph the bag of its own features.
    pub(crate) fn weigh(&mut self, texts: Vec<Bag>) {
        for (node, text) in self.side.nodes.iter_mut().zip(&texts) {
            node.own = text.clone();
        }
        self.texts = texts;
        for tree in self.side.trees().collect::<Vec<_>>() {
            self.side.gather(tree);
        }
    }

    /// Adds the bags of what the paragraphs refer to.
    pub(crate) fn refer(&mut self, references: &[Bag]) {
        for tree in self.side.trees().collect::<Vec<_>>() {
            if references[tree.clone()].iter().all(Bag::is_empty) {
                continue;
            }
            for at in tree.clone() {
                self.side.nodes[at].own = self.texts[at].with(&references[at]);
            }
            self.side.gather(tree);
        }
    }

    pub(crate) fn code(&self, at: usize) -> &'a Code {
        &self.facts[at].code
    }
}

/// The other entries that the text of each paragraph names: those in which a reference stands, or all that begin with it.
fn references(paragraphs: &[&Paragraph], roots: &[usize], by_code: &FxHashMap<&str, usize>) -> Vec<Vec<usize>> {
    let mut begins: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut of = |paragraph: &&Paragraph| {
        let own = entry_of(paragraph.code.as_str());
        let mut out = Vec::new();
        for reference in &paragraph.references {
            let entry = entry_of(reference);
            if entry == own {
                continue;
            }
            if let Some(at) = by_code.get(entry) {
                out.push(*at);
                continue;
            }
            let all = begins
                .entry(entry.to_owned())
                .or_insert_with(|| roots.iter().copied().filter(|root| paragraphs[*root].code.as_str().starts_with(entry)).collect());
            out.extend(all.iter());
        }
        out.sort_unstable();
        out.dedup();
        out
    };
    paragraphs.iter().map(&mut of).collect()
}

/// The part of a code that names the entry.
fn entry_of(code: &str) -> &str {
    code.split('.').next().unwrap_or_default()
}

/// The codes above a code, the nearest first.
fn ancestors(code: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(code.rfind('.').map(|at| &code[..at]), |up| up.rfind('.').map(|at| &up[..at]))
}

/// The digests that speak for themselves. Those of a wording that names codes are told apart later, when it is known whether codes count.
fn marks(paragraph: &Paragraph) -> Marks {
    let mut substances: Vec<&str> = paragraph.substances.iter().map(String::as_str).collect();
    substances.sort_unstable();
    substances.dedup();
    let substances = if substances.is_empty() { 0 } else { Digest::of(&substances.join(" ")).0.max(1) };
    Marks { wording: paragraph.wording.0, residue: paragraph.residue.0, substances, group: 0, origin: 0 }
}

/// The group of items that an entry is on.
fn group(entry: &Paragraph) -> u64 {
    let mut said = entry.subject.split(' ').map(|word| word.trim_matches('"'));
    let found = said.find_map(|word| groups().iter().position(|group| group == word));
    found.map_or(0, |at| u64::try_from(at).unwrap_or(0) + 1)
}

/// Whether a paragraph's own text names codes.
pub(crate) fn names_codes(paragraph: &Paragraph) -> bool {
    !paragraph.references.is_empty() || paragraph.qualifiers.iter().any(|q| is_coded(&q.phrase))
}

fn is_coded(text: &str) -> bool {
    text.contains("ref:")
}

fn features(paragraph: &Paragraph, texts: Option<&Texts>) -> Vec<Name> {
    let mut out = Vec::new();
    words(&paragraph.subject, &mut out);
    for qualifier in &paragraph.qualifiers {
        words(&qualifier.phrase, &mut out);
        if !is_coded(&qualifier.phrase) {
            out.push(Name::of(Evidence::Phrases, qualifier.digest.0));
        }
    }
    conditions(&paragraph.when, &mut out);
    out.extend(paragraph.substances.iter().map(|cas| Name::new(Evidence::Substances, &[cas.as_bytes()])));
    // A note names its own entry as the place it is about; other codes would make it another note in another numbering.
    let own = entry_of(paragraph.code.as_str());
    let plain = |n: &&Note| n.references.iter().all(|reference| entry_of(reference) == own);
    for note in paragraph.notes.iter().filter(|n| n.effect == NoteEffect::Excludes).filter(plain) {
        out.push(Name::of(Evidence::Exclusions, note.wording.0));
    }
    if let Some(wording) = texts.and_then(|texts| texts.get(&paragraph.code)) {
        let plain = wording.text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1 && w.chars().all(char::is_alphabetic));
        out.extend(plain.map(|word| Name::new(Evidence::Text, &[word.to_lowercase().as_bytes()])));
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn words(text: &str, out: &mut Vec<Name>) {
    for chunk in text.split(' ').filter(|chunk| !is_coded(chunk)) {
        for word in chunk.split(|c: char| !(c.is_alphanumeric() || c == ':' || c == '.')).filter(|w| w.len() > 1) {
            if word.bytes().all(|b| b.is_ascii_lowercase()) {
                out.push(Name::new(Evidence::Words, &[word.as_bytes()]));
            } else {
                out.push(Name::new(Evidence::Words, &[word.to_lowercase().as_bytes()]));
            }
        }
    }
}

fn conditions(when: &Expr, out: &mut Vec<Name>) {
    for condition in when.conditions() {
        words(&condition.parameter, out);
        if !is_coded(&condition.parameter) {
            out.push(Name::new(Evidence::Parameters, &[condition.parameter.as_bytes()]));
        }
        out.extend(condition.settings.iter().filter(|s| !is_coded(s)).map(|setting| Name::new(Evidence::Settings, &[setting.as_bytes()])));
        match &condition.limits {
            Limits::Quantities(constraint) => {
                for limit in &constraint.limits {
                    let base = limit.quantity.base();
                    let (above, below) = (base.numer().to_signed_bytes_le(), base.denom().to_signed_bytes_le());
                    out.push(Name::new(Evidence::Units, &[limit.quantity.unit.dimension().name().as_bytes()]));
                    out.push(Name::new(Evidence::Limits, &[&above, &below, &[limit.op as u8]]));
                    out.push(Name::new(Evidence::Limits, &[&above, &below]));
                }
            }
            Limits::Symbolic { .. } => {}
            Limits::Formula { digest, .. } => out.push(Name::of(Evidence::Limits, digest.0)),
        }
    }
}
