//! The adapters on made-up inputs, and on the official texts where `CONCORD_CORPUS` names them.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use concord_import::adapter::{self, ImportError, Input, ecfr_xml, outline};
use concord_import::document::{DecimalMark, Document, RawEntry};

/// The corpus folder; `None` prints why a test did nothing.
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("CONCORD_CORPUS").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: CONCORD_CORPUS is not set");
    }
    folder
}

fn part(part: u32, date: &str) -> Option<Document> {
    let folder = corpus()?.join("us/ear-ecfr-xml").join(date);
    let plain = format!("title-15_part-{part}_{date}.xml");
    let name = if folder.join(&plain).exists() { plain } else { format!("{plain}.gz") };
    let bytes = std::fs::read(folder.join(&name)).expect("the corpus holds the part");
    let inputs = [Input { name: &name, bytes: &bytes }];
    Some(adapter::detect(&inputs).and_then(|a| a.read(&inputs)).expect("the part reads"))
}

fn annex() -> Option<Document> {
    let folder = corpus()?.join("eu/consolidated-2025-11-15");
    let name = "annex-i_2025-11-15.outline.txt";
    let main = std::fs::read(folder.join(name)).expect("the corpus holds the outline");
    let mut texts: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder.join("texts"))
        .expect("the corpus holds the texts")
        .map(|f| f.expect("the folder reads").path())
        .map(|p| (p.file_name().unwrap_or_default().to_string_lossy().into_owned(), std::fs::read(&p).expect("the file reads")))
        .collect();
    texts.sort();
    let mut inputs = vec![Input { name, bytes: &main }];
    inputs.extend(texts.iter().map(|(name, bytes)| Input { name, bytes }));
    Some(adapter::detect(&inputs).and_then(|a| a.read(&inputs)).expect("the outline reads"))
}

fn entry<'d>(document: &'d Document, code: &str) -> &'d RawEntry {
    document.entries.iter().find(|e| e.code == code).expect("the entry exists")
}

fn codes(entry: &RawEntry) -> Vec<&str> {
    entry.paragraphs.iter().map(|p| p.code.as_str()).collect()
}

const FIXTURE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<DIV5 N="774" TYPE="PART"><HEAD>PART 774—LIST</HEAD>
<DIV9 N="Supplement No. 1 to Part 774" TYPE="APPENDIX"><HEAD>Supplement No. 1—The List</HEAD>
<HD1>Category 9—Things</HD1>
<HD1>A. “Systems”</HD1>
<FP-2><B>9A999 Lathes and </B><E T="04">mills,</E><B> as follows (see List of Items Controlled).</B></FP-2>
<FP-1><E T="04">License Requirements</E></FP-1>
<FP-1><I>Reason for Control:</I> NS, AT</FP-1>
<DIV><TABLE><THEAD><TR><TH>Control(s)</TH><TH>Country Chart</TH></TR></THEAD>
<TBODY><TR><TD>NS applies to 9A999.a</TD><TD>NS Column 1</TD></TR></TBODY></TABLE></DIV>
<FP-1><E T="05">List Based License Exceptions (See Part 740)</E></FP-1>
<FP-1><I>LVS:</I> Yes for:</FP-1>
<P>$500: 9A999.a.</P>
<FP-1><E T="04">List of Items Controlled</E></FP-1>
<FP-1><I>Related Controls:</I> See 9B999.</FP-1>
<FP><I>Items:</I> a. Lathes having all of the following:</FP>
<P>a.1. A mass over 5 × 10 <SU>−</SU> <SU>3</SU> kg; <I>and</I></P>
<P>2. A volume over 2 m <SU>3</SU>;</P>
<NOTE><HED><I>Note 1 to 9A999.a:</I></HED><P><I>9A999.a does not control:</I></P><P><I>a. Toys;</I></P></NOTE>
<P><I>b. Models.</I></P>
<P>b. Mills;</P>
<P>d. to f. [Reserved]</P>
<P><I>Technical Note:</I> <I>For the purposes of 9A999.a.1, mass is mass.</I></P>
</DIV9></DIV5>"#;

