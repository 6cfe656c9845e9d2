//! `cargo xtask eval ladder`: the licence ladder against cells judged by reading the texts, without the tool.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use concord_compare::ladder::{Answer, Question, ladder};
use concord_compare::layers::{LayerOptions, LayerSide, compare_layers};
use concord_model::licensing::{Destinations, Licensing, load_destinations, load_licensing};
use concord_model::{Code, List, load_folder};
use serde::Deserialize;

use crate::Outcome;

/// A cell as it was judged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    origin: String,
    code: String,
    destination: String,
    licence: String,
    #[serde(default)]
    authorisations: BTreeMap<String, String>,
    #[serde(default)]
    review: Option<String>,
    embargo: String,
    #[serde(default)]
    #[allow(dead_code)]
    note: String,
}

/// An origin's list and rules.
struct Origin {
    list: Option<List>,
    rules: Licensing,
}

/// Right answers out of all, by layer.
#[derive(Default)]
struct Score {
    right: usize,
    of: usize,
}

/// Prints the share of right answers by origin and layer.
pub(crate) fn run(root: &Path, verbose: bool) -> Outcome<()> {
    let path = root.join("evaluation/ladder-cells.jsonl");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let destinations = destinations(root)?;
    let mut origins: BTreeMap<String, Origin> = BTreeMap::new();
    let mut scores: BTreeMap<(String, &str), Score> = BTreeMap::new();
    for (at, line) in text.lines().enumerate() {
        let cell: Cell = serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), at + 1))?;
        if !origins.contains_key(&cell.origin) {
            origins.insert(cell.origin.clone(), origin(root, &cell.origin, &destinations)?);
        }
        let Some(origin) = origins.get(&cell.origin) else { continue };
        let code = Code::parse(&cell.code).map_err(|e| e.to_string())?;
        let question =
            Question { list: origin.list.as_ref(), rules: &origin.rules, code: &code, destination: &cell.destination, activity: "export" };
        let found = ladder(&question);
        let mut layers = vec![("licence", "licence".to_owned(), cell.licence.clone(), found.licence.name().to_owned())];
        for (id, judged) in &cell.authorisations {
            let rows = found.authorisations.iter().filter(|open| open.id == *id);
            let answer = rows.fold(Answer::No, |answer, open| answer.or(open.answer));
            layers.push(("authorisations", id.clone(), judged.clone(), answer.name().to_owned()));
        }
        if let Some(review) = &cell.review {
            layers.push(("review", "review".to_owned(), review.clone(), found.review.map_or("unknown", |policy| policy.name()).to_owned()));
        }
        layers.push(("embargo", "embargo".to_owned(), cell.embargo.clone(), found.embargo.name().to_owned()));
        for (layer, what, judged, answer) in layers {
            let score = scores.entry((cell.origin.clone(), layer)).or_default();
            score.of += 1;
            score.right += usize::from(judged == answer);
            if verbose && judged != answer {
                println!("{} {} to {}: {what} judged {judged}, found {answer}", cell.origin, cell.code, cell.destination);
            }
        }
    }
    for ((origin, layer), score) in &scores {
        println!("{origin} {layer}: {} of {} right", score.right, score.of);
    }
    for (name, origin) in &origins {
        time(name, origin, &destinations);
    }
    Ok(())
}

/// The word of a direction or layer in machine output.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A pair, destination and layer as it was judged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LayerCell {
    left: String,
    right: String,
    destination: String,
    layer: String,
    /// A direction, or `same`, `not-applicable`, or `inside` for a destination inside one of the two sides.
    judged: String,
}

