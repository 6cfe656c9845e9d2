//! Laying out YAML: short things on one line, long ones in blocks, quotes where a reader could stray.

use crate::scalar::{needs_quotes, quoted};

/// The widest line that a list or mapping in brackets may make.
const WIDTH: usize = 120;

/// A value to write.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// A text.
    Text(String),
    /// `true`.
    True,
    /// A list.
    List(Vec<Value>, Layout),
    /// A mapping.
    Map(Vec<(String, Value)>, Layout),
}

/// How a list or mapping is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// One item a line.
    Block,
    /// In brackets where that fits into a line, else one item a line.
    Fit,
}

/// Writes a mapping as a YAML document.
pub(super) fn document(fields: Vec<(String, Value)>) -> String {
    let mut out = String::new();
    block(&Value::Map(fields, Layout::Block), 0, true, &mut out);
    out
}

/// Writes a value as lines at an indent; `at_start` where the cursor stands at the start of a line, not after `- `.
fn block(value: &Value, indent: usize, at_start: bool, out: &mut String) {
    match value {
        Value::Map(fields, _) if !fields.is_empty() => {
            for (position, (key, value)) in fields.iter().enumerate() {
                if at_start || position > 0 {
                    pad(indent, out);
                }
                out.push_str(&scalar(key, false));
                out.push(':');
                field(value, indent, key.chars().count(), out);
            }
        }
        Value::List(items, _) if !items.is_empty() => {
            for (position, item) in items.iter().enumerate() {
                if at_start || position > 0 {
                    pad(indent, out);
                }
                out.push_str("- ");
                match inline(item, WIDTH.saturating_sub(indent + 2)) {
                    Some(line) => {
                        out.push_str(&line);
                        out.push('\n');
                    }
                    None => block(item, indent + 2, false, out),
                }
            }
        }
        other => {
            out.push_str(&flow(other));
            out.push('\n');
        }
    }
}

/// Writes the value after a key and its colon.
fn field(value: &Value, indent: usize, key_width: usize, out: &mut String) {
    if let Some(line) = inline(value, WIDTH.saturating_sub(indent + key_width + 4)) {
        out.push(' ');
        out.push_str(&line);
        out.push('\n');
        return;
    }
    out.push('\n');
    let deeper = if matches!(value, Value::List(..)) { indent } else { indent + 2 };
    block(value, deeper, true, out);
}

/// The value on one line, if it may stand on one and fits.
fn inline(value: &Value, width: usize) -> Option<String> {
    match value {
        Value::Text(text) => Some(scalar(text, false)),
        Value::True => Some("true".to_owned()),
        _ if is_empty(value) => Some(flow(value)),
        _ if may_flow(value) => Some(flow(value)).filter(|line| line.chars().count() <= width),
        _ => None,
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::List(items, _) if items.is_empty()) || matches!(value, Value::Map(fields, _) if fields.is_empty())
}

fn may_flow(value: &Value) -> bool {
    match value {
        Value::Text(_) | Value::True => true,
        Value::List(items, layout) => *layout == Layout::Fit && items.iter().all(may_flow),
        Value::Map(fields, layout) => *layout == Layout::Fit && fields.iter().all(|(_, v)| may_flow(v)),
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::Text(text) => scalar(text, true),
        Value::True => "true".to_owned(),
        Value::List(items, _) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Map(fields, _) => {
            let fields: Vec<String> = fields.iter().map(|(k, v)| format!("{}: {}", scalar(k, true), flow(v))).collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

fn scalar(text: &str, in_flow: bool) -> String {
    if needs_quotes(text, in_flow) { quoted(text) } else { text.to_owned() }
}

fn pad(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}
