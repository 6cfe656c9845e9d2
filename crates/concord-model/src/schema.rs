//! JSON Schema of the YAML form, made from the same tables of keys that the loader checks against.

use serde_json::{Map, Value, json};

use crate::form::{FILE, Form, Wants};
use crate::recognition::form::POLICY;
use crate::{item, licensing, rule_form};

/// The JSON Schema (draft 2020-12) of a file of a list, for editors.
///
/// It states keys and types. What it cannot say (units, codes given twice, parents, citations that are missing in another file) only the loader checks.
pub fn schema() -> Value {
    let mut definitions = Map::new();
    define(&FILE, &mut definitions);
    definitions.insert("conditions".to_owned(), conditions());
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Concord control list",
    });
    if let (Some(schema), Some(Value::Object(file))) = (schema.as_object_mut(), definitions.remove(FILE.name)) {
        schema.extend(file);
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

/// The JSON Schema (draft 2020-12) of the files of the rule layer, for editors: one definition a kind of file.
pub fn rules_schema() -> Value {
    of_files("Concord rule layer", &rule_form::FILES)
}

/// The JSON Schema (draft 2020-12) of the files of licensing rules and of the file of destinations, for editors.
pub fn licensing_schema() -> Value {
    of_files("Concord licensing rules", &[&licensing::form::FILE, &licensing::form::DESTINATIONS])
}

/// The JSON Schema (draft 2020-12) of the file of an item, for editors.
pub fn item_schema() -> Value {
    of_files("Concord item", &[&item::form::ITEM])
}

/// A schema with one definition a kind of file.
fn of_files(title: &str, forms: &[&'static Form]) -> Value {
    let mut definitions = Map::new();
    for form in forms {
        define(form, &mut definitions);
    }
    let files: Vec<Value> = forms.iter().map(|form| json!({"$ref": format!("#/$defs/{}", form.name)})).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "anyOf": files,
        "$defs": definitions,
    })
}

/// The JSON Schema (draft 2020-12) of a recognition policy, for editors. What it cannot say (which questions the vocabulary holds, which answers they
/// admit) only the loader checks.
pub fn policy_schema() -> Value {
    let mut definitions = Map::new();
    define(&POLICY, &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Concord recognition policy",
    });
    if let (Some(schema), Some(Value::Object(file))) = (schema.as_object_mut(), definitions.remove(POLICY.name)) {
        schema.extend(file);
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

fn define(form: &'static Form, definitions: &mut Map<String, Value>) {
    if definitions.contains_key(form.name) {
        return;
    }
    definitions.insert(form.name.to_owned(), Value::Null);
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in form.all_keys() {
        if let Wants::One(inner) | Wants::Many(inner) | Wants::Named(inner) = key.wants {
            define(inner, definitions);
        }
        let mut property = value(key.wants);
        if let Some(property) = property.as_object_mut() {
            property.insert("description".to_owned(), json!(key.about));
        }
        properties.insert(key.name.to_owned(), property);
        if key.required {
            required.push(key.name);
        }
    }
    let mut schema = json!({
        "description": form.about,
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    if let Some(schema) = schema.as_object_mut() {
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        if !form.exactly_one().is_empty() {
            let choices: Vec<Value> = form.exactly_one().iter().map(|k| json!({"required": [k]})).collect();
            schema.insert("oneOf".to_owned(), json!(choices));
        }
    }
    definitions.insert(form.name.to_owned(), schema);
}

fn value(wants: Wants) -> Value {
    match wants {
        Wants::Text => json!({"type": "string"}),
        Wants::Citation | Wants::Justification => json!({"type": "string", "minLength": 1}),
        Wants::Code => json!({"type": "string", "pattern": r"^[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*\.?$"}),
        Wants::Texts | Wants::Codes => json!({"type": "array", "items": {"type": "string"}}),
        Wants::Date => json!({"type": "string", "format": "date"}),
        Wants::Digest => json!({"type": "string", "pattern": "^[0-9a-f]{16}$"}),
        Wants::DigestOrNone => json!({"type": "string", "pattern": "^([0-9a-f]{16}|none)$"}),
        Wants::Sha256 => json!({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        Wants::Flag => json!({"type": "boolean"}),
        Wants::Choice(words) => json!({"type": "string", "enum": words}),
        Wants::Choices(words) => json!({"type": "array", "items": {"type": "string", "enum": words}}),
        Wants::Connective => json!({"type": "string", "pattern": "^(any|all|at least [0-9]+)$"}),
        Wants::Conditions => json!({"$ref": "#/$defs/conditions"}),
        Wants::One(form) => json!({"$ref": format!("#/$defs/{}", form.name)}),
        Wants::Many(form) => json!({"type": "array", "items": {"$ref": format!("#/$defs/{}", form.name)}}),
        Wants::Named(form) => json!({"type": "object", "additionalProperties": {"$ref": format!("#/$defs/{}", form.name)}}),
        Wants::Meanings => json!({"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}),
        Wants::Count => json!({"type": "integer", "minimum": 1}),
        Wants::Answer => json!({"oneOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}}]}),
    }
}

/// Conditions: the one recursive form.
fn conditions() -> Value {
    let group = json!({"type": "array", "items": {"$ref": "#/$defs/conditions"}});
    let limit = json!({"type": "string", "minLength": 1});
    json!({
        "description": "Conditions: `parameter @ setting: \">=8 bit <10 bit\"`, groups under `any` or `all`, or a list, all of which must hold.",
        "oneOf": [
            group,
            {
                "type": "object",
                "properties": {"any": {"oneOf": [group, limit]}, "all": {"oneOf": [group, limit]}},
                "additionalProperties": limit,
            },
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_every_form_and_resolves_every_reference() {
        let schema = schema();
        let text = schema.to_string();
        let mut rest = text.as_str();
        let mut names = Vec::new();
        while let Some((_, after)) = rest.split_once("\"#/$defs/") {
            let (name, after) = after.split_once('"').unwrap();
            names.push(name);
            rest = after;
        }
        assert!(names.len() > 10);
        for name in names {
            assert!(schema["$defs"][name].is_object(), "{name} is not defined");
        }
        assert_eq!(schema["$defs"]["paragraph"]["required"], json!(["code"]));
        assert_eq!(schema["$defs"]["area"]["oneOf"], json!([{"required": ["holding"]}, {"required": ["elsewhere"]}]));
        assert_eq!(schema["properties"]["as-of"]["format"], "date");
    }
}
