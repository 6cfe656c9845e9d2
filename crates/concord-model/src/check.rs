//! Checks across a whole list: what each file alone cannot show.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, codes, severity};
use crate::load::Places;
use crate::{Code, Connective, Entry, Expr, Holding, Limits, List, Paragraph};

/// Checks a list that could be loaded. Everything found is a warning: the definitions can be used, but something is doubtful.
///
/// `places` gives the diagnostics their lines; [`Places::default`] serves for a list that came from no file.
pub fn check(list: &List, places: &Places) -> Vec<Diagnostic> {
    let mut c = Checker { list, places, codes: HashSet::new(), shapes: HashSet::new(), out: Vec::new() };
    c.header();
    for entry in &list.entries {
        c.codes.extend(entry.paragraphs.iter().map(|p| &p.code));
        c.shapes.insert(shape(entry.code()));
    }
    for entry in &list.entries {
        c.entry(entry);
    }
    c.out.sort();
    c.out.dedup();
    c.out
}

struct Checker<'a> {
    list: &'a List,
    places: &'a Places,
    codes: HashSet<&'a Code>,
    /// The shapes of entry codes.
    shapes: HashSet<String>,
    out: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn report(&mut self, key: &str, code: &'static str, message: String, hint: &str) {
        let spot = self.places.spot(key);
        let (file, line, column, length) = spot.map_or(("", 0, 0, 0), |s| (s.file, s.line, s.column, s.length));
        self.out.push(Diagnostic {
            file: file.to_owned(),
            line,
            column,
            length,
            code,
            severity: severity(code),
            message,
            hint: hint.to_owned(),
        });
    }

    fn header(&mut self) {
        let (as_of, valid) = (self.list.as_of, self.list.source.date);
        if as_of < valid {
            let message = format!("the list holds as of {as_of}, before its text was valid on {valid}");
            self.report("as-of", codes::DATE_ORDER, message, "correct one of the two dates");
        }
        for area in self.list.perimeter.areas.iter().filter(|a| a.codes.is_empty()) {
            let message = format!("the area `{}` names no codes", area.name);
            self.report(&format!("area {}", area.name), codes::AREA_WITHOUT_CODES, message, "name the codes or prefixes it covers");
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let lists = entry.reasons.iter().map(|r| &r.applies_to).chain(entry.exceptions.iter().flat_map(|e| [&e.only, &e.except]));
        for reference in lists.flatten().chain(&entry.related) {
            self.reference(entry.code(), reference);
        }
        let mut children = vec![0_usize; entry.paragraphs.len()];
        for p in &entry.paragraphs {
            let parent = p.code.parent();
            let at = parent.and_then(|parent| entry.paragraphs.iter().position(|p| p.code == parent));
            if let Some(count) = at.and_then(|at| children.get_mut(at)) {
                *count += 1;
            }
        }
        for (p, children) in entry.paragraphs.iter().zip(children) {
            let pointer = p.code.is_entry() && !entry.elsewhere.is_empty();
            self.paragraph(p, children, pointer);
        }
    }

    fn paragraph(&mut self, p: &Paragraph, children: usize, pointer: bool) {
        let code = &p.code;
        let bare = p.when.is_empty() && p.qualifiers.is_empty() && p.components.is_none();
        if p.reserved && (children > 0 || !bare || !p.notes.is_empty()) {
            let message = format!("`{code}` is reserved and yet has children, conditions, key phrases or notes");
            self.report(code.as_str(), codes::RESERVED_WITH_CONTENT, message, "drop `reserved` or the content");
        }
        let silent = bare && p.subject.is_empty() && p.substances.is_empty() && p.notes.is_empty() && p.references.is_empty();
        if silent && children == 0 && !p.reserved && !pointer {
            let message = format!("`{code}` has neither a subject nor conditions");
            self.report(code.as_str(), codes::SAYS_NOTHING, message, "add a subject, or mark it `reserved: true`");
        }
        let wanted = match p.children {
            Connective::Any => 0,
            Connective::All => 2,
            Connective::AtLeast(k) => usize::try_from(k).unwrap_or(usize::MAX),
        };
        if children < wanted {
            let message = format!("`{code}` joins at least {wanted} children but has {children}");
            self.report(code.as_str(), codes::IDLE_CONNECTIVE, message, "correct `children`, or add what is missing");
        }
        let notes = p.notes.iter();
        let symbolic = notes.clone().map(|n| &n.when).chain([&p.when]).flat_map(Expr::conditions).filter_map(|c| match &c.limits {
            Limits::Symbolic { reference, .. } => Some(reference),
            Limits::Quantities(_) | Limits::Formula { .. } => None,
        });
        for reference in p.references.iter().chain(notes.flat_map(|n| &n.references)).chain(symbolic) {
            self.reference(code, reference);
        }
    }

    /// Reports a reference that has the form of this list's codes but names none of them.
    fn reference(&mut self, from: &Code, reference: &str) {
        let Ok(code) = Code::parse(reference) else { return };
        if self.codes.contains(&code) {
            return;
        }
        if let Some((first, last)) = reference.split_once('-')
            && Code::parse(first).is_ok_and(|c| self.shapes.contains(&shape(&c)))
        {
            self.reference(from, first);
            self.reference(from, last);
            return;
        }
        let elsewhere = self.list.perimeter.area(&code).is_some_and(|a| a.holding != Holding::Held);
        if elsewhere || !self.shapes.contains(&shape(&code)) {
            return;
        }
        let message = format!("`{from}` refers to `{code}`, which the list does not hold");
        self.report(from.as_str(), codes::UNKNOWN_REFERENCE, message, "check the code against the text");
    }
}

/// The shape of a code's entry: digits and letters without their values, so that only codes of this list's kind are looked up in it.
fn shape(code: &Code) -> String {
    let kind = |c: char| {
        if c.is_ascii_digit() {
            '9'
        } else if c.is_ascii_alphabetic() {
            'A'
        } else {
            c
        }
    };
    code.entry().as_str().chars().map(kind).collect()
}
