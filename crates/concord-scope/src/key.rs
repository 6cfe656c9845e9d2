//! What identifies a parameter or an opaque limit, for the formula and the evaluator alike.

use concord_model::{Condition, Digest};
use concord_quantity::{Dimension, Op};
use serde::{Deserialize, Serialize};

/// The identity of a parameter: its name, the settings in which it is measured, and what its unit measures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ParameterKey {
    /// The name in normal form.
    pub name: String,
    /// The settings in normal form, sorted.
    pub settings: Vec<String>,
    /// What its values measure.
    pub dimension: Dimension,
}

impl ParameterKey {
    /// The name with its settings, for a reader (`sensitivity @ frequency ==1 kHz`).
    pub fn label(&self) -> String {
        if self.settings.is_empty() { self.name.clone() } else { format!("{} @ {}", self.name, self.settings.join(" & ")) }
    }
}

/// The identity of a formula that is kept whole.
pub(crate) fn formula_digest(condition: &Condition, digest: Digest) -> Digest {
    Digest::of(&format!("formula|{}|{}|{digest}", condition.parameter, condition.settings.join("&")))
}

/// The identity of a limit stated by reference that cannot be resolved; `place` stands for what the reference names.
pub(crate) fn reference_digest(condition: &Condition, op: Op, place: &str) -> Digest {
    Digest::of(&format!("limit|{}|{}|{op}|{place}", condition.parameter, condition.settings.join("&")))
}

/// The identity of a CAS registry number as a proposition.
pub(crate) fn substance_digest(number: &str) -> Digest {
    Digest::of(&format!("CAS {number}"))
}

/// The identity of a subject label.
///
/// A label of eight words may have been cut short; then the rest of the wording, as the digest `residue`, is part of the identity.
pub(crate) fn subject_digest(label: &str, residue: Digest) -> Digest {
    if label.split_whitespace().count() < 8 { Digest::of(label) } else { Digest::of(&format!("{label}|{residue}")) }
}

/// The identity of the question whether the members of an enumeration are alternatives or must all hold.
pub(crate) fn reading_digest(phrases: &[Digest]) -> Digest {
    let digests: Vec<String> = phrases.iter().map(Digest::to_string).collect();
    Digest::of(&format!("members|{}", digests.join("|")))
}
