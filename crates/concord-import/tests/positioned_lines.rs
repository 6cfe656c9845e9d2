//! The adapter of printed lines on made-up prints, and on the official ones where `CONCORD_CORPUS` names them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use concord_import::adapter::{self, Input, positioned_lines};
use concord_import::document::{DecimalMark, Document, RawEntry, RawNote};
use concord_import::grammar::{Context, Reading, read};
use concord_lexicon::Lexicon;
use concord_quantity::NumberFormat;

/// A line of a print: distance from the left, distance to the line above, text.
type Row = (u32, u32, &'static str);

/// The table of a print: pages of lines, each with a running head and a page number.
fn print(pages: &[&[Row]]) -> String {
    let mut out = "page\tx0\ty0\tsize\ttext\n".to_owned();
    for (page, rows) in pages.iter().enumerate() {
        let number = page + 1;
        let _ = writeln!(out, "{number}\t300\t40\t9\tThe Kiln Act — {number}\n{number}\t40\t60\t9\t▼M1");
        let mut y = 80;
        for (x, space, text) in *rows {
            y += space;
            let _ = writeln!(out, "{number}\t{x}\t{y}\t8\t{text}");
        }
        let _ = writeln!(out, "{number}\t500\t800\t9\t{number}");
    }
    out
}

fn parse(text: &str) -> Document {
    let inputs = [Input { name: "print.tsv", bytes: text.as_bytes() }];
    let adapter = adapter::detect(&inputs).expect("the header is known");
    assert_eq!(adapter.name, "positioned-lines");
    adapter.read(&inputs).expect("the print reads")
}

fn entry<'d>(document: &'d Document, code: &str) -> &'d RawEntry {
    document.entries.iter().find(|e| e.code == code).expect("the entry exists")
}

fn text<'d>(document: &'d Document, code: &str) -> &'d str {
    entry(document, &code[..5]).paragraphs.iter().find(|p| p.code == code).map_or("(no paragraph)", |p| p.text.as_str())
}

fn codes(entry: &RawEntry) -> Vec<&str> {
    entry.paragraphs.iter().map(|p| p.code.as_str()).collect()
}

fn note<'d>(entry: &'d RawEntry, place: &str) -> &'d RawNote {
    entry.notes.iter().find(|n| n.place == place).expect("the note exists")
}

/// Two entries over four pages, between an introduction and another annex.
fn kilns() -> String {
    print(&[
        &[
            (200, 0, "ANNEX A"),
            (180, 16, "GENERAL KILN NOTE"),
            (170, 16, "(read with category 9)"),
            (100, 16, "Kilns are controlled where they"),
            (100, 10, "are hot."),
            (180, 20, "DEFINITIONS"),
            (100, 20, "\"Glaze\" (9), means a glass layer."),
            (100, 20, "\"Slip\" (8 9) means wet clay."),
            (210, 30, "Category 9"),
            (180, 16, "CATEGORY 9 - KILNS"),
            (150, 16, "Note 1: Toys are judged by"),
            (190, 10, "their makers."),
            (100, 20, "9A Kilns and Parts"),
            (100, 16, "9A001 Kilns, having any of the fol\u{ad}"),
            (150, 10, "lowing, and parts there-"),
            (150, 10, "for:"),
            (150, 20, "N.B. SEE ALSO 9A002."),
            (150, 20, "a. A heat exceeding 1 300 K at –10 °C or"),
            (160, 10, "more of UF 6 ; or"),
        ],
        &[(100, 20, "9A001 (continued)"), (150, 20, "b. Walls of two-"), (160, 10, "layer brick, having all of the follow\u{ad}")],
        &[
            (160, 20, "ing:"),
            (160, 20, "Technical Notes:"),
            (160, 20, "1. Brick is burnt clay."),
            (160, 20, "2. A layer is flat."),
            (160, 20, "1. A mass above 5 × 10 ^{–3} kg per m^{2} ,"),
            (170, 10, "and"),
            (160, 20, "2. Either of:"),
            (173, 20, "a. UF 6 lining;"),
            (183, 20, "Note: 9A001.b.2. does not control lining that is:"),
            (207, 20, "a. Painted; or"),
            (207, 20, "b. Thin, meaning:"),
            (217, 20, "1. Below 2 mm."),
            (173, 20, "b. Wood."),
            (150, 20, "c. A two-layer roof therefor."),
        ],
        &[
            (100, 20, "9A002 a. Mills;"),
            (150, 20, "b. Wheels."),
            (150, 20, "Note: Wheels are round."),
            (260, 40, "Table"),
            (230, 16, "Bricks and their colours"),
            (100, 20, "Clay Red"),
            (200, 40, "ANNEX B"),
            (100, 20, "9A001 Kilns that nobody may sell, as follows:"),
        ],
    ])
}

