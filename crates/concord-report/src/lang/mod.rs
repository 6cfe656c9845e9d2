//! The messages of reports, in every language: a catalogue in the form of Project Fluent under `lang/<language>/*.ftl`.
//!
//! English is complete; a message that another language lacks is given in English. Numbers among a message's arguments are
//! written as the language writes them.

mod arg;
mod glossary;
mod language;

use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};

pub use arg::Arg;
pub use glossary::{Glossary, GlossaryError, Voice};
pub use language::{Language, UnknownLanguage};

/// Messages by language folder.
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/lang");

/// One catalogue a language, in the order of [`Language::all`], each read when it is first asked for.
static CATALOGUES: LazyLock<Vec<OnceLock<Texts>>> = LazyLock::new(|| Language::all().map(|_| OnceLock::new()).collect());

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// A message that cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No language has it.
    #[error("there is no message `{0}`")]
    Unknown(String),
    /// It needs an argument that was not given, or refers to something that is not there.
    #[error("message `{key}`: {problem}")]
    Unfilled {
        /// The message.
        key: String,
        /// What is missing.
        problem: String,
    },
}

impl Texts {
    /// The messages of `language`.
    pub fn of(language: Language) -> &'static Self {
        CATALOGUES[language.index()].get_or_init(|| Self::load(language))
    }

    fn load(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Marks of direction around every argument would stand in files that people copy from; all languages here run one way.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(arg::written));
        for source in sources(language) {
            // What can be read of a broken file is kept; a test reads every shipped file.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message called `key`, filled with `args`; in English where this language lacks it. Where no language has it, the key
    /// itself, so that a reader sees what is missing.
    pub fn get(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.try_get(key, args).unwrap_or_else(|_| key.to_owned())
    }

    /// The message called `key`, filled with `args`.
    ///
    /// # Errors
    /// Where no language has the message, or an argument is missing.
    pub fn try_get(&self, key: &str, args: &[(&str, Arg)]) -> Result<String, TextError> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return if self.language == Language::ENGLISH {
                Err(TextError::Unknown(key.to_owned()))
            } else {
                Self::of(Language::ENGLISH).try_get(key, args)
            };
        };
        let given: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
        match errors.first() {
            None => Ok(text),
            Some(problem) => Err(TextError::Unfilled { key: key.to_owned(), problem: problem.to_string() }),
        }
    }

    /// The tag of the language that a document is marked with (`en-GB`).
    pub fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// Whether this language itself has the message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// `a, b and c`.
    pub fn join(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => self.get("list-last", &[("before", before.join(", ").into()), ("last", last.into())]),
        }
    }

    /// A day in a sentence: `29 January 2026` for `2026-01-29`; what is not an ISO date stays as it is.
    pub fn date(&self, iso: &str) -> String {
        let Ok(day) = iso.parse::<jiff::civil::Date>() else { return iso.to_owned() };
        let number = |n: i16| Arg::from(n.unsigned_abs().to_string());
        let month = self.get(&format!("month-{}", day.month()), &[]);
        let day_of_month = Arg::from(usize::from(day.day().unsigned_abs()));
        self.get("date-long", &[("day", day_of_month), ("month", month.into()), ("year", number(day.year()))])
    }
}

