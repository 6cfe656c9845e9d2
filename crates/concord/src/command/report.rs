//! `concord report`: the default set of reports.

use std::path::PathBuf;
use std::time::Instant;

use concord_compare::Baseline;
use concord_model::Code;
use concord_model::licensing::{Answer, Destination};
use concord_model::rules::Law;
use concord_report::Templates;
use concord_report::lang::{Language, Texts};
use concord_report::view::ladder::{Asked, LadderPage, LaddersView};
use concord_report::view::{Gate, IndexRow, IndexView, MatrixLink, OfSet, RecognitionLink, SiteJurisdiction, SiteReport, SiteView};
use serde::Deserialize;

use super::above::{Above, compare_above};
use super::compare::{Subject, compare, compare_rules, page, view};
use super::formats::workbook;
use super::ladder::Origin;
use super::{matrix, recognize, track};
use crate::asked::places;
use crate::cli::{Activity, Format, Global, MatrixArgs, TrackArgs};
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
    /// Destinations for which the pairs are compared above their lists too.
    #[serde(default)]
    to: Vec<String>,
    matrices: Vec<String>,
    /// Those followed through time: each a bloc by itself, or two jurisdictions.
    #[serde(default)]
    tracks: Vec<Vec<String>>,
    #[serde(default)]
    ladders: Option<Ladders>,
    #[serde(default)]
    recognitions: Vec<(String, String)>,
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
        Ok(Self { pairs: pairs.collect(), to: Vec::new(), matrices: Vec::new(), tracks: Vec::new(), ladders: None, recognitions: Vec::new() })
    }
}

/// Writes a report on every pair of the default set, a matrix of each of its blocs, its series through time, its ladders, its recognitions, and an index, as Markdown, as a linked site, as workbooks, or all of these;
/// nothing is written unless all of it could be made.
pub(crate) fn run(global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| !matches!(format, Format::Md | Format::Html | Format::Xlsx)) {
        return Err(format.refuse("report", "md, html and xlsx"));
    }
    let wanted = Wanted::of(data)?;
    if wanted.pairs.is_empty() {
        return Err(Failure::input("there are no two jurisdictions to compare", "`concord list jurisdictions` shows those known"));
    }
    let started = Instant::now();
    let mut set = Set {
        templates: global.templates(),
        language: global.language(),
        markdown: global.format.is_none_or(|format| format == Format::Md),
        site: global.format.is_none_or(|format| format == Format::Html),
        workbooks: global.format.is_none_or(|format| format == Format::Xlsx),
        files: Vec::new(),
        index: IndexView { as_of: String::new(), reports: Vec::new(), matrices: Vec::new(), tracks: Vec::new(), ladders: Vec::new(), recognitions: Vec::new() },
        home: SiteView::default(),
    };
    let steps = output.steps(wanted.pairs.len() + wanted.matrices.len() + wanted.tracks.len() + wanted.recognitions.len() + 1);
    for (left, right) in &wanted.pairs {
        steps.next(format!("{left} and {right}"));
        set.pair((left, right), &wanted.to, data, output)?;
    }
    for bloc in &wanted.matrices {
        steps.next(format!("matrix of {bloc}"));
        set.matrix(bloc, data)?;
    }
    for followed in &wanted.tracks {
        steps.next(format!("{} through time", followed.join(" and ")));
        set.track(followed, data)?;
    }
    if let Some(ladders) = &wanted.ladders {
        set.ladders(ladders, data)?;
    }
    for (left, right) in &wanted.recognitions {
        steps.next(format!("recognition of {left} and {right}"));
        set.recognition(left, right, data, output)?;
    }
    steps.next("index".to_owned());
    let files = set.finish(data)?;
    drop(steps);
    let folder: PathBuf = output.path.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    for (name, bytes) in &files {
        write_file(&folder.join(name), bytes)?;
        if output.verbose {
            output.say(format!("wrote {}", folder.join(name).display()));
        }
    }
    let first = match global.format {
        Some(Format::Md) => "index.md",
        Some(Format::Xlsx) => "",
        _ => "index.html",
    };
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
    /// Whether it has a workbook for each pair.
    workbooks: bool,
    /// Names and contents of the files.
    files: Vec<(String, Vec<u8>)>,
    index: IndexView,
    home: SiteView,
}

