//! The short notations inside YAML texts: parameters with settings, limits, key phrases with digests, connectives.
//!
//! Each is read and written here, side by side, so that the two cannot drift apart.

use std::fmt;

use concord_quantity::{Constraint, Op};

use crate::{Connective, Digest, Limits, NoteEffect, Role};

/// The mark of a condition whose parameter or operator only the parent states.
const PARENT: &str = "^parent";
/// What separates a text from its digest.
const DIGEST_MARK: &str = " ~";

/// A parameter with its settings, the key of a condition: `sensitivity @ frequency ==1 kHz & each channel ^parent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterKey {
    pub(crate) parameter: String,
    pub(crate) settings: Vec<String>,
    pub(crate) inherited: bool,
}

impl ParameterKey {
    /// Writes the key; `@`, `&`, `^` and `\` of the names themselves are escaped with a backslash.
    pub(crate) fn write(parameter: &str, settings: &[String], inherited: bool) -> String {
        let mut out = escape(parameter);
        for (position, setting) in settings.iter().enumerate() {
            let mark = if position == 0 { "@ " } else { "& " };
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(mark);
            out.push_str(&escape(setting));
        }
        if inherited {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(PARENT);
        }
        out
    }

    /// Reads a key; the error is what is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut parts = vec![String::new()];
        let mut inherited = false;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let after = rest.get(c.len_utf8()..).unwrap_or_default();
            if c == '\\' {
                let Some(literal) = after.chars().next() else { return Err("a backslash ends the text".to_owned()) };
                push(&mut parts, literal);
                rest = after.get(literal.len_utf8()..).unwrap_or_default();
                continue;
            }
            match c {
                '@' if parts.len() > 1 => return Err("`@` may stand once only; join settings by `&`".to_owned()),
                '&' if parts.len() == 1 => return Err("`&` joins settings, which follow `@`".to_owned()),
                '@' | '&' => parts.push(String::new()),
                '^' if rest.trim_end() == PARENT => {
                    inherited = true;
                    break;
                }
                '^' => return Err(format!("`^` can only be the start of `{PARENT}` at the end")),
                _ => push(&mut parts, c),
            }
            rest = after;
        }
        let mut parts = parts.into_iter().map(|p| p.trim().to_owned());
        let parameter = parts.next().unwrap_or_default();
        let mut settings: Vec<String> = parts.collect();
        if settings.iter().any(String::is_empty) {
            return Err("a setting is missing".to_owned());
        }
        settings.sort();
        Ok(Self { parameter, settings, inherited })
    }
}

fn push(parts: &mut [String], c: char) {
    if let Some(last) = parts.last_mut() {
        last.push(c);
    }
}

fn escape(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 1);
    for c in name.chars() {
        if matches!(c, '@' | '&' | '^' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Why limits cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LimitsError {
    /// Bytes from the start of the text.
    pub(crate) offset: usize,
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_limits(self))
    }
}

/// Writes limits: `>=8 bit <10 bit`, `> limit 4X003.b`, `formula: LABEL ~DIGEST`.
pub(crate) fn write_limits(limits: &Limits) -> String {
    match limits {
        Limits::Quantities(constraint) => constraint.to_string(),
        Limits::Symbolic { op, reference } => format!("{op} limit {reference}"),
        Limits::Formula { label, digest } => format!("formula: {}", write_phrase(label, *digest)),
    }
}

/// Reads limits.
pub(crate) fn read_limits(text: &str) -> Result<Limits, LimitsError> {
    if let Some(formula) = text.strip_prefix("formula: ") {
        let (label, digest) = read_phrase(formula);
        if label.trim().is_empty() {
            let hint = "write `formula: ` and a short label".to_owned();
            return Err(LimitsError { offset: 9, message: "the formula has no label".to_owned(), hint });
        }
        return Ok(Limits::Formula { digest, label });
    }
    for op in [Op::Ge, Op::Le, Op::Eq, Op::Gt, Op::Lt] {
        let Some(rest) = text.strip_prefix(op.symbol()) else { continue };
        if let Some(reference) = rest.trim_start().strip_prefix("limit ") {
            if reference.trim().is_empty() {
                let hint = "name the code that states it".to_owned();
                return Err(LimitsError { offset: text.len(), message: "the limit names no place".to_owned(), hint });
            }
            return Ok(Limits::Symbolic { op, reference: reference.trim().to_owned() });
        }
        break;
    }
    match Constraint::parse(text) {
        Ok(constraint) => Ok(Limits::Quantities(constraint)),
        Err(e) => Err(LimitsError { offset: e.offset, message: e.message, hint: e.hint }),
    }
}

/// Writes a phrase, with its digest where it is not the digest of the phrase itself.
pub(crate) fn write_phrase(phrase: &str, digest: Digest) -> String {
    if digest == Digest::of(phrase) && split_digest(phrase).is_none() {
        phrase.to_owned()
    } else {
        format!("{phrase}{DIGEST_MARK}{digest}")
    }
}

/// Reads a phrase and its digest; without one it is the digest of the phrase.
pub(crate) fn read_phrase(text: &str) -> (String, Digest) {
    match split_digest(text) {
        Some((phrase, digest)) => (phrase.to_owned(), digest),
        None => (text.to_owned(), Digest::of(text)),
    }
}

