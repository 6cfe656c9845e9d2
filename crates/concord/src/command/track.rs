//! `concord track`: jurisdictions through time.

use concord_compare::track::{Followed, Track, TrackOptions, track};
use concord_graph::mapping::hand_mappings;
use concord_model::List;
use concord_model::rules::Bloc;
use concord_report::json::{OfBloc, TrackDocument};
use jiff::civil::{Date, date};

use super::formats;
use crate::cli::{Format, Global, TrackArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Days of membership: the first and the last, where known.
type Period = (Option<Date>, Option<Date>);

/// Who is followed.
struct Asked {
    of: OfBloc,
    /// Codes with the days on which they belong; without any they always do.
    members: Vec<(String, Vec<Period>)>,
}

/// Writes what changed in time.
pub(crate) fn run(args: &TrackArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "track", formats::MATRIX)?;
    let asked = asked(args, data)?;
    let options = options(args, &asked, data)?;
    let progress = output.progress("following the law through time".to_owned());
    let found = found(&asked, options, data)?;
    drop(progress);
    let text = concord_report::json::pretty(&TrackDocument::new(&found, asked.of)).map_err(|error| Failure::input(error.to_string(), ""))?;
    output.data(&text)
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
    let follow = |((code, belongs), editions): (&(String, Vec<Period>), &'_ Vec<List>)| -> Result<_, Failure> {
        let name = data.jurisdiction(code)?.short;
        Ok((code.clone(), name, data.law(code)?, editions.len(), belongs.clone()))
    };
    let named: Vec<_> = asked.members.iter().zip(&editions).map(follow).collect::<Result<_, _>>()?;
    let followed: Vec<Followed<'_>> = named
        .into_iter()
        .zip(&editions)
        .map(|((code, name, law, _, belongs), editions)| Followed { code, name, law, editions: editions.iter().collect(), belongs })
        .collect();
    Ok(track(rules, &followed, &options))
}

/// The days and the topic asked about.
fn options(args: &TrackArgs, asked: &Asked, data: &Data) -> Result<TrackOptions, Failure> {
    let rules = data.rules()?;
    let topic = args.topic.clone().unwrap_or_default();
    if !topic.is_empty() && rules.vocabulary.topic(&topic).is_none() {
        let known: Vec<&str> = rules.vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
        return Err(Failure::usage(format!("there is no topic `{topic}`"), format!("known are {}", known.join(", "))));
    }
    let reference = args.reference.as_deref().unwrap_or_default().to_lowercase();
    if !reference.is_empty() && !asked.members.iter().any(|(code, _)| *code == reference) {
        let known: Vec<&str> = asked.members.iter().map(|(code, _)| code.as_str()).collect();
        return Err(Failure::usage(format!("the reference `{reference}` is not one of those followed"), format!("followed are {}", known.join(", "))));
    }
    let newest = newest(asked, data)?;
    let to = args.to.or(args.dates.iter().max().copied()).unwrap_or(data.as_of.unwrap_or(newest));
    if to > newest {
        let hint = format!("the newest of what is known was read on {newest}, or holds as of it");
        return Err(Failure::usage(format!("nothing is known of {to}"), hint));
    }
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

fn asked(args: &TrackArgs, data: &Data) -> Result<Asked, Failure> {
    let rules = data.rules()?;
    let Some(id) = &args.bloc else {
        let mut members: Vec<(String, Vec<Period>)> = Vec::new();
        for code in &args.jurisdictions {
            let code = data.known_code(code)?;
            if members.iter().any(|(known, _)| *known == code) {
                return Err(Failure::usage(format!("`{code}` is named twice"), "name each jurisdiction once"));
            }
            members.push((code, Vec::new()));
        }
        return Ok(Asked { of: OfBloc::default(), members });
    };
    let Some(bloc) = rules.bloc(&id.to_lowercase()) else {
        let known: Vec<&str> = rules.blocs.iter().map(|bloc| bloc.id.as_str()).collect();
        return Err(Failure::usage(format!("there is no bloc `{id}`"), format!("known are {}", known.join(", "))));
    };
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
    Ok(Asked { of: OfBloc { bloc: bloc.id.clone(), not_described, uncertain }, members })
}

/// The members of a bloc with their days of membership, and those of which it is not sure that they belong.
fn periods(bloc: &Bloc, data: &Data) -> Result<(Vec<(String, Vec<Period>)>, Vec<String>), Failure> {
    let rules = data.rules()?;
    let mut out: Vec<(String, Vec<Period>)> = Vec::new();
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
        let claims = country.iter().flat_map(|country| &country.cells).filter(|cell| cell.regime == bloc.regime).flat_map(|cell| &cell.claims);
        // Of a year it is only known that the country takes part at its end.
        let since = claims.filter_map(|claim| claim.since).max().map(|year| date(year, 12, 31));
        out.push((code.to_owned(), vec![(since, None)]));
    }
    Ok((out, uncertain.into_iter().map(str::to_owned).collect()))
}
