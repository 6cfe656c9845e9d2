//! Fingerprints: identifiers of findings that survive regeneration.

use sha2::{Digest, Sha256};

use crate::Direction;

/// Twelve hex digits over the rule, the two codes, the parameter and the direction; wording, order and figures play no part.
///
/// A limit that moves keeps its fingerprint as long as the same side stays the stricter.
pub(crate) fn fingerprint(
    rule: &str,
    lists: (&str, &str),
    codes: (&str, &str),
    parameter: &str,
    direction: Direction,
    nth: usize,
) -> String {
    let mut hash = Sha256::new();
    for part in [rule, lists.0, lists.1, codes.0, codes.1, parameter, &format!("{direction:?}"), &nth.to_string()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let bytes = hash.finalize();
    bytes.iter().take(6).flat_map(|b| [b >> 4, b & 15]).filter_map(|n| char::from_digit(u32::from(n), 16)).collect()
}
