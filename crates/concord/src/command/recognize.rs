//! `concord recognize`: what each of two jurisdictions may accept of the other's controls.

use std::collections::BTreeMap;
use std::sync::Arc;

use concord_compare::recognize::{Party, Question, Recognition, areas, recognize};
use concord_compare::{Baseline, Comparison, Options};
use concord_graph::mapping::hand_mappings;
use concord_model::List;
use concord_model::licensing::{Destinations, Licensing};
use concord_model::recognition::{Object, Policy};
use concord_report::json::RecognizeDocument;
use concord_report::view::OfSet;
use concord_report::view::recognize::{RecognizeContext, RecognizeView};
use concord_report::{Context, Desk, Templates, word, workbook};

use super::formats;
use crate::cli::{Format, Global, RecognizeArgs};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// Judges a recognition and writes the report.
pub(crate) fn run(args: &RecognizeArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let format = global.format.unwrap_or(Format::Text);
    formats::accept(format, "recognize", formats::PAPER)?;
    let policy = data.policy(args.policy.as_deref())?;
    let judged = Judged::new(args, &policy, data, output)?;
    let text = match format {
        Format::Docx => return output.bytes(&word::recognize(&judged.view(&policy, data)?, output.language)?),
        Format::Xlsx => return output.bytes(&workbook::recognize(&judged.view(&policy, data)?, output.language)?),
        Format::Json => RecognizeDocument::new(&judged.found, &policy).to_json().map_err(|error| Failure::input(error.to_string(), ""))?,
        _ => judged.text(&policy, data, format, &global.templates())?,
    };
    output.data(&text)
}

/// The view of two jurisdictions under the shipped policy, with its title.
pub(crate) fn report(left: &str, right: &str, data: &Data, output: &Output) -> Result<(String, RecognizeView), Failure> {
    let policy = data.policy(None)?;
    let object = Object::LicenceFreeDestination.word().to_owned();
    let args = RecognizeArgs { left: left.to_owned(), right: right.to_owned(), object, area: Vec::new(), policy: None };
    let judged = Judged::new(&args, &policy, data, output)?;
    let title = format!("{} – {}", judged.context.left.short, judged.context.right.short);
    Ok((title, judged.view(&policy, data)?))
}

/// A recognition with what its report needs.
struct Judged {
    found: Recognition,
    comparison: Comparison,
    context: Context,
    destinations: Destinations,
}

/// What is held of one side.
struct Side {
    code: String,
    list: Option<List>,
    licensing: Option<Licensing>,
}

impl Side {
    fn load(code: &str, data: &Data, destinations: &Destinations) -> Result<Self, Failure> {
        let code = data.known_code(code)?;
        let licensing = if data.licensed()?.contains(&code) { Some(data.licensing(&code, destinations)?) } else { None };
        // A jurisdiction may take another's list for its own, and the list of a bloc holds in its members.
        let rules = data.rules()?;
        let taken = licensing.as_ref().map(|rules| rules.list_of.clone()).filter(|of| !of.is_empty());
        let parent = || rules.law(&code).and_then(|law| rules.parent(law)).map(|parent| parent.jurisdiction.code.clone());
        let owner = if data.codes()?.contains(&code) { Some(code.clone()) } else { taken.or_else(parent) };
        let list = match owner {
            Some(owner) => data.list_if_any(&owner)?,
            None => None,
        };
        Ok(Self { code, list, licensing })
    }

    fn party<'s>(&'s self, data: &'s Data, destinations: &Destinations) -> Result<Party<'s>, Failure> {
        let rules = data.rules()?;
        let members = match rules.bloc(&self.code) {
            // The Union itself stands among the members of its bloc.
            Some(bloc) => rules.members(bloc, data.day()?).0.into_iter().filter(|code| *code != self.code).map(str::to_owned).collect(),
            None => vec![self.code.clone()],
        };
        let find = |code: &String| destinations.find(code).map_or_else(|| code.to_uppercase(), |found| found.code.clone());
        Ok(Party {
            code: self.code.clone(),
            law: data.law(&self.code)?,
            list: self.list.as_ref(),
            licensing: self.licensing.as_ref(),
            vehicles: data.vehicles(&self.code)?,
            destinations: members.iter().map(find).collect(),
        })
    }
}

