//! `cargo xtask eval alignment`: how well controls are matched by meaning.

mod ablation;
mod anatomy;
mod pairs;
mod silver;

use std::path::Path;
use std::time::Instant;

use concord_graph::{AlignOptions, align_with, align_with_texts, entry_candidates};
use concord_import::Imported;

use crate::Outcome;
use crate::data::{Shipped, import_shipped, newest, shipped};

/// Prints the figures.
pub(crate) fn run(root: &Path, corpus: &Path, verbose: bool) -> Outcome<()> {
    let lists = newest(root)?;
    let imported: Vec<Imported> = lists.iter().map(|l| import_shipped(root, corpus, l)).collect::<Outcome<_>>()?;
    let [(us, us_texts), (eu, eu_texts)] = imported.iter().map(|i| (&i.list, &i.texts)).collect::<Vec<_>>()[..] else {
        return Err("two shipped lists are expected".to_owned());
    };
    let before = earlier(root, corpus, &lists[0])?;
    let blind = AlignOptions { ignore_codes: true, ..AlignOptions::default() };
    let (facts_eu, facts_us) = ((eu, None), (us, None));
    let runs = [
        ("EU x US", facts_eu, facts_us),
        ("EU x US with texts", (eu, Some(eu_texts)), (us, Some(us_texts))),
        ("US x US one year before", facts_us, (&before.list, None)),
        ("US x US one year before, with texts", (us, Some(us_texts)), (&before.list, Some(&before.texts))),
    ];
    for (name, left, right) in runs {
        let start = Instant::now();
        let alignment = align_with_texts(left, right, &blind);
        println!("{name}, codes ignored: aligned in {} ms", start.elapsed().as_millis());
        let ranked = entry_candidates(left, right, &blind);
        println!("  entries: MRR {:.3}", silver::mean_reciprocal_rank(left.0, right.0, &ranked, verbose));
        silver::print(left.0, right.0, &alignment, verbose);
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
    pairs::print(root, facts_eu, facts_us, verbose)?;
    println!("with texts");
    pairs::print(root, (eu, Some(eu_texts)), (us, Some(us_texts)), verbose)?;
    ablation::print(eu, us, &pairs::halves(root)?.0);
    let Some(folder) = std::env::var_os("CONCORD_OAEI") else {
        println!("anatomy: skipped: CONCORD_OAEI is not set");
        return Ok(());
    };
    anatomy::print(Path::new(&folder))
}

/// The oldest shipped edition of a list, one year before the newest.
fn earlier(root: &Path, corpus: &Path, list: &Shipped) -> Outcome<Imported> {
    let editions = shipped(root)?.into_iter().filter(|other| other.jurisdiction == list.jurisdiction);
    let oldest = editions.min_by_key(|other| other.as_of).ok_or("no edition of the list is shipped")?;
    import_shipped(root, corpus, &oldest)
}
