//! `cargo xtask eval alignment`: how well controls are matched by meaning.

mod ablation;
mod anatomy;
mod pairs;
mod silver;

use std::path::Path;
use std::time::Instant;

use concord_graph::{AlignOptions, align_with, entry_candidates};
use concord_model::List;

use crate::Outcome;
use crate::data::{Shipped, import_shipped, shipped};

/// Prints the figures.
pub(crate) fn run(root: &Path, corpus: &Path, verbose: bool) -> Outcome<()> {
    let lists = shipped(root)?;
    let imported: Vec<List> = lists.iter().map(|l| import_shipped(root, corpus, l).map(|i| i.list)).collect::<Outcome<_>>()?;
    let [us, eu] = imported.as_slice() else { return Err("two shipped lists are expected".to_owned()) };
    let before = earlier(root, corpus, &lists[0])?;
    let blind = AlignOptions { ignore_codes: true, ..AlignOptions::default() };
    for (name, left, right) in [("EU x US", eu, us), ("US x US one year before", us, &before)] {
        let start = Instant::now();
        let alignment = align_with(left, right, &blind);
        println!("{name}, codes ignored: aligned in {} ms", start.elapsed().as_millis());
        let ranked = entry_candidates(left, right, &blind);
        println!("  entries: MRR {:.3}", silver::mean_reciprocal_rank(left, right, &ranked, verbose));
        silver::print(left, right, &alignment, verbose);
    }
    let start = Instant::now();
    let coded = align_with(eu, us, &AlignOptions::default());
    println!(
        "EU x US, codes as evidence: aligned in {} ms, {} matches, {} parts",
        start.elapsed().as_millis(),
        coded.matches.len(),
        coded.parts.len()
    );
    silver::print(eu, us, &coded, verbose);
    pairs::print(root, eu, us, verbose)?;
    ablation::print(eu, us, &pairs::halves(root)?.0);
    let Some(folder) = std::env::var_os("CONCORD_OAEI") else {
        println!("anatomy: skipped: CONCORD_OAEI is not set");
        return Ok(());
    };
    anatomy::print(Path::new(&folder))
}

/// The edition of a shipped list one year before, from the corpus.
fn earlier(root: &Path, corpus: &Path, list: &Shipped) -> Outcome<List> {
    let folder = "us/ear-ecfr-xml/2025-01-29/title-15_part";
    let earlier = Shipped {
        text: format!("{folder}-774_2025-01-29.xml.gz"),
        beside: vec![format!("{folder}-772_2025-01-29.xml.gz")],
        as_of: jiff::civil::date(2025, 1, 29),
        ..list.clone()
    };
    import_shipped(root, corpus, &earlier).map(|i| i.list)
}
