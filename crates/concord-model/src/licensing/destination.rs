//! Destinations and their names.

use std::collections::BTreeMap;

/// A destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// ISO 3166-1 code, two capital letters.
    pub code: String,
    /// Name for reports.
    pub name: String,
    /// Other names that official texts print.
    pub also: Vec<String>,
}

/// All destinations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destinations {
    by_code: BTreeMap<String, Destination>,
    by_name: BTreeMap<String, String>,
}

impl Destinations {
    /// The destinations given; of two with one code the first is kept.
    pub fn new(rows: Vec<Destination>) -> Self {
        let mut out = Self::default();
        for row in rows {
            for name in row.also.iter().chain([&row.name]) {
                out.by_name.entry(name.to_lowercase()).or_insert_with(|| row.code.clone());
            }
            out.by_code.entry(row.code.clone()).or_insert(row);
        }
        out
    }

    /// The destination with this code (`jp`, in any case) or of this name (`Japan`).
    pub fn find(&self, text: &str) -> Option<&Destination> {
        let code = match text.to_ascii_uppercase().as_str() {
            "UK" => "GB".to_owned(),
            code => code.to_owned(),
        };
        self.by_code.get(&code).or_else(|| self.by_code.get(self.by_name.get(&text.trim().to_lowercase())?))
    }

    /// All of them, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Destination> {
        self.by_code.values()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }
}
