//! The cases of `grammar_cases.md`: sentences in the form of a control list and what must be read from them.

use concord_import::grammar::{Context, Reading, Trailing, read, read_note};
use concord_lexicon::Lexicon;
use concord_model::{Connective, Expr, Limits, NoteEffect};
use concord_quantity::NumberFormat;

struct Case {
    line: usize,
    sentence: String,
    conditions: String,
    facts: Vec<(String, String)>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(sentence) = line.strip_prefix("> ") {
            out.push(Case { line: number + 1, sentence: sentence.to_owned(), conditions: String::new(), facts: Vec::new() });
        } else if let Some(case) = out.last_mut() {
            if line.trim_start().starts_with("- ") {
                case.conditions += line;
                case.conditions.push('\n');
            } else if let Some((key, value)) = line.split_once(": ")
                && !line.starts_with('#')
            {
                case.facts.push((key.to_owned(), value.to_owned()));
            }
        }
    }
    out
}

fn print(expr: &Expr, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match expr {
        Expr::All(parts) if depth == 0 => parts.iter().for_each(|p| print_part(p, depth, out)),
        Expr::All(parts) => group("all of", parts, depth, out),
        Expr::Any(parts) => group("any of", parts, depth, out),
        Expr::Is(condition) => {
            let limits = match &condition.limits {
                Limits::Quantities(constraint) => constraint.to_string(),
                Limits::Symbolic { op, reference } => format!("{op} limit of {reference}"),
                Limits::Formula { label, .. } => format!("formula {label}"),
            };
            let inherited = if condition.inherited { "(inherited) " } else { "" };
            let settings = if condition.settings.is_empty() { String::new() } else { format!(" @ {}", condition.settings.join("; ")) };
            out.push_str(&[&indent, "- ", inherited, &condition.parameter, " ", &limits, &settings, "\n"].concat());
        }
    }
}

fn print_part(expr: &Expr, depth: usize, out: &mut String) {
    match expr {
        Expr::All(parts) => group("all of", parts, depth, out),
        _ => print(expr, depth, out),
    }
}

fn group(name: &str, parts: &[Expr], depth: usize, out: &mut String) {
    out.push_str(&["  ".repeat(depth).as_str(), "- ", name, ":\n"].concat());
    for part in parts {
        print(part, depth + 1, out);
    }
}

fn fact(reading: &Reading, key: &str, other: impl Fn(&str) -> Reading, value: &str) -> (String, String) {
    let yes = |b: bool| if b { "yes" } else { "no" }.to_owned();
    let actual = match key {
        "subject" => reading.subject.clone(),
        "children" => match reading.children {
            Some(Connective::Any) => "any".to_owned(),
            Some(Connective::All) => "all".to_owned(),
            Some(Connective::AtLeast(k)) => k.to_string(),
            None => "none".to_owned(),
        },
        "trailing" => match reading.trailing {
            Some(Trailing::And) => "and".to_owned(),
            Some(Trailing::Or) => "or".to_owned(),
            None => "none".to_owned(),
        },
        "references" => reading.references.join(" "),
        "substances" => reading.substances.join(" "),
        "terms" => reading.terms.join(", "),
        "unread" => reading.unread.iter().map(|u| u.printed.as_str()).collect::<Vec<_>>().join(" "),
        "reserved" => yes(reading.reserved),
        "components" => yes(reading.components.is_some()),
        "same wording" => return (yes(reading.wording == other(value).wording), "yes".to_owned()),
        "other wording" => return (yes(reading.wording != other(value).wording), "yes".to_owned()),
        "same residue" => return (yes(reading.residue == other(value).residue), "yes".to_owned()),
        "other residue" => return (yes(reading.residue != other(value).residue), "yes".to_owned()),
        _ => panic!("unknown key {key}"),
    };
    (actual, value.to_owned())
}

#[test]
fn every_case_is_read_as_written() {
    let mut failures: Vec<String> = Vec::new();
    for case in cases(include_str!("grammar_cases.md")) {
        let get = |key: &str| case.facts.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
        let comma = get("locale") == Some("comma");
        let numbers = if comma { NumberFormat::COMMA } else { NumberFormat::POINT };
        let mut ctx = Context::new(Lexicon::english(), numbers, comma);
        ctx.parent_text = get("parent");
        ctx.entry_code = get("entry");
        let reading = read(&case.sentence, &ctx);
        let mut conditions = String::new();
        print(&reading.when, 0, &mut conditions);
        if conditions != case.conditions {
            failures.push(format!("line {}: {}\nexpected:\n{}read:\n{conditions}", case.line, case.sentence, case.conditions));
        }
        if get("unread").is_none() && !reading.unread.is_empty() {
            failures.push(format!("line {}: unread {:?}", case.line, reading.unread));
        }
        for (key, value) in case.facts.iter().filter(|(k, _)| !["locale", "parent", "entry"].contains(&k.as_str())) {
            let (actual, expected) = fact(&reading, key, |text| read(text, &ctx), value);
            if actual != expected {
                failures.push(format!("line {}: {key}: expected {expected:?} ({value}), read {actual:?}", case.line));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn notes_say_what_they_do() {
    let mut ctx = Context::new(Lexicon::english(), NumberFormat::POINT, false);
    ctx.entry_code = Some("9A999");
    for (place, text, effect) in [
        ("Note 1", "9A999.b does not control lenses with a diameter of less than 5 mm.", NoteEffect::Excludes),
        ("Note", "9A999 applies only to lenses for aircraft.", NoteEffect::LimitsTo),
        ("Note 2", "9A999.a includes lenses of glass.", NoteEffect::Includes),
        ("Note", "The control status of lenses is determined by the status of the telescope.", NoteEffect::Status),
        ("Technical Note", "'Lens' means a thing of glass.", NoteEffect::Defines),
        ("N.B.", "For telescopes, see 9A998.", NoteEffect::Refers),
        ("Note", "Lenses are round.", NoteEffect::Other),
        ("Note", "Lenses of quartz are controlled under 9A998 and not under 9A999.", NoteEffect::Excludes),
        ("Note", "Lenses of glass are controlled under 9A999.b.", NoteEffect::Includes),
        ("Related Controls", "Lenses of quartz are controlled under 9A998.", NoteEffect::Refers),
        ("Note", "For exports to islands, 9A999 does not control lenses of glass.", NoteEffect::Status),
    ] {
        let note = read_note(place, &[text.to_owned()], &ctx);
        assert_eq!(note.effect, effect, "{text}");
    }
    let note =
        read_note("Technical Note", &["For the purposes of 9A999.a, 'lens pitch' means the distance of two lenses.".to_owned()], &ctx);
    assert_eq!(note.defines, ["lens pitch"]);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let words = [
        "exceeding",
        "5 × 10^{",
        "(",
        ")",
        "µm",
        "\"",
        "'",
        "or more",
        "1:0",
        "9A999.",
        "^{-",
        "to",
        "±",
        "10-4",
        "1 part in 0",
        "between",
        "=",
        "/",
        "§",
        "²",
        ".",
    ];
    let mut seed = 7usize;
    for comma in [false, true] {
        let ctx = Context::new(Lexicon::english(), if comma { NumberFormat::COMMA } else { NumberFormat::POINT }, comma);
        for _ in 0..3000 {
            let mut text = String::new();
            for _ in 0..seed % 9 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(words[(seed >> 33) % words.len()]);
                text.push_str(if seed & (1 << 40) == 0 { " " } else { "" });
            }
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99);
            read(&text, &ctx);
        }
    }
}
