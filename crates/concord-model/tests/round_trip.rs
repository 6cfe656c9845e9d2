//! Writing then reading gives the same list, from YAML and from the image.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use concord_model::{
    Area, Availability, Code, Components, Condition, Connective, Digest, Entry, Expr, GeneralNote, Holding, Image, ImageError,
    LicenceException, Limits, List, Note, NoteEffect, Paragraph, Perimeter, Qualifier, Reason, Role, Source, Stratum, Term, decode, encode,
    load_list, write_list,
};
use concord_quantity::{Constraint, Op};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text at all: words, marks that mean something to YAML or to the notations, control characters, other scripts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}( [a-z]{1,8}){0,3}",
        "[-?:,\\[\\]{}#&*!|>'\"%@`~^\\\\ a-c0-9=.]{0,12}",
        "\\PC{0,10}",
        select(vec![
            "no",
            "3E001",
            "null",
            "2026-01-29",
            "a: b",
            "a #b",
            "x\ny",
            "\t",
            "\u{7}",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            " a ",
            "a ~0123456789abcdef"
        ])
        .prop_map(str::to_owned),
    ]
}

/// A name in normal form: no white space at its ends.
fn name() -> impl Strategy<Value = String> {
    text().prop_map(|t| t.trim().to_owned()).prop_filter("not empty", |t| !t.is_empty())
}

fn digest() -> impl Strategy<Value = Digest> {
    any::<u64>().prop_map(Digest)
}

fn limits() -> impl Strategy<Value = Limits> {
    let op = select(vec![Op::Gt, Op::Ge, Op::Lt, Op::Le, Op::Eq]);
    prop_oneof![
        select(vec![">=8 bit <10 bit", ">1.3 m", "<=5e3 kg", ">398 K (125 °C)", "==0.50 W", ">7 zorkmids", "<-55 °C"])
            .prop_map(|t| Limits::Quantities(Constraint::parse(t).unwrap())),
        (op, name()).prop_map(|(op, reference)| Limits::Symbolic { op, reference }),
        (name(), digest()).prop_map(|(label, digest)| Limits::Formula { label, digest }),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let parameter = prop_oneof![name(), Just(String::new()), Just("any".to_owned()), Just("all".to_owned())];
    (parameter, vec(name(), 0..3), limits(), any::<bool>()).prop_map(|(parameter, mut settings, limits, inherited)| {
        settings.sort();
        Condition { parameter, settings, limits, inherited }
    })
}

fn expression() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![condition().prop_map(Expr::Is), Just(Expr::default()), Just(Expr::Any(Vec::new()))];
    leaf.prop_recursive(3, 10, 3, |inner| prop_oneof![vec(inner.clone(), 0..4).prop_map(Expr::All), vec(inner, 0..4).prop_map(Expr::Any)])
}

fn qualifiers() -> impl Strategy<Value = Vec<Qualifier>> {
    let role = select(vec![Role::Subject, Role::Restricts, Role::Widens, Role::Member, Role::Excludes, Role::Illustrates]);
    let one = (role, name(), digest(), any::<bool>()).prop_map(|(role, phrase, digest, own)| {
        let digest = if own { Digest::of(&phrase) } else { digest };
        Qualifier { role, phrase, digest }
    });
    vec(one, 0..3)
}

fn note() -> impl Strategy<Value = Note> {
    use NoteEffect::{Defines, Excludes, Includes, LimitsTo, Other, Refers, Status};
    let effect = select(vec![Excludes, Includes, LimitsTo, Status, Defines, Refers, Other]);
    (text(), effect, qualifiers(), expression(), vec(text(), 0..2), vec(text(), 0..2), digest()).prop_map(
        |(place, effect, qualifiers, when, defines, references, wording)| Note {
            place,
            effect,
            qualifiers,
            when,
            defines,
            references,
            wording,
        },
    )
}

