//! Importers: official formats and the grammar that turns official text into model values.

pub mod adapter;
mod assemble;
pub mod document;
pub mod grammar;
mod import;
pub mod licence;

pub use assemble::{Edition, Elsewhere, ImportReport, Imported, Origin, Profile, ProfileArea, StratumRule, Unread, assemble};
pub use import::{Request, import};
