//! `cargo xtask eval ladder`: the licence ladder against cells judged by reading the texts, without the tool.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use concord_compare::ladder::{Answer, Question, ladder};
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
