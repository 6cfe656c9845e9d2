//! YAML text as a tree whose nodes keep their places.

use std::borrow::Cow;
use std::collections::HashSet;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::diagnostic::{Diagnostic, codes, severity};

/// Levels of nesting that are read.
const MAX_DEPTH: usize = 64;
/// Bytes of a file that are read.
const MAX_BYTES: usize = 16 << 20;

/// Where a node stands: line and column from 1, length in characters (0 for anything longer than a line).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) length: u32,
}

impl Place {
    fn of(span: Span) -> Self {
        let length = if span.start.line() == span.end.line() { span.len() } else { 0 };
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line: small(span.start.line()), column: small(span.start.col() + 1), length: small(length) }
    }
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    pub(crate) place: Place,
    pub(crate) kind: Kind<'a>,
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind<'a> {
    /// A text; `plain` where it stands without quotes.
    Scalar { text: Cow<'a, str>, plain: bool },
    /// A list.
    Sequence(Vec<Tree<'a>>),
    /// A mapping; not `complete` where the file breaks off inside it.
    Mapping { fields: Vec<(Tree<'a>, Tree<'a>)>, complete: bool },
    /// Something that has been reported already.
    Faulty,
}

impl<'a> Tree<'a> {
    /// Reads a file; problems are added to `out`. Gives what could be read before a break, or `None` where nothing could.
    pub(crate) fn read(file: &str, bytes: &'a [u8], out: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut report = |place: Place, code: &'static str, message: String, hint: &str| {
            out.push(Diagnostic {
                file: file.to_owned(),
                line: place.line as usize,
                column: place.column as usize,
                length: place.length as usize,
                code,
                severity: severity(code),
                message,
                hint: hint.to_owned(),
            });
        };
        if bytes.len() > MAX_BYTES {
            let message = format!("the file has {} bytes, more than {MAX_BYTES}", bytes.len());
            report(Place::default(), codes::TOO_LARGE, message, "split it by category");
            return None;
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let place = place_of_byte(bytes, error.valid_up_to());
                report(place, codes::NOT_UTF8, "the file is not UTF-8 text".to_owned(), "save it with the encoding UTF-8");
                return None;
            }
        };
        let tree = build(text, &mut report);
        if tree.is_none() && out.is_empty() {
            out.push(Diagnostic {
                file: file.to_owned(),
                line: 1,
                column: 1,
                length: 0,
                code: codes::EMPTY_FILE,
                severity: severity(codes::EMPTY_FILE),
                message: "the file holds nothing".to_owned(),
                hint: "write its keys or remove it".to_owned(),
            });
        }
        tree
    }

    /// The text of a scalar field, empty where there is none.
    pub(crate) fn text_of(&self, key: &str) -> String {
        self.get(key).and_then(Tree::scalar).unwrap_or_default().to_owned()
    }

    /// The value of a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Tree<'a>> {
        match &self.kind {
            Kind::Mapping { fields, .. } => fields.iter().find(|(k, _)| k.scalar() == Some(key)).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The text, if the node is one.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// What the node is, for messages.
    pub(crate) fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar { .. } => "a text",
            Kind::Sequence(_) => "a list",
            Kind::Mapping { .. } => "a mapping",
            Kind::Faulty => "something unreadable",
        }
    }
}

fn place_of_byte(bytes: &[u8], at: usize) -> Place {
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.split(|b| *b == b'\n').count();
    let last = before.rsplit(|b| *b == b'\n').next().unwrap_or_default();
    let column = String::from_utf8_lossy(last).chars().count() + 1;
    Place { line: u32::try_from(line).unwrap_or(u32::MAX), column: u32::try_from(column).unwrap_or(u32::MAX), length: 0 }
}

/// A list or mapping that is still open.
struct Open {
    place: Place,
    mapping: bool,
    /// Where its nodes begin on the builder's stack.
    start: usize,
}

type Report<'r> = dyn FnMut(Place, &'static str, String, &str) + 'r;

/// What has been read: the nodes whose parents are still open, on one stack, so that each list is allocated once with its final length.
struct Builder<'a> {
    open: Vec<Open>,
    stack: Vec<Tree<'a>>,
    root: Option<Tree<'a>>,
}

