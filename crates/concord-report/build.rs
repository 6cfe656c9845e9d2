//! Has the crate compiled again when a message or a template is added, changed or removed: both are compiled in.

fn main() {
    println!("cargo::rerun-if-changed=lang");
    println!("cargo::rerun-if-changed=../../templates");
}
