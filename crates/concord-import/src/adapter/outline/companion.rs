//! Reads the files beside an outline: definitions, general notes, notes to categories; anything else is kept as a supplement.

use super::items;
use crate::adapter::{definitions, note_heading};
use crate::document::{Document, RawNote, RawSupplement};

/// Reads one companion into the document; its file name tells what it is.
pub(super) fn read(name: &str, text: &str, document: &mut Document) {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let lines: Vec<(usize, &str)> = text.lines().enumerate().map(|(at, l)| (at + 1, l.trim())).filter(|(_, l)| !l.is_empty()).collect();
    let Some(((_, title), body)) = lines.split_first() else { return };
    if stem.starts_with("definitions") {
        definitions::read(&lines, document);
    } else if stem.starts_with("category-") {
        notes(&owner(title), title, body, document);
    } else if stem.contains("-note") && (stem.starts_with("general-") || stem.starts_with("nuclear-")) {
        let lines = body.iter().map(|(_, l)| (*l).to_owned()).collect();
        document.notes.push(RawNote { place: (*title).to_owned(), lines, line: 1, ..RawNote::default() });
    } else {
        let lines = body.iter().map(|(_, l)| (*l).to_owned()).collect();
        document.supplements.push(RawSupplement { number: 0, title: (*title).to_owned(), lines });
    }
}

/// Notes to a category or a group, one a line.
fn notes(owner: &str, title: &str, body: &[(usize, &str)], document: &mut Document) {
    let first = document.notes.len();
    for (line, text) in body {
        if text.trim_end_matches('.').eq_ignore_ascii_case("none") {
            continue;
        }
        if let Some((heading, rest)) = note_heading::split(text) {
            let (place, more) = note_heading::place(heading);
            let text = format!("{more} {rest}");
            let lines = items::split(text.trim());
            document.notes.push(RawNote { owner: owner.to_owned(), after: String::new(), place, lines, line: *line });
        } else if document.notes.len() > first
            && let Some(last) = document.notes.last_mut()
        {
            last.lines.extend(items::split(text));
        } else {
            let place = title.split('—').nth(1).unwrap_or(title).trim().to_owned();
            document.notes.push(RawNote { owner: owner.to_owned(), after: String::new(), place, lines: items::split(text), line: *line });
        }
    }
}

/// The code prefix in a heading such as `Category 5 — 5A1 Systems … — notes`: `5A Part 1`.
fn owner(title: &str) -> String {
    let mut parts = title.split('—').map(str::trim);
    let category = parts.next().and_then(|p| p.strip_prefix("Category ")).unwrap_or_default().to_owned();
    let rest = parts.next().unwrap_or_default();
    let first = rest.split(' ').next().unwrap_or_default();
    let mut chars = first.chars();
    match (chars.next(), chars.next(), chars.next(), chars.next()) {
        (Some(digit), Some(group), part, None) if digit.is_ascii_digit() && group.is_ascii_uppercase() => match part {
            Some(part) => format!("{digit}{group} Part {part}"),
            None => format!("{digit}{group}"),
        },
        _ => match rest.strip_prefix("Part ").and_then(|r| r.chars().next()) {
            Some(part) => format!("{category} Part {part}"),
            None => category,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_of_categories() {
        assert_eq!(owner("Category 1 — 1C Materials — notes"), "1C");
        assert_eq!(owner("Category 5 — 5C1 Materials — notes"), "5C Part 1");
        assert_eq!(owner("Category 5 — Part 2 - \"INFORMATION SECURITY\" — notes"), "5 Part 2");
        assert_eq!(owner("Category 4 — Outline of method — notes"), "4");
    }

    #[test]
    fn definitions_by_line() {
        let mut document = Document::default();
        read("definitions.txt", "DEFINITIONS\n\"Lathe\" (2 3), a machine that turns.\nN.B. See mill.\n", &mut document);
        let first = &document.definitions[0];
        assert_eq!((first.term.as_str(), first.citation.as_str()), ("Lathe", "2 3"));
        assert_eq!(first.text, "a machine that turns.\nN.B. See mill.");
    }
}
