//! Scores read conditions against labels made by hand, on (operator, value, unit).

use concord_model::{Condition, Limits};
use concord_quantity::{Number, NumberFormat, Op, Quantity, Unit};
use serde_json::Value;

/// A labelled limit.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The operator as a symbol.
    pub(crate) op: String,
    /// The quantity and its printed alternatives.
    pub(crate) quantities: Vec<Quantity>,
}

/// A labelled paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// Its code.
    pub(crate) code: String,
    /// How its text starts.
    pub(crate) snippet: String,
    /// Limits that must be read.
    pub(crate) required: Vec<Label>,
    /// Limits that neither reward nor punish.
    pub(crate) neutral: Vec<Label>,
}

/// Hits and misses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    /// Required limits that were read.
    pub(crate) hits: usize,
    /// Required limits that were not read.
    pub(crate) missed: usize,
    /// Read limits that no label has.
    pub(crate) extra: usize,
}

impl Score {
    /// The share of read limits that are right.
    pub(crate) fn precision(&self) -> f64 {
        ratio(self.hits, self.hits + self.extra)
    }

    /// The share of labelled limits that were read.
    pub(crate) fn recall(&self) -> f64 {
        ratio(self.hits, self.hits + self.missed)
    }

    /// Adds another score.
    pub(crate) fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.missed += other.missed;
        self.extra += other.extra;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    f64::from(u32::try_from(part).unwrap_or(u32::MAX)) / f64::from(u32::try_from(whole).unwrap_or(u32::MAX))
}

/// Reads labels, one JSON object a line.
pub(crate) fn labels(jsonl: &str) -> Vec<Labelled> {
    jsonl.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|value: Value| labelled(&value)).collect()
}

fn labelled(value: &Value) -> Labelled {
    let list = |key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut neutral: Vec<Label> = list("optional_constraints").iter().chain(&list("conditions")).filter_map(label).collect();
    for constraint in list("constraints") {
        neutral.extend(constraint.get("conditions").and_then(Value::as_array).into_iter().flatten().filter_map(label));
    }
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Labelled { code: text("code"), snippet: text("snippet"), required: list("constraints").iter().filter_map(label).collect(), neutral }
}

fn label(value: &Value) -> Option<Label> {
    let quantity = |v: &Value| {
        let number = Number::parse(v.get("value")?.as_str()?, &NumberFormat { decimal: '.', thousands: &[] }).ok()?;
        Some(Quantity::new(number, Unit::parse(v.get("unit").and_then(Value::as_str).unwrap_or_default())))
    };
    let mut quantities: Vec<Quantity> = quantity(value).into_iter().collect();
    quantities.extend(value.get("alt").and_then(Value::as_array).into_iter().flatten().filter_map(quantity));
    let op = value.get("op").and_then(Value::as_str).unwrap_or("==").to_owned();
    (!quantities.is_empty()).then_some(Label { op, quantities })
}

/// Scores the conditions read from one paragraph.
pub(crate) fn score(labelled: &Labelled, conditions: &[&Condition]) -> Score {
    let mut open: Vec<&Label> = labelled.required.iter().collect();
    let mut score = Score::default();
    for condition in conditions {
        let Limits::Quantities(constraint) = &condition.limits else { continue };
        for limit in &constraint.limits {
            let mut printed = vec![&limit.quantity];
            printed.extend(&limit.alternatives);
            let matches = |label: &&Label| same_op(label, limit.op) && label.quantities.iter().any(|q| printed.iter().any(|p| same(p, q)));
            if let Some(at) = open.iter().position(matches) {
                open.remove(at);
                score.hits += 1;
            } else if !labelled.neutral.iter().any(|l| label_value(l, &printed)) {
                score.extra += 1;
            }
        }
    }
    score.missed = open.len();
    score
}

fn label_value(label: &Label, printed: &[&Quantity]) -> bool {
    label.quantities.iter().any(|q| printed.iter().any(|p| same(p, q)))
}

fn same_op(label: &Label, op: Op) -> bool {
    label.op == op.symbol()
}

fn same(a: &Quantity, b: &Quantity) -> bool {
    a.unit.dimension() == b.unit.dimension() && a.base() == b.base()
}
