//! What a jurisdiction says, as values: lists, entries, paragraphs, conditions, qualifiers, notes, terms, licences, sources;
//! and how they are loaded from YAML, checked, written, and packed into an image.
//!
//! *Architecture invariant:* this crate never touches the terminal, the home folder, the clock or the network; files only in [`load_folder`], [`read_folder`] and [`rule_files`].

mod canonical;
mod check;
mod check_rules;
mod code;
mod condition;
mod diagnostic;
mod digest;
mod entry;
mod folder;
mod form;
mod image;
pub mod item;
mod licence;
pub mod licensing;
mod list;
mod load;
mod notation;
mod note;
mod overlay;
mod paragraph;
mod qualifier;
pub mod recognition;
mod rule_form;
pub mod rules;
mod scalar;
mod schema;
mod term;
pub mod texts;
mod write;

pub use check::check;
pub use check_rules::check_rules;
pub use code::{Code, CodeError};
pub use condition::{Condition, Expr, Limits};
pub use diagnostic::{Diagnostic, Explanation, Severity, codes, explanation, explanations};
pub use digest::Digest;
pub use entry::{Entry, Stratum};
pub use folder::{load_folder, read_folder, rule_files};
pub use image::{Image, ImageError, Section, decode, decode_rules, encode, encode_rules};
pub use licence::{Availability, LicenceException, Reason};
pub use list::{Area, GeneralNote, Holding, List, Perimeter, Source, begins_with};
pub use load::rules::{LoadedRules, RuleFile, is_rule_file, load_rules};
pub use load::{Loaded, Places, Spot, load, load_list};
pub use note::{Note, NoteEffect};
pub use overlay::Correction;
pub use paragraph::{Components, Connective, Paragraph};
pub use qualifier::{Qualifier, Role};
pub use schema::{item_schema, licensing_schema, policy_schema, rules_schema, schema};
pub use term::Term;
pub use texts::Texts;
pub use write::{WrittenFile, write_list};
