//! What differs between two lists: the divergence rules, findings, fingerprints and baselines.
//!
//! *Architecture invariant:* this crate formats nothing for a reader beyond the one-sentence explanation that a rule's own file words.

mod comparison;
mod finding;

pub use comparison::{Cause, Comparison, Coverage, Counts, MatchedPair, Side, Summary};
pub use finding::{Cited, Direction, Finding, Layer, Severity, Witness, WitnessValue};
