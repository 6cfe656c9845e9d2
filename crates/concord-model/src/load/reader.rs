//! Reading values of a file against the form, collecting every problem.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, codes, severity};
use crate::form::{Form, Wants};
use crate::load::tree::{Kind, Place, Tree};
use crate::notation::read_digest;
use crate::scalar::reads_as_number;
use crate::{Code, Digest};

/// Reads one file; problems collect in `out`.
pub(crate) struct Reader<'f> {
    pub(crate) file: &'f str,
    pub(crate) out: Vec<Diagnostic>,
}

/// The fields of a mapping that has been checked against its form.
pub(crate) struct Fields<'t, 'a> {
    fields: &'t [(Tree<'a>, Tree<'a>)],
}

impl<'t, 'a> Fields<'t, 'a> {
    /// The value of a key.
    pub(crate) fn get(&self, name: &str) -> Option<&'t Tree<'a>> {
        self.fields.iter().find(|(k, _)| k.scalar() == Some(name)).map(|(_, v)| v)
    }

    /// The first of the keys that stands here, with its value.
    pub(crate) fn first<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &'t Tree<'a>)> {
        names.iter().find_map(|n| self.get(n).map(|v| (*n, v)))
    }
}

impl<'f> Reader<'f> {
    pub(crate) fn new(file: &'f str) -> Self {
        Self { file, out: Vec::new() }
    }

