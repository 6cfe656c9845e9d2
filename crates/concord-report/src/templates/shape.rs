//! What a template is given, as shapes: made from the JSON Schemas of the views, so that documentation and checks follow the code.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use crate::view::ladder::{LadderView, LaddersView};
use crate::view::recognize::RecognizeView;
use crate::view::{
    ComparePage, CompareView, FindingPage, IndexView, MatrixPage, MatrixView, NeedsView, OfSet, SiteView, TrackPage, TrackView,
};

/// The shape of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing is known of it.
    Any,
    /// A text; the words it may be, where they are few.
    Text(Vec<String>),
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// Any number of values of one shape.
    List(Box<Shape>),
    /// A fixed number of values.
    Tuple(Vec<Shape>),
    /// A record of the views, by its name.
    Record(String),
    /// A record that a template makes itself.
    Local(BTreeMap<String, Shape>),
}

/// A field of a record.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: String,
    /// The shape of its value.
    pub(super) shape: Shape,
    /// What it is.
    pub(super) about: String,
    /// Whether it may be none.
    pub(super) absent: bool,
}

/// A record of the views.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// What it is.
    pub(super) about: String,
    /// Its fields, in the order of the view.
    pub(super) fields: Vec<Field>,
}

/// Every record, and which of them a template is given.
#[derive(Debug)]
pub(super) struct Shapes {
    /// The records by name.
    pub(super) records: BTreeMap<String, Record>,
    /// The name of a context's record.
    roots: BTreeMap<&'static str, String>,
}

impl Shapes {
    /// The shapes of all views.
    pub(super) fn of_views() -> Self {
        let mut maker = Maker { generator: SchemaSettings::default().into_generator(), roots: BTreeMap::new() };
        maker.root::<CompareView>("comparison");
        maker.root::<OfSet<ComparePage>>("comparison-page");
        maker.root::<FindingPage>("finding");
        maker.root::<IndexView>("index");
        maker.root::<SiteView>("site");
        maker.root::<LadderView>("ladder");
        maker.root::<LaddersView>("ladders");
        maker.root::<OfSet<LaddersView>>("ladders-page");
        maker.root::<MatrixView>("matrix");
        maker.root::<OfSet<MatrixPage>>("matrix-page");
        maker.root::<NeedsView>("needs");
        maker.root::<RecognizeView>("recognition");
        maker.root::<OfSet<RecognizeView>>("recognition-page");
        maker.root::<TrackView>("track");
        maker.root::<OfSet<TrackPage>>("track-page");
        maker.finish()
    }

    /// The record that a context is.
    pub(super) fn root(&self, context: &str) -> Option<(&str, &Record)> {
        let name = self.roots.get(context)?;
        Some((name, self.records.get(name)?))
    }

    /// A field of a record.
    pub(super) fn field(&self, record: &str, name: &str) -> Option<&Field> {
        self.records.get(record)?.fields.iter().find(|field| field.name == name)
    }
}

impl Shape {
    /// The shape of a value that may be of either.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Text(_), Self::Text(_)) => Self::Text(Vec::new()),
            (Self::Local(one), Self::Local(mut other)) => {
                let both = one.into_iter().filter_map(|(name, shape)| other.remove(&name).map(|second| (name, shape.or(second))));
                Self::Local(both.collect())
            }
            _ => Self::Any,
        }
    }
}

/// Makes shapes from schemas.
struct Maker {
    generator: SchemaGenerator,
    roots: BTreeMap<&'static str, String>,
}

impl Maker {
    fn root<T: JsonSchema>(&mut self, context: &'static str) {
        let schema = self.generator.subschema_for::<T>().to_value();
        self.roots.insert(context, schema.get("$ref").and_then(Value::as_str).map(last).unwrap_or_default());
    }

    fn finish(mut self) -> Shapes {
        let definitions = self.generator.take_definitions(true);
        let records = definitions.iter().filter_map(|(name, schema)| Some((name.clone(), record(schema.as_object()?)?)));
        Shapes { records: records.collect(), roots: self.roots }
    }
}

/// The name at the end of a reference.
fn last(reference: &str) -> String {
    reference.rsplit('/').next().unwrap_or_default().to_owned()
}

fn about(schema: &Map<String, Value>) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn record(schema: &Map<String, Value>) -> Option<Record> {
    let properties = schema.get("properties")?.as_object()?;
    let fields = properties.iter().map(|(name, value)| {
        let (shape, absent) = shape(value);
        Field { name: name.clone(), shape, about: value.as_object().map(about).unwrap_or_default(), absent }
    });
    Some(Record { about: about(schema), fields: fields.collect() })
}

/// The shape of a schema, and whether the value may be none.
fn shape(schema: &Value) -> (Shape, bool) {
    let Some(schema) = schema.as_object() else { return (Shape::Any, false) };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return (Shape::Record(last(reference)), false);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let none = |choice: &&Value| choice.get("type").and_then(Value::as_str) == Some("null");
        let absent = choices.iter().any(|choice| none(&choice));
        let shapes = choices.iter().filter(|choice| !none(choice)).map(|choice| shape(choice).0);
        return (shapes.reduce(Shape::or).unwrap_or(Shape::Any), absent);
    }
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let words =
        || schema.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let shape = match kinds.iter().find(|kind| **kind != "null") {
        Some(&"string") => Shape::Text(words()),
        Some(&("integer" | "number")) => Shape::Number,
        Some(&"boolean") => Shape::Truth,
        Some(&"array") => match schema.get("prefixItems").and_then(Value::as_array) {
            Some(parts) => Shape::Tuple(parts.iter().map(|part| shape(part).0).collect()),
            None => Shape::List(Box::new(schema.get("items").map_or(Shape::Any, |item| shape(item).0))),
        },
        _ => Shape::Any,
    };
    (shape, kinds.contains(&"null"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_view_says_what_it_is() {
        let shapes = Shapes::of_views();
        assert!(shapes.records.len() > 40, "{}", shapes.records.len());
        for (name, record) in &shapes.records {
            assert!(!record.about.is_empty(), "{name} has no doc comment");
            for field in &record.fields {
                assert!(!field.about.is_empty(), "{name}.{} has no doc comment", field.name);
                assert!(field.shape != Shape::Any, "{name}.{} has no shape", field.name);
            }
        }
    }

    #[test]
    fn shapes_follow_the_views() {
        let shapes = Shapes::of_views();
        let (root, _) = shapes.root("comparison-page").unwrap();
        let field = |name| shapes.field(root, name).unwrap();
        // Flattened twice: from the comparison, from its page, from the page of a set.
        assert_eq!(field("left").shape, Shape::Record("SideView".to_owned()));
        assert!(field("bars").absent && field("site").shape == Shape::Truth);
        assert_eq!(shapes.field("SideView", "short").unwrap().shape, Shape::Text(Vec::new()));
    }
}
