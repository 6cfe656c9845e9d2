//! SSSOM, the Simple Standard for Sharing Ontological Mappings (version 1.1), in its TSV form.

mod cell;
mod metadata;
mod read;
mod slots;
mod table;
mod value;
mod write;

pub use read::{Read, read, read_with_metadata};
pub use write::{UndeclaredPrefixes, write};
