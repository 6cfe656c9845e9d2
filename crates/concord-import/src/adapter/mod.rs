//! Adapters: one module per official format, each reads its format into a [`Document`].

mod bytes;
mod definitions;
pub mod ecfr_xml;
mod error;
mod label;
mod note_heading;
mod numbers;
pub mod outline;
mod owners;
pub mod positioned_lines;
mod sequence;

use crate::document::Document;

pub use error::ImportError;

/// A file to read.
#[derive(Clone, Copy, Debug)]
pub struct Input<'b> {
    /// Its name, for messages and to tell companions apart.
    pub name: &'b str,
    /// Its bytes, plain or compressed with gzip.
    pub bytes: &'b [u8],
}

/// One adapter.
#[derive(Clone, Copy, Debug)]
pub struct Adapter {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it reads, in one line.
    pub description: &'static str,
    matches: fn(&str) -> bool,
    read: fn(&[Input<'_>]) -> Result<Document, ImportError>,
}

/// Every adapter, in the order in which they are tried.
pub const ADAPTERS: &[Adapter] = &[
    Adapter {
        name: "ecfr-xml",
        description: "eCFR part files of 15 CFR: part 774 (Commerce Control List) and part 772 (definitions), XML, plain or .gz",
        matches: ecfr_xml::matches,
        read: ecfr_xml::read_all,
    },
    Adapter {
        name: "outline",
        description: "one paragraph a line: full dotted code, space, text; files of definitions and general notes beside it",
        matches: outline::matches,
        read: outline::read_all,
    },
    Adapter {
        name: "positioned-lines",
        description: "lines of a printed list with their place: a table, parted by tabs, with the columns page, x0, y0, size, text",
        matches: positioned_lines::matches,
        read: positioned_lines::read_all,
    },
];

impl Adapter {
    /// Reads the files that together make one list.
    pub fn read(&self, inputs: &[Input<'_>]) -> Result<Document, ImportError> {
        let mut document = (self.read)(inputs)?;
        if document.date.is_none() {
            document.date = inputs.iter().find_map(|i| date_in(i.name));
        }
        Ok(document)
    }
}

/// The adapter with this name.
pub fn named(name: &str) -> Option<&'static Adapter> {
    ADAPTERS.iter().find(|a| a.name == name)
}

/// The adapter that knows one of the files, the first of them that any adapter knows.
pub fn detect(inputs: &[Input<'_>]) -> Result<&'static Adapter, ImportError> {
    let mut first = None;
    for input in inputs {
        match bytes::text(input.name, input.bytes) {
            Ok(text) => {
                if let Some(adapter) = ADAPTERS.iter().find(|a| (a.matches)(&text)) {
                    return Ok(adapter);
                }
            }
            Err(error) => first = first.or(Some(error)),
        }
    }
    let name = inputs.first().map_or("", |i| i.name);
    let names: Vec<&str> = ADAPTERS.iter().map(|a| a.name).collect();
    Err(first.unwrap_or_else(|| {
        ImportError::new(name, "no adapter knows this format", format!("name one with --adapter: {}", names.join(", ")))
    }))
}

/// The date in a file name (`annex_2025-11-15.txt`).
fn date_in(name: &str) -> Option<jiff::civil::Date> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    (0..name.len()).filter_map(|at| name.get(at..at + 10)).find_map(|d| d.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_apart() {
        let xml = Input { name: "a", bytes: b"<DIV5 N=\"774\" TYPE=\"PART\"></DIV5>" };
        let outline = Input { name: "b", bytes: b"9A999 Lathes:\n9A999.a Big;\n" };
        let other = Input { name: "c", bytes: b"hello" };
        assert_eq!(detect(&[xml]).unwrap().name, "ecfr-xml");
        assert_eq!(detect(&[other, outline]).unwrap().name, "outline");
        assert!(detect(&[other]).unwrap_err().to_string().contains("ecfr-xml"));
    }

    #[test]
    fn file_names_hold_dates() {
        assert_eq!(date_in("x/annex_2025-11-15.txt").map(|d| d.to_string()).as_deref(), Some("2025-11-15"));
        assert!(date_in("annex.txt").is_none());
    }
}
