//! View models and one renderer per format.
//!
//! A comparison becomes either the published [`json`] document or a view model ([`view`]) that the templates lay out as
//! Markdown or plain text. Sentences that every format shares are worded once, in the view.
//!
//! *Architecture invariant:* this crate decides nothing. It words, groups, counts the rows it shows and lays them out; who is
//! stricter, what matters most and what is covered is read from the comparison.

mod context;
mod escape;
mod figures;
pub mod json;
pub mod lang;
mod templates;
pub mod view;
mod words;

pub use context::{Context, Desk, Place};
pub use templates::{TemplateError, Templates};
