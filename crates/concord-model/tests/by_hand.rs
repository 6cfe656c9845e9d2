//! The YAML form as a person writes it: what it means, and how the writer lays it out.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use concord_model::{Code, Connective, Digest, Entry, Expr, Holding, Limits, List, NoteEffect, Role, check, load, load_list, write_list};

const LIST: &str = r#"jurisdiction: xx
list: example-2026
title: Example list
as-of: "2026-01-01"
source:
  document: Example act, annex
  date: "2026-01-01"
perimeter:
- area: reactors
  codes: ["0A"]
  elsewhere: Energy agency
  citation: Example act, article 3
notes:
- name: public domain note
  applies-to: ["?E"]
  excludes: general note
  qualifiers:
  - restricts: in the public domain
  citation: Example act, article 4
"#;

const ENTRIES: &str = r#"entries:
- entry: "3A900"
  subject: electronic items
  reasons:
  - {reason: NS, column: NS Column 1, to: ["3A900.a"]}
  - {reason: AT, column: AT Column 1}
  exceptions:
  - {symbol: LVS, value: USD 3000, except: ["3A900.b"]}
  paragraphs:
  - code: "3A900.a"
    subject: converters
    when: {resolution: ">=8 bit <10 bit", sample rate: ">1.3 GSPS"}
    qualifiers:
    - restricts: designed civil use
    - excludes: toys
    notes:
    - excludes: Note 1
      qualifiers:
      - subject: converters for telephones
      when: {power: "<=2 W"}
    - refers: N.B.
      references: ["3A900.b"]
  - code: "3A900.b"
    subject: amplifiers
    children: at least 2
    when: {any: [{gain @ frequency ==1 kHz & each channel: ">40 dB"}, {power: ">398 K (125 °C)"}]}
  - code: "3A900.b.1"
    when: {^parent: ">3 W"}
  - code: "3A900.b.2"
    when: {power: "> limit 3A900.b.1"}
  - code: "3A900.b.3"
    when: [{width: ">1 m"}, {width: "formula: half of the length"}]
  - {code: "3A900.c", reserved: true}
"#;

fn read() -> List {
    load_list(&[("list.yaml", LIST), ("items.yaml", ENTRIES)]).unwrap()
}

fn paragraph<'a>(entry: &'a Entry, code: &str) -> &'a concord_model::Paragraph {
    entry.paragraph(&Code::parse(code).unwrap()).unwrap()
}

#[test]
fn means_what_it_says() {
    let list = read();
    assert_eq!(list.perimeter.areas[0].holding, Holding::Elsewhere("Energy agency".to_owned()));
    assert_eq!(list.notes[0].note.effect, NoteEffect::Excludes);
    let entry = &list.entries[0];
    assert_eq!(entry.reasons[0].applies_to, ["3A900.a"]);
    let a = paragraph(entry, "3A900.a");
    let limits: Vec<String> =
        a.when.conditions().iter().filter_map(|c| if let Limits::Quantities(q) = &c.limits { Some(q.to_string()) } else { None }).collect();
    assert_eq!(limits, [">=8 bit <10 bit", ">1.3 GSPS"]);
    assert_eq!(a.qualifiers[1].role, Role::Excludes);
    assert_eq!(a.qualifiers[0].digest, Digest::of("designed civil use"));
    assert_eq!(a.notes[1].references, ["3A900.b"]);
    let b = paragraph(entry, "3A900.b");
    assert_eq!(b.children, Connective::AtLeast(2));
    assert!(matches!(&b.when, Expr::Any(parts) if parts.len() == 2));
    assert_eq!(b.when.conditions()[0].settings, ["each channel", "frequency ==1 kHz"]);
    assert!(paragraph(entry, "3A900.b.1").when.conditions()[0].inherited);
    assert!(
        matches!(&paragraph(entry, "3A900.b.2").when.conditions()[0].limits, Limits::Symbolic { reference, .. } if reference == "3A900.b.1")
    );
    assert!(matches!(&paragraph(entry, "3A900.b.3").when, Expr::All(parts) if parts.len() == 2));
    assert!(paragraph(entry, "3A900.c").reserved);
}

#[test]
fn has_nothing_to_complain_about() {
    let loaded = load(&[("list.yaml", LIST), ("items.yaml", ENTRIES)]);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(check(&loaded.list.unwrap(), &loaded.places), []);
}

#[test]
fn is_written_as_a_person_would() {
    let files = write_list(&read());
    let sorted = ENTRIES.replace("gain @ frequency ==1 kHz & each channel", "gain @ each channel & frequency ==1 kHz");
    assert_eq!(files[0].text, LIST);
    assert_eq!(files[1].name, "category-3.yaml");
    assert_eq!(files[1].text, sorted);
}

#[test]
fn digests_are_computed_from_the_facts() {
    let list = read();
    let entry = &list.entries[0];
    let a = paragraph(entry, "3A900.a");
    let other = load_list(&[("list.yaml", LIST), ("items.yaml", &ENTRIES.replace("1.3 GSPS", "2.6 GSPS"))]).unwrap();
    let changed = paragraph(&other.entries[0], "3A900.a");
    assert_eq!(a.residue, changed.residue);
    assert_ne!(a.wording, changed.wording);
    let other = load_list(&[("list.yaml", LIST), ("items.yaml", &ENTRIES.replace("designed civil", "designed naval"))]).unwrap();
    assert_ne!(a.residue, paragraph(&other.entries[0], "3A900.a").residue);
}

#[test]
fn a_stated_wording_stands_for_the_residue_where_there_is_no_condition() {
    let text = "entries:\n- entry: \"1A900\"\n  subject: pumps\n  wording: 0123456789abcdef\n- entry: \"1A901\"\n  subject: pumps\n  when: {power: \">1 W\"}\n  wording: 0123456789abcdef\n";
    let list = load_list(&[("list.yaml", LIST), ("items.yaml", text)]).unwrap();
    assert_eq!(list.entries[0].root().residue, Digest(0x0123_4567_89ab_cdef));
    assert_ne!(list.entries[1].root().residue, list.entries[1].root().wording);
}

#[test]
fn an_overlay_corrects_what_it_names_and_nothing_else() {
    let overlay = "corrections:\n- code: \"3A900.a\"\n  set:\n    when: {resolution: \">=8 bit <12 bit\"}\n  reason: the text prints ten for twelve\n  citation: Corrigendum 2\n";
    let loaded = load(&[("list.yaml", LIST), ("items.yaml", ENTRIES), ("overlay.yaml", overlay)]);
    assert_eq!(loaded.corrections[0].keys, ["when"]);
    assert_eq!(loaded.corrections[0].citation, "Corrigendum 2");
    let (before, after) = (read(), loaded.list.unwrap());
    let (old, new) = (paragraph(&before.entries[0], "3A900.a"), paragraph(&after.entries[0], "3A900.a"));
    assert_eq!(new.when.conditions().len(), 1);
    assert_eq!((&new.subject, &new.qualifiers, new.residue), (&old.subject, &old.qualifiers, old.residue));
    assert_ne!(new.wording, old.wording);
    assert_eq!(after.entries[0].paragraphs.iter().zip(&before.entries[0].paragraphs).filter(|(a, b)| a != b).count(), 1);
}
