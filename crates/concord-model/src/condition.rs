//! Conditions: what values a parameter must have.

use concord_quantity::{Constraint, Op};
use serde::{Deserialize, Serialize};

use crate::Digest;

/// A condition: one parameter, the settings in which it is measured, and the values that satisfy it.
///
/// The settings are part of the parameter's identity: `sensitivity @ 1 kHz` and `sensitivity @ 10 kHz` are two parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The parameter in normal form: lower case, singular, no quotes, no articles (`sample rate`); empty if the text leaves it to the parent.
    pub parameter: String,
    /// Measuring settings and bands in normal form, sorted (`frequency ==1 kHz`, `any frequency >2.7 GHz <=2.9 GHz`, `each channel`).
    pub settings: Vec<String>,
    /// The values that satisfy the condition.
    pub limits: Limits,
    /// `true` where only the parent states the parameter or the operator.
    pub inherited: bool,
}

/// The values that satisfy a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limits {
    /// Limits with numbers and units, as printed (`>=8 bit <10 bit`).
    Quantities(Constraint),
    /// A limit stated by reference to another place ("exceeding the limit in …"): its operator and the place's code in normal form.
    Symbolic {
        /// How the value compares with the limit.
        op: Op,
        /// The code that states the limit.
        reference: String,
    },
    /// A formula kept whole: nothing is decided about it but equality of wording.
    Formula {
        /// Short normal form for display, without wording that could be rebuilt.
        label: String,
        /// Digest of the normalised formula.
        digest: Digest,
    },
}

/// How conditions join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expr {
    /// Every part must hold; no part at all always holds.
    All(Vec<Expr>),
    /// At least one part must hold.
    Any(Vec<Expr>),
    /// One condition.
    Is(Condition),
}

impl Default for Expr {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Expr {
    /// Whether there is no condition at all.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// Every condition, in order.
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut out = Vec::new();
        self.collect(&mut out);
        out
    }

    fn collect<'a>(&'a self, out: &mut Vec<&'a Condition>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|p| p.collect(out)),
            Self::Is(condition) => out.push(condition),
        }
    }
}
