//! `concord compare`: where two lists differ.

use std::fs;
use std::path::Path;

use concord_compare::{Baseline, BaselineError, Comparison, Options, Severity};
use concord_report::json::CompareDocument;
use concord_report::view::CompareView;
use concord_report::{Context, Templates};

use crate::FOUND;
use crate::cli::{CompareArgs, Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;
use crate::problem::Problem;

/// Compares, writes the report, and says whether findings reach the severity asked for.
pub(crate) fn run(args: &CompareArgs, global: &Global, data: &Data, output: &Output) -> Result<u8, Failure> {
    let format = global.format.unwrap_or(Format::Text);
    if !matches!(format, Format::Text | Format::Md | Format::Json) {
        return Err(format.refuse("compare", "text, md and json"));
    }
    if args.left.eq_ignore_ascii_case(&args.right) {
        return Err(Failure::usage("a jurisdiction cannot be compared with itself", "name two jurisdictions: `concord compare eu us`"));
    }
    let baseline = args.baseline.as_deref().map(read_baseline).transpose()?.unwrap_or_default();
    let (comparison, context) = compare(&args.left, &args.right, baseline, data, output)?;
    for line in &comparison.stale_baseline {
        output.say(Problem::warning(format!("a baseline line matches no finding: {line}"), "remove it from the baseline"));
    }
    output.data(&render(&comparison, &context, format, &Templates::new(global.templates.as_deref()))?)?;
    let at_least: Option<Severity> = args.fail_on.map(Into::into);
    // The gravest severity is the least.
    let found = comparison.findings.iter().filter(|finding| finding.accepted.is_none() && Some(finding.severity) <= at_least).count();
    if found > 0 && at_least.is_some() {
        output.say(format!("{found} findings at or above the severity of --fail-on"));
        return Ok(FOUND);
    }
    Ok(0)
}

/// Compares two jurisdictions' lists.
pub(crate) fn compare(left: &str, right: &str, baseline: Baseline, data: &Data, output: &Output) -> Result<(Comparison, Context), Failure> {
    let progress = output.progress(format!("comparing {left} and {right}"));
    let (first, second) = rayon::join(|| data.list(left), || data.list(right));
    let lists = [first?, second?];
    let [left, right] = [data.jurisdiction(&lists[0].jurisdiction)?, data.jurisdiction(&lists[1].jurisdiction)?];
    let texts = (data.texts(&lists[0])?, data.texts(&lists[1])?);
    let options = Options { names: (left.short.clone(), right.short.clone()), baseline, texts };
    let comparison = concord_compare::compare(&lists[0], &lists[1], &options);
    drop(progress);
    let newest = lists[0].as_of.max(lists[1].as_of);
    let mut categories = right.categories.clone();
    categories.extend(left.categories.clone());
    let context = Context {
        left: left.place(),
        right: right.place(),
        categories,
        rules: concord_compare::rules().iter().map(|rule| (rule.id.clone(), rule.title.clone())).collect(),
        as_of: data.as_of.unwrap_or(newest).to_string(),
    };
    Ok((comparison, context))
}

fn render(comparison: &Comparison, context: &Context, format: Format, templates: &Templates) -> Result<String, Failure> {
    if format == Format::Json {
        let document = CompareDocument::new(comparison, context);
        return document.to_json().map_err(|error| Failure::input(error.to_string(), ""));
    }
    let template = if format == Format::Md { "compare.md.j2" } else { "compare.txt.j2" };
    templates.render(template, &CompareView::new(comparison, context)).map_err(Failure::from)
}

fn read_baseline(path: &Path) -> Result<Baseline, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
    let hint = |error: &BaselineError| match error {
        BaselineError::Form(_) => "a baseline is `accepted:` with a list of `id`, `reason` and `until: YYYY-MM-DD`",
        BaselineError::NoReason(_) => "",
    };
    Baseline::parse(&text).map_err(|error| {
        let hint = hint(&error).to_owned();
        Failure::Input(vec![Problem { file: path.display().to_string(), ..Problem::new(error.to_string(), hint) }])
    })
}
