//! Reading vehicles and arrangements from YAML.

use crate::diagnostic::{Diagnostic, codes};
use crate::load::Reader;
use crate::load::tree::Tree;
use crate::recognition::{Arrangement, Object, Vehicle, form};

/// Loads the legal vehicles of one jurisdiction from their file: its name (for diagnostics) and its bytes. The error holds every problem.
pub fn load_vehicles(name: &str, bytes: &[u8]) -> Result<Vec<Vehicle>, Vec<Diagnostic>> {
    let mut r = Reader::new(name);
    let tree = Tree::read(name, bytes, &mut r.out);
    let rows = tree.and_then(|tree| {
        let fields = r.fields(&tree, &form::VEHICLES)?;
        let read = fields.get("read").and_then(|node| r.date(node))?;
        Some(r.list(fields.get("vehicles"), |r, node| {
            let fields = r.fields(node, &form::VEHICLE)?;
            Some(Vehicle {
                object: object(r, fields.get("object"))?,
                instrument: r.optional_text(fields.get("instrument")),
                changed_by: r.optional_text(fields.get("changed-by")),
                citation: r.citation(fields.get("citation")),
                read,
                note: r.optional_text(fields.get("note")),
            })
        }))
    });
    finish(r, rows)
}

/// Loads the existing arrangements from their file: its name (for diagnostics) and its bytes. The error holds every problem.
pub fn load_arrangements(name: &str, bytes: &[u8]) -> Result<Vec<Arrangement>, Vec<Diagnostic>> {
    let mut r = Reader::new(name);
    let tree = Tree::read(name, bytes, &mut r.out);
    let mut known: Vec<String> = Vec::new();
    let rows = tree.and_then(|tree| {
        let fields = r.fields(&tree, &form::ARRANGEMENTS)?;
        Some(r.list(fields.get("arrangements"), |r, node| {
            let fields = r.fields(node, &form::ARRANGEMENT)?;
            let id = r.optional_text(fields.get("id"));
            if let Some(node) = fields.get("id").filter(|_| known.contains(&id)) {
                r.report(node.place, codes::DUPLICATE_KEY, format!("the arrangement `{id}` is given twice"), "give one of them another id");
            }
            known.push(id.clone());
            Some(Arrangement {
                id,
                name: r.optional_text(fields.get("name")),
                grantor: r.optional_text(fields.get("grantor")),
                to: r.texts(fields.get("to")),
                object: object(r, fields.get("object"))?,
                vehicle: r.optional_text(fields.get("vehicle")),
                authorisation: r.optional_text(fields.get("authorisation")),
                covers: r.optional_text(fields.get("covers")),
                excludes: r.optional_text(fields.get("excludes")),
                conditions: r.texts(fields.get("conditions")),
                from: fields.get("from").and_then(|node| r.date(node)),
                citation: r.citation(fields.get("citation")),
                note: r.optional_text(fields.get("note")),
            })
        }))
    });
    finish(r, rows)
}

/// The object a key names.
pub(super) fn object(r: &mut Reader, node: Option<&Tree>) -> Option<Object> {
    node.and_then(|node| r.choice(node, &Object::WORDS))
}

fn finish<T>(r: Reader<'_>, rows: Option<Vec<T>>) -> Result<Vec<T>, Vec<Diagnostic>> {
    match rows {
        Some(rows) if r.out.is_empty() => Ok(rows),
        _ => Err(r.out),
    }
}
