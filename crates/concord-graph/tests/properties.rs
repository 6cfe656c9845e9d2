//! What holds of every alignment: the same from either side, in any number of threads, and whatever the codes are called.
#![allow(clippy::unwrap_used, reason = "a test that cannot read the shipped lists should fail")]

use std::collections::BTreeMap;
use std::path::Path;

use concord_graph::{AlignOptions, Alignment, align, align_with};
use concord_model::{Code, List, load_folder};
use proptest::prelude::*;

/// The newest shipped list of a jurisdiction.
fn shipped(jurisdiction: &str) -> List {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../jurisdictions").join(jurisdiction).join("lists");
    let lists = std::fs::read_dir(folder).unwrap().filter_map(|e| load_folder(&e.unwrap().path()).list);
    lists.max_by_key(|list| list.as_of).unwrap()
}

/// A part of a list: its entries whose code begins with one of these.
fn part(list: &List, begins: &[&str]) -> List {
    let entries = list.entries.iter().filter(|e| begins.iter().any(|b| e.code().as_str().starts_with(b))).cloned().collect();
    List { entries, ..list.clone() }
}

fn pairs(alignment: &Alignment) -> Vec<(String, String, u32)> {
    alignment.matches.iter().map(|m| (m.left.to_string(), m.right.to_string(), m.score)).collect()
}

#[test]
fn either_side_first_gives_the_same() {
    let (eu, us) = (shipped("eu"), shipped("us"));
    let mut back: Vec<(String, String, u32)> = pairs(&align(&us, &eu)).into_iter().map(|(a, b, s)| (b, a, s)).collect();
    let mut forth = pairs(&align(&eu, &us));
    back.sort();
    forth.sort();
    assert!(forth == back);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let (eu, us) = (shipped("eu"), shipped("us"));
    let options = AlignOptions { details: true, ..AlignOptions::default() };
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| align_with(&eu, &us, &options))
    };
    assert!(run(1) == run(3));
}

/// The list with every entry called another name, and every reference with it. Labels are shuffled below each paragraph.
fn renamed(list: &List, seed: u64) -> (List, BTreeMap<String, String>) {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut names: Vec<usize> = (0..list.entries.len()).collect();
    random.shuffle(&mut names);
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for (entry, name) in list.entries.iter().zip(&names) {
        let mut labels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for paragraph in &entry.paragraphs {
            let code = paragraph.code.as_str();
            let Some((parent, _)) = code.rsplit_once('.') else {
                codes.insert(code.to_owned(), format!("Z{name}"));
                continue;
            };
            let free = labels.entry(parent.to_owned()).or_insert_with(|| {
                let mut free: Vec<String> = (0..400).map(|n| format!("q{n}")).collect();
                random.shuffle(&mut free);
                free
            });
            let up = codes[parent].clone();
            codes.insert(code.to_owned(), format!("{up}.{}", free.pop().unwrap()));
        }
    }
    let mut out = list.clone();
    for paragraph in out.entries.iter_mut().flat_map(|e| &mut e.paragraphs) {
        paragraph.code = Code::parse(&codes[paragraph.code.as_str()]).unwrap();
        for references in paragraph.notes.iter_mut().map(|note| &mut note.references).chain([&mut paragraph.references]) {
            *references = references.iter().filter_map(|r| codes.get(r.as_str()).cloned()).collect();
        }
    }
    out.entries.sort_by(|x, y| x.code().cmp(y.code()));
    (out, codes)
}

/// The list without references that name no entry or paragraph of its own.
fn closed(list: &List) -> List {
    let mut out = list.clone();
    let known: std::collections::BTreeSet<String> = list.entries.iter().flat_map(|e| &e.paragraphs).map(|p| p.code.to_string()).collect();
    for paragraph in out.entries.iter_mut().flat_map(|e| &mut e.paragraphs) {
        // What refers to a code that is not there is taken for a text that names a code all the same.
        for references in paragraph.notes.iter_mut().map(|note| &mut note.references).chain([&mut paragraph.references]) {
            references.retain(|r| known.contains(r));
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn renaming_the_codes_renames_the_matches(seed: u64) {
        let begins = ["2B2", "3A0", "3A5", "3A9", "6A2", "1C3", "4"];
        let (left, right) = (closed(&part(&shipped("eu"), &begins)), closed(&part(&shipped("us"), &begins)));
        let options = AlignOptions { ignore_codes: true, ..AlignOptions::default() };
        let (other, codes) = renamed(&right, seed);
        let mut plain: Vec<(String, String, u32)> =
            pairs(&align_with(&left, &right, &options)).into_iter().map(|(a, b, s)| (a, codes[&b].clone(), s)).collect();
        let mut under_other_codes = pairs(&align_with(&left, &other, &options));
        plain.sort();
        under_other_codes.sort();
        let lost: Vec<_> = plain.iter().filter(|p| !under_other_codes.contains(p)).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(plain.len(), under_other_codes.len());
    }
}
