//! `concord schema`: JSON Schemas.

use serde_json::Value;

use crate::cli::SchemaArgs;
use crate::failure::Failure;
use crate::output::Output;

/// A schema: its name, what it is of, and what makes it.
type Schema = (&'static str, &'static str, fn() -> Value);

/// Every schema.
const SCHEMAS: [Schema; 13] = [
    ("compare", "the document that `concord compare --format json` gives", concord_report::json::compare_schema),
    ("finding", "a line that `concord compare --format jsonl` gives", concord_report::machine::finding_schema),
    ("graph", "the document that `concord graph --format json` gives", concord_graph::graph::write::schema),
    ("item", "the YAML file of an item", concord_model::item_schema),
    ("ladder", "the document that `concord ladder --format json` gives", concord_report::view::ladder::schema),
    ("licensing", "the YAML files of licensing rules, and of destinations", concord_model::licensing_schema),
    ("list", "the YAML files of a list", concord_model::schema),
    ("matrix", "the document that `concord matrix --format json` gives", concord_report::json::matrix_schema),
    ("needs", "the document that `concord needs --format json` gives", concord_report::json::needs_schema),
    ("policy", "the YAML file of a recognition policy", concord_model::policy_schema),
    ("recognize", "the document that `concord recognize --format json` gives", concord_report::json::recognize_schema),
    ("rules", "the YAML files of the rule layer: vocabulary, provisions, terms, instruments, blocs", concord_model::rules_schema),
    ("track", "the document that `concord track --format json` gives", concord_report::json::track_schema),
];

/// Prints a schema, or which there are.
pub(crate) fn run(args: &SchemaArgs, output: &Output) -> Result<(), Failure> {
    let Some(name) = &args.name else {
        let lines: Vec<String> = SCHEMAS.iter().map(|(name, of, _)| format!("{name:10}{of}\n")).collect();
        return output.data(&lines.concat());
    };
    let Some((_, _, schema)) = SCHEMAS.iter().find(|(known, _, _)| known == name) else {
        let known: Vec<&str> = SCHEMAS.iter().map(|(known, _, _)| *known).collect();
        return Err(Failure::usage(format!("there is no schema `{name}`"), format!("known are {}", known.join(", "))));
    };
    output.data(&format!("{:#}\n", schema()))
}
