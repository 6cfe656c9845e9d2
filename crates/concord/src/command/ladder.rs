//! `concord ladder`: who needs a licence for an item to a destination.

use std::path::Path;

use concord_compare::classify::classify;
use concord_compare::ladder::{Question, ladder, unlisted};
use concord_model::item::{ItemFile, load_item};
use concord_model::licensing::{Answer, Destination, Licensing};
use concord_model::{Code, List};
use concord_report::view::item::{ItemView, PlacementView, SHOWN, UnlistedView};
use concord_report::view::ladder::{Asked, LadderView};
use concord_report::{word, workbook};
use serde_json::json;

use super::formats;
use crate::asked::places;
use crate::cli::{Format, Global, LadderArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;
use crate::problem::Problem;
use crate::rows::Rows;

/// Climbs the ladder for each origin and destination asked for.
pub(crate) fn run(args: &LadderArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "ladder", formats::LADDER)?;
    let destinations = data.destinations()?;
    let places = places(&args.to, &destinations)?;
    let origins = args.from.iter().map(|origin| Origin::of(origin, data)).collect::<Result<Vec<_>, Failure>>()?;
    let activity = args.activity.word();
    let path = Path::new(&args.item);
    let is_file = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") || path.is_file();
    let view = if is_file {
        of_item(&read(path)?, &origins, &places, (activity, args.full), data)?
    } else {
        let code = Code::parse(&args.item).map_err(|error| {
            Failure::usage(error.to_string(), "name a paragraph, or a file of an item: `concord ladder 3A001.a --from us --to jp`")
        })?;
        of_code(&code, &origins, &places, (activity, args.full), data)?
    };
    match format {
        Format::Docx => output.bytes(&word::ladder(&view, output.language)?),
        Format::Xlsx => output.bytes(&workbook::ladder(&view, output.language)?),
        _ => output.data(&render(&view, format, global)?),
    }
}

/// An origin's rules and list.
pub(crate) struct Origin {
    name: String,
    rules: Licensing,
    /// The code of the jurisdiction whose list it is.
    owner: String,
    list: Option<List>,
}

impl Origin {
    /// The origin with this code.
    pub(crate) fn of(code: &str, data: &Data) -> Result<Self, Failure> {
        let rules = data.licensing(code, &data.destinations()?)?;
        let owner = if rules.list_of.is_empty() { rules.jurisdiction.clone() } else { rules.list_of.clone() };
        let list = data.list_if_any(&owner)?;
        Ok(Self { name: data.place(&rules.jurisdiction)?.name, rules, owner, list })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether a place lies inside it, so that nothing is exported there.
    pub(crate) fn holds(&self, place: &Destination) -> bool {
        self.rules.holds("home", &place.code) == Answer::Yes
    }

    /// The subject of a paragraph of its list.
    pub(crate) fn subject(&self, code: &Code) -> Option<String> {
        let list = self.list.as_ref()?;
        let subjects = std::iter::successors(Some(code.clone()), Code::parent).filter_map(|code| list.paragraph(&code));
        subjects.map(|paragraph| paragraph.subject.clone()).find(|subject| !subject.is_empty())
    }

    /// Whether its list has the paragraph; true where the list is not held.
    pub(crate) fn may_name(&self, code: &Code) -> bool {
        self.list.as_ref().is_none_or(|list| list.paragraph(code).is_some())
    }

    /// Climbs the ladder for a paragraph to each destination.
    pub(crate) fn climb(
        &self,
        code: &Code,
        sure: bool,
        places: &[&Destination],
        activity: &str,
        data: &Data,
    ) -> Result<Vec<Asked>, Failure> {
        let asked = |place: &&Destination| {
            Ok(Asked {
                origin: self.name.clone(),
                origin_code: self.rules.jurisdiction.clone(),
                as_of: self.rules.as_of,
                destination: data.destination(place)?,
                sure,
                ladder: ladder(&Question { list: self.list.as_ref(), rules: &self.rules, code, destination: &place.code, activity }),
            })
        };
        places.iter().map(asked).collect()
    }
}

fn of_code(code: &Code, origins: &[Origin], places: &[&Destination], asked_for: (&str, bool), data: &Data) -> Result<LadderView, Failure> {
    let (activity, full) = asked_for;
    let mut asked = Vec::new();
    for origin in origins {
        if let Some(list) = origin.list.as_ref().filter(|_| !origin.may_name(code)) {
            let hint = format!("its entries: `concord list entries {}`", origin.owner);
            return Err(Failure::input(format!("{} of {} has no paragraph {code}", list.title, list.as_of), hint));
        }
        asked.extend(origin.climb(code, true, places, activity, data)?);
    }
    Ok(LadderView::new(&asked, activity, full || asked.len() == 1, data.voice()?))
}

fn read(path: &Path) -> Result<ItemFile, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    load_item(&path.display().to_string(), &bytes)
        .map_err(|problems| Failure::Input(problems.iter().map(Problem::from_diagnostic).collect()))
}

/// Places the item under the paragraphs of each origin's list, and climbs the ladder of each that holds it, or may.
fn of_item(
    item: &ItemFile,
    origins: &[Origin],
    places: &[&Destination],
    asked_for: (&str, bool),
    data: &Data,
) -> Result<LadderView, Failure> {
    let ((activity, full), voice) = (asked_for, data.voice()?);
    let mut view = ItemView { name: item.name.clone(), ..ItemView::default() };
    let mut asked = Vec::new();
    for origin in origins {
        let names = (origin.name.as_str(), origin.rules.jurisdiction.as_str());
        let by_file: Vec<&Code> = item.codes.iter().filter(|(place, _)| *place == origin.owner).map(|(_, code)| code).collect();
        let found = origin.list.as_ref().filter(|_| !item.kinds.is_empty()).map(|list| classify(item, list));
        let title = origin.list.as_ref().map_or_else(String::new, |list| {
            voice.text("ladder-list", &[("list", (&list.title).into()), ("day", list.as_of.to_string().into())])
        });
        view.placements.push(PlacementView::new(names, &title, found.as_ref(), by_file.iter().map(ToString::to_string).collect(), voice));
        let mut codes: Vec<(&Code, bool)> = by_file.into_iter().filter(|code| origin.may_name(code)).map(|code| (code, true)).collect();
        if let Some(found) = &found {
            codes.extend(found.listed.iter().map(|placing| (&placing.code, true)));
            if codes.is_empty() {
                codes.extend(found.perhaps.iter().take(SHOWN).map(|placing| (&placing.code, false)));
            }
        }
        for (at, (code, sure)) in codes.iter().enumerate() {
            if codes.iter().take(at).all(|(known, _)| known != code) {
                asked.extend(origin.climb(code, *sure, places, activity, data)?);
            }
        }
        if codes.iter().all(|(_, sure)| !sure) {
            for place in places {
                let rules = unlisted(&origin.rules, &place.code, activity);
                view.unlisted.push(UnlistedView::new(names, (&data.destination(place)?, &place.code), &rules, voice));
            }
        }
    }
    Ok(LadderView::new(&asked, activity, full || asked.len() == 1, voice).of_item(view))
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
                    json!(row.code),
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
            let template = match format {
                Format::Html => "html/ladder.html.j2",
                Format::Md => "ladder.md.j2",
                _ => "ladder.txt.j2",
            };
            global.templates().render(template, view).map_err(Failure::from)
        }
    }
}
