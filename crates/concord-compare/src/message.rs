//! Texts for readers: in English, with what they are made of, so that a report can say them in another language.
//!
//! The comparison puts texts together and never translates. Machine formats take the English text; a report in another language asks for
//! [`Message::made`] and says it by its own catalogue.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text for a reader. It reads as its English text; two with the same English text are equal.
#[derive(Clone, Default)]
pub struct Message {
    english: String,
    made: Option<Arc<Made>>,
}

/// What a text is made of.
#[derive(Clone, Debug)]
pub enum Made {
    /// Words of the definitions that have a name: `question/…`, `value/…/…`, `term/…`, `element/…/…`, `place/…`.
    Named(String),
    /// A message of the catalogue: its key and its arguments by name.
    Keyed(&'static str, Vec<(&'static str, Arg)>),
    /// The sentence of a rule: the rule's id and the words for its placeholders.
    Rule(String, Vec<(&'static str, Arg)>),
    /// Texts one after the other, with what stands between them.
    Joined(&'static str, Vec<Message>),
}

/// An argument of a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Words.
    Words(Message),
    /// A count.
    Count(usize),
}

impl Message {
    /// Words of the definitions that go by a name.
    pub fn named(name: String, english: &str) -> Self {
        Self { english: english.to_owned(), made: Some(Arc::new(Made::Named(name))) }
    }

    /// What a place is called inside a sentence, by its code.
    pub fn place(code: &str, english: &str) -> Self {
        Self::named(format!("place/{code}"), english)
    }

    /// Texts one after the other, with what stands between them.
    pub fn join(between: &'static str, parts: impl IntoIterator<Item = Self>) -> Self {
        let mut parts: Vec<Self> = parts.into_iter().collect();
        if parts.len() == 1 {
            return parts.pop().unwrap_or_default();
        }
        let english = parts.iter().map(|part| part.english.as_str()).collect::<Vec<_>>().join(between);
        let made = parts.iter().any(|part| part.made.is_some()).then(|| Arc::new(Made::Joined(between, parts)));
        Self { english, made }
    }

    /// A message of the catalogue: its key, its English text and its arguments.
    pub fn keyed(key: &'static str, english: String, args: Vec<(&'static str, Arg)>) -> Self {
        Self { english, made: Some(Arc::new(Made::Keyed(key, args))) }
    }

    /// The sentence of a rule: the rule's id, its English text, and the words for its placeholders.
    pub fn of_rule(rule: &str, english: String, args: Vec<(&'static str, Arg)>) -> Self {
        Self { english, made: Some(Arc::new(Made::Rule(rule.to_owned(), args))) }
    }

    /// The English text.
    pub fn english(&self) -> &str {
        &self.english
    }

    /// What the text is made of; none for words of the lists, which are the same in every language.
    pub fn made(&self) -> Option<&Made> {
        self.made.as_deref()
    }
}

impl Deref for Message {
    type Target = str;

    fn deref(&self) -> &str {
        &self.english
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.english)
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.english, f)
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => fmt::Display::fmt(words, f),
            Self::Count(count) => fmt::Display::fmt(count, f),
        }
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.english == other.english
    }
}

impl Eq for Message {}

impl PartialEq<str> for Message {
    fn eq(&self, other: &str) -> bool {
        self.english == other
    }
}

impl PartialEq<&str> for Message {
    fn eq(&self, other: &&str) -> bool {
        self.english == *other
    }
}

impl PartialEq<String> for Message {
    fn eq(&self, other: &String) -> bool {
        self.english == *other
    }
}

impl PartialOrd for Message {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Message {
    fn cmp(&self, other: &Self) -> Ordering {
        self.english.cmp(&other.english)
    }
}

impl Hash for Message {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.english.hash(state);
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english)
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl From<String> for Message {
    fn from(english: String) -> Self {
        Self { english, made: None }
    }
}

impl From<&str> for Message {
    fn from(english: &str) -> Self {
        english.to_owned().into()
    }
}

impl From<&String> for Message {
    fn from(english: &String) -> Self {
        english.clone().into()
    }
}

impl From<&Self> for Message {
    fn from(message: &Self) -> Self {
        message.clone()
    }
}

impl<M: Into<Message>> From<M> for Arg {
    fn from(words: M) -> Self {
        Self::Words(words.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// A message of the catalogue: its key, its English text, and the arguments that the text names.
macro_rules! message {
    ($key:literal, $english:literal $(,)?) => {
        $crate::Message::keyed($key, $english.to_owned(), Vec::new())
    };
    ($key:literal, $english:literal $(, $name:ident = $value:expr)+ $(,)?) => {{
        let ($($name,)+) = ($($crate::message::Arg::from($value),)+);
        $crate::Message::keyed($key, format!($english), vec![$((stringify!($name), $name)),+])
    }};
}
pub(crate) use message;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_as_its_english_and_knows_what_it_is_made_of() {
        let inner = message!("inner", "{count} kilns", count = 3usize);
        let outer = Message::join("; ", [Message::from("hot"), message!("outer", "with {what}", what = &inner)]);
        assert_eq!(outer, "hot; with 3 kilns");
        let Some(Made::Joined("; ", parts)) = outer.made() else { panic!("{:?}", outer.made()) };
        assert!(matches!(parts[1].made(), Some(Made::Keyed("outer", args)) if args[0].0 == "what"));
        assert!(Message::join(", ", ["a".into(), "b".into()]).made().is_none());
        assert_eq!(serde_yaml::to_string(&inner).unwrap().trim(), "3 kilns");
    }
}