#[test]
fn entries_levels_and_texts_of_a_print() {
    let document = parse(&kilns());
    assert_eq!(document.entries.iter().map(|e| e.code.as_str()).collect::<Vec<_>>(), ["9A001", "9A002"]);
    let kilns = entry(&document, "9A001");
    let want = ["9A001", "9A001.a", "9A001.b", "9A001.b.1", "9A001.b.2", "9A001.b.2.a", "9A001.b.2.b", "9A001.c"];
    assert_eq!(codes(kilns), want);
    assert_eq!(kilns.heading, "Kilns, having any of the following, and parts therefor:");
    assert_eq!(text(&document, "9A001.a"), "A heat exceeding 1 300 K at –10 °C or more of UF_{6}; or");
    assert_eq!(text(&document, "9A001.b"), "Walls of two-layer brick, having all of the following:");
    assert_eq!(text(&document, "9A001.b.1"), "A mass above 5 × 10^{–3} kg per m^{2}, and");
    assert_eq!(text(&document, "9A001.b.2.a"), "UF_{6} lining;");
    assert_eq!(codes(entry(&document, "9A002")), ["9A002", "9A002.a", "9A002.b"]);
    assert_eq!(text(&document, "9A002"), "");
}

#[test]
fn notes_of_a_print_have_their_owners_and_items() {
    let document = parse(&kilns());
    let kilns = entry(&document, "9A001");
    assert_eq!(note(kilns, "N.B.").owner, "9A001");
    let technical = note(kilns, "Technical Notes");
    assert_eq!((technical.owner.as_str(), technical.lines.len()), ("9A001.b", 2));
    let lining = note(kilns, "Note");
    assert_eq!((lining.owner.as_str(), lining.after.as_str()), ("9A001.b.2", "9A001.b.2.a"));
    assert_eq!(lining.lines[1..], ["a. Painted; or", "b. Thin, meaning:", "1. Below 2 mm."]);
    assert_eq!(note(entry(&document, "9A002"), "Note").owner, "9A002");
}

#[test]
fn what_stands_around_the_entries_is_read_or_listed() {
    let document = parse(&kilns());
    let notes: Vec<(&str, &str)> = document.notes.iter().map(|n| (n.owner.as_str(), n.place.as_str())).collect();
    assert_eq!(notes, [("", "GENERAL KILN NOTE"), ("9", "Note 1")]);
    assert_eq!(document.notes[0].lines, ["Kilns are controlled where they are hot."]);
    let terms: Vec<&str> = document.definitions.iter().map(|d| d.term.as_str()).collect();
    assert_eq!(terms, ["Glaze", "Slip"]);
    let titles: Vec<&str> = document.supplements.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["Table", "ANNEX B"]);
    let listed = |what: &str| document.problems.iter().filter(|p| p.what.contains(what)).count();
    assert_eq!((listed("kept as a supplement"), listed("page 4:"), listed("no heading of its own")), (2, 1, 1), "{:?}", document.problems);
    assert_eq!(document.problems.len(), 4, "{:?}", document.problems);
}