#[test]
fn an_entry_reads_whole() {
    let document = ecfr_xml::read("fixture.xml", FIXTURE.as_bytes()).unwrap();
    let entry = entry(&document, "9A999");
    assert_eq!(entry.heading, "Lathes and mills, as follows (see List of Items Controlled).");
    assert_eq!(codes(entry), ["9A999", "9A999.a", "9A999.a.1", "9A999.a.2", "9A999.b", "9A999.d", "9A999.e", "9A999.f"]);
    assert_eq!(entry.paragraphs[2].text, "A mass over 5 × 10^{−3} kg; and");
    assert_eq!(entry.paragraphs[3].text, "A volume over 2 m^{3};");
    assert_eq!(entry.licence.exceptions[0].text, "Yes for: $500: 9A999.a.");
    assert_eq!(entry.licence.reasons[0].column, "NS Column 1");
    let notes: Vec<(&str, &str, &str, usize)> =
        entry.notes.iter().map(|n| (n.place.as_str(), n.owner.as_str(), n.after.as_str(), n.lines.len())).collect();
    assert_eq!(
        notes,
        [("Related Controls", "9A999", "9A999", 1), ("Note 1", "9A999.a", "9A999.a.2", 3), ("Technical Note", "9A999.a.1", "9A999.f", 1),]
    );
    assert_eq!(document.problems.len(), 1, "only the gap before d: {:?}", document.problems);
}

#[test]
fn bad_input_says_what_and_where() {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(FIXTURE.as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    assert!(ecfr_xml::read("x.gz", &gz).is_ok());
    let dtd = "<!DOCTYPE a [<!ENTITY b \"c\">]><DIV5 N=\"774\" TYPE=\"PART\">&b;</DIV5>";
    let deep = |n: usize| {
        let (open, close) = ("<DIV>".repeat(n), "</DIV>".repeat(n));
        format!("<DIV5 N=\"774\" TYPE=\"PART\"><DIV9 N=\"Supplement No. 1 to\">{open}{close}</DIV9></DIV5>").into_bytes()
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("truncated XML", FIXTURE.as_bytes()[..900].to_vec(), "not well formed"),
        ("no XML", b"Hello".to_vec(), "not XML"),
        ("another part", b"<DIV5 N=\"744\" TYPE=\"PART\"/>".to_vec(), "part 744"),
        ("no part", b"<a/>".to_vec(), "no part"),
        ("an empty part", b"<DIV5 N=\"774\" TYPE=\"PART\"/>".to_vec(), "no entry"),
        ("entities", dtd.as_bytes().to_vec(), "document type"),
        ("an unknown entity", b"<DIV5 N=\"774\" TYPE=\"PART\">&x;</DIV5>".to_vec(), "entity"),
        ("deep nesting", deep(500), "deeper"),
        ("deeper nesting", deep(100_000), "nested"),
        ("empty", b"  \n".to_vec(), "empty"),
        ("binary", b"PK\x03\x04\x00\x00".to_vec(), "binary"),
        ("Latin-1", b"<DIV5>\xe9</DIV5>".to_vec(), "not UTF-8"),
        ("a cut .gz", gz[..gz.len() / 2].to_vec(), "gzip"),
    ];
    for (name, bytes, what) in cases {
        let error: ImportError = ecfr_xml::read(name, &bytes).unwrap_err();
        assert!(error.to_string().contains(what), "{name}: {error}");
        assert!(!error.help.is_empty(), "{name}");
    }
    let error = outline::read(Input { name: "x", bytes: b"Hello\n" }, &[]).unwrap_err();
    assert!(error.what.contains("code of an entry"));
}

#[test]
fn a_compressed_file_may_not_grow_without_end() {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b' '; 1 << 20];
    for _ in 0..201 {
        gz.write_all(&block).unwrap();
    }
    let error = ecfr_xml::read("bomb.gz", &gz.finish().unwrap()).unwrap_err();
    assert!(error.what.contains("more than 200 MB"), "{error}");
}

/// Codes that have no paragraph above them or occur twice and that no problem names, and notes that hang on no paragraph.
fn unlisted(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for entry in &document.entries {
        let mut seen = BTreeSet::new();
        let listed = |code: &str| document.problems.iter().any(|p| p.what.contains(code));
        for paragraph in &entry.paragraphs {
            let code = paragraph.code.as_str();
            if !seen.insert(code) && !listed(code) {
                out.push(format!("{code} twice"));
            }
            if let Some((parent, _)) = code.rsplit_once('.')
                && !seen.contains(parent)
                && !listed(parent)
            {
                out.push(format!("{code} without parent"));
            }
        }
        for note in &entry.notes {
            for code in [&note.owner, &note.after] {
                if !seen.contains(code.as_str()) {
                    out.push(format!("{} of {code}", note.place));
                }
            }
        }
    }
    out
}

