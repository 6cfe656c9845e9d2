//! The reference of templates in Markdown: every template, what it is given, and what it may use.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::catalogue::{CATALOGUE, Named, SHIPPED};
use super::shape::{Field, Shape, Shapes};

/// The tables of templates, contexts, records, filters, functions and globals, as Markdown beneath headings of the second level.
pub fn template_reference() -> String {
    let shapes = Shapes::of_views();
    let mut out = String::from("## Templates\n\n| template | lays out | context |\n|---|---|---|\n");
    for row in &CATALOGUE.templates {
        let given = if row.contexts.is_empty() {
            let by = users(&row.name);
            let by = if by.is_empty() { String::new() } else { format!("; in {}", by.join(", ")) };
            format!("uses {}{by}", row.uses)
        } else {
            row.contexts.iter().map(|context| format!("[{context}](#context-{context})")).collect::<Vec<_>>().join(", ")
        };
        let _ = writeln!(out, "| `{}` | {} | {given} |", row.name, row.lays_out);
    }
    out.push_str("\n## Contexts\n\nWhat a template is given under its own name. A part that is included sees all that the template around it sees.\n");
    let mut records = BTreeSet::new();
    for context in &CATALOGUE.contexts {
        let Some((_, record)) = shapes.root(&context.name) else { continue };
        let _ = write!(out, "\n<a id=\"context-{}\"></a>\n\n### {}\n\n{}\n\n", context.name, context.name, context.about);
        fields(&record.fields, &mut out);
        record.fields.iter().for_each(|field| reach(&field.shape, &shapes, &mut records));
    }
    out.push_str("\n## Records\n\nWhat stands in the fields of contexts and of other records.\n");
    for name in records {
        let Some(record) = shapes.records.get(&name) else { continue };
        let _ = write!(out, "\n<a id=\"{}\"></a>\n\n### {name}\n\n{}\n\n", anchor(&name), record.about);
        fields(&record.fields, &mut out);
    }
    named("Filters", "Filters of Concord:", &CATALOGUE.filters, &mut out);
    named(
        "",
        "Filters of the template language that the shipped templates use, or that are likely to be of use:",
        &CATALOGUE.language_filters,
        &mut out,
    );
    named("Functions", "", &CATALOGUE.functions, &mut out);
    named("Globals", "Values that every template has:", &CATALOGUE.globals, &mut out);
    out
}

/// The shipped templates that include a part, or import from it.
fn users(part: &str) -> Vec<String> {
    let quoted = [format!("\"{part}\""), format!("'{part}'")];
    let uses = |source: &str| quoted.iter().any(|quoted| source.contains(quoted));
    SHIPPED.iter().filter(|(_, source)| uses(source)).map(|(name, _)| format!("`{name}`")).collect()
}

fn fields(fields: &[Field], out: &mut String) {
    out.push_str("| name | is | what |\n|---|---|---|\n");
    for field in fields {
        let absent = if field.absent { ", or none" } else { "" };
        let _ = writeln!(out, "| `{}` | {}{absent} | {} |", field.name, kind(&field.shape), cell(&field.about));
    }
}

fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Any => "anything".to_owned(),
        Shape::Text(words) if words.is_empty() => "text".to_owned(),
        Shape::Text(words) => {
            words.iter().map(|word| if word.is_empty() { "empty".to_owned() } else { format!("`{word}`") }).collect::<Vec<_>>().join(", ")
        }
        Shape::Number => "number".to_owned(),
        Shape::Truth => "true or false".to_owned(),
        Shape::List(item) => format!("list of {}", kind(item)),
        Shape::Tuple(parts) => format!("list of {}: {}", parts.len(), parts.iter().map(kind).collect::<Vec<_>>().join("; ")),
        Shape::Record(name) => format!("[{name}](#{})", anchor(name)),
        Shape::Local(_) => "record".to_owned(),
    }
}

/// The records that a shape leads to.
fn reach(shape: &Shape, shapes: &Shapes, found: &mut BTreeSet<String>) {
    match shape {
        Shape::List(item) => reach(item, shapes, found),
        Shape::Tuple(parts) => parts.iter().for_each(|part| reach(part, shapes, found)),
        Shape::Record(name) if found.insert(name.clone()) => {
            let fields = shapes.records.get(name).into_iter().flat_map(|record| &record.fields);
            fields.for_each(|field| reach(&field.shape, shapes, found));
        }
        _ => {}
    }
}

fn anchor(record: &str) -> String {
    format!("record-{}", record.to_lowercase())
}

fn named(heading: &str, lead: &str, rows: &[Named], out: &mut String) {
    if !heading.is_empty() {
        let _ = write!(out, "\n## {heading}\n");
    }
    if !lead.is_empty() {
        let _ = write!(out, "\n{lead}\n");
    }
    out.push_str("\n| name | does | example |\n|---|---|---|\n");
    for row in rows {
        let example = if row.example.is_empty() { String::new() } else { format!("`{}`", cell(&row.example)) };
        let _ = writeln!(out, "| `{}` | {} | {example} |", row.name, cell(&row.about));
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_of_the_reference_leads_somewhere() {
        let text = template_reference();
        for link in text.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(text.contains(&format!("<a id=\"{link}\">")), "{link}");
        }
        assert!(text.contains("| `explanation` | text | One or two sentences. |"), "{text}");
    }

    #[test]
    fn every_filter_that_concord_adds_is_described() {
        let source = include_str!("../templates.rs");
        for (call, rows) in
            [("add_filter(\"", &CATALOGUE.filters), ("add_function(\"", &CATALOGUE.functions), ("add_global(\"", &CATALOGUE.globals)]
        {
            let added: BTreeSet<&str> = source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(added, rows.iter().map(|row| row.name.as_str()).collect(), "{call}");
        }
    }
}
