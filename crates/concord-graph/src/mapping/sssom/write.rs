//! Writing: the canonical form of SSSOM/TSV, in which equal sets have equal bytes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::cell::split;
use super::slots::{self, Kind, MAPPING, SET, Slot};
use crate::mapping::{BUILT_IN, Mapping, MappingSet};

/// Prefixes that the mappings use and the set does not declare, so that no valid file can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndeclaredPrefixes(pub BTreeSet<String>);

impl std::fmt::Display for UndeclaredPrefixes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<String> = self.0.iter().map(|name| format!("`{name}`")).collect();
        write!(f, "no IRI is declared for the prefix {}", names.join(", "))
    }
}

impl std::error::Error for UndeclaredPrefixes {}

/// Writes a set: metadata, then the mappings in order of their slots. What all mappings share is said once.
pub fn write(set: &MappingSet) -> Result<String, UndeclaredPrefixes> {
    let mut rows: Vec<Vec<String>> =
        set.mappings.iter().map(|mapping| MAPPING.iter().map(|slot| cell(mapping, slot.name)).collect()).collect();
    let mut shared: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (column, slot) in MAPPING.iter().enumerate().filter(|(_, slot)| slot.common) {
        let Some(first) = rows.first().and_then(|row| row.get(column)).filter(|value| !value.is_empty()).cloned() else { continue };
        if rows.iter().all(|row| row.get(column) == Some(&first)) {
            rows.iter_mut().filter_map(|row| row.get_mut(column)).for_each(String::clear);
            shared.push((slot.name, split(&first, slot.many)));
        }
    }
    rows.sort();
    let used: Vec<usize> =
        (0..MAPPING.len()).filter(|column| rows.iter().any(|row| row.get(*column).is_some_and(|v| !v.is_empty()))).collect();
    let required = ["subject_id", "predicate_id", "object_id", "mapping_justification"];
    let shown: Vec<usize> =
        (0..MAPPING.len()).filter(|at| used.contains(at) || (rows.is_empty() && required.contains(&MAPPING[*at].name))).collect();

    let given = |slot: &Slot| -> Vec<String> {
        match slot.name {
            "mapping_set_id" => vec![set.id.clone()],
            "license" => vec![set.license.clone()],
            "sssom_version" => {
                let newer = MAPPING.iter().enumerate().any(|(at, slot)| slot.new && used.contains(&at))
                    || SET.iter().any(|slot| {
                        slot.new
                            && slot.name != "sssom_version"
                            && (set.more.contains_key(slot.name) || shared.iter().any(|(name, _)| *name == slot.name))
                    });
                if newer { vec!["1.1".to_owned()] } else { Vec::new() }
            }
            name => shared
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, values)| values.clone())
                .or_else(|| set.more.get(name).cloned())
                .unwrap_or_default(),
        }
    };
    let prefixes = prefixes(set, &rows, &shared)?;
    let mut out = String::new();
    for slot in &SET {
        if slot.name == "curie_map" {
            if !prefixes.is_empty() {
                out.push_str("#curie_map:\n");
            }
            for (prefix, iri) in &prefixes {
                let _ = writeln!(out, "#  {}: {}", scalar(prefix), scalar(iri));
            }
            continue;
        }
        let values: Vec<String> = given(slot).into_iter().filter(|value| !value.is_empty()).collect();
        match values.as_slice() {
            [] => {}
            [value] if !slot.many => {
                let _ = writeln!(out, "#{}: {}", slot.name, scalar(value));
            }
            values => {
                let _ = writeln!(out, "#{}:", slot.name);
                for value in values {
                    let _ = writeln!(out, "#  - {}", scalar(value));
                }
            }
        }
    }
    let names: Vec<&str> = shown.iter().map(|at| MAPPING[*at].name).collect();
    out.push_str(&names.join("\t"));
    out.push('\n');
    for row in &rows {
        let cells: Vec<String> = shown.iter().filter_map(|at| row.get(*at)).map(|value| quoted(value)).collect();
        out.push_str(&cells.join("\t"));
        out.push('\n');
    }
    Ok(out)
}

/// The value of a slot of a mapping as a cell, without quotes.
fn cell(mapping: &Mapping, name: &str) -> String {
    match name {
        "subject_id" => mapping.subject.clone(),
        "subject_label" => mapping.subject_label.clone(),
        "predicate_id" => mapping.predicate.clone(),
        "predicate_modifier" => if mapping.negated { "Not" } else { "" }.to_owned(),
        "object_id" => mapping.object.clone(),
        "object_label" => mapping.object_label.clone(),
        "mapping_justification" => mapping.justification.clone(),
        "confidence" => mapping.confidence.map(|confidence| confidence.to_string()).unwrap_or_default(),
        "mapping_date" => mapping.date.map(|date| date.to_string()).unwrap_or_default(),
        "comment" => mapping.comment.clone(),
        _ => mapping.more.get(name).cloned().unwrap_or_default(),
    }
}

/// The prefixes that are used, with their IRIs; the built-in ones are left out.
fn prefixes(set: &MappingSet, rows: &[Vec<String>], shared: &[(&str, Vec<String>)]) -> Result<Vec<(String, String)>, UndeclaredPrefixes> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut note = |curie: &str| {
        if let Some((prefix, _)) = curie.split_once(':')
            && !BUILT_IN.iter().any(|(name, _)| *name == prefix)
            && !used.contains(prefix)
        {
            used.insert(prefix.to_owned());
        }
    };
    for (column, slot) in MAPPING.iter().enumerate().filter(|(_, slot)| slot.kind == Kind::Curie) {
        for value in rows.iter().filter_map(|row| row.get(column)).filter(|value| !value.is_empty()) {
            for part in split(value, slot.many) {
                note(&part);
            }
        }
    }
    let of_set = set.more.iter().map(|(name, values)| (name.as_str(), values)).chain(shared.iter().map(|(name, values)| (*name, values)));
    for (_, values) in of_set.filter(|(name, _)| slots::of_set(name).is_some_and(|slot| slot.kind == Kind::Curie)) {
        for value in values {
            note(value);
        }
    }
    let missing: BTreeSet<String> = used.iter().filter(|name| !set.prefixes.contains_key(*name)).cloned().collect();
    if !missing.is_empty() {
        return Err(UndeclaredPrefixes(missing));
    }
    Ok(used.into_iter().filter_map(|name| set.prefixes.get(&name).map(|iri| (name.clone(), iri.clone()))).collect())
}

/// A value in YAML: plain where that reads back as the same text, else in double quotes.
fn scalar(value: &str) -> String {
    let plain = value.starts_with(|c: char| c.is_ascii_alphabetic())
        && !value.ends_with([' ', ':'])
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.chars().any(char::is_control)
        && !matches!(value.to_ascii_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n")
        || is_plain_date(value);
    if plain { value.to_owned() } else { serde_json::Value::from(value).to_string() }
}

/// A date may stand plain: YAML 1.2 reads it as text.
fn is_plain_date(value: &str) -> bool {
    value.len() == 10 && value.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

/// A value as it stands in the table.
fn quoted(value: &str) -> String {
    if value.contains(['"', '\t', '\n', '\r']) { format!("\"{}\"", value.replace('"', "\"\"")) } else { value.to_owned() }
}