/// The files of a language's messages, by name.
fn sources(language: Language) -> impl Iterator<Item = &'static str> {
    let mut files: Vec<_> = FILES.get_dir(language.code()).into_iter().flat_map(Dir::files).collect();
    files.sort_by_key(|file| file.path());
    files.into_iter().filter_map(|file| file.contents_utf8())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use fluent_syntax::ast;

    use super::*;

    /// Messages of a language with the arguments each uses; panics on a file that cannot be read and on a message given twice.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut out = BTreeMap::new();
        for source in sources(language) {
            let resource =
                fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}\n{source}", language.code()));
            for entry in resource.body {
                if let ast::Entry::Message(message) = entry {
                    let text = format!("{:?}", message.value);
                    let used = text.split("VariableReference { id: Identifier { name: \"").skip(1);
                    let used: Vec<String> = used.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
                    // A comment may name an argument that the text itself has no use for: `# $list: …`.
                    let said = message.comment.iter().flat_map(|comment| &comment.content).filter_map(|line| line.strip_prefix('$'));
                    let said = said.filter_map(|line| Some(line.split_once(':')?.0.to_owned()));
                    let used = said.chain(used).collect();
                    assert!(
                        out.insert(message.id.name.to_owned(), used).is_none(),
                        "{}: `{}` stands twice",
                        language.code(),
                        message.id.name
                    );
                }
            }
        }
        out
    }

    /// Messages that the comparison makes, whose English stands in its code: `message!("key", "English with {argument}"`.
    fn of_comparison() -> BTreeMap<String, BTreeSet<String>> {
        let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let (root, own) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("../concord-compare/src"), "message.rs");
        for text in texts_below(&[root], own) {
            for call in text.split("message!(").skip(1) {
                let mut literals = call.split('"').skip(1).step_by(2);
                let (Some(key), Some(english)) = (literals.next(), literals.next()) else { panic!("{call}") };
                let names = english.split('{').skip(1).filter_map(|part| part.split('}').next()).map(str::to_owned);
                out.entry(key.to_owned()).or_default().extend(names);
            }
        }
        out
    }

    #[test]
    fn every_language_has_every_message_with_the_same_arguments() {
        let mut english = messages(Language::ENGLISH);
        let made = of_comparison();
        assert!(made.len() > 100, "{made:?}");
        for (key, used) in made {
            assert!(english.insert(key.clone(), used).is_none(), "English has `{key}` twice: in the code and in the catalogue");
        }
        for language in Language::all() {
            if language == Language::ENGLISH {
                continue;
            }
            let own = messages(language);
            let missing: Vec<&String> = english.keys().filter(|key| !own.contains_key(*key)).collect();
            let unknown: Vec<&String> = own.keys().filter(|key| !english.contains_key(*key) && !key.starts_with("rule-")).collect();
            assert!(unknown.is_empty(), "{}: English has no {unknown:?}", language.code());
            assert!(missing.is_empty(), "{}: lacks {missing:?}", language.code());
            for (key, used) in &own {
                if let Some(expected) = english.get(key) {
                    assert!(used.is_subset(expected), "{}: `{key}` uses {used:?}, English {expected:?}", language.code());
                }
            }
        }
    }

    /// Keys named in the templates and in the sources of this crate: `t("key"` and `.get("key", &[`.
    fn named() -> BTreeSet<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut out = BTreeSet::new();
        for text in texts_below(&[root.join("src"), root.join("../../templates")], "") {
            for start in [" t(\"", "(t(\"", ".text(\"", "texts.get(\""] {
                let keys = text.split(start).skip(1).filter_map(|rest| rest.split('"').next()).filter(|key| !key.ends_with('-'));
                out.extend(keys.filter(|key| !key.contains('{')).map(str::to_owned));
            }
        }
        out
    }

    /// What the files below some folders hold, but for those of one name.
    fn texts_below(folders: &[std::path::PathBuf], but: &str) -> Vec<String> {
        let (mut out, mut folders) = (Vec::new(), folders.to_vec());
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.file_name().is_some_and(|name| name != but) {
                    out.push(std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        out
    }

    #[test]
    fn every_message_that_is_named_is_there() {
        let english = messages(Language::ENGLISH);
        let missing: Vec<String> = named().into_iter().filter(|key| !english.contains_key(key)).collect();
        assert!(missing.is_empty(), "no such message: {missing:?}");
    }

    #[test]
    fn numbers_and_dates_are_written_as_the_language_writes_them() {
        let french = Language::from_code("fr").unwrap();
        assert_eq!(Texts::of(Language::ENGLISH).date("2026-01-29"), "29 January 2026");
        assert_eq!(Texts::of(french).date("2026-03-01"), "1er mars 2026");
        assert_eq!((Language::ENGLISH.count(12_345), french.count(12_345)), ("12,345".to_owned(), "12\u{202f}345".to_owned()));
        assert_eq!((Language::ENGLISH.percent(503), french.percent(503)), ("50.3%".to_owned(), "50,3\u{202f}%".to_owned()));
        assert_eq!(Texts::of(french).join(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b et c");
    }

    #[test]
    fn a_message_that_is_missing_says_so() {
        let (texts, unknown) = (Texts::of(Language::ENGLISH), "no-such");
        assert_eq!(texts.try_get(unknown, &[]), Err(TextError::Unknown(unknown.to_owned())));
        assert!(matches!(texts.try_get("list-last", &[]), Err(TextError::Unfilled { .. })));
        assert_eq!(texts.get(unknown, &[]), unknown);
    }
}
