//! `concord ladder`: who needs a licence for an item to a destination.

use concord_compare::ladder::{Question, ladder};
use concord_model::{Code, List};
use concord_report::view::ladder::{Asked, LadderView};
use serde_json::json;

use crate::cli::{Format, Global, LadderArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;
use crate::rows::Rows;

/// Climbs the ladder for each origin and destination asked for.
pub(crate) fn run(args: &LadderArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    if !matches!(format, Format::Text | Format::Md | Format::Json | Format::Csv) {
        return Err(format.refuse("ladder", "text, md, json and csv"));
    }
    let code = Code::parse(&args.code)
        .map_err(|error| Failure::usage(error.to_string(), "name a paragraph: `concord ladder 3A001.a --from us --to jp`"))?;
    let destinations = data.destinations()?;
    let places = if args.to.iter().any(|to| to.eq_ignore_ascii_case("all")) {
        destinations.iter().collect()
    } else {
        let find = |to: &String| {
            let hint = "name it by its two-letter code, such as `jp`";
            destinations.find(to).ok_or_else(|| Failure::usage(format!("no destination `{to}` is known"), hint))
        };
        args.to.iter().map(find).collect::<Result<Vec<_>, Failure>>()?
    };
    let lists = data.codes()?;
    let mut asked = Vec::new();
    for origin in &args.from {
        let rules = data.licensing(origin, &destinations)?;
        let owner = if rules.list_of.is_empty() { &rules.jurisdiction } else { &rules.list_of };
        let list: Option<List> = if lists.contains(owner) { Some(data.list(owner)?) } else { None };
        if let Some(list) = &list
            && !list.entries.iter().any(|entry| entry.paragraph(&code).is_some())
        {
            let hint = format!("its entries: `concord list entries {owner}`");
            return Err(Failure::input(format!("{} of {} has no paragraph {code}", list.title, list.as_of), hint));
        }
        let name = data.jurisdiction(&rules.jurisdiction)?.name;
        for place in &places {
            let question =
                Question { list: list.as_ref(), rules: &rules, code: &code, destination: &place.code, activity: args.activity.word() };
            asked.push(Asked {
                origin: name.clone(),
                origin_code: rules.jurisdiction.clone(),
                as_of: rules.as_of,
                destination: place.name.clone(),
                ladder: ladder(&question),
            });
        }
    }
    let view = LadderView::new(&asked, args.activity.word(), args.full || asked.len() == 1);
    output.data(&render(&view, format, global)?)
}

fn render(view: &LadderView, format: Format, global: &Global) -> Result<String, Failure> {
    match format {
        Format::Json => view.to_json().map_err(|error| Failure::input(error.to_string(), "")),
        Format::Csv => {
            let mut rows = Rows::new(&["origin", "destination", "code", "licence", "reasons", "open", "perhaps_open", "review", "embargo"]);
            for row in &view.table {
                rows.push([
                    json!(row.origin_code),
                    json!(row.destination_code),
                    json!(view.code),
                    json!(row.licence),
                    json!(row.reasons),
                    json!(row.open),
                    json!(row.perhaps_open),
                    json!(row.review),
                    json!(row.embargo),
                ]);
            }
            rows.render(Some(Format::Csv), "ladder")
        }
        _ => {
            let template = if format == Format::Md { "ladder.md.j2" } else { "ladder.txt.j2" };
            global.templates().render(template, view).map_err(Failure::from)
        }
    }
}
