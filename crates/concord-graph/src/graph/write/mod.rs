//! The concept graph in the forms of other tools.

mod dot;
mod graphml;
mod json;

pub use dot::dot;
pub use graphml::graphml;
pub use json::{EdgeDocument, GraphDocument, SCHEMA_VERSION, schema};