fn facts() -> impl Strategy<Value = Paragraph> {
    let children = prop_oneof![Just(Connective::Any), Just(Connective::All), (0..9_u32).prop_map(Connective::AtLeast)];
    let components = proptest::option::of((qualifiers(), digest()).prop_map(|(qualifiers, wording)| Components { qualifiers, wording }));
    let lists = (vec(text(), 0..2), vec(text(), 0..2), vec(text(), 0..2), vec(text(), 0..2));
    (
        text(),
        text(),
        any::<bool>(),
        children,
        expression(),
        qualifiers(),
        components,
        vec(note(), 0..2),
        lists,
        (digest(), digest(), 0..3_u8),
    )
        .prop_map(
            |(subject, printed_code, reserved, children, when, qualifiers, components, notes, lists, (wording, residue, same))| {
                let (references, terms, substances, unread) = lists;
                let residue = if same == 0 { wording } else { residue };
                Paragraph {
                    printed_code,
                    subject,
                    reserved,
                    children,
                    when,
                    qualifiers,
                    components,
                    notes,
                    references,
                    terms,
                    substances,
                    wording,
                    residue,
                    unread,
                    ..Paragraph::new(Code::parse("1").unwrap())
                }
            },
        )
}

fn entry() -> impl Strategy<Value = (String, Entry)> {
    let stratum = select(vec![Stratum::Regime, Stratum::Unilateral, Stratum::AntiTerrorism, Stratum::MunitionsLike]);
    let reason = (text(), text(), vec(text(), 0..2), any::<bool>(), vec(text(), 0..2))
        .prop_map(|(reason, column, applies_to, qualified, destinations)| Reason { reason, column, applies_to, qualified, destinations });
    let available = select(vec![Availability::Yes, Availability::No, Availability::Partly]);
    let exception = (text(), available, text(), vec(text(), 0..2), vec(text(), 0..2))
        .prop_map(|(symbol, available, value_limit, only, except)| LicenceException { symbol, available, value_limit, only, except });
    let code = select(vec!["1A001", "3E001", "0E001", "9Z", "ML10", "4"]);
    (code, stratum, text(), vec(reason, 0..2), vec(exception, 0..2), vec(text(), 0..2), facts(), vec(facts(), 0..3)).prop_map(
        |(code, stratum, elsewhere, reasons, exceptions, related, mut root, mut children)| {
            root.code = Code::parse(code).unwrap();
            for (child, label) in children.iter_mut().zip(["a", "b", "1e5"]) {
                child.code = root.code.child(label);
            }
            let mut paragraphs = vec![root];
            paragraphs.append(&mut children);
            (code.to_owned(), Entry { stratum, elsewhere, reasons, exceptions, related, paragraphs })
        },
    )
}

