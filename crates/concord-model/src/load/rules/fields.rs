//! Reading values that only the rule layer has: mappings from identifiers, meanings, counts.

use crate::diagnostic::codes;
use crate::form::Form;
use crate::load::reader::{Fields, Reader};
use crate::load::tree::{Kind, Place, Tree};
use crate::rules::Choice;

/// The items of a mapping from identifiers: each identifier with its place and its value.
pub(super) fn entries<'t, 'a>(r: &mut Reader, node: Option<&'t Tree<'a>>, what: &str) -> Vec<(String, Place, &'t Tree<'a>)> {
    let Some(node) = node else { return Vec::new() };
    let Kind::Mapping { fields, .. } = &node.kind else {
        r.wrong_type(node, &format!("a mapping from {what}"), "write `name: …` for each");
        return Vec::new();
    };
    fields.iter().filter_map(|(key, value)| Some((identifier(r, key)?, key.place, value))).collect()
}

/// An identifier: small letters, digits and hyphens.
pub(super) fn identifier(r: &mut Reader, node: &Tree) -> Option<String> {
    let text = r.text(node)?;
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        let hint = "write small letters, digits and hyphens";
        r.report(node.place, codes::NOT_AN_IDENTIFIER, format!("`{text}` is not an identifier"), hint);
        return None;
    }
    Some(text)
}

/// A mapping whose values are mappings of one form.
pub(super) fn named<T>(
    r: &mut Reader,
    node: Option<&Tree>,
    form: &'static Form,
    mut read: impl FnMut(&mut Reader, String, Place, &Fields<'_, '_>) -> Option<T>,
) -> Vec<T> {
    let what = format!("identifiers to {}s", form.name);
    let mut out = Vec::new();
    for (id, place, value) in entries(r, node, &what) {
        if let Some(fields) = r.fields(value, form) {
            out.extend(read(r, id, place, &fields));
        }
    }
    out
}

/// A mapping from words to their meanings, in the order of the file.
pub(super) fn meanings(r: &mut Reader, node: Option<&Tree>) -> Vec<Choice> {
    entries(r, node, "words to their meanings")
        .into_iter()
        .filter_map(|(id, _, value)| Some(Choice { id, meaning: r.text(value)? }))
        .collect()
}

/// A whole number from 1.
pub(super) fn count(r: &mut Reader, node: Option<&Tree>) -> Option<u32> {
    let node = node?;
    let text = r.text(node)?;
    let count = text.parse::<u32>().ok().filter(|n| *n > 0);
    if count.is_none() {
        r.report(node.place, codes::WRONG_ANSWER, format!("`{text}` is not a whole number from 1"), "write 1, 2, 3 …");
    }
    count
}

/// One of several words, or the default where the key is absent.
pub(super) fn word<T: Copy + Default>(r: &mut Reader, node: Option<&Tree>, table: &[(&str, T)]) -> T {
    node.and_then(|n| r.choice(n, table)).unwrap_or_default()
}

/// A note of our own words: at most twenty.
pub(super) fn note(r: &mut Reader, node: Option<&Tree>) -> String {
    let text = r.optional_text(node);
    let words = text.split_whitespace().count();
    if let Some(node) = node.filter(|_| words > 30) {
        let message = format!("the note has {words} words");
        r.report(node.place, codes::LONG_NOTE, message, "say it in twenty words of your own");
    }
    text
}
