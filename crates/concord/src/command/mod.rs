//! One module a command.

pub(crate) mod above;
pub(crate) mod align;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod explain;
mod explain_rules;
mod formats;
pub(crate) mod graph;
pub(crate) mod import;
pub(crate) mod ladder;
pub(crate) mod list;
mod list_rules;
pub(crate) mod matrix;
mod meaning;
pub(crate) mod needs;
pub(crate) mod recognize;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod templates;
pub(crate) mod track;
