//! `concord track`: jurisdictions through time.

use std::collections::BTreeMap;

use concord_compare::track::{Followed, Track, TrackOptions, track};
use concord_graph::mapping::hand_mappings;
use concord_model::List;
use concord_model::rules::Bloc;
use concord_report::chart::Series;
use concord_report::json::{OfBloc, TrackDocument};
use concord_report::lang::{Language, Texts};
use concord_report::view::{OfSet, TrackPage, TrackView};
use concord_report::{Place, word, workbook};
use jiff::civil::{Date, date};

use super::formats;
use crate::cli::{Format, Global, TrackArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Days of membership: the first and the last, where known.
type Period = (Option<Date>, Option<Date>);

/// Codes with the days on which they belong; without any they always do.
type Members = Vec<(String, Vec<Period>)>;

/// Who is followed.
struct Asked {
    of: OfBloc,
    members: Members,
    /// The jurisdiction that the others are measured by; empty for none. It stands last among the members if it is none of them.
    reference: String,
    /// Whether the reference is none of those compared.
    outside: bool,
}

/// Writes what changed in time.
pub(crate) fn run(args: &TrackArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "track", formats::MATRIX)?;
    let (templates, language) = (global.templates(), global.language());
    let progress = output.progress("following the law through time".to_owned());
    let text = match format {
        Format::Docx => {
            let page = page(args, language, data)?;
            drop(progress);
            return output.bytes(&word::track(&page.view, page.chart.as_ref(), language)?);
        }
        Format::Xlsx => {
            let (asked, found) = followed(args, data)?;
            let view = worded(&found, &asked, data)?;
            drop(progress);
            return output.bytes(&workbook::track(&view, &found, (&places(&asked, data)?, &topics(data)?), language)?);
        }
        Format::Json => {
            let (asked, found) = followed(args, data)?;
            let document = TrackDocument::new(&found, asked.of);
            concord_report::json::pretty(&document).map_err(|error| Failure::input(error.to_string(), ""))?
        }
        Format::Svg => {
            let hint = "a share needs two who answer; name another jurisdiction";
            page(args, language, data)?.chart.ok_or_else(|| Failure::usage("one jurisdiction alone has no chart", hint))?.standalone()
        }
        Format::Html => templates.render("html/track.html.j2", &OfSet::alone(page(args, language, data)?))?,
        _ => {
            let (asked, found) = followed(args, data)?;
            let name = if format == Format::Md { "track.md.j2" } else { "track.txt.j2" };
            templates.render(name, &worded(&found, &asked, data)?)?
        }
    };
    drop(progress);
    output.data(&text)
}

/// Who is asked about, and what changed.
fn followed(args: &TrackArgs, data: &Data) -> Result<(Asked, Track), Failure> {
    let asked = asked(args, data)?;
    let options = options(args, &asked, data)?;
    let found = found(&asked, options, data)?;
    Ok((asked, found))
}

/// The series in words, with its chart.
pub(crate) fn page(args: &TrackArgs, language: Language, data: &Data) -> Result<TrackPage, Failure> {
    let (asked, found) = followed(args, data)?;
    let view = worded(&found, &asked, data)?;
    let compared = asked.members.len() - usize::from(asked.outside);
    let titles = topics(data)?;
    let series = Series { prefix: "track", title: &view.title, track: &found, topics: &titles };
    let chart = (compared > 1).then(|| series.chart(Texts::of(language)));
    Ok(TrackPage { view, chart })
}

/// The titles of topics by identifier.
fn topics(data: &Data) -> Result<BTreeMap<String, String>, Failure> {
    Ok(data.vocabulary()?.topics.iter().map(|topic| (topic.id.clone(), topic.title.clone())).collect())
}

/// The names of those followed, by code.
fn places(asked: &Asked, data: &Data) -> Result<BTreeMap<String, Place>, Failure> {
    asked.members.iter().map(|(code, _)| Ok((code.clone(), data.place(code)?))).collect()
}

/// The series in words.
fn worded(found: &Track, asked: &Asked, data: &Data) -> Result<TrackView, Failure> {
    let voice = data.voice()?;
    let places = places(asked, data)?;
    let (of, mut notes) = (&asked.of, Vec::new());
    let title = if let Some(bloc) = data.rules()?.bloc(&of.bloc) {
        voice.glossary.name(&format!("bloc/{}", bloc.id), &bloc.name)
    } else {
        let named = asked.members.iter().filter(|(code, _)| !(asked.outside && *code == asked.reference));
        voice.texts().join(&named.filter_map(|(code, _)| Some(places.get(code)?.phrase.clone())).collect::<Vec<_>>())
    };
    if !of.not_described.is_empty() {
        let described = asked.members.len() - usize::from(asked.outside);
        let args = [("described", described.to_string().into()), ("members", (described + of.not_described.len()).to_string().into())];
        notes.push(voice.text("matrix-members", &args));
    }
    if !of.uncertain.is_empty() {
        let codes = of.uncertain.iter().map(|code| code.to_uppercase()).collect::<Vec<_>>().join(", ");
        notes.push(voice.text("matrix-disputed", &[("codes", codes.into())]));
    }
    let newest = newest(asked, data)?;
    if found.points.last().is_some_and(|last| last.day > newest) {
        notes.push(voice.text("track-ahead", &[("day", voice.texts().date(&newest.to_string()).into())]));
    }
    let view = TrackView::new(found, data.vocabulary()?, (&places, &data.rule_titles()?), &title, notes, voice);
    Ok(view.linked(&data.links_of(Vec::new(), asked.members.iter().map(|(code, _)| code.as_str()))?))
}

