//! Labels made by hand: what a reader says that a paragraph states.

use concord_quantity::{Number, NumberFormat, Quantity, Unit};
use serde_json::Value;

/// A labelled value: its parameter, and how it is printed, in any unit.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// The parameter in the labeller's words.
    pub(crate) parameter: String,
    /// The operator's symbol; empty where the label has none (a setting at a value).
    pub(crate) op: String,
    /// The value in its unit, then the printed alternatives.
    pub(crate) quantities: Vec<Quantity>,
    /// The settings in which it is measured.
    pub(crate) settings: Vec<Labelled>,
}

/// What a reader says of one paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The source it belongs to, where a file labels several.
    pub(crate) source: String,
    /// The paragraph.
    pub(crate) code: String,
    /// Whether its maker holds another reading to be possible.
    pub(crate) debatable: bool,
    /// How its text starts, where the label says so.
    pub(crate) snippet: String,
    /// Limits that must be read; `None` where the label says nothing of limits.
    pub(crate) limits: Option<Vec<Labelled>>,
    /// Values that neither reward nor punish.
    pub(crate) neutral: Vec<Labelled>,
    /// How its children join (`any`, `all`), where the label says so.
    pub(crate) connective: Option<String>,
    /// Its children, where the label lists them.
    pub(crate) children: Option<Vec<String>>,
}

/// Reads labels, one JSON object a line; the error names the line.
pub(crate) fn labels(jsonl: &str) -> Result<Vec<Label>, String> {
    let lines = jsonl.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map(|value: Value| label(&value)).map_err(|e| format!("line {}: {e}", at + 1)))
        .collect()
}

fn label(value: &Value) -> Label {
    let limits = values(value, "constraints");
    let mut neutral = values(value, "optional_constraints");
    neutral.extend(values(value, "conditions"));
    neutral.extend(limits.iter().flat_map(|l| l.settings.clone()));
    let children = value.get("children").and_then(Value::as_array);
    Label {
        source: word(value, "source"),
        code: word(value, "code"),
        debatable: value.get("debatable").and_then(Value::as_bool).unwrap_or_default(),
        snippet: word(value, "snippet"),
        limits: value.get("constraints").map(|_| limits),
        neutral,
        connective: value.get("combine_children").and_then(Value::as_str).map(str::to_owned),
        children: children.map(|codes| codes.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
    }
}

fn word(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn values(value: &Value, key: &str) -> Vec<Labelled> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(labelled).collect()
}

/// One labelled value; `None` where the label states no number (an ordinal class, a formula).
fn labelled(value: &Value) -> Option<Labelled> {
    let mut quantities: Vec<Quantity> = quantity(value).into_iter().collect();
    quantities.extend(value.get("alt").and_then(Value::as_array).into_iter().flatten().filter_map(quantity));
    let settings = values(value, "conditions");
    (!quantities.is_empty()).then(|| Labelled { parameter: word(value, "param"), op: word(value, "op"), quantities, settings })
}

fn quantity(value: &Value) -> Option<Quantity> {
    let number = Number::parse(value.get("value")?.as_str()?, &NumberFormat { decimal: '.', thousands: &[] }).ok()?;
    Some(Quantity::new(number, Unit::parse(&word(value, "unit"))))
}
