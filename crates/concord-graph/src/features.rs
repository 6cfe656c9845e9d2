//! What a paragraph speaks of, as weighted features: words of its label and phrases, parameters, limits, substances, terms.

use std::collections::{BTreeMap, HashMap};

use concord_model::{Code, Digest, Expr, Limits, List, NoteEffect, Paragraph};
use rayon::prelude::*;

/// A feature bag: feature number and how often, sorted by number, and its weight as a whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag {
    pub(crate) features: Vec<(u32, u32)>,
    mass: u64,
}

impl Bag {
    fn new(features: Vec<(u32, u32)>) -> Self {
        Self { features, mass: 0 }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.features.is_empty()
    }
}

/// Numbers features by name and weighs them by rarity.
#[derive(Default)]
pub(crate) struct Space {
    numbers: HashMap<String, u32>,
    documents: Vec<u32>,
    weights: Vec<u32>,
    /// Whether each feature is a word.
    words: Vec<bool>,
}

impl Space {
    fn number(&mut self, name: String) -> u32 {
        if let Some(n) = self.numbers.get(&name) {
            return *n;
        }
        let n = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
        self.words.push(name.starts_with("word:"));
        self.numbers.insert(name, n);
        self.documents.push(0);
        n
    }

    /// Weighs every feature by six times the binary logarithm of how rare it is, in whole numbers, so that the result is the
    /// same on every machine.
    fn weigh(&mut self, documents: u32) {
        let total = u128::from(documents.max(1)) * 16;
        self.weights = self
            .documents
            .iter()
            .map(|df| {
                let rarity = total / u128::from((*df).max(1));
                1 + rarity.saturating_pow(6).max(1).ilog2().saturating_sub(24)
            })
            .collect();
    }

    fn weight(&self, feature: u32) -> u64 {
        u64::from(self.weights.get(feature as usize).copied().unwrap_or(1))
    }

    /// The bag with its weight.
    fn weighed(&self, mut bag: Bag) -> Bag {
        bag.mass = bag.features.iter().map(|(f, n)| self.weight(*f) * u64::from(*n)).sum();
        bag
    }

    /// The weight that two bags share.
    fn shared(&self, a: &Bag, b: &Bag) -> u64 {
        let (a, b) = (&a.features, &b.features);
        let (mut i, mut j, mut sum) = (0, 0, 0);
        while let (Some((fa, na)), Some((fb, nb))) = (a.get(i), b.get(j)) {
            match fa.cmp(fb) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.weight(*fa) * u64::from(*na.min(nb));
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }

    /// The share of a bag's words, by weight, that another holds, in thousandths; limits, values and wordings are left out.
    pub(crate) fn held(&self, a: &Bag, b: &Bag) -> u32 {
        let words =
            |bag: &Bag| -> Vec<(u32, u32)> { bag.features.iter().filter(|(f, _)| self.is_word(*f)).map(|(f, _)| (*f, 1)).collect() };
        let (a, b) = (Bag::new(words(a)), Bag::new(words(b)));
        let mass: u64 = a.features.iter().map(|(f, _)| self.weight(*f)).sum();
        (1000 * self.shared(&a, &b)).checked_div(mass).map_or(0, |share| u32::try_from(share).unwrap_or(1000))
    }

    fn is_word(&self, feature: u32) -> bool {
        self.words.get(feature as usize).copied().unwrap_or(false)
    }

    /// Twice the shared weight over the sum of both (Dice's coefficient), in thousandths; 0 if either is empty.
    pub(crate) fn similarity(&self, a: &Bag, b: &Bag) -> u32 {
        let (ma, mb) = (a.mass, b.mass);
        if ma == 0 || mb == 0 {
            return 0;
        }
        u32::try_from(2000 * self.shared(a, b) / (ma + mb)).unwrap_or(1000)
    }
}

/// A paragraph prepared for matching.
pub(crate) struct Item<'a> {
    pub(crate) paragraph: &'a Paragraph,
    /// Index of the parent in its side's items.
    pub(crate) parent: Option<usize>,
    /// Indices of the children that are not reserved.
    pub(crate) children: Vec<usize>,
    /// Its own features.
    pub(crate) own: Bag,
    /// Its own and its descendants' features.
    pub(crate) tree: Bag,
    /// Its own and its ancestors' features.
    pub(crate) path: Bag,
}

/// One list prepared for matching.
pub(crate) struct Prepared<'a> {
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) by_code: HashMap<&'a Code, usize>,
    pub(crate) entries: Vec<usize>,
}

/// Prepares both lists in one space of features.
pub(crate) fn prepare<'a>(left: &'a List, right: &'a List) -> (Space, Prepared<'a>, Prepared<'a>) {
    let mut space = Space::default();
    let mut l = collect(left, &mut space);
    let mut r = collect(right, &mut space);
    let documents = u32::try_from(l.items.len() + r.items.len()).unwrap_or(u32::MAX);
    for item in l.items.iter().chain(&r.items) {
        for (feature, _) in &item.own.features {
            if let Some(df) = space.documents.get_mut(*feature as usize) {
                *df += 1;
            }
        }
    }
    space.weigh(documents);
    rayon::join(|| spread(&mut l, &space), || spread(&mut r, &space));
    (space, l, r)
}

