//! `concord report`: the default set of reports.

use std::path::{Path, PathBuf};

use concord_compare::Baseline;
use concord_report::Templates;
use concord_report::view::{IndexRow, IndexView};

use super::compare::{compare, compare_rules, view};
use super::matrix;
use crate::cli::{Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::{Output, write_file};

/// The folder for reports, unless another is asked for.
const FOLDER: &str = "reports";

/// Writes a report on every pair of jurisdictions and an index; nothing is written unless all of it could be made.
pub(crate) fn run(global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| *format != Format::Md) {
        return Err(format.refuse("report", "md"));
    }
    let templates = Templates::new(global.templates.as_deref());
    let codes = data.jurisdictions()?;
    if codes.len() < 2 {
        return Err(Failure::input("there are no two jurisdictions to compare", "`concord list jurisdictions` shows those known"));
    }
    let mut files: Vec<(String, String)> = Vec::new();
    let mut index = IndexView { as_of: String::new(), reports: Vec::new() };
    for (at, left) in codes.iter().enumerate() {
        for right in codes.iter().skip(at + 1) {
            let rules = compare_rules(left, right, &Baseline::default(), data)?;
            let (comparison, context) = compare(left, right, Baseline::default(), data, output)?;
            if !comparison.has_lists() && rules.is_none() {
                continue;
            }
            let view = view(&comparison, rules.as_ref(), &context, data)?;
            let file = format!("{left}-{right}.md");
            files.push((file.clone(), templates.render("compare.md.j2", &view)?));
            index.as_of = index.as_of.max(context.as_of);
            index.reports.push(IndexRow { file, view });
        }
    }
    files.push(("index.md".to_owned(), templates.render("index.md.j2", &index)?));
    let folder: PathBuf = output.path.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    for (name, text) in &files {
        let path = Path::join(&folder, name);
        write_file(&path, text.as_bytes())?;
        output.say(format!("wrote {}", path.display()));
    }
    Ok(())
}