/// Turns the events of the parser into a tree without recursion, so that no input can exhaust the stack.
fn build<'a>(text: &'a str, report: &mut Report) -> Option<Tree<'a>> {
    let mut builder = Builder { open: Vec::new(), stack: Vec::new(), root: None };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let marker = *error.marker();
                let place = Place { length: 0, ..Place::of(Span::empty(marker)) };
                if error.info().contains("recursion limit") {
                    report_depth(place, report);
                } else {
                    report(place, codes::SYNTAX, format!("this is not YAML: {}", error.info()), "check the indent, quotes and brackets");
                }
                builder.break_off();
                break;
            }
        };
        let place = Place::of(span);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                check_extras(anchor, tag.is_some(), place, report);
                builder.add(Tree { place, kind: Kind::Scalar { text, plain: style == ScalarStyle::Plain } }, report);
            }
            Event::Alias(_) => {
                report(place, codes::ALIAS, "aliases are not read".to_owned(), "write the value out, or quote a text that begins with `*`");
                builder.add(Tree { place, kind: Kind::Faulty }, report);
            }
            Event::SequenceStart(anchor, tag) => {
                check_extras(anchor, tag.is_some(), place, report);
                builder.open(place, false);
            }
            Event::MappingStart(anchor, tag) => {
                check_extras(anchor, tag.is_some(), place, report);
                builder.open(place, true);
            }
            Event::SequenceEnd | Event::MappingEnd => builder.close(true, report),
            Event::DocumentStart(_) if builder.root.is_some() => {
                report(place, codes::SECOND_DOCUMENT, "a second document begins here".to_owned(), "put it into a file of its own");
                break;
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        if builder.open.len() > MAX_DEPTH {
            report_depth(place, report);
            builder.break_off();
            break;
        }
    }
    // A file of comments only is one empty scalar to YAML.
    builder.root.filter(|t| !matches!(&t.kind, Kind::Scalar { text, plain: true } if text.is_empty()))
}

fn report_depth(place: Place, report: &mut Report) {
    report(place, codes::TOO_DEEP, format!("more than {MAX_DEPTH} levels of nesting"), "close the brackets or flatten the structure");
}

fn check_extras(anchor: usize, tag: bool, place: Place, report: &mut Report) {
    if anchor != 0 {
        report(place, codes::ALIAS, "anchors are not read".to_owned(), "remove the anchor, or quote a text that begins with `&`");
    }
    if tag {
        report(place, codes::TAG, "tags are not read".to_owned(), "remove the tag, or quote a text that begins with `!`");
    }
}

impl<'a> Builder<'a> {
    fn open(&mut self, place: Place, mapping: bool) {
        self.open.push(Open { place, mapping, start: self.stack.len() });
    }

    fn add(&mut self, node: Tree<'a>, report: &mut Report) {
        let Some(parent) = self.open.last() else {
            self.root = Some(node);
            return;
        };
        let is_key = parent.mapping && (self.stack.len() - parent.start).is_multiple_of(2);
        if is_key && !matches!(node.kind, Kind::Scalar { .. } | Kind::Faulty) {
            let message = format!("a key must be a text, not {}", node.describe());
            report(node.place, codes::WRONG_TYPE, message, "quote the key if it begins with a bracket");
        }
        self.stack.push(node);
    }

    fn close(&mut self, complete: bool, report: &mut Report) {
        let Some(Open { place, mapping, start }) = self.open.pop() else { return };
        let mut nodes = self.stack.drain(start..);
        let kind = if mapping {
            let mut fields = Vec::with_capacity(nodes.len().div_ceil(2));
            while let Some(key) = nodes.next() {
                let value = nodes.next().unwrap_or(Tree { place: key.place, kind: Kind::Faulty });
                fields.push((key, value));
            }
            drop_duplicates(&mut fields, report);
            Kind::Mapping { fields, complete }
        } else {
            Kind::Sequence(nodes.by_ref().collect())
        };
        drop(nodes);
        self.add(Tree { place, kind }, report);
    }

    /// Closes everything that is open where the text breaks off.
    fn break_off(&mut self) {
        while !self.open.is_empty() {
            self.close(false, &mut |_, _, _, _| {});
        }
        if self.root.is_none() {
            self.root = Some(Tree { place: Place::default(), kind: Kind::Faulty });
        }
    }
}

/// Reports keys given twice and keeps the first of each.
fn drop_duplicates(fields: &mut Vec<(Tree<'_>, Tree<'_>)>, report: &mut Report) {
    let all_differ =
        fields.len() <= 16 && (1..fields.len()).all(|n| fields.get(n).is_some_and(|(key, _)| !stands_in(key, fields.iter().take(n))));
    if all_differ {
        return;
    }
    let mut seen = HashSet::new();
    fields.retain(|(key, _)| {
        let fresh = key.scalar().is_none_or(|text| seen.insert(text.to_owned()));
        if !fresh {
            let message = format!("the key `{}` stands here a second time", key.scalar().unwrap_or_default());
            report(key.place, codes::DUPLICATE_KEY, message, "keep one of the two; two conditions on one parameter are written as a list");
        }
        fresh
    });
}

fn stands_in<'t, 'a: 't>(key: &Tree, mut fields: impl Iterator<Item = &'t (Tree<'a>, Tree<'a>)>) -> bool {
    key.scalar().is_some_and(|text| fields.any(|(other, _)| other.scalar() == Some(text)))
}
