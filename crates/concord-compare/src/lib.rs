//! What differs between two jurisdictions, in their lists and in their rules: the divergence rules, findings, indices, fingerprints and baselines.
//!
//! *Architecture invariant:* what it says to a reader is a rule's sentence or a [`Message`], in English with its key and arguments, which a report says in
//! its own language; nothing is decided by words.

mod baseline;
pub mod classify;
mod cluster;
mod comparison;
mod coverage;
mod edition;
mod engine;
mod facts;
mod finding;
mod findings;
mod fingerprint;
mod fold;
pub mod indices;
pub mod ladder;
pub mod layers;
mod leaning;
mod licences;
mod matrix;
mod message;
mod observation;
mod pair;
mod placing;
pub mod provisions;
pub mod recognize;
mod relation;
mod review;
mod rule;
mod sentence;
mod side;
mod summary;
mod terms;
pub mod track;
mod unmatched;
mod value_sets;
mod witness;
mod wording;

pub use baseline::{Accepted, Baseline, BaselineError};
pub use cluster::{Cluster, Clustering, DistanceRange, Merge};
pub use comparison::{Cause, Comparison, Counts, Coverage, CoverageRow, Covered, Held, MatchedPair, Side, Summary};
pub use edition::{Edition, PastCited, PastEdition, PastFinding, PastSide};
pub use engine::{Options, compare};
pub use facts::{Fact, FactKind, StatedLimit};
pub use finding::{Cited, Direction, Finding, Layer, Severity, Witness, WitnessValue};
pub use matrix::{Matrix, MatrixCell, MatrixSide, matrix};
pub use message::{Arg, Made, Message};
pub use observation::Kind;
pub use provisions::{RuleComparison, RuleOptions, RuleSide, compare_rules};
pub use review::{Materiality, Record, ReviewError, ReviewVerdict, Reviews};
pub use rule::{Rule, RuleError, RuleTexts, rule_texts, rules};
pub use value_sets::{End, Stretch, ValueSets};
pub use wording::{Said, Words};
