//! Numbering values in the order of their first use.

use std::collections::HashMap;
use std::hash::Hash;

/// Values numbered in the order of their first use.
pub(super) struct Interner<T> {
    ids: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self { ids: HashMap::new(), values: Vec::new() }
    }
}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// The number of a value. Beyond 2³² different values the last number is given again, which no list comes near.
    pub(super) fn id(&mut self, value: T) -> u32 {
        if let Some(id) = self.ids.get(&value) {
            return *id;
        }
        let id = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value.clone());
        self.ids.insert(value, id);
        id
    }

    /// The values by number.
    pub(super) fn into_values(self) -> Vec<T> {
        self.values
    }
}

impl Interner<String> {
    /// The number of a text.
    pub(super) fn id_of_text(&mut self, text: &str) -> u32 {
        match self.ids.get(text) {
            Some(id) => *id,
            None => self.id(text.to_owned()),
        }
    }
}
