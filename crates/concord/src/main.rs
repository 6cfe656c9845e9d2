//! The command line of Concord.

fn main() {}