impl Set {
    fn pair(&mut self, (left, right): (&str, &str), to: &[String], data: &Data, output: &Output) -> Result<(), Failure> {
        let rules = compare_rules(left, right, &Baseline::default(), data)?;
        // The bar of the whole set shows that work is going on.
        let silent = Output { path: None, quiet: true, ..*output };
        let (comparison, context) = compare(left, right, Baseline::default(), data, &silent)?;
        if !comparison.has_lists() && rules.is_none() {
            return Ok(());
        }
        let above = if to.is_empty() {
            None
        } else {
            let asked = Above { sides: (left, right), to, activity: Activity::Export };
            Some(compare_above(&asked, &comparison, &context, &Baseline::default(), data, &silent)?)
        };
        let subject = Subject { comparison: &comparison, rules: rules.as_ref(), above: above.as_ref(), context: &context, edition: None };
        if self.workbooks {
            let gate = Gate { fail_on: None, baseline: false };
            self.files.push((format!("{left}-{right}.xlsx"), workbook(&subject, gate, data)?));
        }
        if self.site {
            let page = page(&subject, data)?;
            let file = format!("{left}-{right}.html");
            self.home.add(&file, &page);
            self.files.push((file, self.templates.render("html/compare.html.j2", &OfSet::with_index(page))?.into_bytes()));
        }
        if self.markdown {
            let view = view(&subject, data)?;
            let file = format!("{left}-{right}.md");
            self.files.push((file.clone(), self.templates.render("compare.md.j2", &view)?.into_bytes()));
            self.index.as_of = std::mem::take(&mut self.index.as_of).max(context.as_of.clone());
            self.index.reports.push(IndexRow { file, view });
        }
        Ok(())
    }

    fn recognition(&mut self, left: &str, right: &str, data: &Data, output: &Output) -> Result<(), Failure> {
        if !self.markdown && !self.site {
            return Ok(());
        }
        let silent = Output { path: None, quiet: true, ..*output };
        let (title, view) = recognize::report(left, right, data, &silent)?;
        if self.markdown {
            let file = format!("recognize-{left}-{right}.md");
            self.files.push((file.clone(), self.templates.render("recognize.md.j2", &view)?.into_bytes()));
            self.index.recognitions.push(RecognitionLink { file, title: title.clone() });
        }
        if self.site {
            let file = format!("recognize-{left}-{right}.html");
            let names = [("left", view.left.name.as_str().into()), ("right", view.right.name.as_str().into())];
            let title = Texts::of(self.language).get("recognize-title", &names);
            self.home.reports.push(SiteReport { file: file.clone(), title, answer: view.answer.iter().take(3).cloned().collect() });
            self.files.push((file, self.templates.render("html/recognize.html.j2", &OfSet::with_index(view))?.into_bytes()));
        }
        Ok(())
    }

    fn ladders(&mut self, wanted: &Ladders, data: &Data) -> Result<(), Failure> {
        let view = climb(wanted, data)?;
        let name = view.origins.join(", ");
        if self.markdown {
            let file = "ladder.md".to_owned();
            self.files.push((file.clone(), self.templates.render("ladders.md.j2", &view)?.into_bytes()));
            self.index.ladders.push(MatrixLink { file, name: name.clone() });
        }
        if self.site {
            let file = "ladder.html".to_owned();
            let title = Texts::of(self.language).get("ladders-title", &[]);
            self.home.reports.push(SiteReport { file: file.clone(), title, answer: vec![name] });
            self.files.push((file, self.templates.render("html/ladders.html.j2", &OfSet::with_index(view))?.into_bytes()));
        }
        Ok(())
    }

