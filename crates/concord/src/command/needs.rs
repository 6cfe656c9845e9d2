//! `concord needs`: what a jurisdiction lacks beside others.

use std::collections::BTreeMap;

use concord_compare::provisions::needs;
use concord_model::rules::Law;
use concord_report::json::NeedsDocument;
use concord_report::view::NeedsView;
use concord_report::{Place, word, workbook};

use super::formats;
use crate::cli::{Format, Global, NeedsArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Writes the questions on which a jurisdiction falls short of the reference set.
pub(crate) fn run(args: &NeedsArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "needs", formats::PAPER)?;
    let rules = data.rules()?;
    let described = |code: &str| -> Result<&Law, Failure> {
        let code = data.known_code(code)?;
        let missing = || {
            Failure::input(format!("the rules of `{code}` are not described"), format!("described are {}", rules.described().join(", ")))
        };
        data.law(&code)?.ok_or_else(missing)
    };
    let own = described(&args.jurisdiction)?;
    let mut reference: Vec<&Law> = args.reference.iter().map(|code| described(code)).collect::<Result<_, _>>()?;
    if reference.is_empty() {
        reference = rules.described().into_iter().filter_map(|code| rules.law(code)).collect();
    }
    reference.retain(|law| law.jurisdiction.code != own.jurisdiction.code);
    if reference.is_empty() {
        return Err(Failure::usage("a jurisdiction is not compared with itself", "name others: `concord needs my --reference us,eu`"));
    }
    let found = needs(rules, own, &reference, data.day()?);
    if format == Format::Json {
        let text = concord_report::json::pretty(&NeedsDocument::new(&found)).map_err(|error| Failure::input(error.to_string(), ""))?;
        return output.data(&text);
    }
    let all = reference.iter().chain([&own]);
    let places = all.map(|r| Ok((r.jurisdiction.code.clone(), data.place(&r.jurisdiction.code)?)));
    let places: BTreeMap<String, Place> = places.collect::<Result<_, Failure>>()?;
    let view = NeedsView::new(&found, data.vocabulary()?, &places, data.voice()?);
    let template = match format {
        Format::Docx => return output.bytes(&word::needs(&view, output.language)?),
        Format::Xlsx => return output.bytes(&workbook::needs(&view, output.language)?),
        Format::Html => "html/needs.html.j2",
        Format::Md => "needs.md.j2",
        _ => "needs.txt.j2",
    };
    output.data(&global.templates().render(template, &view)?)
}
