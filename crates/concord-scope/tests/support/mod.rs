//! Small lists for tests, written as lines: a code, then facts separated by `;`.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test stops where its own input is wrong")]

use concord_model::{
    Code, Components, Condition, Connective, Digest, Entry, Expr, Limits, List, Note, NoteEffect, Paragraph, Perimeter, Qualifier, Role,
    Source, Stratum,
};
use concord_quantity::{Constraint, Op};
use jiff::civil::date;

/// A list of the paragraphs that the lines state.
///
/// Facts: `all`, `at least N`, `reserved`, `is KIND`, `or is KIND`, `has PHRASE`, `or PHRASE`, `member PHRASE`, `not PHRASE`, `when PARAMETER >5 m`,
/// `either P >5 m | Q <3 m`, `limit PARAMETER > CODE`, `formula LABEL`, `except PHRASE [when P >5 m]`, `only PHRASE`, `odd NOTE`,
/// `components PHRASE`, `unread TOKEN`, `cas NUMBER`.
pub(crate) fn list(jurisdiction: &str, lines: &str) -> List {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (code, facts) = line.split_once(' ').unwrap_or((line, ""));
        let paragraph = paragraph(Code::parse(code).unwrap(), facts);
        if paragraph.code.is_entry() {
            entries.push(Entry {
                stratum: Stratum::Regime,
                elsewhere: String::new(),
                reasons: Vec::new(),
                exceptions: Vec::new(),
                related: Vec::new(),
                paragraphs: vec![paragraph],
            });
        } else {
            entries.last_mut().unwrap().paragraphs.push(paragraph);
        }
    }
    List {
        jurisdiction: jurisdiction.to_owned(),
        id: format!("{jurisdiction}-test"),
        title: "Test list".to_owned(),
        as_of: date(2026, 1, 1),
        source: Source {
            document: "Test".to_owned(),
            date: date(2026, 1, 1),
            url: String::new(),
            sha256: String::new(),
            command: String::new(),
        },
        perimeter: Perimeter::default(),
        notes: Vec::new(),
        terms: Vec::new(),
        entries,
    }
}

/// Reads a code.
pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn paragraph(code: Code, facts: &str) -> Paragraph {
    let mut out = Paragraph::new(code);
    out.wording = Digest::of(facts);
    out.residue = Digest::of(facts);
    let mut when = Vec::new();
    for fact in facts.split(';').map(str::trim).filter(|f| !f.is_empty()) {
        let (word, rest) = fact.split_once(' ').unwrap_or((fact, ""));
        match word {
            "all" => out.children = Connective::All,
            "at" => out.children = Connective::AtLeast(rest.trim_start_matches("least ").parse().unwrap()),
            "reserved" => out.reserved = true,
            "is" => out.qualifiers.push(qualifier(Role::Subject, rest)),
            "has" => out.qualifiers.push(qualifier(Role::Restricts, rest)),
            "or" => out.qualifiers.push(qualifier(Role::Widens, rest)),
            "member" => out.qualifiers.push(qualifier(Role::Member, rest)),
            "not" => out.qualifiers.push(qualifier(Role::Excludes, rest)),
            "when" => when.push(condition(rest)),
            "either" => when.push(Expr::Any(rest.split('|').map(|c| condition(c.trim())).collect())),
            "limit" => {
                let (parameter, reference) = rest.split_once(" > ").unwrap();
                when.push(is(parameter, Limits::Symbolic { op: Op::Gt, reference: reference.to_owned() }));
            }
            "formula" => when.push(is("", Limits::Formula { label: rest.to_owned(), digest: Digest::of(rest) })),
            "except" => out.notes.push(note(NoteEffect::Excludes, rest)),
            "only" => out.notes.push(note(NoteEffect::LimitsTo, rest)),
            "odd" => out.notes.push(Note { qualifiers: Vec::new(), ..note(NoteEffect::Other, rest) }),
            "components" => {
                out.components = Some(Components { qualifiers: vec![qualifier(Role::Restricts, rest)], wording: Digest::of(rest) });
            }
            "unread" => out.unread.push(rest.to_owned()),
            "cas" => out.substances.push(rest.to_owned()),
            other => panic!("unknown fact `{other}`"),
        }
    }
    out.when = if when.len() == 1 { when.remove(0) } else { Expr::All(when) };
    out
}

fn qualifier(role: Role, phrase: &str) -> Qualifier {
    Qualifier { role, phrase: phrase.to_owned(), digest: Digest::of(phrase) }
}

fn note(effect: NoteEffect, rest: &str) -> Note {
    let (phrase, when) = match rest.split_once("when ") {
        Some((phrase, when)) => (phrase.trim(), condition(when)),
        None => (rest, Expr::default()),
    };
    let qualifiers = if phrase.is_empty() { Vec::new() } else { vec![qualifier(Role::Restricts, phrase)] };
    let wording = Digest::of(rest);
    Note { place: "Note".to_owned(), effect, qualifiers, when, defines: Vec::new(), references: Vec::new(), wording }
}

fn condition(text: &str) -> Expr {
    let at = text.find(['<', '>', '=']).unwrap();
    let (parameter, limits) = text.split_at(at);
    is(parameter.trim(), Limits::Quantities(Constraint::parse(limits).unwrap()))
}

fn is(parameter: &str, limits: Limits) -> Expr {
    let (parameter, settings) = match parameter.split_once(" @ ") {
        Some((parameter, setting)) => (parameter, vec![setting.to_owned()]),
        None => (parameter, Vec::new()),
    };
    Expr::Is(Condition { parameter: parameter.to_owned(), settings, limits, inherited: false })
}
