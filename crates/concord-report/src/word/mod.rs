//! Word documents.
//!
//! A brief, not a dump: what matters most comes first, long lists stand in the workbook. It is written part by part as the Office Open XML
//! standard (ECMA-376) asks, with real styles, numbered headings, a table of contents and notes, so that an editor can go on from there. The same
//! input gives the same bytes: the only date in the file is the date asked for.

mod brief;
mod document;
mod findings;
mod matrix;
mod package;
mod picture;
mod styles;
mod table;

pub use brief::compare;
pub use matrix::matrix;

/// A document that cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be made: {0}")]
pub struct WordError(#[from] zip::result::ZipError);
