//! Justifications: terms of the Semantic Mapping Vocabulary (semapv) that say how a mapping was found.

/// Asserted by a person who looked at both sides.
pub const MANUAL: &str = "semapv:ManualMappingCuration";
/// Several kinds of evidence weighed together.
pub const COMPOSITE: &str = "semapv:CompositeMatching";
/// The normalised wordings are equal.
pub const LEXICAL: &str = "semapv:LexicalMatching";
/// Concluded from two mappings that share a side.
pub const CHAINING: &str = "semapv:MappingChaining";
/// A mapping read from its other side.
pub const INVERSION: &str = "semapv:MappingInversion";
