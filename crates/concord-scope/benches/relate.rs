//! How fast 1,000 pairs of paragraphs relate, and how fast items are tried against a large list.

use std::fmt::Write as _;
use std::hint::black_box;

use concord_model::{Code, List};
use concord_scope::{Builder, Evaluator, Item, Options, Renaming, Scope, Snap, Vocabulary, relate, witness};
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../tests/support/mod.rs"]
mod support;

const ENTRIES: u32 = 500;
const CHILDREN: u32 = 20;

/// A list of 500 entries of 20 paragraphs; `shift` moves every third threshold.
fn generated(jurisdiction: &str, shift: u32) -> List {
    let mut lines = String::new();
    for entry in 0..ENTRIES {
        let _ = writeln!(lines, "1A{entry} is kind {entry}; except for civil use when mass <{} kg", entry % 7 + 1);
        for child in 0..CHILDREN {
            let limit = 10 + child * 5 + if child % 3 == 0 { shift } else { 0 };
            let _ = writeln!(lines, "1A{entry}.a{child} has feature {child}; when length >{limit} m; when power {child} <{limit} W >1 W");
        }
    }
    support::list(jurisdiction, &lines)
}

fn scopes(list: &List, vocabulary: &mut Vocabulary) -> Vec<Scope> {
    let builder = Builder::new(list, Options::default());
    let codes = (0..1000).map(|n| format!("1A{}.a{}", n % ENTRIES, n % CHILDREN));
    codes.filter_map(|code| builder.scope(&Code::parse(&code).ok()?, vocabulary)).collect()
}

fn benches(criterion: &mut Criterion) {
    let (left, right) = (generated("aa", 0), generated("bb", 3));
    let mut vocabulary = Vocabulary::default();
    let (a, b) = (scopes(&left, &mut vocabulary), scopes(&right, &mut vocabulary));
    let renaming = Renaming::none();
    let compare = |(x, y): (&Scope, &Scope)| {
        let snap = Snap::between(&x.printed, &y.printed, &renaming);
        relate(&x.items, &y.items, &vocabulary, &renaming, &snap)
    };
    criterion.bench_function("build 1,000 scopes", |bench| bench.iter(|| scopes(black_box(&left), &mut Vocabulary::default())));
    criterion.bench_function("relate 1,000 pairs", |bench| bench.iter(|| a.iter().zip(&b).map(compare).collect::<Vec<_>>()));

    let regions: Vec<_> = a.iter().zip(&b).map(compare).flat_map(|c| c.left_only.regions).collect();
    let items: Vec<Item> = regions.iter().filter_map(|r| witness(r, &vocabulary, &renaming)).cycle().take(1500).collect();
    criterion.bench_function("witnesses", |bench| {
        bench.iter(|| regions.iter().filter_map(|r| witness(r, &vocabulary, &renaming)).collect::<Vec<_>>());
    });
    criterion.bench_function("index a list of 10,500 paragraphs", |bench| bench.iter(|| Evaluator::new(black_box(&right), true)));
    let evaluator = Evaluator::new(&right, true);
    criterion.bench_function("try 1,500 items against 10,500 paragraphs", |bench| {
        bench.iter(|| items.iter().map(|item| evaluator.evaluate(item)).collect::<Vec<_>>());
    });
}

criterion_group!(group, benches);
criterion_main!(group);
