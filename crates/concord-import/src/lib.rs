//! Importers: official formats and the grammar that turns official text into model values.

pub mod adapter;
pub mod document;
