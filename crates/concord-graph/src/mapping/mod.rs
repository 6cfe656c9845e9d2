//! Mappings in and out: what one regime's paragraph or term is in another regime, said by a person, a file or a computation.

pub mod chain;
mod computed;
mod confidence;
pub mod conflict;
mod hand;
pub mod justification;
mod merge;
mod namespace;
mod relation;
mod set;
pub mod skos;
pub mod sssom;
pub mod vocabulary;

pub use computed::{of_alignment, of_terms};
pub use confidence::Confidence;
pub use hand::{HandMapping, hand_mappings};
pub use merge::{chained, merge};
pub use namespace::{BUILT_IN, Namespace, OWN, paragraph_curie, paragraph_of, term_curie};
pub(crate) use namespace::{escape, is_absolute_iri};
pub use relation::{RELATIONS, Relation};
pub use set::{Mapping, MappingSet};
