//! `concord matrix`: many jurisdictions at once.

use std::collections::BTreeMap;

use concord_compare::{Clustering, Matrix, matrix};
use concord_model::rules::Law;
use concord_report::Place;
use concord_report::chart::{Chart, HeatMap};
use concord_report::json::MatrixDocument;
use concord_report::lang::{Language, Texts};
use concord_report::view::{MatrixPage, MatrixView, OfSet};
use concord_report::{word, workbook};

use super::formats;
use crate::cli::{Format, Global, MatrixArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Who stands in a matrix.
struct Asked {
    title: String,
    bloc: String,
    codes: Vec<String>,
    not_described: Vec<String>,
    uncertain: Vec<String>,
}

/// Writes the indices of every pair.
pub(crate) fn run(args: &MatrixArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "matrix", formats::MATRIX)?;
    match format {
        Format::Docx => {
            let page = page(args, global.language(), data)?;
            output.bytes(&word::matrix(&page.view, page.heat.as_ref(), global.language())?)
        }
        Format::Xlsx => {
            let (asked, found) = found(args, data)?;
            output.bytes(&workbook::matrix(&worded(&found, &asked, data)?, &found, &places(&asked, data)?, global.language())?)
        }
        _ => output.data(&text(args, data, format, global)?),
    }
}

/// The matrix in a format.
fn text(args: &MatrixArgs, data: &Data, format: Format, global: &Global) -> Result<String, Failure> {
    let (asked, found) = found(args, data)?;
    let templates = global.templates();
    Ok(match format {
        Format::Json => {
            let document = MatrixDocument::new(&found, &asked.bloc, asked.not_described, asked.uncertain);
            concord_report::json::pretty(&document).map_err(|error| Failure::input(error.to_string(), ""))?
        }
        Format::Svg => chart(&asked, &found, global.language(), data)?.standalone(),
        Format::Html => {
            let heat = Some(chart(&asked, &found, global.language(), data)?);
            templates.render("html/matrix.html.j2", &OfSet::alone(MatrixPage { view: worded(&found, &asked, data)?, heat }))?
        }
        Format::Md => templates.render("matrix.md.j2", &worded(&found, &asked, data)?)?,
        _ => templates.render("matrix.txt.j2", &worded(&found, &asked, data)?)?,
    })
}

/// The matrix in words, with its heat map.
pub(crate) fn page(args: &MatrixArgs, language: Language, data: &Data) -> Result<MatrixPage, Failure> {
    let (asked, found) = found(args, data)?;
    Ok(MatrixPage { view: worded(&found, &asked, data)?, heat: Some(chart(&asked, &found, language, data)?) })
}

/// The matrix as a heat map.
fn chart(asked: &Asked, found: &Matrix, language: Language, data: &Data) -> Result<Chart, Failure> {
    let title = match data.vocabulary()?.topic(&found.topic) {
        Some(topic) => format!("{}, {}", asked.title, topic.title),
        None => asked.title.clone(),
    };
    let (clustering, places) = (Clustering::of(found), places(asked, data)?);
    let chart = HeatMap { prefix: "matrix", title: &title, matrix: found, clustering: &clustering, places: &places };
    Ok(chart.chart(Texts::of(language)))
}

fn worded(found: &Matrix, asked: &Asked, data: &Data) -> Result<MatrixView, Failure> {
    let voice = data.voice()?;
    let mut notes = Vec::new();
    if !asked.bloc.is_empty() {
        let members = asked.codes.len() + asked.not_described.len();
        let args = [("described", asked.codes.len().to_string().into()), ("members", members.to_string().into())];
        notes.push(voice.text("matrix-members", &args));
    }
    if !asked.uncertain.is_empty() {
        let codes = asked.uncertain.iter().map(|code| code.to_uppercase()).collect::<Vec<_>>().join(", ");
        notes.push(voice.text("matrix-disputed", &[("codes", codes.into())]));
    }
    Ok(MatrixView::new(found, data.vocabulary()?, &places(asked, data)?, &asked.title, notes, voice.texts()))
}

/// The names of those who stand in a matrix, by code.
fn places(asked: &Asked, data: &Data) -> Result<BTreeMap<String, Place>, Failure> {
    let rules = data.rules()?;
    let laws = asked.codes.iter().filter_map(|code| rules.law(code));
    laws.map(|law| Ok((law.jurisdiction.code.clone(), data.place(&law.jurisdiction.code)?))).collect()
}

/// Who is asked about, and the indices of every pair of them.
fn found(args: &MatrixArgs, data: &Data) -> Result<(Asked, Matrix), Failure> {
    let rules = data.rules()?;
    let topic = args.topic.as_deref().unwrap_or_default();
    data.check_topic(topic)?;
    let asked = asked(args, data)?;
    let laws: Vec<&Law> = asked.codes.iter().filter_map(|code| rules.law(code)).collect();
    if laws.len() < 2 {
        return Err(Failure::input(
            format!("the law of fewer than two of {} is described", asked.title),
            "`concord list provisions` shows whose is",
        ));
    }
    let found = matrix(rules, &laws, topic, data.day()?);
    Ok((asked, found))
}

fn asked(args: &MatrixArgs, data: &Data) -> Result<Asked, Failure> {
    let rules = data.rules()?;
    let described = rules.described();
    let Some(id) = &args.bloc else {
        let mut codes = args.jurisdictions.iter().map(|code| data.known_code(code)).collect::<Result<Vec<String>, Failure>>()?;
        if codes.is_empty() {
            codes = described.iter().map(|code| (*code).to_owned()).collect();
        }
        if let Some(code) = codes.iter().find(|code| !described.contains(&code.as_str())) {
            let hint = format!("described are {}", described.join(", "));
            return Err(Failure::input(format!("the rules of `{code}` are not described"), hint));
        }
        codes.dedup();
        let names: Vec<String> = codes.iter().map(|code| data.place(code).map(|place| place.name)).collect::<Result<_, _>>()?;
        return Ok(Asked { title: names.join(", "), bloc: String::new(), codes, not_described: Vec::new(), uncertain: Vec::new() });
    };
    let bloc = data.bloc(id)?;
    // Facts are kept under `uk`, the code of the country is `gb`.
    let (members, uncertain) = rules.members(bloc, data.day()?);
    let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect::<Vec<String>>();
    let (members, uncertain) = (owned(members), owned(uncertain));
    let described_member = |code: &String| described.contains(&code.as_str());
    Ok(Asked {
        title: data.voice()?.glossary.name(&format!("bloc/{}", bloc.id), &bloc.name),
        bloc: bloc.id.clone(),
        codes: members.iter().filter(|code| described_member(code)).cloned().collect(),
        not_described: members.iter().filter(|code| !described_member(code)).cloned().collect(),
        uncertain,
    })
}