    /// Adds a problem.
    pub(crate) fn report(&mut self, place: Place, code: &'static str, message: impl Into<String>, hint: impl Into<String>) {
        self.out.push(Diagnostic {
            file: self.file.to_owned(),
            line: place.line as usize,
            column: place.column as usize,
            length: place.length as usize,
            code,
            severity: severity(code),
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// Checks a mapping's keys against a form: none unknown, none missing, exactly one where one of several must stand.
    pub(crate) fn fields<'t, 'a>(&mut self, node: &'t Tree<'a>, form: &'static Form) -> Option<Fields<'t, 'a>> {
        let Kind::Mapping { fields, complete } = &node.kind else {
            self.wrong_type(node, &format!("a mapping ({})", form.name), "");
            return None;
        };
        for (key, _) in fields {
            let Kind::Scalar { text, plain } = &key.kind else { continue };
            if form.key(text).is_some() {
                continue;
            }
            if *plain && reads_as_number(text) {
                self.bare_number(key.place, text);
            } else {
                let nearest = nearest(text, form);
                let hint = nearest.map_or_else(|| format!("known here: {}", names(form)), |name| format!("did you mean `{name}`?"));
                self.report(key.place, codes::UNKNOWN_KEY, format!("`{text}` is not a key of {}", with_article(form.name)), hint);
            }
        }
        let fields = Fields { fields };
        if !complete {
            return Some(fields);
        }
        for key in form.all_keys().filter(|k| k.required) {
            if fields.get(key.name).is_some() {
                continue;
            }
            let owner = with_article(form.name);
            let (code, message, hint) = match key.wants {
                Wants::Citation => (codes::NO_CITATION, format!("{owner} needs a citation"), format!("add `{}:`", key.name)),
                Wants::Justification => (codes::CORRECTION_NO_REASON, format!("{owner} needs a reason"), format!("add `{}:`", key.name)),
                _ => (codes::MISSING_KEY, format!("{owner} needs the key `{}`", key.name), key.about.to_owned()),
            };
            self.report(node.place, code, message, hint);
        }
        let choice = form.exactly_one();
        let standing = choice.iter().filter(|n| fields.get(n).is_some()).count();
        if !choice.is_empty() && standing != 1 {
            let message =
                format!("{} has {standing} of the keys {}, of which exactly one must stand", with_article(form.name), choice.join(", "));
            self.report(node.place, codes::CONFLICTING_KEYS, message, if standing == 0 { "add one" } else { "keep one" });
        }
        Some(fields)
    }

    /// A text that is not empty.
    pub(crate) fn text(&mut self, node: &Tree) -> Option<String> {
        match &node.kind {
            Kind::Scalar { text, plain: true } if is_null(text) => {
                self.report(node.place, codes::EMPTY_VALUE, "the value is missing", "give it, or remove the key");
                None
            }
            Kind::Scalar { text, .. } => Some(text.clone().into_owned()),
            _ => {
                self.wrong_type(node, "a text", "");
                None
            }
        }
    }

    /// A text, or the empty text where the key is absent.
    pub(crate) fn optional_text(&mut self, node: Option<&Tree>) -> String {
        node.and_then(|n| self.text(n)).unwrap_or_default()
    }

    /// A citation: a text that says something.
    pub(crate) fn citation(&mut self, node: Option<&Tree>) -> String {
        self.statement(node, codes::NO_CITATION, "the citation is empty", "name the instrument and the place in it")
    }

    /// A reason: a text that says something.
    pub(crate) fn justification(&mut self, node: Option<&Tree>) -> String {
        self.statement(node, codes::CORRECTION_NO_REASON, "the reason is empty", "say why the official text is departed from")
    }

    fn statement(&mut self, node: Option<&Tree>, code: &'static str, message: &str, hint: &str) -> String {
        let Some(node) = node else { return String::new() };
        if let Kind::Scalar { text, plain } = &node.kind
            && (text.trim().is_empty() || *plain && is_null(text))
        {
            self.report(node.place, code, message, hint);
            return String::new();
        }
        self.optional_text(Some(node))
    }

    /// A text in which codes stand; a bare one that YAML reads as a number is reported.
    pub(crate) fn code_text(&mut self, node: &Tree) -> Option<String> {
        if let Kind::Scalar { text, plain: true } = &node.kind
            && reads_as_number(text)
        {
            self.bare_number(node.place, text);
        }
        self.text(node)
    }

    /// A code.
    pub(crate) fn code(&mut self, node: &Tree) -> Option<Code> {
        let text = self.code_text(node)?;
        match Code::parse(&text) {
            Ok(code) => Some(code),
            Err(error) => {
                self.report(node.place, codes::NOT_A_CODE, error.to_string(), "");
                None
            }
        }
    }

    /// A list whose items `read` turns into values.
    pub(crate) fn list<T>(&mut self, node: Option<&Tree>, mut read: impl FnMut(&mut Self, &Tree) -> Option<T>) -> Vec<T> {
        match node.map(|n| (&n.kind, n)) {
            None => Vec::new(),
            Some((Kind::Sequence(items), _)) => items.iter().filter_map(|item| read(self, item)).collect(),
            Some((_, node)) => {
                self.wrong_type(node, "a list", "write each item on a line after `- `, or all in brackets");
                Vec::new()
            }
        }
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, node: Option<&Tree>) -> Vec<String> {
        self.list(node, Self::text)
    }

    /// A list of texts in which codes stand.
    pub(crate) fn code_texts(&mut self, node: Option<&Tree>) -> Vec<String> {
        self.list(node, Self::code_text)
    }

    /// A date.
    pub(crate) fn date(&mut self, node: &Tree) -> Option<Date> {
        let text = self.text(node)?;
        let well_formed =
            text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        match text.parse::<Date>() {
            Ok(date) if well_formed => Some(date),
            Ok(_) => {
                self.report(
                    node.place,
                    codes::WRONG_DATE,
                    format!("`{text}` is not a date"),
                    "write year-month-day, such as \"2026-01-29\"",
                );
                None
            }
            Err(_) => {
                let what = if well_formed { "is not in the calendar" } else { "is not a date" };
                self.report(node.place, codes::WRONG_DATE, format!("`{text}` {what}"), "write year-month-day, such as \"2026-01-29\"");
                None
            }
        }
    }

    /// A digest of wording.
    pub(crate) fn digest(&mut self, node: &Tree) -> Option<Digest> {
        let text = self.text(node)?;
        let digest = read_digest(&text);
        if digest.is_none() {
            let message = format!("`{text}` is not a digest of 16 lower-case hex digits");
            self.report(node.place, codes::WRONG_DIGEST, message, "leave the key out to have it computed from the facts");
        }
        digest
    }

    /// The SHA-256 of a file, or the empty text.
    pub(crate) fn sha256(&mut self, node: Option<&Tree>) -> String {
        let text = self.optional_text(node);
        let well_formed = text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if let Some(node) = node
            && !text.is_empty()
            && !well_formed
        {
            let message = format!("`{text}` is not a SHA-256 of 64 lower-case hex digits");
            self.report(node.place, codes::WRONG_DIGEST, message, "leave the key out for definitions written by hand");
        }
        text
    }

    /// `true` or `false`; absent is `false`.
    pub(crate) fn flag(&mut self, node: Option<&Tree>) -> bool {
        node.and_then(|n| self.choice(n, &[("true", true), ("false", false)])).unwrap_or(false)
    }

    /// One of several words.
    pub(crate) fn choice<T: Copy>(&mut self, node: &Tree, table: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = table.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
            self.report(node.place, codes::WRONG_CHOICE, format!("`{text}` is not one of {}", words.join(", ")), "write one of them");
        }
        found
    }

    /// A list of some of several words.
    pub(crate) fn choices(&mut self, node: Option<&Tree>, words: &[&'static str]) -> Vec<String> {
        let table: Vec<(&str, &'static str)> = words.iter().map(|word| (*word, *word)).collect();
        self.list(node, |r, node| r.choice(node, &table).map(str::to_owned))
    }

    /// Reports a value of the wrong type, unless the value has been reported already.
    pub(crate) fn wrong_type(&mut self, node: &Tree, wanted: &str, hint: &str) {
        match &node.kind {
            Kind::Faulty => {}
            Kind::Scalar { text, plain: true } if text.is_empty() => {
                self.report(node.place, codes::EMPTY_VALUE, "the value is missing", "give it, or remove the key");
            }
            _ => {
                let message = format!("{wanted} is wanted here, not {}", node.describe());
                self.report(node.place, codes::WRONG_TYPE, message, hint);
            }
        }
    }

    pub(crate) fn bare_number(&mut self, place: Place, text: &str) {
        self.report(place, codes::BARE_NUMBER, format!("YAML reads the bare `{text}` as a number"), format!("quote it: \"{text}\""));
    }
}

/// Whether a bare text is no value at all to YAML.
fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn nearest(text: &str, form: &Form) -> Option<&'static str> {
    let written = text.to_lowercase().replace(['_', ' '], "-");
    let best = form.all_keys().map(|k| (strsim::damerau_levenshtein(&written, k.name), k.name)).min()?;
    (best.0 <= 1 + best.1.len() / 4).then_some(best.1)
}

fn names(form: &Form) -> String {
    form.all_keys().map(|k| k.name).collect::<Vec<_>>().join(", ")
}

fn with_article(name: &str) -> String {
    if name.ends_with('s') {
        return name.to_owned();
    }
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {}", name.replace('-', " "))
}
