//! The words of control lists, as data per language: comparators, connectives, number words, spellings, synonyms, and the words
//! that restrict, negate, widen or illustrate. The data files are `data/<language>/*.yaml`.
//!
//! *Architecture invariant:* nothing here names a list code, an entry or a country.

mod class;
mod files;
mod headings;
mod normal;
mod phrase_table;
mod spelling;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use class::{Class, Classes};
pub use headings::{Heading, Title};
pub use normal::NormalWords;
pub use phrase_table::PhraseTable;

/// How a comparator compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Direction {
    /// Greater than.
    #[serde(rename = ">")]
    Greater,
    /// Greater than or equal to.
    #[serde(rename = ">=")]
    AtLeast,
    /// Less than.
    #[serde(rename = "<")]
    Less,
    /// Less than or equal to.
    #[serde(rename = "<=")]
    AtMost,
    /// Equal to.
    #[serde(rename = "==")]
    Equal,
    /// Better than: the parameter decides which way that is.
    #[serde(rename = "better")]
    Better,
    /// Equal to or better than.
    #[serde(rename = "at-least-as-good")]
    AtLeastAsGood,
    /// No better than: worse than or equal to.
    #[serde(rename = "no-better")]
    NoBetter,
    /// Worse than.
    #[serde(rename = "worse")]
    Worse,
}

/// Where a comparator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Before the value ("exceeding 5").
    Before,
    /// Behind the value ("5 or more").
    After,
}

/// How a lead-in joins what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Any of the following.
    Any,
    /// All of the following.
    All,
    /// At least this many of the following.
    AtLeast(u32),
}

/// What a note does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Takes items out.
    Excludes,
    /// Limits the control to items.
    LimitsTo,
    /// Decides the status by something else, or presumes it.
    Status,
    /// States which entry holds items.
    Elsewhere,
    /// States that items are in.
    Includes,
    /// Defines a word or a measuring rule.
    Defines,
    /// Points elsewhere.
    Refers,
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    before: PhraseTable<Direction>,
    after: PhraseTable<Direction>,
    connectives: PhraseTable<Join>,
    synonyms: PhraseTable<Vec<String>>,
    layout: PhraseTable<()>,
    excludes: PhraseTable<()>,
    illustrates: PhraseTable<()>,
    widens: PhraseTable<()>,
    reserved: Vec<String>,
    notes: Vec<(Effect, PhraseTable<()>)>,
    releases: PhraseTable<bool>,
    number_words: FxHashMap<String, u32>,
    spellings: FxHashMap<String, String>,
    endings: Vec<(String, String)>,
    prefixes: Vec<String>,
    classes: FxHashMap<String, Classes>,
    better_is_greater: Vec<String>,
    better_by_share: Vec<String>,
    reached: Vec<String>,
    implied: Vec<(String, String)>,
    normal: NormalWords,
    measured_in: Vec<(String, String)>,
    adjectives: FxHashMap<String, String>,
    elements: Vec<String>,
    headings: files::Headings,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::load_english);

fn read<T: DeserializeOwned>(file: &str, text: &str) -> T {
    match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => unreachable!("the lexicon's own file {file} is checked by its tests: {error}"),
    }
}

