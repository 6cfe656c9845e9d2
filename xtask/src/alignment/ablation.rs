//! What each kind of evidence is worth: the figures without it.

use std::collections::BTreeSet;

use concord_graph::{AlignOptions, Evidence, align_with};
use concord_model::List;

use super::pairs::Labelled;
use super::silver::{Truth, score};

/// Prints the figures with every kind of evidence, then without each in turn; codes are ignored throughout.
pub(crate) fn print(eu: &List, us: &List, labelled: &[Labelled]) {
    println!(
        "ablation, codes ignored: without | entry F | paragraph F | paragraph F, codes corrected | different codes found of {}",
        labelled.len()
    );
    let coded = [Evidence::Hand, Evidence::EntryCode, Evidence::Label, Evidence::Parent];
    let each = Evidence::all().iter().filter(|kind| !coded.contains(kind));
    let options = std::iter::once(BTreeSet::new()).chain(each.map(|kind| BTreeSet::from([*kind])));
    for without in options {
        let name = without.first().map_or_else(|| "nothing".to_owned(), ToString::to_string);
        let alignment = align_with(eu, us, &AlignOptions { ignore_codes: true, without, ..AlignOptions::default() });
        let f = |entries: bool, by: Truth| score(eu, us, &alignment, entries, by).0.f();
        let found = labelled.iter().filter(|p| p.is_found(&alignment)).count();
        println!("  {name:14} {:.3}  {:.3}  {:.3}  {found}", f(true, Truth::Codes), f(false, Truth::Codes), f(false, Truth::Corrected));
    }
}