    fn matrix(&mut self, bloc: &str, data: &Data) -> Result<(), Failure> {
        let args = MatrixArgs { jurisdictions: Vec::new(), bloc: Some(bloc.to_owned()), topic: None };
        let page = matrix::page(&args, self.language, data)?;
        let name = data.rules()?.bloc(bloc).map_or_else(|| bloc.to_owned(), |found| found.name.clone());
        let name = data.voice()?.glossary.name(&format!("bloc/{bloc}"), &name);
        if self.markdown {
            let file = format!("matrix-{bloc}.md");
            self.files.push((file.clone(), self.templates.render("matrix.md.j2", &page.view)?.into_bytes()));
            self.index.matrices.push(MatrixLink { file, name: name.clone() });
        }
        if self.site {
            let file = format!("matrix-{bloc}.html");
            self.home.reports.push(SiteReport { file: file.clone(), title: name, answer: page.view.notes.clone() });
            if self.home.heat.is_none() {
                self.home.heat.clone_from(&page.heat);
            }
            self.files.push((file, self.templates.render("html/matrix.html.j2", &OfSet::with_index(page))?.into_bytes()));
        }
        Ok(())
    }

    fn track(&mut self, followed: &[String], data: &Data) -> Result<(), Failure> {
        let bloc = followed.first().filter(|_| followed.len() == 1).cloned();
        let jurisdictions = if bloc.is_some() { Vec::new() } else { followed.to_vec() };
        let args = TrackArgs { jurisdictions, bloc, topic: None, reference: None, from: None, to: None, dates: Vec::new() };
        let page = track::page(&args, self.language, data)?;
        let (stem, title) = (format!("track-{}", followed.join("-")), page.view.title.clone());
        if self.markdown {
            let file = format!("{stem}.md");
            self.files.push((file.clone(), self.templates.render("track.md.j2", &page.view)?.into_bytes()));
            self.index.tracks.push(MatrixLink { file, name: title.clone() });
        }
        if self.site {
            let file = format!("{stem}.html");
            let title = Texts::of(self.language).get("track-title", &[("who", title.into())]);
            self.home.reports.push(SiteReport { file: file.clone(), title, answer: page.view.answer.iter().take(2).cloned().collect() });
            self.files.push((file, self.templates.render("html/track.html.j2", &OfSet::with_index(page))?.into_bytes()));
        }
        Ok(())
    }

    fn finish(mut self, data: &Data) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        if self.markdown {
            self.files.push(("index.md".to_owned(), self.templates.render("index.md.j2", &self.index)?.into_bytes()));
        }
        if self.site {
            self.home.jurisdictions = jurisdictions(data)?;
            self.files.push(("index.html".to_owned(), self.templates.render("html/index.html.j2", &self.home)?.into_bytes()));
        }
        Ok(self.files)
    }
}

/// What is held of every jurisdiction.
fn jurisdictions(data: &Data) -> Result<Vec<SiteJurisdiction>, Failure> {
    let (rules, texts) = (data.rules()?, data.voice()?.texts());
    let codes = data.jurisdictions()?;
    let laws: Vec<&Law> = rules.described().into_iter().filter_map(|code| rules.law(code)).collect();
    let known = concord_compare::matrix(rules, &laws, "", data.day()?).sides;
    let row = |code: &String| {
        let list = data.list_if_any(code)?;
        let row = SiteJurisdiction {
            name: data.place(code)?.name,
            list: list.as_ref().map_or_else(String::new, |list| list.title.clone()),
            url: list.as_ref().map_or_else(String::new, |list| list.source.url.clone()),
            as_of: list.as_ref().map_or_else(String::new, |list| list.as_of.to_string()),
            entries: list.as_ref().map_or(0, |list| list.entries.len()),
            ..SiteJurisdiction::default()
        };
        let side = known.iter().find(|side| side.jurisdiction == *code);
        Ok(side.map_or(row.clone(), |side| row.answering(side.known, side.questions, texts)))
    };
    codes.iter().map(row).collect()
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
            let asked = origin.climb(&code, true, &outside, Activity::Export.word(), data)?;
            let told: Vec<Asked> = asked.into_iter().filter(|asked| asked.ladder.licence != Answer::Unknown).collect();
            if told.is_empty() {
                page.unknown.push(origin.name().to_owned());
            }
            page.add(&told, data.voice()?);
        }
        pages.push(page);
    }
    let names = origins.iter().map(|origin| origin.name().to_owned()).collect();
    Ok(LaddersView { origins: names, places: places.iter().map(|place| data.destination(place)).collect::<Result<_, _>>()?, pages })
}