impl Lexicon {
    /// The English of control lists, British and American.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    fn load_english() -> Self {
        let mut lexicon = Self::default();
        lexicon.add_comparators();
        lexicon.add_words();
        lexicon.add_numbers();
        lexicon.add_phrases();
        let spellings: files::Spellings = read("spellings.yaml", include_str!("../data/en/spellings.yaml"));
        lexicon.spellings = spellings.words.into_iter().collect();
        lexicon.endings = spellings.endings.into_iter().collect();
        lexicon.prefixes = spellings.prefixes;
        lexicon.normal = read("normal.yaml", include_str!("../data/en/normal.yaml"));
        lexicon.headings = read("headings.yaml", include_str!("../data/en/headings.yaml"));
        lexicon
    }

    fn add_comparators(&mut self) {
        let groups: Vec<files::ComparatorGroup> = read("comparators.yaml", include_str!("../data/en/comparators.yaml"));
        for group in groups {
            let table = if group.place == Place::Before { &mut self.before } else { &mut self.after };
            for phrase in &group.phrases {
                table.insert(phrase, group.op);
            }
            let first: Vec<String> = group.phrases.iter().filter_map(|p| p.split_whitespace().next()).map(str::to_owned).collect();
            self.class(Class::OpensComparator, &first);
        }
        let directions: files::Directions = read("directions.yaml", include_str!("../data/en/directions.yaml"));
        self.better_is_greater = directions.greater;
        self.better_by_share = directions.by_share;
        self.reached = directions.reached;
    }

    fn class(&mut self, class: Class, words: &[String]) {
        for word in words {
            let classes = self.classes.entry(word.to_lowercase()).or_default();
            *classes = classes.with(class);
        }
    }

    fn add_words(&mut self) {
        let words: files::Words = read("words.yaml", include_str!("../data/en/words.yaml"));
        self.class(Class::Stop, &words.stop);
        self.class(Class::Article, &words.articles);
        self.class(Class::Boundary, &words.boundary);
        self.class(Class::Setting, &words.setting);
        self.class(Class::Ambient, &words.ambient);
        self.class(Class::Measurand, &words.measurand);
        self.class(Class::ParameterPrefix, &words.parameter_prefix);
        self.class(Class::ParameterSuffix, &words.parameter_suffix);
        self.class(Class::Restricts, &words.restricts);
        self.class(Class::OpensClause, &words.opens_clause);
        self.class(Class::Part, &words.parts);
        self.class(Class::Headline, &words.headline);
        self.class(Class::Counted, &words.counted);
        self.class(Class::Generic, &words.generic);
        self.reserved = words.reserved;
        for (table, phrases) in [
            (&mut self.layout, &words.layout),
            (&mut self.excludes, &words.excludes),
            (&mut self.illustrates, &words.illustrates),
            (&mut self.widens, &words.widens),
        ] {
            for phrase in phrases {
                table.insert(phrase, ());
            }
        }
    }

    fn add_numbers(&mut self) {
        let numbers: files::NumbersInContext = read("numbers_in_context.yaml", include_str!("../data/en/numbers_in_context.yaml"));
        self.class(Class::CrossReference, &numbers.cross_reference);
        self.class(Class::Note, &numbers.note);
        self.class(Class::Standard, &numbers.standard);
        self.class(Class::NameBefore, &numbers.name_before);
        self.class(Class::NameAfter, &numbers.name_after);
        self.class(Class::Month, &numbers.months);
        self.elements = numbers.elements;
        let words: files::NumberWords = read("numbers.yaml", include_str!("../data/en/numbers.yaml"));
        self.number_words = words.words.into_iter().collect();
        let implied: Vec<files::ImpliedNoun> = read("dimensions.yaml", include_str!("../data/en/dimensions.yaml"));
        for dimension in implied {
            self.measured_in.extend(dimension.words.iter().map(|word| (word.clone(), dimension.unit.clone())));
            self.implied.extend(dimension.noun.map(|noun| (dimension.unit, noun)));
        }
        let adjectives: files::Adjectives = read("adjectives.yaml", include_str!("../data/en/adjectives.yaml"));
        self.adjectives = adjectives.words.into_iter().collect();
    }

    fn add_phrases(&mut self) {
        let connectives: Vec<files::ConnectiveGroup> = read("connectives.yaml", include_str!("../data/en/connectives.yaml"));
        for group in connectives {
            let join = match group.join.as_str() {
                "all" => Join::All,
                k => k.parse().map_or(Join::Any, Join::AtLeast),
            };
            for phrase in &group.phrases {
                self.connectives.insert(phrase, join);
            }
        }
        let synonyms: Vec<files::Synonym> = read("synonyms.yaml", include_str!("../data/en/synonyms.yaml"));
        for synonym in synonyms {
            let normal: Vec<String> = synonym.normal.split_whitespace().map(str::to_owned).collect();
            for phrase in &synonym.phrases {
                self.synonyms.insert(phrase, normal.clone());
            }
        }
        let notes: Vec<files::NoteGroup> = read("notes.yaml", include_str!("../data/en/notes.yaml"));
        for group in notes {
            let mut table = PhraseTable::default();
            for phrase in &group.phrases {
                table.insert(phrase, ());
                if group.effect == Effect::Excludes {
                    self.releases.insert(phrase, group.names == files::Names::After);
                }
            }
            self.notes.push((group.effect, table));
        }
    }

    /// Words of the normal form.
    pub fn normal(&self) -> &NormalWords {
        &self.normal
    }

    /// Comparators that stand before their value.
    pub fn before(&self) -> &PhraseTable<Direction> {
        &self.before
    }

    /// Comparators that stand behind their value.
    pub fn after(&self) -> &PhraseTable<Direction> {
        &self.after
    }

    /// Phrases that say how the paragraphs below join.
    pub fn connectives(&self) -> &PhraseTable<Join> {
        &self.connectives
    }

    /// Phrases with one normal form, as its words.
    pub fn synonyms(&self) -> &PhraseTable<Vec<String>> {
        &self.synonyms
    }

    /// Phrases about the layout of the list, left out of the normal form.
    pub fn layout(&self) -> &PhraseTable<()> {
        &self.layout
    }

    /// Phrases that open what is taken out.
    pub fn excludes(&self) -> &PhraseTable<()> {
        &self.excludes
    }

    /// Phrases that open an example or an explanation.
    pub fn illustrates(&self) -> &PhraseTable<()> {
        &self.illustrates
    }

    /// Phrases that open an alternative to the phrase before them.
    pub fn widens(&self) -> &PhraseTable<()> {
        &self.widens
    }

    /// What notes do, in the order in which it is tried.
    pub fn notes(&self) -> &[(Effect, PhraseTable<()>)] {
        &self.notes
    }

    /// Phrases by which a note takes items out; true where it names the items behind them, false where before.
    pub fn releases(&self) -> &PhraseTable<bool> {
        &self.releases
    }

    /// The value of a number word; of two joined by a hyphen, their sum ("thirty-five").
    pub fn number_word(&self, word: &str) -> Option<u32> {
        let value = |word: &str| self.number_words.get(word).copied();
        match word.split_once('-') {
            Some((tens, units)) => {
                let parts = (value(tens)?, value(units)?);
                ((20..100).contains(&parts.0) && (1..10).contains(&parts.1)).then_some(parts.0 + parts.1)
            }
            None => value(word),
        }
    }

    /// What a lower-case word does.
    pub fn classes(&self, word: &str) -> Classes {
        self.classes.get(word).copied().unwrap_or_default()
    }

    /// What a lower-case word does in any form: its own classes and those of its normal form.
    pub fn classes_of_any_form(&self, word: &str) -> Classes {
        let own = self.classes(word);
        if !word.ends_with('s') && !word.ends_with("ae") {
            return own;
        }
        own.union(self.classes(&self.normal_word(word)))
    }

    /// Whether a whole text, in lower case and without brackets and final points, says that a place holds nothing.
    pub fn is_reserved(&self, text: &str) -> bool {
        self.reserved.iter().any(|r| r == text)
    }

    /// Whether "better" means "greater" for a parameter in normal form.
    pub fn better_is_greater(&self, parameter: &str) -> bool {
        self.better_is_greater.iter().any(|word| parameter.ends_with(word.as_str()) || parameter.starts_with(word.as_str()))
    }

    /// Whether "better" means "greater" for a parameter in normal form whose value is a share of half or more.
    pub fn better_is_greater_share(&self, parameter: &str) -> bool {
        self.better_by_share.iter().any(|word| parameter.ends_with(word.as_str()))
    }

    /// Whether a word as printed is made of symbols of chemical elements and nothing else (`UF`, `CaZrO`).
    pub fn is_formula(&self, printed: &str) -> bool {
        let mut rest = printed;
        while !rest.is_empty() {
            let symbol = |length: usize| rest.get(..length).is_some_and(|s| self.elements.iter().any(|e| e == s));
            let small = rest.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase());
            let Some(length) = [if small { 2 } else { 1 }].into_iter().find(|length| symbol(*length)) else { return false };
            rest = rest.get(length..).unwrap_or_default();
        }
        !printed.is_empty()
    }

    /// Whether what reaches a value of a parameter in normal form also reaches every smaller one.
    pub fn is_reached(&self, parameter: &str) -> bool {
        parameter.rsplit(' ').next().is_some_and(|head| self.reached.iter().any(|word| word == head))
    }

    /// Words for measured quantities with a unit of their dimension.
    pub fn measured_in(&self) -> impl Iterator<Item = (&str, &str)> {
        self.measured_in.iter().map(|(word, unit)| (word.as_str(), unit.as_str()))
    }

    /// The quantity that an adjective behind a value speaks of ("wide": width).
    pub fn quantity_of(&self, adjective: &str) -> Option<&str> {
        self.adjectives.get(adjective).map(String::as_str)
    }

    /// Units with the noun that a value in their dimension stands for when no parameter is named.
    pub fn implied_nouns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.implied.iter().map(|(unit, noun)| (unit.as_str(), noun.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split(' ').collect()
    }

    #[test]
    fn comparators_know_their_place() {
        let lexicon = Lexicon::english();
        let w = words("equal to or less than 5");
        assert_eq!(lexicon.before().longest(|i| w.get(i).copied()), Some((5, &Direction::AtMost)));
        let w = words("or more");
        assert_eq!(lexicon.after().longest(|i| w.get(i).copied()), Some((2, &Direction::AtLeast)));
        assert_eq!(lexicon.before().longest(|i| w.get(i).copied()), None);
    }

    #[test]
    fn better_points_by_parameter() {
        let lexicon = Lexicon::english();
        assert!(lexicon.better_is_greater("purity"));
        assert!(!lexicon.better_is_greater("static accuracy"));
    }

    #[test]
    fn no_data_file_names_a_code() {
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data/en")).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
                let b = word.as_bytes();
                let code = b.len() == 5 && b[0].is_ascii_digit() && b[1].is_ascii_uppercase() && b[2..].iter().all(u8::is_ascii_digit);
                assert!(!code, "{word} is a list code");
            }
        }
    }
}
