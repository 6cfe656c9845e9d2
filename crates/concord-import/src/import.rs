//! The whole import: official files in, a list and a report out.

use concord_lexicon::Lexicon;
use sha2::{Digest as _, Sha256};

use crate::adapter::{self, ImportError, Input};
use crate::assemble::{Imported, Origin, Profile, assemble};
use crate::document::DecimalMark;

/// How to import.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// Lower-case jurisdiction code.
    pub jurisdiction: &'a str,
    /// Name of the adapter; `None`: detected.
    pub adapter: Option<&'a str>,
    /// The decimal mark; `None`: detected.
    pub decimal: Option<DecimalMark>,
    /// The date as of which the text holds; `None`: as the text or a file's name states it.
    pub as_of: Option<jiff::civil::Date>,
    /// The command to record.
    pub command: &'a str,
}

/// Imports the files that together make one list.
///
/// The first file is the list itself; its SHA-256 is recorded. Errors name the file, the line where known, and what to do;
/// what could be read only in part is no error but part of the report.
pub fn import(inputs: &[Input<'_>], request: &Request<'_>, profile: &Profile) -> Result<Imported, ImportError> {
    let name = inputs.first().map_or("", |i| i.name);
    let chosen = match request.adapter {
        Some(wanted) => adapter::named(wanted).ok_or_else(|| {
            let names: Vec<&str> = adapter::ADAPTERS.iter().map(|a| a.name).collect();
            ImportError::new(name, format!("there is no adapter `{wanted}`"), format!("use one of {}", names.join(", ")))
        })?,
        None => adapter::detect(inputs)?,
    };
    let mut document = chosen.read(inputs)?;
    if let Some(decimal) = request.decimal {
        document.decimal = decimal;
    }
    let as_of = request
        .as_of
        .or(document.date)
        .ok_or_else(|| ImportError::new(name, "the text states no date", "say as of which date it holds with --as-of YYYY-MM-DD"))?;
    let sha256 = inputs.first().map_or_else(String::new, |i| hex(&Sha256::digest(i.bytes)));
    let origin = Origin { jurisdiction: request.jurisdiction.to_owned(), as_of, sha256, command: request.command.to_owned() };
    Ok(assemble(&document, profile, &origin, Lexicon::english()))
}

/// Bytes as hex digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).filter_map(|n| char::from_digit(u32::from(n), 16)).collect()
}
