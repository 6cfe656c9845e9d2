//! Samples of a context, made from its shape: templates are tried on them before a report is made.

use serde_json::{Map, Value};

use super::shape::{Shape, Shapes};

/// How much a sample holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fullness {
    /// All there can be: lists have items, nothing is none, no text is empty.
    Full,
    /// Lists have one item; what may be none is none, texts are empty, nothing is true.
    Sparse,
    /// As sparse, and lists have no items.
    Empty,
}

impl Fullness {
    /// Every sample that is tried.
    pub(super) const ALL: [Self; 3] = [Self::Full, Self::Sparse, Self::Empty];

    fn items(self) -> usize {
        match self {
            // A text that is one of few words takes another word in each item.
            Self::Full => 3,
            Self::Sparse => 1,
            Self::Empty => 0,
        }
    }
}

/// Views nest less deep; a view that held itself would end here.
const DEEPEST: usize = 16;

/// A sample of the record called `name`.
pub(super) fn of_record(shapes: &Shapes, name: &str, fullness: Fullness) -> Value {
    Maker { shapes, fullness }.record(name, 0, 0)
}

struct Maker<'s> {
    shapes: &'s Shapes,
    fullness: Fullness,
}

impl Maker<'_> {
    fn record(&self, name: &str, turn: usize, depth: usize) -> Value {
        let fields = self.shapes.records.get(name).into_iter().flat_map(|record| &record.fields);
        let value = |absent: bool, shape: &Shape, name: &str| {
            if absent && self.fullness != Fullness::Full { Value::Null } else { self.value(shape, name, turn, depth + 1) }
        };
        Value::Object(fields.map(|field| (field.name.clone(), value(field.absent, &field.shape, &field.name))).collect::<Map<_, _>>())
    }

    fn value(&self, shape: &Shape, name: &str, turn: usize, depth: usize) -> Value {
        if depth > DEEPEST {
            return Value::Null;
        }
        let full = self.fullness == Fullness::Full;
        match shape {
            Shape::Any => Value::Null,
            Shape::Text(words) => match words.get(turn % words.len().max(1)) {
                Some(word) => Value::from(word.clone()),
                None if full => Value::from(name),
                None => Value::from(""),
            },
            Shape::Number => Value::from(if full { 1234 } else { 0 }),
            Shape::Truth => Value::from(full),
            Shape::List(item) => (0..self.fullness.items()).map(|at| self.value(item, name, turn + at, depth + 1)).collect(),
            Shape::Tuple(parts) => parts.iter().map(|part| self.value(part, name, turn, depth + 1)).collect(),
            Shape::Record(record) => self.record(record, turn, depth),
            Shape::Local(fields) => {
                Value::Object(fields.iter().map(|(name, shape)| (name.clone(), self.value(shape, name, turn, depth + 1))).collect())
            }
        }
    }
}