fn any_list() -> impl Strategy<Value = List> {
    let date = (1990..2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
    let sha = prop_oneof![Just(String::new()), "[0-9a-f]{64}"];
    let source = (name(), date.clone(), text(), sha, text()).prop_map(|(document, date, url, sha256, command)| Source {
        document,
        date,
        url,
        sha256,
        command,
    });
    let holding = prop_oneof![Just(Holding::Held), Just(Holding::NotHeld), text().prop_map(Holding::Elsewhere)];
    let area =
        (vec(text(), 0..2), text(), holding, name()).prop_map(|(codes, name, holding, citation)| Area { codes, name, holding, citation });
    let general = (text(), vec(text(), 0..2), note(), name()).prop_map(|(name, applies_to, note, citation)| GeneralNote {
        name,
        applies_to,
        note,
        citation,
    });
    let term = (text(), proptest::option::of(digest()), qualifiers(), name()).prop_map(|(term, definition, elements, citation)| Term {
        term,
        definition,
        elements,
        citation,
    });
    (text(), text(), text(), date, source, vec(area, 0..2), vec(general, 0..2), vec(term, 0..2), vec(entry(), 0..3)).prop_map(
        |(jurisdiction, id, title, as_of, source, areas, notes, mut terms, mut entries)| {
            terms.dedup_by(|a, b| a.term == b.term);
            entries.sort_by(|a, b| a.1.code().cmp(b.1.code()));
            entries.dedup_by(|a, b| a.0 == b.0);
            let entries = entries.into_iter().map(|(_, e)| e).collect();
            List { jurisdiction, id, title, as_of, source, perimeter: Perimeter { areas }, notes, terms, entries }
        },
    )
}

fn written(list: &List) -> Vec<(String, String)> {
    write_list(list).into_iter().map(|f| (f.name, f.text)).collect()
}

fn read(files: &[(String, String)]) -> List {
    load_list(files).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}\n{files:#?}", problems.join("\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_list_reads_back_from_yaml(list in any_list()) {
        let files = written(&list);
        prop_assert_eq!(&read(&files), &list);
        prop_assert_eq!(written(&list), files);
    }

    #[test]
    fn any_list_reads_back_from_the_image(list in any_list()) {
        let image = encode(std::slice::from_ref(&list)).unwrap();
        prop_assert_eq!(decode(&image), Ok(vec![list]));
    }

    #[test]
    fn garbage_is_no_image_and_no_list(bytes in vec(any::<u8>(), 0..200), text in "\\PC{0,80}") {
        prop_assert!(decode(&bytes).is_err());
        let mut marked = b"CCDI\x01".to_vec();
        marked.extend(&bytes);
        prop_assert!(decode(&marked).is_err());
        prop_assert!(load_list(&[("a.yaml", &bytes)]).is_err());
        prop_assert!(load_list(&[("a.yaml", &text)]).is_err());
    }

    #[test]
    fn a_mangled_file_is_read_or_refused_but_never_crashed_on(at in any::<proptest::sample::Index>(), length in 0..40_usize, patch in text()) {
        let list = support::list(20, 3);
        let whole: String = written(&list).into_iter().map(|(_, text)| text).collect();
        let boundary = |mut at: usize| { while !whole.is_char_boundary(at) { at += 1; } at };
        let start = boundary(at.index(whole.len()));
        let end = boundary((start + length).min(whole.len()));
        let mangled = [&whole[..start], &patch, &whole[end..]].concat();
        match load_list(&[("a.yaml", &mangled)]) {
            Ok(list) => prop_assert_eq!(read(&written(&list)), list),
            Err(problems) => prop_assert!(problems.iter().any(|p| p.code.starts_with('E') && !p.message.is_empty())),
        }
    }
}

#[test]
fn a_large_list_reads_back_from_both() {
    let list = support::list(2_000, 3);
    let files = written(&list);
    assert_eq!(read(&files), list);
    let image = encode(&[list.clone(), support::list(40, 5)]).unwrap();
    assert_eq!(image, encode(&[list.clone(), support::list(40, 5)]).unwrap());
    assert_eq!(decode(&image).unwrap()[0], list);
}

#[test]
fn one_list_of_an_image_unpacks_alone() {
    let mut second = support::list(40, 5);
    second.jurisdiction = "yy".to_owned();
    let image = encode(&[support::list(40, 3), second.clone()]).unwrap();
    let image = Image::open(&image).unwrap();
    let section = image.sections().iter().find(|s| s.jurisdiction == "yy").unwrap();
    assert_eq!(section.as_of, second.as_of);
    assert_eq!(image.list(section), Ok(second));
}

#[test]
fn a_damaged_image_is_refused() {
    let image = encode(&[support::list(40, 3)]).unwrap();
    for at in (0..image.len()).step_by(7) {
        let mut altered = image.clone();
        altered[at] ^= 0x10;
        assert!(decode(&altered).is_err(), "byte {at}");
        assert!(decode(&image[..at]).is_err(), "cut at {at}");
    }
    let mut other = image;
    other[4] = 99;
    assert_eq!(decode(&other), Err(ImageError::Version(99)));
    assert_eq!(decode(b"GIF89a"), Err(ImageError::NotAnImage));
}

#[test]
fn files_are_split_by_category_and_say_how_they_were_made() {
    let mut list = support::list(400, 3);
    list.source.command = "concord import example.txt".to_owned();
    let names: Vec<String> = write_list(&list).into_iter().map(|f| f.name).collect();
    assert_eq!(names[..4], ["list.yaml", "terms.yaml", "category-0.yaml", "category-1.yaml"]);
    assert!(write_list(&list)[0].text.starts_with("# Made by `concord import example.txt`."));
}
