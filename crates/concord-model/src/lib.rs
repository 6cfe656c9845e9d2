//! What a jurisdiction says, as values: lists, entries, paragraphs, conditions, qualifiers, notes, terms, licences, sources.
//!
//! *Architecture invariant:* this crate never touches the terminal, the home folder, the clock or the network.

mod code;
mod condition;
mod digest;
mod entry;
mod licence;
mod list;
mod note;
mod paragraph;
mod qualifier;
mod term;

pub use code::{Code, CodeError};
pub use condition::{Condition, Expr, Limits};
pub use digest::Digest;
pub use entry::{Entry, Stratum};
pub use licence::{Availability, LicenceException, Reason};
pub use list::{Area, GeneralNote, Holding, List, Perimeter, Source, begins_with};
pub use note::{Note, NoteEffect};
pub use paragraph::{Components, Connective, Paragraph};
pub use qualifier::{Qualifier, Role};
pub use term::Term;