fn collect<'a>(list: &'a List, space: &mut Space) -> Prepared<'a> {
    let mut prepared = Prepared { items: Vec::new(), by_code: HashMap::new(), entries: Vec::new() };
    // Names are made in parallel and numbered in the order of the list, so that the numbers are always the same.
    let named: Vec<Vec<(&Paragraph, Vec<String>)>> =
        list.entries.par_iter().map(|e| e.paragraphs.iter().filter(|p| !p.reserved).map(|p| (p, own_features(p))).collect()).collect();
    for entry in named {
        for (paragraph, features) in entry {
            let at = prepared.items.len();
            let mut parent = None;
            let mut code = paragraph.code.parent();
            while let Some(up) = code {
                if let Some(index) = prepared.by_code.get(&up) {
                    parent = Some(*index);
                    break;
                }
                code = up.parent();
            }
            let own = bag(features.into_iter().map(|name| space.number(name)));
            prepared.items.push(Item { paragraph, parent, children: Vec::new(), own, tree: Bag::default(), path: Bag::default() });
            prepared.by_code.insert(&paragraph.code, at);
            match parent {
                Some(up) => prepared.items[up].children.push(at),
                None => prepared.entries.push(at),
            }
        }
    }
    prepared
}

fn spread(prepared: &mut Prepared<'_>, space: &Space) {
    for at in 0..prepared.items.len() {
        let own = prepared.items[at].own.clone();
        let path = match prepared.items[at].parent {
            Some(up) => merge(&prepared.items[up].path, &own),
            None => own.clone(),
        };
        prepared.items[at].path = path;
        prepared.items[at].tree = own;
    }
    for at in (0..prepared.items.len()).rev() {
        if let Some(up) = prepared.items[at].parent {
            let merged = merge(&prepared.items[up].tree, &prepared.items[at].tree);
            prepared.items[up].tree = merged;
        }
    }
    for item in &mut prepared.items {
        for bag in [&mut item.own, &mut item.tree, &mut item.path] {
            *bag = space.weighed(std::mem::take(bag));
        }
    }
}

/// Both bags in one; both are sorted, so one pass does.
fn merge(a: &Bag, b: &Bag) -> Bag {
    let (a, b) = (&a.features, &b.features);
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x.0 == y.0 => {
                out.push((x.0, x.1 + y.1));
                i += 1;
                j += 1;
            }
            (Some(x), Some(y)) if x.0 > y.0 => {
                out.push(*y);
                j += 1;
            }
            (Some(x), _) => {
                out.push(*x);
                i += 1;
            }
            (None, Some(y)) => {
                out.push(*y);
                j += 1;
            }
            (None, None) => return Bag::new(out),
        }
    }
}

fn bag(features: impl Iterator<Item = u32>) -> Bag {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for feature in features {
        *counts.entry(feature).or_default() += 1;
    }
    Bag::new(counts.into_iter().collect())
}

fn own_features(paragraph: &Paragraph) -> Vec<String> {
    let mut out = Vec::new();
    words(&paragraph.subject, &mut out);
    for qualifier in &paragraph.qualifiers {
        words(&qualifier.phrase, &mut out);
    }
    conditions(&paragraph.when, &mut out);
    out.extend(paragraph.substances.iter().flat_map(|cas| [format!("cas:{cas}"), format!("cas2:{cas}"), format!("cas3:{cas}")]));
    if paragraph.wording != Digest(0) {
        out.push(format!("wording:{}", paragraph.wording));
    }
    for note in paragraph.notes.iter().filter(|n| n.effect == NoteEffect::Excludes) {
        out.push(format!("note:{}", note.wording));
    }
    out.sort();
    out.dedup();
    out
}

fn words(text: &str, out: &mut Vec<String>) {
    let split = text.split(|c: char| !(c.is_alphanumeric() || c == ':' || c == '.'));
    out.extend(split.filter(|w| w.len() > 1).map(|w| format!("word:{}", w.to_lowercase())));
}

fn conditions(when: &Expr, out: &mut Vec<String>) {
    for condition in when.conditions() {
        words(&condition.parameter, out);
        out.push(format!("parameter:{}", condition.parameter));
        for setting in &condition.settings {
            out.push(format!("setting:{setting}"));
        }
        match &condition.limits {
            Limits::Quantities(constraint) => {
                for limit in &constraint.limits {
                    out.push(format!("unit:{:?}", limit.quantity.unit.dimension()));
                    out.push(format!("limit:{}{}", limit.op, limit.quantity.base()));
                    out.push(format!("value:{}", limit.quantity.base()));
                }
            }
            Limits::Symbolic { reference, .. } => out.push(format!("limit-of:{reference}")),
            Limits::Formula { digest, .. } => out.push(format!("formula:{digest}")),
        }
    }
}
