//! `concord report`: the default set of reports.

use std::path::{Path, PathBuf};

use concord_compare::Baseline;
use concord_model::Code;
use concord_model::licensing::{Answer, Destination};
use concord_report::view::ladder::{Asked, LadderPage, LaddersView};
use concord_report::view::{IndexRow, IndexView, MatrixLink};
use serde::Deserialize;

use super::above::{Above, compare_above};
use super::compare::{Subject, compare, compare_rules, view};
use super::ladder::Origin;
use super::matrix;
use crate::cli::{Activity, Format, Global, MatrixArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::{Output, write_file};
use crate::places::places;
use crate::problem::Problem;

/// The folder for reports, unless another is asked for.
const FOLDER: &str = "reports";

/// The default set: pairs of jurisdictions, and blocs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    pairs: Vec<(String, String)>,
    /// Destinations for which the pairs are compared above their lists too.
    #[serde(default)]
    to: Vec<String>,
    matrices: Vec<String>,
    #[serde(default)]
    ladders: Option<Ladders>,
}

/// Licence ladders of paragraphs, all on one page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ladders {
    codes: Vec<String>,
    from: Vec<String>,
    to: Vec<String>,
}

impl Wanted {
    /// What `reports.yaml` beside the jurisdictions asks for; every pair that has lists or rules where there is no such file.
    fn of(data: &Data) -> Result<Self, Failure> {
        if let Some((file, text)) = data.beside("reports.yaml")? {
            return serde_yaml::from_str(&text).map_err(|error| Failure::Input(vec![Problem::from_yaml(&file, &text, &error)]));
        }
        let codes = data.jurisdictions()?;
        let pairs = codes.iter().enumerate().flat_map(|(at, left)| codes.iter().skip(at + 1).map(|right| (left.clone(), right.clone())));
        Ok(Self { pairs: pairs.collect(), to: Vec::new(), matrices: Vec::new(), ladders: None })
    }
}

/// Writes a report on every pair of the default set, a matrix of each of its blocs, and an index; nothing is written unless all of it could be made.
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
    let mut index = IndexView { as_of: String::new(), reports: Vec::new(), matrices: Vec::new(), ladders: Vec::new() };
    for (left, right) in &wanted.pairs {
        let rules = compare_rules(left, right, &Baseline::default(), data)?;
        let (comparison, context) = compare(left, right, Baseline::default(), data, output)?;
        if !comparison.has_lists() && rules.is_none() {
            continue;
        }
        let above = if wanted.to.is_empty() {
            None
        } else {
            let asked = Above { sides: (left, right), to: &wanted.to, activity: Activity::Export };
            Some(compare_above(&asked, &comparison, &context, &Baseline::default(), data, output)?)
        };
        let subject = Subject { comparison: &comparison, rules: rules.as_ref(), above: above.as_ref(), context: &context, edition: None };
        let view = view(&subject, data)?;
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
    if let Some(ladders) = &wanted.ladders {
        let (file, view) = ("ladder.md".to_owned(), climb(ladders, data)?);
        files.push((file.clone(), templates.render("ladders.md.j2", &view)?));
        index.ladders.push(MatrixLink { file, name: view.origins.join(", ") });
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

/// The ladders of the paragraphs asked for, a page each; what no origin answers is named, not shown.
fn climb(wanted: &Ladders, data: &Data) -> Result<LaddersView, Failure> {
    let destinations = data.destinations()?;
    let places = places(&wanted.to, &destinations)?;
    let origins = wanted.from.iter().map(|origin| Origin::of(origin, data)).collect::<Result<Vec<_>, Failure>>()?;
    let mut pages = Vec::new();
    for code in &wanted.codes {
        let code = Code::parse(code).map_err(|error| Failure::input(error.to_string(), "mend `ladders` in reports.yaml"))?;
        let mut page = LadderPage::new(code.as_str(), origins.iter().find_map(|origin| origin.subject(&code)).unwrap_or_default());
        for origin in &origins {
            if !origin.may_name(&code) {
                page.without.push(origin.name().to_owned());
                continue;
            }
            let outside: Vec<&Destination> = places.iter().copied().filter(|place| !origin.holds(place)).collect();
            let asked = origin.climb(&code, true, &outside, Activity::Export.word());
            let told: Vec<Asked> = asked.into_iter().filter(|asked| asked.ladder.licence != Answer::Unknown).collect();
            if told.is_empty() {
                page.unknown.push(origin.name().to_owned());
            }
            page.add(&told);
        }
        pages.push(page);
    }
    let names = origins.iter().map(|origin| origin.name().to_owned()).collect();
    Ok(LaddersView { origins: names, places: places.iter().map(|place| place.name.clone()).collect(), pages })
}
