//! From a list's paragraphs to formulas.

use std::collections::BTreeSet;

use concord_model::{Code, Condition, Connective, Digest, GeneralNote, List, Paragraph};
use concord_quantity::Dimension;
use rustc_hash::FxHashMap;

use crate::{Formula, ParameterKey, PrintedLimit, Vocabulary};

mod phrases;

use phrases::{Own, Writer};

/// Whether the scope of a paragraph under "all of the following" takes in what its siblings demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Siblings {
    /// It does: the scope holds the items that the list catches through this paragraph.
    #[default]
    Joined,
    /// It does not: the scope is the paragraph's share alone, so that a difference in a sibling is not repeated here.
    Apart,
}

/// How scopes are built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What siblings under "all of the following" add.
    pub siblings: Siblings,
    /// Leaves general notes out, for a caller that compares them once for the whole list.
    pub without_general_notes: bool,
    /// Leaves the ancestors out: the scope is what the paragraph and its children say, for a caller whose ancestors are matched.
    pub without_ancestors: bool,
    /// Digests of phrases that do not mean the same in two regimes although their wording is equal, because a term they use is defined differently.
    pub regime_bound: BTreeSet<Digest>,
}

/// The scope of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The items it catches by itself and its children.
    pub items: Formula,
    /// The separate branches for components, its own and its descendants'.
    pub components: Vec<Branch>,
    /// The limits that `items` and the hosts hold, as printed.
    pub printed: Vec<PrintedLimit>,
}

/// A components branch: items with their own phrases, designed for a host that the paragraph catches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The paragraph that opens it.
    pub code: Code,
    /// What holds of the component itself.
    pub own: Formula,
    /// What holds of its host.
    pub host: Formula,
}

/// Builds scopes from one list.
#[derive(Debug)]
pub struct Builder<'l> {
    list: &'l List,
    options: Options,
    paragraphs: FxHashMap<&'l str, &'l Paragraph>,
    children: FxHashMap<&'l str, Vec<&'l Paragraph>>,
}

impl<'l> Builder<'l> {
    /// Indexes a list.
    pub fn new(list: &'l List, options: Options) -> Self {
        let all = || list.entries.iter().flat_map(|e| &e.paragraphs);
        let paragraphs: FxHashMap<&str, &Paragraph> = all().map(|p| (p.code.as_str(), p)).collect();
        let mut children: FxHashMap<&str, Vec<&Paragraph>> = FxHashMap::default();
        for paragraph in all() {
            if let Some(parent) = nearest(&paragraphs, &paragraph.code) {
                children.entry(parent.code.as_str()).or_default().push(paragraph);
            }
        }
        Self { list, options, paragraphs, children }
    }

    /// The scope of the paragraph with this code; `None` if the list has none, or if it or an ancestor is reserved.
    pub fn scope(&self, code: &Code, vocabulary: &mut Vocabulary) -> Option<Scope> {
        let paragraph = *self.paragraphs.get(code.as_str())?;
        let mut ancestors = std::iter::successors(Some(paragraph), |p| nearest(&self.paragraphs, &p.code));
        if ancestors.any(|p| p.reserved) {
            return None;
        }
        let mut writer = Writer { builder: self, vocabulary, printed: Vec::new() };
        let items = self.items(paragraph, &mut writer);
        let mut components = Vec::new();
        self.components(paragraph, &mut writer, &mut components);
        Some(Scope { items, components, printed: writer.printed })
    }

    /// Ancestors, the paragraph itself, its children, and its siblings where they are joined.
    fn items(&self, paragraph: &'l Paragraph, writer: &mut Writer<'_, 'l>) -> Formula {
        let mut scope = self.tree(paragraph, writer);
        if self.options.without_ancestors {
            return scope;
        }
        let mut at = paragraph;
        while let Some(parent) = nearest(&self.paragraphs, &at.code) {
            if parent.children != Connective::Any && self.options.siblings == Siblings::Joined {
                let siblings = self.live_children(parent).filter(|p| p.code != at.code);
                let siblings: Vec<Formula> = siblings.map(|p| self.tree(p, writer)).collect();
                let demand = match parent.children {
                    Connective::AtLeast(count) => Formula::at_least(count.saturating_sub(1), siblings),
                    _ => Formula::all(siblings),
                };
                scope = Formula::all([scope, demand]);
            }
            scope = wrap(writer.own(parent), scope);
            at = parent;
        }
        if self.options.without_general_notes {
            return scope;
        }
        let mut own = Own::default();
        for general in self.list.notes.iter().filter(|n| applies(n, &paragraph.code)) {
            writer.note(&general.note, at, &mut own);
        }
        // General notes only ever narrow: they speak of areas, not of kinds of items.
        let narrowed = own.doubts.into_iter().map(|(narrowed, _)| narrowed);
        Formula::all(own.rest.into_iter().chain(narrowed).chain([scope]))
    }

