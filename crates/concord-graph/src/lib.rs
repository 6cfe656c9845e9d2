//! The concept graph, and the alignment of two regimes by meaning.
//!
//! `align` matches, `mapping` brings mappings in and out, `graph` joins all of it and answers.
//!
//! *Architecture invariant:* this crate never decides whether a difference matters; it says what corresponds to what, and why.

mod align;
mod assign;
mod features;
pub mod graph;
pub mod mapping;

pub use align::{Alignment, Evidence, Match, Unmatched, align};
pub use graph::{ConceptGraph, build};
pub use petgraph;
