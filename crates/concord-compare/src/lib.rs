//! What differs between two jurisdictions, in their lists and in their rules: the divergence rules, findings, indices, fingerprints and baselines.
//!
//! *Architecture invariant:* this crate formats nothing for a reader beyond the one-sentence explanation that a rule's own file words.

mod baseline;
mod comparison;
mod coverage;
mod edition;
mod engine;
mod finding;
mod findings;
mod fingerprint;
mod fold;
pub mod indices;
pub mod ladder;
mod licences;
mod matrix;
mod observation;
mod pair;
pub mod provisions;
pub mod recognize;
mod relation;
mod review;
mod rule;
mod sentence;
mod side;
mod summary;
mod terms;
mod unmatched;
mod witness;
mod wording;

pub use baseline::{Accepted, Baseline, BaselineError};
pub use comparison::{Cause, Comparison, Counts, Coverage, CoverageRow, Covered, Held, MatchedPair, Side, Summary};
pub use edition::{Edition, PastCited, PastEdition, PastFinding, PastSide};
pub use engine::{Options, compare};
pub use finding::{Cited, Direction, Finding, Layer, Severity, Witness, WitnessValue};
pub use matrix::{Matrix, MatrixCell, MatrixSide, matrix};
pub use observation::Kind;
pub use provisions::{RuleComparison, RuleOptions, RuleSide, compare_rules};
pub use review::{Materiality, Record, ReviewError, ReviewVerdict, Reviews};
pub use rule::{Rule, RuleError, rules};
pub use wording::{Said, Words};
