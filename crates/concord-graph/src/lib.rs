//! The concept graph, and the alignment of two regimes by meaning.
//!
//! `align` matches, `mapping` brings mappings in and out, `graph` joins all of it and answers.
//!
//! *Architecture invariant:* this crate never decides whether a difference matters; it says what corresponds to what, and why.

mod align;
pub mod graph;
pub mod mapping;

pub use align::{
    AlignOptions, Alignment, Concept, ConceptMatch, Conflict, Evidence, HandMapping, Match, Part, Place, Predicate, Rejected, Related, Row,
    Shape, Standing, TermMatch, Text, Unmatched, align, align_concepts, align_terms, align_with, align_with_texts, entry_candidates,
    predicate, relations,
};
pub use graph::{ConceptGraph, build};
pub use petgraph;
