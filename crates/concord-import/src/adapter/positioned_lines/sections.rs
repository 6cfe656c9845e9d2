//! The headings between entries, and what stands below those that are no category: general notes, definitions, the rest.

use concord_lexicon::{Lexicon, Title};

use super::extent::is_title;
use super::paragraph::{Printed, SAME, note, opens_entry};
use super::table::Tenths;
use crate::adapter::definitions;
use crate::document::{Document, Problem, RawNote, RawSupplement};

/// A heading that ends what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A category, by its number.
    Category(String),
    /// A part of the category, by its number.
    Part(String),
    /// A group of a category, by its code prefix (`3A`, `5A Part 1`).
    Group(String),
    /// Any other title.
    Other,
}

/// What heading a paragraph is, if it is one, by its words alone.
pub(super) fn head(printed: &Printed, column: Tenths) -> Option<Head> {
    let text = printed.text.as_str();
    let mut words = text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let lexicon = Lexicon::english();
    let title = is_title(text) || !text.ends_with(['.', ';', ',', ':']) && text.chars().count() < 80;
    if title && lexicon.is_title_word(Title::Category, first) && second.len() == 1 && second.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Head::Category(second.to_owned()));
    }
    if title && lexicon.is_title_word(Title::Part, first) && is_ordinal(second) {
        let number = second.bytes().all(|b| b.is_ascii_digit());
        return Some(if number { Head::Part(second.to_owned()) } else { Head::Other });
    }
    if (printed.x - column).abs() <= SAME
        && let Some(group) = group(first).filter(|_| second.starts_with(char::is_uppercase))
    {
        return Some(Head::Group(group));
    }
    let plain = opens_entry(text).is_none() && note(text).is_none();
    (plain && is_title(text)).then_some(Head::Other)
}

fn is_ordinal(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':', '-']);
    !word.is_empty() && word.len() <= 5 && (word.bytes().all(|b| b.is_ascii_digit()) || word.bytes().all(|b| b"IVX".contains(&b)))
}

/// The prefix that a group's sign stands for: `3A`; `5A1` is part 1.
fn group(sign: &str) -> Option<String> {
    let mut chars = sign.chars();
    let (category, group) = (chars.next()?, chars.next()?);
    (category.is_ascii_digit() && ('A'..='E').contains(&group)).then_some(())?;
    match (chars.next(), chars.next()) {
        (None, _) => Some(format!("{category}{group}")),
        (Some(part), None) if part.is_ascii_digit() => Some(format!("{category}{group} Part {part}")),
        _ => None,
    }
}

/// A section outside the entries.
pub(super) struct Section {
    /// The category it stands in; empty for what introduces the list.
    pub(super) owner: String,
    pub(super) title: String,
    pub(super) paragraphs: Vec<Printed>,
}

impl Section {
    /// Hands its paragraphs to the document: as definitions or general notes where its title says so, else as a supplement that
    /// is listed as not read.
    pub(super) fn finish(mut self, document: &mut Document) {
        let says = |kind| self.title.split(' ').any(|word| Lexicon::english().is_title_word(kind, word));
        let (notes, definitions) = (says(Title::GeneralNotes), says(Title::Definitions));
        if notes && self.paragraphs.first().is_some_and(|p| p.text.starts_with('(') && p.text.ends_with(')')) {
            // A remark below the title belongs to the title.
            let remark = self.paragraphs.remove(0);
            let what = format!("page {}: the remark below the title is left out: {}", remark.page, remark.text);
            document.problems.push(Problem { place: self.title.clone(), line: remark.line, what });
        }
        let (Some(first), Some(last)) = (self.paragraphs.first(), self.paragraphs.last()) else { return };
        let lines: Vec<String> = self.paragraphs.iter().map(|p| p.text.clone()).collect();
        if definitions {
            let numbered: Vec<(usize, &str)> = self.paragraphs.iter().map(|p| (p.line, p.text.as_str())).collect();
            definitions::read(&numbered, document);
        } else if notes {
            document.notes.push(RawNote { owner: self.owner, place: self.title, lines, line: first.line, ..RawNote::default() });
        } else {
            let count = lines.len();
            let pages =
                if first.page == last.page { format!("page {}", first.page) } else { format!("pages {} to {}", first.page, last.page) };
            let what = format!(
                "{pages}, lines {} to {}: {count} {} outside the entries, kept as a supplement and not read",
                first.line,
                last.last_line,
                if count == 1 { "paragraph" } else { "paragraphs" }
            );
            document.problems.push(Problem { place: self.title.clone(), line: first.line, what });
            document.supplements.push(RawSupplement { number: 0, title: self.title, lines });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str, x: Tenths) -> Option<Head> {
        head(&Printed { line: 1, last_line: 1, page: 1, x, hang: None, opens_page: false, text: text.to_owned() }, 100)
    }

    #[test]
    fn headings_by_their_words() {
        assert_eq!(kind("CATEGORY 4 - KILNS", 180), Some(Head::Category("4".into())));
        assert_eq!(kind("Part 2 - \"HOT KILNS\"", 180), Some(Head::Part("2".into())));
        assert_eq!(kind("PART II", 180), Some(Head::Other));
        assert_eq!(kind("3A Kilns and Mills", 100), Some(Head::Group("3A".into())));
        assert_eq!(kind("5A2 Kilns and Mills", 100), Some(Head::Group("5A Part 2".into())));
        assert_eq!(kind("3A Kilns and Mills", 180), None);
        assert_eq!(kind("9A999 KILNS", 100), None);
        assert_eq!(kind("N.B. SEE ALSO KILNS", 180), None);
        assert_eq!(kind("Part 2 of this category holds kilns.", 180), None);
    }
}
