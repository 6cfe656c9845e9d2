//! `concord compare`: where two jurisdictions differ, in their lists and in their rules.

use std::fs;
use std::path::Path;

use concord_compare::{Baseline, BaselineError, Comparison, Options, RuleComparison, RuleOptions, Severity};
use concord_graph::mapping::hand_mappings;
use concord_report::json::CompareDocument;
use concord_report::view::CompareView;
use concord_report::{Context, Templates};

use crate::FOUND;
use crate::cli::{CompareArgs, Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::jurisdiction::place;
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
    let rules = compare_rules(&args.left, &args.right, &baseline, data)?;
    let (mut comparison, context) = compare(&args.left, &args.right, baseline, data, output)?;
    let of_rules = || rules.iter().flat_map(|rules| &rules.findings);
    comparison.stale_baseline.retain(|line| !of_rules().any(|finding| finding.accepted.is_some() && line.starts_with(&finding.id)));
    for line in &comparison.stale_baseline {
        output.say(Problem::warning(format!("a baseline line matches no finding: {line}"), "remove it from the baseline"));
    }
    let text = match format {
        Format::Json => json(&comparison, rules.as_ref(), &context, data)?,
        _ => render(&comparison, rules.as_ref(), &context, data, format, &global.templates())?,
    };
    output.data(&text)?;
    let at_least: Option<Severity> = args.fail_on.map(Into::into);
    // The gravest severity is the least.
    let found = comparison
        .findings
        .iter()
        .chain(of_rules())
        .filter(|finding| finding.accepted.is_none() && Some(finding.severity) <= at_least)
        .count();
    if found > 0 && at_least.is_some() {
        output.say(format!("{found} findings at or above the severity of --fail-on"));
        return Ok(FOUND);
    }
    Ok(0)
}

/// Compares two jurisdictions: their lists, where both have one.
pub(crate) fn compare(left: &str, right: &str, baseline: Baseline, data: &Data, output: &Output) -> Result<(Comparison, Context), Failure> {
    let progress = output.progress(format!("comparing {left} and {right}"));
    let codes = [data.known_code(left)?, data.known_code(right)?];
    let (first, second) = rayon::join(|| data.list_if_any(&codes[0]), || data.list_if_any(&codes[1]));
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
    let mut categories = right.categories.clone();
    categories.extend(left.categories.clone());
    let context = Context {
        left: place(&left),
        right: place(&right),
        categories,
        rules: concord_compare::rules().iter().map(|rule| (rule.id.clone(), rule.title.clone())).collect(),
        as_of: data.as_of.or(newest.max(rules)).map_or_else(String::new, |day| day.to_string()),
        language: output.language,
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

fn json(comparison: &Comparison, rules: Option<&RuleComparison>, context: &Context, data: &Data) -> Result<String, Failure> {
    let document = CompareDocument::new(comparison, context);
    let document = match rules {
        Some(rules) => document.with_rules(rules, &data.rules()?.vocabulary, context),
        None => document,
    };
    document.to_json().map_err(|error| Failure::input(error.to_string(), ""))
}

/// The report of a comparison, as text or as Markdown.
pub(crate) fn render(
    comparison: &Comparison,
    rules: Option<&RuleComparison>,
    context: &Context,
    data: &Data,
    format: Format,
    templates: &Templates,
) -> Result<String, Failure> {
    let template = if format == Format::Md { "compare.md.j2" } else { "compare.txt.j2" };
    templates.render(template, &view(comparison, rules, context, data)?).map_err(Failure::from)
}

/// The view of a comparison.
pub(crate) fn view(
    comparison: &Comparison,
    rules: Option<&RuleComparison>,
    context: &Context,
    data: &Data,
) -> Result<CompareView, Failure> {
    let view = CompareView::new(comparison, context);
    Ok(match rules {
        Some(rules) => view.with_rules(rules, &data.rules()?.vocabulary, context),
        None => view,
    })
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
