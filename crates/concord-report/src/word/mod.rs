//! Word documents.
//!
//! A brief, not a dump: what matters most comes first, long lists stand in the workbook. It is written part by part as the Office Open XML
//! standard (ECMA-376) asks, with real styles, numbered headings, a table of contents and notes, so that an editor can go on from there. The same
//! input gives the same bytes: the only date in the file is the date asked for.

mod brief;
mod document;
mod findings;
mod ladder;
mod matrix;
mod needs;
mod package;
mod paper;
mod picture;
mod recognize;
mod styles;
mod table;
mod track;

pub use brief::compare;
pub use ladder::ladder;
pub use matrix::matrix;
pub use needs::needs;
pub use recognize::recognize;
pub use track::track;

/// A document that cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be made: {0}")]
pub struct WordError(#[from] zip::result::ZipError);
