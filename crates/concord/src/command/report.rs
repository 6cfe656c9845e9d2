//! `concord report`: the default set of reports.

use std::path::PathBuf;
use std::time::Instant;

use concord_compare::Baseline;
use concord_model::rules::Law;
use concord_report::Templates;
use concord_report::lang::Language;
use concord_report::view::{IndexRow, IndexView, MatrixLink, OfSet, SiteJurisdiction, SiteReport, SiteView};
use serde::Deserialize;

use super::compare::{Subject, compare, compare_rules, page, view};
use super::matrix;
use crate::cli::{Format, Global, MatrixArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::{Output, write_file};
use crate::problem::Problem;

/// The folder for reports, unless another is asked for.
const FOLDER: &str = "reports";

/// The default set: pairs of jurisdictions, and blocs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    pairs: Vec<(String, String)>,
    matrices: Vec<String>,
}

impl Wanted {
    /// What `reports.yaml` beside the jurisdictions asks for; every pair that has lists or rules where there is no such file.
    fn of(data: &Data) -> Result<Self, Failure> {
        if let Some((file, text)) = data.beside("reports.yaml")? {
            return serde_yaml::from_str(&text).map_err(|error| Failure::Input(vec![Problem::from_yaml(&file, &text, &error)]));
        }
        let codes = data.jurisdictions()?;
        let pairs = codes.iter().enumerate().flat_map(|(at, left)| codes.iter().skip(at + 1).map(|right| (left.clone(), right.clone())));
        Ok(Self { pairs: pairs.collect(), matrices: Vec::new() })
    }
}

/// Writes a report on every pair of the default set, a matrix of each of its blocs, and an index, as Markdown, as a linked site or as both;
/// nothing is written unless all of it could be made.
pub(crate) fn run(global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| !matches!(format, Format::Md | Format::Html)) {
        return Err(format.refuse("report", "md and html"));
    }
    let wanted = Wanted::of(data)?;
    if wanted.pairs.is_empty() {
        return Err(Failure::input("there are no two jurisdictions to compare", "`concord list jurisdictions` shows those known"));
    }
    let started = Instant::now();
    let mut set = Set {
        templates: global.templates(),
        language: global.lang,
        markdown: global.format != Some(Format::Html),
        site: global.format != Some(Format::Md),
        files: Vec::new(),
        index: IndexView { as_of: String::new(), reports: Vec::new(), matrices: Vec::new() },
        home: SiteView::default(),
    };
    let steps = output.steps(wanted.pairs.len() + wanted.matrices.len() + 1);
    for (left, right) in &wanted.pairs {
        steps.next(format!("{left} and {right}"));
        set.pair(left, right, data, output)?;
    }
    for bloc in &wanted.matrices {
        steps.next(format!("matrix of {bloc}"));
        set.matrix(bloc, data)?;
    }
    steps.next("index".to_owned());
    let files = set.finish(data)?;
    drop(steps);
    let folder: PathBuf = output.path.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    for (name, text) in &files {
        write_file(&folder.join(name), text.as_bytes())?;
        if output.verbose {
            output.say(format!("wrote {}", folder.join(name).display()));
        }
    }
    let first = if global.format == Some(Format::Md) { "index.md" } else { "index.html" };
    let seconds = started.elapsed().as_secs_f32();
    output.say(format!("wrote {} files in {seconds:.1} s; begin with {}", files.len(), folder.join(first).display()));
    Ok(())
}

/// The set of reports while it is made.
struct Set {
    templates: Templates,
    /// The language of the set.
    language: Language,
    /// Whether it has pages in Markdown.
    markdown: bool,
    /// Whether it has web pages.
    site: bool,
    /// Names and texts of the files.
    files: Vec<(String, String)>,
    index: IndexView,
    home: SiteView,
}

impl Set {
    fn pair(&mut self, left: &str, right: &str, data: &Data, output: &Output) -> Result<(), Failure> {
        let rules = compare_rules(left, right, &Baseline::default(), data)?;
        // The bar of the whole set shows that work is going on.
        let silent = Output { path: None, quiet: true, ..*output };
        let (comparison, context) = compare(left, right, Baseline::default(), data, &silent)?;
        if !comparison.has_lists() && rules.is_none() {
            return Ok(());
        }
        let subject = Subject { comparison: &comparison, rules: rules.as_ref(), context: &context, edition: None };
        if self.site {
            let page = page(&subject, data)?;
            let file = format!("{left}-{right}.html");
            self.home.add(&file, &page);
            self.files.push((file, self.templates.render("html/compare.html.j2", &OfSet::with_index(page))?));
        }
        if self.markdown {
            let view = view(&subject, data)?;
            let file = format!("{left}-{right}.md");
            self.files.push((file.clone(), self.templates.render("compare.md.j2", &view)?));
            self.index.as_of = std::mem::take(&mut self.index.as_of).max(context.as_of.clone());
            self.index.reports.push(IndexRow { file, view });
        }
        Ok(())
    }

    fn matrix(&mut self, bloc: &str, data: &Data) -> Result<(), Failure> {
        let args = MatrixArgs { jurisdictions: Vec::new(), bloc: Some(bloc.to_owned()), topic: None };
        let page = matrix::page(&args, self.language, data)?;
        let name = data.rules()?.bloc(bloc).map_or_else(|| bloc.to_owned(), |found| found.name.clone());
        if self.markdown {
            let file = format!("matrix-{bloc}.md");
            self.files.push((file.clone(), self.templates.render("matrix.md.j2", &page.view)?));
            self.index.matrices.push(MatrixLink { file, name: name.clone() });
        }
        if self.site {
            let file = format!("matrix-{bloc}.html");
            self.home.reports.push(SiteReport { file: file.clone(), title: name, answer: page.view.notes.clone() });
            if self.home.heat.is_none() {
                self.home.heat.clone_from(&page.heat);
            }
            self.files.push((file, self.templates.render("html/matrix.html.j2", &OfSet::with_index(page))?));
        }
        Ok(())
    }

    fn finish(mut self, data: &Data) -> Result<Vec<(String, String)>, Failure> {
        if self.markdown {
            self.files.push(("index.md".to_owned(), self.templates.render("index.md.j2", &self.index)?));
        }
        if self.site {
            self.home.jurisdictions = jurisdictions(data)?;
            self.files.push(("index.html".to_owned(), self.templates.render("html/index.html.j2", &self.home)?));
        }
        Ok(self.files)
    }
}

/// What is held of every jurisdiction.
fn jurisdictions(data: &Data) -> Result<Vec<SiteJurisdiction>, Failure> {
    let rules = data.rules()?;
    let codes = data.jurisdictions()?;
    let laws: Vec<&Law> = rules.described().into_iter().filter_map(|code| rules.law(code)).collect();
    let known = concord_compare::matrix(rules, &laws, "", data.day()?).sides;
    let row = |code: &String| {
        let list = data.list_if_any(code)?;
        let row = SiteJurisdiction {
            name: data.jurisdiction(code)?.name,
            list: list.as_ref().map_or_else(String::new, |list| list.title.clone()),
            url: list.as_ref().map_or_else(String::new, |list| list.source.url.clone()),
            as_of: list.as_ref().map_or_else(String::new, |list| list.as_of.to_string()),
            entries: list.as_ref().map_or(0, |list| list.entries.len()),
            ..SiteJurisdiction::default()
        };
        let side = known.iter().find(|side| side.jurisdiction == *code);
        Ok(side.map_or(row.clone(), |side| row.answering(side.known, side.questions)))
    };
    codes.iter().map(row).collect()
}
