//! Digests of normalised wording.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The first 64 bits of the SHA-256 of a normalised wording, printed as 16 hex digits.
///
/// Equal digests prove equal wording (up to a collision of probability 2⁻⁶⁴ a pair); the wording itself cannot be had back.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub u64);

impl Digest {
    /// Digests a normalised wording.
    pub fn of(text: &str) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        Self(hash.iter().take(8).fold(0, |n, byte| (n << 8) | u64::from(*byte)))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for Digest {
    type Error = String;
    fn try_from(s: String) -> Result<Self, String> {
        if s.len() != 16 {
            return Err(format!("`{s}` is not a digest of 16 hex digits"));
        }
        u64::from_str_radix(&s, 16).map(Self).map_err(|_| format!("`{s}` is not a digest of 16 hex digits"))
    }
}

impl From<Digest> for String {
    fn from(d: Digest) -> Self {
        d.to_string()
    }
}
