//! Divergence rules: configuration, one file each under `rules/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::observation::Kind;
use crate::sentence::fill;
use crate::{Direction, Layer, Severity};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// A divergence rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its identifier, which is also its file's name.
    pub id: String,
    /// One line.
    pub title: String,
    /// Topic of the vocabulary (`list-scope`).
    pub topic: String,
    /// The layer it speaks of; left out, that of the attribute, or the listed items for a rule on lists.
    #[serde(default)]
    pub layer: Option<Layer>,
    /// The kind of observation it names.
    pub observes: Kind,
    /// The direction it names.
    pub direction: Direction,
    /// The attributes or terms it speaks of; none for all that no other rule of its kind and direction names.
    #[serde(default)]
    pub attributes: Vec<String>,
    /// The looser side's answers that it speaks of; none for all.
    #[serde(default)]
    pub looser: Vec<String>,
    /// The rule for the other direction.
    #[serde(default)]
    pub mirror: Option<String>,
    /// Why it has no mirror.
    #[serde(default)]
    pub no_mirror: Option<String>,
    /// Severity by default.
    pub severity: Severity,
    /// The factor between two limits from which the finding is major.
    #[serde(default)]
    pub major_from: Option<u32>,
    /// What it finds.
    pub finds: String,
    /// Why it matters to an exporter.
    pub exporter: String,
    /// Why it matters to a regulator.
    pub regulator: String,
    /// What would close it.
    pub remedy: String,
    /// The sentence of a finding, with the words of its kind of rule: `{left}`, `{right}`, `{parameter}`, `{left_states}`, `{right_states}`; for lists
    /// `{left_list}`, `{right_list}`, `{left_code}`, `{right_code}`; for provisions and definitions `{question}`, `{left_only}`, `{right_only}`;
    /// for layers above the list `{destination}` and `{controls}`.
    pub explanation: String,
}

/// Why a rule file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct RuleError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub what: String,
}

impl Rule {
    /// Reads a rule file and checks that its id is the file's name, that it has a mirror or says why not, and that its
    /// sentence uses known words only.
    pub fn parse(file: &str, text: &str) -> Result<Self, RuleError> {
        let fail = |what: String| RuleError { file: file.to_owned(), what };
        let rule: Self = serde_yaml::from_str(text).map_err(|e| fail(e.to_string()))?;
        if format!("{}.yaml", rule.id) != file {
            return Err(fail(format!("the id `{}` is not the file's name", rule.id)));
        }
        if rule.mirror.is_some() == rule.no_mirror.is_some() {
            return Err(fail("give either `mirror` or `no_mirror` with a reason".to_owned()));
        }
        let known = if rule.observes.is_of_provisions() {
            ["left", "right", "parameter", "left_states", "right_states", "question", "left_only", "right_only"].as_slice()
        } else if rule.observes.is_of_layers() {
            ["left", "right", "left_states", "right_states", "destination", "controls"].as_slice()
        } else {
            &["left", "right", "parameter", "left_states", "right_states", "left_list", "right_list", "left_code", "right_code"]
        };
        for part in rule.explanation.split('{').skip(1) {
            let word = part.split('}').next().unwrap_or_default();
            if !known.contains(&word) {
                return Err(fail(format!("`{{{word}}}` is no word of a finding; known are {}", known.join(", "))));
            }
        }
        Ok(rule)
    }

    /// The severity of a finding whose two figures are so many times apart.
    pub(crate) fn severity_at(&self, factor: Option<&BigRational>) -> Severity {
        match (self.major_from, factor) {
            (Some(from), Some(factor)) if *factor >= BigRational::from_integer(from.into()) => Severity::Major,
            _ => self.severity,
        }
    }
}

/// The shipped rules, by id.
pub fn rules() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let mut rules: Vec<Rule> = FILES
            .files()
            .filter_map(|f| {
                let name = f.path().file_name()?.to_str()?;
                Rule::parse(name, f.contents_utf8()?).ok()
            })
            .collect();
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        rules
    });
    &RULES
}

/// A rule's texts in another language than English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTexts {
    /// One line.
    pub title: String,
    /// What it finds.
    pub finds: String,
    /// Why it matters to an exporter.
    pub exporter: String,
    /// Why it matters to a regulator.
    pub regulator: String,
    /// What would close it.
    pub remedy: String,
    /// The sentence of a finding, with the placeholders of the rule.
    pub explanation: String,
}

impl RuleTexts {
    /// The sentence of a finding with these words for its placeholders.
    pub fn sentence(&self, words: &[(&str, String)]) -> String {
        fill(&self.explanation, words)
    }
}

