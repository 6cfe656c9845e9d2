//! View models and one renderer per format.
//!
//! A comparison becomes either the published [`json`] document or a view model ([`view`]) that the templates lay out as
//! Markdown or plain text. Sentences that every format shares are worded once, in the view. [`chart`] draws.
//!
//! *Architecture invariant:* this crate decides nothing. It words, groups, counts the rows it shows and lays them out; who is
//! stricter, what matters most and what is covered is read from the comparison.

pub mod chart;
mod context;
mod escape;
mod figures;
pub mod json;
pub mod lang;
mod links;
pub mod machine;
mod office;
mod templates;
mod typeset;
pub mod view;
pub mod word;
mod words;
pub mod workbook;
mod xml;

pub use context::{Context, Desk, Place};
pub use escape::{is_mark, one_line, visible};
pub use links::{Links, PlaceAddress, Publication};
pub use templates::{
    CheckedTemplates, ShippedTemplate, TemplateError, Templates, check_templates, nearest_template, shipped_templates, template_reference,
};