#[test]
fn misprints_stay_and_are_listed() {
    let text = print(&[
        &[
            (100, 0, "9A001 Kilns, as follows:"),
            (150, 20, "a. Hot;"),
            (150, 20, "d. Cold;"),
            (150, 20, "Flush text."),
            (180, 20, "z. Lost"),
            (100, 20, "Somebody wrote this beside it"),
        ],
        &[(100, 0, "9A002 (continued)"), (150, 20, "e Warm;"), (150, 20, "f. Wet."), (100, 20, "9A002 Mills."), (100, 20, "Loose text")],
        &[(150, 0, "Loose too.")],
    ]);
    let document = parse(&text);
    assert_eq!(codes(entry(&document, "9A001")), ["9A001", "9A001.a", "9A001.d", "9A001.d.z", "9A001.e", "9A001.f"]);
    assert_eq!(document.supplements[0].lines, ["Somebody wrote this beside it"]);
    let what: Vec<&str> = document.problems.iter().map(|p| p.what.as_str()).collect();
    for sign in [
        "labels between are missing",
        "first label of its level",
        "goes on with 9A001",
        "head of the page",
        "no dot behind",
        "outside the entries",
    ] {
        assert!(what.iter().any(|w| w.contains(sign)), "{sign}: {what:?}");
    }
}

#[test]
fn a_table_that_is_no_print_is_an_error() {
    let cases = [
        ("page\tx0\ty0\tsize\ttext\n1\t2\t3\t4\tKilns\n", "no paragraph opens with the code", Some(1)),
        ("page\tx0\ty0\tsize\ttext\n1\tleft\t3\t4\tKilns\n", "no number", Some(2)),
        ("page\tx0\ty0\tsize\ttext\n1\t2\n", "missing", Some(2)),
        ("page\tx0\tsize\ttext\n", "`y0`", Some(1)),
    ];
    for (text, what, line) in cases {
        let error = positioned_lines::read(Input { name: "x.tsv", bytes: text.as_bytes() }).unwrap_err();
        assert!(error.what.contains(what), "{error}");
        assert_eq!(error.line, line, "{error}");
        assert!(!error.help.is_empty() && error.column.is_some());
    }
}

/// The corpus folder; `None` prints why a test did nothing.
#[allow(clippy::print_stderr, reason = "a skipped test says so")]
fn corpus(file: &str) -> Option<Document> {
    let Some(folder) = std::env::var_os("CONCORD_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: CONCORD_CORPUS is not set");
        return None;
    };
    let bytes = std::fs::read(folder.join(file)).expect("the corpus holds the file");
    let inputs = [Input { name: file, bytes: &bytes }];
    Some(adapter::detect(&inputs).and_then(|a| a.read(&inputs)).expect("the file reads"))
}

const PRINT_2022: &str = "eu/text/CELEX_02021R0821-20220505_EN.lines.tsv";
const PRINT_2015: &str = "eu/text/CELEX_02015R2420-20151224_EN.lines.tsv";
const OTHER_LAYOUT: &str = "regimes/national-extra/no-liste-ii-dual-use_en.lines.tsv";

/// Entries by category, paragraphs without a parent or with a code that stands twice, and notes that hang on no paragraph.
fn shape(document: &Document) -> (Vec<usize>, Vec<String>) {
    let by_category = ('0'..='9').map(|c| document.entries.iter().filter(|e| e.code.starts_with(c)).count()).collect();
    let mut broken = Vec::new();
    for entry in &document.entries {
        let mut seen = BTreeSet::new();
        for paragraph in &entry.paragraphs {
            let parent = paragraph.code.rsplit_once('.').map(|(parent, _)| parent);
            if !seen.insert(paragraph.code.as_str()) || parent.is_some_and(|p| !seen.contains(p)) {
                broken.push(paragraph.code.clone());
            }
        }
        broken.extend(entry.notes.iter().filter(|n| !seen.contains(n.owner.as_str())).map(|n| format!("{} of {}", n.place, n.owner)));
    }
    (by_category, broken)
}

