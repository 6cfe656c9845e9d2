//! The metadata of a mapping file: YAML, each line behind a `#`.

use std::collections::BTreeMap;

use serde_yaml::Value;

/// A block of metadata.
pub(super) struct Metadata {
    /// Prefixes and their IRIs, as given.
    pub(super) prefixes: BTreeMap<String, String>,
    /// The other keys and their values.
    pub(super) values: Vec<(String, Given)>,
}

/// What stands behind a key.
pub(super) enum Given {
    /// One or several plain values.
    Values(Vec<String>),
    /// Something else: a structure.
    Structure,
}

/// Why a block cannot be read: line from 1 within the block, column from 1, and what is wrong; both 0 where there is no place.
pub(super) struct Unreadable {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
}

/// The block at the head of a file, without the `#` and the spaces that all its lines share, and how many characters were taken away
/// from each line; and where the table begins, in bytes.
pub(super) fn head(text: &str) -> (String, usize, usize) {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let Some(content) = line.strip_prefix('#') else { break };
        lines.push(content.trim_end_matches(['\n', '\r']));
        at += line.len();
    }
    let indent = |line: &&str| line.chars().take_while(|c| *c == ' ').count();
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or_default();
    let block = lines.iter().map(|line| line.get(shared..).unwrap_or_default()).fold(String::new(), |block, line| block + line + "\n");
    (block, shared + 1, at)
}

/// Reads a block.
pub(super) fn read(block: &str) -> Result<Metadata, Unreadable> {
    let unreadable = |message: &str| Unreadable { line: 0, column: 0, message: message.to_owned() };
    let value: Value = serde_yaml::from_str(block).map_err(|error| {
        let (line, column) = error.location().map_or((0, 0), |place| (place.line(), place.column()));
        let message = error.to_string();
        Unreadable { line, column, message: message.split(" at line ").next().unwrap_or_default().to_owned() }
    })?;
    let Value::Mapping(fields) = value else { return Err(unreadable("the metadata are no keys with values")) };
    let mut metadata = Metadata { prefixes: BTreeMap::new(), values: Vec::new() };
    for (key, value) in fields {
        let Some(key) = scalar(&key) else { return Err(unreadable("a key of the metadata is no plain text")) };
        if key == "curie_map" {
            let Value::Mapping(prefixes) = value else { return Err(unreadable("`curie_map` is no list of prefixes with their IRIs")) };
            for (prefix, iri) in prefixes {
                match (scalar(&prefix), scalar(&iri)) {
                    (Some(prefix), Some(iri)) => drop(metadata.prefixes.insert(prefix, iri)),
                    _ => return Err(unreadable("a prefix of `curie_map` has no IRI")),
                }
            }
            continue;
        }
        let given = match &value {
            Value::Sequence(parts) => parts.iter().map(scalar).collect::<Option<Vec<String>>>().map_or(Given::Structure, Given::Values),
            Value::Null => Given::Values(Vec::new()),
            other => scalar(other).map_or(Given::Structure, |value| Given::Values(vec![value])),
        };
        metadata.values.push((key, given));
    }
    Ok(metadata)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// The line, from 1, on which a key stands in a block, and its column; the first line where it is not found.
pub(super) fn place(block: &str, key: &str) -> (usize, usize) {
    for (at, line) in block.lines().enumerate() {
        let bare = line.trim_start().trim_start_matches(['"', '\'']);
        if let Some(rest) = bare.strip_prefix(key)
            && rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':')
        {
            return (at + 1, line.chars().count() - line.trim_start().chars().count() + 1);
        }
    }
    (1, 1)
}
