//! `concord compare`: where two jurisdictions differ, in their lists and in their rules.

use std::sync::Arc;

use concord_compare::layers::LayerComparison;
use concord_compare::{Baseline, Comparison, Edition, Options, RuleComparison, RuleOptions, Severity};
use concord_graph::mapping::hand_mappings;
use concord_report::view::{ComparePage, CompareView, Gate, OfSet};
use concord_report::{Context, Desk, Templates};

use super::above::{Above, compare_above};
use super::formats;
use crate::FOUND;
use crate::cli::{CompareArgs, Format, Global};
use crate::data::Data;
use crate::desk;
use crate::failure::Failure;
use crate::output::Output;
use crate::problem::Problem;

/// Compares, writes the report, and says whether findings reach the severity asked for.
pub(crate) fn run(args: &CompareArgs, global: &Global, data: &Data, output: &Output) -> Result<u8, Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "compare", formats::COMPARE)?;
    if args.left.eq_ignore_ascii_case(&args.right) {
        return Err(Failure::usage("a jurisdiction cannot be compared with itself", "name two jurisdictions: `concord compare eu us`"));
    }
    let baseline = args.baseline.as_deref().map(desk::baseline).transpose()?.unwrap_or_default();
    let (rules, lists) = rayon::join(
        || compare_rules(&args.left, &args.right, &baseline, data),
        || compare(&args.left, &args.right, baseline.clone(), data, output),
    );
    let (rules, (mut comparison, mut context)) = (rules?, lists?);
    context.desk.marking = args.marking.clone().unwrap_or_default();
    context.desk.reviews = args.review.as_deref().map(desk::reviews).transpose()?.unwrap_or_default();
    let past = args.previous.as_deref().map(|path| desk::previous(path, &comparison)).transpose()?;
    let above = if args.to.is_empty() {
        None
    } else {
        let asked = Above { sides: (&args.left, &args.right), to: &args.to, activity: args.activity };
        Some(compare_above(&asked, &comparison, &context, &baseline, data, output)?)
    };
    let of_layers = || above.iter().flat_map(|above| &above.findings).map(|found| &found.finding);
    let of_rules = || rules.iter().flat_map(|rules| &rules.findings).chain(of_layers());
    comparison.stale_baseline.retain(|line| !of_rules().any(|finding| finding.accepted.is_some() && line.starts_with(&finding.id)));
    for line in &comparison.stale_baseline {
        output.say(Problem::warning(format!("a baseline line matches no finding: {line}"), "remove it from the baseline"));
    }
    let all = || comparison.findings.iter().chain(of_rules());
    for id in context.desk.reviews.stale(|id| all().any(|finding| finding.id == id)) {
        output.say(Problem::warning(
            format!("a record is on finding {id}, which this comparison does not have"),
            "remove it from the review file",
        ));
    }
    let edition = past.as_ref().map(|past| Edition::since(past, all()));
    let subject =
        Subject { comparison: &comparison, rules: rules.as_ref(), above: above.as_ref(), context: &context, edition: edition.as_ref() };
    let at_least: Option<Severity> = args.fail_on.map(Into::into);
    let gate = Gate { fail_on: at_least, baseline: args.baseline.is_some() };
    formats::write(&subject, gate, format, global, data, output)?;
    let found = all().filter(|finding| at_least.is_some_and(|severity| finding.reaches(severity))).count();
    if found > 0 {
        output.say(format!("{found} findings at or above the severity of --fail-on"));
        return Ok(FOUND);
    }
    Ok(0)
}