    /// The paragraph's own part and its children.
    fn tree(&self, paragraph: &'l Paragraph, writer: &mut Writer<'_, 'l>) -> Formula {
        let own = writer.own(paragraph);
        let has_children = self.children.contains_key(paragraph.code.as_str());
        let parts: Vec<Formula> = self.live_children(paragraph).map(|p| self.tree(p, writer)).collect();
        let joined = match paragraph.children {
            _ if !has_children => Formula::True,
            Connective::Any => Formula::any(parts),
            Connective::All => Formula::all(parts),
            Connective::AtLeast(count) => Formula::at_least(count, parts),
        };
        wrap(own, joined)
    }

    fn components(&self, paragraph: &'l Paragraph, writer: &mut Writer<'_, 'l>, out: &mut Vec<Branch>) {
        if let Some(components) = &paragraph.components {
            let own = writer.branch(components);
            let host = self.items(paragraph, writer);
            out.push(Branch { code: paragraph.code.clone(), own, host });
        }
        for child in self.live_children(paragraph) {
            self.components(child, writer, out);
        }
    }

    fn live_children(&self, paragraph: &Paragraph) -> impl Iterator<Item = &'l Paragraph> {
        let children: &[&'l Paragraph] = self.children.get(paragraph.code.as_str()).map_or(&[], Vec::as_slice);
        children.iter().copied().filter(|p| !p.reserved)
    }

    fn referenced(&self, reference: &str) -> Option<&'l Paragraph> {
        let code = Code::parse(reference).ok()?;
        self.paragraphs.get(code.as_str()).copied()
    }

    /// The identity of a condition's parameter.
    ///
    /// A condition that leaves its parameter to the parent takes the nearest one that an ancestor states alone; failing that, the parameter
    /// belongs to the parent's wording.
    fn parameter_key(&self, condition: &Condition, dimension: &Dimension, paragraph: &'l Paragraph) -> ParameterKey {
        let key = |name: &str, settings: Vec<String>| ParameterKey { name: name.to_owned(), settings, dimension: dimension.clone() };
        if !condition.parameter.is_empty() {
            return key(&condition.parameter, condition.settings.clone());
        }
        let mut at = paragraph;
        while let Some(parent) = nearest(&self.paragraphs, &at.code) {
            if let [stated] = parent.when.conditions().as_slice()
                && !stated.parameter.is_empty()
            {
                let mut settings = stated.settings.clone();
                settings.extend(condition.settings.iter().cloned());
                settings.sort();
                settings.dedup();
                return key(&stated.parameter, settings);
            }
            at = parent;
        }
        let mut settings = condition.settings.clone();
        settings.extend(nearest(&self.paragraphs, &paragraph.code).map(|parent| format!("as in {}", parent.residue)));
        key("", settings)
    }
}

/// The nearest ancestor that exists.
fn nearest<'l>(paragraphs: &FxHashMap<&'l str, &'l Paragraph>, code: &Code) -> Option<&'l Paragraph> {
    let mut text = code.as_str();
    while let Some(at) = text.rfind('.') {
        text = &text[..at];
        if let Some(found) = paragraphs.get(text) {
            return Some(found);
        }
    }
    None
}

/// The items of `inner` that a paragraph's own part lets through.
///
/// What was not understood may narrow the scope or widen it, but only among items of the paragraph's kind.
fn wrap(own: Own, inner: Formula) -> Formula {
    let mut scope = Formula::all(own.rest.into_iter().chain([inner]));
    for (narrowed, widened) in own.doubts {
        scope = Formula::all([narrowed, Formula::any([scope, widened])]);
    }
    Formula::all(own.phrases.into_iter().chain([scope]))
}

/// Whether a general note applies to a code; `*` in a pattern stands for any one character.
fn applies(note: &GeneralNote, code: &Code) -> bool {
    let matches = |pattern: &String| {
        let mut code = code.as_str().chars();
        pattern.chars().all(|p| code.next().is_some_and(|c| p == '*' || p == c))
    };
    note.applies_to.is_empty() || note.applies_to.iter().any(matches)
}
