//! How long it takes to load a large list from YAML and from the image, and to write it.

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use concord_model::{decode, encode, load_list, write_list};
use criterion::{Criterion, criterion_group, criterion_main};

fn load(c: &mut Criterion) {
    let list = support::list(8_000, 7);
    let files: Vec<(String, String)> = write_list(&list).into_iter().map(|f| (f.name, f.text)).collect();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    c.bench_function(&format!("load {} kB of YAML", bytes / 1000), |b| b.iter(|| load_list(black_box(&files))));
    c.bench_function("write it", |b| b.iter(|| write_list(black_box(&list))));
    let lists = [list, support::list(2_000, 11)];
    let image = encode(&lists).unwrap_or_default();
    c.bench_function(&format!("decode 10,000 paragraphs from {} kB of image", image.len() / 1000), |b| {
        b.iter(|| decode(black_box(&image)));
    });
}

criterion_group!(benches, load);
criterion_main!(benches);
