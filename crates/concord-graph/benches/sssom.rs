//! Reading a mapping file of 10,000 rows: less than 100 ms is promised.

use std::fmt::Write as _;
use std::hint::black_box;

use concord_graph::mapping::sssom;
use criterion::{Criterion, criterion_group, criterion_main};

/// A file of so many rows, with labels, confidences, dates and comments.
fn file(rows: usize) -> String {
    let mut text = String::from(
        "#curie_map:\n#  aa: https://example.org/aa/\n#  bb: https://example.org/bb/\n#mapping_set_id: https://example.org/set\n#license: https://example.org/free\nsubject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tmapping_date\tconfidence\tcomment\n",
    );
    for n in 0..rows {
        let _ = writeln!(
            text,
            "aa:{}T{:03}.a.{n}\tweaving loom {n}\tskos:closeMatch\tbb:{}T{:03}.b.{n}\tloom for weaving {n}\tsemapv:CompositeMatching\t2030-01-01\t0.{:03}\t\"said \"\"loom\"\", not \"\"mill\"\"\"",
            n % 10,
            n % 1000,
            n % 10,
            n % 1000,
            n % 1000
        );
    }
    text
}

fn read(c: &mut Criterion) {
    let text = file(10_000);
    c.bench_function("read 10,000 mappings", |b| b.iter(|| sssom::read("mappings.sssom.tsv", black_box(text.as_bytes()))));
    let set = sssom::read("mappings.sssom.tsv", text.as_bytes()).set.unwrap_or_default();
    c.bench_function("write 10,000 mappings", |b| b.iter(|| sssom::write(black_box(&set))));
}

criterion_group!(benches, read);
criterion_main!(benches);
