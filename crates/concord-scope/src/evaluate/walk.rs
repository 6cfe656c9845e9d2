//! Three-valued evaluation of one item, from the entries down.

use std::borrow::Cow;

use concord_model::{Connective, Digest};
use concord_quantity::BigRational;

use super::compile::{Compiled, Group, Phrases, Rule, Test};
use super::{Unsure, Verdict};
use crate::{Item, Stated};

/// A truth value; the second and third remember the node they were found at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    No,
    Maybe(usize, Gap),
    Yes(usize),
}

/// What is not known, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Parameter(usize),
    Phrase(usize),
    Limit,
    Reading,
    NotUnderstood,
}

const UNASKED: u8 = 0;
const HOLDS: u8 = 1;
const LACKS: u8 = 2;
const UNSURE: u8 = 3;

/// One item against one list.
pub(super) struct Walk<'w, 'l> {
    compiled: &'w Compiled<'l>,
    item: &'w Item,
    kind_of: &'w dyn Fn(Digest) -> Option<bool>,
    /// What is known of each numbered phrase.
    facts: Vec<u8>,
    values: Vec<(usize, Cow<'w, BigRational>)>,
    /// Entries and components branches that do not hold the item, whatever else is said of it.
    settled: Vec<bool>,
    assumed: Vec<(Digest, bool)>,
}

impl<'w, 'l> Walk<'w, 'l> {
    pub(super) fn new(compiled: &'w Compiled<'l>, item: &'w Item, kind_of: &'w dyn Fn(Digest) -> Option<bool>) -> Self {
        let mut facts = vec![UNASKED; compiled.phrases.len()];
        let mut set = |digest: &Digest, fact: u8| {
            if let Some(slot) = compiled.phrase_numbers.get(digest).and_then(|n| facts.get_mut(*n)) {
                *slot = fact;
            }
        };
        for name in item.lacks.iter().flat_map(|p| &p.names) {
            let own = name.regime.is_empty() || name.regime == compiled.jurisdiction;
            set(&name.digest, if own { LACKS } else { UNSURE });
        }
        // What holds in the meaning of another regime is not known to hold in the meaning of this one.
        for name in item.phrases.iter().flat_map(|p| &p.names).filter(|n| !n.regime.is_empty() && n.regime != compiled.jurisdiction) {
            set(&name.digest, UNSURE);
        }
        for name in item.lacks.iter().flat_map(|p| &p.names).filter(|n| n.regime == compiled.jurisdiction) {
            set(&name.digest, LACKS);
        }
        for name in item.phrases.iter().flat_map(|p| &p.names).filter(|n| n.regime.is_empty() || n.regime == compiled.jurisdiction) {
            set(&name.digest, HOLDS);
        }
        let stated = item.values.iter().flat_map(|s| s.parameters.iter().map(move |key| (key, &s.value)));
        let values = stated.filter_map(|(key, value)| Some((*compiled.parameter_numbers.get(key)?, Cow::Borrowed(value)))).collect();
        let assumed = item.assumed.iter().flat_map(|(p, met)| p.names.iter().map(move |n| (n.digest, *met))).collect();
        let settled = vec![false; compiled.roots.len() + compiled.hosts.len()];
        Self { compiled, item, kind_of, facts, values, settled, assumed }
    }

    /// Takes a further value of the item into account. What it settled before stays: more known of an item never reopens a verdict.
    pub(super) fn state(&mut self, stated: &Stated) {
        let numbers = stated.parameters.iter().filter_map(|key| self.compiled.parameter_numbers.get(key));
        self.values.extend(numbers.map(|number| (*number, Cow::Owned(stated.value.clone()))));
    }

    /// The verdict of the whole list.
    pub(super) fn list(&mut self) -> Verdict {
        let compiled = self.compiled;
        let mut best = Truth::No;
        for (n, root) in compiled.roots.iter().enumerate() {
            if self.settled.get(n) == Some(&true) {
                continue;
            }
            let truth = self.entry(*root);
            self.settle(n, truth);
            best = or(best, truth);
            if let Truth::Yes(_) = best {
                return self.verdict(best);
            }
        }
        for (n, host) in compiled.hosts.iter().enumerate() {
            let n = compiled.roots.len() + n;
            if self.settled.get(n) == Some(&true) {
                continue;
            }
            let truth = self.component(*host);
            self.settle(n, truth);
            best = or(best, truth);
        }
        self.verdict(best)
    }

