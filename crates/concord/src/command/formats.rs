//! The formats of the commands that write reports, and those of `concord compare` at work.

use clap::ValueEnum;
use concord_compare::Side;
use concord_report::json::CompareDocument;
use concord_report::view::{Gate, LedgerView};
use concord_report::{machine, word, workbook};

use super::compare::{Subject, render, view};
use crate::cli::{Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// The formats that a comparison comes in.
pub(crate) const COMPARE: &[Format] = &[
    Format::Text,
    Format::Md,
    Format::Html,
    Format::Docx,
    Format::Xlsx,
    Format::Json,
    Format::Jsonl,
    Format::Csv,
    Format::Sarif,
    Format::Junit,
    Format::Github,
];
/// Those of a recognition, and of what a jurisdiction lacks.
pub(crate) const PAPER: &[Format] = &[Format::Text, Format::Md, Format::Html, Format::Docx, Format::Xlsx, Format::Json];
/// Those of licence ladders.
pub(crate) const LADDER: &[Format] = &[Format::Text, Format::Md, Format::Html, Format::Docx, Format::Xlsx, Format::Json, Format::Csv];
/// Those of a matrix.
pub(crate) const MATRIX: &[Format] = &[Format::Text, Format::Md, Format::Html, Format::Docx, Format::Xlsx, Format::Json, Format::Svg];

/// Refuses a format that a command does not write, naming those that it does.
pub(crate) fn accept(format: Format, command: &str, known: &[Format]) -> Result<(), Failure> {
    if known.contains(&format) {
        return Ok(());
    }
    let names: Vec<String> = known.iter().filter_map(ValueEnum::to_possible_value).map(|value| value.get_name().to_owned()).collect();
    let (last, before) = names.split_last().map_or((String::new(), &[][..]), |(last, before)| (last.clone(), before));
    Err(format.refuse(command, &format!("{} and {last}", before.join(", "))))
}

/// Writes a comparison in a format.
pub(crate) fn write(
    subject: &Subject<'_>,
    gate: Gate,
    format: Format,
    global: &Global,
    data: &Data,
    output: &Output,
) -> Result<(), Failure> {
    let text = match format {
        Format::Docx => return output.bytes(&word::compare(&view(subject, data)?, subject.context.language)?),
        Format::Xlsx => return output.bytes(&workbook(subject, gate, data)?),
        Format::Json => document(subject, data)?.to_json().map_err(unwritten)?,
        Format::Jsonl => machine::jsonl(&document(subject, data)?).map_err(unwritten)?,
        Format::Csv => machine::csv::findings(&ledger(subject, gate, data)?),
        Format::Sarif => machine::sarif(&ledger(subject, gate, data)?, concord_compare::rules(), env!("CARGO_PKG_VERSION")),
        Format::Junit => machine::junit(&ledger(subject, gate, data)?),
        Format::Github => machine::github(&ledger(subject, gate, data)?),
        _ => render(subject, data, format, &global.templates())?,
    };
    output.data(&text)
}

/// The published document of a comparison.
fn document(subject: &Subject<'_>, data: &Data) -> Result<CompareDocument, Failure> {
    let mut document = CompareDocument::new(subject.comparison, subject.context);
    if let Some(rules) = subject.rules {
        document = document.with_rules(rules, &data.rules()?.vocabulary, subject.context);
    }
    if let Some(above) = subject.above {
        document = document.with_layers(above, subject.context);
    }
    if let Some(edition) = subject.edition {
        document = document.with_edition(edition);
    }
    Ok(document)
}

/// Every finding of a comparison with the places of its sides in the user's own files.
fn ledger(subject: &Subject<'_>, gate: Gate, data: &Data) -> Result<LedgerView, Failure> {
    let rules = match subject.rules {
        Some(rules) => Some((rules, data.vocabulary()?)),
        None => None,
    };
    let places = data.file_places(subject.comparison)?;
    let mut ledger = LedgerView::new(subject.comparison, rules, subject.context, gate);
    if let Some(above) = subject.above {
        ledger = ledger.with_layers(above, subject.context, gate);
    }
    if let Some(edition) = subject.edition {
        ledger = ledger.with_edition(edition);
    }
    ledger = ledger.with_links(&data.links(&[&subject.comparison.left, &subject.comparison.right])?);
    Ok(ledger.with_places(|jurisdiction, code| places.of(jurisdiction, code)))
}

/// The workbook of a comparison, with the limits of both lists side by side.
pub(crate) fn workbook(subject: &Subject<'_>, gate: Gate, data: &Data) -> Result<Vec<u8>, Failure> {
    let mut ledger = ledger(subject, gate, data)?;
    if subject.comparison.has_lists() {
        let list = |side: &Side| data.list(&side.jurisdiction);
        ledger = ledger.with_thresholds(&list(&subject.comparison.left)?, &list(&subject.comparison.right)?);
    }
    Ok(workbook::compare(&view(subject, data)?, &ledger, subject.context.language)?)
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn unwritten(error: serde_json::Error) -> Failure {
    Failure::input(error.to_string(), "")
}
