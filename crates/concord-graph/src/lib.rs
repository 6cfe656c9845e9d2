//! The concept graph, and the alignment of two regimes by meaning.
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
