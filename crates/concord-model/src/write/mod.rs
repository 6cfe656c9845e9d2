//! Writing: from a list to YAML files that read back to the same list.

mod emitter;
mod entry;
mod facts;
mod header;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::scalar::is_special;
use crate::write::emitter::{Layout, Value, document};
use crate::{Entry, List};

/// A file of definitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    /// Its name inside the folder of the list (`list.yaml`, `category-3.yaml`).
    pub name: String,
    /// Its whole text.
    pub text: String,
}

/// Writes a list as the files of its folder: `list.yaml`, `terms.yaml` if there are terms, and one file for each first character of an
/// entry's code. The same list always gives the same bytes. `overlay.yaml` is never written: it belongs to the people who correct the list.
pub fn write_list(list: &List) -> Vec<WrittenFile> {
    let mut files = vec![file(list, "list", header::header(list))];
    if !list.terms.is_empty() {
        files.push(file(list, "terms", vec![field("terms", blocks(list.terms.iter().map(header::term)))]));
    }
    let mut categories: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for e in &list.entries {
        let category = e.code().as_str().chars().take(1).collect::<String>().to_ascii_lowercase();
        categories.entry(category).or_default().push(e);
    }
    let category = |(category, entries): (String, Vec<&Entry>)| {
        file(list, &format!("category-{category}"), vec![field("entries", blocks(entries.into_iter().map(entry::entry)))])
    };
    files.par_extend(categories.into_par_iter().map(category));
    files
}

fn file(list: &List, stem: &str, fields: Vec<(String, Value)>) -> WrittenFile {
    let mut text = String::new();
    if !list.source.command.is_empty() {
        let command: String = list.source.command.chars().map(|c| if is_special(c) { ' ' } else { c }).collect();
        text = format!("# Made by `{command}`. Corrections belong in overlay.yaml.\n");
    }
    text.push_str(&document(fields));
    WrittenFile { name: format!("{stem}.yaml"), text }
}

fn field(key: &str, value: Value) -> (String, Value) {
    (key.to_owned(), value)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A list that is written one item a line.
fn blocks(items: impl IntoIterator<Item = Value>) -> Value {
    Value::List(items.into_iter().collect(), Layout::Block)
}

/// The fields of a mapping; what is empty is left out.
#[derive(Default)]
struct Fields(Vec<(String, Value)>);

impl Fields {
    fn put(&mut self, key: &str, value: Value) {
        self.0.push(field(key, value));
    }

    fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.put(key, text(value));
        }
    }

    fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.put(key, Value::True);
        }
    }

    fn texts(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            self.put(key, Value::List(values.iter().map(|v| text(v)).collect(), Layout::Fit));
        }
    }

    fn blocks(&mut self, key: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.put(key, blocks(values));
        }
    }

    fn block(self) -> Value {
        Value::Map(self.0, Layout::Block)
    }

    fn fit(self) -> Value {
        Value::Map(self.0, Layout::Fit)
    }
}
