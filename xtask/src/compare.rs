//! `cargo xtask eval compare`: what the comparison of the shipped lists comes to, as figures.

use std::path::Path;

use concord_compare::{Options, compare};

use crate::Outcome;
use crate::data::{import_shipped, newest};

/// Compares the lists as imported from the corpus and prints the figures.
pub(crate) fn run(root: &Path, corpus: &Path, rule: Option<&str>) -> Outcome<()> {
    let lists = newest(root)?;
    let imported: Vec<_> = lists.iter().map(|l| import_shipped(root, corpus, l)).collect::<Outcome<_>>()?;
    let [us, eu] = imported.as_slice() else { return Err("two shipped lists are expected".to_owned()) };
    let start = std::time::Instant::now();
    let c = compare(&eu.list, &us.list, &Options::default());
    if rule == Some("--json") {
        println!("{}", serde_json::to_string(&c).map_err(|e| e.to_string())?);
        return Ok(());
    }
    if let Some(rule) = rule {
        for f in c.findings.iter().filter(|f| f.rule == rule) {
            let code = |c: &Option<concord_compare::Cited>| c.as_ref().map_or("-".to_owned(), |c| c.code.clone());
            println!(
                "{} | {} | {} | {}",
                code(&f.left),
                code(&f.right),
                f.explanation,
                concord_compare::Message::join("; ", f.reasons.iter().cloned())
            );
            for w in &f.witnesses {
                println!("      witness: {w:?}");
            }
        }
        return Ok(());
    }
    println!("compared in {} ms", start.elapsed().as_millis());
    println!("{} against {}", c.left.list, c.right.list);
    println!("relations: {:?}", c.summary.relations);
    let total: usize = c.summary.relations.iter().map(|r| r.1).sum();
    let undecided = c.summary.relations.iter().find(|r| r.0 == "incomparable").map_or(0, |r| r.1);
    println!("incomparable: {undecided} of {total} matched pairs");
    for cause in c.summary.causes.iter().take(12) {
        println!("  {} pairs: {} (for example {})", cause.pairs, cause.cause, cause.example);
    }
    println!("left covered: {:?}", c.summary.left_covered_by_right);
    println!("right covered: {:?}", c.summary.right_covered_by_left);
    println!("witnesses: {} printed, {} refused", c.summary.witnesses, c.summary.witnesses_refused);
    for counts in &c.summary.by_rule {
        let n: Vec<String> = counts.by_direction.iter().map(|(_, n)| n.to_string()).collect();
        println!("  {:32} {}", counts.label, n.join(" "));
    }
    for counts in &c.summary.by_stratum {
        println!("  {} {:?}", counts.label, counts.by_direction);
    }
    Ok(())
}