#[test]
fn the_annex_of_2022_reads_whole() {
    let Some(document) = corpus(PRINT_2022) else { return };
    let (by_category, broken) = shape(&document);
    assert_eq!(by_category, [15, 92, 52, 39, 11, 13, 36, 37, 8, 63]);
    assert_eq!(broken, Vec::<String>::new());
    assert_eq!((document.decimal, document.flattened_exponents), (DecimalMark::Comma, false));
    assert_eq!(document.definitions.len(), 181);
    assert!(document.notes.iter().any(|n| n.owner == "5 Part 2" && n.place == "Note 3" && n.lines.len() > 10));
    assert!(document.problems.len() < 35, "{:?}", document.problems);
    // Labels that restart inside notes, a note's items further in than the paragraphs beside it, two labels in a line.
    assert!(codes(entry(&document, "1A004")).contains(&"1A004.a.4.f"));
    assert_eq!(codes(entry(&document, "0B006")), ["0B006"]);
    assert_eq!(codes(entry(&document, "3A201"))[2..5], ["3A201.a.1", "3A201.a.1.a", "3A201.a.1.b"]);
    assert!(codes(entry(&document, "6A002")).contains(&"6A002.a.1.a.2"));
    assert!(!codes(entry(&document, "3A001")).contains(&"3A001.a.5.b.3"));
    assert_eq!(note(entry(&document, "1C107"), "Technical Note 2").lines.len(), 11);
    assert!(text(&document, "0B001.c.3").contains("1 m^{3}/min or more of UF_{6}, with"));
}

#[test]
fn other_prints_of_the_annex_read_too() {
    let Some(older) = corpus(PRINT_2015) else { return };
    let (by_category, broken) = shape(&older);
    assert_eq!(by_category.iter().sum::<usize>(), 360);
    assert_eq!(broken, Vec::<String>::new());
    let Some(other) = corpus(OTHER_LAYOUT) else { return };
    let (by_category, broken) = shape(&other);
    assert_eq!(by_category, [15, 92, 52, 39, 11, 13, 36, 37, 8, 63]);
    assert_eq!(broken, Vec::<String>::new());
    // The same list in two layouts, a few amendments apart: the codes of one are those of the other.
    let Some(print) = corpus(PRINT_2022) else { return };
    let all = |d: &Document| d.entries.iter().flat_map(codes).map(str::to_owned).collect::<BTreeSet<String>>();
    let (a, b) = (all(&other), all(&print));
    assert!(a.symmetric_difference(&b).count() <= 10, "{:?}", a.symmetric_difference(&b).collect::<Vec<_>>());
}

/// Texts with their parents' texts, by code.
fn texts(document: &Document) -> BTreeMap<&str, (&str, Option<&str>)> {
    let mut out = BTreeMap::new();
    for entry in &document.entries {
        let own: BTreeMap<&str, &str> = entry.paragraphs.iter().map(|p| (p.code.as_str(), p.text.as_str())).collect();
        for (code, text) in &own {
            let parent = code.rsplit_once('.').and_then(|(parent, _)| own.get(parent).copied());
            out.insert(*code, (*text, parent));
        }
    }
    out
}

/// Letters and digits only.
fn letters(text: &str) -> String {
    text.replace("^{", "").replace("_{", "").chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn paragraphs_that_a_later_edition_keeps_read_the_same() {
    let Some(print) = corpus(PRINT_2022) else { return };
    let Some(outline) = corpus("eu/consolidated-2025-11-15/annex-i_2025-11-15.outline.txt") else { return };
    let (earlier, later) = (texts(&print), texts(&outline));
    let reading = |(text, parent): (&str, Option<&str>), flattened: bool| -> Reading {
        let mut context = Context::new(Lexicon::english(), NumberFormat::COMMA, flattened);
        context.parent_text = parent;
        read(text, &context)
    };
    let (mut kept, mut same, mut other_limits) = (0, 0, Vec::new());
    for (code, text) in &earlier {
        let Some(now) = later.get(code).filter(|now| letters(now.0) == letters(text.0)) else { continue };
        let (a, b) = (reading(*text, false), reading(*now, true));
        kept += 1;
        same += usize::from(a.wording == b.wording);
        if a.wording == b.wording && a.when != b.when {
            other_limits.push((*code).to_owned());
        }
    }
    println!("{kept} of {} paragraphs stand in the later edition letter by letter; {same} have the same digest", earlier.len());
    assert!(kept > 2900 && same * 1000 >= kept * 995, "{same} of {kept}");
    assert!(other_limits.is_empty(), "{other_limits:?}");
}