/// The series of those asked about.
fn found(asked: &Asked, mut options: TrackOptions, data: &Data) -> Result<Track, Failure> {
    let rules = data.rules()?;
    // A topic is of the rules outside the lists.
    let lists = |code: &String| if options.topic.is_empty() { data.editions(code) } else { Ok(Vec::new()) };
    let editions: Vec<Vec<List>> = asked.members.iter().map(|(code, _)| lists(code)).collect::<Result<_, _>>()?;
    if let [(left, _), (right, _)] = asked.members.as_slice() {
        options.hand = hand_mappings(&data.mappings()?, left, right);
    }
    let mut followed = Vec::new();
    for ((code, belongs), editions) in asked.members.iter().zip(&editions) {
        followed.push(Followed {
            code: code.clone(),
            name: data.jurisdiction(code)?.short,
            law: data.law(code)?,
            editions: editions.iter().collect(),
            outside: asked.outside && *code == asked.reference,
            belongs: belongs.clone(),
        });
    }
    Ok(track(rules, &followed, &options))
}

/// The days and the topic asked about.
fn options(args: &TrackArgs, asked: &Asked, data: &Data) -> Result<TrackOptions, Failure> {
    let topic = args.topic.clone().unwrap_or_default();
    data.check_topic(&topic)?;
    let reference = asked.reference.clone();
    let newest = newest(asked, data)?;
    let to = args.to.or(args.dates.iter().max().copied()).unwrap_or(data.as_of.unwrap_or(newest));
    if let Some(from) = args.from.filter(|from| *from > to) {
        return Err(Failure::usage(format!("the first day, {from}, is after the last, {to}"), "give --from and --to in their order"));
    }
    let mut days = args.dates.clone();
    days.sort_unstable();
    days.dedup();
    Ok(TrackOptions { topic, reference, from: args.from, to, days, hand: Vec::new() })
}

/// The newest day of which anything is known.
fn newest(asked: &Asked, data: &Data) -> Result<Date, Failure> {
    let mut newest = data.rules()?.newest();
    for (code, _) in &asked.members {
        newest = newest.max(data.known(code)?.iter().map(|list| list.as_of).max());
    }
    Ok(newest.unwrap_or_default())
}

/// Who is asked about, with the reference.
fn asked(args: &TrackArgs, data: &Data) -> Result<Asked, Failure> {
    let mut asked = members(args, data)?;
    let Some(reference) = &args.reference else { return Ok(asked) };
    asked.reference = data.known_code(reference)?;
    if !asked.members.iter().any(|(code, _)| *code == asked.reference) {
        asked.members.push((asked.reference.clone(), Vec::new()));
        // One beside the reference alone is a pair.
        asked.outside = asked.members.len() > 2;
    }
    Ok(asked)
}

fn members(args: &TrackArgs, data: &Data) -> Result<Asked, Failure> {
    let rules = data.rules()?;
    let named = |of, members| Asked { of, members, reference: String::new(), outside: false };
    let Some(id) = &args.bloc else {
        let mut members: Members = Vec::new();
        for code in &args.jurisdictions {
            let code = data.known_code(code)?;
            if members.iter().any(|(known, _)| *known == code) {
                return Err(Failure::usage(format!("`{code}` is named twice"), "name each jurisdiction once"));
            }
            members.push((code, Vec::new()));
        }
        return Ok(named(OfBloc::default(), members));
    };
    let bloc = data.bloc(id)?;
    let (members, uncertain) = periods(bloc, data)?;
    let described = rules.described();
    let (members, not_described): (Vec<_>, Vec<_>) = members.into_iter().partition(|(code, _)| described.contains(&code.as_str()));
    if members.len() < 2 {
        return Err(Failure::input(
            format!("the law of fewer than two members of {} is described", bloc.name),
            "`concord list provisions` shows whose is",
        ));
    }
    let not_described = not_described.into_iter().map(|(code, _)| code).collect();
    Ok(named(OfBloc { bloc: bloc.id.clone(), not_described, uncertain }, members))
}

/// The members of a bloc with their days of membership, and those of which it is not sure that they belong.
fn periods(bloc: &Bloc, data: &Data) -> Result<(Members, Vec<String>), Failure> {
    let rules = data.rules()?;
    let mut out: Members = Vec::new();
    if bloc.regime.is_empty() {
        for member in &bloc.members {
            match out.iter_mut().find(|(code, _)| *code == member.code) {
                Some((_, periods)) => periods.push((member.from, member.to)),
                None => out.push((member.code.clone(), vec![(member.from, member.to)])),
            }
        }
        return Ok((out, Vec::new()));
    }
    let (sure, uncertain) = rules.participation.of(&bloc.regime);
    for code in sure {
        let country = rules.participation.countries.iter().find(|country| country.code == code);
        let claims =
            country.iter().flat_map(|country| &country.cells).filter(|cell| cell.regime == bloc.regime).flat_map(|cell| &cell.claims);
        // Of a year it is only known that the country takes part at its end.
        let since = claims.filter_map(|claim| claim.since).max().map(|year| date(year, 12, 31));
        out.push((code.to_owned(), vec![(since, None)]));
    }
    Ok((out, uncertain.into_iter().map(str::to_owned).collect()))
}