/// Compares the layers above the lists of the European Union and the United States with cells judged by reading the texts.
pub(crate) fn layers(root: &Path, verbose: bool) -> Outcome<()> {
    let path = root.join("evaluation/layer-cells.jsonl");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let cells = text.lines().map(|line| serde_json::from_str::<LayerCell>(line).map_err(|e| e.to_string()));
    let cells = cells.collect::<Outcome<Vec<LayerCell>>>()?;
    let places = destinations(root)?;
    let (eu, us) = (origin(root, "eu", &places)?, origin(root, "us", &places)?);
    let (Some(left), Some(right)) = (&eu.list, &us.list) else { return Err("both lists are needed".to_owned()) };
    let lists = concord_compare::compare(left, right, &concord_compare::Options::default());
    let asked: BTreeMap<&str, &str> = cells
        .iter()
        .filter_map(|cell| places.iter().find(|place| place.code == cell.destination))
        .map(|place| (place.code.as_str(), place.name.as_str()))
        .collect();
    let options = LayerOptions {
        names: ("the EU".to_owned(), "the US".to_owned()),
        destinations: asked.into_iter().map(|(code, name)| (code.to_owned(), name.to_owned())).collect(),
        activity: "export",
        baseline: &concord_compare::Baseline::default(),
    };
    let found = compare_layers(
        &lists,
        LayerSide { list: Some(left), rules: Some(&eu.rules) },
        LayerSide { list: Some(right), rules: Some(&us.rules) },
        &options,
    );
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    for cell in &cells {
        let inside = found.destinations.iter().any(|place| place.code == cell.destination && place.inside);
        let of_cell = found.findings.iter().find(|f| {
            f.finding.destination == cell.destination
                && word(f.finding.layer) == cell.layer
                && f.pairs.iter().any(|(left, right)| *left == cell.left && *right == cell.right)
        });
        let answer = match of_cell {
            _ if inside => "inside".to_owned(),
            Some(f) => word(f.finding.direction),
            // The counts tell these two apart, not the findings.
            None if matches!(cell.judged.as_str(), "same" | "not-applicable") => cell.judged.clone(),
            None => "same".to_owned(),
        };
        let score = scores.entry(&cell.layer).or_default();
        score.of += 1;
        score.right += usize::from(answer == cell.judged);
        if verbose && answer != cell.judged {
            println!("{} / {} to {}: {} judged {}, found {answer}", cell.left, cell.right, cell.destination, cell.layer, cell.judged);
        }
    }
    for (layer, score) in &scores {
        println!("{layer}: {} of {} right", score.right, score.of);
    }
    Ok(())
}

fn destinations(root: &Path) -> Outcome<Destinations> {
    let path = root.join("jurisdictions/destinations.yaml");
    let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    load_destinations("destinations.yaml", &bytes).map_err(|problems| first(&problems))
}

fn origin(root: &Path, code: &str, destinations: &Destinations) -> Outcome<Origin> {
    let folder = root.join("jurisdictions").join(code);
    let read = |folder: &str| -> Outcome<Vec<std::path::PathBuf>> {
        let path = Path::new(folder);
        let mut paths: Vec<_> =
            fs::read_dir(path).map_err(|e| format!("{folder}: {e}"))?.filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        Ok(paths)
    };
    let mut files = Vec::new();
    for path in read(&folder.join("licensing").display().to_string())? {
        files.push((path.display().to_string(), fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?));
    }
    let rules = load_licensing(&files, destinations).map_err(|problems| first(&problems))?;
    let lists = read(&folder.join("lists").display().to_string()).unwrap_or_default();
    let list = lists.last().and_then(|path| load_folder(path).list);
    Ok(Origin { list, rules })
}

fn first(problems: &[concord_model::Diagnostic]) -> String {
    problems.iter().take(12).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Times one paragraph to every destination.
fn time(name: &str, origin: &Origin, destinations: &Destinations) {
    let Some(entry) = origin.list.as_ref().and_then(|list| list.entries.iter().max_by_key(|entry| entry.reasons.len())) else { return };
    let started = Instant::now();
    let mut required = 0;
    for place in destinations.iter() {
        let question =
            Question { list: origin.list.as_ref(), rules: &origin.rules, code: entry.code(), destination: &place.code, activity: "export" };
        required += usize::from(ladder(&question).licence == Answer::Yes);
    }
    let spent = started.elapsed();
    println!("{name}: {} to {} destinations in {spent:.1?}, {required} require a licence", entry.code(), destinations.iter().count());
}