impl Judged {
    fn new(args: &RecognizeArgs, policy: &Policy, data: &Data, output: &Output) -> Result<Self, Failure> {
        if args.left.eq_ignore_ascii_case(&args.right) {
            return Err(Failure::usage("a jurisdiction does not recognise itself", "name two jurisdictions: `concord recognize eu us`"));
        }
        let Some(object) = Object::parse(&args.object).and_then(|object| policy.object(object)) else {
            let known: Vec<&str> = policy.objects.iter().map(|known| known.object.word()).collect();
            let message = format!("the policy `{}` says nothing of the object `{}`", policy.id, args.object);
            return Err(Failure::usage(message, format!("it speaks of {}", known.join(", "))));
        };
        let progress = output.progress(format!("judging {} and {}", args.left, args.right));
        let destinations = data.destinations()?;
        let (left, right) = rayon::join(|| Side::load(&args.left, data, &destinations), || Side::load(&args.right, data, &destinations));
        let (left, right) = (left?, right?);
        let (l, r) = (left.party(data, &destinations)?, right.party(data, &destinations)?);
        if l.destinations.iter().any(|place| r.destinations.contains(place)) {
            let message = format!("one of `{}` and `{}` belongs to the other", l.code, r.code);
            return Err(Failure::usage(message, "inside a bloc there is nothing to recognise: name two that stand apart"));
        }
        let comparison = compare(&left, &right, data)?;
        let rules = data.rules()?;
        let asked = if args.area.is_empty() { areas(rules, [&l, &r], data.day()?) } else { asked(&args.area, [&l, &r], rules, data)? };
        let arrangements = data.arrangements()?;
        let found = recognize(&Question {
            layer: rules,
            left: &l,
            right: &r,
            comparison: &comparison,
            policy: object,
            areas: &asked,
            arrangements: &arrangements,
            day: data.day()?,
        });
        drop(progress);
        let context = context(&l, &r, data)?;
        Ok(Self { found, comparison, context, destinations })
    }

    fn view(&self, policy: &Policy, data: &Data) -> Result<RecognizeView, Failure> {
        let rules = data.rules()?;
        let glossary = &data.voice()?.glossary;
        let named = |code: &str, name: &str| glossary.name(&format!("country/{}", code.to_lowercase()), name);
        let countries = rules.participation.countries.iter().map(|country| (country.code.clone(), named(&country.code, &country.name)));
        let places = self.destinations.iter().map(|place| (place.code.clone(), named(&place.code, &place.name)));
        let countries: BTreeMap<String, String> = countries.chain(places).collect();
        let lists = (&self.comparison.left, &self.comparison.right);
        let given = RecognizeContext { context: &self.context, policy, vocabulary: data.vocabulary()?, countries, lists };
        Ok(RecognizeView::new(&self.found, &given))
    }

    fn text(&self, policy: &Policy, data: &Data, format: Format, templates: &Templates) -> Result<String, Failure> {
        let view = self.view(policy, data)?;
        Ok(match format {
            Format::Html => templates.render("html/recognize.html.j2", &OfSet::alone(view))?,
            Format::Md => templates.render("recognize.md.j2", &view)?,
            _ => templates.render("recognize.txt.j2", &view)?,
        })
    }
}

/// The areas asked for; one that no list and no law speaks of is refused.
fn asked(wanted: &[String], sides: [&Party<'_>; 2], rules: &concord_model::rules::RuleLayer, data: &Data) -> Result<Vec<String>, Failure> {
    let known = areas(rules, sides, data.day()?);
    let wanted: Vec<String> = wanted.iter().map(|area| area.to_uppercase()).collect();
    let exists = |area: &String| known.iter().any(|known| area.starts_with(known.as_str()));
    match wanted.iter().find(|area| !exists(area)) {
        Some(area) => {
            let hint = format!("areas begin with {}", known.join(", "));
            Err(Failure::usage(format!("neither side's list has an area `{area}`"), hint))
        }
        None => Ok(wanted),
    }
}

fn compare(left: &Side, right: &Side, data: &Data) -> Result<Comparison, Failure> {
    let (Some(l), Some(r)) = (&left.list, &right.list) else {
        let sides = ((left.code.as_str(), left.list.as_ref()), (right.code.as_str(), right.list.as_ref()));
        return Ok(Comparison::without_lists(sides.0, sides.1, &Baseline::default()));
    };
    let names = (data.jurisdiction(&left.code)?.short, data.jurisdiction(&right.code)?.short);
    let hand = hand_mappings(&data.mappings()?, &l.jurisdiction, &r.jurisdiction);
    Ok(concord_compare::compare(l, r, &Options { names, hand, ..Options::default() }))
}

fn context(left: &Party<'_>, right: &Party<'_>, data: &Data) -> Result<Context, Failure> {
    // The titles of the common numbering serve where a side without a list names none.
    let mut categories = BTreeMap::new();
    for code in data.codes()? {
        categories.extend(data.categories(&code)?);
    }
    categories.extend(data.categories(&right.code)?);
    categories.extend(data.categories(&left.code)?);
    Ok(Context {
        left: data.place(&left.code)?,
        right: data.place(&right.code)?,
        categories,
        rules: BTreeMap::new(),
        as_of: data.day()?.to_string(),
        language: data.voice()?.language,
        glossary: Arc::clone(&data.voice()?.glossary),
        desk: Desk::default(),
    })
}
