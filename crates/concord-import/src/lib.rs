//! Importers: official formats and the grammar that turns official text into model values.
