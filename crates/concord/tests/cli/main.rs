//! The command line end to end.

mod compare;
mod facts;
mod import;
mod ladder;
mod rules;
mod support;
