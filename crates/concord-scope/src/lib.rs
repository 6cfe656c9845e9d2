//! The scope of a paragraph as a formula: inclusion, difference, witnesses, and the independent evaluator.
//!
//! A caller with a pair of matched paragraphs builds both scopes in one [`Vocabulary`] ([`Builder::scope`]), says what the alignment holds
//! to be the same ([`Renaming`]), lets values that are equal as printed meet ([`Snap`]), asks how the scopes relate ([`relate`], or [`excess`] one way), turns the
//! difference into concrete items ([`witness`]), and has each item checked against the whole other list ([`Evaluator`]), which walks the
//! model on its own.
//!
//! *Architecture invariant:* this crate never looks at wording; digests, roles and conditions decide.

mod build;
mod evaluate;
mod formula;
mod item;
mod key;
mod region;
mod relation;
mod renaming;
mod search;
mod snap;
mod union;
mod vocabulary;
mod witness;

pub use build::{Branch, Builder, Options, Scope, Siblings};
pub use evaluate::{Evaluator, Unsure, Verdict};
pub use formula::Formula;
pub use item::{Item, Name, Phrase, Stated};
pub use key::ParameterKey;
pub use region::Region;
pub use relation::{Atom, Comparison, Difference, Grounds, Reason, Relation, Side, excess, relate};
pub use renaming::Renaming;
pub use search::TooLarge;
pub use snap::{PrintedLimit, Snap};
pub use union::Union;
pub use vocabulary::{Parameter, ParameterId, Proposition, PropositionId, PropositionKind, Vocabulary};
pub use witness::{sample, witness};