    fn settle(&mut self, n: usize, truth: Truth) {
        if let Some(settled) = self.settled.get_mut(n) {
            *settled = truth == Truth::No;
        }
    }

    /// The verdict of one paragraph in its place.
    pub(super) fn paragraph(&mut self, at: usize) -> Verdict {
        let mut truth = self.in_place(at);
        let compiled = self.compiled;
        for host in &compiled.hosts {
            let below = std::iter::successors(Some(*host), |n| compiled.nodes.get(*n).and_then(|n| n.parent)).any(|n| n == at);
            if below {
                truth = or(truth, self.component(*host));
            }
        }
        self.verdict(truth)
    }

    fn verdict(&self, truth: Truth) -> Verdict {
        let code = |at: usize| self.compiled.nodes.get(at).map(|n| n.code.clone());
        match truth {
            Truth::No => Verdict::NotCaught,
            Truth::Yes(at) => code(at).map_or(Verdict::NotCaught, |by| Verdict::Caught { by }),
            Truth::Maybe(at, gap) => code(at).map_or(Verdict::NotCaught, |code| Verdict::Unknown { code, why: self.why(at, gap) }),
        }
    }

    fn why(&self, at: usize, gap: Gap) -> Unsure {
        let node = self.compiled.nodes.get(at);
        match gap {
            Gap::Parameter(n) => self.compiled.parameters.get(n).map(|p| Unsure::Parameter(p.key.clone())),
            Gap::Phrase(n) => self.compiled.phrases.get(n).copied().map(Unsure::Phrase),
            Gap::Limit => node.and_then(|n| opaque(&n.when)).map(|label| Unsure::Limit(label.to_owned())),
            Gap::Reading => Some(Unsure::NotUnderstood("an enumeration whose members are alternatives, or all needed".to_owned())),
            Gap::NotUnderstood => node.and_then(|n| n.rules.iter().find_map(unclear)).map(|label| Unsure::NotUnderstood(label.to_owned())),
        }
        .unwrap_or_else(|| Unsure::NotUnderstood("a note".to_owned()))
    }

    /// An entry with its children and the general notes.
    fn entry(&mut self, root: usize) -> Truth {
        let truth = self.tree(root);
        self.general(root, truth)
    }

    /// General notes only ever narrow.
    fn general(&mut self, at: usize, mut truth: Truth) -> Truth {
        let compiled = self.compiled;
        if truth == Truth::No {
            return truth;
        }
        let Some(node) = compiled.nodes.get(at) else { return Truth::No };
        for general in compiled.general.iter().filter(|g| g.applies(node.code.as_str())) {
            truth = self.rule(&general.rule, truth, at);
        }
        truth
    }

    /// The paragraph and its children, without its ancestors.
    fn tree(&mut self, at: usize) -> Truth {
        self.own_with(at, &mut |walk| walk.children(at, None))
    }

    /// The paragraph's own phrases, conditions and notes around what `inner` says.
    fn own_with(&mut self, at: usize, inner: &mut dyn FnMut(&mut Self) -> Truth) -> Truth {
        let compiled = self.compiled;
        let Some(node) = compiled.nodes.get(at).filter(|n| !n.reserved) else { return Truth::No };
        let kind = self.phrases(&node.phrases, at);
        if kind == Truth::No {
            return Truth::No;
        }
        let unclear = node.rules.iter().any(|rule| matches!(rule, Rule::Unclear(..)));
        let mut truth = self.test(&node.when, at);
        if truth != Truth::No {
            truth = and(truth, inner(self));
        }
        if truth != Truth::No || unclear {
            for rule in node.rules.iter().filter(|r| !matches!(r, Rule::Unclear(..))) {
                truth = self.rule(rule, truth, at);
            }
            for rule in node.rules.iter().filter(|r| matches!(r, Rule::Unclear(..))) {
                truth = self.rule(rule, truth, at);
            }
        }
        and(kind, truth)
    }

