//! `concord list` of the rule layer: questions, answers, defined words.

use concord_model::rules::{Form, Law};
use serde_json::{Value, json};

use crate::cli::ListArgs;
use crate::data::Data;
use crate::failure::Failure;
use crate::rows::Rows;

/// The questions of the vocabulary.
pub(super) fn attributes(data: &Data) -> Result<Rows, Failure> {
    let mut rows =
        Rows::new(&["attribute", "topic", "layer", "type", "values", "unit", "stricter", "weight", "question", "why", "instrument"]);
    for (topic, attribute) in data.rules()?.vocabulary.attributes() {
        let values: Vec<String> = attribute.form.choices().iter().map(|c| c.id.clone()).collect();
        let unit = match &attribute.form {
            Form::Number { unit } => unit.as_str(),
            Form::Set { open: Some(open), .. } => open.as_str(),
            _ => "",
        };
        rows.push([
            json!(attribute.id),
            json!(topic.id),
            json!(attribute.layer(topic)),
            json!(attribute.form.key()),
            json!(values),
            json!(unit),
            json!(attribute.stricter),
            json!(attribute.weight),
            json!(attribute.question),
            json!(attribute.why),
            json!(attribute.instrument),
        ]);
    }
    Ok(rows)
}

/// The answers of a jurisdiction, or of all: one row a question.
pub(super) fn provisions(args: &ListArgs, data: &Data) -> Result<Rows, Failure> {
    let mut rows = Rows::new(&["jurisdiction", "attribute", "topic", "value", "source", "as_of", "via", "note", "not_in_force"]);
    let (rules, day) = (data.rules()?, data.day()?);
    for law in laws(args, data)? {
        for (topic, attribute) in rules.vocabulary.attributes() {
            let row = concord_compare::provisions::row(rules, (topic, attribute), (law, law), day);
            rows.push([
                json!(law.jurisdiction.code),
                json!(attribute.id),
                json!(topic.id),
                json!(row.left.written),
                json!(row.left.citation),
                json!(day),
                json!(row.left.via),
                json!(row.left.notes.join("; ")),
                json!(row.left.aside.iter().chain(&row.left.past).collect::<Vec<_>>()),
            ]);
        }
    }
    Ok(rows)
}

/// The defined words of the laws of a jurisdiction, or of all, in the columns of the words that lists define.
pub(super) fn terms(args: &ListArgs, data: &Data, rows: &mut Rows) -> Result<(), Failure> {
    let (rules, day) = (data.rules()?, data.day()?);
    for law in laws(args, data)? {
        for (of, definition) in rules.definitions(law, day) {
            let limits = definition.limits.iter().chain(&definition.own_limits).map(|limit| format!("limit: {limit}"));
            let covers = definition.covers.iter().chain(&definition.own_covers).cloned();
            let elements: Vec<Value> = covers.chain(limits).map(Value::String).collect();
            rows.push([
                json!(law.jurisdiction.code),
                json!("law"),
                json!(day),
                json!(definition.term),
                json!(true),
                json!(elements),
                json!(rules.cite(of, &definition.cites)),
            ]);
        }
    }
    Ok(())
}

fn laws<'a>(args: &ListArgs, data: &'a Data) -> Result<Vec<&'a Law>, Failure> {
    let rules = data.rules()?;
    match &args.jurisdiction {
        None => Ok(rules.described().into_iter().filter_map(|code| rules.law(code)).collect()),
        Some(code) => Ok(data.law(&data.known_code(code)?)?.into_iter().collect()),
    }
}
