//! Defined terms.

use serde::{Deserialize, Serialize};

use crate::{Digest, Qualifier};

/// A word the list defines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term in normal form (lower case, singular, no quotes).
    pub term: String,
    /// Digest of the normalised definition; `None` where the regime uses the term with no definition at hand.
    pub definition: Option<Digest>,
    /// Key phrases of the definition.
    pub elements: Vec<Qualifier>,
    /// Pinpoint citation of the definition.
    pub citation: String,
}