    /// How the children join; `instead` replaces the truth of one of them.
    fn children(&mut self, at: usize, instead: Option<(usize, Truth)>) -> Truth {
        let compiled = self.compiled;
        let Some(node) = compiled.nodes.get(at) else { return Truth::No };
        if node.children.is_empty() {
            return Truth::Yes(at);
        }
        let live = node.children.iter().copied().filter(|c| compiled.nodes.get(*c).is_some_and(|n| !n.reserved));
        match node.connective {
            Connective::Any => {
                let mut best = Truth::No;
                for child in live {
                    best = or(best, self.child(child, instead));
                    if let Truth::Yes(_) = best {
                        break;
                    }
                }
                best
            }
            Connective::All => {
                let mut truth = Truth::Yes(at);
                for child in live {
                    truth = and(truth, self.child(child, instead));
                    if truth == Truth::No {
                        break;
                    }
                }
                truth
            }
            Connective::AtLeast(count) => {
                let (mut met, mut open, mut gap) = (0, 0, None);
                for child in live {
                    match self.child(child, instead) {
                        Truth::Yes(_) => met += 1,
                        maybe @ Truth::Maybe(..) => {
                            open += 1;
                            gap = gap.or(Some(maybe));
                        }
                        Truth::No => {}
                    }
                }
                match gap {
                    _ if met >= count => Truth::Yes(at),
                    Some(maybe) if met + open >= count => maybe,
                    _ => Truth::No,
                }
            }
        }
    }

    fn child(&mut self, child: usize, instead: Option<(usize, Truth)>) -> Truth {
        match instead {
            Some((at, truth)) if at == child => truth,
            _ => self.tree(child),
        }
    }

    /// The paragraph in its place: its ancestors, and the siblings that must hold with it.
    fn in_place(&mut self, at: usize) -> Truth {
        let compiled = self.compiled;
        let mut truth = self.tree(at);
        let mut below = at;
        while let Some(parent) = compiled.nodes.get(below).and_then(|n| n.parent) {
            let any = compiled.nodes.get(parent).is_some_and(|n| n.connective == Connective::Any);
            let found = truth;
            let needed = matches!(compiled.nodes.get(parent).map(|n| n.connective), Some(Connective::AtLeast(_)));
            truth = self.own_with(parent, &mut |walk| {
                if any {
                    found
                } else if needed {
                    and(found, walk.children(parent, Some((below, found))))
                } else {
                    walk.children(parent, Some((below, found)))
                }
            });
            below = parent;
        }
        match truth {
            Truth::Yes(_) => self.general(below, Truth::Yes(at)),
            truth => self.general(below, truth),
        }
    }

    /// The components branch that a paragraph opens: the item's own phrases, and a host that the paragraph catches.
    fn component(&mut self, at: usize) -> Truth {
        let compiled = self.compiled;
        let Some(host) = self.item.host.as_deref() else { return Truth::No };
        let Some(phrases) = compiled.nodes.get(at).and_then(|n| n.components.as_ref()) else { return Truth::No };
        let own = self.phrases(phrases, at);
        if own == Truth::No {
            return Truth::No;
        }
        match Walk::new(compiled, host, self.kind_of).in_place(at) {
            Truth::Yes(_) => and(Truth::Yes(at), own),
            truth => and(own, truth),
        }
    }

    fn rule(&mut self, rule: &Rule<'_>, truth: Truth, at: usize) -> Truth {
        match rule {
            Rule::Out(..) | Rule::Only(..) if truth == Truth::No => Truth::No,
            Rule::Out(phrases, test) => match and(self.phrases(phrases, at), self.test(test, at)) {
                Truth::Yes(_) => Truth::No,
                Truth::No => truth,
                maybe @ Truth::Maybe(..) => and(truth, maybe),
            },
            Rule::Only(phrases, test) => match and(self.phrases(phrases, at), self.test(test, at)) {
                Truth::Yes(_) => truth,
                other => and(truth, other),
            },
            Rule::Unclear(digest, _) if self.assumed.contains(&(*digest, true)) => truth,
            Rule::Unclear(..) => Truth::Maybe(at, Gap::NotUnderstood),
        }
    }

