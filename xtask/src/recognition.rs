//! `cargo xtask eval recognition`: the verdicts beside the arrangements that exist, with what stands between the two.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use concord_model::recognition::{Arrangement, load_arrangements};
use serde_json::Value;

use crate::Outcome;

/// How a verdict stands to an arrangement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Agrees,
    Short,
    Refuses,
    Further,
    Open,
}

impl Standing {
    fn words(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Short => "granted; the verdict asks for conditions",
            Self::Refuses => "granted; the verdict refuses in some area",
            Self::Further => "withheld; the verdict would accept in some area",
            Self::Open => "not known whether it holds",
        }
    }
}

/// Prints every arrangement beside the verdict for each jurisdiction whose rules are described.
pub(crate) fn run(root: &Path) -> Outcome<()> {
    let path = root.join("jurisdictions/arrangements.yaml");
    let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let arrangements = load_arrangements("arrangements.yaml", &bytes)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let partners = described(root)?;
    let mut asked: BTreeMap<(String, &str), Vec<&Arrangement>> = BTreeMap::new();
    for arrangement in &arrangements {
        asked.entry((arrangement.grantor.clone(), arrangement.object.word())).or_default().push(arrangement);
    }
    let mut counts: BTreeMap<Standing, usize> = BTreeMap::new();
    println!("| arrangement | partner | holds | areas accepted / on conditions / refused | standing | what stands between |");
    println!("|---|---|---|---|---|---|");
    for ((grantor, object), known) in asked {
        for partner in partners.iter().filter(|partner| **partner != grantor) {
            let document = recognize(root, &grantor, partner, object)?;
            for arrangement in &known {
                let (standing, line) = row(&document, arrangement, partner);
                *counts.entry(standing).or_default() += 1;
                println!("{line}");
            }
        }
    }
    println!();
    for (standing, count) in counts {
        println!("- {}: {count}", standing.words());
    }
    Ok(())
}

/// Codes of the jurisdictions whose rules are described.
fn described(root: &Path) -> Outcome<Vec<String>> {
    let text = concord(root, &["list", "provisions", "--format", "jsonl"])?;
    let mut codes: Vec<String> = Vec::new();
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
        let code = row["jurisdiction"].as_str().unwrap_or_default();
        if codes.last().is_none_or(|last| last != code) {
            codes.push(code.to_owned());
        }
    }
    codes.sort();
    codes.dedup();
    Ok(codes)
}

fn recognize(root: &Path, grantor: &str, partner: &str, object: &str) -> Outcome<Value> {
    let text = concord(root, &["recognize", grantor, partner, "--object", object, "--format", "json"])?;
    serde_json::from_str(&text).map_err(|e| e.to_string())
}

fn concord(root: &Path, arguments: &[&str]) -> Outcome<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = Command::new(cargo)
        .current_dir(root)
        .args(["run", "--quiet", "--release", "--package", "concord", "--", "--quiet"])
        .args(arguments)
        .output()
        .map_err(|e| format!("`concord` did not start: {e}"))?;
    if !run.status.success() {
        return Err(format!("`concord {}`: {}", arguments.join(" "), String::from_utf8_lossy(&run.stderr)));
    }
    String::from_utf8(run.stdout).map_err(|e| e.to_string())
}

fn row(document: &Value, arrangement: &Arrangement, partner: &str) -> (Standing, String) {
    let existing = document["directions"][0]["existing"].as_array().into_iter().flatten();
    let found = existing.into_iter().find(|row| row["id"] == arrangement.id.as_str());
    let holds = found.and_then(|row| row["holds"].as_str()).unwrap_or("unknown");
    let areas: Vec<&Value> = document["areas"].as_array().into_iter().flatten().collect();
    let at = |level: &str| areas.iter().filter(|area| area["a_accepts_b"]["level"] == level).count();
    let (accepted, conditional, refused) = (at("acceptable"), at("conditional"), at("not-recognisable"));
    let standing = match holds {
        "unknown" => Standing::Open,
        "withholds" if accepted > 0 => Standing::Further,
        "withholds" => Standing::Agrees,
        _ if refused > 0 => Standing::Refuses,
        _ if conditional > 0 => Standing::Short,
        _ => Standing::Agrees,
    };
    let without = found.and_then(|row| row["without"].as_array()).into_iter().flatten().filter_map(Value::as_str);
    let without: Vec<&str> = without.collect();
    let holds = if holds == "grants-in-part" { format!("{holds} (without {})", without.join(", ")) } else { holds.to_owned() };
    let between = if matches!(standing, Standing::Short | Standing::Refuses) { between(&areas) } else { String::new() };
    let line =
        format!("| {} | {partner} | {holds} | {accepted} / {conditional} / {refused} | {} | {between} |", arrangement.id, standing.words());
    (standing, line)
}

/// The conditions that keep the grantor from accepting the partner: kind and what it is about, with the number of areas.
fn between(areas: &[&Value]) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for area in areas {
        for condition in area["conditions"].as_array().into_iter().flatten().filter(|c| c["direction"] == "a-accepts-b") {
            let kind = condition["kind"].as_str().unwrap_or_default();
            let about = condition["demand"]["about"].as_str().unwrap_or_default();
            *counts.entry(format!("{kind} {about}").trim_end().to_owned()).or_default() += 1;
        }
    }
    counts.into_iter().map(|(what, areas)| format!("{what} ({areas})")).collect::<Vec<_>>().join("; ")
}
