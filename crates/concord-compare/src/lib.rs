//! What differs between two lists: the divergence rules, findings, fingerprints and baselines.
//!
//! *Architecture invariant:* this crate formats nothing for a reader beyond the one-sentence explanation that a rule's own file words.

mod baseline;
mod comparison;
mod coverage;
mod engine;
mod finding;
mod findings;
mod fingerprint;
mod fold;
pub mod ladder;
mod licences;
mod observation;
mod pair;
mod relation;
mod rule;
mod side;
mod summary;
mod terms;
mod unmatched;
mod witness;
mod wording;

pub use baseline::{Accepted, Baseline, BaselineError};
pub use comparison::{Cause, Comparison, Counts, Coverage, Covered, MatchedPair, Side, Summary};
pub use engine::{Options, compare};
pub use finding::{Cited, Direction, Finding, Layer, Severity, Witness, WitnessValue};
pub use observation::Kind;
pub use rule::{Rule, RuleError, rules};
pub use wording::{Said, Words};
