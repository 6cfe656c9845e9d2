//! Qualifiers: what a paragraph says beside its conditions, as key phrases.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::Digest;

/// What a phrase does to the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Names a kind of item; several subjects are alternatives ("lathes, mills or grinders").
    Subject,
    /// Takes items away if it does not hold (designed for, made of, having, capable of).
    Restricts,
    /// An alternative to the restricting phrase before it ("or modified").
    Widens,
    /// A further member of the enumeration that the phrase before it opens ("for lathes, mills"): whether it narrows or widens,
    /// its words do not say.
    Member,
    /// Takes items out ("other than", "except", "not").
    Excludes,
    /// Examples and explanations without effect on the scope ("e.g.", "such as", "i.e.").
    Illustrates,
}

/// One key phrase in normal form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Qualifier {
    /// What it does to the scope.
    pub role: Role,
    /// At most six content words in normal form: one spelling, singular, no function words; defined terms in double quotes.
    pub phrase: String,
    /// Digest of the whole normalised phrase (equality of phrases is equality of this).
    pub digest: Digest,
}

impl Qualifier {
    /// Its words, without the quotes around defined terms.
    pub fn words(&self) -> Cow<'_, str> {
        if self.phrase.contains('"') { Cow::Owned(self.phrase.replace('"', "")) } else { Cow::Borrowed(&self.phrase) }
    }
}
