//! Where facts stand in their files.

use std::collections::HashMap;

use crate::Code;
use crate::load::tree::Place;

/// The places of codes and headers in the files of a list.
#[derive(Clone, Debug, Default)]
pub struct Places {
    files: Vec<String>,
    places: HashMap<String, (usize, Place)>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Length in characters.
    pub length: usize,
}

impl Places {
    /// The place of a paragraph's code.
    pub fn of(&self, code: &Code) -> Option<Spot<'_>> {
        self.spot(code.as_str())
    }

    /// The place under a key: of a list, a code, a key of the header, an area or a term; of the rule layer, a jurisdiction's answer
    /// (`us/retention-period`).
    pub fn spot(&self, key: &str) -> Option<Spot<'_>> {
        let (file, place) = self.places.get(key)?;
        let file = self.files.get(*file)?;
        Some(Spot { file, line: place.line as usize, column: place.column as usize, length: place.length as usize })
    }

    pub(crate) fn put(&mut self, key: &str, file: &str, place: Place) {
        let at = self.files.iter().position(|f| f == file).unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        });
        self.places.entry(key.to_owned()).or_insert((at, place));
    }
}
