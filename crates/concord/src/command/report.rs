//! `concord report`: the default set of reports.

use std::path::{Path, PathBuf};

use concord_compare::Baseline;
use concord_report::view::{IndexRow, IndexView, MatrixLink, RecognitionLink};
use serde::Deserialize;

use super::compare::{Subject, compare, compare_rules, view};
use super::{matrix, recognize};
use crate::cli::{Format, Global, MatrixArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::{Output, write_file};
use crate::problem::Problem;

/// The folder for reports, unless another is asked for.
const FOLDER: &str = "reports";

/// The default set: pairs of jurisdictions, blocs, and pairs whose recognition is judged.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    pairs: Vec<(String, String)>,
    matrices: Vec<String>,
    #[serde(default)]
    recognitions: Vec<(String, String)>,
}

impl Wanted {
    /// What `reports.yaml` beside the jurisdictions asks for; every pair that has lists or rules where there is no such file.
    fn of(data: &Data) -> Result<Self, Failure> {
        if let Some((file, text)) = data.beside("reports.yaml")? {
            return serde_yaml::from_str(&text).map_err(|error| Failure::Input(vec![Problem::from_yaml(&file, &text, &error)]));
        }
        let codes = data.jurisdictions()?;
        let pairs = codes.iter().enumerate().flat_map(|(at, left)| codes.iter().skip(at + 1).map(|right| (left.clone(), right.clone())));
        Ok(Self { pairs: pairs.collect(), matrices: Vec::new(), recognitions: Vec::new() })
    }
}

/// Writes a report on every pair of the default set, a matrix of each of its blocs, its recognitions, and an index; nothing is written unless all of it could be made.
pub(crate) fn run(global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| *format != Format::Md) {
        return Err(format.refuse("report", "md"));
    }
    let templates = global.templates();
    let wanted = Wanted::of(data)?;
    if wanted.pairs.is_empty() {
        return Err(Failure::input("there are no two jurisdictions to compare", "`concord list jurisdictions` shows those known"));
    }
    let mut files: Vec<(String, String)> = Vec::new();
    let mut index = IndexView { as_of: String::new(), reports: Vec::new(), matrices: Vec::new(), recognitions: Vec::new() };
    for (left, right) in &wanted.pairs {
        let rules = compare_rules(left, right, &Baseline::default(), data)?;
        let (comparison, context) = compare(left, right, Baseline::default(), data, output)?;
        if !comparison.has_lists() && rules.is_none() {
            continue;
        }
        let view = view(&Subject { comparison: &comparison, rules: rules.as_ref(), context: &context, edition: None }, data)?;
        let file = format!("{left}-{right}.md");
        files.push((file.clone(), templates.render("compare.md.j2", &view)?));
        index.as_of = index.as_of.max(context.as_of);
        index.reports.push(IndexRow { file, view });
    }
    for bloc in wanted.matrices {
        let args = MatrixArgs { jurisdictions: Vec::new(), bloc: Some(bloc.clone()), topic: None };
        let file = format!("matrix-{bloc}.md");
        files.push((file.clone(), matrix::text(&args, data, Format::Md, &templates)?));
        let name = data.rules()?.bloc(&bloc).map_or_else(|| bloc.clone(), |found| found.name.clone());
        index.matrices.push(MatrixLink { file, name });
    }
    for (left, right) in &wanted.recognitions {
        let (title, text) = recognize::report(left, right, data, output, &templates)?;
        let file = format!("recognize-{left}-{right}.md");
        files.push((file.clone(), text));
        index.recognitions.push(RecognitionLink { file, title });
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