    fn phrases(&mut self, phrases: &Phrases, at: usize) -> Truth {
        let mut truth = Truth::Yes(at);
        for group in &phrases.groups {
            truth = and(truth, self.group(group, at));
            if truth == Truth::No {
                return Truth::No;
            }
        }
        for group in &phrases.excluded {
            truth = match self.group(group, at) {
                Truth::Yes(_) => return Truth::No,
                Truth::No => truth,
                maybe @ Truth::Maybe(..) => and(truth, maybe),
            };
        }
        truth
    }

    fn group(&mut self, group: &Group, at: usize) -> Truth {
        let some = self.alternatives(&group.alternatives, at);
        let Some(reading) = group.reading else {
            let none_stated = if group.alternatives.is_empty() { Truth::Yes(at) } else { some };
            return group.members.iter().fold(none_stated, |all, member| and(all, self.phrase(*member, at)));
        };
        let every = group.members.iter().fold(some, |all, member| and(all, self.phrase(*member, at)));
        let any = or(some, self.alternatives(&group.members, at));
        match self.assumed.iter().find(|(own, _)| *own == reading) {
            Some((_, true)) => any,
            Some((_, false)) => every,
            None => or(every, and(any, Truth::Maybe(at, Gap::Reading))),
        }
    }

    fn alternatives(&mut self, phrases: &[usize], at: usize) -> Truth {
        let mut met = Truth::No;
        for phrase in phrases {
            met = or(met, self.phrase(*phrase, at));
            if let Truth::Yes(_) = met {
                break;
            }
        }
        met
    }

    fn phrase(&mut self, number: usize, at: usize) -> Truth {
        let (Some(fact), Some(digest)) = (self.facts.get_mut(number), self.compiled.phrases.get(number)) else { return Truth::No };
        if *fact == UNASKED {
            *fact = match (self.kind_of)(*digest) {
                Some(true) => HOLDS,
                Some(false) => LACKS,
                None => UNSURE,
            };
        }
        match *fact {
            HOLDS => Truth::Yes(at),
            LACKS => Truth::No,
            _ => Truth::Maybe(at, Gap::Phrase(number)),
        }
    }

    fn test(&self, test: &Test<'_>, at: usize) -> Truth {
        match test {
            Test::All(parts) => parts.iter().fold(Truth::Yes(at), |all, part| and(all, self.test(part, at))),
            Test::Any(parts) => parts.iter().fold(Truth::No, |any, part| or(any, self.test(part, at))),
            Test::Within(parameter, limits) => match self.values.iter().find(|(number, _)| number == parameter) {
                None => Truth::Maybe(at, Gap::Parameter(*parameter)),
                Some((_, value)) if limits.iter().all(|limit| limit.admits(value.as_ref())) => Truth::Yes(at),
                Some(_) => Truth::No,
            },
            Test::Opaque(digest, _) => match self.assumed.iter().find(|(own, _)| own == digest) {
                Some((_, true)) => Truth::Yes(at),
                Some((_, false)) => Truth::No,
                None => Truth::Maybe(at, Gap::Limit),
            },
        }
    }
}

/// Both hold; of two gaps the first is kept, of two places the second, which is deeper.
const fn and(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Truth::No, _) | (_, Truth::No) => Truth::No,
        (Truth::Maybe(..), _) => a,
        _ => b,
    }
}

/// One of them holds; the first that does is kept.
const fn or(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Truth::Yes(_), _) => a,
        (_, Truth::Yes(_)) => b,
        (Truth::Maybe(..), _) => a,
        _ => b,
    }
}

fn opaque<'t>(test: &'t Test<'_>) -> Option<&'t str> {
    match test {
        Test::All(parts) | Test::Any(parts) => parts.iter().find_map(opaque),
        Test::Opaque(_, label) => Some(label),
        Test::Within(..) => None,
    }
}

fn unclear<'r>(rule: &'r Rule<'_>) -> Option<&'r str> {
    match rule {
        Rule::Unclear(_, label) => Some(label),
        _ => None,
    }
}