/// Compares two jurisdictions: their lists, where both have one.
pub(crate) fn compare(left: &str, right: &str, baseline: Baseline, data: &Data, output: &Output) -> Result<(Comparison, Context), Failure> {
    let progress = output.progress(format!("comparing {left} and {right}"));
    let codes = [data.known_code(left)?, data.known_code(right)?];
    // Two that have lists are not compared on their rules alone only because one list is younger than the day asked for.
    let known = data.codes()?;
    let both = codes.iter().all(|code| known.contains(code));
    let list = |code: &str| if both { data.list(code).map(Some) } else { data.list_if_any(code) };
    let (first, second) = rayon::join(|| list(&codes[0]), || list(&codes[1]));
    let lists = [first?, second?];
    let [left, right] = [data.jurisdiction(&codes[0])?, data.jurisdiction(&codes[1])?];
    let names = (left.short.clone(), right.short.clone());
    let comparison = match &lists {
        [Some(left), Some(right)] => {
            let texts = (data.texts(left)?, data.texts(right)?);
            let hand = hand_mappings(&data.mappings()?, &left.jurisdiction, &right.jurisdiction);
            concord_compare::compare(left, right, &Options { names, baseline, hand, texts })
        }
        [first, second] => Comparison::without_lists((&codes[0], first.as_ref()), (&codes[1], second.as_ref()), &baseline),
    };
    drop(progress);
    let newest = lists.iter().flatten().map(|list| list.as_of).max();
    let rules = if codes.iter().all(|code| data.law(code).is_ok_and(|r| r.is_some())) { Some(data.day()?) } else { None };
    let mut categories = data.categories(&codes[1])?;
    categories.extend(data.categories(&codes[0])?);
    let context = Context {
        left: data.place(&codes[0])?,
        right: data.place(&codes[1])?,
        categories,
        rules: data.rule_titles()?,
        as_of: data.as_of.or(newest.max(rules)).map_or_else(String::new, |day| day.to_string()),
        language: output.language,
        glossary: Arc::clone(&data.voice()?.glossary),
        desk: Desk::default(),
    };
    Ok((comparison, context))
}

/// Compares what two jurisdictions' laws say outside their lists; none where that is not described for both.
pub(crate) fn compare_rules(left: &str, right: &str, baseline: &Baseline, data: &Data) -> Result<Option<RuleComparison>, Failure> {
    let codes = [data.known_code(left)?, data.known_code(right)?];
    let (Some(l), Some(r)) = (data.law(&codes[0])?, data.law(&codes[1])?) else { return Ok(None) };
    let names = (l.jurisdiction.short.clone(), r.jurisdiction.short.clone());
    let options = RuleOptions { names, as_of: data.day()?, baseline };
    Ok(Some(concord_compare::compare_rules(data.rules()?, l, r, &options)))
}

/// What a report is made of.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'s> {
    /// The lists compared.
    pub(crate) comparison: &'s Comparison,
    /// The rules outside the lists; none where they are not described for both.
    pub(crate) rules: Option<&'s RuleComparison>,
    /// The layers above the list; none where no destination is asked about.
    pub(crate) above: Option<&'s LayerComparison>,
    /// Names, language, and what the analyst's desk adds.
    pub(crate) context: &'s Context,
    /// What has changed since an earlier edition; none where there is none to compare with.
    pub(crate) edition: Option<&'s Edition>,
}

/// The report of a comparison, as text, as Markdown or as a web page.
pub(crate) fn render(subject: &Subject<'_>, data: &Data, format: Format, templates: &Templates) -> Result<String, Failure> {
    if format == Format::Html {
        return Ok(templates.render("html/compare.html.j2", &OfSet::alone(page(subject, data)?))?);
    }
    let template = if format == Format::Md { "compare.md.j2" } else { "compare.txt.j2" };
    templates.render(template, &view(subject, data)?).map_err(Failure::from)
}

/// The view of a comparison.
pub(crate) fn view(subject: &Subject<'_>, data: &Data) -> Result<CompareView, Failure> {
    let mut view = CompareView::new(subject.comparison, subject.context);
    if let Some(rules) = subject.rules {
        view = view.with_rules(rules, data.vocabulary()?, subject.context);
    }
    if let Some(above) = subject.above {
        view = view.with_layers(above, subject.context);
    }
    if let Some(edition) = subject.edition {
        let of_rules = subject.rules.iter().flat_map(|rules| &rules.findings);
        let of_layers = subject.above.iter().flat_map(|above| &above.findings).map(|found| &found.finding);
        view = view.with_edition(edition, subject.comparison.findings.iter().chain(of_rules).chain(of_layers), subject.context);
    }
    Ok(view)
}

/// The web page of a comparison.
pub(crate) fn page(subject: &Subject<'_>, data: &Data) -> Result<ComparePage, Failure> {
    let links = data.links(&[&subject.comparison.left, &subject.comparison.right])?;
    Ok(ComparePage::new(view(subject, data)?, subject.comparison, subject.context, &links))
}
