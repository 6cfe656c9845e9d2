//! What definitions call things, and what rules say, in the language of a report.

use std::collections::BTreeMap;
use std::sync::Arc;

use concord_compare::{Made, Message, RuleTexts};
use concord_model::rules::{Choice, Form, Vocabulary};
use serde::Deserialize;

use super::{Arg, Language, Texts};
use crate::Place;

/// Words of the definitions in another language than English, and the texts of the rules in it. Empty for English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// Words by what they name: `question/retention-period`, `value/brokering/none`, `place/us`.
    names: BTreeMap<String, String>,
    places: BTreeMap<String, Place>,
    rules: BTreeMap<String, RuleTexts>,
}

/// A file of translated definitions that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct GlossaryError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub what: String,
}

/// A topic of the vocabulary, translated.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicTexts {
    topic: String,
    title: String,
    about: String,
    attributes: BTreeMap<String, AttributeTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeTexts {
    question: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

/// The defined words, translated.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermsTexts {
    terms: BTreeMap<String, TermTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermTexts {
    label: String,
    #[serde(default)]
    covers: BTreeMap<String, String>,
    #[serde(default)]
    limits: BTreeMap<String, String>,
}

/// Names of places, categories and regimes, translated.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesTexts {
    #[serde(default)]
    jurisdictions: BTreeMap<String, PlaceTexts>,
    #[serde(default)]
    destinations: BTreeMap<String, String>,
    #[serde(default)]
    categories: BTreeMap<String, String>,
    #[serde(default)]
    regimes: BTreeMap<String, String>,
    #[serde(default)]
    blocs: BTreeMap<String, String>,
    /// Articles that names of destinations stand with.
    #[serde(default)]
    articles: Vec<String>,
    /// Texts of recognition policies, by policy and English text.
    #[serde(default)]
    policies: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceTexts {
    name: String,
    short: String,
    phrase: String,
    adjective: String,
}

fn read<'t, T: Deserialize<'t>>(file: &str, text: &'t str) -> Result<T, GlossaryError> {
    serde_yaml::from_str(text).map_err(|error| GlossaryError { file: file.to_owned(), what: error.to_string() })
}

impl Glossary {
    /// A glossary that knows the shipped rules of a language.
    ///
    /// # Errors
    /// Where the texts of the rules cannot be read.
    pub fn new(language: Language) -> Result<Self, GlossaryError> {
        let rules = concord_compare::rule_texts(language.code());
        let rules = rules.map_err(|error| GlossaryError { file: error.file, what: error.what })?;
        Ok(Self { rules, ..Self::default() })
    }

    /// Adds a file of a translated topic of the vocabulary.
    ///
    /// # Errors
    /// Where the file is not of that form.
    pub fn add_topic(&mut self, file: &str, text: &str) -> Result<(), GlossaryError> {
        let TopicTexts { topic, title, about, attributes } = read(file, text)?;
        self.put(format!("topic/{topic}"), title);
        self.put(format!("about/{topic}"), about);
        for (id, attribute) in attributes {
            for (key, label) in attribute.values {
                self.put(format!("value/{id}/{key}"), label);
            }
            self.put(format!("question/{id}"), attribute.question);
            self.put(format!("why/{id}"), attribute.why);
            self.put(format!("unit/{id}"), attribute.unit);
        }
        Ok(())
    }

    /// Adds the file of the translated defined words.
    ///
    /// # Errors
    /// Where the file is not of that form.
    pub fn add_terms(&mut self, file: &str, text: &str) -> Result<(), GlossaryError> {
        let TermsTexts { terms } = read(file, text)?;
        for (id, term) in terms {
            for (element, meaning) in term.covers.into_iter().chain(term.limits) {
                self.put(format!("element/{id}/{element}"), meaning);
            }
            self.put(format!("term/{id}"), term.label);
        }
        Ok(())
    }

    /// Adds the file of the translated names of places, categories and regimes.
    ///
    /// # Errors
    /// Where the file is not of that form.
    pub fn add_names(&mut self, file: &str, text: &str) -> Result<(), GlossaryError> {
        let NamesTexts { jurisdictions, destinations, categories, regimes, blocs, policies, articles } = read(file, text)?;
        for (code, PlaceTexts { name, short, phrase, adjective }) in jurisdictions {
            self.put(format!("place/{code}"), phrase.clone());
            self.places.insert(code, Place { name, short, adjective, phrase });
        }
        for (code, name) in destinations {
            let bare = articles.iter().find_map(|article| name.strip_prefix(article.as_str())).unwrap_or(&name);
            self.put(format!("destination/{code}"), bare.to_owned());
            self.put(format!("country/{}", code.to_lowercase()), name.clone());
            self.put(format!("place/{code}"), name);
        }
        for (kind, names) in [("category", categories), ("regime", regimes), ("bloc", blocs)] {
            for (key, name) in names {
                self.put(format!("{kind}/{key}"), name);
            }
        }
        for (policy, texts) in policies {
            for (english, text) in texts {
                self.put(format!("policy/{policy}/{english}"), text);
            }
        }
        Ok(())
    }

    fn put(&mut self, name: String, words: String) {
        if !words.is_empty() {
            self.names.insert(name, words);
        }
    }

    /// What a jurisdiction is called; none where the glossary does not know it.
    pub fn place(&self, code: &str) -> Option<&Place> {
        self.places.get(code)
    }

    /// The texts of a rule; none in English.
    pub fn rule(&self, id: &str) -> Option<&RuleTexts> {
        self.rules.get(id)
    }

    /// The words for something that goes by a name; the English ones where the glossary does not know it.
    pub fn name(&self, name: &str, english: &str) -> String {
        self.names.get(name).map_or_else(|| english.to_owned(), Clone::clone)
    }

    /// Whether something that goes by a name has words here.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// The vocabulary with these words in the place of its own.
    pub fn vocabulary(&self, english: &Vocabulary) -> Vocabulary {
        let mut out = english.clone();
        for topic in &mut out.topics {
            topic.title = self.name(&format!("topic/{}", topic.id), &topic.title);
            topic.about = self.name(&format!("about/{}", topic.id), &topic.about);
            for attribute in &mut topic.attributes {
                let id = attribute.id.clone();
                attribute.question = self.name(&format!("question/{id}"), &attribute.question);
                attribute.why = self.name(&format!("why/{id}"), &attribute.why);
                if let Form::Choice(values) | Form::Set { values, .. } = &mut attribute.form {
                    self.meanings(&format!("value/{id}"), values);
                }
            }
        }
        for term in &mut out.terms {
            term.label = self.name(&format!("term/{}", term.id), &term.label);
            let within = format!("element/{}", term.id);
            self.meanings(&within, &mut term.covers);
            self.meanings(&within, &mut term.limits);
        }
        out
    }

    fn meanings(&self, within: &str, choices: &mut [Choice]) {
        for choice in choices {
            choice.meaning = self.name(&format!("{within}/{}", choice.id), &choice.meaning);
        }
    }

    /// A message in a language.
    pub fn say(&self, message: &Message, language: Language) -> String {
        if language == Language::ENGLISH { message.english().to_owned() } else { self.said(message, Texts::of(language)) }
    }

    fn said(&self, message: &Message, texts: &Texts) -> String {
        let english = || message.english().to_owned();
        let word = |arg: &concord_compare::Arg| match arg {
            concord_compare::Arg::Words(words) => self.said(words, texts),
            concord_compare::Arg::Count(count) => texts.language().count(*count),
        };
        match message.made() {
            None => english(),
            Some(Made::Named(name)) => self.names.get(name).cloned().unwrap_or_else(|| {
                let key: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
                texts.try_get(&key, &[]).ok().unwrap_or_else(english)
            }),
            Some(Made::Keyed(key, args)) => {
                let filled: Vec<(&str, Arg)> = args
                    .iter()
                    .map(|(name, arg)| match arg {
                        concord_compare::Arg::Count(count) => (*name, Arg::Number(*count)),
                        concord_compare::Arg::Words(words) => (*name, Arg::Words(self.said(words, texts))),
                    })
                    .collect();
                texts.try_get(key, &filled).unwrap_or_else(|_| english())
            }
            Some(Made::Rule(id, args)) => self
                .rules
                .get(id)
                .map_or_else(english, |rule| rule.sentence(&args.iter().map(|(name, arg)| (*name, word(arg))).collect::<Vec<_>>())),
            Some(Made::Joined(between, parts)) => {
                let said: Vec<String> = parts.iter().map(|part| self.said(part, texts)).collect();
                said.join(texts.language().between(between))
            }
        }
    }
}

/// A language with its glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language.
    pub language: Language,
    /// What definitions and rules say in it.
    pub glossary: Arc<Glossary>,
}

impl Voice {
    /// A message.
    pub fn say(&self, message: &Message) -> String {
        self.glossary.say(message, self.language)
    }

    /// A message of the catalogue.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts().get(key, args)
    }

    /// The messages of the language.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.language)
    }
}