#[test]
fn the_whole_commerce_control_list_reads() {
    let Some(document) = part(774, "2026-01-29") else { return };
    assert_eq!(document.entries.len(), 638);
    let by_category: Vec<usize> = ('0'..='9').map(|c| document.entries.iter().filter(|e| e.code.starts_with(c)).count()).collect();
    assert_eq!(by_category, [62, 136, 89, 78, 24, 25, 60, 46, 22, 96]);
    assert_eq!(unlisted(&document), Vec::<String>::new());
    let numbers: Vec<u32> = document.supplements.iter().map(|s| s.number).collect();
    assert_eq!(numbers, [2, 3, 4, 5, 6, 7]);
    assert!(document.entries.iter().all(|e| !e.heading.is_empty()));
    assert!(document.entries.iter().flat_map(|e| &e.paragraphs).all(|p| !p.text.is_empty()));
}

#[test]
fn known_hard_places_of_the_commerce_control_list() {
    let Some(document) = part(774, "2026-01-29") else { return };
    // Items without their heading; a list inside “ECCN Controls” that is none.
    assert!(codes(entry(&document, "5A001")).contains(&"5A001.b.2.a"));
    assert_eq!(codes(entry(&document, "1C230")), ["1C230"]);
    assert!(codes(entry(&document, "9C610")).starts_with(&["9C610", "9C610.a"]));
    // Paragraphs inside the element of a note.
    assert!(codes(entry(&document, "6A002")).contains(&"6A002.a.3"));
    assert!(codes(entry(&document, "1C001")).contains(&"1C001.b"));
    // Deep labels, and chemicals with a bracket behind the label.
    assert!(codes(entry(&document, "3A001")).contains(&"3A001.a.5.a.1"));
    assert!(codes(entry(&document, "1C350")).contains(&"1C350.b.16"));
    // A reserved range that overlaps a paragraph.
    let w = entry(&document, "9A515").paragraphs.iter().filter(|p| p.code == "9A515.w").count();
    assert_eq!(w, 1);
    // A note's item that stands below a later note stays a note.
    assert_eq!(entry(&document, "4A003").paragraphs.iter().filter(|p| p.code == "4A003.c").count(), 1);
    // A note to several paragraphs is kept once for each.
    let stated: Vec<&str> = entry(&document, "3A090").notes.iter().filter(|n| n.place == "Note 2").map(|n| n.owner.as_str()).collect();
    assert_eq!(stated, ["3A090.a", "3A090.b"]);
}

#[test]
fn older_lists_read_too() {
    // Plain bold headings number 636 and 637 in the two oldest; the others differ in print and are listed as problems.
    for (date, odd) in [("2025-01-29", 2), ("2025-08-02", 1), ("2025-12-30", 0)] {
        let Some(document) = part(774, date) else { return };
        assert_eq!(document.entries.len(), 638, "{date}");
        assert_eq!(document.problems.iter().filter(|p| p.what.starts_with("the heading ")).count(), odd, "{date}");
        assert_eq!(unlisted(&document), Vec::<String>::new(), "{date}");
        assert_eq!(document.date.map(|d| d.to_string()).as_deref(), Some(date));
    }
}

#[test]
fn defined_terms_read() {
    let Some(document) = part(772, "2026-01-29") else { return };
    assert!(document.definitions.len() > 320);
    for term in ["Specially designed", "Accuracy", "Bias", "Fractional bandwidth", "Required"] {
        assert!(document.definitions.iter().any(|d| d.term == term && !d.text.is_empty()), "{term}");
    }
}

#[test]
fn the_whole_annex_reads() {
    let Some(document) = annex() else { return };
    assert_eq!(document.entries.len(), 384);
    assert_eq!((document.decimal, document.flattened_exponents), (DecimalMark::Comma, true));
    assert_eq!(unlisted(&document), Vec::<String>::new());
    assert_eq!(document.definitions.len(), 175);
    assert!(document.notes.iter().any(|n| n.owner == "5 Part 2" && n.lines.len() > 5));
    assert!(document.problems.len() < 25, "{:?}", document.problems);
}
