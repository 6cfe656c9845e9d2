//! The command line end to end.

mod compare;
mod facts;
mod import;
mod ladder;
mod recognize;
mod rules;
mod support;
