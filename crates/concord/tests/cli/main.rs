//! The command line end to end.

mod compare;
mod facts;
mod formats;
mod import;
mod ladder;
mod recognize;
mod rules;
mod support;
mod templates;
mod track;