fn split_digest(text: &str) -> Option<(&str, Digest)> {
    let (phrase, digits) = text.rsplit_once(DIGEST_MARK)?;
    Some((phrase, read_digest(digits)?))
}

/// Reads 16 lower-case hex digits.
pub(crate) fn read_digest(digits: &str) -> Option<Digest> {
    let well_formed = digits.len() == 16 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if well_formed { u64::from_str_radix(digits, 16).ok().map(Digest) } else { None }
}

/// Writes a connective: `any`, `all`, `at least 2`.
pub(crate) fn write_connective(connective: Connective) -> String {
    match connective {
        Connective::Any => "any".to_owned(),
        Connective::All => "all".to_owned(),
        Connective::AtLeast(k) => format!("at least {k}"),
    }
}

/// Reads a connective.
pub(crate) fn read_connective(text: &str) -> Option<Connective> {
    match text {
        "any" => Some(Connective::Any),
        "all" => Some(Connective::All),
        _ => text.strip_prefix("at least ").and_then(|k| k.trim().parse().ok()).map(Connective::AtLeast),
    }
}

/// The keys of roles.
pub(crate) const ROLES: [(&str, Role); 6] = [
    ("subject", Role::Subject),
    ("restricts", Role::Restricts),
    ("widens", Role::Widens),
    ("member", Role::Member),
    ("excludes", Role::Excludes),
    ("illustrates", Role::Illustrates),
];

/// The keys of effects of notes.
pub(crate) const EFFECTS: [(&str, NoteEffect); 7] = [
    ("excludes", NoteEffect::Excludes),
    ("includes", NoteEffect::Includes),
    ("limits-to", NoteEffect::LimitsTo),
    ("status", NoteEffect::Status),
    ("defines", NoteEffect::Defines),
    ("refers", NoteEffect::Refers),
    ("other", NoteEffect::Other),
];

/// The word of a value in a table of choices.
pub(crate) fn word_of<T: PartialEq + Copy>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, v)| *v == value).map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameter_keys_read_as_written() {
        let cases: [(&str, &[&str], bool, &str); 5] = [
            ("sample rate", &[], false, "sample rate"),
            ("sensitivity", &["each channel", "frequency ==1 kHz"], false, "sensitivity @ each channel & frequency ==1 kHz"),
            ("", &[], true, "^parent"),
            ("gain", &["temperature ==293 K"], true, "gain @ temperature ==293 K ^parent"),
            ("r&d share", &["x@y"], false, "r\\&d share @ x\\@y"),
        ];
        for (parameter, settings, inherited, text) in cases {
            let settings: Vec<String> = settings.iter().map(|s| (*s).to_owned()).collect();
            assert_eq!(ParameterKey::write(parameter, &settings, inherited), text);
            assert_eq!(ParameterKey::read(text), Ok(ParameterKey { parameter: parameter.to_owned(), settings, inherited }));
        }
        for bad in ["a @ b @ c", "a & b", "a @ ", "a ^parents", "a\\", "a @ b & & c"] {
            assert!(ParameterKey::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn settings_are_sorted() {
        assert_eq!(ParameterKey::read("a @ c & b").unwrap().settings, ["b", "c"]);
    }

    #[test]
    fn limits_by_reference_and_formulas() {
        for text in ["> limit 4X003.b", "<= limit 4X003.b", "formula: 0.5 × q", "formula: 0.5 × q ~00000000000000ff"] {
            assert_eq!(write_limits(&read_limits(text).unwrap()), text);
        }
        assert_eq!(read_limits("> limit  ").unwrap_err().offset, 9);
        assert!(read_limits("formula: ").is_err());
    }

    #[test]
    fn phrases_keep_their_digest() {
        assert_eq!(read_phrase("civil use").1, Digest::of("civil use"));
        for (phrase, digest) in [("civil use", Digest(7)), ("a ~0000000000000007", Digest::of("a ~0000000000000007")), ("", Digest(1))] {
            assert_eq!(read_phrase(&write_phrase(phrase, digest)), (phrase.to_owned(), digest));
        }
    }

    #[test]
    fn the_form_lists_the_words_that_are_read() {
        fn words<T: Copy>(table: &[(&'static str, T)]) -> Vec<&'static str> {
            table.iter().map(|(word, _)| *word).collect()
        }
        assert_eq!(words(&ROLES), crate::form::QUALIFIER.one_of);
        assert_eq!(words(&EFFECTS), crate::form::NOTE.one_of);
        for (form, key, expected) in [
            (&crate::form::ENTRY, "stratum", words(&crate::load::STRATA)),
            (&crate::form::EXCEPTION, "available", words(&crate::load::AVAILABILITY)),
        ] {
            assert!(matches!(form.key(key).unwrap().wants, crate::form::Wants::Choice(choice) if choice == expected));
        }
    }

    #[test]
    fn connectives() {
        for text in ["any", "all", "at least 2"] {
            assert_eq!(read_connective(text).map(write_connective).as_deref(), Some(text));
        }
        assert_eq!(read_connective("at least"), None);
        assert_eq!(read_connective("some"), None);
    }
}
