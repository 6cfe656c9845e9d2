//! `cargo xtask eval judged`: the comparison of the shipped lists against pairs that a reader judged from the two texts alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use concord_compare::{Comparison, Direction, Options, compare};
use concord_model::load_folder;
use serde::Deserialize;

use crate::Outcome;

/// One judgment; a missing side means a paragraph that stands alone in its list.
#[derive(Debug, Deserialize)]
struct Judged {
    left: Option<String>,
    right: Option<String>,
    verdict: String,
    #[serde(default)]
    note: Option<String>,
}

/// What the tool says of a pair, in the judges' words.
fn verdict(c: &Comparison, judged: &Judged) -> &'static str {
    let code = |side: &Option<concord_compare::Cited>| side.as_ref().map(|c| c.code.clone());
    if let (Some(left), Some(right)) = (&judged.left, &judged.right) {
        let pair = c.matches.iter().find(|m| m.left == *left && m.right == *right);
        return match pair.map(|p| p.relation.as_str()) {
            Some("equal") => "equal",
            Some("left-wider") => "left-wider",
            Some("right-wider") => "right-wider",
            Some("overlapping") => "overlapping",
            Some(_) => "undecided",
            None => "different",
        };
    }
    let own = judged.left.as_ref().or(judged.right.as_ref());
    let of_pair = |f: &&concord_compare::Finding| {
        let side = if judged.left.is_some() { code(&f.left) } else { code(&f.right) };
        side.as_ref() == own && (f.rule.starts_with("paragraph") || f.rule.starts_with("entry") || f.rule.starts_with("other"))
    };
    match c.findings.iter().find(of_pair) {
        Some(f) if f.rule == "other-instrument" => "other-instrument",
        Some(f) if f.direction == Direction::Incomparable => "undecided",
        Some(_) => "only",
        None => "elsewhere",
    }
}

/// Scores the shipped lists' comparison and prints the agreement, by verdict, and every disagreement.
pub(crate) fn run(root: &Path) -> Outcome<()> {
    let load = |xx: &str, id: &str| {
        let folder = root.join("jurisdictions").join(xx).join("lists").join(id);
        let loaded = load_folder(&folder);
        loaded.list.ok_or_else(|| format!("{}: {} problems", folder.display(), loaded.diagnostics.len()))
    };
    let (eu, us) = (load("eu", "annex-i-2025-11-15")?, load("us", "ccl-2026-01-29")?);
    let c = compare(&eu, &us, &Options::default());
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut disagreements = Vec::new();
    let mut parts: Vec<_> = fs::read_dir(root.join("evaluation"))
        .map_err(|e| format!("evaluation: {e}"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with("judged-pairs-")))
        .collect();
    parts.sort();
    for path in parts {
        let part = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let text = fs::read_to_string(&path).map_err(|e| format!("{part}: {e}"))?;
        let mut of_part = [0; 3];
        for line in text.lines() {
            let judged: Judged = serde_json::from_str(line).map_err(|e| format!("{part}: {e}"))?;
            let tool = verdict(&c, &judged);
            let column = if tool == judged.verdict {
                0
            } else if tool == "undecided" {
                1
            } else {
                2
            };
            if column == 2 {
                let (left, right) = (judged.left.as_deref().unwrap_or("-"), judged.right.as_deref().unwrap_or("-"));
                disagreements.push(format!(
                    "  {part}: {left} / {right}: the tool says {tool}, the reader {} ({})",
                    judged.verdict,
                    judged.note.as_deref().unwrap_or_default()
                ));
            }
            of_part[column] += 1;
            if let Some(n) = counts.entry(judged.verdict).or_default().get_mut(column) {
                *n += 1;
            }
        }
        println!("{part}: {} agree, {} undecided, {} disagree", of_part[0], of_part[1], of_part[2]);
    }
    println!("{:18}{:>8}{:>11}{:>11}", "judged", "agrees", "undecided", "disagrees");
    let mut sum = [0; 3];
    for (verdict, row) in &counts {
        println!("{verdict:18}{:>8}{:>11}{:>11}", row[0], row[1], row[2]);
        sum.iter_mut().zip(row).for_each(|(s, n)| *s += n);
    }
    println!("{:18}{:>8}{:>11}{:>11}", "together", sum[0], sum[1], sum[2]);
    println!("{}", disagreements.join("\n"));
    Ok(())
}
