//! `concord list`: plain facts.

use concord_graph::mapping::Namespace;
use concord_model::{Limits, List};
use serde_json::{Value, json};

use super::list_rules;
use crate::cli::{Global, ListArgs, Listed};
use crate::data::Data;
use crate::failure::Failure;
use crate::knowledge::Knowledge;
use crate::output::Output;
use crate::rows::Rows;

/// Lists what was asked for.
pub(crate) fn run(args: &ListArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let rows = match args.what {
        Listed::Jurisdictions => jurisdictions(args, data)?,
        Listed::Entries => of_lists(args, data, entries)?,
        Listed::Thresholds => of_lists(args, data, thresholds)?,
        Listed::Terms => all_terms(args, data)?,
        Listed::Parameters => parameters(args, data)?,
        Listed::Attributes => list_rules::attributes(data)?,
        Listed::Provisions => list_rules::provisions(args, data)?,
        Listed::Rules => rules(),
    };
    output.data(&rows.render(global.format, "list")?)
}

fn of_lists(args: &ListArgs, data: &Data, facts: fn(&[List]) -> Rows) -> Result<Rows, Failure> {
    let codes = data.chosen(args.jurisdiction.as_slice())?;
    Ok(facts(&codes.iter().map(|code| data.list(code)).collect::<Result<Vec<List>, Failure>>()?))
}

/// Words that lists define, and words that laws define.
fn all_terms(args: &ListArgs, data: &Data) -> Result<Rows, Failure> {
    let codes = match &args.jurisdiction {
        Some(code) => vec![data.known_code(code)?],
        None => data.codes()?,
    };
    let lists = codes.iter().map(|code| data.list_if_any(code)).collect::<Result<Vec<_>, Failure>>()?;
    let mut rows = terms(&lists.into_iter().flatten().collect::<Vec<List>>());
    list_rules::terms(args, data, &mut rows)?;
    Ok(rows)
}

fn jurisdictions(args: &ListArgs, data: &Data) -> Result<Rows, Failure> {
    let mut rows = Rows::new(&["jurisdiction", "name", "list", "as_of", "title"]);
    let codes = match &args.jurisdiction {
        Some(code) => vec![data.known_code(code)?],
        None => data.jurisdictions()?,
    };
    for code in codes {
        let name = data.jurisdiction(&code)?.name;
        for list in data.known(&code)? {
            rows.push([json!(code), json!(name), json!(list.id), json!(list.as_of), json!(list.title)]);
        }
        if data.law(&code)?.is_some() {
            rows.push([json!(code), json!(name), json!("law"), json!(data.day()?), json!("rules outside the lists")]);
        }
    }
    Ok(rows)
}

fn entries(lists: &[List]) -> Rows {
    let mut rows =
        Rows::new(&["jurisdiction", "list", "as_of", "code", "subject", "stratum", "paragraphs", "reasons", "elsewhere", "source"]);
    for list in lists {
        for entry in &list.entries {
            let mut reasons: Vec<&str> = entry.reasons.iter().map(|reason| reason.reason.as_str()).collect();
            reasons.dedup();
            rows.push([
                json!(list.jurisdiction),
                json!(list.id),
                json!(list.as_of),
                json!(entry.code()),
                json!(entry.root().subject),
                json!(entry.stratum),
                json!(entry.paragraphs.iter().filter(|paragraph| !paragraph.reserved).count()),
                json!(reasons),
                json!(entry.elsewhere),
                json!(list.citation(entry.code())),
            ]);
        }
    }
    rows
}

fn thresholds(lists: &[List]) -> Rows {
    let mut rows = Rows::new(&["jurisdiction", "list", "as_of", "code", "parameter", "op", "value", "unit", "conditions", "source"]);
    for list in lists {
        for paragraph in list.entries.iter().flat_map(|entry| &entry.paragraphs) {
            for condition in paragraph.when.conditions() {
                let Limits::Quantities(constraint) = &condition.limits else { continue };
                for limit in &constraint.limits {
                    rows.push([
                        json!(list.jurisdiction),
                        json!(list.id),
                        json!(list.as_of),
                        json!(paragraph.code),
                        json!(condition.parameter),
                        json!(limit.op.to_string()),
                        json!(limit.quantity.number.to_string()),
                        json!(limit.quantity.unit.symbol()),
                        json!(condition.settings),
                        json!(list.citation(&paragraph.code)),
                    ]);
                }
            }
        }
    }
    rows
}

fn terms(lists: &[List]) -> Rows {
    let mut rows = Rows::new(&["jurisdiction", "list", "as_of", "term", "defined", "elements", "source"]);
    for list in lists {
        for term in &list.terms {
            let elements: Vec<Value> = term.elements.iter().map(|element| json!(element.phrase)).collect();
            rows.push([
                json!(list.jurisdiction),
                json!(list.id),
                json!(list.as_of),
                json!(term.term),
                json!(term.definition.is_some()),
                json!(elements),
                json!(term.citation),
            ]);
        }
    }
    rows
}

/// Parameters of the list asked for, or of all; the spellings are joined over all lists, whichever is asked for.
fn parameters(args: &ListArgs, data: &Data) -> Result<Rows, Failure> {
    let asked = data.chosen(args.jurisdiction.as_slice())?;
    let knowledge = Knowledge::gather(data, &data.codes()?, Vec::new(), &Namespace::default())?;
    let mut rows = Rows::new(&["parameter", "dimension", "jurisdiction", "spelling", "count"]);
    for row in concord_graph::graph::parameter::spellings(&knowledge.graph()).into_iter().filter(|row| asked.contains(&row.jurisdiction)) {
        rows.push([json!(row.parameter), json!(row.dimension), json!(row.jurisdiction), json!(row.spelling), json!(row.count)]);
    }
    Ok(rows)
}

fn rules() -> Rows {
    let mut rows = Rows::new(&["rule", "title", "topic", "layer", "direction", "severity", "finds"]);
    for rule in concord_compare::rules() {
        rows.push([
            json!(rule.id),
            json!(rule.title),
            json!(rule.topic),
            json!(rule.layer),
            json!(rule.direction),
            json!(rule.severity),
            json!(rule.finds),
        ]);
    }
    rows
}
