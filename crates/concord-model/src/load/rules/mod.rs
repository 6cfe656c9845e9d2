//! Loading the rule layer: vocabulary, provisions, definitions, instruments, blocs, rates; every problem of every file at once.

mod bloc;
mod citation;
mod fields;
mod law;
mod value;
mod vocabulary;

pub(crate) use value::{Said, value};

use std::collections::BTreeMap;

use citation::Text;

use crate::diagnostic::{Diagnostic, Severity};
use crate::load::Places;
use crate::load::reader::Reader;
use crate::load::tree::Tree;
use crate::rules::{Jurisdiction, Law, RuleLayer, Vocabulary};

/// A file of the rule layer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleFile {
    /// Its path below the folder of definitions, with `/` (`us/provisions/records.yaml`); it says what the file is.
    pub path: String,
    /// Its name in diagnostics.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What loading the rule layer gives.
#[derive(Clone, Debug)]
pub struct LoadedRules {
    /// The layer; `None` if there is any error.
    pub layer: Option<RuleLayer>,
    /// Every problem, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// Where facts stand in the files: `us/retention-period`.
    pub places: Places,
}

/// What a path says a file is.
enum Kind<'p> {
    Topic,
    Terms,
    Blocs,
    Participation,
    Rates,
    Jurisdiction(&'p str),
    Instruments(&'p str),
    Definitions(&'p str),
    Provisions(&'p str),
}

fn kind(path: &str) -> Option<Kind<'_>> {
    Some(match path.split('/').collect::<Vec<_>>().as_slice() {
        ["vocabulary", "terms.yaml"] => Kind::Terms,
        ["vocabulary", _] => Kind::Topic,
        ["blocs.yaml"] => Kind::Blocs,
        ["participation.yaml"] => Kind::Participation,
        ["rates.yaml"] => Kind::Rates,
        [code, "jurisdiction.yaml"] => Kind::Jurisdiction(code),
        [code, "instruments.yaml"] => Kind::Instruments(code),
        [code, "terms.yaml"] => Kind::Definitions(code),
        [code, "provisions", _] => Kind::Provisions(code),
        _ => return None,
    })
}

/// Whether a path below the folder of definitions is that of a file of the rule layer.
pub fn is_rule_file(path: &str) -> bool {
    path.strip_suffix("yaml").is_some_and(|stem| stem.ends_with('.')) && kind(path).is_some()
}

/// Loads the rule layer. Files that are none of its kinds are left alone; the order of the files does not matter.
///
/// Where the files hold no vocabulary, no blocs or no rates, those of `shipped` stand in.
pub fn load_rules(files: &[RuleFile], shipped: Option<&RuleLayer>) -> LoadedRules {
    let mut files: Vec<(&RuleFile, Kind<'_>)> =
        files.iter().filter(|f| is_rule_file(&f.path)).filter_map(|f| Some((f, kind(&f.path)?))).collect();
    files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
    let mut out = Collected { layer: RuleLayer::default(), laws: BTreeMap::new(), places: Places::default(), diagnostics: Vec::new() };
    out.vocabulary(&files);
    if out.layer.vocabulary == Vocabulary::default()
        && let Some(shipped) = shipped
    {
        out.layer.vocabulary = shipped.vocabulary.clone();
    }
    for (file, kind) in &files {
        out.names(file, kind);
    }
    for (file, kind) in &files {
        out.facts(file, kind);
    }
    out.finish(shipped)
}

struct Collected {
    layer: RuleLayer,
    laws: BTreeMap<String, Law>,
    places: Places,
    diagnostics: Vec<Diagnostic>,
}

impl Collected {
    /// Reads a file with `read`, and keeps the problems.
    fn read<T>(&mut self, file: &RuleFile, read: impl FnOnce(&mut Reader, &Tree, &mut Places) -> Option<T>) -> Option<T> {
        let mut r = Reader::new(&file.name);
        let tree = Tree::read(&file.name, &file.bytes, &mut r.out);
        let found = tree.and_then(|tree| read(&mut r, &tree, &mut self.places));
        self.diagnostics.append(&mut r.out);
        found
    }

    fn vocabulary(&mut self, files: &[(&RuleFile, Kind<'_>)]) {
        for (file, kind) in files {
            match kind {
                Kind::Topic => {
                    if let Some(topic) = self.read(file, |r, tree, places| vocabulary::topic(r, tree, &file.path, places)) {
                        self.layer.vocabulary.topics.push(topic);
                    }
                }
                Kind::Terms => self.layer.vocabulary.terms = self.read(file, |r, tree, _| vocabulary::terms(r, tree)).unwrap_or_default(),
                _ => {}
            }
        }
        self.layer.vocabulary.topics.sort_by(|a, b| a.id.cmp(&b.id));
    }

    fn law(&mut self, code: &str) -> &mut Law {
        self.laws.entry(code.to_owned()).or_insert_with(|| Law {
            jurisdiction: Jurisdiction::unnamed(code),
            instruments: Vec::new(),
            facts: Vec::new(),
            inherits: std::collections::BTreeSet::new(),
            definitions: Vec::new(),
        })
    }

    /// What the facts refer to: jurisdictions, instruments, blocs, rates.
    fn names(&mut self, file: &RuleFile, kind: &Kind<'_>) {
        match kind {
            Kind::Jurisdiction(code) => {
                if let Some(jurisdiction) = self.read(file, |r, tree, _| law::jurisdiction(r, tree, code)) {
                    self.law(code).jurisdiction = jurisdiction;
                }
            }
            Kind::Instruments(code) => {
                self.law(code).instruments = self.read(file, |r, tree, _| law::instruments(r, tree)).unwrap_or_default();
            }
            Kind::Participation => {
                self.layer.participation = self.read(file, |r, tree, _| bloc::participation(r, tree)).unwrap_or_default();
            }
            Kind::Rates => self.layer.rates = self.read(file, |r, tree, _| bloc::rates(r, tree)),
            _ => {}
        }
    }

    fn facts(&mut self, file: &RuleFile, kind: &Kind<'_>) {
        match kind {
            Kind::Provisions(code) => {
                let known = self.known(code);
                let vocabulary = std::mem::take(&mut self.layer.vocabulary);
                let read = self.read(file, |r, tree, places| law::provisions(r, tree, (code, &file.path), &vocabulary, &known, places));
                self.layer.vocabulary = vocabulary;
                if let Some((inherits, facts)) = read {
                    let law = self.law(code);
                    law.inherits.extend(inherits);
                    law.facts.extend(facts);
                }
            }
            Kind::Definitions(code) => {
                let known = self.known(code);
                let vocabulary = std::mem::take(&mut self.layer.vocabulary);
                let read = self.read(file, |r, tree, _| law::definitions(r, tree, &vocabulary, &known));
                self.layer.vocabulary = vocabulary;
                self.law(code).definitions = read.unwrap_or_default();
            }
            Kind::Blocs => {
                let regimes: Vec<String> = self.layer.participation.regimes.iter().map(|(id, _)| id.clone()).collect();
                if let Some((sources, blocs)) = self.read(file, |r, tree, _| bloc::blocs(r, tree, &regimes)) {
                    self.layer.bloc_sources = sources;
                    self.layer.blocs = blocs;
                }
            }
            Kind::Jurisdiction(code) => {
                let known = self.known(code);
                let codes: Vec<String> = self.laws.keys().cloned().collect();
                self.read(file, |r, tree, _| {
                    law::check_names(r, tree, &codes, &known);
                    Some(())
                });
            }
            _ => {}
        }
    }

    /// The instruments that a jurisdiction may cite: its own and its parent's.
    fn known(&self, code: &str) -> Vec<Text> {
        let Some(law) = self.laws.get(code) else { return Vec::new() };
        let parent = self.laws.get(&law.jurisdiction.parent);
        Text::of(law.instruments.iter().chain(parent.iter().flat_map(|p| &p.instruments)))
    }

    fn finish(mut self, shipped: Option<&RuleLayer>) -> LoadedRules {
        for law in self.laws.values_mut() {
            let order = |id: &str| self.layer.vocabulary.attributes().position(|(_, a)| a.id == id);
            law.facts.sort_by_key(|fact| (order(&fact.attribute), fact.from));
            law.definitions.sort_by(|a, b| a.term.cmp(&b.term));
            law.instruments.sort_by(|a, b| a.id.cmp(&b.id));
        }
        self.layer.laws = self.laws.into_values().collect();
        if let Some(shipped) = shipped {
            if self.layer.participation.countries.is_empty() {
                self.layer.participation = shipped.participation.clone();
            }
            if self.layer.blocs.is_empty() {
                (self.layer.blocs, self.layer.bloc_sources) = (shipped.blocs.clone(), shipped.bloc_sources.clone());
            }
            self.layer.rates = self.layer.rates.or_else(|| shipped.rates.clone());
        }
        self.diagnostics.sort();
        self.diagnostics.dedup();
        let broken = self.diagnostics.iter().any(|d| d.severity == Severity::Error);
        LoadedRules { layer: (!broken).then_some(self.layer), diagnostics: self.diagnostics, places: self.places }
    }
}