/// The texts of the shipped rules in a language, by its two-letter code; none in English, in which the rules themselves are written.
pub fn rule_texts(language: &str) -> Result<BTreeMap<String, RuleTexts>, RuleError> {
    let file = format!("lang/{language}.yaml");
    let Some(text) = FILES.get_file(&file).and_then(|found| found.contents_utf8()) else { return Ok(BTreeMap::new()) };
    serde_yaml::from_str(text).map_err(|error| RuleError { file, what: error.to_string() })
}

/// The rule for a kind and a direction.
pub(crate) fn rule_for(kind: Kind, direction: Direction) -> Option<&'static Rule> {
    rules().iter().find(|r| r.observes == kind && r.direction == direction)
}

/// The rule for a kind and a direction of provisions: the one that names the attribute and the looser answer before one that names less.
pub(crate) fn rule_for_attribute(kind: Kind, direction: Direction, about: &str, looser: &str) -> Option<&'static Rule> {
    let fits = |names: &[String], name: &str| names.is_empty() || names.iter().any(|n| n == name);
    rules()
        .iter()
        .filter(|r| r.observes == kind && r.direction == direction && fits(&r.attributes, about) && fits(&r.looser, looser))
        .max_by_key(|r| (!r.attributes.is_empty(), !r.looser.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_rule_and_every_mirror_mirrors() {
        for file in FILES.files() {
            let name = file.path().file_name().unwrap().to_str().unwrap();
            Rule::parse(name, file.contents_utf8().unwrap()).unwrap();
        }
        assert_eq!(rules().len(), FILES.files().count());
        for rule in rules() {
            if let Some(mirror) = &rule.mirror {
                let mirror = rules().iter().find(|r| r.id == *mirror).expect("the mirror exists");
                assert_eq!(mirror.mirror.as_deref(), Some(rule.id.as_str()));
                assert_eq!(mirror.direction, rule.direction.mirrored());
                assert_eq!((mirror.observes, mirror.severity), (rule.observes, rule.severity));
                assert_eq!((&mirror.attributes, &mirror.looser), (&rule.attributes, &rule.looser));
            } else {
                assert_eq!(rule.direction, rule.direction.mirrored(), "{} has a direction and no mirror", rule.id);
            }
        }
    }

    /// The placeholders of a text with how often each stands in it.
    fn placeholders(text: &str) -> BTreeMap<&str, usize> {
        let mut out = BTreeMap::new();
        for name in text.split('{').skip(1).filter_map(|part| part.split('}').next()) {
            *out.entry(name).or_default() += 1;
        }
        out
    }

    #[test]
    fn every_rule_is_told_in_every_language_with_the_same_words() {
        let languages: Vec<&str> = FILES.get_dir("lang").unwrap().files().filter_map(|file| file.path().file_stem()?.to_str()).collect();
        assert!(languages.contains(&"fr"));
        for language in languages {
            let texts = rule_texts(language).unwrap();
            let unknown: Vec<&String> = texts.keys().filter(|id| !rules().iter().any(|rule| rule.id == **id)).collect();
            assert!(unknown.is_empty(), "{language}: there is no rule {unknown:?}");
            for rule in rules() {
                let own = texts.get(&rule.id).unwrap_or_else(|| panic!("{language}: {} is missing", rule.id));
                for (english, own) in [
                    (&rule.title, &own.title),
                    (&rule.finds, &own.finds),
                    (&rule.exporter, &own.exporter),
                    (&rule.regulator, &own.regulator),
                    (&rule.remedy, &own.remedy),
                    (&rule.explanation, &own.explanation),
                ] {
                    assert!(!own.trim().is_empty(), "{language}: {}", rule.id);
                    assert_eq!(placeholders(english), placeholders(own), "{language}: {}: {own}", rule.id);
                }
            }
        }
        assert!(rule_texts("xx").unwrap().is_empty());
    }

    #[test]
    fn no_two_rules_name_the_same_observation() {
        let mut seen: Vec<(Kind, Direction, &str, &str)> = Vec::new();
        for rule in rules() {
            let attributes = rule.attributes.iter().map(String::as_str).chain(rule.attributes.is_empty().then_some(""));
            for attribute in attributes {
                let looser = rule.looser.iter().map(String::as_str).chain(rule.looser.is_empty().then_some(""));
                seen.extend(looser.map(|looser| (rule.observes, rule.direction, attribute, looser)));
            }
        }
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), all);
    }

    #[test]
    fn a_bad_rule_file_says_what_is_wrong() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/note-differs.yaml")).unwrap();
        assert!(Rule::parse("other.yaml", &text).unwrap_err().what.contains("not the file's name"));
        let bad = text.replace("{left_states}", "{nonsense}");
        assert!(Rule::parse("note-differs.yaml", &bad).unwrap_err().what.contains("nonsense"));
    }
}
