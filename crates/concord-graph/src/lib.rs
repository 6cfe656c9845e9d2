//! The concept graph, and the alignment of two regimes by meaning.
//!
//! *Architecture invariant:* this crate never decides whether a difference matters; it says what corresponds to what, and why.

mod align;
mod graph;

pub use align::{
    AlignOptions, Alignment, Concept, ConceptMatch, Conflict, Evidence, HandMapping, Match, Part, Place, Predicate, Rejected, Related, Row,
    Shape, Standing, TermMatch, Text, Unmatched, align, align_concepts, align_terms, align_with, entry_candidates, predicate, relations,
};
pub use graph::{ConceptGraph, Edge, EdgeKind, Node, NodeKind, build};
