//! Arguments of messages.

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentValue, memoizer::MemoizerKind};

use super::Language;
use intl_memoizer::Memoizable;

/// An argument of a message: words, or a number that a message may choose its form by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words.
    Words(String),
    /// A whole number.
    Number(usize),
}

impl Arg {
    pub(super) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Words(words) => FluentValue::from(words.as_str()),
            // Counts stay far below 2^53.
            #[allow(clippy::cast_precision_loss)]
            Self::Number(number) => FluentValue::Number(FluentNumber::new(*number as f64, FluentNumberOptions::default())),
        }
    }
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

/// The language of a bundle, as its number formatter meets it.
#[derive(Clone)]
struct Spoken(Language);

impl Memoizable for Spoken {
    type Args = ();
    type Error = ();

    fn construct(identifier: unic_langid::LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Language::from_code(identifier.language.as_str()).map(Self).map_err(|_| ())
    }
}

/// A number as the bundle's language writes it; whole numbers only, which is all that messages are given.
pub(super) fn written<M: MemoizerKind>(value: &FluentValue<'_>, memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = format!("{:.0}", number.value);
    let count = digits.parse().ok()?;
    memoizer.with_try_get_threadsafe::<Spoken, _, _>((), |spoken| spoken.0.count(count)).ok()
}
