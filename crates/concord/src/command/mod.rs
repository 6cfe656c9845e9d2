//! One module a command.

pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod graph;
pub(crate) mod import;
pub(crate) mod ladder;
pub(crate) mod list;
pub(crate) mod report;
pub(crate) mod schema;
