//! Adapters: one module per official format, each reads its format into a [`Document`](crate::document::Document).

mod bytes;
pub mod ecfr_xml;
mod error;
mod label;
mod owners;
mod sequence;

pub use error::ImportError;
