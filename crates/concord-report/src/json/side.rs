//! The part of the JSON document on what each side says: facts side by side, and the values of a parameter on one axis.

use concord_compare::{End, Fact, StatedLimit, Stretch, ValueSets};
use concord_quantity::Number;
use num_rational::BigRational;
use schemars::JsonSchema;
use serde::Serialize;

/// One fact of a paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FactDocument {
    /// What it is.
    #[schemars(extend("enum" = [
        "subject", "restriction", "alternative", "exclusion", "condition", "joined", "components", "substance", "note", "unread"
    ]))]
    pub kind: &'static str,
    /// The fact in words: key phrases in normal form, a condition.
    pub text: String,
    /// The limits, for a condition whose limits are numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub limits: Vec<StatedLimitDocument>,
    /// Whether the other side does not say the same.
    pub differs: bool,
}

/// A limit as printed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StatedLimitDocument {
    /// How a value must compare.
    #[schemars(extend("enum" = [">", ">=", "<", "<=", "=="]))]
    pub op: String,
    /// The number as printed: a plain or scientific decimal, or a fraction.
    pub value: String,
    /// The unit as printed; empty for a pure number.
    pub unit: String,
    /// The same value in other units, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub alternatives: Vec<String>,
}

/// The values of one parameter that each side controls, all in one unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ValuesDocument {
    /// The unit of every value; empty for a pure number.
    pub unit: String,
    /// The values that the left side controls.
    pub left: Vec<StretchDocument>,
    /// The values that the right side controls.
    pub right: Vec<StretchDocument>,
    /// The values that only the left side controls.
    pub only_left: Vec<StretchDocument>,
    /// The values that only the right side controls.
    pub only_right: Vec<StretchDocument>,
}

/// Connected values.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StretchDocument {
    /// The lower end; `null` where it has none.
    pub low: Option<EndDocument>,
    /// The upper end; `null` where it has none.
    pub high: Option<EndDocument>,
}

/// An end of connected values.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EndDocument {
    /// Its exact value in the unit of the values: a decimal, or a fraction whose decimals do not end.
    pub value: String,
    /// Whether the value itself is inside.
    pub closed: bool,
    /// The limit as the text prints it, with its unit.
    pub printed: String,
}

impl FactDocument {
    pub(super) fn new(fact: &Fact) -> Self {
        let limit = |limit: &StatedLimit| StatedLimitDocument {
            op: limit.op.clone(),
            value: limit.value.clone(),
            unit: limit.unit.clone(),
            alternatives: limit.alternatives.clone(),
        };
        Self {
            kind: crate::words::fact_key(fact.kind),
            text: fact.text.to_string(),
            limits: fact.limits.iter().map(limit).collect(),
            differs: fact.differs,
        }
    }
}

impl ValuesDocument {
    pub(super) fn new(sets: &ValueSets) -> Self {
        let stretches = |stretches: &[Stretch]| {
            stretches.iter().map(|s| StretchDocument { low: s.low.as_ref().map(end), high: s.high.as_ref().map(end) }).collect()
        };
        Self {
            unit: sets.unit.clone(),
            left: stretches(&sets.left),
            right: stretches(&sets.right),
            only_left: stretches(&sets.only_left),
            only_right: stretches(&sets.only_right),
        }
    }
}

fn end(end: &End) -> EndDocument {
    EndDocument { value: exact(&end.value), closed: end.closed, printed: end.printed.clone() }
}

fn exact(value: &BigRational) -> String {
    let number = Number::exact(value.clone());
    number.to_decimal().unwrap_or_else(|| number.to_string())
}
